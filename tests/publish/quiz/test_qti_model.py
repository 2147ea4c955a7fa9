"""The package against the information model of QTI 3.0, as far as our packages use it.

The XSD files (imsqti_asiv3p0_v1p0.xsd, imsqtiv3p0_imscpv1p2_v1p0.xsd) were in none of the npm and PyPI packages that we
tried, and a notice in one of them reserves all rights. What we know of the elements that we write stands in `MODEL` here:
https://www.imsglobal.org/spec/qti/v3p0/impl (items, tests, packaging) and the information model beside
it. An element, attribute, order or number of children that is not in it fails.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from textbuild.publish.quiz import Selection
from textbuild.publish.quiz.qti import render
from textbuild.publish.quiz.qti_item import ITEM

PACKAGE = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
MATH = "http://www.w3.org/1998/Math/MathML"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Element(NamedTuple):
    """`children`: a pattern of their names, each with a space behind it. `mixed`: text may stand between them."""

    required: str
    optional: str
    children: str
    mixed: bool = False


VALUE = (
    "(?:(?:qti-variable|qti-base-value|qti-correct|qti-multiple|qti-match|qti-string-match|qti-equal|qti-is-null"
    "|qti-and|qti-or) )"
)
RULE = r"(?:(?:qti-set-outcome-value|qti-response-condition) )"
FLOW = r"(?:(?:br|math|qti-text-entry-interaction) )*"
STATIC = r"(?:(?:br|math) )*"
BLOCKS = r"(?:(?:p|qti-choice-interaction|qti-order-interaction|qti-match-interaction) )+"
MODEL = {
    "manifest": Element("identifier", "version", "metadata organizations resources "),
    "metadata": Element("", "", "schema schemaversion "),
    "schema": Element("", "", "", True),
    "schemaversion": Element("", "", "", True),
    "organizations": Element("", "", ""),
    "resources": Element("", "", "(resource )*"),
    "resource": Element("identifier type", "href", "(file )*(dependency )*"),
    "file": Element("href", "", ""),
    "dependency": Element("identifierref", "", ""),
    "qti-assessment-test": Element("identifier title", "", "(qti-outcome-declaration )*(qti-test-part )+"),
    "qti-test-part": Element("identifier navigation-mode submission-mode", "title", "(qti-assessment-section )+"),
    "qti-assessment-section": Element("identifier title visible", "required fixed", "(qti-assessment-item-ref )*"),
    "qti-assessment-item-ref": Element("identifier href", "category", ""),
    "qti-assessment-item": Element(
        f"identifier title time-dependent adaptive {LANG}",
        "label",
        "(qti-response-declaration )*(qti-outcome-declaration )*qti-item-body (qti-response-processing )?"
        "(qti-modal-feedback )*",
    ),
    "qti-response-declaration": Element("identifier cardinality base-type", "", "(qti-correct-response )?"),
    "qti-outcome-declaration": Element("identifier cardinality base-type", "", "(qti-default-value )?"),
    "qti-correct-response": Element("", "interpretation", "(qti-value )+"),
    "qti-default-value": Element("", "interpretation", "(qti-value )+"),
    "qti-value": Element("", "", "", True),
    "qti-item-body": Element("", "", BLOCKS),
    "p": Element("", "", FLOW, True),
    "br": Element("", "", ""),
    "qti-choice-interaction": Element("response-identifier max-choices", "shuffle", "(qti-simple-choice )+"),
    "qti-order-interaction": Element("response-identifier", "shuffle orientation", "(qti-simple-choice )+"),
    "qti-match-interaction": Element("response-identifier max-associations", "shuffle", "(qti-simple-match-set ){2}"),
    "qti-simple-match-set": Element("", "", "(qti-simple-associable-choice )+"),
    "qti-simple-associable-choice": Element("identifier match-max", "match-min", STATIC, True),
    "qti-simple-choice": Element("identifier", "fixed", STATIC, True),
    "qti-text-entry-interaction": Element("response-identifier", "expected-length", ""),
    "qti-response-processing": Element("", "", f"{RULE}*"),
    "qti-response-condition": Element("", "", "qti-response-if (qti-response-else-if )*(qti-response-else )?"),
    "qti-response-if": Element("", "", f"{VALUE}{RULE}*"),
    "qti-response-else-if": Element("", "", f"{VALUE}{RULE}*"),
    "qti-response-else": Element("", "", f"{RULE}*"),
    "qti-set-outcome-value": Element("identifier", "", VALUE),
    "qti-multiple": Element("", "", f"{VALUE}*"),
    "qti-and": Element("", "", f"{VALUE}+"),
    "qti-or": Element("", "", f"{VALUE}+"),
    "qti-is-null": Element("", "", VALUE),
    "qti-match": Element("", "", f"{VALUE}{{2}}"),
    "qti-string-match": Element("case-sensitive", "", f"{VALUE}{{2}}"),
    "qti-equal": Element("tolerance-mode", "tolerance", f"{VALUE}{{2}}"),
    "qti-variable": Element("identifier", "", ""),
    "qti-correct": Element("identifier", "", ""),
    "qti-base-value": Element("base-type", "", "", True),
    "qti-modal-feedback": Element("outcome-identifier identifier show-hide", "title", "qti-content-body "),
    "qti-content-body": Element("", "", "(p )+"),
}
NAME = re.compile(r"[A-Za-z_][\w.-]*")
WORDS = {
    "cardinality": "single|multiple|ordered",
    "base-type": "identifier|string|float|directedPair",
    "navigation-mode": "linear|nonlinear",
    "submission-mode": "individual|simultaneous",
    "show-hide": "show|hide",
    "tolerance-mode": "exact|absolute|relative",
    "tolerance": r"[\d.]+( [\d.]+)?",
    "max-choices": r"\d+", "max-associations": r"\d+", "match-max": r"\d+", "expected-length": r"\d+",
    "visible": "true|false", "adaptive": "true|false", "time-dependent": "true|false", "case-sensitive": "true|false",
    "type": "imsqti_test_xmlv3p0|imsqti_item_xmlv3p0",
    **dict.fromkeys(("identifier", "response-identifier", "outcome-identifier", "identifierref"), NAME.pattern),
}  # fmt: skip
VALUES = {
    "identifier": NAME, "string": re.compile(r".+", re.DOTALL), "float": re.compile(r"-?\d+(\.\d+)?"),
    "directedPair": re.compile(rf"{NAME.pattern} {NAME.pattern}"),
}  # fmt: skip


@pytest.fixture
def package(selection: Selection) -> dict[str, ElementTree.Element]:
    with ZipFile(io.BytesIO(render(selection))) as found:
        return {name: ElementTree.fromstring(found.read(name)) for name in found.namelist()}


def faults(root: ElementTree.Element, namespace: str) -> Iterator[str]:
    """What of a document is not in the model. MathML has a model of its own."""
    for element in [root, *(child for one in root.iter() for child in one)]:
        space, _, name = element.tag[1:].partition("}")
        if space == MATH:
            continue
        model = MODEL.get(name)
        if model is None or space != namespace:
            yield f"{element.tag} is no element"
            continue
        given, required = set(element.attrib), set(model.required.split())
        if not required <= given <= required | set(model.optional.split()):
            yield f"{name} has the attributes {sorted(given)}"
        children = "".join(f"{child.tag.partition('}')[2]} " for child in element)
        if not re.fullmatch(model.children, children):
            yield f"{name} holds {children}"
        loose = [element.text, *(child.tail for child in element)]
        if not model.mixed and any(text and text.strip() for text in loose):
            yield f"{name} holds text"
        for key, value in element.attrib.items():
            if key in WORDS and not re.fullmatch(WORDS[key], value):
                yield f"{name}: {key} is {value}"


def of(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return list(root.iter(f"{{{ITEM}}}{name}"))


def test_every_document_keeps_to_the_model(package: dict[str, ElementTree.Element]) -> None:
    assert {
        name: found
        for name, root in package.items()
        if (found := list(faults(root, PACKAGE if name == "imsmanifest.xml" else ITEM)))
    } == {}


def test_what_is_not_in_the_model_is_seen(package: dict[str, ElementTree.Element]) -> None:
    item = package["items/m1-q1.xml"]
    of(item, "qti-choice-interaction")[0].set("maxChoices", "1")
    of(item, "qti-response-if")[0].clear()
    item.append(ElementTree.Element(f"{{{ITEM}}}qti-choice"))
    found = "\n".join(faults(item, ITEM))
    assert len(found.splitlines()) == 4
    assert "qti-choice is no element" in found
    assert "qti-choice-interaction has the attributes" in found


def test_values_are_of_their_type_and_names_are_declared(package: dict[str, ElementTree.Element]) -> None:
    for name in (one for one in package if one.startswith("items/")):
        item = package[name]
        responses, outcomes = of(item, "qti-response-declaration"), of(item, "qti-outcome-declaration")
        for one in [*responses, *outcomes]:
            values = [value.text or "" for value in of(one, "qti-value")]
            assert all(VALUES[one.attrib["base-type"]].fullmatch(value) for value in values), name
            assert len(values) <= 1 or one.get("cardinality") != "single", name
        declared = {one.attrib["identifier"] for one in responses}
        set_ = {one.attrib["identifier"] for one in outcomes}
        asked = {key for one in item.iter() if (key := one.get("response-identifier"))}
        assert asked == declared, name
        assert {one.attrib["identifier"] for one in of(item, "qti-variable")} <= declared | set_, name
        assert {one.attrib["identifier"] for one in of(item, "qti-set-outcome-value")} <= set_, name
        assert {one.attrib["outcome-identifier"] for one in of(item, "qti-modal-feedback")} <= set_, name
        choices = [one.attrib["identifier"] for one in item.iter() if one.tag.endswith("-choice")]
        assert len(choices) == len(set(choices)), name
        told = [value.text or "" for one in responses for value in of(one, "qti-value")]
        if choices:
            assert {part for value in told for part in value.split()} <= set(choices), name


def test_the_package_says_what_it_is(package: dict[str, ElementTree.Element]) -> None:
    manifest = package["imsmanifest.xml"]
    told = [manifest.findtext(f".//{{{PACKAGE}}}{name}") for name in ("schema", "schemaversion")]
    assert told == ["QTI Package", "3.0.0"]
    resources = {one.attrib["identifier"]: one.attrib["type"] for one in manifest.iter(f"{{{PACKAGE}}}resource")}
    assert resources.pop("test") == "imsqti_test_xmlv3p0"
    assert set(resources.values()) == {"imsqti_item_xmlv3p0"}
    needed = {one.attrib["identifierref"] for one in manifest.iter(f"{{{PACKAGE}}}dependency")}
    assert needed == set(resources)
