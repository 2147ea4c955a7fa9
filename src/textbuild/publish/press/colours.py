"""Every colour of a laid-out file in the inks of the press: text, lines, areas, gradients, pictures."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Pdf, PdfImage, Stream
from PIL import Image

from textbuild.publish.press.inks import PressProfile

_FILL, _STROKE = Operator("k"), Operator("K")
_GREY = {"g": _FILL, "G": _STROKE}
_RGB = {"rg": _FILL, "RG": _STROKE}


def to_inks(pdf: Pdf, profile: PressProfile) -> None:
    """Converts the open file in place. Raises ValueError for a kind of colour that it does not know."""
    for page in pdf.pages:
        page.contents_coalesce()
        page.Contents.write(_converted(page, profile))
    for item in list(pdf.objects):
        if isinstance(item, Stream) and item.get("/Subtype") == Name.Form:
            item.write(_converted(item, profile))
        elif isinstance(item, Stream) and item.get("/Subtype") == Name.Image:
            _convert_image(item, profile)
        elif isinstance(item, Stream) and item.get("/PatternType") == 1:
            item.write(_converted(item, profile))
        if isinstance(item, Dictionary | Stream):
            _convert_entries(item, profile)


def _converted(content: Any, profile: PressProfile) -> bytes:
    """The instructions of a page or a form with each colour as inks."""
    instructions: list[Any] = []
    for instruction in pikepdf.parse_content_stream(content):
        operands, name = instruction.operands, str(instruction.operator)
        if name in _RGB:
            red, green, blue = (float(value) for value in operands)
            instructions.append((_numbers(profile.inks(red, green, blue)), _RGB[name]))
        elif name in _GREY:
            instructions.append((_numbers((0, 0, 0, 1 - float(operands[0]))), _GREY[name]))
        elif name in ("cs", "CS") and operands[0] not in (Name.Pattern, Name.DeviceCMYK, Name.DeviceGray):
            raise ValueError(f"a colour in {operands[0]} can not be printed")
        else:
            instructions.append(instruction)
    return pikepdf.unparse_content_stream(instructions)


def _numbers(values: Sequence[float]) -> list[Decimal]:
    return [Decimal(f"{value:.4f}").normalize() for value in values]


def _convert_entries(item: Dictionary | Stream, profile: PressProfile) -> None:
    """Gradients, and the groups in which transparent things are mixed."""
    if "/ShadingType" in item and item.get("/ColorSpace") == Name.DeviceRGB:
        _convert_function(item.Function, profile)
        item.ColorSpace = Name.DeviceCMYK
    group = item.get("/Group")
    if isinstance(group, Dictionary) and group.get("/CS") == Name.DeviceRGB:
        group.CS = Name.DeviceCMYK


def _convert_function(function: Any, profile: PressProfile) -> None:
    """A gradient between two colours, or a chain of such (PDF function types 2 and 3)."""
    if function.FunctionType == 3:
        for part in function.Functions:
            _convert_function(part, profile)
    elif function.FunctionType == 2:
        for end in ("/C0", "/C1"):
            colour = [float(value) for value in function.get(end, ())]
            if len(colour) == 3:
                function[end] = Array(_numbers(profile.inks(*colour)))
    else:
        raise ValueError(f"a gradient of type {function.FunctionType} can not be printed")


def _convert_image(item: Stream, profile: PressProfile) -> None:
    if item.get("/ImageMask", False) or item.get("/ColorSpace") in (Name.DeviceGray, Name.DeviceCMYK):
        return
    picture = PdfImage(item).as_pil_image()
    if picture.mode in ("L", "1"):
        item.write(picture.convert("L").tobytes())
        item.ColorSpace = Name.DeviceGray
    else:
        item.write(profile.image(_on_white(picture)).tobytes())
        item.ColorSpace = Name.DeviceCMYK
    item.BitsPerComponent = 8
    for key in ("/Decode", "/DecodeParms"):
        if key in item:
            del item[key]


def _on_white(picture: Image.Image) -> Image.Image:
    return picture if picture.mode == "RGB" else picture.convert("RGB")
