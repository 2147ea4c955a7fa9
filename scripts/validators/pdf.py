"""Sound PDFs: well-formed, with fonts, language, title and outline, and with a glyph for every sign."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf
from scripts.validators import program


def structure_faults(files: Sequence[Path]) -> list[str]:
    qpdf = program("qpdf")
    faults = []
    for file in files:
        done = subprocess.run([qpdf, "--check", str(file)], capture_output=True, encoding="utf-8", check=False)
        if done.returncode:
            faults.append(f"{file}: {(done.stderr or done.stdout).strip()}")
    return faults


def content_faults(files: Sequence[Path]) -> list[str]:
    return [f"{file}: {fault}" for file in files for fault in _faults_of(file)]


def _faults_of(file: Path) -> Iterator[str]:
    with pikepdf.open(file) as pdf:
        if not str(pdf.Root.get("/Lang", "")):
            yield "no language"
        if not str(pdf.docinfo.get("/Title", "")) or not pdf.open_metadata().get("dc:title"):
            yield "no title"
        with pdf.open_outline() as outline:
            if not outline.root:
                yield "no outline"
        if not pdf.Root.get("/MarkInfo", {}).get("/Marked", False):
            yield "not tagged"
        yield from _fonts_left_out(pdf)
        yield from _pages_with_boxes(pdf)


def _fonts_left_out(pdf: pikepdf.Pdf) -> Iterator[str]:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font" and "/DescendantFonts" not in item:
            descriptor = item.get("/FontDescriptor", {})
            embedded = any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3"))
            if not embedded and item.get("/Subtype") != "/Type3":
                yield f"font not embedded: {item.get('/BaseFont', '?')}"


def _pages_with_boxes(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Pages that show glyph 0, the empty box of a character that no font has."""
    for number, page in enumerate(pdf.pages, 1):
        if _shows_a_box(page):
            yield f"page {number}: a character that the fonts do not have"


def _shows_a_box(page: pikepdf.Page) -> bool:
    operators = "Tj TJ"
    for shown in pikepdf.parse_content_stream(page, operators):
        for part in shown.operands[0] if str(shown.operator) == "TJ" else shown.operands:
            if isinstance(part, pikepdf.String):
                codes = bytes(part)
                if any(codes[i : i + 2] == b"\0\0" for i in range(0, len(codes) - 1, 2)):
                    return True
    return False
