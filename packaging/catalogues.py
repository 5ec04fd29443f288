"""Keeps the catalogues of messages in order.

`uv run python packaging/catalogues.py check` says what does not fit the code, or English; `sort` puts the entries of
each in the order of their codes; `extend uk` adds what a catalogue lacks, for a translator to fill in, and begins it
where there is none.
"""

import argparse
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from babel import localedata
from babel.core import get_global
from babel.messages.plurals import get_plural
from message_codes import CODE, Spoken, Use, find_spoken
from product import ROOT

from crossquote.errors import ADVICE, IN_WINDOW
from crossquote.wording.catalogue import SOURCE, Catalogue, languages, read_catalogue
from crossquote.wording.kinds import KINDS, LIST_KINDS, NAMED
from crossquote.wording.po import Entry, read_entries
from crossquote.wording.template import PLACEHOLDER

FOLDER = ROOT / "resources" / "catalogues"
PACKAGE = ROOT / "desktop" / "crossquote"
_BLOCKS = re.compile(r"\n(?:[ \t]*\n)+")
_MARKUP = re.compile(r"<[/!?]?[a-z]|&#?\w+;")
_HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals={count}; plural={rule};\\n"
"""


def sort_entries(text: str) -> str:
    """Return a catalogue with its entries in the order of their codes, a blank line between; the header stays first.

    Entries that stand there twice alike, as after a merge, become one; blanks at the end of a line go.
    """
    tidy = "\n".join(line.rstrip() for line in text.split("\n"))
    blocks = dict.fromkeys(block.strip("\n") for block in _BLOCKS.split(tidy) if block.strip())
    return "\n\n".join(sorted(blocks, key=_code)) + "\n"


def _code(block: str) -> str:
    return next((entry.code for entry in read_entries(block)), "\U0010ffff")


def find_gaps(english: Catalogue, uses: Sequence[Use]) -> Iterator[str]:
    """Yield what the code says that no catalogue knows: codes without words, and words without the facts they name."""
    for use in uses:
        fitting = _fitting(use, english)
        if not fitting and use.code != "verbatim":
            yield f"{use.where}: no catalogue knows {use.code}"
        for code in fitting if use.facts is not None else ():
            wanted = named_facts(english.words[code]) | ({"count"} if len(english.words[code]) > 1 else set())
            for name in sorted(wanted - (use.facts or set())):
                yield f"{use.where}: {code} tells of {name}, which is not given"


def _fitting(use: Use, english: Catalogue) -> list[str]:
    """Return the codes of a catalogue that a place can make a message of."""
    if "*" in use.code:
        return [code for code in english.words if use.fits(code)]
    return [use.code] if use.code in english.words else []


def find_unused(english: Catalogue, spoken: Spoken) -> Iterator[str]:
    """Yield the codes of a catalogue that nothing in the code can make."""
    named = spoken.mentions | {use.code for use in spoken.uses}
    open_ended = [use for use in spoken.uses if "*" in use.code]
    for code in english.words:
        said = code.removesuffix(ADVICE).removesuffix(IN_WINDOW)
        if not named & {code, said} and not any(use.fits(said) for use in open_ended):
            yield code


def find_misfits(catalogue: Catalogue, english: Catalogue) -> Iterator[str]:
    """Yield what is wrong with a catalogue in itself, and beside the English one."""
    plurals = 1 + max(map(catalogue.plural, range(200)))
    if not localedata.exists(catalogue.locale):
        yield f"{catalogue.language}: there is no locale {catalogue.locale}"
    for code, forms in catalogue.words.items():
        if not CODE.fullmatch(code):
            yield f"{catalogue.language}: {code!r} is no code: part.what"
        if code not in english.words:
            yield f"{catalogue.language}: {code} is unknown in English"
            continue
        if len(english.words[code]) > 1 and len(forms) != plurals:
            yield f"{catalogue.language}: {code} has {len(forms)} forms, and {plurals} are needed"
        if any(_MARKUP.search(form) for form in forms):
            yield f"{catalogue.language}: {code} has markup, and facts go in that could be taken for some"
        for name in sorted(named_facts(forms) - named_facts(english.words[code])):
            yield f"{catalogue.language}: {code} tells of {name}, which the English does not"
        for kind in sorted(_kinds(forms) - KINDS.keys() - NAMED.keys() - LIST_KINDS.keys()):
            yield f"{catalogue.language}: {code} wants {kind}, which is no kind of fact"


def extend_catalogue(text: str, language: str, english: str) -> str:
    """Return a catalogue with an empty entry for each code that it lacks, the English words in a comment above it.

    Where `text` is empty the catalogue begins: with its language's own rule for plurals.
    """
    plural = get_plural(language)
    known = {entry.code for entry in read_entries(text)}
    head = _HEADER.format(language=language, count=plural.num_plurals, rule=plural.plural_expr)
    lacking = (entry for entry in read_entries(english) if entry.code not in known)
    return sort_entries("\n\n".join([text or head, *(_empty(entry, plural.num_plurals) for entry in lacking)]))


def _empty(entry: Entry, plurals: int) -> str:
    if not entry.code:
        return ""
    said = [f"#. {line}".rstrip() for form in entry.forms for line in form.split("\n")]
    if len(entry.forms) == 1:
        return "\n".join((*said, f'msgid "{entry.code}"', 'msgstr ""'))
    forms = (f'msgstr[{index}] ""' for index in range(plurals))
    return "\n".join((*said, f'msgid "{entry.code}"', f'msgid_plural "{entry.code}"', *forms))


def named_facts(forms: Iterable[str]) -> set[str]:
    """Return the names of the facts that the words of a code tell."""
    return {found[1] for form in forms for found in PLACEHOLDER.finditer(form)}


def _kinds(forms: Iterable[str]) -> set[str]:
    return {found[2] for form in forms for found in PLACEHOLDER.finditer(form) if found[2]}


def read_catalogues() -> Mapping[str, Catalogue]:
    """Return the catalogues by their languages."""
    return {code: read_catalogue(code, _read(code)) for code in languages()}


def _read(language: str) -> str:
    path = FOLDER / f"{language}.po"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _write(language: str, text: str) -> None:
    (FOLDER / f"{language}.po").write_text(text, encoding="utf-8", newline="\n")


def needed_locales() -> tuple[str, ...]:
    """Return the locales that the catalogues are written in, and those that Babel builds them upon."""
    needed: list[str] = []
    for catalogue in read_catalogues().values():
        locale = catalogue.locale
        while locale and locale not in needed:
            needed.append(locale)
            locale = get_global("parent_exceptions").get(locale) or locale.rpartition("_")[0]
    return tuple(needed)


def check() -> list[str]:
    """Return all that does not fit."""
    english, spoken = read_catalogues()[SOURCE], find_spoken(PACKAGE)
    unused = [f"{each}: used nowhere" for each in find_unused(english, spoken)]
    return [*find_gaps(english, spoken.uses), *unused, *check_catalogues()]


def check_catalogues() -> list[str]:
    """Return what does not fit in the catalogues themselves."""
    catalogues = read_catalogues()
    english, wrong = catalogues[SOURCE], list[str]()
    for language, catalogue in catalogues.items():
        wrong += find_misfits(catalogue, english)
        text = _read(language)
        wrong += [f"{language}: its entries are not in order; run sort"] if sort_entries(text) != text else []
    return wrong


def main(argv: Sequence[str] | None = None) -> int:
    """Check the catalogues, sort them, or extend one; return how many things do not fit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("deed", choices=("check", "sort", "extend"))
    parser.add_argument("language", nargs="?", default=SOURCE, help="which one to extend: uk, de, pt_BR")
    asked = parser.parse_args(argv)
    if asked.deed == "sort":
        for language in languages():
            _write(language, sort_entries(_read(language)))
        return 0
    if asked.deed == "extend":
        _write(asked.language, extend_catalogue(_read(asked.language), asked.language, _read(SOURCE)))
        return 0
    wrong = check()
    print("\n".join(wrong))  # noqa: T201 - a command of the terminal
    return len(wrong)


if __name__ == "__main__":
    raise SystemExit(main())
