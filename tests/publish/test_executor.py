"""Tasks in processes, and outputs that are whole or not there."""

import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import pytest

from textbuild.publish.executor import clear_leftovers, replaced, run_tasks


def _fail() -> str:
    raise ValueError("no such font")


def test_each_task_gives_its_value_and_one_that_raises_stops_no_other() -> None:
    tasks = [("a", lambda: "A"), ("b", _fail), ("c", lambda: "C")]
    outcomes = {one.name: one for one in run_tasks(tasks, jobs=2)}
    assert (outcomes["a"].value, outcomes["c"].value) == ("A", "C")
    assert "no such font" in (outcomes["b"].problem or "")


def test_a_process_that_dies_is_told_and_stops_no_other() -> None:
    outcomes = {one.name: one for one in run_tasks([("dead", lambda: os._exit(9)), ("alive", lambda: 1)], jobs=1)}
    assert "9" in (outcomes["dead"].problem or "")
    assert outcomes["alive"].value == 1


def test_a_task_that_hangs_is_ended() -> None:
    [outcome] = run_tasks([("hangs", lambda: time.sleep(60))], jobs=1, seconds=0.2)
    assert "0 s" in (outcome.problem or "")


def test_a_new_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "site"
    for content in ("old", "new"):
        with replaced(target) as beside:
            beside.mkdir()
            (beside / f"{content}.html").write_text(content)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert [path.name for path in target.iterdir()] == ["new.html"]


def test_a_failed_build_leaves_the_last_good_output(tmp_path: Path) -> None:
    target = tmp_path / "book.pdf"
    target.write_text("good")
    with suppress(KeyboardInterrupt), replaced(target) as beside:
        beside.write_text("half")
        raise KeyboardInterrupt
    assert [path.name for path in tmp_path.iterdir()] == ["book.pdf"]
    assert target.read_text() == "good"


def test_a_killed_run_is_tidied_up_and_its_old_output_put_back(tmp_path: Path) -> None:
    (tmp_path / ".a.old-1").mkdir()
    (tmp_path / ".b.building-1").mkdir()
    clear_leftovers(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def _leave_a_file() -> str:
    handle, path = tempfile.mkstemp()
    os.close(handle)
    return path


def _leave_a_file_and_hang() -> None:
    _leave_a_file()
    time.sleep(60)


def test_a_process_leaves_no_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    [left] = run_tasks([("leaves", _leave_a_file)], 1)
    [hung] = run_tasks([("hangs", _leave_a_file_and_hang)], 1, seconds=0.3)
    assert left.value is not None
    assert left.value.startswith(str(tmp_path))
    assert hung.problem is not None
    assert list(tmp_path.iterdir()) == []
