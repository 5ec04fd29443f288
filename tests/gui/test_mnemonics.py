"""The letters that choose with Alt, in each catalogue: no menu and no row of buttons has one twice."""

from collections.abc import Mapping

import pytest

from crossquote.gui.actions import ACTIONS
from crossquote.gui.controllers.review import CARD_MENU, FINDING_MENU
from crossquote.gui.menu_names import MENUS
from crossquote.wording.catalogue import languages, load_catalogue

Texts = Mapping[str, tuple[str, ...]]

TOGETHER: Texts = {
    "the bar of menus": tuple(f"window.menu.{menu}" for menu in MENUS),
    **{menu: tuple(f"window.action.{one.id}" for one in ACTIONS if one.id and one.menu == menu) for menu in MENUS[1:]},
    MENUS[0]: (
        "window.recent.open-recent",
        *(f"window.action.{one.id}" for one in ACTIONS if one.id and one.menu == MENUS[0]),
    ),
    "a card": tuple(f"window.action.{name}" for group in CARD_MENU for name in group),
    "a finding": tuple(f"window.action.{name}" for group in FINDING_MENU for name in group),
    "the rules": ("window.rules.take-back",),
    "the history": ("window.review.go-here",),
}
"""What stands in one menu, or in one row of buttons."""


def marked(text: str) -> list[str]:
    """Return the letters of a text that an "&" stands before, as a keyboard knows them; "&&" is told as "&"."""
    pieces = text.replace("&&", "").split("&")[1:]
    return [piece[:1].casefold() for piece in pieces]


def find_clashes(texts: Texts) -> list[str]:
    """Return what is wrong with the letters: two in one text, an "&" before no letter, one that is there twice."""
    wrong = [
        f"{code}: {letters}"
        for code, forms in texts.items()
        for letters in map(marked, forms)
        if len(letters) > 1 or not all(letter.isalnum() for letter in letters)
    ]
    for name, codes in TOGETHER.items():
        chosen = [(letter, code) for code in codes if code in texts for letter in marked(texts[code][0])]
        firsts = dict(reversed(chosen))
        wrong += [
            f"{name}: {letter!r} stands in {firsts[letter]} and in {code}"
            for letter, code in chosen
            if firsts[letter] != code
        ]
    return wrong


@pytest.mark.parametrize("language", languages())
def test_no_menu_has_a_letter_twice(language: str) -> None:
    assert find_clashes(load_catalogue(language).words) == []


@pytest.mark.parametrize("language", languages())
def test_a_letter_is_marked_where_it_is_looked_for_alone(language: str) -> None:
    known = {code for codes in TOGETHER.values() for code in codes}
    told = load_catalogue(language).words
    assert [code for code in told if code not in known and any(map(marked, told[code]))] == []


def test_clashes_are_found() -> None:
    texts = {
        "window.menu.file": ("&Файл",),
        "window.menu.edit": ("Пра&вка",),
        "window.menu.view": ("&Вигляд",),
        "window.menu.help": ("В&&& так",),
        "window.action.undo": ("С&касувати &крок",),
    }
    assert find_clashes(texts) == [
        "window.menu.help: [' ']",
        "window.action.undo: ['к', 'к']",
        "the bar of menus: 'в' stands in window.menu.edit and in window.menu.view",
    ]
