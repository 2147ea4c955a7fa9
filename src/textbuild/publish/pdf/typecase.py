"""The fonts of a book as fontconfig reads them: made ready once, for all processes that lay out parts of it.

WeasyPrint writes each font of a style sheet to a folder of its own and has it scanned, for each document anew. Here
the folder is kept, with fontconfig's own cache of what is in it, and holds links to the fonts.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from weasyprint.text.constants import FONTCONFIG_WEIGHT
from weasyprint.text.ffi import fontconfig
from weasyprint.text.fonts import FontConfiguration

from textbuild.publish.pdf.fetcher import BookFetcher, DeniedError
from textbuild.publish.pdf.schemes import FONTS
from textbuild.publish.pdf.stylesheets import Face

_SIMPLE = frozenset({"font_family", "font_weight", "src"})
_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<!-- No fonts of the machine: books look the same everywhere. -->
<fontconfig>
<dir>{folder}/files</dir>
<cachedir>{folder}/cache</cachedir>
{faces}</fontconfig>
"""
_FACE = """<match target="scan">
<test name="file" compare="eq"><string>{file}</string></test>
<edit name="family" mode="prepend"><string>{family}</string></edit>
<edit name="weight" mode="assign_replace"><int>{weight}</int></edit>
</match>
"""


@dataclass(frozen=True, slots=True)
class Typecase:
    """Fonts that are ready."""

    config: Path
    """The file by which fontconfig knows them."""
    faces: frozenset[str]
    """The faces that they are."""


class BookFonts(FontConfiguration):  # type: ignore[misc]  # WeasyPrint has no types
    """Fonts of a document: those of a type case, to be made while fontconfig reads its `config`, and others."""

    def __init__(self, faces: frozenset[str]) -> None:
        super().__init__()
        self._ready = faces

    def add_font_face(self, face: Face, fetcher: BookFetcher) -> None:
        if str(face) not in self._ready:
            super().add_font_face(face, fetcher)


def typecase(faces: Sequence[Face], fetcher: BookFetcher, kept: Path, none: Path) -> Typecase:
    """The type case of these faces below the folder `kept`, filled unless it is there.

    `none` is the configuration of no fonts at all; what a type case can not hold, a document adds to it itself.
    """
    files = {str(face): file for face in faces if (file := _file_of(face, fetcher)) is not None}
    simple = [face for face in faces if str(face) in files]
    digest = hashlib.sha256(str(kept.resolve()).encode())
    for name, file in files.items():
        facts = file.stat()
        digest.update(f"{name} {file} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    folder = kept.resolve() / digest.hexdigest()[:32]
    if simple and not folder.is_dir():
        _fill(folder, simple, files)
    return Typecase(folder / "fonts.conf" if simple else none, frozenset(files))


def scan() -> None:
    """Has fontconfig read the fonts of the configuration that is in force, and keep what it finds."""
    fontconfig.FcConfigDestroy(fontconfig.FcInitLoadConfigAndFonts())


def _file_of(face: Face, fetcher: BookFetcher) -> Path | None:
    """The file of a face that says no more than which font, of which weight, is to have which name."""
    sources = [url for kind, url in face["src"] if kind != "local"]
    if not set(face) <= _SIMPLE or len(sources) != 1 or len(face["src"]) != 1:
        return None
    if not isinstance(face.get("font_weight", 400), int | str) or not sources[0].startswith(f"{FONTS}:"):
        return None
    try:
        return fetcher.font(sources[0])
    except DeniedError:
        return None


def _fill(folder: Path, faces: Sequence[Face], files: Mapping[str, Path]) -> None:
    """Whole or not at all: another process may do the same at this moment."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(prefix=".making-", dir=folder.parent))
    try:
        (making / "files").mkdir()
        (making / "cache").mkdir()
        known = [_link(folder, making, number, face, files[str(face)]) for number, face in enumerate(faces)]
        config = _CONFIG.format(folder=escape(str(folder)), faces="".join(known))
        (making / "fonts.conf").write_text(config, encoding="utf-8")
        os.utime(making / "files", (0, 0))  # so says SOURCE_DATE_EPOCH: its cache holds for the folder as it is
        making.rename(folder)
    except FileExistsError:
        return
    except OSError:
        if not folder.is_dir():
            raise
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _link(folder: Path, making: Path, number: int, face: Face, file: Path) -> str:
    name = f"{number:02}{file.suffix}"
    (making / "files" / name).symlink_to(file)
    weight = FONTCONFIG_WEIGHT[face.get("font_weight", "normal")]
    return _FACE.format(file=escape(f"{folder}/files/{name}"), family=escape(face["font_family"]), weight=weight)
