"""What of a book's pages is searched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.publish.search.conftest import ask

Built = Callable[[dict[str, str | bytes | None]], Path]
MODULE = """\
---
title: 电池包检测
id: EV-1
basis: [GB 38031]
---

开头的话。

## 记录 {#rec}

| 项目 | 值 |
| --- | --- |
| 正极对地 | ____ |

<div>作者写的框</div>

![电桥的照片](a.png "接线图")

```python title="读数记录"
print("代码")
```
"""


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("电池包检测", "1-1.html#"),
        ("开头的话", "1-1.html#"),
        ("记录", "1-1.html#rec"),
        ("正极对地", "1-1.html#rec"),
        ("作者写的框", "1-1.html#rec"),
        ("电桥的照片", "1-1.html#rec"),
        ("接线图", "1-1.html#rec"),
        ("代码", "1-1.html#rec"),
        ("读数记录", "1-1.html#rec"),
        ("动力蓄电池安全要求", "1-1.html#"),
        ("引用标准", "cited-standards.html#"),
    ],
)
def test_all_words_of_a_module_are_found_where_they_stand(built: Built, typed: str, place: str) -> None:
    site = built({"books/ev/1-1.md": MODULE, "books/ev/a.png": b"x"})
    (answer,) = ask(site / "search/index.js", [typed])
    assert place in answer["found"]


def test_the_label_of_generated_content_is_not_searched(built: Built) -> None:
    site = built({"books/ev/book.yml": "title: 动力电池\ngenerated: true\n"})
    (answer,) = ask(site / "search/index.js", ["人工智能生成"])
    assert answer["found"] == []


def test_material_brings_no_search_of_its_own(built: Built) -> None:
    site = built({})
    assert not [path for path in site.rglob("*") if "lunr" in path.name or "worker" in path.name]
    assert not (site / "search/search_index.json").exists()
