"""Books to read without a network: one ZIP a book, and the lists by which a browser keeps books on its device."""

from textbuild.publish.offline.artefacts import package_artefacts
from textbuild.publish.offline.finish import finish_offline

__all__ = ["finish_offline", "package_artefacts"]
