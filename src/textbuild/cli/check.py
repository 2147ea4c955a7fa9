"""`textbuild check`: every rule over the whole library."""

from __future__ import annotations

import re
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer

from textbuild.check.cited import listed
from textbuild.check.fix import fixed_text
from textbuild.cli.console import AsOf, Books, KnownOn, Session, remarks, require_one_of, session
from textbuild.diagnostics import WrongUseError, msg
from textbuild.diagnostics.formats import FORMATS, text
from textbuild.diagnostics.report import Report
from textbuild.load.files import read_text
from textbuild.model.standard_number import printed
from textbuild.pipeline import Run, coming
from textbuild.pipeline import check as check_library


def check(
    context: typer.Context,
    books: Books = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    format: Annotated[str, typer.Option("--format", help=f"One of: {', '.join(FORMATS)}.")] = "text",
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended without a decision.")] = False,
    jobs: Annotated[int | None, typer.Option("--jobs", min=1, help="Processes; one a core if not given.")] = None,
    fail_within: Annotated[
        str | None,
        typer.Option("--fail-within", metavar="SPAN", help="Fail for what will be replaced or withdrawn by then: 90d."),
    ] = None,
) -> int:
    """Check every book: are the standards it teaches in force, is everything it names there?

    Ends with 0 if there is no error, 1 if there are some (or will be, with --fail-within), 2 for a wrong command line.
    """
    here = session(context)
    require_one_of(format, FORMATS)
    if fix and known_on:
        raise WrongUseError(msg("--fix mends by what is known today: leave out --known-on"))
    run = here.run(as_of, jobs, known_on)
    until = None if fail_within is None else _end(run.day, fail_within)
    wanted = list(books or [])
    report = check_library(run, wanted)
    if fix and _mend(run, report, here):
        report = check_library(run, wanted)
    if format == "text":
        shown = text.render(report, here.translate, colour=sys.stdout.isatty())
    else:
        shown = FORMATS[format](report, here.translate)
    sys.stdout.write(shown if shown.endswith("\n") else shown + "\n")
    ahead = until is not None and _warn(run, until, wanted, here)
    return 1 if report.failed or ahead else 0


def _end(day: date, span: str) -> date:
    """The last day of a span such as `90d` or `12w`. Raises WrongUseError."""
    found = re.fullmatch(r"([0-9]{1,5})([dw])", span)
    if found is None:
        raise WrongUseError(msg("`{span}` is no span of time such as 90d or 12w", span=span))
    return day + min(timedelta(days=int(found[1]) * (7 if found[2] == "w" else 1)), date.max - day)


def _warn(run: Run, until: date, books: list[str], here: Session) -> bool:
    """Says which citations will be errors by `until`. True if there are any."""
    found = coming(run, until, books)
    for one in found:
        span, edition, heirs = one.use.citation.span, printed(one.verdict.edition), listed(one.verdict.successors)
        if heirs:
            what = here.say(f"{edition} 将被 {heirs} 代替", f"{edition} will be replaced by {heirs}")
        else:
            what = here.say(f"{edition} 将废止", f"{edition} will be withdrawn")
        remarks().print(f"{span.path}:{span.line}:{span.column}: {one.day}: {what}", markup=False)
    if found:
        remarks().print(
            here.say(f"到 {until} 为止将有 {len(found)} 处引用失效", f"{len(found)} citation(s) will fail by {until}")
        )
    return bool(found)


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
