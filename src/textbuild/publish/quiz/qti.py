"""A QTI 3.0 package: an item a question, a test that holds them all, and the manifest, zipped."""

from __future__ import annotations

import io
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from textbuild.publish.quiz.qti_item import ITEM, item
from textbuild.publish.quiz.selection import Selection
from textbuild.publish.quiz.text import name_of
from textbuild.publish.xml_text import in_xml

_PACKAGE = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""Of every file in the package, so that the same questions give the same bytes."""


def render(selection: Selection) -> bytes:
    items: list[tuple[str, str]] = []
    sections: list[str] = []
    for m, (module, questions) in enumerate(selection.by_module(), 1):
        names = [f"m{m}-q{question.number}" for question in questions]
        items += [
            (name, item(name, f"{module.title} {name_of(question)}", question))
            for name, question in zip(names, questions, strict=True)
        ]
        sections.append(_section(f"m{m}", module.title, names))
    files = [
        ("imsmanifest.xml", _manifest(selection.book, [name for name, _ in items])),
        ("test.xml", _test(selection.title, sections)),
        *((f"items/{name}.xml", text) for name, text in items),
    ]
    content = io.BytesIO()
    with ZipFile(content, "w") as package:
        for name, text in files:
            info = ZipInfo(name, _MOMENT)
            info.compress_type, info.external_attr = ZIP_DEFLATED, 0o644 << 16
            package.writestr(info, in_xml(text).encode())
    return content.getvalue()


def _section(name: str, title: str, items: Iterable[str]) -> str:
    refs = "".join(f'<qti-assessment-item-ref identifier="{one}" href="items/{one}.xml"/>\n' for one in items)
    return (
        f'<qti-assessment-section identifier="{name}" title={quoteattr(title)} visible="true">\n{refs}'
        "</qti-assessment-section>\n"
    )


def _test(title: str, sections: Iterable[str]) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<qti-assessment-test xmlns="{ITEM}" identifier="test" title={quoteattr(title)}>\n'
        '<qti-test-part identifier="part" navigation-mode="nonlinear" submission-mode="individual">\n'
        f"{''.join(sections)}</qti-test-part>\n</qti-assessment-test>\n"
    )


def _manifest(book: str, items: Iterable[str]) -> str:
    names = list(items)
    needed = "".join(f'<dependency identifierref="{name}"/>\n' for name in names)
    resources = "".join(
        f'<resource identifier="{name}" type="imsqti_item_xmlv3p0" href="items/{name}.xml">\n'
        f'<file href="items/{name}.xml"/>\n</resource>\n'
        for name in names
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<manifest xmlns="{_PACKAGE}" identifier="textbuild-{escape(book)}">\n'
        "<metadata>\n<schema>QTI Package</schema>\n<schemaversion>3.0.0</schemaversion>\n</metadata>\n"
        "<organizations/>\n<resources>\n"
        '<resource identifier="test" type="imsqti_test_xmlv3p0" href="test.xml">\n<file href="test.xml"/>\n'
        f"{needed}</resource>\n{resources}</resources>\n</manifest>\n"
    )
