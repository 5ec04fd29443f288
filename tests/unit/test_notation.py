"""JSON and TOML of ours: whatever stands there, it is read, or it is one error, at once."""

import os
import time
from pathlib import Path

import pytest

from counting import counted
from crossquote.message import Message
from crossquote.notation import NotationError, parse_json, parse_toml, read_json, read_toml

HOSTILE_JSON = {
    "digits": "1" * 5000,
    "digits inside": '{"a": [' + "9" * 4000 + "]}",
    "infinite": "1e999",
    "no number": "NaN",
    "deep": "[" * 100_000,
    "deep and closed": "[" * 500 + "]" * 500,
    "deep tables": '{"a":' * 500 + "1" + "}" * 500,
    "large": '"' + "x" * 2_000_000 + '"',
    "nothing": "",
    "broken": "{",
}
HOSTILE_TOML = {
    "digits": "text_size = " + "1" * 5000,
    "infinite": "a = inf",
    "dotted": "a" + ".a" * 50_000 + " = 1",
    "dotted and quoted": '"a"' + '."a"' * 50_000 + " = 1",
    "dotted in a table": "x = {a" + ".a" * 50_000 + " = 1}",
    "a head": "[a" + ".a" * 50_000 + "]",
    "names of parts": "".join(f"x{number}{'.a' * 60} = 1\n" for number in range(7_500)),
    "tables": "".join(f"[x{number}]\n" for number in range(60_000)),
    "tables in values": "a = [" + "{}," * 300_000 + "]",
    "values": "a = [" + "1," * 500_000 + "]",
    "deep": "a = " + "[" * 100_000,
    "deep and closed": "a = " + "[" * 500 + "]" * 500,
    "large": "#" * 2_000_000,
    "broken": "= 1",
    "text without end": 'a = "' + '\\"' * 100_000,
    "letters without end": "a = '''" + "''x" * 100_000,
}


@pytest.mark.parametrize("text", HOSTILE_JSON.values(), ids=HOSTILE_JSON)
def test_json_is_refused_at_once(text: str) -> None:
    began = time.process_time()
    with pytest.raises(NotationError):
        parse_json(text)
    assert time.process_time() - began < 1


@pytest.mark.parametrize("text", HOSTILE_TOML.values(), ids=HOSTILE_TOML)
def test_toml_is_refused_at_once(text: str) -> None:
    began = time.process_time()
    with pytest.raises(NotationError):
        parse_toml(text)
    assert time.process_time() - began < 1


def test_what_is_ours_is_read(tmp_path: Path) -> None:
    path = tmp_path / "one"
    path.write_text('\ufeff{"a": [1, 2.5, "…", null, true]}', encoding="utf-8")
    assert read_json(path) == {"a": [1, 2.5, "…", None, True]}
    path.write_text('[a.b]\nc = "....................................................................... " # .....\n')
    assert list(read_toml(path)["a"]["b"]) == ["c"]


@pytest.mark.parametrize("name", ["names of parts", "tables", "tables in values", "values"])
def test_what_costs_much_to_parse_is_not_parsed(name: str) -> None:
    """Less than a megabyte took three hundred of memory, and four seconds of each start."""
    with counted() as calls, pytest.raises(NotationError, check=lambda error: error.why == Message("cause.too-large")):
        parse_toml(HOSTILE_TOML[name])
    assert calls[0] < 100 + 3 * HOSTILE_TOML[name].count("\n")  # lines are looked at, nothing is parsed


def test_signs_in_strings_and_comments_part_nothing() -> None:
    marks = "[{.=," * 9_000
    assert parse_toml(f'a = "{marks}" # {marks}\n', signs=1) == {"a": marks}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileNotFoundError):
        read_toml(tmp_path / "pipe")


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "one"
    path.write_bytes(b'"\xff"')
    with pytest.raises(NotationError):
        read_json(path)
