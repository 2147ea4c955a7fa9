"""A small book and its PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import DAY, FILES
from textbuild.link.library import LinkedBook, LinkedLibrary, link_library
from textbuild.load.library import load_library
from textbuild.markdown import parse
from textbuild.publish.artefact import Workplace
from textbuild.publish.pdf import build_pdf
from textbuild.publish.pdf.typeset import Typesetter
from textbuild.publish.theme import theme_path

EPOCH = 1_795_478_400  # 2026-11-24
SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40"><text x="5" y="20" font-family="Arial">电池</text></svg>
"""

BOOK = {
    **FILES,
    "books/ev/book.yml": """\
title: 动力电池
subtitle: 装配与检测
major: "460702"
sector: new-energy-vehicles
version: 1.2.0
generated: true
authors: [{name: 张三, role: 主编, organisation: 某职业学院}, {name: 李四, role: 参编}]
jobs: [job:assembler]
nav:
  - 前言: index.md
  - 项目一 检测: [1-1.md, 1-2.md]
""",
    "books/ev/index.md": "---\ntitle: 前言\nkind: front\n---\n\n本书讲电池包。\n",
    "books/ev/1-1.md": """\
---
title: 电池包检测
basis: [GB 38031]
jobs: [job:assembler#A1]
processes: [process:test#S1]
---

## 依据

按 GB 38031—2025 检测，见[@fig-pack]、[@tbl-tools]和[@eq-r]。训练 [@job:assembler#A1]，做[@process:test#S1]。注[^1]。

[^1]: 脚注里的话。

![电池包](images/pack.svg "电池包外形"){#fig-pack}

表：工具 {#tbl-tools}

| 名称 | 数量 |
| --- | --- |
| 手套 | 2 副 |

$$
R_\\text{绝缘} = \\frac{U}{I}
$$ {#eq-r}

### 准备

```python title="a.py"
x = 1  # 电压
```

## 知识准备

历史上用过 [GB 38031—2020]{.historical}。
""",
    "books/ev/1-2.md": """\
---
title: 绝缘检测
basis: [GB 38031-2025]
---

## 知识准备

见[前一模块](1-1.md#依据)。

!!! quiz {#q-first}

    先做什么？

    - [ ] 拆
      没有验电[^2]。
    - [x] 验电

    解析：见[上面](#知识准备)和[@q-first]，按 GB 38031—2025。

!!! quiz

    需 [[134 ± 2 s]]。

[^2]: 理由的注。

## 尾声

完。
""",
    "books/ev/images/pack.svg": SVG,
    "standards/jobs/assembler.yml": """\
kind: job
id: job:assembler
title: 装配工
issuer: {kind: sample, name: 示例编写组}
duties: [{id: A, title: 安全, tasks: [{id: A1, title: 下电验电, competencies: [{id: A1-S1, title: 穿戴}]}]}]
""",
    "standards/processes/test.yml": """\
kind: process
id: process:test
title: 绝缘检测流程
note: 示例工艺。
steps:
  - {id: S1, title: 测量, station: 工位, actions: [接线, 读数], parameters: [{name: 测试电压, unit: V, nominal: 500}]}
""",
}


@dataclass(frozen=True, slots=True)
class Sample:
    root: Path
    linked: LinkedLibrary
    place: Workplace

    @property
    def book(self) -> LinkedBook:
        return self.linked.books[0]

    def build(self, target: Path, lay_out: Typesetter | None = None) -> tuple[str, ...]:
        texts = {one.module.path: one.module.text for one in self.book.modules}
        documents = lambda path: parse(texts[path], path)  # noqa: E731
        return build_pdf(self.book, self.linked, documents, target, self.place, lay_out)


def write_sample(folder: Path, changes: dict[str, str] | None = None) -> Sample:
    root = folder / "library"
    for path, content in {**BOOK, **(changes or {})}.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
    library, found = load_library(root)
    assert found == ()
    place = Workplace(root, folder / "out", theme_path(), folder / "cache", EPOCH)
    return Sample(root, link_library(library, DAY), place)


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    return write_sample(tmp_path)


@pytest.fixture(scope="session")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small book as a PDF, built once."""
    folder = tmp_path_factory.mktemp("pdf")
    target = folder / "ev.pdf"
    assert write_sample(folder).build(target) == ()
    return target


@pytest.fixture
def write_book(tmp_path: Path) -> Callable[[dict[str, str]], Sample]:
    """The small book with files changed or added."""
    return lambda changes: write_sample(tmp_path, changes)
