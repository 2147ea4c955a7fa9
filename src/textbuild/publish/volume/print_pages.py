"""The pages of a book as they were last laid out, kept beside its PDF for other formats to name them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from textbuild.link.library import LinkedBook
from textbuild.publish.artefact import Workplace


@dataclass(frozen=True, slots=True)
class PrintPage:
    label: str
    """As printed: `IV`, `12`."""
    part: str
    """The id of the title of the part of the book that it belongs to."""
    opens: tuple[str, ...]
    """The words of its first lines."""


def pages_file(place: Workplace, book: str) -> Path:
    """Where the pages of a book, and what is wrong with them, are written."""
    return place.out / "pdf" / f"{book}.pages.json"


def text_of(book: LinkedBook) -> str:
    """The hash of what a book says: pages that were laid out of another text are not this book's."""
    digest = hashlib.sha256(repr(book.book.config.value).encode("utf-8", "surrogatepass"))
    for module in book.modules:
        digest.update(f"\0{module.module.path}\0{module.module.text}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def write_pages(path: Path, text: str, faults: Sequence[object], pages: Iterable[PrintPage]) -> None:
    """Faults stand first: people read them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    told = [json.dumps({"page": p.label, "part": p.part, "opens": p.opens}, ensure_ascii=False) for p in pages]
    wrong = [json.dumps(fault, ensure_ascii=False) for fault in faults]
    path.write_text(
        f'{{"text": "{text}",\n"faults": [\n{_lines(wrong)}\n],\n"pages": [\n{_lines(told)}\n]}}\n', encoding="utf-8"
    )


def read_pages(path: Path, text: str) -> tuple[PrintPage, ...]:
    """The pages that were laid out of this text; none where the file tells of another or is damaged."""
    try:
        found = json.loads(path.read_bytes())
        if found["text"] != text:
            return ()
        return tuple(PrintPage(str(p["page"]), str(p["part"]), tuple(map(str, p["opens"]))) for p in found["pages"])
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def _lines(items: Sequence[str]) -> str:
    return ",\n".join(items)
