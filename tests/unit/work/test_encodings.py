"""Which encoding the user chose for a file is remembered by its bytes, and no more of it than that."""

import hashlib
from pathlib import Path

import pytest

from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.work.encodings import (
    can_be_chosen,
    encodings_path,
    forget_encodings,
    guess_files,
    known_encodings,
    remember_encodings,
)
from crossquote.work.stages.add_articles import read_files
from documents import packed

pytestmark = pytest.mark.usefixtures("kept_processes")

SAID = 'Порт\n\n"Мы не покинем порт до мая", - сказал министр Роман Ковальчук.\n'.encode("cp1251")
DIGEST = hashlib.sha256(SAID).hexdigest()


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_it_is_remembered_by_the_bytes_wherever_they_lie(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", SAID)
    assert finish(read_files(State(), [path])).added == ()
    remember_encodings([(DIGEST, "windows-1251")])
    archive = put(tmp_path, "b.zip", packed({"c.txt": SAID}))
    for one in (path, archive):
        (article,) = finish(read_files(State(), [one])).state.articles.values()
        assert "Мы не покинем порт" in article.text
    assert "a.txt" not in encodings_path().read_text(encoding="utf-8")


def test_what_a_command_names_comes_first(tmp_path: Path) -> None:
    remember_encodings([(DIGEST, "windows-1251")])
    (article,) = finish(read_files(State(), [put(tmp_path, "a.txt", SAID)], "koi8-r")).state.articles.values()
    assert "Мы не покинем порт" not in article.text


def test_what_was_chosen_last_holds_and_can_be_forgotten() -> None:
    remember_encodings([(DIGEST, "koi8-r"), ("0" * 64, "cp866")])
    remember_encodings([(DIGEST, "windows-1251")])
    assert known_encodings() == {DIGEST: "windows-1251", "0" * 64: "cp866"}
    forget_encodings([DIGEST])
    assert known_encodings() == {"0" * 64: "cp866"}


def test_a_thousand_are_remembered_and_the_oldest_give_way() -> None:
    remember_encodings([(f"{number:064x}", "cp866") for number in range(1000)])
    remember_encodings([(DIGEST, "cp866")])
    assert len(known_encodings()) == 1000
    assert DIGEST in known_encodings()


@pytest.mark.parametrize(
    "text",
    ["", "x = 1", f'{DIGEST} = "rot13"', f'{DIGEST} = ["cp866"]', f'{DIGEST[1:]} = "cp866"', "\xff[", "a" * 10**6],
)
def test_what_is_no_such_thing_is_left_out(text: str) -> None:
    encodings_path().parent.mkdir(parents=True, exist_ok=True)
    encodings_path().write_text(text, encoding="latin-1")
    assert dict(known_encodings()) == {}


def test_what_lies_deep_in_other_files_can_be_chosen_too(tmp_path: Path) -> None:
    mail = (
        b"From: Ada <a@a.example>\nTo: b@b.example\nSubject: Port\nMessage-ID: <1@a>\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\nThe port, as sent.\n--x\nContent-Type: text/plain\n"
        b"Content-Disposition: attachment; filename=port.txt\nContent-Transfer-Encoding: 8bit\n\n" + SAID + b"\n--x--\n"
    )
    archive = put(tmp_path, "b.zip", packed({"box/a.eml": mail, "c.txt": SAID}))
    (problem, other) = finish(read_files(State(), [archive])).problems
    assert can_be_chosen(problem)
    assert can_be_chosen(other)
    paths = [archive / "c.txt", archive / "box" / "a.eml" / "port.txt", archive / "gone.txt", tmp_path / "nowhere"]
    found = finish(guess_files([Path(problem.path), Path(other.path), *paths]))
    assert {one.guesses[0].name for one in found} == {"windows-1251"}
    assert {one.path.name for one in found} == {"c.txt", "port.txt"}


def test_what_cannot_be_read_is_set_aside_before_it_is_written_anew() -> None:
    encodings_path().parent.mkdir(parents=True, exist_ok=True)
    encodings_path().write_text("= nothing", encoding="utf-8")
    remember_encodings([(DIGEST, "koi8-r")])
    assert known_encodings() == {DIGEST: "koi8-r"}
    (aside,) = (path for path in encodings_path().parent.iterdir() if path != encodings_path())
    assert aside.read_text(encoding="utf-8") == "= nothing"
