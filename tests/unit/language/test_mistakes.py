"""Mistakes in lexicons: what the schema does not know is told with its line, and no shipped lexicon has any."""

import json
import time
from collections.abc import Iterable
from pathlib import Path

import pytest
import Stemmer

from crossquote.errors import UserError
from crossquote.language.language import read_language
from crossquote.language.lexicon import load_lexicon, read_lexicon
from crossquote.language.mistakes import find_mistakes
from crossquote.language.schema import schema
from crossquote.language.section import ValueKind, fitting_part
from crossquote.language.source import MOST_TOLD
from crossquote.resources import resource
from crossquote.text import segments
from crossquote.text.segments import segment
from crossquote.text.stems import stem
from crossquote.wording import tell
from saying import says

NAMED = '[language]\nname = "Q"\nenglish = "Q"\n'
"""What no lexicon does without."""


@pytest.mark.parametrize("path", sorted(resource("languages").glob("*.toml")), ids=lambda path: path.stem)
def test_no_lexicon_has_any(path: Path) -> None:
    assert [tell(mistake.why) for mistake in find_mistakes(path.read_text(encoding="utf-8"), path.stem)] == []


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ('[marks]\npears = ["«»"]\n', "line 2: [marks] has no key “pears”"),
        ('[clauses]\nadvrbs = ["now"]\n', "line 2: [clauses] has no key “advrbs”"),
        ('[titles]\n\nfeminine_ends = ["in"]\n', "line 3: [titles] has no key “feminine_ends”"),
        ('[wrods]\nstop = ["a"]\n', "line 1: there is no section [wrods]"),
        ('[clauses]\ntraits = ["coma"]\n', "line 2: “coma” is no choice for [clauses] traits"),
        ('[marks]\ndashes = "speach"\n', "line 2: “speach” is no choice for [marks] dashes"),
        ('[cues.verbs]\nneutral = ["say"]\ncheerful = ["sing"]\n', "“cheerful” is no choice for [cues] verbs"),
        ('[words]\nstop = [\n    "a",\n    "b",\n    "a",\n]\n', "line 5: “a” stands twice in [words] stop"),
        ('[words]\nstop = ["The",\n  "the"]\n', "line 3: “the” stands twice in [words] stop"),
        ('[sentences]\nnever = ["Cap",\n  "cap"]\n', "line 3: “cap” stands twice in [sentences] never"),
        ("[numbers.values]\nOne = 1\none = 1\n", "“one” stands twice in [numbers] values"),
        ('[synonyms.groups]\nfast = ["quick", "quick"]\n', "line 2: “quick” stands twice in [synonyms] groups"),
        ('[words]\nstop = "a"\n', "line 2: [words] stop must be a list of texts"),
        ('[dates.months]\nmay = "5"\n', "line 1: [dates] months must be a table of numbers"),
        ('[money]\ncurrencies = ["EUR"]\n', "line 2: [money] currencies must be a table of lists of texts"),
        ('[words]\nstop = ["a"]\nstop = ["b"]\n', "not valid TOML"),
        ('[words]\nstop = ["a"]\n[marks]\n[words]\n', "not valid TOML"),
        ('[marks]\npairs = ["“"]\n', "line 2: [marks] pairs must be a list of pairs of characters"),
        ('[marks]\npairs = ["“”", "abc"]\n', "line 2: [marks] pairs must be a list of pairs of characters"),
        ('[stems]\nstemmer = "klingon"\n', "line 2: “klingon” is no choice for [stems] stemmer"),
        ('[words]\nsegmenter = "../th"\n', "line 2: “../th” is no choice for [words] segmenter"),
        ("[numbers.values]\none = inf\n", "not valid TOML"),
        ("[numbers.values]\none = true\n", "line 1: [numbers] values must be a table of numbers"),
        (f"[numbers.values]\none = 1{'0' * 400}\n", "not valid TOML"),
        (f"[numbers.values]\none = {'9' * 5000}\n", "not valid TOML"),
        (f"[words]\nstop = {'[' * 5000}{']' * 5000}\n", "not valid TOML"),
        ('[article]\nleftover = ["See also", ""]\n', "line 2: an entry of [article] leftover is empty"),
        ('[words]\nstop = ["a",\n  "b "]\n', "line 3: “b” in [words] stop has a blank too many"),
        ('[words]\nstop = ["a",\n  "b  c"]\n', "line 3: “b  c” in [words] stop has a blank too many"),
        ('[words]\nstop = ["a",\n  "be\u0301"]\n', "line 3: “be\u0301” in [words] stop has a blank too many, a letter"),
        (
            '[words]\nstop = ["a\\u0000"]\n',
            "in [words] stop has a blank too many, a letter in parts (not NFC)",
        ),
        ('[words]\nstop = ["a\u200b"]\n', "in [words] stop has a blank too many, a letter in parts (not NFC)"),
        ('[[marks]]\npairs = ["“”"]\n', "line 1: there is no section [marks]"),
        ('[words]\nstop = ["a"]\n["marks"]\npairs = ["“”"]\n', "line 3: [marks] is not written as its own section"),
        ('[words]\nstop = ["a"]\n  [marks]\npairs = ["“”"]\n', "line 3: [marks] is not written as its own section"),
    ],
)
def test_a_mistake_is_told_with_its_line(source: str, told: str) -> None:
    assert [told in tell(mistake.why) for mistake in find_mistakes(source + NAMED)] == [True]


@pytest.mark.parametrize("again", ["b\u00e9 c ", "be\u0301 c", "b\u00e9  c"])
def test_entries_that_look_alike_are_one(again: str) -> None:
    found = find_mistakes(f'{NAMED}[words]\nstop = ["bé c",\n  "{again}"]\n')
    assert [mistake.why.code for mistake in found] == ["lexicon.doubled", "lexicon.untidy"]


def test_what_is_nearly_known_is_named() -> None:
    found = find_mistakes(NAMED + '[quantifier]\nall = ["a"]\n[cues]\nverb = ["b"]\ncheerful = ["c"]\n')
    told = [
        "there is no section [quantifier]. Is [quantifiers] meant?",
        "no key “verb”. Is “verbs” meant?",
        "no key “cheerful”",
    ]
    assert [tell(mistake.why).endswith(end) for mistake, end in zip(found, told, strict=True)] == [True, True, True]


def test_all_mistakes_are_told_also_where_some_are_of_toml() -> None:
    source = (
        '[words]\nstop = ["a"]\nstop = ["b"]\n[wrods]\nstop = ["a"]\n[marks]\npears = ["«»"]\n'
        '[money]\nwords = [\n[stems]\nstemmer = "klingon"\n'
    )
    found = find_mistakes(NAMED + source)
    assert [(mistake.line, mistake.why.code) for mistake in found] == [
        (6, "lexicon.no-toml"),
        (7, "lexicon.unknown-section-near"),
        (10, "lexicon.unknown-key-near"),
        (12, "lexicon.no-toml"),
        (14, "lexicon.choice"),
    ]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ('like = "xx"\n', "line 4: “xx” is no language whose lexicon this one can go on from"),
        ('like = "pb"\n', "line 4: “pb” is no language whose lexicon this one can go on from"),
        ('like = "qq"\n', "line 4: “qq” is no language whose lexicon this one can go on from"),
        ('like = ["pt"]\n', "line 4: [language] like must be a text"),
        (
            'letters = ["与"]\n',
            "line 4: [language] letters must be a list of letters, each with what is written for it",
        ),
    ],
)
def test_so_is_one_in_what_it_says_of_itself(source: str, told: str) -> None:
    assert [told in tell(mistake.why) for mistake in find_mistakes(NAMED + source, "qq")] == [True]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("", ["line 1: [language] name is needed", "line 1: [language] english is needed"]),
        ('[marks]\npairs = []\n[language]\nname = "Q"\n', ["line 3: [language] english is needed"]),
        ('[language]\nname = "Q"\nenglish = ""\n', ["line 3: an entry of [language] english is empty"]),
        ('marks.pairs = ["“”"]\n' + NAMED, ["line 1 stands before the first [section]"]),
        ("x = 1\n" + NAMED, ["line 1: there is no section [x]"]),
    ],
)
def test_what_no_lexicon_does_without_is_told(source: str, told: list[str]) -> None:
    assert [tell(mistake.why) for mistake in find_mistakes(source)] == told


@pytest.mark.parametrize("source", ["[marks]\npairs = ['“']\n", "[marks]\npairs = ['ab', 'abc']\n"])
def test_who_reads_it_is_told_the_same(source: str) -> None:
    with pytest.raises(UserError, check=says("line 2: .marks. pairs must be a list of pairs")):
        read_lexicon("qq", source).pairs("marks", "pairs")


@pytest.mark.parametrize(
    ("kind", "value", "right"),
    [
        (ValueKind.TEXTS, ["a", 1], ["a"]),
        (ValueKind.PAIRS, ["“”", "“"], ["“”"]),
        (ValueKind.LETTERS, ["说說", "与"], ["说說"]),
        (ValueKind.LISTS, {"a": ["b"], "c": "d"}, {"a": ["b"]}),
        (ValueKind.NUMBERS, {"a": 1, "b": "c"}, {"a": 1}),
    ],
)
def test_what_is_right_beside_it_stays(kind: ValueKind, value: object, right: object) -> None:
    assert fitting_part(value, kind) == right


def test_who_asks_for_what_there_is_not_is_told_the_same() -> None:
    with pytest.raises(UserError, check=says("line 2: “klingon” is no choice")):
        stem("words", read_language("qq", "[stems]\nstemmer = 'klingon'\n"))
    with pytest.raises(UserError, check=says("line 2: “../th” is no choice")):
        list(segment("我们", 0, 2, read_language("qq", "[words]\nsegmenter = '../th'\n")))


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ('[pronouns]\nplural = [\n    "+",\n    "Eles",\n]\n', ["line 8: “Eles” stands twice in [pronouns] plural"]),
        ('[cues.verbs]\nneutral = ["+", "declar|ar"]\n', ["line 6: “declar|ar” stands twice in [cues] verbs.neutral"]),
        ('[pronouns]\nplural = ["eles", "elas"]\n', ["line 6: what stands in [pronouns] plural is inherited anyway"]),
        ('[pronouns]\nplural = ["+", "a gente"]\n', []),
        ('[pronouns]\nplural = ["eles"]\n', []),
        ("[language.more]\n", ["line 5: [language] has no key “more”"]),
    ],
)  # fmt: skip
def test_what_it_goes_on_from_is_not_told_again(added: str, told: list[str]) -> None:
    source = f'{NAMED}like = "pt"\n{added}'
    assert [tell(mistake.why) for mistake in find_mistakes(source, "qq")] == told


def test_what_holds_in_any_language_is_not_told_again() -> None:
    held = load_lexicon("und")
    section, key, entry = next(
        (section, key, held.texts(section, key)[0])
        for section in held.tables for key, value in held.tables[section].items() if isinstance(value, list) and value
    )  # fmt: skip
    source = f'{NAMED}[{section}]\n{key} = ["+", {json.dumps(entry)}]\n'
    assert f"stands twice in [{section}] {key}" in tell(find_mistakes(source, "qq")[0].why)


def test_other_capitals_inside_an_abbreviation_make_it_another() -> None:
    source = f'[sentences]\nsometimes = ["a.m", "A.M"]\n{NAMED}'
    assert find_mistakes(source) == ()


def test_the_choices_are_those_that_there_are() -> None:
    stemmer, segmenter = schema()["stems"].key("stemmer"), schema()["words"].key("segmenter")
    assert stemmer is not None
    assert segmenter is not None
    assert set(stemmer.choices) <= set(Stemmer.algorithms())
    assert set(segmenter.choices) <= set(segments._known_models())


def test_a_line_ends_where_toml_ends_one() -> None:
    found = find_mistakes(f'{NAMED}# a\u2028b\x85c\n[words]\nstop = ["a",\n "a"]\npears = 1\n')
    assert [mistake.line for mistake in found] == [7, 8]


def test_several_are_told_in_the_order_of_their_lines() -> None:
    found = find_mistakes('[xx]\na = 1\n[marks]\npears = []\n[words]\nstop = ["a", "a"]\n' + NAMED)
    assert [mistake.line for mistake in found] == [1, 4, 6]


def lines_of(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


DOUBLED = str([f"a{number // 2}" for number in range(19_000)])
LONG = {
    "sections": lines_of(f"[t{number}]" for number in range(19_000)),
    "keys": NAMED + "[words]\n" + lines_of(f"k{number} = 1" for number in range(9_000)),
    "entries": f"{NAMED}[words]\nstop = {[f'a{number}' for number in range(19_000)]}\n",
    "doubled": f"{NAMED}[words]\nstop = {DOUBLED}\n",
    "no sections": lines_of(f"[t{number}]\nx" for number in range(60_000)),
    "no section": "a\n" * 400_000,
    "sections of one name": NAMED + "[words]\n" * 120_000,
    "sections of too many names": NAMED + lines_of(f"[t{number}]\na = 1" for number in range(60_000)),
    "a name without end": f"{NAMED}[{'a' * 900_000}\n",
    "doubled, far down": NAMED + "[words]\nstop = [" + "\n" * 600_000 + f"{DOUBLED[1:]}\n",
}
"""Lexicons of a stranger's: each mistake was looked for from the file's first line, and 33 KB took 17 seconds."""


@pytest.mark.parametrize("name", LONG)
def test_of_mistakes_without_end_some_are_told_soon(name: str) -> None:
    began = time.process_time()
    found = find_mistakes(LONG[name])
    assert time.process_time() - began < 5
    assert len(found) <= MOST_TOLD
