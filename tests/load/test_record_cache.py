"""What is kept of records from run to run is what would be read again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from textbuild.load import files, record_cache
from textbuild.load.files import Text
from textbuild.load.library import Records, load_records
from textbuild.load.record_cache import RecordCache
from textbuild.load.records import ReadRecord, read_record
from textbuild.load.store import Store

RECORD = """kind: standard
number: GB {0}
editions:
  - edition: GB {0}-2020
    published: 2020-01-{0:02}
    checks:
      - {{source: x, kind: official, on: 2026-11-23}}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "books").mkdir()
    for number in range(1, 6):
        write(tmp_path, number, RECORD.format(number))
    return tmp_path


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Fills with the paths of the files whose records are read from their text."""
    found: list[str] = []

    def reader(text: Text) -> ReadRecord:
        found.append(text.path)
        return read_record(text)

    monkeypatch.setattr(record_cache, "read_record", reader)
    return found


def write(root: Path, number: int, text: str) -> None:
    path = root / f"standards/{number}.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def load(root: Path, version: str = "1") -> Records:
    cache = RecordCache(Store(root / ".cache"), version)
    records = load_records(root, cache)
    cache.save()
    return records


def values(records: Records) -> list[Any]:
    return [(one.value, one.places.at("editions", 0, "edition")) for one in records.standards]


def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []

    def opener(path: str) -> tuple[int, int]:
        found.append(Path(path).name)
        return real(path)

    real = files._open
    monkeypatch.setattr(files, "_open", opener)
    return found


def test_what_is_kept_is_what_would_be_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_SETTLED", 0)
    expected = values(load_records(root))
    assert values(load(root)) == values(load(root)) == expected


def test_a_file_that_did_not_change_is_not_opened(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_SETTLED", 0)
    load(root)
    found = opened(monkeypatch)
    load(root)
    assert found == []


def test_one_change_costs_one_record(root: Path, read: list[str]) -> None:
    load(root)
    read.clear()
    write(root, 3, RECORD.format(33))
    changed = load(root)
    assert read == ["standards/3.yml"]
    assert values(changed) == values(load_records(root))


def test_the_time_that_an_author_can_set_is_not_believed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_SETTLED", 0)
    path = root / "standards/3.yml"
    before = path.stat()
    load(root)
    path.write_text(RECORD.format(3).replace("GB 3", "GB 4"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert [one.value.number for one in load(root).standards] == ["GB 1", "GB 2", "GB 4", "GB 4", "GB 5"]


def test_a_file_changed_just_now_is_looked_into_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(root)
    found = opened(monkeypatch)
    load(root)
    assert len(found) == 5


def test_a_file_with_a_fault_is_read_again_and_told_of_again(root: Path) -> None:
    write(root, 3, RECORD.format(3) + "titel: x\n")
    assert [one.rule.code for one in load(root).found] == ["TB003"]
    assert [one.rule.code for one in load(root).found] == ["TB003"]


def test_another_version_reads_everything_anew(root: Path, read: list[str]) -> None:
    load(root)
    read.clear()
    load(root, "2")
    assert len(read) == 5


def test_a_file_that_is_gone_is_forgotten(root: Path) -> None:
    load(root)
    (root / "standards/2.yml").unlink()
    assert len(load(root).standards) == len(load(root).standards) == 4
