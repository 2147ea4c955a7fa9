"""`textbuild quiz`: a book's self-tests for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from textbuild.cli.console import AsOf, remarks, require_one_of, session, write_answer
from textbuild.diagnostics import WrongUseError, msg
from textbuild.pipeline import link, require_books
from textbuild.publish.quiz import FORMATS, selected

app = typer.Typer(help="Self-tests for other programs.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Without this, a group of one command is that command."""


@app.command("export")
def export(
    context: typer.Context,
    book: Annotated[str, typer.Argument(metavar="BOOK", help="The book's id.")],
    format: Annotated[str, typer.Option("--format", help=f"One of: {', '.join(FORMATS)}.")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Write to this file.")],
    as_of: AsOf = None,
) -> int:
    """The questions of a book: a QTI 3.0 package, or GIFT for Moodle. Those that are not scored are left out."""
    here = session(context)
    require_one_of(format, FORMATS)
    linked, _ = link(here.run(as_of))
    require_books([book], [one.book.id for one in linked.books])
    selection = selected(next(one for one in linked.books if one.book.id == book))
    if not selection.questions:
        raise WrongUseError(msg("{book} has no questions that can be exported", book=book))
    write_answer(FORMATS[format](selection), out)
    remarks().print(here.translate(msg("{count} questions exported", count=len(selection.questions))), markup=False)
    for module, question in selection.left_out:
        message = msg("left out: question {number}, whose basis is not current", number=question.number)
        remarks().print(f"{module.path}:{question.span.line}: {here.translate(message)}", markup=False)
    return 0
