"""What Python writes and what the pages' scripts find: every place that holds the words, and no other."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.publish.search.conftest import ask_collection, book
from textbuild.publish.search.folding import fold

CHINESE = "电池绝缘检测高压安全的一二三"
MIXED = CHINESE + "abGB３８03Ωμ②㎡,。- /\n𠀀"
TEXTS = st.lists(st.text(MIXED, min_size=1, max_size=60), min_size=1, max_size=6)


@settings(max_examples=30)
@given(st.lists(st.text(CHINESE + "，。", min_size=1, max_size=60), min_size=1, max_size=6), st.data())
def test_every_page_that_holds_a_chinese_term_is_found_and_no_other(texts: list[str], data: st.DataObject) -> None:
    terms = [_part(data, texts, CHINESE) for _ in range(4)]
    for term, answer in zip(terms, ask_collection(book(*(("", text) for text in texts)), terms), strict=True):
        expected = [f"p{i}.html#" for i, text in enumerate(texts) if term and term in text]
        assert (sorted(answer["found"]) if expected or not answer["near"] else []) == expected


@settings(max_examples=30)
@given(TEXTS, st.data())
def test_every_page_that_holds_a_mixed_term_from_the_beginning_of_a_word_is_found(
    texts: list[str], data: st.DataObject
) -> None:
    page = data.draw(st.integers(0, len(texts) - 1))
    text = texts[page]
    places = [i for i in range(len(text)) if fold(text[i]).isalnum() and (i == 0 or _begins(text[i - 1], text[i]))]
    if not places:
        return
    start = data.draw(st.sampled_from(places))
    term = text[start : start + data.draw(st.integers(1, 12))].partition("\n")[0]  # what is typed is one line
    (answer,) = ask_collection(book(*(("", text) for text in texts)), [term])
    assert f"p{page}.html#" in answer["found"]
    assert not answer["near"]


def _part(data: st.DataObject, texts: list[str], allowed: str) -> str:
    """A piece of one of the texts that has allowed characters only."""
    text = data.draw(st.sampled_from(texts))
    start = data.draw(st.integers(0, len(text) - 1))
    end = start
    while end < len(text) and text[end] in allowed and end - start < 8:
        end += 1
    return text[start : data.draw(st.integers(start, end))]


def _begins(before: str, now: str) -> bool:
    """Whether a word may begin between two characters: a Chinese one is a word by itself."""
    before, now = fold(before)[-1:], fold(now)[:1]
    return max(before, now) >= "\u2e80" or not before.isalnum() or before.isdigit() != now.isdigit()
