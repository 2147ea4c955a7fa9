"""What a document mentions and can be linked to, with places."""

from __future__ import annotations

from textbuild.markdown import Outline, outline, parse
from textbuild.model.span import Span


def read(text: str) -> Outline:
    return outline(parse(text, "a.md"))


def test_headings_have_level_words_anchor_and_place() -> None:
    one, two = read("# 甲 *乙*\n\n## 丙 {#c}\n").headings
    assert (one.level, one.text, one.anchor, one.span) == (1, "甲 乙", "甲-乙", Span.at("a.md", 1, 3, 5))
    assert (two.level, two.text, two.anchor, two.span) == (2, "丙", "c", Span.at("a.md", 3, 4, 1))


def test_an_id_that_was_written_is_named_itself() -> None:
    text = "# 甲 {#h}\n\n![图](a.svg){#f}\n\n表：题 {#t}\n\n|a|\n|-|\n\n$$ x $$ {#e}\n\n[字](a.md){#o} <i id=p>\n"
    anchors = read(text).anchors
    kinds = [(anchor.id, anchor.kind) for anchor in anchors]
    assert kinds == [
        ("h", "heading"),
        ("f", "figure"),
        ("t", "table"),
        ("e", "equation"),
        ("o", "other"),
        ("p", "other"),
    ]
    assert [anchor.span.cut(text) for anchor in anchors] == ["h", "f", "t", "e", "o", "p"]


def test_an_id_that_was_made_names_its_heading() -> None:
    (anchor,) = read("> ## 高压 安全\n").anchors
    assert (anchor.id, anchor.span) == ("高压-安全", Span.at("a.md", 1, 6, 5))


def test_citations_know_their_heading() -> None:
    found = read("GB 1\n\n# 甲 GB 2\n\nGB 3 和 [@fig-x]\n\n## 乙\n\n|GB 4|\n|-|\n")
    assert [(one.text, one.heading) for one in found.citations] == [
        ("GB 1", None), ("GB 2", "甲-gb-2"), ("GB 3", "甲-gb-2"), ("GB 4", "乙"),
    ]  # fmt: skip
    assert [one.heading for one in found.references] == ["甲-gb-2"]


def test_a_citation_is_told_as_written() -> None:
    (one,) = read("> 按 GB38031&mdash;2025 第 5.1 条\n").citations
    assert one.text == "GB38031&mdash;2025 第 5.1 条"
    assert (one.number.edition, one.locator, one.span.column) == ("GB 38031-2025", "5.1", 5)


def test_history_cites_the_number_and_not_the_brackets() -> None:
    (one,) = read("[GB 38031—2020]{.historical}").citations
    assert (one.text, one.historical, one.span) == ("GB 38031—2020", True, Span.at("a.md", 1, 2, 13))


def test_an_explicit_citation_is_the_whole_bracket() -> None:
    (one,) = read("[@GB 38031-2025, 5.2]").citations
    assert (one.text, one.locator, one.number.edition) == ("[@GB 38031-2025, 5.2]", "5.2", "GB 38031-2025")


def test_all_is_in_the_order_of_the_file_also_from_footnotes() -> None:
    text = "[^1]: GB 1 [甲](a)\n\nGB 2[^1] [乙](b)\n"
    found = read(text)
    assert [one.text for one in found.citations] == ["GB 1", "GB 2"]
    assert [one.alt for one in found.links] == ["甲", "乙"]


def test_what_titles_and_captions_mention_counts() -> None:
    text = (
        '!!! note "GB 1 [@a]"\n    x\n\n=== "GB 2"\n    x\n\n表：GB 3\n\n|a|\n|-|\n\n![图](a.svg "GB 4 [乙](b.md)")\n'
    )
    found = read(text)
    assert [one.text for one in found.citations] == ["GB 1", "GB 2", "GB 3", "GB 4"]
    assert [one.target for one in found.references] == ["a"]
    assert [one.href for one in found.links] == ["a.svg", "b.md"]


def test_a_caption_given_elsewhere_cites_nothing() -> None:
    found = read("![图][r]\n\n[r]: a.svg 'GB 1 [@x]'\n")
    assert (found.citations, found.references) == ((), ())


def test_addresses_are_told_as_people_read_them() -> None:
    links = read(
        "[甲](图/1%20a.md#节) ![乙](b%23.svg) <https://例子.cn/> [丙](javascript:x) [丁][r]\n\n[r]: d.md\n"
    ).links
    assert [(one.href, one.kind) for one in links] == [
        ("图/1 a.md#节", "link"), ("b%23.svg", "image"), ("https://xn--fsqu00a.cn/", "link"), ("javascript:x", "link"), ("d.md", "link"),
    ]  # fmt: skip


def test_alternative_texts_mention_nothing() -> None:
    found = read("字 ![见 [@x] GB 1 [a](b)](a.svg)\n")
    assert (found.citations, found.references) == ((), ())
    assert [one.alt for one in found.links] == ["见 [@x] GB 1 a"]


def test_html_is_told_with_its_ids() -> None:
    text = "- <div\n  id='a'>\n  字\n  </div>\n\n> 字 <b id=\"b\"\n> class=c>\n"
    found = read(text)
    assert [one.html for one in found.html] == ["<div\nid='a'>\n字\n</div>", '<b id="b"\nclass=c>']
    assert [(one.id, one.span.cut(text)) for one in found.anchors] == [("a", "a"), ("b", "b")]


def test_a_suppression_silences_the_next_block() -> None:
    (one,) = read("字\n\n<!-- textbuild: ignore[TB203] 讲历史 -->\n\n- 一\n- 二\n").suppressions
    assert (one.codes, one.reason, one.lines) == (("TB203",), "讲历史", (5, 6))
    assert one.span == Span.at("a.md", 3, 1, 37)
