"""What will change: the same as asking for the verdict day by day, with all that it touches."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import WriteLibrary
from textbuild.link.forecast import forecast
from textbuild.link.library import LinkedLibrary, link_library
from textbuild.link.registry import Registry
from textbuild.link.trace import trace
from textbuild.link.verdict import verdict
from textbuild.load.library import load_library
from textbuild.load.modules import ModuleCache
from textbuild.load.store import Store
from textbuild.model.span import FilePlaces, Sourced
from textbuild.model.standard import Standard

MODULE = "---\ntitle: 甲\nid: EV-1\nbasis: [GB 38031]\njobs: [job:a#A1]\n---\n\n## 节\n\n按 GB 38031—2020 第 5.2 条检测，由 [GB 38031—2020]{.historical} 而来。\n"
JOB = (
    "kind: job\nid: job:a\ntitle: 装配工\nissuer: {kind: sample, name: 示例}\nbasis: [GB 38031-2020]\n"
    "duties: [{id: A, title: 甲, tasks: [{id: A1, title: 乙}]}]\n"
)
PROCESS = (
    "kind: process\nid: process:b\ntitle: 测试\nsteps: [{id: S1, title: 一, parameters: [{name: 电压, "
    "basis: {standard: GB 38031-2020, clause: '8.1'}}]}]\n"
)


def linked_on(root: Path, day: date) -> LinkedLibrary:
    library, _ = load_library(root, ModuleCache(Store(root / ".cache"), "test", 1))
    return link_library(library, day)


def test_a_replacement_to_come_names_what_it_touches(write_library: WriteLibrary) -> None:
    files = {"books/ev/1-1.md": MODULE, "standards/jobs/a.yml": JOB, "standards/processes/b.yml": PROCESS}
    linked = linked_on(write_library(files), date(2026, 6, 1))
    [change] = [one for one in forecast(linked, date(2026, 7, 1)) if one.edition == "GB 38031-2020"]
    assert (change.day, change.before.status, change.after.status) == (date(2026, 7, 1), "current", "superseded")
    assert change.successors == ("GB 38031-2025",)
    places = [(place.use.citation.span.path, place.use.citation.span.line, place.ends) for place in change.places]
    assert places == [("books/ev/1-1.md", 4, False), ("books/ev/1-1.md", 10, True), ("standards/jobs/a.yml", 5, True)]
    assert change.dependents("job") == ("job:a", "job:a#A1")
    assert change.dependents("process") == ()  # no book names the process


def test_the_days_on_both_ends(write_library: WriteLibrary) -> None:
    root = write_library({"books/ev/1-1.md": MODULE})
    assert forecast(linked_on(root, date(2026, 6, 1)), date(2026, 6, 30)) == ()
    assert forecast(linked_on(root, date(2026, 7, 1)), date(2026, 7, 2)) == ()


def test_a_reading_that_grows_too_old_is_a_change(write_library: WriteLibrary) -> None:
    linked = linked_on(write_library({}), date(2026, 11, 24))
    [change] = forecast(linked, date(2027, 12, 31))
    assert (change.day, change.edition, change.after.status) == (date(2027, 11, 24), "GB 38031-2025", "unverified")


def test_a_transition_is_told_though_the_verdict_stays(write_library: WriteLibrary) -> None:
    root = write_library({})
    record = root / "standards/national/gb-38031.yml"
    later = "    applicability: [{condition: 已获批准的车型, from: 2027-07-01}]\n    clauses:"
    record.write_text(record.read_text(encoding="utf-8").replace("    clauses:", later), encoding="utf-8")
    [change] = forecast(linked_on(root, date(2026, 11, 24)), date(2027, 7, 1))
    assert (change.day, change.before.status, change.after.status) == (date(2027, 7, 1), "current", "current")
    assert dict(change.notes[0].values)["condition"] == "已获批准的车型"


def test_an_undated_citation_that_moves_on_is_told_with_the_edition_it_moves_to(write_library: WriteLibrary) -> None:
    root = write_library({"books/ev/1-1.md": "---\ntitle: 甲\nbasis: [GB 38031]\n---\n"})
    record = root / "standards/national/gb-38031.yml"
    record.write_text(
        record.read_text(encoding="utf-8").replace("    replaces: [GB 38031-2020]\n", ""), encoding="utf-8"
    )
    [change] = forecast(linked_on(root, date(2026, 6, 1)), date(2026, 7, 1))
    assert (change.edition, change.after.status) == ("GB 38031-2025", "current")
    assert [(place.before.edition, place.after.edition) for place in change.places] == [
        ("GB 38031-2020", "GB 38031-2025")
    ]


def test_an_exempt_book_is_not_touched(write_library: WriteLibrary) -> None:
    config = "title: 手册\ncitations: optional\n"
    linked = linked_on(write_library({"books/ev/book.yml": config, "books/ev/1-1.md": MODULE}), date(2026, 6, 1))
    assert forecast(linked, date(2026, 12, 31)) == ()


def test_a_trace_finds_history_clauses_and_records(write_library: WriteLibrary) -> None:
    files = {"books/ev/1-1.md": MODULE, "standards/processes/b.yml": PROCESS}
    uses = trace(linked_on(write_library(files), date(2026, 6, 1)))["GB 38031"]
    found = [(use.role, use.citation.locator, use.citation.historical, use.record) for use in uses]
    assert found == [
        ("basis", None, False, None),
        ("text", "5.2", False, None),
        ("text", None, True, None),
        ("process", "8.1", False, "process:b#S1"),
    ]


START = date(2026, 1, 10)
DATES = st.one_of(
    st.none(), st.just("2026-02"), st.just("2026"), st.integers(-30, 60).map(lambda n: str(START + timedelta(days=n)))
)


@st.composite
def lifecycles(draw: st.DrawFn) -> Standard:
    """Three editions in a row, each with dates known to the day, month or year, or not at all."""
    editions = []
    for year in ("2001", "2002", "2003"):
        edition = {"edition": f"GB 1-{year}", "published": draw(DATES), "effective": draw(DATES)}
        edition["withdrawn"] = draw(DATES)
        checks = [{"source": "a", "kind": "catalogue", "on": str(START - timedelta(days=draw(st.integers(0, 30))))}]
        extent = draw(st.sampled_from(["full", "partial"]))
        replaces = [{"edition": f"GB 1-{int(year) - 1}", "extent": extent}] if year != "2001" else []
        editions.append({**edition, "checks": checks, "replaces": replaces})
    return Standard.model_validate({"kind": "standard", "number": "GB 1", "editions": editions})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(standard=lifecycles())
def test_no_day_of_change_is_missed(write_library: WriteLibrary, standard: Standard) -> None:
    text = "---\ntitle: 甲\nbasis: [GB 1-2001, GB 1-2002, GB 1-2003]\n---\n"
    config = "title: 测试\nmax_check_age: 40\n"
    root = write_library({"books/library.yml": config, "books/ev/1-1.md": text})
    library, _ = load_library(root, ModuleCache(Store(root / ".cache"), "test", 1))
    registry = Registry.of([Sourced(standard, FilePlaces("a.yml"))])
    found = forecast(link_library(library, START, registry), START + timedelta(days=70))
    changed = {(one.day, one.edition) for one in found if one.before.status is not one.after.status}
    days = [START + timedelta(days=n) for n in range(1, 71)]
    assert changed == {
        (day, number)
        for number in registry.editions
        for day in days
        if verdict(registry, number, day, 40).status
        is not verdict(registry, number, day - timedelta(days=1), 40).status
    }
