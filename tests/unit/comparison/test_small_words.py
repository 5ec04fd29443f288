"""Small words and signs: those that turn the sense are told, those that are only written otherwise are not."""

import pytest

from crossquote.comparison.compare import compare
from crossquote.comparison.reading.side import Side
from crossquote.language.language import language_of
from crossquote.model.finding import Finding, Severity

TURNED = (
    ("en", "The minister spoke for the plan.", "The minister spoke against the plan."),
    ("es", "Votó a favor del plan.", "Votó en contra del plan."),
    ("uk", "Він голосував за план.", "Він голосував проти плану."),
    ("de", "Sie trafen sich vor der Wahl.", "Sie trafen sich nach der Wahl."),
    ("en", "The army moved to Karsen.", "The army moved from Karsen."),
    ("fr", "Le maire a accusé le ministre.", "Le ministre a accusé le maire."),
    ("es", "El alcalde acusó al ministro.", "El ministro acusó al alcalde."),
    ("ru", "Крылов обвинил Волкова.", "Волков обвинил Крылова."),
    ("de", "Der Norden griff den Süden an.", "Der Süden griff den Norden an."),
    ("en", "It is wrong to say that we are losing the war.", "… we are losing the war."),
    ("fr", "Il est faux de dire que nous perdons la guerre.", "… nous perdons la guerre."),
    ("en", "Torvane called the mayor a friend of the port.", "Called the mayor a friend of the port."),
    ("en", "The talks were held in Torvane during the winter.", "The talks were held in, during the winter."),
    ("en", "We keep the old rules of the harbour.", "We keep the strict old rules of the harbour."),
)
ALIKE = (
    ("en", "The minister thanked the mayor.", "The mayor was thanked by the minister."),
    ("en", "The mayor and the minister signed.", "The minister and the mayor signed."),
    ("de", "Den Süden griff der Norden an.", "Der Norden griff den Süden an."),
    ("en", "They waited for an hour.", "They waited an hour."),
    ("en", "No. We stay.", "No, no. We stay."),
    ("uk", "Ми не діти і не старі люди.", "Ми не діти чи старі люди."),
    ("en", "The harbour would be less pretty without boats.", "The harbour would not be as pretty without boats."),
    ("fr", "Nous sommes prêts à partir.", "Nous sommes sur le point de partir."),
    ("en", "We was there in May and we stayed.", "We was [sic] there in May and we stayed."),
    ("en", "The boats were tested in May.", "The boats were tested[3] in May."),
    ("en", "[W]e will leave in May.", "We will leave in May."),
    ("en", "I know the answer is right.", "I know that that answer is right."),
    ("en", "The harbour hosts the World Cup in May.", "The harbour hosts the World Championships in May."),
    ("en", "Without a permit the boats left the old harbour.", "The boats left the old harbour without a permit."),
    ("en", "We met Dorn on Sunday, 12 May.", "We met Dorn on 12 May."),
)
SILENT = (
    ("en", "The assessments were made in May.", "The assess-\nments were made in May."),
    ("en", "The price-determining factors stay.", "The price-\ndetermining factors stay."),
    ("ru", "Ещё всё идёт хорошо.", "Еще все идет хорошо."),
    ("fr", "Les œufs du cœur.", "Les oeufs du coeur."),
    ("en", "The long-term plan stays.", "The long term plan stays."),
    ("sr", "Министар је рекао.", "Ministar je rekao."),
    ("en", "The co-ordination office is closed.", "The coordination office is closed."),
)


def _find(language: str, base: str, text: str) -> tuple[Finding, ...]:
    told = language_of(language)
    return compare(Side(base, told), Side(text, told)).findings


@pytest.mark.parametrize(("language", "base", "text"), TURNED)
def test_what_turns_the_sense_is_major(language: str, base: str, text: str) -> None:
    assert max(one.severity.rank for one in _find(language, base, text)) >= Severity.MAJOR.rank


@pytest.mark.parametrize(("language", "base", "text"), ALIKE)
def test_what_says_the_same_is_not(language: str, base: str, text: str) -> None:
    assert all(one.severity.rank < Severity.MAJOR.rank for one in _find(language, base, text))


@pytest.mark.parametrize(("language", "base", "text"), SILENT)
def test_a_spelling_is_no_finding(language: str, base: str, text: str) -> None:
    assert not _find(language, base, text)


def test_a_loop_is_one_finding() -> None:
    found = _find("en", "We will close it.", "fl fl fl fl fl fl")
    assert sum(one.check == "repetition" for one in found) == 1


def test_a_unit_that_differs_in_its_case_alone_is_another() -> None:
    assert [one.check for one in _find("en", "It carries 10 KBps.", "It carries 10 Kbps.")] == ["measurement"]
