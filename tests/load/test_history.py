"""Records are read out of git, whatever the repository tries."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from tests.cli.test_known_on import BEFORE, RECORD, commit, git
from tests.conftest import BATTERY, WriteLibrary
from textbuild.diagnostics.translate import translator
from textbuild.load import files
from textbuild.load.history import NoHistoryError, find_snapshot, read_snapshot
from textbuild.load.known import known_records
from textbuild.load.record_files import record_texts
from textbuild.load.store import Store

DAY = date(2026, 5, 9)


@pytest.fixture
def library(write_library: WriteLibrary) -> Path:
    root = write_library({})
    git(root, "init", "-q", "-b", "main")
    commit(root, {RECORD: BEFORE}, "2026-03-01T09:00:00+08:00")
    return root


def refusal(root: Path, day: date = DAY, language: str = "zh") -> str:
    with pytest.raises(NoHistoryError) as caught:
        list(read_snapshot(root, find_snapshot(root, day)))
    return translator("zh" if language == "zh" else "en")(caught.value.message)


def commits(root: Path, *days: str) -> list[str]:
    return [str(find_snapshot(root, date.fromisoformat(day)).committed) for day in days]


def test_it_reads_what_the_disk_held(library: Path) -> None:
    for path in (
        "standards/z.yml",
        "standards/a/b.yaml",
        "standards/a/a/c.yml",
        "standards/mappings/m.yml",
        "standards/.x.yml",
    ):
        (library / path).parent.mkdir(parents=True, exist_ok=True)
        (library / path).write_text("kind: 标准\n", encoding="utf-8")
    commit(library, {}, "2026-05-09T09:00:00+08:00")
    found = list(read_snapshot(library, find_snapshot(library, DAY)))
    assert found == list(record_texts(library))
    assert [one.path for one in found] == ["standards/z.yml", "standards/a/b.yaml", "standards/a/a/c.yml", RECORD]


def test_a_day_ends_at_midnight_in_beijing(library: Path) -> None:
    commit(library, {RECORD: BATTERY}, "2026-05-09T23:59:59+08:00")
    commit(library, {RECORD: BEFORE}, "2026-05-09T16:00:00+00:00")
    assert commits(library, "2026-05-08", "2026-05-09", "2026-05-10") == ["2026-03-01", "2026-05-09", "2026-05-10"]


def test_the_day_of_committing_counts_not_of_writing(library: Path) -> None:
    commit(library, {RECORD: BATTERY}, "2026-05-10T09:00:00+08:00", author="2026-04-01T09:00:00+08:00")
    assert commits(library, "2026-05-09") == ["2026-03-01"]


def test_a_branch_counts_from_the_day_it_was_merged(library: Path) -> None:
    git(library, "switch", "-q", "-c", "new-edition")
    commit(library, {RECORD: BATTERY}, "2026-05-01T09:00:00+08:00")
    git(library, "switch", "-q", "main")
    git(library, "merge", "-q", "--no-ff", "-m", "merge", "new-edition", on="2026-05-20T09:00:00+08:00")
    assert commits(library, "2026-05-09", "2026-05-20") == ["2026-03-01", "2026-05-20"]


def test_a_library_may_be_a_part_of_a_repository(tmp_path: Path, write_library: WriteLibrary) -> None:
    root = write_library({})
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, {}, "2026-03-01T09:00:00+08:00")
    assert list(read_snapshot(root, find_snapshot(root, DAY))) == list(record_texts(root))


def test_links_and_large_files_are_not_read(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (library / "standards/link.yml").symlink_to("/etc/passwd")
    (library / "standards/large.yml").write_text("#" * (files.MAX_TEXT + 1))
    commit(library, {}, "2026-03-02T09:00:00+08:00")
    found = {text.path: text for text in read_snapshot(library, find_snapshot(library, DAY))}
    for name in ("link", "large"):
        text = found[f"standards/{name}.yml"]
        assert text.content is None
        assert text.fault is not None
        assert text.fault.rule.code == "TB001"
    assert found[RECORD].content == BEFORE


def test_nothing_of_the_repository_is_run(library: Path, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n")
    trap.chmod(0o755)
    for name in (
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "core.gitProxy",
        "alias.rev-list",
        "uploadpack.packObjectsHook",
    ):
        git(library, "config", name, f"!{trap}" if name.startswith("alias") else str(trap))
    (library / ".gitattributes").write_text("* filter=trap diff=trap\n")
    git(library, "config", "filter.trap.smudge", str(trap))
    git(library, "config", "diff.trap.textconv", str(trap))
    list(read_snapshot(library, find_snapshot(library, DAY)))
    assert not (tmp_path / "sprung").exists()


def test_a_partial_clone_fetches_nothing(library: Path, tmp_path: Path) -> None:
    git(library, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{library}", "partial")
    partial = tmp_path / "partial"
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n")
    trap.chmod(0o755)
    git(partial, "config", "remote.origin.uploadpack", str(trap))
    assert "git 读不了历史" in refusal(partial)
    assert not (tmp_path / "sprung").exists()


def test_the_work_tree_is_left_alone(library: Path) -> None:
    def state() -> dict[str, float]:
        return {str(path): path.stat().st_mtime_ns for path in sorted(library.rglob("*"))}

    (library / RECORD).write_text("changed", encoding="utf-8")
    before = state()
    list(read_snapshot(library, find_snapshot(library, DAY)))
    assert state() == before


def test_another_repository_named_in_the_environment_is_not_asked(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    assert commits(library, "2026-05-09") == ["2026-03-01"]


def test_no_repository(write_library: WriteLibrary) -> None:
    assert "不在 git 仓库里" in refusal(write_library({}))


def test_no_commit(write_library: WriteLibrary) -> None:
    root = write_library({})
    git(root, "init", "-q")
    assert "还没有提交" in refusal(root)


def test_a_day_before_the_first_commit(library: Path) -> None:
    assert refusal(library, date(2026, 2, 28)) == "记录的历史从 2026-03-01 开始，2026-02-28 还没有记录"
    assert "begins on 2026-03-01" in refusal(library, date.min, "en")


def test_no_records_yet(tmp_path: Path, write_library: WriteLibrary) -> None:
    root = write_library({})
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "books")
    git(root, "commit", "-q", "-m", "books")
    assert "还没有文件夹 `standards`" in refusal(root)


def test_a_shallow_clone_says_how_to_get_the_rest(library: Path, tmp_path: Path) -> None:
    commit(library, {RECORD: BATTERY}, "2026-05-10T09:00:00+08:00")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{library}", "shallow")
    assert commits(tmp_path / "shallow", "2026-05-10") == ["2026-05-10"]
    assert (
        refusal(tmp_path / "shallow")
        == "这个克隆只有 2026-05-10 以来的历史：先运行 `git fetch --unshallow` 取回全部历史"
    )


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a repository away")
def test_a_repository_of_another_user(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (library, library / ".git"):
        os.chown(path, 12345, 12345)
    monkeypatch.setenv("HOME", "/nonexistent")
    assert "git config --global --add safe.directory" in refusal(library)


def test_without_git(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    assert "安装 git" in refusal(library)


def test_a_tree_that_unfolds_without_end_is_refused(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight folders deep the same folder ten times over: a hundred million files in a few hundred bytes."""
    (library / "one.yml").write_text("kind: x\n")
    blob = git(library, "hash-object", "-w", "one.yml").strip()
    tree = git(library, "mktree", given="".join(f"100644 blob {blob}\t{n}.yml\n" for n in range(10))).strip()
    for _ in range(7):
        tree = git(library, "mktree", given="".join(f"040000 tree {tree}\t{n}\n" for n in range(10))).strip()
    root = git(library, "mktree", given=f"040000 tree {tree}\tstandards\n").strip()
    git(
        library,
        "update-ref",
        "HEAD",
        git(library, "commit-tree", root, "-m", "bomb", on="2026-05-01T00:00:00Z").strip(),
    )
    monkeypatch.setattr("textbuild.load.git.MAX_ANSWER", 200_000)
    assert "more than 200000 bytes" in refusal(library)


def test_what_is_kept_is_the_same(library: Path, tmp_path: Path) -> None:
    snapshot, store = find_snapshot(library, DAY), Store(tmp_path / "store")
    first = known_records(library, snapshot, store, "1")
    kept = known_records(tmp_path, snapshot, store, "1")  # where there is no history: it comes from the store
    assert [one.value for one in kept.standards] == [one.value for one in first.standards]
    assert kept.standards[0].places.at("number") == first.standards[0].places.at("number")
