"""The models keep Qt's rules whatever is shown, and say what rows hold."""

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from crossquote.gui.models import utterances
from crossquote.gui.models.articles import ArticleModel
from crossquote.gui.models.findings import FindingModel
from crossquote.gui.models.quotes import QuoteModel
from crossquote.gui.models.rows import Order
from crossquote.gui.models.utterances import UtteranceModel
from crossquote.gui.views.filter_bar import SWITCHES
from crossquote.model.state import State
from crossquote.work.filters import Filter, Filters

pytestmark = pytest.mark.usefixtures("qapp")


def checked(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_articles(state: State) -> None:
    model = ArticleModel()
    tester = checked(model)
    model.show_state(state)
    model.show_state(state)
    assert [model.index(row).data() for row in range(model.rowCount())] == [
        "Harbour Daily", "Coast Wire", "Прибережна", "Küstenblatt",
    ]  # fmt: skip
    model.show_state(State())
    assert model.rowCount() == 0
    assert tester.model() is model


@pytest.mark.parametrize("sort", list(Order))
@pytest.mark.parametrize("chosen", SWITCHES)
def test_utterances(state: State, chosen: Filter, sort: Order) -> None:
    model = UtteranceModel()
    tester = checked(model)
    model.show_state(state)
    model.narrow(Filters((chosen,)))
    model.order_by(sort)
    assert model.rowCount() == model.counts((chosen.facet,))[chosen]
    model.find("no such words")
    assert model.rowCount() == 0
    assert tester.model() is model


def test_utterances_stand_worst_first(state: State) -> None:
    model = UtteranceModel()
    model.show_state(state)
    assert model.ids() == ["u1", "u2", "u3"]
    model.order_by(Order.SPEAKER)
    assert model.ids() == ["u1", "u2", "u3"]
    model.find("BRIDGE")
    assert model.ids() == ["u2"]


def test_findings(state: State) -> None:
    model = FindingModel()
    tester = checked(model)
    model.show_state(state, ["u2", "u1"])
    assert [model.entry(row).finding.check for row in range(model.rowCount())] == [
        "negation", "number", "strength", "truncation", "strength",
    ]  # fmt: skip
    assert tester.model() is model


def test_quotes(state: State) -> None:
    model = QuoteModel()
    tester = checked(model)
    quotes = state.quotes_of("coast")
    model.show_quotes(quotes, state.articles["coast"].text)
    assert [model.id_at(model.index(row)) for row in range(model.rowCount())] == [quote.id for quote in quotes]
    index = model.index(model.row_of("u2-coast"))
    assert index.data() == "Tomas Berg · direct: There is danger to the bridge."
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Speaker: Tomas Berg\nCue: said\nKind: direct"
    assert model.row_of("u2-harbour") == -1
    model.show_quotes((), "")
    assert model.rowCount() == 0
    assert tester.model() is model


def test_rows_are_made_in_parts_and_come_to_the_same(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, model = UtteranceModel(), UtteranceModel()
    whole.show_state(state)
    monkeypatch.setattr(utterances, "_LOOKED_AT", 1)
    assert len(list(model.looking_ahead(state))) == len(state.utterances)
    monkeypatch.setattr(utterances, "utterance_row", None)
    model.show_state(state)
    assert shown(model) == shown(whole)


def shown(model: UtteranceModel) -> list[object]:
    return [model.index(row, column).data() for row in range(model.rowCount()) for column in range(model.columnCount())]
