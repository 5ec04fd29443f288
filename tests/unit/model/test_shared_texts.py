"""An utterance out of a file has each text once, as it had when it was made."""

import msgspec
import pytest
from msgspec.structs import replace

from crossquote.model.comparison import Comparison
from crossquote.model.utterance import Rendition, Utterance, with_shared_texts

SAID, TOLD, THEIRS = "They ask for ferries.", "They want ferries.", "Вони хочуть поромів."
RENDITIONS = (Rendition("a", ("a:0-1",), "en", SAID), Rendition("b", ("b:0-1",), "uk", THEIRS, TOLD))
COMPARED = Utterance("u", None, RENDITIONS, comparisons=(None, Comparison(SAID, TOLD, ())))


def read(utterance: Utterance) -> Utterance:
    return msgspec.json.decode(msgspec.json.encode(utterance), type=Utterance)


def test_comparisons_have_the_very_texts_of_the_renditions() -> None:
    shared = with_shared_texts(read(COMPARED))
    (_, comparison) = shared.comparisons
    assert comparison is not None
    assert comparison.base is shared.renditions[0].shown
    assert comparison.text is shared.renditions[1].shown
    assert shared == COMPARED


def test_what_was_really_said_is_the_base_of_all() -> None:
    shared = with_shared_texts(
        read(replace(COMPARED, reference=TOLD, comparisons=(Comparison(TOLD, SAID, ()), Comparison(TOLD, TOLD, ()))))
    )
    assert all(one is not None and one.base is shared.reference for one in shared.comparisons)


@pytest.mark.parametrize(
    "utterance",
    [
        replace(COMPARED, comparisons=(None, Comparison(SAID, SAID, ()))),
        replace(COMPARED, comparisons=(*COMPARED.comparisons, Comparison(SAID, TOLD, ()))),
        replace(COMPARED, comparisons=()),
        replace(COMPARED, base=9),
        replace(COMPARED, renditions=(), base=0),
        replace(COMPARED, renditions=(), base=-1),
    ],
)
def test_what_fits_nothing_is_left_as_it_is(utterance: Utterance) -> None:
    assert with_shared_texts(read(utterance)) == utterance
