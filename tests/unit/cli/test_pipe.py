"""The filters on lines that nobody meant: each has its answer, and the rest goes on."""

import io
import json
from pathlib import Path

import pytest

from crossquote.cli.pipe import STEPS, cut_lines, run_step

ODD = ("[" * 100_000, '{"a":' * 3000, f'{{"text": {"9" * 5000}}}', "\0", '"x"', "null", "{}", '{"text": []}')


@pytest.mark.parametrize("step", STEPS)
def test_every_odd_line_is_answered_in_its_place(step: str) -> None:
    good = {"text": "She said it.", "base": "She said it.", "language": "en", "to": "en", "path": __file__}
    answers = [
        (right, json.loads(answer)) for right, answer in run_step(step, ["", *ODD, "\n", json.dumps(good) + "\n"])
    ]
    assert [right for right, _ in answers] == [*(False for _ in ODD), True]
    assert [answer["line"] for _, answer in answers[:-1]] == list(range(2, 2 + len(ODD)))


@pytest.mark.parametrize("long", ["a", " "])
def test_a_line_without_end_is_not_held_whole_and_the_next_is_answered(long: str) -> None:
    most = 16 * 1024 * 1024
    lines = list(cut_lines(io.StringIO(long * (3 * most) + '\n{"text": "She said it."}\n' + long * (2 * most))))
    assert max(map(len, lines)) <= most + 1
    answers = [(right, json.loads(answer).get("line")) for right, answer in run_step("quotes", lines)]
    assert answers == [(False, 1), (True, None), (False, 3)]


def test_a_quote_too_long_for_one_is_left_out_and_named() -> None:
    ((right, answer),) = run_step("quotes", [json.dumps({"text": f'"{"We saw it. " * 6_000}," she said.'})])
    told = json.loads(answer)
    assert right
    assert told["quotes"] == []
    assert [warning["code"] for warning in told["warnings"]] == ["warning.overlong"]
    assert "1 quote" in told["warnings"][0]["message"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("text", ["", "\0", "\ud800", 'a\ud800b "We will\x1b go there\u202e now," she said.', "\x85"])
@pytest.mark.parametrize("code", ["../../x", "\0", "\ud800", "EN", "", "x" * 300])
def test_odd_texts_and_codes_of_languages_break_nothing(step: str, text: str, code: str) -> None:
    line = json.dumps({"text": text, "base": text, "language": code, "to": code, "id": [1], "article": {"a": 1}})
    ((_, answer),) = run_step(step, [line])
    assert answer.encode()
    assert isinstance(json.loads(answer), dict)


@pytest.mark.usefixtures("kept_processes")
def test_a_file_is_read_as_the_program_reads_it(tmp_path: Path) -> None:
    article, page = tmp_path / "port.txt", tmp_path / "port.html"
    article.write_text(
        "The port stays open\nBy Ada Lindqvist\n14 March 2025\n\n“We stay,” the mayor said on Friday.\n",
        encoding="utf-8",
    )
    page.write_text("<!doctype html><nav><a href=/>Home</a></nav><p>“We stay,” the mayor said.</p>", encoding="utf-8")
    lines = [json.dumps({"id": number, "path": str(path)}) for number, path in enumerate((article, page, tmp_path))]
    (read, answer), (_, web), *refused = [(right, json.loads(line)) for right, line in run_step("articles", lines)]
    assert read
    assert answer["text"] == "“We stay,” the mayor said on Friday."
    assert (web["text"], web["title"], web["media"]) == ("“We stay,” the mayor said.", None, "text/html")
    assert (answer["id"], answer["title"], answer["author"]) == (0, "The port stays open", ["Ada Lindqvist"])
    assert (answer["date"], answer["language"], answer["media"]) == ("2025-03-14", "en", "text/plain")
    assert (answer["outlet"], answer["address"]) == (None, None)
    assert [(right, told["line"]) for right, told in refused] == [(False, 3)]


PORTUGUESE = "O prefeito disse que a ponte vai abrir na segunda-feira.\n\n“Nós vamos abrir a ponte”, disse Ana Souza."


@pytest.mark.parametrize(("tag", "code"), [("pt-BR", "pb"), ("pb", "pb"), ("no", "nb"), ("zh-TW", "zt")])
def test_a_language_may_be_named_as_the_web_names_it(tag: str, code: str) -> None:
    ((_, answer),) = run_step("quotes", [json.dumps({"text": PORTUGUESE, "language": tag})])
    ((_, wanted),) = run_step("quotes", [json.dumps({"text": PORTUGUESE, "language": code})])
    assert (json.loads(answer)["language"], json.loads(answer)["quotes"]) == (code, json.loads(wanted)["quotes"])
