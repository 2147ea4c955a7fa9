"""The quick reader of textbuild's own form gives what YAML gives, or leaves the text to YAML."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from textbuild.load import plain_form
from textbuild.load.records import validate
from textbuild.load.yaml_places import parse_yaml
from textbuild.model.standard import Standard
from textbuild.publish.record_text import render

words = st.sampled_from(
    [
        "动力电池",
        "GB 1-2020",
        "a b",
        "yes",
        "null",
        "TRUE",
        "7.10",
        "2026",
        "x: y",
        "a#b",
        "“引号”",
        '"',
        "\\",
        "a\tb",
        "",
    ]
) | st.text(max_size=12)
texts = words.filter(lambda text: bool(text.strip()))
dates = st.none() | st.sampled_from(["2026", "2026-07", "2026-07-01"])
checks = st.fixed_dictionaries(
    {"source": texts, "kind": st.sampled_from(["official", "recalled"]), "on": st.just("2026-11-23")},
    optional={
        "saw": st.lists(st.sampled_from(["number", "title", "effective"]), max_size=3),
        "note": texts,
        "found": st.dictionaries(st.sampled_from(["effective", "title"]), texts, max_size=2),
    },
)
editions = st.fixed_dictionaries(
    {"edition": texts},
    optional={
        "title": texts,
        "published": dates,
        "effective": dates,
        "withdrawn": dates | st.just(True),
        "replaces": st.lists(
            texts | st.fixed_dictionaries({"edition": texts, "extent": st.just("partial")}), max_size=3
        ),
        "reported": texts,
        "note": texts,
        "checks": st.lists(checks, max_size=3),
    },
)
standards = st.fixed_dictionaries(
    {"kind": st.just("standard"), "number": texts, "editions": st.lists(editions, min_size=1, max_size=3)},
    optional={
        "title": texts,
        "title_en": texts,
        "sectors": st.lists(st.just("rail-1"), max_size=2),
        "ics": st.lists(texts),
    },
).map(Standard.model_validate)
PLAIN = """kind: standard
number: GB 1
title: 安全要求
editions:
  - edition: GB 1-2020
    published: 2020-05-12
    replaces: [GB 1-2010, {edition: "GB/T 2-2010", extent: partial}]
    checks:
      - {source: "https://a.example/x", kind: official, on: 2026-11-23, saw: [number, title]}
"""


def by_yaml(text: str) -> Standard | None:
    """As any other YAML is read; None where that finds anything to complain of."""
    record, faults = validate(parse_yaml(text, ""), Standard)
    return record.value if record is not None and not faults else None


def test_the_form_that_textbuild_writes_is_read() -> None:
    assert plain_form.read(PLAIN) == by_yaml(PLAIN) is not None


@given(standards)
def test_what_is_written_is_read_as_yaml_reads_it(standard: Standard) -> None:
    text = render(standard)
    assert plain_form.read(text) in (None, by_yaml(text))


@given(
    st.integers(0, len(PLAIN)), st.integers(0, 4), st.text("\n -:,{}[]\"'#&*!|>%@`nul\x85\u2028\ufeff2é电", max_size=4)
)
@example(PLAIN.index("安全要求"), 4, "null")
@example(PLAIN.index("安全要求"), 4, "~")
@example(PLAIN.index("安全要求"), 4, "on")
@example(PLAIN.index("2020-05-12"), 4, "0000")
@example(PLAIN.index("    published"), 0, "    published: 2019\n")
@example(PLAIN.index("editions:"), 0, "title: 又一个\n")
@example(PLAIN.index("official"), 8, "rumour")
def test_a_text_that_is_nearly_in_the_form_is_read_as_yaml_reads_it(place: int, cut: int, put: str) -> None:
    text = PLAIN[:place] + put + PLAIN[place + cut :]
    assert plain_form.read(text) in (None, by_yaml(text))
