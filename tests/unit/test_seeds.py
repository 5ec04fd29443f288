"""The sample stories are what their `story.toml` says."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from crossquote.model.quote import QuoteKind
from crossquote.resources import seeds
from crossquote.work.stories import list_stories

CHECKS = """
    number date time money measurement name speaker negation modality strength stance quantifier hedge tense person
    question condition omission addition truncation order emphasis marks wording untranslated repetition
"""
LAST_WORDS = {
    "en": "This text is a sample written for the program Crossquote.",
    "uk": "Цей текст — зразок, написаний для програми Crossquote.",
    "ru": "Этот текст — образец, написанный для программы Crossquote.",
    "es": "Este texto es una muestra escrita para el programa Crossquote.",
    "de": "Dieser Text ist ein Muster, das für das Programm Crossquote geschrieben wurde.",
    "fr": "Ce texte est un échantillon écrit pour le programme Crossquote.",
}
FOLDERS = sorted(path.parent for path in seeds().glob("*/story.toml"))


@cache
def told(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "story.toml").read_text(encoding="utf-8"))


ARTICLES = [
    pytest.param(folder, article, id=f"{folder.name}/{article['file']}")
    for folder in FOLDERS
    for article in told(folder)["articles"]
]


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def folder(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_every_story_is_listed_with_its_files() -> None:
    stories = list_stories()
    assert [story.id for story in stories] == [folder.name for folder in FOLDERS]
    assert stories[0].id == "ceasefire-call"
    assert all(story.title and story.summary for story in stories)
    assert all(path.is_file() for story in stories for path in story.files)


def test_every_text_of_a_story_is_told_of(folder: Path) -> None:
    files = [article["file"] for article in told(folder)["articles"]]
    assert sorted(files) == sorted(path.name for path in folder.glob("*.txt"))
    assert len({article["language"] for article in told(folder)["articles"]}) >= 4


def test_a_story_refers_to_what_it_defines(folder: Path) -> None:
    story = told(folder)
    speakers = {speaker["id"] for speaker in story["speakers"]}
    utterances = {utterance["id"] for utterance in story["utterances"]}
    quotes = [quote for article in story["articles"] for quote in article["quotes"]]
    assert (story["schema"], story["id"]) == (1, folder.name)
    assert story["event"] in {"real", "invented"}
    assert {utterance["speaker"] for utterance in story["utterances"]} <= speakers
    assert {quote["speaker"] for quote in quotes} <= speakers
    assert {quote["utterance"] for quote in quotes} == utterances


def test_findings_name_real_checks_and_renditions(folder: Path) -> None:
    story = told(folder)
    renditions = {(article["file"], quote["utterance"]) for article in story["articles"] for quote in article["quotes"]}
    for finding in story["findings"]:
        assert finding["check"] in CHECKS.split()
        assert (finding["article"], finding["utterance"]) in renditions
        assert finding["note"]


def test_every_unfaithful_rendition_has_a_finding(folder: Path) -> None:
    story = told(folder)
    found = {(finding["article"], finding["utterance"]) for finding in story["findings"]}
    for article in story["articles"]:
        for quote in article["quotes"]:
            assert quote.get("unfaithful", False) == bool(quote.get("changed"))
            if quote.get("unfaithful"):
                assert (article["file"], quote["utterance"]) in found


@pytest.mark.parametrize(("folder", "article"), ARTICLES)
def test_quotes_stand_in_the_text_in_their_order(folder: Path, article: dict[str, Any]) -> None:
    text = (folder / article["file"]).read_text(encoding="utf-8")
    place = 0
    for quote in article["quotes"]:
        assert QuoteKind(quote["kind"])
        for part in quote["parts"]:
            place = text.index(part, place) + len(part)


@pytest.mark.parametrize(("folder", "article"), ARTICLES)
def test_an_article_is_laid_out_as_pasted(folder: Path, article: dict[str, Any]) -> None:
    text = (folder / article["file"]).read_text(encoding="utf-8")
    lines = text.splitlines()
    outlet, language, suffix = article["file"].split(".")
    assert (language, suffix) == (article["language"], "txt")
    assert outlet
    assert article["outlet"] in lines[2]
    assert str(int(article["date"][-2:])) in lines[3]
    assert lines[-1] == LAST_WORDS[language]
    assert 150 <= len(text.split()) <= 350


@pytest.mark.parametrize(("folder", "article"), ARTICLES)
def test_speakers_are_named_in_the_article_s_language(folder: Path, article: dict[str, Any]) -> None:
    names = {speaker["id"]: speaker["names"] for speaker in told(folder)["speakers"]}
    assert all(article["language"] in names[quote["speaker"]] for quote in article["quotes"])
