"""The schema of lexicons: every key that it names is read by the modules it names, and they read no other."""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest

import crossquote
from crossquote.articles import clean, dates, labels
from crossquote.comparison.compare import compare
from crossquote.comparison.reading.side import Side
from crossquote.comparison.table import known_checks
from crossquote.errors import UserError
from crossquote.grouping.name_words import name_words
from crossquote.language import lexicon
from crossquote.language.coverage import coverage_of
from crossquote.language.language import Language, language_of, read_language
from crossquote.language.lexicon import Lexicon, load_lexicon, read_lexicon
from crossquote.language.names import english_name, tag_of
from crossquote.language.quotation import drawn_marks, quotation_marks
from crossquote.language.schema import schema
from crossquote.language.section import ValueKind
from crossquote.model.article import Article, Detection
from crossquote.quotes.find import find_quotes
from crossquote.resources import resource
from crossquote.text import romanize
from crossquote.text.chances import count_chances
from crossquote.text.given_names import one_given_name
from crossquote.text.sentences import split_sentences
from crossquote.text.similarity import liken
from crossquote.text.sketch import sketch
from crossquote.text.worldwide import worldwide
from crossquote.translation.pieces import gap_between
from saying import says

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests" / "cases"
README = resource("languages", "README.md")
PACKAGE = ROOT / "desktop" / "crossquote"
BEFORE = {
    "like": "language/lexicon.py",
    "letters": "language/inheritance.py",
    "scripts": "language/inheritance.py",
    "english": "language/names.py",
    "tags": "language/names.py",
}
"""Keys that are read, by these, before there is a lexicon to ask."""
TERMS = "text/terms.py"
"""Looks for the phrases that checks name: these are their readers."""

Reads = dict[tuple[str, str], set[str]]


def _recorded(name: str, original: Callable[..., object], reads: Reads) -> Callable[..., object]:
    def record(self: Lexicon, section: str, *given: Any, **named: Any) -> object:
        frame = sys._getframe(1)
        module = frame.f_globals["__name__"].removeprefix("crossquote.").replace(".", "/") + ".py"
        if given and name != "has":
            reads[section, given[0]].add(module)
        elif name == "keys":
            reads[section, ""].add(module)
        return original(self, section, *given, **named)

    return record


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Iterator[Reads]:
    """Collect which module reads which key while the fixture lasts."""
    found: Reads = defaultdict(set)
    for name in ("texts", "text", "pairs", "numbers", "lists", "keys"):
        monkeypatch.setattr(Lexicon, name, _recorded(name, getattr(Lexicon, name), found))
    caches = (
        load_lexicon,
        drawn_marks,
        quotation_marks,
        labels.words_of,
        labels._labels,
        dates._own_months,
        dates._months,
        dates._beginnings,
        dates._named,
        romanize._article,
    )
    for cached in caches:
        cached.cache_clear()
    yield found
    for cached in caches:
        cached.cache_clear()


def _texts(code: str) -> list[str]:
    files = sorted((CASES / "quotes").glob(f"*.{code}.case"))
    return [
        case.partition("\n----")[0] for path in files for case in path.read_text(encoding="utf-8").split("\n====\n")
    ]


def _use(language: Language, texts: list[str]) -> None:
    """Have everything done with `texts` that is done with a language."""
    code = language.code
    for text in texts:
        find_quotes(Article("a", text, title="a", outlet="a", detection=Detection(code, 1.0, told=True)), language)
        split_sentences(text, language)
        one, other = sketch(text, language), sketch(text[::-1], language)
        liken(one, other, count_chances([[one], [other]]))
    for base, text in pairwise(texts):
        compare(Side(base, language), Side(text, language))
    compare(Side("The guild in Kessrin paid for Moscow.", language), Side("La guilde a payé.", language_of("fr")))
    worldwide("x", language)
    name_words("x", language)
    one_given_name("x", "y", language)


TEXTS = (
    "The chief engineer will not open 3 km of the dam on 5 May, he said.",
    "It opened 4 miles of it in May?",
    "The guild paid the wages on Friday.",
    "The guild paid the wages and all the outstanding travel expenses of the dockers on Friday.",
    "If the guild pays, we will go home.",
    "We will go home.",
    "In May, Torvane thanked the the minister in Kessrin.",
    "In May, thanked the min- ister in Kessrin.",
    "The minister thanked the mayor.",
    "The mayor thanked the minister.",
    "They will not strike and will not march.",
    "They will not strike or march.",
    "Only the guild will pay the dockers of Kessrin in May.",
    "The guild will only pay the dockers of Kessrin in May.",
    "It is one of the biggest storms of the year.",
    "It is the biggest storm of the year.",
    "Planning the summer is hard because the river cannot be crossed at night in spring.",
    "Planning the summer isn't hard because the river can be crossed at night in spring.",
    "More than three dockers of Kessrin went home.",
    "Three dockers of Kessrin went home.",
    "The bridge is the pride of the dockers in Kessrin.",
    "The bridge became the pride of the dockers in Kessrin.",
    "The bridge is closed, said Tom King on Friday.",
    "The candidate of the coalition Bright Kessrin Now said that the bridge is closed.",
    "What will the dockers do?",
    "What will the dockers do.",
)


def _read_everything(reads: Reads) -> None:
    """Do what is done with languages, so that each of their keys is asked for."""
    for code in ("en", "uk", "zh"):
        source = resource("languages", f"{code}.toml").read_text(encoding="utf-8")
        _use(read_language(code, source), [*TEXTS, *_texts(code)[:6]])
    clean.clean("Author: A. Nyman\n24 July 2014\nText.")
    gap_between(" ", "zh", first=False)
    for code in ("en", "pb"):
        english_name(code)
        tag_of(code)
        drawn_marks(code)
        coverage_of(code)
    for name, module in BEFORE.items():
        assert f'"{name}"' in (PACKAGE / module).read_text(encoding="utf-8")
        reads["language", name].add(module)


def _by_check() -> Reads:
    """Return which checks name each pair of section and key."""
    found: Reads = defaultdict(set)
    for check in known_checks().values():
        for pair in (pair for terms in check.terms for pair in terms.pairs):
            found[pair].add(f"comparison/checks/{check.id}.py")
    return found


def test_each_key_is_read_by_whom_the_schema_names_and_no_other(reads: Reads) -> None:
    _read_everything(reads)
    checks = _by_check()
    wrong = []
    for section, key in ((one, key) for one in schema().values() for key in one.keys):
        readers = set(reads[section.name, key.name])
        if TERMS in readers:
            readers = readers - {TERMS} | checks[section.name, key.name]
        if readers != set(section.readers_of(key)):
            wrong.append(f"[{section.name}] {key.name} is read by {sorted(readers)}")
    assert wrong == []
    named = {(section.name, key.name) for section in schema().values() for key in section.keys}
    free = {section.name for section in schema().values() if section.free}
    assert {read for read in reads if read[0] not in free} - named == set()


def test_readers_are_there() -> None:
    modules = {info.name for info in walk_packages(crossquote.__path__, "crossquote.")}
    for section in schema().values():
        for reader in {*section.readers, *(name for key in section.keys for name in section.readers_of(key))}:
            assert "crossquote." + reader.removesuffix(".py").replace("/", ".") in modules


def test_choices_are_those_that_the_code_knows() -> None:
    cues, frames = import_module("crossquote.quotes.cues"), schema()["cues"].key("frames")
    assert frames is not None
    assert set(frames.choices) <= {*(one.value for one in cues.Governs), "quote"}
    used = {name for code in lexicon.known_languages() for name in load_lexicon(code).lists("cues", "frames")}
    assert used <= set(frames.choices)


_KINDS = {
    ValueKind.TEXT: "text",
    ValueKind.TEXTS: "list",
    ValueKind.PAIRS: "list of pairs",
    ValueKind.LETTERS: "list",
    ValueKind.LISTS: "table of lists",
    ValueKind.NUMBERS: "table of numbers",
}
BEGIN, END = "<!-- made of the schema -->\n", "<!-- to here -->\n"


def _tables() -> Iterator[str]:
    """Yield the schema as Markdown."""
    for section in schema().values():
        yield f"### `[{section.name}]`\n\n{section.meaning[:1].upper()}{section.meaning[1:]}.\n\n"
        yield "| key | holds | what it means | read by |\n|---|---|---|---|\n"
        if section.free:
            yield f"| any | {_KINDS[section.free]} | | {_modules(section.readers)} |\n"
        for key in section.keys:
            choices = f": {', '.join(f'`{one}`' for one in key.choices)}" if key.choices else ""
            held = f"{_KINDS[key.kind]}{choices}"
            meaning = key.meaning.replace("|", "\\|")
            yield f"| `{key.name}` | {held} | {meaning} | {_modules(section.readers_of(key))} |\n"
        yield "\n"


def _modules(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def test_the_readme_of_lexicons_says_what_the_schema_says(request: pytest.FixtureRequest) -> None:
    written = README.read_text(encoding="utf-8")
    head, _, rest = written.partition(BEGIN)
    made = head + BEGIN + "\n" + "".join(_tables()) + END + rest.partition(END)[2]
    if request.config.getoption("--update"):
        README.write_text(made, encoding="utf-8")
    assert README.read_text(encoding="utf-8") == made


def test_a_wrong_kind_is_an_error_where_it_is_met() -> None:
    found = read_lexicon("xx", "[words]\nstop = 'a'\n")
    with pytest.raises(UserError, check=says("line 2")):
        found.texts("words", "stop")
