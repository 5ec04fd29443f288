"""Tells a message: its code's words in the reader's language, its facts written as that language writes them.

Facts are never read as words: braces in the text of an article stay what they are. What a template names is `{fact}`,
or `{fact:kind}` for one that is written in a way of its own (`kinds`).
"""

import logging
import re
from collections.abc import Mapping
from unicodedata import bidirectional

from crossquote.message import VERBATIM, Fact, Message, Single
from crossquote.wording.catalogue import SOURCE, load_catalogue
from crossquote.wording.kinds import KINDS, LIST_KINDS, NAMED
from crossquote.wording.locales import reads_right_to_left, write_list, write_number
from crossquote.wording.template import CLOSING, OPENING, OPENINGS, Gap, read_template

_READABLE = 80
"""Letters of a code that are shown where there are no words for it."""
_PARTED_DIGITS = re.compile(r"[0-9][-./:+ ][0-9]")

_log = logging.getLogger(__name__)


def tell(message: Message, language: str = SOURCE) -> str:
    """Return what `message` says in `language`; in English where that has no words for it.

    A code that no catalogue knows is told as itself, in brackets, and logged: a gap is a bug, and no reason to stop.
    """
    if not message:
        return ""
    if message.code == VERBATIM:
        return str(message.fact("text") or "")
    return tell_code(message.code, dict(message.facts), language)


def tell_code(code: str, facts: Mapping[str, Fact], language: str = SOURCE) -> str:
    """Return the words of `code` in `language` with `facts`; as `tell` does with a message of them."""
    count = facts.get("count")
    template = load_catalogue(language).template(code, count)
    if template is None and language != SOURCE:
        template = load_catalogue(SOURCE).template(code, count)
    if template is None:
        _log.warning("no catalogue knows %r", code[:_READABLE])
        template = "".join((f"⟨{_readable(code)}", *(f" {name}={{{name}}}" for name in sorted(facts)), "⟩"))
    return _fill(template, facts, language, code) if "{" in template else template


def _readable(code: str) -> str:
    """Return a code that a stranger's project may hold so that it stays within its line, and turns nothing else."""
    return "".join(letter for letter in code[:_READABLE] if letter.isprintable() and letter not in "{}")


def has_words(code: str, language: str = SOURCE) -> bool:
    """Tell whether there are words for `code`, in `language` or in English."""
    return any(load_catalogue(each).template(code, None) is not None for each in (language, SOURCE))


def tell_fact(fact: Fact, language: str = SOURCE, kind: str = "") -> str:
    """Return a fact as `language` writes it: a text as it stands, a number, a list, another message, nothing for None.

    `kind` is one of `KINDS`, `NAMED` or `LIST_KINDS`, or empty.
    """
    if isinstance(fact, tuple):
        locale = load_catalogue(language).locale
        apart = not kind or kind in LIST_KINDS
        parts = (_isolate(each, locale) if apart else each for each in fact)
        told = [text for each in parts if (text := tell_fact(each, language, kind))]
        return write_list(told, locale, LIST_KINDS.get(kind, "standard"))
    if not kind:
        return _tell_single(fact, language)
    if kind in NAMED and isinstance(fact, str):
        name = NAMED[kind](fact)
        return tell(name, language) if has_words(name.code, language) else fact
    write = KINDS.get(kind)
    written = write(fact, load_catalogue(language).locale) if write else None
    return _tell_single(fact, language) if written is None else written


def _tell_single(fact: Single, language: str) -> str:
    match fact:
        case None:
            return ""
        case str():
            return fact
        case Message():
            return tell(fact, language)
        case bool():
            return tell(Message("fact.yes" if fact else "fact.no"), language)
        case int() | float():
            return write_number(fact, load_catalogue(language).locale)


def _fill(template: str, facts: Mapping[str, Fact], language: str, code: str) -> str:
    parts = read_template(template)
    return "".join([part if isinstance(part, str) else _in_gap(part, facts, language, code) for part in parts])


def _in_gap(gap: Gap, facts: Mapping[str, Fact], language: str, code: str) -> str:
    if gap.fact not in facts:
        _log.warning("%r has no fact %r", code[:_READABLE], gap.fact)
        return gap.text
    fact = facts[gap.fact]
    if not gap.kind and not isinstance(fact, tuple):
        if not gap.apart:
            fact = _isolate(fact, load_catalogue(language).locale)
        return fact if isinstance(fact, str) else _tell_single(fact, language)
    return tell_fact(fact, language, gap.kind)


def _isolate(fact: Single, locale: str) -> Single:
    """Return a text so that among words read from right to left it keeps its own direction to itself.

    It does where its first letter is read from left to right; or, without letters, where digits have marks between
    them ("1.2.3", a day). Whatever else is a fact stays as it is.
    """
    text = fact.fact("text") if isinstance(fact, Message) and fact.code == VERBATIM else fact
    if not isinstance(text, str) or text.isdigit() or not reads_right_to_left(locale):
        return fact
    first = next((sign for sign in text if sign.isalpha() or sign in OPENINGS), "")
    if bidirectional(first) != "L" if first else not _PARTED_DIGITS.search(text):
        return fact
    return f"{OPENING}{text}{CLOSING}"
