"""Quotes set off by their layout: transcripts, block quotes and posts."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import regex

from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span, hull
from crossquote.quotes.passage import QuotedPassage, trim
from crossquote.quotes.scene import BLOT, Scene
from crossquote.text.endings import ends_sentence
from crossquote.text.words import fold

_WORD = r"\p{Lu}[\p{L}\p{M}.'’\-]*"
_TIME = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?"
_LABEL = regex.compile(
    rf"(?:{_TIME} +)?({_WORD}(?: (?:{_WORD}|\p{{Ll}}{{2,3}})){{0,4}})(?: (?:\([^)\n]{{1,30}}\)|\[[^\]\n]{{1,30}}\]))?"
    r"[ \u00a0]?[:：](?: *$| +(?=\S)|(?<=\p{Lu}[:：])(?=[\p{Lu}\p{N}\"“„«]))"
)
"""Who speaks, and a colon: with the time before it or behind, over the words or before them."""
_POST = regex.compile(r"([^\n]{10,1000}?)\s*[—–-]{1,2} ?(\p{Lu}[^\n()—–]{1,60}?) \(@[\w.@-]{1,80}\)[^\n]{0,60}")
_INDENT = regex.compile(r">(?:[ \t]*>)*\s?")
_NOT_SAID = regex.compile(r"[(\[][^()\[\]\n]*[)\]][.…]*|[^\p{L}\p{N}\n]*")
"""What happens meanwhile, in brackets, and dots for what was left out."""
_MOST_WORDS_OF_NO_SPEECH = 6
"""A line of so few words that has a figure, and no end of a sentence, says when and where it was."""
_SIGNED = regex.compile(rf"{BLOT}[\s.,]*[—–―-]{{1,2}} *\p{{Lu}}")
"""A name behind a dash, as who is quoted signs."""
_NAMED = rf"(?:{_WORD}|\p{{Lo}}[\p{{L}}\p{{M}}]*)"
_SIGNATURE = regex.compile(
    rf"[—–―~-]{{1,2}}[ \u00a0]*({_NAMED}(?: (?:{_NAMED}|\p{{Ll}}{{1,4}}\.?)){{0,5}})(?:[,،，(][^\n.!?]{{1,80}})?"
)
"""Who is quoted, as a line by itself under the words, with what they are."""
_ENDS = ".,;!?… "
"""What may stand behind words in marks at the end of a line."""
_CAPTIONED = "text/vtt"
"""Captions of this type have tags for who speaks: where most paragraphs begin with a name, that is why."""
_FEWEST = 3
"""A transcript has at least so many turns."""


def find_blocks(scene: Scene) -> tuple[QuotedPassage, ...]:
    """Return the quotes that the layout sets off, in order."""
    found = [*_transcript(scene), *_indented(scene), *_posts(scene)]
    return tuple(sorted(found, key=lambda passage: passage.outer))


def _transcript(scene: Scene) -> Iterator[QuotedPassage]:
    """Yield the turns of a transcript: paragraphs that begin with a name and a colon, or stand below one."""
    every = _labels(scene)
    voiced = scene.page.article.source.media == _CAPTIONED and len(every) > len(scene.lines) // 2
    labels = {at: label for at, label in every.items() if voiced or _is_alone(scene, at, label) or _has_near(every, at)}
    turns = Counter(fold(label.of(scene.text)) for label, _ in labels.values())
    capitals = all(label.of(scene.text).isupper() for label, _ in labels.values())
    recorded = (capitals or voiced) and bool(labels) and _is_recording(scene)
    if not recorded and (len(labels) < _FEWEST or len(turns) < 2 or max(turns.values()) < 2):
        return
    speaker: Span | None = None
    below, last = False, max(labels, default=0)
    for index, line in enumerate(scene.lines):
        if index in labels:
            speaker, start = labels[index]
            below = _is_alone(scene, index, labels[index])
            if not below:
                yield _block((_without_marks(scene, trim(Span(start, line.end), scene.text)),), speaker)
        elif speaker is not None and not _is_no_speech(line.of(scene.text)):
            between = capitals and index - 1 in labels and index + 1 in labels
            if between or (below and (index < last or index - 1 in labels)):
                yield _block((line,), speaker)


def _without_marks(scene: Scene, turn: Span) -> Span:
    """Return a turn without the marks around all of it: "Roe: «We stay.»"."""
    place = bisect_left(scene.page.marked, turn.start, key=lambda pair: pair.outer.start)
    pair = next(iter(scene.page.marked[place : place + 1]), None)
    rest = Span(pair.outer.end, turn.end).of(scene.text) if pair and pair.outer.end <= turn.end else "…"
    if pair is None or pair.outer.start != turn.start or rest.strip(".") or not pair.content.of(scene.text).strip():
        return turn
    return trim(pair.content, scene.text)


def _is_alone(scene: Scene, at: int, label: tuple[Span, int]) -> bool:
    """Tell whether a label is a line by itself: the words stand below it."""
    return label[1] >= scene.lines[at].end


def _has_near(labels: Mapping[int, object], at: int) -> bool:
    return any(near in labels for near in (at - 2, at - 1, at + 1, at + 2))


def _is_no_speech(line: str) -> bool:
    """Tell whether a line between turns says when it was, or what happened."""
    return _says_when(line) or _NOT_SAID.fullmatch(line) is not None


def _says_when(line: str) -> bool:
    few = len(line.split()) <= _MOST_WORDS_OF_NO_SPEECH
    return few and any(map(str.isdigit, line)) and not ends_sentence(line)


def _is_recording(scene: Scene) -> bool:
    """Tell whether each paragraph has what is not searched right before it: the time at which it was said."""
    ends = {span.end for span in scene.page.article.layout.skipped}
    return bool(ends) and all(line.start in ends for line in scene.lines)


def _labels(scene: Scene) -> dict[int, tuple[Span, int]]:
    """Return the labels at the head of paragraphs, by the paragraph's number, with where the words begin."""
    lexicon = scene.language.lexicon
    heads = {fold(word) for key in ("author", "date", "changed") for word in lexicon.texts("article", key)}
    found: dict[int, tuple[Span, int]] = {}
    for index, line in enumerate(scene.lines):
        match = _LABEL.match(scene.text, line.start, line.end)
        if match and fold(match[1]) not in heads and line.end - match.end() != 1:
            found[index] = (Span(match.start(1), match.end(1)), match.end())
    return found


def _indented(scene: Scene) -> Iterator[QuotedPassage]:
    """Yield block quotes: lines that begin with ">", as mail and plain text have them; one may part its paragraphs.

    One in another is a quote of its own. Who signs it, in its last line or in the one below, said it.
    """
    held: list[Span] = []
    depth = 0
    for line in scene.lines:
        match = _INDENT.match(scene.text, line.start, line.end)
        words = trim(Span(match.end() if match else line.start, line.end), scene.text)
        if match and not len(words):
            continue
        deep = match[0].count(">") if match else 0
        signed = _signature(scene, words) if held else None
        if held and (signed or deep != depth):
            yield from _quoted_whole(scene, held, signed)
            held = []
        if match and not signed:
            held.append(words)
            depth = deep
    yield from _quoted_whole(scene, held, None)


def _quoted_whole(scene: Scene, spans: Sequence[Span], signed: Span | None) -> Iterator[QuotedPassage]:
    """Yield the block quote of these lines; none where they are of no words, or say themselves who said some."""
    if spans and not _says_who(scene, spans[0]):
        yield _block(tuple(spans), signed)


def _signature(scene: Scene, line: Span) -> Span | None:
    """Return the name in a line that is a signature."""
    match = _SIGNATURE.fullmatch(scene.text, line.start, line.end)
    return Span(match.start(1), match.end(1)) if match else None


def _says_who(scene: Scene, line: Span) -> bool:
    """Tell whether a line begins or ends with words in marks, and beside them stands a word of saying, or a name."""
    seen = line.of(scene.masked).strip(_ENDS)
    marked = bool(seen) and BLOT in (seen[0], seen[-1])
    return marked and (bool(scene.cues_in(line)) or _SIGNED.search(seen) is not None)


def _posts(scene: Scene) -> Iterator[QuotedPassage]:
    """Yield posts quoted whole: the words, a dash, a name and a handle in brackets."""
    for line in scene.lines:
        match = _POST.match(scene.text, line.start, line.end)
        if match:
            yield _block((trim(_unmarked(match, scene.text), scene.text),), Span(match.start(2), match.end(2)))


def _unmarked(match: "regex.Match[str]", text: str) -> Span:
    """Return the words of a post without quotation marks around them."""
    start, end = match.span(1)
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\"”“'’"):
        end -= 1
    while start < end and text[start] in "\"“”'‘":
        start += 1
    return Span(start, end)


def _block(spans: tuple[Span, ...], speaker: Span | None) -> QuotedPassage:
    return QuotedPassage(spans, hull(spans), QuoteKind.DIRECT, spans, speaker)


def outside(passages: Sequence[QuotedPassage], blocks: Sequence[QuotedPassage]) -> list[QuotedPassage]:
    """Return those of `passages` that lie in none of `blocks`: a quote inside a block is none of its own."""
    ends = sorted((piece.start, piece.end) for block in blocks for piece in block.pieces)
    kept: list[QuotedPassage] = []
    place = 0
    for passage in passages:
        while place < len(ends) and ends[place][1] <= passage.outer.start:
            place += 1
        if place == len(ends) or passage.outer.end <= ends[place][0]:
            kept.append(passage)
    return kept
