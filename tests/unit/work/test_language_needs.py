"""What the languages of the open articles need: packages that read them, and packages that lack."""

from types import MappingProxyType

from crossquote.model.article import Article, Detection
from crossquote.model.state import State
from crossquote.translation.fake import FakeTranslator
from crossquote.work.language_needs import language_needs
from crossquote.work.packages import list_packages
from crossquote.work.stages.translate import missing_routes


def state_of(*languages: str) -> State:
    articles = {
        f"a{number}": Article(f"a{number}", "text", "title", "outlet", detection=Detection(language, 1.0))
        for number, language in enumerate(languages)
    }
    return State(articles=MappingProxyType(articles))


def test_what_lacks_stands_first_then_what_most_articles_are_in() -> None:
    state = state_of("en", "uk", "uk", "de", "sr")
    needs = language_needs(state, FakeTranslator([("uk", "en")]), ())
    assert [(one.language, one.articles, [lack.code for lack in one.missing]) for one in needs] == [
        ("de", 1, ["translate-de_en"]),
        ("sr", 1, ["translate-sr_en"]),
        ("uk", 2, []),
        ("en", 1, []),
    ]


def test_it_lacks_what_the_window_says_that_lacks() -> None:
    state = state_of("uk", "de", "ar", "en")
    translator = FakeTranslator([("uk", "en")])
    needs = language_needs(state, translator, ())
    pairs = {lack.pair for need in needs for lack in need.missing}
    assert pairs == set(missing_routes(state, translator))


def test_packages_that_are_used_are_named() -> None:
    here = list_packages().packages
    package = next(one for one in here if one.pair == ("uk", "en"))
    (need,) = language_needs(state_of("uk"), FakeTranslator([("uk", "en")]), here)
    assert need.packages == (package,)
    assert not need.missing
