"""The subject of a verb that reports: in its own clause, after it, or in a clause before it."""

from collections.abc import Sequence
from itertools import takewhile

from crossquote.model.quote import Stance
from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.scene import BLOT, Scene
from crossquote.quotes.speakers.bare_subject import bare_subject, may_be_of_several
from crossquote.quotes.speakers.before_report import before_report, without_adverbs
from crossquote.quotes.speakers.behind_verb import behind_asides, nearest_right
from crossquote.quotes.speakers.beside_verb import rules_infinitive, words_beside
from crossquote.quotes.speakers.clause import (
    Clause,
    beside_in_relative,
    cut_clauses,
    first_clause,
    goes_on_behind_comma,
    joins_names,
    last_clause,
    opens_circumstance,
)
from crossquote.quotes.speakers.further_left import further_left
from crossquote.quotes.speakers.head_names import speaks
from crossquote.quotes.speakers.hidden_subjects import noun_behind
from crossquote.quotes.speakers.last_verb import before_last_verb, comma_at
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.quotes.speakers.participles import is_participle, of_participle
from crossquote.quotes.speakers.passive import agent_before, is_passive
from crossquote.quotes.speakers.places import (
    place_behind_verb,
    place_that_speaks,
    subject_behind_place,
)
from crossquote.quotes.speakers.quoted_person import quoted_person
from crossquote.quotes.speakers.second_place import behind_circumstances, behind_opening_word
from crossquote.quotes.speakers.unspaced import load_clause_rules, subject_before
from crossquote.quotes.speakers.verb_second import is_article
from crossquote.quotes.unspoken import load_unspoken
from crossquote.text.words import Word, fold

_GAPS = (" ", "\u00a0", "\n", "-")
_AROUND = 2
_OVER = frozenset(":.")
"""What ends the clause of a verb with its subject behind it."""


def of_verb(scene: Scene, cue: CueMatch, left: Span, right: Span, grammar: Grammar) -> Span | None:
    """Return the subject of a verb: beside it, after it, or in a clause before it."""
    rules = load_clause_rules(scene.language)
    opening = subject_before(scene, left, rules) if rules is not None else None
    clauses = cut_clauses(scene, left)
    if opening is not None or grammar.order.verb_last:
        return opening or before_last_verb(scene, left, right, grammar)
    behind = grammar.order.drops_pronouns or (grammar.order.inverts and not grammar.order.verb_second)
    alone = behind and len(clauses) > 1 and _is_alone(clauses[-1], grammar)
    if alone and not clauses[-1].words and comma_at(scene, right.start):
        return behind_asides(scene, right, grammar)
    if cue.lemma in grammar.quoting or _says_anybody(cue, clauses[-1], grammar):
        return quoted_person(scene, left, right, grammar) if cue.lemma in grammar.quoting else None
    if _depends(scene, cue, clauses, grammar):
        return _of_another(scene, cue, clauses, left, grammar)
    if is_passive(scene, cue, Span(left.start, right.end)):
        return _agent(scene, cue, left, right, grammar) or agent_before(scene, left)
    found = _active(scene, cue, clauses, left, right)
    aside = alone or (grammar.order.names_inflect and len(clauses) > 1 and _is_alone(clauses[-1], grammar))
    return behind_asides(scene, right, grammar) if aside and found is None else found


def _says_anybody(cue: CueMatch, clause: Clause, grammar: Grammar) -> bool:
    """Tell whether a verb behind "and" is said of nobody in particular: "Roe ha chiuso il ponte e si stima che …"."""
    keys = [word.key for word in clause.words[-_AROUND:]]
    joined = len(keys) == _AROUND and keys[0] in grammar.additive and cue.stance is Stance.NEUTRAL
    return joined and grammar.order.inverts and keys[1] in load_unspoken(grammar.language).impersonal


def _is_alone(clause: Clause, grammar: Grammar) -> bool:
    """Tell whether nothing but its auxiliary stands before a verb in its clause: "…”, a spus, miercuri, Ana Roe"."""
    return all(grammar.is_adverb(word.key) for word in clause.words)


def _active(scene: Scene, cue: CueMatch, clauses: Sequence[Clause], left: Span, right: Span) -> Span | None:
    """Return the subject of a verb that has one of its own and stands in no passive."""
    grammar = scene.grammar
    several = may_be_of_several(scene, cue)
    return (
        _agent(scene, cue, left, right, grammar)
        or _absolute(clauses[-1], grammar)
        or _pronoun_after(scene, left, right, grammar)
        or _pronoun_closes(scene, right, grammar)
        or _pronoun_before(clauses[-1], grammar)
        or subject_behind_place(clauses[-1], grammar)
        or (place_that_speaks(clauses[-1], grammar) if several else None)
        or _in_body(scene, cue, clauses[-1], right)
        or behind_opening_word(scene, clauses[-1], right)
        or _in_clause(scene, clauses[-1], grammar)
        or (bare_subject(clauses[-1], grammar) if grammar.order.verb_second else None)
        or _unless_taken_up(scene, clauses, right, grammar)
        or bare_subject(clauses[-1], grammar, governed=several)
        or noun_behind(scene, cue.span)
    )


def _pronoun_before(clause: Clause, grammar: Grammar) -> Span | None:
    """Return the pronoun right before a verb, whatever opens the clause: "На шоу Белова | он заявил"."""
    words = [word for word in clause.words if not grammar.is_adverb(word.key)]
    if not words[1:] or not grammar.order.names_inflect or words[-1].key not in grammar.speakers:
        return None
    governed = words[-1].key in grammar.obliques or words[-2].key in grammar.prepositions | grammar.additive
    return None if governed else words[-1].span


def _in_body(scene: Scene, cue: CueMatch, clause: Clause, right: Span) -> Span | None:
    """Return the body behind a verb in which several say something, where nobody stands before it."""
    grammar = scene.grammar
    alone = all(grammar.is_adverb(word.key) or word.key in grammar.as_words for word in clause.words)
    return place_behind_verb(cue.span.of(scene.text), first_clause(scene, right).words, grammar) if alone else None


def _unless_taken_up(scene: Scene, clauses: Sequence[Clause], right: Span, grammar: Grammar) -> Span | None:
    """Return a subject beyond the clause of a verb, unless "which" takes up all before it: ", which explains why"."""
    words = [word.key for word in clauses[-1].words if not grammar.is_adverb(word.key)]
    if words and set(words) <= grammar.relatives - grammar.who - grammar.determiners - grammar.conjunctions:
        return None
    return _beyond(scene, clauses, right, grammar)


def _last_word(clause: Clause, grammar: Grammar) -> Word | None:
    words = [word for word in clause.words if not grammar.is_adverb(word.key)]
    who = grammar.who - grammar.determiners
    if len(words) > 1 and words[-1].key in grammar.clitics and words[-2].key in who:
        return words[-2]  # "Roe che lo accusa"
    return words[-1] if words else None


def _depends(scene: Scene, cue: CueMatch, clauses: Sequence[Clause], grammar: Grammar) -> bool:
    """Tell whether a verb has its subject from elsewhere: after "who", as a participle, after "and" in its clause."""
    last = _last_word(clauses[-1], grammar)
    if last is not None and last.key in grammar.who - grammar.determiners and len(clauses) > 1:
        return True
    return is_participle(scene, cue, grammar) or (
        last is not None and last.key in grammar.additive and bool(clauses[-1].cues)
    )


def _of_another(scene: Scene, cue: CueMatch, clauses: Sequence[Clause], left: Span, grammar: Grammar) -> Span | None:
    last = _last_word(clauses[-1], grammar)
    if last is not None and last.key in grammar.who - grammar.determiners:
        return last.span
    if is_participle(scene, cue, grammar):
        return of_participle(scene, cue, clauses, grammar)
    return _of_verb_before(scene, clauses[-1], left, grammar)


def _of_verb_before(scene: Scene, clause: Clause, left: Span, grammar: Grammar) -> Span | None:
    """Return the subject that a verb shares with another before it: "Roe told the council it was late and asked …"."""
    verb = next(reversed([cue for cue in scene.cues_in(Span(clause.span.start, left.end)) if cue.verb]))
    return _of_first_verb(scene, verb, left, grammar)


def _of_first_verb(scene: Scene, verb: CueMatch, around: Span, grammar: Grammar) -> Span | None:
    """Return the subject of the first of two verbs that share it.

    Where words stand before that verb, what stands behind it is its object: "Norland claims the island and vows …".
    """
    before, behind = Span(around.start, verb.span.start), Span(verb.span.end, around.end)
    beside = words_beside(scene, verb, before, behind)
    leads = beside is not None and beside.end <= verb.span.start
    reported = (word.span.start for word in scene.words_in(behind) if grammar.opens_clause(word.key))
    end = behind.start if leads else next(reported, behind.end)
    return of_verb(scene, verb, before, Span(behind.start, end), grammar)


def _absolute(clause: Clause, grammar: Grammar) -> Span | None:
    """Return the subject right before the cue that only "with" governs: "with Hale calling it a mistake"."""
    here = list(phrases(clause, grammar, governed=True))
    if not here or not clause.words or here[-1].end != clause.words[-1].span.end:
        return None
    before = [word.key for word in clause.words if word.span.end <= here[-1].start]
    return here[-1] if before and before[-1] in grammar.absolutes else None


def _pronoun_after(scene: Scene, left: Span, right: Span, grammar: Grammar) -> Span | None:
    """Return a pronoun right after the verb, in languages that put the verb second: it is the subject."""
    words = scene.words_in(right)[:2]
    if not grammar.order.verb_second or not words or words[0].key not in grammar.speakers:
        return None
    if grammar.order.nouns_have_capitals and is_article(words, 0, grammar):
        return None  # "erklärte das Amt"
    if words[0].key in grammar.ambiguous and _subject_leads(cut_clauses(scene, left), grammar):
        return None
    return words[0].span if words[0].span.start <= right.start + 1 else None


def _pronoun_closes(scene: Scene, right: Span, grammar: Grammar) -> Span | None:
    """Return a pronoun between the verb and the next mark: "стверджує він, …", "said he"."""
    word = next(iter(scene.words_in(right)[:1]), None)
    if grammar.order.verb_second or word is None or word.key not in grammar.speakers:
        return None
    if word.span.start > right.start + 1:
        return None
    rest = scene.masked[word.span.end : word.span.end + 2].strip()
    return word.span if not rest or rest[0] in ",.;:!?—–" else None


def _beyond(scene: Scene, clauses: Sequence[Clause], right: Span, grammar: Grammar) -> Span | None:
    """Return a subject that stands after the cue, or in a clause before it, as the language orders them."""
    last, order = _last_word(clauses[-1], grammar), grammar.order
    ruled = last is not None and order.inverts and not order.commas and rules_infinitive(last.key, grammar)
    beside = not ruled and scene.masked[right.start : right.start + 1] in _GAPS
    inverted = _inverted(scene, right, grammar) if beside else None
    if _goes_on(clauses, grammar):
        main = before_report(scene, clauses, right.start, grammar)
        if main is not None:
            verb = next(reversed([cue for cue in scene.cues_in(main.span) if cue.verb]))
            return _of_first_verb(scene, verb, Span(clauses[0].span.start, main.span.end), grammar)
        return (
            _of_clause_before(scene, clauses, grammar)
            or _behind_quote(scene, clauses, further_left(scene, clauses, grammar))
            or (inverted if grammar.order.inverts else None)
        )
    if inverted is not None and _quote_goes_on(scene, clauses, inverted, grammar):
        return inverted
    if inverted is not None and _closes_clause(scene, clauses, inverted, grammar):
        return inverted
    empty = not any(clause.words for clause in clauses)
    if (
        empty
        or _in_aside(scene, clauses, inverted, grammar)
        or (grammar.order.verb_second and not _subject_leads(clauses, grammar))
    ):
        return inverted or further_left(scene, clauses, grammar)
    return further_left(scene, clauses, grammar) or inverted


def _inverted(scene: Scene, right: Span, grammar: Grammar) -> Span | None:
    """Return the subject behind a verb, right there or behind when and where."""
    return behind_circumstances(scene, first_clause(scene, right), grammar) or nearest_right(scene, right, grammar)


def _closes_clause(scene: Scene, clauses: Sequence[Clause], inverted: Span, grammar: Grammar) -> bool:
    """Tell whether a verb right behind the one comma of its sentence has its subject behind it: "…, sagte Stein".

    Where a verb has it before it else, its clause ends there, and nobody is told: "The port is safe, said Ann Roe: …".
    """
    alone = len(clauses) == _AROUND and bool(clauses[0].words) and not clauses[1].words
    if not alone or not speaks(scene, inverted, grammar):
        return False
    if grammar.order.verb_second:
        return True
    cue = next(iter(scene.cues_in(Span(clauses[1].span.end, inverted.start))), None)
    told = cue is None or not cue.verb or cue.lemma in grammar.addressing
    over = scene.masked[inverted.end : inverted.end + 1] in _OVER
    own = any(word.key in grammar.finite for word in clauses[0].words[1:])
    named = any(name.sure for name in scene.names_in(inverted))
    return own and over and named and not told and not grammar.order.inverts


def _quote_goes_on(scene: Scene, clauses: Sequence[Clause], inverted: Span, grammar: Grammar) -> bool:
    """Tell whether what stands before a verb only ends the clause of a quote: "“It is late” to act, said Roe."."""
    first = next((clause for clause in clauses if clause.words), None)
    if first is None or clauses[-1].words or scene.masked[clauses[0].span.start - 1 : clauses[0].span.start] != BLOT:
        return False
    opening = first.words[0].key
    closed = not scene.words_in(Span(inverted.end, inverted.end + 3)) or scene.masked[inverted.end] == ","
    return closed and opening in grammar.breaks | grammar.prepositions and speaks(scene, inverted, grammar)


def _in_aside(scene: Scene, clauses: Sequence[Clause], inverted: Span | None, grammar: Grammar) -> bool:
    """Tell whether a verb behind a comma has a role after it: "…, заявил президент Крутов", "…, dijo el alcalde"."""
    if inverted is None or clauses[-1].words or not (grammar.order.commas or grammar.order.inverts):
        return False
    first = next((word for word in scene.words_in(inverted) if word.key not in grammar.determiners), None)
    return first is not None and first.key in grammar.roles


def _goes_on(clauses: Sequence[Clause], grammar: Grammar) -> bool:
    """Tell whether a verb shares the subject of the one before it: "“…” and called on voters", "…, but added"."""
    words = [word.key for word in without_adverbs(clauses[-1].words, grammar)]
    return bool(words) and words[-1] in grammar.coordinators


def _behind_quote(scene: Scene, clauses: Sequence[Clause], found: Span | None) -> Span | None:
    """Return a subject before "and", none behind a quote without a name: "“silly” to follow ministers"."""
    goes_on = scene.masked[max(0, clauses[0].span.start - 1) : clauses[0].span.start] == BLOT
    return None if goes_on and found is not None and not scene.names_in(found) else found


def _of_clause_before(scene: Scene, clauses: Sequence[Clause], grammar: Grammar) -> Span | None:
    """Return the subject of the verb before a comma and "and": "Norland claims the island, and says …"."""
    lead = without_adverbs(clauses[-1].words, grammar)  # "e ha", "and has since"
    before = clauses[-2] if len(clauses) > 1 and len(lead) == 1 else None
    if before is None or not before.cues or before.words[0].key in grammar.who | grammar.relatives:
        return None
    verb = next(cue for cue in scene.cues_in(before.span) if cue.verb)
    found = _of_first_verb(scene, verb, Span(clauses[0].span.start, before.span.end), grammar)
    relative = found is not None and fold(found.of(scene.text)) in grammar.who  # "a judge who reports to Roe, and …"
    return None if relative else found


def _subject_leads(clauses: Sequence[Clause], grammar: Grammar) -> bool:
    """Tell whether the first clause begins with a subject, so that none is due after the verb."""
    lead = next((clause for clause in clauses if clause.words), None)
    first = next(phrases(lead, grammar), None) if lead else None
    return lead is not None and first is not None and first.start == lead.words[0].span.start


def _agent(scene: Scene, cue: CueMatch, left: Span, right: Span, grammar: Grammar) -> Span | None:
    """Return the agent of a passive: "described by critics as", "was reported last month by the guard"."""
    clause = first_clause(scene, right)
    before = last_clause(scene, left).words
    passive = bool(before) and before[-1].key in grammar.passives
    between = len(list(takewhile(lambda word: grammar.is_adverb(word.key), clause.words)))  # "ani pa ni Roe"
    reach = len(clause.words) if passive else 1 + between
    at = next((at for at, word in enumerate(clause.words[:reach]) if word.key in grammar.agents), None)
    asked = cue.stance is Stance.REQUESTING and not passive and not grammar.order.verb_first
    if at is None or (asked and clause.words[at].key in grammar.senders):
        return None  # "ka kërkuar nga deputetët": of them, not by them
    words = list(takewhile(lambda word: word.key not in grammar.nominatives, clause.words[at + 1 :]))  # "… ang publiko"
    found = next(phrases(clause.with_words(words), grammar), None)
    if found is None or not (passive or speaks(scene, found, grammar)):
        return None
    return _with_name(clause, found, grammar)


def _with_name(clause: Clause, agent: Span, grammar: Grammar) -> Span:
    """Return an agent with the name that a marker of agents ties to it: "ng mang-aawit na si Rowena Salud"."""
    behind = [word for word in clause.words if word.span.start >= agent.end]
    marker = 1 if behind and behind[0].key in grammar.conjunctions else 0
    if len(behind) <= marker + 1 or behind[marker].key not in grammar.agents:
        return agent
    name = next((name for name in clause.names if name.span.start == behind[marker + 1].span.start), None)
    return Span(agent.start, name.span.end) if name is not None else agent


def _in_clause(scene: Scene, clause: Clause, grammar: Grammar) -> Span | None:
    """Return the subject in the clause of the cue, after the last conjunction in it."""
    words = list(clause.words)
    last = _last_word(clause, grammar)
    if last is not None and last.key in grammar.nominative - grammar.contracted:
        return last.span
    inner = grammar.breaks - grammar.prepositions if grammar.order.commas else grammar.breaks
    for index in range(len(words) - 1, -1, -1):
        known = words[index].key in (inner if index else grammar.breaks)
        opens = known and not opens_circumstance(words, index, grammar)
        if opens and not joins_names(clause, index):
            tail = clause.with_words(words[index + 1 :])
            found = next(phrases(tail, grammar), None)
            if found is not None:
                return found
            if any(not grammar.is_adverb(word.key) for word in tail.words):
                return None
            relative = index > 0 and words[index].key in grammar.who | grammar.relatives
            return (_of_relative if relative else _before_conjunction)(scene, clause, index)
    if words and words[-1].key in grammar.who and len(words) == 1:
        return None
    found = _after_time(scene, clause, grammar) or beside_in_relative(clause, grammar)
    return found or next(phrases(clause, grammar), None)


def _before_conjunction(scene: Scene, clause: Clause, index: int) -> Span | None:
    """Return the subject before a conjunction right behind which the verb stands: "Roe left and said"."""
    grammar = scene.grammar
    if goes_on_behind_comma(scene, clause, index):
        return None
    before = list(phrases(clause.with_words(clause.words[:index]), grammar))
    if before and fold(before[0].of(scene.text)) in grammar.indefinite:
        return before[0]  # "One shows an image of Roe and says"
    keys = [fold(phrase.of(scene.text)) for phrase in before]
    may_be_object = grammar.neuter if keys[:1] and keys[0] not in grammar.neuter else frozenset[str]()  # "used it to …"
    alone = (p for p, key in zip(before, keys, strict=True) if key in grammar.nominative - may_be_object)
    named = (p for p in before if speaks(scene, p, grammar))
    return next(alone, None) or _behind_quote(scene, [clause], next(named, before[0] if before else None))


def _of_relative(scene: Scene, clause: Clause, index: int) -> Span | None:
    """Return the subject of a verb right behind a relative pronoun: "who", which stands for somebody, or the thing."""
    word, grammar = clause.words[index], scene.grammar
    if word.key in grammar.who:
        before_it = clause.words[index - 1].key if index and grammar.order.inverts else ""
        return None if before_it in grammar.prepositions - grammar.who else word.span  # "a nota em que afirmava"
    before = list(phrases(clause.with_words(clause.words[:index]), grammar, governed=True))
    named = bool(before) and before[-1].start in {name.span.start for name in clause.names if name.sure}
    adjacent = bool(before) and before[-1].end == clause.words[index - 1].span.end
    return before[-1] if adjacent and not named else None  # "data from Norland that suggested"


def _after_time(scene: Scene, clause: Clause, grammar: Grammar) -> Span | None:
    """Return the subject after words that say when: "A day earlier Hale said"."""
    found = list(phrases(clause, grammar))[:2]
    if grammar.order.verb_second or len(found) < 2:
        return None
    first, second = found
    if speaks(scene, first, grammar) or not speaks(scene, second, grammar):
        return None
    between = [word.key for word in clause.words if first.end <= word.span.start and word.span.end <= second.start]
    pronoun = fold(second.of(scene.text)) in grammar.nominative  # "Every day she said"
    return second if (between or pronoun) and all(grammar.is_adverb(key) for key in between) else None
