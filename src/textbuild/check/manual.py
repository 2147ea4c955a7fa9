"""The rule reference of the manual, made from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.check.examples import page_name
from textbuild.check.explain import pages
from textbuild.check.rules import ALL
from textbuild.diagnostics import Severity, msg
from textbuild.diagnostics.translate import Language, Translator, translator

_WORDS = {Severity.ERROR: msg("error"), Severity.WARNING: msg("warning"), Severity.HINT: msg("hint")}


def rule_pages(language: Language) -> dict[str, str]:
    """Every page of `books/handbook/rules/` by its file name: an index and one page a rule."""
    return {"index.md": "\n".join(_index(translator(language))) + "\n", **pages(language)}


def _index(translate: Translator) -> Iterator[str]:
    yield f"# {translate(msg('Rules'))}"
    yield ""
    yield translate(
        msg(
            "Everything that `textbuild check` can find. Errors stop the book they are in; warnings and hints do not. "
            "`textbuild explain CODE` shows a rule's page in the terminal."
        )
    )
    yield ""
    heads = (msg("Code"), msg("Name"), msg("Finds"), msg("Severity"))
    yield "| " + " | ".join(map(translate, heads)) + " |"
    yield "|---|---|---|---|"
    for rule in ALL:
        link = f"[{rule.code}]({page_name(rule)}.md)"
        yield f"| {link} | {rule.name} | {translate(rule.summary)} | {translate(_WORDS[rule.severity])} |"
