"""Denials that are cut off: "it is wrong to say that | we are losing", "never said that | he was guilty"."""

from collections.abc import Iterator

from crossquote.comparison.align.links import word_range
from crossquote.comparison.judging.differences import is_cut_off, is_quoted_in_part, subjects
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.reading.negators import explicit_negators
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.roles import joining_words
from crossquote.message import message
from crossquote.model.comparison import Change, ChangeClass
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span
from crossquote.text.marks import NOMINAL_OPEN, STRAIGHT
from crossquote.text.terms import Hit
from crossquote.text.words import fold

_STATEMENT = 3
"""So many words state something at least."""
_LEADING, _DENIED = 8, 5
"""So many words at most lead from a denial to what it denies; from a "not", behind whose verb another may stand."""
_DASHES = ("—", "–", "--")
"""What a speaker breaks off with, or parts an aside by."""
_OPENING = NOMINAL_OPEN | STRAIGHT
"""What opens marks within a quotation."""
_BESIDE = 1
"""In what a report quotes in part, no more: what is farther it may say before."""


def find_denials_cut_off(pair: Pair, check: str) -> Iterator[Finding]:
    """Yield a finding where what is cut off denies what is left: "it is wrong to say that we are losing".

    Two words state nothing that could be denied: "military aggression". Nor is it lost where as much is denied there.
    """
    cut = any(change.kind is ChangeClass.TRUNCATION for change in pair.changes)
    if not cut or len(pair.text_words) < _STATEMENT:
        return
    if pair.text.denied or 0 < len(explicit_negators(pair.base_reading)) <= len(explicit_negators(pair.text_reading)):
        return  # "I cannot stay and play": "she could not play"
    kept = {word.key for word in pair.text_words}
    for hit in pair.base_reading.of(check, "negators", "concord", "denials"):
        change = pair.links.change_of(hit.span, in_base=True)
        counted = hit.group in ("negators", "concord") and not is_cut_off(pair, hit.span)
        if change is None or change.kind is not ChangeClass.TRUNCATION or counted:
            continue
        if _opens_inner_marks(pair, change):
            continue
        same = any(word.key in kept for word in pair.base_words[hit.first : hit.last])
        if not same and _is_kept_behind(pair, change) and _leads_on(pair, hit, change):
            was = shown(pair.base.text, Span(hit.span.start, change.base.end))
            evidence = (message("negation.left_out", was=was),)
            headline = message("negation.cut_off", was=shown(pair.base.text, hit.span))
            yield Finding(check, Category.OMISSION, Severity.MAJOR, hit.span, None, headline, evidence)
            return


def _is_kept_behind(pair: Pair, cut: Change) -> bool:
    """Tell whether the rendition goes on with the very word that follows what is cut off."""
    behind = word_range(pair.base_words, cut.base)[1]
    if behind == len(pair.base_words):
        return False
    next_word = pair.base_words[behind]
    facing = pair.text_words[word_range(pair.text_words, Span(cut.text.end, len(pair.text.text)))[0] :][:1]
    elided = any(next_word.key.endswith(f"'{word.key}") for word in facing)  # "qu'il": "Il"
    return elided or pair.links.is_kept(next_word.span, in_base=True)


def _breaks_off(between: str) -> bool:
    """Tell whether a dash parts a denial from what is left."""
    return any(dash in between for dash in _DASHES)


def _without_asides(between: str) -> str:
    """Return what leads from a denial to what is left without what stands between two dashes."""
    for dash in _DASHES:
        pieces = between.split(dash)
        between = " ".join(pieces[::2]) if len(pieces) % 2 else between
    return between


def _says_more(pair: Pair, between: str) -> bool:
    """Tell whether a clause between commas has a subject, and says something of its own: ", they want more,"."""
    pieces = (piece.split()[:1] for piece in between.split(",")[1:])
    return any(
        piece and fold(piece[0].partition("'")[0].partition("’")[0]) in subjects(pair.language) for piece in pieces
    )


def _opens_inner_marks(pair: Pair, cut: Change) -> bool:
    """Tell whether what is left opens with marks of its own: the speaker cites it, and denies it or not himself."""
    return pair.base.text[: cut.base.end].rstrip()[-1:] in _OPENING or pair.base.text[cut.base.end :][:1] in _OPENING


def _leads_on(pair: Pair, hit: Hit, cut: Change) -> bool:
    """Tell whether what stands between a denial and what it denies leads from one to the other, in one clause.

    What a report quotes in part it may lead up to in words of its own.
    """
    between = _without_asides(pair.base.text[hit.span.end : cut.base.end])
    conjunctions = pair.language.lexicon.texts("cues", "conjunctions")
    *_, last = between.rpartition(",")
    behind, words = last.split()[:1], between.split()
    kept = pair.base_words[word_range(pair.base_words, cut.base)[1]].key
    first = fold(behind[0]) if behind else kept
    aside = not behind and between.count(",") > 1  # "never, whatever they say, | sell it"
    saying = (*pair.base_reading.of("stance"), *pair.base_reading.of("hedges", "view"))
    believed = any(cut.base.contains(one.span) for one in saying)  # "nie behauptet, | er habe"
    aside = aside and not _says_more(pair, between)
    leads = not behind and believed and kept not in joining_words(pair.language)
    parted = "," in between and first not in conjunctions and not aside and not leads
    joined = bool(words) and fold(words[-1]) in joining_words(pair.language) and kept in subjects(pair.language)
    if parted or joined or set(between) & set(".!?…;:") or _breaks_off(between):
        return False
    told = bool(words) and fold(words[-1]) in conjunctions  # "never said that | he was guilty"
    if is_quoted_in_part(pair) and pair.text.kind is QuoteKind.MIXED and not told:
        thing = kept in pair.language.lexicon.texts("function_words", "determiners")
        return len(words) <= (0 if thing else _BESIDE)  # "not mock | the accent": he may mock it in the report's words
    return len(words) <= (_LEADING if hit.group == "denials" else _DENIED)
