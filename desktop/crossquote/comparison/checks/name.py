"""Names put for one another, missing, added, swapped; inflected and transliterated ones are the same."""

from collections.abc import Iterator, Sequence

from crossquote.comparison.judging import is_cut_off, joined, nearness, shown, weigh
from crossquote.comparison.naming import latin, same_word
from crossquote.comparison.pair import Pair
from crossquote.model.finding import Finding, Severity
from crossquote.text.names import Name
from crossquote.text.words import Word

_ID = "name"
_CATEGORY = "accuracy/mistranslation"


def check_name(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each name that differs."""
    base = [n for n in pair.base_reading.names if not is_cut_off(pair, n.span) and _is_new(n, pair, in_base=True)]
    text = [n for n in pair.text_reading.names if _is_new(n, pair, in_base=False)]
    for one in list(base):
        change = pair.links.change_of(one.span, in_base=True)
        other = next((n for n in text if change is not None and n.span.overlaps(change.text)), None)
        if other is not None:
            base.remove(one)
            text.remove(other)
            yield _replaced(pair, one, other)
    yield from (_missing(pair, name) for name in base)
    yield from (_added(pair, name) for name in text)


def _is_new(name: Name, pair: Pair, *, in_base: bool) -> bool:
    """Tell whether the other side has no word that could stand for this name."""
    others = pair.text_words if in_base else pair.base_words
    missing = [word for word in name.words if not _found(word, others)]
    if not missing or pair.links.is_kept(name.span, in_base=in_base):
        return False
    return len(missing) == len(name.words) and not _initials(name, others)


def _found(word: str, others: Sequence[Word]) -> bool:
    return any(same_word(word, other.key) for other in others)


def _initials(name: Name, others: Sequence[Word]) -> bool:
    """Tell whether the other side has the name as initials, or spells initials out."""
    short = latin(name.key).replace(" ", "")
    initials = "".join(latin(word)[:1] for word in name.words)
    keys = [latin(other.key) for other in others]
    if len(initials) > 1 and initials in keys:
        return True
    row = "".join(key[:1] for key in keys)
    return 2 <= len(short) <= 6 and name.key.replace(".", "").isalpha() and len(name.words) == 1 and short in row


def _replaced(pair: Pair, base: Name, text: Name) -> Finding:
    near = nearness(pair, base.span, text.span)
    severity, doubt = weigh(near, Severity.CRITICAL, Severity.MINOR, Severity.MINOR)
    if not (base.sure and text.sure):
        severity = Severity.MINOR
    was, now = shown(pair.base.text, base.span), shown(pair.text.text, text.span)
    evidence = joined(f"“{now}” stands where the base has “{was}”.", doubt)
    return Finding(_ID, _CATEGORY, severity, base.span, text.span, f"Other name: {now} for {was}", evidence)


def _missing(pair: Pair, name: Name) -> Finding:
    near = nearness(pair, name.span, None)
    severity, doubt = weigh(near, Severity.MAJOR if name.sure else Severity.MINOR, Severity.MINOR, Severity.NEUTRAL)
    was = shown(pair.base.text, name.span)
    evidence = joined("Only the base names it.", doubt)
    return Finding(_ID, "accuracy/omission", severity, name.span, None, f"Name missing: {was}", evidence)


def _added(pair: Pair, name: Name) -> Finding:
    near = nearness(pair, None, name.span)
    severity, doubt = weigh(near, Severity.MINOR, Severity.MINOR, Severity.NEUTRAL)
    now = shown(pair.text.text, name.span)
    evidence = joined("Only this rendition names it.", doubt)
    return Finding(_ID, "accuracy/addition", severity, None, name.span, f"Name added: {now}", evidence)
