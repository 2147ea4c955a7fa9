"""textbuild: textbooks that are built only while the standards they teach are in force."""

from importlib.metadata import version

__version__ = version("textbuild")
