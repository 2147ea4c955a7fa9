"""Files that go with a book's PDF where its form has any: each module of loose leaves, a workbook's answers."""

from __future__ import annotations

import io
import re
import shutil
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name, String

from textbuild.link.library import LinkedBook
from textbuild.publish.executor import replaced
from textbuild.publish.pdf.addresses import module_prefix
from textbuild.publish.pdf.binding import Apart
from textbuild.publish.pdf.chapters import Chapter
from textbuild.publish.volume.metadata import Metadata

ANSWERS = "tb-answers"
"""Id of the title of a workbook's answers, which students do not get."""
_BACK = {"tb-glossary": "术语-", "tb-records": "附录-", "tb-references": "文献-"}
"""Ids of the titles behind the modules → what stands before the numbers of their pages."""
_UNSAFE = re.compile(r"[^\w.-]|^\.")


@dataclass(frozen=True, slots=True)
class Companion:
    file: str
    """Its name."""
    title: str
    """Put after the book's."""
    content: bytes
    """As laid out."""
    part: LinkedBook
    """What of the book is in it."""
    labels: Mapping[str, str]
    """Ids from which pages are numbered 1 → what stands before the number."""
    version: str | None = None
    """Where it is not the book's."""


def apart_of(book: LinkedBook, chapters: Sequence[Chapter], files: dict[str, bytes], press: bool) -> Apart:
    """Which gatherings become files of their own: these are put into `files` by the ids of their titles.

    The press gets one file, without the answers of a workbook.
    """
    if press and book.book.config.value.form == "loose-leaf":
        return Apart()
    if book.book.config.value.form == "loose-leaf":
        return Apart(frozenset(one.anchor for one in chapters if one.leaf), True, files.__setitem__)
    titles = frozenset({ANSWERS}) if book.book.config.value.form == "workbook" else frozenset[str]()
    return Apart(titles, False, files.__setitem__)


def units_of(chapters: Sequence[Chapter]) -> dict[str, str]:
    """Of loose leaves: ids of the titles from which pages are numbered 1 → what stands before the number."""
    codes = {one.anchor: f"{one.leaf.code}-" for one in chapters if one.leaf}
    return codes | _BACK if codes else {}


def companions_of(book: LinkedBook, chapters: Sequence[Chapter], files: Mapping[str, bytes]) -> Iterator[Companion]:
    """`files`: id of a title → the file of its gathering."""
    if ANSWERS in files:
        yield Companion("answers.pdf", "自测答案（教师用）", files[ANSWERS], book, {ANSWERS: "答案-"})
    modules = {one.module.path: one for one in book.modules}
    for chapter in chapters:
        if chapter.leaf is not None and chapter.anchor in files:
            code, part = chapter.leaf.code, replace(book, modules=(modules[chapter.path],), definitions=None)
            title, content = f"{code} {chapter.title}", files[chapter.anchor]
            labels = {chapter.anchor: f"{code}-"}
            yield Companion(_file_name(chapter), title, content, part, labels, chapter.leaf.mark)


def write_companions(
    folder: Path,
    book: LinkedBook,
    chapters: Sequence[Chapter],
    companions: Sequence[Companion],
    metadata: Callable[[LinkedBook], Metadata],
    finish: Callable[[bytes, Path, Metadata, LinkedBook, Mapping[str, str]], None],
) -> None:
    """Replaces `folder` by one with these files, or removes it where there are none.

    Links to other modules lead to their files, all others to the whole book's, beside the folder. `metadata` gives
    that of a part of the book; `finish` writes a laid-out file.
    """
    if not companions:
        shutil.rmtree(folder, ignore_errors=True)
        return
    names = {one.path: _file_name(one) for one in chapters if one.leaf}
    prefixes = {one.module.path: module_prefix(index) for index, one in enumerate(book.modules)}
    files = {prefixes[path]: name for path, name in names.items()}
    with replaced(folder) as beside:
        beside.mkdir()
        for one in companions:
            content = _leading_out(one.content, files, f"../{book.book.id}.pdf")
            finish(content, beside / one.file, _told(metadata(one.part), one), one.part, one.labels)


def _file_name(chapter: Chapter) -> str:
    """`NEV-01.pdf`."""
    assert chapter.leaf is not None, "front matter is in the whole file only"
    return f"{_UNSAFE.sub('_', chapter.leaf.code)}.pdf"


def _told(of_part: Metadata, one: Companion) -> Metadata:
    return replace(
        of_part,
        title=f"{of_part.title}　{one.title}",
        identifier=uuid.uuid5(uuid.NAMESPACE_URL, f"{of_part.identifier}/{one.file}").urn,
        version=one.version or of_part.version,
    )


def _leading_out(content: bytes, files: Mapping[str, str], whole: str) -> bytes:
    """Has links to places that the file does not hold lead to the file that does: `files` has those of modules."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        own = set(pikepdf.NameTree(pdf.Root.Names.Dests))
        for page in pdf.pages:
            for link in page.get("/Annots", pikepdf.Array()):
                name = str(link.Dest) if "/Dest" in link else None
                if name is None or name in own:
                    continue
                file = files.get(f"{name.partition('-')[0]}-", whole)
                del link["/Dest"]
                link.A = Dictionary(Type=Name.Action, S=Name.GoToR, F=String(file), D=String(name))
        output = io.BytesIO()
        pdf.save(output, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return output.getvalue()
