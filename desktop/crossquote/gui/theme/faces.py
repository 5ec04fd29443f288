"""Which scripts the installed faces can draw, by Qt's writing systems."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtGui import QFontDatabase

from crossquote.text.scripts import Script

_System = QFontDatabase.WritingSystem
_SYSTEMS: Mapping[Script, Sequence[_System]] = MappingProxyType(
    {
        **dict.fromkeys((Script.LATIN, Script.CYRILLIC, Script.GREEK), ()),
        Script.HANGUL: (_System.Korean,),
        Script.KANA: (_System.Japanese,),
        Script.HAN: (_System.SimplifiedChinese, _System.TraditionalChinese, _System.Japanese),
    }
)
"""What Qt names otherwise than Unicode; the others have one name. None is asked for what the bundled faces have."""


def undrawn(
    scripts: Iterable[Script], families: Callable[[_System], Sequence[str]] = QFontDatabase.families
) -> list[Script]:
    """Return those of `scripts` that no face can draw; `families` tells which faces are for a writing system.

    What Qt has no writing system for (Ethiopic) is not among them.
    """
    return [script for script in scripts if (of := _systems(script)) and not any(map(families, of))]


def _systems(script: Script) -> Sequence[_System]:
    system = _System.__members__.get(script.value)
    return _SYSTEMS.get(script, () if system is None else (system,))
