"""What the loader of modules keeps from run to run is what it would read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from textbuild.load import modules
from textbuild.load.files import Text
from textbuild.load.module import ModuleResult, load_module, parse_module
from textbuild.load.modules import ModuleCache
from textbuild.load.packing import pack, unpack
from textbuild.load.store import Store

MODULE = """---
title: 检测
basis: [GB 38031, "GB/T 44510"]
jobs: [job:a#A1]
---

## 依据 {#sec-x}

按 GB 38031—2025 第 5.2 条检测，见[@sec-x]和[下一节](b.md#c)。[GB 38031—2020]{.historical}

![电路](images/a.svg "电路"){#fig-a}
"""


@pytest.fixture
def wanted(tmp_path: Path) -> list[tuple[str, str]]:
    paths = [f"books/b/{i}.md" for i in range(3)]
    for path in paths:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(MODULE + path, encoding="utf-8")
    return [(path, "b") for path in paths]


def parsed_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Fills with the paths of the modules that are parsed in this process from now on."""
    found: list[str] = []

    def parse(text: Text, book: str) -> ModuleResult:
        found.append(text.path)
        return parse_module(text, book)

    monkeypatch.setattr(modules, "parse_module", parse)
    return found


def test_packing_changes_nothing() -> None:
    result = parse_module(Text("books/b/1.md", MODULE), "b")
    again = unpack(pack(result))
    assert again == result
    assert again[0] is not None
    assert again[0].front.places.at("basis", 1).cut(MODULE) == '"GB/T 44510"'


def test_places_of_what_is_linked_are_known_beforehand() -> None:
    module, _ = parse_module(Text("books/b/1.md", MODULE), "b")
    assert module is not None
    module.front.places.text = ""  # type: ignore[attr-defined]  # there is nothing to compose any more
    assert module.front.places.at("jobs", 0).cut(MODULE) == "job:a#A1"


def test_only_what_has_changed_is_parsed_again(
    tmp_path: Path, wanted: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path / "cache")
    first = ModuleCache(store, "1")
    expected = list(first(tmp_path, wanted))
    first.save()
    (tmp_path / wanted[1][0]).write_text("# Anders\n", encoding="utf-8")
    anew = parsed_anew(monkeypatch)
    second = ModuleCache(store, "1")
    results = list(second(tmp_path, wanted))
    assert anew == [wanted[1][0]]
    assert (results[0], results[2]) == (expected[0], expected[2])
    second.save()
    assert list(ModuleCache(store, "1")(tmp_path, wanted)) == results
    assert anew == [wanted[1][0]]


def test_another_version_of_the_parser_reads_anew(
    tmp_path: Path, wanted: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = ModuleCache(Store(tmp_path / "cache"), "1")
    cache(tmp_path, wanted)
    cache.save()
    anew = parsed_anew(monkeypatch)
    ModuleCache(Store(tmp_path / "cache"), "2")(tmp_path, wanted)
    assert anew == [path for path, _ in wanted]


def test_parsing_side_by_side_gives_the_same(
    tmp_path: Path, wanted: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = [load_module(tmp_path, path, book) for path, book in wanted]
    monkeypatch.setattr(modules, "_WORTH_A_POOL", 1)
    anew = parsed_anew(monkeypatch)
    assert list(ModuleCache(Store(tmp_path / "cache"), "1", jobs=2)(tmp_path, wanted)) == expected
    assert anew == []  # in this process
