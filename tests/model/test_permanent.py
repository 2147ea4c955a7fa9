"""The names of pages that are printed: safe as folders, the same for ever."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textbuild.model.permanent import permanent_name
from textbuild.model.published import printing_key


@pytest.mark.parametrize("id_", ["NEV-BAT-01", "ev/1-1", "new-energy-vehicle-technology-0.1.0", "a_b"])
def test_an_id_that_can_be_typed_is_its_own_name(id_: str) -> None:
    assert permanent_name(id_) == id_


@pytest.mark.parametrize(
    "id_", ["ev/1-1-绝缘检测", "../secret", "a/../b", "/etc/passwd", "a//b", "index.html", "a b", "a\0", "", "x" * 65, "-a", "..", "a."]
)  # fmt: skip
def test_any_other_id_gets_eight_letters(id_: str) -> None:
    name = permanent_name(id_)
    assert len(name) == 8
    assert name.isalnum()


def test_names_once_printed_stay() -> None:
    assert permanent_name("new-energy-vehicle-technology/1-1-高压防护与下电验电") == "bvhcgtuu"


@given(st.text(max_size=80))
def test_no_id_leads_out_of_the_folder(id_: str) -> None:
    parts = PurePosixPath(permanent_name(id_)).parts
    assert parts
    assert not {"..", ".", "/", "index.html"} & set(parts)


@pytest.mark.parametrize(
    ("edition", "printing", "version", "key"),
    [(2, 3, "1.0", "2-3"), (2, None, "1.0", "2-1"), (None, 4, "1.0.0", "1.0.0"), (None, None, "第 1 版 <b>", "1-b"), (None, None, "试用", "1")],
)  # fmt: skip
def test_a_printing_is_known_by_edition_and_count_else_by_version(
    edition: int | None, printing: int | None, version: str, key: str
) -> None:
    assert printing_key(edition, printing, version) == key
