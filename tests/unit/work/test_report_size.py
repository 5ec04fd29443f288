"""How large a report is, told before it is made: what is counted is what the report then holds."""

from itertools import product

import pytest

from crossquote.export.choice import Extent, ReportChoice
from crossquote.export.choosing import choose
from crossquote.model.finding import Severity
from crossquote.model.review import Ruling, Verdict
from crossquote.work.edits.in_bulk import judge_all, rule_on_all
from crossquote.work.edits.review import findings
from crossquote.work.report import gather_report
from crossquote.work.report_size import count_wanted
from crossquote.work.session import Session
from gui.hand_made import sample_state


@pytest.mark.parametrize(("extent", "least"), list(product(Extent, Severity)))
def test_as_many_are_counted_as_the_report_holds(extent: Extent, least: Severity) -> None:
    session = Session(sample_state())
    first, second, _ = session.state.utterances.values()
    judge_all(session, second.renditions[1:], Verdict.FAITHFUL)
    told = [said for index in range(len(first.renditions)) for said in findings(session.state, first, index)]
    rule_on_all(session, [said.key for said in told[:1]], Ruling.DISMISSED)
    choice = ReportChoice(extent=extent, least=least, chosen=frozenset({first.id}))
    held = choose(gather_report(session.state), choice).utterances
    assert count_wanted(session.state, choice) == len(held)
