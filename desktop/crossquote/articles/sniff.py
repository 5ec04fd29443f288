"""The table of readers, and which of them a file is for: told by its content, and by its name where that is not enough.

A new reader is a line here, in the place of the refusal of its format; a test finds what is in the folder and not here.
"""

from collections.abc import Sequence

from crossquote.articles.beginning import head_of
from crossquote.articles.reader import Reader
from crossquote.articles.readers import (
    delimited,
    docx,
    eml,
    epub,
    feed,
    html,
    mbox,
    mhtml,
    odt,
    pdf,
    plain,
    records,
    rtf,
    srt,
    vtt,
    webarchive,
    workbook,
    zip_archive,
)
from crossquote.articles.refused import documents, markup, packed, pictures, structured, timed

READERS: tuple[Reader, ...] = (
    plain.READER,
    html.READER,
    mhtml.READER,
    webarchive.READER,
    docx.READER,
    odt.READER,
    epub.READER,
    rtf.READER,
    pdf.READER,
    eml.READER,
    mbox.READER,
    feed.READER,
    srt.READER,
    vtt.READER,
    delimited.READER,
    workbook.READER,
    records.READER,
    zip_archive.READER,
    *documents.REFUSED,
    *markup.REFUSED,
    *timed.REFUSED,
    *structured.REFUSED,
    *pictures.REFUSED,
    *packed.REFUSED,
)
"""Every reader. Of several that are equally sure of a file, the first one reads it."""
PAGE_READERS = (html.READER, plain.READER)
"""What reads a page that was fetched: nothing else is taken from a server."""


def find_reader(data: bytes, name: str, readers: Sequence[Reader] = READERS) -> Reader:
    """Return the reader for a file of these bytes and this name."""
    head = head_of(data)
    return max(readers, key=lambda reader: reader.sniff(head, name))


def offered_suffixes(readers: Sequence[Reader] = READERS) -> tuple[str, ...]:
    """Return the suffixes of files that can be read, for dialogs to offer."""
    return tuple(suffix for reader in readers for suffix in reader.suffixes)
