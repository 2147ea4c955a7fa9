"""`textbuild standards`: what the registry holds, what is current, and what rests on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import typer

from textbuild.cli.import_ import import_command
from textbuild.cli.standards import export, forecast, impact, list_, parse, show, stale

app = typer.Typer(help="The registry of standards: what is known, what is current.", no_args_is_help=True)
COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("show", show.show),
    ("list", list_.list_command),
    ("export", export.export),
    ("forecast", forecast.forecast_command),
    ("impact", impact.impact),
    ("stale", stale.stale),
    ("parse", parse.parse_command),
    ("import", import_command),
)
for _name, _command in COMMANDS:
    app.command(_name)(_command)
