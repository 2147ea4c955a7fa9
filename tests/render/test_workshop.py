"""A workshop in each medium: the same static form, on the site with data for the script, and nothing becomes markup."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.check.faultless import FRONT, MODULE, FaultlessLibrary
from tests.check.workshops import PROCESS, WORKSHOP
from tests.render.sample import SampleAddresses
from textbuild.markdown import parse
from textbuild.model.workshop import Layout, Place
from textbuild.render import Medium, number_book, render
from textbuild.render.floor import MACHINES, floor

SVG = "{http://www.w3.org/2000/svg}"


def _html(root: Path, medium: Medium, text: str = "[@workshop:pack-test]\n", workshop: str = WORKSHOP) -> str:
    library = FaultlessLibrary(root)
    files = {
        MODULE: FRONT + text,
        "standards/processes/pack-test.yml": PROCESS,
        "books/ev/workshops/pack-test.yml": workshop,
    }
    library.write((path, content.encode()) for path, content in files.items())
    (book,) = library.linked().books
    documents = {one.module.path: parse(one.module.text, one.module.path) for one in book.modules}
    numbering = number_book(book, documents.__getitem__)
    (module,) = book.modules
    return render(
        documents[MODULE], module, SampleAddresses(medium), numbering, workshops=book.workshops
    ).html  # fmt: skip


@pytest.mark.parametrize("medium", ["site", "print", "epub"])
def test_the_static_form_has_steps_limits_basis_hazards_and_faults(tmp_path: Path, medium: Medium) -> None:
    html = _html(tmp_path, medium).replace("\u2060", "").replace("\u00a0", " ")
    for words in ("戴绝缘手套", "测试电压 500～1000 V", "GB 38031—2025", "触电", "绝缘下降", "停止测量并放电", "<svg"):
        assert words in html
    assert ("data-tb-workshop" in html) is (medium == "site")


def test_the_data_holds_the_limits_with_the_standard_and_its_page(tmp_path: Path) -> None:
    html = _html(tmp_path, "site")
    data = json.loads(unescape(html.partition('data-tb-workshop="')[2].partition('"')[0]))
    (step,) = data["steps"]
    assert step["actions"] == ["戴绝缘手套", "接线", "测量"]
    assert step["safety"] == [0]
    limit = step["settings"][0]["limit"]
    assert (limit["min"], limit["max"], limit["words"]) == (500, 1000, "500～1000 V")
    assert limit["basis"]["words"] == "GB 38031—2025"
    assert limit["basis"]["told"].startswith("现行")
    assert data["faults"][0]["reading"] == 0


def test_words_of_yaml_never_become_markup(tmp_path: Path) -> None:
    hostile = '"]]><script>alert(1)</script><img src=x onerror=1>\\""'
    workshop = WORKSHOP.replace("一台电池包下线。", hostile).replace("title: 电池包检测", f"title: {hostile}")
    for medium in ("site", "print", "epub"):
        html = _html(tmp_path / medium, medium, workshop=workshop)
        assert "<script" not in html
        assert "<img" not in html


def test_a_second_place_and_a_sentence_are_links_to_the_first(tmp_path: Path) -> None:
    html = _html(
        tmp_path, "site", "[@workshop:pack-test]\n\n再做一遍 [@workshop:pack-test]。\n\n[@workshop:pack-test]\n"
    )
    assert html.count("<section") == 1
    link = '<a class="tb-reference tb-to-workshop" href="#workshop-pack-test">电池包检测</a>'
    assert html.count(link) == 2


def test_every_machine_is_drawn_within_its_place() -> None:
    places = tuple(
        Place(id=f"s{index}", name="工位", machine=machine, at=(index % 3 + 1, index // 3 + 1))
        for index, machine in enumerate(MACHINES)
    )
    drawing = ElementTree.fromstring(floor(Layout(stations=places, conveyor=tuple(one.id for one in places)), "布局"))
    assert drawing.get("viewBox") == "0 0 360 480"
    assert len(drawing.findall(f"{SVG}g")) == len(MACHINES)
    assert (
        len([one for one in drawing.findall(f"{SVG}path") if one.get("class") == "tb-floor-belt"]) == len(MACHINES) - 1
    )
