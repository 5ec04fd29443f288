"""Untranslated: words left in the language of the source, or in another script."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from crossquote.comparison.check import Check
from crossquote.comparison.reading.pair import Pair
from crossquote.language.language import Language
from crossquote.message import message
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.span import Span
from crossquote.text.detection import leaning
from crossquote.text.scripts import Script, count_scripts, only_languages, written_with
from crossquote.text.words import Word, split_words

_LONG = 4
_FOREIGN = 2.5
"""Log odds: what two languages have in common ("options", "animal") speaks for neither."""


def check_untranslated(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for the first run of words that were not translated."""
    run = _first_run([word for word in pair.text_words if _is_left(pair, word)], pair.text_words)
    if run is None:
        return
    left = run.of(pair.text.text)
    severity = Severity.MAJOR if len(left.split()) > 1 else Severity.MINOR
    headline, evidence = message("untranslated.left", now=left), (message("untranslated.other_language"),)
    yield CHECK.make_finding(severity, None, run, headline, evidence)


def _is_left(pair: Pair, word: Word) -> bool:
    written = word.span.of(pair.text.text)
    if not written.isascii() and _script(written) not in _scripts(pair.base.text):
        return not _is_own_script(written, pair.language)
    source = pair.text.source
    if source is None or source.language == pair.text.language or len(word.key) < _LONG or not word.key.isalpha():
        return False
    if not written.islower() or any(word.key == own.key for own in pair.base_words):
        return False
    if not any(word.key == own.key for own in split_words(source.text)):
        return False
    return _is_strange(pair, source.language) and _belongs_there(word, source.language, pair.text.language)


def _is_own_script(word: str, language: Language) -> bool:
    """Tell whether a word has letters of its language: its own, beside Chinese characters, or of one of its two."""
    if language.lexicon.texts("language", "scripts"):
        return True
    scripts = count_scripts(word).keys()
    own = {script for script, code in only_languages().items() if code == language.code}
    return not scripts.isdisjoint(own | ({Script.HAN} if language.code in written_with() else set()))


def _belongs_there(word: Word, source: Language, target: Language) -> bool:
    """Tell whether a word looks like one of the source's language, and not like one that both write alike."""
    return source.told and target.told and leaning(word.key, source.code, target.code) >= _FOREIGN


def _is_strange(pair: Pair, source_language: Language) -> bool:
    """Tell whether the two languages share few words by chance: then one and the same word was left as it was."""
    source = pair.text.source
    ours = {word.key for word in pair.text_words}
    theirs = {word.key for word in split_words(source.text)} if source is not None else set()
    return source_language.told and len(ours & theirs) * 3 <= len(ours) + 3


@lru_cache(maxsize=256)
def _scripts(text: str) -> frozenset[str]:
    """Return the scripts of the letters in a text; signs that are no letters belong to all."""
    return frozenset(_script(letter) for letter in set(text)) | {""}


def _script(word: str) -> str:
    letter = next((letter for letter in word if letter.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""


def _first_run(left: list[Word], words: tuple[Word, ...]) -> Span | None:
    if not left:
        return None
    at = words.index(left[0])
    last = left[0]
    for word in words[at + 1 :]:
        if word not in left:
            break
        last = word
    return Span(left[0].span.start, last.span.end)


CHECK = Check(
    id="untranslated",
    rank=250,
    category=(Category.UNTRANSLATED,),
    severity=(Severity.MAJOR, Severity.MINOR),
    run=check_untranslated,
)
