"""Markdown: a plain text whose marks stand for what a page shows; the words are read, the marks are not.

Where one begins with facts between lines of dashes (front matter, as clippers of pages write it), these are its facts.
"""

import re
from collections.abc import Iterator

from crossquote.articles.columns import TEXT, Record, find_parts
from crossquote.articles.unshown import without_code

_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
_LINK = re.compile(
    r"(!?)\[([^\[\]\n]{0,500})\]"
    r"(?:\((?:<[^<>\n]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)(?:[ \t]+\"[^\"\n]{0,300}\")?\)"
    r"|\[[^\[\]\n]{0,100}\])"
)
_PLAIN_LINK = re.compile(r"<(https?://[^<>\s]{1,2000})>")
_STRONG = re.compile(r"(?<![\\*_\w])(\*\*\*|\*\*|___|__)(?=\S)((?:[^\n*_]|\n(?!\s)){1,1000}?)(?<=\S)\1(?![\w*_])")
_WEAK = re.compile(r"(?<![\\*_\w])([*_])(?=[^\s*_])((?:[^\n*_]|\n(?!\s)){1,1000}?)(?<=[^\s*_])\1(?![\w*_])")
_HEADING = re.compile(r"(?m)^ {0,3}#{1,6}[ \t]+([^\n]+)$")
_RULE = re.compile(
    r"(?m)^ {0,3}(?:={3,}|(?:-[ \t]*){2,}-|(?:\*[ \t]*){2,}\*|(?:_[ \t]*){2,}_|"
    r"[`~]{3,}[^\n`]{0,40}|\[[^\]\n^][^\]\n]{0,100}\]:[ \t]+\S[^\n]*)[ \t]*$\n?"
)
"""Lines that draw a rule, underline a heading, fence code, or say where a link leads."""
_NOTE = re.compile(r"(?m)^ {0,3}\[\^[^\]\s]{1,60}\]:[ \t]+|\[\^[^\]\s]{1,60}\]")
"""The mark of a note, in the text and before the note."""
_STRUCK = re.compile(r"~~(?=\S)([^\n~]{1,1000})(?<=\S)~~")
_POINT = re.compile(r"(?m)^([ \t]*)[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
"""What begins an item of a list: a dash there is no dialogue's."""
_TAG = re.compile(
    r"(?!(?<=`)<[^<>`\n]{1,200}>`)</?(?:(p|div|br|hr|center|details|summary|figure|figcaption)|span|b|i|u|s|em|strong|small|sub|sup|mark|del|ins|a"
    r"|img|cite|kbd)(?:[ \t\n][^<>]{0,1000})?/?>",
    re.IGNORECASE,
)
"""A tag, but one that is code in a line by itself: it is what the text writes of."""
_FENCE = re.compile(r"(?m)^ {0,3}```[^\n`]{0,40}$")
_QUOTED = re.compile(r" {0,3}>(?:[ \t]?>)*[ \t]?")
_OTHER = re.compile(r"[ \t]*(?:$|[>#|=<]|[-*+_][ \t*_-]|\d{1,9}[.)][ \t]|[—–―])")
"""How a line begins that is no part of the paragraph before it."""
_OVER = re.compile(r"[ \t]*(?:$|#)")
"""What a line is behind which no paragraph goes on: blank, or a heading."""
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")
_SIGN = re.compile(r"\]\(<?https?://")
_MATTER = re.compile(r"\A\s*---[ \t]*\n((?:[^\n]{0,2000}\n){1,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FACT = re.compile(r"(?m)^([A-Za-z][\w -]{0,40}):[ \t]*([^\n]*(?:\n[ \t]*-[ \t][^\n]*)*)$")
_ITEM = re.compile(r"(?m)^[ \t]*-[ \t]+")
_FEW = 2
GOES_ON = "\x1f"
"""What stands for the end of a line behind which a block quote goes on with no sign: no text has it."""


def is_markdown(text: str, name: str = "") -> bool:
    """Tell a text with such marks: by its name, a link as no other text has it, or headings, strong words, code."""
    if name.lower().endswith(_SUFFIXES) or _SIGN.search(text):
        return True
    return any(len(pattern.findall(text)) >= _FEW for pattern in (_STRONG, _HEADING, _FENCE))


def without_marks(text: str) -> str:
    """Return the words of a text; what a link leads to, and pictures, are left out.

    The sign before what is quoted as a block stays: it says that somebody else's words follow. Where it goes on
    in lines that have none, `GOES_ON` stands between them: in a wrapped text they are as long as the others.
    """
    text = _TAG.sub(lambda tag: "\n" if tag[1] else "", _gone_on(without_code(text)))
    text = _NOTE.sub("", _POINT.sub("\\1• ", _RULE.sub("", text)))
    text = _HEADING.sub(lambda heading: heading[1].rstrip(" \t#"), text)
    for _ in range(_FEW):  # a picture can be a link
        text = _LINK.sub(lambda link: "" if link[1] else link[2], text)
    for pattern in (_STRONG, _WEAK):
        text = pattern.sub(r"\2", text)
    text = _STRUCK.sub(r"\1", text)
    return _ESCAPED.sub(r"\1", _PLAIN_LINK.sub(r"\1", text))


def _gone_on(text: str) -> str:
    """Return a text in which the lines of a paragraph that has the sign of a block quote before its first are one."""
    kept: list[str] = []
    quotes = False
    for line in text.split("\n"):
        if quotes and not _OTHER.match(line):
            kept[-1:] = [kept[-1].rstrip(), GOES_ON, line.lstrip()]
            continue
        kept += ["\n", line]
        signs = _QUOTED.match(line)
        quotes = signs is not None and not _OVER.match(line, signs.end())
    return "".join(kept[1:])


def parted(text: str) -> tuple[Record, str]:
    """Return the facts that a text begins with, by part of an article, and the rest."""
    matter = _MATTER.match(text)
    facts = list(_facts(matter[1])) if matter else []
    if matter is None or not facts:
        return {}, text
    found = {part: facts[at][1] for part, at in find_parts([name for name, _ in facts]).items() if part != TEXT}
    outlet = found.get("outlet", "")
    if outlet.startswith(("http://", "https://")):
        found = {part: fact for part, fact in found.items() if part != "outlet"} | {"address": outlet}
    return found, text[matter.end() :].lstrip("\n")


def _facts(lines: str) -> Iterator[tuple[str, str]]:
    for fact in _FACT.finditer(lines):
        items = [one.strip().strip("\"'").strip("[]") for one in _ITEM.sub("", fact[2]).split("\n")]
        yield fact[1], "; ".join(filter(None, items))
