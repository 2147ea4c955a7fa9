"""A press that there is not: a profile of four inks, rough but whole, so that no test needs a file from elsewhere."""

from __future__ import annotations

import struct
from itertools import product

import pytest

from tests.publish.pdf.conftest import pdf, sample, write_book
from textbuild.publish.press.inks import PressProfile

__all__ = ["pdf", "sample", "write_book"]


def profile_bytes(space: bytes = b"CMYK", device_class: bytes = b"prtr") -> bytes:
    """An ICC profile, version 2, with a table of two steps an axis each way. Darkness asks for all the ink there is."""
    to_inks = [_inks_at(*corner) for corner in product((0, 1), repeat=3)]
    to_lab = [_lab_at(*corner) for corner in product((0, 1), repeat=4)]
    tags = [
        (b"desc", b"desc\0\0\0\0" + struct.pack(">I", 10) + b"Test press\0"[:10] + bytes(90)),
        (b"cprt", b"text\0\0\0\0none\0"),
        (b"wtpt", b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061)),
        (b"A2B0", _table(4, 3, to_lab)),
        (b"B2A0", _table(3, 4, to_inks)),
    ]
    offset, directory, content = 128 + 4 + 12 * len(tags), b"", b""
    for name, data in tags:
        data += bytes(-len(data) % 4)
        directory += name + struct.pack(">2I", offset + len(content), len(data))
        content += data
    body = struct.pack(">I", len(tags)) + directory + content
    head = struct.pack(">I", 128 + len(body)) + bytes(4) + b"\x02\x10\0\0" + device_class + space + b"Lab "
    head += bytes(12) + b"acsp" + bytes(28) + struct.pack(">3i", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + body


def _inks_at(lightness: int, a: int, b: int) -> tuple[int, ...]:
    return (255, 255, 255, 255) if not lightness else (255 * (1 - a), 255 * a, 255 * b, 0)


def _lab_at(cyan: int, magenta: int, yellow: int, black: int) -> tuple[int, ...]:
    lightness = 0 if black else 255 - 60 * (cyan + magenta + yellow)
    return lightness, 128 + 60 * (magenta - cyan), 128 + 60 * (yellow - cyan)


def _table(inputs: int, outputs: int, corners: list[tuple[int, ...]]) -> bytes:
    straight = bytes(range(256))
    unit = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    points = b"".join(bytes(corner) for corner in corners)
    return b"mft1\0\0\0\0" + bytes((inputs, outputs, 2, 0)) + unit + straight * inputs + points + straight * outputs


@pytest.fixture(scope="session")
def profile() -> PressProfile:
    return PressProfile(profile_bytes())
