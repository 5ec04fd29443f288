"""Light verbs: "come to an end" is "end" in other words, not "end" with something left out."""

from collections.abc import Iterator, Sequence

from crossquote.comparison.reading.content import is_content
from crossquote.language.language import Language
from crossquote.model.comparison import Change, ChangeClass, Op
from crossquote.model.span import Span
from crossquote.text.words import Word, split_words


def join_light_verbs(changes: Sequence[Change], base: str, text: str, language: Language) -> tuple[Change, ...]:
    """Return `changes` where a light verb that only one side has is one change with the word it leads up to."""
    light = frozenset(language.lexicon.texts("words", "light"))
    return tuple(_joined(changes, base, text, language, light)) if light else tuple(changes)


def _joined(
    changes: Sequence[Change], base: str, text: str, language: Language, light: frozenset[str]
) -> Iterator[Change]:
    index = 0
    while index < len(changes):
        change = changes[index]
        following = changes[index + 1] if index + 1 < len(changes) else None
        head = _head(change, following, base, text, language) if following is not None else None
        if head is None or following is None or not _is_light(change, base, text, language, light):
            yield change
            index += 1
            continue
        ends = (
            Span(change.base.start, following.base.start + head),
            Span(change.text.start, following.text.start + head),
        )
        yield Change(Op.REPLACE, *ends, ChangeClass.WORDING)
        if len(following.base) > head:
            yield Change(Op.EQUAL, Span(ends[0].end, following.base.end), Span(ends[1].end, following.text.end))
        index += 2


def _head(change: Change, following: Change, base: str, text: str, language: Language) -> int | None:
    """Return how far the first word of `following` reaches, where it stands right after `change` on both sides."""
    beside = change.base.end == following.base.start and change.text.end == following.text.start
    if following.op is not Op.EQUAL or not beside:
        return None
    first = next(iter(split_words(following.base.of(base), language)), None)
    if first is None or first.span.start or not is_content(first, language) or not following.text.of(text):
        return None
    return first.span.end


def _is_light(change: Change, base: str, text: str, language: Language, light: frozenset[str]) -> bool:
    """Tell whether only one side has the change, and it is a light verb and the small words after it."""
    if change.op not in (Op.DELETE, Op.INSERT) or change.kind is ChangeClass.TRUNCATION:
        return False
    words: Sequence[Word] = split_words(change.base.of(base) or change.text.of(text), language)
    return len(words) > 1 and words[0].key in light and not any(is_content(word, language) for word in words[1:])
