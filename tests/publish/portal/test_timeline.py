"""The time line shows when each edition is in force."""

from __future__ import annotations

from datetime import date

from textbuild.link.library import LinkedLibrary
from textbuild.link.registry import Registry
from textbuild.model.library import Library, LibraryConfig
from textbuild.model.span import FilePlaces, Sourced
from textbuild.model.standard import Standard
from textbuild.publish.portal.timeline import Timeline, timeline


def line_of(editions: list[dict[str, object]], day: date = date(2026, 7, 1)) -> Timeline:
    standard = Standard.model_validate({"kind": "standard", "number": "GB 1", "editions": editions})
    sourced = Sourced(standard, FilePlaces("standards/gb-1.yml"))
    library = Library(Sourced(LibraryConfig(title="x"), FilePlaces("books/library.yml")), standards=(sourced,))
    registry = Registry.of(library.standards)
    return timeline(LinkedLibrary(library, registry, day), registry.editions_of("GB 1"))


OLD: dict[str, object] = {"edition": "GB 1-2020", "published": "2020-01-01", "effective": "2021-01-01"}
NEW: dict[str, object] = {"edition": "GB 1-2024", "effective": "2024-01-01", "replaces": ["GB 1-2020"]}


def test_a_replaced_edition_ends_where_its_successor_begins() -> None:
    old, new = line_of([OLD, NEW]).bars
    assert old.start is not None
    assert new.start is not None
    assert abs(old.start + old.width - new.start) < 0.1
    assert not old.open


def test_an_edition_in_force_goes_on_to_the_end_of_the_axis() -> None:
    bar = line_of([OLD]).bars[0]
    assert bar.open
    assert bar.start is not None
    assert abs(bar.start + bar.width - 100) < 0.1


def test_publication_is_marked_before_the_bar() -> None:
    bar = line_of([OLD]).bars[0]
    assert bar.published == 0
    assert bar.start is not None
    assert bar.start > 0


def test_an_edition_of_unknown_days_has_no_bar() -> None:
    assert line_of([{"edition": "GB 1-2020"}]).bars[0].start is None


def test_the_day_stands_on_the_axis_even_after_all_editions() -> None:
    assert 90 < line_of([OLD], date(2040, 12, 1)).today < 100


def test_there_are_few_ticks_on_a_long_axis() -> None:
    assert len(line_of([{"edition": "GB 1-1950", "effective": "1950"}]).ticks) <= 6


def test_a_replacement_circle_ends() -> None:
    first = {**OLD, "replaces": ["GB 1-2024"]}
    assert len(line_of([first, NEW]).bars) == 2
