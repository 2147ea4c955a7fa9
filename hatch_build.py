"""What a build of the package makes first: the compiled message catalogues, and the examples beside the rules."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PackageData(BuildHookInterface):
    """An editable install finds the same files in the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        compile_messages = runpy.run_path(str(root / "scripts" / "compile_messages.py"))["compile_messages"]
        build_data["artifacts"] += [path.relative_to(root).as_posix() for path in compile_messages()]
        if version != "editable":
            for example in sorted((root / "tests" / "check" / "rules").glob("TB*.md")):
                build_data["force_include"][str(example)] = f"textbuild/check/rules/{example.name}"
