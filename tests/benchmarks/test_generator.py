"""The library that benchmarks measure on is a sound one, and always the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.library import Shape, Written, write_library

from textbuild.check.run import check_library
from textbuild.link.library import LinkedLibrary, link_library
from textbuild.load.library import load_library

REPOSITORY = Path(__file__).resolve().parents[2]
SHAPE = Shape(books=2, modules=2, standards=40)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Written]:
    root = tmp_path_factory.mktemp("library")
    return root, write_library(REPOSITORY, root, SHAPE)


def linked_library(library: tuple[Path, Written]) -> LinkedLibrary:
    loaded, found = load_library(library[0])
    assert found == ()
    return link_library(loaded, library[1].day)


def test_the_library_checks_clean(library: tuple[Path, Written]) -> None:
    assert check_library(linked_library(library)) == ()


def test_it_has_the_shape_that_was_asked_for(library: tuple[Path, Written]) -> None:
    linked = linked_library(library)
    assert [len(book.modules) for book in linked.books] == [2, 2]
    assert 30 <= len(linked.registry.standards) == library[1].standards <= 40


def test_a_module_has_the_size_of_a_real_one_and_all_it_consists_of(library: tuple[Path, Written]) -> None:
    for book in linked_library(library).books:
        for one in book.modules:
            assert len(one.module.text.encode()) == pytest.approx(SHAPE.size, rel=0.1)
            assert {"figure", "table", "equation"} <= {anchor.kind for anchor in one.module.anchors}
            assert len(one.citations) >= 4
            assert any(link.kind == "image" for link in one.module.links)


def test_the_same_inputs_give_the_same_bytes(library: tuple[Path, Written], tmp_path: Path) -> None:
    write_library(REPOSITORY, tmp_path, SHAPE)
    for path in (path for path in library[0].rglob("*") if path.is_file()):
        assert (tmp_path / path.relative_to(library[0])).read_bytes() == path.read_bytes()
