from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from textbuild.publish.press.colours import to_inks
from textbuild.publish.press.inks import PressProfile
from textbuild.publish.press.marks import read_marks


def page(content: bytes, **resources: pikepdf.Object) -> pikepdf.Pdf:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(100, 100))
    pdf.pages[0].Contents = Stream(pdf, content)
    pdf.pages[0].Resources = Dictionary({f"/{k}": Dictionary(X=pdf.make_indirect(v)) for k, v in resources.items()})
    return pdf


def converted(pdf: pikepdf.Pdf, profile: PressProfile) -> bytes:
    to_inks(pdf, profile)
    return bytes(pdf.pages[0].Contents.read_bytes())


def test_text_and_lines_are_given_in_inks(profile: PressProfile) -> None:
    text = converted(page(b"0 0 0 rg BT (a) Tj ET 1 1 1 RG 0 0 m 9 9 l S 0.5 g"), profile)
    assert b"0 0 0 1 k" in text
    assert b"0 0 0 0 K" in text
    assert b"0 0 0 0.5 k" in text
    assert b"rg" not in text.lower()


def test_forms_that_pages_draw_are_converted_too(profile: PressProfile) -> None:
    pdf = page(b"/X Do")
    form = Stream(pdf, b"1 0 0 rg 0 0 9 9 re f", {"/Subtype": Name.Form, "/Group": Dictionary(CS=Name.DeviceRGB)})
    pdf.pages[0].Resources = Dictionary(XObject=Dictionary(X=pdf.make_indirect(form)))
    to_inks(pdf, profile)
    drawn = pdf.pages[0].Resources.XObject.X
    assert b" k" in drawn.read_bytes()
    assert Name.DeviceCMYK == drawn.Group.CS


def test_gradients_run_between_inks(profile: PressProfile) -> None:
    part = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 1, 1], C1=[0, 0, 0], N=1)
    chain = Dictionary(FunctionType=3, Domain=[0, 1], Functions=Array([part]), Bounds=[], Encode=[0, 1])
    pdf = page(b"/X sh", Shading=Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Function=chain))
    to_inks(pdf, profile)
    shading = pdf.pages[0].Resources.Shading.X
    assert shading.ColorSpace == Name.DeviceCMYK
    assert [float(v) for v in shading.Function.Functions[0].C1] == [0, 0, 0, 1]


def test_pictures_become_pictures_of_four_inks(profile: PressProfile) -> None:
    pdf = page(b"q 24 0 0 24 0 0 cm /X Do Q")
    entries = {"/Subtype": Name.Image, "/Width": 2, "/Height": 1, "/ColorSpace": Name.DeviceRGB, "/BitsPerComponent": 8}
    picture = Stream(pdf, bytes((255, 255, 255, 0, 0, 90)), entries)
    pdf.pages[0].Resources = Dictionary(XObject=Dictionary(X=pdf.make_indirect(picture)))
    to_inks(pdf, profile)
    drawn = pdf.pages[0].Resources.XObject.X
    assert drawn.ColorSpace == Name.DeviceCMYK
    assert len(drawn.read_bytes()) == 8
    assert drawn.read_bytes()[:4] == bytes(4)


def test_a_colour_that_is_not_known_is_not_guessed(profile: PressProfile) -> None:
    with pytest.raises(ValueError, match="Lab"):
        converted(page(b"/Lab cs 50 0 0 sc"), profile)


def test_black_letters_mixed_of_inks_are_counted() -> None:
    pdf = page(b"0 0 0 1 k BT (a) Tj ET 0.6 0.5 0.5 1 k BT (b) Tj ET q 1 0 0 0 k BT (c) Tj ET Q BT (d) Tj ET")
    marks = read_marks(pdf)
    assert (marks.black_runs, marks.mixed_runs, marks.coloured_runs) == (1, 2, 1)
    assert marks.most_ink == pytest.approx(2.6)


def test_resolution_is_that_on_paper() -> None:
    pdf = page(b"q 0.5 0 0 0.5 0 0 cm q 72 0 0 36 0 0 cm /X Do Q Q")
    entries = {"/Subtype": Name.Image, "/Width": 150, "/Height": 150, "/ColorSpace": Name.DeviceGray}
    picture = Stream(pdf, bytes(150 * 150), {**entries, "/BitsPerComponent": 8})
    pdf.pages[0].Resources = Dictionary(XObject=Dictionary(X=pdf.make_indirect(picture)))
    assert read_marks(pdf).least_ppi == pytest.approx(300)
