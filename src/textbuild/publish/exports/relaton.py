"""Relaton YAML, which standards bodies and Metanorma read: a collection with one bibliographic item an edition.

Names of fields and words are those of relaton-bib 2 (`lib/relaton/bib/model/*.rb`; grammar: `relaton-models/grammars/
biblio.rnc`) and, below `ext`, of relaton-gb (`ccs`, `gbtype`); a collection is `root: {title, items}` as relaton-cli
has it. The stages are those of relaton-gb for what Chinese registers show: 即将实施 `published`, 现行 `activated`,
被代替 `replaced`, 废止 `obsoleted`. Where the verdict is another one there is no stage: what is not known is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml

from textbuild.link.library import LinkedLibrary
from textbuild.link.registry import EditionEntry
from textbuild.link.verdict import Status, Verdict
from textbuild.model.standard import Check, Edition, Standard
from textbuild.model.standard_number import canonical
from textbuild.publish.exports.titles import titles
from textbuild.publish.volume.references import official_page

_STAGES: Mapping[Status, str] = {
    Status.UPCOMING: "published",
    Status.CURRENT: "activated",
    Status.SUPERSEDED: "replaced",
    Status.WITHDRAWN: "obsoleted",
}
_MANDATES = {"mandatory": "mandatory", "recommended": "recommended", "guide": "guidelines"}
_BODIES = {"ISO": "ISO", "IEC": "IEC", "CISPR": "IEC", "IEEE": "IEEE", "EN": "CEN", "RFC": "IETF", "BCP": "IETF"}
"""Type of a number by its first word; all others are Chinese."""
_CHINESE = "Chinese Standard"
_SCRIPTS = {"zh": "Hans", "en": "Latn"}


def render(selected: Iterable[tuple[EditionEntry, Verdict]], linked: LinkedLibrary) -> str:
    items = [_filled(_item(entry, verdict, linked)) for entry, verdict in selected]
    collection = {"root": {"title": linked.library.config.value.title, "items": items}}
    text: str = yaml.dump(collection, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)
    return text


def _item(entry: EditionEntry, verdict: Verdict, linked: LinkedLibrary) -> dict[str, Any]:
    edition, standard = entry.edition, entry.standard.value
    page = official_page(edition)
    named = titles(entry)
    stage = _STAGES.get(verdict.status)
    return {
        "id": re.sub(r"[^\w.-]", "", verdict.edition),
        "type": "standard",
        "fetched": max((str(check.on) for check in edition.checks), default=None),
        "formattedref": None if named else {"content": verdict.edition},
        "title": [{"content": title, **_written(language), "type": "main"} for language, title in named.items()],
        "source": [{"type": "src", "content": page.source}] if page else None,
        "docidentifier": [{**_identifier(verdict.edition), "primary": True}],
        "date": list(_dates(edition)),
        "contributor": list(_publishers(standard)),
        "note": [*(_checked(check) for check in edition.checks), _told(verdict, linked)],
        "language": list(named),
        "script": [_SCRIPTS[language] for language in named],
        "status": {"stage": {"content": stage}} if stage else None,
        "relation": list(_relations(entry, verdict.edition, linked)),
        "ext": _ext(standard),
    }


def _written(language: str) -> dict[str, str]:
    return {"language": language, "script": _SCRIPTS[language]}


def _identifier(number: str) -> dict[str, Any]:
    return {"content": number, "type": _BODIES.get(re.split(r"[ /]", number)[0], _CHINESE)}


def _dates(edition: Edition) -> Iterator[dict[str, str]]:
    """As precise as the record has them. A withdrawal of which no day is known has no date."""
    withdrawn = None if edition.withdrawn is True else edition.withdrawn
    days = ("published", edition.published), ("implemented", edition.effective), ("obsoleted", withdrawn)
    for name, day in days:
        if day is not None:
            yield {"type": name, "at": str(day)}


def _publishers(standard: Standard) -> Iterator[dict[str, Any]]:
    for name in (standard.issuer or "").split("、"):
        if name.strip():
            organization = {"name": [{"content": name.strip()}]}
            yield {"role": [{"type": "publisher"}], "organization": organization}


def _relations(entry: EditionEntry, number: str, linked: LinkedLibrary) -> Iterator[dict[str, Any]]:
    """Replacement in full obsoletes; in part it leaves the older edition in force, which is what `updates` means."""
    for one in entry.edition.replacements:
        yield _relation("obsoletes" if one.extent == "full" else "updates", canonical(one.edition))
    for succession in linked.registry.successors(number):
        yield _relation("obsoletedBy" if succession.extent == "full" else "updatedBy", succession.edition)
    for adopted in entry.standard.value.adopts:
        yield _relation("adoptedFrom", canonical(adopted.number), adopted.degree)


def _relation(type_: str, number: str, description: str | None = None) -> dict[str, Any]:
    told = {"description": {"content": description}} if description else {}
    item = {"formattedref": {"content": number}, "docidentifier": [_identifier(number)]}
    return {"type": type_, **told, "bibitem": item}


def _checked(check: Check) -> dict[str, str]:
    """Where a fact comes from: Relaton has no field for it but a note."""
    saw = f"; {', '.join(check.saw)}" if check.saw else ""
    found = "".join(f"; {name} = {value}" for name, value in check.found.items())
    return {"type": "provenance", "content": f"{check.kind.value} {check.on}: {check.source}{saw}{found}"}


def _told(verdict: Verdict, linked: LinkedLibrary) -> dict[str, str]:
    since = f" since {verdict.since}" if verdict.since else ""
    return {"type": "verdict", "content": f"{verdict.status.value}{since}, as of {linked.day}"}


def _ext(standard: Standard) -> dict[str, Any]:
    chinese = _identifier(standard.number)["type"] == _CHINESE
    return {
        "doctype": {"content": "standard"},
        "flavor": "gb" if chinese else None,
        "ics": [{"code": code} for code in standard.ics],
        "gbtype": {"gbmandate": _MANDATES[standard.nature]} if chinese and standard.nature else None,
        "ccs": [{"code": code} for code in standard.ccs] if chinese else None,
    }


def _filled(value: dict[str, Any]) -> dict[str, Any]:
    """Without the fields that hold nothing."""
    pairs = ((name, _filled(one) if isinstance(one, dict) else one) for name, one in value.items())
    return {name: one for name, one in pairs if one not in (None, [], {})}


class _Dumper(yaml.SafeDumper):
    """Writes a value out each time: with anchors in it the file would be hard to read."""

    def ignore_aliases(self, data: object) -> bool:
        return True
