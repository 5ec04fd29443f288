"""Pages of our own making, built as sites build theirs: an article, and all that stands about it."""

import json
from collections.abc import Sequence

PARAGRAPHS = (
    "The harbour of Norrvik stays open until the end of May, the town council decided on Tuesday after a long debate.",
    "“We will not close the harbour before May,” mayor Ada Lindqvist told reporters in the town hall.",
    "The fishermen had asked for a decision since the winter, when the ice broke two of the three old piers.",
    "“It is the town’s own choice,” said Tom Brook, who speaks for the boats. “Nobody has asked us for money.”",
    "Work on the piers is to begin in June, and is to cost 4.2 million crowns over the next two years.",
)
TITLE = "Norrvik keeps its harbour open"
NODE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2025-03-14T23:30:00+02:00",
    "author": [{"@type": "Person", "name": "Ida Berg"}, {"@type": "Person", "name": "Jon Dahl"}],
    "publisher": {"@type": "Organization", "name": "The Norrvik Post"},
}
HEAD = (
    f"<title>{TITLE} | The Norrvik Post</title>"
    f'<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="The Norrvik Post">'
    '<link rel="canonical" href="https://post.example/news/harbour">'
    f'<script type="application/ld+json">{json.dumps(NODE)}</script>'
)
BEFORE = (
    '<div class="cookie-banner"><p>We use cookies to make this page better for everybody who reads it.</p></div>'
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li></ul></nav>'
)
AFTER = (
    '<aside class="related"><h3>Read also</h3><ul><li><a href="/1">The ice is back in the bay of Norrvik</a></li>'
    '<li><a href="/2">“We have waited long enough,” say the boats</a></li></ul></aside>'
    '<section id="comments"><p>olle77: “They will close it, you will see,” my neighbour said.</p></section>'
    "<footer><p>© 2025 The Norrvik Post. All rights reserved.</p></footer>"
)
FIGURE = '<figure><img src="a.jpg"><figcaption>The harbour in winter. Photo: Per Ek</figcaption></figure>'


def page(paragraphs: Sequence[str] = PARAGRAPHS, *, head: str = HEAD, title: str = TITLE, language: str = "en") -> str:
    """Return a page with these paragraphs, a figure among them, and what a site puts about an article."""
    body = [f"<p>{text}</p>" for text in paragraphs]
    body.insert(2, FIGURE)
    article = f'<h1>{title}</h1><p class="byline">By Ida Berg and Jon Dahl</p><div class="body">{"".join(body)}</div>'
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">{head}</head>'
        f"<body>{BEFORE}<main><article>{article}</article></main>{AFTER}</body></html>"
    )
