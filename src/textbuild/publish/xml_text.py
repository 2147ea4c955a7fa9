"""Text that XML can hold."""

from __future__ import annotations

import re

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def in_xml(text: str) -> str:
    """The text without the characters that XML 1.0 forbids (2.2 Characters)."""
    return _NOT_XML.sub("", text)
