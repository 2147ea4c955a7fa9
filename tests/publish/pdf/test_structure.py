from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
from pikepdf import Array, Dictionary, Name

from textbuild.publish.pdf.structure import complete_structure
from textbuild.publish.pdf.xmp import packet
from textbuild.publish.volume.metadata import Metadata

METADATA = Metadata(
    title="电池 <A&B>",
    authors=("张三",),
    subject="说明",
    keywords=("GB 38031",),
    language="zh-CN",
    identifier="urn:uuid:1",
    version="1.2.0",
    contributors=("主编：张三",),
    publisher=None,
    basis=("GB 38031",),
    generator="textbuild",
    created="2026-11-24T00:00:00Z",
    ai_label='{"AIGC":{"Label":"1"}}',
    rights="© 张三",
    place="北京",
)


def element(pdf: pikepdf.Pdf, kind: Name, *kids: object) -> Dictionary:
    made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=kind, K=Array(list(kids))))
    assert isinstance(made, Dictionary)
    for kid in kids:
        if isinstance(kid, Dictionary):
            kid.P = made
    return made


def test_what_a_link_hangs_on_is_a_link() -> None:
    pdf = pikepdf.new()
    annotation = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link))
    span = element(pdf, Name.Span, pdf.make_indirect(Dictionary(Type=Name.OBJR, Obj=annotation)), 0)
    plain = element(pdf, Name.Span, 1)
    complete_structure(pdf)
    assert (Name.Link, Name.Span) == (span.S, plain.S)


def test_list_item_keeps_its_label_and_gets_a_body() -> None:
    pdf = pikepdf.new()
    label, paragraph, box = element(pdf, Name.Lbl, 0), element(pdf, Name.P, 1), element(pdf, Name.Div, 2)
    item = element(pdf, Name.LI, label, paragraph, box)
    complete_structure(pdf)
    kept, body = list(item.K)
    assert (Name.Lbl, Name.LBody) == (kept.S, body.S)
    assert [kid.S for kid in body.K] == [Name.P, Name.Div]
    assert paragraph.P.objgen == box.P.objgen == body.objgen


def test_figure_without_words_is_decoration() -> None:
    pdf = pikepdf.new()
    figure, told = element(pdf, Name.Figure, 0), element(pdf, Name.Figure, 1)
    told.Alt = pikepdf.String("电池")
    complete_structure(pdf)
    assert (Name.NonStruct, Name.Figure) == (figure.S, told.S)


def test_packet_is_xml_and_describes_every_property_that_xmp_does_not_know() -> None:
    tree = ElementTree.fromstring(packet(METADATA).decode().split("?>", 1)[1].rsplit("<?", 1)[0])
    words = list(tree.itertext())
    assert "电池 <A&B>" in words
    described = {one.text for one in tree.iter("{http://www.aiim.org/pdfa/ns/property#}name")}
    own = {one.tag.partition("}")[2] for one in tree.iter() if "textbuild.invalid" in one.tag or "pdfua" in one.tag}
    assert own == described


def test_file_says_what_it_conforms_to_and_carries_its_standards(pdf: Path) -> None:
    with pikepdf.open(pdf) as file:
        xmp = file.open_metadata()
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("3", "A")
        data = json.loads(file.attachments["standards.json"].get_file().read_bytes())
        assert file.Root.AF[0].AFRelationship == Name.Data
    editions = {one["number"]: one for one in data["editions"]}
    assert editions["GB 38031-2025"]["verdict"] == "current"
    assert editions["GB 38031-2020"]["verdict"] == "superseded"
    assert editions["GB 38031-2020"]["modules"] != editions["GB 38031-2025"]["modules"]


def test_metadata_holds_the_elements_of_a_digital_textbook(pdf: Path) -> None:
    space = "{https://textbuild.invalid/ns/textbook/1.0/}"
    with pikepdf.open(pdf) as file:
        xmp = file.open_metadata()
        assert xmp[f"{space}version"] == "1.2.0"
        assert xmp[f"{space}contributors"] == ["主编：张三", "参编：李四"]
        assert xmp[f"{space}basis"] == {"GB 38031"}
        assert xmp["dc:format"] == "application/pdf"
        assert xmp["dc:identifier"].startswith("urn:uuid:")
        assert json.loads(xmp["{https://textbuild.invalid/ns/aigc/1.0/}AIGC"])["AIGC"]["Label"] == "1"
