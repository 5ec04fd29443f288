"""Tests of offices: which description of an article stands for which name."""

import pytest

from crossquote.language.language import language_of
from crossquote.model.article import Article, Detection
from crossquote.progress import QUIET, finish
from crossquote.quotes.page import read_page
from crossquote.quotes.scene import hide
from crossquote.quotes.speakers.offices import find_offices, load_office_rules
from crossquote.quotes.speakers.persons import look_for_persons


def _holder(language: str, text: str, mention: str) -> str | None:
    article = Article("a", text, title="a", outlet="a", detection=Detection(language, 1.0, told=True))
    scene = hide(read_page(article, language_of(language)), [])
    return finish(look_for_persons(scene, QUIET)).offices.holder(mention)


@pytest.mark.parametrize(
    ("language", "text", "mention", "holder"),
    [
        ("en", "US President Ann Roe left.", "the American president", "Ann Roe"),
        ("en", "Ann Roe, the chief engineer of the Olm dam, left.", "the engineer", "Ann Roe"),
        ("en", "Minister Ann Roe met Minister Tom Poe.", "the minister", None),
        ("en", "Transport minister Ann Roe met health minister Tom Poe.", "the health minister", "Tom Poe"),
        ("en", "US President Ann Roe left.", "a president", None),
        ("en", "Tom Poe, the president’s envoy, left.", "the president", None),
        ("fr", "La ministre des Transports, Anne Roux, est partie.", "la ministre", "Anne Roux"),
        ("fr", "Le président belge Paul Lenoir est parti.", "le président russe", None),
        ("fr", "L’ingénieure en chef, Anne Roux, est partie.", "l’ingénieure", "Anne Roux"),
        ("es", "El portavoz del Senado, Juan Olmo, salió.", "el portavoz del Senado", "Juan Olmo"),
        ("de", "Kremlsprecher Iwan Orlow ging.", "der Sprecher", "Iwan Orlow"),
        ("uk", "Речниця міністерства Олена Гай пішла.", "речниця", "Олена Гай"),
        ("ru", "Пресс-секретарь Думы Олег Белов ушёл.", "пресс-секретарь", "Олег Белов"),
        ("pl", "Rzecznik rządu Jan Lis wyszedł.", "rzecznik rządu", "Jan Lis"),
    ],
)
def test_a_description_stands_for_the_one_person_it_fits(
    language: str, text: str, mention: str, holder: str | None
) -> None:
    assert _holder(language, text, mention) == holder


def test_a_country_after_a_name_is_no_part_of_it() -> None:
    text = "«Iré», dijo Olmo. El presidente Juan Olmo de Rusia llegó."
    article = Article("a", text, title="a", outlet="a", detection=Detection("es", 1.0, told=True))
    scene = hide(read_page(article, language_of("es")), [])
    assert finish(look_for_persons(scene, QUIET)).named.full["olmo"] == "Juan Olmo"


def test_nothing_is_held_where_nobody_is_named() -> None:
    article = Article("a", "The minister left.", title="a", outlet="a", detection=Detection("en", 1.0))
    scene = hide(read_page(article, language_of("en")), [])
    assert find_offices(scene, []).holder("the minister") is None
    assert load_office_rules(language_of(None)).role("minister") == ("", "")
