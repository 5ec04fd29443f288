"""Content before its cue at the end of the clause, as Turkish has it: "Bakan, köprünün açılacağını söyledi"."""

from collections.abc import Sequence
from itertools import takewhile

from msgspec.structs import replace

from crossquote.model.span import Span
from crossquote.quotes.cues import Governs
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.indirect.clauses import COLONS, QUOTE_MARKS, STOPS
from crossquote.quotes.indirect.complements import after_conjunction
from crossquote.quotes.indirect.cue_place import CuePlace, ReportedSpeech
from crossquote.quotes.indirect.extent import content_end, reported
from crossquote.quotes.indirect.forms import is_participle
from crossquote.quotes.indirect.references import points_back
from crossquote.quotes.page import Token
from crossquote.text.cldr import load_cldr
from crossquote.text.endings import COMMAS

_QUOTED = 2
"""So many tokens before a cue stands what its “deyə” follows."""
_GROUP = 2
"""So many words name several people at most ("mahalle sakinleri"); more with capitals are a role with a full name."""
_SUBJECT = 8
"""How many tokens a subject before a comma has at most."""


def around_verb(place: CuePlace) -> ReportedSpeech | None:
    """Read what a verb reports that closes its clause: before it, or behind a conjunction ("bildirib ki, …")."""
    if place.grammar.order.inverts:
        return before_cue(place) or behind_cue(place)
    if not place.among(place.last, place.grammar.conjunctions - place.grammar.quoted_by):
        return before_cue(place)
    found = after_conjunction(place)
    if found is None:
        return None
    if points_back(place, found):
        return None
    subject = _leading(place, place.first)
    speaker = _apposed(place, subject) or (place.span(0, subject) if subject else None)
    colon = next((n for n in range(place.last, place.size - 1) if _opens_quote(place, n)), None)
    cut = reported(place, place.last, colon) if colon is not None else None
    return replace(cut or found, speaker=speaker)


def _apposed(place: CuePlace, end: int) -> Span | None:
    """Return who stands behind a comma, with role and full name, behind another role: "…müavini, deputat Ana Roe"."""
    tokens = place.sentence.tokens[end + 1 : place.first]
    if not end or place.key(end) not in COMMAS or not tokens or not place.grammar.is_role(tokens[0].key):
        return None
    titled = list(takewhile(lambda token: token.word and place.grammar.is_role(token.key), tokens))
    named = list(takewhile(lambda token: token.word and token.capital, tokens[len(titled) :]))
    last = end + len(titled) + len(named)
    return place.span(end + 1, last + 1) if len(named) >= _GROUP and not _is_oblique(place, last) else None


def _opens_quote(place: CuePlace, index: int) -> bool:
    """Tell whether a colon stands at `index` with a quote behind it: "bildirib ki, … edir: “…”"."""
    return place.key(index) in COLONS and place.key(index + 1) in QUOTE_MARKS


def before_cue(place: CuePlace) -> ReportedSpeech | None:
    """Read "Bakan, köprünün açılacağını söyledi": subject, comma or none, nominal clause, cue."""
    endings = place.grammar.ends.complements
    closing = place.key(place.first - 1)
    if closing in place.grammar.adverbs and place.key(place.first - _QUOTED).endswith(endings):
        closing = place.key(place.first - _QUOTED)  # "… түскенін де хабарлады"
    if Governs.CLAUSE not in place.cue.governs or not closing.endswith(endings) or closing in place.grammar.adverbs:
        return None
    if closing in place.grammar.quoted_by and not place.word(place.first - _QUOTED):
        return _by_somebody_behind(place)
    if (
        place.word(place.last)
        and not place.grammar.order.inverts
        and not is_participle(place)
        and not any(first == place.last for first, _, _ in place.sentence.cues)
    ):
        return None
    start, speaker = _after_subject(place)
    content = place.span(start, place.first)
    return ReportedSpeech((content,), place.cue, place.span(0, speaker) if speaker else None) if content else None


def behind_cue(place: CuePlace) -> ReportedSpeech | None:
    """Read "Alkateak esan du zubia irekiko dela": the clause stands behind the verb, and its own verb tells it.

    A question word tells it, too; whoever is told stands before it.
    """
    grammar, end = place.grammar, content_end(place, place.last)
    start = place.last
    while start < end and grammar.is_oblique(place.key(start)):
        start += 1
    told = any(place.key(n).endswith(grammar.ends.complements) for n in range(start, end))
    if not (told or place.key(start) in grammar.questions):
        return None
    return reported(place, start, end)


def _by_somebody_behind(place: CuePlace) -> ReportedSpeech | None:
    """Read "Мектеп жабылды, деп хабарлады министрлік": a sentence, its particle behind a comma, who says it at the end.

    What stands in marks before the particle is no clause.
    """
    comma, end = place.first - _QUOTED, place.first_of(COMMAS | STOPS, place.last)
    quoted = any(token.quoted or token.key in QUOTE_MARKS for token in place.sentence.tokens[:comma])
    behind = place.sentence.tokens[place.last : end]
    if quoted or place.key(comma) not in COMMAS or not behind or not _names_somebody(behind, place.grammar):
        return None
    content = place.span(0, comma)
    return ReportedSpeech((content,), place.cue, place.with_mark(place.last, end)) if content else None


def _names_somebody(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether the last of some words is a name, a role or a body."""
    return tokens[-1].word and (tokens[-1].capital or grammar.is_role(tokens[-1].key))


def _after_subject(place: CuePlace) -> tuple[int, int]:
    """Return where the content begins, and the end of the subject (0 where there is none)."""
    comma = next((n for n in range(min(_SUBJECT, place.first)) if place.key(n) in COMMAS | STOPS), None)
    subject = comma if comma is not None and place.key(comma) in COMMAS and _may_end(place, comma) else 0
    before = [_behind_joint(place, last) for _, last, cue in place.sentence.cues[: place.number] if cue.verb]
    if not subject and not before and (leading := _leading(place, place.first - 1)):
        return leading, leading
    return max([subject + 1 if subject else 0, *before]), subject


def _may_end(place: CuePlace, comma: int) -> bool:
    """Tell whether a subject may end before a comma: no clause, no verb that reports another, nothing it reports."""
    told = (
        place.key(comma - 1).endswith(place.grammar.ends.complements) and not place.sentence.tokens[comma - 1].capital
    )
    return not (told or _is_finite(place, comma - 1) or any(last == comma for _, last, _ in place.sentence.cues))


def _behind_joint(place: CuePlace, index: int) -> int:
    """Return the index behind what joins two reports of one subject from `index` on: "…, lakin …"."""
    joint = COMMAS | place.grammar.coordinators | place.grammar.additive
    return next(n for n in range(index, place.size + 1) if place.key(n) not in joint)


def _is_finite(place: CuePlace, index: int) -> bool:
    """Tell whether a finite verb stands at `index`, which closes a clause and no subject: "qəbul edilməzsə, …"."""
    return place.key(index).endswith(place.grammar.ends.finite)


def _leading(place: CuePlace, before: int) -> int:
    """Return the end of a subject that no comma parts from what stands up to `before`; 0 where none leads.

    It is several people, or a role with a full name; where the forms of names tell subjects from what owns and from
    objects, a role, a body or a full name too.
    """
    keys = [place.key(number) for number in range(min(_SUBJECT, before))]
    many = (n + 1 for n in range(min(_GROUP, len(keys))) if {keys[n], " ".join(keys[: n + 1])} & place.grammar.groups)
    found = next(many, 0)
    if found:
        return found if place.word(found) else 0
    tokens = place.sentence.tokens[: len(keys)]
    named = list(takewhile(lambda token: token.word and token.capital and "'" not in token.key, tokens))
    roles = [place.grammar.is_role(token.key) for token in named]
    titled = any(roles[:-1]) and not roles[-1] and len(named) > _GROUP
    if titled and place.word(len(named)) and not _is_oblique(place, len(named) - 1):
        return len(named)
    return _shown_by_form(place, len(keys)) if place.grammar.ends.obliques else 0


def _shown_by_form(place: CuePlace, size: int) -> int:
    """Return the end of a role, body or full name that leads the first `size` tokens, 0 where its form is no subject's.

    Before a role stands what it is of; a noun behind it that is owned makes it an owner: "Hökumət üzvlərinin …".
    """
    grammar, tokens = place.grammar, place.sentence.tokens[:size]
    if tokens and tokens[0].key in (grammar.masculine | grammar.feminine) - grammar.determiners:
        return 1
    role = next((n for n, token in enumerate(tokens) if grammar.is_role(token.key)), None)
    keys = [token.key for token in tokens[: (role or 0) + 1]]
    phrase = (n for n in range(role or 0) if " ".join(keys[n:]) in grammar.roles)
    owners = tokens[: next(phrase, role or 0)]
    if role is None or not all(token.word and _may_lead(place, n) for n, token in enumerate(owners)):
        end = len(list(takewhile(lambda token: token.word and token.capital, tokens)))
        lands = load_cldr(grammar.language).territories  # "Кувейт Иран …": one accuses the other, of whom it tells
        initial = end == 1 and "." in place.key(0)  # "E.Salmanlı"
        named = (end >= _GROUP or initial) and place.key(0) not in lands
        return end if named and place.word(end) and not _is_oblique(place, end - 1) else 0
    end = _behind_title(tokens, role, grammar)
    return end if place.word(end) and not (_is_owner(place, end - 1) or _is_oblique(place, end - 1)) else 0


def _is_owner(place: CuePlace, index: int) -> bool:
    """Tell whether a role or body owns the noun behind it: "Polis müdürünün …", but "Bakanlık sözcüsü köprünün …"."""
    grammar, head, behind = place.grammar, place.key(index), place.key(index + 1)
    if not (grammar.is_role(head) and behind.endswith(grammar.ends.owned)):
        return False
    bare = (behind.removesuffix(end) for end in grammar.ends.genitives if behind.endswith(end))
    return not grammar.is_owned_role(head) or any(map(grammar.is_role, bare))


def _behind_title(tokens: Sequence[Token], role: int, grammar: Grammar) -> int:
    """Return the index behind the titles that begin at `role` and the name that they stand before."""
    titled = list(takewhile(lambda token: token.word and grammar.is_role(token.key), tokens[role:]))
    name = role + len(titled)
    end = name + len(list(takewhile(lambda token: _is_of_name(token, grammar), tokens[name:])))
    if end > name:
        return end
    keys = [title.key for title in titled]
    whole = next((n for n in range(len(keys), 1, -1) if " ".join(keys[:n]) in grammar.roles), 0)  # "mərkəzi bank"
    owned = (n + 1 for n, key in enumerate(keys) if grammar.is_owned_role(key))
    return role + (whole or next(owned, len(titled)))  # "Милиция өкүлү айдоочу мас болгонун": another follows


def _is_of_name(token: Token, grammar: Grammar) -> bool:
    """Tell whether a word behind a title can be of its bearer's name: it has a capital and is no land that owns."""
    lands = load_cldr(grammar.language).territories
    owner = any(token.key.removesuffix(end) in lands for end in grammar.ends.genitives if token.key.endswith(end))
    return token.word and token.capital and not owner  # "Dövlətimizin başçısı Azərbaycanın …"


def _may_lead(place: CuePlace, index: int) -> bool:
    """Tell whether a word before a role says whose or of what it is: a name, or a noun that owns."""
    token, grammar = place.sentence.tokens[index], place.grammar
    if grammar.is_adverb(token.key) or token.key in grammar.times:
        return False
    return token.capital or token.key.endswith(grammar.ends.genitives)


def _is_oblique(place: CuePlace, index: int) -> bool:
    """Tell whether a name at `index` is by its ending no subject: "Lavrovun"."""
    return place.grammar.is_oblique_name(place.key(index))
