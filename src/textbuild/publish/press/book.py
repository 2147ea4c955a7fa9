"""A linked book for the press: laid out with bleed and marks, put into its inks, proved from the file."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.markdown import Document
from textbuild.publish.artefact import BuildError, Workplace
from textbuild.publish.pdf.book import lay_out_book
from textbuild.publish.pdf.completeness import missing
from textbuild.publish.pdf.xmp import PRESS, packet
from textbuild.publish.press.colours import to_inks
from textbuild.publish.press.inks import PressProfile
from textbuild.publish.press.proof import BLEED_MM, POINTS_A_MM, points_of, report
from textbuild.publish.volume.metadata import Metadata

TEXT, REPORT = "text.pdf", "report.txt"


def build_press(
    book: LinkedBook,
    linked: LinkedLibrary,
    documents: Callable[[str], Document],
    target: Path,
    place: Workplace,
) -> None:
    """Writes `text.pdf` and `report.txt` into the folder `target`. The same inputs give the same bytes.

    Raises BuildError where no profile is given or it is none, where the text is not whole, and where the finished
    file fails a point of the report: no file is better than one that a press spoils paper with.
    """
    profile = _profile(place.icc)
    laid_out = lay_out_book(book, linked, documents, place, press=True)
    target.mkdir(parents=True, exist_ok=True)
    file = target / TEXT
    try:
        _finish(laid_out.content, file, laid_out.metadata, profile)
    except ValueError as error:
        raise BuildError(f"{book.book.id}: {error}") from error
    if lost := missing(file, laid_out.expected):
        raise BuildError(f"headings missing from the finished PDF: {', '.join(lost)}")
    points = points_of(file)
    (target / REPORT).write_text(report(points, laid_out.metadata.title, profile.name), encoding="utf-8", newline="\n")
    if failed := [point for point in points if not point.holds]:
        raise BuildError("; ".join(f"{point.name}: {point.found}" for point in failed))


def _profile(path: Path | None) -> PressProfile:
    if path is None:
        raise BuildError("a file for the press needs the press's own colour profile: --icc FILE")
    try:
        return PressProfile(path.read_bytes())
    except (OSError, ValueError) as error:
        raise BuildError(f"{path}: {error}") from error


def _finish(laid_out: bytes, target: Path, metadata: Metadata, profile: PressProfile) -> None:
    with pikepdf.open(io.BytesIO(laid_out)) as pdf:
        to_inks(pdf, profile)
        for page in pdf.pages:
            _set_boxes(page)
        _intend(pdf, profile)
        described = Stream(pdf, packet(metadata, PRESS))
        described.Type, described.Subtype = Name.Metadata, Name.XML
        pdf.Root.Metadata = described
        moment = String(datetime.fromisoformat(metadata.created).strftime("D:%Y%m%d%H%M%SZ"))
        pdf.docinfo.update({"/CreationDate": moment, "/ModDate": moment, "/Trapped": Name.False_})
        pdf.save(target, deterministic_id=True, min_version="1.6", object_stream_mode=pikepdf.ObjectStreamMode.generate)


def _set_boxes(page: pikepdf.Page) -> None:
    """BleedBox round TrimBox; links are for screens, and PDF/X forbids them on the printed page."""
    left, bottom, right, top = (float(value) for value in page.trimbox)
    bleed = BLEED_MM * POINTS_A_MM
    page.obj.BleedBox = Array([left - bleed, bottom - bleed, right + bleed, top + bleed])
    for name in ("/Annots", "/ArtBox"):
        if name in page.obj:
            del page.obj[name]


def _intend(pdf: Pdf, profile: PressProfile) -> None:
    """Says for which press the inks are: with its whole profile, so that nobody has to guess."""
    embedded = Stream(pdf, profile.content)
    embedded.N = 4
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String("Custom"),
        Info=String(profile.name),
        DestOutputProfile=pdf.make_indirect(embedded),
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
