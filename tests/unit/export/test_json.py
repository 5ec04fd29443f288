"""The JSON report keeps to the schema that is published with the program, and the schema names nothing else."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from contracts.exporter import BY, ODD, reports
from crossquote.export.document import Report
from crossquote.export.exporter import known_formats
from crossquote.export.formats.json import FORMAT_NAME, FORMAT_VERSION
from crossquote.export.verify import verify_report
from crossquote.message import message, verbatim
from crossquote.model.article import Source
from crossquote.model.review import Rule
from crossquote.model.step import StepName
from crossquote.resources import resource

SCHEMA: dict[str, Any] = json.loads(resource("report", "report.schema.json").read_text(encoding="utf-8"))


def full(report: Report) -> Report:
    """Return a report with what no story has."""
    source = Source(address="https://harbour.example", published="2025-03-14T10:00:00+00:00", warnings=(_WARNING,))
    articles = (replace(report.articles[0], article=replace(report.articles[0].article, source=source)),)
    rule = Rule("r1", "name", ODD, "", ODD, BY)
    return replace(report, articles=(*articles, *report.articles[1:]), rules=(rule,), left_out=(_WARNING,))


_WARNING = message("count.articles", count=1)


def written(name: str) -> Any:
    return json.loads(known_formats()[".json"].render(full(reports()[name])))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["format"]["const"] == FORMAT_NAME
    assert SCHEMA["properties"]["version"]["const"] == FORMAT_VERSION
    assert SCHEMA["$id"].endswith(f":{FORMAT_VERSION}")


@pytest.mark.parametrize("name", ["hand", "strange", "ceasefire-call", "harbour-strike", "kessrin-dam"])
def test_every_report_keeps_to_it(name: str) -> None:
    Draft202012Validator(SCHEMA).validate(written(name))


def test_an_empty_report_keeps_to_it() -> None:
    Draft202012Validator(SCHEMA).validate(json.loads(known_formats()[".json"].render(Report())))


@pytest.mark.parametrize("key", ["format", "utterances", "log"])
def test_what_lacks_a_part_does_not(key: str) -> None:
    told = written("hand")
    del told[key]
    assert not Draft202012Validator(SCHEMA).is_valid(told)


def test_every_key_that_it_names_is_written_by_some_report() -> None:
    told = {key for name in ("hand", "strange", "ceasefire-call", "kessrin-dam") for key in keys(written(name))}
    assert named(SCHEMA) - told <= {"unlikely", "log_probability", "cue"} | {"route", "packages", "sample"}


def keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def named(schema: object) -> set[str]:
    if isinstance(schema, list):
        return {key for inner in schema for key in named(inner)}
    if not isinstance(schema, dict):
        return set()
    inner = {key for value in schema.values() for key in named(value)}
    own = schema.get("properties")
    return inner | set(own) if isinstance(own, dict) else inner


def test_two_halves_of_a_character_are_that_character_to_any_reader() -> None:
    step = StepName(1, verbatim("\ud83d\ude00"), "ada", BY.at)
    report = replace(reports()["hand"], title="\ud83d\ude00", log=(step,))
    data = known_formats()[".json"].render(report)
    verify_report(report, known_formats()[".json"], data)
    assert json.loads(data)["title"] == "\U0001f600"
