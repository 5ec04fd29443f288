"""Questions that became statements, and the other way round."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from crossquote.comparison.align.links import word_range
from crossquote.comparison.check import Check, Proof
from crossquote.comparison.judging.differences import is_cut_off
from crossquote.comparison.judging.severity import nearness, weigh
from crossquote.comparison.judging.testimony import Testimony
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.questions import QUESTION_MARKS, find_question_marks, question_words
from crossquote.language.language import Language
from crossquote.message import message, spoken
from crossquote.model.comparison import Op
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.quote import Stance
from crossquote.model.span import Span
from crossquote.text.sentences import split_sentences
from crossquote.text.words import Word

_OPENS = 2
"""A question word is among so many first words of a question, or the last one: "You know what?"."""
_END = attrgetter("end")
_CLOSING = frozenset("\"'’”»“‘›")


def check_question(pair: Pair) -> Iterator[Finding]:
    """Yield a finding where only one side asks; what is reported as asked needs no mark: "he asked whether …"."""
    base = [span for span in find_question_marks(pair.base.text, pair.base.language) if not is_cut_off(pair, span)]
    base = [span for span in base if _is_of_both(pair, span, in_base=True)]
    text = find_question_marks(pair.text.text, pair.text.language)
    text = [span for span in text if _is_of_both(pair, span, in_base=False)]
    reported = pair.text.stance if base else pair.base.stance
    if bool(base) == bool(text) or reported is Stance.ASKING:
        return
    near = nearness(pair, base[-1] if base else None, text[-1] if text else None)
    asks = (pair.base.text, base[-1]) if base else (pair.text.text, text[-1])
    mark_alone = _is_all_kept(pair, *asks, in_base=bool(base))
    if mark_alone and _asks_by_its_words(pair, *asks, in_base=bool(base)):
        return
    heard = mark_alone and pair.base.kind is not None and pair.text.kind is not None
    severity, doubt = weigh(near, "question.asks.within" if heard or _is_quoted_within(*asks) else "question.asks")
    if base:
        headline, evidence = message("question.lost"), spoken(message("question.base_asks"), doubt)
        yield CHECK.make_finding(severity, base[-1], None, headline, evidence)
    else:
        headline, evidence = message("question.gained"), spoken(message("question.asks_here"), doubt)
        yield CHECK.make_finding(severity, None, text[-1], headline, evidence)


def _sentence_words(pair: Pair, text: str, mark: Span, *, in_base: bool) -> Sequence[Word]:
    """Return the words of the sentence that a mark ends."""
    sentences = _sentences(text, pair.language)
    own = next(iter(sentences[bisect_right(sentences, mark.start, key=_END) :]), mark)
    words = pair.base_words if in_base else pair.text_words
    return words[slice(*word_range(words, own if own.overlaps(mark) else mark))]


@lru_cache(maxsize=4)
def _sentences(text: str, language: Language) -> Sequence[Span]:
    """Return the sentences of a text, cut once for all the marks in it."""
    return split_sentences(text, language)


def _is_all_kept(pair: Pair, text: str, mark: Span, *, in_base: bool) -> bool:
    """Tell whether both sides print all words of a question, so that only the mark differs: who heard them chose it."""
    words = _sentence_words(pair, text, mark, in_base=in_base)
    return all(pair.links.is_kept(word.span, in_base=in_base) for word in words)


def _asks_by_its_words(pair: Pair, text: str, mark: Span, *, in_base: bool) -> bool:
    """Tell whether a question begins, or ends, with a word that asks, whatever mark it has."""
    words = _sentence_words(pair, text, mark, in_base=in_base)
    asking = question_words(pair.language)
    return any(word.key in asking for word in (*words[:_OPENS], *words[-1:]))


def _is_of_both(pair: Pair, mark: Span, *, in_base: bool) -> bool:
    """Tell whether both sides print the word that a question ends with; else it is cut off, as is a tag ("…, right?").

    Where it is not known how the sides are printed, it may be lost.
    """
    if pair.base.kind is None or pair.text.kind is None:
        return True
    words = _sentence_words(pair, (pair.base if in_base else pair.text).text, mark, in_base=in_base)
    change = pair.links.change_of(words[-1].span, in_base=in_base) if words else None
    return change is not None and change.op not in (Op.DELETE, Op.INSERT)


def _is_quoted_within(text: str, mark: Span) -> bool:
    """Tell whether a question ends inside marks of its own: whoever speaks only says that it is asked."""
    return text[mark.end : mark.end + 1] in _CLOSING


def _ask_mark(pair: Pair, finding: Finding) -> Testimony:
    """Look for the mark itself: question marks are the same in most languages."""
    return Testimony(
        borne_out=any(mark in pair.text_original.text for mark in QUESTION_MARKS[:-1]) is (finding.text is not None)
    )


CHECK = Check(
    id="question",
    rank=160,
    category=(Category.MISTRANSLATION,),
    severity=(Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL),
    run=check_question,
    proof=Proof(asks=_ask_mark),
)
