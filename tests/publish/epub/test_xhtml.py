from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from textbuild.publish.epub.xhtml import page_of


@given(st.text(max_size=200), st.text(alphabet="<>/&;=\"' aspdivxml:-!\x00\x0b\ud800", max_size=60))
def test_any_text_becomes_well_formed(words: str, markup: str) -> None:
    content, _ = page_of(f"<!doctype html><html lang=zh><body><p>{words}{markup}</body></html>")
    ElementTree.fromstring(content)


def test_drawing_keeps_the_names_that_svg_writes_with_capitals() -> None:
    content, needed = page_of('<body><svg viewBox="0 0 1 1"><linearGradient id="a"/></svg></body>')
    assert b'viewBox="0 0 1 1"' in content
    assert b"linearGradient" in content
    assert needed == {"svg"}


def test_language_is_told_to_xml_too() -> None:
    content, needed = page_of('<html lang="zh-CN"><body>字</body></html>')
    assert b'xml:lang="zh-CN"' in content
    assert not needed
