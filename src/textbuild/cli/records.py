"""`textbuild records`: what students exported from the page 学习记录, for their teacher."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from textbuild.cli.console import remarks, session, write_answer
from textbuild.diagnostics import Message, WrongUseError, msg
from textbuild.load.learning import read_record
from textbuild.publish.learning import workbook_of

app = typer.Typer(help="Learning records that students exported.", no_args_is_help=True)
Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Exported files, or folders that hold them.")]


@app.command("merge")
def merge(
    context: typer.Context,
    files: Files,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Write the workbook to this file.")],
) -> int:
    """Students' exported records as one workbook: by student and module, and the answers to each question."""
    here = session(context)
    if out.suffix.lower() != ".xlsx":
        raise WrongUseError(msg("{path} can not be written: its name must end in .xlsx", path=out))
    found = [(path, read_record(path)) for path in _files(files)]
    records = [record for _, record in found if not isinstance(record, Message)]
    for path, fault in found:
        if isinstance(fault, Message):
            remarks().print(f"{path}: {here.translate(fault)}", markup=False)
    if records:
        write_answer(workbook_of(records, here.language), out)
    remarks().print(here.translate(msg("{count} records of {all} files merged", count=len(records), all=len(found))))
    return 0 if records and len(records) == len(found) else 1


def _files(given: Iterable[Path]) -> Iterator[Path]:
    for path in given:
        if path.is_dir():
            yield from sorted(path.glob("*.json"))
        else:
            yield path
