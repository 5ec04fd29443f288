"""The title of a page's article, without the name of the site that pages put before or behind it."""

import re
from collections.abc import Iterable, Sequence

from crossquote.articles.web.choosing import folded

_DENSE = r"[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]"
_BETWEEN = re.compile(
    rf"\s+[|•·»«‹›:—–-]+\s+|\s*[|ㅣ｜：]\s*|\s::\s|(?<={_DENSE})[_–—-](?=\w)|(?<=\w)[_–—-](?={_DENSE})"
)
_BAR = re.compile(r"[|•·»«ㅣ｜_]|::")
_TAIL_WORDS = 5
_ALIKE = 0.6
_FEWEST_ALIKE = 2
"""A heading of one word is like any title that has it."""
_CUT_OFF = 90
_SHORTEST = 8


def find_title(headline: str, shown: Sequence[str], social: str, window: str, sites: Iterable[str]) -> str:
    """Return the title of an article; empty where there is none.

    `headline` is what the page tells machines, `shown` are its headings of the first order, `social` is what networks
    are to show, `window` what stands in the title of the window, `sites` what the site is called.
    """
    names = {_joined(site) for site in sites if len(_joined(site)) > 2}
    heads = {folded(text) for text in (headline, *shown, social)}
    top = [_without_site(text, names, heads) for text in shown if not _is_site(text, names)]
    told, network, bar = (_without_site(text, names, heads) for text in (headline, social, window))
    return _chosen(told, top, network, bar)


def _chosen(told: str, top: Sequence[str], network: str, bar: str) -> str:
    """Return the editor's own headline, then the heading that others bear out, then what others say."""
    others = {folded(text) for text in (told, network, bar) if text}
    printed = bool(top) and folded(top[0]) == folded(network) and folded(told) == folded(bar)
    if told and not printed:
        whole = folded(told) in map(folded, top)
        return told if whole else next((text for text in (*top, network, bar) if _goes_on(told, text)), told)
    same = (text for text in top if folded(text) in others)
    alike = (text for text in top if any(_alike(text, other) for other in (network, bar)))
    return next((text for text in (*same, *alike, network, bar, *top) if text), "")


def _alike(text: str, other: str) -> bool:
    one, two = set(folded(text).split()), set(folded(other).split())
    return len(one & two) >= max(_FEWEST_ALIKE, _ALIKE * min(len(one), len(two)))


def _goes_on(told: str, text: str) -> bool:
    """Tell whether a headline was cut off for machines, which take so many letters, and `text` is the whole of it."""
    return len(told) >= _CUT_OFF and len(text) > len(told) and folded(text).startswith(folded(told))


def _without_site(text: str, names: set[str], heads: set[str]) -> str:
    """Return a title without the site's name: by what else is the same title, by its name, or by a bar before it."""
    breaks = list(_BETWEEN.finditer(text))
    for match in breaks:
        head = folded(text[: match.start()])
        if len(head) > _SHORTEST and head in heads:
            return text[: match.start()]
    for match in breaks:
        if ":" in match[0] and folded(text[match.end() :]) in heads:
            return text[match.end() :]
    for match in reversed(breaks):
        head, tail = text[: match.start()], text[match.end() :]
        short = bool(_BAR.search(match[0])) and len(tail.split()) <= _TAIL_WORDS and len(head) > len(tail)
        if not short and not _is_site(tail, names):
            break
        text = head
    return text.strip()


def _is_site(text: str, names: set[str]) -> bool:
    words = _joined(text)
    return any(words == name or (len(words) > 3 and (words in name or name in words)) for name in names)


def _joined(text: str) -> str:
    return folded(text).replace(" ", "")
