"""How long work will still take, in words."""


def time_left(done: int, left: int, seconds: float) -> str:
    """Return "about 40 s left" after `done` pieces took `seconds`; empty while that can't be told."""
    if done < 1 or left < 1 or seconds < 0.5:
        return ""
    expected = left * seconds / done
    if expected < 90:
        return f"about {max(1, round(expected))} s left"
    return f"about {round(expected / 60)} min left"
