"""Where a text stands on the scale of requests."""

from functools import lru_cache

from crossquote.comparison.read import read
from crossquote.comparison.reading.scale import Request, find_requests
from crossquote.language.language import Language


@lru_cache(maxsize=1024)
def place_on_scale(text: str, language: Language) -> Request | None:
    """Return where `text` stands on the scale of requests; None where it requests nothing, or can't be judged.

    Where a text makes several requests, the strongest counts.
    """
    return max(find_requests(read(text, language)), key=lambda place: place.value, default=None)
