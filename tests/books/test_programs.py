"""Every program printed in a textbook runs, or is read by a parser of its language, as it stands."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import defusedxml.ElementTree
import pytest
import yaml

from tests.books import gcode, structured_text
from tests.books.shelf import module_paths, programs

Runner = Callable[[str, Path], object]
_SECONDS = 60


def run(command: list[str], folder: Path) -> None:
    """Runs it in an empty folder, without the developer's own settings; its words are shown when it fails."""
    plain = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, cwd=folder, env=plain, capture_output=True, text=True, timeout=_SECONDS)
    assert done.returncode == 0, done.stdout[-500:] + done.stderr[-1500:]


def python(text: str, folder: Path) -> None:
    (folder / "program.py").write_text(text, encoding="utf-8")
    run([sys.executable, "-I", "-W", "error", "program.py"], folder)


def c(text: str, folder: Path) -> None:
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("no C compiler here")
    (folder / "program.c").write_text(text, encoding="utf-8")
    run([compiler, "-std=c11", "-Wall", "-Werror", "-o", "program", "program.c", "-lm"], folder)
    run(["./program"], folder)


def sql(text: str, _: Path) -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript(text)
    connection.close()


def shell(text: str, folder: Path) -> None:
    """Read, not run: what a student types may change the machine."""
    (folder / "program.sh").write_text(text, encoding="utf-8")
    run(["bash", "-n", "program.sh"], folder)


def javascript(text: str, folder: Path) -> None:
    (folder / "program.js").write_text(text, encoding="utf-8")
    node = shutil.which("node")
    if node is None:
        pytest.skip("no Node here")
    run([node, "--check", "program.js"], folder)


def table(text: str, _: Path) -> None:
    rows = list(csv.reader(text.splitlines()))
    assert len({len(row) for row in rows}) == 1, "rows of different lengths"


def milling(text: str, _: Path) -> None:
    assert list(gcode.faults(text)) == []


def controller(text: str, _: Path) -> None:
    assert list(structured_text.faults(text)) == []


RUNNERS: Mapping[str, Runner] = {
    "python": python,
    "c": c,
    "sql": sql,
    "bash": shell,
    "sh": shell,
    "shell": shell,
    "js": javascript,
    "javascript": javascript,
    "json": lambda text, _: json.loads(text),
    "yaml": lambda text, _: list(yaml.safe_load_all(text)),
    "toml": lambda text, _: tomllib.loads(text),
    "xml": lambda text, _: defusedxml.ElementTree.fromstring(text),
    "csv": table,
    "gcode": milling,
    "iecst": controller,
}
NO_PROGRAMS = frozenset({"text", "console", "mermaid", "markdown"})


@pytest.mark.parametrize("path", module_paths())
def test_programs_run(path: str, tmp_path: Path) -> None:
    for index, program in enumerate(programs(path)):
        if program.language in NO_PROGRAMS:
            continue
        assert program.language in RUNNERS, (
            f"{program.place}: nobody here reads `{program.language}`; or call it `text`"
        )
        folder = tmp_path / str(index)
        folder.mkdir()
        print(program.place)  # shown when it fails
        RUNNERS[program.language](program.text, folder)


def test_a_cut_without_spindle_or_feed_is_seen() -> None:
    good = "%\nO0001\nG90 G54 G00 X0 Y0\nM03 S800\nG43 Z5. H01\nG41 G01 X10. D01 F200\nG40 G00 Z50.\nM30\n%"
    assert list(gcode.faults(good)) == []
    assert list(gcode.faults(good.replace("M03 S800", "S800"))) == ["6: a cut without spindle"]
    assert list(gcode.faults(good.replace(" F200", ""))) == ["6: a cut without feed"]
    assert list(gcode.faults(good.replace("G40 ", ""))) == ["cutter compensation is on at the end (G40)"]
    assert list(gcode.faults(good.replace("M30", "?"))) == ["8: no words: ?", "no end of program (M30)"]


def test_an_open_block_and_an_unknown_variable_are_seen() -> None:
    good = "VAR\n  Run : BOOL;\nEND_VAR\nIF Run THEN\n  Run := FALSE;\nEND_IF;\n"
    assert list(structured_text.faults(good)) == []
    assert list(structured_text.faults(good.replace("END_IF;", ""))) == ["not closed: IF"]
    assert list(structured_text.faults(good.replace("Run := ", "Stop := "))) == ["Stop is set but not declared"]
