"""Names put for one another, missing, added, swapped; inflected and transliterated ones are the same."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossquote.comparison.align.links import word_range
from crossquote.comparison.check import Check, Proof
from crossquote.comparison.judging.differences import is_cut_off
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.new_names import (
    LONGEST_SHORT,
    NewName,
    is_body,
    is_place,
    is_sure,
    is_unheard_name,
    is_worded,
    leaves_hole,
    new_names,
    tells,
)
from crossquote.comparison.judging.severity import SURE, nearness, weigh
from crossquote.comparison.judging.testimony import Testimony
from crossquote.comparison.judging.titles_left_out import title_findings
from crossquote.comparison.reading.content import content_words
from crossquote.comparison.reading.holes import find_holes, has_new_hole
from crossquote.comparison.reading.naming import (
    is_heard_alike,
    prepositions,
    same_word,
    sounds_alike,
)
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.language.language import Language
from crossquote.message import message, spoken
from crossquote.model.comparison import Change, ChangeClass, Op
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.quote import QuoteKind
from crossquote.text.capitals import is_capital_of
from crossquote.text.given_names import given_name_forms, one_given_name
from crossquote.text.kinship import ALIKE, is_word, kinship
from crossquote.text.name_rules import load_name_rules
from crossquote.text.names import Name
from crossquote.text.places import is_one_place
from crossquote.text.thesaurus import knows
from crossquote.text.words import fold

_ID = "name"
_OPENING = frozenset({"", *".,;:!?–—…"})
"""What stands before a clause."""
_SURELY = 0.85
"""From this nearness on even a short form or a body is missed."""
_BEGINNING = 3
"""So many letters at least has what a name is called in short."""
_INITIALS = 3
"""So few capitals are often written out or said in another way ("TV", "OK")."""


def check_name(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each name that differs."""
    yield from _swapped(pair)
    yield from title_findings(pair)
    base = [new for new in new_names(pair, in_base=True) if not is_cut_off(pair, new.span)]
    text = new_names(pair, in_base=False)
    for one in list(base):
        other = _facing(pair, one, text)
        if other is not None:
            base.remove(one)
            text.remove(other)
            yield from () if _are_nouns(pair, one, other) else (_replaced(pair, one, other),)
    only = _only_left(pair, base, text)
    if only is not None:
        base.remove(only[0])
        text.remove(only[1])
        yield _replaced(pair, *only)
    torn = _torn_out(pair, base)
    yield from (
        _missing(pair, new, torn=new is torn) for new in base if new is torn or _counts_alone(pair, new, in_base=True)
    )
    yield from (
        _added(pair, new) for new in text if _counts_alone(pair, new, in_base=False) and not _inserted(pair, new)
    )


def _facing(pair: Pair, new: NewName, text: Sequence[NewName]) -> NewName | None:
    """Return the new name that stands in the place of `new`: in the same change, or where one follows the other."""
    changes = {id(c): c for word in new.words if (c := pair.links.change_of(word.span, in_base=True)) is not None}
    for other in text:
        for word in other.words:
            change = pair.links.change_of(word.span, in_base=False)
            if change is not None and any(_touch(change, own) for own in changes.values()):
                return other
    return None


def _only_left(pair: Pair, base: Sequence[NewName], text: Sequence[NewName]) -> tuple[NewName, NewName] | None:
    """Return the one telling name that each side has left, wherever they stand: of several nobody knows which."""
    left = [[new for new in side if tells(new, pair)] for side in (base, text)]
    return (left[0][0], left[1][0]) if len(left[0]) == len(left[1]) == 1 else None


def _torn_out(pair: Pair, base: Sequence[NewName]) -> NewName | None:
    """Return the one name that is missing, where something is wanting in the rendition: it was lost there."""
    named = (new for new in base if is_sure(new, pair) and new.whole and not is_body(new, pair))
    near = pair.links.nearness >= SURE
    lost = [new for new in named if near or not is_worded(new, pair)]
    capitals = load_name_rules(pair.language).nouns_have_capitals
    return lost[0] if len(lost) == 1 and not capitals and has_new_hole(pair) else None


def _touch(one: Change, other: Change) -> bool:
    """Tell whether two changes are one, or stand next to each other on both sides."""
    gaps = (
        max(one.base.start, other.base.start) - min(one.base.end, other.base.end),
        max(one.text.start, other.text.start) - min(one.text.end, other.text.end),
    )
    return one is other or max(gaps) <= 1


def _swapped(pair: Pair) -> Iterator[Finding]:
    """Yield a finding where all other words are kept and two names stand in each other's place."""
    base, text = pair.base_reading, pair.text_reading
    if sorted(name.key for name in base.names) != sorted(name.key for name in text.names):
        return
    forms = [sorted(name.span.of(reading.text) for name in reading.names) for reading in (base, text)]
    if pair.language.lexicon.text("words", "cases") == "nouns" and forms[0] == forms[1]:
        return  # each has the case that it had: "Norland zaatakował Kesrę", "Kesrę zaatakował Norland"
    moved = [(one, other) for one, other in zip(base.names, text.names, strict=True) if one.key != other.key]
    if moved and _without_names(base) == _without_names(text) and not _are_joined([one for one, _ in moved], base):
        one, other = moved[0]
        was, now = one.span.of(pair.base.text), other.span.of(pair.text.text)
        headline = message("name.changed_places", was=was, now=now)
        yield CHECK.make_finding(Severity.CRITICAL, one.span, other.span, headline, (message("name.others_same"),))


def _are_joined(names: Sequence[Name], reading: Reading) -> bool:
    """Tell whether nothing but "and" and commas stands between some names: in any order they are as many."""
    joining = load_name_rules(reading.language).additive
    between = (reading.text[one.span.end : other.span.start] for one, other in pairwise(names))
    return all(set(fold(gap.replace(",", " ")).split()) <= joining for gap in between)


def _without_names(reading: Reading) -> list[str]:
    return [word.key for word in reading.words if not reading.names_at(word.span)]


def _inserted(pair: Pair, new: NewName) -> bool:
    """Tell whether a name was put in where the base has nothing: then it is an addition like any other."""
    change = pair.links.change_of(new.span, in_base=False)
    return change is not None and change.op is Op.INSERT


def _counts_alone(pair: Pair, new: NewName, *, in_base: bool) -> bool:
    """Tell whether a new name is worth a word by itself: a part, or a mere capital, only where the wording is kept."""
    near = nearness(pair, new.span, None) if in_base else nearness(pair, None, new.span)
    if near >= SURE or (new.whole and new.name.sure):
        return True
    return in_base and is_unheard_name(new, pair) and leaves_hole(pair, new.name)


def _are_nouns(pair: Pair, base: NewName, text: NewName) -> bool:
    """Tell whether two words have their capitals as nouns have, and are words of the language: no name is another."""
    capitals = load_name_rules(pair.language).nouns_have_capitals and not (base.name.sure or text.name.sure)
    if is_place(base, pair.language) and is_place(text, pair.language):
        return False
    return capitals and all(is_word(word.key, pair.language) for new in (base, text) for word in new.words)


def _replaced(pair: Pair, base: NewName, text: NewName) -> Finding:
    severity, doubt = weigh(nearness(pair, base.span, text.span), *_kinds(pair, base, text))
    was, now = shown(pair.base.text, base.span), shown(pair.text.text, text.span)
    headline = message("name.other", was=was, now=now)
    evidence = spoken(message("name.stands_for", was=was, now=now), doubt)
    return CHECK.make_finding(severity, base.span, text.span, headline, evidence)


def _kinds(pair: Pair, base: NewName, text: NewName) -> Iterator[str]:
    """Yield what makes a name that stands for another weigh."""
    place = _kind_of_place(base.name.key, text.name.key, pair.language)
    if place is not None:
        yield place
        return
    places = base.whole and text.whole and is_place(base, pair.language) and is_place(text, pair.language)
    worded = (False, False) if places else (is_worded(base, pair), is_worded(text, pair))
    named = (base.name.sure and text.name.sure) or is_unheard_name(base, pair) or is_unheard_name(text, pair)
    sure = named or places  # two places may open their sentences
    if not sure or is_body(base, pair) or is_body(text, pair):
        yield "name.unsure.worded" if all(worded) else _kind_unsure(pair, base, text)
        return
    if all(worded) and _mean_alike(base, text, pair):
        yield "name.unsure.worded"
        return
    alike = [(one, other) for one, other in _spelt(base, text, pair) if sounds_alike(one, other)]
    called = _is_called_in_short(base, text, pair)
    if called or alike or _is_other_short_form(base, text, pair):
        heard = any(is_heard_alike(one, other) for one, other in alike)
        yield "name.spelling" if called or heard else "name.form"
        return
    telling = tells(base, pair), tells(text, pair)
    other_kind = any(worded) or base.initials != text.initials
    if all(worded) and not (base.whole and text.whole) and base.initials == text.initials:
        yield "name.other.part"  # "World Cup", "World Championships"
    else:
        yield "name.other.kind" if other_kind else "name.other"
    if all(telling):
        yield "name.telling"
    elif any(telling):
        yield "name.one_telling"
    named = not other_kind or (any(telling) and not any(worded) and (base.name.sure or text.name.sure))
    if named and _are_alike_kept(base, text) and _facing_alone(pair, base, text):
        yield "name.in_place"


def _kind_of_place(one: str, other: str, language: Language) -> str | None:
    """Return how two folded names weigh that are of one place, or of a capital and its land; None for others."""
    if is_one_place(one, other, language):
        return "name.one_place"
    if is_capital_of(one, other, language) or is_capital_of(other, one, language):
        return "name.capital"
    return None


def _kind_unsure(pair: Pair, base: NewName, text: NewName) -> str:
    """Return how a word weighs that may be no name: more where it stands for a telling one, and its capital names."""
    capitals = load_name_rules(pair.language).nouns_have_capitals
    named = not capitals and tells(base, pair) and text.whole and _facing_alone(pair, base, text)
    return "name.unsure.telling" if named else "name.unsure"


def _spelt(base: NewName, text: NewName, pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield what is heard of two names: all that is new, and what is no word of the language ("Lutek Assembly")."""
    was, now = ([word.key for word in new.words] for new in (base, text))
    yield "".join(was), "".join(now)
    one, other = ("".join(key for key in keys if not knows(key, pair.language)) for keys in (was, now))
    if one and other:
        yield one, other


def _are_alike_kept(base: NewName, text: NewName) -> bool:
    """Tell whether two names are whole, or have the same words beside what is new: "Norland Hale", "Norland Lind"."""
    kept = [set(new.name.words) - {word.key for word in new.words} for new in (base, text)]
    return (base.whole and text.whole) or kept[0] == kept[1]


def _mean_alike(base: NewName, text: NewName, pair: Pair) -> bool:
    """Tell whether one word of a name is put for another that may translate the same: "Hall" and "Room"."""
    if len(base.words) > 1 or len(text.words) > 1:
        return False
    return kinship(base.words[0].key, text.words[0].key, pair.language) in ALIKE


def _is_other_short_form(base: NewName, text: NewName, pair: Pair) -> bool:
    """Tell whether two initials hold half of their letters in common: another language's order of the same words."""
    was, now = base.span.of(pair.base.text), text.span.of(pair.text.text)
    short = was.isupper() and now.isupper() and max(len(was), len(now)) <= LONGEST_SHORT
    return short and 2 * sum((Counter(was) & Counter(now)).values()) >= max(len(was), len(now))


def _is_called_in_short(base: NewName, text: NewName, pair: Pair) -> bool:
    """Tell whether one side has a name's beginning alone ("Fed", "Federal Reserve"), or another first name of one."""
    short, long = sorted((base, text), key=lambda new: len(new.words))
    first, other = short.words[0].key, long.words[0].key
    if len(short.words) > 1 or not (short.name.sure or long.name.sure):
        return False
    if len(long.words) == 1:
        return not (short.whole and long.whole) and one_given_name(first, other, pair.language)
    begins = short.whole and len(first) >= _BEGINNING and other.startswith(first)
    return begins and other != first and not given_name_forms(other, pair.language)


def _facing_alone(pair: Pair, base: NewName, text: NewName) -> bool:
    """Tell whether two names stand in each other's place, with no other content word put in beside them."""
    change = pair.links.change_of(base.span, in_base=True)
    if change is None or change is not pair.links.change_of(text.span, in_base=False):
        return False
    return all(
        not [word for word in content_words(pair, place, in_base=ours) if not reading.names_at(word.span)]
        for place, ours, reading in ((change.base, True, pair.base_reading), (change.text, False, pair.text_reading))
    )


def _missing(pair: Pair, new: NewName, *, torn: bool) -> Finding:
    near = nearness(pair, new.span, None)
    was = shown(pair.base.text, new.span)
    initials = was.isupper() and len(was) <= _INITIALS
    capitals = load_name_rules(pair.language).nouns_have_capitals
    hole = torn or (not capitals and leaves_hole(pair, new.name))
    told = new.name.sure or not capitals
    cut_out = hole or (told and new.whole and not _goes_with_more(pair, new) and _is_cut_out(pair, new))
    gone = near >= _SURELY and _is_deleted(pair, new)
    reported = QuoteKind.INDIRECT in (pair.base.kind, pair.text.kind)
    telling = is_sure(new, pair) and new.whole and (gone or not (initials or is_body(new, pair)))
    if cut_out:
        kind = "name.cut_out.hole" if hole else "name.cut_out"
    elif _goes_with_more(pair, new):
        kind = "name.missing" if telling else "name.missing.worded"
    elif telling:
        kind = "name.missing.reported" if reported else "name.missing.telling"
    elif _has_surname(pair, new):
        kind = "name.missing.given"
    else:
        named = not is_worded(new, pair) or (new.whole and new.name.sure)
        kind = "name.missing" if named else "name.missing.worded"
    severity, doubt = weigh(near, kind)
    evidence = spoken(message("name.only_base"), doubt)
    return Finding(_ID, Category.OMISSION, severity, new.span, None, message("name.missing", was=was), evidence)


def _has_surname(pair: Pair, new: NewName) -> bool:
    """Tell whether the rendition calls somebody by the family name alone, whom the base gives a first name as well."""
    first = new.name.words[0]
    if new.words[0].key != first or len(new.words) > 1 or new.whole or new.initials:
        return False
    given = bool(given_name_forms(first, pair.language))
    return given or not (is_word(first, pair.language) or is_place(new, pair.language))


def _is_cut_out(pair: Pair, new: NewName) -> bool:
    """Tell whether the rendition lacks the name and nothing else: a hole is left, or a verb without its subject."""
    return bool(find_holes(pair.text_reading) - find_holes(pair.base_reading)) or _was_subject(pair, new)


def _is_deleted(pair: Pair, new: NewName) -> bool:
    """Tell whether nothing at all stands where a name was."""
    change = pair.links.change_of(new.span, in_base=True)
    return change is not None and change.op is Op.DELETE


def _was_subject(pair: Pair, new: NewName) -> bool:
    """Tell whether a name opened its clause, and what stood behind it now does."""
    change = pair.links.change_of(new.span, in_base=True)
    behind = word_range(pair.base_words, new.span)[1]
    if change is None or change.op is not Op.DELETE or behind == len(pair.base_words):
        return False
    after = pair.base_words[behind]
    opened = pair.base.text[: change.base.start].rstrip(" \n\"“„«'")[-1:]
    joined = not pair.base.text[new.span.end : after.span.start].strip()
    small = after.key in prepositions(pair.language) or after.key in pair.language.lexicon.texts("cues", "additive")
    return joined and not small and opened in _OPENING and pair.links.is_kept(after.span, in_base=True)


def _goes_with_more(pair: Pair, new: NewName) -> bool:
    """Tell whether more than the name is gone ("held in Germany"), or other words stand there."""
    change = pair.links.change_of(new.span, in_base=True)
    if change is None:
        return False
    if content_words(pair, change.text, in_base=False):
        return True
    beside = content_words(pair, change.base, in_base=True)
    return any(not pair.base_reading.names_at(word.span) and not new.name.whole.contains(word.span) for word in beside)


def _added(pair: Pair, new: NewName) -> Finding:
    near = nearness(pair, None, new.span)
    worded = is_worded(new, pair)
    if new.name.sure and new.whole:
        kind = "name.added" if worded else "name.added.sure"
    else:
        kind = "name.added.worded" if worded else "name.added"
    severity, doubt = weigh(near, kind)
    now = shown(pair.text.text, new.span)
    evidence = spoken(message("name.only_here"), doubt)
    return Finding(_ID, Category.ADDITION, severity, None, new.span, message("name.added", now=now), evidence)


def _ask_name(pair: Pair, finding: Finding) -> Testimony | None:
    """Look for the base's name in the original, across scripts."""
    words = pair.text_original.words

    def found(name: str) -> str:
        keys = [part for part in name.casefold().split() if len(part) > 2]
        hits = [word for word in words if any(same_word(key, word.key) for key in keys)]
        return hits[0].span.of(pair.text_original.text) if hits else ""

    was = found(finding.base.of(pair.base.text)) if finding.base else ""
    now = found(finding.text.of(pair.text.text)) if finding.text else ""
    if was and not now:
        return Testimony(borne_out=False, words=was)
    return Testimony(borne_out=True, words=now) if now or (finding.text is None and not was) else None


CHECK = Check(
    id=_ID,
    rank=60,
    category=(Category.MISTRANSLATION, Category.OMISSION, Category.ADDITION),
    severity=(Severity.CRITICAL, Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL),
    run=check_name,
    classes=(ChangeClass.NAME,),
    proof=Proof(asks=_ask_name),
)
