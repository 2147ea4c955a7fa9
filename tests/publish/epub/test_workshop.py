"""A virtual workshop in an EPUB: drawing, tables and code, without script."""

from __future__ import annotations

import zipfile
from pathlib import Path

from tests.publish.epub.test_book import build
from tests.publish.pdf.conftest import write_sample
from tests.publish.pdf.test_workshop import FILES_OF_WORKSHOP, SITE


def test_it_is_static_and_has_the_code(tmp_path: Path) -> None:
    epub: zipfile.ZipFile = build(write_sample(tmp_path, {**FILES_OF_WORKSHOP, **SITE}), tmp_path / "ev.epub")
    pages = [epub.read(name).decode() for name in epub.namelist() if name.endswith(".xhtml")]
    (page,) = [text for text in pages if 'id="workshop-pack-test"' in text]
    assert "data-tb-workshop" not in page
    assert page.count("<svg:svg") == 2
    assert "停止测量并放电" in page
    assert "https://books.example.org/ev/1-2.html#workshop-pack-test" in page
    assert "<script" not in page
