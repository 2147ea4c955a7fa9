"""`textbuild schema`: the JSON Schema of a kind of file, for editors."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from textbuild.cli.console import require_one_of
from textbuild.model.schema import SCHEMAS, json_schema


def schema(
    kind: Annotated[str | None, typer.Argument(help=f"One of: {', '.join(SCHEMAS)}.")] = None,
) -> None:
    """The JSON Schema of a kind of file; without a kind, the names of the kinds."""
    if kind is None:
        sys.stdout.write("\n".join(SCHEMAS) + "\n")
        return
    require_one_of(kind, SCHEMAS)
    sys.stdout.write(json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n")
