"""What the tags and names of a page's elements say of them."""

from crossquote.articles.trees import Element
from crossquote.articles.web.element_names import parts_of_names, pattern_of

_NEVER_LEAD_TAGS = frozenset({"nav", "footer", "aside", "form", "figcaption"})
_ASIDE_TAGS = _NEVER_LEAD_TAGS | {"address", "caption", "legend", "dialog", "menu"}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def is_heading(element: Element) -> bool:
    """Tell whether an element is a heading."""
    return element.tag in _HEADINGS


def is_aside(element: Element) -> bool:
    """Tell whether an element is, by its tag or its names, something that only goes with an article."""
    if element.tag in _ASIDE_TAGS:
        return not _is_source(element)
    found = pattern_of("aside").search(parts_of_names(element))
    return is_apart(element) or (found is not None and not (is_heading(element) and found[0] == "headline"))


def is_apart(element: Element) -> bool:
    """Tell whether the names of an element say that nothing in it is the article's, however long it is."""
    return bool(pattern_of("apart").search(parts_of_names(element)))


def _is_source(element: Element) -> bool:
    """Tell whether an element says whose words stand in the block of quotation around it."""
    return element.tag == "footer" and any(one.tag == "blockquote" for one in element.iterancestors())


def is_never_lead(element: Element) -> bool:
    """Tell whether nothing in an element can begin an article."""
    return element.tag in _NEVER_LEAD_TAGS


def is_lead(element: Element) -> bool:
    """Tell whether the names of an element say that it stands over an article as its summary."""
    return bool(pattern_of("lead").search(parts_of_names(element)))


def is_post(element: Element) -> bool:
    """Tell whether an element is a post of a social network that was put into the page."""
    return bool(pattern_of("post").search(parts_of_names(element)))


def is_in_post(element: Element) -> bool:
    """Tell whether an element is such a post, or stands in one: neither its day nor who wrote it are the page's."""
    return any(map(is_post, (element, *element.iterancestors())))
