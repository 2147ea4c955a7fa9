"""Where the themes are: inside an installed package, or at the top of the repository."""

from __future__ import annotations

from pathlib import Path

import textbuild


def theme_path() -> Path:
    """The folder that holds `site/` and `print/`. Raises FileNotFoundError for a broken installation."""
    package = Path(textbuild.__file__).resolve().parent
    for folder in (package / "themes", package.parents[1] / "themes"):
        if (folder / "site").is_dir():
            return folder
    raise FileNotFoundError("the themes of textbuild are missing: install the package again")
