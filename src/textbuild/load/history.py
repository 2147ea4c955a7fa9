"""The records as the repository's history held them on a day: read out of git, past the work tree."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from itertools import islice
from pathlib import Path

from textbuild.diagnostics import Diagnostic, WrongUseError, msg
from textbuild.load.files import MAX_TEXT, Text, decoded
from textbuild.load.git import GitError, git
from textbuild.load.record_files import FOLDER, holds_record
from textbuild.load.rules import file_unreadable

BEIJING = timezone(timedelta(hours=8))
"""Standards come into force by Beijing's calendar; a day ends there at the same moment on every machine."""
_REGULAR = (b"100644", b"100755", b"100664")
_SUBMODULE = b"160000"
_AT_ONCE = 500
"""Files that git is asked for in one go."""
_LAST_MOMENT = 253402271999
"""The year 9999 in Beijing: a commit may claim any time."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a branch held at the end of a day."""

    day: date
    """The day asked for."""
    commit: str
    committed: date
    tree: str
    """Names the content of `standards/`: the same for two commits between which no record changed."""


class NoHistoryError(WrongUseError):
    """There is no history, or it does not reach the day."""


def find_snapshot(root: Path, day: date) -> Snapshot:
    """The last commit by the end of `day` on the line of first parents of HEAD. Raises NoHistoryError.

    That line is what the branch itself held: a change counts from the day it was merged, whenever it was written. The
    committer's date counts, not the author's, which stays when a change is applied later.
    """
    prefix, shallow = _repository(root)
    line = _line(root)
    end = datetime.combine(day, time.max, BEIJING).timestamp()
    found = next(((moment, commit) for moment, commit in line if moment <= end), None)
    if found is None:
        first = _day(min(moment for moment, _ in line))
        if shallow:
            message = msg("this clone lacks all history before {first}: run `git fetch --unshallow`", first=first)
        else:
            message = msg("the history of the records begins on {first}: {day} is before that", first=first, day=day)
        raise NoHistoryError(message)
    moment, commit = found
    try:
        tree = git(root, "rev-parse", "--verify", "--quiet", f"{commit}:{prefix}{FOLDER}").decode().strip()
    except GitError:
        message = msg("on {day} the repository had no folder `{folder}` yet", day=day, folder=f"{prefix}{FOLDER}")
        raise NoHistoryError(message) from None
    return Snapshot(day, commit, _day(moment), tree)


def read_snapshot(root: Path, snapshot: Snapshot, only: Collection[str] | None = None) -> Iterator[Text]:
    """The records' files, in the order of `record_texts`; `only`: those with these paths. Raises NoHistoryError."""
    try:
        listed = git(root, "ls-tree", "-r", "-z", "-l", "--full-tree", snapshot.tree)
        entries = sorted((_Entry.of(line) for line in listed.split(b"\0") if line), key=_as_on_disk)
        wanted = (one for one in entries if one.is_record and (only is None or one.path in only))
        while chunk := tuple(islice(wanted, _AT_ONCE)):
            yield from _texts(root, chunk)
    except GitError as error:
        raise _unreadable(error) from None


def _repository(root: Path) -> tuple[str, bool]:
    """Where `root` is within its repository (`""` or `a/b/`), and whether older commits are left out there."""
    try:
        answer = git(root, "rev-parse", "--show-prefix", "--is-shallow-repository")
    except FileNotFoundError:
        raise NoHistoryError(msg("--known-on needs the program git, which is not installed")) from None
    except GitError as error:
        if "dubious ownership" in str(error):
            command = f"git config --global --add safe.directory {root.resolve()}"
            message = msg("this repository belongs to another user; if you trust it, run `{command}`", command=command)
        else:
            message = msg("{root} is in no git repository: what was known on a day is not recorded", root=root)
        raise NoHistoryError(message) from None
    prefix, _, shallow = answer.removesuffix(b"\n").rpartition(b"\n")
    return prefix.decode(errors="surrogateescape"), shallow == b"true"


def _line(root: Path) -> list[tuple[int, str]]:
    """(seconds, commit) of HEAD and its first parents, newest first."""
    try:
        listed = git(root, "rev-list", "--first-parent", "--timestamp", "HEAD", "--").decode()
    except GitError as error:
        if "bad revision" in str(error):
            raise NoHistoryError(msg("the repository has no commit yet: commit the records first")) from None
        raise _unreadable(error) from None
    return [(int(moment), commit) for moment, commit in (entry.split() for entry in listed.splitlines())]


def _unreadable(error: GitError) -> NoHistoryError:
    return NoHistoryError(msg("git can not read the history: {said}", said=str(error).partition("\n")[0]))


def _day(moment: int) -> date:
    return datetime.fromtimestamp(min(moment, _LAST_MOMENT), BEIJING).date()


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file of a commit. `size` in bytes."""

    mode: bytes
    id: bytes
    size: int
    path: str

    @classmethod
    def of(cls, line: bytes) -> _Entry:
        facts, _, name = line.partition(b"\t")
        mode, _, id_, size = facts.split()
        return cls(mode, id_, int(size) if size.isdigit() else 0, f"{FOLDER}/{name.decode(errors='replace')}")

    @property
    def is_record(self) -> bool:
        hidden = any(part.startswith(".") for part in self.path.split("/"))
        return self.mode != _SUBMODULE and not hidden and holds_record(self.path)

    @property
    def fault(self) -> Diagnostic | None:
        """Why it is not read. Links are not followed: what they lead to need not be of that day."""
        if self.mode not in _REGULAR:
            return file_unreadable.diagnose(self.path, file_unreadable.NOT_A_FILE)
        if self.size > MAX_TEXT:
            return file_unreadable.diagnose(self.path, file_unreadable.too_large(self.size, MAX_TEXT))
        return None


def _as_on_disk(entry: _Entry) -> tuple[tuple[bool, str], ...]:
    """As a walk over the disk goes: a folder's files by name, then its folders."""
    *folders, name = entry.path.split("/")
    return (*((True, folder) for folder in folders), (False, name))


def _texts(root: Path, entries: Collection[_Entry]) -> Iterator[Text]:
    sound = [one for one in entries if one.fault is None]
    heads = {one.id: b"%b blob %d\n" % (one.id, one.size) for one in sound}
    given = b"".join(one.id + b"\n" for one in sound)
    answer = git(root, "cat-file", "--batch", given=given, most=sum(len(heads[one.id]) + one.size + 1 for one in sound))
    start = 0
    for one in entries:
        if one.fault is not None:
            yield Text(one.path, None, one.fault)
            continue
        if not answer.startswith(heads[one.id], start):
            raise GitError(f"{one.path} is missing")
        start += len(heads[one.id])
        yield decoded(one.path, answer[start : start + one.size])
        start += one.size + 1
