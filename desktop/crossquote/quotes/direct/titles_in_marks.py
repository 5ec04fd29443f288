"""What stands in quotation marks without being anybody's words: titles, names, nicknames, terms and scare quotes."""

from functools import lru_cache

import regex
from msgspec import Struct

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.progress import Step, Work
from crossquote.quotes.cues import load_cues
from crossquote.quotes.direct.bodies_in_marks import (
    CLOSED_LIKE_SPEECH,
    is_body,
    is_closed_like_speech,
    is_medium,
    says_itself,
)
from crossquote.quotes.direct.programmes import is_programme
from crossquote.quotes.direct.valued import is_valued
from crossquote.quotes.grammar import load_grammar
from crossquote.quotes.scene import REACH, Scene
from crossquote.text.marks import MarkFamily
from crossquote.text.pairing import Marked
from crossquote.text.possessives import has_owner
from crossquote.text.words import fold, opens_small

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’\-]*")
_ADDRESS = regex.compile(r"\s*(?:https?:\S*|@\w+|[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)*\.\p{Ll}{2,4})\s*")
_HYPHEN = regex.compile(r"[-‐‑–]\p{L}")
_INITIALS = regex.compile(r"\s?\(\p{Lu}{2,}\)")
_NEXT_WORD = regex.compile(r"\s+(\p{L}[\p{L}\p{M}\-]*)")

_MANY = 200
"""So many pairs of marks are looked at between two steps."""
_BRACKETED = 3
_SENTENCE = 4
"""So many words in marks that are all of a sentence are somebody's."""
_NAME_WORDS = 4
_VERB = 25
"""So many letters behind marks hold a comma and the verb that reports what they hold."""
_NAME_LONGEST = 7
"""A longer name shows itself only by its capitals and the article before it."""
_NAME_LETTERS = 20
"""A name that is written without blanks is shorter."""
_ASKED = tuple("？?！!")
_LETTER = regex.compile(r"\p{L}")
_LETTERS = 2
"""A word that is written without blanks has so many letters."""
_LABEL = regex.compile(r"\p{Lu}[\p{L}.’'\-]*(?: \p{Lu}[\p{L}.’'\-]*){0,3}[ \u00a0]?: ?")
"""A name before a colon, at the beginning of a line: a headline's speaker."""


class NamingRules(Struct, frozen=True):
    """What a language's lexicon says of names and terms in marks."""

    naming: frozenset[str]
    naming_ends: tuple[str, ...]
    terms: tuple[str, ...]
    after: frozenset[str]
    small: frozenset[str]
    places: frozenset[str]
    reportive: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    joins: frozenset[str]
    auxiliaries: frozenset[str]
    quoted_by: tuple[str, ...]
    after_joined: tuple[str, ...]
    nouns_have_capitals: bool
    blanks: bool


_SHORT = 3
"""With a preposition before it, a word of no more letters may be another."""


@lru_cache(maxsize=64)
def load_naming_rules(language: Language) -> NamingRules:
    """Return the rules of `language`."""
    lexicon, grammar = language.lexicon, load_grammar(language)
    plain = [fold(word) for word in lexicon.texts("marks", "naming")]
    joined = (front + word for word in plain if len(word) > _SHORT for front in grammar.ends.prefixes)
    naming = frozenset((*plain, *joined))  # "لقناة", but no Hebrew "מספר", which is "several"
    capitals = grammar.order.nouns_have_capitals
    articles = lexicon.texts("titles", "definite") if capitals else ()
    compound = [word for word in naming if capitals and len(word) > 3]  # "Stadtmagazin", "des Stadtmagazins"
    blanks = lexicon.text("words", "blanks") != "none"
    return NamingRules(
        naming=naming,
        naming_ends=tuple(word + end for word in compound for end in ("", *grammar.ends.owning_nouns)),
        terms=tuple(fold(term) for term in lexicon.texts("marks", "terms")),
        after=frozenset(fold(word) for word in lexicon.texts("marks", "after_terms")),
        small=grammar.determiners | grammar.prepositions | grammar.breaks,
        places=grammar.prepositions,
        indefinite=frozenset(fold(word) for word in lexicon.texts("function_words", "indefinite")),
        joins=grammar.coordinators,
        auxiliaries=grammar.finite | grammar.quotatives,
        definite=frozenset(map(fold, (*articles, *lexicon.texts("marks", "before_names")))),
        reportive=grammar.reportive | grammar.source_prepositions,
        quoted_by=lexicon.texts("marks", "quoted_by"),
        after_joined=lexicon.texts("marks", "after_terms"),
        nouns_have_capitals=capitals,
        blanks=blanks,
    )


def is_speech(pair: Marked, scene: Scene) -> bool:
    """Tell whether what stands between marks is somebody's words, as far as its shape and surroundings say."""
    if pair.family is MarkFamily.TITLE:
        return False
    look = _look(pair, scene)
    if not look.words or look.names_something or says_itself(pair, scene) or is_programme(pair, look.words, scene):
        return False
    if (
        look.alone
        or look.sentence
        or look.labelled
        or look.count >= 8
        or look.quoted_by
        or (look.bracketed and look.count >= _BRACKETED and not look.title_case)
        or (look.whole and look.count >= _SENTENCE and not look.title_case)
        or (look.announced and look.count >= 2 and not look.small_start)
    ):
        return True
    if look.ends_like_speech and look.count >= 3 and not look.title_case:
        return True
    if look.medium or (look.title_case and (look.body or not (look.cue_beside or look.judged))):
        return False
    return look.reported or (look.count >= 3 and look.small_start) or is_valued(pair, look.words, scene)


def choose_speech(scene: Scene, step: Step) -> Work[list[Marked]]:
    """Return the pairs of marks that hold somebody's words; what a list joins is all speech or all names.

    Yields `step` now and then.
    """
    rules = load_naming_rules(scene.language)
    chosen: list[Marked] = []
    before: Marked | None = None
    for done, pair in enumerate(scene.page.marked):
        if done % _MANY == 0:
            yield step
        listed = before is not None and _listed(scene.text[before.outer.end : pair.outer.start], rules)
        speech = is_speech(pair, scene)
        if before is not None and before.continues and chosen and chosen[-1] is before:
            speech = True
        elif listed and before is not None and not is_closed_like_speech(pair, scene.text) and len(pair.content) < 60:
            speech = bool(chosen) and chosen[-1] is before
        if speech:
            chosen.append(pair)
        before = pair
    return chosen


def _listed(gap: str, rules: NamingRules) -> bool:
    """Tell whether what stands between two pairs of marks only joins them: "a", "b" and "c"."""
    return len(gap) < 12 and fold(gap.strip(" ,;")) in (rules.joins | {""}) and "\n" not in gap


class _MarkedLook(Struct, frozen=True):
    """What is seen of a piece in marks."""

    words: tuple[str, ...]
    names_something: bool
    alone: bool
    sentence: bool
    ends_like_speech: bool
    title_case: bool
    small_start: bool
    judged: bool
    announced: bool
    labelled: bool
    cue_beside: bool
    reported: bool
    quoted_by: bool
    bracketed: bool
    whole: bool
    body: bool
    medium: bool
    count: int


def _look(pair: Marked, scene: Scene) -> _MarkedLook:
    text, rules = scene.text, load_naming_rules(scene.language)
    content = pair.content.of(text)
    words = tuple(_WORD.findall(content[:600]))
    line, sentence = scene.line_at(pair.outer.start), scene.sentence_at(pair.outer.start)
    start, end = max(sentence.start, pair.outer.start - REACH), min(sentence.end, pair.outer.end + REACH)
    sentence = Span(start, max(start, end))
    cues = scene.cues_in(sentence)
    return _MarkedLook(
        words=words,
        names_something=_names_something(pair, words, scene, rules),
        alone=pair.outer.start <= line.start and not text[pair.outer.end : line.end].strip(" .,;:!?"),
        sentence=_is_sentence(pair, text),
        ends_like_speech=CLOSED_LIKE_SPEECH.search(content[-8:]) is not None,
        title_case=_title_case(words, rules),
        small_start=words[:1] != () and opens_small(words[0]),
        judged=bool(cues or _reportive(scene, sentence, rules)) and _indefinite(pair, text, rules),
        announced=text[max(0, pair.outer.start - 3) : pair.outer.start].rstrip()[-1:] in (":", "："),
        labelled=words[:1] != ()
        and words[0][0].isupper()
        and _LABEL.fullmatch(text, line.start, pair.outer.start) is not None,
        cue_beside=any(_beside(cue.span, pair.outer, text, rules) for cue in cues),
        reported=bool(cues)
        or not load_cues(scene.language).entries
        or _reportive(scene, sentence, rules)
        or _report_around(sentence, scene),
        whole=pair.outer.start == sentence.start and not text[pair.outer.end : sentence.end].strip(" .…。"),
        body=is_body(pair, words, scene, sentence),
        medium=words[:1] != () and is_medium(pair, words, scene, sentence),
        quoted_by=text.startswith(rules.quoted_by, pair.outer.end),
        bracketed=_bracketed(pair, scene) and not scene.grammar.determiners.intersection(map(fold, words[:1])),
        count=len(words) if rules.blanks else len(_LETTER.findall(content[:600])) // _LETTERS,
    )


def _bracketed(pair: Marked, scene: Scene) -> bool:
    """Tell whether marks stand in brackets right behind a name: "Ana Roe (“I never sleep”) opened the hall"."""
    text, start = scene.text, pair.outer.start
    if text[start - 1 : start] != "(" or text[pair.outer.end : pair.outer.end + 1] != ")":
        return False
    names = scene.names_in(Span(scene.sentence_at(start).start, start))
    return bool(names) and names[-1].sure and not text[names[-1].span.end : start - 1].strip()


def _is_sentence(pair: Marked, text: str) -> bool:
    """Tell whether the marks hold a whole sentence that stands among others."""
    before = text[max(0, pair.outer.start - 4) : pair.outer.start].rstrip()
    return pair.content.of(text).rstrip()[-1:] in ("!", "?", ".", "…") and before[-1:] in (".", "!", "?", "”", '"', ":")


def _beside(cue: Span, outer: Span, text: str, rules: NamingRules) -> bool:
    """Tell whether a cue stands right beside the marks, with no preposition that makes them a place ("told CNN on")."""
    gap = Span(cue.end, outer.start) if cue.end <= outer.start else Span(outer.end, max(outer.end, cue.start))
    words = gap.of(text).split()
    if len(gap) > 40 or len(words) > 4:
        return False
    return not words or cue.end > outer.start or fold(words[-1]) not in rules.places


def _reportive(scene: Scene, sentence: Span, rules: NamingRules) -> bool:
    """Tell whether the sentence names a source ("selon"), or has a verb in the mood of reported speech."""
    return any(word.key in rules.reportive for word in scene.words_in(sentence))


def _report_around(sentence: Span, scene: Scene) -> bool:
    """Tell whether a report of speech surrounds the sentence: a cue in the sentence before or after it."""
    before = scene.sentence_at(max(sentence.start - 2, 0))
    return bool(scene.cues_in(before)) or bool(scene.cues_in(scene.sentence_at(min(sentence.end + 1, len(scene.text)))))


def _names_something(pair: Marked, words: tuple[str, ...], scene: Scene, rules: NamingRules) -> bool:
    """Tell whether what stands in the marks, or around them, says that they hold a name or a term."""
    text = scene.text
    before = text[max(0, pair.outer.start - 60) : pair.outer.start]
    after = text[pair.outer.end : pair.outer.end + 30]
    told = any(cue.span.start == pair.outer.end for cue in scene.cues_in(Span(pair.outer.end, pair.outer.end + _VERB)))
    if rules.after_joined and text.startswith(rules.after_joined, pair.outer.end) and not told:
        return len(_LETTER.findall(content := pair.content.of(text))) < _NAME_LETTERS and content[-1:] not in _ASKED
    if before.endswith("=") or _ADDRESS.fullmatch(pair.content.of(text)) or _HYPHEN.match(after):
        return True
    if len(words) > _NAME_LONGEST:
        return _title_case(words, rules) and _definite(fold(before), rules) and not is_closed_like_speech(pair, text)
    return (
        (len(words) <= 3 and (_INITIALS.match(after) is not None or _is_inflected(words, after, rules)))
        or _termed(fold(before), "" if _verb_follows(pair, scene) else after, words, rules)
        or (scene.grammar.order.verb_last and _is_called(pair, words, scene, rules))
        or _of_office(before, words, pair, scene)
        or _of_maker(before, words, pair, scene)
        or (
            _named(fold(before), rules)
            and not _judges(words, rules, before)
            and not _ends_sentence_inside(pair, text, words)
            and not (len(words) >= _NAME_WORDS and opens_small(words[0]) and is_closed_like_speech(pair, text))
        )
        or (_noun_phrase(words) and _definite(fold(before), rules) and not is_closed_like_speech(pair, text))
        or (_title_case(words, rules) and (has_owner(before, scene.language) or _definite(fold(before), rules)))
    )


def _is_inflected(words: tuple[str, ...], after: str, rules: NamingRules) -> bool:
    """Tell whether an ending hangs on marks that hold a few words with a capital: "“Səhər”ə", "«Азаттык»ка"."""
    return rules.blanks and opens_small(after[:1]) and words[:1] != () and not opens_small(words[0])


def _named(before: str, rules: NamingRules) -> bool:
    """Tell whether the word before the marks is one that a name follows: "the film", "das Magazin"."""
    if not rules.blanks:
        return before.endswith(tuple(rules.naming))
    words = before[before.rfind("\n") + 1 :].rstrip(" ,([").rsplit(None, 1)
    last = words[-1].strip("([,") if words else ""
    return last in rules.naming or last.endswith(rules.naming_ends)


def _noun_phrase(words: tuple[str, ...]) -> bool:
    """Tell whether several words begin and end as nouns do, or with a number: "Die Stadt fast leer" does not."""
    last = words[-1][0] if words else ""
    return len(words) > 1 and words[0][0].isupper() and (last.isupper() or last.isdigit())


def _judges(words: tuple[str, ...], rules: NamingRules, before: str) -> bool:
    """Tell whether the marks hold one small word, or begin with "a": that judges a plan or a film, no name does.

    Nor is there one behind a comma that begins with a small word: "Segundo a empresa, “a produção parou”".
    """
    if not words or not opens_small(words[0]):
        return False
    article, apostrophe, _ = fold(words[0]).partition("'")
    return len(words) == 1 or article + apostrophe in rules.indefinite or before.rstrip().endswith(",")


def _of_office(before: str, words: tuple[str, ...], pair: Marked, scene: Scene) -> bool:
    """Tell whether the marks hold the name of the body whose office stands before them: "директорка «Порту»"."""
    grammar = scene.grammar
    if (
        not words
        or not grammar.order.names_inflect
        or not before.endswith(" ")
        or not words[0][0].isupper()
        or is_closed_like_speech(pair, scene.text)
    ):
        return False
    last = before.rsplit(None, 1)[-1] if before.strip() else ""
    return last.isalpha() and len(words) <= _NAME_WORDS and grammar.is_role(fold(last))


def _of_maker(before: str, words: tuple[str, ...], pair: Marked, scene: Scene) -> bool:
    """Tell whether the marks hold the title of what somebody made or leads: "author of “The Long Tide”"."""
    grammar, last = scene.grammar, [fold(word) for word in before.split()[-2:]]
    if len(last) < 2 or not words or not words[0][0].isupper() or is_closed_like_speech(pair, scene.text):
        return False
    return before.endswith((" ", "\u00a0")) and last[1] in grammar.links and grammar.is_role(last[0])


def _indefinite(pair: Marked, text: str, rules: NamingRules) -> bool:
    """Tell whether a word stands before the marks that a judgement follows ("a", "as"), not a name."""
    before = fold(text[max(0, pair.outer.start - 20) : pair.outer.start]).split()
    return bool(before) and before[-1] in rules.indefinite


def _definite(before: str, rules: NamingRules) -> bool:
    """Tell whether a definite article stands before the marks, in a language where that makes a name of a noun."""
    last = before.rsplit(None, 1)[-1] if before.endswith(" ") and before.strip() else ""
    return last in rules.definite


def _verb_follows(pair: Marked, scene: Scene) -> bool:
    """Tell whether a verb that reports stands right behind the comma after the marks: "„…“, sagte kurz darauf Roe"."""
    comma = scene.text.startswith(",", pair.outer.end)
    near = scene.cues_in(Span(pair.outer.end, min(len(scene.text), pair.outer.end + _VERB)))
    return comma and any(cue.verb and not scene.words_in(Span(pair.outer.end, cue.span.start)) for cue in near)


def _termed(before: str, after: str, words: tuple[str, ...], rules: NamingRules) -> bool:
    """Tell whether the words around the marks say that they hold somebody's term: "so-called", "… movement"."""
    following = _NEXT_WORD.match(after)
    if len(words) > 4:
        return False
    near = [fold(word) for word in _WORD.findall(after)[:4]] if rules.nouns_have_capitals else []
    if following is not None:
        near.append(fold(following[1]))
    words_before = before.rstrip(" ,([").split()[-2:]
    spoken = len(words_before) > 1 and words_before[0] in rules.auxiliaries and words_before[1] in rules.terms
    named = before.rstrip(" ,([").endswith(rules.terms) and not spoken
    return named or any(word in rules.after for word in near)


def _is_called(pair: Marked, words: tuple[str, ...], scene: Scene, rules: NamingRules) -> bool:
    """Tell whether marks hold a name where what it is stands behind it, or a lone name in a case.

    "«Қазақ журналистикасының өткені мен бүгіні» атты көрмеде", "«Азаттыкка» билдирди".
    """
    behind = _NEXT_WORD.match(scene.text, pair.outer.end)
    titled = behind is not None and fold(behind[1]) in rules.after
    lone = len(words) == 1 and words[0][0].isupper() and scene.grammar.is_oblique_name(fold(words[0]))
    return (titled and not _ends_sentence_inside(pair, scene.text, words)) or lone


def _ends_sentence_inside(pair: Marked, text: str, words: tuple[str, ...]) -> bool:
    return len(words) >= 4 and text[pair.content.end - 1 : pair.content.end] in tuple("!?.…")


def _title_case(words: tuple[str, ...], rules: NamingRules) -> bool:
    """Tell whether all words that count are capitalised, as in a title or a name."""
    if not words[:1] or not words[0][0].isupper():
        return False
    counted = [word for word in words if fold(word) not in rules.small and not word[0].isdigit()]
    capital = sum(word[0].isupper() for word in counted)
    if len(counted) >= 4 and rules.nouns_have_capitals:
        return words[0][0].isupper() and capital * 4 >= len(counted) * 3 and len(words) <= 12
    return 0 < len(counted) == capital and len(words) <= 7
