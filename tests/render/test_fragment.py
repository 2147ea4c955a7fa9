from __future__ import annotations

from pathlib import Path

from tests.render.sample import DAY, rendered
from textbuild.markdown import parse
from textbuild.render import TextSection, formulas_of


def test_basis_stands_at_the_top_with_verdict_and_day(tmp_path: Path) -> None:
    html = rendered(tmp_path, "正文", "site", "basis: [GB 38031]\n", day=DAY).html
    basis = html[: html.index("<p>正文")]
    assert '<div class="tb-basis" data-tb-checked="2026-11-24">' in basis
    assert "GB 38031—2025" in basis
    assert "《电动汽车用动力蓄电池安全要求》" in basis
    assert '<span class="tb-told" data-verdict="current">现行，自 2026-07-01 起</span>' in basis
    assert "2026-11-24" in basis


def test_basis_stands_below_the_authors_own_title(tmp_path: Path) -> None:
    html = rendered(tmp_path, "# 题\n\n正文", "site", "basis: [GB 38031]\n").html
    assert html.index("</h1>") < html.index("tb-basis") < html.index("正文")


def test_generated_content_is_labelled(tmp_path: Path) -> None:
    assert "本书内容由人工智能生成" in rendered(tmp_path, "正文", "site", generated=True).html
    assert "人工智能" not in rendered(tmp_path, "正文", "site").html


def test_language_of_the_book_gives_the_words(tmp_path: Path) -> None:
    text = "![a](a.svg 'c'){#fig-a}\n\n[@fig-a], GB 38031—2020"
    html = rendered(tmp_path, text, "site", language="en", basis="basis: [GB 38031]\n").html
    assert ">Figure 1-1</a>" in html
    assert "superseded, since 2026-07-01, replaced by GB 38031—2025" in html


def test_prefix_is_put_before_every_id(tmp_path: Path) -> None:
    text = "## 节 {#s}\n\n![a](a.svg){#fig-a}\n\n注[^1] <b id='x'>b</b> [s](#s)\n\n[^1]: n"
    html = rendered(tmp_path, text, "print", prefix="m1-").html
    for name in ("s", "fig-a", "fn-1", "x"):
        assert f'id="m1-{name}"' in html
    assert 'href="#m1-s"' in html


def test_sections_hold_the_words_and_nothing_else(tmp_path: Path) -> None:
    text = '前\n\n## 节\n\n按 **GB 38031—2025**，见[@fig-a]。<b>粗</b>\n\n![替](a.svg "图题"){#fig-a}\n\n!!! note "框"\n    内'
    assert rendered(tmp_path, text, "site").sections == (
        TextSection("", "", "前"),
        TextSection("节", "节", "按 GB 38031—2025，见图 1-1。粗\n替\n图题\n框\n内"),
    )


def test_a_search_finds_the_stem_of_a_question_and_nothing_that_tells_the_answer(tmp_path: Path) -> None:
    text = (
        "## 自测\n\n!!! quiz\n\n    先量什么？\n\n    - [x] 选对\n      理由甲。\n    - [ ] 选错\n      理由乙。\n\n    解析：道理。\n\n"
        "!!! quiz\n\n    排一排。\n\n    1. 第一步\n    2. 第二步\n\n"
        "!!! quiz\n\n    连一连。\n\n    | 量 | 单位 |\n    | --- | --- |\n    | 压力 | 帕 |\n    | 力 | 牛 |\n\n"
        "!!! quiz\n\n    填[[答案|别名]]，再填 [[5 ± 1 s]]。\n\n    解析：因为。\n\n后文\n"
    )
    _, section = rendered(tmp_path, text, "site").sections
    assert section.text.splitlines() == ["先量什么？", "排一排。", "连一连。", "填____，再填 ____。", "后文"]


def test_the_first_section_has_the_title_and_the_basis(tmp_path: Path) -> None:
    first, second = rendered(tmp_path, "# 题\n\n____\n\n# 又", "site", "basis: [GB 38031]\n").sections
    assert (first.heading, first.anchor, second.heading) == ("题", "", "又")
    assert first.text.startswith("GB 38031")


def test_formulas_are_found_wherever_they_stand() -> None:
    text = '$a$\n\n$$\nb\n$$\n\n![x](a.svg "图 $c$")\n\n!!! note "框 $d$"\n    $e$\n\n注[^1]\n\n[^1]: $f$\n'
    found = list(formulas_of(parse(text, "a.md")))
    assert sorted(found) == [("a", False), ("b", True), ("c", False), ("d", False), ("e", False), ("f", False)]


def test_handlers_and_styles_set_as_attributes_are_left_out(tmp_path: Path) -> None:
    text = '## 节 {#s .ok onclick="x()" style="position:fixed"}\n\n[链](1-2.md){onmouseover="x()" target=_top}'
    html = rendered(tmp_path, text, "site").html
    assert 'class="ok"' in html
    for word in ("onclick", "position", "onmouseover", "target"):
        assert word not in html


def test_formula_can_not_smuggle_a_link(tmp_path: Path) -> None:
    html = rendered(tmp_path, r"$\href{javascript:alert(1)}{x}$", "site").html
    assert " href=" not in html


def test_mermaid_is_drawn_when_the_book_is_built(tmp_path: Path) -> None:
    html = rendered(tmp_path, '```mermaid title="流程"\nflowchart LR\n A[检查] --> B[装配]\n```', "site").html
    assert html.startswith('<figure class="tb-figure tb-diagram"><svg')
    assert 'aria-label="流程"' in html
    assert "检查" in html
    assert "<script" not in html


def test_mermaid_that_can_not_be_drawn_is_shown_as_code(tmp_path: Path) -> None:
    html = rendered(tmp_path, "```mermaid\nno such diagram <script>\n```", "site").html
    assert html == '<div class="highlight"><pre><code>no such diagram &lt;script&gt;\n</code></pre></div>\n'


def test_two_diagrams_share_no_ids(tmp_path: Path) -> None:
    text = "```mermaid\nflowchart LR\n A --> B\n```\n\n```mermaid\nflowchart LR\n A --> C\n```"
    html = rendered(tmp_path, text, "site").html
    ids = [part.partition('"')[0] for part in html.split(' id="')[1:]]
    assert ids
    assert len(ids) == len(set(ids))
