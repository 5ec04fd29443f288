"""`crossquote archive trace`: the renditions of an utterance in an archive, and how its wordings came one by one."""

import argparse
from collections.abc import Iterator
from typing import Any

from crossquote.archive.look import look_on
from crossquote.archive.timeline import PrintedWording
from crossquote.archive.trace import TracedQuote, TracedRendition
from crossquote.archive.utterances import ArchivedUtterance, Most, list_utterances
from crossquote.cli.status import FINE, complain_of_all
from crossquote.cli.terminal import print_line, show_progress
from crossquote.cli.voice import VOICE
from crossquote.export.rows import message_row, to_json
from crossquote.message import message
from crossquote.translation.engine import Translator
from crossquote.wording import tell
from crossquote.wording.joining import Joint
from crossquote.work.tracing import Traced, trace_target

_NAMELESS = "—"


def run_trace(arguments: argparse.Namespace) -> int:
    """Print what an archive has of what is looked for."""
    translator = None if arguments.without_packages else _open()
    work = trace_target(arguments.archive, arguments.target, arguments.language, arguments.speaker, translator)
    traced = show_progress(work)
    complain_of_all(translator.problems if translator else ())
    if arguments.json:
        print_line(to_json({"sought": list(map(_traced_row, traced))}))
    else:
        for one in traced:
            for line in _lines(one):
                print_line(line)
    return FINE


def _open() -> Translator:
    from crossquote.translation.default import open_translator  # noqa: PLC0415 - opens the memory of translations

    return open_translator()


def run_utterances(arguments: argparse.Namespace) -> int:
    """Print the utterances of an archive that are quoted, or changed, most."""
    most, count = Most(arguments.most), arguments.count
    listed = show_progress(look_on(arguments.archive, lambda shards: list_utterances(shards, most, count)))
    if arguments.json:
        print_line(to_json({"utterances": list(map(_utterance_row, listed))}))
        return FINE
    if not listed:
        print_line(VOICE("terminal.archive.nothing_twice"))
    for one in listed:
        articles = message("count.articles", count=len(one.renditions))
        told = VOICE("terminal.archive.utterance", articles=articles, wordings=len(one.timeline), changed=one.changed)
        print_line(VOICE.joined((told, flat(one.text)), Joint.ABOUT))
        print_line(f"  {_wording(1, one.timeline[0])}")
    return FINE


def _utterance_row(one: ArchivedUtterance) -> dict[str, Any]:
    return {
        "text": one.text,
        "changed": one.changed,
        "renditions": list(map(rendition_row, one.renditions)),
        "timeline": list(map(_wording_row, one.timeline)),
    }


def _lines(traced: Traced) -> Iterator[str]:
    yield VOICE("terminal.archive.sought", words=flat(traced.sought.items[0].text))
    if not traced.renditions:
        yield f"  {VOICE('terminal.archive.nothing')}"
        return
    for rendition in traced.renditions:
        for quote in rendition.quotes:
            yield f"  {_how_sure(quote):<14}  {said_line(rendition, quote)}"
            yield f"  {'':<14}  {VOICE.of(quote.reason)}"
    yield VOICE("terminal.archive.timeline")
    for number, wording in enumerate(traced.timeline, start=1):
        yield f"  {_wording(number, wording)}"


def _how_sure(quote: TracedQuote) -> str:
    return VOICE("archive.sure") if quote.sure else VOICE("archive.possible", share=quote.likely)


def said_line(rendition: TracedRendition, quote: TracedQuote) -> str:
    """Return a line on a quote: when and where it was printed, who speaks, and the words."""
    article = rendition.article
    outlet = f"{article.date or _NAMELESS:<10}  {article.outlet} ({quote.quote.language or '?'})"
    said = VOICE.joined((quote.quote.speaker or _NAMELESS, flat(quote.quote.text)), Joint.ABOUT)
    return f"{VOICE.plain(outlet)}  {said}"


def _wording(number: int, wording: PrintedWording) -> str:
    first = wording.first
    words = VOICE(
        "terminal.archive.wording",
        number=number, day=first.date or _NAMELESS, outlet=first.outlet, words=flat(wording.text),
    )  # fmt: skip
    told = [VOICE("archive.printed_by", articles=message("count.articles", count=len(wording.printed)))]
    if wording.follows is not None:
        told.append(VOICE("archive.follows", number=wording.follows + 1, share=wording.alike))
    return f"{words}  ({VOICE.fact(tuple(told), 'row')})"


def flat(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def _traced_row(traced: Traced) -> dict[str, Any]:
    items = traced.sought.items
    return {
        "texts": [item.text for item in items],
        "language": items[0].language.code or None,
        "renditions": list(map(rendition_row, traced.renditions)),
        "timeline": list(map(_wording_row, traced.timeline)),
    }


def rendition_row(rendition: TracedRendition) -> dict[str, Any]:
    """Return an article's account as plain values."""
    return {**article_row(rendition), "quotes": list(map(quote_row, rendition.quotes))}


def article_row(rendition: TracedRendition) -> dict[str, Any]:
    """Return where a rendition was printed as plain values."""
    article = rendition.article
    return {
        "article": article.id,
        "path": rendition.path,
        "inner": article.inner,
        "outlet": article.outlet,
        "title": article.title,
        "date": article.date,
        "published": article.published,
        "language": article.language,
        "address": article.address,
    }


def quote_row(traced: TracedQuote) -> dict[str, Any]:
    """Return a quote that was found as plain values."""
    quote, reason = traced.quote, traced.reason
    return {
        "text": quote.text,
        "language": quote.language or None,
        "speaker": quote.speaker,
        "kind": quote.kind.value,
        "start": quote.start,
        "end": quote.end,
        "sure": traced.sure,
        "likely": traced.likely,
        "score": traced.score,
        "reason": {"message": tell(reason), **message_row(reason)},
    }


def _wording_row(wording: PrintedWording) -> dict[str, Any]:
    return {
        "text": wording.text,
        "language": wording.language or None,
        "first": {"outlet": wording.first.outlet, "date": wording.first.date, "published": wording.first.published},
        "printed": [[one.article.date, one.article.outlet, one.article.id] for one in wording.printed],
        "follows": wording.follows,
        "alike": wording.alike,
    }
