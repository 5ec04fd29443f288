"""The subject behind a verb that reports: "said Ann Roe", "dijo a la prensa el alcalde", "said former Gov. Ann Roe"."""

from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.clause import Clause, cut_clauses, first_clause, opens_time
from crossquote.quotes.speakers.head_names import speaks
from crossquote.quotes.speakers.manner import behind_manner
from crossquote.quotes.speakers.media_words import is_medium_word
from crossquote.quotes.speakers.noun_phrases import describes_noun_before, is_small, phrases, with_owners
from crossquote.quotes.speakers.objects_behind import object_begins
from crossquote.quotes.speakers.obliques import behind_oblique
from crossquote.quotes.unspoken import MAN, WOMAN, load_unspoken
from crossquote.text.short_forms import is_short_form
from crossquote.text.words import Word, fold

_DESCRIBING = 2
"""So many words at most describe who follows, and as many tell of what place."""
_BODY = 2
_TRADE = 6
"""So many words before a name say at most what somebody is."""
_NAMED = 2
"""So many words has a full name."""
_ASIDES = 5
"""So many clauses behind a verb are looked at for who speaks."""
_VERB = 24
"""So many letters has a verb at most."""
_CIRCUMSTANCES = 12
"""So many words behind a verb may say to whom and when."""


def nearest_right(scene: Scene, right: Span, grammar: Grammar) -> Span | None:
    """Return the phrase that begins right after the cue, with no more than small words between."""
    clause = first_clause(scene, right)
    found = _behind_listener(scene, clause, grammar)
    if found is not None:
        return found
    if _addresses(clause, grammar):
        return None
    first = next(phrases(clause, grammar), None)
    if first is None:
        return _in_base_form(clause, grammar) or _capital_right(clause, grammar)
    owned = _in_base_form(clause, grammar) if grammar.ends.owners else None
    if owned is not None and owned.start > first.start:
        return owned  # "ütles politsei Lääne prefektuuri juht Maksim Rand"
    first = without_listener(scene, with_owners(clause, first, grammar), grammar)
    before = [word.key for word in clause.words if word.span.end <= first.start]
    adjectives = () if grammar.order.nouns_have_capitals else grammar.ends.adjectives
    if all(grammar.is_adverb(key) or key.endswith(adjectives) for key in before):
        return first
    rest = clause.with_words(clause.words[_after_circumstances(clause, grammar) :])
    role = any(grammar.is_role(word.key) for word in rest.words)
    trade = _of_trade(clause, grammar) or (_of_trade(rest, grammar) if role else None)
    described = _described(scene, clause, first, grammar) or trade
    return described or _in_base_form(clause, grammar) or _capital_right(clause, grammar)


def without_listener(scene: Scene, phrase: Span, grammar: Grammar) -> Span:
    """Return a phrase without a medium that opens with initials before a role, where names have cases.

    "сообщил РБК глава порта", "сообщил РИА Волна источник".
    """
    words = scene.words_in(phrase)
    if len(words) < _NAMED or not grammar.order.names_inflect or not is_short_form(words[0].span.of(scene.text)):
        return phrase
    small = next((word for word in words if not word.capital), None)
    return Span(small.span.start, phrase.end) if small is not None and grammar.is_role(small.key) else phrase


def behind_asides(scene: Scene, right: Span, grammar: Grammar) -> Span | None:
    """Return who speaks behind words between commas that say when and where: "a spus, miercuri, la Cluj, Ana Roe"."""
    clauses = [clause for clause in cut_clauses(scene, right)[:_ASIDES] if clause.words]
    while len(clauses) > 1 and _is_circumstance(clauses[0], grammar):
        clauses = clauses[1:]
        first = next(phrases(clauses[0], grammar), None)
        if first is not None and _begins(clauses[0], first, grammar) and not clauses[0].cues:
            return first if speaks(scene, first, grammar) else None
    return None


def _begins(clause: Clause, phrase: Span, grammar: Grammar) -> bool:
    """Tell whether nothing but adjectives, where they come first, stands in a clause before a phrase."""
    before = [word.key for word in clause.words if word.span.end <= phrase.start]
    return not before or (grammar.order.names_inflect and all(key.endswith(grammar.ends.adjectives) for key in before))


def _is_circumstance(clause: Clause, grammar: Grammar) -> bool:
    """Tell whether a clause begins with a day, or with a preposition that leads to when or where."""
    key = clause.words[0].key
    if next(phrases(clause, grammar), None) is not None:
        return False
    day = key.isdigit() and clause.words[-1].key in grammar.times
    return (
        day
        or opens_time(clause, 0, grammar)
        or key in grammar.times
        or key in grammar.prepositions - grammar.agents
        or grammar.is_adverb(key)
    )


def _in_base_form(clause: Clause, grammar: Grammar) -> Span | None:
    """Return a full name behind a role that no case changes, wherever it stands, in languages whose names inflect.

    "mówił do wójta gminy podczas obrad w Rynie minister Jan Nowak"
    """
    words = clause.words
    if not grammar.order.names_inflect:
        return None
    for at in range(1, len(words) - 1):
        name = next((name for name in clause.names if name.span.start == words[at + 1].span.start), None)
        if name is None or not name.sure or len(name.words) != _NAMED or words[at].key not in grammar.roles:
            continue
        if not clause.capital(at) and words[at - 1].key not in grammar.prepositions | grammar.additive:
            return Span(words[at].span.start, name.span.end)
    return None


def _addresses(clause: Clause, grammar: Grammar) -> bool:
    """Tell whether a clause begins, but for words of time, with who is told something: "ליושב הראש"."""
    first = next((word for word in clause.words if not grammar.is_adverb(word.key)), None)
    return first is not None and grammar.is_addressed(first.key)


def _behind_listener(scene: Scene, clause: Clause, grammar: Grammar) -> Span | None:
    """Return who speaks behind whoever is told and when: "dijo a la prensa el alcalde", "řekl v pátek mluvčí"."""
    if not (grammar.order.inverts or grammar.order.commas) or grammar.order.verb_second:
        return None
    at = _after_circumstances(clause, grammar)
    while grammar.order.names_inflect and 0 < at < len(clause.words) and _is_of_body(clause, at):
        at += 1
    if at >= len(clause.words) or _is_of_programme(scene, clause, at, grammar):
        return None
    if describes_noun_before(clause, at, grammar):
        return None  # "criticó a la clase política"
    if not 0 < at < len(clause.words):
        return None
    found = next(phrases(clause.with_words(clause.words[at:]), grammar), None)
    begins = found is not None and _only_describe(clause, at, found, grammar)
    return found if begins and found is not None and speaks(scene, found, grammar) else None


def _only_describe(clause: Clause, at: int, found: Span, grammar: Grammar) -> bool:
    """Tell whether what stands from a word on before a phrase describes it, or the noun of a circumstance before it.

    "в неделя руският | президент", "durante la conferenza stampa | il ministro". Two names may be a title.
    """
    between = [word for word in clause.words[at:] if word.span.end <= found.start]
    if not between:
        return True
    ruled = any(word.key in grammar.prepositions for word in clause.words[:at])
    closed = grammar.breaks | grammar.who | grammar.determiners | grammar.prepositions | grammar.pronouns
    small = all(not clause.text[word.span.start].isupper() and word.key not in closed for word in between)
    adjectives = not grammar.order.names_inflect or all(is_small(word, grammar) for word in between)
    plain = sum(name.sure and found.contains(name.span) for name in clause.names) <= 1
    return plain and ruled and len(between) <= _DESCRIBING and small and adjectives


def _is_of_body(clause: Clause, at: int) -> bool:
    """Tell whether a word with a capital is none of the name behind it: "do polityków Lewicy Jan Nowak"."""
    span = clause.words[at].span
    return clause.capital(at) and not is_named(clause, span) and any(n.span.start == span.end + 1 for n in clause.names)


def _is_of_programme(scene: Scene, clause: Clause, at: int, grammar: Grammar) -> bool:
    """Tell whether initials belong to a noun before them, behind a verb said of one: "powiedział w programie BBC".

    In "navodi se u saopštenju MKSJ" they are whose statement it is.
    """
    near = scene.words_in(Span(max(0, clause.span.start - _VERB), clause.span.start))[-1:]
    of_one = near and load_unspoken(scene.language).wanted(near[0].key, "") in (MAN, WOMAN)
    if not of_one or not grammar.order.names_inflect or not clause.words[at].span.of(clause.text).isupper():
        return False
    noun = clause.words[at - 1]
    return (
        at > 0 and not clause.capital(at - 1) and noun.key not in grammar.prepositions and not scene.cues_in(noun.span)
    )


def _after_circumstances(clause: Clause, grammar: Grammar) -> int:
    """Return the index of the word after a listener and phrases with a preposition right behind a verb."""
    words, at = clause.words, 0
    while at < min(len(words), _CIRCUMSTANCES):
        key = words[at].key
        beyond = max(behind_oblique(words, at, grammar), behind_manner(words, at, grammar))
        if beyond > at:
            at = beyond
            continue
        if opens_time(clause, at, grammar):
            at += 2
            continue
        if key in grammar.times and not clause.capital(at):  # "ha detto martedì il sindaco"
            at += 1
            continue
        if key in grammar.prepositions - grammar.agents:
            at += 1
            while at < len(words) and not _opens_person(clause, at, grammar) and _describes(words[at], grammar):
                at += 1
            if _is_noun(clause, at - 1, grammar) and _opens_person(clause, at, grammar):
                continue  # what looks like an adjective is the noun: "po jednání Ana Roe"
        elif grammar.order.names_inflect and grammar.is_adverb(key) and key not in grammar.addressees:
            at += 1  # no name belongs to it: "kazala je Ana Rojić agenciji Beta"
            continue
        elif key not in grammar.addressees and not grammar.is_adverb(key):
            break
        at = _behind_name(clause, at + 1, grammar)
    return at


def _describes(word: Word, grammar: Grammar) -> bool:
    """Tell whether a word may stand between a preposition and its noun."""
    return word.key in grammar.determiners or is_small(word, grammar)


def _is_noun(clause: Clause, at: int, grammar: Grammar) -> bool:
    """Tell whether a word behind a preposition may be its noun: neither of them, nor an article."""
    return clause.words[at].key not in grammar.prepositions | grammar.determiners


def _opens_person(clause: Clause, at: int, grammar: Grammar) -> bool:
    """Tell whether a role that no case changes, or somebody's full name, begins with a word of a clause."""
    if at >= len(clause.words):
        return False
    word = clause.words[at]
    full = (name for name in clause.names if name.sure and len(name.words) >= _NAMED)
    return word.key in grammar.roles or any(name.whole.start == word.span.start for name in full)


def _behind_name(clause: Clause, at: int, grammar: Grammar) -> int:
    """Return the index after the name of a listener or place, which belongs to the word before `at`."""
    words = clause.words
    end = at
    while (
        end < len(words) and (clause.capital(end) or words[end].key.isdigit()) and not grammar.is_role(words[end].key)
    ):
        end += 1
    before = words[at - 1].key if 0 < at <= len(words) else ""
    belongs = before != "" and (clause.capital(at - 1) or is_medium_word(before, grammar.language))
    another = end < len(words) and (words[end].key in grammar.determiners or grammar.is_role(words[end].key))
    return end if belongs or another else at


def _described(scene: Scene, clause: Clause, first: Span, grammar: Grammar) -> Span | None:
    """Return a phrase with the words before it that can only describe it: "said former mayor Ana Roe".

    Where they tell of what land or town, a title follows: "said former Norland Gov. Ana Roe".
    """
    before = [word for word in clause.words if word.span.end <= first.start]
    opens = next((word.key for word in scene.words_in(first)), "")
    if not (opens and grammar.order.article_means_noun) or opens in grammar.determiners:
        return None  # "said Wednesday he's sure": the pronoun is part of a word
    places = [word for word in before if clause.text[word.span.start].isupper()]
    if max(len(places), len(before) - len(places)) > _DESCRIBING or (places and not grammar.is_role(opens)):
        return None
    closed = grammar.prepositions | grammar.breaks | grammar.who | grammar.determiners | grammar.pronouns
    if any(word.key in closed or grammar.is_adverb(word.key) for word in before):
        return None
    return Span(before[0].span.start, first.end) if speaks(scene, first, grammar) else None


def _of_trade(clause: Clause, grammar: Grammar) -> Span | None:
    """Return a full name behind words that say what somebody is: "vysvětlila realitní makléřka Denisa Nová".

    So only where there are no articles, or where such words have none ("zegt longarts Femke Postma"), and a name stands
    right behind small words that no preposition opens.
    """
    name = next((name for name in clause.names if name.sure and len(name.words) > 1), None)
    order = grammar.order
    bare = order.verb_second and not order.nouns_have_capitals
    if not (order.names_inflect or bare) or name is None or (order.names_inflect and grammar.is_role(name.words[0])):
        return None  # "powiedział tłumom na boisku Uniwersytetu Salemskiego"
    words = [word for word in clause.words if word.span.end <= (name.title or name.span).start]
    if any(name.span.start < word.span.start < name.span.end for word in words):
        return None
    while words and (words[0].key in grammar.finite or grammar.is_adverb(words[0].key)):
        words = words[1:]
    closed = grammar.breaks | grammar.who | grammar.determiners | grammar.pronouns | grammar.finite | grammar.obliques
    if not 0 < len(words) <= (_DESCRIBING if bare else _TRADE) or not closed.isdisjoint(word.key for word in words):
        return None
    governed = len(words) > 1 and words[-2].key in grammar.prepositions  # "sekretář pro firmy"
    if _is_body(words[-1].key, grammar) and not governed:
        return None  # "the editor of the paper “Tide”"
    small = all(clause.text[word.span.start].islower() for word in (words[0], words[-1]))
    addressed = words[0].key in grammar.prepositions | grammar.addressees or words[-1].key in grammar.prepositions
    return name.span if small and not addressed else None


def _is_body(key: str, grammar: Grammar) -> bool:
    """Tell whether a word is a body or a paper, in whatever case, behind which its name stands: "lista", "agentury"."""
    texts = grammar.language.lexicon.texts
    known = {*map(fold, texts("titles", "bodies")), *map(fold, texts("marks", "naming"))}
    return any(key[: len(key) - cut] in known for cut in (0, 1, 2) if len(key) - cut > _BODY)


def _capital_right(clause: Clause, grammar: Grammar) -> Span | None:
    """Return the words right after the cue where they are a noun without an article."""
    if grammar.order.caseless:
        return _words_until_break(clause, grammar)
    words = [word for word in clause.words if not grammar.is_adverb(word.key)][:1]
    if not words or words[0].key in grammar.prepositions or words[0].key in grammar.breaks:
        return None
    return words[0].span if grammar.order.nouns_have_capitals and is_named(clause, words[0].span) else None


def _words_until_break(clause: Clause, grammar: Grammar) -> Span | None:
    """Return the words after the cue up to a conjunction or a preposition, in a script that has no capitals."""
    taken: list[Word] = []
    for at, word in enumerate(clause.words[:5]):
        if grammar.closes_phrase(word.key) or word.key in grammar.prepositions or grammar.is_addressed(word.key):
            break
        if object_begins(clause.words, 0, at, grammar):
            break
        taken.append(word)
    return Span(taken[0].span.start, taken[-1].span.end) if taken else None


def is_named(clause: Clause, span: Span) -> bool:
    """Tell whether a place of a clause is one of its names."""
    return any(name.span.overlaps(span) for name in clause.names)
