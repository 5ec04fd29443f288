"""Of what is joined nearly all is right, of what is possible about half, on invented events in five languages."""

import tomllib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from msgspec import Struct

from crossquote.grouping.group import Constraints, Item, blank, regroup
from crossquote.grouping.index import Index
from crossquote.language.language import language_of
from crossquote.model.quote import QuoteKind
from crossquote.progress import finish

CASES = Path(__file__).parents[2] / "cases" / "joins"
EN = language_of("en")


class Event(Struct, frozen=True):
    """An event's quotes brought together, and the utterance that each really renders."""

    index: Index
    meant: dict[str, str]

    def is_one(self, one: str, other: str) -> bool:
        return self.meant[one] == self.meant[other]


def events() -> Iterator[Event]:
    for file in sorted(CASES.glob("*.toml")):
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        for event in told["events"]:
            items, meant = {}, {}
            for number, quote in enumerate(event["quotes"]):
                name, text = f"{event['id']}.{number}", quote["text"]
                language, translation = language_of(told["language"]), text if told["language"] == "en" else None
                speaker, kind = quote["speaker"] or None, QuoteKind(quote["kind"])
                items[name] = Item(name, quote["outlet"], language, text, translation, speaker, kind)
                meant[name] = quote["utterance"]
            yield Event(finish(regroup(blank(EN), items, Constraints())), meant)


def test_of_what_is_joined_nearly_all_is_right_and_of_what_is_possible_about_half() -> None:
    joined, there, possible = [], 0, []
    for event in events():
        groups = {name: [member.id for member in members] for name, members in event.index.groups.items()}
        there += sum(event.is_one(*pair) for pair in combinations(event.meant, 2))
        joined += [event.is_one(*pair) for ids in groups.values() for pair in combinations(ids, 2)]
        listed = [(one, other.utterance) for one, of in event.index.possible.items() for other in of]
        named = {(min(pair), max(pair)) for pair in listed}
        possible += [any(event.is_one(a, b) for a in groups[one] for b in groups[other]) for one, other in named]
    assert sum(joined) >= 0.95 * len(joined)
    assert sum(joined) >= 0.39 * there
    assert len(possible) >= 20
    assert 0.4 <= sum(possible) / len(possible) <= 0.8
