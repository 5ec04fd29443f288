"""The filters on lines that nobody meant: each has its answer, and the rest goes on."""

import json

import pytest

from crossquote.cli.pipe import STEPS, run_step

ODD = ("[" * 100_000, '{"a":' * 3000, f'{{"text": {"9" * 5000}}}', "\0", '"x"', "null", "{}", '{"text": []}')


@pytest.mark.parametrize("step", STEPS)
def test_every_odd_line_is_answered_in_its_place(step: str) -> None:
    good = {"text": "She said it.", "base": "She said it.", "language": "en", "to": "en"}
    answers = [
        (right, json.loads(answer)) for right, answer in run_step(step, ["", *ODD, "\n", json.dumps(good) + "\n"])
    ]
    assert [right for right, _ in answers] == [*(False for _ in ODD), True]
    assert [answer["line"] for _, answer in answers[:-1]] == list(range(2, 2 + len(ODD)))


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("text", ["", "\0", "\ud800", 'a\ud800b "We will\x1b go there\u202e now," she said.', "\x85"])
@pytest.mark.parametrize("code", ["../../x", "\0", "\ud800", "EN", ""])
def test_odd_texts_and_codes_of_languages_break_nothing(step: str, text: str, code: str) -> None:
    line = json.dumps({"text": text, "base": text, "language": code, "to": code, "id": [1], "article": {"a": 1}})
    ((_, answer),) = run_step(step, [line])
    assert answer.encode()
    assert isinstance(json.loads(answer), dict)
