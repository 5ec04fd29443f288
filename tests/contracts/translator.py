"""What every translator keeps to: the real one and its twin pass this same class."""

from collections.abc import Callable

import pytest

from crossquote.model.span import Span
from crossquote.model.translation import Route
from crossquote.progress import Step, finish
from crossquote.translation.engine import Translator
from crossquote.wording.telling import tell

SENTENCES = (
    "Ми дуже просили, щоб їх помилували.",
    "Він сказав: «так».",
    "40% – це багато…",
    "Ми дуже просили, щоб їх помилували.",
    "Так",
    "Рада не може чекати, доки останній корабель піде з порту в п'ятницю ввечері, як оголосила міська голова.",
)


def planned(translator: Translator, source: str, target: str, *, sample_story: bool = False) -> Route:
    """Return the route of `translator`, which has one."""
    route = translator.route(source, target, sample_story=sample_story)
    assert route is not None
    return route


class TranslatorContract:
    """A subclass gives `make`: a translator of the pairs it is asked for; pairs in `samples` are sample packages."""

    @pytest.fixture
    def make(self) -> Callable[..., Translator]:
        raise NotImplementedError

    def test_each_sentence_has_its_answer_in_order(self, make: Callable[..., Translator]) -> None:
        translator = make([("uk", "en")])
        route = planned(translator, "uk", "en")
        made = finish(translator.translate(SENTENCES, route))
        assert [one.source for one in made] == list(SENTENCES)
        assert made[0] == made[3]
        assert all(one.stamps == route.stamps and one.route == (("uk", "en"),) and not one.own for one in made)

    def test_the_same_again_is_the_same_whatever_else_is_translated(self, make: Callable[..., Translator]) -> None:
        translator = make([("uk", "en")])
        route = planned(translator, "uk", "en")
        together = finish(translator.translate(SENTENCES, route))
        other = make([("uk", "en")])
        alone = [finish(other.translate([sentence], planned(other, "uk", "en")))[0] for sentence in SENTENCES]
        assert [one.text for one in together] == [one.text for one in alone]

    def test_links_lie_inside_both_texts(self, make: Callable[..., Translator]) -> None:
        translator = make([("uk", "en"), ("en", "de")])
        for target in ("en", "de"):
            for one in finish(translator.translate(SENTENCES, planned(translator, "uk", target))):
                for source, made in one.links:
                    assert isinstance(source, Span)
                    assert source.of(one.source).strip()
                    assert made.of(one.text).strip()

    def test_a_route_is_direct_or_by_way_of_english_or_none(self, make: Callable[..., Translator]) -> None:
        translator = make([("uk", "en"), ("en", "de"), ("de", "en")])
        assert planned(translator, "uk", "en").pairs == (("uk", "en"),)
        assert planned(translator, "uk", "de").pairs == (("uk", "en"), ("en", "de"))
        assert str(planned(translator, "uk", "de")) == "uk → en → de"
        assert len({stamp.sha256 for stamp in planned(translator, "uk", "de").stamps}) == 2
        assert translator.route("en", "uk") is None
        pivoted = finish(translator.translate(SENTENCES[:1], planned(translator, "uk", "de")))[0]
        assert pivoted.pivot == finish(translator.translate(SENTENCES[:1], planned(translator, "uk", "en")))[0].text

    def test_samples_are_for_the_stories_alone_and_say_so(self, make: Callable[..., Translator]) -> None:
        translator = make([("en", "de")], samples=[("uk", "en")])
        assert translator.route("uk", "en") is None
        route = planned(translator, "uk", "en", sample_story=True)
        assert route.sample
        assert not planned(translator, "en", "de", sample_story=True).sample
        made = finish(translator.translate(SENTENCES[:1], route))[0]
        assert "sample" in [flag.value for flag in made.flags]

    def test_nothing_asked_is_nothing_done(self, make: Callable[..., Translator]) -> None:
        translator = make([("uk", "en")])
        assert finish(translator.translate([], planned(translator, "uk", "en"))) == ()

    def test_work_steps_forward_and_can_be_closed(self, make: Callable[..., Translator]) -> None:
        translator = make([("uk", "en")])
        work = translator.translate(SENTENCES, planned(translator, "uk", "en"))
        first = next(work)
        assert isinstance(first, Step)
        assert first.done == 0
        assert "uk → en" in tell(first.label)
        work.close()
        steps = list(translator.translate(SENTENCES, planned(translator, "uk", "en")))
        assert [step.done for step in steps] == sorted(step.done for step in steps)
        assert all(0 <= step.done <= step.total for step in steps)

    def test_hypotheses_come_best_first_and_begin_with_the_translation(self, make: Callable[..., Translator]) -> None:
        translator = make([("uk", "en")])
        route = planned(translator, "uk", "en")
        best = translator.hypotheses(SENTENCES[0], route, 3)
        assert len(best) == 3
        assert best[0].text == finish(translator.translate(SENTENCES[:1], route))[0].text
        assert [one.score for one in best] == sorted((one.score for one in best), reverse=True)

    def test_a_forced_text_has_a_score_for_its_words_in_order(self, make: Callable[..., Translator]) -> None:
        translator = make([("uk", "en"), ("en", "de")])
        for target in ("en", "de"):
            route = planned(translator, "uk", target)
            text = "They asked him to spare 40 lives."
            scored = translator.score(SENTENCES[0], text, route)
            words = [word.span.of(text) for word in scored]
            assert words == [word for word in text.rstrip(".").split() if word in words] != []
            assert all(word.score <= 0 for word in scored)
            assert translator.score(SENTENCES[0], text, route) == scored

    def test_several_sentences_are_weighed_as_each_alone(self, make: Callable[..., Translator]) -> None:
        translator = make([("uk", "en"), ("en", "de")])
        for target in ("en", "de"):
            route = planned(translator, "uk", target)
            together = translator.weigh(SENTENCES, route, 3)
            alone = [translator.hypotheses(sentence, route, 3) for sentence in SENTENCES]
            # By their scores: which source word stands for an unknown one may differ where attention is a tie.
            for several, one in zip(together, alone, strict=True):
                assert [best.score for best in several] == pytest.approx([best.score for best in one], abs=1e-3)
            assert translator.weigh([], route, 3) == ()
