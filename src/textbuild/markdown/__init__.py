"""Text to tokens with places: the one Markdown parser of textbuild."""

from textbuild.markdown.document import Document, parse
from textbuild.markdown.outline import Outline, outline

__all__ = ["Document", "Outline", "outline", "parse"]
