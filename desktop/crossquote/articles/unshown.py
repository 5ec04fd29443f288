"""What a text has for machines, and nobody is shown: remarks and scripts of pages, blocks of code."""

import regex

_CODE = r"(?<!`)`++[^`\n]++`++"
_REMARK = r"<!--(?:(?!-->|<!--).)*+-->"
_TAG_IN_PROSE = r"<(?<=(?:[`\"'“„«‘‚(\[]|[^\s>][ \t]++)<)(?:script|style)>(?=[\p{P}`]{0,3}\s|-)"
_SCRIPT = r"<(?P<tag>script|style)\b[^<>]{0,2000}>(?:(?!</?(?:script|style)\b).)*+</(?P=tag)[ \t\n]*>"
_UNSHOWN = regex.compile(rf"(?P<shown>{_CODE}|{_TAG_IN_PROSE})|{_REMARK}|{_SCRIPT}", regex.DOTALL | regex.IGNORECASE)
"""Remarks and scripts; code in a line, and a tag that is a word between others, are shown whatever they are of."""
_FENCE = regex.compile(r"[ \t]{0,3}+(?:>[ \t]?+)*+(`{3,}|~{3,})([^\n`]*)$")


def without_scripts(text: str) -> str:
    """Return a text without the remarks and scripts of a page, where they are whole."""
    return _UNSHOWN.sub(lambda found: found["shown"] or "", text) if "<" in text else text


def without_code(text: str) -> str:
    """Return a text without its fenced blocks of code; from a fence on that nothing closes, all of it stays."""
    kept: list[str] = []
    held: list[str] = []
    opened = ""
    for line in text.split("\n"):
        fence = _FENCE.match(line)
        closes = opened and fence and fence[1].startswith(opened) and not fence[2].strip()
        if opened or fence:
            held.append(line)
        else:
            kept.append(line)
        if closes:
            held, opened = [], ""
        elif fence and not opened:
            opened = fence[1]
    return "\n".join([*kept, *held])
