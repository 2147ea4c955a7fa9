"""What goes out to other programs has their form, and says no more than is known."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
import yaml
from csl_reference import Reference

from textbuild.link.library import LinkedLibrary
from textbuild.link.registry import Registry
from textbuild.model.library import Library, LibraryConfig
from textbuild.model.span import FilePlaces, Sourced
from textbuild.model.standard import Standard
from textbuild.publish.exports import FORMATS

DAY = date(2026, 11, 24)
PAGE = {"source": "https://example.org/gb-1", "kind": "official", "on": "2026-11-23", "saw": ["effective"]}
OLD: dict[str, Any] = {"edition": "GB 1-2010", "published": "2010-03", "effective": "2011-01-01", "checks": [PAGE]}
NEW: dict[str, Any] = {
    "edition": "GB 1-2025",
    "published": "2025-03-28",
    "effective": "2026-07-01",
    "replaces": ["GB 1-2010", {"edition": "GB/T 2-2012", "extent": "partial"}],
    "checks": [PAGE],
}
RECORD: dict[str, Any] = {
    "kind": "standard",
    "number": "GB 1",
    "title": "甲",
    "title_en": "Alpha",
    "nature": "mandatory",
    "issuer": "甲局、乙委",
    "ics": ["43.120"],
    "adopts": [{"number": "IEC 62660-1:2010", "degree": "MOD"}],
    "editions": [OLD, NEW],
}


def exported(format: str, *records: dict[str, Any]) -> str:
    standards = tuple(Sourced(Standard.model_validate(one), FilePlaces("standards/x.yml")) for one in records)
    library = Library(Sourced(LibraryConfig(title="库"), FilePlaces("books/library.yml")), standards=standards)
    linked = LinkedLibrary(library, Registry.of(standards), DAY)
    chosen = [(entry, linked.judge(number)) for number, entry in linked.registry.editions.items()]
    return FORMATS[format](chosen, linked)


def csl(*records: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(exported("csl", *records))
    return found


def relaton(*records: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(exported("relaton", *records))["root"]["items"]
    return found


def test_csl_has_the_fields_and_values_of_its_schema() -> None:
    known = {field.alias or name for name, field in Reference.model_fields.items()} | {"custom"}
    for item in csl(RECORD, {"kind": "standard", "number": "ISO 9", "editions": [{"edition": "ISO 9:2020"}]}):
        assert item.keys() <= known
        assert Reference.model_validate(item).type == "standard"


def test_csl_tells_an_edition() -> None:
    old, new = csl(RECORD)
    assert (new["id"], new["number"], new["title"], new["language"]) == ("GB 1-2025", "GB 1—2025", "甲", "zh-CN")
    assert new["author"] == [{"literal": "甲局"}, {"literal": "乙委"}]
    assert new["issued"] == {"date-parts": [[2025, 3, 28]]}
    assert old["issued"] == {"date-parts": [[2010, 3]]}
    assert (old["status"], new["status"]) == ("superseded", "current")
    assert (new["URL"], new["accessed"]) == (PAGE["source"], {"date-parts": [[2026, 11, 23]]})
    assert new["custom"]["effective"] == "2026-07-01"
    assert new["custom"]["as_of"] == "2026-11-24"
    assert new["custom"]["checks"] == [PAGE]


def test_what_is_not_known_is_not_told() -> None:
    bare = {"kind": "standard", "number": "GB 3", "editions": [{"edition": "GB 3-2020"}]}
    [item] = csl(bare)
    assert item.keys() == {"id", "type", "number", "custom"}
    [one] = relaton(bare)
    assert "status" not in one
    assert "date" not in one
    assert one["formattedref"] == {"content": "GB 3-2020"}


def test_relaton_tells_an_edition() -> None:
    old, new = relaton(RECORD)
    assert new["docidentifier"] == [{"content": "GB 1-2025", "type": "Chinese Standard", "primary": True}]
    assert new["title"][0] == {"content": "甲", "language": "zh", "script": "Hans", "type": "main"}
    assert [(one["type"], one["at"]) for one in new["date"]] == [
        ("published", "2025-03-28"),
        ("implemented", "2026-07-01"),
    ]
    assert old["date"][0] == {"type": "published", "at": "2010-03"}
    assert (old["status"], new["status"]) == ({"stage": {"content": "replaced"}}, {"stage": {"content": "activated"}})
    assert new["note"][0]["content"] == "official 2026-11-23: https://example.org/gb-1; effective"
    assert new["ext"]["gbtype"] == {"gbmandate": "mandatory"}


def test_relaton_tells_what_replaces_what_from_both_ends() -> None:
    part = {"kind": "standard", "number": "GB/T 2", "editions": [{"edition": "GB/T 2-2012"}]}
    told = {
        (one["id"], relation["type"], relation["bibitem"]["docidentifier"][0]["content"])
        for one in relaton(RECORD, part)
        for relation in one.get("relation", ())
    }
    adopted = {(edition, "adoptedFrom", "IEC 62660-1:2010") for edition in ("GB1-2010", "GB1-2025")}
    assert told - adopted == {
        ("GB1-2025", "obsoletes", "GB 1-2010"),
        ("GB1-2025", "updates", "GB/T 2-2012"),
        ("GB1-2010", "obsoletedBy", "GB 1-2025"),
        ("GBT2-2012", "updatedBy", "GB 1-2025"),
    }


@pytest.mark.parametrize(
    ("number", "body"), [("ISO/IEC 27001:2022", "ISO"), ("RFC 9110", "IETF"), ("T/CSAE 1-2020", "Chinese Standard")]
)
def test_relaton_says_whose_number_it_is(number: str, body: str) -> None:
    [one] = relaton({"kind": "standard", "number": number.split(":")[0], "editions": [{"edition": number}]})
    assert one["docidentifier"][0]["type"] == body


def test_an_english_title_is_not_called_chinese() -> None:
    record = {"kind": "standard", "number": "ISO 9", "editions": [{"edition": "ISO 9:2020", "title": "Beta"}]}
    assert csl(record)[0]["language"] == "en"
    assert relaton(record)[0]["title"] == [{"content": "Beta", "language": "en", "script": "Latn", "type": "main"}]


def test_references_begin_with_the_number() -> None:
    bare = {"kind": "standard", "number": "GB/T 3792", "title": "信息与文献 资源描述"}
    record = {**bare, "editions": [{"edition": "GB/T 3792-2021", "published": "2021"}]}
    assert exported("gbt7714", record, {**RECORD, "editions": [NEW]}) == (
        "[1] GB/T 3792—2021 信息与文献 资源描述[S].\n[2] GB 1—2025 甲[S/OL]. https://example.org/gb-1.\n"
    )


@pytest.mark.parametrize("format", FORMATS)
def test_hostile_words_stay_words(format: str) -> None:
    record = {**RECORD, "title": "&a *b !!python/object: {x}\n---\n\x85\ufeff'\"<script>"}
    text = exported(format, record)
    if format == "gbt7714":
        assert text.count("\n") == 2
    else:
        read = json.loads(text)[0]["title"] if format == "csl" else relaton(record)[0]["title"][0]["content"]
        assert read == record["title"]
