from __future__ import annotations

from tests.publish.pdf.conftest import Sample
from textbuild.model.process import Parameter, ParameterBasis
from textbuild.publish.volume.records import limits, origin, records_of


def test_records_are_those_that_book_and_modules_name(sample: Sample) -> None:
    records = records_of(sample.book)
    assert records.ids == {"job:assembler", "process:test"}
    assert records.taught == {("job:assembler", "A1"): ("books/ev/1-1.md",)}


def test_limits_that_are_not_given_are_dashes() -> None:
    assert limits(Parameter(name="压力", nominal=500, min=-0.5)) == ("500", "\u22120.5", "—")


def test_origin_of_a_limit_is_named() -> None:
    basis = ParameterBasis(standard="GB 38031-2025", clause="5.2")
    assert origin(Parameter(name="a", basis=basis)) == "GB 38031—2025 第 5.2 条"
    assert origin(Parameter(name="a", evidence="seen", source="https://www.example.org/a/b")) == "www.example.org"
    assert origin(Parameter(name="a", evidence="seen", source="某手册")) == "某手册"
    assert origin(Parameter(name="a")) == "一般工程知识"
