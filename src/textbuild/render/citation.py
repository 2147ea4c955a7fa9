"""A standard named in the text: a link that tells what the standard is worth on the day."""

from __future__ import annotations

from html import escape

from markdown_it.token import Token

from textbuild.diagnostics.translate import translator
from textbuild.link.resolve import ResolvedCitation
from textbuild.link.verdict import Status, Verdict
from textbuild.model.citation import Citation
from textbuild.model.standard_number import canonical, printed
from textbuild.render.page import Page, classes
from textbuild.render.typography import unbroken
from textbuild.render.words import GLYPHS, Words


def citation(token: Token, page: Page) -> str:
    """HTML of a mention, as its author wrote it."""
    written: Citation = token.meta["citation"]
    resolved = page.citations.get(written.span, ResolvedCitation(written))
    first = resolved.citation.span in page.first_citations
    return linked(resolved, words(token, page), page, first)


def words(token: Token, page: Page) -> str:
    """The mention as text. The explicit forms in brackets are spelled out."""
    written: Citation = token.meta["citation"]
    if not token.content.startswith("["):
        return token.content
    locator = page.words.clause.format(n=written.locator) if written.locator else ""
    return written.number.printed + locator


def linked(resolved: ResolvedCitation, text: str, page: Page, first: bool = False) -> str:
    """A link to the standard with `text` as its words. `first`: the first mention, which print marks with a number."""
    verdict = resolved.verdict
    names = ["tb-citation", "tb-historical" if resolved.citation.historical else "", "tb-first" if first else ""]
    status = verdict.status.value if verdict else "unknown"
    data = f' data-verdict="{status}"'
    href = page.addresses.standard(resolved)
    if page.medium != "print":
        data += _told(resolved, text, page, href is not None)
    shown = f"{escape(unbroken(text) if page.medium == 'print' else text, quote=False)}{sign(verdict, page)}"
    if href is None:
        return f"<span{classes(*names)}{data}>{shown}</span>"
    return f'<a{classes(*names)} href="{escape(href)}"{data}>{shown}</a>'


def sign(verdict: Verdict | None, page: Page) -> str:
    """The verdict in its smallest form: a glyph on screens; in print a word, if it is not current."""
    if page.medium == "print":
        if verdict is not None and verdict.status is Status.CURRENT:
            return ""
        word = page.words.verdict(verdict.status) if verdict else page.words.unknown
        return f'<span class="tb-verdict">{word}</span>'
    glyph = GLYPHS[verdict.status.value] if verdict else "?"
    return f'<span class="tb-verdict" aria-hidden="true">{glyph}</span>'


def explain(verdict: Verdict | None, words: Words) -> str:
    """The verdict in words: status, day, successors."""
    if verdict is None:
        return words.unknown
    parts = [words.verdict(verdict.status)]
    if verdict.since is not None:
        since = words.published if verdict.status is Status.UPCOMING else words.since
        parts.append(since.format(day=verdict.since))
    if verdict.successors:
        parts.append(words.replaced_by.format(text="、".join(printed(edition) for edition in verdict.successors)))
    return words.comma.join(parts)


def title_of(resolved: ResolvedCitation) -> str:
    """The title of the edition meant, else of the standard; empty if unknown or if several are meant."""
    if len(resolved.standards) != 1:
        return ""
    standard = resolved.standards[0].value
    for edition in standard.editions:
        if resolved.edition is not None and canonical(edition.edition) == resolved.edition and edition.title:
            return edition.title
    return standard.title or ""


def _told(resolved: ResolvedCitation, text: str, page: Page, is_link: bool) -> str:
    """What pointer, screen reader and script get to know."""
    verdict, title = resolved.verdict, title_of(resolved)
    edition = printed(resolved.edition) if resolved.edition else ""
    told = explain(verdict, page.words)
    whole = f"{edition or text}{page.words.title.format(text=title) if title else ''}"
    html = f' title="{escape(whole)}：{escape(told)}"'
    if is_link:
        html += f' aria-label="{escape(text)}{page.words.comma}{escape(told)}"'
    if edition:
        html += f' data-edition="{escape(edition)}"'
    if verdict and verdict.since:
        html += f' data-since="{verdict.since}"'
    if verdict and verdict.successors:
        html += f' data-successors="{escape("、".join(printed(one) for one in verdict.successors))}"'
    if verdict and page.medium == "site":
        html += _to_come(verdict, page.words)
    return html + (f' data-title="{escape(title)}"' if title else "")


def _to_come(verdict: Verdict, words: Words) -> str:
    """For the script: the notes, one a line, and how the edition will end."""
    say = translator(words.language)
    html = f' data-notes="{"&#10;".join(escape(say(note)) for note in verdict.notes)}"' if verdict.notes else ""
    if verdict.ending:
        heirs = "、".join(printed(one) for one in verdict.ending.successors)
        html += f' data-ends="{verdict.ending.day}" data-heirs="{escape(heirs)}"'
    return html
