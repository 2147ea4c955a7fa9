"""What the readings of its sources prove of an edition, and where they leave doubts or contradict each other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from textbuild.diagnostics import Message, msg
from textbuild.link.registry import EditionEntry
from textbuild.model.standard import Check, Edition, Evidence


def doubts(entry: EditionEntry, day: date, max_check_age: int) -> Iterable[Message]:
    """Why an edition that seems in force can not be called current."""
    edition = entry.edition
    real = _readings(edition)
    if not real:
        yield msg("no source was read for it")
        return
    if not _saw_dates(entry, real):
        yield msg("its dates were not read in any source")
    newest = _newest_check(edition)
    if (day - newest).days > max_check_age:
        yield msg("it was last checked on {day}, more than {age} days before", day=newest, age=max_check_age)
    if any([check.doubt is not None for check in real]):
        yield from _left_open(entry, real)
    for name, values in contradictions(edition).items():
        yield msg("sources disagree on `{field}`: {values}", field=name, values=", ".join(values))


def doubtful_from(edition: Edition, max_check_age: int) -> date | None:
    """The first day on which its checks are too old; None where that lies beyond the calendar's end."""
    try:
        return _newest_check(edition) + timedelta(days=max_check_age + 1)
    except OverflowError:
        return None


def contradictions(edition: Edition) -> dict[str, list[str]]:
    """Fields for which a source gives another value than the record, unsettled, with all values given."""
    found: dict[str, list[str]] = {}
    for index, name in disputes(edition):
        own, value = getattr(edition, name, None), edition.checks[index].found[name]
        values = found.setdefault(name, [str(own)] if own is not None else [])
        if value not in values:
            values.append(value)
    return found


def disputes(edition: Edition) -> Iterable[tuple[int, str]]:
    """The readings, by index, and the field for which they give another value, that no person has answered since."""
    for index, check in enumerate(edition.checks):
        for name, value in check.found.items():
            if str(getattr(edition, name, None)) != value and not _is_settled(edition, name, check.on):
                yield index, name


def is_international(number: str) -> bool:
    """Whether documents of that series have no effective date: theirs is the day of publication."""
    return number.startswith(("ISO", "IEC", "IEEE", "RFC", "BCP", "EN ", "CISPR"))


def _is_settled(edition: Edition, name: str, read: date) -> bool:
    """Whether a person decided on that day or later, and for the value that the record has."""
    return any(
        one.field == name
        and read <= one.on
        and (name not in Edition.model_fields or str(getattr(edition, name)) == one.value)
        for one in edition.settled
    )


def _left_open(entry: EditionEntry, checks: list[Check]) -> Iterable[Message]:
    """The doubts that no later reading of its state has answered."""
    clear = [one.on for one in checks if one.doubt is None and (_saw_dates(entry, [one]) or "reported" in one.saw)]
    for check in checks:
        if check.doubt is not None and not any(check.on < day for day in clear):
            yield msg("a reading leaves its state open: {doubt}", doubt=check.doubt)


def _saw_dates(entry: EditionEntry, checks: Iterable[Check]) -> bool:
    """Whether a source was read for the day it came into force. A reading that lists no fields vouches for all."""
    own = ("effective", "published") if is_international(entry.standard.value.number) else ("effective",)
    return any(not check.saw or any(name in check.saw for name in own) for check in checks)


def _readings(edition: Edition) -> list[Check]:
    return [check for check in edition.checks if check.kind is not Evidence.RECALLED]


def _newest_check(edition: Edition) -> date:
    """Only for an edition of which a source was read."""
    return max(check.on for check in _readings(edition))
