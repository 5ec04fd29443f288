"""The language of a text: told by its script, then by its words and runs of letters.

Where these leave a doubt, langdetect is asked for a second opinion, and the text around has its say.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean

import regex

from crossquote.model.article import UNKNOWN_LANGUAGE, Detection
from crossquote.model.span import Span
from crossquote.text.grams import grams, pieces
from crossquote.text.pairing import find_marked, paragraphs
from crossquote.text.profiles import load_profiles, score
from crossquote.text.scripts import Script, count_scripts, main_script, only_languages, rarer, weight_of, written_with
from crossquote.text.second_opinion import reconsider
from crossquote.text.telling_words import against_by_words, is_romanised, told_by_words

_SLICES = 4
_SLICE, _SHORT_SLICE = 300, 80
_LEAST = 0.01
_PART = 160
_FEW_LETTERS = 16
_SURE, _RATHER_SURE = 0.97, 0.9
_DOUBT = 0.5
# How much more likely, in log odds, a text is in the language of what stands around it.
_PRIOR = 2.5
# How strongly a letter of a text speaks for its language, at the least: in real ones it is twice what it is in noise,
# and in what is written in letters that are not its own (“Nikto ne skazal”).
_LEAST_MARK = 0.48
_UNSURE = 0.49
# How little a text of some length without another script speaks for a language that is written with that too.
_WITHOUT, _ENOUGH = 1.5, 6
_FEW_NAMES, _SHARE = 4, 0.22
_WORD = regex.compile(r"[\p{L}\p{N}]+")
_OWN_LETTERS = 12
_AGAIN = 3
# How many words, in log odds, have to tell a language that no profile tells: two or three of them.
_BY_WORDS_ALONE = 4.0


def _sample(text: str, size: int = _SLICE) -> str:
    """Return enough of a long text to tell its language by, from all over it."""
    if len(text) <= _SLICES * size:
        return text
    step = (len(text) - size) // (_SLICES - 1)
    return "\n".join(text[at * step : at * step + size] for at in range(_SLICES))


def _detection(chances: Mapping[str, float]) -> Detection:
    ranked = sorted(chances.items(), key=lambda item: (-item[1], item[0]))
    kept = tuple((code, chance) for code, chance in ranked if chance >= _LEAST)
    return Detection(ranked[0][0], ranked[0][1], kept)


def _marks(sample: str, said: Sequence[str], script: Script) -> dict[str, float]:
    """Return how strongly a text, of which `said` are the pieces, speaks for each language of `script` (log odds)."""
    profiles = load_profiles(script)
    marks, _ = score(script, said)
    odds: dict[str, float] = {}
    for name, mark in zip(profiles.languages, marks, strict=True):
        odds[name.partition("@")[0]] = mark - rarer().get(name, 0.0)
    best = max(odds, key=lambda code: odds[code], default="")
    for code, near in told_by_words(odds.keys()):
        odds[code] = fmean(sorted(odds[other] for other in near)[-2:]) - _BY_WORDS_ALONE
    for code, less in against_by_words(_words(said), best).items():
        if code in odds:
            odds[code] -= less
    for code, other in written_with().items():
        if code in odds and len(sample) >= _ENOUGH and other not in count_scripts(sample):
            odds[code] -= _WITHOUT
    return odds


def _chances(odds: Mapping[str, float], prior: str | None) -> dict[str, float]:
    """Return how likely each language is."""
    weighed = {code: mark + (_PRIOR if code == prior else 0.0) for code, mark in odds.items()}
    best = max(weighed.values(), default=0.0)
    powers = {code: math.exp(max(-60.0, value - best)) for code, value in weighed.items()}
    whole = sum(powers.values())
    return {code: power / whole for code, power in powers.items()}


def _script_of(sample: str, counts: Mapping[Script, int]) -> Script:
    """Return the script that a text is written in: not the Latin of a few names that stand in it."""
    others: dict[Script, int] = {script: count for script, count in counts.items() if script != Script.LATIN}
    if main_script(counts) is not Script.LATIN or not others:
        return main_script(counts)
    other = main_script(others)
    latin = [word for word in _WORD.findall(sample) if count_scripts(word).get(Script.LATIN)]
    names = len(latin) <= _FEW_NAMES and all(word != word.lower() for word in latin)
    return other if names and weight_of(others) >= _SHARE * weight_of(counts) else Script.LATIN


def _is_foreign(said: Sequence[str], letters: int, odds: Mapping[str, float]) -> bool:
    """Tell whether a text in Latin letters speaks too weakly for any language to be in one: romanised, or noise."""
    weak = letters >= _FEW_LETTERS and max(odds.values()) < _LEAST_MARK * letters
    return weak or is_romanised(_words(said))


def _holds_words(said: Sequence[str]) -> bool:
    """Tell whether a text has any word: one letter again and again (“xxxx”, and an “a” beside it) is none."""
    letters = [len(set(word)) for word in _words(said)]
    return max(letters, default=0) > 1 or max(map(len, _words(said)), default=0) < _AGAIN


def _words(said: Sequence[str]) -> list[str]:
    return [piece.strip("_'") for piece in said]


def detect_language(text: str, prior: str | None = None) -> Detection:
    """Return the language of `text`; `prior` is that of the text around it, which settles what is else unsure.

    Without a word there is nothing to tell it by but `prior`.
    """
    sample = _sample(text)
    counts = count_scripts(sample)
    if not counts:
        return Detection(prior, 0.1, ((prior, 0.1),)) if prior else UNKNOWN_LANGUAGE
    script = _script_of(sample, counts)
    if only := only_languages().get(script):
        return _detection({only: 1.0})
    said = list(pieces(sample))
    odds = _marks(sample, said, script) if script is Script.HAN or _holds_words(said) else {}
    chances = _chances(odds, prior)
    if not chances:
        return Detection(prior, 0.1 if prior else 0.0)
    if max(chances.values()) < _DOUBT:
        chances = reconsider(sample, chances)
    if prior is None and script is Script.LATIN and _is_foreign(said, counts.get(script, 0), odds):
        chances = {code: chance * _UNSURE for code, chance in chances.items()}
    return _detection(chances)


def detect_article(text: str) -> Detection:
    """Return the language that an article is written in: that of the words around its quotes, where these are sure.

    Few of them, names most of all, are sure of none: then it is that of the whole. A word counts once: the same “said
    Roe” after each of sixty quotes says no more than one, where the runs of letters of a name would soon be certain.
    """
    whole, own = detect_language(text), " ".join(dict.fromkeys(_without_quotes(text).split()))
    if sum(count_scripts(own).values()) < _OWN_LETTERS:
        return whole
    if detect_language(_sample(own, _SHORT_SLICE), whole.language).language == whole.language:
        return whole
    found = detect_language(own, whole.language)
    return found if found.language != whole.language and found.confidence >= _RATHER_SURE else whole


def _without_quotes(text: str) -> str:
    """Return `text` without what stands between quotation marks that close; nothing where it has none."""
    quoted = [one.outer for one in find_marked(text, paragraphs(text)) if one.closed]
    ends = (0, *(span.end for span in quoted))
    starts = (*(span.start for span in quoted), len(text))
    return " ".join(text[end:start] for end, start in zip(ends, starts, strict=True)) if quoted else ""


def leaning(text: str, one: str, other: str) -> float:
    """Return how much more `text` speaks for the language `one` than for `other` (log odds); 0 where none can tell."""
    counts = count_scripts(text)
    languages = load_profiles(main_script(counts)).languages if counts else ()
    if not {one, other} <= set(languages):
        return 0.0
    marks, _ = score(main_script(counts), pieces(text))
    return marks[languages.index(one)] - marks[languages.index(other)]


def clarity(text: str) -> float:
    """Return how strongly a text speaks for its likeliest language: log odds by run of letters that it has.

    Text that was garbled on its way has runs that no language knows. In a script of a single language it is
    the share of that in its letters.
    """
    sample = _sample(text)
    counts = count_scripts(sample)
    if not counts:
        return 0.0
    script = main_script(counts)
    share = counts[script] / sum(counts.values())
    if script in only_languages():
        return share
    words = list(pieces(sample))
    marks, _ = score(script, words)
    return share * max(marks, default=0.0) / max(1, sum(len(grams(word)) for word in words))


def language_of_part(text: str, around: str | None) -> str | None:
    """Return the language of a part of a text in `around`, a quote say: another one only on strong evidence."""
    sample = text[:_PART]
    if around is None or sum(count_scripts(sample).values()) < _FEW_LETTERS:
        return around
    found = detect_language(sample, around)
    return found.language if found.confidence >= _SURE else around


def detect_paragraphs(text: str, prior: str | None = None) -> Iterator[tuple[Span, Detection]]:
    """Yield each line of `text` that has letters, with its language; `prior` or the whole text's settles doubts."""
    around = prior or detect_language(text).language
    start = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        begin = start + len(line) - len(line.lstrip())
        start += len(line)
        found = detect_language(body, around) if body else UNKNOWN_LANGUAGE
        if found.language and count_scripts(body):
            yield Span(begin, begin + len(body)), found
