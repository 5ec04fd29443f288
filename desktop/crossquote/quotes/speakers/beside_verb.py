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
from crossquote.quotes.speakers.manner import behind_manner, behind_ruled
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.quotes.speakers.objects_behind import object_begins
from crossquote.quotes.speakers.obliques import behind_oblique
from crossquote.quotes.speakers.participles import is_participle
from crossquote.quotes.speakers.passive import is_passive
from crossquote.quotes.speakers.unspaced import load_clause_rules
from crossquote.text.name_rules import load_name_rules
from crossquote.text.words import fold

_MEDIUM = 2
"""So many words are an article and the name of an agency in small letters: "der dpa"."""
_RULING = 4
"""So many words before a verb are at most a part of it."""
_APPOSED = 2
"""So many clauses before the last stands what an apposition between two commas belongs to."""
_REACH = 60
_LED = 2
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
        return _in_second_place(scene, cue, left, right)
    behind = first_clause(scene, right).words
    if order.verb_second:
        points_back = len(words) == 1 and words[0].key in grammar.anaphors
        return _whole(_after(behind, grammar)) if points_back else None
    passive = is_passive(scene, cue, Span(left.start, right.end))
    asked = cue.stance is Stance.ASKING and len(behind) > 1 and behind[0].key in grammar.obliques - grammar.speakers
    behind = behind[1:] if asked else behind  # "запитав його журналіст"
    words = () if _are_of_verb(scene, cue, words) else words
    found = None if passive or _is_named(scene, cue) else _free(words, behind, grammar)
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
    if words[at].key not in grammar.additive or not 0 < at < len(words) - 1 or not words[at + 1].capital:
        return False
    first = at
    while first and words[first - 1].capital:
        first -= 1
    led = 1 < first < at and words[first - 1].key in grammar.prepositions | grammar.links
    return led and grammar.is_role(words[first - 2].key)


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
    return found[: next(ends, len(found))]


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


def _in_second_place(scene: Scene, cue: CueMatch, left: Span, right: Span) -> Span | None:
    """Return the subject where nouns have capitals and the finite verb stands second: before it, or behind it."""
    grammar = scene.grammar
    words, behind = last_clause(scene, left).words, first_clause(scene, right).words
    if cue.lemma in grammar.quoting or (words and _is_relative(scene, words[0], grammar)):
        told = len(words) > 1 and words[0].key in grammar.oblique_determiners
        return _first_noun(words[1:], grammar) if told else None  # "…, dem Roe antwortete"
    if words and words[-1].key in grammar.additive:  # "… und hofft" has the subject of the verb before it
        return None
    if not words:
        return _first_noun(behind, grammar) if _is_asked(scene, left, grammar) else None
    second = _finite_at(words, grammar)
    if second < len(words) and words[second].key in grammar.passives:
        return None
    after = words[second + 1 :] if second < len(words) else behind
    if after and after[0].key in grammar.nominatives - grammar.ambiguous and not is_article(after, 0, grammar):
        return after[0].span
    behind_verb = _first_noun(after, grammar)
    leads = second and _leads(words[:second], grammar) and not _is_medium_told(scene, words[:second], behind_verb)
    return _whole(words[:second]) if leads else behind_verb


def _is_medium_told(scene: Scene, words: Sequence[Token], behind: Span | None) -> bool:
    """Tell whether words before a verb are a medium that whoever stands behind it tells something: "Der dpa sagte Roe".

    The article is that of a man, too: where no medium or body follows it, its noun speaks.
    """
    grammar = scene.grammar
    if behind is None or words[0].key not in grammar.determiners & grammar.links or len(words) == 1:
        return False
    bodies = load_name_rules(grammar.language).bodies
    ends = tuple(map(fold, grammar.language.lexicon.texts("titles", "body_ends")))
    body = any(word.key in bodies or word.key.endswith(ends) for word in words[1:])
    small = len(words) == _MEDIUM and not words[1].capital
    return (body or small) and speaks(scene, behind, grammar)


def _is_asked(scene: Scene, left: Span, grammar: Grammar) -> bool:
    """Tell whether a sentence begins with what somebody was asked: "Gefragt, warum das Tor zu sei, sagte …"."""
    first = next(iter(scene.words_in(left)), None)
    return first is not None and first.key in grammar.asked


def _is_relative(scene: Scene, word: Token, grammar: Grammar) -> bool:
    """Tell whether a word begins a relative clause, whose verb stands last."""
    if word.key not in grammar.relatives:
        return False
    return word.key not in grammar.determiners or word.span.start != scene.sentence_at(word.span.start).start


def _finite_at(words: Sequence[Token], grammar: Grammar) -> int:
    """Return the index of the finite verb among words before a cue, their number where the cue is it.

    A word that nobody knows is one where it stands between an adverb and an article: "Bislang gingen die Forscher".
    """
    known = next((at for at, word in enumerate(words) if word.key in grammar.finite), len(words))
    led = len(words) > _LED and _is_between(words[0], grammar) and not words[1].capital
    return 1 if known == len(words) and led and words[_LED].key in grammar.determiners else known


def _leads(words: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether the words before a finite verb are its subject, and not "dies" alone, which is what was said."""
    first = words[0]
    if first.key in grammar.adjuncts | grammar.subordinators | grammar.coordinators or grammar.is_adverb(first.key):
        return False
    if first.key in grammar.oblique_determiners:
        return False  # "Dem Sender sagte Roe", "Den Vorwurf wies Roe zurück"
    if len(words) == 1 and first.key in grammar.anaphors:
        return False
    return first.key in grammar.determiners | grammar.subjects or first.capital


def _first_noun(words: Sequence[Token], grammar: Grammar) -> Span | None:
    """Return the pronoun or noun that words begin with, behind adverbs."""
    start = next((at for at, word in enumerate(words) if not _is_between(word, grammar)), len(words))
    pronoun = start < len(words) and words[start].key in grammar.subjects and not is_article(words, start, grammar)
    end = start + 1 if pronoun else _noun_end(words, start, grammar)
    return _whole(words[start:end])


def is_article(words: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Tell whether a word that can be a subject has its noun right behind it: "erklärte das Amt"."""
    return at + 1 < len(words) and words[at].key in grammar.determiners and words[at + 1].capital


def _is_between(word: Token, grammar: Grammar) -> bool:
    """Tell whether a word may stand between a verb and its subject."""
    return word.key in grammar.adjuncts or grammar.is_adverb(word.key)


def _noun_end(words: Sequence[Token], start: int, grammar: Grammar) -> int:
    """Return the index after a noun with what describes it and what it rules: "der neue Chef der Wache im Hafen"."""
    end = start
    while end < len(words) and end < start + _DESCRIBING and not words[end].capital:
        end += 1
    while end < len(words):
        ahead = words[end + 1 : end + 1 + _DESCRIBED]
        genitive = words[end].key.endswith(grammar.ends.genitives) and bool(ahead) and ahead[0].capital
        ruled = words[end].key in grammar.linkers and any(word.capital for word in ahead)
        if not (words[end].capital or genitive or ruled):
            break
        end += 1
    return end
