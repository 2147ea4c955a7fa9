"""The ZIP of an EPUB: its parts in the order and with the dates that make the same book the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

FOLDER = "EPUB"
_EARLIEST = 315_532_800  # 1980, where ZIP's calendar begins
_STORED = (".png", ".jpg", ".jpeg", ".gif", ".webp")
_CONTAINER = f"""\
<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="{FOLDER}/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


@dataclass(frozen=True, slots=True)
class Item:
    """One file of the EPUB, as its manifest lists it."""

    name: str
    media_type: str
    content: bytes
    properties: frozenset[str] = frozenset()
    in_spine: bool = False

    @property
    def id(self) -> str:
        return "i-" + self.name.replace("/", "-")


def write_package(target: Path, package: bytes, items: Iterable[Item], epoch: int) -> None:
    """Writes the EPUB. `package`: the text of its package document; `epoch`: the time that all files bear."""
    moment = datetime.fromtimestamp(max(epoch, _EARLIEST), UTC).timetuple()[:6]
    parts = [
        ("META-INF/container.xml", _CONTAINER.encode()),
        (f"{FOLDER}/package.opf", package),
        *((f"{FOLDER}/{item.name}", item.content) for item in items),
    ]
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as archive:
        # First and not compressed: readers know the kind of file by its bytes 30 to 58 (OCF 3.3, 4.3).
        _add(archive, "mimetype", b"application/epub+zip", moment, zipfile.ZIP_STORED)
        for name, content in parts:
            packed = zipfile.ZIP_STORED if name.endswith(_STORED) else zipfile.ZIP_DEFLATED
            _add(archive, name, content, moment, packed)


def _add(archive: zipfile.ZipFile, name: str, content: bytes, moment: tuple[int, ...], method: int) -> None:
    info = zipfile.ZipInfo(name, date_time=moment)  # type: ignore[arg-type]
    info.compress_type = method
    info.external_attr = 0o644 << 16
    info.create_system = 3
    archive.writestr(info, content)
