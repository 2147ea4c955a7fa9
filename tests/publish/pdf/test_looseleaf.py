"""A book as loose leaves: its numbers, its files, and that one module changes no other."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pikepdf
import pypdf
import pytest
from PIL import Image

from tests.publish.pdf.conftest import BOOK, EPOCH, Sample, write_sample
from textbuild.link.library import link_library
from textbuild.publish.volume.page_size import PUNCHED_MM

CHANGED = "books/ev/1-2.md"
LEAVES = {
    "books/ev/book.yml": BOOK["books/ev/book.yml"] + "form: loose-leaf\n",
    "books/ev/1-1.md": BOOK["books/ev/1-1.md"].replace("---\n", "---\nid: EV-01\n", 1),
    CHANGED: BOOK[CHANGED].replace("---\n", "---\nid: EV-02\nrevision: 第 2 次\n", 1),
}


@dataclass(frozen=True, slots=True)
class Built:
    whole: Path
    module: Path
    other: Path

    def words(self, path: Path) -> list[str]:
        return ["".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages]


def built(folder: Path, changes: dict[str, str], days: int = 0) -> Built:
    sample = write_sample(folder, {**LEAVES, **changes})
    linked = link_library(sample.linked.library, sample.linked.day + timedelta(days))
    sample = Sample(sample.root, linked, replace(sample.place, epoch=EPOCH))
    target = sample.place.out / "pdf" / "ev.pdf"
    assert sample.build(target) == ()
    return Built(target, target.parent / "ev" / "EV-01.pdf", target.parent / "ev" / "EV-02.pdf")


@pytest.fixture(scope="module")
def leaves(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built(tmp_path_factory.mktemp("leaves"), {})


def test_pages_are_numbered_by_module(leaves: Built) -> None:
    labels = pypdf.PdfReader(leaves.whole).page_labels
    words = leaves.words(leaves.whole)
    for code in ("EV-01", "EV-02"):
        first = labels.index(f"{code}-1")
        assert f"{code}-1" in words[first]
        assert f"{code}-2" in words[first + 1]
        assert first % 2 == 0
    assert pypdf.PdfReader(leaves.other).page_labels[:2] == ["EV-02-1", "EV-02-2"]


def test_each_module_is_a_file_of_whole_leaves(leaves: Built) -> None:
    assert all(len(pypdf.PdfReader(path).pages) % 2 == 0 for path in (leaves.whole, leaves.module, leaves.other))
    text = "".join(leaves.words(leaves.other))
    assert "自测答案" in text
    assert "参考文献" in text
    assert "电池包检测" not in text.replace("前一模块", "")


def test_answers_stand_on_a_leaf_that_can_be_kept_back(leaves: Built) -> None:
    words = leaves.words(leaves.other)
    answers = next(i for i, text in enumerate(words) if "先自己作答" in text)
    assert answers % 2 == 0
    assert "完。" not in words[answers]


def test_leaves_in_force_are_listed_with_the_marks_in_their_feet(leaves: Built) -> None:
    words = leaves.words(leaves.whole)
    listed = next(text for text in words if "有效页清单" in text and "更换记录" in text)
    last = max(label for label in pypdf.PdfReader(leaves.whole).page_labels if label.startswith("EV-01-"))
    assert f"EV-01-1～{last}" in listed
    mark = next(text for text in leaves.words(leaves.module) if "内容标识" in text).partition("内容标识")[2][:8]
    assert mark in listed
    assert "修订第2次　内容标识".replace("　", "") in "".join(leaves.words(leaves.other))
    assert "第2次" in listed


def test_contents_give_the_numbers_of_the_leaves(leaves: Built) -> None:
    contents = next(text for text in leaves.words(leaves.whole) if text.startswith("目录"))
    assert "EV-02-1" in contents.replace(".", "")


def test_nothing_stands_where_the_leaves_are_punched(leaves: Built, tmp_path: Path) -> None:
    subprocess.run(["pdftoppm", "-r", "50", "-gray", "-png", str(leaves.other), str(tmp_path / "page")], check=True)
    for number, path in enumerate(sorted(tmp_path.glob("page-*.png"))):
        with Image.open(path) as page:
            free = int(PUNCHED_MM / 25.4 * 50) - 1
            left = 0 if number % 2 == 0 else page.width - free
            assert page.crop((left, 0, left + free, page.height)).convert("L").getextrema() == (255, 255)


def test_one_module_changes_no_page_of_another_nor_does_the_day(leaves: Built, tmp_path: Path) -> None:
    text = (
        LEAVES[CHANGED]
        .replace("先做什么？", "先做什么？\n\n    按 GB 38031—2020 和本章。")
        .replace("完。", "完。" * 900)
    )
    later = built(tmp_path, {CHANGED: text}, days=3)
    assert later.words(later.module) == leaves.words(leaves.module)
    assert later.words(later.other) != leaves.words(leaves.other)
    assert len(pypdf.PdfReader(later.other).pages) > len(pypdf.PdfReader(leaves.other).pages)


def test_links_to_other_modules_lead_to_their_files(leaves: Built) -> None:
    with pikepdf.open(leaves.other) as pdf:
        links = [link for page in pdf.pages for link in page.get("/Annots", pikepdf.Array())]
        files = {str(link.A.F) for link in links if "/A" in link and pikepdf.Name.GoToR == link.A.S}
        own = set(pikepdf.NameTree(pdf.Root.Names.Dests))
        assert {str(link.Dest) for link in links if "/Dest" in link} <= own
    assert files == {"EV-01.pdf"}


def test_a_module_tells_its_own_title(leaves: Built) -> None:
    with pikepdf.open(leaves.other) as pdf:
        assert str(pdf.docinfo["/Title"]).endswith("EV-02 绝缘检测")
