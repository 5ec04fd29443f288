"""Units of UTF-16, by which Qt counts: where characters stand by them, and texts with a sign for each."""


def places_of(text: str) -> list[int]:
    """Return where each character of `text` stands in a document, which counts UTF-16 units."""
    places = [0] * (len(text) + 1)
    for index, character in enumerate(text):
        places[index + 1] = places[index] + (2 if character > "\uffff" else 1)
    return places


def units_of(text: str) -> str:
    """Return `text` with a sign for each of its units: two halves for a character that takes two."""
    if text.isascii() or max(text) <= "\uffff":
        return text
    return "".join(map(chr, memoryview(text.encode("utf-16", "surrogatepass")[2:]).cast("H")))


def said_by(units: str) -> str:
    """Return what units say; a half that stands alone says that it can't be read."""
    return units.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
