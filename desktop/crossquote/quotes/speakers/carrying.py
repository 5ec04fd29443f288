"""Speakers that carry over: who speaks where the sentence of a quote does not say so itself.

A quote that stands alone belongs to the speaker of its neighbours; a sentence in the mood of reported speech goes on
reporting whoever was reported before; a turn in a dialogue belongs to the one who spoke before last.
"""

from bisect import bisect_left
from collections.abc import Sequence

import regex

from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span
from crossquote.progress import Step, Work
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.passage import QuotedPassage
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.about import behind_about
from crossquote.quotes.speakers.attribution import (
    Attribution,
    after_article,
    around,
    describes,
    first_phrase,
    hands_on,
    last_of,
)
from crossquote.quotes.speakers.clause import cut_clauses, first_clause
from crossquote.quotes.speakers.entering import another_enters
from crossquote.quotes.speakers.head_names import speaks
from crossquote.quotes.speakers.hidden_subjects import has_subject_beside
from crossquote.quotes.speakers.mentions import names_anybody
from crossquote.quotes.speakers.mood import is_reported
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.quotes.speakers.objects_behind import is_within_report
from crossquote.quotes.speakers.passive import is_passive
from crossquote.quotes.speakers.sources import views_in
from crossquote.quotes.unspoken import load_unspoken
from crossquote.text.words import fold

_GAP = 3
"""So many letters stand between two sentences at most."""
_FULL = 2
"""So many words has a full name at least."""
_LEAD = 3
"""So many words at most are a subject that need be neither a name nor a role, before a colon."""
_BEHIND = 4
"""So many words stand between a quote and a verb behind it that needs no subject at most."""
_BESIDE = 12
"""So many letters before a verb hold its auxiliary."""
_HEADING = 70
"""A heading has fewer letters than this."""
_CLOSING = tuple(".!?…,;:)。！？।۔؟")
_AT_ONCE = 100
"""So many passages are looked at without a stop."""
_OPENING = 3
"""So many words open a sentence that says for whom something is so."""


def carry_over(
    scene: Scene, passages: Sequence[QuotedPassage], found: Sequence[Attribution], step: Step
) -> Work[list[Attribution]]:
    """Give passages that nothing attributes the speaker of their neighbours; yields `step` now and then."""
    carried = list(found)
    in_verbs: set[Span | None] = set()
    for index, passage in enumerate(passages):
        if not index % _AT_ONCE:
            yield step
        if index and carried[index - 1].unspoken:
            in_verbs.add(carried[index - 1].mention)
        if carried[index].mention is not None or _is_heading(scene, passage) or hands_on(scene, carried[index]):
            continue
        if _is_of_another(scene, carried[index].cue):
            continue
        told = carried[index].cue is not None and load_unspoken(scene.language).pronouns
        if passage.turn and not told:
            carried[index] = Attribution(_in_turn(passages, carried, index), carried[index].cue, carried=True)
            continue
        mention = (
            _dropped(scene, passages, carried, index)
            or _from_line(scene, passages, index)
            or _from_neighbours(scene, passages, carried, index)
            or _for_whom(scene, passage)
            or _in_reported_sentence(scene, passages, carried, index)
        )
        cue = carried[index].cue
        if mention is None and cue is not None and _may_be_unspoken(scene, passage, cue):
            carried[index] = Attribution(cue.span, cue, unspoken=True)
            continue
        if mention is None and not (cue is not None and is_passive(scene, cue, around(scene, passage))):
            mention = _of_sentence(scene, passage, cue) or _from_sentence_before(scene, passage)
        unspoken = mention in in_verbs
        if unspoken and scene.grammar.order.verb_last:
            mention = None
        carried[index] = Attribution(mention, carried[index].cue, carried=True, unspoken=unspoken)
    return carried


def _is_of_another(scene: Scene, cue: CueMatch | None) -> bool:
    """Tell whether a verb that needs no subject has one that nobody knows, or is said of nobody here.

    "powiedział dozorca", "Has dicho".
    """
    rules = load_unspoken(scene.language)
    if cue is None or not cue.verb or not rules.pronouns:
        return False
    before = scene.words_in(Span(max(0, cue.span.start - _BESIDE), cue.span.start))[-1:]
    return bool(before and before[0].key in rules.impersonal) or has_subject_beside(scene, cue.span)


def _may_be_unspoken(scene: Scene, passage: QuotedPassage, cue: CueMatch) -> bool:
    """Tell whether a verb can have its subject in itself: it stands before what is said, or right behind it."""
    if not (cue.verb and load_unspoken(scene.language).pronouns) or _names_subject(scene, cue):
        return False
    if passage.kind is QuoteKind.DIRECT:
        return True
    between = scene.words_in(Span(passage.outer.end, max(passage.outer.end, cue.span.start)))
    return len(between) <= _BEHIND


def _names_subject(scene: Scene, cue: CueMatch) -> bool:
    """Tell whether a full name that nothing rules stands behind a verb: most likely its subject, not found."""
    if scene.grammar.holds_subject(fold(cue.span.of(scene.text))):
        return False
    clause = first_clause(scene, Span(cue.span.end, scene.sentence_at(cue.span.end).end))
    free = set(phrases(clause, scene.grammar))
    full = (name for name in clause.names if name.sure and len(name.words) >= _FULL)
    return any(phrase.contains(name.span) for name in full for phrase in free)


def _dropped(scene: Scene, passages: Sequence[QuotedPassage], found: Sequence[Attribution], index: int) -> Span | None:
    """Return the speaker before in the same paragraph, where a verb has none of its own: "Las partes, dijo, …"."""
    cue, grammar = found[index].cue, scene.grammar
    if cue is None or not cue.verb or not index or not grammar.order.drops_pronouns:
        return None
    same = scene.line_at(passages[index - 1].outer.start) == scene.line_at(passages[index].outer.start)
    mention = found[index - 1].mention if same else None
    return None if mention is not None and another_enters(scene, passages[index - 1 : index + 1], mention) else mention


def _of_sentence(scene: Scene, passage: QuotedPassage, cue: CueMatch | None) -> Span | None:
    """Return the subject of the sentence that a quote is part of, or that a colon ties it to.

    None where its `cue` has one that nobody knows, and what is found is in what that reports.
    """
    before = behind_about(scene, passage.before(around(scene, passage)))
    start = before.start
    if not before.of(scene.masked).strip():
        return None
    view = next(iter(views_in(scene, before)), None)
    if view is not None:
        return view.mention
    found = first_phrase(scene, before)
    if found is None or not names_anybody(scene, found) or describes(scene, passage, found):
        return None
    if cue is not None and cue.verb and is_within_report(scene, cue, found):
        return None
    announces = found.start == start and before.of(scene.masked).rstrip().endswith(":")
    words, grammar = scene.words_in(found), scene.grammar
    opens = bool(words) and words[0].key in grammar.determiners | grammar.pronouns
    leads = announces and opens and len(words) <= _LEAD  # "His deputy disagrees: “…”"
    copula = any(word.key in grammar.finite for word in scene.words_in(Span(start, max(start, found.start))))
    document = copula and not grammar.order.caseless and _is_document(scene, found)  # "It is a letter to “all”"
    return found if leads or (_can_speak(scene, found) and not document) else None


def _is_document(scene: Scene, mention: Span) -> bool:
    """Tell whether a mention can speak as a document alone: that is its sentence's subject only where it opens it."""
    head = _head(scene, mention)
    return bool(scene.cues_in(head)) and not speaks(scene, head, scene.grammar)


def _can_speak(scene: Scene, mention: Span) -> bool:
    """Tell whether a mention can speak, as far as a script with capitals lets anybody know; "a comment" can, too."""
    head = _head(scene, mention)
    return scene.grammar.order.caseless or speaks(scene, head, scene.grammar) or bool(scene.cues_in(head))


def _head(scene: Scene, mention: Span) -> Span:
    """Return a mention up to what is said of whose it is: "address of the mayor" is no mayor."""
    grammar, words = scene.grammar, scene.words_in(mention)
    small = grammar.links | grammar.prepositions | grammar.determiners
    end = next((at for at, word in enumerate(words) if at and not word.capital and word.key in small), len(words))
    lead = all(word.key in grammar.determiners for word in words[:end])
    return mention if lead or not 0 < end < len(words) else Span(mention.start, words[end - 1].span.end)


def _place_before(scene: Scene, passage: QuotedPassage) -> int:
    """Return the number of the sentence before that of a passage, -1 where there is none."""
    return bisect_left(scene.sentences, around(scene, passage).start, key=lambda sentence: sentence.start) - 1


def _from_line(scene: Scene, passages: Sequence[QuotedPassage], index: int) -> Span | None:
    """Return who speaks by the sentence before in the same paragraph, in which nothing is in marks.

    It reports somebody ("She says all may go. “It is …”") or opens the paragraph with a name ("Roe agreed. “We …”").
    """
    passage = passages[index]
    place = _place_before(scene, passage)
    line = scene.line_at(passage.outer.start)
    if place < 0 or scene.sentences[place].start < line.start or not _stands_alone(scene, passage):
        return None
    before = scene.sentences[place]
    if index and passages[index - 1].outer.end > before.start:
        return None
    if any(cue.verb for cue in scene.cues_in(before)):
        found = last_of(scene, before)
        mention = found.mention if found is not None and found.cue is not None and found.cue.verb else None
        mention = None if mention is not None and _is_reporter(scene, mention) else mention
    else:
        first = first_phrase(scene, before) if before.start == line.start else None
        mention = first if first is not None and first.start == before.start and scene.names_in(first) else None
    return mention if mention is not None and speaks(scene, mention, scene.grammar) else None


def _in_reported_sentence(
    scene: Scene, passages: Sequence[QuotedPassage], found: Sequence[Attribution], index: int
) -> Span | None:
    """Return who is still being reported: the sentence has no cue, but its verb is in the mood of reported speech."""
    grammar = scene.grammar
    sentence = around(scene, passages[index])
    near = Span(sentence.start, min(sentence.end, passages[index].outer.end + 25))
    if not is_reported(scene, near):
        return None
    place = bisect_left(scene.sentences, sentence.start, key=lambda s: s.start)
    mute: Span | None = None
    for before in reversed(scene.sentences[max(0, place - 4) : place]):
        inside = [found[at].mention for at in range(max(0, index - 4), index) if before.contains(passages[at].outer)]
        mention = next((m for m in reversed(inside) if m), None)
        told = last_of(scene, before) if mention is None and scene.cues_in(before) else None
        mention = mention or (told.mention if told else None)
        by_verb = told is not None and told.cue is not None and told.cue.verb
        if mention is not None and ((by_verb and mention.start == before.start) or speaks(scene, mention, grammar)):
            return mention
        mute = mute or mention
    return mute


def _for_whom(scene: Scene, passage: QuotedPassage) -> Span | None:
    """Return to whom a thing is what a quote says: "Für die Ministerin sei es „ein Anfang“", "For Roe, it is “…”"."""
    grammar, sentence = scene.grammar, around(scene, passage)
    before = passage.before(sentence)
    words = scene.words_in(before)[:_OPENING]
    at = next((at for at, word in enumerate(words) if word.key in grammar.for_words), None)
    if at is None or _says(scene, before):
        return None
    if any(word.key not in grammar.questions | grammar.breaks for word in words[:at]):
        return None
    clause = first_clause(scene, Span(words[at].span.end, before.end))
    found = next(phrases(clause, grammar, governed=True), None)
    begins = found is not None and found.start == clause.words[0].span.start
    return found if begins and found is not None and speaks(scene, found, grammar) else None


def _says(scene: Scene, span: Span) -> bool:
    """Tell whether a verb of saying stands in a stretch, and not in what is told of somebody: "Roe, who denies it"."""
    clauses = (clause for clause in cut_clauses(scene, span) if clause.words)
    told = [clause.span for clause in clauses if clause.words[0].key in scene.grammar.relatives]
    verbs = (cue for cue in scene.cues_in(span) if cue.verb and not after_article(scene, cue, scene.grammar))
    return any(not any(one.contains(cue.span) for one in told) for cue in verbs)


def _from_neighbours(
    scene: Scene, passages: Sequence[QuotedPassage], found: Sequence[Attribution], index: int
) -> Span | None:
    """Return the speaker of the quote before in the same paragraph, or after it, or of the paragraph before."""
    passage = passages[index]
    line = scene.line_at(passage.outer.start)
    whole = _stands_alone(scene, passage)
    ties = whole or _same_sentence(scene, passages, index) or (index > 0 and _opens_alone(scene, passages, index))
    if index and passages[index - 1].outer.start >= line.start and ties:
        mention = found[index - 1].mention
        entered = mention is not None and another_enters(scene, passages[index - 1 : index + 1], mention)
        return None if entered else mention
    follows = index + 1 < len(passages) and passages[index + 1].outer.end <= line.end
    next_to = follows and _next_sentence(scene, passage, passages[index + 1])
    if follows and ((whole and next_to) or _same_sentence(scene, passages, index + 1)):
        return found[index + 1].mention
    rest = passage.behind(line)
    alone = whole and not any(name.sure for name in scene.names_in(rest))  # "“…” With these words Roe left."
    if alone and index and _next_line(scene, passages[index - 1].outer.end, line):
        return found[index - 1].mention
    return None


def _is_heading(scene: Scene, passage: QuotedPassage) -> bool:
    """Tell whether a quote is all of a short line that no mark closes: a heading, of somebody's words further on."""
    line = scene.line_at(passage.outer.start).of(scene.text).strip()
    content = passage.spans[-1].of(scene.text)
    fills = len(line) <= passage.outer.end - passage.outer.start and len(line) < _HEADING
    return fills and len(passage.spans) == 1 and content[-1:] not in _CLOSING


def _in_turn(passages: Sequence[QuotedPassage], found: Sequence[Attribution], index: int) -> Span | None:
    """Return whose turn it is in a dialogue of two: the one who spoke before the last speaker."""
    if index < 2 or not (passages[index - 1].turn and passages[index - 2].turn):
        return None
    return found[index - 2].mention if found[index - 1].mention is not None else None


def _stands_alone(scene: Scene, passage: QuotedPassage) -> bool:
    """Tell whether a passage is all of its sentence, but for small words before it: "Now, “…”"."""
    sentence, grammar = around(scene, passage), scene.grammar
    if regex.search(r"\p{L}", scene.masked[passage.outer.end : sentence.end]):
        return False
    lead = behind_about(scene, passage.before(sentence))
    if grammar.order.caseless or not regex.search(r"\p{L}", lead.of(scene.masked)):
        return not regex.search(r"\p{L}", lead.of(scene.masked))
    small = grammar.coordinators | grammar.additive
    return all(grammar.is_adverb(word.key) or word.key in small for word in scene.words_in(lead))


def _opens_alone(scene: Scene, passages: Sequence[QuotedPassage], index: int) -> bool:
    """Tell whether a passage opens a sentence in which nobody else is named: "“We never asked” for a new port.".

    Nor may a sentence without words in marks stand between the passage before and it: that may name somebody else.
    """
    passage, sentence = passages[index], around(scene, passages[index])
    if around(scene, passages[index - 1]).end + _GAP < sentence.start:
        return False
    rest = passage.behind(sentence)
    if passage.kind is not QuoteKind.DIRECT or scene.masked[sentence.start : passage.outer.start].strip():
        return False
    return not scene.cues_in(rest) and not any(name.sure for name in scene.names_in(rest))


def _same_sentence(scene: Scene, passages: Sequence[QuotedPassage], index: int) -> bool:
    return scene.sentence_at(passages[index - 1].outer.start) == scene.sentence_at(passages[index].outer.start)


def _next_sentence(scene: Scene, passage: QuotedPassage, other: QuotedPassage) -> bool:
    """Tell whether no sentence stands between two passages: it may tell of somebody else."""
    return around(scene, other).start <= around(scene, passage).end + _GAP


def _next_line(scene: Scene, end: int, line: Span) -> bool:
    """Tell whether `line` is the paragraph after the one that holds `end`."""
    place = bisect_left(scene.lines, line)
    return place > 0 and scene.lines[place - 1].start <= end <= scene.lines[place - 1].end + 1


def _from_sentence_before(scene: Scene, passage: QuotedPassage) -> Span | None:
    """Return the speaker of the sentence before, where that reports speech."""
    place = _place_before(scene, passage)
    if place < 0 or not _stands_alone(scene, passage):
        return None
    found = last_of(scene, scene.sentences[place]) if scene.cues_in(scene.sentences[place]) else None
    return found.mention if found and found.mention and not _is_reporter(scene, found.mention) else None


def _is_reporter(scene: Scene, mention: Span) -> bool:
    """Tell whether whoever writes spoke last: what follows is somebody else's answer."""
    return fold(mention.of(scene.text)) in scene.grammar.first
