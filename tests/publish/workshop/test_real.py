"""Every workshop of our own library, and the six-station cell, is without fault and can be done with full marks."""

from __future__ import annotations

import json
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import DAY
from tests.render.sample import SampleAddresses
from textbuild.check.run import check_library
from textbuild.link.library import LinkedBook, link_library
from textbuild.load.library import Records, load_library, load_records
from textbuild.markdown import parse
from textbuild.render import number_book, render

REPOSITORY = Path(__file__).parents[3]
HERE = Path(__file__).parent
NODE = shutil.which("node")
OURS = sorted((REPOSITORY / "books").glob("*/workshops/*.yml"))


@pytest.mark.skipif(not NODE, reason="needs node")
@pytest.mark.parametrize("file", OURS, ids=lambda file: file.stem)
def test_it_is_without_fault_and_can_be_done_with_full_marks(file: Path, records: Records, tmp_path: Path) -> None:
    data = _data(file, records, tmp_path)
    command = [NODE or "", str(HERE / "solve.mjs")]
    done = subprocess.run(command, input=data, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout)
    assert [answer for answer in answers if answer[2:] != [100, []]] == []


@pytest.fixture(scope="module")
def records() -> Records:
    """Our standards and processes."""
    return load_records(REPOSITORY)


def _data(file: Path, records: Records, root: Path) -> str:
    """What the page gives to its script. The library is the workshop's book alone, with our records."""
    folder = file.parents[1]
    shutil.copytree(folder, root / "books" / folder.name)
    (root / "standards").mkdir()
    library, found = load_library(root, records=records)
    linked = link_library(library, DAY)
    mine = [one for one in check_library(linked, found, ()) if one.span.path.endswith(file.name)]
    assert [(one.rule.code, one.span.line) for one in mine] == []
    (book,) = linked.books
    workshop = next(one for one in book.workshops if one.file.span.path.endswith(file.name))
    assert workshop.home is not None
    html = _html(book, workshop.home.module)
    return unescape(html.partition(' data-tb-workshop="')[2].partition('"')[0])


def _html(book: LinkedBook, path: str) -> str:
    documents = {one.module.path: parse(one.module.text, one.module.path) for one in book.modules}
    module = next(one for one in book.modules if one.module.path == path)
    numbering = number_book(book, documents.__getitem__)
    return render(documents[path], module, SampleAddresses("site"), numbering, workshops=book.workshops).html
