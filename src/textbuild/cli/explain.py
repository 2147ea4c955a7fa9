"""`textbuild explain`: a rule's page."""

from __future__ import annotations

import difflib
import sys
from typing import Annotated

import typer

from textbuild.check.explain import page
from textbuild.check.rules import ALL
from textbuild.cli.console import session
from textbuild.diagnostics import WrongUseError, msg


def explain(context: typer.Context, code: Annotated[str, typer.Argument(help="A rule's code or name: TB202.")]) -> None:
    """What a rule finds, why it matters, and what to do about it."""
    by_name = {rule.name: rule.code for rule in ALL} | {rule.code.lower(): rule.code for rule in ALL}
    found = by_name.get(code.lower())
    if found is None:
        near = difflib.get_close_matches(code.lower(), by_name, n=1)
        if near:
            raise WrongUseError(
                msg("there is no rule `{code}`; did you mean {near}?", code=code, near=by_name[near[0]])
            )
        codes = ", ".join(rule.code for rule in ALL)
        raise WrongUseError(msg("there is no rule `{code}`; there are: {codes}", code=code, codes=codes))
    sys.stdout.write((page(found, session(context).language) or "").rstrip() + "\n")
