"""`textbuild` itself: its global options, its commands, and what its exit codes mean."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from textbuild import __version__
from textbuild.cli import build, check, coverage, explain, new, publish, schema, serve, standards
from textbuild.cli.console import Session
from textbuild.diagnostics.translate import language_for
from textbuild.load.library import NoLibraryError

app = typer.Typer(
    name="textbuild",
    help="Textbooks that are built only while the industry standards they teach are in force.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("check", check.check),
    ("build", build.build),
    ("serve", serve.serve),
    ("publish", publish.publish),
    ("coverage", coverage.coverage),
    ("explain", explain.explain),
    ("schema", schema.schema),
)
UsageError: type[Any] = typer.BadParameter.__mro__[1]
"""What typer raises for a wrong command line; it has no public name of its own."""
GROUPS: tuple[tuple[str, typer.Typer], ...] = (("new", new.app), ("standards", standards.app))

for _name, _command in COMMANDS:
    app.command(_name)(_command)
for _name, _group in GROUPS:
    app.add_typer(_group, name=_name)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"textbuild {__version__}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    root: Annotated[
        Path | None, typer.Option("--root", "-C", help="The library's folder; else the nearest one above this folder.")
    ] = None,
    lang: Annotated[str | None, typer.Option("--lang", help="Language of the messages: zh or en.")] = None,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show it.")] = False,
) -> None:
    context.obj = Session(root, language_for(lang, os.environ))


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and exits: 0 clean, 1 findings, 2 wrong use, 3 a bug in textbuild."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit code."""
    try:
        answer = app(list(arguments) if arguments is not None else None, standalone_mode=False, prog_name="textbuild")
    except UsageError as error:
        print(f"textbuild: {error.format_message()}", file=sys.stderr)
        return 2
    except (typer.Abort, KeyboardInterrupt):
        print("textbuild: interrupted; what was built before is still in place", file=sys.stderr)
        return 130
    except NoLibraryError as error:
        print(f"textbuild: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115  the reader (`| head`) is gone: nothing more to say
        return 0
    except Exception as error:
        traceback.print_exc(file=sys.stderr)
        print(f"textbuild: this is a bug in textbuild ({type(error).__name__}): please report it", file=sys.stderr)
        return 3
    return answer if isinstance(answer, int) else 0
