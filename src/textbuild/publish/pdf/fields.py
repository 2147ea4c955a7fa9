"""Fields of a PDF: what they are called, how they look, and what PDF/A-3 and PDF/UA-1 ask of them.

PDF/A-3 (ISO 19005-3, 6.4.1) wants an appearance for each and no NeedAppearances; PDF/UA-1 (ISO 14289-1, 7.18) a
description. Empty fields show no signs, so no font is embedded for them; the one that they name is among those that
readers of Chinese have (ISO 32000-1, 9.7.5.2), and what is typed is shown in it or in another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from textbuild.publish.pdf.entries import SEPARATOR

_FONT = "/TBField"
_RADIO = 1 << 15
_MULTILINE = 1 << 12
_LOOK = String(f"{_FONT} 0 Tf 0 g")
"""Size 0: as large as the field allows."""
_LOOK_OF_LINES = String(f"{_FONT} 10 Tf 0 g")


def complete_fields(pdf: Pdf) -> None:
    """Makes of WeasyPrint's check boxes what their names say, in the open file. Without any it stays as it is."""
    groups: dict[str, list[tuple[str, str, Object]]] = defaultdict(list)
    for page in pdf.pages:
        for widget in page.get("/Annots", Array()):
            if widget.Subtype == Name.Widget:
                widget.P = page.obj
                kind, name, value = str(widget.T).split(SEPARATOR)
                _dress(pdf, widget, kind, value)
                groups[name].append((kind, value, widget))
    if groups:
        fields = [_field(pdf, name, widgets) for name, widgets in groups.items()]
        fonts = Dictionary({_FONT: pdf.make_indirect(_chinese(pdf))})
        pdf.Root.AcroForm = pdf.make_indirect(
            Dictionary(Fields=Array(fields), DA=_LOOK, DR=Dictionary(Font=fonts), SigFlags=0)
        )


def _dress(pdf: Pdf, widget: Object, kind: str, value: str) -> None:
    """Gives the widget its look, and takes away what WeasyPrint gave it."""
    x1, y1, x2, y2 = (float(one) for one in widget.Rect)
    left, right, low, high = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
    widget.Rect = Array([round(one, 3) for one in (left, low, right, high)])
    for key in ("/MK", "/Border", "/V", "/AS", "/Ff"):
        if key in widget:
            del widget[key]
    width, height = right - left, high - low
    if kind in ("text", "area"):
        widget.FT, widget.DA, widget.V = Name.Tx, _LOOK if kind == "text" else _LOOK_OF_LINES, String("")
        widget.Ff = 0 if kind == "text" else _MULTILINE
        widget.AP = Dictionary(N=_drawn(pdf, width, height, "/Tx BMC EMC"))
        return
    on = f"/{value}" if kind == "choice" else "/Yes"
    mark = _round(width, height) if kind == "choice" else _tick(width, height)
    looks = Dictionary({on: _drawn(pdf, width, height, mark), "/Off": _drawn(pdf, width, height, "")})
    widget.FT, widget.AP, widget.AS = Name.Btn, Dictionary(N=looks), Name.Off
    if kind == "check":
        widget.AS = Name.Yes if value else Name.Off
        widget.V = widget.AS


def _field(pdf: Pdf, name: str, widgets: Sequence[tuple[str, str, Object]]) -> Object:
    """One widget is the field itself; several are one field, asked in several places or of several answers."""
    kind, _, first = widgets[0]
    first.T = String(name)
    if kind != "choice" and len(widgets) == 1:
        return first
    kept = {key: first[key] for key in ("/FT", "/TU", "/DA", "/Ff", "/V") if key in first}
    field = pdf.make_indirect(Dictionary(kept | {"/T": String(name)}))
    if kind == "choice":
        field.Ff, field.V = _RADIO, Name.Off
    for _, _, widget in widgets:
        for key in ("/T", "/FT", "/V", "/Ff"):
            if key in widget:
                del widget[key]
        widget.Parent = field
    field.Kids = Array([widget for _, _, widget in widgets])
    return field


def _drawn(pdf: Pdf, width: float, height: float, content: str) -> Object:
    form = Stream(pdf, content.encode())
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array([0, 0, round(width, 3), round(height, 3)])
    form.Resources = Dictionary()
    return pdf.make_indirect(form)


def _tick(width: float, height: float) -> str:
    points = ((0.18, 0.5), (0.42, 0.2), (0.84, 0.82))
    (x, y), *others = [(round(a * width, 2), round(b * height, 2)) for a, b in points]
    return f"1.2 w {x} {y} m {' '.join(f'{a} {b} l' for a, b in others)} S"


def _round(width: float, height: float) -> str:
    """A filled disc of four curves."""
    x, y, r = width / 2, height / 2, min(width, height) * 0.28
    k = r * 0.5523
    curves = (
        (x + r, y + k, x + k, y + r, x, y + r), (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r), (x + k, y - r, x + r, y - k, x + r, y),
    )  # fmt: skip
    return f"{x + r:.2f} {y:.2f} m " + " ".join(f"{' '.join(f'{v:.2f}' for v in one)} c" for one in curves) + " f"


def _chinese(pdf: Pdf) -> Dictionary:
    """A font that readers with Chinese have, by its name."""
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/STSong-Light"), Flags=6, FontBBox=Array([-25, -254, 1000, 880]),
        ItalicAngle=0, Ascent=880, Descent=-120, CapHeight=880, StemV=93,
    )  # fmt: skip
    cid = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType0, BaseFont=Name("/STSong-Light"), DW=1000,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("GB1"), Supplement=4),
        FontDescriptor=pdf.make_indirect(descriptor),
    )  # fmt: skip
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/STSong-Light"), Encoding=Name("/UniGB-UCS2-H"),
        DescendantFonts=Array([pdf.make_indirect(cid)]),
    )  # fmt: skip
