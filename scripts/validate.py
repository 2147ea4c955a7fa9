"""Runs the validators over what `textbuild build` wrote, one line a check: `python -m scripts.validate output`.

Ends with 1 if any check finds a fault or can not run.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from scripts.validators import MissingToolError
from scripts.validators.epub import accessibility_faults, format_faults
from scripts.validators.html import nu_faults
from scripts.validators.in_browser import browser_faults
from scripts.validators.offline import offline_faults
from scripts.validators.pdf import content_faults, structure_faults
from scripts.validators.verapdf import profile_faults

Check = tuple[str, str, Callable[[Sequence[Path]], list[str]]]

CHECKS: tuple[Check, ...] = (
    ("HTML is valid (vnu)", "site/**/*.html", nu_faults),
    ("no page loads from another host", "site/**/*.*", offline_faults),
    ("pages are accessible and fit (axe, 390 and 1440 px, light and dark)", "site/**/*.html", browser_faults),
    ("PDFs are well-formed (qpdf)", "pdf/**/*.pdf", structure_faults),
    ("PDFs have their fonts, language, title, outline and tags (pikepdf)", "pdf/**/*.pdf", content_faults),
    ("PDFs are PDF/A-3a and PDF/UA-1 (veraPDF)", "pdf/**/*.pdf", profile_faults),
    ("EPUBs are sound (EPUBCheck)", "epub/*.epub", format_faults),
    ("EPUBs are accessible (Ace)", "epub/*.epub", accessibility_faults),
)
_SHOWN = 40


def main(arguments: Sequence[str]) -> int:
    output = Path(arguments[0] if arguments else "output").resolve()
    return 0 if all([_passes(output, check) for check in CHECKS]) else 1


def _passes(output: Path, check: Check) -> bool:
    """Runs one check and prints its line, and below it what it found."""
    name, pattern, run = check
    files = sorted(path for path in output.glob(pattern) if path.is_file())
    begun = time.monotonic()
    try:
        faults = run(files) if files else [f"{output / pattern}: nothing to check; run `textbuild build`"]
    except MissingToolError as error:
        faults = [str(error)]
    taken = f"{len(files)} files, {time.monotonic() - begun:.0f} s"
    print(f"{'FAIL' if faults else 'ok  '} {name}: {taken}" + (f", {len(faults)} faults" if faults else ""), flush=True)
    for fault in faults[:_SHOWN]:
        print(f"     {fault.replace(f'{output}/', '')}")
    return not faults


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
