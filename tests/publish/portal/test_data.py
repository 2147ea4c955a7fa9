"""`standards.json` holds every edition of the registry, cited or not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Site = Callable[[dict[str, str | bytes | None]], Path]


def editions(site: Site, changes: dict[str, str | bytes | None] | None = None) -> dict[str, dict[str, Any]]:
    data = json.loads((site(changes or {}) / "standards/standards.json").read_text("utf-8"))
    assert data["as_of"] == "2026-11-24"
    return {one["number"]: one for one in data["editions"]}


def test_an_edition_has_its_verdict_dates_and_sources(site: Site) -> None:
    old = editions(site)["GB 38031-2020"]
    assert (old["verdict"], old["since"], old["successors"]) == ("superseded", "2026-07-01", ["GB 38031-2025"])
    assert (old["published"], old["effective"], old["withdrawn"]) == ("2020-05-12", "2021-01-01", None)
    assert old["sources"] == [{"kind": "catalogue", "on": "2026-11-23"}]
    assert old["page"] == "gb-38031/index.html"


def test_the_module_that_cites_without_a_year_cites_the_current_edition(site: Site) -> None:
    found = editions(site, {"books/ev/1-1.md": "---\ntitle: 检测\nid: EV-1\n---\n\n## 依据\n\n按 GB 38031 检测。\n"})
    assert found["GB 38031-2025"]["cited_by"] == [{"book": "ev", "module": "检测", "page": "../ev/1-1.html"}]
    assert found["GB 38031-2020"]["cited_by"] == []


def test_an_edition_that_no_book_cites_is_there_without_a_page(site: Site) -> None:
    other = (
        "kind: standard\nnumber: GB 1\ntitle: 甲\nsectors: [it]\neditions: [{edition: GB 1-2000, withdrawn: true}]\n"
    )
    found = editions(site, {"standards/gb-1.yml": other})["GB 1-2000"]
    assert (found["title"], found["sectors"], found["withdrawn"], found["page"]) == ("甲", ["it"], True, None)


def test_the_same_library_gives_the_same_bytes_one_edition_a_line(site: Site) -> None:
    first = (site({}) / "standards/standards.json").read_bytes()
    assert (site({}) / "standards/standards.json").read_bytes() == first
    assert len(first.splitlines()) == 2 + len(json.loads(first)["editions"])
