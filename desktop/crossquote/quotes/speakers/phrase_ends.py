"""Where a noun phrase ends: before the next preposition, verb, or word that belongs to another."""

from collections.abc import Sequence

from crossquote.quotes.grammar import Grammar
from crossquote.quotes.speakers.clause import Clause
from crossquote.quotes.speakers.objects_behind import object_begins
from crossquote.text.marks import OPENING
from crossquote.text.name_rules import load_name_rules
from crossquote.text.names import Name
from crossquote.text.short_forms import is_declined_form, is_short_form
from crossquote.text.words import Word

_LONGEST = 12
_UNDER = 2
_DESCRIBING = 6
"""So many words describe who stands behind them at most, where their verb closes that."""
_CLOSING = frozenset("»”")


def behind_phrase(clause: Clause, index: int, grammar: Grammar) -> int:
    """Return the index after the last word of the phrase that begins at `index`."""
    words = clause.words
    titled = words[index].key in grammar.honorifics and index + 1 < len(words) and clause.capital(index + 1)
    alone = (grammar.speakers | grammar.neuter) - grammar.determiners | grammar.contracted
    if words[index].key in alone and not titled:
        return index + 1
    end = max(_behind_attribute(clause, index, grammar) + 1, _behind_one_of(clause, index, grammar))
    while end < len(words) and end - index < _LONGEST and not _is_closed(clause, index, end, grammar):
        if _object_begins(clause, index, end, grammar):
            end -= 1
            break
        if _noun_ends(clause, end, grammar):
            break
        end += 1
    while end - 1 > index and words[end - 1].key in grammar.links | grammar.determiners:
        end -= 1
    return end - 1 if _verb_closes(clause, index, end, grammar) else end


def _behind_one_of(clause: Clause, index: int, grammar: Grammar) -> int:
    """Return the index behind "one of" several people, where names have cases; `index` where none begins there.

    "один из экспертов", "jeden z urzędników".
    """
    words = clause.words
    if not grammar.order.names_inflect or index + 2 >= len(words) or words[index].key not in grammar.determiners:
        return index
    of_several = words[index + 1].key in grammar.prepositions and grammar.is_role(words[index + 2].key)
    return index + 3 if of_several and not clause.capital(index + 2) else index


def _is_closed(clause: Clause, first: int, index: int, grammar: Grammar) -> bool:
    """Tell whether the word at `index` can't belong to the phrase that begins at `first`."""
    words, key = clause.words, clause.words[index].key
    initial = len(key) == 1  # "Iván A. Duarte"
    if (initial or key in load_name_rules(grammar.language).particles) and _goes_on_a_name(clause, index):
        return False
    if key in grammar.additive and _is_inside_name(clause, index):
        return False  # "the Fish and Wildlife Service"
    return (
        (key in grammar.prepositions and key not in grammar.links)
        or object_begins(words, first, index, grammar)
        or _opens_relative(words, first, index, grammar)
        or grammar.closes_phrase(key)
        or _is_verb(clause, index, grammar)
        or _is_past(clause, first, index, grammar)
        or _tells_when(words, index, grammar)
        or _tells_how(words, first, index, grammar)
        or _name_ends(clause, index, grammar)
        or _is_another(clause, index, grammar)
        or _is_over(clause, index, grammar)
        or _marks_part(clause, index)
        or _marks_close(clause, first, index)
        or _article_hangs(words, index, grammar)
        or _article_begins(clause, index, grammar)
        or (index > first + 1 and key in grammar.nominative and not _is_surname(clause, index, grammar))
        or _another_titled(clause, index, grammar)
        or _is_told(clause, index, grammar)
        or _has_object(clause, first, index, grammar)
        or _is_role_of_another(clause, first, index, grammar)
    )


def _goes_on_a_name(clause: Clause, index: int) -> bool:
    """Tell whether a particle with a capital stands inside a name: "Mario Lo Verde"."""
    span = clause.words[index].span
    return clause.capital(index) and any(name.span.start < span.start < name.span.end for name in clause.names)


def _is_inside_name(clause: Clause, index: int) -> bool:
    """Tell whether a word stands inside a name, neither first nor last in it."""
    span = clause.words[index].span
    return any(name.span.start < span.start and span.end < name.span.end for name in clause.names)


def _is_surname(clause: Clause, index: int, grammar: Grammar) -> bool:
    """Tell whether what looks like a pronoun stands behind a particle with a capital: "Tomás Ó Sé"."""
    particle = clause.words[index - 1].key in load_name_rules(grammar.language).particles
    return particle and clause.capital(index - 1) and clause.capital(index)


def _is_told(clause: Clause, index: int, grammar: Grammar) -> bool:
    """Tell whether who is told something begins right behind a name, by its case: "rekla je Ana Rojić agenciji Beta".

    What it is called may stand before it: "Vulović KIM radiju".
    """
    words = clause.words
    if not grammar.order.names_inflect or not clause.capital(index - 1):
        return False
    if words[index].key in grammar.addressees:
        return True
    written = clause.text[words[index].span.start : words[index].span.end]
    if is_declined_form(written):
        return True  # "Vulović HRT-u"
    called = is_short_form(written)
    behind = index + 1 < len(words) and not clause.capital(index + 1) and words[index + 1].key in grammar.addressees
    return called and behind


def _has_object(clause: Clause, first: int, index: int, grammar: Grammar) -> bool:
    """Tell whether a verb that nobody listed stands behind a name, with its object behind it: "Roe addressed Hale".

    Where all is told by the order of words, only an ending shows it; elsewhere no noun stands between two names.
    """
    words, order, key = clause.words, grammar.order, clause.words[index].key
    free = (order.inverts or order.commas) and not (order.verb_last or order.verb_first or order.roles_behind)
    name = _name_before(clause, index)
    if name is None or clause.capital(index) or index + 1 == len(words) or key in grammar.links | grammar.determiners:
        return False
    if name.span.start != words[first].span.start or clause.text[name.span.start - 1 : name.span.start] in OPENING:
        return False  # "Predsednica Skupštine grada Ana Roe", "директор ООО «Торговый дом «Север» Иван Роу"
    small = grammar.is_adverb(key) or grammar.is_role(key) or key in grammar.additive | grammar.prepositions
    if small or not (free or (grammar.ends.past and key.endswith(grammar.ends.past))):
        return False
    after = words[index + 1].key
    named = clause.capital(index + 1)
    beside = grammar.prepositions | grammar.determiners | grammar.finite
    return named or (free and " " in name.key and after in beside)


def _is_role_of_another(clause: Clause, first: int, index: int, grammar: Grammar) -> bool:
    """Tell whether a role behind a name is whose case says that something is done to them: "Nowak | burmistrza Rynu".

    So is one before a further name: "Jan Nowak | minister Lis".
    """
    key, name = clause.words[index].key, _name_before(clause, index)
    order = grammar.order
    if name is None or not order.names_inflect or order.roles_behind or order.verb_last or clause.capital(index):
        return False
    if not grammar.is_role(key) or name.span.start < clause.words[first].span.start:
        return False
    full = " " in name.key
    if not full and name.span.start != clause.words[first].span.start:
        return False  # "Predsednik Veća ministara Ivan Roe"
    named = full and index + 1 < len(clause.words) and clause.capital(index + 1)
    return key not in grammar.roles or named


def _another_titled(clause: Clause, index: int, grammar: Grammar) -> bool:
    """Tell whether somebody else's title begins at `index`: "said Mr. Roe", but "der Papst", "mayor Sir Ian"."""
    words = clause.words
    if words[index].key not in grammar.honorifics or not clause.capital(index):
        return False
    return words[index - 1].key not in grammar.determiners and not clause.capital(index - 1)


def _noun_ends(clause: Clause, index: int, grammar: Grammar) -> bool:
    """Tell whether a noun was the last word of its phrase: where all have a capital, no small word follows it."""
    noun = clause.capital(index - 1) and clause.words[index - 1].key not in grammar.determiners
    small = not clause.capital(index) and clause.words[index].key not in grammar.links
    return grammar.order.nouns_have_capitals and noun and small


def _opens_relative(words: Sequence[Word], first: int, index: int, grammar: Grammar) -> bool:
    """Tell whether a pronoun that may be an article, too, opens a relative clause: "een bewoner die anoniem …"."""
    if words[index].key not in grammar.who or not grammar.order.verb_second or grammar.order.nouns_have_capitals:
        return False
    before = words[index - 1].key
    return before not in grammar.links and (index > first + 1 or before not in grammar.determiners)


def _article_hangs(words: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Tell whether an article hangs on the word at `index`, which opens another phrase: "in una nota l'azienda"."""
    article, apostrophe, _ = words[index].key.partition("'")
    leads = grammar.links | grammar.determiners | grammar.prepositions
    return bool(apostrophe) and f"{article}'" in grammar.determiners and words[index - 1].key not in leads


def _article_begins(clause: Clause, index: int, grammar: Grammar) -> bool:
    """Tell whether an article begins another phrase, where none has a case: "con i giornalisti | il sindaco".

    One that is a part of a name begins none: "Marine Le Pen", "Jan de Vries".
    """
    words, key = clause.words, clause.words[index].key
    if key not in grammar.definite - grammar.links or grammar.oblique_determiners or grammar.order.names_inflect:
        return False  # "cathaoirleach na comhairle"
    particle = key in load_name_rules(grammar.language).particles and clause.capital(index - 1)
    leads = grammar.links | grammar.determiners | grammar.prepositions | grammar.additive
    return not (particle or clause.capital(index)) and words[index - 1].key not in leads


def _is_over(clause: Clause, index: int, grammar: Grammar) -> bool:
    """Tell whether whom a phrase names is told, where roles stand behind: at an article, or at an object of the verb.

    "Kovács János miniszter egy …", "magyarázta Kovács döntését".
    """
    before, key = clause.words[index - 1].key, clause.words[index].key
    if key in grammar.determiners:
        return grammar.bears(before)
    return grammar.order.roles_behind and clause.capital(index - 1) and grammar.is_oblique(key)


def _marks_part(clause: Clause, index: int) -> bool:
    """Tell whether a mark opens right behind a person's name: "цитує Котика «Хвиля»", but "the paper “Tide”"."""
    before = clause.words[index - 1].span
    if not OPENING.intersection(clause.text[before.end : clause.words[index].span.start]):
        return False
    name = _name_before(clause, index)
    return name is not None and not name.span.of(clause.text).isupper()


def _name_before(clause: Clause, index: int) -> Name | None:
    """Return the name, if it is one for sure, that ends right before the word at `index`."""
    end = clause.words[index - 1].span.end
    return next((name for name in clause.names if name.span.end == end and name.sure), None)


def _marks_close(clause: Clause, first: int, index: int) -> bool:
    """Tell whether marks that opened before a phrase close in it: "im „Boten“ der Rat" has two."""
    words, text = clause.words, clause.text
    if not _CLOSING.intersection(text[words[index - 1].span.end : words[index].span.start]):
        return False
    return not OPENING.intersection(text[words[first].span.start : words[index - 1].span.end])


def _tells_when(words: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Tell whether words of time begin at `index`, where no capital shows that a name is over: "مساء الجمعة".

    Or whoever is told something, with the preposition joined to them: "لوكالة الأنباء".
    """
    before = [word.key for word in words[max(0, index - _UNDER) : index]]
    if grammar.order.caseless and grammar.is_addressed(words[index].key, before):
        return True
    timed = grammar.order.caseless and index + 1 < len(words) and words[index].key in grammar.adjuncts
    return timed and grammar.is_adverb(words[index + 1].key)


def _tells_how(words: Sequence[Word], first: int, index: int, grammar: Grammar) -> bool:
    """Tell whether a role is over before a day, or a word that makes another stronger: "zei de minister zeer boos"."""
    over = words[index].key in grammar.weekdays | grammar.stronger
    leads = (
        index + 1 < len(words) and words[index + 1].key in grammar.infinitive_openers
    )  # "zei de minister blij te zijn"
    return (over or leads) and index > first and grammar.is_role(words[index - 1].key)


def _behind_attribute(clause: Clause, index: int, grammar: Grammar) -> int:
    """Return the index of the noun behind an attribute that has nouns of its own: "der für den Hafen zuständige Rat".

    Where none stands behind the article at `index`, that is its own.
    """
    words = clause.words
    inner = words[index + 1].key if index + 1 < len(words) else ""
    if not grammar.order.nouns_have_capitals or words[index].key not in grammar.determiners:
        return index
    if inner not in grammar.prepositions and not inner[:1].isdigit():
        return index
    if inner[:1].isdigit() and _is_capital_role(clause, index + 2, grammar):
        return index + 2  # "der 54-Jährige"
    for at in range(index + 3, min(index + _LONGEST, len(words) - 1)):
        adjective = not clause.capital(at) and words[at].key.endswith(grammar.ends.adjectives)
        if adjective and clause.capital(at - 1) and clause.capital(at + 1):
            return at + 1
    return index


def _is_capital_role(clause: Clause, index: int, grammar: Grammar) -> bool:
    words = clause.words
    return index < len(words) and clause.capital(index) and grammar.is_role(words[index].key)


def _is_verb(clause: Clause, index: int, grammar: Grammar) -> bool:
    """Tell whether a word is a verb that the lexicon lists, and no name or role besides ("Will", "leads")."""
    word, after = clause.words[index], clause.words[index + 1 : index + 2]
    if after and after[0].key in grammar.reflexive_clitics and not clause.capital(index):
        return True  # "rzecznik spotkał się z nimi"
    if word.key.startswith(grammar.ends.objects) and not clause.capital(index):
        return True  # "la jeune femme s'inquiète"
    if word.span.start in clause.cues:
        return not grammar.is_role(word.key)
    return word.key in grammar.finite and not clause.capital(index)


def _is_past(clause: Clause, first: int, index: int, grammar: Grammar) -> bool:
    """Tell whether a verb that nobody listed stands behind a role, by its ending: "the company enjoyed profits"."""
    words, past = clause.words, grammar.ends.past
    if not past or not words[index].key.endswith(past) or clause.capital(index):
        return False
    led = words[first].key in grammar.determiners and grammar.is_role(words[index - 1].key)
    if clause.capital(index - 1):
        led = led and all(clause.capital(at) for at in range(first + 1, index))  # "The Harbour Guild dismissed"
    named = index + 1 < len(words) and clause.capital(index + 1)  # "a post signed Ana Roe"
    thing = not clause.capital(index - 1) and words[index - 1].key in load_name_rules(grammar.language).bodies
    named = named and thing
    return led and not named and len(words[index].key) > _UNDER + 2 and not grammar.is_role(words[index].key)


def _verb_closes(clause: Clause, first: int, end: int, grammar: Grammar) -> bool:
    """Tell whether a verb that nobody listed is the last word of a phrase, by its ending: "the protesters marched"."""
    words = clause.words
    last = words[end - 1].key
    if end - first < 3 or not grammar.ends.past or not last.endswith(grammar.ends.past) or grammar.is_role(last):
        return False
    beside = words[end - 2].key
    return not clause.capital(end - 1) and beside not in grammar.determiners | grammar.links and len(last) > 4


def _name_ends(clause: Clause, index: int, grammar: Grammar) -> bool:
    """Tell whether a name stands right before a small word that no role follows: it is the end of its phrase."""
    words = clause.words
    if clause.capital(index) or _is_base(words[index].key, grammar) or words[index].key in grammar.links:
        return False
    name = _name_before(clause, index)
    if name is None or _describes_body(name, words[index].key, grammar):
        return False
    alone = index < 2 or words[index - 2].key not in grammar.determiners  # "the Northern plan", but "Berg thinks"
    if not (grammar.order.names_inflect or name.title or " " in name.key or alone):
        return False
    return _verb_follows(clause, index, grammar, lone=" " not in name.key and not name.title)


def _describes_body(name: Name, key: str, grammar: Grammar) -> bool:
    """Tell whether a lone word with a capital is an adjective before a body in its case: "Северной | партии"."""
    ends = (*grammar.ends.declined, *grammar.ends.adjectives)
    adjective = grammar.order.names_inflect and " " not in name.key and name.key.endswith(ends)
    return adjective and grammar.is_role(key)


def _is_another(clause: Clause, index: int, grammar: Grammar) -> bool:
    """Tell whether another noun begins right behind a full name, as far as a verb that stands last shows.

    "Novruz Məmmədov Ermənistanın baş naziri …", "lideri Oya Təkinova hökuməti …".
    """
    if not grammar.order.verb_last or grammar.order.roles_behind:
        return False
    key = clause.words[index].key
    owners = any(key.removesuffix(end) in grammar.groups for end in grammar.ends.genitives if key.endswith(end))
    if owners and grammar.is_role(clause.words[index - 1].key):
        return True  # "Baş Nazir jurnalistlərin …"
    name = _name_before(clause, index)
    if name is None or " " not in name.key:
        return False
    called = key in grammar.honorifics | load_name_rules(grammar.language).particles
    if called:
        return False
    return clause.capital(index) or name.title is not None or _describes_another(clause, index, grammar)


def _describes_another(clause: Clause, index: int, grammar: Grammar) -> bool:
    """Tell whether what stands from `index` on describes somebody else: "Ali Demir kararı eleştiren Yılmaz için"."""
    words, ends = clause.words, grammar.ends.attributive
    near = range(index, min(index + _DESCRIBING, len(words) - 1)) if ends else range(0)
    return any(
        words[at].key.endswith(ends) and not clause.capital(at) and clause.capital(at + 1)
        for at in near
        if not (grammar.is_role(words[at].key) or grammar.is_adverb(words[at].key))
    )


def _verb_follows(clause: Clause, index: int, grammar: Grammar, *, lone: bool) -> bool:
    """Tell whether the word at `index`, after a name, is a verb rather than a noun; a `lone` name may be a land."""
    words = clause.words
    for at in range(index, min(index + 3, len(words))):
        if words[at].key in grammar.determiners:
            return True
        verb = lone and at > index and (words[at].key in grammar.finite or words[at].span.start in clause.cues)
        if verb or _is_base(words[at].key, grammar) or clause.capital(at):
            return False  # "Norlandic media have said": what stands before the verb is a noun
    return True


def _object_begins(clause: Clause, first: int, index: int, grammar: Grammar) -> bool:
    """Tell whether another noun begins at `index`: then a verb stands right before it ("the plan makes no mention").

    None does where the verb closes its clause: "পুলিশ সদর দপ্তরের একজন কর্মকর্তা".
    """
    if grammar.order.caseless and grammar.order.bare_clauses:
        return False
    words = clause.words
    least = 2 if words[first].key in grammar.indefinite else 3  # "One shows an image"
    if index - first < least or words[index].key not in grammar.determiners or clause.capital(index - 1):
        return False
    before = words[index - 1].key
    return before not in grammar.links | grammar.determiners | grammar.coordinators and not grammar.is_role(before)


def _is_base(key: str, grammar: Grammar) -> bool:
    """Tell whether a word is a role, and not in another case as the one who is told something is."""
    return key in grammar.roles if grammar.order.names_inflect else grammar.is_role(key)
