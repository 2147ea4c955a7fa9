"""`feed.atom` tells of changes a year back and a year ahead, and is valid Atom."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.conftest import WriteLibrary
from textbuild.link.library import link_library
from textbuild.load.library import load_library
from textbuild.publish.portal.feed import Entry, entries

Site = Callable[[dict[str, str | bytes | None]], Path]
Entries = Callable[..., list[Entry]]

MODULE = "---\ntitle: 检测 <一>\nid: EV-1\n---\n\n## 依据\n\n按 GB 38031 检测。\n"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def found(write_library: WriteLibrary) -> Entries:
    def run(day: str, changes: dict[str, str] | None = None) -> list[Entry]:
        root = write_library({"books/ev/1-1.md": MODULE, **(changes or {})})
        return entries(link_library(load_library(root)[0], date.fromisoformat(day)), frozenset({"GB 38031"}))

    return run


def test_a_change_of_the_last_year_keeps_its_own_day(found: Entries) -> None:
    (entry,) = found("2026-11-24")
    assert (entry.edition.printed, entry.before, entry.after) == ("GB 38031—2020", "current", "superseded")
    assert entry.day == entry.updated == date(2026, 7, 1)
    assert [one.printed for one in entry.successors] == ["GB 38031—2025"]
    assert entry.modules == ("检测 <一>",)


def test_a_change_to_come_is_as_new_as_the_day(found: Entries) -> None:
    (entry,) = found("2026-03-01")
    assert (entry.day, entry.updated) == (date(2026, 7, 1), date(2026, 3, 1))


@pytest.mark.parametrize("day", ["2025-06-30", "2027-07-02"])
def test_a_change_further_off_is_left_out(found: Entries, day: str) -> None:
    assert found(day) == []


def test_a_change_has_the_same_id_on_every_day(found: Entries) -> None:
    (before,), (after,) = found("2026-03-01"), found("2026-11-24")
    assert before.id == after.id


def test_a_reading_that_grows_too_old_is_no_change_of_the_standard(found: Entries) -> None:
    assert [entry.after for entry in found("2027-06-30")] == ["superseded"]


def test_a_standard_that_no_book_uses_is_left_out(found: Entries) -> None:
    assert found("2026-11-24", {"books/ev/1-1.md": "---\ntitle: 一\nid: EV-1\n---\n\n无。\n"}) == []


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_do_no_harm(found: Entries, day: str) -> None:
    assert found(day) == []


def test_it_has_what_atom_requires(site: Site) -> None:
    feed = ElementTree.parse(site({"books/ev/1-1.md": MODULE}) / "standards/feed.atom").getroot()
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}updated") == "2026-11-24T00:00:00Z"
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    (entry,) = feed.findall(f"{ATOM}entry")
    for part in (feed, entry):
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", part.findtext(f"{ATOM}id") or "")
        assert part.findtext(f"{ATOM}title")
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == "gb-38031/index.html#e-gb-38031-2020"
    assert "检测 <一>" in (entry.findtext(f"{ATOM}content") or "")


def test_it_names_no_host_but_that_of_the_atom_namespace(site: Site) -> None:
    text = (site({"books/ev/1-1.md": MODULE}) / "standards/feed.atom").read_text("utf-8")
    assert re.findall(r"https?://[^\"\s<]+", text) == ["http://www.w3.org/2005/Atom"]
