"""Mistakes in lexicons: what the schema does not know is told with its line, and no shipped lexicon has any."""

import pytest

from crossquote.language.mistakes import find_mistakes
from crossquote.resources import resource
from crossquote.wording import tell


@pytest.mark.parametrize("path", sorted(resource("languages").glob("*.toml")), ids=lambda path: path.stem)
def test_no_lexicon_has_any(path: object) -> None:
    assert [tell(mistake.why) for mistake in find_mistakes(path.read_text(encoding="utf-8"))] == []  # type: ignore[attr-defined]


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
        ('[synonyms.groups]\nfast = ["quick", "quick"]\n', "line 2: “quick” stands twice in [synonyms] groups"),
        ('[words]\nstop = "a"\n', "line 2: [words] stop must be a list of texts"),
        ('[dates.months]\nmay = "5"\n', "line 1: [dates] months must be a table of numbers"),
        ('[money]\ncurrencies = ["EUR"]\n', "line 2: [money] currencies must be a table of lists of texts"),
        ('[words]\nstop = ["a"]\nstop = ["b"]\n', "not valid TOML"),
        ('[words]\nstop = ["a"]\n[marks]\n[words]\n', "not valid TOML"),
        ('[language]\nlike = "xx"\n', "line 2: “xx” is no language whose lexicon this one can go on from"),
    ],
)
def test_a_mistake_is_told_with_its_line(source: str, told: str) -> None:
    assert [told in tell(mistake.why) for mistake in find_mistakes(source)] == [True]


def test_several_are_told_in_the_order_of_their_lines() -> None:
    found = find_mistakes('[xx]\na = 1\n[marks]\npears = []\n[words]\nstop = ["a", "a"]\n')
    assert [mistake.line for mistake in found] == [1, 4, 6]
