import pytest

from crossquote.comparison.read import read
from crossquote.comparison.table import looked_for
from crossquote.language.language import language_of
from crossquote.language.lexicon import known_languages, load_lexicon
from crossquote.text.dates import agree
from crossquote.text.measures import load_measures
from crossquote.text.quantity import Day, Quantity, Sort


def quantities(text: str, language: str = "en") -> tuple[Quantity, ...]:
    return read(text, language_of(language)).quantities


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "on 12 March 2014", Day(2014, 3, 12)),
        ("en", "on March 12th, 2014", Day(2014, 3, 12)),
        ("en", "on the 12th of March", Day(None, 3, 12)),
        ("en", "in March 2014", Day(2014, 3)),
        ("en", "on 3/12/2014", Day(2014, 3, 12)),
        ("en", "on 2014-03-12", Day(2014, 3, 12)),
        ("en", "on Monday", Day(weekday=1)),
        ("en", "yesterday", Day(offset=-1)),
        ("uk", "12 березня 2014 року", Day(2014, 3, 12)),
        ("ru", "12 марта", Day(None, 3, 12)),
        ("de", "am 12. März 2014", Day(2014, 3, 12)),
        ("de", "am 12.03.2014", Day(2014, 3, 12)),
        ("fr", "le 12 mars 2014", Day(2014, 3, 12)),
        ("es", "el 12 de marzo de 2014", Day(2014, 3, 12)),
    ],
)
def test_dates_are_read(language: str, text: str, day: Day) -> None:
    assert [q.day for q in quantities(text, language)] == [day]


def test_may_is_a_month_only_beside_a_number() -> None:
    assert not quantities("They may march.")
    assert quantities("on 6 May")[0].day == Day(None, 5, 6)


@pytest.mark.parametrize(("text", "minutes"), [("18:30", 1110), ("6:30 p.m.", 1110), ("6 pm", 1080), ("noon", 720)])
def test_times_are_read_in_minutes(text: str, minutes: float) -> None:
    found = quantities(text)
    assert [q.sort for q in found] == [Sort.TIME]
    assert minutes in found[0].values


@pytest.mark.parametrize(
    ("language", "text", "minutes"),
    [
        ("en", "half past three", 210),
        ("es", "a las tres y media", 210),
        ("hi", "साढ़े तीन बजे", 210),
        ("hi", "सवा तीन बजे", 195),
        ("hi", "पौने तीन बजे", 165),
        ("hi", "डेढ़ बजे", 90),
        ("hi", "ढाई बजे", 150),
        ("ur", "ساڑھے تین بجے", 210),
        ("ur", "سوا تین بجے", 195),
        ("ur", "پونے تین بجے", 165),
        ("ur", "ڈیڑھ بجے", 90),
        ("ur", "ڈھائی بجے", 150),
        ("eu", "hiru eta erdiak", 210),
        ("eu", "hiru eta erdietan hasi zen", 210),
        ("eu", "hirurak eta laurdenetan", 195),
    ],
)
def test_hours_in_words(language: str, text: str, minutes: float) -> None:
    found = quantities(text, language)
    assert [q.sort for q in found] == [Sort.TIME]
    assert minutes in found[0].values


@pytest.mark.parametrize(
    ("language", "text"), [("hi", "साढ़े तीन घंटे"), ("ru", "три с половиной часа"), ("eu", "hiru ordu eta erdi")]
)
def test_how_long_something_took_is_no_hour(language: str, text: str) -> None:
    assert Sort.TIME not in [q.sort for q in quantities(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("en", "$5 million", 5e6, "USD"),
        ("en", "US$ 300", 300, "USD"),
        ("en", "300 US dollars", 300, "USD"),
        ("en", "EUR 300", 300, "EUR"),
        ("en", "300 €", 300, "EUR"),
        ("uk", "5 млн грн", 5e6, "UAH"),
        ("de", "3 Mio. Dollar", 3e6, "USD"),
        ("fr", "3 millions d’euros", 3e6, "EUR"),
        ("es", "3 millones de euros", 3e6, "EUR"),
    ],
)
def test_money_has_a_currency(language: str, text: str, value: float, unit: str) -> None:
    assert [(q.sort, q.values[0], q.unit) for q in quantities(text, language)] == [(Sort.MONEY, value, unit)]


def test_dates_that_share_nothing_cannot_be_told_apart() -> None:
    assert agree(Day(weekday=1), Day(None, 3, 12)) is None
    assert agree(Day(weekday=3), Day(None, 3, 12), ("2025-03-14", "2025-03-14")) is True
    assert agree(Day(None, 3, 12), Day(2014, 3)) is True
    assert agree(Day(None, 3, 12), Day(None, 3, 21)) is False


@pytest.mark.parametrize("language", known_languages())
def test_the_lexicons_hold_what_the_checks_read(language: str) -> None:
    lexicon = load_lexicon(language)
    for section, key in looked_for():
        lexicon.texts(section, key)
    assert set(lexicon.lists("measures", "units")) <= set(load_measures())
    assert all(entry.count("/") == 1 for entry in lexicon.texts("negation", "opposites"))
    for key in ("values", "ordinals", "multipliers", "shares", "rough"):
        lexicon.numbers("numbers", key)


@pytest.mark.parametrize("language", ["en", "uk", "ru", "de", "fr", "es"])
def test_six_languages_have_every_section(language: str) -> None:
    assert {section for section, _ in looked_for()} <= set(load_lexicon(language).tables)


@pytest.mark.parametrize("language", known_languages())
def test_no_phrase_is_longer_than_the_search_reaches(language: str) -> None:
    lexicon = load_lexicon(language)
    assert all(len(phrase.split()) <= 6 for section, key in looked_for() for phrase in lexicon.texts(section, key))
