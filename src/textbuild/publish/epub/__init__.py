"""A book as an EPUB 3.3: the same fragments as the site's, as XHTML in one ZIP."""

from textbuild.publish.epub.book import build_epub

__all__ = ["build_epub"]
