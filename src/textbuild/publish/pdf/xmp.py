"""The metadata packet of a PDF: Dublin Core, what the file conforms to, the textbook's own elements, the AI label.

PDF/A wants every property that XMP itself does not know described in the packet (ISO 19005-3, 6.6.2.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from textbuild.publish.volume.metadata import Metadata
from textbuild.publish.xml_text import in_xml

_AIGC = "https://textbuild.invalid/ns/aigc/1.0/"
_TEXTBOOK = "https://textbuild.invalid/ns/textbook/1.0/"
"""Elements that GB/T 41469-2022 has for digital textbooks and Dublin Core lacks."""

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "textbook": _TEXTBOOK,
    "AIGC": _AIGC,
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}


@dataclass(frozen=True, slots=True)
class _Property:
    name: str
    type: str
    description: str


_SCHEMAS: Mapping[str, tuple[str, tuple[_Property, ...]]] = {
    "pdfuaid": ("PDF/UA identification", (_Property("part", "Integer", "part of ISO 14289 that the file follows"),)),
    "textbook": (
        "Digital textbook, after GB/T 41469-2022",
        (
            _Property("version", "Text", "version of the textbook"),
            _Property("contributors", "seq Text", "contributors, each with role"),
            _Property("place", "Text", "place of publication"),
            _Property("basis", "bag Text", "standards that the textbook is written to"),
        ),
    ),
    "AIGC": (
        "Label of AI-generated content, GB 45438-2025",
        (_Property("AIGC", "Text", "implicit label as JSON"),),
    ),
}


SCREEN = "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>"
"""The claim of a file that is PDF/A-3a and PDF/UA-1."""
PRESS = "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"


def packet(metadata: Metadata, claim: str = SCREEN) -> bytes:
    """The XMP packet of a file that conforms to what `claim` says. The same metadata gives the same bytes."""
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    body = "\n".join([claim, *_properties(metadata), _extensions()])
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {spaces}>\n<rdf:Description rdf:about="">\n{body}\n'
        '</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def _properties(metadata: Metadata) -> Iterator[str]:
    yield f"<dc:title>{_default(metadata.title)}</dc:title>"
    if metadata.authors:
        yield f"<dc:creator>{_list('Seq', metadata.authors)}</dc:creator>"
    yield f"<dc:description>{_default(metadata.subject)}</dc:description>"
    yield f"<dc:subject>{_list('Bag', metadata.keywords)}</dc:subject>"
    yield f"<dc:language>{_list('Bag', (metadata.language,))}</dc:language>"
    yield f"<dc:identifier>{_text(metadata.identifier)}</dc:identifier>"
    yield "<dc:format>application/pdf</dc:format>"
    yield f"<dc:type>{_list('Bag', ('Text',))}</dc:type>"
    if metadata.publisher:
        yield f"<dc:publisher>{_list('Bag', (metadata.publisher,))}</dc:publisher>"
    if metadata.rights:
        yield f"<dc:rights>{_default(metadata.rights)}</dc:rights>"
    yield f"<pdf:Keywords>{_text(', '.join(metadata.keywords))}</pdf:Keywords>"
    yield f"<xmp:CreatorTool>{_text(metadata.generator)}</xmp:CreatorTool>"
    yield f"<xmp:CreateDate>{metadata.created}</xmp:CreateDate><xmp:ModifyDate>{metadata.created}</xmp:ModifyDate>"
    yield f"<xmp:MetadataDate>{metadata.created}</xmp:MetadataDate>"
    yield f"<xmpMM:DocumentID>{_text(metadata.identifier)}</xmpMM:DocumentID>"
    yield f"<xmpMM:VersionID>{_text(metadata.version)}</xmpMM:VersionID>"
    yield "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>"
    yield f"<textbook:version>{_text(metadata.version)}</textbook:version>"
    if metadata.contributors:
        yield f"<textbook:contributors>{_list('Seq', metadata.contributors)}</textbook:contributors>"
    if metadata.place:
        yield f"<textbook:place>{_text(metadata.place)}</textbook:place>"
    if metadata.basis:
        yield f"<textbook:basis>{_list('Bag', metadata.basis)}</textbook:basis>"
    if metadata.ai_label:
        yield f"<AIGC:AIGC>{_text(metadata.ai_label)}</AIGC:AIGC>"


def _extensions() -> str:
    described = "\n".join(_described(prefix, *schema) for prefix, schema in _SCHEMAS.items())
    return f"<pdfaExtension:schemas><rdf:Bag>\n{described}\n</rdf:Bag></pdfaExtension:schemas>"


def _described(prefix: str, name: str, properties: Iterable[_Property]) -> str:
    items = "".join(
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{one.name}</pdfaProperty:name><pdfaProperty:valueType>{one.type}</pdfaProperty:valueType>"
        "<pdfaProperty:category>external</pdfaProperty:category>"
        f"<pdfaProperty:description>{one.description}</pdfaProperty:description></rdf:li>"
        for one in properties
    )
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{name}</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{_NAMESPACES[prefix]}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{items}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )


def _default(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_text(text)}</rdf:li></rdf:Alt>'


def _list(kind: str, items: Iterable[str]) -> str:
    return f"<rdf:{kind}>{''.join(f'<rdf:li>{_text(item)}</rdf:li>' for item in items)}</rdf:{kind}>"


def _text(text: str) -> str:
    return escape(in_xml(text))
