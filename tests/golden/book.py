"""The book whose pages are kept as approved pictures, and those pictures."""

from __future__ import annotations

import subprocess
from pathlib import Path

from PIL import Image, ImageChops

from tests.publish.pdf.conftest import BOOK, write_sample
from tests.publish.pdf.test_glossary import GLOSSARY

APPROVED = Path(__file__).parent / "pages"
DOTS = 60
"""An inch of paper: words are lines of grey, each in its place."""
LEVELS = 64
"""Of 255 by which a dot may differ: programs that draw pages smooth edges in their own ways."""
SHARE = 0.0005
"""Of a page's dots may differ by more: the size of two characters."""

_PROSE = """\
## 读数

绝缘电阻测试仪的量程选 1000 V，测试电压按铭牌，一般为 500 V；环境温度 25 ℃、相对湿度不大于 75% 时，读数
应在 60 s 后稳定。“稳定”指 10 s 内变化不大于 5%。低于 100 Ω/V 时停止装配，查明原因（受潮、划伤、残留导电液）
后再测一次。

> 测量前先验电，验电前先验表。

1. 断开维修开关，等待 5 min。
2. 把 `R` 记入表中：

| 测量点 | 读数/MΩ | 判定 |
| --- | ---: | --- |
| 正极对壳体 | 550 | 合格 |
| 负极对壳体 | 0.8 | 不合格：先查插接件的密封圈 |

!!! warning "高压"

    没有验电，不得接触端子。

"""


def draw(folder: Path) -> dict[str, Image.Image]:
    """The pages of the book, built in `folder`: number, `07`, → picture. Blank ones are left out."""
    module = BOOK["books/ev/1-2.md"].replace("## 尾声", f"{_PROSE}## 尾声")
    sample = write_sample(folder, {"books/ev/1-2.md": module, "books/ev/glossary.yml": GLOSSARY})
    pdf = folder / "golden.pdf"
    assert sample.build(pdf) == ()
    subprocess.run(["pdftoppm", "-r", str(DOTS), "-gray", "-png", str(pdf), str(folder / "page")], check=True)
    pages = {path.stem.rpartition("-")[2]: Image.open(path).convert("L") for path in sorted(folder.glob("page-*.png"))}
    return {number: page for number, page in pages.items() if page.getextrema() != (255, 255)}


def approved() -> dict[str, Image.Image]:
    return {path.stem: Image.open(path).convert("L") for path in sorted(APPROVED.glob("*.png"))}


def share_that_differs(one: Image.Image, other: Image.Image) -> float:
    """0 to 1; 1 for pages of two sizes."""
    if one.size != other.size:
        return 1.0
    histogram = ImageChops.difference(one, other).histogram()
    return sum(histogram[LEVELS + 1 :]) / (one.width * one.height)


def side_by_side(one: Image.Image, other: Image.Image) -> Image.Image:
    """What was approved, what is drawn now, and in black where they differ."""
    difference = ImageChops.invert(ImageChops.difference(one, other.resize(one.size)))
    whole = Image.new("L", (one.width * 3, one.height), 255)
    for place, picture in enumerate((one, other, difference)):
        whole.paste(picture, (place * one.width, 0))
    return whole
