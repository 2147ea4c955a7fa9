"""The example of each rule: a small library that the rule finds fault with, and the same library mended."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from textbuild.diagnostics import Rule

DAY = date(2026, 11, 23)
"""The day of all examples that name no other."""

# In a wheel the examples are package data. In a checkout they are what the tests run.
_FOLDERS = (Path(__file__).parent / "rules", Path(__file__).parents[3] / "tests" / "check" / "rules")
_FENCE = re.compile(
    r'^(?P<marks>`{3,})(?P<lang>\S*)(?: title="(?P<title>[^"]*)")?(?: as-of="(?P<day>[^"]*)")?\n'
    r"(?P<body>.*?)^(?P=marks)$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Sample:
    """The files of a small library and what the rule finds in it."""

    files: tuple[tuple[str, bytes | None], ...]
    """Path and content of each file, None for one that is missing; what every library needs is left out."""
    findings: tuple[str, ...]
    """`books/b/1.md:7:4 TB202`, in the order told."""
    day: date


@dataclass(frozen=True, slots=True)
class Example:
    """A library with the fault and one without."""

    bad: Sample
    good: Sample


def example_text(rule: Rule) -> str | None:
    """The Markdown of the rule's example file, from `## Bad` on."""
    for folder in _FOLDERS:
        path = folder / f"{page_name(rule)}.md"
        if path.is_file():
            return path.read_text("utf-8").partition("\n\n")[2]
    return None


def page_name(rule: Rule) -> str:
    """The name that a rule's example and its page in the manual bear, without ending."""
    return f"{rule.code}-{rule.name}"


def read_example(text: str) -> Example:
    """The example that an example file's Markdown holds."""
    _, _, after = text.partition("## Bad\n")
    bad, _, good = after.partition("## Good\n")
    return Example(_sample(bad), _sample(good))


def _sample(text: str) -> Sample:
    fences = list(_FENCE.finditer(text))
    told = [fence for fence in fences if fence["lang"] == "findings"]
    days = [date.fromisoformat(fence["day"]) for fence in told if fence["day"]]
    return Sample(
        tuple((fence["title"], _content(fence)) for fence in fences if fence["title"]),
        tuple(line for fence in told for line in fence["body"].splitlines()),
        days[0] if days else DAY,
    )


def _content(fence: re.Match[str]) -> bytes | None:
    """A file's bytes. Two words in the place of a language tell what Markdown can not show: `absent` and `gbk`."""
    if fence["lang"] == "absent":
        return None
    return fence["body"].encode("gb18030" if fence["lang"] == "gbk" else "utf-8")
