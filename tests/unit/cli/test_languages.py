"""`crossquote languages`: a file that can't be read is an error for a person, and one bad lexicon spoils no other."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossquote.cli.main import run
from crossquote.language import together
from crossquote.language.names import english_name
from lexicons_anew import copied_lexicons

ENGLISH = "The port stays open\nBy Ada Lindqvist\n14 March 2025\n\n“We stay,” the mayor said on Friday.\n"
BAD = (
    b"[language]\nname = 'Q'\nenglish = 3\n",
    b"[language]\nname = 'Q'\nenglish = 'Q'\n[article]\nauthor = 'a'\n",
    b"[language]\nname = 'Q'\nenglish = 'Q'\nlike = 'pb'\n",
    b"[language]\nname = '\xff'\n",
    b"[language\n",
    b"x = 1\n",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the folder of the lexicons, which a test may spoil."""
    with copied_lexicons(tmp_path, monkeypatch) as copied:
        yield copied


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    large = tmp_path / "large.toml"
    with large.open("wb") as file:
        os.truncate(file.fileno(), 100 * 1024 * 1024)
    for path, told in (
        (tmp_path / "none.toml", "no such file"),
        (tmp_path, "this is a folder"),
        (large, "too large to be a lexicon (100 MB)"),
        (_written(tmp_path / "latin.toml", "[language]\nname = 'Español'\n".encode("latin-1")), "line 2 is not UTF-8"),
    ):
        assert run(["languages", "--check", str(path)]) == 3
        said = capfd.readouterr().err
        assert (str(path) in said, told in said) == (True, True), said


def test_the_others_are_checked_all_the_same(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    wrong = _written(tmp_path / "qq.toml", b'[language]\nname = "Q"\nenglish = "Q"\nlike = "pb"\n')
    assert run(["languages", "--check", str(tmp_path / "none.toml"), str(wrong)]) == 3
    assert f"{wrong}: line 4: " in capfd.readouterr().out
    assert run(["languages", "--check", str(wrong)]) == 1


def test_a_bad_lexicon_spoils_no_other(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    bad = {f"q{letter}": source for letter, source in zip("abcdef", BAD, strict=True)}
    named = {code for code, source in bad.items() if source.count(b"'Q'") == 2}
    for code, source in bad.items():
        (folder / f"{code}.toml").write_bytes(source)
    article = folder / "morning.txt"
    article.write_text(ENGLISH, encoding="utf-8")
    assert run(["detect", str(article)]) == 0
    said = capfd.readouterr()
    assert said.out.startswith("en ")
    assert {code: said.err.count(f"{code}.toml") for code in bad} == dict.fromkeys(bad, 1)
    assert run(["quotes", str(article)]) == 0
    assert "1 quote" in capfd.readouterr().out
    assert run(["checks"]) == 0
    capfd.readouterr()
    assert run(["languages"]) == 3
    said = capfd.readouterr()
    assert ("English" in said.out, said.out.count("(Q)")) == (True, len(named))
    assert all(f"{code}.toml" in said.err for code in bad)
    assert bad.keys() & set(together.readable_languages()) == named
    assert english_name("en") == "English"


@pytest.mark.parametrize("asked", [["quotes"], ["detect"], ["compare"]], ids=lambda asked: asked[0])
def test_what_is_wrong_in_a_lexicon_is_told_by_whatever_reads_it(
    asked: list[str], folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    lexicon = folder / "en.toml"
    source = lexicon.read_text(encoding="utf-8").replace("[article]\n", '[article]\nauthro = ["a"]\n', 1)
    lexicon.write_text(source.replace("[clauses]\n", '[clauses]\nadvrbs = ["a"]\n', 1), encoding="utf-8")
    article = folder / "morning.txt"
    article.write_text(ENGLISH, encoding="utf-8")
    assert run([*asked, str(article)]) == 0
    said = capfd.readouterr().err
    assert (said.count("en.toml"), "authro" in said, "advrbs" in said) == (2, True, True), said


FRENCH = "Le port reste ouvert\nLe 14 mars 2025\n\n« Nous restons ici », a déclaré la maire Ada Lindqvist vendredi.\n"
SPOILT = """
[cues]
advrbs = ["hier"]

[negation]
negators = ["ne", 3]

[hopes]
all = ["x"]

[stems]
stemmer = "klingon"
"""


def _without(source: str, *sections: str) -> str:
    """Return a lexicon without some sections."""
    parts = re.split(r"(?m)^(?=\[)", source)
    return "".join(part for part in parts if not re.match(rf"\[({'|'.join(sections)})[.\]]", part))


def _spoil(folder: Path) -> list[tuple[int, str]]:
    """Spoil the French lexicon; return the lines of its mistakes, and what is said of each."""
    lexicon = folder / "fr.toml"
    whole = lexicon.read_text(encoding="utf-8")
    source = _without(whole, "cues", "negation", "stems", "money") + SPOILT + "[money]\nwords = [\n"
    source = source.replace('advrbs = ["hier"]', 'advrbs = ["hier"]\nverbs = { say = ["déclar|er"] }')
    lexicon.write_text(source, encoding="utf-8")
    lines = source.splitlines()
    return [
        (lines.index('advrbs = ["hier"]') + 1, "[cues] has no key “advrbs”"),
        (lines.index('negators = ["ne", 3]') + 1, "[negation] negators must be a list of texts"),
        (lines.index("[hopes]") + 1, "there is no section [hopes]"),
        (lines.index('stemmer = "klingon"') + 1, "“klingon” is no choice for [stems] stemmer"),
    ]


def test_a_language_works_with_what_is_right_in_its_lexicon(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    mistakes = _spoil(folder)
    article, other = folder / "matin.txt", folder / "soir.txt"
    article.write_text(FRENCH, encoding="utf-8")
    other.write_text(FRENCH.replace("restons ici", "ne restons pas ici, c'est 3 euros"), encoding="utf-8")
    assert run(["compare", str(article), str(other)]) == 0
    said = capfd.readouterr()
    assert "2 renditions in 1 language" in said.out
    for line, told in mistakes:
        assert said.err.count(f"fr.toml: line {line}: {told}") == 1, said.err
    assert said.err.count("fr.toml: not valid TOML") == 1, said.err


def test_a_run_that_meets_one_mistake_tells_all_of_that_lexicon(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    mistakes = _spoil(folder)
    article = folder / "matin.txt"
    article.write_text(FRENCH, encoding="utf-8")
    assert run(["quotes", str(article)]) == 0
    said = capfd.readouterr().err
    assert [said.count(f"fr.toml: line {line}: {told}") for line, told in mistakes] == [1] * len(mistakes)
    assert said.count("fr.toml: not valid TOML") == 1
    assert all(line.startswith("crossquote: ") and "fr.toml" in line for line in said.splitlines())


def test_a_language_that_nothing_can_be_compared_in_is_refused_with_those_that_can(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "morning.txt"
    article.write_text(ENGLISH, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        run(["compare", "--read-in", "zz", str(article)])
    said = " ".join(capfd.readouterr().err.split())
    assert (ended.value.code, "zz" in said, "uk" in said) == (2, True, True), said
    assert run(["compare", "--read-in", "zh-TW", str(article)]) == 0
    assert "translate-en_zt" in capfd.readouterr().err
