"""One ZIP with the same bytes for the same content, that old unzippers on Windows and Android unpack too."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")
_SOUND_AND_FILM = (".m4a", ".mp3", ".mp4", ".ogg", ".webm")
_PACKED = frozenset((*_PICTURES, *_SOUND_AND_FILM, ".docx", ".pdf", ".pptx", ".woff2", ".xlsx", ".zip"))
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$", re.IGNORECASE)
_MOST_CHARACTERS = 40  # with the longest of our paths well under the 260 that Windows takes


def write_archive(target: Path, top: str, entries: Iterable[tuple[str, Path | str]], epoch: int) -> None:
    """Writes files (a path on the disk, or text) below the folder `top`, dated `epoch` in seconds since 1970.

    Names that are not ASCII carry the flag for UTF-8. A file is never in memory as a whole.
    """
    moment = datetime.fromtimestamp(max(epoch, 315_532_800), UTC)  # a ZIP knows no day before 1980
    with ZipFile(target, "w") as archive:
        for name, content in entries:
            info = ZipInfo(f"{top}/{name}", moment.timetuple()[:6])
            info.create_system = 3  # Unix, wherever it is made
            info.external_attr = 0o644 << 16
            info.compress_type = ZIP_STORED if PurePosixPath(name).suffix.lower() in _PACKED else ZIP_DEFLATED
            if isinstance(content, str):
                archive.writestr(info, content)
                continue
            info.file_size = content.stat().st_size  # so that zipfile knows when it needs ZIP64
            with content.open("rb") as source, archive.open(info, "w") as entry:
                shutil.copyfileobj(source, entry, 1 << 20)


def folder_name(title: str, book: str) -> str:
    """A book's title as the name of a folder on any system; its id where nothing is left of the title."""
    visible = "".join(c if not unicodedata.category(c).startswith(("C", "Z")) else " " for c in title)
    name = " ".join(_FORBIDDEN.sub(" ", unicodedata.normalize("NFC", visible)).split())
    name = name[:_MOST_CHARACTERS].strip(" .")
    return book if not name or _RESERVED.match(name) else name
