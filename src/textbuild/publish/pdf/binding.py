"""A book's HTML to its PDF by gatherings: laid out side by side, each kept until it changes, then assembled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from textbuild.publish.artefact import BuildError
from textbuild.publish.pdf.assemble import assembled
from textbuild.publish.pdf.embedding import embedded_whole, merged, specimen
from textbuild.publish.pdf.faults import Fault
from textbuild.publish.pdf.fetcher import BookFetcher
from textbuild.publish.pdf.gatherings import first_pages, gatherings_of, skeleton_of
from textbuild.publish.pdf.layouts import Compositor
from textbuild.publish.pdf.page_map import printed_pages
from textbuild.publish.pdf.typeset import warn_of, write
from textbuild.publish.volume.print_pages import write_pages

_SHEET = "skeleton.css"


@dataclass(frozen=True, slots=True)
class Binder:
    """Typesets a book by gatherings."""

    root: Path
    """The library's folder."""
    kept: Path
    """A folder of this book's own, for what has been laid out."""
    starts: tuple[str, str]
    """Ids in gatherings whose first page is numbered 1 anew: the first with Roman numbers, the first of the text."""
    tags: bool = True
    """For screens; printing presses read none."""
    report: Path | None = None
    """Where to write the pages and what a publisher would not sign, as JSON."""
    text: str = ""
    """The hash of what the book says, for the report."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """Id → the place in the modules that it stands for, for the report."""

    def __call__(self, html: str, fetcher: BookFetcher, theme: Path) -> bytes:
        """The PDF. The same inputs give the same bytes, whatever was kept. Raises BuildError."""
        gatherings = gatherings_of(html)
        laid = Compositor(fetcher, theme, self.root, self.kept, self.tags).lay_out(gatherings, self.starts)
        counts = [one.pages for one in laid]
        firsts = first_pages(gatherings, counts)
        fonts = merged(one.fonts for one in laid)
        with embedded_whole(fonts):
            bones = write(
                skeleton_of(html, counts, specimen(fonts)),
                fetcher,
                theme,
                tags=False,
                sheets=[_SHEET],
                archive=self.tags,
            )
        if len(bones.pages) != firsts[-1] + counts[-1] + 1:
            raise BuildError("the theme's marks of right-hand pages and its style sheets differ")
        warn_of(bones.lacking.union(*(one.lacking for one in laid)))
        if self.report is not None:
            faults = [self._told(fault, first) for one, first in zip(laid, firsts, strict=True) for fault in one.faults]
            pages = printed_pages([one.name for one in gatherings], laid, firsts, *self.starts)
            write_pages(self.report, self.text, faults, pages)
        return assembled(bones.pdf, [page._page_box.content_box_x() * 0.75 for page in bones.pages], laid, firsts)

    def _told(self, fault: Fault, first: int) -> dict[str, str | int]:
        """`page` counts all pages of the file from 1; `after` is the last place in the modules before the fault."""
        after = self.sources.get(fault.near, fault.near)
        return {"page": first + fault.page + 1, "fault": fault.kind, "after": after, "words": fault.words}
