# What is used of lxml's trees.

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

class LxmlError(Exception): ...

_Element: TypeAlias = Any
Element: Any

class QName:
    def __init__(self, name: object) -> None: ...
    namespace: str | None

class _LogEntry:
    message: str

class _Validator:
    error_log: Iterable[_LogEntry]
    def __init__(self, rules: _Element | str) -> None: ...
    def validate(self, tree: _Element) -> bool: ...

class XMLSchema(_Validator): ...
class RelaxNG(_Validator): ...
class DTD(_Validator): ...

class XMLParser:
    def __init__(
        self,
        *,
        encoding: str | None = ...,
        resolve_entities: bool = ...,
        no_network: bool = ...,
        load_dtd: bool = ...,
        remove_comments: bool = ...,
        remove_pis: bool = ...,
        recover: bool = ...,
        huge_tree: bool = ...,
    ) -> None: ...

class HTMLParser:
    def __init__(
        self,
        *,
        encoding: str | None = ...,
        no_network: bool = ...,
        remove_comments: bool = ...,
        remove_pis: bool = ...,
        huge_tree: bool = ...,
    ) -> None: ...

class iterwalk:
    def __init__(self, root: _Element, events: Iterable[str] = ...) -> None: ...
    def __iter__(self) -> Iterator[tuple[str, _Element]]: ...
    def skip_subtree(self) -> None: ...

def fromstring(text: bytes, parser: XMLParser | HTMLParser = ..., *, base_url: str = ...) -> _Element: ...
def parse(path: str) -> _Element: ...
