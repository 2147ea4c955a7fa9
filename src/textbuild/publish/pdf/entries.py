"""Where a chapter asks for a pen, a field: blanks, empty cells, boxes and the marks of questions."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from textbuild.publish.pdf.markup import Edit, Markup, edited

SEPARATOR = "|"
"""Between the parts of a field's name on its way to `fields`: kind, name, value."""
_BLOCKS = frozenset(["p", "li", "td", "th", "dd", "dt", "div", "h2", "h3", "h4", "caption"])
SHARED = frozenset({"班级", "姓名", "学号"})
"""Asked on each work sheet, and the same on all: filled in once."""
_STOPS = " \n\u00a0，、。；：:—,="
_TELLING = 2
"""Signs: fewer, like a unit, do not say what the next blank is for."""
_NEXT = "，下一空"
_LONGEST = 40
"""Signs of a description that is read out."""


@dataclass(slots=True)
class _Open:
    """A place for a field, whose description may still follow."""

    start: int
    end: int
    kind: str
    name: str
    value: str = ""
    label: str = ""
    cell: bool = False
    """Whether it takes all of a table's cell."""


@dataclass(slots=True)
class _Table:
    heads: list[str] = field(default_factory=list)
    row: list[str] = field(default_factory=list)


def with_fields(html: str, code: str) -> str:
    """The HTML with `<input>` in each such place. `code`: of the module, with which the fields' names begin.

    All are check boxes to WeasyPrint, which asks for no font then; `fields` makes of them what their names say. The
    title is the description that screen readers read: the row and column of a cell, the words before a blank.
    """
    reader = _Entries(html, code)
    reader.read()
    return edited(html, [_input(one) for one in reader.found])


def _input(one: _Open) -> Edit:
    name = SEPARATOR.join((one.kind, one.name.replace(".", "-").replace(SEPARATOR, "-"), one.value))
    label = " ".join(one.label.split())[-_LONGEST:] or one.name
    classes = f"tb-field {one.kind}{' cell' if one.cell else ''}"
    html = f'<input class="{classes}" type="checkbox" name="{escape(name)}" title="{escape(label)}">'
    return one.start, one.end, html


class _Entries(Markup):
    def __init__(self, html: str, code: str) -> None:
        super().__init__(html)
        self.found: list[_Open] = []
        self._code, self._count = code, 0
        self._text = ""
        """Of the block since the last field in it."""
        self._last = ""
        """The description of that field."""
        self._tables: list[_Table] = []
        self._cell: int | None = None
        """Where the content of a cell begins in which there is nothing so far."""
        self._before_cell, self._worded = 0, False
        """How many fields there were before the cell, and whether it has words."""
        self._inside: _Open | None = None
        self._waiting: _Open | None = None
        self._question, self._options, self._quiz = "", 0, -1

    def opened(self, tag: str, attributes: dict[str, str]) -> None:
        classes = attributes.get("class", "").split()
        if tag in _BLOCKS:
            self._described()
            self._text = self._last = ""
        if tag == "table":
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].row = []
        if tag == "td":
            self._cell, self._before_cell, self._worded = self.after, len(self.found), False
        elif tag != "a":
            self._cell = None
        if "tb-quiz" in classes:
            self._quiz = self.depth
        elif "tb-quiz-head" in classes:
            self._options = 0
        elif "tb-see-answer" in classes:
            self._question = self._text.strip()
        self._place(tag, classes)

    def _place(self, tag: str, classes: list[str]) -> None:
        """Opens a field where the element stands for one."""
        if tag == "div" and "tb-room" in classes:
            self._open("area", self._question)
        elif tag == "span" and classes[:1] in (["tb-gap"], ["tb-blank"]):
            self._open("text", self._before())
            self._text, self._last = "", self.found[-1].label
        elif tag == "span" and "tb-box" in classes:
            self._waiting = self._open("check", "", "on" if "tb-checked" in classes else "")
        elif tag == "span" and "tb-mark" in classes:
            self._inside = _Open(self.at, self.after, "mark", "")

    def _open(self, kind: str, label: str, value: str = "") -> _Open:
        self._count += 1
        self._inside = _Open(self.at, self.after, kind, f"{self._code}-{self._count}", value, label)
        self.found.append(self._inside)
        return self._inside

    def _before(self) -> str:
        """What a blank is to be called: the row and column it stands in, and the words before it."""
        words = self._text.strip(_STOPS)
        if self._last and len(words) < _TELLING:
            return f"{self._last}{_NEXT}"
        if not self._tables:
            return f"{self._question} {words}".strip()
        table = self._tables[-1]
        column = table.heads[len(table.row)] if len(table.row) < len(table.heads) else ""
        return " ".join((*table.row[:1], column, words))

    def handle_data(self, data: str) -> None:
        if self._inside is not None:
            if self._inside.kind == "mark" and data.strip() in ("○", "□"):
                self._option(data.strip())
            return
        self._text += data
        if data.strip():
            self._cell, self._worded = None, True

    def _option(self, mark: str) -> None:
        """One of a question's answers: of several rounds only one is ticked."""
        assert self._inside is not None, "called within a mark"
        self._options += 1
        letter = chr(ord("A") + (self._options - 1) % 26)
        if self._options == 1:
            self._count += 1
        name = f"{self._code}-{self._count}"
        kind, name, value = ("choice", name, letter) if mark == "○" else ("check", f"{name}{letter}", "")
        self._inside.kind, self._inside.name, self._inside.value = kind, name, value
        self._inside.label = self._question
        self.found.append(self._inside)
        self._waiting = self._inside

    def closed(self, tag: str) -> None:
        if self._inside is not None and tag in ("span", "div"):
            self._inside.end, self._inside = self.after, None
            return
        if tag == "div" and self.depth == self._quiz:
            self._quiz, self._question = -1, ""
        elif tag in ("td", "th") and self._tables:
            self._close_cell()
        if tag in _BLOCKS:
            self._described()
        if tag == "thead" and self._tables:
            self._tables[-1].heads = self._tables[-1].row
        elif tag == "table" and self._tables:
            self._tables.pop()

    def _close_cell(self) -> None:
        row = self._tables[-1].row
        alone = self.found[self._before_cell :]
        if self._cell is not None:
            before = row[-1] if row else ""
            one = self._open("text", self._before() if self._tables[-1].heads else before)
            one.start = one.end = self._cell
            if before in SHARED:
                one.name = before
            self._inside = self._cell = None
            alone = [one]
        if len(alone) == 1 and alone[0].kind == "text" and not self._text.strip() and not self._worded:
            alone[0].cell = True
        row.append(self._text.strip())

    def _described(self) -> None:
        """The words after a box or a mark say what it is for."""
        if self._waiting is not None and self._text.strip():
            self._waiting.label = f"{self._waiting.label} {self._text.strip()}".strip()
            self._waiting = None
