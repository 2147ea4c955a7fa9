"""Golden tests: what each construct makes of a text, as a short list of tokens.

`fixtures/<construct>.md` holds cases one after another: a title, the source between two lines of `.`, and the tokens
before a third. `UPDATE_FIXTURES=1 pytest tests/markdown/test_fixtures.py` writes them anew: read the difference.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from markdown_it.token import Token

from textbuild.markdown import parse
from textbuild.markdown.dialect import CONSTRUCTS
from textbuild.model.citation import Citation, Reference
from textbuild.model.quiz import Question

FIXTURES = Path(__file__).parent / "fixtures"
UPDATE = bool(os.environ.get("UPDATE_FIXTURES"))
_CASE = re.compile(r"(?P<title>[^\n]+)\n\.\n(?P<source>.*?)\n\.\n(?P<tokens>.*?)\.\n\n*", re.DOTALL)
_PLUMBING = {
    "map",
    "extent",
    "id_extent",
    "inline_text",
    "place",
    "id_place",
    "attributes_end",
    "text",
    "cited",
    "target",
    "opening",
    "parts",
}


def cases() -> Iterator[tuple[Path, str, str, str]]:
    for path in sorted(FIXTURES.glob("*.md")):
        for case in _CASE.finditer(path.read_text(encoding="utf-8")):
            yield path, case["title"], case["source"], case["tokens"]


@pytest.mark.parametrize(
    ("path", "title", "source", "tokens"), [pytest.param(*case, id=f"{case[0].stem}: {case[1]}") for case in cases()]
)
def test_case(path: Path, title: str, source: str, tokens: str) -> None:
    read = dump(source)
    if UPDATE:
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace(f"{title}\n.\n{source}\n.\n{tokens}.", f"{title}\n.\n{source}\n.\n{read}."), "utf-8"
        )
    else:
        assert read == tokens


def test_no_case_is_overlooked() -> None:
    for path in FIXTURES.glob("*.md"):
        assert _CASE.sub("", path.read_text(encoding="utf-8")) == "", f"{path} has text outside its cases"


def test_every_construct_has_cases() -> None:
    plumbing = {"inline_text", "limits", "first_character", "attributes"}
    constructs = {module.__name__.rpartition(".")[2] for module in CONSTRUCTS} - plumbing
    assert {path.stem for path in FIXTURES.glob("*.md")} == constructs


def dump(source: str) -> str:
    """The tokens, one a line: indented by level, with attributes and meaning; closing tokens are left out."""
    return "".join(
        f"{'  ' * token.level}{_show(token)}\n" for token in parse(source, "a.md").tokens if token.nesting >= 0
    )


def _show(token: Token) -> str:
    if token.type == "inline":
        return inline(token.children or [])
    words = [token.type.removesuffix("_open")]
    words += [f"{name}={value}" for name, value in token.attrs.items()]
    words += [f"{name}={_value(value)}" for name, value in token.meta.items() if _is_shown(name, value)]
    if token.type in ("html_block", "fence", "equation", "code_block"):
        words.append(repr(token.content))
    return " ".join(words)


def _is_shown(name: str, value: object) -> bool:
    return name not in _PLUMBING and value not in (None, (), False)


def _value(value: Any) -> str:
    if isinstance(value, Question):
        return _question(value)
    if isinstance(value, list):
        return f"“{inline(value)}”"
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _question(question: Question) -> str:
    """Kind and answers: `*` before a right one, `(…)` behind it for a reason."""
    words: list[str] = [question.kind or "none"]
    words += [f"{'*' if one.right else '-'}{one.text}({one.reason})" for one in question.choices]
    words += [f"{'~' if one.quantity else ''}[{'|'.join(one.accepted)}]" for one in question.blanks]
    words += [one.text for one in question.steps] + [f"{one.left}={one.right}" for one in question.pairs]
    words += [f"mixed at {question.mixed.line}"] if question.mixed else []
    words += [f"unreadable {question.unreadable}"] if question.unreadable else []
    return " ; ".join(words)


def inline(tokens: list[Token]) -> str:
    """The text with `<kind …>` for all that is not text."""
    return "".join(_show_inline(token) for token in tokens)


def _show_inline(token: Token) -> str:
    if token.type == "text":
        return token.content
    if token.nesting == -1:
        return f"</{token.type.removesuffix('_close')}>"
    words = [
        token.type.removesuffix("_open"),
        *(f"{name}={value}" for name, value in token.attrs.items() if value != ""),
    ]
    words += [_mention(value) if name in ("citation", "reference") else f"{name}={value}"
              for name, value in token.meta.items() if _is_shown(name, value)]  # fmt: skip
    if token.type in ("code_inline", "math_inline", "html_inline", "image"):
        words.append(repr(token.content))
    return f"<{' '.join(words)}>"


def _mention(mention: Citation | Reference) -> str:
    if isinstance(mention, Reference):
        return mention.target
    words = [
        mention.number.canonical,
        mention.locator and f"clause {mention.locator}",
        mention.historical and "historical",
    ]
    return " ".join(word for word in words if word)
