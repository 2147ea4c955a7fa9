"""How a site reaches readers, in a real browser from a real server: policy, transfers, what is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from benchmarks.web_server import can_serve, served
from scripts.validators.in_browser import one_of_each_kind

from tests.cli.test_build import build
from tests.conftest import FILES
from tests.publish.browser import needs_browser, seen_by, write_files
from tests.publish.site.test_browser import JOB
from tests.publish.site.test_quiz import QUIZ
from tests.publish.workshop import test_browser as workshop

pytestmark = [needs_browser, pytest.mark.skipif(not can_serve(), reason="needs nginx")]

KB = 1000
TABS = '=== "甲"\n\n    先断电。\n\n=== "乙"\n\n    再验电。\n'
MODULE = f"""\
---
title: 绝缘检测
id: EV-1
basis: [GB 38031]
---

## 依据

按 GB 38031—2025 测量绝缘电阻。

{TABS}
| 左 | 中 | 右 |
| :-- | :-: | --: |
| 一 | 二 | 三 |

$$ R = \\frac{{U}}{{I}} $$

```python hl_lines="1" title="读数"
print(438.0)
```

```mermaid
graph LR
  A[断电] --> B[验电]
```

!!! warning "注意"
    先验电。[^1]

- [x] 断电

[^1]: 注。
"""
LIBRARY = {
    **FILES,
    "standards/jobs/fitter.yml": JOB,
    "books/ev/book.yml": "title: 动力电池\njobs: [job:fitter]\ngenerated: true\n",
    "books/ev/1-1.md": MODULE,
    "books/ev/2-1.md": MODULE.replace("EV-1", "EV-2"),
    "books/ev/3-1.md": QUIZ.replace("basis:", "id: EV-3\nbasis:").replace("GB 38031—2020", "GB 38031—2025"),
    "books/ev/4-1.md": workshop.MODULE.replace("basis:", "id: EV-4\nbasis:"),
    "books/ev/workshops/pack-test.yml": workshop.WORKSHOP,
    "standards/processes/pack-test.yml": workshop.PROCESS,
    "books/two/book.yml": "title: 充电\n",
    "books/two/guide/1.md": f"---\ntitle: 充电检测\nid: CH-1\nbasis: [GB 38031]\n---\n\n检测。\n\n{TABS}",
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What `delivery.mjs` saw of a library with two books."""
    root = write_files(tmp_path_factory.mktemp("library"), LIBRARY)
    assert build(root, "--for-server") == 0
    site = root / "output/site"
    pages = one_of_each_kind(sorted(path.relative_to(site) for path in site.rglob("*.html")), site)
    assert {Path("ev/3-1.html"), Path("ev/4-1.html")} < set(pages)
    with served(root / "output", tmp_path_factory.mktemp("nginx")) as address:
        return seen_by(Path(__file__).with_name("delivery.mjs"), address, f"{site.as_uri()}/", *map(str, pages))


def visit(seen: dict[str, Any], path: str) -> dict[str, Any]:
    return next(one for one in seen["visits"] if one["path"] == path)


def test_no_kind_of_page_does_what_the_policy_forbids(seen: dict[str, Any]) -> None:
    assert seen["violations"] == []


def test_no_kind_of_page_asks_another_host(seen: dict[str, Any]) -> None:
    assert seen["elsewhere"] == []


def test_the_first_page_is_small_and_the_second_smaller(seen: dict[str, Any]) -> None:
    assert 20 * KB < visit(seen, "ev/1-1.html")["bytes"] < 350 * KB
    for page in ("ev/2-1.html", "ev/3-1.html", "ev/4-1.html"):  # with a quiz, with a workshop
        assert visit(seen, page)["bytes"] < 100 * KB


def test_only_pages_with_a_quiz_or_a_workshop_bring_scripts_for_it(seen: dict[str, Any]) -> None:
    names = {
        page: [file.split(".")[0] for file in visit(seen, page)["files"]] for page in ("ev/3-1.html", "ev/4-1.html")
    }
    assert visit(seen, "ev/2-1.html")["files"] == []
    assert names["ev/3-1.html"] == ["assets/quiz", "assets/quiz"]
    assert names["ev/4-1.html"] == ["assets/workshop", "assets/workshop"]


def test_another_book_brings_no_script_style_or_font(seen: dict[str, Any]) -> None:
    assert visit(seen, "ev/1-1.html")["files"]
    assert visit(seen, "two/guide/1.html")["files"] == []


def test_colours_and_tabs_chosen_in_one_book_hold_in_the_others(seen: dict[str, Any]) -> None:
    assert (seen["before"], seen["after"]) == ("default", "slate")
    assert seen["tab"] == "乙"


def test_columns_are_aligned_without_a_style_attribute(seen: dict[str, Any]) -> None:
    assert seen["aligned"] == ["left", "center", "right"]
