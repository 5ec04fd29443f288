"""Bonds: how strongly two quotes belong to one utterance, from their words, their speakers and their kinds."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from math import exp, log

from msgspec import Struct
from rapidfuzz.distance import LCSseq

from crossquote.grouping.circumstances import by_kind, by_speaker, speaker_gain
from crossquote.grouping.same_person import Same
from crossquote.grouping.units import MEANINGS, Unit, speakers_agree
from crossquote.language.language import Language
from crossquote.text.chances import BACKGROUND, WHOLE_BITS, Chances, Counts, rounded
from crossquote.text.similarity import Likeness, liken
from crossquote.text.sketch import Sketch, WordKind, capitals_name

_REPEATED = 0.9
"""Two quotes of one article are one utterance only where the shorter has this share of its words in the other."""
_SAME_ARTICLE = 3.0
"""One article seldom renders an utterance twice."""
_PARTNERS = 1.5
"""So many other renditions of its utterance a quote has in a set, by and large: the rest are chance."""
_LEAST = 4.0
"""A bond weaker than this joins nothing, however small the set is."""
_NAMES_LEAST = 2
"""Without a translation, so many names and numbers must agree."""
_MEANINGS_LEAST, _MEANINGS_SHARE, _MEANINGS_SHARE_UNSURE = 2, 0.3, 0.4
"""Or so many words, and such a share of those that are known; more where it can't be told who speaks."""
_MEANINGS_SURE = 2.0
"""So much more evidence than is needed makes two quotes surely one that nothing translates, or one known speaker does.
Set on sentences of Tatoeba in six languages: 94 of 100 joins are right, most of the others say the same otherwise."""
_FEW = 2
"""A quote of no more telling words than this must have them all in the other."""
_ADJOINING = 3
"""Unless it shares so many pairs of neighbouring words."""
_SPEAKER_BITS = 4
"""So many leading bits are kept of how many quotes are a speaker's."""
_VERBATIM, _VERBATIM_SHARE = 5, 0.8
"""So many telling words, and so large a share of the shorter quote's, are the same words, whoever is named."""
_EVEN_SHARE, _SHARE_ODDS, _SCORE_ODDS = 0.5, 4.0, 8.0
"""What is not sure is as likely as not where half of the words are met; what more of them and a stronger bond add."""
_FEW_MET = 3
"""So few words in common must be nearly all that the shorter quote says. Set on invented events in five languages:
of 100 pairs that are joined 96 are right, of those that are only possible every second."""
_FRAME, _FRAME_LEAST = 0.65, 5
"""Such a share of all words, function words too, makes two quotes one sentence, where there are so many."""
_PHRASE, _STRONG = 6, 20.5
"""So many neighbouring words in common, or so much evidence, are more than a phrase that two remarks share."""
_COVERED, _COVERED_UNSURE = 0.3, 0.45
"""The shorter quote must have this share of its telling words in the other; more where speakers can't be told."""
NOTHING = Likeness(float("-inf"), (), (), (), 0)


class Bond(Struct, frozen=True):
    """How two units are bound: `score` above 0 speaks for one utterance; `space` is where they were compared.

    `nested` tells that the one stands in the other word for word; `sure`, where the score is above 0, that it is not
    only a phrase that they share: what is not sure joins nothing. Where nobody is named on either side that is not
    asked: sentences that have nothing to do with each other share no telling word. Remarks on one topic do, so those
    joins are less often right (two of three on the events that this was set on, without their speakers).
    """

    score: float
    likeness: Likeness
    space: str
    same: Same
    nested: bool = False
    sure: bool = True


class Setting(Struct, frozen=True):
    """What holds for the whole set: the language that it is read in, and how strong a bond must be.

    `chances` are those of the words, by language; `speakers` has for each part of a name what it adds that one speaker
    has it, by the share of the quotes that it speaks: a few quotes more or less of somebody who speaks most of them, or
    next to none, make no difference. `units` is how many there are, rounded.
    """

    language: Language
    chances: Mapping[str, Chances]
    speakers: Mapping[str, float]
    needed: float
    units: int = 0


def read_setting(
    language: Language, counts: Mapping[str, Counts], speakers: Mapping[str, AbstractSet[int]], units: int
) -> Setting:
    """Return what holds for a set of so many units, of which parts of speakers' names speak some."""
    chances = {space: one.chances for space, one in counts.items()}
    return setting_of(language, chances, {part: len(own) for part, own in speakers.items()}, units)


def setting_of(language: Language, chances: Mapping[str, Chances], spoken: Mapping[str, int], units: int) -> Setting:
    """Return what holds for a set of so many units, of which each part of a speaker's name speaks so many."""
    number = rounded(units, WHOLE_BITS)
    needed = max(_LEAST, log(max(1, number) / _PARTNERS))
    shares = {size: min(1.0, rounded(size, _SPEAKER_BITS) / max(1, number)) for size in {*spoken.values()}}
    gains = {size: speaker_gain(share, (needed - _LEAST) / 2) for size, share in shares.items()}
    return Setting(
        language=language,
        chances=chances,
        speakers={part: gains[size] for part, size in spoken.items()},
        needed=needed,
        units=number,
    )


def bind(first: Unit, second: Unit, setting: Setting) -> Bond:
    """Return how two units are bound; its score is minus infinity where they can't be one utterance."""
    same = speakers_agree(first, second)
    if same is Same.NO and not _shares_many(first, second, setting):
        return Bond(NOTHING.score, NOTHING, "", same)
    space, likeness = best_likeness(first, second, setting)
    if not _plausible(space, likeness, first, second, same, setting):
        return Bond(NOTHING.score, likeness, space, same)
    if same is Same.NO and not _is_verbatim(likeness):
        return Bond(NOTHING.score, likeness, space, same)
    nested = _is_nested(likeness, first.spaces[space], second.spaces[space])
    speakers = by_speaker(first, second, same, setting.speakers)
    score = likeness.score + speakers + by_kind(first, second, likeness, same)
    if first.articles & second.articles and not nested:
        score -= _SAME_ARTICLE
    if space == MEANINGS:
        sure = same is Same.YES or score - setting.needed >= _MEANINGS_SURE
    else:
        unnamed = first.speaker is None and second.speaker is None
        sure = nested or unnamed or _is_sure(likeness, score, (first.spaces[space], second.spaces[space]), same)
    return Bond(score - setting.needed, likeness, space, same, nested, sure)


def _is_sure(likeness: Likeness, score: float, both: tuple[Sketch, Sketch], same: Same) -> bool:
    """Tell whether what two quotes share is most of what the shorter says, or they are one sentence but for a value.

    Two remarks of one person, or of two people on one topic, soon share a phrase.
    """
    if same is Same.UNLIKELY:
        return _is_verbatim(likeness)
    if all(both[0].kinds[word] is WordKind.NAME for word in likeness.shared):
        return score >= _STRONG
    met, missing = len(likeness.shared) + len(likeness.near), len(likeness.missing)
    most = met > missing if met > _FEW_MET else met > 2 * missing
    return most or likeness.adjoining >= _PHRASE or score >= _STRONG or _in_one_frame(*both)


def _in_one_frame(first: Sketch, second: Sketch) -> bool:
    """Tell whether two quotes are about as long, and most of their words are the same in one order."""
    short, long = sorted((first.order, second.order), key=len)
    kept = LCSseq.similarity(short, long)
    return len(short) >= _FRAME_LEAST and kept >= _FRAME * len(long)


def chance(bond: Bond) -> float:
    """Return how likely two quotes are one utterance that are bound, but not surely."""
    likeness = bond.likeness
    met = len(likeness.shared) + len(likeness.near)
    share = met / max(1, met + len(likeness.missing))
    return 1 / (1 + exp(-(_SHARE_ODDS * (share - _EVEN_SHARE) + bond.score / _SCORE_ODDS)))


def _shares_many(first: Unit, second: Unit, setting: Setting) -> bool:
    """Tell whether two units may be the same words, before that is looked at closely."""
    space = common_space(first, second, setting)
    if space in {"", MEANINGS}:
        return False
    one, other = first.spaces[space].kinds, second.spaces[space].kinds
    return len(one.keys() & other.keys()) >= _VERBATIM


def _is_verbatim(likeness: Likeness) -> bool:
    """Tell whether two quotes are by and large the same words, many enough that two people did not find them each."""
    shared = len(likeness.shared)
    telling = shared + len(likeness.missing) + len(likeness.near)
    return shared >= _VERBATIM and shared >= _VERBATIM_SHARE * telling and likeness.adjoining >= shared / 2


def _is_nested(likeness: Likeness, first: Sketch, second: Sketch) -> bool:
    """Tell whether the one quote stands in the other word for word."""
    short = min(first, second, key=lambda one: one.size)
    return not likeness.missing and not likeness.near and likeness.adjoining >= max(1, len(short.neighbours))


def best_likeness(first: Unit, second: Unit, setting: Setting) -> tuple[str, Likeness]:
    """Return how alike two units are: in their own language where it is one, else translated, else by names."""
    space = common_space(first, second, setting)
    if not space:
        return "", NOTHING
    return space, liken(first.spaces[space], second.spaces[space], setting.chances[space])


def common_space(first: Unit, second: Unit, setting: Setting) -> str:
    """Return the language in which two units are compared, empty where there is none."""
    own = first.language.code if first.language is second.language else ""
    spaces = (own, setting.language.code, *({MEANINGS} & setting.chances.keys()))
    return next((space for space in spaces if space in first.spaces and space in second.spaces), "")


def _plausible(space: str, likeness: Likeness, first: Unit, second: Unit, same: Same, setting: Setting) -> bool:
    """Tell whether the evidence is of a kind that may join two quotes at all, whatever it weighs."""
    if space == MEANINGS:
        return _means_the_same(likeness, (first, second), same, setting)
    telling = len(likeness.shared) + len(likeness.missing) + len(likeness.near)
    covered = _COVERED if same is Same.YES or not (first.speaker and second.speaker) else _COVERED_UNSURE
    if not likeness.shared or len(likeness.shared) + len(likeness.near) < covered * telling:
        return False
    if _tells_little(likeness, first.spaces[space], same):
        return False
    if first.articles & second.articles and len(likeness.shared) < _REPEATED * telling:
        return False
    return telling > _FEW or _few_words_plausible(likeness, first.spaces[space], second.spaces[space], same)


def _means_the_same(likeness: Likeness, both: tuple[Unit, Unit], same: Same, setting: Setting) -> bool:
    """Tell whether two quotes that nothing translates share enough: all their names and numbers, or several words.

    A word that is known in two ways, by its sound and by what it means, is one. With one word beside names that many
    quotes of the set have ("the Norland president, Jan Berg") quotes may share only whom they speak of, unless that
    is far more evidence than is needed: common names weigh little in it.
    """
    met = min(len({unit.spaces[MEANINGS].written(word) for word in likeness.shared}) for unit in both)
    if not any(both[0].spaces[MEANINGS].kinds[word] is WordKind.MEANING for word in likeness.shared):
        return met >= _NAMES_LEAST and not likeness.missing
    said = {word for word in likeness.shared if not _is_common_name(word, both, setting.chances[MEANINGS])}
    little = likeness.score - setting.needed < _MEANINGS_SURE
    if little and len(said) < _MEANINGS_LEAST and met <= len(likeness.missing):
        return False
    share = _MEANINGS_SHARE if same is Same.YES else _MEANINGS_SHARE_UNSURE
    return met >= _MEANINGS_LEAST and met >= share * (met + len(likeness.missing))


def _is_common_name(word: str, both: tuple[Unit, Unit], chances: Chances) -> bool:
    """Tell whether a word, by what it is known by, is a name of either quote that turns up all over the set."""
    if chances.frequency.get(word, 0.0) <= BACKGROUND[WordKind.MEANING]:
        return False
    return any(_names(unit, unit.spaces[MEANINGS], word) for unit in both)


def _names(unit: Unit, said: Sketch, word: str) -> bool:
    written = said.written(word)
    as_name = written[:1].isupper() and not written.isupper() and capitals_name(unit.language)
    return as_name or said.kinds[word] is WordKind.NAME


def _tells_little(likeness: Likeness, one: Sketch, same: Same) -> bool:
    """Tell whether only names are shared, who is spoken of and not what is said; or scattered everyday words."""
    kinds = {one.kinds[word] for word in likeness.shared}
    if kinds == {WordKind.NAME}:
        few = not likeness.near or len(likeness.near) < len(likeness.missing)
        return few and (same is not Same.YES or bool(likeness.missing))
    return kinds == {WordKind.COMMON} and bool(likeness.missing) and not likeness.adjoining


def _few_words_plausible(likeness: Likeness, first: Sketch, second: Sketch, same: Same) -> bool:
    """Tell whether a quote of hardly a word that tells something may join another.

    It has all its words in the other; a single word needs the same word alone, of the same known speaker.
    """
    if min(first.size, second.size) == 1:
        return same is Same.YES and first.order == second.order
    if likeness.missing or (likeness.near and same is not Same.YES):
        return likeness.adjoining >= _ADJOINING
    return len(likeness.shared) + len(likeness.near) > 1 or likeness.adjoining > 0
