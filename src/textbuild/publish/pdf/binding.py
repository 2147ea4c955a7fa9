"""A book's HTML to its PDF by gatherings: laid out side by side, each kept until it changes, then assembled."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

from textbuild.publish.artefact import BuildError
from textbuild.publish.pdf.assemble import assembled
from textbuild.publish.pdf.embedding import embedded_whole, merged, specimen
from textbuild.publish.pdf.faults import Fault
from textbuild.publish.pdf.fetcher import BookFetcher
from textbuild.publish.pdf.gatherings import Gathering, first_pages, gatherings_of, only, skeleton_of
from textbuild.publish.pdf.layouts import Compositor, Layout
from textbuild.publish.pdf.page_map import printed_pages
from textbuild.publish.pdf.typeset import warn_of, write
from textbuild.publish.volume.print_pages import write_pages

_SHEET = "skeleton.css"
_BLANK = '<div class="leaf blank">（此页空白）</div>'


@dataclass(frozen=True, slots=True)
class Apart:
    """Gatherings that are bound into files of their own."""

    titles: Set[str] = frozenset()
    """The ids of their titles."""
    also_in_whole: bool = True
    take: Callable[[str, bytes], object] = lambda title, content: None
    """Gets each title's id and file."""


@dataclass(frozen=True, slots=True)
class Binder:
    """Typesets a book by gatherings."""

    root: Path
    """The library's folder."""
    kept: Path
    """A folder of this book's own, for what has been laid out."""
    starts: tuple[str, ...]
    """Ids in gatherings whose first page is numbered 1 anew: the first with Roman numbers, the first of the text."""
    tags: bool = True
    """For screens; printing presses read none."""
    report: Path | None = None
    """Where to write the pages and what a publisher would not sign, as JSON."""
    text: str = ""
    """The hash of what the book says, for the report."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """Id → the place in the modules that it stands for, for the report."""
    apart: Apart = Apart()
    even: bool = False
    """Whether a file ends with the back of a leaf, though nothing stands on it."""

    def __call__(self, html: str, fetcher: BookFetcher, theme: Path) -> bytes:
        """The PDF. The same inputs give the same bytes, whatever was kept. Raises BuildError."""
        gatherings = gatherings_of(html)
        laid = Compositor(fetcher, theme, self.root, self.kept, self.tags, self.sources).lay_out(
            gatherings, self.starts
        )
        self._report(gatherings, laid, first_pages(gatherings, [one.pages for one in laid]))

        def bind(chosen: Sequence[int]) -> bytes:
            return self._bound(chosen, html, gatherings, laid, fetcher, theme)

        alone = {i: title for i, one in enumerate(laid) for title in self.apart.titles & one.anchors.keys()}
        for i, title in alone.items():
            self.apart.take(title, bind([i]))
        return bind([i for i in range(len(laid)) if self.apart.also_in_whole or i not in alone])

    def _bound(
        self,
        chosen: Sequence[int],
        html: str,
        gatherings: Sequence[Gathering],
        laid: Sequence[Layout],
        fetcher: BookFetcher,
        theme: Path,
    ) -> bytes:
        """One file of the gatherings with these indices."""
        own = [laid[i] for i in chosen]
        counts = [one.pages for one in own]
        firsts = first_pages([gatherings[i] for i in chosen], counts)
        pages = firsts[-1] + counts[-1]
        last = _BLANK if self.even and pages % 2 else ""
        fonts = merged(one.fonts for one in own)
        part = html if len(chosen) == len(gatherings) else only(html, chosen)
        skeleton = skeleton_of(part, counts, specimen(fonts), last)
        with embedded_whole(fonts):
            bones = write(skeleton, fetcher, theme, tags=False, sheets=[_SHEET], archive=self.tags)
        if len(bones.pages) != pages + bool(last) + 1:
            raise BuildError("the theme's marks of right-hand pages and its style sheets differ")
        warn_of(bones.lacking.union(*(one.lacking for one in own)))
        return assembled(bones.pdf, [page._page_box.content_box_x() * 0.75 for page in bones.pages], own, firsts)

    def _report(self, gatherings: Sequence[Gathering], laid: Sequence[Layout], firsts: Sequence[int]) -> None:
        if self.report is not None:
            faults = [self._told(fault, first) for one, first in zip(laid, firsts, strict=True) for fault in one.faults]
            front, body, *units = self.starts
            names = [one.name for one in gatherings]
            pages = () if units else printed_pages(names, laid, firsts, front, body)  # loose leaves are exchanged
            write_pages(self.report, self.text, faults, pages)

    def _told(self, fault: Fault, first: int) -> dict[str, str | int]:
        """`page` counts all pages of the file from 1; `after` is the last place in the modules before the fault."""
        after = self.sources.get(fault.near, fault.near)
        return {"page": first + fault.page + 1, "fault": fault.kind, "after": after, "words": fault.words}
