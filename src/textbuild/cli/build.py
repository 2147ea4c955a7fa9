"""`textbuild build`: checks, then builds every book that is sound."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Annotated, get_args

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from textbuild.cli.console import AsOf, Books, Session, remarks, require_one_of, session
from textbuild.cli.page_faults import on_pages
from textbuild.diagnostics.formats import text
from textbuild.diagnostics.report import Report, no_source
from textbuild.link.library import LinkedLibrary, in_form
from textbuild.link.published import differs_from_record, printing_id
from textbuild.model.book import Form
from textbuild.pipeline import (
    Run,
    examine,
    ledger_lost,
    narrowed,
    records_of,
    require_books,
    stopped_books,
    summary,
    tree,
    with_sources,
)
from textbuild.publish.artefact import Artefact, Publisher, Workplace
from textbuild.publish.build import (
    Built,
    assets_artefact,
    book_artefacts,
    build_artefacts,
    drop_old_assets,
    in_turn,
    made,
    search_artefact,
    shared_artefact,
)
from textbuild.publish.fingerprint import Fingerprint, of_tree, tools
from textbuild.publish.offline import finish_offline, package_artefacts
from textbuild.publish.publishers import PUBLISHERS
from textbuild.publish.serving import drop_outdated, prepare_for_server
from textbuild.publish.theme import theme_path


def build(
    context: typer.Context,
    books: Books = None,
    format: Annotated[
        str, typer.Option("--format", help=f"Comma-separated: {', '.join(one.name for one in PUBLISHERS)}.")
    ] = "html,pdf,epub",
    out: Annotated[
        Path | None, typer.Option("--out", help="Output folder; `output` in the library if not given.")
    ] = None,
    jobs: Annotated[int | None, typer.Option("--jobs", min=1, help="Processes; one a core if not given.")] = None,
    icc: Annotated[
        Path | None, typer.Option("--icc", help="Colour profile of the press, which `--format press` needs.")
    ] = None,
    form: Annotated[
        str | None, typer.Option("--form", help=f"Of the PDFs, whatever book.yml says: {', '.join(get_args(Form))}.")
    ] = None,
    forms: Annotated[bool, typer.Option("--forms", help="PDFs have fields to fill in on a screen.")] = False,
    as_of: AsOf = None,
    force: Annotated[bool, typer.Option("--force", help="Build again what has not changed.")] = False,
    for_server: Annotated[
        bool, typer.Option("--for-server", help="Also write nginx.conf, and each text compressed beside itself.")
    ] = False,
) -> int:
    """Check, then build the books. A book with errors is not built; the others are. Ends with 0 only if all are."""
    here = session(context)
    publishers = _publishers(format)
    if form is not None:
        require_one_of(form, get_args(Form))
    run = here.run(as_of, jobs)
    place = replace(workplace(run, out, icc), fields=forms)
    options = [*(publisher.name for publisher in publishers), str(for_server), form or "", str(forms)]
    request = _request(run, place, books or [], options)
    if not force and (done := _nothing_to_do(request, run)):
        _show(done.report, here)
        return _conclude([Built(target, target) for target in done.made], [], done.report, here)
    linked, found = examine(run)
    linked = in_form(linked, form)
    known = [book.book.id for book in linked.books]
    require_books(books or [], known)
    wanted = books or known
    report = narrowed(summary(linked, found), records_of(linked), wanted, run)
    _show(report, here)
    stopped = [book for book in wanted if book in stopped_books(linked, found)]
    sound = [book for book in wanted if book not in stopped]
    site = any(publisher.name == "html" for publisher in publishers)
    before = [assets_artefact(place)] if site else []
    results: list[Built] = []
    for turn in in_turn(publishers, place):
        results += _build([*before, *book_artefacts(linked, sound, turn, place)], run, force, here)
        before = []
    if site and ledger_lost(found):
        stopped.append("portal")
    elif site:
        results += _build_shared(linked, sound, place, run, force, here)
    for remark in (*_on_print(linked, results, here), *on_pages(results, place, here)):
        remarks().print(remark, markup=False)
    code = _conclude(results, stopped, report, here)
    if site:
        _finish_site(place, whole=code == 0 and not books)
    if for_server:
        prepare_for_server(place.out, linked.library.config.value.site_url)
    if code == 0:
        prints = made(run.store)
        done = Done(replace(report, sources=no_source), {one.target: prints[one.target] for one in results})
        run.store.remember("build", request, done)
    return code


def _build_shared(
    linked: LinkedLibrary, books: Sequence[str], place: Workplace, run: Run, force: bool, here: Session
) -> list[Built]:
    """What is made of the books' sites: the portal, the search in all of them, the ZIP of each."""
    portal = shared_artefact(linked, place)
    results = _build([portal], run, force, here)
    results += _build([search_artefact(linked, place, portal)], run, force, here)
    results += _build(package_artefacts(linked, books, place), run, force, here)
    finish_offline(linked, books, place)
    return results


def _finish_site(place: Workplace, *, whole: bool) -> None:
    """Removes what no page and no file has a use for any more. `whole`: every book of the site is of this build."""
    if whole:
        drop_old_assets(place)
    drop_outdated(place.out)


@dataclass(frozen=True, slots=True)
class Done:
    """A request that was met whole: what it found, and the targets that must still be there as it made them."""

    report: Report
    made: Mapping[str, Fingerprint]


def _request(run: Run, place: Workplace, books: Sequence[str], options: Sequence[str]) -> str:
    """Names all that a build depends on: the same name means that there is nothing to do."""
    names = " ".join([*books, *options])
    made_with = f"{tools()} {of_tree(place.theme)} {place.press}"
    return f"{tree(run.root)} {made_with} {run.day} {place.epoch} {place.out} {names}"


def _nothing_to_do(request: str, run: Run) -> Done | None:
    """The findings of the same request, if it was met before and nothing else was built in its place since."""
    done = run.store.recall("build", request)
    if not isinstance(done, Done):
        return None
    prints = made(run.store)
    if not all(Path(target).exists() and prints.get(target) == was for target, was in done.made.items()):
        return None
    return replace(done, report=with_sources(done.report, run))


def _show(report: Report, here: Session) -> None:
    if report.diagnostics:
        sys.stderr.write(text.render(report, here.translate) + "\n")


def workplace(run: Run, out: Path | None = None, icc: Path | None = None) -> Workplace:
    """Where the run builds, and the moment its outputs carry."""
    midnight = int(datetime.combine(run.day, time(), UTC).timestamp())
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return Workplace(
        run.root,
        out or run.root / "output",
        theme_path(),
        run.root / ".cache" / "textbuild",
        int(epoch) if epoch.isdecimal() else midnight,
        icc,
    )


def _publishers(formats: str) -> list[Publisher]:
    by_name = {publisher.name: publisher for publisher in PUBLISHERS}
    names = [name.strip() for name in formats.split(",") if name.strip()]
    for name in names:
        require_one_of(name, by_name)
    return [by_name[name] for name in dict.fromkeys(names)]


def _build(artefacts: Sequence[Artefact], run: Run, force: bool, here: Session) -> list[Built]:
    """Builds with a progress bar on a terminal and with plain lines elsewhere."""
    console = remarks()
    results: list[Built] = []
    outcomes: Iterable[Built] = build_artefacts(artefacts, run.store, run.jobs, force)
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task(here.say("生成", "building"), total=len(artefacts))
        for one in outcomes:
            results.append(one)
            bar.advance(task)
            if one.problem or one.parts:
                console.print(_line(one, here), markup=False)
    return results


def _on_print(linked: LinkedLibrary, results: Sequence[Built], here: Session) -> Iterator[str]:
    """What to know before the PDFs just made go to a printer."""
    made = [one.name.removesuffix(" pdf") for one in results if one.parts and one.name.endswith(" pdf")]
    if made and not linked.library.config.value.site_url:
        yield here.say(
            "PDF 里没有印二维码：books/library.yml 还没有写网站的地址 site_url",
            "the PDFs carry no QR codes: books/library.yml names no site_url",
        )
    for book in linked.books:
        if book.book.id in made and differs_from_record(book, linked):
            id_ = printing_id(book.book)
            yield here.say(
                f"{id_} 登记以后，书的内容变过。再印之前，把 book.yml 里的 edition、printing 或 version 加大，重新登记",
                f"{id_} was recorded with other content: raise `edition`, `printing` or `version` in book.yml "
                "and record it before it is printed again",
            )


def _line(one: Built, here: Session) -> str:
    if one.problem:
        return here.say(f"✗ {one.name} 未生成：{one.problem}", f"✗ {one.name} was not built: {one.problem}")
    why = ", ".join(one.parts) if len(one.parts) < 6 else here.say("全部", "everything")
    target = min(one.target, os.path.relpath(one.target), key=len)
    return f"✓ {one.name}  {one.seconds:.1f} s  → {target}" + here.say(f"（变化：{why}）", f"  (changed: {why})")


def _conclude(results: Sequence[Built], stopped: Sequence[str], report: Report, here: Session) -> int:
    built = sum(1 for one in results if one.parts and not one.problem)
    failed = sum(1 for one in results if one.problem)
    same = sum(1 for one in results if not one.parts and not one.problem)
    console = remarks()
    for book in stopped:
        console.print(
            here.say(f"✗ {book} 有错误，未生成（见上）", f"✗ {book} has errors and was not built (see above)"),
            markup=False,
        )
    console.print(
        here.say(
            f"检查日 {report.as_of}：生成 {built}，未变化 {same}，失败 {failed + len(stopped)}",
            f"as of {report.as_of}: {built} built, {same} unchanged, {failed + len(stopped)} failed",
        ),
        markup=False,
    )
    return 1 if failed or stopped else 0
