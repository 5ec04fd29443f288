"""`crossquote measure-packages`, as a user runs it."""

import argparse
import json

import pytest

from crossquote.cli.main import run
from crossquote.cli.measuring import run as measure
from crossquote.translation.fake import FakeTranslator
from crossquote.work.measuring import known_measured, statements


def test_a_sample_package_is_not_measured_unless_it_is_allowed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["measure-packages", "uk-en"]) == 3
    assert "packages allow uk-en" in capsys.readouterr().out
    assert run(["measure-packages"]) == 0


def test_it_says_what_was_found_and_keeps_it(capsys: pytest.CaptureFixture[str]) -> None:
    table = {one.said["uk"]: one.said["en"] for one in statements()}
    table |= {one.wrong["uk"]: one.said["en"] if one.error == "date" else one.wrong["en"] for one in statements()}
    translator = FakeTranslator([("uk", "en")], table)
    assert measure(argparse.Namespace(names=["uk-en"], json=False), translator) == 0
    first, *rest = capsys.readouterr().out.splitlines()
    assert first.startswith("translate-uk_en 0.1: ")
    assert "of 10 faithful sentences 0 with a false alarm" in first
    assert any("missed: date: Школа відкриється 3 жовтня. → The school opens on 3 May." in line for line in rest)
    kept = known_measured("translate-uk_en", "0.1")
    assert kept is not None
    assert kept.errors == len(statements())


def test_in_json_every_sentence_stands_with_its_translation(capsys: pytest.CaptureFixture[str]) -> None:
    translator = FakeTranslator([("uk", "en")])
    assert measure(argparse.Namespace(names=["uk-en"], json=True), translator) == 0
    row = json.loads(capsys.readouterr().out)
    assert row["package"] == "translate-uk_en"
    assert len(row["trials"]) == 2 * len(statements())
    assert {"error", "sentence", "translation", "found"} == row["trials"][0].keys()
