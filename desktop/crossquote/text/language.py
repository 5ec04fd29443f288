"""The language of a text."""

from functools import lru_cache
from importlib import import_module
from typing import Any

from crossquote.model.article import UNKNOWN_LANGUAGE, Detection
from crossquote.text.scripts import Script, count_scripts

_SAMPLE = 2000
_ARGOS_NAMES = {"no": "nb", "zh-cn": "zh", "zh-tw": "zt"}
_ONLY_ONE = {
    Script.ARMENIAN: "hy",
    Script.GEORGIAN: "ka",
    Script.GREEK: "el",
    Script.HANGUL: "ko",
    Script.HEBREW: "he",
    Script.KANA: "ja",
    Script.THAI: "th",
    Script.BENGALI: "bn",
}


@lru_cache(maxsize=1)
def _factory() -> Any:
    """Return langdetect's detectors with a fixed seed, so that the same text has the same answer each time."""
    module = import_module("langdetect.detector_factory")  # here, since its profiles cost 0.2 s
    factory = module.DetectorFactory()
    factory.load_profile(module.PROFILES_DIRECTORY)
    factory.seed = 0
    return factory


def _by_langdetect(text: str, prior: str | None) -> Detection:
    detector = _factory().create()
    detector.append(text)
    failed = import_module("langdetect.lang_detect_exception").LangDetectException
    try:
        found = detector.get_probabilities()
    except failed:
        found = []
    candidates = tuple((_ARGOS_NAMES.get(item.lang, item.lang), float(item.prob)) for item in found)
    if not candidates:
        return Detection(prior, 0.1 if prior else 0.0)
    return Detection(*candidates[0], candidates)


def detect_language(text: str, prior: str | None = None) -> Detection:
    """Return the language of `text`; `prior` is that of the text around it, which settles what is else unsure."""
    sample = text[:_SAMPLE]
    scripts = count_scripts(sample)
    if not scripts:
        return UNKNOWN_LANGUAGE
    letters = sum(scripts.values())
    kana = scripts.get(Script.KANA, 0)
    if kana * 10 > letters:
        return Detection("ja", 1.0, (("ja", 1.0),))
    likeliest = max(scripts, key=lambda script: scripts[script])
    only = _ONLY_ONE.get(likeliest)
    if only is not None:
        confidence = scripts[likeliest] / letters
        return Detection(only, confidence, ((only, confidence),))
    return _by_langdetect(sample, prior)
