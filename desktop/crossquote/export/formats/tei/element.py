"""Elements of TEI, written as text: what stands in them is escaped here, and nowhere else."""

from crossquote.export.letters import language_tag, xml_escaped


def element(name: str, *inner: str, **attributes: str) -> str:
    """Return an element around what is XML already; attributes without a value are left out.

    `xml_id` and `xml_lang` are `xml:id` and `xml:lang`.
    """
    told = (f' {key.replace("_", ":")}="{xml_escaped(value)}"' for key, value in attributes.items() if value)
    content = "".join(inner)
    return f"<{name}{''.join(told)}>{content}</{name}>" if content else f"<{name}{''.join(told)}/>"


def text_element(name: str, text: str, **attributes: str) -> str:
    """Return an element around a text."""
    return element(name, xml_escaped(text), **attributes)


def said_element(name: str, text: str, language: str | None, **attributes: str) -> str:
    """Return an element around words that somebody said in a language."""
    return text_element(name, text, xml_lang=language_tag(language), **attributes)
