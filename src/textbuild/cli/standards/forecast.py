"""`textbuild standards forecast`: what will change, when, and where it is cited."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Any

import typer

from textbuild.cli.console import AsOf, KnownOn, Session, parse_day, remarks, require_one_of, session
from textbuild.cli.standards.answers import FORMATS, answer_csv, answer_json, answer_table, moment
from textbuild.diagnostics import WrongUseError, msg
from textbuild.link.forecast import Change, Place, forecast
from textbuild.pipeline import link

_CHANGE = ("day", "edition", "before", "after", "successors")
_PLACE = ("book", "module", "path", "line", "clause", "text", "then")
_CSV_COLUMNS = (*_CHANGE, *_PLACE, "jobs", "processes", "notes")
_SPAN = timedelta(days=365)


def forecast_command(
    context: typer.Context,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="The last day to look at; a year ahead if not given.")
    ] = None,
    format: Annotated[str, typer.Option("--format", help="table, json, csv or ics.")] = "table",
) -> None:
    """Every change of verdict to come that touches a book: the day, the editions, the places that cite them."""
    require_one_of(format, (*FORMATS, "ics"))
    here = session(context)
    run = here.run(as_of, known_on=known_on)
    last = _last_day(run.day, until)
    linked, _ = link(run)
    changes = forecast(linked, last)
    if format == "ics":
        from textbuild.publish.calendar import calendar  # costs 0.2 s, and only a feed needs it

        title = linked.library.config.value.title
        sys.stdout.buffer.write(calendar(changes, run.day, title, here.translate))
        sys.stdout.flush()
    elif format == "json":
        answer_json({**moment(run), "until": str(last), "changes": [_row(one, here) for one in changes]})
    elif format == "csv":
        answer_csv([line for change in changes for line in _lines(change, here)], _CSV_COLUMNS)
    else:
        _show([_row(one, here) for one in changes], here)
    if not changes:
        remarks().print(here.say(f"到 {last} 为止没有变化", f"nothing changes until {last}"))


def _last_day(day: date, until: str | None) -> date:
    """Raises WrongUseError for a day before the one to look from."""
    if until is None:
        return day + min(_SPAN, date.max - day)
    last = parse_day(until)
    if last < day:
        raise WrongUseError(msg("--until {last} is before {day}, the day to look from", last=last, day=day))
    return last


def _row(change: Change, here: Session) -> dict[str, Any]:
    return {
        "day": str(change.day),
        "edition": change.edition,
        "before": str(change.before.status),
        "after": str(change.after.status),
        "successors": list(change.successors),
        "places": [_place(place) for place in change.places],
        "jobs": list(change.dependents("job")),
        "processes": list(change.dependents("process")),
        "notes": [here.translate(note) for note in change.notes],
    }


def _place(place: Place) -> dict[str, Any]:
    """`then`: the edition that the citation names from that day on; without a year, that may be another one."""
    use = place.use
    return {
        "book": use.book.book.id if use.book else None,
        "module": use.module.module.id if use.module else use.record,
        "path": use.citation.span.path,
        "line": use.citation.span.line,
        "clause": use.citation.locator,
        "text": use.citation.text,
        "then": place.after.edition,
    }


def _lines(change: Change, here: Session) -> Iterator[dict[str, Any]]:
    row = _row(change, here)
    yield from ({**row, **place} for place in row["places"])


def _show(rows: list[dict[str, Any]], here: Session) -> None:
    """A table of the changes, then what each one touches."""
    answer_table([{**row, "places": len(row["places"])} for row in rows], (*_CHANGE, "places"), here)
    names = (("jobs", here.say("岗位", "jobs")), ("processes", here.say("工艺", "processes")))
    for row in rows:
        typer.echo(f"\n{row['day']} {row['edition']}")
        for note in row["notes"]:
            typer.echo(f"  {note}")
        for place in row["places"]:
            typer.echo(f"  {place['path']}:{place['line']} {place['text']}")
        for key, name in names:
            if row[key]:
                typer.echo(f"  {name}: {', '.join(row[key])}")
