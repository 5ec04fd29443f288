"""`crossquote packages`, as a user runs it."""

import json
from pathlib import Path

import pytest

from crossquote.cli.main import run
from crossquote.translation.index import kept_index
from crossquote.translation.permissions import allowed_samples
from crossquote.wording import tell
from crossquote.wording.trouble import tell_error
from crossquote.work import packages
from crossquote.work.packages import describe_missing, missing_message
from random_package import make_package

pytestmark = pytest.mark.usefixtures("kept_processes")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    make_package(tmp_path / "stick" / "uk", package_version="1.9")
    make_package(tmp_path / "stick" / "sample", ("de", "en"), crossquote_sample=True)
    return tmp_path / "stick"


def lines(capfdbinary: pytest.CaptureFixture[bytes]) -> list[str]:
    return capfdbinary.readouterr().out.decode().splitlines()


def test_install_list_verify_remove(stick: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["packages", "install", str(stick)]) == 0
    assert [line.split()[:3] for line in lines(capfdbinary)] == [
        ["Installed", "translate-de_en", "1.0"], ["Installed", "translate-uk_en", "1.9"]
    ]  # fmt: skip
    assert run(["packages", "list", "--licence"]) == 0
    shown = "\n".join(lines(capfdbinary))
    assert "sample, for the sample stories" in shown
    assert "Random weights. Public domain." in shown
    assert run(["packages", "verify", "uk-en"]) == 0
    assert "SHA-256" in lines(capfdbinary)[0]
    assert run(["packages", "remove", "translate-uk_en"]) == 0
    lines(capfdbinary)
    assert run(["packages", "list", "--json"]) == 0
    rows = json.loads(lines(capfdbinary)[0])["packages"]
    assert [row["code"] for row in rows if row["place"] == "ours"] == ["translate-de_en"]


def test_of_one_pair_our_own_package_goes_and_not_another_programs(
    stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    theirs = tmp_path / "argos" / "uk"
    make_package(theirs, package_version="1.0")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(theirs.parent))
    assert run(["packages", "install", str(stick / "uk")]) == 0
    assert run(["packages", "remove", "uk-en"]) == 0
    assert (theirs / "metadata.json").is_file()
    lines(capfdbinary)
    assert run(["packages", "list", "--json"]) == 0
    rows = json.loads(lines(capfdbinary)[0])["packages"]
    assert [row["place"] for row in rows if row["code"] == "translate-uk_en"].count("ours") == 0


def test_a_broken_package_is_said_and_the_status_tells(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.argosmodel"
    path.write_bytes(b"nothing")
    assert run(["packages", "install", str(path)]) == 3
    assert "x.argosmodel: not a usable language package" in capfd.readouterr().err


def test_a_sample_can_be_allowed_and_forbidden(stick: Path) -> None:
    run(["packages", "install", str(stick / "sample")])
    assert run(["packages", "allow", "de-en"]) == 0
    assert allowed_samples() == {"translate-de_en"}
    assert run(["packages", "forbid", "de-en"]) == 0
    assert allowed_samples() == frozenset()


def test_what_is_not_there_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["packages", "remove", "xx-yy"]) == 3
    assert "no language package 'xx-yy' here" in capfd.readouterr().err
    assert run(["packages", "download", "english"]) == 3
    assert "no pair of languages" in capfd.readouterr().err


def test_without_an_index_available_says_how_to_get_it(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["packages", "available"]) == 0
    assert "--fetch" in lines(capfdbinary)[0]


def test_a_kept_index_is_shown_and_names_what_lacks(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    link = "https://example.org/translate-uk_en-1_9.argosmodel"
    entry = {"from_code": "uk", "to_code": "en", "package_version": "1.9", "links": [link]}
    kept_index().parent.mkdir(parents=True)
    kept_index().write_text(json.dumps([entry]), encoding="utf-8")
    assert run(["packages", "available"]) == 0
    assert link in lines(capfdbinary)[0]
    known, unknown = describe_missing([("uk", "en"), ("sr", "en")])
    assert (known.file_name, known.link) == ("translate-uk_en-1_9.argosmodel", link)
    assert unknown.file_name == "translate-sr_en.argosmodel"
    assert not unknown.offered
    told = tell_error(missing_message(known))
    assert "from Ukrainian to English" in told
    assert "packages download uk-en" in told
    assert link in told


def test_languages_are_called_as_the_interface_calls_them(
    stick: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    make_package(stick / "odd", from_code="qqq", from_name="Quuxish")
    run(["packages", "install", str(stick)])
    links = ["https://example.org/translate-fr_en-1_9.argosmodel"]
    entry = {"from_code": "fr", "to_code": "en", "package_version": "1.9", "links": links}
    kept_index().write_text(json.dumps([entry]), encoding="utf-8")
    monkeypatch.setenv("LANGUAGE", "uk")
    lines(capfdbinary)
    run(["packages", "list"])
    run(["packages", "available"])
    run(["languages"])
    told = "\n".join(lines(capfdbinary))
    for name in ("українська → англійська", "Quuxish → англійська", "французька → англійська", "чеська (Čeština)"):
        assert name in told


def test_a_package_is_found_in_argos_own_folder(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(stick))
    (stick / "foreign").mkdir()
    found = packages.list_packages()
    assert [package.code for package in found.packages if package.place.value == "argos"] == [
        "translate-de_en", "translate-uk_en"
    ]  # fmt: skip
    assert [Path(fault.path).name for fault in found.faults] == ["foreign"]


def test_without_argos_articles_are_compared_and_how_to_add_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("crossquote.translation.default.has_argos", lambda: False)
    monkeypatch.setattr("crossquote.work.packages.has_argos", lambda: False)
    english, ukrainian = tmp_path / "a.en.txt", tmp_path / "b.uk.txt"
    english.write_text("Harbour\n\n“We ask for peace,” Mayor Ada Lindqvist said on Tuesday.\n", encoding="utf-8")
    ukrainian.write_text("Гавань\n\n«Ми просимо миру», — сказала мер Ада Ліндквіст у вівторок.\n", encoding="utf-8")
    assert run(["compare", "--json", str(english), str(ukrainian)]) == 0
    shown = capfd.readouterr()
    assert "We ask for peace" in shown.out
    assert "Ми просимо миру" in shown.out
    assert shown.err.count("Argos Translate is not installed") == 1


def test_what_lacks_is_said_once_with_the_way_to_get_it(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for number in range(2):
        path = tmp_path / f"{number}.txt"
        path.write_text("Гавань\n\n«Ми просимо миру», — сказала мер Ада Ліндквіст у вівторок.\n", encoding="utf-8")
    assert run(["compare", "--json", str(tmp_path / "0.txt"), str(tmp_path / "1.txt")]) == 0
    err = capfd.readouterr().err
    assert err.count("no language package from Ukrainian to English") == 1
    assert "translate-uk_en-1_9.argosmodel" in err
    assert "packages allow uk-en" in err


def test_a_package_on_the_way_is_not_said_to_be_of_a_language_that_nothing_is_in() -> None:
    (way,) = describe_missing([("en", "ar")])
    assert "English is compared" not in tell(missing_message(way).message)
