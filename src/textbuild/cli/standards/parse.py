"""`textbuild standards parse`: which numbers a text holds."""

from __future__ import annotations

from typing import Annotated

import typer

from textbuild.cli.console import session
from textbuild.cli.standards.answers import Form, answer
from textbuild.model.standard_number import StandardNumber, find_all

_COLUMNS = ("text", "number", "edition", "locator", "start", "end")


def parse_command(
    context: typer.Context,
    texts: Annotated[list[str], typer.Argument(metavar="TEXT...")],
    format: Form = "table",
) -> None:
    """Which standard numbers a text holds, and how they are written rightly."""
    rows = [
        {
            "text": text[mention.start : mention.end],
            "number": mention.number.identity,
            "edition": _edition(mention.number),
            "locator": mention.locator,
            "start": mention.start,
            "end": mention.end,
        }
        for text in texts
        for mention in find_all(text)
    ]
    answer(rows, _COLUMNS, format, session(context))


def _edition(number: StandardNumber) -> str | None:
    return number.canonical if number.edition else None
