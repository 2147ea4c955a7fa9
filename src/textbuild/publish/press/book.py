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
from textbuild.model.book import Publication
from textbuild.publish.artefact import BuildError, Workplace
from textbuild.publish.pdf.book import lay_out_book, node_modules
from textbuild.publish.pdf.completeness import missing
from textbuild.publish.pdf.fetcher import BookFetcher
from textbuild.publish.pdf.typeset import write
from textbuild.publish.pdf.xmp import PRESS, packet
from textbuild.publish.press.colours import to_inks
from textbuild.publish.press.cover import cover_of, spine_of
from textbuild.publish.press.inks import PressProfile
from textbuild.publish.press.proof import BLEED_MM, POINTS_A_MM, Point, points_of, report
from textbuild.publish.volume.extent import padded
from textbuild.publish.volume.metadata import Metadata
from textbuild.publish.volume.page_size import page_size_of

TEXT, COVER, REPORT = "text.pdf", "cover.pdf", "report.txt"


def build_press(
    book: LinkedBook,
    linked: LinkedLibrary,
    documents: Callable[[str], Document],
    target: Path,
    place: Workplace,
) -> None:
    """Writes `text.pdf`, `cover.pdf` and `report.txt` into the folder `target`. The same inputs give the same bytes.

    There is no cover where `publication.paper` does not say how thick the book becomes; the report says so.

    Raises BuildError where no profile is given or it is none, where the text is not whole, and where the finished
    file fails a point of the report: no file is better than one that a press spoils paper with.
    """
    profile = _profile(place.icc)
    laid_out = lay_out_book(book, linked, documents, place, press=True)
    target.mkdir(parents=True, exist_ok=True)
    file = target / TEXT
    try:
        _finish(laid_out.content, file, laid_out.metadata, profile, of_four=True)
    except ValueError as error:
        raise BuildError(f"{book.book.id}: {error}") from error
    if lost := missing(file, laid_out.expected):
        raise BuildError(f"headings missing from the finished PDF: {', '.join(lost)}")
    points = points_of(file)
    told = [report(points, laid_out.metadata.title, profile.name)]
    cover = _build_cover(book, linked, laid_out.metadata, target, place, profile)
    if cover is None:
        told.append("没有封面文件：book.yml 的 publication.paper 没有写正文用纸，算不出书脊宽\n")
    else:
        width, of_cover = cover
        told.append(report(of_cover, f"{laid_out.metadata.title}（封面，书脊宽 {width:g} mm）", profile.name))
        points += of_cover
    (target / REPORT).write_text("\n".join(told), encoding="utf-8", newline="\n")
    if failed := [point for point in points if not point.holds]:
        raise BuildError("; ".join(f"{point.name}: {point.found}" for point in failed))


def _build_cover(
    book: LinkedBook, linked: LinkedLibrary, metadata: Metadata, target: Path, place: Workplace, profile: PressProfile
) -> tuple[float, tuple[Point, ...]] | None:
    """Writes the cover; gives the width of its spine and the points of its file."""
    config = book.book.config.value
    with pikepdf.open(target / TEXT) as text:
        pages = len(text.pages)
    spine = spine_of(config.title, pages, config.publication or Publication(), page_size_of(config).height)
    if spine is None:
        return None
    html = cover_of(book, linked, metadata, spine, place.theme)
    theme = place.theme / "print"
    fetcher = BookFetcher(place.root, theme, node_modules(place), place.cache / "fonts")
    laid_out = write(html, fetcher, theme, tags=False)
    _finish(laid_out.pdf, target / COVER, metadata, profile)
    return spine.width, points_of(target / COVER)


def _profile(path: Path | None) -> PressProfile:
    if path is None:
        raise BuildError("a file for the press needs the press's own colour profile: --icc FILE")
    try:
        return PressProfile(path.read_bytes())
    except (OSError, ValueError) as error:
        raise BuildError(f"{path}: {error}") from error


def _finish(laid_out: bytes, target: Path, metadata: Metadata, profile: PressProfile, *, of_four: bool = False) -> None:
    """`of_four`: blank pages at the end fill the last sheet, as the 印张 on the 版权页 count them."""
    with pikepdf.open(io.BytesIO(laid_out)) as pdf:
        if of_four:
            _fill_last_sheet(pdf)
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


def _fill_last_sheet(pdf: Pdf) -> None:
    last = pdf.pages[-1]
    for _ in range(padded(len(pdf.pages)) - len(pdf.pages)):
        blank = pdf.add_blank_page()
        blank.obj.MediaBox, blank.obj.TrimBox = last.mediabox, last.trimbox


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
