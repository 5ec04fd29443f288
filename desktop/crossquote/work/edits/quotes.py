"""Edits of quotes and utterances: mark, correct, join, part, give what was really said. Each is one named step."""

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from msgspec.structs import replace

from crossquote.language.language import language_of
from crossquote.message import Message, message
from crossquote.model.changes import Changes
from crossquote.model.quote import Cue, Quote, QuoteKind, Speaker, Stance, quote_id
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.model.utterances import holding, quotes_of
from crossquote.progress import Work
from crossquote.quotes.cues import load_cues
from crossquote.work.edits.step_names import named
from crossquote.work.edits.wanted import place_of, wanted
from crossquote.work.session import Session
from crossquote.work.stages.find_quotes import with_corrections
from crossquote.work.stages.pipeline import refresh, settle


def mark_quote(
    session: Session,
    article_id: str,
    span: Span,
    speaker: str = "",
    kind: QuoteKind = QuoteKind.DIRECT,
    beside: str | None = None,
) -> Work[Changes]:
    """Take the text that the user selected in an article as a quote.

    It belongs to the utterance of the quote `beside`, to one of its own where that is empty, and to whichever the
    program finds where the user does not say.
    """
    quote = marked(session.state, article_id, span, speaker, kind)
    home = _mates(session.state, beside) if beside else frozenset()
    state = _placed(session.state, quote.id, beside) if beside else session.state
    changes = yield from _correct(session, state, quote, message("did.mark-quote"))
    return changes if beside is None else changes | (yield from _keep_to(session, (quote.id,), home))


def marked(state: State, article_id: str, span: Span, speaker: str = "", kind: QuoteKind = QuoteKind.DIRECT) -> Quote:
    """Return the quote that a stretch of an article is as soon as the user marks it."""
    article = wanted(state.articles, article_id)
    said_by = Speaker(None, speaker) if speaker else None
    id_ = quote_id(article_id, span)
    return Quote(id_, article_id, (span,), kind, said_by, language=article.language)


def unmark_quotes(session: Session, quote_ids: Collection[str]) -> Work[Changes]:
    """Take it from the user that these are no quotes: one step, however many there are."""
    state = session.state
    articles = [wanted(state.quotes, quote_id).article for quote_id in quote_ids]
    state = with_corrections(state, dict.fromkeys(quote_ids))
    return (yield from settle(session, state, named(message("did.no-quote"), state, next(iter(articles), ""))))


def correct_quote(
    session: Session,
    quote_id: str,
    *,
    span: Span | None = None,
    kind: QuoteKind | None = None,
    speaker: str | None = None,
) -> Work[Changes]:
    """Correct where a quote stands, its kind, or its speaker (an empty name: the article does not say)."""
    quote = wanted(session.state.quotes, quote_id)
    if span is not None:
        quote = replace(quote, spans=(span,))
    if kind is not None:
        quote = replace(quote, kind=kind)
    if speaker is not None:
        quote = replace(quote, speaker=Speaker(None, speaker) if speaker else None)
    return (yield from _correct(session, session.state, quote, message("did.correct-quote")))


def move_bounds(session: Session, quote_id: str, spans: tuple[Span, ...]) -> Work[Changes]:
    """Let a quote stand at `spans` of its article; nothing happens where they are its own."""
    quote = wanted(session.state.quotes, quote_id)
    if quote.spans == spans:
        return Changes()
    return (yield from _correct(session, session.state, replace(quote, spans=spans), message("did.move-bounds")))


def name_speaker(session: Session, quote_id: str, mention: Span) -> Work[Changes]:
    """Take the words at `mention`, in a quote's article, as who says it."""
    quote = wanted(session.state.quotes, quote_id)
    name = mention.of(wanted(session.state.articles, quote.article).text)
    quote = replace(quote, speaker=Speaker(mention, name))
    return (yield from _correct(session, session.state, quote, message("did.name-speaker", name=name)))


def give_cue(session: Session, quote_id: str, place: Span) -> Work[Changes]:
    """Take the words at `place`, in a quote's article, as those that say that it is said.

    How the reporter stands to the words is what the lexicon says of a cue there; neutral, where it knows none.
    """
    quote = wanted(session.state.quotes, quote_id)
    article = wanted(session.state.articles, quote.article)
    known = load_cues(language_of(article.language)).find(article.text, place.start, place.end)
    stance = next((cue.stance for cue in known), Stance.NEUTRAL)
    quote = replace(quote, cue=Cue(place, stance))
    return (yield from _correct(session, session.state, quote, message("did.give-cue", cue=place.of(article.text))))


def _correct(session: Session, state: State, quote: Quote, step: Message) -> Work[Changes]:
    wanted(state.articles, quote.article)
    state = with_corrections(state, {quote.id: quote})
    return (yield from settle(session, state, named(step, state, quote.article)))


def join_quotes(session: Session, quote_id: str, other_id: str) -> Work[Changes]:
    """Bring a quote, and those that the program keeps with it, to the utterance of another."""
    state = session.state
    state = _merged(state, _mates(state, quote_id) | _mates(state, other_id), other_id)
    return (yield from settle(session, state, named(message("did.join-quotes"), state, quote_id)))


def move_quote(session: Session, quote_id: str, other_id: str) -> Work[Changes]:
    """Bring one quote, and no other, to the utterance of the quote `other_id`."""
    wanted(session.state.quotes, quote_id)
    home = _mates(session.state, other_id)
    state = _placed(session.state, quote_id, other_id)
    changes = yield from settle(session, state, named(message("did.move-quote"), state, quote_id))
    return changes | (yield from _keep_to(session, (quote_id,), home))


def _placed(state: State, quote_id: str, other_id: str) -> State:
    """Return `state` where a quote stands with the quote `other_id`, and no longer with its mates."""
    target = _mates(state, other_id) | {quote_id}
    state = _without(state, (quote_id,), _mates(state, quote_id) - target)
    return _held_together(state, (quote_id,), other_id, target)


def part_quote(session: Session, quote_id: str) -> Work[Changes]:
    """Take a quote out of its utterance: it is an utterance of its own from now on."""
    state = session.state
    state = _without(state, (quote_id,), _mates(state, quote_id) - {quote_id})
    joined = {one: other for one, other in state.joined.items() if quote_id not in (one, other)}
    state = replace(state, joined=MappingProxyType(joined))
    changes = yield from settle(session, state, named(message("did.part-quote"), state, quote_id))
    return changes | (yield from _keep_to(session, (quote_id,)))


def move_rendition(session: Session, utterance_id: str, article_id: str, other_id: str) -> Work[Changes]:
    """Bring all quotes of one article in an utterance to the utterance of the quote `other_id`."""
    state = session.state
    moved = quotes_of_article(state, utterance_id, article_id)
    target = _mates(state, other_id) | set(moved)
    state = _without(state, moved, _quotes_of(state, utterance_id) - target)
    state = _held_together(state, moved, other_id, target)
    changes = yield from settle(session, state, named(message("did.move-rendition"), state, article_id))
    return changes | (yield from _keep_to(session, moved, target))


def part_rendition(session: Session, utterance_id: str, article_id: str) -> Work[Changes]:
    """Take all quotes of one article out of an utterance: together they are an utterance of their own from now on."""
    state = session.state
    moved = quotes_of_article(state, utterance_id, article_id)
    state = _without(state, moved, _quotes_of(state, utterance_id) - set(moved))
    kept = dict.fromkeys(moved[1:], moved[0])
    state = replace(state, joined=MappingProxyType({**state.joined, **kept}))
    changes = yield from settle(session, state, named(message("did.part-rendition"), state, article_id))
    return changes | (yield from _keep_to(session, moved))


def _keep_to(session: Session, moved: Iterable[str], home: Iterable[str] = ()) -> Work[Changes]:
    """Part quotes from whatever the program brings them to besides `home`, the quotes that the user put them with.

    Likeness could else bring another utterance after a quote that the user took away from it.
    """
    changes, kept = Changes(), {*moved, *home}
    while others := set().union(*(_mates(session.state, quote_id) for quote_id in moved)) - kept:
        state = _without(session.state, tuple(sorted(moved)), others)
        if state.parted == session.state.parted:
            break
        changes |= session.move_to(replace(state, unfinished=True)) | (yield from refresh(session))
    return changes


def merge_utterances(session: Session, utterance_id: str, other_id: str) -> Work[Changes]:
    """Bring everything of an utterance to that of the quote `other_id`: the two are one from now on."""
    state = session.state
    utterance = wanted(state.utterances, utterance_id)
    step = named(message("did.merge-utterances"), state, utterance.renditions[utterance.base].article)
    merged = _merged(state, _quotes_of(state, utterance_id) | _mates(state, other_id), other_id)
    return (yield from settle(session, merged, step))


def keep_apart(session: Session, utterance_id: str, other_id: str) -> Work[Changes]:
    """Take it from the user that two utterances are two, however alike they are."""
    state = session.state
    utterance = wanted(state.utterances, utterance_id)
    others = tuple(sorted(_quotes_of(state, other_id)))
    apart = {one: tuple(dict.fromkeys((*state.parted.get(one, ()), *others))) for one in quotes_of(utterance)}
    step = named(message("did.keep-apart"), state, utterance.renditions[utterance.base].article)
    return (yield from settle(session, replace(state, parted=MappingProxyType({**state.parted, **apart})), step))


def _merged(state: State, together: AbstractSet[str], other_id: str) -> State:
    """Return `state` where all of `together` stand with `other_id`.

    All of them, not only those that are brought there: what likeness alone kept there could else go elsewhere.
    """
    return _held_together(state, tuple(sorted(together - {other_id})), other_id, together)


def quotes_of_article(state: State, utterance_id: str, article_id: str) -> tuple[str, ...]:
    """Return the quotes that one article has in an utterance: those shown, and those that only report them."""
    renditions = wanted(state.utterances, utterance_id).renditions
    rendition = renditions[place_of(article_id, (rendition.article for rendition in renditions))]
    return (*rendition.quotes, *rendition.reports)


def _held_together(state: State, moved: tuple[str, ...], other_id: str, together: AbstractSet[str]) -> State:
    """Return `state` where `moved` stand with `other_id`, and nothing keeps any of `together` apart."""
    parted = {
        key: tuple(other for other in others if key not in together or other not in together)
        for key, others in state.parted.items()
    }
    return replace(
        state,
        joined=MappingProxyType({**state.joined, **dict.fromkeys(moved, other_id)}),
        parted=MappingProxyType({key: others for key, others in parted.items() if others}),
    )


def _without(state: State, moved: tuple[str, ...], others: AbstractSet[str]) -> State:
    """Return `state` where `moved` are no longer held together with `others`, but apart from them.

    What was really said was said of the others' utterance: it stays with them.
    """
    if not others:
        return state
    apart = tuple(sorted(others))
    parted = {one: tuple(dict.fromkeys((*state.parted.get(one, ()), *apart))) for one in moved}
    references = {key: said for key, said in state.references.items() if key not in moved}
    return replace(
        state,
        joined=MappingProxyType(_unlinked(state.joined, moved, others)),
        parted=MappingProxyType({**state.parted, **parted}),
        references=MappingProxyType(references),
    )


def _unlinked(joined: Mapping[str, str], moved: tuple[str, ...], others: AbstractSet[str]) -> dict[str, str]:
    """Return `joined` without the links between `moved` and `others`; what of these hung on `moved` stays together."""
    crossing = {one: other for one, other in joined.items() if {one, other} & {*moved} and {one, other} & others}
    left = sorted({*crossing, *crossing.values()} & others)
    return {one: other for one, other in joined.items() if one not in crossing} | dict.fromkeys(left[1:], *left[:1])


def give_reference(session: Session, utterance_id: str, text: str) -> Work[Changes]:
    """Take `text` as what was really said, and compare every rendition with it; an empty text takes it back."""
    state = session.state
    quotes = _quotes_of(state, utterance_id)
    others = {key: given for key, given in state.references.items() if key not in quotes}
    given = dict.fromkeys(quotes, text.strip()) if text.strip() else {}
    state = replace(state, references=MappingProxyType({**others, **given}))
    step = message("did.give-reference" if given else "did.take-back-reference")
    return (yield from settle(session, state, step))


def _quotes_of(state: State, utterance_id: str) -> AbstractSet[str]:
    return quotes_of(wanted(state.utterances, utterance_id))


def _mates(state: State, quote_id: str) -> AbstractSet[str]:
    """Return the quotes of the utterance that a quote belongs to, itself among them."""
    home = min(holding(state.utterances, {quote_id}), default="")
    return _quotes_of(state, home) if home else frozenset((quote_id,))
