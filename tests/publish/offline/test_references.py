"""What a page refers to is found in its tags, and nowhere in its text."""

from __future__ import annotations

import pytest

from textbuild.publish.offline.references import references, target, with_links


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("a.html", '<a class="x" href="b.html?x=1&amp;y#z">', ["b.html?x=1&y#z"]),
        ("a.html", "<img alt='' src='p.png' srcset=\"p2.png 2x, p3.png 3x\">", ["p.png", "p2.png", "p3.png"]),
        ("a.html", '<p>&lt;a href="b.html"></p>', []),
        ("a.html", '<a data-href="b.html">', []),
        ("a.html", '<script type="application/json">{"search":"../w/s.1.min.js"}</script>', ["../w/s.1.min.js"]),
        ("a.css", "a{background:url( 'i.svg' )} @import \"b.css\";", ["i.svg", "b.css"]),
        ("a.svg", '<svg><use href="s.svg#i"/></svg>', ["s.svg#i"]),
        ("a.js", 'load("shard-1.js")', ["shard-1.js"]),
        ("a.txt", '<a href="b.html">', []),
    ],
)
def test_references_of_a_file(path: str, text: str, found: list[str]) -> None:
    assert list(dict.fromkeys(references(path, text))) == found


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("2-1.html#%E4%BE%9D", "ev/2-1.html"),
        ("../standards/gb-1/index.html", "standards/gb-1/index.html"),
        ("%E5%9B%BE.svg", "ev/图.svg"),
        ("../", "index.html"),
        ("..", "index.html"),
        ("../../pdf/ev.pdf", "../pdf/ev.pdf"),
        ("#here", None),
        ("https://example.org/", None),
        ("//example.org/", None),
        ("mailto:a@example.org", None),
    ],
)
def test_where_an_address_leads(address: str, path: str | None) -> None:
    assert target(address, "ev/1-1.html") == path


def test_changed_links_are_escaped_and_others_stay_as_they_are() -> None:
    html = '<a class="b" href="x&amp;y.html">1</a><a href="keep.html">2</a><link href="x&amp;y.html">'
    changed = with_links(html, lambda address: 'n"&' if address == "x&y.html" else address)
    assert changed == '<a class="b" href="n&quot;&amp;">1</a><a href="keep.html">2</a><link href="x&amp;y.html">'
