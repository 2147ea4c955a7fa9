from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from tests.publish.pdf.conftest import BOOK, Sample
from textbuild.markdown import parse
from textbuild.publish.epub import build_epub
from textbuild.publish.volume.print_pages import PrintPage, pages_file, text_of, write_pages

HTML, OPF, OPS = "{http://www.w3.org/1999/xhtml}", "{http://www.idpf.org/2007/opf}", "{http://www.idpf.org/2007/ops}"
DC = "{http://purl.org/dc/elements/1.1/}"


def build(sample: Sample, target: Path) -> zipfile.ZipFile:
    texts = {one.module.path: one.module.text for one in sample.book.modules}
    build_epub(sample.book, sample.linked, lambda path: parse(texts[path], path), target, sample.place)
    return zipfile.ZipFile(target)


@pytest.fixture
def epub(sample: Sample, tmp_path: Path) -> zipfile.ZipFile:
    return build(sample, tmp_path / "ev.epub")


def tree(epub: zipfile.ZipFile, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(epub.read(f"EPUB/{name}"))


def pages(epub: zipfile.ZipFile) -> dict[str, ElementTree.Element]:
    names = [name.removeprefix("EPUB/") for name in epub.namelist() if name.endswith(".xhtml")]
    return {name: tree(epub, name) for name in names}


def test_mimetype_stands_first_and_is_not_compressed(epub: zipfile.ZipFile) -> None:
    first = epub.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert epub.read("mimetype") == b"application/epub+zip"


def test_same_book_same_bytes(sample: Sample, tmp_path: Path) -> None:
    for name in ("a", "b"):
        build(sample, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_every_link_leads_to_a_place_in_the_book(epub: zipfile.ZipFile) -> None:
    trees = pages(epub)
    ids = {name: {element.get("id") for element in page.iter()} for name, page in trees.items()}
    followed = 0
    for name, page in trees.items():
        for link in page.iter(f"{HTML}a"):
            href = link.get("href", "")
            if href and "://" not in href:
                path, _, anchor = href.partition("#")
                target = posixpath.normpath(path or name)
                assert target in trees, (name, href)
                assert not anchor or unquote(anchor) in ids[target], (name, href)
                followed += 1
    assert followed > 20


def test_manifest_lists_every_file_once(epub: zipfile.ZipFile) -> None:
    listed = [item.get("href") for item in tree(epub, "package.opf").iter(f"{OPF}item")]
    packed = [name.removeprefix("EPUB/") for name in epub.namelist() if name.startswith("EPUB/")]
    assert sorted(map(str, listed)) == sorted(set(packed) - {"package.opf"})


def test_pages_with_formulas_and_drawings_say_so(epub: zipfile.ZipFile) -> None:
    items = {item.get("href"): item.get("properties") for item in tree(epub, "package.opf").iter(f"{OPF}item")}
    assert items["module-2.xhtml"] == "mathml"
    assert items["module-3.xhtml"] is None
    assert (items["nav.xhtml"], items["cover.svg"]) == ("nav", "cover-image")


def test_front_matter_comes_first_and_parts_are_named_in_the_contents(epub: zipfile.ZipFile) -> None:
    nav = tree(epub, "nav.xhtml")
    toc = next(one for one in nav.iter(f"{HTML}nav") if one.get(f"{OPS}type") == "toc")
    lines = ["".join(link.itertext()) for item in toc.find(f"{HTML}ol") or () for link in item.findall(f"{HTML}a")]
    assert lines == [
        "前言",
        "项目一 检测：模块 1　电池包检测",
        "模块 2　绝缘检测",
        "附录　岗位规范与生产工艺流程",
        "自测答案",
        "参考文献",
    ]


def test_notes_bear_the_roles_that_reading_systems_know(epub: zipfile.ZipFile) -> None:
    page = tree(epub, "module-2.xhtml")
    types = {one.get(f"{OPS}type") for one in page.iter()}
    roles = {one.get("role") for one in page.iter()}
    assert {"noteref", "footnotes", "backlink", "chapter"} <= types
    assert {"doc-noteref", "doc-endnotes", "doc-backlink", "doc-chapter"} <= roles


def test_citation_leads_to_its_reference_and_shows_its_verdict(epub: zipfile.ZipFile) -> None:
    page, references = tree(epub, "module-2.xhtml"), tree(epub, "references.xhtml")
    cited = next(one for one in page.iter(f"{HTML}a") if "tb-historical" in one.get("class", ""))
    entry = next(one for one in references.iter() if f"references.xhtml#{one.get('id')}" == cited.get("href"))
    assert cited.get("data-verdict") == "superseded"
    assert "GB 38031—2020" in "".join(entry.itertext())


def test_generated_book_is_labelled_on_every_module_and_in_its_metadata(epub: zipfile.ZipFile) -> None:
    package = tree(epub, "package.opf")
    label = next(one for one in package.iter(f"{OPF}meta") if one.get("name") == "AIGC")
    assert '"Label":"1"' in label.get("content", "")
    for name in ("module-1.xhtml", "module-2.xhtml", "module-3.xhtml", "imprint.xhtml"):
        assert "人工智能生成" in "".join(tree(epub, name).itertext()), name


def test_identifier_stays_when_the_text_changes(
    sample: Sample, write_book: Callable[[dict[str, str]], Sample], tmp_path: Path
) -> None:
    before = tree(build(sample, tmp_path / "a"), "package.opf").findtext(f".//{DC}identifier")
    changed = write_book({"books/ev/1-2.md": "# 新文\n\n见 GB 38031—2025。\n"})
    assert tree(build(changed, tmp_path / "b"), "package.opf").findtext(f".//{DC}identifier") == before


HOSTILE = """\
# <script>alert(1)</script> \x0b 标题 ]]> &nope;

<div onclick="x()" 0="1" a<b="2"><p>未闭合 <svg><script>alert(1)</script></svg>

![活图](images/active.svg) ![别处](https://example.org/a.png) ![外面](../../../etc/passwd)

$\\href{javascript:alert(1)}{x}$ &#x1f; \x1b
"""


def test_hostile_module_gives_well_formed_pages_without_scripts(
    write_book: Callable[[dict[str, str]], Sample], tmp_path: Path
) -> None:
    active = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
    epub = build(write_book({"books/ev/1-2.md": HOSTILE, "books/ev/images/active.svg": active}), tmp_path / "e")
    for name, page in pages(epub).items():
        tags = {str(one.tag).rpartition("}")[2] for one in page.iter()}
        assert not tags & {"script", "iframe", "object"}, name
        assert not [key for one in page.iter() for key in one.attrib if key.startswith("on")], name
        sources = [one.get("src", "") for one in page.iter(f"{HTML}img")]
        assert not [source for source in sources if "example.org" in source or "passwd" in source], name
    assert not [name for name in epub.namelist() if b"onload" in epub.read(name)]


def test_the_glossary_is_a_page_of_its_own_and_terms_lead_to_it(
    write_book: Callable[[dict[str, str]], Sample], tmp_path: Path
) -> None:
    terms = "terms:\n  - {term: 电池包, english: battery pack, definition: 按 GB 38031—2025 检测。}\n"
    book = build(write_book({"books/ev/glossary.yml": terms}), tmp_path / "ev.epub")
    entry = tree(book, "glossary.xhtml").find(f".//{HTML}dt[@id='term-电池包']")
    assert entry is not None
    links = [link.get("href", "") for link in tree(book, "module-1.xhtml").iter(f"{HTML}a")]
    assert [unquote(href) for href in links if "glossary" in href] == ["glossary.xhtml#term-电池包"]
    test_every_link_leads_to_a_place_in_the_book(book)


def test_answers_stand_at_the_end_and_lead_to_their_questions(epub: zipfile.ZipFile) -> None:
    answers = "".join(tree(epub, "answers.xhtml").itertext())
    assert "答案：B" in answers
    assert "没有验电" in answers
    assert "没有验电" not in "".join(tree(epub, "module-3.xhtml").itertext())
    assert "answers.xhtml" in epub.read("EPUB/nav.xhtml").decode()


def test_imprint_leads_to_the_permanent_page(write_book: Callable[[dict[str, str]], Sample], tmp_path: Path) -> None:
    sample = write_book({"books/library.yml": BOOK["books/library.yml"] + "site_url: https://example.org/t/\n"})
    imprint = tree(build(sample, tmp_path / "ev.epub"), "imprint.xhtml")
    assert "https://example.org/t/v/ev-1.2.0/" in [link.get("href") for link in imprint.iter(f"{HTML}a")]


def test_what_only_pages_have_is_not_on_the_imprint_of_an_epub(epub: zipfile.ZipFile) -> None:
    names = [name.text for name in tree(epub, "imprint.xhtml").iter(f"{HTML}dt")]
    assert "字数" in names
    assert not {"开本", "印张"} & set(names)


def test_ids_are_unique_on_every_page(write_book: Callable[[dict[str, str]], Sample], tmp_path: Path) -> None:
    quiz = "---\ntitle: 题\n---\n\n!!! quiz\n\n    需 [[1]]。\n\n    解析：电池包。\n"
    terms = "terms:\n  - {term: 电池包, definition: 总成。}\n"
    changes = {"books/ev/1-1.md": quiz, "books/ev/1-2.md": quiz, "books/ev/glossary.yml": terms}
    book = build(write_book(changes), tmp_path / "ev.epub")
    for name, page in pages(book).items():
        ids = [one.get("id") for one in page.iter() if one.get("id")]
        assert len(ids) == len(set(ids)), name
    test_every_answer_is_reached(book)


def test_every_answer_is_reached(epub: zipfile.ZipFile) -> None:
    ids = {one.get("id") for one in tree(epub, "answers.xhtml").iter()}
    links = [link.get("href", "") for page in pages(epub).values() for link in page.iter(f"{HTML}a")]
    anchors = [unquote(href.partition("#")[2]) for href in links if href.startswith("answers.xhtml#")]
    assert anchors
    assert set(anchors) <= ids
    assert len(anchors) == len(set(anchors))


def test_pages_of_print_are_marked_where_they_begin(sample: Sample, tmp_path: Path) -> None:
    told = [
        PrintPage("I", "m1-_title", ("前言",)),
        PrintPage("1", "m2-_title", ("模块1", "电池包检测")),
        PrintPage("2", "m2-_title", ("这里没有的字", "历史上用过GB38031")),
        PrintPage("9", "tb-index", ("索引",)),
    ]
    write_pages(pages_file(sample.place, "ev"), text_of(sample.book), [], told)
    book = build(sample, tmp_path / "ev.epub")
    page = tree(book, "module-2.xhtml")
    assert [one.get("aria-label") for one in page.iter() if one.get("role") == "doc-pagebreak"] == ["1", "2"]
    paragraph = next(one for one in page.iter(f"{HTML}p") if one.find(f"{HTML}span[@id='page-2']") is not None)
    assert "".join(paragraph.itertext()).startswith("历史上用过")
    listed = next(one for one in tree(book, "nav.xhtml").iter(f"{HTML}nav") if one.get(f"{OPS}type") == "page-list")
    assert [link.get("href") for link in listed.iter(f"{HTML}a")] == [
        "module-1.xhtml#page-I", "module-2.xhtml#page-1", "module-2.xhtml#page-2",
    ]  # fmt: skip
    assert {"pageBreakMarkers", "pageNavigation"} <= {one.text for one in tree(book, "package.opf").iter(f"{OPF}meta")}


def test_pages_of_another_text_are_no_pages_of_this_book(sample: Sample, tmp_path: Path) -> None:
    write_pages(pages_file(sample.place, "ev"), "another", [], [PrintPage("1", "m2-_title", ("模块1",))])
    book = build(sample, tmp_path / "ev.epub")
    assert "page-list" not in book.read("EPUB/nav.xhtml").decode()
    assert "pageBreak" not in book.read("EPUB/package.opf").decode()
