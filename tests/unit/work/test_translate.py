"""Translating what is open: one pass a route, memory, own versions, samples."""

from types import MappingProxyType

import pytest
from msgspec.structs import replace

from crossquote.model.article import Article, Detection
from crossquote.model.quote import Quote, QuoteKind
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.translation.fake import FakeTranslator
from crossquote.work import samples
from crossquote.work.stages.translate import (
    article_translation,
    missing_routes,
    translate_articles,
    translate_quotes,
    with_own_translation,
)

TEXT = "Ми просимо миру. Ми не просимо грошей."


def article(id_: str, text: str, language: str | None) -> Article:
    return Article(id_, text, "title", "outlet", sha256=id_, detection=Detection(language, 1.0))


def state(*articles: Article, reading: str = "en") -> State:
    quotes = {
        f"q-{one.id}": Quote(f"q-{one.id}", one.id, (Span(0, len(one.text)),), QuoteKind.DIRECT) for one in articles
    }
    return State(
        reading_language=reading,
        articles=MappingProxyType({one.id: one for one in articles}),
        quotes=MappingProxyType(quotes),
    )


def test_quotes_in_another_language_get_a_translation_and_its_evidence() -> None:
    done = finish(
        translate_quotes(state(article("a", TEXT, "uk"), article("b", "Peace.", "en")), FakeTranslator([("uk", "en")]))
    )
    assert dict(done.translations) == {"q-a": "иМ омисорп урим. иМ ен омисорп йешорг."}
    evidence = done.evidence["q-a"]
    assert evidence.route == (("uk", "en"),)
    assert [stamp.package for stamp in evidence.stamps] == ["translate-uk_en"]
    assert [(s.of(TEXT), t.of(evidence.text)) for s, t in evidence.links][3] == ("Ми", "иМ")


def test_a_sentence_of_several_articles_is_translated_once_and_never_again() -> None:
    translator = FakeTranslator([("uk", "en")])
    first = finish(translate_quotes(state(article("a", TEXT, "uk"), article("b", TEXT, "uk")), translator))
    assert translator.asked == ["Ми просимо миру.", "Ми не просимо грошей."]
    again = finish(translate_quotes(first, translator))
    assert len(translator.asked) == 2
    assert again.evidence["q-a"] is first.evidence["q-a"]


def test_the_way_leads_through_english_where_there_is_no_direct_one() -> None:
    translator = FakeTranslator([("uk", "en"), ("en", "de")])
    done = finish(translate_quotes(state(article("a", TEXT, "uk"), reading="de"), translator))
    assert done.evidence["q-a"].route == (("uk", "en"), ("en", "de"))
    assert done.evidence["q-a"].pivot == "иМ омисорп урим. иМ ен омисорп йешорг."


def test_without_a_package_the_quote_stays_and_what_is_missing_is_named_once() -> None:
    translator = FakeTranslator([("uk", "en")])
    open_now = state(article("a", "Ein Satz.", "de"), article("b", "Noch einer.", "de"), article("c", "?", None))
    done = finish(translate_quotes(open_now, translator))
    assert not done.translations
    assert missing_routes(done, translator) == (("de", "en"),)


def test_what_lacks_on_the_way_through_english_is_named_by_package() -> None:
    translator = FakeTranslator([("uk", "en")])
    open_now = state(article("a", "Так.", "uk"), article("b", "Oui.", "fr"), reading="de")
    assert missing_routes(open_now, translator) == (("en", "de"), ("fr", "en"))


def test_ones_own_translation_goes_before_the_engines_and_can_be_taken_back() -> None:
    translator = FakeTranslator([("uk", "en")])
    open_now = state(article("a", TEXT, "uk"))
    own = with_own_translation(open_now, "Ми просимо миру.", "uk", "We ask for peace.")
    done = finish(translate_quotes(own, translator))
    assert done.translations["q-a"] == "We ask for peace. иМ ен омисорп йешорг."
    whole = finish(translate_quotes(with_own_translation(done, TEXT, "uk", "Peace, not money."), translator))
    assert whole.translations["q-a"] == "Peace, not money."
    assert whole.evidence["q-a"].own
    back = with_own_translation(with_own_translation(whole, TEXT, "uk", ""), "Ми просимо миру.", "uk", " ")
    assert finish(translate_quotes(back, translator)).translations["q-a"].startswith("иМ")


def test_a_sample_package_is_for_the_sample_stories_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(samples, "sample_files", lambda: frozenset({"a"}))
    translator = FakeTranslator([], samples=[("uk", "en")])
    done = finish(translate_quotes(state(article("a", TEXT, "uk"), article("b", TEXT, "uk")), translator))
    assert set(done.translations) == {"q-a"}
    assert [flag.value for flag in done.evidence["q-a"].flags] == ["sample"]
    assert missing_routes(done, translator) == (("uk", "en"),)


def test_a_whole_article_is_put_together_with_its_paragraphs() -> None:
    text = "Перше речення. Друге речення.\n\n«Третє», — сказав він.\n"
    open_now = state(article("a", text, "uk"))
    assert article_translation(open_now, "a") is None
    done = finish(translate_articles(open_now, FakeTranslator([("uk", "en")])))
    made = article_translation(done, "a")
    assert made is not None
    assert made.text == "ешреП яннечер. еґурД яннечер.\n\n«єтерТ», — вазакс нів.\n".replace("еґурД", "егурД")
    assert all(s.of(text)[::-1] == t.of(made.text) for s, t in made.links)


def test_a_corrected_language_drops_the_translation() -> None:
    done = finish(translate_quotes(state(article("a", TEXT, "uk")), FakeTranslator([("uk", "en")])))
    corrected = replace(done, articles=MappingProxyType({"a": article("a", TEXT, "en")}))
    assert not finish(translate_quotes(corrected, FakeTranslator([("uk", "en")]))).translations
