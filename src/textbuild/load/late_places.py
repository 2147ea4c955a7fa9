"""Places within a record's file that is read only when one is asked for."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from pathlib import Path

from textbuild.load.files import read_text
from textbuild.load.yaml_places import YamlPlaces
from textbuild.model.span import Span


@dataclass(slots=True)
class LatePlaces:
    """Places in the file at `path` below `root`."""

    root: Path
    path: str
    _places: YamlPlaces | None = field(default=None, repr=False, compare=False)

    def at(self, *keys: Hashable) -> Span:
        """The span of the value under `keys`; of the nearest parent where there is no such value."""
        if self._places is None:
            self._places = YamlPlaces(self.path, read_text(self.root, self.path).content or "")
        return self._places.at(*keys)
