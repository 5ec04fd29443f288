"""How long work will still take."""

from crossquote.message import Message, message

_TIMED = "step.timed"


def timed(label: Message, done: int, left: int, seconds: float) -> Message:
    """Return the label of a step with the time that is left after `done` pieces took `seconds`, where that can be told.

    A label that has a time already loses it.
    """
    told = label.fact("step") if label.code == _TIMED else label
    bare = told if isinstance(told, Message) else label
    remaining = _time_left(done, left, seconds)
    return bare if remaining is None else message(_TIMED, step=bare, left=remaining)


def _time_left(done: int, left: int, seconds: float) -> Message | None:
    if done < 1 or left < 1 or seconds < 0.5:
        return None
    expected = left * seconds / done
    if expected < 90:
        return message("step.seconds-left", count=max(1, round(expected)))
    return message("step.minutes-left", count=round(expected / 60))
