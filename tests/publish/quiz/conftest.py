"""A book with a question of each kind, and what is selected of it for export."""

from __future__ import annotations

import pytest

from tests.conftest import DAY, WriteLibrary
from textbuild.link.library import link_library
from textbuild.load.library import load_library
from textbuild.publish.quiz import Selection, selected

MODULE = r"""---
title: 检测 = 测量 {1}
basis: [GB 38031]
---

!!! quiz {points=2}

    若 $R_{0} = 5$，取 a:b ~ c # d \ e，可以吗？

    - [ ] 可以 = {是}
      <b>没有</b> 验电。
    - [x] 不可以 < 1

    解析：读数才是证据：$x_{1}$。

!!! quiz

    - [x] 甲
    - [ ] 乙
      错。
    - [x] 丙

!!! quiz

    并联更小。

    - [ ] 对
    - [x] 错

    解析：反了。

!!! quiz

    测[[绝缘电阻|R=U/I]]，用 [[134 ± 2 s]]。

!!! quiz

    排列。

    1. 断开
    2. 放电
    3. 验电

!!! quiz

    | 量 | 单位 |
    | --- | --- |
    | 电压 | V |
    | 电流 | A |
    | 电动势 | V |

!!! quiz

    旧标准怎么说？

    - [x] 这样
    - [ ] 那样
      错。

    解析：见 GB 38031—2020。
"""


@pytest.fixture
def selection(write_library: WriteLibrary) -> Selection:
    root = write_library({"books/ev/1-1.md": MODULE})
    [book] = link_library(load_library(root)[0], DAY).books
    return selected(book)
