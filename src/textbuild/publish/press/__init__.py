"""A book for the printing press: PDF/X-4 in the press's own inks, proved from the finished file."""
