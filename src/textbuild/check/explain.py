"""A rule's page: what it finds, why that matters, what to do, and an example."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from types import ModuleType

from textbuild.check.examples import example_text, page_name
from textbuild.check.rules import RULE_FILES
from textbuild.diagnostics import Severity, msg
from textbuild.diagnostics.translate import Language, Translator, translator

_SEVERITIES = {
    Severity.ERROR: msg("Severity: error. The book that it is in is not built."),
    Severity.WARNING: msg("Severity: warning. The book is built."),
    Severity.HINT: msg("Severity: hint. The book is built."),
}
_ABSENT = re.compile(r'```absent title="([^"]*)"')
_FINDING = re.compile(r"^(\S+:\d+:\d+ TB\d{3}) .*$", re.MULTILINE)
"""What follows the code is the message in English."""
_HEADINGS = {"Bad": msg("Found"), "Good": msg("Mended")}


def page(code: str, language: Language) -> str | None:
    """The page of the rule with this code as Markdown; None if no rule has it. Small letters will do."""
    file = next((file for file in RULE_FILES if file.RULE.code == code.strip().upper()), None)
    return None if file is None else _page(file, translator(language))


def pages(language: Language) -> dict[str, str]:
    """The pages of all rules by name (`TB202-citation-superseded.md`), in the order of their codes."""
    files = sorted(RULE_FILES, key=lambda file: str(file.RULE.code))
    return {f"{page_name(file.RULE)}.md": _page(file, translator(language)) for file in files}


def paragraphs(file: ModuleType) -> tuple[str, ...]:
    """The paragraphs of a rule's docstring, each on one line: these are keys of the catalogues."""
    text = inspect.cleandoc(file.__doc__ or "")
    return tuple(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def _page(file: ModuleType, translate: Translator) -> str:
    rule = file.RULE
    parts = [f"# {rule.code} {rule.name}", *(translate.text(paragraph) for paragraph in paragraphs(file))]
    parts.append(translate(_SEVERITIES[rule.severity]))
    parts += _example(example_text(rule), translate)
    return "\n\n".join(parts).rstrip("\n") + "\n"


def _example(text: str | None, translate: Translator) -> Iterator[str]:
    for block in (text or "").split("\n\n"):
        if block.startswith("## ") and block.removeprefix("## ").strip() in _HEADINGS:
            yield f"## {translate(_HEADINGS[block.removeprefix('## ').strip()])}"
        elif absent := _ABSENT.match(block):
            yield translate(msg("`{path}` is missing.", path=absent[1]))
        else:
            shown = block.replace("```gbk", "```markdown")
            yield shown if translate.language == "en" else _FINDING.sub(r"\1", shown)
