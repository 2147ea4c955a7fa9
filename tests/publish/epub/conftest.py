"""The small book of the PDF's tests."""

from tests.publish.pdf.conftest import sample, write_book

__all__ = ["sample", "write_book"]
