"""What the names of a page's elements say of them: those that its makers give, in English whatever its own words."""

import re

from crossquote.articles.trees import Element

_NEVER_LEAD_TAGS = frozenset({"nav", "footer", "aside", "form", "figcaption"})
_ASIDE_TAGS = _NEVER_LEAD_TAGS | {"address", "caption", "legend", "dialog", "menu"}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ASIDE = (
    # ways about the site
    "nav(?:igation|bar)?|menu|bread-?crumbs?|foot(?:er)?|side-?bar|skip|toolbar|pagination|pager|prev|next|a11y",
    # other articles
    "related|recommend(?:ed|ations?)?|most-?read|trending|popular|read-?(?:more|also|next)|see-?also|teasers?|topics",
    "more-?(?:from|stories|news|topic|on)|recirc|(?:article|link|post|tag)-?list|outbrain|taboola|keywords|tags?",
    # what is asked of the reader
    "promo(?:tion|box)?|newsletters?|sign-?up|subscri(?:be|ption)|paywall-?(?:message|offer|box|barrier)|membership",
    "cookies?|consent|gdpr|share|sharing|social|follow|login|register|donat(?:e|ion)|offer|upsell|cta|call-to-action",
    "rating|poll|quiz|survey|feedback|inline-?(?:signup|related|promo)",
    # what other people say below
    "comments?|disqus|respond|replies|livefyre",
    # advertising
    "advert(?:isement|s)?|ads|advertorial|sponsor(?:ed)?|banner",
    # who wrote it, and when
    "author(?:-?(?:bio|box|info|card))?|about-?author|bio|byline|credits?|copyright|disclaimer|meta|timestamp|(?:pub-?)?date",
    # what goes with pictures
    "caption|legend|(?:jw)?player|video-?(?:title|info|caption)|gallery|slider|carousel",
    # what is shown for a moment, or to some
    "sr-?only|screen-?reader|visually-?hidden|modal|pop-?up|overlay|toast|tooltip|dialog|print(?:-?only)?",
    # what stands beside or over the text
    "infobox|fact-?box|kicker|overline|headline",
)
_LEAD = (
    "lead|lede|intro|standfirst|summary|sub-?(?:title|line|head(?:line|ing)?)|abstract|deck|dek|excerpt|synopsis|preamble",
    "strap-?line|desc(?:ription)?|teaser(?:-?text)?|chapo|lead-?text|tagline",
)
_POST = (
    "twitter-tweet|instagram-media|tiktok-embed|fb-post|bluesky-embed|truthsocial-embed|telegram-post|mastodon-embed"
)
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{'|'.join(alternatives)})(?![a-z])")


_IS_ASIDE, _IS_LEAD, _IS_POST = _words(*_ASIDE), _words(*_LEAD), _words(_POST)


def is_heading(element: Element) -> bool:
    """Tell whether an element is a heading."""
    return element.tag in _HEADINGS


def is_aside(element: Element) -> bool:
    """Tell whether an element is, by its tag or its names, something that only goes with an article."""
    if element.tag in _ASIDE_TAGS:
        return True
    found = _IS_ASIDE.search(_names(element))
    return found is not None and not (is_heading(element) and found[0] == "headline")


def is_never_lead(element: Element) -> bool:
    """Tell whether nothing in an element can begin an article."""
    return element.tag in _NEVER_LEAD_TAGS


def is_lead(element: Element) -> bool:
    """Tell whether the names of an element say that it stands over an article as its summary."""
    return bool(_IS_LEAD.search(_names(element)))


def is_post(element: Element) -> bool:
    """Tell whether an element is a post of a social network that was put into the page."""
    return bool(_IS_POST.search(_names(element)))


def _names(element: Element) -> str:
    said = f"{element.get('class') or ''} {element.get('id') or ''}"[:400]
    return _CAPITAL.sub("-", said).lower().replace("_", "-")
