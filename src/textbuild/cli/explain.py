"""`textbuild explain`: a rule's page."""

from __future__ import annotations

import difflib
import sys
from typing import Annotated

import typer

from textbuild.check.explain import page
from textbuild.check.rules import ALL
from textbuild.cli.console import session


def explain(context: typer.Context, code: Annotated[str, typer.Argument(help="A rule's code or name: TB202.")]) -> None:
    """What a rule finds, why it matters, and what to do about it."""
    by_name = {rule.name: rule.code for rule in ALL} | {rule.code.lower(): rule.code for rule in ALL}
    found = by_name.get(code.lower())
    if found is None:
        near = difflib.get_close_matches(code.lower(), by_name, n=1)
        hint = f"; did you mean {by_name[near[0]]}?" if near else f"; there are: {', '.join(rule.code for rule in ALL)}"
        raise typer.BadParameter(f"there is no rule {code!r}{hint}")
    sys.stdout.write((page(found, session(context).language) or "").rstrip() + "\n")
