"""The command line as a user meets it: exit statuses, one-line errors, machine output."""

import argparse
import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossquote.cli.commands import COMMANDS, wants_window
from crossquote.cli.main import _parser, run
from crossquote.cli.options import checks_named, language_named, positive, reading_language_named, report_path
from crossquote.cli.parser import _told
from crossquote.cli.paths_named import path_named
from crossquote.comparison.table import known_checks
from crossquote.work.columns import columns_path
from crossquote.work.encodings import encodings_path
from crossquote.work.settings_file import settings_path

GOOD = 'Mayor speaks\n\n"We will open the bridge on Monday," Mayor Ada Lindqvist said on Friday.\n'


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "harbour-news.en.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_every_command_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    for command in COMMANDS:
        with pytest.raises(SystemExit) as caught:
            run([command, "--help"])
        assert caught.value.code == 0
    assert capsys.readouterr().out


def test_what_stands_around_a_usage_is_in_the_user_s_language(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    with pytest.raises(SystemExit):
        run(["packages", "list", "--help"])
    told = capsys.readouterr().out
    assert told.startswith("Aufruf: crossquote packages list [-h]")
    assert "\n\nOptionen:\n  -h, --help  diese Hilfe zeigen" in told
    with pytest.raises(SystemExit) as caught:
        run(["verify"])
    assert caught.value.code == 2
    assert "crossquote verify: Fehler: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("argv", "window"), [([], True), (["a.txt"], True), (["compare", "a.txt"], False), (["--version"], False)]
)
def test_files_open_the_window_and_commands_do_not(argv: list[str], window: bool) -> None:
    assert wants_window(argv) is window


@pytest.mark.parametrize(
    "argv",
    [
        ["compare", "NAMED"],
        ["compare", "a.txt", "NAMED"],
        ["compare", "a.txt", "--html", "NAMED"],
        ["compare", "a.txt", "--save="],
        ["compare", "a.txt", "--tmx", "NAMED"],
        ["report", "NAMED", "-o", "a.html"],
        ["report", "a.txt", "-o", "NAMED"],
        ["quotes", "NAMED"],
        ["detect", "NAMED"],
        ["pack", "NAMED", "-o", "a.zip"],
        ["pack", "a.crossquote", "-o", "NAMED"],
        ["verify", "NAMED"],
        ["verify", "a.zip", "--project", "NAMED"],
        ["review", "NAMED"],
        ["review", "a.crossquote", "--html", "NAMED"],
        ["packages", "install", "NAMED"],
        ["languages", "--check", "NAMED"],
        ["fetch", "https://example.org", "-o", "NAMED"],
    ],
)
def test_an_empty_name_is_not_the_folder_one_is_in(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A variable that a shell does not know is an empty word to it."""
    with pytest.raises(SystemExit) as caught:
        run(["" if word == "NAMED" else word for word in argv])
    assert caught.value.code == 2
    assert "an empty name names no file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["compare"], "es fehlt FILE"),
        (["compare", "a.txt", "--nonsense"], "hier gibt es kein --nonsense"),
        (["pipe", "nonsense"], "step: 'nonsense' ist keines von "),
        (["compare", "a.txt", "--fail-on", "nonsense"], "--fail-on: 'nonsense' ist keines von "),
        (["compare", "a.txt", "--html"], "--html: ein Wert muss folgen"),
        (["report", "a.txt", "-o", "a.nonsense"], "-o/--output: a.nonsense: Kein Bericht endet so"),
        (["compare", "a.txt", "--json=3"], "--json: hier steht kein Wert: '3'"),
        (["compare", "-hx"], "-h/--help: hier steht kein Wert: 'x'"),
        (["report", "a.txt", "--o", "a.html"], "--o kann --output, --only heißen"),
    ],
)
def test_what_is_wrong_with_a_line_is_told_in_the_user_s_language(
    argv: list[str], told: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    with pytest.raises(SystemExit) as caught:
        run(argv)
    assert caught.value.code == 2
    assert f"Fehler: {told}" in capsys.readouterr().err


NOT_OURS = (
    *(
        "conflicting ",
        "cannot have multiple ",
        "unexpected option string",
        "%r is not callable",
    ),  # of its writer
    *("unknown parser ", "option '", "command '"),  # the choice is refused before; nothing of ours is deprecated
    *("one of the arguments ", "not allowed with argument "),  # of groups
    *("expected at most one ", "expected %s argument", "invalid %(type)s value"),  # of numbers of values, and of types
)
"""What `argparse` complains of where a parser has what none of ours has."""


_ASKED_FOR = {None, path_named, checks_named, report_path, positive, language_named, reading_language_named}
"""What makes a value of a word of the command line, and complains by itself."""


def complaints_of_argparse() -> Iterator[str]:
    """Yield what `argparse` of this Python says of a wrong line, with `given` for what it names."""
    tree = ast.parse(Path(argparse.__file__).read_text(encoding="utf-8"))
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
        names = {getattr(call.func, "attr", getattr(call.func, "id", "")) for call in calls}
        if names & {"error", "ArgumentError"}:
            told = (call.args[0] for call in calls if getattr(call.func, "id", "") in ("_", "ngettext"))
            yield from (word.value for word in told if isinstance(word, ast.Constant) and isinstance(word.value, str))


def test_whatever_argparse_complains_of_is_in_the_catalogue() -> None:
    ours = {one for one in complaints_of_argparse() if not one.startswith(NOT_OURS)}
    assert len(ours) >= 5
    for complaint in ours:
        told = re.sub(r"%(?:\(\w+\))?[sr]", "given", complaint)
        assert _told(told) != told


def test_no_command_asks_for_what_argparse_would_complain_of_in_english() -> None:
    parsers = [_parser([name]) for name in COMMANDS]
    for parser in parsers:
        parsers += (below for action in parser._actions for below in getattr(action, "_name_parser_map", {}).values())
    actions = [action for parser in parsers for action in parser._actions]
    assert {action.nargs for action in actions} <= {None, 0, "*", "+", argparse.PARSER}
    assert {action.type for action in actions} <= _ASKED_FOR
    assert not any(parser._mutually_exclusive_groups for parser in parsers)


def test_usage_errors_exit_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        run(["compare"])
    assert caught.value.code == 2
    assert "FILE" in capsys.readouterr().err


def test_bad_files_are_named_and_the_others_go_on(
    good: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    empty, binary = tmp_path / "empty.txt", tmp_path / "binary.txt"
    empty.touch()
    (tmp_path / "folder").mkdir()
    binary.write_bytes(bytes(range(256)) * 8)
    status = run(
        ["compare", "--json", str(empty), str(good), str(binary), str(tmp_path / "none.txt"), str(tmp_path / "folder")]
    )
    captured = capsysbinary.readouterr()
    errors = captured.err.decode().splitlines()
    assert status == 3
    assert len(errors) == 4
    assert all(line.startswith("crossquote: ") for line in errors)
    assert [article["outlet"] for article in json.loads(captured.out)["articles"]] == ["Harbour news"]


def test_json_has_the_promised_shape(good: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["compare", "--json", str(good)]) == 0
    result = json.loads(capsysbinary.readouterr().out)
    assert set(result) == {"articles", "utterances", "possible"}
    assert {"id", "path", "title", "outlet", "date", "language", "confidence", "sha256"} <= set(result["articles"][0])
    for utterance in result["utterances"]:
        assert {"id", "speaker", "base", "renditions"} <= set(utterance)
        for rendition in utterance["renditions"]:
            assert {"article", "language", "quotes", "repeated", "translation", "changes", "findings"} <= set(rendition)
            for quote in rendition["quotes"]:
                assert GOOD[quote["start"] : quote["end"]] == quote["text"]


def test_the_report_is_written_whole_or_not_at_all(good: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    assert run(["compare", "--json", "--html", str(report), str(good)]) == 0
    assert report.read_text(encoding="utf-8").endswith("</html>\n")
    assert run(["compare", "--json", "--html", str(tmp_path / "no" / "report.html"), str(good)]) == 3
    assert {path.name for path in tmp_path.iterdir()} == {"harbour-news.en.txt", "report.html"}


def test_the_pipe_answers_each_line_and_goes_on() -> None:
    lines = ['{"text": "Hello there, my friend", "mine": 1}', "not json", '{"no": "text"}', "[]", '{"text": "\\ud83d"}']
    done = subprocess.run(
        [sys.executable, "-m", "crossquote", "pipe", "language"],
        input="\n".join(lines), capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [answer.get("line") for answer in answers] == [None, 2, 3, 4, None]
    assert answers[0]["mine"] == 1
    assert answers[0]["language"] == "en"


def test_characters_that_lie_shift_no_span() -> None:
    texts = ("\u202eabc\u202c", "a\u200bb", "e\u0301" * 9, "👩‍👩‍👧 “so”, she said", "\ud800 “no”, he said")
    done = subprocess.run(
        [sys.executable, "-m", "crossquote", "pipe", "quotes"],
        input="".join(json.dumps({"text": text, "language": "en"}) + "\n" for text in texts),
        capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for text, answer in zip(texts, done.stdout.splitlines(), strict=True):
        for quote in json.loads(answer)["quotes"]:
            assert text[quote["start"] : quote["end"]] == quote["text"]


@pytest.mark.parametrize(
    "source", ["Ми відкриємо міст у понеділок", "«Ми відкриємо міст у понеділок»", "Ми  відкриємо міст\nу понеділок"]
)
def test_a_memory_of_ones_own_goes_before(
    source: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    article = tmp_path / "ранок.txt"
    article.write_text("Новини\n\n«Ми відкриємо міст у понеділок», — сказала мерка Ада Ліндквіст.\n", encoding="utf-8")
    memory = tmp_path / "own.tmx"
    memory.write_text(
        f'<tmx version="1.4"><body><tu><tuv xml:lang="uk"><seg>{source}</seg></tuv>'
        '<tuv xml:lang="en"><seg>We shall open the bridge on Monday</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    run(["compare", "--json", "--tmx", str(memory), str(article)])
    result = json.loads(capsysbinary.readouterr().out)
    shown = [rendition["translation"] for one in result["utterances"] for rendition in one["renditions"]]
    assert shown == ["We shall open the bridge on Monday"]


def test_checks_are_listed_for_people_and_for_programs(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["checks"]) == 0
    assert "negation: " in capsysbinary.readouterr().out.decode()
    assert run(["checks", "--json"]) == 0
    rows = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    assert {"id", "category", "severity", "languages", "summary", "on"} == set(rows[0])


def test_checks_can_be_left_out(good: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    other = tmp_path / "quay-post.en.txt"
    other.write_text(GOOD.replace("Monday", "Tuesday"), encoding="utf-8")

    def raised(*options: str) -> set[str]:
        assert run(["compare", "--json", *options, str(good), str(other)]) == 0
        found = json.loads(capsysbinary.readouterr().out)["utterances"]
        return {finding["check"] for one in found for made in one["renditions"] for finding in made["findings"]}

    assert "date" in raised()
    assert "date" not in raised("--without", "date,wording")


def test_a_check_that_there_is_not_is_a_usage_error(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        run(["compare", "--without", "date,grammar", str(good)])
    assert caught.value.code == 2
    assert "there is no check grammar; 'crossquote checks' lists them" in capsys.readouterr().err


def test_a_report_says_in_one_line_which_packages_are_lacking(tmp_path: Path) -> None:
    swahili, polish, report = tmp_path / "gazeti.sw.txt", tmp_path / "gazeta.pl.txt", tmp_path / "report.html"
    words = "“Tutafungua daraja jipya la mji huu Jumatatu asubuhi,” alisema meya Ada Lind.\n"
    swahili.write_text(words, encoding="utf-8")
    polish.write_text("„Otworzymy nowy most w poniedziałek rano” – powiedziała burmistrz Ada Lind.\n", encoding="utf-8")
    assert run(["compare", "--html", str(report), str(swahili), str(polish)]) == 0
    page = report.read_text(encoding="utf-8")
    assert page.count("There is no language package") == 1
    assert "There is no language package from Polish to English and Swahili to English, so" in page


def test_what_cannot_be_judged_and_what_is_lacking_is_said(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    path, report = tmp_path / "gazeti.sw.txt", tmp_path / "report.html"
    path.write_text("“Tutafungua daraja jipya la mji huu Jumatatu asubuhi,” alisema meya Ada Lind.\n", encoding="utf-8")
    assert run(["compare", "--html", str(report), str(path)]) == 0
    captured = capsysbinary.readouterr()
    assert "No word lists for Swahili: " in captured.out.decode()
    assert captured.err.decode().count("translate-sw_en.argosmodel") >= 1
    page = report.read_text(encoding="utf-8")
    assert "No word lists for Swahili: " in page
    assert "There is no language package from Swahili to English" in page
    assert "translate-pl_en.argosmodel" not in page, "how to get it is for who runs the program"
    assert run(["compare", "--json", str(path)]) == 0
    (article,) = json.loads(capsysbinary.readouterr().out)["articles"]
    assert article["cannot_judge"] == [check.id for check in known_checks().values() if check.needs]


HOSTILE = (
    'Mayor\x1b]0;x\x07 speaks\n\n"We will open\x1b[31m the [/bold] bridge\u202e on\x9b1m Monday," Ada Lind\x1b[2Jqvist '
    "said.\n" + "Many came to the harbour to hear it. " * 20
)


@pytest.mark.parametrize("command", [["compare"], ["quotes"], ["quotes", "--json"], ["compare", "--json"], ["detect"]])
def test_control_characters_of_an_article_never_reach_the_terminal(
    command: list[str], tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    for name in ("one.txt", "two.txt" if sys.platform == "win32" else "two\x1b[31m.txt"):  # Windows has no such names
        (tmp_path / name).write_text(f"{HOSTILE} Of {name}.", encoding="utf-8")
    run([*command, *(str(path) for path in tmp_path.iterdir()), str(tmp_path / "no\x1b[31m.txt")])
    captured = capsysbinary.readouterr()
    printed = (captured.out + captured.err).decode()
    assert not set(printed) & {chr(code) for code in (*range(10), *range(11, 32), *range(127, 160))}
    if command == ["compare"]:
        assert "[/bold]" in printed


def test_a_project_is_never_written_over(good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = good.read_bytes()
    assert run(["compare", "--save", str(good), str(good)]) == 3
    assert "of that name" in capsys.readouterr().err
    assert good.read_bytes() == before
    assert list(tmp_path.iterdir()) == [good]


@pytest.mark.usefixtures("home")
def test_files_of_its_own_that_cannot_be_read_are_told_and_left(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = (settings_path(), columns_path(), encodings_path())
    own[0].parent.mkdir(parents=True)
    for path in own:
        path.write_bytes(b"= broken")
    assert run(["quotes", str(good)]) == 0
    told = capsys.readouterr().err
    assert [told.count(path.name) for path in own] == [1, 1, 1]
    assert [path.read_bytes() for path in own] == [b"= broken"] * 3


@pytest.mark.parametrize("command", ["quotes", "compare"])
def test_a_quote_that_was_left_out_is_told(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "tide.en.txt"
    path.write_text(f'Saw\n\n"{"We saw it all. " * 5_000}," she said.\n', encoding="utf-8")
    assert run([command, str(path)]) == 0
    assert "1 quote of more than 60,000 letters was left out (“We saw it all." in capsys.readouterr().err


@pytest.mark.usefixtures("home")
def test_a_folder_in_the_place_of_the_settings_is_told(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings_path().mkdir(parents=True)
    assert run(["quotes", str(good)]) == 0
    assert capsys.readouterr().err.count("settings.toml") == 1
