"""A book laid out by gatherings is the book that one layout of the whole gives."""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest
from PIL import Image, ImageChops

from tests.publish.pdf.conftest import Sample
from textbuild.publish.artefact import BuildError
from textbuild.publish.pdf import layouts
from textbuild.publish.pdf.typeset import typeset
from textbuild.publish.volume.print_pages import pages_file, read_pages, text_of

Write = Callable[[dict[str, str]], Sample]
FEW = 12
"""Levels of grey by which a sample of the picture may differ: parts are drawn from another origin."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same book by one layout."""
    from tests.publish.pdf.conftest import write_sample

    folder = tmp_path_factory.mktemp("whole")
    target = folder / "ev.pdf"
    assert write_sample(folder).build(target, typeset) == ()
    return target


def pictures(pdf: Path, folder: Path) -> list[Image.Image]:
    subprocess.run(["pdftoppm", "-r", "40", "-gray", "-png", str(pdf), str(folder / pdf.stem)], check=True)
    return [Image.open(path).convert("L") for path in sorted(folder.glob(f"{pdf.stem}-*.png"))]


def kept(sample: Sample) -> dict[str, int]:
    """What has been laid out, each with the time of it."""
    return {path.name: path.stat().st_mtime_ns for path in (sample.place.cache / "layout").rglob("*.json")}


def test_pages_hold_the_same_words(pdf: Path, whole: Path) -> None:
    words = [["".join(sorted(p.extract_text())) for p in pypdf.PdfReader(file).pages] for file in (pdf, whole)]
    assert [text.strip() for text in words[0]] == [text.strip() for text in words[1]]


def test_pages_look_the_same(pdf: Path, whole: Path, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    pairs = list(zip(pictures(pdf, tmp_path / "a"), pictures(whole, tmp_path / "b"), strict=True))
    worst = [max(ImageChops.difference(one, other).tobytes()) for one, other in pairs]
    assert all(by <= FEW for by in worst), worst


def test_places_outline_and_tags_are_the_same(pdf: Path, whole: Path) -> None:
    assert _bones(pdf) == _bones(whole)


def test_every_entry_of_the_parent_tree_belongs_to_one_page_or_link(pdf: Path) -> None:
    with pikepdf.open(pdf) as file:
        nums = list(file.Root.StructTreeRoot.ParentTree.Nums)[::2]
        used = [int(page.obj.StructParents) for page in file.pages if "/StructParents" in page.obj]
        used += [int(link.StructParent) for page in file.pages for link in page.obj.get("/Annots", [])]
    assert sorted(used) == sorted(int(number) for number in nums)
    assert [int(number) for number in nums] == sorted(int(number) for number in nums)


def test_fonts_are_embedded_once(pdf: Path) -> None:
    with pikepdf.open(pdf) as file:
        names = [
            str(one.FontName) for one in file.objects if isinstance(one, pikepdf.Dictionary) and "/FontName" in one
        ]
    assert len(names) == len(set(names))


def test_a_picture_of_two_modules_is_there_once(write_book: Write, tmp_path: Path) -> None:
    picture = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(picture, "PNG")
    files: dict[str, Any] = {"books/ev/images/photo.png": picture.getvalue()}
    for name in ("1-1", "1-2"):
        files[f"books/ev/{name}.md"] = f"---\ntitle: {name}\n---\n\n## 图\n\n![渐变](images/photo.png)\n"
    sample = write_book(files)
    for name, lay_out in (("parts", None), ("whole", typeset)):
        sample.build(tmp_path / f"{name}.pdf", lay_out)
    with pikepdf.open(tmp_path / "parts.pdf") as file:
        assert len([one for one in file.objects if isinstance(one, pikepdf.Stream) and "/Width" in one]) == 1
    pairs = zip(*(pictures(tmp_path / f"{name}.pdf", tmp_path) for name in ("parts", "whole")), strict=True)
    assert all(max(ImageChops.difference(one, other).tobytes()) <= FEW for one, other in pairs)


def test_one_module_changed_is_laid_out_alone(write_book: Write, tmp_path: Path) -> None:
    sample = write_book({})
    sample.build(tmp_path / "a.pdf")
    before = kept(sample)
    text = (sample.root / "books/ev/1-2.md").read_text(encoding="utf-8")
    changed = write_book({"books/ev/1-2.md": text.replace("完。", "写完。")})
    changed.build(tmp_path / "b.pdf")
    assert [name for name, made in kept(changed).items() if before.get(name) != made] == ["m3-_title.json"]
    assert "写完。" in "".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "b.pdf").pages)


def test_what_was_kept_does_not_show(write_book: Write, pdf: Path, tmp_path: Path) -> None:
    sample = write_book({"books/ev/1-2.md": "---\ntitle: 别的\n---\n\n## 别的\n\n字。\n"})
    sample.build(tmp_path / "a.pdf")
    write_book({}).build(tmp_path / "b.pdf")
    assert (tmp_path / "b.pdf").read_bytes() == pdf.read_bytes()


def test_damaged_leftovers_are_laid_out_anew(sample: Sample, pdf: Path, tmp_path: Path) -> None:
    sample.build(tmp_path / "a.pdf")
    for path in (sample.place.cache / "layout").rglob("m2*.json"):
        path.write_text(json.dumps({"key": "no"}), encoding="utf-8")
    sample.build(tmp_path / "b.pdf")
    assert (tmp_path / "b.pdf").read_bytes() == pdf.read_bytes()


def test_faults_of_pages_are_written_beside_the_file(sample: Sample, tmp_path: Path) -> None:
    sample.build(tmp_path / "a.pdf")
    report = json.loads((sample.place.out / "pdf" / "ev.pages.json").read_text(encoding="utf-8"))
    assert all(set(fault) == {"page", "fault", "after", "words"} for fault in report["faults"])


def test_pages_are_told_by_their_numbers_and_first_words(sample: Sample, tmp_path: Path) -> None:
    sample.build(tmp_path / "a.pdf")
    pages = read_pages(pages_file(sample.place, "ev"), text_of(sample.book))
    assert [page.label for page in pages][:4] == ["I", "III", "1", "2"]
    second = next(page for page in pages if page.part == "m3-_title")
    assert second.opens[:2] == ("模块2", "绝缘检测")
    assert read_pages(pages_file(sample.place, "ev"), "another text") == ()


def test_a_module_that_wants_all_memory_is_named(sample: Sample, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(layouts, "BYTES_EACH", 1)
    with pytest.raises(BuildError, match=r"index\.md: 前言|1-[12]\.md|cover|title-page"):
        sample.build(tmp_path / "a.pdf")


def _bones(path: Path) -> tuple[object, ...]:
    with pikepdf.open(path) as file, file.open_outline() as outline:
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        named = {
            str(name): (pages[to[0].objgen], round(float(to[2])), round(float(to[3])))
            for name, to in pikepdf.NameTree(file.Root.Names.Dests).items()
        }
        lines: list[tuple[str, int]] = []

        def walk(items: list[pikepdf.OutlineItem], depth: int) -> None:
            for item in items:
                lines.append((item.title, depth))
                walk(list(item.children), depth + 1)

        walk(list(outline.root), 0)
        kinds = sorted(
            str(one.S)
            for one in file.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/StructElem" and "/Alt" in one
        )
    return named, lines, kinds
