"""The sections of a lexicon without what is wrong in them: that is noted, and the language works with the rest."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from crossquote.language.schema import schema
from crossquote.language.section import Key, Section, fits, fitting_part
from crossquote.language.source import LexiconSource, Noting, line_of, malformed
from crossquote.message import Fact, Message, message


class Sifted(Mapping[str, Mapping[str, object]]):
    """The sections of a TOML source that the schema knows, each parsed and sifted when it is first asked for."""

    def __init__(self, code: str, source: bytes, note: Noting) -> None:
        self._code, self._source, self._note = code, source, note
        self._own = LexiconSource(code, source, note)
        self._sifted: dict[str, Mapping[str, object]] = {}
        for name in (name for name in self._own if name not in schema()):
            self._tell("lexicon.unknown-section", line_of(source, name, ""), section=name)

    def __getitem__(self, name: str) -> Mapping[str, object]:
        if name not in self._sifted:
            self._sifted[name] = MappingProxyType(dict(self._sift(schema()[name])))
        return self._sifted[name]

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._own if name in schema())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _sift(self, section: Section) -> Iterator[tuple[str, object]]:
        """Yield the keys of a section with what is right under them."""
        for name, value in self._own[section.name].items():
            key = section.key(name)
            if key is None:
                self._tell("lexicon.unknown-key", self._line(section, name), section=section.name, key=name)
                continue
            right = self._right(section, key, value)
            if right is not None:
                yield name, right

    def _right(self, section: Section, key: Key, value: object) -> object:
        """Return what of a value can stand under a key, None where nothing can."""
        told = {"section": section.name, "key": key.name}
        if not fits(value, key.kind):
            self._tell("lexicon.kind", self._line(section, key.name), kind=kind_of(key), **told)
            value = fitting_part(value, key.kind)
        for entry in key.foreign(value):
            choices = ", ".join(key.choices)
            self._tell("lexicon.choice", self._line(section, key.name), entry=entry, choices=choices, **told)
        return key.known_part(value)

    def _line(self, section: Section, key: str) -> int:
        return line_of(self._source, section.name, key)

    def _tell(self, code: str, line: int, **facts: Fact) -> None:
        self._note(malformed(self._code, message(code, line=line, **facts)))


def kind_of(key: Key) -> Message:
    """Return what has to stand under a key, as it is told."""
    return message(f"lexicon-kind.{key.kind.value}")
