"""The report for people at a terminal: each finding with its code frame, then a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from textbuild.diagnostics.diagnostic import Diagnostic, Rule, Severity
from textbuild.diagnostics.formats.frame import frame, visible
from textbuild.diagnostics.message import Message, msg
from textbuild.diagnostics.report import Report
from textbuild.diagnostics.translate import Translator

_WORDS: Mapping[Severity, Message] = {
    Severity.ERROR: msg("error"),
    Severity.WARNING: msg("warning"),
    Severity.HINT: msg("hint"),
}
_COLOURS: Mapping[Severity, str] = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.HINT: "1;36"}

MOST = 20
"""Warnings and hints of one rule that are shown one by one: an error must not drown among them."""


def render(report: Report, translate: Translator, *, colour: bool = False) -> str:
    """Plain text, ending with a line end; `colour` adds ANSI colours."""
    shown, left_out = _shown(report.diagnostics)
    findings = "".join(_finding(one, report, translate, colour) + "\n" for one in shown)
    findings += "".join(f"{line}\n\n" for line in _left_out(left_out, translate, colour))
    return findings + "".join(visible(line) + "\n" for line in _summary(report, translate))


def _shown(diagnostics: Iterable[Diagnostic]) -> tuple[list[Diagnostic], Counter[Rule]]:
    """All errors, the first warnings and hints of each rule, and how many of each rule are left out."""
    met: Counter[Rule] = Counter()
    shown: list[Diagnostic] = []
    for one in diagnostics:
        met[one.rule] += 1
        if one.rule.severity is Severity.ERROR or met[one.rule] <= MOST:
            shown.append(one)
    return shown, Counter(
        {rule: n - MOST for rule, n in met.items() if n > MOST and rule.severity is not Severity.ERROR}
    )


def _left_out(left_out: Counter[Rule], translate: Translator, colour: bool) -> Iterator[str]:
    for rule, count in left_out.items():
        head = _paint(f"{translate(_WORDS[rule.severity])}[{rule.code}]", _COLOURS[rule.severity], colour)
        rest = msg("{count} more ({summary}); `--format json` lists all", count=count, summary=rule.summary)
        yield f"{head}: {visible(translate(rest))}"


def _finding(one: Diagnostic, report: Report, translate: Translator, colour: bool) -> str:
    style = _COLOURS[one.rule.severity]
    head = _paint(f"{translate(_WORDS[one.rule.severity])}[{one.rule.code}]", style, colour)
    lines = [f"{head}: {_paint(visible(translate(one.message)), '1', colour)}"]
    gutter = " " * len(str(one.span.line))
    lines.append(f"{gutter}--> {visible(one.span.path)}:{one.span.line}:{one.span.column}")
    lines += _frame(one, report, gutter, style, colour)
    if one.help:
        lines.append(f"{gutter} = {visible(translate(msg('help: {help}', help=one.help)))}")
    return "".join(line + "\n" for line in lines)


def _frame(one: Diagnostic, report: Report, gutter: str, style: str, colour: bool) -> Iterator[str]:
    source = report.sources(one.span.path)
    shown = frame(source, one.span) if source is not None else None
    if shown is None:
        return
    line, marks = shown
    yield f"{gutter} |"
    yield f"{one.span.line} | {line}"
    yield f"{gutter} | {marks[: -len(marks.lstrip())]}{_paint(marks.lstrip(), style, colour)}"


def _summary(report: Report, translate: Translator) -> Iterator[str]:
    counts = {
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "hints": report.count(Severity.HINT),
    }
    if report.diagnostics:
        yield translate(msg("Errors: {errors}, warnings: {warnings}, hints: {hints}", **counts))
    else:
        yield translate(msg("Nothing found"))
    checked = msg(
        "Checked as of {day}: books {books}, modules {modules}, standards {standards}",
        day=report.as_of,
        books=report.books,
        modules=report.modules,
        standards=report.standards,
    )
    yield translate(checked)
    if report.known_on:
        yield translate(msg("By the records as they were known on {day}", day=report.known_on))
    if fixable := sum(one.fix is not None for one in report.diagnostics):
        yield translate(msg("`textbuild check --fix` can mend {count} of them", count=fixable))
    if report.diagnostics:
        worst = min(report.diagnostics, key=lambda one: list(Severity).index(one.rule.severity))
        yield translate(msg("`textbuild explain {code}` tells more of a rule", code=worst.rule.code))


def _paint(text: str, style: str, colour: bool) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if colour and text else text
