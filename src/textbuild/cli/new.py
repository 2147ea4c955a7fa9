"""`textbuild new`: a valid skeleton of anything an author adds."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from textbuild.cli.console import Number, Session, remarks, session
from textbuild.diagnostics import WrongUseError, msg
from textbuild.load.library import load_records, require_library
from textbuild.model.standard_number import parse
from textbuild.publish import skeletons, workshop_skeleton

app = typer.Typer(help="A valid skeleton to fill in.", no_args_is_help=True)
Name = Annotated[str, typer.Argument(help="Small letters, digits and hyphens.")]
Title = Annotated[str, typer.Argument(help="The title, in Chinese.")]


@app.command()
def library(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="The new library's folder.")],
    title: Annotated[str, typer.Option("--title")] = "数字教材",
) -> None:
    """A library without books."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder, skeletons.library(title), session(context))


@app.command()
def book(context: typer.Context, name: Name, title: Title) -> None:
    """A book with a preface."""
    _add(context, skeletons.book(_slug(name), title))


@app.command()
def module(
    context: typer.Context,
    book: Annotated[str, typer.Argument(help="The book's folder.")],
    name: Annotated[str, typer.Argument(help="The file's name, `1-1-绝缘检测`.")],
    title: Annotated[str | None, typer.Argument(help="The title; the name if not given.")] = None,
) -> None:
    """A module with the parts of a work task. Add it to the `nav` of book.yml."""
    here = session(context)
    name = name.removesuffix(".md")
    if any(sign in name for sign in '/\\:*?"<>|') or name.startswith("."):
        raise WrongUseError(msg("`{name}` can not be the name of a file", name=name))
    if not (here.root / "books" / _slug(book) / "book.yml").is_file():
        raise WrongUseError(msg("there is no book folder `books/{book}`", book=book))
    _add(context, skeletons.module(book, name, title or name))


@app.command()
def standard(context: typer.Context, number: Number) -> None:
    """A standard with one edition."""
    parsed = parse(" ".join(number))
    if parsed is None:
        raise WrongUseError(msg("`{number}` is no standard number such as GB 38031-2025", number=" ".join(number)))
    _add(context, skeletons.standard(parsed))


@app.command()
def job(context: typer.Context, name: Name, title: Title) -> None:
    """A job specification."""
    _add(context, skeletons.job(_slug(name), title))


@app.command()
def process(context: typer.Context, name: Name, title: Title) -> None:
    """A production process."""
    _add(context, skeletons.process(_slug(name), title))


@app.command()
def workshop(
    context: typer.Context,
    book: Annotated[str, typer.Argument(help="The book's folder.")],
    process: Annotated[str, typer.Argument(help="`process:hv-insulation-test`")],
) -> None:
    """A virtual workshop made from a process record."""
    here = session(context)
    if not (here.root / "books" / _slug(book) / "book.yml").is_file():
        raise WrongUseError(msg("there is no book folder `books/{book}`", book=book))
    id_ = process if process.startswith("process:") else f"process:{process}"
    found = next((one.value for one in load_records(here.root).processes if one.value.id == id_), None)
    if found is None:
        raise WrongUseError(msg("there is no process `{id}`: `textbuild new process` makes one", id=id_))
    _add(context, workshop_skeleton.workshop(book, found))


def _slug(name: str) -> str:
    if skeletons.slug(name) != name or "." in name:
        raise WrongUseError(
            msg("`{name}` can not be its name: use small letters, digits and hyphens, such as ev-battery", name=name)
        )
    return name


def _add(context: typer.Context, skeleton: skeletons.Skeleton) -> None:
    here = session(context)
    require_library(here.root)
    _write(here.root, skeleton, here)


def _write(root: Path, skeleton: skeletons.Skeleton, here: Session) -> None:
    """Writes the files, of which none may be there yet."""
    for path in skeleton:
        if (root / path).exists():
            raise WrongUseError(msg("{path} is already there", path=path))
    for path, content in skeleton.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, encoding="utf-8", newline="\n")
        remarks().print(here.say(f"已建立 {root / path}", f"made {root / path}"), markup=False)
