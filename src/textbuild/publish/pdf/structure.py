"""What WeasyPrint's files lack for PDF/UA-1 (ISO 14289-1, 7.2 and 7.18.5) and PDF/A-3a (ISO 19005-3, 6.2.8)."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf

_IN_LIST_ITEM = (Name.Lbl, Name.LBody)


def complete_structure(pdf: Pdf) -> None:
    """Mends the open file in place."""
    for element in _elements(pdf):
        if _holds_link(element):
            element.S = Name.Link
        elif element.S == Name.LI:
            _wrap_body(pdf, element)
        elif Name.Figure == element.S and "/Alt" not in element:
            element.S = Name.NonStruct  # written as decoration: nothing to be read out
    for item in pdf.objects:
        if getattr(item, "_type_name", "") == "stream" and "/Interpolate" in item:
            item.Interpolate = False


def _elements(pdf: Pdf) -> Iterator[Dictionary]:
    for item in list(pdf.objects):
        if isinstance(item, Dictionary) and item.get("/Type") == Name.StructElem:
            yield item


def _kids(element: Object) -> list[Object]:
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _holds_link(element: Object) -> bool:
    """Whether a link's annotation hangs on this element; WeasyPrint gives one also to the parts of a link."""
    return any(
        isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR and kid.Obj.get("/Subtype") == Name.Link
        for kid in _kids(element)
    )


def _wrap_body(pdf: Pdf, item: Dictionary) -> None:
    """A list item holds a label and a body; what stands in it directly goes into a body."""
    kids = _kids(item)
    loose = [kid for kid in kids if not (isinstance(kid, Dictionary) and kid.get("/S") in _IN_LIST_ITEM)]
    if not loose:
        return
    body = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, P=item, K=Array(loose)))
    if "/Pg" in item:
        body.Pg = item.Pg
    for kid in loose:
        if isinstance(kid, Dictionary) and "/P" in kid:
            kid.P = body
    kept = [kid for kid in kids if isinstance(kid, Dictionary) and kid.get("/S") in _IN_LIST_ITEM]
    item.K = Array([*kept, body])
