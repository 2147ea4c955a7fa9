"""The templates of a theme for bound forms of a book."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup


@lru_cache
def environment(*folders: Path) -> Environment:
    """Everything is escaped but what passes the filter `html`; `address` quotes a part of an address."""
    made = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(html=Markup, address=quote)
    return made
