"""Grouping as the window shows it: parts beside reports, bases, names."""

from counting import counted
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.work.session import Session
from crossquote.work.stages.group_quotes import group
from crossquote.work.stages.pipeline import add_text
from crossquote.work.stages.quoted_parts import take_parts

REPORT = "One\n\nThe harbour office stated that there is no risk of flooding in the Ellmar valley.\n"
PARTS = (
    "Two\n\nThe harbour office said that warnings of a flood in the Ellmar valley are false, that there is “no risk” "
    "of flooding, and that all ships lie in “calmer” waters.\n"
)


def open_both() -> Session:
    session = Session()
    finish(add_text(session, REPORT, "first"))
    finish(add_text(session, PARTS, "second"))
    return session


def test_a_part_stands_beside_the_report_that_says_it_too() -> None:
    state = open_both().state
    shared = [found for found in state.utterances.values() if len(found.renditions) > 1]
    assert len(shared) == 1
    texts = {rendition.text for rendition in shared[0].renditions}
    assert "no risk" in texts
    assert any("no risk of flooding in the Ellmar valley" in text for text in texts)
    assert shared[0].renditions[shared[0].base].text != "no risk"


def test_a_part_that_nobody_else_says_stays_alone() -> None:
    state = open_both().state
    alone = [found for found in state.utterances.values() if len(found.renditions) == 1]
    assert [found.renditions[0].text for found in alone] == ["calmer"]


def test_utterances_of_one_size_stand_as_they_are_read() -> None:
    session = Session()
    said = ("We shall open the old bridge on Monday.", "No ship leaves the harbour in a storm.", "Taxes stay low.")
    for number, order in enumerate((said, said[::-1])):
        text = "\n\n".join(f'"{one}" Mayor Ada Lindqvist said.' for one in order)
        finish(add_text(session, text, f"outlet-{number}"))
    utterances = list(session.state.utterances.values())
    assert [len(found.renditions) for found in utterances] == [2, 2, 2]
    assert [found.renditions[0].text.rstrip(".") for found in utterances] == [one.rstrip(".") for one in said]


def test_the_others_are_not_measured_by_the_one_that_names_somebody_else() -> None:
    session = Session()
    said = "We gave the keys of the old mill to Warden Tamm on 4 June"
    wrong = "We have given all the keys of the old mill to Mayor Hollis on June 4"
    for quote in (wrong, said, f"{said}, at last", f"{said} or so"):
        finish(add_text(session, f'"{quote}," council head Ada Lindqvist said.', "outlet"))
    (utterance,) = session.state.utterances.values()
    named = [
        rendition.text.rstrip(",")
        for rendition, comparison in zip(utterance.renditions, utterance.comparisons, strict=True)
        if comparison and any(finding.check == "name" for finding in comparison.findings)
    ]
    assert named == [wrong]


HEAD = "The mill stays\n\n"
KEPT = '"We shall keep the Arden mill open. At least 240 families live of it," council head Ada Lindqvist said.'
ONLY = '"We shall keep the Arden mill open," council head Ada Lindqvist said.'


def renditions_beside(*stories: str) -> list[str]:
    session = Session()
    for number, story in enumerate((HEAD + KEPT, *stories)):
        finish(add_text(session, story, f"outlet {number}"))
    (utterance,) = (one for one in session.state.utterances.values() if len(one.renditions) > 1)
    return [
        rendition.text
        for rendition in utterance.renditions
        if not session.state.articles[rendition.article].text.startswith(HEAD + KEPT)
    ]


def test_a_report_of_another_value_is_compared_beside_what_stands_in_marks() -> None:
    (text,) = renditions_beside(f"{HEAD}{ONLY} According to Lindqvist, some 420 families live of the mill.")
    assert "420 families" in text
    assert "keep the Arden mill open" in text


def test_a_report_of_another_value_around_words_in_marks_is_taken_whole() -> None:
    (text,) = renditions_beside(f"{HEAD}Ada Lindqvist said that at least 420 families “live of” the Arden mill.")
    assert "420 families" in text
    assert text.count("live of") == 1


def test_a_report_of_the_same_gives_way() -> None:
    (text,) = renditions_beside(f"It stays\n\n{KEPT} She said that 240 families lived of the mill.")
    assert text.count("240") == 1


def test_a_headline_that_repeats_the_body_gives_way() -> None:
    (text,) = renditions_beside(f'Lindqvist: "We shall keep it open"\n\n{KEPT}')
    assert text.count("keep") == 1
    assert "Arden" in text


def test_what_is_denied_in_one_article_alone_is_nobodys_utterance() -> None:
    session = Session()
    finish(add_text(session, "Mayor Ada Lindqvist denied the charges. She said that the mill was safe.", "outlet"))
    assert [one.renditions[0].text for one in session.state.utterances.values()] == ["that the mill was safe"]


def test_each_part_is_held_against_the_reports_around_it_alone() -> None:
    """An article of some thousand quotes and as many reports had each held against each, three seconds in one step."""

    def cost(count: int) -> int:
        session = Session()
        text = "\n".join(f"{REPORT[5:]}\n“We open bridge number {at},” said Ann Roe.\n" for at in range(count))
        finish(add_text(session, text, "outlet"))
        before, after = finish(group(State())), finish(group(session.state))
        with counted() as calls:
            finish(take_parts(before, after, tuple(session.state.quotes)))
        return calls[0]

    cost(20)  # what is loaded once
    assert cost(200) < 2.3 * cost(100)
