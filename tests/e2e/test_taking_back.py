"""What is taken back is looked at where it stands now: its row in view, its card chosen."""

from crossquote.gui.dialogs.listing import ListDialog
from e2e.user import CONTROL, KEY, SHIFT, User

SHARED = "The bridge\n\n“We will open the old bridge {when} winter,” said Mayor Ada Lindqvist.\n"
ALONE = (
    "We found the dredger on Sunday",
    "Nobody swims in the river now",
    "The ferry is late and full",
)
"""What one outlet each reports, and nobody else."""

BOAT = """The boat

Mara Lind said he was “not fit to be harbour master or commander of a rowing boat”.
"""
DREDGER = """A question

“It is not only the dredger, it raises questions about whether he is fit to be harbour master,” Lind said.
"""


def test_the_row_that_undo_brings_back_is_chosen_and_in_view(user: User) -> None:
    user.shell.resize(760, 600)
    texts = [SHARED.format(when=when) for when in ("before", "after")]
    texts += [f"News\n\n“{words},” said Mayor Ada Lindqvist.\n" for words in ALONE]
    for number, text in enumerate(texts):
        user.desk.intake.add_text(text, f"Paper {number}")
        user.settle()
    table, model = user.desk.utterances.table, user.desk.utterances.model
    table.selectRow(model.rowCount() - 1)
    shown = user.utterance()
    user.key(KEY.Key_M, SHIFT)
    user.answer(ListDialog, lambda dialog: dialog.act)
    assert user.utterance().id != shown.id
    outlet = user.desk.bridge.state.articles[shown.renditions[0].article].outlet
    assert user.desk.steps.said.text().startswith(f"Utterances merged, {outlet}")
    assert user.desk.comparison.current_article == shown.renditions[0].article
    user.key(KEY.Key_Z, CONTROL)
    assert user.utterance() == shown
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def test_what_is_possibly_the_same_is_joined_by_keys_and_taken_back(user: User) -> None:
    for text, outlet in ((BOAT, "Harbour Post"), (DREDGER, "Island Times")):
        user.desk.intake.add_text(text, outlet)
        user.settle()
    before, possible = user.desk.bridge.state, user.desk.comparison.possible
    shown = user.utterance().id
    user.press(KEY.Key_I)
    (row,) = possible.rows
    assert row.words.hasFocus()
    assert "“harbour master”" in row.words.accessibleName()
    user.press(KEY.Key_G)
    assert len(user.desk.bridge.state.utterances) == len(before.utterances) - 1
    assert possible.isHidden()
    assert user.desk.steps.said.text().startswith("Utterances merged, ")
    user.press(KEY.Key_Z, CONTROL)
    assert user.desk.bridge.state == before
    assert user.utterance().id == shown
    assert len(possible.rows) == 1
    assert user.desk.steps.said.text().startswith("Took back “Utterances merged, ")
    user.press(KEY.Key_G, SHIFT)
    assert possible.isHidden()
    assert len(user.desk.bridge.state.utterances) == len(before.utterances)
    user.press(KEY.Key_Z, CONTROL)
    assert user.desk.bridge.state == before


def test_who_looks_at_something_else_is_led_to_what_is_taken_back_and_done_again(user: User) -> None:
    texts = [SHARED.format(when=when) for when in ("before", "after")]
    texts += [f"News\n\n“{words},” said Mayor Ada Lindqvist.\n" for words in ALONE]
    for number, text in enumerate(texts):
        user.desk.intake.add_text(text, f"Paper {number}")
        user.settle()
    user.key(KEY.Key_J)
    decided = user.utterance().id
    user.key(KEY.Key_D)
    for key, modifier, rulings in ((KEY.Key_Z, CONTROL, 0), (KEY.Key_Z, SHIFT | CONTROL, 1)):
        user.desk.utterances.table.selectRow(user.desk.utterances.model.rowCount() - 1)
        assert user.utterance().id != decided
        user.key(key, modifier)
        assert len(user.desk.bridge.state.rulings) == rulings
        assert user.utterance().id == decided


def test_who_goes_through_what_is_doubtful_is_led_back_to_what_was_joined(user: User) -> None:
    for text, outlet in ((BOAT, "Harbour Post"), (DREDGER, "Island Times")):
        user.desk.intake.add_text(text, outlet)
        user.settle()
    user.desk.intake.add_text(
        "Ferry\n\n“The ferry is full,” said Ada Berg. “Nobody swims now,” said Ada Berg.\n", "Bay"
    )
    user.settle()
    joined = user.utterance().id
    user.press(KEY.Key_I)
    user.press(KEY.Key_G)
    user.desk.utterances.table.selectRow(user.desk.utterances.model.rowCount() - 1)
    assert "Ada Berg" in (user.utterance().speaker or "")
    user.press(KEY.Key_Z, CONTROL)
    assert user.utterance().id == joined
