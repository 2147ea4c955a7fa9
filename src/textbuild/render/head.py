"""What stands at the top of a module: the label of generated content, and the standards it is written to."""

from __future__ import annotations

from datetime import date
from html import escape

from textbuild.diagnostics.translate import translator
from textbuild.link.resolve import ResolvedCitation
from textbuild.model.standard_number import printed
from textbuild.render.citation import explain, linked, title_of
from textbuild.render.ending import ended, to_end
from textbuild.render.foreign import tagged
from textbuild.render.page import Page


def head(basis: tuple[ResolvedCitation, ...], day: date | None, generated: bool, page: Page) -> str:
    """HTML. `day` is the day for which the verdicts hold. The label follows GB 45438-2025."""
    label = f'<p class="tb-ai-label">{page.words.ai_label}</p>\n' if generated else ""
    return label + (_basis(basis, day, page) if basis else "")


def basis_words(basis: tuple[ResolvedCitation, ...], page: Page) -> str:
    """Numbers and titles of the standards that the module is written to, one a line, for search."""
    return "\n".join(f"{_number(one)}{page.words.title.format(text=title_of(one) or '')}" for one in basis)


def _basis(basis: tuple[ResolvedCitation, ...], day: date | None, page: Page) -> str:
    checked = f'<span class="tb-day">{page.words.checked_on.format(day=day)}</span>' if day else ""
    entries = "".join(f"<li>{_entry(resolved, page)}</li>\n" for resolved in basis)
    title = f'<p class="tb-basis-title">{page.words.basis} {checked}</p>'
    box = f"{title}\n<ul>\n{entries}</ul>\n"
    if page.medium != "site" or day is None:
        return f'<div class="tb-basis">\n{box}</div>\n'
    checked_box = f'<div class="tb-basis" data-tb-checked="{day}">\n{box}</div>\n'
    return ended(basis, day, page) + checked_box + to_end(basis, day, page)


def _entry(resolved: ResolvedCitation, page: Page) -> str:
    verdict = resolved.verdict
    title = title_of(resolved)
    named = page.words.title.format(text=tagged(title)) if title else ""
    say = translator(page.words.language)
    told_notes = [escape(say(note)) for note in (verdict.notes if verdict else ())]
    notes = "".join(f'<br><small class="tb-note">{note}</small>' for note in told_notes)
    status = verdict.status.value if verdict else "unknown"
    told = f'<span class="tb-told" data-verdict="{status}">{escape(explain(verdict, page.words))}</span>'
    return f"{linked(resolved, _number(resolved), page)}{named} {told}{notes}"


def _number(resolved: ResolvedCitation) -> str:
    return printed(resolved.edition) if resolved.edition else resolved.citation.number.printed
