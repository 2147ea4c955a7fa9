"""What the leaves of a module in a loose-leaf book carry: its code, its revision, a mark of what stands on them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from textbuild.load.files import hash_file
from textbuild.model.book import Module
from textbuild.publish.volume.references import Entry
from textbuild.render import Fragment

_PLACE = re.compile(r'(\b(?:id|href|name|headers|for)="#?)m\d+-')
"""Ids begin with the module's place in the book, of which its leaves show nothing."""
_FILE = re.compile(r'"library:/([^"]+)"')
_MARK = 8
"""Hexadecimal digits: enough to tell a leaf from its forerunner."""


@dataclass(frozen=True, slots=True)
class Leaf:
    code: str
    """`NEV-01`: the id that the author gave the module, else its number. Pages are `NEV-01-3`."""
    revision: str | None
    """As the module's front matter has it."""
    mark: str
    """Of the content: another one wherever anything else is printed, the same on any day and in any place."""
    references: tuple[Entry, ...]
    """What the module cites: its leaves hold their own list, so that no other module changes it."""

    @property
    def told(self) -> str:
        """For the foot of the page."""
        revision = f"修订 {self.revision}　" if self.revision else ""
        return f"{revision}内容标识 {self.mark}"


def leaf_of(
    module: Module, number: str, title: str, fragment: Fragment, references: Sequence[Entry], root: Path
) -> Leaf | None:
    """The leaf of a module with this number and title; None for front matter, which has no number."""
    front = module.front.value
    if not number:
        return None
    html = [fragment.html, *(answer.html for answer in fragment.answers)]
    files = sorted({unquote(path) for path in _FILE.findall(fragment.html)})
    digest = hashlib.sha256()
    texts = [number, title, front.revision or "", *(_PLACE.sub(r"\1", one) for one in html), *map(repr, references)]
    for text in (*texts, *(hash_file(root / path) for path in files)):
        digest.update(text.encode("utf-8", "surrogatepass") + b"\0")
    return Leaf(front.id or number, front.revision, digest.hexdigest()[:_MARK], tuple(references))
