"""The book of rules: which rule silences a finding, looked up by its words instead of rule by rule."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

from msgspec import Struct

from crossquote.identity import ByIdentity
from crossquote.model.review import FindingKey, Rule
from crossquote.text.words import split_words

FoldedWords = tuple[str, ...]
Meaning = tuple[str, FoldedWords | None, FoldedWords | None]
"""What a rule silences: a check, words of the base and of the text without case and marks; None stands for any."""


@lru_cache(maxsize=16384)
def fold_words(text: str) -> FoldedWords:
    """Return the words of a text without regard to case and marks."""
    return tuple(word.key for word in split_words(text))


def meaning(rule: Rule) -> Meaning:
    """Return what a rule silences: two rules that silence the same are one."""
    return rule.check, fold_words(rule.base) if rule.base else None, fold_words(rule.text) if rule.text else None


def silences(rule: Rule, key: FindingKey) -> bool:
    """Tell whether `rule` keeps the finding known by `key` from being raised."""
    return rule.check == key.check and meaning(rule) in meanings(key)


class RuleBook(Struct, frozen=True):
    """Rules by what they silence; of several that silence the same, the first.

    For each check that has any, `bases` and `texts` are the words that its rules are about; None stands for any.
    """

    rules: Mapping[Meaning, tuple[int, Rule]]
    bases: Mapping[str, AbstractSet[FoldedWords | None]]
    texts: Mapping[str, AbstractSet[FoldedWords | None]]

    def may_silence(self, check: str, base: str, text: str) -> bool:
        """Tell whether a rule for `check` is about words of the base, and one about words of the text, like these."""
        if check not in self.bases:
            return False
        return _is_about(self.bases[check], base) and _is_about(self.texts[check], text)

    def silencing(self, key: FindingKey) -> Rule | None:
        """Return the first rule that keeps the finding known by `key` from being raised, None where there is none."""
        if not self.may_silence(key.check, key.base, key.text):
            return None
        found = [self.rules[wanted] for wanted in meanings(key) if wanted in self.rules]
        return min(found, key=lambda numbered: numbered[0])[1] if found else None


def meanings(key: FindingKey) -> tuple[Meaning, ...]:
    """Return what rules that silence a finding mean."""
    check, base, text = key.check, fold_words(key.base), fold_words(key.text)
    return (check, base, text), (check, base, None), (check, None, text), (check, None, None)


def _is_about(words: AbstractSet[FoldedWords | None], text: str) -> bool:
    return None in words or fold_words(text) in words


def rule_book(rules: Mapping[str, Rule]) -> RuleBook:
    """Return the book of the rules of a state; made once for each set of rules."""
    return _book(ByIdentity(rules))


@lru_cache(maxsize=8)
def _book(known: ByIdentity[Mapping[str, Rule]]) -> RuleBook:
    rules: dict[Meaning, tuple[int, Rule]] = {}
    for number, rule in enumerate(known.value.values()):
        rules.setdefault(meaning(rule), (number, rule))
    bases: dict[str, set[FoldedWords | None]] = {}
    texts: dict[str, set[FoldedWords | None]] = {}
    for check, base, text in rules:
        bases.setdefault(check, set()).add(base)
        texts.setdefault(check, set()).add(text)
    return RuleBook(rules, bases, texts)
