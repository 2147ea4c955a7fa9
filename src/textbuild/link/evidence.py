"""What the readings of its sources prove of an edition, and where they leave doubts or contradict each other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from textbuild.diagnostics import Message, msg
from textbuild.link.registry import EditionEntry
from textbuild.model.standard import Check, Edition, Evidence


def readings(edition: Edition) -> list[Check]:
    """The checks for which a source was read: what someone recalls proves nothing."""
    return [check for check in edition.checks if check.kind is not Evidence.RECALLED]


def last_read(edition: Edition) -> date | None:
    """The day of the newest reading of a source; None if nobody read one."""
    return max((check.on for check in readings(edition)), default=None)


def doubts(entry: EditionEntry, real: list[Check], day: date, max_check_age: int) -> list[Message]:
    """Why an edition that seems in force can not be called current; `real` are its readings."""
    if not real:
        return [msg("no source was read for it")]
    found = [] if _saw_dates(entry, real) else [msg("its dates were not read in any source")]
    newest = _newest(real)
    if (day - newest).days > max_check_age:
        found.append(msg("it was last checked on {day}, more than {age} days before", day=newest, age=max_check_age))
    if doubting := [check for check in real if check.doubt is not None]:
        found += _left_open(entry, real, doubting)
    if any([check.found for check in entry.edition.checks]):
        for name, values in contradictions(entry.edition).items():
            found.append(msg("sources disagree on `{field}`: {values}", field=name, values=", ".join(values)))
    return found


def doubtful_from(real: list[Check], max_check_age: int) -> date | None:
    """The first day on which all these readings are too old; None where that lies beyond the calendar's end."""
    try:
        return _newest(real) + timedelta(days=max_check_age + 1)
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


def _left_open(entry: EditionEntry, checks: list[Check], doubting: list[Check]) -> Iterable[Message]:
    """The doubts that no later reading of its state has answered."""
    clear = [one.on for one in checks if one.doubt is None and (_saw_dates(entry, [one]) or "reported" in one.saw)]
    for check in doubting:
        if not any(check.on < day for day in clear):
            yield msg("a reading leaves its state open: {doubt}", doubt=check.doubt)


def _saw_dates(entry: EditionEntry, checks: Iterable[Check]) -> bool:
    """Whether a source was read for the day it came into force. A reading that lists no fields vouches for all."""
    alone = is_international(entry.standard.value.number)
    for check in checks:  # a loop, for it is asked of every edition of a large registry
        saw = check.saw
        if not saw or "effective" in saw or (alone and "published" in saw):
            return True
    return False


def _newest(readings: list[Check]) -> date:
    """The day of the newest of one reading or more."""
    return readings[0].on if len(readings) == 1 else max([check.on for check in readings])
