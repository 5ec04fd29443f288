"""How a rendition stands among the others: who is alone, who bears out what most say."""

import pytest

from crossquote.comparison.evidence.standing import weigh_standing
from crossquote.language.language import language_of

EN = language_of("en")

SAID = "The council gave the keys of the mill to Warden Ilse Tamm on 4 June, and it will not ask for them again"
CLOSE = "The council gave the keys of the mill to Warden Tamm on June 4, and it won't ask for them again"
PART = "gave the keys of the mill to Warden Tamm"


@pytest.mark.parametrize(
    "wrong",
    [
        SAID.replace("Ilse Tamm", "Petra Hollis") + ", said by all who were there",
        SAID.replace("4 June", "14 June"),
        SAID.replace("will not", "will"),
    ],
)
def test_who_says_what_no_other_says_is_alone(wrong: str) -> None:
    found = weigh_standing((wrong, SAID, CLOSE, PART), EN)
    assert [one.alone for one in found] == [True, False, False, False]


def test_two_have_no_majority_and_the_longer_bears_more() -> None:
    found = weigh_standing((PART, SAID), EN)
    assert not any(one.alone for one in found)
    assert found[1].bears > found[0].bears


def test_who_says_more_than_the_others_is_not_alone() -> None:
    longest = f"{SAID}, nor will Mayor Roland Ebers, who holds 12 others"
    assert not weigh_standing((longest, PART, PART, "on June 4"), EN)[0].alone


def test_the_wording_of_most_bears_more_than_a_longer_one() -> None:
    longer, shorter = (
        "There remain exclusively two ways out: pay or leave",
        "There remain only two options: pay or leave",
    )
    found = weigh_standing((longer, shorter, shorter, shorter), EN)
    assert found[1].bears > found[0].bears


def test_two_of_one_wording_do_not_outweigh_the_longest() -> None:
    longer = "There remain exclusively two ways out: pay or leave"
    shorter = "There remain only two options: pay or leave"
    found = weigh_standing((longer, shorter, shorter), EN)
    assert found[0].bears > found[1].bears


def test_those_of_one_source_count_once() -> None:
    wrong = SAID.replace("4 June", "14 June")
    assert weigh_standing((wrong, SAID, CLOSE), EN)[0].alone
    assert not weigh_standing((wrong, SAID, CLOSE), EN, (0, 1, 1))[0].alone
    copied = (wrong, wrong, SAID, CLOSE)
    assert [one.alone for one in weigh_standing(copied, EN, (0, 0, 2, 3))] == [True, True, False, False]
