"""The last touches on a laid-out file: page labels, metadata in XMP, an identifier made from the content."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf

from textbuild.publish.volume.metadata import Metadata

_AIGC = "https://textbuild.invalid/ns/aigc/1.0/"


def finish(laid_out: bytes, target: Path, metadata: Metadata, body: str, front: str) -> None:
    """Writes the finished file to `target`.

    `body` and `front` are the ids of the first module and of the first page with a Roman number; pages are labelled
    as they are numbered in print.
    """
    with pikepdf.open(io.BytesIO(laid_out)) as pdf:
        _label_pages(pdf, front, body)
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            _describe(xmp, metadata)
        if metadata.ai_label:
            pdf.docinfo["/AIGC"] = pikepdf.String(metadata.ai_label)
        pdf.Root.Lang = pikepdf.String(metadata.language)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        pdf.Root.PageLayout = pikepdf.Name.TwoPageRight
        pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def _describe(xmp: pikepdf.models.PdfMetadata, metadata: Metadata) -> None:
    xmp["dc:title"] = metadata.title
    if metadata.authors:
        xmp["dc:creator"] = list(metadata.authors)
    xmp["dc:description"] = metadata.subject
    xmp["dc:subject"] = set(metadata.keywords)
    xmp["dc:language"] = {metadata.language}
    xmp["pdf:Keywords"] = ", ".join(metadata.keywords)
    xmp["xmp:CreatorTool"] = metadata.generator
    xmp["xmp:CreateDate"] = metadata.created
    xmp["xmp:ModifyDate"] = metadata.created
    if metadata.ai_label:
        xmp.register_xml_namespace(_AIGC, "AIGC")
        xmp["AIGC:AIGC"] = metadata.ai_label


def _label_pages(pdf: pikepdf.Pdf, front: str, body: str) -> None:
    """Cover and title pages `C1` …, front matter `I` …, the text `1` …"""
    pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    names = pikepdf.NameTree(pdf.Root.Names.Dests)
    starts = {name: pages[names[name][0].objgen] for name in (front, body) if name in names}
    labels = pikepdf.NumberTree.new(pdf)
    labels[0] = pikepdf.Dictionary(S=pikepdf.Name.D, P=pikepdf.String("C"))
    if front in starts:
        labels[starts[front]] = pikepdf.Dictionary(S=pikepdf.Name.R)
    if body in starts:
        labels[starts[body]] = pikepdf.Dictionary(S=pikepdf.Name.D)
    pdf.Root.PageLabels = labels.obj
