"""Passages: texts translated on their own, as `crossquote pipe translate` does."""

from crossquote.cli.pipe import run_step
from crossquote.cli.pipe_translate import passage_rows
from crossquote.progress import finish
from crossquote.translation.fake import FakeTranslator
from crossquote.work.passages import Passage, missing_packages, translate_passages


def test_passages_of_several_languages_come_back_in_order() -> None:
    translator = FakeTranslator([("uk", "en"), ("en", "de")])
    asked = [
        Passage("Так.", "uk", "en"),
        Passage("Yes.", "en", "en"),
        Passage("Oui.", "fr", "en"),
        Passage("Так.", "uk", "de"),
    ]
    made = finish(translate_passages(asked, translator))
    assert [one and one.text for one in made] == ["каТ.", "Yes.", None, "Так."]
    assert [one and len(one.route) for one in made] == [1, 0, None, 2]


def test_what_lacks_is_named_by_package() -> None:
    translator = FakeTranslator([("en", "de")])
    assert missing_packages(translator, "uk", "de") == ("translate-uk_en",)
    assert missing_packages(translator, "uk", "en") == ("translate-uk_en",)
    assert missing_packages(translator, "en", "de") == ()


def test_a_row_names_route_package_version_and_digest() -> None:
    row, missing = passage_rows(
        [Passage("Так.", "uk", "en"), Passage("Oui.", "fr", "en")], FakeTranslator([("uk", "en")])
    )
    assert row["route"] == ["uk-en"]
    assert row["engine"][0]["package"] == "translate-uk_en"
    assert len(row["engine"][0]["sha256"]) == 64
    assert missing["missing"] == ["translate-fr_en"]


def test_the_pipe_step_answers_each_line_and_keeps_unknown_keys() -> None:
    lines = ['{"text": "Ave.", "language": "la", "to": "en", "id": 7}', '{"text": 3}']
    (right, answer), (wrong, error) = run_step("translate", lines)
    assert right
    assert '"id": 7' in answer
    assert '"missing": ["translate-la_en"]' in answer
    assert not wrong
    assert '"line": 2' in error
