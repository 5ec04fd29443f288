"""Cues: found by their forms, with stance and what they govern."""

import pytest

from crossquote.errors import UserError
from crossquote.language.language import language_of, read_language
from crossquote.language.lexicon import known_languages
from crossquote.model.quote import Stance
from crossquote.quotes.cues import Governs, load_cues
from saying import says


@pytest.mark.parametrize(
    ("language", "text", "found", "stance"),
    [
        ("en", "The minister warned that it would rain.", "warned", Stance.WARNING),
        ("en", "Ivanov denied it.", "denied", Stance.DENYING),
        ("en", "According to the mayor, it rained.", "According to", Stance.NEUTRAL),
        ("en", "She pointed out a mistake.", "pointed out", Stance.NEUTRAL),
        ("de", "Die Polizei teilte am Montag mit, es habe gebrannt.", "teilte", Stance.NEUTRAL),
        ("de", "Er räumte den Fehler ein.", "räumte", Stance.ADMITTING),
        ("de", "Laut Polizei hat es gebrannt.", "Laut", Stance.NEUTRAL),
    ],
)
def test_finds_a_cue(language: str, text: str, found: str, stance: Stance) -> None:
    cues = load_cues(language_of(language)).find(text)
    assert [(cue.span.of(text), cue.stance) for cue in cues] == [(found, stance)]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "He believes that it will rain and thinks of home."), ("de", "Er teilte sein Brot und glaubt an Regen.")],
)
def test_thoughts_are_no_cues(language: str, text: str) -> None:
    assert load_cues(language_of(language)).find(text) == ()


def test_a_part_of_a_text_is_searched_in_place() -> None:
    text = "He said so. She said no."
    (cue,) = load_cues(language_of("en")).find(text, 12)
    assert cue.span.of(text) == "said"
    assert cue.span.start == 16


def test_a_separated_particle_is_told() -> None:
    text = "Die Polizei teilte am Montag mit, es habe gebrannt."
    (cue,) = load_cues(language_of("de")).find(text)
    assert cue.particle is not None
    assert cue.particle.of(text) == "mit"
    assert Governs.CLAUSE in cue.governs


def test_a_language_without_a_lexicon_has_none() -> None:
    assert load_cues(language_of("xx")).find("He said so.") == ()


@pytest.mark.parametrize("language", known_languages())
def test_every_lexicon_can_be_read(language: str) -> None:
    assert load_cues(language_of(language)).language.code == language


@pytest.mark.parametrize("entry", ['neutral = ["warn|?"]', 'cheerful = ["warn"]'])
def test_a_mistake_in_a_lexicon_is_told(entry: str) -> None:
    with pytest.raises(UserError, check=says("paradigm or a stance")):
        load_cues(read_language("en", f"[cues.verbs]\n{entry}\n"))


@pytest.mark.parametrize(
    ("language", "text", "lemma"),
    [
        ("ru", "Она сообщила об этом.", "сообщить"),
        ("uk", "Вони повідомляють нове.", "повідомляти"),
        ("pl", "Poinformowała go o tym.", "poinformować"),
        ("cs", "Upozornila na chybu.", "upozornit"),
        ("es", "Declararon la verdad.", "declarar"),
        ("fr", "Ils expliquent le plan.", "expliquer"),
        ("ar", "وأعلنت الحكومة القرار", "أعلن"),
        ("zh", "他强调这一点", "强调"),
    ],
)
def test_inflected_forms_lead_to_their_lemma(language: str, text: str, lemma: str) -> None:
    assert [cue.lemma for cue in load_cues(language_of(language)).find(text)] == [lemma]
