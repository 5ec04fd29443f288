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
    assert user.desk.comparison.current_article == shown.renditions[0].article
    user.key(KEY.Key_Z, CONTROL)
    assert user.utterance() == shown
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))
