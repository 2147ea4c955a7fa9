"""Where a formula within a line may be broken: before a relation, as books do, `t = RC ln 2` · `= 0.69 s`."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|.", re.DOTALL)
_RELATIONS = frozenset(
    ("=", "<", ">", r"\approx", r"\le", r"\ge", r"\leq", r"\geq", r"\ne", r"\neq", r"\sim", r"\to", r"\Rightarrow")
)
_OPENING = frozenset(("{", "(", "[", r"\left", r"\begin", r"\{"))
_CLOSING = frozenset(("}", ")", "]", r"\right", r"\end", r"\}"))
_SWITCHES = frozenset(
    (r"\color", r"\displaystyle", r"\textstyle", r"\scriptstyle", r"\rm", r"\bf", r"\it", r"\sf", r"\tt", r"\not")
)
_SHORT = 12
"""Signs. What is not longer is not broken."""


def pieces(tex: str) -> tuple[str, ...]:
    """The parts of a formula, which give it again when they are joined; the whole where it is best left whole.

    No part begins inside of braces or brackets, after a lone sign (`U = IR`), or after a command that changes all that
    follows it.
    """
    tokens = _TOKEN.findall(tex)
    if len(tokens) <= _SHORT or _SWITCHES.intersection(tokens):
        return (tex,)
    parts, depth, before = [""], 0, ""
    for token in tokens:
        if token in _RELATIONS and depth == 0 and len(parts[-1].strip()) > 1 and before not in ("^", "_"):
            parts.append("")
        parts[-1] += token
        depth += (token in _OPENING) - (token in _CLOSING)
        before = token.strip() or before
    return tuple(parts) if depth == 0 else (tex,)


def drawn_alone(piece: str) -> str:
    """A part as a formula by itself: a relation keeps its space on both sides."""
    return "{}" + piece if _TOKEN.match(piece) and _TOKEN.findall(piece)[0] in _RELATIONS else piece
