"""Who speaks: the mention beside a quote and the cue that ties them, or what carries over from the quote before.

The places where an article says who speaks are tried in the order of how surely they say it: after the quote, before
it in its sentence, before a colon, and, where the sentence says nothing, the speaker of the quotes around it.
"""

from collections.abc import Iterator, Sequence

import regex
from msgspec.structs import replace

from crossquote.message import message
from crossquote.model.quote import QuoteKind, Speaker
from crossquote.model.span import Span
from crossquote.progress import Step, Work, gather
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.passage import QuotedPassage
from crossquote.quotes.scene import BLOT, MOST_CUES, Scene
from crossquote.quotes.speakers.about import behind_about
from crossquote.quotes.speakers.attribution import (
    Attribution,
    after_article,
    around,
    describes,
    first_phrase,
    hands_on,
    is_somebody,
    says,
    takes_up_somebody,
)
from crossquote.quotes.speakers.before_colon import before_colon, by_clause, by_label
from crossquote.quotes.speakers.carrying import carry_over
from crossquote.quotes.speakers.clause import cut_clauses
from crossquote.quotes.speakers.head_names import speaks
from crossquote.quotes.speakers.in_heading import opening_heading
from crossquote.quotes.speakers.last_verb import lone_name
from crossquote.quotes.speakers.marked_subject import marked_subject
from crossquote.quotes.speakers.marked_words import by_owner
from crossquote.quotes.speakers.mute_things import is_mute
from crossquote.quotes.speakers.obliques import without_obliques
from crossquote.quotes.speakers.passive import agent_around, agent_behind, is_passive
from crossquote.quotes.speakers.persons import Persons
from crossquote.quotes.speakers.printed_twice import told_once
from crossquote.quotes.speakers.signatures import answered, in_brackets, labelled, signed
from crossquote.quotes.speakers.sources import by_source, framed
from crossquote.quotes.speakers.subject import find_subject, is_noun, segment
from crossquote.quotes.speakers.taken_up import answers, by_next_sentence, by_next_topic
from crossquote.quotes.speakers.trimmed import alone
from crossquote.quotes.speakers.unlisted import by_unlisted_verb
from crossquote.quotes.topics import load_topic_rules
from crossquote.quotes.unspoken import load_unspoken
from crossquote.text.marks import OPENING
from crossquote.text.words import fold

_MOST = 5_000
"""An article with more quotes is none; the rest of them stays without a speaker."""
_AFTER_REACH = 90
_SHORT_REST = regex.compile(r"[^,.:;。、।۔]{0,45}[.,:。、।۔]")
_COMMA = regex.compile(r"[,،]\s*")
_NEXT = 12
"""So far behind a comma, in letters, stands what opens the next clause."""
_SMALL = 4
"""So many words stand between a quote and a noun behind it that says whose it is at most."""
_FAR_REACH = 250
"""A cue further than this after a quote does not belong to it; one right after a comma may stand further off."""


def attribute(
    scene: Scene, passages: Sequence[QuotedPassage], persons: Persons, step: Step
) -> Work[list[tuple[Speaker | None, CueMatch | None]]]:
    """Return the speaker and the cue of each passage, None where the article is silent; yields `step` now and then."""
    read = passages[:_MOST]
    beside = yield from gather((_beside(scene, passage) for passage in read), step)
    carried = yield from carry_over(scene, read, beside, step)
    found = [*told_once(scene, read, carried)]
    found += [Attribution()] * (len(passages) - len(read))
    yield step
    return (yield from gather(_spoken(persons, found), step))


def _spoken(persons: Persons, found: Sequence[Attribution]) -> Iterator[tuple[Speaker | None, CueMatch | None]]:
    """Yield the speaker and the cue of each attribution, who was found to speak before in mind."""
    spoken: list[Speaker] = []
    for attribution in found:
        speaker = _speaker(persons, attribution, spoken)
        if speaker is not None:
            if attribution.carried:
                speaker = replace(speaker, reason=speaker.reason or message("reason.spoke_before"))
            spoken.append(speaker)
        yield speaker, attribution.cue


def _is_object(scene: Scene, found: Attribution) -> bool:
    """Tell whether what was found is no person, beside a verb that needs no subject: "Anunció el cambio: “…”"."""
    if found.mention is None or found.cue is None or not found.cue.verb or scene.grammar.order.caseless:
        return False
    named = scene.names_in(found.mention) or speaks(scene, found.mention, scene.grammar)
    named = named or takes_up_somebody(scene, found.mention) or is_somebody(scene, found)
    return not named and bool(load_unspoken(scene.language).pronouns)


def _tied(scene: Scene, passage: QuotedPassage) -> bool:
    """Tell whether a comma ties a quote to what follows it."""
    end = passage.outer.end
    return passage.spans[-1].of(scene.text)[-1:] == "," or scene.text[end : end + 1] == ","


def _told_at_once(scene: Scene, passage: QuotedPassage, sentence: Span) -> bool:
    """Tell whether nothing but its subject stands between a quote that a comma closes and a verb: "“late,” Roe said".

    That says more of whose words they are than what stands before them: "The harbour’s statement “is late,” said Roe".
    """
    grammar, end = scene.grammar, passage.outer.end
    if passage.spans[-1].of(scene.text)[-1:] != "," or grammar.order.commas:
        return False
    cue = next((cue for cue in scene.cues_in(Span(end, max(end, sentence.end))) if cue.verb), None)
    before = scene.cues_in(passage.before(sentence))
    if cue is None or any(other.verb and not is_noun(scene, other) for other in before):
        return False  # "Roe, citing “fog,” said the bridge was closed"
    between = scene.words_in(Span(end, cue.span.start))
    small = grammar.breaks | grammar.relatives | grammar.prepositions | grammar.asides
    known = all(word.key not in small and not word.key.endswith(grammar.ends.participles) for word in between)
    return known and len(between) <= _SMALL and "," not in scene.masked[end : cue.span.start]


def _speaker(persons: Persons, attribution: Attribution, spoken: Sequence[Speaker]) -> Speaker | None:
    if attribution.unspoken and attribution.mention is not None:
        return persons.unspoken(attribution.mention, spoken)
    mention = opening_heading(persons.scene, attribution.mention) if attribution.mention is not None else None
    mute = mention is None or is_mute(persons.scene, mention)
    return persons.speaker(mention, spoken) if mention is not None and not mute else None


def _beside(scene: Scene, passage: QuotedPassage) -> Attribution:
    """Return what the sentence around a passage says of its speaker."""
    if passage.speaker is not None:
        return Attribution(passage.speaker)
    sentence = behind_about(scene, around(scene, passage))
    announced = _is_announced(scene, passage, sentence)
    behind = load_topic_rules(scene.language) is not None  # there a verb stands behind what it reports
    after_first = behind or (passage.kind is QuoteKind.DIRECT and (not announced or _tied(scene, passage)))
    after_first = after_first or _told_at_once(scene, passage, sentence)
    places = [_cut_inside, _after, _before] if after_first else [_cut_inside, framed, _before, _after]
    half: Attribution | None = None
    first, last = (
        (by_owner, labelled, answered, by_label, in_brackets, by_clause, by_next_sentence),
        (signed, by_unlisted_verb, by_next_topic),
    )
    for place in (*first, *places, by_source, before_colon, *last):
        found = place(scene, passage, sentence)
        is_object = place is _before and found is not None and _is_object(scene, found)
        if found is not None and describes(scene, passage, found.mention):
            continue
        if found is not None and says(scene, found, sentence) and not is_object:
            return found
        half = half or found
        if hands_on(scene, half or Attribution()):
            break
    return Attribution(None, half.cue) if half is not None else Attribution()


def _is_announced(scene: Scene, passage: QuotedPassage, sentence: Span) -> bool:
    """Tell whether a colon stands before a quote, or a verb with its comma: what follows then tells of another."""
    start = passage.outer.start
    before = scene.masked[max(0, start - 2) : start].rstrip()
    if before.endswith((":", "：")):
        return True
    if scene.grammar.order.verb_last:
        return False  # "…ederek, “…” dedi": there the verb stands behind
    last = next(reversed(scene.cues_in(passage.before(sentence))), None)
    return last is not None and last.verb and _COMMA.fullmatch(scene.masked, last.span.end, start) is not None


def _cut_inside(scene: Scene, passage: QuotedPassage, sentence: Span) -> Attribution | None:
    """Return the attribution that cuts a quote in two."""
    del sentence
    for left, right in zip(passage.spans, passage.spans[1:], strict=False):
        for cue in scene.cues_in(Span(left.end, right.start))[:MOST_CUES]:
            bounds = Span(left.end + 1, right.start - 1)
            mention = find_subject(scene, cue, bounds)
            if mention is not None:
                return Attribution(mention, cue)
    return None


def _after(scene: Scene, passage: QuotedPassage, sentence: Span) -> Attribution | None:
    """Return the attribution that follows: "…," said X."""
    end = passage.outer.end
    if not scene.masked[end : sentence.end].strip():
        return _after_full_stop(scene, passage)
    bounds = segment(scene, Span(end, sentence.end), Span(end, end))
    unspoken: Attribution | None = None
    mute: Attribution | None = None
    for cue in scene.cues_in(bounds):
        if cue.span.start - end > (_FAR_REACH if _after_comma(scene, cue.span) else _AFTER_REACH):
            break
        if not _counts(scene, cue) or (is_noun(scene, cue) and len(scene.words_in(Span(end, cue.span.start))) > _SMALL):
            continue
        mention = find_subject(scene, cue, bounds) or _first_in_verb_last(scene, sentence, passage)
        mention = mention or marked_subject(scene, Span(sentence.start, max(sentence.start, passage.outer.start)))
        mention = mention or agent_around(scene, cue, Span(sentence.start, passage.outer.start))
        found = Attribution(mention, cue)
        if mention is not None and (scene.grammar.order.caseless or speaks(scene, mention, scene.grammar)):
            return found
        if mention is not None:
            mute = mute or found
        elif cue.verb and load_unspoken(scene.language).pronouns:
            unspoken = unspoken or found
    return mute or unspoken


def _first_in_verb_last(scene: Scene, sentence: Span, passage: QuotedPassage) -> Span | None:
    """Return the subject before a quote, in languages whose verb closes the sentence.

    Where no capital tells names, an object that its case shows may stand behind it: "নাগ একে ‘ভুল’ আখ্যা দিয়েছেন".
    """
    order, before = scene.grammar.order, passage.before(sentence)
    if order.verb_last:
        return lone_name(scene, cut_clauses(scene, before)[0]) or first_phrase(scene, before)
    phrase = first_phrase(scene, before) if order.caseless and scene.grammar.ends.oblique_nouns else None
    return without_obliques(scene, phrase) if phrase is not None else None


def _after_comma(scene: Scene, span: Span) -> bool:
    return scene.masked[max(0, span.start - 3) : span.start].rstrip()[-1:] in (",", "–", "—", "-", BLOT)


def _counts(scene: Scene, cue: CueMatch) -> bool:
    """Tell whether a cue is one here: small words like German "so" are only after a comma or a quote."""
    grammar = scene.grammar
    if grammar.is_adverb(fold(cue.span.of(scene.text))):
        return _after_comma(scene, cue.span)
    if grammar.order.nouns_have_capitals or not cue.verb:
        return True
    return not (_named(scene, cue) or after_article(scene, cue, grammar))


def _named(scene: Scene, cue: CueMatch) -> bool:
    """Tell whether a cue stands with a capital inside a sentence: it is part of a name ("the Northern Post")."""
    start = cue.span.start
    return (
        scene.text[start].isupper() and scene.text[start - 1 : start] == " " and scene.sentence_at(start).start != start
    )


def _after_full_stop(scene: Scene, passage: QuotedPassage) -> Attribution | None:
    """Return the attribution after a quote that ends like a sentence: "Why?" Smith asked."""
    line = scene.line_at(passage.outer.start)
    if passage.outer.end >= line.end:
        return None
    sentence = scene.sentence_at(passage.outer.end + 1)
    cue = next(iter(scene.cues_in(sentence)), None)
    if cue is None or cue.span.start - sentence.start > 50 or sentence.start > passage.outer.end + 2:
        return None
    if answers(scene, cue, sentence) or _dated(scene, sentence):
        return None
    rest = scene.masked[cue.span.end : min(sentence.end, cue.span.end + 60)]
    if not _SHORT_REST.match(rest) or ":" in rest[:45] or _leads_on(scene, passage, cue, sentence):
        return None
    mention = find_subject(scene, cue, segment(scene, sentence, cue.span))
    return Attribution(mention, cue) if mention is not None and mention.start - sentence.start < 30 else None


def _leads_on(scene: Scene, passage: QuotedPassage, cue: CueMatch, sentence: Span) -> bool:
    """Tell whether a sentence behind one in marks leads on to the next in marks: "“…” Roe recalled the day. “…”"."""
    whole = passage.spans[-1].of(scene.text)[-1:] == "."
    follows = scene.masked[sentence.end : sentence.end + 3].lstrip()[:1] in (BLOT, *OPENING)
    return whole and follows and len(scene.words_in(Span(cue.span.end, sentence.end))) >= _SMALL


def _dated(scene: Scene, sentence: Span) -> bool:
    """Tell whether a sentence begins with when or where: "In May Roe announced, …" tells something else."""
    words = scene.words_in(sentence)[:2]
    opens = words[0].key in scene.grammar.prepositions
    return opens and " ".join(word.key for word in words) not in scene.grammar.anaphors


def _before(scene: Scene, passage: QuotedPassage, sentence: Span) -> Attribution | None:
    """Return the attribution before a quote in its sentence, or before an earlier quote of the same sentence."""
    left = passage.before(sentence)
    grammar = scene.grammar
    best: Attribution | None = None
    last = reversed(scene.cues_in(left)[-MOST_CUES:])
    cues = [cue for cue in last if _counts(scene, cue) and not _is_over(scene, cue)]
    for cue in sorted(cues, key=lambda cue: is_noun(scene, cue)):
        if best is not None and best.mention is not None and _in_relative(scene, cue, left):
            continue
        near = segment(scene, left, cue.span)
        mention = (
            find_subject(scene, cue, near)
            or (find_subject(scene, cue, left) if near != left else None)
            or agent_behind(scene, cue, passage.outer.end, sentence)
        )
        if is_noun(scene, cue) and best is None and (mention is None or mention.overlaps(cue.span)):
            person = first_phrase(scene, left)
            mention = alone(scene, person) if person is not None and speaks(scene, person, grammar) else mention
        if mention is not None and fold(mention.of(scene.text)) in grammar.who and is_passive(scene, cue, left):
            continue  # "who is accused of “theft”"
        if mention is not None and (
            speaks(scene, mention, grammar) or _who(scene, mention, Span(cue.span.end, left.end))
        ):
            return Attribution(mention, cue)
        if best is None or (best.mention is None and mention is not None):
            best = Attribution(mention, cue)
    return best


def _is_over(scene: Scene, cue: CueMatch) -> bool:
    """Tell whether nothing can follow a verb but another clause: "It is hard to maintain, and the “thaw” is worse"."""
    order = scene.grammar.order
    if not cue.verb or order.commas or order.inverts or order.caseless or order.verb_last:
        return False
    if scene.masked[cue.span.end : cue.span.end + 1] != ",":
        return False
    after = scene.words_in(Span(cue.span.end, min(len(scene.text), cue.span.end + _NEXT)))
    return bool(after) and after[0].key in scene.grammar.additive


def _in_relative(scene: Scene, cue: CueMatch, left: Span) -> bool:
    """Tell whether a verb stands in a clause that says more of somebody: "Roe, die het rapport schreef, noemt …"."""
    clause = cut_clauses(scene, Span(left.start, cue.span.start))[-1]
    opens = scene.grammar.who | scene.grammar.relatives
    behind = scene.masked.endswith(",", 0, clause.span.start)
    return behind and bool(clause.words) and clause.words[0].key in opens


def _who(scene: Scene, mention: Span, content: Span) -> bool:
    """Tell whether a mention is "who", and no comma parts what it says: "Roe, who called it “a gift”"."""
    return fold(mention.of(scene.text)) in scene.grammar.who and "," not in content.of(scene.masked)
