"""Measures textbuild on a large library, beside stock tools that do a comparable job in the same run."""
