"""Who wrote a page's article: as the page tells machines, else as it prints it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice, takewhile
from urllib.parse import urlsplit

import regex

from crossquote.articles.dates import names_month
from crossquote.articles.labels import either_of
from crossquote.articles.trees import Element
from crossquote.articles.web.blocks import PageBlock
from crossquote.articles.web.element_names import metas_of, names_of, pattern_of
from crossquote.articles.web.line_pieces import joined_pieces
from crossquote.articles.web.machine import MachineFacts, is_kind, plain, said_in
from crossquote.text.behind_names import is_calling, tells_family

_LONGEST = 60
_MOST_WORDS = 6
_MOST = 20
_LINE = 120
_TEXT = 2000
"""So many letters hold all names that are taken, however long what a page tells machines is."""
_NEAR = 3
"""So many elements around one tell where it stands."""
_SMALL = 3
"""Letters of words that stand small within names: "van", "del"."""
_CUT = re.compile(r"\s+[|•·⋅–—-]\s+|[|•·⋅●▪■\n×]|\s*\d[\d:./-]*\s*|\s@")
_NUMBER = re.compile(r"\d")
_BESIDE_NUMBER = re.compile(
    r"(?:,[^,|\n\d]*\s)?(?P<before>[^\W\d_]+)\.?(?=,?\s*\d)|(?<=\d)[.,\s-]*(?P<behind>[^\W\d_]+)"
)
_ASIDE = re.compile(r"\([^)]*\)")
_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|org|net)\b")
_LINK = re.compile(r"(?:https?:)?//\S+")
_REVERSED = re.compile(r"([^\W\d_]{2,}),\s+([^\W\d_]{2,}(?:\s+[^\W\d_]{1,3})?)")
"""A last name before a first one, as libraries and dc.creator have them."""
_RIGHTS = re.compile(r"(?:©|\(c\)|\bcopyright\b)[^\n]{0,200}", re.IGNORECASE)
_JOINS = re.compile(r"[,;、，/&]")
_DEGREE = re.compile(r"[A-Z][A-Za-z.]{0,2}[A-Z][A-Z.]*")
"""How degrees are written: M.D., PhD."""


def find_authors(
    told: MachineFacts, root: Element, over: Sequence[PageBlock], sites: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return the names of an article's authors; none where the page names none.

    `over` are the blocks about the title, where a page prints them; `sites` is what the site is called: an author only
    where nobody else is named.
    """
    own = {name.casefold() for name in (*sites, *_publishers(told), *_holders(told, root)) if name}
    persons, bodies = _told(told, own)
    if others := _without(persons, own):
        return others
    metas, labelled = (
        [names for line in lines if (names := _split_told(line, own, person=False))]
        for lines in (_in_metas(told, own), _labelled(told))
    )
    lines = [names for line in _printed(root, over) if (names := _persons(line))]
    printed = next((left for names in lines if (left := _without(names, own))), ())
    named = next((left for names in metas if (left := _without(names, own))), ())
    sure = printed if " " in "".join(printed) or not bodies else ()
    posted = next((left for names in labelled if (left := _without(names, own))), ())
    return named or sure or posted or persons or bodies or next(iter((*lines, *metas, *labelled)), ())


def _without(names: tuple[str, ...], sites: set[str]) -> tuple[str, ...]:
    """Return names without those of the site; none where it stands first: then its own place may follow it."""
    if names and names[0].casefold() in sites:
        return ()
    return tuple(name for name in names if name.casefold() not in sites)


def _in_metas(told: MachineFacts, own: set[str]) -> Iterator[str]:
    """Yield what meta elements have for the author, the site itself left out where elements of one name have others."""
    for name in metas_of("author"):
        said = told.metas.get(name, ())
        yield "; ".join(one for one in said if one.casefold() not in own) or told.meta(name)


def _labelled(told: MachineFacts) -> Iterator[str]:
    """Yield what networks are told under a label of the page's own: in some, who posted it for whoever wrote it."""
    for number in range(1, 4):
        if _labels().fullmatch(f"{told.meta(f'twitter:label{number}')}:"):
            yield told.meta(f"twitter:data{number}")


def _publishers(told: MachineFacts) -> list[str]:
    return [plain(node.get("name")) for node in told.nodes("publisher") if not isinstance(node, str)]


def _holders(told: MachineFacts, root: Element) -> Iterator[str]:
    """Yield those that meta elements name for authors and who hold the rights in the page: whose site it is."""
    named = [one for name in metas_of("author") for one in told.metas.get(name, ()) if 1 < len(one) < _LONGEST]
    if named:
        texts = (*(f"© {told.meta(name)}" for name in ("copyright", "rights")), *root.itertext())
        rights = [line.casefold() for text in texts for line in _RIGHTS.findall(text[-_TEXT:])]
        yield from (one for one in named[:_MOST] if any(one.casefold() in line for line in rights))


def _told(told: MachineFacts, own: set[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the persons and the bodies that the page's own node has for authors; both where a person is among them.

    What a person is stands behind the name in some, after a comma.
    """
    found: list[tuple[str, bool]] = []
    for node in told.nodes("author", "creator"):
        if isinstance(node, str):
            found.append((node, True))
        else:
            body = is_kind(node, "organization")
            found += ((name, not body) for name in _names_of(node))
    every = dict.fromkeys(name for text, person in found for name in _split_told(text, own, person=person))
    return (tuple(every), ()) if any(person for name, person in found if name) else ((), tuple(every))


def _names_of(node: Mapping[str, object]) -> list[str]:
    """Return the names that a node has, or the one that it has in two parts."""
    names = node.get("name") or " ".join(plain(node.get(part)) for part in ("givenName", "familyName"))
    return [plain(name) for name in (names if isinstance(names, list) else [names])]


def _split_told(text: str, own: set[str], *, person: bool) -> tuple[str, ...]:
    if text.casefold() in own:
        return (text,)
    names = _split(text)
    return (*names[:1], *takewhile(lambda name: " " not in name or _is_person(name), names[1:])) if person else names


def _printed(root: Element, over: Sequence[PageBlock]) -> Iterator[str]:
    """Yield the lines that a page shows as those of an author, the surest first: far from the title, others may be."""
    sure: dict[Element | None, list[str]] = {}
    beside: list[str] = []
    others: list[str] = []
    held = {block.place[0] for block in over}
    around = {element for block in over for element in block.place[:_NEAR]}
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "meta", "link", "body", "article"):
            continue
        marked = "author" in (element.get("rel") or "") or element.get("itemprop") == "author"
        if marked or _is_named(element):
            line = joined_pieces(element) or _name_in(element)
            if 0 < len(line) < _LINE:
                if marked:
                    sure.setdefault(element.getparent(), []).append(line)
                near = element in around or not held.isdisjoint(islice(element.iterancestors(), _NEAR))
                (beside if near else others).append(line)
    yield from map("; ".join, islice(sure.values(), _MOST))
    yield from beside[:_MOST]
    yield from (line for block in over for line in block.text.split("\n") if len(line) < _LINE and _has_label(line))
    for link in (link for block in over for link in block.place[0].iter("a")):
        if pattern_of("author_page").search(_path_of(link)) and " " in (name := said_in(link)[:_LINE]):
            yield name
    yield from others[:_MOST]


def _name_in(element: Element) -> str:
    """Return the name that an element has for machines alone (microdata)."""
    return next((one.get("content") or "" for one in element.iter("meta") if one.get("itemprop") == "name"), "")


def _path_of(link: Element) -> str:
    """Return where on its site a link leads, without its last part; empty where that can't be told."""
    try:
        return urlsplit(link.get("href") or "").path.strip("/").rpartition("/")[0].lower()
    except ValueError:
        return ""


def _is_named(element: Element) -> bool:
    names = names_of(element)
    return bool(pattern_of("author").search(names)) and not pattern_of("other_author").search(names)


def _has_label(line: str) -> bool:
    return bool(_labels().match(line))


def _persons(line: str) -> tuple[str, ...]:
    """Return the names in the first part of a printed line that has any: dates and roles stand about them.

    A word by itself beside a number is a day of the week or a place as soon as a name, unless a label stands before it.
    """
    alone = _has_label(line) or not _NUMBER.search(line)
    for part in _CUT.split(_BESIDE_NUMBER.sub(_without_month, _ASIDE.sub(" ", _labels().sub("", line)))):
        names = tuple(name for name in _split(part) if _is_person(name))
        if names and (alone or " " in "".join(names)):
            return names
    return ()


def _without_month(found: re.Match[str]) -> str:
    """Return what stands beside a number, cut off where it is a month, with the place or role before it.

    A month that stands elsewhere is a person's name.
    """
    return "|" if names_month(found["before"] or found["behind"]) else found[0]


def _is_person(name: str) -> bool:
    """Tell whether a name is written as one: each word but small ones with a capital, and not all of them months."""
    words = name.split()
    if all(names_month(word.strip(".,")) for word in words) or _DEGREE.fullmatch(name):
        return False
    small = any(len(word) > _SMALL and word[0].islower() for word in words)
    if (label := _date_labels().match(name)) and (name[label.end() :].islower() or label.end() == len(name)):
        return False
    cased = any(map(str.isupper, name)) or name.isascii()
    return not cased or (words[0][0].isupper() and not words[-1][0].islower() and not small)


def _split(text: str) -> tuple[str, ...]:
    """Return the names in a text, each once, without labels before them, degrees and callings behind."""
    found: dict[str, None] = {}
    text = " ".join(_LINK.sub(" ", _ASIDE.sub(" ", text[:_TEXT])).split())
    if _ADDRESS.search(text) and " " not in text:
        return ()
    in_order = _REVERSED.fullmatch(text)
    if in_order and not in_order[2].isupper():  # "Reuters, AFP" are two
        text = f"{in_order[2]} {in_order[1]}"
    for line in _parts(text):
        name = _labels().sub("", " ".join(line.split())).strip(" .:/\"'|-–—[]【】")
        before, _, last = name.rpartition(" ")
        name = before if is_calling(last) else name
        if _is_name(name) and not (found and _stands_behind_names(name)):
            found[name] = None
    return tuple(found)[:_MOST]


def _parts(text: str) -> Iterator[str]:
    """Yield what signs part, and words that join names: not those within a name, of which a part begins small."""
    for piece in _JOINS.split(text):
        parts = _joints().split(piece)
        yield from (parts if len({part.strip()[:1].islower() for part in parts}) == 1 else [piece])


def _stands_behind_names(text: str) -> bool:
    return bool(_DEGREE.fullmatch(text)) or tells_family(text.rstrip(".").casefold())


def _is_name(text: str) -> bool:
    few = 1 < len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS
    return few and not _ADDRESS.search(text) and any(map(str.isalpha, text)) and not _labels().fullmatch(f"{text}:")


@lru_cache(maxsize=1)
def _labels() -> regex.Pattern[str]:
    """Return the pattern of what stands before an author's name, in any language; a capital needs no blank."""
    label, name = either_of("author"), r"\p{Lu}[^\W\d_\p{Lu}]"
    return regex.compile(rf"^\s*(?:(?:{label})(?:\s*:\s*|\s+(?=\S)|(?=(?-i:{name}))))+", regex.IGNORECASE)


@lru_cache(maxsize=1)
def _date_labels() -> re.Pattern[str]:
    """Return the pattern of what stands before a date, in any language; a name can begin with the same word."""
    return re.compile(rf"(?:{either_of('date')}|{either_of('changed')})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _joints() -> re.Pattern[str]:
    """Return the pattern of the words that stand between the names of several authors."""
    return re.compile(rf"\s+(?:{either_of('additive', 'cues')})\s+", re.IGNORECASE)
