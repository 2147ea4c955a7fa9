"""What the commands share: where the library is, which day it is, in which language to speak."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from textbuild.diagnostics import WrongUseError, msg
from textbuild.diagnostics.translate import Language, Translator, translator
from textbuild.load.history import Snapshot, find_snapshot
from textbuild.load.library import NoLibraryError, require_library
from textbuild.pipeline import Run


@dataclass(frozen=True, slots=True)
class Session:
    """The global options of one command line."""

    chosen_root: Path | None
    language: Language

    @property
    def root(self) -> Path:
        """The library's folder. Raises NoLibraryError where there is none."""
        if self.chosen_root is not None:
            return self.chosen_root
        here = Path.cwd()
        for folder in (here, *here.parents):
            if (folder / "books").is_dir() and (folder / "standards").is_dir():
                return folder
        raise NoLibraryError(msg("{here}: no textbuild library here or in a folder above: use --root DIR", here=here))

    @property
    def translate(self) -> Translator:
        return translator(self.language)

    def say(self, zh: str, en: str) -> str:
        """One of two wordings: for remarks of the command line itself, which are no diagnostics."""
        return zh if self.language == "zh" else en

    def run(self, as_of: str | None, jobs: int | None = None, known_on: str | None = None) -> Run:
        """Raises WrongUseError for what is no day, no library, or a day that no history tells of."""
        day = parse_day(as_of)
        return Run(self.root, day, jobs or available_cores(), self._known(day, known_on) if known_on else None)

    def _known(self, day: date, known_on: str) -> Snapshot:
        """What was known on a day; says which commit that is."""
        require_library(self.root)
        found = find_snapshot(self.root, parse_day(known_on))
        remark = msg(
            "Judged as of {day}, by the records as they were known on {known_on}: commit {commit} of {committed}",
            day=day,
            known_on=found.day,
            commit=found.commit[:10],
            committed=found.committed,
        )
        remarks().print(self.translate(remark), markup=False)
        return found


def session(context: typer.Context) -> Session:
    found = context.obj
    assert isinstance(found, Session)
    return found


def parse_day(text: str | None) -> date:
    """A day as `2026-07-01`; today if not given. Raises WrongUseError."""
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongUseError(msg("`{text}` is no day such as 2026-07-01", text=text)) from None


def available_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def remarks() -> Console:
    """Where progress and remarks go: standard error, so that standard output holds the answer alone."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="The day to judge standards by; today if not given.")
]
KnownOn = Annotated[
    str | None,
    typer.Option("--known-on", metavar="DATE", help="Judge by the records as git held them at the end of this day."),
]
Number = Annotated[
    list[str], typer.Argument(metavar="NUMBER...", help="A standard's number, with or without year; quotes or none.")
]
"""The words of one number: who types `GB 38031-2025` means one thing."""
Books = Annotated[list[str] | None, typer.Argument(metavar="[BOOK]...", help="Ids of books; all if none is given.")]


def require_one_of(given: str, known: Iterable[str]) -> None:
    """Raises WrongUseError with the words that may stand there."""
    words = list(known)
    if given not in words:
        raise WrongUseError(msg("`{given}` is none of: {known}", given=given, known=", ".join(words)))


def write_answer(content: bytes, out: Path | None) -> None:
    """To a file, or to standard output. Raises WrongUseError where the file can not be written."""
    if out is None:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
        return
    try:
        out.write_bytes(content)
    except OSError as error:
        raise _unwritable(out, error) from None


def _unwritable(path: Path, error: OSError) -> WrongUseError:
    """For a file named on the command line that can not be written."""
    reasons = {errno.ENOENT: _NO_FOLDER, errno.ENOTDIR: _NO_FOLDER, errno.EISDIR: _IS_FOLDER, errno.ENOSPC: _FULL}
    why = reasons.get(error.errno or 0, _FORBIDDEN)
    return WrongUseError(msg("{path} can not be written: {why}", path=path, why=why))


_NO_FOLDER = msg("the folder is not there")
_IS_FOLDER = msg("it is a folder")
_FULL = msg("the disk is full")
_FORBIDDEN = msg("you may not write there")
