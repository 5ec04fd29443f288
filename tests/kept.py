"""What is read of a draft: its text without what was set aside, which stands in it as well."""

from crossquote.articles.reader import Draft


def kept(draft: Draft) -> str:
    """Return the text of a draft, its title with it, without its asides."""
    text = draft.text
    for span in reversed(draft.layout.skipped):
        text = text[: span.start].rstrip("\n") + text[span.end :]
    return text
