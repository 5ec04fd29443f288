"""What a lexicon has from another: lists and tables joined, letters in their place, the same quotes in the end."""

from pathlib import Path

import pytest

from crossquote.errors import UserError
from crossquote.language.inheritance import Inherited, Tables
from crossquote.language.language import language_of
from crossquote.language.lexicon import known_languages, load_lexicon, read_lexicon
from crossquote.model.article import Article, Detection
from crossquote.model.quote import Quote
from crossquote.quotes.find import find_quotes
from crossquote.text.detection import detect_language
from saying import says

CASES = Path(__file__).parents[2] / "cases" / "quotes"
BASE: Tables = {
    "words": {"stop": ["a", "b"], "common": ["c"]},
    "cues": {"verbs": {"neutral": ["说"], "denying": ["d"]}},
    "dates": {"months": {"may": 5}},
}


@pytest.mark.parametrize(
    ("own", "section", "expected"),
    [
        ({}, "words", {"stop": ["a", "b"], "common": ["c"]}),
        ({"words": {"stop": ["x"]}}, "words", {"stop": ["x"], "common": ["c"]}),
        ({"words": {"stop": ["+", "x"]}}, "words", {"stop": ["a", "b", "x"], "common": ["c"]}),
        ({"cues": {"verbs": {"denying": ["+", "e"]}}}, "cues", {"verbs": {"neutral": ["说"], "denying": ["d", "e"]}}),
        ({"dates": {"months": {"mai": 5}}}, "dates", {"months": {"may": 5, "mai": 5}}),
        ({"language": {"letters": ["说說"]}}, "cues", {"verbs": {"neutral": ["說"], "denying": ["d"]}}),
        ({"names": {"never": ["+", "x"]}}, "names", {"never": ["x"]}),
        (
            {"language": {"scripts": ["љlj", "уu"]}, "names": {"never": ["Љу", "x"]}},
            "names",
            {"never": ["Љу", "x", "Lju"]},
        ),
        (
            {"language": {"scripts": ["дd", "вv", "аa"]}, "numbers": {"values": {"два": 2}}},
            "numbers",
            {"values": {"два": 2, "dva": 2}},
        ),
        (
            {"language": {"letters": ["说sh", "dd"]}},
            "cues",
            {"verbs": {"neutral": ["sh"], "denying": ["d"]}},
        ),
    ],
)
def test_own_goes_over_what_is_inherited(
    own: dict[str, dict[str, object]], section: str, expected: dict[str, object]
) -> None:
    assert dict(Inherited(own, lambda: BASE)[section]) == expected


def test_every_lexicon_has_what_holds_in_any() -> None:
    for code in (*known_languages(), "xx", None):
        assert load_lexicon(code).texts("names", "possessives")


@pytest.mark.parametrize("like", ["xx", "pt-br", "pb"])
def test_there_is_something_to_go_on_from_and_no_chain(like: str) -> None:
    with pytest.raises(UserError, check=says("line 2")):
        read_lexicon("qq", f"[language]\nlike = '{like}'\n")


def _quotes(text: str, code: str) -> tuple[Quote, ...]:
    return find_quotes(
        Article("a", text, title="a", outlet="a", detection=Detection(code, 1.0, told=True)), language_of(code)
    )


def _cases(code: str) -> list[str]:
    files = sorted(CASES.glob(f"*.{code}.case"))
    return [
        case.partition("\n----")[0] for path in files for case in path.read_text(encoding="utf-8").split("\n====\n")
    ]


def _plain(quotes: tuple[Quote, ...]) -> list[object]:
    return [(quote.spans, quote.kind, quote.speaker, quote.cue) for quote in quotes]


def test_brazilian_portuguese_is_read_as_portuguese_is() -> None:
    texts = _cases("pt")
    assert texts
    for text in texts:
        assert _plain(_quotes(text, "pb")) == _plain(_quotes(text, "pt"))
    assert _quotes("O presidente disse que a ponte será fechada.", "pb")


TAIWANESE = (
    "行政院長林大山在會後表示：「我們不會放棄這項計畫。」\n\n"
    "記者王小明說：「這是一個很大的問題。」\n\n"
    "總統府發言人強調，政府將繼續推動改革。根據中央社報導，大橋已經關閉。"
)


def test_taiwanese_text_is_told_as_such_and_its_quotes_are_found() -> None:
    code = detect_language(TAIWANESE).language
    assert code == "zt"
    found = [
        (quote.text(TAIWANESE), quote.cue and quote.cue.span.of(TAIWANESE), quote.speaker and quote.speaker.name)
        for quote in _quotes(TAIWANESE, code)
    ]
    assert ("這是一個很大的問題。", "說", "王小明") in found
    assert ("政府將繼續推動改革", "強調", "總統府發言人") in found
    assert ("大橋已經關閉", "根據", "中央社") in found
    assert ("我們不會放棄這項計畫。", "表示") in [one[:2] for one in found]


def _places(quotes: tuple[Quote, ...]) -> list[object]:
    """Return where quotes, their speakers and cues stand: what they say is written in other letters."""
    return [
        (quote.spans, quote.kind, quote.speaker and quote.speaker.mention, quote.cue and quote.cue.span)
        for quote in quotes
    ]


def test_traditional_letters_give_the_same_quotes_as_simplified_ones() -> None:
    letters = {ord(pair[0]): pair[1] for pair in load_lexicon("zt").texts("language", "letters")}
    texts = _cases("zh")
    assert texts
    for text in texts:
        written = text.translate(letters).replace("報道", "報導")  # Taiwan writes this word otherwise
        assert _places(_quotes(written, "zt")) == _places(_quotes(text, "zh")), text
