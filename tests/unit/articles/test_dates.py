"""Dates in the heads of articles."""

import pytest

from crossquote.articles.dates import UNKNOWN, FigureOrder, find_date


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("14 March 2025", "2025-03-14"),
        ("March 14, 2025", "2025-03-14"),
        ("14.03.2025", "2025-03-14"),
        ("3 KASIM 2024", "2024-11-03"),
        ("3 Kasım 2024", "2024-11-03"),
        ("12 HAZİRAN 2024", "2024-06-12"),
        ("12 Aprıl 2024", "2024-04-12"),
        ("1 auguſt 2024", "2024-08-01"),
        ("14 martie 2025", "2025-03-14"),
        ("2025. március 14.", "2025-03-14"),
        ("2025eko martxoaren 14a", "2025-03-14"),
        ("14-a de marto 2025", "2025-03-14"),
        ("14 mars 2025", "2025-03-14"),
        ("14 მარტი, 2025", "2025-03-14"),
        ("14 մարտի 2025", "2025-03-14"),
        ("14 Márta 2025", "2025-03-14"),
        ("2025 m. kovo 14 d.", "2025-03-14"),
        ("14 במרץ 2025", "2025-03-14"),
        ("14 मार्च 2025", "2025-03-14"),
        ("الجمعة، 14 آذار/مارس 2025", "2025-03-14"),
        ("04 آب/اغسطس 2013، آخر تحديث 02:21", "2013-08-04"),
        ("12 كانون الثاني 2025", "2025-01-12"),
        ("5. Jänner 2025", "2025-01-05"),
        ("14 มีนาคม 2025", "2025-03-14"),
        ("14 มีนาคม 2568", "2025-03-14"),
        ("29 กุมภาพันธ์ 2567", "2024-02-29"),
        ("14 March 2568", None),
        ("14. 3. 2025", "2025-03-14"),
        ("2025. 3. 14.", "2025-03-14"),
        ("입력 2025. 3. 14. 오전 9:00", "2025-03-14"),
        ("2025. 03. 14. 9:10", "2025-03-14"),
        ("14/Mar/2025", "2025-03-14"),
        ("14.März 2025", "2025-03-14"),
        ("14th of March 2025", "2025-03-14"),
        ("١٤/٣/٢٠٢٥", "2025-03-14"),
        ("۱۴۰۳/۱۲/۲۴", "2025-03-14"),
        ("۱ فروردین ۱۴۰۰", "2021-03-21"),
        ("چهارشنبه ۲۹ اسفند ۱۳۹۹", "2021-03-19"),
        ("2 تير 1399", "2020-06-22"),
        ("۳۰ اسفند ماه ۱۴۰۳", "2025-03-20"),
        ("۳۰ اسفند ۱۴۰۰", None),
        ("۳۱ مهر ۱۴۰۰", None),
        ("١٤٤٦/٩/١٤", None),
        ("14 March 1446", None),
        ("2025年3月14日", "2025-03-14"),
        ("2025年3月14日 金曜日", "2025-03-14"),
        ("2025년 3월 14일", "2025-03-14"),
        ("14 listopada 2025", "2025-11-14"),
        ("31 June 2024", None),
        ("1 May 0000", None),
        ("nothing", None),
    ],
)
def test_a_date_is_found_as_it_is_written(text: str, found: str | None) -> None:
    assert find_date(text) == found


@pytest.mark.parametrize(
    ("line", "order", "found"),
    [
        ("Hafen, 14.03.25", FigureOrder(day_first=True, year_last=True), "2025-03-14"),
        ("Hafen, 4.03.25 | 9:10", FigureOrder(day_first=True, year_last=True), "2025-03-04"),
        ("14.03.48", FigureOrder(day_first=True, year_last=True), None),
        ("Version 4.3.25", FigureOrder(day_first=True, year_last=True), None),
        ("14.03.25", FigureOrder(day_first=True), None),
        ("14.03.25", UNKNOWN, None),
        ("14.13.25", FigureOrder(day_first=True, year_last=True), None),
        ("2.14.03.25", FigureOrder(day_first=True, year_last=True), None),
    ],
)
def test_a_year_of_two_figures_is_read_where_it_comes_last(line: str, order: FigureOrder, found: str | None) -> None:
    assert find_date(line, whole=True, order=order) == found
    assert find_date(line, order=order) is None
