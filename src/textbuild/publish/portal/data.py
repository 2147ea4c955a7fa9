"""`standards.json`: every edition with its verdict on the day, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.link.registry import EditionEntry
from textbuild.link.verdict import Verdict
from textbuild.model.standard_number import canonical
from textbuild.publish.edition_facts import edition_facts
from textbuild.publish.layout import module_page, relative, standard_page
from textbuild.publish.portal.verdicts import Built

_PAGE = "standards/standards.json"

Citing = Mapping[str, tuple[dict[str, str], ...]]
"""Edition → the modules of textbooks that name it."""


def standards_json(linked: LinkedLibrary, built: Built) -> str:
    """All editions by number, one a line, so that two days can be compared line by line."""
    citing, judge = _citing(linked.books), linked.judge
    found = (
        _edition(entry, judge(number), citing, built) for number, entry in sorted(linked.registry.editions.items())
    )
    lines = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in found)
    return f'{{"as_of":"{linked.day}","editions":[\n{lines}\n]}}\n'


def _edition(entry: EditionEntry, verdict: Verdict, citing: Citing, built: Built) -> dict[str, Any]:
    identity = canonical(entry.standard.value.number)
    return edition_facts(entry, verdict) | {
        "cited_by": citing.get(verdict.edition, ()),
        "page": relative(standard_page(identity), _PAGE) if identity in built else None,
    }


def _citing(books: Iterable[LinkedBook]) -> Citing:
    found: dict[str, dict[str, dict[str, str]]] = {}
    for book in books:
        for module in book.texts if not book.book.exempt else ():
            page = relative(module_page(book.book, module.module.path), _PAGE)
            named = {"book": book.book.id, "module": module.module.title, "page": page}
            for resolved in (*module.basis, *module.citations):
                for verdict in resolved.verdicts:
                    found.setdefault(verdict.edition, {}).setdefault(page, named)
    return {edition: tuple(modules.values()) for edition, modules in found.items()}
