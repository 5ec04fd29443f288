"""The sets of our own, a folder a language: all that is in them is found, but for what is marked as known to fail."""

import pytest

import own_sets

LEAST = 40
"""How many articles, and how many pairs, a set has."""
PARTS = [
    *(
        pytest.param(code, slice(at % 3, None, 3), id=f"a third of {code}")
        for at, code in enumerate(own_sets.languages())
    ),
    *(pytest.param(code, slice(None), id=f"all of {code}", marks=pytest.mark.slow) for code in own_sets.languages()),
]
"""What of each set is looked at: every third article and pair every day, from another on in each language.

What was written in the same order for all is so looked at in some.
"""


@pytest.mark.parametrize(("language", "part"), PARTS)
def test_quotes_are_found_as_they_are_written(language: str, part: slice) -> None:
    cases = own_sets.quote_cases(language)
    assert len(cases) >= LEAST
    for case in cases[part]:
        if not case.known:
            assert case.drawn == case.case
        else:
            assert not case.right, f"no longer fails, so it is not to be marked: {case.case}"


@pytest.mark.parametrize(("language", "part"), PARTS)
def test_checks_say_what_was_changed(language: str, part: slice) -> None:
    pairs = own_sets.pairs(language)
    assert len(pairs) >= LEAST
    for pair in pairs[part]:
        found = pair.found()
        assert pair.right(found) is not pair.known, (pair, found)


@pytest.mark.parametrize("language", own_sets.languages())
def test_a_set_has_as_many_faithful_pairs_as_others_nearly(language: str) -> None:
    faithful = sum(not pair.check for pair in own_sets.pairs(language))
    assert faithful >= len(own_sets.pairs(language)) / 3
