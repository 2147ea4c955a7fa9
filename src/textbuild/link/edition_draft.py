"""One edition being added to: which value stands, which stays beside it, and who vouches for what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from textbuild.link.statements import Statement
from textbuild.load.importers.row import SAW_ORDER
from textbuild.model.dates import PartialDate
from textbuild.model.standard import Amendment, Check, Edition, Evidence, Replacement
from textbuild.model.standard_number import canonical

_BEST_FIRST = tuple(Evidence)
_YEAR = re.compile(r"[-:]([0-9]{4})(?:/|$)", re.ASCII)
_MARKS = re.compile(r"[\W_]+")


class EditionDraft:
    """One edition being added to."""

    def __init__(self, edition: Edition) -> None:
        self.old = edition
        self.fields: dict[str, Any] = {name: getattr(edition, name) for name in Edition.model_fields}
        self.title: str | None = edition.title
        self.checks: list[Check] = list(edition.checks)
        self.replaces: dict[str, Replacement | str] = {
            canonical(one if isinstance(one, str) else one.edition): one for one in edition.replaces
        }

    def saw(self, name: str) -> bool:
        """Whether any reading, or memory, gave this field. A reading that lists no fields vouches for all."""
        return any(name in check.saw or not check.saw for check in self.checks)

    def add(self, statement: Statement, superseded: bool, found: dict[str, str]) -> None:
        """Adds a statement. `found` holds values that contradict the record's, and gets those of this edition."""
        row = statement.row
        for relation in statement.replaces:
            self._replace(relation)
        for amendment in statement.amendments:
            self._amend(amendment)
        checks = statement.checks
        if row is not None:
            self._title(row.title or row.title_en, statement, found)
            for name in ("published", "effective", "withdrawn"):
                self._date(name, getattr(row, name), statement, found)
            self._label(row.reported, statement)
            self.fields["applicability"] = self.fields["applicability"] or row.applicability
            if row.abolished and not superseded and self.fields["withdrawn"] in (None, True):
                self.fields["withdrawn"] = True
                checks = (*checks, row.abolished)
        for index, check in enumerate(checks):
            told = {name: value for name, value in found.items() if index == _bearer(checks, name)}
            self._check(check.model_copy(update={"found": {**told, **check.found}}) if told else check)

    def edition(self, shared_title: str | None) -> Edition:
        """The edition as its record writes it: without a title that the standard gives already."""
        contradicted = any("title" in check.found for check in self.checks)
        title = None if self.title == shared_title and self.old.title is None and not contradicted else self.title
        fields = {**self.fields, "title": title, "checks": tuple(self._vouching()), "replaces": self._sorted_replaces()}
        return Edition(**fields)

    def _title(self, title: str | None, statement: Statement, found: dict[str, str]) -> None:
        if title is None:
            return
        if self.title is None or self._yields("title", statement):
            self.title = title
        elif not same_title(self.title, title) and self._answers("title", statement):
            found["title"] = title

    def _date(
        self, name: str, value: PartialDate | Literal[True] | None, statement: Statement, found: dict[str, str]
    ) -> None:
        own = self.fields[name]
        if value is None or own == value:
            return
        if own is None or self._yields(name, statement) or _tells_more(value, own):
            self.fields[name] = value
        elif not _tells_more(own, value) and self._answers(name, statement):
            found[name] = str(value)

    def _label(self, label: str | None, statement: Statement) -> None:
        """A label changes with time and decides nothing: the youngest reading's stays."""
        if label is None:
            return
        days = [check.on for check in self.checks if "reported" in check.saw]
        if not days or (statement.checks[0].on, label) > (max(days), self.fields["reported"] or ""):
            self.fields["reported"] = label

    def _yields(self, name: str, statement: Statement) -> bool:
        """Whether the record's value was only recalled and the statement's was read."""
        return self._is_recalled(name) and not _recalls(statement, name)

    def _answers(self, name: str, statement: Statement) -> bool:
        """Whether the statement can contradict the record's value: memory can not contradict what was read."""
        return self._is_recalled(name) or not _recalls(statement, name)

    def _is_recalled(self, name: str) -> bool:
        vouching = [check for check in self.checks if name in check.saw or not check.saw]
        return bool(vouching) and all(check.kind is Evidence.RECALLED for check in vouching)

    def _replace(self, relation: Replacement) -> None:
        own = self.replaces.get(relation.edition)
        if own is None or (isinstance(own, str) and relation.extent == "partial"):
            # of two claims the narrower one stays: a page that says 部分代替 looked closer
            self.replaces[relation.edition] = relation if relation.extent == "partial" else relation.edition

    def _sorted_replaces(self) -> tuple[Replacement | str, ...]:
        old = [canonical(one.edition) for one in self.old.replacements]
        if old != sorted(old):
            return tuple(self.replaces.values())
        return tuple(self.replaces[key] for key in sorted(self.replaces))

    def _amend(self, amendment: Amendment) -> None:
        own = {one.number: one for one in self.fields["amendments"]}
        if amendment.number not in own or own[amendment.number].effective is None:
            own[amendment.number] = amendment
        self.fields["amendments"] = tuple(own.values())

    def _check(self, check: Check) -> None:
        for index, own in enumerate(self.checks):
            same = (own.source, own.kind, own.on) == (check.source, check.kind, check.on)
            if same and all(own.found.get(name, value) == value for name, value in check.found.items()):
                self.checks[index] = _joined(own, check)
                return
        order = [_check_order(own) for own in self.checks]
        is_sorted = order == sorted(order)
        position = sum(own < _check_order(check) for own in order) if is_sorted else len(order)
        self.checks.insert(position, check.model_copy(update={"saw": _in_order(check.saw)}))

    def _vouching(self) -> list[Check]:
        """The readings; memory vouches only for what was read nowhere."""
        read = {name for check in self.checks if check.kind is not Evidence.RECALLED for name in check.saw}
        kept = []
        for check in self.checks:
            if check.kind is Evidence.RECALLED and read & set(check.saw):
                saw = tuple(name for name in check.saw if name not in read)
                found = {name: value for name, value in check.found.items() if name not in read}
                check = check.model_copy(update={"saw": saw, "found": found})
                if not check.saw:
                    continue
            kept.append(check)
        return kept


def by_year(edition: str) -> tuple[str, str]:
    """A key that puts editions of one standard in the order of their years."""
    found = _YEAR.search(edition)
    return (found[1] if found else "", edition)


def same_title(one: str, other: str) -> bool:
    """Whether two titles differ at most in spaces and punctuation, which sources set as they like."""
    return _MARKS.sub("", one).casefold() == _MARKS.sub("", other).casefold()


def _tells_more(one: PartialDate | Literal[True], other: PartialDate | Literal[True]) -> bool:
    """Whether `one` may be the same day as `other`, told more exactly."""
    if one is True or other is True:
        return other is True
    return other.earliest <= one.earliest and one.latest <= other.latest


def _bearer(checks: Sequence[Check], name: str) -> int:
    """Which of a statement's readings gave this field."""
    return next((index for index, check in enumerate(checks) if name in check.saw), 0)


def _recalls(statement: Statement, name: str) -> bool:
    vouching = [check for check in statement.checks if name in check.saw]
    return all(check.kind is Evidence.RECALLED for check in vouching)


def _joined(own: Check, new: Check) -> Check:
    """Two entries of one reading as one."""
    if not own.saw or (set(new.saw) <= set(own.saw) and not new.found and new.note in (None, own.note)):
        saw = own.saw
    else:
        saw = _in_order({*own.saw, *new.saw})
    note = own.note or new.note
    if own.note and new.note and new.note not in own.note:
        note = " ; ".join(sorted((own.note, new.note)))
    told = {"saw": saw, "found": {**own.found, **new.found}, "doubt": own.doubt or new.doubt, "note": note}
    return own.model_copy(update=told)


def _in_order(fields: Iterable[str]) -> tuple[str, ...]:
    found = set(fields)
    return (*(name for name in SAW_ORDER if name in found), *sorted(found - set(SAW_ORDER)))


def _check_order(check: Check) -> tuple[int, int, str]:
    return -check.on.toordinal(), _BEST_FIRST.index(check.kind), check.source
