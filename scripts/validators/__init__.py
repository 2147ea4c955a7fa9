"""The validators behind `scripts/validate.py`: each takes the files of one kind and gives the faults it found."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class MissingToolError(Exception):
    """A tool that a validator runs is not installed. Its text says what to do."""

    def __init__(self, tool: str) -> None:
        super().__init__(f"{tool} is missing; run `scripts/setup.sh check`")


def program(*names: str) -> str:
    """Path of the first of these programs that is installed. Raises MissingToolError."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        raise MissingToolError(names[0])
    return found


def node_module(path: str) -> Path:
    """A file or folder of `node_modules`. Raises MissingToolError."""
    found = ROOT / "node_modules" / path
    if not found.exists():
        raise MissingToolError(f"the npm package {path.split('/')[0]}")
    return found
