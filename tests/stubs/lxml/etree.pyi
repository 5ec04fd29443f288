# What is used of lxml's trees.

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

class LxmlError(Exception): ...

_Element: TypeAlias = Any

class XMLParser:
    def __init__(
        self,
        *,
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

def fromstring(text: bytes, parser: XMLParser | HTMLParser = ...) -> _Element: ...
