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
from textbuild.cli import build, check, coverage, explain, new, publish, quiz, records, schema, serve, standards
from textbuild.cli.console import Session
from textbuild.cli.usage import chosen_language, explained
from textbuild.diagnostics import Message, WrongUseError, msg
from textbuild.diagnostics.translate import Language, language_for, translator

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
GROUPS: tuple[tuple[str, typer.Typer], ...] = (
    ("new", new.app),
    ("standards", standards.app),
    ("quiz", quiz.app),
    ("records", records.app),
)

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
    given = sys.argv[1:] if arguments is None else list(arguments)
    language = language_for(chosen_language(given), os.environ)
    try:
        answer = app(given, standalone_mode=False, prog_name="textbuild")
    except UsageError as error:
        return _refuse(explained(error.format_message()), language)
    except WrongUseError as error:
        return _refuse(error.message, language)
    except (typer.Abort, KeyboardInterrupt):
        _refuse(msg("interrupted; what was built before is still in place"), language)
        return 130
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115  the reader (`| head`) is gone: nothing more to say
        return 0
    except Exception as error:
        traceback.print_exc(file=sys.stderr)
        _refuse(msg("this is a bug in textbuild ({name}): please report it", name=type(error).__name__), language)
        return 3
    return answer if isinstance(answer, int) else 0


def _refuse(message: Message, language: Language) -> int:
    """Says why there is no answer, and gives the exit code of wrong use."""
    print(f"textbuild: {translator(language)(message)}", file=sys.stderr)
    return 2
