"""What langdetect says of a text: asked only where the profiles leave a doubt, since it costs a quarter of a second."""

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from typing import Any

from crossquote.language.tags import code_of

# A language that langdetect gives no chance keeps this much of its own.
_KEPT = 0.2


@lru_cache(maxsize=1)
def _factory() -> Any:
    """Return langdetect's detectors with a fixed seed, so that the same text has the same answer each time."""
    module = import_module("langdetect.detector_factory")  # here, since its profiles cost 0.2 s
    factory = module.DetectorFactory()
    factory.load_profile(module.PROFILES_DIRECTORY)
    factory.seed = 0
    return factory


def second_opinion(text: str) -> Mapping[str, float]:
    """Return how likely langdetect finds each language, by Argos's names; empty where it finds none."""
    detector = _factory().create()
    detector.append(text)
    failed = import_module("langdetect.lang_detect_exception").LangDetectException
    try:
        found = detector.get_probabilities()
    except failed:
        return {}
    return {code_of(item.lang): float(item.prob) for item in found}


def reconsider(text: str, chances: Mapping[str, float]) -> dict[str, float]:
    """Return `chances` as a second opinion changes them; as they are where it does not know the two likeliest."""
    known = {code_of(name) for name in _factory().get_lang_list()}
    doubtful = sorted(chances, key=lambda code: -chances[code])[:2]
    said = second_opinion(text) if known.issuperset(doubtful) else {}
    if not said:
        return dict(chances)
    weighed = {code: chance * (_KEPT + said.get(code, 0.0)) for code, chance in chances.items() if code in known}
    left = sum(chance for code, chance in chances.items() if code in known) / sum(weighed.values())
    return {code: weighed[code] * left if code in weighed else chance for code, chance in chances.items()}
