"""Active content is found however it is disguised; what stands still is let through."""

from __future__ import annotations

import time

import pytest

from textbuild.check.active_content import MAX_LENGTH, active_content, active_drawing, is_active_address, is_readable

ACTIVE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//example.org/x.js></SCRIPT>",
    "<script/x>alert(1)</script>",
    "<<script>alert(1)//<</script>",
    "<scr\0ipt>alert(1)</scr\0ipt><script >",
    "<img src=x onerror=alert(1)>",
    "<img src=x oNeRrOr=alert(1)>",
    "<img/src='x'/onerror=alert(1)>",
    "<img src=x onerror\n=\nalert(1)>",
    '<img """><script>alert(1)</script>">',
    "<img src='x`y' onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'>x</a></svg>",
    "<svg><animate attributeName=href values='javascript:alert(1)'/></svg>",
    "<svg><set attributeName=onmouseover to=alert(1)></svg>",
    "<math><maction href='javascript:alert(1)'>x</maction></math>",
    "<body onload=alert(1)>",
    "<html onclick=alert(1)>",
    "<td onclick=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href=' \x01 javascript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='java&#10;script:alert(1)'>x</a>",
    "<a href='&#106;&#x61;vascript&colon;alert(1)'>x</a>",
    "<a href='&#0000106avascript:alert(1)'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>",
    "<a href='data:image/svg+xml,<svg onload=alert(1)>'>x</a>",
    "<a href='feed:javascript:alert(1)'>x</a>",
    "<a href='#' ping='https://example.org/'>x</a>",
    "<img srcset='a.png 1x, javascript:alert(1) 2x'>",
    "<button formaction='javascript:alert(1)'>x</button>",
    "<form action='https://example.org/'><input></form>",
    "<iframe src='https://example.org/'></iframe>",
    "<iframe srcdoc='&lt;script&gt;alert(1)&lt;/script&gt;'></iframe>",
    "<object data=x.swf></object>",
    "<embed src=x.swf>",
    "<applet code=X></applet>",
    "<frameset><frame src=x></frameset>",
    "<base href='https://example.org/'>",
    "<link rel=stylesheet href='https://example.org/x.css'>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "<style>@import 'https://example.org/x.css';</style>",
    "<style>p { background: url(https://example.org/x.png) }</style>",
    "<p style='background:url(https://example.org/x.png)'>",
    "<p style='background:u\\72l(https://example.org/x.png)'>",
    "<p style='background:url (javascript:alert(1))'>",
    "<p style='width:exp/* */ression(alert(1))'>",
    "<p style='-moz-binding:x'>",
    "<p style='behavior: url(x.htc)'>",
    "<svg><rect fill='url(https://example.org/x.svg#a)'/></svg>",
    "<!--><script>alert(1)</script>-->",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<div onclick=alert(1)",
    "<div title='x' onclick='alert(1)",
    '<div " onclick=alert(1)>',
    "<svg:script>alert(1)</svg:script>",
    "<xmp><img src=x></xmp>",
    '<!DOCTYPE svg [<!ENTITY x "y">]><svg/>',
    '<?xml-stylesheet href="x.css"?><svg/>',
]
STILL = [
    "按 <kbd>Ctrl</kbd> + <kbd>S</kbd>",
    "<br>",
    "<sub>2</sub>",
    "<table><thead><tr><th colspan=2>项目</th></tr></thead></table>",
    "<table><tbody><tr><td style='text-align:center'>1</td></tr></tbody></table>",
    "<details open><summary>答案</summary>B</details>",
    '<figure><img src="images/a.svg" alt="javascript: 的写法"><figcaption>图</figcaption></figure>',
    "<img src='data:image/png;base64,iVBORw0KGgo='>",
    "<img src='data:image/svg+xml;utf8,<svg/>'>",
    "<video controls src='videos/a.mp4'></video>",
    "<audio controls><source src='a.mp3' type='audio/mpeg'></audio>",
    "<a href='https://example.org/?q=javascript:'>x</a>",
    "<a href='mailto:a@example.org'>x</a>",
    "<a id='step-1'></a>",
    "<p style='color:red; font-size:larger'>",
    "<svg><defs><linearGradient id='a'/></defs><rect fill='url(#a)' style='stroke:url(\"#a\")'/></svg>",
    "<!-- <script> 已删去 -->",
    "<p title='onclick=1'>",
    "<ruby>钣<rt>bǎn</rt></ruby>",
    "a < b, c > d, x<y",
    "<![if",
    "<!doctype html>",
    "",
]


@pytest.mark.parametrize("html", ACTIVE)
def test_active(html: str) -> None:
    assert active_content(html)


@pytest.mark.parametrize("html", STILL)
def test_still(html: str) -> None:
    assert active_content(html) == ()


def test_what_is_active_is_named_once_each() -> None:
    html = "<p onclick=a><p onclick=b><iframe src=x></iframe>"
    assert active_content(html) == ("onclick=", "<iframe>")


@pytest.mark.parametrize("copies", [10, 50_000])
@pytest.mark.parametrize(
    "part",
    [
        "<script>alert(1)</script>",
        "<s:script xmlns:s='http://www.w3.org/2000/svg'>alert(1)</s:script>",
        "<rect onclick='alert(1)'/>",
        "<a href='javascript:alert(1)'/>",
        "<style>@import 'x.css'</style>",
        "<image href='https://example.org/a.png'/>",
        "<image xlink:href=' //example.org/a.png'/>",
        "<rect fill='url(https://example.org/a.svg#b)'/>",
        "<foreignObject><p>x</p></foreignObject>",
    ],
)
def test_an_active_drawing(part: str, copies: int) -> None:
    assert active_drawing(f"<svg xmlns='http://www.w3.org/2000/svg'>{part}{'<rect/>' * copies}</svg>")


@pytest.mark.parametrize("copies", [10, 50_000])
def test_a_still_drawing(copies: int) -> None:
    style = "<style>.a { fill: red; font-family: sans-serif }</style>"
    drawn = "<g><rect fill='url(#a)'/><use href='#b'/><text>x one = 1</text></g>" + "<rect/>" * copies
    assert active_drawing(f"<svg xmlns='http://www.w3.org/2000/svg'>{style}{drawn}</svg>") == ()


def test_an_svg_address_is_still_as_an_image_only() -> None:
    assert is_active_address("data:image/svg+xml,<svg/>")
    assert not is_active_address("data:image/svg+xml,<svg/>", image=True)


@pytest.mark.parametrize("html", ["<div>" * 30_000, "<b><p>" * 30_000, "x" * (MAX_LENGTH + 1), "<i></b>" * 2_001])
def test_what_would_take_long_is_not_read(html: str) -> None:
    assert not is_readable(html)


PIECES = ["<br>", "<td>x</td>", "<a ", "url(#", "/*", "&", "<!--", "<!DOCTYPE ", "a='", "<b></b>", "a=1 "]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("start", ["", "<p ", "<p style='"])
def test_what_is_read_takes_a_moment(piece: str, start: str) -> None:
    html = (start + piece * MAX_LENGTH)[:MAX_LENGTH]
    started = time.process_time()
    if is_readable(html):
        active_content(html)
    assert time.process_time() - started < 5
