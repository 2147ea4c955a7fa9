from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from tests.publish.pdf.conftest import Sample, write_sample
from tests.publish.press.conftest import profile_bytes
from textbuild.markdown import parse
from textbuild.publish.artefact import BuildError
from textbuild.publish.press.book import REPORT, TEXT, build_press
from textbuild.publish.volume.extent import padded

PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde"
    b"\0\0\0\x0cIDATx\x9cc\xf8\xcf\xc0\0\0\x03\x01\x01\0\xc9\xfe\x92\xef\0\0\0\0IEND\xaeB`\x82"
)


def build(sample: Sample, target: Path, icc: Path | None) -> None:
    texts = {one.module.path: one.module.text for one in sample.book.modules}
    place = replace(sample.place, icc=icc)
    build_press(sample.book, sample.linked, lambda path: parse(texts[path], path), target, place)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("press")
    (folder / "press.icc").write_bytes(profile_bytes())
    build(write_sample(folder), folder / "out", folder / "press.icc")
    return folder / "out"


def test_report_proves_every_point(printed: Path) -> None:
    lines = (printed / REPORT).read_text(encoding="utf-8").split("\n\n")[1].splitlines()
    assert len(lines) == 10
    assert all(line.startswith("合格") for line in lines)
    assert any("185 mm × 260 mm" in line for line in lines)


def test_no_page_has_a_colour_of_screens(printed: Path) -> None:
    with pikepdf.open(printed / TEXT) as pdf:
        operators = {str(one.operator) for page in pdf.pages for one in pikepdf.parse_content_stream(page)}
        assert not operators & {"rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN"}
        assert "k" in operators
        [intent] = list(pdf.Root.OutputIntents)
        assert intent.S == pikepdf.Name.GTS_PDFX
        assert int(intent.DestOutputProfile.N) == 4
        assert pdf.open_metadata()["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"


def test_bleed_is_three_millimetres_and_marks_stand_outside(printed: Path) -> None:
    with pikepdf.open(printed / TEXT) as pdf:
        for page in pdf.pages:
            trim, bleed, media = ([float(v) for v in box] for box in (page.trimbox, page.bleedbox, page.mediabox))
            assert trim[0] - bleed[0] == pytest.approx(3 * 72 / 25.4)
            assert bleed[0] - media[0] > 10
            assert "/Annots" not in page.obj


def test_the_cover_is_no_page_of_the_text(printed: Path, pdf: Path) -> None:
    with pikepdf.open(printed / TEXT) as text, pikepdf.open(pdf) as screen:
        assert len(text.pages) == padded(len(screen.pages) - 2)


def test_without_a_profile_nothing_is_built(sample: Sample, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="--icc FILE"):
        build(sample, tmp_path / "out", None)
    assert not (tmp_path / "out").exists()


def test_picture_too_coarse_for_print_stops_the_book(
    write_book: Callable[[dict[str, str]], Sample], tmp_path: Path
) -> None:
    (tmp_path / "press.icc").write_bytes(profile_bytes())
    text = "# 图\n\n按 GB 38031—2025。\n\n![小](images/a.png){width=50}\n"
    coarse = write_book({"books/ev/1-2.md": text, "books/ev/images/a.png": PNG})  # type: ignore[dict-item]
    with pytest.raises(BuildError, match="ppi"):
        build(coarse, tmp_path / "out", tmp_path / "press.icc")
