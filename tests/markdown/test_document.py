"""A file's text becomes a document: line ends, byte order mark, front matter, lines of the whole file."""

from __future__ import annotations

from textbuild.markdown import parse


def test_line_ends_and_byte_order_mark_are_made_one() -> None:
    document = parse("\ufeff---\r\ntitle: 甲\r\n---\r一\r\n", "a.md")
    assert document.text == "---\ntitle: 甲\n---\n一\n"
    assert document.front == "title: 甲\n"


def test_front_matter_keeps_the_lines_of_the_file() -> None:
    document = parse("---\ntitle: 甲\nhours: 4\n---\n\n正文\n", "books/ev/1.md")
    assert document.path == "books/ev/1.md"
    assert document.text.split("\n")[document.front_line - 1] == "title: 甲"
    assert document.tokens[0].map == [5, 6]


def test_a_file_may_have_no_front_matter() -> None:
    assert parse("正文", "a.md").front is None
    assert parse("---\n---\n", "a.md").front == ""


def test_an_empty_file_has_no_tokens() -> None:
    assert parse("", "a.md").tokens == ()
    assert parse(" \n\n", "a.md").tokens == ()


def test_one_text_does_not_change_how_the_next_is_read() -> None:
    text = "[a]: x\n\n字[^1] [a]\n\n[^1]: 注"
    assert [token.type for token in parse(text, "a.md").tokens] == [token.type for token in parse(text, "b.md").tokens]
    after = parse("[a] 字[^1]", "c.md").tokens
    assert [child.type for child in after[1].children or ()] == ["text"]
