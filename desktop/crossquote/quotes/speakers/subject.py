"""Who does what a cue says: the subject of "said", beside it or across the clauses between them."""

from collections.abc import Sequence
from functools import lru_cache

from crossquote.deferred import Made
from crossquote.identity import ByIdentity
from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch, Governs
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.scene import BLOT, Scene
from crossquote.quotes.speakers.before_apposition import led_by, named_before_apposition
from crossquote.quotes.speakers.behind_verb import nearest_right
from crossquote.quotes.speakers.beside_cue import beside_cue
from crossquote.quotes.speakers.beside_verb import words_beside
from crossquote.quotes.speakers.clause import Clause, cut_clauses, first_clause, last_clause
from crossquote.quotes.speakers.head_names import speaks
from crossquote.quotes.speakers.joint_speakers import with_partners
from crossquote.quotes.speakers.marked_subject import behind_postpositions, marked_subject
from crossquote.quotes.speakers.mentions import names_anybody
from crossquote.quotes.speakers.named_words import is_named_by, parts_name
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.quotes.speakers.objects_behind import is_in_report, is_within_report
from crossquote.quotes.speakers.obliques import without_obliques
from crossquote.quotes.speakers.office_complements import behind_complement, held_by, in_brackets
from crossquote.quotes.speakers.offices import load_office_rules
from crossquote.quotes.speakers.owners import behind_noun, is_own, of_sender, owner_beside, owner_of
from crossquote.quotes.speakers.relative_sources import antecedent, has_relative, is_relative, taken_up, word_before
from crossquote.quotes.speakers.trimmed import (
    alone,
    before_own_verb,
    behind_opener,
    behind_verb,
    is_told,
    without_shared_verb,
)
from crossquote.quotes.speakers.unspaced import load_clause_rules
from crossquote.quotes.speakers.verb_subject import of_verb
from crossquote.quotes.speakers.whole_mentions import whole_mention
from crossquote.quotes.speakers.whole_titles import with_whole_title
from crossquote.quotes.when import without_when
from crossquote.text.blanks import letter_before
from crossquote.text.words import fold

_JOINT = 12
_NEAR = 16
"""So many letters behind a noun stand words in marks at most that it announces: "Roe’s call to “act”"."""
_FEW = 4
"""So many words name a source at most that nobody knows for a name or a role."""
_OWN = 2
"""So many words open a source that is somebody's own account: "ses propres mots"."""
_GAPS = (" ", "\u00a0", "\n", "-")


def find_subject(scene: Scene, cue: CueMatch, bounds: Span) -> Span | None:
    """Return where the subject of `cue` is named within `bounds`, a sentence or the part of it between two quotes."""
    return _subjects(ByIdentity(scene))[cue, bounds]


@lru_cache(maxsize=4)
def _subjects(seen: ByIdentity[Scene]) -> Made[tuple[CueMatch, Span], Span | None]:
    """Return the subjects in one scene, each found once: every quote of a sentence asks for that of each verb in it."""
    return Made(lambda asked: _find_subject(seen.value, *asked))


def _find_subject(scene: Scene, cue: CueMatch, bounds: Span) -> Span | None:
    if cue.verb and scene.grammar.holds_subject(fold(cue.span.of(scene.text))):
        return None
    found = _find_one(scene, cue, bounds)
    if cue.verb and (found is None or _is_object(scene, cue, found)):
        return taken_up(scene, cue.span)
    if found is not None and not (cue.verb and is_told(scene, cue, found)) and _is_by_own(scene, found):
        return _whose_own(scene, cue, scene.grammar)
    found = whole_mention(scene, found) if found is not None else None
    if found is None or (cue.verb and is_told(scene, cue, found)) or not names_anybody(scene, found):
        return None
    if not cue.verb:
        return with_whole_title(scene, alone(scene, found))
    found = without_shared_verb(scene, alone(scene, found), cue.span)
    found = with_whole_title(scene, behind_opener(scene, found))
    found = in_brackets(scene, held_by(scene, behind_complement(scene, behind_noun(scene, found), cue), cue))
    return with_partners(scene, found, cue.span)


def _is_object(scene: Scene, cue: CueMatch, found: Span) -> bool:
    """Tell whether a thing behind a verb is its object: its subject is the relative pronoun before it, or that of "y".

    "un'immagine che ricorda i messaggi: …", "“…”; y exigió la liberación".
    """
    small = (word.span.start for word in scene.words_in(found)[1:] if word.key in scene.grammar.links)
    head = Span(found.start, max(found.start, next(small, found.end)))  # "el tono | de Roe"
    if found.start < cue.span.end or speaks(scene, head, scene.grammar) or not scene.grammar.order.inverts:
        return False
    before = word_before(scene, cue.span)
    return before is not None and (before.key in scene.grammar.additive or is_relative(scene, before))


def _find_one(scene: Scene, cue: CueMatch, bounds: Span) -> Span | None:
    """Return the words beside a verb, where they can be its subject, else whom its sentence names; else those words."""
    left, right = beside_cue(scene, cue, bounds)
    own = owner_beside(scene, left, right) if cue.verb and _leads_to_marks(scene, cue) else None
    if own is not None:
        return own
    if cue.lemma in scene.grammar.owned:
        return of_sender(scene, left)
    marked = _shown(scene, cue, left) if cue.verb else None
    if marked is not None:
        return marked
    near = words_beside(scene, cue, left, right) if cue.verb and not is_noun(scene, cue) else None
    leads = near is not None and near.end <= cue.span.start
    near = behind_postpositions(scene, near) if near is not None and leads else near
    near = without_obliques(scene, near) if near is not None and not _is_object_behind(scene, cue, near) else None
    found = _find_subject_named(scene, cue, bounds)
    if near is None and found is not None and is_in_report(scene, cue, found):
        return None
    return found if near is None else _choose(scene, cue, near, found)


def _leads_to_marks(scene: Scene, cue: CueMatch) -> bool:
    """Tell whether words in marks stand close behind a cue."""
    return BLOT in scene.masked[cue.span.end : cue.span.end + _NEAR]


def _shown(scene: Scene, cue: CueMatch, left: Span) -> Span | None:
    """Return whom a particle, or an apposition before a verb, shows to be its subject."""
    return marked_subject(scene, left) or named_before_apposition(scene, left) or led_by(scene, cue.span)


def _choose(scene: Scene, cue: CueMatch, near: Span, found: Span | None) -> Span:
    """Return the words beside a verb or whom its sentence names, whichever is the subject."""
    if scene.grammar.order.caseless:
        near = _without_circumstances(scene, _behind_circumstance(scene, near))
    if found is not None and near.end <= cue.span.start and is_within_report(scene, cue, found):
        found = None  # "El lucense insistió en que el gobierno …"
    beyond = found is not None and found.start > near.end > cue.span.end and not names_anybody(scene, near)
    if found is not None and (beyond or parts_name(scene, found, near) or is_named_by(scene, found, near)):
        return found  # "dijo el miércoles, en Vilanova, el ministro"
    near = behind_noun(scene, _without_circumstances(scene, near))
    if _can_be_subject(scene, near, cue) and not _in_commas(scene, near, cue):
        return near
    return found if found is not None and (speaks(scene, found, scene.grammar) or _is_expletive(scene, near)) else near


def _find_subject_named(scene: Scene, cue: CueMatch, bounds: Span) -> Span | None:
    found = _find_named(scene, cue, bounds)
    return without_obliques(scene, found) if found is not None and cue.verb else found


def _find_named(scene: Scene, cue: CueMatch, bounds: Span) -> Span | None:
    grammar = scene.grammar
    left, right = beside_cue(scene, cue, bounds)
    if Governs.PREPOSITION in cue.governs:
        if has_relative(scene, cue.span):
            return antecedent(scene, cue.span)
        source = pronoun_of(scene, cue, grammar) or _under_article(scene, right, grammar)
        source = source or nearest_right(scene, _behind_second(scene, right, grammar), grammar)
        return _without_lead(scene, behind_noun(scene, source)) if source is not None else None
    if Governs.POSTPOSITION in cue.governs:
        return _last(cut_clauses(scene, left), grammar) or _all_before(scene, left)
    if is_noun(scene, cue):
        return _of_noun(scene, cue, left, right, grammar)
    found = of_verb(scene, cue, left, right, grammar)
    return _source(scene, left, right, grammar) if _expletive(scene, cue, found, grammar) else found


def _without_lead(scene: Scene, source: Span) -> Span:
    """Return a source without a preposition before it: "nach Berechnungen von Analysten", but "von der Leyen"."""
    words = scene.words_in(source)
    led = len(words) > 1 and not words[0].capital and words[0].key in scene.grammar.prepositions
    named = any(name.span.start == source.start for name in scene.names_in(source))
    return Span(words[1].span.start, source.end) if led and not named else source


def _under_article(scene: Scene, right: Span, grammar: Grammar) -> Span | None:
    """Return the source right behind its preposition, whose article shows its case: "σύμφωνα με τον εκπρόσωπο"."""
    clause = first_clause(scene, right)
    if not clause.words or clause.words[0].key not in grammar.oblique_determiners or grammar.order.nouns_have_capitals:
        return None
    first = next(phrases(clause, grammar, governed=True), None)
    return first if first is not None and first.start == clause.words[0].span.start else None


def choose_subject(scene: Scene, cue: CueMatch, near: Span | None, content: Sequence[Span]) -> Span | None:
    """Return who does what `cue` says, which reports `content`; `near` is whom the words of a source name."""
    if near is not None and _is_by_own(scene, near):
        return _whose_own(scene, cue, scene.grammar)
    if near is not None and not cue.verb:
        before = Span(scene.sentence_at(cue.span.start).start, cue.span.start)
        told = without_when(scene, near)
        told = behind_verb(scene, before_own_verb(scene, told)) if told is not None else None
        if told is None:
            return None
        source = owner_of(scene, before) or behind_noun(scene, _without_lead(scene, told))
        return source if names_anybody(scene, source) else None
    if near is None and Governs.PREPOSITION in cue.governs and load_clause_rules(scene.language) is not None:
        return None  # "据了解，…"
    return near or find_subject(scene, cue, _beside_content(scene.sentence_at(cue.span.start), cue, content))


def _beside_content(sentence: Span, cue: CueMatch, content: Sequence[Span]) -> Span:
    """Return the stretch of a sentence around a cue that holds nothing of what is reported."""
    start = max((span.end for span in content if span.end <= cue.span.start), default=sentence.start)
    end = min((span.start for span in content if span.start >= cue.span.end), default=sentence.end)
    return Span(max(start, sentence.start), min(end, sentence.end))


def _behind_circumstance(scene: Scene, near: Span) -> Span:
    """Return words beside a cue behind what says when and where, up to a comma: "پیش از این، رئیس جمهور"."""
    grammar, words = scene.grammar, scene.words_in(near)
    comma = scene.masked.find("،", near.start, near.end)
    opens = bool(words) and (words[0].key in grammar.adjuncts | grammar.times or grammar.is_adverb(words[0].key))
    after = next((word for word in words if word.span.start > comma), None)
    if comma < 0 or not opens or after is None:
        return near
    return _behind_circumstance(scene, Span(after.span.start, near.end))


def _without_circumstances(scene: Scene, near: Span) -> Span:
    """Return words beside a cue without what says when and where: "the government on Sunday"."""
    words = scene.words_in(near)
    small = scene.grammar.prepositions - scene.grammar.links
    named = {name.span.end for name in scene.names_in(near)}
    cut = next(
        (
            at
            for at, word in enumerate(words)
            if at and (word.key in small or (word.key in scene.grammar.determiners and words[at - 1].span.end in named))
        ),
        len(words),
    )
    if not 0 < cut < len(words):
        return near
    rest = Span(near.start, words[cut - 1].span.end)
    if scene.grammar.order.caseless:
        return rest  # no capital tells where a name ends
    if not (words[cut - 1].capital or scene.grammar.is_role(words[cut - 1].key) or cut == 1):
        return near  # "a source familiar with the plan"
    return rest if speaks(scene, rest, scene.grammar) else near


def _in_commas(scene: Scene, mention: Span, cue: CueMatch) -> bool:
    """Tell whether words before a cue stand between commas: they only say more of somebody named before them."""
    if scene.grammar.order.verb_second or not mention.end <= cue.span.start:
        return False
    behind = scene.masked[mention.end : cue.span.start].strip()
    return behind.startswith(",") and letter_before(scene.masked, mention.start) == ","


def _after_and(scene: Scene, cue: CueMatch) -> bool:
    """Tell whether a verb stands right after "and": it has the subject of the verb before it."""
    before = next(reversed(scene.words_in(Span(max(0, cue.span.start - _JOINT), cue.span.start))), None)
    return before is not None and before.key in scene.grammar.additive


def _is_object_behind(scene: Scene, cue: CueMatch, near: Span) -> bool:
    """Tell whether small words behind "and" and a verb are its object, by their case: "i wezwał mieszkańców"."""
    if near.start < cue.span.end or not scene.grammar.order.names_inflect or not _after_and(scene, cue):
        return False
    return not any(word.capital or word.key in scene.grammar.roles for word in scene.words_in(near))


def _can_be_subject(scene: Scene, mention: Span, cue: CueMatch) -> bool:
    """Tell whether words beside a cue can be its subject: no day or place, no participle, no part of the verb."""
    grammar = scene.grammar
    words = [word for word in scene.words_in(mention) if not grammar.is_adverb(word.key)]
    if not words or words[0].key in grammar.adjuncts | grammar.expletives | grammar.oblique_determiners:
        return False
    oblique = words[-1].key.endswith(grammar.ends.obliques)
    if oblique or (mention.start >= cue.span.end and _after_and(scene, cue)):
        return False
    if not words[0].capital and words[0].key.endswith(grammar.ends.participles):
        return False
    if len(words) == 1 and words[0].key in load_office_rules(scene.language).definite - grammar.pronouns:
        return False  # "The" of a phrase whose noun stands in marks
    if len(words) == 1 and any(cue.verb and cue.span.start == words[0].span.start for cue in scene.cues_in(mention)):
        return False
    return not grammar.order.nouns_have_capitals or speaks(scene, mention, grammar)


def _is_expletive(scene: Scene, mention: Span) -> bool:
    return fold(mention.of(scene.text)) in scene.grammar.expletives


def pronoun_of(scene: Scene, cue: CueMatch, grammar: Grammar) -> Span | None:
    """Return the pronoun in a cue or right after it: "selon lui", "по его словам"."""
    near = Span(cue.span.start, min(len(scene.text), cue.span.end + 10))
    for word in scene.words_in(near):
        if word.key in grammar.obliques and word.span.start <= cue.span.end + 1:
            owns = word.key in grammar.determiners and scene.masked[word.span.end : word.span.end + 1] in _GAPS
            return None if owns and not cue.span.contains(word.span) else word.span
    return None


def is_noun(scene: Scene, cue: CueMatch) -> bool:
    """Tell whether a cue is a noun here: by the lexicon, or by its capital where nouns have one."""
    if not cue.verb:
        return Governs.NOUN_COMPLEMENT in cue.governs
    grammar = scene.grammar
    start = cue.span.start
    return grammar.order.nouns_have_capitals and scene.text[start].isupper() and scene.sentence_at(start).start != start


def _expletive(scene: Scene, cue: CueMatch, found: Span | None, grammar: Grammar) -> bool:
    """Tell whether the subject is an empty "it" ("heißt es in …"): then a source is named instead."""
    own = fold(cue.span.of(scene.text)).rsplit(None, 1)[-1]
    return own in grammar.expletives or (found is not None and _is_expletive(scene, found))


def _source(scene: Scene, left: Span, right: Span, grammar: Grammar) -> Span | None:
    """Return the document or place that an impersonal report names after its cue or before it."""
    before = cut_clauses(scene, left)
    opens = before[0].words and before[0].words[0].key in grammar.prepositions
    behind, ahead = first_clause(scene, right), before[0] if opens else before[-1]
    told = bool(behind.words) and behind.words[0].key in grammar.prepositions  # "…, heißt es in Kreisen"
    for clause in (behind, ahead) if told else (ahead, behind):
        free = set(phrases(clause, grammar))
        found = next((phrase for phrase in phrases(clause, grammar, governed=True) if phrase not in free), None)
        small = grammar.expletives | grammar.determiners | grammar.anaphors
        if found is not None and fold(found.of(scene.text)) not in small:
            return found
    return None


def _last(clauses: Sequence[Clause], grammar: Grammar) -> Span | None:
    found = list(phrases(clauses[-1], grammar))
    return found[-1] if found else None


def _all_before(scene: Scene, left: Span) -> Span | None:
    """Return all words of the clause before a cue, where no capital shows which of them is a name: "মন্ত্রীর বক্তব্য".

    Or a few, where the verb stands last and so whoever says something leads: "Haren hitzetan", "Jon Roeren esanetan".
    """
    words, order = last_clause(scene, left).words, scene.grammar.order
    if not words or not ((order.caseless and order.bare_clauses) or (order.verb_last and len(words) <= _FEW)):
        return None
    return Span(words[0].span.start, words[-1].span.end)


def _behind_second(scene: Scene, right: Span, grammar: Grammar) -> Span:
    """Return what stands behind a preposition without another one that goes with it: "згідно з даними поліції"."""
    first = next(iter(first_clause(scene, right).words), None)
    second = first is not None and grammar.order.names_inflect and first.key in grammar.prepositions
    return Span(first.span.end, right.end) if first is not None and second else right


def _of_noun(scene: Scene, cue: CueMatch, left: Span, right: Span, grammar: Grammar) -> Span | None:
    """Return whose statement it is: "a statement from X", "X's claim"; else the document, or the clause's subject."""
    if is_own(scene, left, grammar):
        return _whose_own(scene, cue, grammar)
    owner = owner_of(scene, left)
    if owner is not None:
        return owner
    before = scene.words_in(Span(left.start, cue.span.start))[-4:]
    at = next((at for at in range(len(before) - 1, -1, -1) if before[at].key in grammar.prepositions), None)
    described = at is not None and at > 0 and before[at - 1].key in grammar.determiners  # "eine in Rom verlesene …"
    preposition = None if at is None or described else before[at]
    if preposition is None:
        found = next(phrases(last_clause(scene, left), grammar), None) or _all_before(scene, left)
        return found or nearest_right(scene, right, grammar)
    clause = first_clause(scene, right)
    owner = next(phrases(clause, grammar, governed=True), None)
    between = [word.key for word in clause.words if owner is not None and word.span.end <= owner.start]
    if owner is not None and owner.start - cue.span.end <= 6 and all(key in grammar.links for key in between):
        return owner
    who = grammar.who - grammar.determiners  # "a quien el informe ubicó"
    behind = [word for word in before[(at or 0) + 1 :] if word.key not in who]
    return Span(behind[0].span.start, cue.span.end) if behind else None


def _is_by_own(scene: Scene, source: Span) -> bool:
    """Tell whether a source is somebody's own account: "nach eigenen Angaben", "selon ses propres mots"."""
    grammar = scene.grammar
    words = scene.words_in(source)[:_OWN]
    return any(word.key in grammar.own for word in words) and not speaks(scene, source, grammar)


def _whose_own(scene: Scene, cue: CueMatch, grammar: Grammar) -> Span | None:
    """Return whose "own words" are meant: who says something in the sentence, else who begins it."""
    sentence = scene.sentence_at(cue.span.start)
    others = (other for other in scene.cues_in(sentence) if other.verb and not is_noun(scene, other))
    said = (of_verb(scene, other, *_around(sentence, other.span), grammar) for other in others)
    found = next((mention for mention in said if mention is not None and speaks(scene, mention, grammar)), None)
    first = [phrase for clause in cut_clauses(scene, sentence) for phrase in phrases(clause, grammar)]
    leading = next((phrase for phrase in first if speaks(scene, phrase, grammar)), None)
    return found or leading or next(iter(first), None)


def _around(bounds: Span, place: Span) -> tuple[Span, Span]:
    return Span(bounds.start, place.start), Span(place.end, max(place.end, bounds.end))


def segment(scene: Scene, sentence: Span, place: Span) -> Span:
    """Return the part of `sentence` around `place` that no quote interrupts."""
    start = scene.masked.rfind(BLOT, sentence.start, place.start) + 1 or sentence.start
    end = scene.masked.find(BLOT, place.end, sentence.end)
    return Span(start, end if end >= 0 else sentence.end)
