"""
The committed description of the API is what the application says of itself.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from openapi_spec_validator import validate

from service.app import describe
from tests.contract.repository import ROOT

COMMITTED = ROOT / "openapi" / "openapi.json"
Operation = dict[str, Any]


@cache
def _described() -> bytes:
    return describe()


def _operations() -> Iterator[Operation]:
    for path in json.loads(_described())["paths"].values():
        yield from path.values()


def test_the_committed_description_is_the_present_one() -> None:
    assert COMMITTED.read_bytes() == _described(), "run `make openapi` and commit what changed"


def test_the_description_is_well_formed() -> None:
    validate(json.loads(_described()))


def test_every_operation_says_what_it_is_called_and_does() -> None:
    ids = [operation["operationId"] for operation in _operations()]

    assert sorted(set(ids)) == sorted(ids)
    for operation in _operations():
        assert operation["summary"], operation["operationId"]
        assert operation["tags"], operation["operationId"]


def test_what_is_said_for_readers_is_said_without_our_indents_and_numbers() -> None:
    said = re.findall(r'"(?:description|summary)": "((?:[^"\\]|\\.)*)"', _described().decode())

    raw = [each for each in said if each != each.strip() or each.startswith("\\n")]
    ours = [
        each for each in said if re.search(r"\b(domain|design) (rule|section)|threat T\d", each)
    ]

    assert ([], []) == (raw, ours)


def test_every_operation_says_how_it_refuses() -> None:
    responses = json.loads(_described())["components"]["responses"]
    for response in responses.values():
        assert ["application/problem+json"] == list(response["content"])
    for operation in _operations():
        refusals = {name: made for name, made in operation["responses"].items() if name >= "400"}

        assert {"500", "503"} <= set(refusals), operation["operationId"]
        assert all(
            made == {"$ref": f"#/components/responses/problem-{status}"}
            for status, made in refusals.items()
        )


def test_only_health_is_open_to_everybody() -> None:
    is_open = [each["operationId"] for each in _operations() if not each.get("security")]

    assert ["getHealth"] == is_open


def test_every_body_has_an_example_without_gaps() -> None:
    for operation in _operations():
        for content in operation.get("requestBody", {}).get("content", {}).values():
            assert '"…"' not in json.dumps(content["example"], ensure_ascii=False), operation


def test_incoming_structures_refuse_what_they_do_not_know() -> None:
    schemas = json.loads(_described())["components"]["schemas"]
    lenient = [
        name
        for name, schema in schemas.items()
        if name.endswith(("In", "Change")) and schema["additionalProperties"] is not False
    ]

    assert [] == lenient
