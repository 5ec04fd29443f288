"""Rules from a file: those of another story or another desk, looked at before they are taken in."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from uuid import uuid4

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from crossquote.causes import cause_of
from crossquote.comparison.table import known_checks
from crossquote.errors import ErrorCode, UserError
from crossquote.message import Message, message
from crossquote.model.changes import Changes
from crossquote.model.review import Rule
from crossquote.model.state import State
from crossquote.notation import NotationError, read_ordinary
from crossquote.work.edits.review import open_findings
from crossquote.work.edits.rule_book import meaning, meanings
from crossquote.work.session import Session

_MOST_BYTES = 1024 * 1024
_MOST_RULES = 5_000


class _RulesFile(Struct, frozen=True):
    rules: tuple[Rule, ...]


class OfferedRules(Struct, frozen=True):
    """What a file of rules would bring: `rules` are new here, `known` is how many of it are here already.

    `silenced` has for each of `rules` how many findings that are open now it would silence, `together` all of them.
    """

    path: Path
    rules: tuple[Rule, ...]
    known: int
    silenced: tuple[int, ...]
    together: int


def read_rules(path: Path) -> tuple[Rule, ...]:
    """Return the rules that a file holds, as `export_rules` wrote them; a `UserError` says what is wrong with it."""
    try:
        data = read_ordinary(path, _MOST_BYTES)
    except NotationError as error:
        raise _refused(path, message("rules.too-large")) from error
    except OSError as error:
        raise UserError(ErrorCode.MISSING, message("error.not-read", reason=cause_of(error)), path=str(path)) from error
    try:
        rules = msgspec.json.decode(data, type=_RulesFile).rules
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise _refused(path, message("rules.none", reason=cause_of(error))) from error
    if len(rules) > _MOST_RULES:
        raise _refused(path, message("rules.too-many", most=_MOST_RULES))
    unknown = sorted({rule.check for rule in rules} - known_checks().keys())
    if unknown:
        named = tuple(message("rules.check", check=check[:40]) for check in unknown[:3])
        others = (message("rules.others"),) if unknown[3:] else ()
        raise _refused(path, message("rules.unknown-checks", checks=(*named, *others)))
    if not all(_is_time(rule.stamp.at) for rule in rules):
        raise _refused(path, message("rules.no-time"))
    return rules


def look_at(state: State, path: Path) -> OfferedRules:
    """Return what the rules of a file would bring, before any of it happens."""
    given = read_rules(path)
    known = {meaning(rule) for rule in state.rules.values()}
    fresh = tuple({meaning(rule): rule for rule in reversed(given) if meaning(rule) not in known}.values())[::-1]
    wanted = {meaning(rule) for rule in fresh}
    silencing = [wanted.intersection(meanings(reviewed.key)) for reviewed in open_findings(state)]
    counts = Counter(one for meant in silencing for one in meant)
    silenced = tuple(counts[meaning(rule)] for rule in fresh)
    together = sum(map(bool, silencing))
    return OfferedRules(path, fresh, len(given) - len(fresh), silenced, together)


def import_rules(session: Session, rules: Sequence[Rule]) -> Changes:
    """Take rules in, those left out that are here already; one step that can be taken back."""
    state = session.state
    known = {meaning(rule) for rule in state.rules.values()}
    fresh = {meaning(rule): replace(rule, id=uuid4().hex) for rule in rules if meaning(rule) not in known}
    if not fresh:
        return Changes()
    taken = MappingProxyType({**state.rules, **{rule.id: rule for rule in fresh.values()}})
    step = message("did.import-rules", count=len(fresh))
    return session.move_to(replace(state, rules=taken), step) | Changes(utterances=frozenset(state.utterances))


def _is_time(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _refused(path: Path, why: Message) -> UserError:
    return UserError(ErrorCode.UNREADABLE, message("error.rules", why=why), path=str(path))
