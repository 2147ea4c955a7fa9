"""Gives WeasyPrint the few files that a book may hold, and nothing else: no network, no other file of the machine."""

from __future__ import annotations

import base64
import hashlib
import io
import os
import re
import stat
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from fontTools.ttLib import TTFont
from weasyprint.urls import URLFetcher, URLFetcherResponse

from textbuild.publish.pdf.schemes import FONTS, LIBRARY, THEME
from textbuild.publish.pdf.stylesheets import Sheets
from textbuild.publish.pdf.svg import prepare_svg
from textbuild.publish.pictures import PICTURES

_MEGABYTE = 1024 * 1024
_SUFFIXES: Mapping[str, Mapping[str, str]] = {
    LIBRARY: PICTURES,
    THEME: {**PICTURES, ".css": "text/css"},
    FONTS: {".ttf": "font/ttf", ".otf": "font/otf", ".woff": "font/woff", ".woff2": "font/woff2"},
}
_LARGEST: Mapping[str, int] = {LIBRARY: 20 * _MEGABYTE, THEME: 5 * _MEGABYTE, FONTS: 40 * _MEGABYTE}
_PACKED = "font/woff"
_DATA = re.compile(r"data:(image/(?:png|jpeg|gif|webp|svg\+xml))(;base64)?,")


class DeniedError(ValueError):
    """An address that is not given out. WeasyPrint logs it and goes on without the file."""


class BookFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Reads `library:`, `theme:` and `fonts:` addresses below three folders, and `data:` images."""

    def __init__(self, library: Path, theme: Path, fonts: Path, ready: Path | None = None) -> None:
        """`ready`: a folder that keeps what is made of fonts, which takes seconds each time."""
        super().__init__(allowed_protocols=(LIBRARY, THEME, FONTS, "data"), allow_redirects=False)
        self._folders = {LIBRARY: library.resolve(), THEME: theme.resolve(), FONTS: fonts.resolve()}
        self.ready = ready
        self.sheets: Sheets = {}
        """The style sheets that have been read with it."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The file's bytes, read once. Raises DeniedError for whatever is not on the list."""
        if url[:5].lower() == "data:":
            return self._data(url)
        scheme, path, kind = self._found(url)
        return _response(url, _read(path, _LARGEST[scheme]), kind)

    def font(self, url: str) -> Path:
        """The file of a `fonts:` address, unpacked where it is packed. Raises DeniedError as `fetch` does."""
        scheme, path, kind = self._found(url)
        if scheme != FONTS or self.ready is None:
            raise DeniedError(f"not a font: {url[:200]}")
        return _unpacked(_read(path, _LARGEST[scheme]), self.ready) if kind == _PACKED else path

    def _found(self, url: str) -> tuple[str, Path, str]:
        """Scheme, real path and kind of a file."""
        parts = urlsplit(url)
        folder = self._folders.get(parts.scheme)
        if folder is None or parts.netloc or parts.query:
            raise DeniedError(f"not a file of this book: {url[:200]}")
        path = _inside(folder, unquote(parts.path))
        kind = _SUFFIXES[parts.scheme].get(path.suffix.lower())
        if kind is None:
            raise DeniedError(f"not a kind of file that a page can show: {url[:200]}")
        return parts.scheme, path, kind

    def _data(self, url: str) -> URLFetcherResponse:
        found = _DATA.match(url)
        if found is None or len(url) > 4 * _MEGABYTE:
            raise DeniedError(f"not an image: {url[:60]}")
        content = unquote_to_bytes(url[found.end() :])
        return _response(url, base64.b64decode(content) if found[2] else content, found[1])


def _inside(folder: Path, name: str) -> Path:
    """The real path, links followed, which must still be below `folder`."""
    if "\0" in name or "\\" in name:
        raise DeniedError("not a file name")
    try:
        path = (folder / name.lstrip("/")).resolve(strict=True)
    except (OSError, RuntimeError) as error:
        raise DeniedError(f"no such file: {name[:200]}") from error
    if not path.is_relative_to(folder):
        raise DeniedError(f"outside the library: {name[:200]}")
    return path


def _read(path: Path, largest: int) -> bytes:
    """The bytes of a regular file of at most `largest` bytes, whatever becomes of it in the meantime."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise DeniedError(f"not a regular file: {path.name}")
    with path.open("rb") as file:
        content = file.read(largest + 1)
    if len(content) > largest:
        raise DeniedError(f"larger than {largest // _MEGABYTE} MB: {path.name}")
    return content


def _unpacked(packed: bytes, folder: Path) -> Path:
    """The font as the layout needs it; kept in `folder` by the hash of its packed form."""
    kept = folder / f"{hashlib.sha256(packed).hexdigest()}.ttf"
    if kept.is_file():
        return kept
    font = TTFont(io.BytesIO(packed), recalcTimestamp=False)
    font.flavor = None
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / f".{kept.name}.{os.getpid()}"
    font.save(beside)
    os.utime(beside, (0, 0))  # whichever process puts it there, and when: it is the same file
    beside.replace(kept)
    return kept


def _response(url: str, content: bytes, kind: str) -> URLFetcherResponse:
    body = prepare_svg(content) if kind == "image/svg+xml" else content
    return URLFetcherResponse(url, body, {"Content-Type": kind})
