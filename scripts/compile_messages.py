"""Compiles the gettext catalogues (`.po`) to the form that loads fast (`.mo`); every build of the package runs it."""

from __future__ import annotations

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALES = Path(__file__).parents[1] / "src" / "textbuild" / "diagnostics" / "locale"


def compile_messages(locales: Path = LOCALES) -> list[Path]:
    """Writes a `.mo` file beside each `.po` file; returns those files."""
    written = []
    for source in sorted(locales.rglob("*.po")):
        with source.open("rb") as file:
            catalogue = read_po(file, abort_invalid=True)
        compiled = source.with_suffix(".mo")
        with compiled.open("wb") as file:
            write_mo(file, catalogue)
        written.append(compiled)
    return written


if __name__ == "__main__":
    compile_messages()
