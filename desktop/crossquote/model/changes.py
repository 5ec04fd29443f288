"""What an edit changed: views refresh on this alone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """The ids of what was added, altered or removed, by kind. Empty where nothing happened."""

    articles: frozenset[str] = frozenset()
    quotes: frozenset[str] = frozenset()
    utterances: frozenset[str] = frozenset()

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(self.articles | other.articles, self.quotes | other.quotes, self.utterances | other.utterances)

    def __bool__(self) -> bool:
        return bool(self.articles or self.quotes or self.utterances)
