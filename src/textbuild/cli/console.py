"""What the commands share: where the library is, which day it is, in which language to speak."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from textbuild.diagnostics.translate import Language, Translator, translator
from textbuild.load.library import NoLibraryError
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
        raise NoLibraryError(f"{here}: no textbuild library here or in a folder above (use --root DIR)")

    @property
    def translate(self) -> Translator:
        return translator(self.language)

    def say(self, zh: str, en: str) -> str:
        """One of two wordings: for remarks of the command line itself, which are no diagnostics."""
        return zh if self.language == "zh" else en

    def run(self, as_of: str | None, jobs: int | None = None) -> Run:
        return Run(self.root, parse_day(as_of), jobs or available_cores())


def session(context: typer.Context) -> Session:
    found = context.obj
    assert isinstance(found, Session)
    return found


def parse_day(text: str | None) -> date:
    """A day as `2026-07-01`; today if not given. Raises typer.BadParameter."""
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day such as 2026-07-01") from None


def available_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def remarks() -> Console:
    """Where progress and remarks go: standard error, so that standard output holds the answer alone."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="The day to judge standards by; today if not given.")
]
Books = Annotated[list[str] | None, typer.Argument(metavar="[BOOK]...", help="Ids of books; all if none is given.")]


def require_books(wanted: list[str] | None, known: list[str]) -> list[str]:
    """The wanted ids, each of which must be known. Raises typer.BadParameter naming those that are."""
    for book in wanted or []:
        if book not in known:
            raise typer.BadParameter(f"no book {book!r}; there are: {', '.join(known) or 'none'}")
    return list(wanted or [])
