"""The small state made by hand with one text of a stranger's everywhere that a text of a stranger's can stand."""

from types import MappingProxyType

from msgspec.structs import replace

from crossquote.message import Message, verbatim
from crossquote.model.article import Article
from crossquote.model.comparison import Comparison
from crossquote.model.finding import Finding
from crossquote.model.quote import Quote
from crossquote.model.review import Decision, FindingKey, Note, Rule, Ruling, Stamp, about_finding
from crossquote.model.state import State
from crossquote.model.translation import EngineStamp, Flag, Translation
from crossquote.model.utterance import Rendition, Utterance
from gui.hand_made import sample_state


def hostile_state(text: str) -> State:
    """Return the state with `text` as title, outlet, author, speaker, translation's stamp, finding, note and rule."""
    state, told = sample_state(f" {text}"), verbatim(text)
    stamp = Stamp(text, "2025-03-14T10:00:00+00:00")
    utterances = {key: _utterance(one, text, told) for key, one in state.utterances.items()}
    about = [f"article:{key}" for key in state.articles] + [f"utterance:{key}" for key in utterances]
    about += [f"quote:{key}" for key in state.quotes]
    first = utterances["u1"]
    key = _key(first, 1, 0)
    about.append(about_finding(key))
    made = {
        quote: _made(rendition, text)
        for utterance in utterances.values()
        for rendition in utterance.renditions
        for quote in rendition.quotes
        if rendition.translation
    }
    return replace(
        state,
        articles=MappingProxyType({key: _article(one, text) for key, one in state.articles.items()}),
        quotes=MappingProxyType({key: _quote(one, text, told) for key, one in state.quotes.items()}),
        utterances=MappingProxyType(utterances),
        evidence=MappingProxyType(made),
        translations=MappingProxyType({quote: one.text for quote, one in made.items()}),
        notes=MappingProxyType({one: Note(one, text, stamp) for one in about}),
        rules=MappingProxyType({"r1": Rule("r1", "strength", text, text, text, stamp)}),
        rulings=MappingProxyType({key: Decision(Ruling.DISMISSED, text, stamp)}),
    )


def _article(article: Article, text: str) -> Article:
    return replace(article, title=text, outlet=text, author=text, date=text, path=f"/stories/{text.replace('/', '_')}")


def _quote(quote: Quote, text: str, told: Message) -> Quote:
    return replace(quote, speaker=replace(quote.speaker, name=text, reason=told) if quote.speaker else None)


def _utterance(utterance: Utterance, text: str, told: Message) -> Utterance:
    return replace(
        utterance,
        speaker=text,
        renditions=tuple(replace(one, reason=told) for one in utterance.renditions),
        comparisons=tuple(_comparison(one, told) for one in utterance.comparisons),
    )


def _comparison(comparison: Comparison | None, told: Message) -> Comparison | None:
    if comparison is None:
        return None
    return replace(comparison, findings=tuple(_finding(one, told) for one in comparison.findings))


def _finding(finding: Finding, told: Message) -> Finding:
    return replace(finding, message=told, evidence=(told,))


def _key(utterance: Utterance, index: int, number: int) -> FindingKey:
    comparison = utterance.comparisons[index]
    assert comparison is not None
    finding = comparison.findings[number]
    base = finding.base.of(comparison.base) if finding.base else ""
    return FindingKey(
        finding.check,
        utterance.renditions[index].quotes[0],
        base,
        finding.text.of(comparison.text) if finding.text else "",
    )


def _made(rendition: Rendition, text: str) -> Translation:
    stamp = EngineStamp(text, text, "0" * 64)
    return Translation(rendition.text, rendition.shown, (("uk", "en"),), (stamp,), flags=(Flag.SAMPLE,))
