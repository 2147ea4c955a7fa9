"""Looks at a program in structured text (IEC 61131-3): its blocks close, its variables are declared."""

from __future__ import annotations

import re
from collections.abc import Iterator

_COMMENT = re.compile(r"\(\*.*?\*\)|//[^\n]*", re.DOTALL)
_TEXT = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"")
_TIME = re.compile(r"\bT(?:IME)?#[0-9a-z_.]+", re.IGNORECASE)
_OPENS = (
    "PROGRAM", "FUNCTION_BLOCK", "FUNCTION", "VAR", "VAR_INPUT", "VAR_OUTPUT", "VAR_IN_OUT", "VAR_GLOBAL", "VAR_TEMP",
    "IF", "CASE", "FOR", "WHILE", "REPEAT", "TYPE", "STRUCT",
)  # fmt: skip
_WORD = re.compile(r"\b[A-Za-z_]\w*\b")
_DECLARED = re.compile(r"^\s*(\w+(?:\s*,\s*\w+)*)\s*(?:AT\s*%\S+\s*)?:(?!=)", re.MULTILINE)
_ASSIGNED = re.compile(r"(?:^|[;\n]|\bTHEN\b|\bELSE\b|\bDO\b|:)\s*(\w+)(?:\.\w+|\[[^\]]*\])*\s*:=")


def faults(program: str) -> Iterator[str]:
    """Blocks that do not close in their order, and variables that are set but not declared."""
    text = _TIME.sub("", _TEXT.sub("", _COMMENT.sub("", program)))
    yield from _unclosed(text)
    declarations = "\n".join(re.findall(r"\bVAR\w*\b(.*?)\bEND_VAR\b", text, re.DOTALL))
    declared = {name.strip() for names in _DECLARED.findall(declarations) for name in names.split(",")}
    body = re.sub(r"\bVAR\w*\b.*?\bEND_VAR\b", "", text, flags=re.DOTALL)
    if declared:
        for name in sorted(set(_ASSIGNED.findall(body)) - declared):
            yield f"{name} is set but not declared"


def _unclosed(text: str) -> Iterator[str]:
    opened: list[str] = []
    for word in _WORD.findall(text):
        if word in _OPENS:
            opened.append(word)
        elif word.startswith("END_"):
            kind = word.removeprefix("END_")
            if not opened or not opened.pop().startswith(kind):
                yield f"{word} closes nothing"
    if opened:
        yield f"not closed: {', '.join(opened)}"
