# What is used of lxml's pages.

from typing import Any

def fromstring(text: str) -> Any: ...
