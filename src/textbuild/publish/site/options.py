"""What all book sites of one run share."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from textbuild.publish.site.settings import root_settings


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """`settings` are the looks that books take over from the library's `mkdocs.yml` (see `settings.root_settings`)."""

    settings: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Path) -> SiteOptions:
        """Options for the library at `root`."""
        return cls(root_settings(root))
