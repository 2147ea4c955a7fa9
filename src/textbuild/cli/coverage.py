"""`textbuild coverage`: which tasks of its jobs a book teaches, practises and assesses."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from textbuild.cli.console import remarks, require_one_of, session, write_answer
from textbuild.diagnostics import WrongUseError, msg
from textbuild.link.coverage import coverage as coverage_of
from textbuild.pipeline import link, require_books
from textbuild.publish.coverage import FORMATS

BINARY = ("xlsx",)
"""Formats that a terminal can not show."""


def coverage(
    context: typer.Context,
    book: Annotated[str | None, typer.Argument(metavar="[BOOK]", help="A book's id; all with jobs if none.")] = None,
    format: Annotated[str, typer.Option("--format", help=f"One of: {', '.join(FORMATS)}.")] = "table",
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write to this file.")] = None,
) -> int:
    """Tasks and competencies of a book's jobs by module: taught, practised, assessed; and what is not covered."""
    here = session(context)
    require_one_of(format, FORMATS)
    if format in BINARY and out is None and sys.stdout.isatty():
        raise WrongUseError(msg("`{format}` is no text: use --out FILE", format=format))
    linked, _ = link(here.run(None))
    wanted = [book] if book else []
    require_books(wanted, [one.book.id for one in linked.books])
    chosen = [one for one in linked.books if (one.book.id in wanted if wanted else one.jobs)]
    found = [coverage_of(one) for one in chosen]
    for one in found:
        if not one.jobs:
            name = one.book.id
            remarks().print(
                here.say(f"{name} 没有可用的岗位规范（book.yml 的 jobs）", f"{name} names no known job in book.yml")
            )
    write_answer(FORMATS[format](found, here.language), out)
    return 0
