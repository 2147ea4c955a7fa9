"""The QTI 3.0 package: whole, well-formed, the same each time; each item declares what is right."""

from __future__ import annotations

import io
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from textbuild.publish.quiz import Selection
from textbuild.publish.quiz.qti import render
from textbuild.publish.quiz.qti_item import ITEM

_PACKAGE = "{http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1}"
_QTI = f"{{{ITEM}}}"


@pytest.fixture
def package(selection: Selection) -> dict[str, ElementTree.Element]:
    with ZipFile(io.BytesIO(render(selection))) as found:
        return {name: ElementTree.fromstring(found.read(name)) for name in found.namelist()}


def right(item: ElementTree.Element) -> list[tuple[str, str, list[str]]]:
    """(cardinality, type, values) of each response."""
    return [
        (
            one.get("cardinality", ""),
            one.get("base-type", ""),
            [value.text or "" for value in one.iter(f"{_QTI}qti-value")],
        )
        for one in item.iter(f"{_QTI}qti-response-declaration")
    ]


def test_manifest_and_test_name_every_file(package: dict[str, ElementTree.Element]) -> None:
    manifest = package["imsmanifest.xml"]
    listed = {one.get("href") for one in manifest.iter(f"{_PACKAGE}file")}
    assert listed == set(package) - {"imsmanifest.xml"}
    refs = [one.get("href") for one in package["test.xml"].iter(f"{_QTI}qti-assessment-item-ref")]
    assert refs == [f"items/m1-q{n}.xml" for n in range(1, 7)]


def test_same_questions_same_bytes(selection: Selection) -> None:
    assert render(selection) == render(selection)


def test_items_declare_what_is_right(package: dict[str, ElementTree.Element]) -> None:
    found = [right(package[f"items/m1-q{n}.xml"]) for n in range(1, 7)]
    assert found[0] == [("single", "identifier", ["B"])]
    assert found[1] == [("multiple", "identifier", ["A", "C"])]
    assert found[2] == [("single", "identifier", ["B"])]
    assert found[3] == [("single", "string", ["绝缘电阻"]), ("single", "float", ["134"])]
    assert found[4][0][:2] == ("ordered", "identifier")
    assert found[5][0][:2] == ("multiple", "directedPair")


def test_the_order_declared_is_the_right_one(package: dict[str, ElementTree.Element]) -> None:
    item = package["items/m1-q5.xml"]
    texts = {one.get("identifier"): one.text for one in item.iter(f"{_QTI}qti-simple-choice")}
    [(_, _, values)] = right(item)
    assert [texts[value] for value in values] == ["断开", "放电", "验电"]
    assert list(texts.values()) != ["断开", "放电", "验电"]


def test_calculations_have_their_tolerance(package: dict[str, ElementTree.Element]) -> None:
    [equal] = package["items/m1-q4.xml"].iter(f"{_QTI}qti-equal")
    assert (equal.get("tolerance-mode"), equal.get("tolerance")) == ("absolute", "2 2")


def test_points_reasons_and_formulas_go_along(package: dict[str, ElementTree.Element]) -> None:
    item = package["items/m1-q1.xml"]
    told = {one.get("identifier"): "".join(one.itertext()).strip() for one in item.iter(f"{_QTI}qti-modal-feedback")}
    assert told["A"] == "没有 验电。"
    assert told["EXPLANATION"].startswith("读数才是证据")
    assert list(item.iter("{http://www.w3.org/1998/Math/MathML}math"))
    most = next(one for one in item.iter(f"{_QTI}qti-outcome-declaration") if one.get("identifier") == "MAXSCORE")
    assert "".join(most.itertext()).strip() == "2"
