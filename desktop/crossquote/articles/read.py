"""Reading articles: a file, or pasted text, to an `Article` with its source and layout."""

import hashlib
import re
from pathlib import Path

from crossquote.articles.clean import clean
from crossquote.articles.plain import MAX_BYTES, decode, read_bytes
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.model.article import Article

_LANGUAGE_SUFFIX = re.compile(r"\.[a-z]{2}$")


def read_article(path: Path, encoding: str | None = None) -> Article:
    """Return the article in a file; a `UserError` says what is wrong with it and what to do."""
    data = read_bytes(path)
    text = decode(data, str(path), encoding)
    return make_article(text, name=path.stem, path=str(path), data=data)


def make_article(text: str, *, name: str, path: str = "", data: bytes | None = None, otherwise: str = "") -> Article:
    """Return the article that `text` is; `name` stands for the outlet, `data` are its original bytes.

    Where neither `name` nor the text names an outlet, it is called `otherwise`, or by its first words.

    Half characters (lone surrogates, as a clipboard or the name of a file can hold) become U+FFFD: no file could
    keep them.
    """
    if not text.strip():
        raise UserError(ErrorCode.EMPTY, message("error.no-words"), path=path or name)
    if len(text) > MAX_BYTES:
        raise UserError(ErrorCode.TOO_LARGE, message("error.text-too-long"), path=path or name)
    text, name, path = _whole(text), _whole(name), _whole(path)
    digest = hashlib.sha256(data if data is not None else text.encode()).hexdigest()
    cleaned = clean(text)
    title = cleaned.title or _first_words(text[cleaned.layout.dateline.end :] if cleaned.layout.dateline else text)
    return Article(
        id=digest[:12],
        text=text,
        title=title,
        outlet=outlet_name(name) or cleaned.outlet or otherwise or _first_words(title, 32),
        path=path,
        author=cleaned.author,
        date=cleaned.date,
        sha256=digest,
        layout=cleaned.layout,
    )


def _whole(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def outlet_name(stem: str) -> str:
    """Return a readable name for an outlet from a file's stem: `world-desk.en` is "World desk".

    Empty where the stem is no name but a number or a code (`000_9a9a0537`).
    """
    words = re.sub(r"[-_\s]+", " ", _LANGUAGE_SUFFIX.sub("", stem)).strip()
    named = any(len(word) > 1 and word.isalpha() for word in words.split())
    return words[:1].upper() + words[1:] if named else ""


def _first_words(text: str, length: int = 80) -> str:
    """Return the beginning of a text, cut at a word, as a title for what has none."""
    start = " ".join(text[:1000].split())
    return start if len(start) <= length else start[:length].rsplit(" ", 1)[0] + "…"
