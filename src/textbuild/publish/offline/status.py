"""`<book>/status.json`: the pages whose basis no longer counts, so that copies kept on devices can say so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.link.verdict import Status, Verdict
from textbuild.model.standard_number import printed
from textbuild.publish.layout import module_page

_PAST = (Status.SUPERSEDED, Status.WITHDRAWN)


def status_list(book: LinkedBook, linked: LinkedLibrary) -> str:
    """`pages`: page in the site → the editions of the module's basis that are superseded or withdrawn on the day.

    Of a page that is not named the whole basis counted on the day `checked`.
    """
    pages = {
        module_page(book.book, module.module.path): past for module in book.modules if (past := [*_past_basis(module)])
    }
    found = {"checked": linked.day.isoformat(), "pages": pages}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"


def _past_basis(module: LinkedModule) -> Iterator[dict[str, Any]]:
    found = {one.edition: one for resolved in module.basis for one in resolved.verdicts if one.status in _PAST}
    return map(_entry, found.values())


def _entry(verdict: Verdict) -> dict[str, Any]:
    return {
        "edition": printed(verdict.edition),
        "verdict": verdict.status.value,
        "since": str(verdict.since) if verdict.since else None,
        "successors": [printed(edition) for edition in verdict.successors],
    }
