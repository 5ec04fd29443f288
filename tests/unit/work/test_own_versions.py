"""The user's own translations: given, taken back, brought in from a memory and written out as one."""

import unicodedata
from pathlib import Path
from types import MappingProxyType

import pytest

from counting import counted, longest_share
from crossquote.message import verbatim
from crossquote.model.article import Article, Detection
from crossquote.model.quote import Quote, QuoteKind
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.model.translation import SentenceKey, Translation
from crossquote.model.utterance import Rendition
from crossquote.progress import finish
from crossquote.translation.fake import FakeTranslator
from crossquote.translation.tmx import read_tmx
from crossquote.wording.telling import tell
from crossquote.work import projects
from crossquote.work.edits.own_versions import (
    give_versions,
    import_memory,
    save_memory,
    sentences_to_translate,
    weigh_sentence,
)
from crossquote.work.session import Session
from crossquote.work.stages.fitting import fit_memory
from crossquote.work.stages.pipeline import refresh

TEXT = "Ми просимо миру. Ми не  просимо грошей."
FIRST = SentenceKey("Ми просимо миру.", "uk", "en")
SECOND = SentenceKey("Ми не просимо грошей.", "uk", "en")
UNIT = (
    '<tu><tuv xml:lang="uk"><seg>Ми не просимо грошей.</seg></tuv><tuv xml:lang="en"><seg>No money.</seg></tuv></tu>'
    '<tu><tuv xml:lang="uk"><seg>«Ми просимо миру.»</seg></tuv><tuv xml:lang="en"><seg>“Peace!”</seg></tuv></tu>'
    '<tu><tuv xml:lang="de"><seg>Anderes.</seg></tuv><tuv xml:lang="en"><seg>Other.</seg></tuv></tu>'
)


def session() -> Session:
    article = Article("a", TEXT, "title", "outlet", detection=Detection("uk", 1.0))
    quote = Quote("q", "a", (Span(0, len(TEXT)),), QuoteKind.DIRECT)
    state = State(articles=MappingProxyType({"a": article}), quotes=MappingProxyType({"q": quote}))
    made = Session(state, FakeTranslator([("uk", "en")]))
    finish(refresh(made))
    return made


def memory(folder: Path, units: str = UNIT) -> Path:
    path = folder / "own.tmx"
    path.write_text(f'<tmx version="1.4"><body>{units}</body></tmx>', encoding="utf-8")
    return path


def rendition() -> Rendition:
    return Rendition("a", ("q",), "uk", TEXT)


def test_a_version_of_ones_own_stands_until_it_is_taken_back() -> None:
    one = session()
    before = one.state.translations["q"]
    finish(give_versions(one, {FIRST: " We ask for peace. "}, "a"))
    assert one.state.translations["q"].startswith("We ask for peace. иМ")
    assert one.state.sentences[FIRST].own
    finish(give_versions(one, {FIRST: ""}, "a"))
    assert one.state.translations["q"] == before
    assert not one.state.sentences[FIRST].own


def test_a_version_of_ones_own_is_a_step_that_can_be_undone_and_is_kept() -> None:
    one = session()
    before = one.state.translations["q"]
    kept = projects.new_untitled(one.translator)
    kept.move_to(one.state, verbatim("Add an article"))
    finish(give_versions(kept, {FIRST: "We ask for peace."}, "a"))
    assert kept.project is not None
    last = kept.project.next_steps[0]
    assert last is not None
    assert tell(last.name) == "Your translation given"
    assert kept.project.state().sentences[FIRST].own
    kept.undo()
    assert kept.state.translations["q"] == before
    assert not kept.state.sentences[FIRST].own
    projects.discard(kept)


def test_what_can_be_translated_of_a_rendition_is_its_sentences_or_what_was_given_whole() -> None:
    one = session()
    assert [offered.key for offered in sentences_to_translate(one.state, rendition())] == [FIRST, SECOND]
    whole = SentenceKey(TEXT, "uk", "en")
    finish(give_versions(one, {whole: "Peace, not money."}, "a"))
    assert [offered.key for offered in sentences_to_translate(one.state, rendition())] == [whole]
    assert one.state.translations["q"] == "Peace, not money."


def test_a_memory_fits_whatever_blanks_and_marks_stand_around(tmp_path: Path) -> None:
    one = session()
    imported = finish(import_memory(one, memory(tmp_path)))
    assert (imported.held, imported.used) == (3, 2)
    assert one.state.translations["q"] == "Peace! No money."
    assert one.state.evidence["q"].own


@pytest.mark.parametrize("source", ["uk", "de"])
def test_of_a_memory_only_what_is_open_is_cut_and_it_is_looked_through_with_stops(source: str) -> None:
    """Each of its sentences was cut, of every language: sixteen seconds in one step for a quarter of a million."""
    own = {
        SentenceKey(f"«Інше речення {number}.»", source, "en"): Translation("", "Other.", ((source, "en"),), own=True)
        for number in range(20_000)
    }
    state = session().state
    with counted() as calls:
        finish(fit_memory(state, own))
    assert calls[0] < 2 * len(own)
    assert source == "de" or longest_share(fit_memory(state, own)) < 0.3


def test_a_memory_whose_letters_are_written_in_two_signs_fits() -> None:
    """An accent may be a sign of its own in a memory, and part of the letter in the article."""
    text = "Le café est fermé."
    key = SentenceKey(unicodedata.normalize("NFD", f"« {text} »"), "fr", "en")
    article = Article("a", text, "title", "outlet", detection=Detection("fr", 1.0))
    state = State(articles=MappingProxyType({"a": article}))
    found = finish(fit_memory(state, {key: Translation(key.text, "It is closed.", (("fr", "en"),), own=True)}))
    assert found[SentenceKey(text, "fr", "en")].text == "It is closed."


def test_a_memory_that_was_there_before_the_article_counts(tmp_path: Path) -> None:
    one = Session(State(), FakeTranslator([("uk", "en")]))
    assert finish(import_memory(one, memory(tmp_path))).used == 0
    assert len(one.state.sentences) == 3


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    one = session()
    finish(give_versions(one, {FIRST: "Peace & <quiet>\u0007"}, "a"))
    path = tmp_path / "out.tmx"
    assert finish(save_memory(one.state, path)) == 2
    found = read_tmx(path, "en")
    assert found[FIRST].text == "Peace & <quiet>\ufffd"
    assert '<prop type="x-made-by">user</prop>' in path.read_text(encoding="utf-8")


def test_what_else_the_engine_weighed_is_found_for_a_sentence() -> None:
    one = session()
    assert [found.text for found in finish(weigh_sentence(one, FIRST, "a", 2))] == [
        "иМ омисорп урим.",
        "ИМ омисорп урим.",
    ]
    assert finish(weigh_sentence(Session(one.state), FIRST, "a")) == ()
