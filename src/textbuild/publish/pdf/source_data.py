"""The standards that a book cites, as data inside its PDF: what was known of each on the day it was made."""

from __future__ import annotations

import json
from datetime import datetime

from pikepdf import Array, AttachedFileSpec, Name, Pdf, String

from textbuild.link.library import LinkedBook, LinkedLibrary
from textbuild.publish.edition_facts import edition_facts

NAME = "standards.json"


def standards_of(book: LinkedBook, linked: LinkedLibrary) -> str:
    """JSON: the day, and the facts of every edition that the book means, by number, with the modules that name it."""
    named: dict[str, list[str]] = {}
    for module in book.modules:
        for resolved in (*module.basis, *module.citations):
            for verdict in resolved.verdicts:
                modules = named.setdefault(verdict.edition, [])
                if module.module.id not in modules:
                    modules.append(module.module.id)
    facts = [
        edition_facts(linked.registry.editions[number], linked.judge(number)) | {"modules": named[number]}
        for number in sorted(named)
    ]
    lines = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in facts)
    return f'{{"as_of":"{linked.day}","book":{json.dumps(book.book.id)},"editions":[\n{lines}\n]}}\n'


def attach(pdf: Pdf, content: str, made: str) -> None:
    """Puts the data into the open file, as PDF/A-3 wants it associated. `made`: the time of the build in ISO form."""
    moment = datetime.fromisoformat(made).strftime("D:%Y%m%d%H%M%SZ")
    spec = AttachedFileSpec(
        pdf,
        content.encode(),
        description="本书引用的标准及其核对情况",
        filename=NAME,
        mime_type="application/json",
        creation_date=moment,
        mod_date=moment,
        relationship=Name.Data,
    )
    pdf.attachments[NAME] = spec
    spec.obj.UF = String(NAME)
    pdf.Root.AF = Array([pdf.make_indirect(spec.obj)])
