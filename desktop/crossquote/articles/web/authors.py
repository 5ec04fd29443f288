"""Who wrote a page's article: as the page tells machines, else as it prints it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from crossquote.articles.trees import Element
from crossquote.articles.web.machine import MachineFacts, is_kind, plain
from crossquote.language.together import ask_all

_LONGEST = 60
_MOST_WORDS = 6
_MOST = 20
_LINE = 120
_NAMES = re.compile(r"(?<![a-z])(?:by-?line|authors?(?:-?names?)?|writer|p-author)(?![a-z])")
_OTHERS = re.compile(r"(?<![a-z])(?:comment|related|teaser|card|promo)")
_CUT = re.compile(r"\s+[|•·–—-]\s+|[|•·\n\x01]|\s{2,}|\d|\s@")
_ASIDE = re.compile(r"\([^)]*\)")
_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|org|net)\b")


def find_authors(told: MachineFacts, root: Element) -> tuple[str, ...]:
    """Return the names of an article's authors; none where the page names none."""
    persons, bodies = _told(told)
    if persons:
        return persons
    meta = _names([told.meta("author", "parsely-author", "dc.creator", "sailthru.author", "article:author")])
    printed = next((names for line in _printed(root) if (names := _names([line]))), ())
    full = tuple(name for name in printed if " " in name)
    if bodies:
        return full or bodies
    return meta or printed


def _told(told: MachineFacts) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the persons and the bodies that the page's own node has for authors; both where a person is among them."""
    found: list[tuple[str, bool]] = []
    for node in told.nodes("author", "creator"):
        if isinstance(node, str):
            found.append((node, True))
        else:
            names = node.get("name")
            body = is_kind(node, "organization")
            found += ((plain(name), not body) for name in (names if isinstance(names, list) else [names]))
    names = _names(name for name, _ in found)
    return (names, ()) if any(person for name, person in found if name) else ((), names)


def _printed(root: Element) -> Iterator[str]:
    """Yield the lines that a page shows as those of an author, the surest first."""
    later = []
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "meta", "link", "body", "article"):
            continue
        names = f"{element.get('class') or ''} {element.get('id') or ''}"[:200].lower().replace("_", "-")
        sure = "author" in (element.get("rel") or "") or element.get("itemprop") == "author"
        if sure or (_NAMES.search(names) and not _OTHERS.search(names)):
            line = " ".join(text for piece in element.itertext() if (text := " ".join(piece.split())))
            if 0 < len(line) < _LINE:
                if sure:
                    yield line
                later.append(line)
    yield from later[:_MOST]


def _names(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the names in lines, without labels before them and dates behind."""
    found: dict[str, None] = {}
    for line in lines:
        bare = _labels().sub("", _ASIDE.sub(" ", line)).strip()
        bare = _CUT.split(bare)[0]
        for name in _joints().split(bare):
            whole = _labels().sub("", " ".join(name.split())).strip(" .:/\"'")
            if _is_name(whole):
                found[whole] = None
    return tuple(found)[:_MOST]


def _is_name(text: str) -> bool:
    if not 1 < len(text) <= _LONGEST or len(text.split()) > _MOST_WORDS or _ADDRESS.search(text):
        return False
    return any(char.isalpha() for char in text) and not text.islower()


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    """Return the pattern of what stands before an author's name, in any language."""
    return re.compile(rf"^\s*(?:(?:{_either('article', 'author')})(?:\s*:\s*|\s+|(?=[A-Z])))+", re.IGNORECASE)


@lru_cache(maxsize=1)
def _joints() -> re.Pattern[str]:
    """Return the pattern of what stands between the names of several authors."""
    return re.compile(rf"\s*[,;、，/&]\s*|\s+(?:{_either('cues', 'additive')})\s+", re.IGNORECASE)


def _either(section: str, key: str) -> str:
    told = ask_all(lambda lexicon: lexicon.texts(section, key)).told
    words = {text for texts in told.values() for text in texts}
    return "|".join(map(re.escape, sorted(words, key=lambda text: (-len(text), text))))
