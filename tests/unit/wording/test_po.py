"""Catalogues are read as gettext's own tools read them."""

import io

import pytest
from babel.messages.pofile import read_po, write_po
from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.resources import resource
from crossquote.wording.catalogue import UnreadWords, languages, load_catalogue, read_catalogue
from crossquote.wording.po import Entry, MalformedCatalogueError, read_entries

FULL = """\
# A comment of the file.
msgid ""
msgstr ""
"Language: uk\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
"n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

#. For the translator.
#: somewhere.py:3
msgid "count.articles"
msgid_plural "count.articles"
msgstr[0] "{count} стаття"
msgstr[1] "{count} статті"
msgstr[2] "{count} статей"

msgid "two.lines"
msgstr ""
"first\\n"
"\\"second\\" \\\\ \\t"

#, fuzzy, python-brace-format
#| msgid "old.code"
msgid "not.sure"
msgstr "мабуть"

msgid "not.yet"
msgstr ""

#~ msgid "gone"
#~ msgstr "давно"
"""


def test_a_catalogue_is_read() -> None:
    catalogue = read_catalogue("uk", FULL.replace("\n", "\r\n"))
    assert set(catalogue.words) == {"count.articles", "two.lines"}
    assert catalogue.template("two.lines", None) == 'first\n"second" \\ \t'
    told = [catalogue.template("count.articles", count) for count in (0, 1, 3, 5, 11, 21, 1.5, None)]
    assert [str(each).removeprefix("{count} ") for each in told] == [
        "статей", "стаття", "статті", "статей", "статей", "стаття", "статей", "статей",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('msgid "a"\nmsgstr "b"\nnonsense\n', 3),
        ('\n# c\nmsgid "a\nmsgstr "b"\n', 3),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "c"\n', 4),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', 4),
    ],
)
def test_a_mistake_is_named_by_its_line(text: str, line: int) -> None:
    with pytest.raises(MalformedCatalogueError, match=rf"line {line}\b"):
        read_catalogue("uk", text)


@settings(max_examples=25)
@given(st.dictionaries(st.from_regex(r"[a-z]+\.[a-z]+", fullmatch=True), st.text(min_size=1).filter(str.strip)))
def test_what_babel_writes_is_read(words: dict[str, str]) -> None:
    from babel.messages import Catalog  # noqa: PLC0415 - beside its use

    words = {
        code: "".join(char for char in text if char.isprintable() or char in "\n\t") + "."
        for code, text in words.items()
    }
    catalog, file = Catalog(locale="en_GB"), io.BytesIO()
    for code, text in words.items():
        catalog.add(code, text)
    write_po(file, catalog)
    assert dict(read_catalogue("en", file.getvalue().decode()).words) == {code: (text,) for code, text in words.items()}


@pytest.mark.parametrize("language", languages())
def test_our_catalogues_are_what_babel_reads(language: str) -> None:
    text = resource("catalogues", f"{language}.po").read_text(encoding="utf-8")
    messages = [each for each in read_po(io.BytesIO(text.encode())) if each.id]
    read = {(each.id if isinstance(each.id, str) else each.id[0], each.string) for each in messages}
    ours = {(entry.code, entry.forms if len(entry.forms) > 1 else entry.forms[0]) for entry in read_entries(text)}
    assert ours == read | {("", next(read_entries(text)).forms[0])}


def test_an_entry_says_where_it_stands() -> None:
    assert list(read_entries('# c\n\nmsgid "a.b"\nmsgstr "c"\n')) == [Entry("a.b", ("c",), fuzzy=False, line=3)]


def test_a_language_without_a_catalogue_is_told_in_english() -> None:
    assert load_catalogue("xx") is load_catalogue("en")
    assert load_catalogue("../en") is load_catalogue("en")


@pytest.mark.parametrize("language", languages())
def test_entries_that_are_read_when_asked_for_are_the_same(language: str) -> None:
    text = (resource("catalogues") / f"{language}.po").read_text(encoding="utf-8")
    assert dict(UnreadWords(text)) == dict(read_catalogue(language, text).words)
    assert load_catalogue(language)[:2] == read_catalogue(language, text)[:2]


def test_what_waits_for_a_translator_is_not_there() -> None:
    words = UnreadWords(FULL)
    assert dict(words) == dict(read_catalogue("uk", FULL).words)
    assert len(words) == 2
