"""The records of a class as a workbook: who read what and with which scores; which wrong answers were given."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from textbuild.diagnostics.translate import Language
from textbuild.model.learning import Activity, Event, LearningRecord
from textbuild.publish.coverage.plain_cell import is_formula, without_control

_HEADS: dict[Language, tuple[str, ...]] = {
    "zh": ("学习情况", "学生", "读完", "自测", "虚拟车间", "答题情况", "模块", "题目", "作答次数", "答错次数",
           "错误答案", "次数"),
    "en": ("students", "student", "read", "self-test", "workshop", "answers", "module", "question", "answered",
           "wrong", "wrong answer", "times"),
}  # fmt: skip
Cell = str | int | float | None


@dataclass(slots=True)
class Progress:
    """What one student did in one module; the best scores, as shares."""

    read: bool = False
    quiz: float | None = None
    workshop: float | None = None


@dataclass(slots=True)
class Answers:
    """All answers of a class to one question."""

    module: str
    name: str
    given: int = 0
    wrong: Counter[str] = field(default_factory=Counter)


def merged(records: Iterable[LearningRecord]) -> dict[str, tuple[Event, ...]]:
    """By student, sorted. A statement that stands in two files of a student counts once."""
    found: dict[str, dict[str, Event]] = {}
    for record in records:
        own = found.setdefault(record.student, {})
        for event in record.events:
            own.setdefault(event.id or f"{event.time} {event.object.id}", event)
    return {student: tuple(found[student].values()) for student in sorted(found)}


def progress(events: Iterable[Event]) -> dict[str, Progress]:
    """By the id of the module."""
    found: dict[str, Progress] = {}
    for event in events:
        one = found.setdefault(event.module.id, Progress())
        one.read = one.read or event.verb == "experienced"
        if event.verb == "completed" and event.score is not None:
            if event.kind == "assessment":
                one.quiz = max(one.quiz or 0, event.score)
            elif event.kind == "workshop":
                one.workshop = max(one.workshop or 0, event.score)
    return found


def answers(events: Iterable[Event]) -> dict[str, Answers]:
    """By the id of the question."""
    found: dict[str, Answers] = {}
    for event in events:
        if event.verb == "answered":
            one = found.setdefault(event.object.id, Answers(event.module.name, event.object.name))
            one.given += 1
            if event.success is False:
                one.wrong[event.response.replace("[,]", "、")] += 1
    return found


def workbook_of(records: Iterable[LearningRecord], language: Language) -> bytes:
    """An XLSX file with two sheets."""
    students = merged(records)
    all_events = [event for events in students.values() for event in events]
    heads = _HEADS[language]
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    _fill(workbook.create_sheet(heads[0]), _student_rows(students, _modules(all_events), heads), [18])
    _fill(workbook.create_sheet(heads[5]), _answer_rows(answers(all_events), heads), [28, 60, 10, 10, 30, 8])
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def _modules(events: Iterable[Event]) -> list[Activity]:
    found = {event.module.id: event.module for event in events}
    return [found[id_] for id_ in sorted(found)]


def _student_rows(
    students: dict[str, tuple[Event, ...]], modules: list[Activity], heads: Sequence[str]
) -> Iterable[list[Cell]]:
    yield [heads[1], *(f"{module.name}\n{head}" for module in modules for head in heads[2:5])]
    for student, events in students.items():
        found = progress(events)
        row: list[Cell] = [student]
        for module in modules:
            one = found.get(module.id, Progress())
            row += ["✓" if one.read else "", one.quiz, one.workshop]
        yield row


def _answer_rows(found: dict[str, Answers], heads: Sequence[str]) -> Iterable[list[Cell]]:
    yield list(heads[6:])
    for id_ in sorted(found):
        one = found[id_]
        first: list[Cell] = [one.module, one.name, one.given, one.wrong.total()]
        wrong = sorted(one.wrong.items(), key=lambda item: (-item[1], item[0]))
        for response, times in wrong or [("", 0)]:
            yield [*first, response, times or None]


def _fill(sheet: Worksheet, rows: Iterable[list[Cell]], widths: Sequence[int]) -> None:
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            cell = sheet.cell(row, column)
            if isinstance(value, str):
                cell.value = without_control(value)
                cell.data_type = "s"  # else what begins with `=` becomes a formula
                cell.quotePrefix = is_formula(value)
            elif value is not None:
                cell.value = value
                cell.number_format = "0%" if isinstance(value, float) else "0"
    for column in range(1, sheet.max_column + 1):
        head = sheet.cell(1, column)
        head.font, head.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(column)].width = widths[column - 1] if column <= len(widths) else 14
    sheet.freeze_panes = "B2"
