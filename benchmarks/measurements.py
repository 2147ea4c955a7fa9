"""What is measured, in the order in which it can be: each measurement leaves the library as the next one needs it."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.processes import Usage, best, python, run

_TEXTBUILD = [sys.executable, "-c", "from textbuild.cli import main; main()"]
MOST_MEMORY = 1_000_000_000
"""Bytes a process may take (issue 2)."""
_SOME = 3
"""Books of which the sites are built cold."""


@dataclass(frozen=True, slots=True)
class Stock:
    """The stock tool beside which a measurement stands."""

    name: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement. `target`: the seconds that the issue allows; None where it names none."""

    name: str
    usage: Usage
    stock: Stock | None = None
    target: float | None = None
    remark: str = ""
    most_memory: int = MOST_MEMORY

    @property
    def ratio(self) -> float | None:
        """How many times as long as the stock tool it took."""
        return self.usage.seconds / self.stock.seconds if self.stock else None


@dataclass(frozen=True, slots=True)
class Bench:
    """A written library, the day to judge it on, and a folder for the stock tools' own output."""

    root: Path
    day: str
    apart: Path
    small: Path
    """A library of one short book, for PDF."""
    long: Path
    """A library of one book of more than 300 pages."""

    @property
    def books(self) -> list[str]:
        return sorted(path.parent.name for path in self.root.glob("books/*/book.yml"))

    @property
    def cache(self) -> Path:
        return self.root / ".cache"

    def textbuild(self, *arguments: str, root: Path | None = None) -> list[str]:
        name, *rest = arguments
        return [*_TEXTBUILD, "--lang", "en", "-C", str(root or self.root), name, "--as-of", self.day, *rest]


def warm_up(bench: Bench) -> None:
    """Has Python compile all that the measurements import, ours and the stock tools'."""
    run(bench.textbuild("build", "--format", "html", root=bench.small))
    run([sys.executable, "-c", "import benchmarks.typesetting, weasyprint"])
    run(python("benchmarks.probes", "modules-stock", str(bench.small / "books")))
    _mkdocs(replace(bench, root=bench.small), "book-01")


def insides(bench: Bench) -> Iterator[Row]:
    """Rooms of the house on their own."""
    book = str(bench.root / "books" / bench.books[0])
    yield _probed("load the standards' records", bench, "records", stock="PyYAML SafeLoader", target=0.3)
    yield _probed("verdict of every edition", bench, "verdicts", bench.day)
    yield _probed("find the citations in all text", bench, "citations", stock="`re`, plainest form only")
    yield _probed("Markdown of one book's modules", bench, "modules", folder=book, stock="Python-Markdown + pymdownx")


def checks(bench: Bench) -> Iterator[Row]:
    name = "Python-Markdown, same modules"
    stock = Stock(name, run_probe("all-modules-stock", str(bench.root))[0].seconds)  # a whole process, as ours is
    command = bench.textbuild("check")
    yield Row("check, cold", best(2, command, lambda: _remove(bench.cache)), stock, 5)
    yield Row("check, nothing changed", best(3, command), stock, 1)


def builds(bench: Bench) -> Iterator[Row]:
    """Cold, of all, unchanged, and with one module edited."""
    some = bench.books[:_SOME]
    each = [_mkdocs(bench, book) for book in some]
    stock = Stock(f"mkdocs build, same {len(some)} in turn", sum(each))
    _remove(bench.cache)
    yield Row(f"build html, {len(some)} books, cold", run(bench.textbuild("build", *some, "--format", "html")), stock)
    yield _alone(bench, some[0], Stock("mkdocs build, same book", each[0]))
    everything = bench.textbuild("build", "--format", "html")
    rest = len(bench.books) - len(some)
    if rest:
        yield Row(f"build html, the other {rest} books", run(everything))
    yield Row("build html, nothing changed", best(3, everything), stock, 1)
    yield _edited(bench, everything, stock)


def pdfs(bench: Bench) -> Iterator[Row]:
    """A short book by the whole of `build`; a long one's layout, then with one module changed, beside WeasyPrint's."""
    yield Row("build pdf, a short book", run(bench.textbuild("build", "--format", "pdf", root=bench.small)))
    root, html = str(bench.long), str(bench.apart / "book.html")
    run(python("benchmarks.typesetting", "html", root, "book-01", bench.day, html))
    stock = run(python("benchmarks.typesetting", "weasyprint", root, html), watched=True)
    beside = Stock("WeasyPrint as it comes", stock.seconds)
    for name, most in (("lay out {} pages", 0.65), ("the same, one module changed", 0.2)):
        ours = run(python("benchmarks.typesetting", "textbuild", root, html), watched=True)
        sizes = [(bench.apart / f"{tool}.pdf").stat().st_size for tool in ("textbuild", "weasyprint")]
        remark = (
            f"× its CPU {ours.cpu / stock.cpu:.2f}, size {sizes[0] / sizes[1]:.3f} (≤ 1.1), peak of one process "
            f"{ours.peak / stock.peak:.2f} (≤ 0.7), of all at once {ours.together / stock.together:.2f}"
        )
        yield Row(name.format(ours.output.split()[-1]), ours, beside, most * stock.seconds, remark)
        run(python("benchmarks.typesetting", "change", root, html))


def _alone(bench: Bench, book: str, stock: Stock) -> Row:
    """The time of one book's site, as `build` tells it: without what comes before and after."""
    usage = run(bench.textbuild("build", book, "--format", "html", "--force", "--jobs", "1"))
    [seconds] = re.findall(rf"{book} html +([0-9.]+) s", usage.output)
    return Row("site of one book, by itself", replace(usage, seconds=float(seconds)), stock)


def _edited(bench: Bench, command: Sequence[str], stock: Stock) -> Row:
    """Adds a sentence to one module; only its book, and the portal, may be built anew."""
    book = bench.books[len(bench.books) // 2]
    module = sorted((bench.root / "books" / book).glob("*.md"))[0]
    module.write_text(module.read_text(encoding="utf-8") + "\n补一句。\n", encoding="utf-8")
    before = _sites(bench)
    usage = run(command)
    anew = sorted(name for name, mark in _sites(bench).items() if before.get(name) != mark)
    others = [name for name in anew if name in bench.books and name != book]
    verdict = "only its book and the portal built: ok" if book in anew and not others else f"MISSED, built: {anew}"
    return Row("build html, one module edited", usage, stock, remark=verdict)


def _sites(bench: Bench) -> dict[str, int]:
    """The entries of the site, each with its inode: an output is replaced as a whole."""
    return {path.name: path.stat().st_ino for path in (bench.root / "output" / "site").iterdir()}


def _mkdocs(bench: Bench, book: str) -> float:
    """Seconds of `mkdocs build` of one book with stock Material."""
    config = bench.apart / f"{book}.yml"
    folder, site = bench.root / "books" / book, bench.apart / "stock" / book
    config.write_text(run(python("benchmarks.stock", str(folder), str(site))).output, encoding="utf-8")
    return run(python("mkdocs", "build", "--quiet", "--config-file", str(config))).seconds


def _probed(
    name: str, bench: Bench, probe: str, *arguments: str, folder: str = "", stock: str = "", target: float | None = None
) -> Row:
    where = folder or str(bench.root)
    usage, seconds, units = run_probe(probe, where, *arguments)
    beside = Stock(stock, run_probe(f"{probe}-stock", where)[1]) if stock else None
    measured = Usage(seconds, usage.cpu, usage.peak, usage.output)
    return Row(name, measured, beside, target, f"{units:,} × {seconds / units * 1e6:,.3g} µs")


def run_probe(name: str, *arguments: str) -> tuple[Usage, float, int]:
    usage = run(python("benchmarks.probes", name, *arguments))
    answer = json.loads(usage.output.splitlines()[-1])
    return usage, answer["seconds"], answer["units"]


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
