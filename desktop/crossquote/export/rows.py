"""Rows: articles, quotes and comparisons as plain JSON values. The shapes are documented in the help."""

import json
import re
from collections.abc import Iterator
from typing import Any

from crossquote.export.telling import tell_all_once, tell_once
from crossquote.message import Fact, Message
from crossquote.model.article import Article
from crossquote.model.comparison import Comparison, UnlikelyWord
from crossquote.model.finding import Finding
from crossquote.model.quote import Quote, Speaker
from crossquote.model.span import Span

Row = dict[str, Any]
_ODD = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LONE = re.compile("[\ud800-\udfff]")


def to_json(value: object, *, indent: int | None = None) -> str:
    """Return `value` as JSON text that any file and terminal can hold.

    Lone surrogates, controls, and marks that turn the direction of what follows are escaped.
    """
    text = json.dumps(value, ensure_ascii=False)
    if indent is not None and _LONE.search(text):
        text = json.dumps(value, ensure_ascii=False, indent=indent)
    elif indent is not None:  # the same lines in a tenth of the time
        import msgspec  # noqa: PLC0415 - what is printed to a terminal has no use for it

        text = msgspec.json.format(text, indent=indent)
    return _ODD.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def span_row(span: Span | None) -> list[int] | None:
    """Return a span as [start, end]."""
    return None if span is None else [span.start, span.end]


def quote_rows(quote: Quote, text: str, speaker: Speaker | None = None) -> Iterator[Row]:
    """Yield one object for each span of a quote of an article with this `text`.

    `speaker` is who says it, where that is known from elsewhere; None where it is as the quote says.
    """
    for span in quote.spans:
        yield {
            "start": span.start,
            "end": span.end,
            "text": span.of(text),
            "kind": quote.kind.value,
            "speaker": _speaker_row(speaker or quote.speaker, text),
            "cue": None
            if quote.cue is None
            else {"text": quote.cue.span.of(text), "start": quote.cue.span.start, "end": quote.cue.span.end},
        }


def _speaker_row(speaker: Speaker | None, text: str) -> Row | None:
    if speaker is None:
        return None
    mention = speaker.mention
    called = mention.of(text) if mention else speaker.name
    return {
        "text": called,
        "start": mention.start if mention else None,
        "end": mention.end if mention else None,
        "name": speaker.name or called,
    }


def message_row(message: Message) -> Row:
    """Return the code of a message, and its facts by name; a message among them is such an object again."""
    return {"code": message.code, "facts": {name: _fact_row(fact) for name, fact in message.facts}}


def told_row(message: Message) -> Row:
    """Return what is told, in words besides."""
    return {"message": tell_once(message, "en"), **message_row(message)}


def _fact_row(fact: Fact) -> object:
    if isinstance(fact, Message):
        return message_row(fact)
    return [_fact_row(each) for each in fact] if isinstance(fact, tuple) else fact


def comparison_row(comparison: Comparison) -> Row:
    """Return the changes and findings of a comparison."""
    return {
        "changes": [
            {
                "op": change.op.value,
                "base": span_row(change.base),
                "text": span_row(change.text),
                "class": change.kind.value,
            }
            for change in comparison.changes
        ],
        "findings": [finding_row(finding) for finding in comparison.findings],
        "unlikely": [_unlikely_row(comparison, word) for word in comparison.unlikely],
    }


def finding_row(finding: Finding) -> Row:
    """Return what a check says of a change."""
    return {
        "check": finding.check,
        "category": finding.category,
        "severity": finding.severity.value,
        "base": span_row(finding.base),
        "text": span_row(finding.text),
        "message": tell_once(finding.message, "en"),
        "evidence": tell_all_once(finding.evidence, "en"),
        **message_row(finding.message),
        "evidence_messages": [message_row(message) for message in finding.evidence],
        "seen": finding.seen.value,
    }


def _unlikely_row(comparison: Comparison, word: UnlikelyWord) -> Row:
    text = word.base.of(comparison.base)
    return {"base": span_row(word.base), "text": text, "log_probability": round(word.score, 2)}


def article_row(article: Article) -> Row:
    """Return what is known of an article, without its text."""
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "outlet": article.outlet,
        "date": article.date,
        "language": article.language,
        "confidence": round(article.detection.confidence, 4),
        "sha256": article.sha256,
    }
