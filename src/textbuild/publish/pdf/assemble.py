"""Gatherings, laid out apart, put upon the skeleton of the book's pages: one file, one tree of tags, one outline."""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Page, Pdf, Stream, String

from textbuild.publish.pdf.layouts import Bookmark, Layout, Place

_SRGB = "/srgb"
"""The colours of PDF/A files: each drawing has them."""
_FOOT = "/Foot"
"""The name under which a page has its head and foot, drawn on the skeleton, with its number in the gathering."""


def assembled(skeleton: bytes, text_left: Sequence[float], laid: Sequence[Layout], firsts: Sequence[int]) -> bytes:
    """The whole file. `firsts`: the page on which each layout begins.

    `text_left`: where the text area of each page of the skeleton begins, in points: a layout's page is moved there. The
    skeleton's last page, its specimen of fonts, is left out.
    """
    with pikepdf.open(io.BytesIO(skeleton)) as book:
        bones = list(book.pages)[:-1]
        order: list[Object] = [bone.obj for bone in bones]
        binding = _Binding(book)
        for one, first in zip(laid, firsts, strict=True):
            moves = [text_left[first + i] - left for i, left in enumerate(one.text_left)]
            order[first : first + one.pages] = binding.put(one, bones[first : first + one.pages], moves)
        for number, page in enumerate(order):
            if page.objgen == bones[number].obj.objgen:
                page.Contents = Array([binding.stream(b"/Artifact BMC"), page.Contents, binding.stream(b"EMC")])
        _reorder(book, order)
        _name_places(book, laid, firsts, text_left, order)
        _outline(book, laid, firsts, text_left, order)
        output = io.BytesIO()
        pikepdf.settings.set_flate_compression_level(9)
        with warnings.catch_warnings():  # the form that fields belong to is made when the file is finished
            warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
            book.save(output, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return output.getvalue()


class _Binding:
    """Copies gatherings into the book, and what they share only once."""

    def __init__(self, book: Pdf) -> None:
        self._book = book
        shared = book.pages[0].Resources
        self._fonts, self._colours = shared.Font, shared.ColorSpace
        self._streams: dict[bytes, Object] = {}
        self._images: dict[bytes, Object] = {}
        self._document: Object | None = None
        self._marked = 0
        """Entries of the parent tree so far."""

    def stream(self, content: bytes) -> Object:
        """A stream of these instructions; the same one each time."""
        if content not in self._streams:
            self._streams[content] = self._book.make_indirect(Stream(self._book, content))
        return self._streams[content]

    def put(self, layout: Layout, bones: Sequence[Page], moves: Sequence[float]) -> list[Object]:
        """The gathering's pages as objects of the book, with heads and feet of `bones`, moved right by `moves`."""
        with pikepdf.open(layout.file) as source:
            start = len(self._book.pages)
            for loose in source.pages:
                self._book.pages.append(loose)
            pages: list[Object] = [page.obj for page in list(self._book.pages)[start:]]
            self._share(pages[0].Resources)
            if "/StructTreeRoot" in source.Root:
                self._tag(self._book.copy_foreign(source.Root.StructTreeRoot), pages)
            for number, (page, bone, move) in enumerate(zip(pages, bones, moves, strict=True)):
                self._dress(page, f"{_FOOT}{number}", bone, move)
            del self._book.pages[start:]
        return pages

    def _share(self, resources: Object) -> None:
        """Has the gathering's fonts, colours and pictures be the book's, those of drawings within it too."""
        for name in list(resources.get("/Font", Dictionary()).keys()):
            resources.Font[name] = self._fonts[name]
        for name in list(resources.get("/ColorSpace", Dictionary()).keys()):
            if name in self._colours:
                resources.ColorSpace[name] = self._colours[name]
        for name, item in list(resources.get("/XObject", Dictionary()).items()):
            if "/Resources" in item:
                self._share(item.Resources)
            if "/CS" in item.get("/Group", Dictionary()) and _SRGB in self._colours:
                item.Group.CS = self._colours[_SRGB]
            if item.get("/Subtype") == Name.Image and "/SMask" not in item:
                facts = repr(sorted((key, str(value)) for key, value in item.items() if key != "/Length"))
                digest = hashlib.sha256(item.read_raw_bytes() + facts.encode()).digest()
                resources.XObject[name] = self._images.setdefault(digest, item)

    def _dress(self, page: Object, foot: str, bone: Page, move: float) -> None:
        """Draws the head and foot of `bone` over the page, whose resources are those of all its gathering."""
        if "/XObject" not in page.Resources:
            page.Resources.XObject = Dictionary()
        page.Resources.XObject[foot] = self._book.make_indirect(bone.as_form_xobject())
        moved = f"q 1 0 0 1 {move:.4f} 0 cm".encode()
        drawn = f"Q /Artifact BMC {foot} Do EMC".encode()
        page.Contents = Array([self.stream(moved), page.Contents, self.stream(drawn)])
        for link in page.get("/Annots", Array()):
            left, low, right, high = (float(value) for value in link.Rect)
            link.Rect = Array([round(left + move, 4), low, round(right + move, 4), high])

    def _tag(self, tree: Object, pages: Sequence[Object]) -> None:
        """Puts a gathering's tree of tags at the end of the book's."""
        if self._document is None:
            root = self._book.make_indirect(Dictionary(Type=Name.StructTreeRoot))
            self._document = self._book.make_indirect(
                Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array())
            )
            root.K = Array([self._document])
            root.ParentTree = self._book.make_indirect(Dictionary(Nums=Array()))
            self._book.Root.StructTreeRoot = root
            self._book.Root.MarkInfo = Dictionary(Marked=True)
        for element in tree.K[0].K:
            element.P = self._document
            self._document.K.append(element)
        nums = self._book.Root.StructTreeRoot.ParentTree.Nums
        own = list(tree.ParentTree.Nums)
        for key, value in zip(own[::2], own[1::2], strict=True):
            nums.append(int(key) + self._marked)
            nums.append(value)
        for page in pages:
            page.StructParents = int(page.StructParents) + self._marked
            for link in page.get("/Annots", Array()):
                if "/StructParent" in link:
                    link.StructParent = int(link.StructParent) + self._marked
        self._marked += len(own) // 2


def _reorder(book: Pdf, order: Sequence[Object]) -> None:
    del book.pages[:]
    for page in order:
        book.pages.append(Page(page))


def _name_places(
    book: Pdf, laid: Sequence[Layout], firsts: Sequence[int], text_left: Sequence[float], pages: Sequence[Object]
) -> None:
    names: dict[str, Array] = {}
    for one, first in zip(laid, firsts, strict=True):
        for name, place in one.anchors.items():
            names.setdefault(name, _destination(one, place, first, text_left, pages))
    array = Array()
    for name in sorted(names, key=str.encode):
        array.append(String(name))
        array.append(names[name])
    book.Root.Names = Dictionary(Dests=book.make_indirect(Dictionary(Names=array)))


def _outline(
    book: Pdf, laid: Sequence[Layout], firsts: Sequence[int], text_left: Sequence[float], pages: Sequence[Object]
) -> None:
    """Bookmarks of all gatherings in one tree: each stands below the last one before it of a smaller level."""
    with book.open_outline() as outline:
        outline.root.clear()
        above: list[tuple[int, list[OutlineItem]]] = [(0, outline.root)]
        for one, first in zip(laid, firsts, strict=True):
            for mark in one.bookmarks:
                while above[-1][0] >= mark.level:
                    above.pop()
                item = _item(mark, _destination(one, mark.place, first, text_left, pages))
                above[-1][1].append(item)
                above.append((mark.level, item.children))


def _item(mark: Bookmark, destination: Array) -> OutlineItem:
    item = OutlineItem(mark.label, destination)
    item.is_closed = mark.closed
    return item


def _destination(
    layout: Layout, place: Place, first: int, text_left: Sequence[float], pages: Sequence[Object]
) -> Array:
    move = text_left[first + place.page] - layout.text_left[place.page]
    return Array([pages[first + place.page], Name.XYZ, round(place.x + move, 4), round(place.y, 4), 0])
