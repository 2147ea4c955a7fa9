"""A book as a PDF, laid out by WeasyPrint. The only code that knows it."""

from textbuild.publish.pdf.book import build_pdf

__all__ = ["build_pdf"]
