"""Persons: which mentions in an article stand for one and the same, and by what full name.

Last names join the full name that the article gives; pronouns and roles ("he", "the president") join the nearest
person before them that fits. Where nothing fits, a mention stands for itself: silence is better than a guess.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import regex
from msgspec import Struct
from msgspec.structs import replace

from crossquote.message import message
from crossquote.model.quote import Speaker
from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Token
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.clause import cut_clauses
from crossquote.quotes.speakers.head_names import head_name
from crossquote.quotes.speakers.institutions import load_institutions
from crossquote.quotes.speakers.joint_speakers import parts_of
from crossquote.quotes.speakers.named import NamedPeople, read_named
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.quotes.speakers.offices import Offices, find_offices
from crossquote.quotes.speakers.subject import find_subject
from crossquote.quotes.speakers.unspaced import load_person_pattern
from crossquote.quotes.speakers.unspoken import MAN, MANY, WOMAN, load_unspoken
from crossquote.text.names import Name, load_name_rules
from crossquote.text.possessives import without_possessive
from crossquote.text.same_names import is_land
from crossquote.text.words import fold

_SPEAKERS_BACK = 12
_AUXILIARY = 12
_BEFORE = 24
_OFFICE = 50
_REPORTS = 3
"""So many verbs of saying of a sentence are asked for whom they report."""
_COMMA = regex.compile(r",[ \u00a0]")
_CLOSED = regex.compile(r"\s*(?:[,.;:]|$)", regex.MULTILINE)
_LOOK_BACK = 1200
"""So far back, in letters, a pronoun's person is looked for."""

_PARTICLE = 1
"""So many words stand before a last name of which nothing tells whether they belong to it."""


class Persons(Struct, frozen=True):
    """The people and bodies that an article names."""

    scene: Scene
    grammar: Grammar
    named: NamedPeople
    offices: Offices

    def speaker(self, mention: Span, before: Sequence[Speaker] = ()) -> Speaker:
        """Return who a mention stands for; `before` are the speakers found so far, the latest last."""
        text = mention.of(self.scene.text)
        if fold(text) in self.grammar.personal:
            return self._pronoun(mention, fold(text), before)
        parts = parts_of(self.scene, mention)
        if len(parts) > 1:
            return self._together(mention, parts)
        return self._described(mention, text)

    def _described(self, mention: Span, text: str) -> Speaker:
        """Return whom a name, a body or a role stands for."""
        bare = self._undetermined(mention)
        body = load_institutions(self.scene.language).dictionary_form(bare.of(self.scene.text))
        if body is not None:
            return Speaker(mention, body, message("reason.dictionary_form"))
        name = head_name(self.scene, mention, self.grammar)
        if name is not None:
            return self._named(mention, name)
        key = fold(text)
        if key in self.grammar.who:
            return self._antecedent(mention)
        person = self._apposed(mention) or self.offices.holder(text)
        if person is not None:
            return Speaker(mention, person, message("reason.role", text=text, name=person))
        return Speaker(mention, text)

    def _apposed(self, mention: Span) -> str | None:
        """Return the full name that stands in commas right after a role: "a spokesman for the port, Tom Hill"."""
        comma = _COMMA.match(self.scene.masked, mention.end)
        if comma is None or not any(self.grammar.is_role(word.key) for word in self.scene.words_in(mention)):
            return None
        near = Span(comma.end(), min(len(self.scene.text), comma.end() + _OFFICE))
        name = next(iter(self.scene.names_in(near)), None)
        if name is None or name.span.start != near.start or name.words[0] in self.grammar.roles:
            return None
        full = name.span.of(self.scene.text) if len(name.words) > 1 else self.named.full.get(name.key)
        return full if _CLOSED.match(self.scene.masked, name.span.end) else None

    def _together(self, mention: Span, parts: Sequence[Span]) -> Speaker:
        """Return the speaker of a joint statement: whoever is named first, by the full name, else all as printed."""
        name = head_name(self.scene, parts[-1], self.grammar)
        if name is not None and all(map(self._another_role, parts[:-1])):
            return self._named(mention, name)
        first, text = self.speaker(parts[0]), mention.of(self.scene.text)
        if head_name(self.scene, parts[0], self.grammar) is None:
            return Speaker(mention, text)
        return Speaker(mention, first.name, message("reason.together", text=text))

    def _another_role(self, part: Span) -> bool:
        """Tell whether a part of a mention is a role of whoever is named behind "and": "founder and chair Ana Roe"."""
        words = self.scene.words_in(part)
        name = head_name(self.scene, part, self.grammar)
        if words[0].key in self.grammar.determiners or (name is not None and name.sure):
            return False
        if name is not None:
            return len(words) == 1  # a noun with a capital where all have one: "Co-Kommentator und Ex-Profi Jan Roe"
        return self.grammar.is_role(words[-1].key) and words[-1].key not in self.grammar.groups

    def _undetermined(self, mention: Span) -> Span:
        """Return a mention without the article before it."""
        words = self.scene.words_in(mention)
        lead = len(words) > 1 and words[0].key in self.grammar.determiners
        return Span(words[1].span.start, mention.end) if lead else mention

    def _body(self, mention: Span, name: Name) -> str | None:
        """Return the whole name of a body that goes on after a link: "Armed Forces of Norland"."""
        if name.words[-1] not in load_name_rules(self.scene.language).bodies:
            return None
        rest = [word for word in self.scene.words_in(mention) if word.span.start >= name.span.end]
        capital = len(rest) > 1 and self.scene.text[rest[1].span.start].isupper()
        return self.scene.text[name.span.start : mention.end] if capital and rest[0].key in self.grammar.links else None

    def _of_paper(self, mention: Span, name: Name) -> bool:
        """Tell whether a name is what a role's paper is called: "urednik lista Novi Dan"."""
        before = [word.key for word in self.scene.words_in(mention) if word.span.end <= name.span.start]
        papers = self.grammar.language.lexicon.texts("titles", "papers")
        return (
            before[-1:] != before[:1] and before[-1] in papers and any(self.grammar.is_role(key) for key in before[:-1])
        )

    def _named(self, mention: Span, name: Name) -> Speaker:
        own = name.span.of(self.scene.text)
        full = self.named.full_name(name, self.scene)
        whole = self._body(mention, name)
        if whole is not None:
            return Speaker(mention, whole)
        if full != own:
            return Speaker(mention, full, message("reason.full_name"))
        if self._of_paper(mention, name):
            return Speaker(mention, mention.of(self.scene.text))
        if own != mention.of(self.scene.text):
            if self._with_particle(mention, name):
                return Speaker(mention, mention.of(self.scene.text))
            return Speaker(mention, own, message("reason.beside_role"))
        return Speaker(mention, own)

    def _with_particle(self, mention: Span, name: Name) -> bool:
        """Tell whether a lone last name has a word before it that is a particle, if no article: "De Vries"."""
        words = self.scene.words_in(mention)
        lone = len(words) == _PARTICLE + 1 and len(name.words) == 1 and words[0].capital
        return lone and words[0].key in self.grammar.nobility & self.grammar.determiners

    def _antecedent(self, mention: Span) -> Speaker:
        """Return whom a relative pronoun takes up: the last phrase before its comma."""
        text = mention.of(self.scene.text)
        sentence = self.scene.sentence_at(mention.start)
        clauses = [c for c in cut_clauses(self.scene, Span(sentence.start, mention.start)) if c.words]
        found = list(phrases(clauses[-1], self.grammar, governed=True)) if clauses else []
        gap = self.scene.masked[found[-1].end : mention.start] if found else ""
        adjacent = bool(found) and ("," in gap or not gap.strip(" \u00a0"))
        if found and not adjacent:
            found = [span for span in (self._right_before(clauses[-1].words),) if span is not None]
        if not found:
            return Speaker(mention, text)
        return replace(self.speaker(found[-1]), mention=mention, reason=message("reason.taken_up", text=text))

    def _right_before(self, words: Sequence[Token]) -> Span | None:
        """Return the words that end a clause from its last preposition or verb on: "from five villages"."""
        grammar = self.grammar
        closed = grammar.prepositions | grammar.breaks | grammar.finite | grammar.pronouns
        start = next((at + 1 for at in range(len(words) - 1, -1, -1) if words[at].key in closed), None)
        if start is None or start == len(words):
            return None
        return Span(words[start].span.start, words[-1].span.end)

    def unspoken(self, verb: Span, before: Sequence[Speaker] = ()) -> Speaker | None:
        """Return whom a verb without a subject means ("powiedział"), None where the language has no such verbs."""
        rules, ends, text = load_unspoken(self.scene.language), self.grammar.ends, verb.of(self.scene.text)
        near = reversed(self.scene.page.words_in(Span(max(0, verb.start - _AUXILIARY), verb.start)))
        last = next((word for word in near if word.key not in rules.objects), None)  # "se le preguntó"
        wanted = rules.wanted(fold(text), last.key if last else "")
        behind = next(iter(self.scene.page.words_in(Span(verb.end, verb.end + _AUXILIARY))), None)
        if behind is not None and behind.span.start == verb.end + 1 and behind.key in rules.impersonal:
            return None  # "navodi se"
        if last is not None and last.key in self.grammar.relatives - self.grammar.who:
            return None
        if last is not None and last.key in self.grammar.who:
            found = self._antecedent(last.span)  # "un'immagine che ricorda": what is said there is nobody's
            return replace(found, mention=verb) if self.named.full.get(fold(found.name).split()[-1]) else None
        if wanted is None or wanted not in rules.pronouns or fold(text).endswith(ends.participles + ends.infinitives):
            return None
        person = next(self._candidates(verb, wanted, before), None)
        if person is None:
            return Speaker(verb, rules.pronouns[wanted])
        return Speaker(verb, person, message("reason.named_before", text=text))

    def _pronoun(self, mention: Span, key: str, before: Sequence[Speaker]) -> Speaker:
        text = mention.of(self.scene.text)
        found = self._candidates(mention, self._wanted(key), before)
        person = next(self._bodies(mention) if key in self.grammar.neuter else found, None)
        if person is None:
            return Speaker(mention, text)
        return Speaker(mention, person, message("reason.named_before", text=text))

    def _candidates(self, mention: Span, wanted: str, before: Sequence[Speaker]) -> Iterator[str]:
        """Yield who a pronoun may stand for, likeliest first: who begins the sentences before it, then who spoke."""
        sentence = self.scene.sentence_at(mention.start)
        if wanted == MANY:
            yield from self._groups(sentence)
            return
        unspoken = set(map(fold, load_unspoken(self.scene.language).pronouns.values()))
        nobody = self.grammar.personal | self.grammar.indefinite | unspoken
        human = wanted in (MAN, WOMAN)
        bodies = load_name_rules(self.scene.language).bodies if human else frozenset[str]()
        known = [one for one in before[: -_SPEAKERS_BACK - 1 : -1] if fold(one.name) not in nobody]
        known = [one for one in known if not bodies.intersection(fold(one.name).split())]
        near = Span(max(sentence.start, mention.start - _LOOK_BACK), mention.start)
        for span in (near, *self._sentences_before(sentence)):
            yield from self._reported_in(span, wanted, apart=span == near)
            yield from self._said_in(span)
            told = self._up_to_pronoun(span, wanted)
            yield from self._in_span(told, wanted, apart=span == near or told != span)
            for speaker in known:
                if speaker.mention and span.contains(speaker.mention) and self._fits(fold(speaker.name), wanted):
                    yield speaker.name
        for speaker in known:
            if self._fits(fold(speaker.name), wanted):
                yield speaker.name

    def _up_to_pronoun(self, span: Span, wanted: str) -> Span:
        """Return a sentence up to such a pronoun as its own subject: who is named behind it is somebody else."""
        words = (word for word in self.scene.words_in(span) if word.key in self.grammar.nominative)
        first = next((word for word in words if self._wanted(word.key) == wanted), None)
        return span if first is None else Span(span.start, first.span.start)

    def _reported_in(self, span: Span, wanted: str, *, apart: bool) -> Iterator[str]:
        """Yield the people by name whom verbs of saying in a stretch of text have as their subjects.

        `apart`: not those that a preposition governs.
        """
        for cue in self.scene.cues_in(span)[:_REPORTS] if self.scene.names_in(span) else ():
            mention = find_subject(self.scene, cue, span) if cue.verb else None
            name = head_name(self.scene, mention, self.grammar) if mention is not None else None
            if name is None or (apart and self._under(name)):
                continue
            if self._fits(name.key, wanted) and self._person(name):
                yield self.named.full_name(name, self.scene)

    def _said_in(self, span: Span) -> Iterator[str]:
        """Yield whom verbs of saying have as their subjects, the last first, where no capital shows a name."""
        person = load_person_pattern(self.scene.language)
        for cue in reversed(self.scene.cues_in(span)) if person is not None else ():
            mention = find_subject(self.scene, cue, span) if cue.verb else None
            if person is not None and mention is not None and person.fullmatch(mention.of(self.scene.text)):
                yield mention.of(self.scene.text)

    def _groups(self, sentence: Span) -> Iterator[str]:
        """Yield the groups of people ("Ukrainian officials") that the sentences before name."""
        for span in self._sentences_before(sentence):
            for clause in cut_clauses(self.scene, span):
                for phrase in phrases(clause, self.grammar):
                    if any(word.key in self.grammar.groups for word in self.scene.words_in(phrase)):
                        yield phrase.of(self.scene.text)

    def _bodies(self, mention: Span) -> Iterator[str]:
        """Yield the bodies ("the ministry") that the sentences before name, the nearest sentence first."""
        sentence = self.scene.sentence_at(mention.start)
        bodies = load_name_rules(self.scene.language).bodies
        for span in self._sentences_before(sentence):
            for clause in cut_clauses(self.scene, span):
                for phrase in phrases(clause, self.grammar):
                    words = self.scene.words_in(phrase)
                    if not words:
                        continue
                    named = words[0].key in self.grammar.determiners or self.scene.text[phrase.start].isupper()
                    if named and any(word.key in bodies for word in words):
                        yield self.speaker(phrase).name

    def _in_span(self, span: Span, wanted: str, *, apart: bool = False) -> Iterator[str]:
        """Yield the people that a stretch of text names, by name or by role, from left to right.

        Those that a preposition governs come last; with `apart` not at all: in "after the flight with Roe he left"
        he is somebody else.
        """
        named = [
            (self._under(name), name)
            for name in self.scene.names_in(span)
            if name.sure and self._fits(name.key, wanted) and self._person(name)
        ]
        found = [
            (governed, name.span.start, self.named.full.get(name.key, name.span.of(self.scene.text)))
            for governed, name in named
            if not (apart and governed)
        ]
        words = [without_possessive(word.key, self.scene.language) for word in self.scene.words_in(span)]
        for index, word in enumerate(self.scene.words_in(span)):
            starts = (at for at in _starts(index) if self._bare(words, at))
            roles = (self.named.by_role.get(" ".join(words[at : index + 1])) for at in starts)
            person = next(filter(None, roles), None)
            if person and self._fits(fold(person), wanted) and not self._another_follows(word.span.end, person):
                found.append((False, word.span.start, person))
        yield from (person for _, _, person in sorted(found))

    def _another_follows(self, end: int, person: str) -> bool:
        """Tell whether a role is another's, who is named behind it: "the actor and singer Ana Roe"."""
        near = Span(end, min(len(self.scene.text), end + _OFFICE))
        name = next(iter(self.scene.names_in(near)), None)
        gap = self.scene.masked[end : name.span.start] if name else "."
        words = self.scene.words_in(Span(end, max(end, name.span.start))) if name else ()
        joined = bool(words) and words[0].key in self.grammar.additive
        other = name is not None and name.words[-1] != fold(person).split()[-1]
        return other and joined and not set(gap) & set(",.;:!?")

    def _under(self, name: Name) -> bool:
        """Tell whether a preposition stands right before a name, or before one that "and" joins it to."""
        sentence = self.scene.sentence_at(name.span.start)
        start, end = name.span.start - _LOOK_BACK, name.span.end + _LOOK_BACK
        clauses = cut_clauses(self.scene, Span(max(sentence.start, start), max(name.span.end, min(sentence.end, end))))
        clause = next((clause for clause in clauses if clause.span.contains(name.span)), None)
        if clause is None:
            return False
        before = [word for word in clause.words if word.span.end <= (name.title or name.span).start][-1:]
        after = next((word for word in clause.words if word.span.start >= name.span.end), None)
        verb = after is not None and (after.key in self.grammar.finite or after.span.start in clause.cues)
        if verb and before and before[0].key in self.grammar.subordinators:
            return False  # "since Roe announced it, he has …"
        if before and before[0].key in self.grammar.additive:
            joined = next((other for other in clause.names if other.span.end == before[0].span.start - 1), None)
            if joined is not None and not verb:
                return self._under(joined)
        return not any(phrase.contains(name.span) for phrase in phrases(clause, self.grammar))

    def _bare(self, words: Sequence[str], at: int) -> bool:
        """Tell whether nothing but an article stands before the word at `at`: no "outgoing coach"."""
        definite = self.offices.rules.definite
        return not definite or at == 0 or words[at - 1] in definite

    def _sentences_before(self, sentence: Span) -> Iterator[Span]:
        index = bisect_left(self.scene.sentences, sentence)
        for span in reversed(self.scene.sentences[max(0, index - 3) : index]):
            if sentence.start - span.start > _LOOK_BACK:
                return
            yield span

    def _person(self, name: Name) -> bool:
        """Tell whether a name is more likely a person's than a place's: it has a title or stands for a full name."""
        if name.key in self.grammar.roles or name.words[-1] in self.grammar.roles or self.grammar.is_complement(name):
            return False
        if name.key.endswith(self.grammar.ends.obliques):
            return False  # "kertoi MTV Uutisille"
        nouns_have_capitals = self.grammar.order.nouns_have_capitals
        if nouns_have_capitals and name.title is None and (self._is_land(name) or self._is_thing(name)):
            return False
        after = next(
            iter(self.scene.words_in(Span(name.span.end, min(len(self.scene.text), name.span.end + 20)))), None
        )
        noun = after is not None and (after.capital or not nouns_have_capitals) and not self.grammar.bears(after.key)
        if noun and after is not None and self.grammar.is_role(after.key) and after.span.start == name.span.end + 1:
            return False
        before = next(reversed(self.scene.words_in(Span(max(0, name.span.start - 12), name.span.start))), None)
        if name.title is None and before is not None and before.key in self.offices.rules.definite:
            return False
        return name.title is not None or name.key in self.named.gender or " " in self.named.full.get(name.key, name.key)

    def _is_land(self, name: Name) -> bool:
        """Tell whether an adjective made of a place or people opens a name: "Arabischen Emirate"."""
        endings = load_name_rules(self.scene.language).adjective_ends
        return len(name.words) > 1 and name.words[0].endswith(endings)

    def _is_thing(self, name: Name) -> bool:
        """Tell whether nouns in a row only look like a name: one of them has an article here or elsewhere."""
        grammar = self.grammar
        before = [word.key for word in self.scene.words_in(Span(max(0, name.span.start - _BEFORE), name.span.start))]
        article = bool(before) and before[-1] in grammar.determiners | grammar.joined_articles
        small = grammar.determiners | grammar.prepositions
        described = len(before) > 1 and before[-2] in small and before[-1].endswith(grammar.ends.adjectives)
        twice = len(set(name.words)) < len(name.words)  # "Seite von Seite"
        land = is_land(name.words[-1].removesuffix("s"), self.scene.language)
        seen = article or described or twice or land
        return len(name.words) > 1 and (seen or not self.named.things.isdisjoint(name.words))

    def _wanted(self, key: str) -> str:
        man, woman = key in self.grammar.masculine, key in self.grammar.feminine
        if key in self.grammar.many and not woman:
            return MANY
        return MAN if man and not woman else WOMAN if woman and not man else ""

    def _told_by_name(self, last: str) -> str:
        """Return whether a last name tells by its ending that it is a woman's or a man's, nothing where it doesn't."""
        ends = self.grammar.ends
        return WOMAN if last.endswith(ends.women) else MAN if last.endswith(ends.men) else ""

    def _fits(self, key: str, wanted: str) -> bool:
        if wanted == MANY:
            return False
        last = key.rsplit(maxsplit=1)[-1] if key else ""
        known = self.named.gender.get(last) or self._told_by_name(last)
        return not known or not wanted or known == wanted


def read_persons(scene: Scene) -> Persons:
    """Return the people that an article names, by their last names and their roles."""
    named = read_named(scene)
    sure = [name for name in scene.page.names if name.sure and not scene.grammar.is_complement(name)]
    known = [(name, named.full_name(name, scene)) for name in sure]
    return Persons(scene, scene.grammar, named, find_offices(scene, known))


def _starts(index: int) -> range:
    """Return where a role of up to three words that ends at `index` may begin, the longest first."""
    return range(max(0, index - 2), index + 1)
