"""Sound PDFs: well-formed, with their fonts, language, title, outline and tags."""

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
        if not pdf.Root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False):
            yield "not tagged"
        yield from _fonts_left_out(pdf)


def _fonts_left_out(pdf: pikepdf.Pdf) -> Iterator[str]:
    named = set(_fonts_of_fields(pdf))
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font" and "/DescendantFonts" not in item:
            if item.objgen in named:
                continue
            descriptor = item.get("/FontDescriptor", pikepdf.Dictionary())
            embedded = any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3"))
            if not embedded and item.get("/Subtype") != "/Type3":
                yield f"font not embedded: {item.get('/BaseFont', '?')}"


def _fonts_of_fields(pdf: pikepdf.Pdf) -> Iterator[tuple[int, int]]:
    """What is typed into fields is to be shown in these; an empty field shows nothing in them."""
    form = pdf.Root.get("/AcroForm", pikepdf.Dictionary())
    for font in form.get("/DR", pikepdf.Dictionary()).get("/Font", pikepdf.Dictionary()).values():
        for one in font.get("/DescendantFonts", pikepdf.Array()):
            yield one.objgen
