"""Shows messages in the reader's language, from the gettext catalogues under `locale/`."""

from __future__ import annotations

import gettext
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from textbuild.diagnostics.message import Message

Language = Literal["en", "zh"]

_LOCALES = Path(__file__).parent / "locale"
_FOLDERS: Mapping[Language, str] = {"zh": "zh_CN"}


@dataclass(frozen=True, slots=True)
class Translator:
    """Turns a message into words of one language."""

    language: Language
    catalogue: gettext.NullTranslations

    def __call__(self, message: Message) -> str:
        values = {name: self(value) if isinstance(value, Message) else value for name, value in message.values}
        return self.text(message.template).format_map(values)

    def text(self, template: str) -> str:
        """The template in this language, its placeholders left open; English where there is no translation."""
        return self.catalogue.gettext(template) if template else ""


@lru_cache
def translator(language: Language) -> Translator:
    """The translator for `en` or `zh`."""
    folder = _FOLDERS.get(language)
    return Translator(language, gettext.NullTranslations() if folder is None else _catalogue(_LOCALES / folder))


def language_for(wanted: str | None, environ: Mapping[str, str]) -> Language:
    """The language to show, from `--lang`, else TEXTBUILD_LANG, else the locale: Chinese for `zh…`, else English."""
    names = (wanted, *(environ.get(name) for name in ("TEXTBUILD_LANG", "LC_ALL", "LC_MESSAGES", "LANG")))
    first = next((name for name in names if name), "en")
    return "zh" if first.lower().startswith("zh") else "en"


def _catalogue(folder: Path) -> gettext.NullTranslations:
    """The catalogue of one locale.

    A build compiles the `.po` file to the `.mo` file, which loads in under a millisecond. In a checkout the `.po` file
    may be newer than that, or no build may have run: then it is compiled here, in memory.
    """
    source = folder / "LC_MESSAGES" / "textbuild.po"
    compiled = source.with_suffix(".mo")
    if compiled.exists() and not (source.exists() and source.stat().st_mtime > compiled.stat().st_mtime):
        return gettext.GNUTranslations(io.BytesIO(compiled.read_bytes()))
    return gettext.GNUTranslations(io.BytesIO(compile_catalogue(source)))


def compile_catalogue(source: Path) -> bytes:
    """The binary form (`.mo`) of a `.po` file."""
    from babel.messages.mofile import write_mo  # costs 0.1 s, and only a checkout that was not built needs it
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()
