"""Persons: which mentions in an article stand for one and the same, and by what full name.

Last names join the full name that the article gives; pronouns and roles ("he", "the president") join the nearest
person before them that fits. Where nothing fits, a mention stands for itself: silence is better than a guess.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice, takewhile

import regex
from msgspec import Struct
from msgspec.structs import replace

from crossquote.message import message
from crossquote.model.quote import Speaker
from crossquote.model.span import Span
from crossquote.progress import Step, Work, gather
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Token
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.accounts import owner_word
from crossquote.quotes.speakers.antecedents import Antecedents, genders_of, wanted_by
from crossquote.quotes.speakers.apposed import apposed_name
from crossquote.quotes.speakers.clause import cut_clauses
from crossquote.quotes.speakers.family_names import called_by_family
from crossquote.quotes.speakers.head_names import head_name, is_seat
from crossquote.quotes.speakers.hidden_subjects import has_subject_beside
from crossquote.quotes.speakers.institutions import load_institutions
from crossquote.quotes.speakers.joint_speakers import parts_of
from crossquote.quotes.speakers.named import (
    NamedPeople,
    in_first_form,
    joined_fronts,
    look_for_named,
    own_name,
    owns_behind_title,
)
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.quotes.speakers.offices import Offices, find_offices
from crossquote.quotes.speakers.offices_again import office_before
from crossquote.quotes.speakers.party_tags import end_before_tag, is_tag
from crossquote.quotes.speakers.role_owners import owns_role
from crossquote.quotes.speakers.subject import find_subject
from crossquote.quotes.speakers.topic_before import topic_before
from crossquote.quotes.unspoken import load_unspoken
from crossquote.text.name_rules import load_name_rules
from crossquote.text.names import Name
from crossquote.text.words import fold

_AUXILIARY = 12
"""So many letters beside a verb hold what belongs to it: its auxiliary, a pronoun."""
_LEAD = 2
"""So many words stand before a verb that goes on with the sentence before: "Y remarca"."""
_BRACKETED = regex.compile(r" \([^()]{1,40}\),? $")
_FORMER = 20
"""So many letters before a role hold what says that it was held before."""
_ALIKE = 4
"""So many people before a description are looked at: it takes up one only where they are all the same."""
_PARTICLE = 1
"""So many words stand before a last name of which nothing tells whether they belong to it."""


class Persons(Struct, frozen=True):
    """The people and bodies that an article names."""

    scene: Scene
    grammar: Grammar
    named: NamedPeople
    offices: Offices
    antecedents: Antecedents

    def speaker(self, mention: Span, before: Sequence[Speaker] = ()) -> Speaker:
        """Return who a mention stands for; `before` are the speakers found so far, the latest last."""
        mention = self._with_former(mention)
        text = self._bare(mention)
        if fold(text) in self.grammar.personal:
            return self._pronoun(mention, fold(text), before)
        owner = owner_word(self.scene, mention)
        if owner is not None:
            return self._owner(owner, before)
        parts = parts_of(self.scene, mention)
        if len(parts) > 1:
            return self._together(mention, parts)
        return self._described(mention, text, before)

    def _with_former(self, mention: Span) -> Span:
        """Return a role with a word before it that says that it was held before: "L’ancien | ministre"."""
        words = self.scene.words_in(mention)
        before = self.scene.words_in(Span(max(0, mention.start - _FORMER), mention.start))[-1:]
        held = bool(before) and before[0].key.rpartition("'")[2] in self.grammar.former
        adjacent = held and mention.start - before[0].span.end == 1
        named = head_name(self.scene, mention, self.grammar) is not None
        role = bool(words) and not (words[0].capital or named) and self.grammar.is_role(words[0].key)
        return Span(before[0].span.start, mention.end) if adjacent and role else mention

    def _owner(self, word: Span, before: Sequence[Speaker]) -> Speaker:
        """Return whose an account is, by the word that says so, where one person alone was named or spoke before it."""
        text = word.of(self.scene.text)
        people = self.antecedents.people(word, wanted_by(fold(text), self.grammar), before)
        found = set(islice(people, _ALIKE))
        return (
            Speaker(word, found.pop(), message("reason.named_before", text=text))
            if len(found) == 1
            else Speaker(word, text)
        )

    def _bare(self, mention: Span) -> str:
        """Return a mention's words as they are alone: what takes a preposition has it hung on them ("وفقا للوزير")."""
        text = mention.of(self.scene.text)
        fronts = (pair for pair in joined_fronts(self.scene.language) if text.startswith(pair[0]))
        front, bare = next(fronts, ("", ""))
        if not front:
            return text
        before = self.scene.words_in(Span(max(0, mention.start - _AUXILIARY), mention.start))[-1:]
        joins = bool(before) and before[0].key in self.grammar.joining_sources
        return bare + text.removeprefix(front) if joins else text

    def _described(self, mention: Span, text: str, before: Sequence[Speaker]) -> Speaker:
        """Return whom a name, a body or a role stands for."""
        bare = self._undetermined(mention)
        body = load_institutions(self.scene.language).dictionary_form(bare.of(self.scene.text))
        if body is not None:
            return Speaker(mention, body, message("reason.dictionary_form"))
        name = None if self._is_shown(mention) else head_name(self.scene, mention, self.grammar)
        holder = self.offices.holder(text) if name is not None and len(name.words) == 1 else None
        if name is not None and (holder is None or name.key in fold(holder).split()):
            return self._named(mention, name)
        key = fold(text)
        if key in self.grammar.who:
            return self._antecedent(mention)
        person = self._apposed(mention) or self.offices.holder(text)
        if person is not None:
            return Speaker(mention, person, message("reason.role", text=text, name=person))
        again = self._called_again(mention, before) or called_by_family(text, before, self.scene.language)
        again = again or self._office_again(mention, before)
        if again is not None:
            return Speaker(mention, again, message("reason.named_before", text=text))
        return self._in_first_form(mention, text)

    def _office_again(self, mention: Span, before: Sequence[Speaker]) -> str | None:
        """Return the office that somebody known is called by before, where its role alone takes it up."""
        first = self.scene.words_in(mention)[:1]
        if not first or not self._is_definite(first[0].key) or first[0].key in self.grammar.indefinite:
            return None
        office = office_before(self.scene, mention, self.offices.rules)
        return self._described(office, self._bare(office), before).name if office is not None else None

    def _is_shown(self, mention: Span) -> bool:
        """Tell whether "this" behind a role says that somebody known is meant, names in it or none: "menteri itu"."""
        if not self.grammar.shown_behind:
            return False
        near = self.scene.words_in(Span(mention.end, mention.end + _AUXILIARY))[:1]
        role = any(self.grammar.is_role(word.key) for word in self.scene.words_in(mention)[:1])
        return role and bool(near) and near[0].key in self.grammar.shown_behind

    def _in_first_form(self, mention: Span, text: str) -> Speaker:
        """Return whom a mention names, by a name in its first form, where its ending tells that."""
        first = in_first_form(self.scene, mention)
        same = first == mention.of(self.scene.text)
        return Speaker(mention, text) if same else Speaker(mention, first, message("reason.dictionary_form"))

    def _called_again(self, mention: Span, before: Sequence[Speaker]) -> str | None:
        """Return the one person near before whom a description takes up: "the lawmaker", "der CDU-Politiker"."""
        grammar, rules = self.grammar, self.offices.rules
        words = self.scene.words_in(mention)
        bare = [word.key for word in words if word.key not in grammar.determiners]
        head = list(takewhile(lambda key: key not in grammar.links | grammar.prepositions, bare))
        if not head or not self._is_definite(words[0].key):
            return None
        wanted = genders_of(head[-1] if rules.head_last else head[0], grammar)
        if not wanted:
            return None
        people = self.antecedents.people(mention, wanted[0] if len(wanted) == 1 else "", before)
        found = set(islice(people, _ALIKE))
        return found.pop() if len(found) == 1 else None

    def _is_definite(self, first: str) -> bool:
        """Tell whether a mention that begins with `first` is of somebody known, as far as its language shows that."""
        rules = self.offices.rules
        return not rules.definite or bool(rules.definite_ends) or first.partition("'")[0] in rules.definite

    def _apposed(self, mention: Span) -> str | None:
        """Return the full name that stands in commas right after a role: "a spokesman for the port, Tom Hill"."""
        name = apposed_name(self.scene, mention)
        if name is None:
            return None
        return name.span.of(self.scene.text) if len(name.words) > 1 else self.named.of_last(name, self.scene)

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
        return len(before) > 1 and before[-1] in papers and any(map(self.grammar.is_role, before[:-1]))

    def _named(self, mention: Span, name: Name) -> Speaker:
        """Return whom a mention with a name of its own stands for, by the fullest form of that."""
        own = own_name(self.scene, name)
        full = self.named.full_name(name, self.scene)
        whole = self._body(mention, name)
        if whole is not None:
            return Speaker(mention, whole)
        if full != own:
            return Speaker(mention, full, message("reason.full_name"))
        if self._of_paper(mention, name) or self._with_particle(mention, name):
            return Speaker(mention, mention.of(self.scene.text))
        if own == mention.of(self.scene.text):
            return Speaker(mention, own)
        return Speaker(mention, own, message("reason.beside_role"))

    def _with_particle(self, mention: Span, name: Name) -> bool:
        """Tell whether a lone last name has a word before it that is a particle, if no article: "De Vries"."""
        words = self.scene.words_in(mention)
        lone = len(words) == _PARTICLE + 1 and len(name.words) == 1 and words[0].capital
        if not lone or words[0].key not in self.grammar.nobility & self.grammar.determiners:
            return False
        opening = Span(self.scene.sentence_at(mention.start).start, words[0].span.start)
        return bool(self.scene.words_in(opening))  # a capital that opens a sentence tells nothing: "La Maison-Grise"

    def _antecedent(self, mention: Span) -> Speaker:
        """Return whom a relative pronoun takes up: the last phrase before its comma."""
        text = mention.of(self.scene.text)
        sentence = self.scene.sentence_at(mention.start)
        bracket = _BRACKETED.search(self.scene.masked, sentence.start, mention.start)
        end = bracket.start() if bracket is not None else mention.start  # "Roe (R-Ohio), who said …"
        end = end_before_tag(self.scene, sentence.start, end)
        clauses = [c for c in cut_clauses(self.scene, Span(sentence.start, end)) if c.words]
        found = list(phrases(clauses[-1], self.grammar, governed=True)) if clauses else []
        gap = self.scene.masked[found[-1].end : end] if found else ""
        adjacent = bool(found) and ("," in gap or not gap.strip(" \u00a0—–"))
        taken_up = found[-1] if adjacent else self._right_before(clauses[-1].words) if found else None
        if taken_up is None or (clauses and clauses[-1].words[-1].key in self.grammar.those):
            return Speaker(mention, text)
        return replace(
            self.speaker(self._without_noun(taken_up)), mention=mention, reason=message("reason.taken_up", text=text)
        )

    def _without_noun(self, phrase: Span) -> Span:
        """Return whom a phrase ends with, where the noun before says nothing of them: "the turn of Tom Hale"."""
        words = self.scene.words_in(phrase)
        name = next((name for name in self.scene.names_in(phrase) if name.sure and name.span.end == phrase.end), None)
        if name is None or any(self.grammar.is_role(word.key) for word in words) or len(name.words) == 1:
            return phrase
        small = all(not word.capital for word in words if word.span.end <= name.whole.start)
        return name.whole if small and words[0].key in self.grammar.determiners else phrase

    def is_anybody(self, mention: Span) -> bool:
        """Tell whether a relative pronoun takes up nobody in particular: "between those who say that …"."""
        key = fold(mention.of(self.scene.text))
        before = self.scene.words_in(Span(max(0, mention.start - _AUXILIARY), mention.start))[-1:]
        relative = key in self.grammar.who | self.grammar.relatives
        return relative and bool(before) and before[0].key in self.grammar.those

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
        before_verb = [word for word in near if word.key not in rules.objects]  # "se le preguntó"
        last = next(iter(before_verb), None)
        wanted = rules.wanted(fold(text), last.key if last else "")
        behind = next(iter(self.scene.page.words_in(Span(verb.end, verb.end + _AUXILIARY))), None)
        if behind is not None and behind.span.start == verb.end + 1 and behind.key in rules.impersonal:
            return None  # "navodi se"
        beside = self.grammar.finite.union(self.grammar.passives, rules.impersonal)
        leads = next((word for word in before_verb if word.key not in beside), None)  # "que se ha negado"
        pronouns = self.grammar.relatives | (self.grammar.conjunctions if self.grammar.order.inverts else frozenset())
        relative = leads is not None and leads.key in pronouns - self.grammar.who
        if relative or has_subject_beside(self.scene, verb):
            return None
        if last is not None and last.key in self.grammar.who:
            found = self._antecedent(last.span)  # "un'immagine che ricorda": what is said there is nobody's
            return replace(found, mention=verb) if self.named.full.get(fold(found.name).split()[-1]) else None
        if wanted is None or wanted not in rules.pronouns or fold(text).endswith(ends.participles + ends.infinitives):
            return None
        person = self._of_sentence(verb) or self._of_topic(verb) or self._going_on(verb)
        person = person or next(self.antecedents.people(verb, wanted, before), None)
        if person is None:
            return Speaker(verb, rules.pronouns[wanted])
        return Speaker(verb, person, message("reason.named_before", text=text))

    def _of_sentence(self, verb: Span) -> str | None:
        """Return who says the first thing in the sentence of a verb, where no capital shows others: "مؤكدا أن"."""
        if not self.grammar.order.caseless:
            return None
        before = Span(self.scene.sentence_at(verb.start).start, verb.start)
        cue = next((cue for cue in self.scene.cues_in(before) if cue.verb), None)
        mention = find_subject(self.scene, cue, before) if cue is not None else None
        return self.speaker(mention).name if mention is not None else None

    def _of_topic(self, verb: Span) -> str | None:
        topic = topic_before(self.scene, verb)
        return self.speaker(topic).name if topic is not None else None

    def _going_on(self, verb: Span) -> str | None:
        """Return who spoke in the sentence before, where one goes on with "and": "Y remarca que …"."""
        sentence = self.scene.sentence_at(verb.start)
        words = self.scene.words_in(Span(sentence.start, verb.start))
        place = bisect_left(self.scene.sentences, sentence) - 1
        if place < 0 or not words or words[0].key not in self.grammar.additive or len(words) > _LEAD:
            return None
        before = self.scene.sentences[place]
        cue = next((cue for cue in reversed(self.scene.cues_in(before)) if cue.verb), None)
        mention = find_subject(self.scene, cue, before) if cue is not None else None
        return self.speaker(mention).name if mention is not None else None

    def _pronoun(self, mention: Span, key: str, before: Sequence[Speaker]) -> Speaker:
        """Return whom a personal pronoun stands for: a body for a neuter one, else a person."""
        text = mention.of(self.scene.text)
        bodies = (self.speaker(phrase).name for phrase in self.antecedents.bodies(mention))
        people = self.antecedents.people(mention, wanted_by(key, self.grammar), before)
        person = next(bodies if key in self.grammar.neuter else people, None)
        if person is None:
            return Speaker(mention, text)
        return Speaker(mention, self.offices.holder(person) or person, message("reason.named_before", text=text))


def look_for_persons(scene: Scene, step: Step) -> Work[Persons]:
    """Return the people that an article names, by their last names and their roles; yields `step` now and then."""
    named = yield from look_for_named(scene, step)
    every = (name for name in scene.page.names if name.sure and not owns_behind_title(scene, name))
    every = (name for name in every if not (is_tag(scene, name.span) or owns_role(scene, name)))
    sure = (name for name in every if not (scene.grammar.is_complement(name) or is_seat(name, scene.grammar)))
    known = yield from gather(((name, named.full_name(name, scene)) for name in sure), step)
    offices = find_offices(scene, known)
    yield step
    return Persons(scene, scene.grammar, named, offices, Antecedents(scene, named, offices.rules.definite))
