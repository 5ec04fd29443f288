"""Reading an article beside its translation: places in both texts, parts at a time, kept when stopped."""

from itertools import islice
from pathlib import Path
from types import MappingProxyType

from crossquote.model.article import Article, Detection
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.translation.fake import FakeTranslator
from crossquote.translation.permissions import allow_sample
from crossquote.work.edits.review import write_note
from crossquote.work.reading import needs_translation, reading_of, translate_article
from crossquote.work.session import Session

TEXT = "Ми йдемо. Він каже: так.\n\n«Третє», — сказав він.\n"


def session(text: str = TEXT, language: str = "uk") -> Session:
    article = Article("a", text, "title", "outlet", detection=Detection(language, 1.0))
    return Session(State(articles=MappingProxyType({"a": article})), FakeTranslator([("uk", "en")]))


def test_before_anything_is_translated_the_original_stands_there() -> None:
    reading = reading_of(session().state, "a")
    assert reading.text == TEXT
    assert (reading.translated, len(reading.sentences), reading.finished) == (0, 3, False)
    assert reading.project(Span(0, 4)) == (Span(0, 4),)


def test_every_sentence_has_its_place_in_both_texts() -> None:
    one = session()
    finish(translate_article(one, "a"))
    reading = reading_of(one.state, "a")
    assert reading.finished
    for sentence in reading.sentences:
        assert sentence.made is not None
        assert sentence.target.of(reading.text) == sentence.made.text
        assert sentence.source.of(TEXT) == sentence.made.source
    assert reading.text.count("\n") == TEXT.count("\n")


def test_a_quote_is_found_in_the_translation_whole_or_by_its_words() -> None:
    one = session()
    finish(translate_article(one, "a"))
    reading = reading_of(one.state, "a")
    first, second, _ = reading.sentences
    assert reading.project(Span(0, second.source.end)) == (first.target, second.target)
    word = TEXT.index("каже")
    assert [span.of(reading.text) for span in reading.project(Span(word, word + 4))] == ["ежак"]


def test_a_word_lights_its_other_half() -> None:
    one = session()
    finish(translate_article(one, "a"))
    reading = reading_of(one.state, "a")
    word = TEXT.index("каже")
    before, after = reading.words_at(word, translated=False)
    assert [span.of(TEXT) for span in before] == ["каже"]
    assert [span.of(reading.text) for span in after] == ["ежак"]
    assert reading.words_at(after[0].start, translated=True) == (before, after)
    assert reading.sentence_at(word, translated=False) is reading.sentences[1]


def test_what_is_done_stays_when_it_is_stopped() -> None:
    one = session(" ".join(f"Речення номер {number} тут." for number in range(60)))
    work = translate_article(one, "a")
    steps = list(islice(work, 30))
    work.close()
    reading = reading_of(one.state, "a")
    assert reading.translated == 24
    assert [step.total for step in steps] == [60] * 30
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    finish(translate_article(one, "a"))
    assert reading_of(one.state, "a").finished


def test_taking_a_verdict_back_leaves_the_page_translated(tmp_path: Path) -> None:
    one = Session(session().state, FakeTranslator([("uk", "en")]), Project(tmp_path / "a.crossquote", new=True))
    assert one.project is not None
    write_note(one, "article:a", "Read it.")
    finish(translate_article(one, "a"))
    one.undo()
    assert not one.state.notes
    assert reading_of(one.state, "a").finished
    assert one.project.state().sentences == one.state.sentences
    one.project.close()


def test_an_article_in_the_reading_language_needs_none() -> None:
    one = session("Peace.", "en")
    assert not needs_translation(one.state, "a")
    assert not finish(translate_article(one, "a"))


def test_a_sample_package_counts_where_the_user_allowed_it() -> None:
    one = session()
    one.translator = FakeTranslator([])
    one.translator.samples = frozenset({("uk", "en")})
    one.translator.route = lambda *_, **__: FakeTranslator([], samples=[("uk", "en")]).route(  # type: ignore[method-assign]
        "uk", "en", sample_story=True
    )
    finish(translate_article(one, "a"))
    assert not reading_of(one.state, "a").translated
    allow_sample("translate-uk_en", allowed=True)
    assert reading_of(one.state, "a").finished
