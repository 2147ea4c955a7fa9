"""Writes a printing into its book's ledger, `published/<book>.yml`: what stands there stays as it is."""

from __future__ import annotations

import re

from textbuild.load.published import FOLDER
from textbuild.load.records import validate
from textbuild.load.yaml_places import parse_yaml
from textbuild.model.book import Book
from textbuild.model.published import PrintedModule, Printing, Published
from textbuild.publish.record_text import flow

_LIST = re.compile(r"^printings:[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*?([ ]*)- ", re.MULTILINE)


def ledger_path(book: Book) -> str:
    """Where the book's ledger is made, relative to the library's root."""
    return f"{FOLDER}/{book.id}.yml"


def with_printing(text: str | None, book: Book, printing: Printing) -> str | None:
    """The ledger's text with the printing put before the older ones; `text` None: there is none yet.

    None where the result would not read back whole: then a person has to write it in.
    """
    if text is None:
        head = f"kind: published\nbook: {flow(book.id)}\ntitle: {flow(book.title)}\nprintings:\n"
        return head + _entry(printing, "  ")
    before, found = _read(text), _LIST.search(text)
    if before is None or found is None:
        return None
    at = found.start(1)
    after = text[:at] + _entry(printing, found[1]) + text[at:]
    wanted = before.model_copy(update={"printings": (printing, *before.printings)})
    return after if _read(after) == wanted else None


def _read(text: str) -> Published | None:
    ledger, _ = validate(parse_yaml(text, ""), Published)
    return ledger.value if ledger else None


def _entry(printing: Printing, indent: str) -> str:
    fields = ("id", "edition", "printing", "version", "date")
    lines = _fields(printing, fields)
    lines.append("modules:" if printing.modules else "modules: []")
    for module in printing.modules:
        first, *others = _fields(module, ("id", "title", "basis", "cites", "text"))
        lines += [f"  - {first}", *(f"    {line}" for line in others)]
    return "".join(f"{indent}{'- ' if i == 0 else '  '}{line}\n" for i, line in enumerate(lines))


def _fields(record: Printing | PrintedModule, names: tuple[str, ...]) -> list[str]:
    values = ((name, getattr(record, name)) for name in names)
    return [f"{name}: {_flow(value)}" for name, value in values if value is not None and value != ()]


def _flow(value: object) -> str:
    return str(value) if isinstance(value, int) else flow(value)
