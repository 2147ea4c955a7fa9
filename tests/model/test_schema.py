"""The JSON Schemas that editors use are those of the models."""

import json
from pathlib import Path

import jsonschema
import pytest

from textbuild.model.schema import SCHEMAS, json_schema

FOLDER = Path(__file__).parents[2] / "standards" / "schemas"


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_committed_schema_is_the_models(kind: str) -> None:
    committed = json.loads((FOLDER / f"{kind}.schema.json").read_text(encoding="utf-8"))
    assert committed == json_schema(kind), "run: make schemas"


@pytest.mark.parametrize("kind", SCHEMAS)
def test_each_schema_is_a_schema(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema(kind))


def test_the_standard_schema_takes_a_record_and_refuses_a_misspelt_field() -> None:
    validator = jsonschema.Draft202012Validator(json_schema("standard"))
    record = {"kind": "standard", "number": "GB 1", "editions": [{"edition": "GB 1-2020", "effective": "2020-01-01"}]}
    assert validator.is_valid(record)
    assert not validator.is_valid({**record, "efective": "2020"})
