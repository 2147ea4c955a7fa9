"""Pages of standards, job specifications and processes, for those that books use."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

Site = Callable[[dict[str, str | bytes | None]], Path]

JOB = """\
kind: job
id: job:assembler
title: 动力电池装配
issuer: {kind: sample, name: 示例}
duties:
  - {id: A, title: 检测, tasks: [{id: A1, title: 绝缘检测, competencies: [{id: A1-S1, title: 选表}]}]}
"""
PROCESS = """\
kind: process
id: process:insulation
title: 绝缘检测
steps:
  - id: S1
    title: 测量
    parameters:
      - {name: 电压, unit: V, nominal: 1000, evidence: general}
      - {name: 电阻, unit: Ω, min: 100, basis: {standard: GB 38031, clause: "5.2"}, evidence: seen}
"""
MODULE = """\
---
title: 电池包检测
id: EV-1
basis: [GB 38031]
jobs: [job:assembler#A1]
processes: [process:insulation#S1]
---

## 依据

按 GB 38031—2025 和 GB 38031—2020 检测。
"""
FILES: dict[str, str | bytes | None] = {
    "books/ev/1-1.md": MODULE,
    "standards/jobs/assembler.yml": JOB,
    "standards/processes/insulation.yml": PROCESS,
}


def page(site: Site, path: str, changes: dict[str, str | bytes | None] | None = None) -> str:
    return (site({**FILES, **(changes or {})}) / path / "index.html").read_text("utf-8")


def test_the_page_of_a_standard_says_who_settled_what_and_why(site: Site) -> None:
    text = (
        "kind: standard\nnumber: GB 38031\ntitle: 安全要求\neditions:\n  - edition: GB 38031-2025\n"
        "    published: 2025-03-28\n    effective: 2026-07-01\n"
        "    settled: [{field: effective, value: 2026-07-01, by: 王老师（主编）, on: 2026-11-20, reason: 公告如此}]\n"
        "    checks:\n      - {source: 'https://a.example/1 ; https://b.example/2', kind: official, on: 2026-11-01}\n"
        "      - {source: 目录, kind: catalogue, on: 2026-11-02, found: {effective: 2027-01-01}}\n"
    )
    html = page(
        site,
        "standards/gb-38031",
        {"standards/gb-38031.yml": text, "books/ev/1-1.md": MODULE.replace(" 和 GB 38031—2020", "")},
    )
    assert "实施日期：由王老师（主编）于 2026-11-20 裁定为 2026-07-01，理由：公告如此" in html
    assert "与记录不一致：实施日期 为 2027-01-01" in html
    assert [f'<a href="{one}"' in html for one in ("https://a.example/1", "https://b.example/2")] == [True, True]


def test_the_page_of_a_standard_shows_each_edition_with_its_verdict(site: Site) -> None:
    html = page(site, "standards/gb-38031")
    assert 'id="e-gb-38031-2025"' in html
    assert 'id="e-gb-38031-2020"' in html
    assert "已被代替" in html
    assert "现行" in html


def test_the_time_line_is_drawn_without_script(site: Site) -> None:
    html = page(site, "standards/gb-38031")
    assert re.search(r'<svg class="timeline".*?</svg>', html, re.DOTALL)
    scripts = re.findall(r"<script.*?</script>", html)
    assert all("/portal." in script or "/settings." in script for script in scripts)


def test_provenance_names_source_kind_day_and_fields(site: Site) -> None:
    html = page(site, "standards/gb-38031")
    for words in ('href="https://example.org/b"', "标准目录网站", "2026-11-23", "编号、名称、发布日期、实施日期"):
        assert words in html, words


def test_the_chain_leads_from_the_old_edition_to_the_new(site: Site) -> None:
    html = page(site, "standards/gb-38031")
    chain = html[html.index('<ol class="chain">') :]
    assert chain.index("GB 38031—2020") < chain.index("GB 38031—2025")


def test_citing_modules_are_linked_at_their_headings(site: Site) -> None:
    html = page(site, "standards/gb-38031")
    assert 'href="../../ev/1-1.html">电池包检测</a>' in html
    assert 'href="../../ev/1-1.html#%E4%BE%9D%E6%8D%AE">依据</a>' in html


def test_a_source_that_is_no_web_address_is_no_link(site: Site) -> None:
    standard = (
        "kind: standard\nnumber: GB 38031\neditions:\n  - edition: GB 38031-2025\n"
        "    checks: [{source: 'javascript:alert(1)', kind: press, on: 2026-11-23}]\n"
    )
    assert 'href="javascript' not in page(site, "standards/gb-38031", {"standards/national/gb-38031.yml": standard})


def test_a_standard_that_no_book_cites_has_no_page(site: Site) -> None:
    other = "kind: standard\nnumber: GB 1\neditions: [{edition: GB 1-2000}]\n"
    assert not (site({**FILES, "standards/national/gb-1.yml": other}) / "standards/gb-1").exists()


def test_the_standard_that_replaced_a_cited_one_has_a_page(site: Site) -> None:
    edition = "{edition: GB 99-2026, effective: 2026-08-01, replaces: [GB 38031-2025]}"
    newer = f"kind: standard\nnumber: GB 99\neditions: [{edition}]\n"
    built = site({**FILES, "standards/national/gb-99.yml": newer})
    assert "没有教材直接引用" in (built / "standards/gb-99/index.html").read_text("utf-8")


def test_a_sample_job_says_that_it_is_a_sample(site: Site) -> None:
    html = page(site, "jobs/assembler")
    assert "示例岗位规范" in html


def test_a_job_says_what_it_rests_on(site: Site) -> None:
    named = (
        "issuer: {kind: national, name: 职业分类大典(2022年版) 主要工作任务}\nnote: 不是国家职业标准的“职业功能”表。"
    )
    changes = {"standards/jobs/assembler.yml": JOB.replace("issuer: {kind: sample, name: 示例}", named)}
    html = page(site, "jobs/assembler", {**changes})
    assert "国家：职业分类大典(2022年版) 主要工作任务" in html
    assert "不是国家职业标准的“职业功能”表" in html


def test_a_task_names_the_modules_that_teach_it(site: Site) -> None:
    html = page(site, "jobs/assembler")
    assert html.index('id="A1"') < html.index('href="../../ev/1-1.html"')


def test_general_values_are_called_typical_and_limits_name_their_standard(site: Site) -> None:
    html = page(site, "processes/insulation")
    assert "典型值（一般工程知识，不是标准限值）" in html
    assert '<a class="num" href="../../standards/gb-38031/index.html' in html


MANUAL: dict[str, str | bytes | None] = {
    "books/manual/book.yml": "title: 手册\ncitations: optional\n",
    "books/manual/index.md": "# 开始\n\n写 GB 38031—2025、GB 99—2026 和 [@job:assembler#A1]、[@process:insulation#S1]。\n",
    "standards/national/gb-99.yml": "kind: standard\nnumber: GB 99\neditions: [{edition: GB 99-2026}]\n",
}


def test_a_manual_is_not_among_the_books_that_cite_or_teach(site: Site) -> None:
    built = site({**FILES, **MANUAL})
    for path in ("standards/gb-38031", "standards/gb-99", "jobs/assembler", "processes/insulation"):
        assert "manual/" not in (built / path / "index.html").read_text("utf-8"), path


def test_what_only_a_manual_names_has_a_page_but_is_not_cited(site: Site) -> None:
    built = site({**FILES, **MANUAL})
    assert "没有教材直接引用" in (built / "standards/gb-99/index.html").read_text("utf-8")


def test_a_standard_that_a_cited_one_replaced_has_a_page_and_a_link(site: Site) -> None:
    older = "kind: standard\nnumber: GB 98\neditions: [{edition: GB 98-1999}]\n"
    cited = "kind: standard\nnumber: GB 99\neditions: [{edition: GB 99-2026, replaces: [GB 98-1999]}]\n"
    changes: dict[str, str | bytes | None] = {"standards/gb-98.yml": older, "standards/gb-99.yml": cited}
    changes["books/ev/1-1.md"] = MODULE + "\n另见 GB 99—2026。\n"
    assert 'href="../gb-98/index.html#e-gb-98-1999"' in page(site, "standards/gb-99", changes)


def test_every_link_inside_the_shared_pages_leads_to_a_page(site: Site) -> None:
    import re
    from urllib.parse import unquote

    built = site(FILES)
    for file in built.rglob("*.html"):
        for href in re.findall(r'href="([^":]+)"', file.read_text("utf-8")):
            path = unquote(href.partition("#")[0])
            if path and "pdf/" not in path:
                target = (file.parent / path).resolve()
                assert target.exists() or (built / "ev").resolve() in target.parents, (file, href)


MAP = """\
kind: map
from: GB 38031-2020
to: GB 38031-2025
clauses:
  - {from: "5.1", to: "5.2", change: renumbered}
  - {from: "7.3", change: removed, note: <并入>别处}
"""


def test_the_page_of_a_standard_shows_what_became_of_its_clauses(site: Site) -> None:
    assert "条款变化" not in page(site, "standards/gb-38031")
    html = page(site, "standards/gb-38031", {"standards/maps/a.yml": MAP})
    assert "<td>5.1</td><td>5.2</td><td>只改编号</td>" in html
    assert "<td>7.3</td><td>—</td><td>删除</td><td>&lt;并入&gt;别处</td>" in html
