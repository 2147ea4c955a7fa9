"""The RFC index, `rfc-index.xml`: an RFC is obsolete exactly when another obsoletes it, whatever its status says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from textbuild.diagnostics import msg
from textbuild.load.importers.row import ImportedRow, ImportFailedError, Reading, Rejected
from textbuild.load.importers.values import number_of, plain, reading_check, relations_of
from textbuild.model.dates import PartialDate

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
Children = Mapping[str, Element]


def read(path: Path, reading: Reading) -> Iterator[ImportedRow | Rejected]:
    """`line` counts entries: the XML reader tells no lines."""
    count = 0
    try:
        root = None
        for event, element in iterparse(path, events=("start", "end"), forbid_dtd=True):
            root = element if root is None else root
            if event == "start" or _name(element) != "rfc-entry":
                continue
            count += 1
            yield _row(count, _children(element), reading)
            root.clear()
    except ParseError as error:
        if count == 0:
            raise ImportFailedError(msg("{file} is no XML ({problem})", file=path.name, problem=error)) from error
        yield Rejected(count + 1, msg("from here on the file is no XML ({problem})", problem=error))
    except DefusedXmlException as error:
        raise ImportFailedError(msg("{file} holds XML entities or a DTD, which are refused", file=path.name)) from error
    if count == 0:
        raise ImportFailedError(msg("{file} has no `rfc-entry`: it is no RFC index", file=path.name))


def _row(line: int, entry: Children, reading: Reading) -> ImportedRow | Rejected:
    number = number_of(_document(_text(entry, "doc-id")), line)
    if isinstance(number, Rejected):
        return number
    replaces, left_out = relations_of(_documents(entry, "obsoletes"))
    replaced_by, left_out_too = relations_of(_documents(entry, "obsoleted-by"))
    # an update leaves the updated RFC in force: it replaces a part of it
    updates, _ = relations_of(_documents(entry, "updates"), "partial")
    updated_by, _ = relations_of(_documents(entry, "updated-by"), "partial")
    title, label, published = _text(entry, "title"), _text(entry, "current-status"), _published(entry)
    older, newer = (*replaces, *updates), (*replaced_by, *updated_by)
    check = reading_check(reading, title=title, published=published, reported=label, replaces=older, replaced_by=newer)
    return ImportedRow(
        line,
        number,
        (check,),
        title_en=title,
        issuer="RFC Editor",
        published=published,
        reported=label,
        replaces=older,
        replaced_by=newer,
        remarks=(*left_out, *left_out_too),
    )


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _children(element: Element) -> Children:
    """The first child of each name."""
    return {_name(child): child for child in reversed(element)}


def _text(parent: Children, name: str) -> str | None:
    child = parent.get(name)
    return plain("".join(child.itertext())) if child is not None else None


def _documents(entry: Children, relation: str) -> list[str]:
    node = entry.get(relation)
    return [] if node is None else [document for child in node if (document := _document(child.text or ""))]


def _document(id_: str | None) -> str | None:
    """`RFC2616` is RFC 2616; STD, BCP and FYI ids name collections, not documents."""
    text = (id_ or "").strip()
    is_rfc = text.startswith("RFC") and text[3:].isascii() and text[3:].isdigit()
    return f"RFC {int(text[3:])}" if is_rfc else text or None


def _published(entry: Children) -> PartialDate | None:
    if "date" not in entry:
        return None
    date = _children(entry["date"])
    year, month, day = (_text(date, name) for name in ("year", "month", "day"))
    try:
        number = _MONTHS.index((month or "").lower()) + 1
        text = f"{int(year or 0):04}-{number:02}" + (f"-{int(day):02}" if day else "")
        return PartialDate.parse(text)
    except ValueError:
        return None
