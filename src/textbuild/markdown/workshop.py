"""`[@workshop:id]` alone in its paragraph: the virtual workshop itself stands there."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from textbuild.model.citation import Reference

KIND = "workshop:"


def install(md: MarkdownIt) -> None:
    md.core.ruler.before("footnote_tail", "workshops", _make_workshops)


def _make_workshops(state: StateCore) -> None:
    kept: list[Token] = []
    for token in state.tokens:
        kept.append(token)
        if token.type == "paragraph_close" and token.level == 0 and len(kept) >= 3:
            opening, inline = kept[-3:-1]
            if (reference := _alone(inline)) is not None:
                meta = {"reference": reference}
                written = f"[@{reference.target}]"
                kept[-3:] = [Token("workshop", "section", 0, map=opening.map, content=written, block=True, meta=meta)]
    state.tokens = kept


def _alone(inline: Token) -> Reference | None:
    children = inline.children or []
    if len(children) != 1 or children[0].type != "reference":
        return None
    reference: Reference | None = children[0].meta.get("reference")
    return reference if reference is not None and reference.target.startswith(KIND) else None
