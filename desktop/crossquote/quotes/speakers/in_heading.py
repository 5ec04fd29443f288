"""Who speaks in a heading in title case, where no capital tells where a name ends: "Lind Defends Roe By Saying …"."""

from crossquote.model.span import Span
from crossquote.quotes.scene import Scene
from crossquote.quotes.title_case import LONGEST_HEADING, is_title_case


def opening_heading(scene: Scene, found: Span) -> Span | None:
    """Return whom words in a heading begin with, a name or a role; all of them elsewhere, None where they do not."""
    line, order = scene.line_at(found.start), scene.grammar.order
    if order.caseless or order.nouns_have_capitals or len(line) > LONGEST_HEADING:
        return found
    if not is_title_case(line.of(scene.text)):
        return found
    words, names = scene.words_in(found), scene.names_in(found)
    name = next((name.span for name in names if name.whole.start == found.start), None)
    roles = [word.span.end for word in words if scene.grammar.is_role(word.key)]
    if name is not None:
        goes_on = next((end for end in roles if end > name.end), None)
        bears = goes_on is not None and len(scene.words_in(Span(name.end, goes_on))) == 1
        return Span(found.start, goes_on) if bears and goes_on is not None else Span(found.start, name.end)
    if roles:
        return Span(found.start, roles[0])
    return found if _is_named_below(scene, found) else None


def _is_named_below(scene: Scene, found: Span) -> bool:
    """Tell whether a text names somebody as a heading does: "Lind", "Mara Lind" of Mara J. Lind."""
    keys = tuple(word.key for word in scene.words_in(found))
    return any(keys[-1:] == name.words[-1:] and set(keys) <= set(name.words) for name in scene.names)
