"""What every face calls and draws alike: signs of severity, kinds of quote, where a finding was seen, quiet changes."""

from collections.abc import Mapping
from types import MappingProxyType

from crossquote.model.comparison import ChangeClass
from crossquote.model.finding import Seen, Severity
from crossquote.model.quote import QuoteKind

SIGNS: Mapping[Severity, str] = MappingProxyType(
    {Severity.CRITICAL: "◆", Severity.MAJOR: "▲", Severity.MINOR: "△", Severity.NEUTRAL: "·"}
)
KINDS: Mapping[QuoteKind, str] = MappingProxyType(
    {QuoteKind.DIRECT: "direct", QuoteKind.MIXED: "quoted part", QuoteKind.INDIRECT: "reported"}
)
SEEN: Mapping[Seen, str] = MappingProxyType(
    {
        Seen.ORIGINAL: "",
        Seen.TRANSLATION: "Seen only in the translation: it may come from the machine.",
        Seen.UNSTABLE: "Unstable: another translation of the same words lacks it.",
    }
)
QUIET = frozenset({ChangeClass.WORDING, ChangeClass.CASING, ChangeClass.MARKS, ChangeClass.SAME, ChangeClass.PERSON})
"""Classes of change that are drawn quietly."""
