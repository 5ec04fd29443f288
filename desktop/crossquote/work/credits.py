"""Whom an article names as the speaker of its rendition, beside the speaker of the utterance."""

from collections.abc import Mapping

from crossquote.grouping.same_person import Same, same_person
from crossquote.language.language import language_of
from crossquote.message import SILENCE, Message, message
from crossquote.model.quote import Speaker
from crossquote.model.state import State
from crossquote.model.utterance import Rendition, Utterance
from crossquote.work.stages.who_speaks import speaker_of


def credit(utterance: Utterance, named: Speaker | None, here: str | None) -> Message:
    """Return what is to be told of who speaks `here`, where only others have them `named` or it is somebody else."""
    if named is not None and named.reason:
        return named.reason
    if here == utterance.speaker:
        return SILENCE
    return message("report.credit", who=here) if here else Message("report.no_credit")


def credit_of(state: State, utterance: Utterance, rendition: Rendition, told: Mapping[str, Speaker]) -> Message:
    """Return what is to be told of who speaks in a rendition of an utterance; others have `told` it of some.

    Nothing is where it is the same person by another form of the name, as another script has it.
    """
    here = speaker_of(state, rendition, told)
    if here and utterance.speaker and rendition.article not in told:
        languages = language_of(state.reading_language), language_of(rendition.language)
        if same_person(utterance.speaker, here, languages) is Same.YES:
            return SILENCE
    return credit(utterance, told.get(rendition.article), here)
