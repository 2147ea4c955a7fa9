"""`[@fig-x]`, `[@job:…#A1]`: an explicit mention as a link with the words that a reader needs."""

from __future__ import annotations

from html import escape

from markdown_it.token import Token

from textbuild.link.resolve import ResolvedReference
from textbuild.model.citation import Reference
from textbuild.render.page import Page, classes
from textbuild.render.typography import unbroken


def reference(token: Token, page: Page) -> str:
    """HTML of a mention; what nothing answers to stays as written."""
    resolved = _resolved(token, page)
    href = _address(resolved, page)
    text = words(token, page)
    if page.medium == "print" and resolved.anchor is not None:
        text = unbroken(text)
    text = escape(text, quote=False)
    if href is None:
        return f'<span class="tb-reference">{text}</span>'
    kind = resolved.anchor.kind if resolved.anchor else resolved.kind or ""
    return f'<a{classes("tb-reference", f"tb-to-{kind}")} href="{escape(href)}">{text}</a>'


def words(token: Token, page: Page) -> str:
    """`图 1-2`, `“实施步骤”`, `A1 高压防护与下电验电`."""
    resolved = _resolved(token, page)
    if resolved.record is not None and resolved.kind is not None:
        return f"{resolved.part.id} {resolved.part.title}" if resolved.part else resolved.record.value.title
    if resolved.anchor is None or resolved.module is None:
        return token.content
    number = page.numbering.labels.get((resolved.module, resolved.anchor.id))
    if number is not None:
        template: str = getattr(page.words, number.kind)
        return template.format(n=number.text)
    title = page.headings.get(resolved.anchor.id) if resolved.module == page.path else None
    return page.words.section.format(text=title) if title else token.content


def _resolved(token: Token, page: Page) -> ResolvedReference:
    written: Reference = token.meta["reference"]
    return page.references.get(written.span, ResolvedReference(written))


def _address(resolved: ResolvedReference, page: Page) -> str | None:
    if resolved.anchor is not None and resolved.module is not None:
        return page.addresses.module(resolved.module, resolved.anchor.id) or None
    return page.addresses.record(resolved) if resolved.kind in ("job", "process") else None
