"""What a press asks of a file, proved from the finished file, point by point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name, Stream

from textbuild.publish.press.inks import MOST_INK
from textbuild.publish.press.marks import Marks, read_marks

BLEED_MM = 3.0
POINTS_A_MM = 72 / 25.4
_LEAST_PPI = 300


@dataclass(frozen=True, slots=True)
class Point:
    name: str
    found: str
    holds: bool


def points_of(file: Path) -> tuple[Point, ...]:
    """Every point, found by reading the file and nothing else."""
    with pikepdf.open(file) as pdf:
        marks = read_marks(pdf)
        return (*_boxes(pdf), *_colours(pdf, marks), *_pictures(marks), *_fonts(pdf), _intent(pdf), _bare(pdf))


def report(points: Sequence[Point], title: str, profile: str) -> str:
    """The points as text, one a line."""
    lines = [f"{'合格' if point.holds else '不合格'}　{point.name}：{point.found}" for point in points]
    return "\n".join([f"《{title}》印刷文件检查", f"色彩配置文件：{profile}", "", *lines, ""])


def _boxes(pdf: pikepdf.Pdf) -> Iterator[Point]:
    trims = {tuple(round(float(v) / POINTS_A_MM, 1) for v in _size(page.trimbox)) for page in pdf.pages}
    sizes = "、".join(f"{width:g} mm × {height:g} mm" for width, height in sorted(trims))
    yield Point("成品尺寸 TrimBox", f"{len(pdf.pages)} 页，{sizes}", len(trims) == 1)
    bleeds = {round(_margin(page) / POINTS_A_MM, 2) for page in pdf.pages}
    yield Point("出血 BleedBox", "、".join(f"{bleed:g} mm" for bleed in sorted(bleeds)), bleeds == {BLEED_MM})
    outside = all(_contains(page.mediabox, page.bleedbox) for page in pdf.pages)
    yield Point("裁切线在出血之外", "MediaBox 大于 BleedBox" if outside else "MediaBox 没有余地", outside)


def _colours(pdf: pikepdf.Pdf, marks: Marks) -> Iterator[Point]:
    others = sorted(marks.other_spaces | _screen_spaces(pdf))
    yield Point("只用 CMYK 和灰", "、".join(others) or "没有别的色彩空间", not others)
    found = f"{marks.black_runs} 处黑字只用黑墨，{marks.coloured_runs} 处彩色字，{marks.mixed_runs} 处黑字混了彩墨"
    yield Point("黑字用单色黑", found, marks.mixed_runs == 0)
    yield Point("总墨量", f"最大 {marks.most_ink:.0%}", marks.most_ink <= MOST_INK)


def _screen_spaces(pdf: pikepdf.Pdf) -> set[str]:
    """Spaces of screens that pictures, gradients and transparent groups are in."""
    spaces = set()
    for item in pdf.objects:
        if isinstance(item, Dictionary | Stream):
            group = item.get("/Group")
            for space in (item.get("/ColorSpace"), group.get("/CS") if isinstance(group, Dictionary) else None):
                name = space[0] if isinstance(space, pikepdf.Array) and len(space) else space
                if name in (Name.DeviceRGB, Name.CalRGB, Name.ICCBased, Name.Indexed):
                    spaces.add(str(name)[1:])
    return spaces


def _pictures(marks: Marks) -> Iterator[Point]:
    if marks.least_ppi is None:
        yield Point("点阵图分辨率", "没有点阵图", True)
    else:
        yield Point("点阵图分辨率", f"最低 {marks.least_ppi:.0f} ppi", marks.least_ppi >= _LEAST_PPI)


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Point]:
    missing, count = [], 0
    for item in pdf.objects:
        if isinstance(item, Dictionary) and item.get("/Type") == Name.FontDescriptor:
            count += 1
            if not any(key in item for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                missing.append(str(item.FontName)[1:])
    yield Point("字体嵌入", "、".join(missing) or f"{count} 种字体全部嵌入", not missing)


def _intent(pdf: pikepdf.Pdf) -> Point:
    for intent in pdf.Root.get("/OutputIntents", ()):
        if intent.get("/S") == Name.GTS_PDFX and "/DestOutputProfile" in intent:
            return Point("输出意图 PDF/X-4", str(intent.get("/Info", "")), True)
    return Point("输出意图 PDF/X-4", "没有", False)


def _bare(pdf: pikepdf.Pdf) -> Point:
    """PDF/X forbids what only a screen can show, and what needs a key."""
    pages = [number for number, page in enumerate(pdf.pages, 1) if "/Annots" in page.obj]
    found = "没有链接、批注和密码" if not pages and not pdf.is_encrypted else f"第 {pages[:5]} 页有批注，或文件有密码"
    return Point("没有印刷无用之物", found, not pages and not pdf.is_encrypted)


def _size(box: pikepdf.Object) -> tuple[float, float]:
    left, bottom, right, top = (float(value) for value in box)
    return right - left, top - bottom


def _margin(page: pikepdf.Page) -> float:
    """The smallest distance from the bleed's edge to the trim's."""
    outer, inner = [float(v) for v in page.bleedbox], [float(v) for v in page.trimbox]
    return min(inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3])


def _contains(outer: pikepdf.Object, inner: pikepdf.Object) -> bool:
    a, b = [float(v) for v in outer], [float(v) for v in inner]
    return a[0] < b[0] and a[1] < b[1] and a[2] > b[2] and a[3] > b[3]
