"""Antecedents: whom a pronoun, or a verb without a subject, may mean, of those whom the sentences before it name."""

from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from msgspec import Struct

from crossquote.model.quote import Speaker
from crossquote.model.span import Span
from crossquote.quotes.cues import Governs
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Token
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.apposed import apposed_name
from crossquote.quotes.speakers.clause import cut_clauses
from crossquote.quotes.speakers.first_forms import load_genitive_forms
from crossquote.quotes.speakers.head_names import head_name
from crossquote.quotes.speakers.main_clause import main_subject, only_describes, up_to_report
from crossquote.quotes.speakers.mood import is_reported
from crossquote.quotes.speakers.named import NamedPeople, in_first_form
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.quotes.speakers.person_names import is_called_thing, is_person
from crossquote.quotes.speakers.subject import find_subject
from crossquote.quotes.speakers.unspaced import load_person_pattern
from crossquote.quotes.unspoken import MAN, MANY, WOMAN, load_unspoken
from crossquote.text.name_rules import load_name_rules
from crossquote.text.names import Name
from crossquote.text.possessives import without_possessive
from crossquote.text.words import fold

_SPEAKERS_BACK = 12
"""So many of the last speakers may be meant by a pronoun."""
_FULL = 2
"""So many words has a full name at least."""
_CALLED = 3
"""So many words has a name without a role, where no capital shows one."""
_NEXT_NAME = 50
"""So many letters behind a role hold the name of who else has one."""
_REPORTS = 3
"""So many verbs of saying of a sentence are asked for whom they report."""
_LOOK_BACK = 1200
"""So far back, in letters, a pronoun's person is looked for."""
_BEFORE = 3
"""So many sentences before are looked through."""
_BESIDE = 24
"""So many letters beside a pronoun hold its verb."""
_NEAR, _SOURCE = 12, 40
"""So many letters before a name hold the word before it, and a preposition of sources with a role behind it."""
_OF_ROLE = 6
"""So many words say at most of what somebody is the president."""
_APOSTROPHES = ("'", "’", "ʼ")


class Antecedents(Struct, frozen=True):
    """The people and bodies of an article, as they can be taken up; `definite` are its language's definite articles."""

    scene: Scene
    named: NamedPeople
    definite: frozenset[str]

    @property
    def grammar(self) -> Grammar:
        """The grammar of the article's language."""
        return self.scene.grammar

    @property
    def _body_words(self) -> frozenset[str]:
        return load_name_rules(self.scene.language).bodies

    def people(self, mention: Span, wanted: str, before: Sequence[Speaker]) -> Iterator[str]:
        """Yield who a pronoun may stand for, likeliest first: who begins the sentences before it, then who spoke."""
        sentence = self.scene.sentence_at(mention.start)
        if wanted == MANY:
            yield from self._groups(sentence)
            return
        known = [one for one in self._known(wanted, before) if self._fits(fold(one.name), wanted)]
        near = Span(max(sentence.start, mention.start - _LOOK_BACK), mention.start)
        spans = (near, *self.scene.sentences_before(sentence, _BEFORE, _LOOK_BACK))
        goes_on = self._goes_on(mention, sentence)
        last = known[0] if goes_on and known and known[0].mention else None
        if last is not None and last.mention and any(span.contains(last.mention) for span in spans[1:2]):
            yield last.name  # "When Hill tried to respond, Roe said, “No.” He added, …"
        for number, span in enumerate(spans):
            if span != near and self._goes_on_in_mood(span):
                for before_it in spans[number + 1 : number + 2]:  # "Roe könne gehen": who is reported goes on
                    yield from self._reported_in(before_it, wanted, apart=False)
            whole = not goes_on or (span != near and self._says(span))
            yield from self._near(span, wanted, known, apart=span == near, whole=whole)
        yield from (one.name for one in known)
        for span in spans[1:]:
            yield from self._role_that_opens(span, wanted)

    def _near(self, span: Span, wanted: str, known: Sequence[Speaker], *, apart: bool, whole: bool) -> Iterator[str]:
        """Yield whom a sentence names, who speaks in it first; where it is not the `whole`, who opens it alone."""
        yield from self._reported_in(span, wanted, apart=apart)
        yield from self._said_in(span, wanted)
        yield from (one.name for one in known if one.mention and self._is_unspoken(one.mention, span))
        told = self._up_to_pronoun(up_to_report(self.scene, span), wanted)
        if whole:
            yield from self._in_span(told, wanted, apart=apart or told != span)
        else:
            yield from self._opening(span, wanted)
        yield from (one.name for one in known if one.mention and span.contains(one.mention))

    def _is_unspoken(self, mention: Span, span: Span) -> bool:
        """Tell whether somebody spoke in a sentence by a verb without a subject."""
        return span.contains(mention) and any(cue.verb and cue.span == mention for cue in self.scene.cues_in(mention))

    def _goes_on_in_mood(self, span: Span) -> bool:
        """Tell whether a sentence goes on with what was reported, by the mood of its first clause."""
        first = next(iter(cut_clauses(self.scene, span)), None)
        return first is not None and not self._says(span) and is_reported(self.scene, first.span)

    def _says(self, span: Span) -> bool:
        return any(cue.verb for cue in self.scene.cues_in(span))

    def _opening(self, span: Span, wanted: str) -> Iterator[str]:
        """Yield who opens a sentence by name: its subject."""
        lead = (phrase for clause in cut_clauses(self.scene, span)[:1] for phrase in phrases(clause, self.grammar))
        first = next(lead, None)
        if first is not None and first.start == span.start:
            yield from self._in_span(first, wanted, apart=True)

    def _role_that_opens(self, span: Span, wanted: str) -> Iterator[str]:
        """Yield who opens a sentence by a role alone, which nobody named has: "The president of Norland arrived"."""
        clause = next(iter(cut_clauses(self.scene, span)), None)
        first = next(phrases(clause, self.grammar), None) if clause is not None else None
        if clause is None or first is None or first.start != span.start or apposed_name(self.scene, first) is not None:
            return
        words = self.scene.words_in(first)
        bare = [word for word in words if word.key not in self.grammar.determiners]
        is_role = self.grammar.is_role
        roles = list(takewhile(is_role, dropwhile(lambda key: not is_role(key), (word.key for word in bare))))
        head = roles[-1] if roles else ""
        unelided = load_name_rules(self.scene.language).unelided
        several = any(word.key in self.grammar.groups or unelided(word.key) in self._body_words for word in words)
        genders = genders_of(head, self.grammar)
        if not head or several or (wanted and genders and wanted not in genders) or clause.cues & {words[0].span.start}:
            return
        named = (name for name in self.scene.names_in(first) if is_person(self.scene, name, self.named, self.definite))
        if next(named, None) is None and next(self._by_role(first, ""), None) is None:
            yield Span(first.start, self._end_of_role(words, head)).of(self.scene.text)

    def _end_of_role(self, words: Sequence[Token], head: str) -> int:
        """Return where a role ends with what it is of: behind the last word with a capital that belongs to it."""
        at = next(at for at, word in enumerate(words) if word.key == head)
        small = self.grammar.links | self.grammar.determiners
        last = at
        for index in range(at + 1, min(len(words), at + _OF_ROLE)):
            if words[index].capital:
                last = index
            elif words[index].key not in small and not self.grammar.order.names_inflect:
                break
        return words[last].span.end

    def _goes_on(self, mention: Span, sentence: Span) -> bool:
        """Tell whether a verb beside a mention says that somebody goes on with what was said: "He added that …"."""
        near = Span(max(sentence.start, mention.start - _BESIDE), min(sentence.end, mention.end + _BESIDE))
        cues = (cue for cue in self.scene.cues_in(near) if cue.verb)
        return any(fold(cue.lemma) in self.grammar.adding for cue in cues)

    def _known(self, wanted: str, before: Sequence[Speaker]) -> Iterator[Speaker]:
        """Yield the last speakers of `before`, the latest first, without those named by no more than a pronoun.

        Where a man or a woman is `wanted`, bodies are left out, too.
        """
        unspoken = set(map(fold, load_unspoken(self.scene.language).pronouns.values()))
        nobody = self.grammar.personal | self.grammar.indefinite | unspoken
        bodies = self._body_words if wanted in (MAN, WOMAN) else frozenset[str]()
        for speaker in before[: -_SPEAKERS_BACK - 1 : -1]:
            key = fold(speaker.name)
            one = self.grammar.groups.isdisjoint(key.split()) and not is_called_thing(key, self.grammar)
            if (
                (one or not wanted)
                and key not in nobody
                and bodies.isdisjoint(key.split())
                and not self._is_thing(speaker.name)
            ):
                yield speaker

    def _is_thing(self, name: str) -> bool:
        """Tell whether a speaker is a noun with its article and no role: "L'hypothèse de Roux", "the study"."""
        words = fold(name).split()
        bare = load_name_rules(self.scene.language).unelided(words[0])
        led = bare != words[0] or words[0] in self.grammar.determiners
        return led and self.grammar.order.inverts and not any(map(self.grammar.is_role, (bare, *words)))

    def _up_to_pronoun(self, span: Span, wanted: str) -> Span:
        """Return a sentence up to such a pronoun as its own subject: who is named behind it is somebody else."""
        words = (word for word in self.scene.words_in(span) if word.key in self.grammar.nominative)
        first = next((word for word in words if wanted_by(word.key, self.grammar) == wanted), None)
        return span if first is None else Span(span.start, first.span.start)

    def _reported_in(self, span: Span, wanted: str, *, apart: bool) -> Iterator[str]:
        """Yield the people by name whom verbs of saying in a stretch of text have as their subjects.

        `apart`: not those that a preposition governs.
        """
        for cue in self.scene.cues_in(span)[:_REPORTS] if self.scene.names_in(span) else ():
            says = cue.verb and not only_describes(self.scene, cue)
            mention = find_subject(self.scene, cue, span) if says else None
            name = head_name(self.scene, mention, self.grammar) if mention is not None else None
            if name is None or (apart and self._under(name)):
                continue
            if self._fits(name.key, wanted) and is_person(self.scene, name, self.named, self.definite):
                yield self.named.full_name(name, self.scene)

    def _said_in(self, span: Span, wanted: str) -> Iterator[str]:
        """Yield who says what a stretch of text reports, the last first, where no capital shows a name."""
        person = load_person_pattern(self.scene.language)
        for cue in reversed(self.scene.cues_in(span)) if self.grammar.order.caseless else ():
            says = cue.verb or Governs.POSTPOSITION in cue.governs
            if not says or (mention := find_subject(self.scene, cue, span)) is None:
                continue
            called = person is not None and bool(person.fullmatch(mention.of(self.scene.text)))
            if called or (person is None and self._can_be_meant(mention, cue.span, wanted)):
                yield in_first_form(self.scene, mention)

    def _can_be_meant(self, mention: Span, verb: Span, wanted: str) -> bool:
        """Tell whether somebody who said something may be meant by a pronoun, where no capital shows a name.

        As far as a verb tells of whom it is said, it has to be of who is `wanted`; neither a body nor several are.
        """
        words = self.scene.words_in(mention)
        known = any(self.grammar.is_role(word.key) for word in words)
        rules = load_unspoken(self.scene.language)
        told = rules.wanted(fold(verb.of(self.scene.text)), "")
        of_woman = told == WOMAN or not rules.women
        fits = told in ("", wanted) and (of_woman or wanted != WOMAN) if wanted else told != MANY
        return fits and (known or len(words) <= _CALLED) and len(words) > 1 and self._are_names(words)

    def _are_names(self, words: Sequence[Token]) -> bool:
        """Tell whether no word is small, or says that several or a body are meant, where no capital shows a name."""
        grammar = self.grammar
        small = grammar.pronouns | grammar.who | grammar.breaks | grammar.prepositions | grammar.postpositions
        small |= grammar.determiners | grammar.questions | grammar.finite | grammar.times | grammar.addressees
        small |= grammar.groups | self._body_words
        return not any(word.key in small or grammar.is_adverb(word.key) for word in words)

    def _groups(self, sentence: Span) -> Iterator[str]:
        """Yield the groups of people ("Ukrainian officials") that the sentences before name."""
        for phrase in self._phrases_before(sentence):
            if any(word.key in self.grammar.groups for word in self.scene.words_in(phrase)):
                yield phrase.of(self.scene.text)

    def bodies(self, mention: Span) -> Iterator[Span]:
        """Yield where the sentences before name bodies ("the ministry"), the nearest sentence first."""
        for phrase in self._phrases_before(self.scene.sentence_at(mention.start)):
            words = self.scene.words_in(phrase)
            if not words:
                continue
            named = words[0].key in self.grammar.determiners or self.scene.text[phrase.start].isupper()
            if named and any(word.key in self._body_words for word in words):
                yield phrase

    def _phrases_before(self, sentence: Span) -> Iterator[Span]:
        """Yield the noun phrases of the sentences before, the nearest sentence first."""
        for span in self.scene.sentences_before(sentence, _BEFORE, _LOOK_BACK):
            for clause in cut_clauses(self.scene, span):
                yield from phrases(clause, self.grammar)

    def _in_span(self, span: Span, wanted: str, *, apart: bool = False) -> Iterator[str]:
        """Yield the people that a stretch of text names, by name or by role, from left to right.

        Those that a preposition governs come last, and have to have a title or to be named again: "he lives in New
        York". Who acts in the main clause comes first: "When Hill left, Roe came". With `apart` they do not come:
        in "after the flight with Roe he left" he is somebody else.
        """
        sure = (name for name in self.scene.names_in(span) if name.sure and not self._is_oblique(name))
        names = (name for name in sure if self._fits(name.key, wanted))
        people = (name for name in names if is_person(self.scene, name, self.named, self.definite))
        people = (name for name in people if not self._is_of_office(name))
        under = ((name, self._under(name) or self._is_of(name)) for name in people)
        found = [
            (
                governed or self._owns(name),
                name.span.start,
                self.named.of_last(name, self.scene) or name.span.of(self.scene.text),
            )
            for name, governed in under
            if not governed or name.title or name.words[-1] in self.named.again or self._is_source(name)
        ]
        found += [(False, start, person) for start, person in self._by_role(span, wanted)]
        main = main_subject(self.scene, span)
        found.sort(key=lambda one: (main is None or not main.start <= one[1] < main.end, *one))
        yield from (person for governed, _, person in found if not (apart and governed))

    def _is_oblique(self, name: Name) -> bool:
        """Tell whether a name is no subject by its endings, where names have cases, or a noun and its owner.

        "u Jana Nováka", "Severní unii", "Dům Jana Nováka".
        """
        if not self.grammar.order.names_inflect or name.title or not _FULL <= len(name.words) <= _CALLED:
            return False
        person, ends = name.words[-_FULL:], self.grammar.ends
        man = load_genitive_forms(self.scene.language).first_form(person)
        changed = man is not None and all(map(str.__ne__, man.split(), person))
        return (changed and not person[-1].endswith(ends.women)) or all(w.endswith(ends.declined) for w in name.words)

    def _by_role(self, span: Span, wanted: str) -> Iterator[tuple[int, str]]:
        """Yield the people whom a stretch of text names by a role that they alone have, each with where it stands."""
        words = self.scene.words_in(span)
        keys = [without_possessive(word.key, self.scene.language) for word in words]
        for index, word in enumerate(words):
            starts = (at for at in _starts(index) if self._bare(keys, at))
            roles = (self.named.by_role.get(" ".join(keys[at : index + 1])) for at in starts)
            person = next(filter(None, roles), None)
            if person and self._fits(fold(person), wanted) and not self._another_follows(word.span.end, person):
                yield word.span.start, person

    def _another_follows(self, end: int, person: str) -> bool:
        """Tell whether a role is another's, who is named behind it: "the actor and singer Ana Roe"."""
        near = Span(end, min(len(self.scene.text), end + _NEXT_NAME))
        name = next(iter(self.scene.names_in(near)), None)
        gap = self.scene.masked[end : name.span.start] if name else "."
        words = self.scene.words_in(Span(end, max(end, name.span.start))) if name else ()
        joined = bool(words) and words[0].key in self.grammar.additive
        other = name is not None and name.words[-1] != fold(person).split()[-1]
        return other and joined and not set(gap) & set(",.;:!?")

    def _owns(self, name: Name) -> bool:
        """Tell whether a name only says whose something is: "though Roe’s term is over, she …" may be another's."""
        mark = self.scene.text[name.span.end : name.span.end + 1]
        return bool(self.grammar.ends.possessives) and mark in _APOSTROPHES

    def _is_of(self, name: Name) -> bool:
        """Tell whether a name only says of what something is: "su carrera de Ciencias Políticas"."""
        before = self.scene.words_in(Span(max(0, name.span.start - _NEAR), name.span.start))[-1:]
        return bool(before) and before[0].key in self.grammar.links - self.grammar.determiners

    def _is_of_office(self, name: Name) -> bool:
        """Tell whether a lone word only says of what somebody has an office: "el secretario de Pesca"."""
        near = self.scene.words_in(Span(max(0, name.span.start - _SOURCE), name.span.start))[-2:]
        return len(name.words) == 1 and self._is_of(name) and len(near) > 1 and self.grammar.is_role(near[0].key)

    def _is_source(self, name: Name) -> bool:
        """Tell whether a preposition of sources rules a name: "Segundo Ana Roe, não há acordo"."""
        near = Span(max(0, name.span.start - _SOURCE), name.span.start)
        lone = any(word.key in self.grammar.source_prepositions for word in self.scene.words_in(near))
        return lone or any(Governs.PREPOSITION in cue.governs for cue in self.scene.cues_in(near))

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
        return not self.definite or at == 0 or words[at - 1] in self.definite

    def _fits(self, key: str, wanted: str) -> bool:
        """Tell whether a name may be that of a man or a woman, as `wanted`; nobody's is that of many."""
        if wanted == MANY:
            return False
        last = key.rsplit(maxsplit=1)[-1] if key else ""
        known = self.named.gender_of(key) or _told_by_ending(last, self.grammar)
        return not known or not wanted or known == wanted


def wanted_by(key: str, grammar: Grammar) -> str:
    """Return whom a pronoun can mean: a man, a woman, many; "" where it doesn't tell."""
    man, woman = key in grammar.masculine, key in grammar.feminine
    if key in grammar.many and not woman:
        return MANY
    return MAN if man and not woman else WOMAN if woman and not man else ""


def genders_of(key: str, grammar: Grammar) -> Sequence[str]:
    """Return whom a description means: a man, a woman, both where it does not tell; nobody where it is none.

    Compounds mean whom their last part does: "CDU-Politikerin".
    """
    bare = key.rpartition("'")[2]
    last = bare.rpartition("-")[2] if grammar.order.nouns_have_capitals else bare
    kinds = ((MAN, grammar.described_men), (WOMAN, grammar.described_women))
    return [gender for gender, words in kinds if last in words]


def _told_by_ending(last: str, grammar: Grammar) -> str:
    """Return whether a last name tells by its ending that it is a woman's or a man's, nothing where it doesn't."""
    return WOMAN if last.endswith(grammar.ends.women) else MAN if last.endswith(grammar.ends.men) else ""


def _starts(index: int) -> range:
    """Return where a role of up to three words that ends at `index` may begin, the longest first."""
    return range(max(0, index - 2), index + 1)
