"""A number is written in another form than books print it.

What it finds: `GB 38031-2020`, `GB38031—2020`, `GBT 18384.1-2015` in running text, where the printed form is
`GB 38031—2020`: a space after the code and the long dash before the year, as GB/T 1.1 has it. Front matter and
`[@GB 38031-2020]` take the form of the records and are not looked at.

Why it matters: a reader searches for what is printed, and an editor would have to correct it by hand.

What to do: run `textbuild check --fix`.
"""

from __future__ import annotations

from collections.abc import Iterator

from textbuild.check.cited import written
from textbuild.diagnostics import Diagnostic, Fix, Rule, Severity, msg
from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.model.citation import Citation
from textbuild.model.span import Span
from textbuild.model.standard_number import find_all

RULE = Rule("TB207", "citation-form", Severity.HINT, msg("a number that is not in the printed form"))


def check(module: LinkedModule, book: LinkedBook, linked: LinkedLibrary) -> Iterator[Diagnostic]:
    if book.book.exempt:
        return
    for resolved in module.citations:
        citation = resolved.citation
        if citation.text.startswith("[@"):
            continue
        for number, span in _other_form(citation):
            form = citation.number.printed
            message = msg("{written} is printed as {form}", written=number, form=form)
            help_ = msg("write {form}; `textbuild check --fix` does it", form=form)
            fix = Fix(form) if written(span, module) == number else None
            yield Diagnostic(RULE, span, message, help_, fix, book.book.id)


def _other_form(citation: Citation) -> Iterator[tuple[str, Span]]:
    """The number within the citation as written, if it is not in the printed form: its clause stays as it is."""
    if citation.text == citation.number.printed:
        return
    mention = next(iter(find_all(citation.text)), None)
    if mention is not None and not mention.canonical_form:
        place = citation.span
        number = citation.text[mention.start : mention.number_end]
        yield number, Span.at(place.path, place.line, place.column + mention.start, len(number))
