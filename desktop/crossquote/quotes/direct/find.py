"""Direct quotes: what stands in quotation marks, after a speech dash, in a block or after a name and a colon."""

from collections.abc import Iterator, Sequence

import regex

from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span, hull
from crossquote.progress import Step, Work, gather
from crossquote.quotes.direct.block_quotes import find_blocks, outside
from crossquote.quotes.direct.cues_inside import before_attribution, inserts_cues, split_by_insertion
from crossquote.quotes.direct.dashes import find_dialogue, opens_speech, split_by_cue
from crossquote.quotes.direct.retold import find_retold
from crossquote.quotes.direct.speakers_in_marks import is_speaker
from crossquote.quotes.direct.titles_in_marks import choose_speech
from crossquote.quotes.passage import QuotedPassage, trim
from crossquote.quotes.quoted import merge, overlapping
from crossquote.quotes.scene import Scene
from crossquote.text.pairing import Marked
from crossquote.text.words import opens_small

_SENTENCE_END = regex.compile(r"\p{Ll}[.!?]\s+\p{Lu}")


def find_passages(scene: Scene, step: Step) -> Work[tuple[QuotedPassage, ...]]:
    """Return what is quoted word for word, in order; none overlaps another. Yields `step` now and then."""
    blocks = find_blocks(scene)
    skipped = merge(scene.page.article.layout.skipped)
    worded = [pair for pair in (yield from choose_speech(scene, step)) if pair.content.of(scene.text).strip()]
    yield step
    pairs = [pair for pair in worded if not (overlapping(pair.content, skipped) or is_speaker(pair, scene))]
    passages = yield from gather((_passage(chain, scene) for chain in _chains(pairs, scene)), step)
    joined = [*blocks, *_joined_by_cue(outside(passages, blocks), scene)]
    retold = list(find_retold(scene, sorted(joined, key=lambda passage: passage.outer)))
    joined = [*outside(joined, retold), *retold]
    yield step
    lines = sorted(piece for passage in joined for piece in passage.pieces)
    return tuple(sorted((*joined, *find_dialogue(scene, lines)), key=lambda passage: passage.outer))


def _chains(pairs: Sequence[Marked], scene: Scene) -> Iterator[list[Marked]]:
    """Yield pairs that are one quote: a paragraph that stays open with the next ones that open again."""
    chain: list[Marked] = []
    for pair in pairs:
        if chain and chain[-1].continues and not scene.text[chain[-1].outer.end : pair.outer.start].strip():
            chain.append(pair)
            continue
        if chain:
            yield chain
        chain = [pair]
    if chain:
        yield chain


def _passage(chain: Sequence[Marked], scene: Scene) -> QuotedPassage:
    spans = tuple(trim(pair.content, scene.text) for pair in chain)
    pieces = tuple(pair.outer for pair in chain)
    if len(chain) == 1 and not chain[0].closed:
        spans = (before_attribution(scene.page, spans[0]),)
        pieces = (Span(pieces[0].start, spans[0].end),) if spans[0].end + 1 < chain[0].content.end else pieces
    elif len(chain) == 1 and (opens_speech(scene.language) or inserts_cues(scene.language)):
        spans = _said(scene, spans[0])
        ends = [Span(pieces[0].start, spans[0].end), *spans[1:]]
        if spans[-1].end + 3 > chain[0].content.end:
            ends[-1] = Span(ends[-1].start, pieces[0].end)
        pieces = tuple(ends)
    outer = hull(pieces)
    return QuotedPassage(spans, outer, _kind(spans[0], outer, scene), pieces)


def _said(scene: Scene, span: Span) -> tuple[Span, ...]:
    """Return the parts of what is in marks that are said, without a cue that cuts them."""
    parts = split_by_cue(scene.page, span, marked=True) if opens_speech(scene.language) else (span,)
    return split_by_insertion(scene.page, span) if parts == (span,) and inserts_cues(scene.language) else parts


def _kind(content: Span, outer: Span, scene: Scene) -> QuoteKind:
    """Tell a whole utterance from a part inside a reported sentence."""
    text = scene.text
    before = text[max(0, outer.start - 4) : outer.start].rstrip()
    after = regex.match(r"\s*(\p{Ll})", text, pos=outer.end)
    opens = not before or before[-1] in ',:：，。.!?…։՝\n)”"»“' or _begins_line(scene, outer.start)
    first = content.of(text)[:1]
    closed_inside = text[content.end - 1 : content.end] in tuple(",.!?…。！？।۔؟։")
    if opens and not opens_small(first):
        whole = closed_inside or not after or len(content.of(text).split()) > 3
        return QuoteKind.DIRECT if whole or _cue_follows(scene, outer.end) else QuoteKind.MIXED
    return QuoteKind.DIRECT if opens and (closed_inside or before[-1:] in (":", ",", "：")) else QuoteKind.MIXED


def _begins_line(scene: Scene, place: int) -> bool:
    """Tell whether a line begins there, be it behind the sign of a block quote or of a list's item."""
    return not Span(scene.line_at(place).start, place).of(scene.text).strip("> •")


def _cue_follows(scene: Scene, place: int) -> bool:
    """Tell whether a cue comes next."""
    return any(cue.span.start - place < 10 for cue in scene.cues_in(Span(place, min(len(scene.text), place + 30))))


def _joined_by_cue(passages: Sequence[QuotedPassage], scene: Scene) -> Iterator[QuotedPassage]:
    """Yield the passages, those that only their cue cuts in two as one."""
    waiting: QuotedPassage | None = None
    for passage in passages:
        if waiting is not None and _cut_by_cue(waiting, passage, scene):
            waiting = QuotedPassage(
                waiting.spans + passage.spans,
                hull((waiting.outer, passage.outer)),
                waiting.kind,
                waiting.pieces + passage.pieces,
            )
            continue
        if waiting is not None:
            yield waiting
        waiting = passage
    if waiting is not None:
        yield waiting


def _cut_by_cue(first: QuotedPassage, second: QuotedPassage, scene: Scene) -> bool:
    """Tell whether a cue, and no end of a sentence, stands between two passages of one paragraph."""
    between = Span(first.outer.end, second.outer.start)
    gap = between.of(scene.text)
    if len(between) > 160 or "\n" in gap or _SENTENCE_END.search(gap):
        return False
    if not gap.rstrip().endswith((",", "—", "–", "-")):
        return False
    last = scene.text[first.spans[-1].end - 1 : first.spans[-1].end]
    if last in tuple(".!?।۔؟") or (last != "," and not gap.lstrip().startswith((",", "—", "–", "-"))):
        return False
    return bool(scene.cues_in(between)) and len(gap.split()) <= 20
