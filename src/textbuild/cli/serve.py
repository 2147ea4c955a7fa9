"""`textbuild serve`: live preview while an author writes."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from watchfiles import DefaultFilter, watch
from watchfiles.main import FileChange

from textbuild.cli.build import workplace
from textbuild.cli.console import AsOf, Session, remarks, session
from textbuild.diagnostics import Diagnostic, WrongUseError, msg
from textbuild.diagnostics.formats import text
from textbuild.load.garbage import release
from textbuild.pipeline import Run, Workbench, narrowed, records_of, require_books, summary
from textbuild.publish.build import assets_artefact, book_artefacts, build_artefacts, search_artefact, shared_artefact
from textbuild.publish.preview import News, PreviewServer
from textbuild.publish.publishers import HtmlPublisher


def serve(
    context: typer.Context,
    book: Annotated[str | None, typer.Argument(metavar="[BOOK]", help="The book to show; all if not given.")] = None,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Port on 127.0.0.1.")] = 8000,
    as_of: AsOf = None,
) -> None:
    """Show the books at http://127.0.0.1:PORT and reload the page when a file is saved."""
    here = session(context)
    run = here.run(as_of)
    site = run.root / ".cache" / "textbuild" / "preview"
    news = News()
    bench = Workbench(run)
    _rebuild(bench, run, here, site, book, news, first=True)
    try:
        server = PreviewServer(site / "site", news, workplace(run).theme / "site" / "preview.js", port)
    except OSError as error:
        raise WrongUseError(msg("port {port} is not free: choose another with --port", port=port)) from error
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = server.address + (f"{book}/index.html" if book else "")
    remarks().print(here.say(f"预览：{address}（Ctrl+C 结束）", f"preview: {address} (Ctrl+C ends it)"), markup=False)
    try:
        for changes in _changes(run.root):
            if any(not path.endswith(".md") for _, path in changes):
                bench.forget_records()
            _rebuild(bench, run, here, site, book, news)
            release()
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


def _changes(root: Path) -> Iterator[set[FileChange]]:
    """Yields soon after anything that a page is made of is saved."""
    yield from watch(
        *(root / name for name in ("books", "standards", "published") if (root / name).is_dir()),
        watch_filter=DefaultFilter(),
        debounce=100,
        step=20,
        raise_interrupt=True,
    )


def _rebuild(
    bench: Workbench, run: Run, here: Session, out: Path, book: str | None, news: News, first: bool = False
) -> None:
    """Checks and builds what changed; findings go to the terminal and to the open pages, and stop nothing here."""
    started = time.monotonic()
    linked, found = bench.examine()
    known = [one.book.id for one in linked.books]
    require_books([book] if book else [], known)
    wanted = [book] if book else known
    report = narrowed(summary(linked, found), records_of(linked), wanted, run)
    place = workplace(run, out)
    artefacts = [assets_artefact(place), *book_artefacts(linked, wanted, [HtmlPublisher()], place)]
    results = [*build_artefacts(artefacts, run.store, 0)]
    if first:
        portal = shared_artefact(linked, place)
        results += build_artefacts([portal], run.store, 0)
        results += build_artefacts([search_artefact(linked, place, portal)], run.store, 0)
    console = remarks()
    if report.diagnostics:
        console.print(text.render(report, here.translate), markup=False)
    for one in results:
        if one.problem:
            console.print(f"✗ {one.name}: {one.problem}", markup=False)
    built = ", ".join(one.name for one in results if one.parts and not one.problem)
    seconds = time.monotonic() - started
    console.print(here.say(f"已更新 {built}（{seconds:.1f} s）", f"updated {built} ({seconds:.1f} s)"), markup=False)
    news.publish([_words(one, here) for one in report.diagnostics])


def _words(one: Diagnostic, here: Session) -> str:
    help_ = f"\n{here.translate(one.help)}" if one.help else ""
    place = f"{one.span.path}:{one.span.line}"
    return f"{place}  {one.rule.code} {here.translate(one.message)}{help_}"
