"""Terms: where the phrases of a lexicon stand in a text, whatever hangs on a word's front or end."""

import pytest

from crossquote.language.language import read_language
from crossquote.text.terms import find_terms, term_index
from crossquote.text.words import split_words

_NEGATING = """
[words]
proclitics = ["wa"]

[negation]
negators = ["lam", "*miyor*", "*mez", "refus*", "not at all"]
idle = ["temez"]
"""
_SOUGHT = (("negation", "negators"), ("negation", "idle"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("he lam go", [("negators", "lam")]),
        ("he walam go", [("negators", "walam")]),
        ("she walked on", []),
        ("istemiyorum bunu", [("negators", "istemiyorum")]),
        ("miyor is no word", []),
        ("it is gelmez", [("negators", "gelmez")]),
        ("mez alone", []),
        ("a temez stands here", [("idle", "temez")]),
        ("warefused", [("negators", "warefused")]),
        ("wanot at all", [("negators", "wanot at all")]),
    ],
)
def test_a_phrase_is_found_whole_by_its_start_its_end_or_its_middle(text: str, found: list[tuple[str, str]]) -> None:
    language = read_language("xx", _NEGATING)
    hits = find_terms(split_words(text, language), term_index(language, _SOUGHT))
    assert [(hit.group, hit.span.of(text)) for hit in hits] == found
