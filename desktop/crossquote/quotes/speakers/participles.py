"""Participles that report: whom "saying", "calling him" and "asegurando" hang on."""

from collections.abc import Iterator, Sequence

from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.scene import BLOT, Scene
from crossquote.quotes.speakers.clause import Clause, cut_clauses
from crossquote.quotes.speakers.head_names import speaks
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.text.words import fold

_TOGETHER = 7
"""So many words stand at most from "with" to a participle."""
_VERB = 30
"""So far, in letters, the verb before a participle is looked for: "has been actively writing"."""


def is_participle(scene: Scene, cue: CueMatch, grammar: Grammar) -> bool:
    """Tell whether a cue is a participle, which has the subject of another verb."""
    form = fold(cue.span.of(scene.text)).split()[0]
    if not form.endswith(grammar.ends.participles + grammar.ends.converbs):
        return False
    before = (word.key for word in reversed(scene.words_in(Span(max(0, cue.span.start - _VERB), cue.span.start))))
    first = next((key for key in before if not key.endswith(grammar.ends.adverbs)), "")
    return first not in grammar.passives  # "has been writing" has a subject of its own


def of_participle(scene: Scene, cue: CueMatch, clauses: Sequence[Clause], grammar: Grammar) -> Span | None:
    """Return whose words a participle reports: the noun that it stands behind, else the subject of the sentence."""
    return (
        _right_before(scene, clauses[-1], grammar)
        or _of_clause_before(scene, clauses, grammar)
        or _of_verb_before(scene, clauses[:-1], grammar)
        or _of_main_clause(scene, clauses, grammar)
        or _of_clause_after(scene, cue, grammar)
    )


def _right_before(scene: Scene, clause: Clause, grammar: Grammar) -> Span | None:
    """Return who stands right before a participle: "a clip of Hale saying", "with Roe calling it a mistake"."""
    together = _after_with(clause, grammar)
    if together is not None:
        return together
    found = list(phrases(clause, grammar, governed=True))
    last = found[-1] if found else None
    if last is None or last.end != clause.words[-1].span.end or not speaks(scene, last, grammar):
        return None
    before = next((word.key for word in reversed(clause.words) if word.span.end <= last.start), "")
    if before in grammar.prepositions - grammar.links - grammar.absolutes:  # "a letter to Roe asking …"
        return None
    if before not in grammar.absolutes and not any(name.sure for name in scene.names_in(last)):
        return None
    link = next((word.span for word in scene.words_in(last) if word.key in grammar.links), None)
    if link is None or speaks(scene, Span(last.start, link.start), grammar):
        return last
    return Span(scene.words_in(Span(link.end, last.end))[0].span.start, last.end)


def _after_with(clause: Clause, grammar: Grammar) -> Span | None:
    """Return all that stands between "with" and a participle: "with many marchers and bystanders chanting"."""
    words = clause.words[-_TOGETHER:]
    at = next((at for at in range(len(words) - 1, -1, -1) if words[at].key in grammar.absolutes), None)
    if at is None or at + 1 == len(words):
        return None
    closed = (grammar.prepositions - grammar.links) | grammar.breaks - grammar.additive | grammar.who
    return None if any(w.key in closed for w in words[at + 1 :]) else Span(words[at + 1].span.start, words[-1].span.end)


def _of_verb_before(scene: Scene, clauses: Sequence[Clause], grammar: Grammar) -> Span | None:
    """Return who says something right before a participle, and stands beside the verb: "…, Roe said, adding that …".

    Where a subject may stand behind its verb, it may do so here: "ha annunciato la sindaca, denunciando …".
    """
    clause = clauses[-1] if clauses else None
    cues = scene.cues_in(clause.span) if clause is not None else ()
    verbs = [cue.span.start for cue in cues if cue.verb and not is_participle(scene, cue, grammar)]
    if clause is None or not verbs:
        return None
    verb = verbs[-1]
    near = [phrase for phrase in phrases(clause, grammar) if phrase.end <= verb][-1:]
    between = (word.key for phrase in near for word in clause.words if phrase.end <= word.span.start < verb)
    if near and all(map(grammar.is_adverb, between)) and speaks(scene, near[0], grammar):
        return near[0]
    behind = (phrase for phrase in phrases(clause, grammar) if phrase.start > verb and speaks(scene, phrase, grammar))
    return next(behind, None) if grammar.order.inverts and not near else None


def _of_clause_before(scene: Scene, clauses: Sequence[Clause], grammar: Grammar) -> Span | None:
    """Return the subject of a clause inside that before a participle: "talks ended as Roe rose, calling it “late”".

    One that "but" opens, or a participle of its own closes ("with Roe shouting"), has it rather than the sentence's
    subject; one behind "when" only where that is nobody: "Hale left as Roe rose, saying …".
    """
    whole = next((clause for clause in reversed(clauses) if _has_verb(clause, grammar)), None)
    tied = next((word.key for word in reversed(clauses[-1].words) if not grammar.is_adverb(word.key)), "")
    if whole is None or tied in grammar.prepositions:
        return None  # "quit the board before announcing …"
    openers = [at for at, word in enumerate(whole.words) if word.key in grammar.prepositions | grammar.breaks]
    for at in reversed(openers):
        key, rest = whole.words[at].key, whole.with_words(whole.words[at + 1 :])
        found = _leading(scene, rest, grammar)
        if found is None:
            continue
        if any(word.span.start in whole.cues for word in whole.words[:at]):
            return None  # "Hale said that it was late but Roe would pay, adding …"
        own = key in grammar.coordinators - grammar.additive
        if not tied or tied in grammar.additive:
            own = own or _participle_behind(rest, found, grammar, absolute=key in grammar.absolutes)
        if own or (key in grammar.subordinators and not _has_speaker(scene, clauses, grammar)):
            return found
    return None


def _has_verb(clause: Clause, grammar: Grammar) -> bool:
    """Tell whether a clause may have a verb of its own, which no participle opens."""
    words = [word for word in clause.words if not grammar.is_adverb(word.key)]
    return len(words) > 1 and not words[0].key.endswith(grammar.ends.participles + grammar.ends.converbs)


def _leading(scene: Scene, clause: Clause, grammar: Grammar) -> Span | None:
    """Return who begins a clause that goes on to something else, without a verb that looks like a part of a name."""
    found = next(phrases(clause, grammar), None)
    first = next((word for word in clause.words if not grammar.is_adverb(word.key)), None)
    if found is None or first is None or first.span.start != found.start or not speaks(scene, found, grammar):
        return None
    name = next(reversed([name for name in scene.names_in(found) if name.sure]), None)
    found = Span(found.start, name.span.end) if name is not None else found
    return found if found.end < clause.words[-1].span.end else None


def _participle_behind(clause: Clause, phrase: Span, grammar: Grammar, *, absolute: bool) -> bool:
    """Tell whether a participle stands behind a phrase: "of Roe shouting", "with Roe at one point shouting"."""
    rest = [word.key for word in clause.words if word.span.start >= phrase.end]
    if rest and rest[0] in grammar.passives:
        return False  # "of Salem is suing"
    behind = [key for key in rest if not grammar.is_adverb(key)]
    small = grammar.determiners | grammar.prepositions
    near = zip([" ", *behind], behind if absolute else behind[:1], strict=False)
    return any(key.endswith(grammar.ends.participles) and before not in small for before, key in near)


def _has_speaker(scene: Scene, clauses: Sequence[Clause], grammar: Grammar) -> bool:
    """Tell whether the subject of a sentence is somebody who can speak: "Hale", but not "a calm hearing"."""
    leading = next((phrase for phrase, leads in _subjects(clauses, grammar) if leads), None)
    return leading is not None and speaks(scene, leading, grammar)


def _of_main_clause(scene: Scene, clauses: Sequence[Clause], grammar: Grammar) -> Span | None:
    """Return the subject of the clause that a participle hangs on: "Speaking in Oslo, Hale left early, saying …"."""
    found = list(_subjects(clauses, grammar))
    leading = [phrase for phrase, leads in found if leads and speaks(scene, phrase, grammar)]
    opening = [phrase for phrase, leads in found if leads]
    led = [clause.span for clause in clauses if any(clause.span.contains(phrase) for phrase in opening)]
    spoken = [
        phrase
        for phrase, _ in found
        if speaks(scene, phrase, grammar)
        and (any(name.sure for name in scene.names_in(phrase)) or not any(span.contains(phrase) for span in led))
    ]  # "The champion issued a statement saying …"
    if not opening and any(_opens_unknown(clause, grammar) for clause in clauses):
        return None
    agent = None if leading else _agent_at_end(scene, clauses, grammar)
    return next(iter([*leading, *([agent] if agent is not None else spoken), *opening]), None)


def _opens_unknown(clause: Clause, grammar: Grammar) -> bool:
    """Tell whether a word that may be a name, and a verb, open a clause: then no object is its subject.

    "Roe welcomed the council's ruling, saying …".
    """
    if len(clause.words) < 2 or not grammar.ends.past or not clause.words[1].key.endswith(grammar.ends.past):
        return False
    key = clause.words[0].key
    small = grammar.determiners | grammar.prepositions | grammar.breaks | grammar.pronouns
    return clause.capital(0) and key not in small and not grammar.is_adverb(key)


def _agent_at_end(scene: Scene, clauses: Sequence[Clause], grammar: Grammar) -> Span | None:
    """Return by whom something is done at the end of the clause before a participle: "a plan mocked by Roe, saying"."""
    clause = next((clause for clause in reversed(clauses) if clause.words), None)
    found = list(phrases(clause, grammar, governed=True))[-1:] if clause is not None else []
    if clause is None or not found or found[0].end != clause.words[-1].span.end:
        return None
    before = next((word.key for word in reversed(clause.words) if word.span.end <= found[0].start), "")
    return found[0] if before in grammar.agents and speaks(scene, found[0], grammar) else None


def _subjects(clauses: Sequence[Clause], grammar: Grammar) -> Iterator[tuple[Span, bool]]:
    """Yield the phrases of the clauses that no preposition or participle opens, and whether they open theirs."""
    for number, clause in enumerate(clauses):
        words = [word for word in clause.words if not grammar.is_adverb(word.key)]
        if not words or words[0].key in grammar.prepositions or _follows_place(clauses, number, grammar):
            continue
        if len(clauses) > 1 and words[0].key.endswith(grammar.ends.participles):
            continue
        for phrase in phrases(clause, grammar):
            yield phrase, phrase.start == words[0].span.start


def _follows_place(clauses: Sequence[Clause], number: int, grammar: Grammar) -> bool:
    """Tell whether a short clause only says where the place before it is: "in Salem, New Harbour, Hale said"."""
    if not number or len(clauses[number].words) > 2 or not clauses[number - 1].words:
        return False
    before = clauses[number - 1]
    last = next(reversed(list(phrases(before, grammar, governed=True))), None)
    return last is not None and last.end == before.words[-1].span.end and last not in phrases(before, grammar)


def _of_clause_after(scene: Scene, cue: CueMatch, grammar: Grammar) -> Span | None:
    """Return the subject that opens what stands after the quote: "Calling it “a gift”, the mayor left"."""
    sentence = scene.sentence_at(cue.span.start)
    quote = scene.masked.find(BLOT, cue.span.end, sentence.end)
    if quote < 0:
        return None
    while quote < sentence.end and scene.masked[quote] == BLOT:
        quote += 1
    clause = next((clause for clause in cut_clauses(scene, Span(quote, sentence.end)) if clause.words), None)
    first = next(phrases(clause, grammar), None) if clause else None
    return first if clause and first and first.start == clause.words[0].span.start else None
