"""The faultless library as a fixture."""

from __future__ import annotations

from pathlib import Path

import pytest

from .faultless import FaultlessLibrary


@pytest.fixture
def faultless(tmp_path: Path) -> FaultlessLibrary:
    return FaultlessLibrary(tmp_path / "library")
