"""Values that are the same however they are written need not be told; another value must be."""

import time

import pytest

from crossquote.comparison.compare import compare
from crossquote.comparison.reading.side import Side
from crossquote.language.language import language_of
from crossquote.model.finding import Severity

VALUES = frozenset({"number", "measurement", "money", "date", "time", "name"})
SAME = (
    ("en", "The fund holds 1250000 francs.", "The fund holds 1’250’000 francs."),
    ("uk", "Фонд має 1250000 франків.", "Фонд має 1 250 000 франків."),
    ("sv", "1250 personer kom.", "1 250 personer kom."),
    ("en", "The fund holds Rs 12,50,000.", "The fund holds Rs 1,250,000."),
    ("en", "It was in the XIX century.", "It was in the 19th century."),
    ("en", "World War II ended.", "World War Two ended."),
    ("en", "Pope Leo XIV spoke.", "Pope Leo the Fourteenth spoke."),
    ("de", "Die Arbeit beginnt am 01.03.", "Die Arbeit beginnt am 1. März."),
    ("de", "Die Arbeit beginnt am 01.03.26.", "Die Arbeit beginnt am 1. März 2026."),
    ("en", "Work starts on 13/3/2026.", "Work starts on 13 March 2026."),
    ("zh", "会议在2026年3月1日举行。", "会议在三月一日举行。"),
    ("en", "The 2020-21 season was short.", "The 2020/21 season was short."),
    ("en", "Two and a half million people voted.", "2.5 million people voted."),
    ("fr", "Deux millions et demi de personnes ont voté.", "2,5 millions de personnes ont voté."),
    ("uk", "Два з половиною мільйони людей голосували.", "2,5 мільйона людей голосували."),
    ("de", "Zwei Dutzend Menschen kamen.", "24 Menschen kamen."),
    ("en", "It lasted a fortnight.", "It lasted two weeks."),
    ("en", "It lasted half a year.", "It lasted six months."),
    ("zh", "基金有300万元。", "基金有3,000,000元。"),
    ("ja", "基金は1億2000万円です。", "基金は120,000,000円です。"),
    ("en", "The fund holds 12.5 lakh rupees.", "The fund holds 1.25 million rupees."),
    ("de", "Der Anruf kam um halb vier.", "Der Anruf kam um 3:30 Uhr."),
    ("uk", "Дзвінок був о пів на четверту.", "Дзвінок був о 3:30."),
    ("es", "La llamada fue a las tres y media.", "La llamada fue a las 3:30."),
    ("fr", "L’appel était à 15h30.", "L’appel était à 15 h 30."),
    ("fr", "L’appel était à trois heures et demie.", "L’appel était à 3h30."),
    ("ru", "Звонок был в 15.30.", "Звонок был в 15:30."),
    ("fr", "Le plan coûte 1,2 Md€.", "Le plan coûte 1,2 milliard d’euros."),
    ("en", "The wall is 3 m high.", "The wall is 3 metres high."),
    ("en", "Rooms 5-7 are closed.", "Rooms 5 to 7 are closed."),
)
OTHER = (
    ("en", "It was −5 degrees at night.", "It was 5 degrees at night."),
    ("de", "Es waren minus fünf Grad.", "Es waren fünf Grad."),
    ("en", "World War I changed the town.", "World War II changed the town."),
    ("fr", "Le palais date du XVIIe siècle.", "Le palais date du XVIIIe siècle."),
    ("ru", "Здание построено в XVII веке.", "Здание построено в XVIII веке."),
    ("de", "Die Arbeit beginnt am 01.03.2026.", "Die Arbeit beginnt am 1. April 2026."),
    ("zh", "三百万人投票。", "三百五十万人投票。"),
    ("en", "The wall is 3 m high.", "The wall is 3 km high."),
    ("en", "The level was 0.5‰.", "The level was 0.5%."),
    ("en", "It weighs 5 t.", "It weighs 5 kg."),
)


def _worst(language: str, base: str, text: str) -> int:
    told = language_of(language)
    found = compare(Side(base, told), Side(text, told)).findings
    return max((one.severity.rank for one in found if one.check in VALUES), default=-1)


@pytest.mark.parametrize(("language", "base", "text"), SAME)
def test_one_value_is_one_value_however_it_is_written(language: str, base: str, text: str) -> None:
    assert _worst(language, base, text) < Severity.MINOR.rank
    assert _worst(language, text, base) < Severity.MINOR.rank


@pytest.mark.parametrize(("language", "base", "text"), OTHER)
def test_another_value_is_told(language: str, base: str, text: str) -> None:
    assert _worst(language, base, text) >= Severity.MAJOR.rank
    assert _worst(language, text, base) >= Severity.MAJOR.rank


@pytest.mark.parametrize("unit", ["1 ", "0 1 ", "7, "])
def test_time_grows_with_the_count_of_numbers(unit: str) -> None:
    def cost(times: int) -> float:
        begun = time.process_time()
        _worst("en", unit * times + "1", unit * times + "2")
        return time.process_time() - begun

    cost(10)
    assert cost(1600) < 12 * cost(400) + 0.2
