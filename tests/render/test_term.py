"""Terms are marked once a module, where a link may stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.render.sample import linked_book, rendered
from textbuild.markdown import parse
from textbuild.render import first_uses

GLOSSARY = """\
terms:
  - {term: 热失控, english: thermal runaway, definition: 温度不可控上升的“现象”。}
  - {term: 电池管理系统, aliases: [BMS], definition: 管理蓄电池的系统。}
  - {term: 验电, not_in: [试验电压], definition: 证明无电。}
"""


def marked(tmp_path: Path, text: str) -> list[str]:
    html = rendered(tmp_path, text, "site", glossary=GLOSSARY).html
    return re.findall(r'<a class="tb-term"[^>]*>([^<]*)</a>', html)


def test_the_first_use_leads_to_the_entry_and_tells_what_it_means(tmp_path: Path) -> None:
    html = rendered(tmp_path, "先防热失控，再谈热失控。", "site", glossary=GLOSSARY).html
    assert html.count("tb-term") == 1
    assert '先防<a class="tb-term" id="use-热失控" href="term:term-热失控"' in html
    assert 'title="温度不可控上升的“现象”。" data-term="热失控" data-english="thermal runaway">热失控</a>，再谈' in html


def test_in_print_the_first_use_is_a_plain_link(tmp_path: Path) -> None:
    html = rendered(tmp_path, "先防热失控。", "print", glossary=GLOSSARY, prefix="m1-").html
    assert re.search(r'<a class="tb-term" id="m1-use-[\x21-\x7e]+" href="term:[^"]+">热失控</a>', html)


def test_an_alias_is_the_same_term(tmp_path: Path) -> None:
    assert marked(tmp_path, "BMS 是电池管理系统。") == ["BMS"]


@pytest.mark.parametrize(
    "text",
    [
        "# 热失控",
        "## 热失控",
        "[热失控](#a)",
        "`热失控`",
        "```\n热失控\n```",
        "$热失控$",
        "$$\n热失控\n$$",
        "![热失控](a.svg)",
        '![图](a.svg "热失控")',
        "<b>热失控</b>",
        "<div>\n热失控\n</div>",
        "<div>\n\n热失控\n\n</div>",
        "| 热失控 |\n| --- |\n| a |",
        "热失控（thermal runaway）\n:   现象",
        '!!! note "热失控"\n    x',
        '=== "热失控"\n    x',
        "《热失控的防护》",
        "注[^1]\n\n[^1]: 热失控",
        "XBMS BMS2 A-BMS BMS_1",
        "试验电压",
    ],
)
def test_where_no_link_may_stand_nothing_is_marked(tmp_path: Path, text: str) -> None:
    assert marked(tmp_path, text) == []


@pytest.mark.parametrize("text", ["**热失控**", "- 热失控", "| a |\n| --- |\n| 热失控 |", "> 热失控", "词\n:   热失控"])
def test_running_text_of_any_block_is_marked(tmp_path: Path, text: str) -> None:
    assert marked(tmp_path, text) == ["热失控"]


def test_after_html_that_is_closed_marking_goes_on(tmp_path: Path) -> None:
    assert marked(tmp_path, "<div>\n\n热失控\n\n</div>\n\n热失控") == ["热失控"]
    assert marked(tmp_path, "一行<br>热失控") == ["热失控"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("热失控BMS验电试压 #*[]()`$<>b/\n|-:", max_size=60))
def test_each_mark_cuts_out_a_name_of_its_term_and_no_term_is_marked_twice(tmp_path: Path, text: str) -> None:
    glossary = linked_book(tmp_path, "x", glossary=GLOSSARY).glossary
    uses = [(token.content, use) for token, use in first_uses(parse(text, "a.md").tokens, glossary)]
    assert all(content[use.start : use.end] in use.term.value.names() for content, use in uses)
    assert len({use.term.anchor for _, use in uses}) == len(uses)
