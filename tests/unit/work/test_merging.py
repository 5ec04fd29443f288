"""After a merge there is one utterance, whatever the state was: likeness takes nothing away from it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.progress import finish
from crossquote.work.edits import quotes
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text, refresh

PHRASE = "open the old harbour bridge before winter we will not sign any treaty with Delmark on Monday"
WORDS = tuple(PHRASE.split())
SPEAKERS = ("Ada Lindqvist", "Per Holm", "Lindqvist")
said = st.lists(st.sampled_from(WORDS), min_size=2, max_size=9).map(" ".join)
stories = st.lists(st.tuples(said, st.sampled_from(SPEAKERS)), min_size=1, max_size=4).map(
    lambda told: "\n\n".join(f"“We {words},” Mayor {speaker} said." for words, speaker in told)
)


def members(session: Session, utterance: str) -> set[str]:
    renditions = session.state.utterances[utterance].renditions
    return {quote for one in renditions for quote in (*one.quotes, *one.reports)}


@settings(max_examples=25, deadline=None)
@given(st.lists(stories, min_size=2, max_size=4, unique=True), st.data())
def test_two_utterances_that_are_merged_are_one(texts: list[str], data: st.DataObject) -> None:
    session = Session()
    for number, text in enumerate(texts):
        finish(add_text(session, text, f"outlet {number}"))
    for _ in range(data.draw(st.integers(1, 3))):
        if len(session.state.utterances) < 2:
            break
        one, other = data.draw(st.permutations(sorted(session.state.utterances)))[:2]
        both = members(session, one) | members(session, other)
        if data.draw(st.booleans()):
            finish(quotes.part_quote(session, data.draw(st.sampled_from(sorted(both)))))
            continue
        aim = session.state.utterances[other].renditions[0].quotes[0]
        finish(quotes.merge_utterances(session, one, aim))
        assert any(both <= members(session, key) for key in session.state.utterances)
        finish(refresh(session))
        assert any(both <= members(session, key) for key in session.state.utterances)
