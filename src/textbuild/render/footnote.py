"""Footnotes: at the module's end on screens, at the foot of the page in print."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from textbuild.render.page import Page


def mark(token: Token, page: Page) -> str:
    """The mark in the text; in print the note itself, which the layout moves to the foot of the page."""
    note, again = int(token.meta["id"]), int(token.meta.get("subId", 0))
    if page.medium == "print":
        name = f"{page.prefix}fn-{note + 1}"
        if again:
            return f'<a class="tb-footnote-again" href="#{name}"></a>'
        return f'<span class="tb-footnote" id="{name}">{page.notes.get(note, "")}</span>'
    return (
        f'<sup id="{mark_name(token, page)}">'
        f'<a class="footnote-ref" href="{page.here}#{page.prefix}fn:{note + 1}">{note + 1}</a></sup>'
    )


def mark_name(token: Token, page: Page) -> str:
    """The id of a mark, to which its note leads back."""
    note, again = int(token.meta["id"]), int(token.meta.get("subId", 0))
    return f"{page.prefix}fnref:{note + 1}" + (f":{again + 1}" if again else "")


def note_blocks(tokens: Sequence[Token]) -> dict[int, list[Token]]:
    """The tokens of each footnote, without the tokens that frame it."""
    notes: dict[int, list[Token]] = {}
    current: list[Token] | None = None
    for token in tokens:
        if token.type == "footnote_open":
            current = notes.setdefault(int(token.meta["id"]), [])
        elif token.type == "footnote_close":
            current = None
        elif current is not None and token.type != "footnote_anchor":
            current.append(token)
    return notes


def open_block(tokens: Sequence[Token], index: int, page: Page) -> str:
    return '<div class="footnote">\n<hr>\n<ol>\n'


def close_block(tokens: Sequence[Token], index: int, page: Page) -> str:
    return "</ol>\n</div>\n"


def open_note(tokens: Sequence[Token], index: int, page: Page) -> str:
    return f'<li id="{page.prefix}fn:{int(tokens[index].meta["id"]) + 1}">\n'


def close_note(tokens: Sequence[Token], index: int, page: Page) -> str:
    return "</li>\n"


def back_link(tokens: Sequence[Token], index: int, page: Page) -> str:
    """The way back to the text, for each place that has the mark."""
    target = f"#{mark_name(tokens[index], page)}"
    words = page.words.back
    return f'&#160;<a class="footnote-backref" href="{target}" title="{words}" aria-label="{words}">&#8617;</a>'
