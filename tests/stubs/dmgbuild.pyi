from collections.abc import Mapping
from typing import Any

def build_dmg(filename: str, volume_name: str, *, settings: Mapping[str, Any]) -> None: ...
