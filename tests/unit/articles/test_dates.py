"""Dates in the heads of articles."""

import pytest

from crossquote.articles.dates import find_date


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
        ("2025 m. kovo 14 d.", "2025-03-14"),
        ("14 במרץ 2025", "2025-03-14"),
        ("14 मार्च 2025", "2025-03-14"),
        ("14 มีนาคม 2025", "2025-03-14"),
        ("14 มีนาคม 2568", None),
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
