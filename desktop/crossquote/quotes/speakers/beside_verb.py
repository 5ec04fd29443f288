"""The words beside a verb that reports, where its subject stands: "Two in three said", "exit polls suggested".

Nobody has to know them for a name or a role: that nothing else stands between them and the verb makes them its
subject. Whether they can be one is judged by who asks.
"""

from collections.abc import Sequence
from itertools import takewhile

from crossquote.model.quote import Stance
from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Token
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.behind_verb import without_listener
from crossquote.quotes.speakers.clause import cut_clauses, first_clause, last_clause, opens_circumstance
from crossquote.quotes.speakers.head_names import speaks
from crossquote.quotes.speakers.manner import behind_manner, behind_neuter, behind_ruled
from crossquote.quotes.speakers.next_verb import without_next_verb
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.quotes.speakers.objects_behind import object_begins
from crossquote.quotes.speakers.obliques import behind_oblique
from crossquote.quotes.speakers.participles import is_participle
from crossquote.quotes.speakers.passive import is_passive
from crossquote.quotes.speakers.unspaced import load_clause_rules
from crossquote.quotes.speakers.verb_second import in_second_place
from crossquote.text.words import fold

_RULING = 4
"""So many words before a verb are at most a part of it."""
_APPOSED = 2
"""So many clauses before the last stands what an apposition between two commas belongs to."""
_REACH = 60
_SHORT = 3
"""So many letters has a word that may be small in a headline, and more words than these has one."""
_RULED = 3
"""So many words before "and" hold the preposition that rules a noun."""
_NOUN = 2
"""So many words behind "and" stands what a noun is of."""
_RELATIVE = 3
"""So many words has a relative clause with its verb before its subject at least."""
_DESCRIBING, _DESCRIBED = 6, 3
"""So many words may describe a noun before it, and stand between it and one that it rules."""


def words_beside(scene: Scene, cue: CueMatch, left: Span, right: Span) -> Span | None:
    """Return the words that stand where the subject of `cue` does, before it or, where a language has it so, behind."""
    grammar = scene.grammar
    order = grammar.order
    if order.verb_last or load_clause_rules(scene.language) or is_participle(scene, cue, grammar):
        return None
    words = _words_before(scene, left)
    hung = words[-1].span if words and words[-1].clitic else None  # "lui a-t-on demandé"
    if hung is not None or (cue.lemma in grammar.quoting and (not words or _quotes_somebody(scene, right))):
        return hung  # "цитирует Роу «Волна»" has two behind it, "the agency quoted Roe as saying" one
    if order.verb_second and len(words) > 1 and words[0].key in grammar.as_words and _is_last(scene, right, grammar):
        return _whole(words[1:])  # "wie die Wache berichtet": here the verb stands last
    if order.nouns_have_capitals:
        return in_second_place(scene, cue, left, right)
    behind = behind_neuter(first_clause(scene, right).words, cue.span.of(scene.text), grammar)
    if order.verb_second:
        points_back = len(words) == 1 and words[0].key in grammar.anaphors
        return _whole(_after(behind, grammar)) if points_back else None
    passive = is_passive(scene, cue, Span(left.start, right.end))
    asked = cue.stance is Stance.ASKING and len(behind) > 1 and behind[0].key in grammar.obliques - grammar.speakers
    behind = behind[1:] if asked else behind  # "запитав його журналіст"
    words = () if _are_of_verb(scene, cue, words) else words
    found = _in_name(scene, cue, words) if _is_named(scene, cue) else None if passive else _free(words, behind, grammar)
    return without_listener(scene, found, grammar) if found is not None else None


def _quotes_somebody(scene: Scene, right: Span) -> bool:
    """Tell whether somebody who can speak stands right behind "quotes": no "cites her request"."""
    first = next(phrases(first_clause(scene, right), scene.grammar), None)
    return first is not None and speaks(scene, first, scene.grammar)


def _is_last(scene: Scene, right: Span, grammar: Grammar) -> bool:
    """Tell whether nothing but another verb stands behind a verb in its clause: no "als Grund nannte die Wache"."""
    after = next(iter(first_clause(scene, right).words), None)
    return after is None or not (after.capital or after.key in grammar.determiners | grammar.nominative)


def _free(words: Sequence[Token], behind: Sequence[Token], grammar: Grammar) -> Span | None:
    """Return the words before a verb, or those behind it where a language lets its subjects stand there, too."""
    order = grammar.order
    free = order.commas or order.inverts
    if order.caseless and words and words[0].key in grammar.subordinators:
        words = words[1:]  # "როგორც გეოლოგმა განმარტა"
    before = words if _is_one_office(words, grammar) else _before(words, grammar)
    if behind and before and _are_oblique(before, grammar):
        before = ()  # "լրագրողների հետ զրույցում ասաց Ռոյը"
    manner = len(before) == 1 and _is_manner(before[0], behind, grammar)
    if free and before and (manner or _are_told(before, behind, grammar)):
        before = ()
    leads = not order.verb_first or (order.caseless and bool(before) and grammar.is_role(before[0].key))
    if leads and before and not (free and _oblique(before, grammar)):
        return None if _has_verb(words, before, grammar) else _whole(before)
    ruled = free and not order.commas and bool(words) and rules_infinitive(words[-1].key, grammar)
    after = _after(behind, grammar) if (free or order.verb_first) and not ruled else ()
    if len(after) == _NOUN and after[1].key in grammar.nominative and _is_manner(after[0], after[1:], grammar):
        return after[1].span  # "сказаў суха ён"
    if grammar.is_person_behind([word.key for word in after]):
        return _whole([after[1], *takewhile(lambda word: word.capital, after[2:])])
    if not after or _oblique(after, grammar) or _is_object(after, grammar):
        return None
    return _whole(after) if _may_follow(after, grammar) else None


def _are_of_verb(scene: Scene, cue: CueMatch, words: Sequence[Token]) -> bool:
    """Tell whether words before a verb are but a part of it: "quiso recalcar Ana", "a aussitôt réagi"."""
    grammar, order = scene.grammar, scene.grammar.order
    if not order.inverts or not 0 < len(words) <= _RULING or words[0].key in grammar.prepositions - grammar.finite:
        return False
    ends = grammar.ends.infinitives
    infinitive = bool(ends) and fold(cue.span.of(scene.text)).endswith(ends)
    subject = (grammar.determiners | grammar.pronouns | grammar.relatives | grammar.who) - grammar.prepositions
    before = words[:-1] if infinitive and words[-1].key in grammar.links | grammar.determiners else words  # "voltou a"
    small = not any(word.capital or word.key in subject or grammar.is_role(word.key) for word in before)
    return small and (infinitive or words[0].key in grammar.finite)


def rules_infinitive(key: str, grammar: Grammar) -> bool:
    """Tell whether a word before a verb is a preposition that rules it: what follows is its object ("pour dire")."""
    return key in grammar.prepositions - grammar.as_words - grammar.subordinators - grammar.finite


def _are_told(words: Sequence[Token], behind: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether words before a verb, somebody named behind it, say who was told, and when: "BNS sakė meras Roe"."""
    *others, last = words
    after = next(iter(behind), None)
    if after is None or last.key not in grammar.addressees or not (after.capital or grammar.is_role(after.key)):
        return False
    return all(word.key in grammar.times or grammar.is_oblique(word.key) or not word.capital for word in others)


def _is_one_office(words: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether words before a verb are one office with "and" in it, where no capital tells a name from a verb."""
    role = any(grammar.is_role(word.key) for word in words[:_DESCRIBED])
    other = any(word.key in grammar.finite or grammar.opens_clause(word.key) for word in words)
    return grammar.order.caseless and role and not other


def _is_manner(word: Token, behind: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether a lone word before a verb, somebody named behind it, says how: "тихо сказав Рой"."""
    after = next(iter(behind), None)
    if word.capital or after is None or grammar.is_role(word.key) or word.key in grammar.pronouns | grammar.determiners:
        return False
    return grammar.order.names_inflect and (after.capital or after.key in grammar.nominative)


def _are_oblique(words: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether `words` are nouns that are no subject, by their ending or what stands behind them.

    Or whether they end with one, and none before it names anybody: "այս մասին ֆեյսբուքյան իր էջում".
    """
    at = 0
    while at < len(words) and (end := max(behind_oblique(words, at, grammar), at + _is_small(words[at], grammar))) > at:
        at = end
    named = any(grammar.is_role(word.key) or (word.capital and number) for number, word in enumerate(words))
    return at == len(words) or (bool(grammar.ends.oblique_nouns) and not named and grammar.is_oblique(words[-1].key))


def _is_small(word: Token, grammar: Grammar) -> bool:
    return grammar.is_adverb(word.key) or word.key in grammar.times


def _is_object(words: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether a lone pronoun behind a verb is its object, by its case: "спросили его"."""
    return len(words) == 1 and words[0].key in grammar.obliques - grammar.speakers


def _may_follow(words: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether words behind a verb may be its subject, in a language that leaves pronouns out: no "dijo riendo".

    Where no capital shows it, somebody's role may stand behind what it is of: "უთხრა სოფლის მცხოვრებმა".
    """
    opens, first = grammar.determiners | grammar.pronouns, words[0]
    if not grammar.order.drops_pronouns or first.capital or first.key in opens or grammar.is_role(first.key):
        return True
    return grammar.order.caseless and any(grammar.is_role(word.key) for word in words[1:_DESCRIBED])


def _words_before(scene: Scene, left: Span) -> Sequence[Token]:
    """Return the words of the clause before a verb; that before an apposition, where one ends there."""
    text = scene.masked
    clauses = [
        clause
        for clause in cut_clauses(scene, left)
        if text[clause.span.start - 1] != "(" and (clause.words or text[clause.span.start - 1] != ")")
    ] or [last_clause(scene, left)]
    apposed = len(clauses) > _APPOSED and not (clauses[-1].words or scene.grammar.order.drops_pronouns)
    commas = all(text[clause.span.start - 1] == "," for clause in clauses[-2:]) if apposed else False
    if commas and scene.grammar.order.caseless and len(clauses[-2].words) <= _DESCRIBING:
        return [*clauses[-1 - _APPOSED].words, *clauses[-2].words]  # no capital tells a name from what describes it
    return clauses[-1 - _APPOSED if commas else -1].words


def _is_named(scene: Scene, cue: CueMatch) -> bool:
    """Tell whether a cue is a part of a name: "Iowa State University"."""
    near = Span(max(0, cue.span.start - _REACH), min(len(scene.text), cue.span.end + _REACH))
    return any(name.span.contains(cue.span) for name in scene.names_in(near))


def _in_name(scene: Scene, cue: CueMatch, words: Sequence[Token]) -> Span | None:
    """Return the words before a verb that a headline prints as a part of a name: "Talks: Roe Accuses Hale of …"."""
    shown = bool(words) and all(word.capital for word in words) and _in_headline(scene, cue.span.start)
    return _whole(words) if shown else None


def _in_headline(scene: Scene, place: int) -> bool:
    """Tell whether a line has a capital on almost every word, and no end of a sentence."""
    line = scene.line_at(place)
    words = [word for word in scene.page.words_in(line) if len(word.key) > _SHORT]
    ends = scene.text[line.end - 1 : line.end] == "."
    return not ends and len(words) > _SHORT and sum(word.capital for word in words) >= len(words) - 1


def _before(words: Sequence[Token], grammar: Grammar) -> Sequence[Token]:
    """Return the words of a clause from its last conjunction to its verb, without adverbs and objects before that."""
    stop = grammar.coordinators | grammar.conjunctions | grammar.subordinators | grammar.relatives | grammar.questions
    end = len(words)
    while end and _is_of_verb(words, end - 1, grammar):
        end -= 1
    inner = stop - grammar.prepositions if grammar.order.commas else stop  # "глава порта после отставки заявил"
    known = (n for n in range(end - 1, -1, -1) if words[n].key in (inner if n else stop))
    stops = (n for n in known if not opens_circumstance(words, n, grammar))
    start = next((n + 1 for n in stops if not _joins(words, n, grammar)), 0)
    if start and _is_inverted_relative(words[start - 1 : end], grammar):
        return _before(words[: start - 1], grammar)  # "una portavoz del partido que dirige Roe dijo"
    named = start + 1 < end and words[start + 1].capital and words[start + 1].key.isalpha()
    if named and words[start].capital and grammar.is_adverb(words[start].key):
        start += 1  # "Even Roe", but "Nearly three in five"
    return words[start:end]


def _is_inverted_relative(words: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether words are a relative pronoun, its verb and a name that is its subject: "que dirige Ana Roe"."""
    order = grammar.order
    if not order.inverts or order.commas or order.verb_second or len(words) < _RELATIVE:
        return False
    opens = words[0].key in grammar.relatives | grammar.conjunctions and words[0].key not in grammar.determiners
    verb = not words[1].capital and words[1].key not in grammar.adjuncts | grammar.determiners | grammar.pronouns
    return opens and verb and not grammar.is_role(words[1].key) and all(word.capital for word in words[2:])


def _is_of_verb(words: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Tell whether a word before a verb is an adverb of it, or its object: "nos la resumió", no "document indique"."""
    noun = at > 0 and words[at - 1].key in grammar.determiners - grammar.clitics
    adverb = words[at].key in grammar.adverbs or (grammar.is_adverb(words[at].key) and not noun)
    return adverb or (words[at].key in grammar.clitics and at > 0)


def _joins(words: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Tell whether "and" joins two names behind one noun: "the Committee on Trade and Security", but "Roe and Hill"."""
    if words[at].key not in grammar.additive or not 0 < at < len(words) - 1:
        return False
    if not words[at + 1].capital:
        return _joins_ruled(words, at, grammar)
    first = at
    while first and words[first - 1].capital:
        first -= 1
    led = 1 < first < at and words[first - 1].key in grammar.prepositions | grammar.links
    return led and grammar.is_role(words[first - 2].key)


def _joins_ruled(words: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Tell whether "and" joins a bare noun to one that a preposition rules: "for fraud and breach of trust".

    So where subjects have articles, but for several people.
    """
    order, behind = grammar.order, words[at + 1]
    free = not (order.names_inflect or order.caseless or order.verb_second or order.verb_last or order.verb_first)
    ruled = any(word.key in grammar.prepositions for word in words[max(0, at - _RULED) : at])
    if free and _is_for_both(words, at, grammar):
        return True
    if not (free and ruled and grammar.definite) or at + _NOUN >= len(words):
        return False
    verbal = grammar.finite | grammar.passives | grammar.negators | grammar.infinitives | grammar.clitics
    small = grammar.adjuncts | grammar.breaks | grammar.determiners | grammar.pronouns | grammar.relatives | grammar.who
    somebody = grammar.is_role(behind.key) or grammar.is_plural(behind.key)
    other = (
        somebody or behind.key in verbal | small or behind.key.endswith(grammar.ends.participles + grammar.ends.past)
    )
    return not (other or grammar.is_adverb(behind.key)) and words[at + _NOUN].key in grammar.links


def _is_for_both(words: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Tell whether "and" joins two things that an office is for, right before its verb: "for trade and industry".

    The second may have its preposition or article: "il ministro del commercio e dell'industria".
    """
    ruling = next((n for n in range(at - 1, 0, -1) if _rules_noun(words[n].key, grammar)), None)
    office = ruling is not None and at - ruling <= _RULED and grammar.is_role(words[ruling - 1].key)
    behind = list(words[at + 1 :])
    while behind and (behind[-1].key in grammar.finite | grammar.clitics or grammar.is_adverb(behind[-1].key)):
        behind.pop()
    leads = [word for word in behind if word.key not in grammar.determiners and not _rules_noun(word.key, grammar)]
    known = grammar.breaks | grammar.pronouns | grammar.relatives | grammar.who | grammar.finite | grammar.negators
    small = all(not word.capital and word.key not in known for word in [*words[ruling or 0 : at], *leads])
    somebody = any(grammar.is_role(word.key) or grammar.is_plural(word.key) for word in leads)
    return office and small and not somebody and 0 < len(behind) <= _RULED


def _rules_noun(key: str, grammar: Grammar) -> bool:
    """Tell whether a word is a preposition, or one with an article: "del"."""
    return key in grammar.prepositions | grammar.links | grammar.joined_articles


def _after(words: Sequence[Token], grammar: Grammar) -> Sequence[Token]:
    """Return the words from a verb to the next that opens something else."""
    start = 0
    while (end := _behind_aside(words, start, grammar)) > start:
        start = end
    while grammar.order.verb_first and start < len(words) and words[start].key in grammar.adverbs:
        start += 1  # "قال له الوزير"
    words = words[start:]
    first = words[0].key if words else ""
    if grammar.opens_clause(first) or grammar.holds_conjunction(first, leads=True):
        return ()
    opens = grammar.opens_clause
    found = list(takewhile(lambda word: not (opens(word.key) or grammar.holds_conjunction(word.key)), words))
    if grammar.order.inverts and len(found) == 1 and found[0].key in grammar.determiners - grammar.pronouns:
        return ()  # an article whose noun stands in marks: "a prédit un « choc »"
    others = grammar.adjuncts | (grammar.nominatives if grammar.order.verb_first else frozenset())
    ends = (at for at in range(1, len(found)) if found[at].key in others or object_begins(found, 0, at, grammar))
    return without_next_verb(found[: next(ends, len(found))], grammar)


def _behind_aside(words: Sequence[Token], at: int, grammar: Grammar) -> int:
    """Return the index behind words that say to whom, how or how much later; `at` where none begin there."""
    if at >= len(words):
        return at
    return max(behind_oblique(words, at, grammar), behind_manner(words, at, grammar), behind_ruled(words, at, grammar))


def _has_verb(words: Sequence[Token], before: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether what stands `before` a verb has one of its own: "has dismissed it", "they want boats to"."""
    first = next((word for word in before if not grammar.is_adverb(word.key)), before[0])
    if first.key in grammar.finite | grammar.passives or words[-1].key in grammar.infinitives | grammar.possessive:
        return True
    return first.key in grammar.personal - grammar.honorifics and first is not before[-1]


def _oblique(words: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether words begin with a preposition, or are no more than adverbs: they are no subject."""
    first = next((word for word in words if word.key not in grammar.adverbs), None)
    return first is None or first.key in grammar.adjuncts or grammar.is_addressed(first.key)


def _whole(words: Sequence[Token]) -> Span | None:
    return None if not words else Span(words[0].span.start, words[-1].span.end)
