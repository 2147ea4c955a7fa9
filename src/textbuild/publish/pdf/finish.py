"""The last touches on a laid-out file: page labels, structure, attached data, metadata, an identifier by content."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pikepdf

from textbuild.publish.pdf.fields import complete_fields
from textbuild.publish.pdf.source_data import attach
from textbuild.publish.pdf.structure import complete_structure
from textbuild.publish.pdf.xmp import packet
from textbuild.publish.volume.metadata import Metadata


def finish(
    laid_out: bytes,
    target: Path,
    metadata: Metadata,
    source_data: str,
    body: str,
    front: str,
    units: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Writes the finished file, PDF/A-3a and PDF/UA-1 at once, to `target`. `source_data` is the JSON to put into it.

    `body` and `front` are the ids of the first module and of the first page with a Roman number; pages are labelled
    as they are numbered in print. `units` are the ids of other pages that are numbered 1 anew, with what stands before
    the number.
    """
    with pikepdf.open(io.BytesIO(laid_out)) as pdf:
        _label_pages(pdf, front, body, units)
        complete_structure(pdf)
        complete_fields(pdf)
        attach(pdf, source_data, metadata.created)
        described = pikepdf.Stream(pdf, packet(metadata))
        described.Type, described.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
        pdf.Root.Metadata = described
        pdf.docinfo["/Title"] = pikepdf.String(metadata.title)
        pdf.docinfo["/Keywords"] = pikepdf.String(", ".join(metadata.keywords))
        if metadata.ai_label:
            pdf.docinfo["/AIGC"] = pikepdf.String(metadata.ai_label)
        pdf.Root.Lang = pikepdf.String(metadata.language)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        pdf.Root.PageLayout = pikepdf.Name.TwoPageRight
        pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def _label_pages(pdf: pikepdf.Pdf, front: str, body: str, units: Mapping[str, str]) -> None:
    """Cover and title pages `C1` …, front matter `I` …, the text `1` …"""
    pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    names = pikepdf.NameTree(pdf.Root.Names.Dests)
    starts = {name: pages[names[name][0].objgen] for name in (front, body, *units) if name in names}
    labels = pikepdf.NumberTree.new(pdf)
    labels[0] = pikepdf.Dictionary(S=pikepdf.Name.D, P=pikepdf.String("C"))
    if front in starts:
        labels[starts[front]] = pikepdf.Dictionary(S=pikepdf.Name.R)
    if body in starts:
        labels[starts[body]] = pikepdf.Dictionary(S=pikepdf.Name.D)
    for unit in units.keys() & starts.keys():
        labels[starts[unit]] = pikepdf.Dictionary(S=pikepdf.Name.D, P=pikepdf.String(units[unit]))
    pdf.Root.PageLabels = labels.obj
