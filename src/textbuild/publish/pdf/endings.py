"""No paragraph ends with a line of one character: its last two are kept together."""

from __future__ import annotations

import re

_HAN = "[\u3400-\u9fff]"
_CLOSING = "[，。、；：！？”’）》]"
_BEFORE = rf"(?:{_HAN}{_CLOSING}*|[^\s<>&;]{_CLOSING}+|[A-Za-z0-9.%/]{{1,12}}[ \u00a0]?)"
_OUT = rf"(?:</(?:a|b|strong|em|span)>)*{_CLOSING}*\s*"
"""What may stand between the last character and the end: ends of links and the like."""
_END = re.compile(rf"{_BEFORE}{_HAN}{_CLOSING}*(?={_OUT}(?:</(?:p|li|dd|td|th)>|<(?:ul|ol)>))")


def with_endings(html: str) -> str:
    """HTML with a mark round the end of each paragraph."""
    return _END.sub(lambda found: f'<span class="tb-end">{found[0]}</span>', html)
