"""`textbuild publish`: records a printing, so that its code answers for what was printed."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from textbuild.cli.console import AsOf, Session, remarks, session
from textbuild.diagnostics.formats import text
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.link.published import coded, printing_of, recorded
from textbuild.load.files import read_text
from textbuild.load.published import FOLDER
from textbuild.model.published import Printing, Published
from textbuild.model.span import Sourced
from textbuild.pipeline import examine, narrowed, records_of, require_books, stopped_books, summary
from textbuild.publish import records
from textbuild.publish.ledger import ledger_path, with_printing


def publish(
    context: typer.Context,
    book: Annotated[str, typer.Argument(metavar="BOOK", help="Id of the book that goes to print.")],
    as_of: AsOf = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would be recorded, as a diff.")] = False,
) -> int:
    """Record a printing: its modules and the editions that they rest on, for the pages that its codes lead to.

    Writes `published/BOOK.yml` and nothing else. Refuses a book with errors, and a printing recorded with another text.
    """
    here = session(context)
    run = here.run(as_of)
    linked, found = examine(run)
    require_books([book], [one.book.id for one in linked.books])
    chosen = next(one for one in linked.books if one.book.id == book)
    if book in stopped_books(linked, found):
        report = narrowed(summary(linked, found), records_of(linked), [book], run)
        sys.stderr.write(text.render(report, here.translate) + "\n")
        return _refuse(
            here.say("这本书有错误，没有登记（见上）", "the book has errors: nothing was recorded (see above)")
        )
    printing = printing_of(chosen, run.day)
    ledger = _ledger(linked, book)
    if (known := recorded(linked, printing.id)) is not None:
        return _again(known, printing, here)
    return _record(chosen, printing, ledger, here, dry_run)


def _ledger(linked: LinkedLibrary, book: str) -> Sourced[Published] | None:
    return next((one for one in linked.library.published if one.value.book == book), None)


def _again(known: Printing, printing: Printing, here: Session) -> int:
    if known.modules == printing.modules:
        _tell(here.say(f"{known.id} 已经登记过，内容相同", f"{known.id} is recorded already, with the same content"))
        return 0
    return _refuse(
        here.say(
            f"{known.id} 已经登记过，内容与现在的书不同。再印之前，把 book.yml 里的 edition、printing 或 version 加大",
            f"{known.id} is recorded already, with other content: "
            "raise `edition`, `printing` or `version` in book.yml before it is printed again",
        )
    )


def _record(
    book: LinkedBook, printing: Printing, ledger: Sourced[Published] | None, here: Session, dry_run: bool
) -> int:
    path = ledger.span.path if ledger else ledger_path(book.book)
    before = read_text(here.root, path).content
    after = with_printing(before, book.book, printing)
    if after is None or (before is None) != (ledger is None) or not records.is_inside(here.root, FOLDER):
        return _refuse(
            here.say(f"{path} 不能自动改，请手工登记", f"{path} can not be changed: write the printing by hand")
        )
    sys.stdout.write(records.diff(path, before, after))
    for hint in _hints(book, here):
        _tell(hint)
    if dry_run:
        _tell(here.say("试运行，未写入", "dry run: nothing was written"))
        return 0
    records.write(here.root, path, after)
    _tell(here.say(f"{printing.id} 已登记在 {path}，请与书一起提交", f"{printing.id} is recorded in {path}: commit it"))
    return 0


def _hints(book: LinkedBook, here: Session) -> list[str]:
    loose = [one.module.path for one in coded(book) if one.module.front.value.id is None]
    if not loose:
        return []
    return [
        here.say(
            f"这些模块没有写 id，印出的地址由文件名得出，改名就会失效；付印前最好写上：{'、'.join(loose)}",
            f"these modules have no `id`: their printed address is made of the file's name and is lost when that "
            f"changes; better give them one before printing: {', '.join(loose)}",
        )
    ]


def _refuse(words: str) -> int:
    _tell(words)
    return 1


def _tell(words: str) -> None:
    remarks().print(words, markup=False)
