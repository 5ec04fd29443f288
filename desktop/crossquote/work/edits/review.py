"""Reviewing: verdicts on renditions, rulings on findings, rules and notes; each one step that can be taken back."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from crossquote.export.write import write_text
from crossquote.files import WHATEVER, Consent
from crossquote.identity import ByIdentity
from crossquote.message import message
from crossquote.model.changes import Changes, copied
from crossquote.model.finding import Finding
from crossquote.model.review import (
    Decision,
    FindingKey,
    Judgement,
    Note,
    Progress,
    Rule,
    Ruling,
    Stamp,
    Verdict,
    about_finding,
    noted_id,
)
from crossquote.model.state import State
from crossquote.model.utterance import Rendition, Utterance
from crossquote.model.utterances import holding
from crossquote.work.edits.raised import (
    Raised,
    finding_key,
    lines_of,
    raise_all,
    raised_in,
    silenced,
    silenced_in,
    utterances_meant,
)
from crossquote.work.edits.rule_book import meaning, rule_book, silences
from crossquote.work.edits.step_names import named, outlet_of
from crossquote.work.edits.wanted import wanted
from crossquote.work.reviewer import reviewer
from crossquote.work.session import Session
from crossquote.work.sources import hold_sources

K = TypeVar("K")
V = TypeVar("V")


class Reviewed(Struct, frozen=True):
    """A finding with what the user made of it: `decision` None where it is open; `rule` where one silences it."""

    key: FindingKey
    finding: Finding
    decision: Decision | None
    rule: Rule | None = None
    note: Note | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether the finding still waits for the user."""
        return self.decision is None and self.rule is None


def findings(state: State, utterance: Utterance, index: int) -> Iterator[Reviewed]:
    """Yield the findings on one rendition of `utterance`, with the user's decisions and rules."""
    comparison = utterance.comparisons[index] if utterance.comparisons else None
    if comparison is None:
        return
    book = rule_book(state.rules)
    for finding in comparison.findings:
        key = finding_key(utterance.renditions[index], comparison, finding)
        note = state.notes.get(about_finding(key)) if state.notes else None
        yield Reviewed(key, finding, state.rulings.get(key), book.silencing(key), note)


def silenced_by(state: State, rule: Rule) -> int:
    """Return how many findings that are open now `rule` would silence."""
    return sum(silences(rule, reviewed.key) for reviewed in open_findings(state))


def open_findings(state: State) -> Iterator[Reviewed]:
    """Yield all findings that still wait for the user."""
    for utterance in state.utterances.values():
        for index in range(len(utterance.renditions)):
            yield from (reviewed for reviewed in findings(state, utterance, index) if reviewed.is_open)


def silenced_now(state: State) -> Mapping[str, int]:
    """Return how many findings each rule keeps from being raised, by the rule's id."""
    counts = dict.fromkeys(state.rules, 0)
    for utterance in state.utterances.values():
        for index in range(len(utterance.renditions)):
            for reviewed in findings(state, utterance, index):
                if reviewed.rule is not None:
                    counts[reviewed.rule.id] += 1
    return counts


def export_rules(state: State, path: Path, agreed: Consent = WHATEVER) -> Path:
    """Write the rules to `path` as JSON, for the file of another story or another desk; over no article's own file."""
    hold_sources(state, path)
    listed = [to_builtins(rule) for rule in state.rules.values()]
    write_text(path, json.dumps({"rules": listed}, ensure_ascii=False, indent=2) + "\n", agreed)
    return path


def progress(state: State) -> Progress:
    """Return how far the review is."""
    rules = ByIdentity(state.rules)
    lines = lines_of(state.utterances)
    return Progress.of_all([_count(state, raised_in(line), silenced_in(line, rules)) for line in lines])


def progress_of(state: State, utterance: Utterance) -> Progress:
    """Return how far the review of one utterance is."""
    if not utterance.measured:
        return Progress()
    raised = raise_all((utterance,))
    return _count(state, raised, silenced(raised, rule_book(state.rules)))


def _count(state: State, raised: Raised, closed: AbstractSet[FindingKey]) -> Progress:
    """Return how far the review of what is `raised` is; the findings `closed` are silenced by rules."""
    judged = state.verdicts.keys() & raised.renditions.keys()
    closed = closed | (state.rulings.keys() & raised.findings.keys())
    return Progress(
        sum(raised.renditions[quote] for quote in judged),
        sum(raised.renditions.values()),
        sum(raised.findings.values()) - sum(raised.findings[key] for key in closed),
    )


def judge(session: Session, rendition: Rendition, verdict: Verdict | None) -> Changes:
    """Give a rendition a verdict, or with None take it back."""
    value = Judgement(verdict, stamp()) if verdict else None
    verdicts = _with(session.state.verdicts, rendition.quotes[0], value)
    outlet = outlet_of(session.state, rendition.quotes[0])
    code = "did.judge" if verdict else "did.take-back-verdict"
    facts = {"verdict": message(f"did.as-{verdict.name.lower()}")} if verdict else {}
    name = message(f"{code}-on", outlet=outlet, **facts) if outlet else message(code, **facts)
    return session.move_to(replace(session.state, verdicts=verdicts), name) | _of(session.state, rendition.quotes[0])


def rule_on(session: Session, key: FindingKey, ruling: Ruling | None, reason: str = "") -> Changes:
    """Accept or dismiss a finding, or with None open it again."""
    value = Decision(ruling, reason, stamp()) if ruling else None
    rulings = _with(session.state.rulings, key, value)
    code = {None: "did.open-finding", Ruling.ACCEPTED: "did.accept", Ruling.DISMISSED: "did.dismiss"}[ruling]
    step = named(message(code, check=key.check), session.state, key.quote)
    return session.move_to(replace(session.state, rulings=rulings), step) | _of(session.state, key.quote)


def dismiss_alike(session: Session, utterance_id: str, check: str, reason: str = "") -> Changes:
    """Dismiss every open finding of one check on one utterance."""
    state = session.state
    utterance = wanted(state.utterances, utterance_id)
    alike = [
        reviewed.key
        for index in range(len(utterance.renditions))
        for reviewed in findings(state, utterance, index)
        if reviewed.is_open and reviewed.key.check == check
    ]
    if not alike:
        return Changes()
    decision = Decision(Ruling.DISMISSED, reason, stamp())
    rulings = with_each(state.rulings, alike, decision)
    outlets = tuple(dict.fromkeys(outlet for key in alike if (outlet := outlet_of(state, key.quote))))
    dismissed = message("did.dismiss-alike", check=check, count=len(alike))
    step = message("did.at", did=dismissed, outlet=message("did.outlets", outlets=outlets)) if outlets else dismissed
    return session.move_to(replace(state, rulings=rulings), step) | Changes(utterances=frozenset({utterance_id}))


def add_rule(session: Session, rule: Rule) -> Changes:
    """Keep findings like these from being raised, until the rule is taken back."""
    changed = replace(session.state, rules=_with(session.state.rules, rule.id, rule))
    return session.move_to(changed, message("did.make-rule", check=rule.check)) | Changes(
        utterances=utterances_silenced(session.state, (rule,))
    )


def remove_rule(session: Session, rule_id: str) -> Changes:
    """Take a rule back."""
    state = session.state
    silenced = utterances_silenced(state, (wanted(state.rules, rule_id),))
    changed = replace(state, rules=_with(state.rules, rule_id, None))
    return session.move_to(changed, message("did.take-back-rule")) | Changes(utterances=silenced)


def write_note(session: Session, about: str, text: str) -> Changes:
    """Write a note on anything; an empty text takes it away."""
    value = Note(about, text.strip(), stamp()) if text.strip() else None
    changed = replace(session.state, notes=_with(session.state.notes, about, value))
    step = named(message("did.write-note" if value else "did.take-note-away"), session.state, noted_id(about))
    return session.move_to(changed, step) | Changes(utterances=utterances_about(session.state, {noted_id(about)}))


def stamp() -> Stamp:
    """Return who decides now."""
    return Stamp(reviewer(), datetime.now(UTC).isoformat(timespec="seconds"))


def _with(mapping: Mapping[K, V], key: K, value: V | None) -> Mapping[K, V]:
    """Return `mapping` with `key` set, or without it where `value` is None."""
    return with_each(mapping, (key,), value)


def with_each(mapping: Mapping[K, V], keys: Collection[K], value: V | None) -> Mapping[K, V]:
    """Return `mapping` with each of `keys` set to one value, or without them where it is None."""
    others = copied(mapping)
    for key in keys:
        others.pop(key, None)
    return MappingProxyType(others if value is None else others | dict.fromkeys(keys, value))


def _of(state: State, quote_id: str) -> Changes:
    """Return that the utterance of a quote is to be shown anew."""
    return Changes(utterances=utterances_about(state, {quote_id}))


def utterances_about(state: State, ids: AbstractSet[str]) -> frozenset[str]:
    """Return the utterances that `ids` are about: by their own id, that of an article or of a quote of theirs."""
    articles = {id_ for id_ in ids if id_ in state.articles}
    looked_at = state.utterances if articles else holding(state.utterances, ids)
    about = (
        key
        for key in looked_at
        for one in state.utterances[key].renditions
        if one.article in articles or not ids.isdisjoint(one.quotes)
    )
    return frozenset(about).union(id_ for id_ in ids if id_ in state.utterances)


def utterances_silenced(state: State, rules: Iterable[Rule]) -> frozenset[str]:
    """Return the utterances that have a finding that one of `rules` is about."""
    return utterances_meant(state.utterances, {meaning(rule) for rule in rules})
