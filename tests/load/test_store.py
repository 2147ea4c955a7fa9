"""Kept answers."""

from pathlib import Path

import pytest

from textbuild.load.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


def test_what_was_kept_comes_back(store: Store) -> None:
    store.put("a", {"x": 1})
    assert store.get("a") == {"x": 1}
    assert store.get("b") is None


def test_a_planted_answer_is_not_believed(store: Store, tmp_path: Path) -> None:
    store.put("a", 1)
    [file] = (tmp_path / "cache").iterdir()
    content = file.read_bytes()
    file.write_bytes(bytes(32) + content[32:])
    assert store.get("a") is None


def test_an_answer_to_another_question_is_not_believed(store: Store, tmp_path: Path) -> None:
    store.put("a", 1)
    store.put("b", 2)
    first, second = sorted((tmp_path / "cache").iterdir())
    second.write_bytes(first.read_bytes())
    assert None in (store.get("a"), store.get("b"))


def test_a_folder_that_can_not_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    Store(tmp_path / "file").put("a", 1)


def test_the_last_few_answers_are_remembered_and_no_more(store: Store, tmp_path: Path) -> None:
    for number in range(20):
        store.remember("check", f"question {number}", number)
    assert store.recall("check", "question 19") == 19
    assert store.recall("check", "question 0") is None
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_an_answer_that_other_code_kept_is_not_used(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.put("a", 1)
    monkeypatch.setattr("textbuild.load.store._code", lambda: b"other")
    assert store.get("a") is None
