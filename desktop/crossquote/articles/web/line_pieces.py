"""The pieces of a line that a page sets apart by elements, whose style parts them on the screen: names, roles."""

from collections.abc import Iterator

from crossquote.articles.trees import Element

_MOST = 40


def pieces_of(element: Element) -> Iterator[tuple[str, Element]]:
    """Yield the texts in an element in order, each with the element that it stands in. Blanks are made one."""
    todo: list[tuple[Element, str]] = [(element, "open")]
    while todo:
        one, what = todo.pop()
        if what == "open":
            yield from _piece(one.text, one)
            for child in list(one)[::-1]:
                todo += ((child, "after"), (child, "open"))
        else:
            yield from _piece(one.tail, one.getparent())


def _piece(text: str | None, holder: Element | None) -> Iterator[tuple[str, Element]]:
    words = " ".join((text or "").split())
    if words and holder is not None and isinstance(holder.tag, str) and holder.tag not in ("script", "style"):
        yield words, holder


def joined_pieces(element: Element) -> str:
    """Return the words of an element: what elements of one kind hold, parted by commas, what others hold, by lines.

    Pieces of one word go with what stands beside them.
    """
    line, before, last = "", "", element
    for words, holder in pieces_of(element):
        if holder is last or " " not in words or " " not in before:
            line = f"{line} {words}".lstrip()
        else:
            line += (", " if _kind(holder) == _kind(last) else "\n") + words
        before, last = words, holder
    return line


def _kind(element: Element) -> tuple[object, str | None]:
    return element.tag, element.get("class")


def short_pieces(element: Element, longest: int) -> Iterator[str]:
    """Yield the first short texts in an element, each by itself."""
    for number, (words, _) in enumerate(pieces_of(element)):
        if number >= _MOST:
            return
        if len(words) < longest:
            yield words
