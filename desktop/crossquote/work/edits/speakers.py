"""Edits of speakers: which names stand for one person, as the user says. Each is one named step."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec.structs import replace

from crossquote.grouping.people import stands_for
from crossquote.message import Message, message
from crossquote.model.changes import Changes
from crossquote.progress import Work
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import settle


def join_speakers(session: Session, name: str, other: str) -> Work[Changes]:
    """Take it from the user that `name` stands for the same person as `other`."""
    told = {key: value for key, value in session.state.same_speakers.items() if key != name}
    target = stands_for(other, told)
    if target != name:
        told[name] = target
    return (yield from _tell(session, told, message("did.join-speakers")))


def part_speaker(session: Session, name: str) -> Work[Changes]:
    """Take it from the user that `name` stands for a person of its own, whatever it sounds like."""
    told = {key: value for key, value in session.state.same_speakers.items() if value != name}
    return (yield from _tell(session, {**told, name: name}, message("did.part-speaker")))


def forget_speaker(session: Session, name: str) -> Work[Changes]:
    """Take back what the user said of `name`: the program judges again."""
    told = {key: value for key, value in session.state.same_speakers.items() if key != name}
    return (yield from _tell(session, told, message("did.forget-speaker")))


def _tell(session: Session, told: Mapping[str, str], step: Message) -> Work[Changes]:
    state = replace(session.state, same_speakers=MappingProxyType(dict(told)))
    return (yield from settle(session, state, step))
