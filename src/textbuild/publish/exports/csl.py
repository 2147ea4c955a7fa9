"""CSL-JSON, which reference managers read (Zotero, pandoc).

Names of fields are those of the Citation Style Language's `csl-data.json` (schema 1.0.2, type `standard`). What has no
field there, such as the day an edition comes into force, stands under `custom`, which the schema has for that.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from textbuild.link.library import LinkedLibrary
from textbuild.link.registry import EditionEntry
from textbuild.link.verdict import Status, Verdict
from textbuild.model.dates import PartialDate
from textbuild.model.standard_number import printed
from textbuild.publish.edition_facts import edition_facts
from textbuild.publish.exports.titles import titles
from textbuild.publish.volume.references import official_page

_LANGUAGES = {"zh": "zh-CN", "en": "en"}


def render(selected: Iterable[tuple[EditionEntry, Verdict]], linked: LinkedLibrary) -> str:
    items = [_item(entry, verdict, linked) for entry, verdict in selected]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(entry: EditionEntry, verdict: Verdict, linked: LinkedLibrary) -> dict[str, Any]:
    edition, standard = entry.edition, entry.standard.value
    language, title = next(iter(titles(entry).items()), (None, None))
    page = official_page(edition)
    issuers = [name.strip() for name in (standard.issuer or "").split("、") if name.strip()]
    item = {
        "id": verdict.edition,
        "type": "standard",
        "title": title,
        "language": _LANGUAGES.get(language or ""),
        "number": printed(verdict.edition),
        "author": [{"literal": name} for name in issuers],
        "issued": _date(edition.published),
        # A style may print the status: what is not known is no status.
        "status": None if verdict.status is Status.UNVERIFIED else verdict.status.value,
        "URL": page.source if page else None,
        "accessed": _date(PartialDate.of(page.on)) if page else None,
        "custom": _custom(entry, verdict, linked),
    }
    return {name: value for name, value in item.items() if value}


def _date(day: PartialDate | None) -> dict[str, Any] | None:
    """As precise as it is known: the parts that are not are left out."""
    if day is None:
        return None
    return {"date-parts": [[part for part in (day.year, day.month, day.day) if part is not None]]}


def _custom(entry: EditionEntry, verdict: Verdict, linked: LinkedLibrary) -> dict[str, Any]:
    facts = edition_facts(entry, verdict)
    named = ("standard", "verdict", "since", "successors", "published", "effective", "withdrawn")
    replaces = [{"edition": one.edition, "extent": one.extent} for one in entry.edition.replacements]
    checks = [check.model_dump(mode="json", exclude_defaults=True) for check in entry.edition.checks]
    custom = {
        "as_of": str(linked.day),
        **{name: facts[name] for name in named},
        "titles": titles(entry),
        "replaces": replaces,
        "checks": checks,
    }
    return {name: value for name, value in custom.items() if value not in (None, [], (), {})}
