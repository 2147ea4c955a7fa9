"""What a bound form of a book, PDF or EPUB, has besides its modules: parts, appendix, references, imprint, metadata."""
