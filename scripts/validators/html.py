"""Valid HTML: the checker of the HTML standard's authors (vnu, which needs Java) over every page."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

from scripts.validators import node_module, program


def nu_faults(pages: Sequence[Path]) -> list[str]:
    """Errors only: vnu's warnings on the content security policy do not hold for pages that are files."""
    jar = node_module("vnu-jar/build/dist/vnu.jar")
    command = [program("java"), "-Xss4m", "-jar", str(jar), "--errors-only", "--format", "json", "--exit-zero-always"]
    done = subprocess.run([*command, *map(str, pages)], capture_output=True, encoding="utf-8", timeout=600, check=False)
    try:
        messages = json.loads(done.stderr)["messages"]
    except (ValueError, KeyError):
        return [f"vnu did not run: {done.stderr.strip()[:500]}"]
    return [f"{_place(message)}: {message['message']}" for message in messages]


def _place(message: dict[str, object]) -> str:
    return f"{unquote(str(message.get('url', '')).removeprefix('file:'))}:{message.get('lastLine', 1)}"
