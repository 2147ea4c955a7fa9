"""A standard's page draws what replaced what, and says it in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tests.conftest import DAY, WriteLibrary
from textbuild.link.library import link_library
from textbuild.load.library import load_library
from textbuild.publish.portal.succession import MOST, succession

Site = Callable[[dict[str, str | bytes | None]], Path]
MODULE = "---\ntitle: 甲\n---\n\n按 {number} 检测。\n"


def record(number: str, *editions: str, more: str = "") -> str:
    return f"kind: standard\nnumber: {number}\n{more}editions:\n" + "".join(f"  - {{{one}}}\n" for one in editions)


def page(site: Site, number: str, slug: str, *records: str) -> str:
    files: dict[str, str | bytes | None] = {f"standards/{n}.yml": text for n, text in enumerate(records)}
    built = site({"books/ev/1-1.md": MODULE.format(number=number), **files})
    return (built / "standards" / slug / "index.html").read_text(encoding="utf-8")


def told(html: str) -> list[str]:
    """The list beside the drawing, without marks."""
    details = re.search(r"用文字看代替关系.*?</details>", html, re.DOTALL)
    assert details
    items = re.findall(r"<li>(.*?)</li>", details[0], re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", "", one).split()) for one in items]


def test_many_to_many_with_parts_and_change_of_nature(site: Site) -> None:
    html = page(
        site,
        "GB 2—2020",
        "gb-2",
        record("GB/T 1", "edition: GB/T 1-2010, effective: 2010-01-01", more="nature: recommended\n"),
        record(
            "GB 2",
            "edition: GB 2-2020, effective: 2020-01-01, replaces: [GB/T 1-2010, {edition: JB/T 9-2001, extent: partial}]",
            more="nature: mandatory\n",
        ),
        *(
            record(f"GB/T 3.{n}", f"edition: GB/T 3.{n}-2030, effective: 2030-0{n}-01, replaces: [GB 2-2020]")
            for n in (1, 2)
        ),
    )
    assert told(html) == [
        "JB/T 9—2001 被 GB 2—2020 部分代替",
        "GB/T 1—2010 被 GB 2—2020 代替",
        "GB 2—2020 被 GB/T 3.1—2030 代替",
        "GB 2—2020 被 GB/T 3.2—2030 代替",
        "GB 2—2020：推荐性改为强制性",
    ]
    assert html.count('class="line partial"') == 1
    assert html.count('class="line"') == 3
    assert 'class="box own' in html
    assert "… 未收录" in html
    assert '<a href="../gb-t-3.1/index.html#e-gb-t-3.1-2030">' in html


def test_colour_is_not_the_only_sign(site: Site) -> None:
    html = page(site, "GB 38031—2025", "gb-38031")
    drawing = re.search(r'<svg class="succession".*?</svg>', html, re.DOTALL)
    assert drawing
    assert re.search(r'<tspan class="v-superseded">△ 已被代替', drawing[0])
    assert re.search(r'<tspan class="v-current">✓ 现行', drawing[0])
    assert "style=" not in drawing[0]
    assert 'aria-labelledby="succession-title succession-told"' in drawing[0]


def test_what_replaces_nothing_has_no_drawing(site: Site) -> None:
    html = page(site, "GB 1—2020", "gb-1", record("GB 1", "edition: GB 1-2020, effective: 2020-01-01"))
    assert 'class="succession"' not in html


def test_circles_and_loops_are_drawn_once(site: Site) -> None:
    html = page(
        site,
        "GB 1—2020",
        "gb-1",
        record(
            "GB 1",
            "edition: GB 1-2020, effective: 2020-01-01, replaces: [GB 1-2020, GB 1-2010]",
            "edition: GB 1-2010, effective: 2010-01-01, replaces: [GB 1-2020]",
        ),
    )
    assert len(told(html)) == 2
    assert html.count('class="box own') == 2


def test_a_large_family_is_cut_and_says_so(site: Site) -> None:
    parts = [record(f"GB/T 1.{n}", f"edition: GB/T 1.{n}-2020, replaces: [GB/T 1-2010]") for n in range(1, 41)]
    html = page(site, "GB/T 1—2010", "gb-t-1", record("GB/T 1", "edition: GB/T 1-2010"), *parts)
    assert html.count('class="box') == MOST
    assert f"… 另有 {41 - MOST} 项未画出" in html


def test_an_endless_chain_ends(write_library: WriteLibrary) -> None:
    editions = (f"edition: GB/T 1.{n}-2020, replaces: [GB/T 1.{n - 1}-2020]" for n in range(1, 700))
    records = {f"standards/{n}.yml": record(f"GB/T 1.{n}", edition) for n, edition in enumerate(editions, 1)}
    linked = link_library(load_library(write_library(records))[0], DAY)
    drawing = succession(linked, "GB/T 1.1", frozenset())
    assert drawing is not None
    assert (len(drawing.nodes), drawing.hidden > 400) == (MOST, True)


def test_hostile_numbers_stay_text(site: Site) -> None:
    old = "<script>alert(1)</script>" + "9" * 60
    html = page(site, "GB 1—2020", "gb-1", record("GB 1", f'edition: GB 1-2020, replaces: ["{old}"]'))
    assert "<script>alert" not in html
    assert "…</text>" in html
