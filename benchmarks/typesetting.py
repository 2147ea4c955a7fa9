"""A book's PDF for comparison: the same HTML laid out by textbuild's typesetter and by WeasyPrint as it comes.

`python -m benchmarks.typesetting html FOLDER BOOK DAY FILE` writes the HTML that textbuild hands to WeasyPrint;
`… textbuild|weasyprint FOLDER FILE` lays it out, textbuild telling how many pages; `… change FOLDER FILE` changes one
module in it.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, time
from pathlib import Path

import pikepdf

from textbuild.link.library import link_library
from textbuild.load.library import load_library
from textbuild.publish.artefact import Workplace
from textbuild.publish.pdf.binding import Binder
from textbuild.publish.pdf.book import build_pdf, node_modules
from textbuild.publish.pdf.chapters import BODY, FRONT
from textbuild.publish.pdf.fetcher import BookFetcher
from textbuild.publish.publishers import documents_of
from textbuild.publish.theme import theme_path


class _WrittenError(Exception):
    """The HTML is written: there is no need to lay it out."""


def write_html(root: Path, book: str, day: str, file: Path) -> None:
    """Goes the way of `build` as far as the typesetter."""
    moment = datetime.combine(datetime.fromisoformat(day).date(), time(), UTC)
    library, _ = load_library(root)
    linked = link_library(library, moment.date())
    place = _place(root, int(moment.timestamp()))
    [one] = [one for one in linked.books if one.book.id == book]

    def keep(html: str, fetcher: BookFetcher, theme: Path) -> bytes:
        file.write_text(html, encoding="utf-8")
        raise _WrittenError

    try:
        build_pdf(one, linked, documents_of(one), file.with_suffix(".pdf"), place, keep)
    except _WrittenError:
        return


def with_textbuild(root: Path, file: Path) -> None:
    """By gatherings. What is laid out is kept beside the file, for the next run."""
    place = _place(root)
    theme = place.theme / "print"
    binder = Binder(root, file.with_name("laid-out"), (FRONT, BODY))
    fetcher = BookFetcher(root, theme, node_modules(place), place.cache / "fonts")
    pdf = binder(file.read_text(encoding="utf-8"), fetcher, theme)
    target = file.with_name("textbuild.pdf")
    target.write_bytes(pdf)
    with pikepdf.open(target) as made:
        print(len(made.pages))


def change(file: Path) -> None:
    """Adds a sentence to a module in the middle of the HTML."""
    head, *chapters = file.read_text(encoding="utf-8").split('<section class="chapter')
    middle = len(chapters) // 2
    chapters[middle] = chapters[middle].replace("</p>", "补一句。</p>", 1)
    file.write_text('<section class="chapter'.join([head, *chapters]), encoding="utf-8")


def with_weasyprint(root: Path, file: Path) -> None:
    """All settings as they come, but tagged as ours is; files come from the same places."""
    from weasyprint import HTML

    place = _place(root)
    fetcher = BookFetcher(root, place.theme / "print", node_modules(place))
    html = HTML(string=file.read_text(encoding="utf-8"), base_url="book:/", url_fetcher=fetcher)
    html.write_pdf(file.with_name("weasyprint.pdf"), pdf_tags=True)


def _place(root: Path, epoch: int = 0) -> Workplace:
    return Workplace(root, root / "output", theme_path(), root / ".cache" / "textbuild", epoch)


if __name__ == "__main__":
    tool, folder, *rest = sys.argv[1:]
    if tool == "html":
        write_html(Path(folder), rest[0], rest[1], Path(rest[2]))
    elif tool == "textbuild":
        with_textbuild(Path(folder), Path(rest[0]))
    elif tool == "change":
        change(Path(rest[0]))
    else:
        with_weasyprint(Path(folder), Path(rest[0]))
