"""The stock tools, set up as their own manuals recommend for a textbook.

`python -m benchmarks.stock BOOK SITE` prints the configuration for `mkdocs build` of one book.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

import markdown  # type: ignore[import-untyped]  # no stubs are installed

EXTENSIONS = (
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.arithmatex",
    "pymdownx.betterem",
    "pymdownx.details",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
)
_OPTIONS: dict[str, dict[str, Any]] = {
    "pymdownx.arithmatex": {"generic": True},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
}


def converter() -> Any:
    """A `markdown.Markdown` with pymdownx."""
    return markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=_OPTIONS)


def mkdocs_configuration(book: Path, site: Path) -> str:
    """`mkdocs.yml` for one book's folder with stock Material, Chinese interface and search."""
    config = {
        "site_name": book.name,
        "docs_dir": str(book),
        "site_dir": str(site),
        "use_directory_urls": False,
        "theme": {"name": "material", "language": "zh", "font": False},
        "plugins": [{"search": {"lang": ["zh"]}}],
        "markdown_extensions": [{name: _OPTIONS[name]} if name in _OPTIONS else name for name in EXTENSIONS],
        "nav": yaml.safe_load((book / "book.yml").read_text(encoding="utf-8"))["nav"],
    }
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False)


if __name__ == "__main__":
    print(mkdocs_configuration(Path(sys.argv[1]), Path(sys.argv[2])))
