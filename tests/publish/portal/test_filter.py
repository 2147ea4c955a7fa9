"""The filter of the list of standards in a real browser, from the disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.publish.browser import needs_browser, seen_by

Site = Callable[[dict[str, str | bytes | None]], Path]

OTHER = "kind: standard\nnumber: GB/T 9\ntitle: 软件\nsectors: [it]\neditions: [{edition: GB/T 9-2000}]\n"
LIBRARY = "title: 教材库\nsectors: [{id: it, title: 信息技术}]\n"

pytestmark = needs_browser


def test_the_filter_leaves_the_standards_that_are_asked_for(site: Site) -> None:
    page = site({"standards/gb-9.yml": OTHER, "books/library.yml": LIBRARY}) / "standards/index.html"
    battery, software = "GB 38031", "GB/T 9"
    both = f"{battery} | {software}"
    assert seen_by(Path(__file__).with_name("filter.mjs"), page.as_uri()) == {
        "without script": both,
        "form without script": False,
        "form": True,
        "all": both,
        "number": battery,
        "dated": battery,
        "words": battery,
        "nothing": "",
        "verdict": software,
        "sector": software,
        "cited": battery,
        "uncited": software,
    }
