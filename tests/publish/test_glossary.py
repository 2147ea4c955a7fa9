"""What a glossary lists and in which order, and what it costs when an entry changes."""

from __future__ import annotations

from tests.conftest import WriteLibrary
from tests.publish.site.conftest import linked_library
from textbuild.link.library import LinkedLibrary
from textbuild.markdown import parse
from textbuild.publish.fingerprint import changed, of_book
from textbuild.publish.glossary import by_initial, entries_of
from textbuild.publish.pinyin import pinyin_key
from textbuild.publish.theme import theme_path

MODULE = "---\ntitle: 甲\nid: EV-1\n---\n\n热失控和绝缘电阻。\n"
OWN = """\
terms:
  - {term: 绝缘电阻, definition: x, see: [库词]}
  - {term: 热失控, definition: x}
  - {term: 没用到, definition: x}
"""
SHARED = """\
terms:
  - {term: 库词, definition: x}
  - {term: 别处的词, definition: x}
"""


def test_terms_are_ordered_by_pinyin_tone_by_tone() -> None:
    terms = ["重复", "BMS", "传导", "绝缘", "CAN", "电池", "电磁", "3D"]
    ordered = sorted(terms, key=lambda term: pinyin_key(term))
    assert ordered == ["BMS", "CAN", "重复", "传导", "电池", "电磁", "绝缘", "3D"]


def test_pinyin_that_an_author_gives_wins() -> None:
    assert pinyin_key("行", "háng")[0] == "H"
    assert pinyin_key("行")[0] == "X"


def library(write_library: WriteLibrary, own: str = OWN, shared: str = SHARED) -> LinkedLibrary:
    files = {"books/ev/1-1.md": MODULE, "books/ev/glossary.yml": own, "books/glossary.yml": shared}
    return linked_library(write_library(files))


def test_a_book_lists_its_own_terms_and_of_the_librarys_those_it_needs(write_library: WriteLibrary) -> None:
    [book] = library(write_library).books
    entries = entries_of(book, lambda path: parse(MODULE, path))
    assert [(entry.term.value.term, len(entry.modules)) for entry in entries] == [
        ("绝缘电阻", 1), ("库词", 0), ("没用到", 0), ("热失控", 1)
    ]  # fmt: skip
    assert [initial for initial, _ in by_initial(entries)] == ["J", "K", "M", "R"]


def test_only_entries_that_a_book_shows_make_it_stale(write_library: WriteLibrary) -> None:
    def print_(own: str, shared: str) -> dict[str, str]:
        linked = library(write_library, own, shared)
        root = write_library({"books/ev/glossary.yml": own, "books/glossary.yml": shared})
        return dict(of_book(linked.books[0], linked, root, theme_path(), []))

    before = print_(OWN, SHARED)
    assert (
        changed(
            before, print_(OWN, SHARED.replace("{term: 别处的词, definition: x}", "{term: 别处的词, definition: y}"))
        )
        == ()
    )
    assert changed(
        before, print_(OWN, SHARED.replace("{term: 库词, definition: x}", "{term: 库词, definition: y}"))
    ) == ("glossary",)
    assert changed(before, print_(OWN.replace("没用到", "没用"), SHARED)) == ("glossary",)
