"""`textbuild check`: every rule over the whole library."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from textbuild.check.fix import fixed_text
from textbuild.cli.console import AsOf, Books, Session, remarks, require_books, session
from textbuild.diagnostics.formats import FORMATS, text
from textbuild.diagnostics.report import Report
from textbuild.load.files import read_text
from textbuild.pipeline import Run
from textbuild.pipeline import check as check_library


def check(
    context: typer.Context,
    books: Books = None,
    as_of: AsOf = None,
    format: Annotated[str, typer.Option("--format", help=f"One of: {', '.join(FORMATS)}.")] = "text",
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended without a decision.")] = False,
    jobs: Annotated[int | None, typer.Option("--jobs", min=1, help="Processes; one a core if not given.")] = None,
) -> int:
    """Check every book: are the standards it teaches in force, is everything it names there?

    Ends with 0 if there is no error, 1 if there are some, 2 for a wrong command line.
    """
    here = session(context)
    if format not in FORMATS:
        raise typer.BadParameter(f"{format!r} is none of: {', '.join(FORMATS)}")
    run = here.run(as_of, jobs)
    wanted = _wanted(run, books)
    report = check_library(run, wanted)
    if fix and _mend(run, report, here):
        report = check_library(run, wanted)
    if format == "text":
        shown = text.render(report, here.translate, colour=sys.stdout.isatty())
    else:
        shown = FORMATS[format](report, here.translate)
    sys.stdout.write(shown if shown.endswith("\n") else shown + "\n")
    return 1 if report.failed else 0


def _wanted(run: Run, books: list[str] | None) -> list[str]:
    if not books:
        return []
    folders = sorted(path.parent.name for path in (run.root / "books").glob("*/book.yml"))
    return require_books(books, folders)


def _mend(run: Run, report: Report, here: Session) -> bool:
    """Writes the fixes into the modules; says in which. True if anything changed."""
    changed = 0
    for path in sorted({one.span.path for one in report.diagnostics if one.fix is not None}):
        if read_text(run.root, path).content is None:
            continue
        before = (run.root / path).read_bytes().decode("utf-8")  # with its own line ends
        mended = fixed_text(before, [one for one in report.diagnostics if one.span.path == path])
        if mended != before:
            _write(run.root / path, mended)
            changed += 1
    remarks().print(here.say(f"已修正 {changed} 个文件", f"mended {changed} file(s)"))
    return changed > 0


def _write(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.fixing")
    beside.write_bytes(text.encode("utf-8"))
    beside.replace(path)
