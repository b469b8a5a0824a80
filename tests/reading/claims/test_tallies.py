"""The dead of a war, a campaign or a year, with which a report of one day's clash ends; sentences of our own."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.model.claims import Claim, Count
from rashomon.reading.english import read_english

CLASH = "Azure Front fighters ambushed a patrol near Gao on Monday, killing three soldiers. "


def told(text: str, number: int) -> tuple[Claim, str]:
    """The claim of so many killed, and the role of the happening it is of."""
    reading = read_english(report_of(text, published="2019-06-20"))
    roles = {mention.id: mention.role for mention in reading.mentions}
    (claim,) = (
        c
        for c in reading.claims
        if c.facet == "killed" and isinstance(c.value, Count) and number in {c.value.low, c.value.high}
    )
    return claim, roles[claim.mention_ids[0]]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("background", "number"),
    [
        ("Guards have killed 30 raiders in the past 20 days.", 30),
        ("In the last ten days, 24 raiders were killed.", 24),
        ("More than 40,000 people have been killed in fighting over the valley.", 40001),
        ("Tens of thousands have died in the battle for the river.", 10000),
        ("The front has been accused of killing thousands of herders.", 1000),
        ("They are thought to have killed at least 700 herders and 15 monks.", 700),
        ("They are thought to have killed at least 700 herders and 15 monks.", 15),
        ("In the first seven months of this year the army killed 90 rebels.", 90),
        ("Last year, out of 154 slain rebels, 32 came from abroad.", 154),
        ("Since the front took up arms, more than 200 villagers have been killed.", 201),
        ("More than 70 guards have been shot dead by the front since October.", 71),
    ],
)
def test_the_dead_of_a_war_or_a_year_are_none_of_a_clash(background: str, number: int) -> None:
    assert told(CLASH + background, number)[1] == "summary"


@pytest.mark.usefixtures("nlp")
def test_a_part_of_a_tally_goes_with_it() -> None:
    text = f"{CLASH}The front has been accused of killing thousands of herders, including two monks."
    assert told(text, 1000)[1] == told(text, 2)[1] == "summary"


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("running", "number"),
    [
        ("The ambush raised the death toll to 60 since Saturday.", 60),
        ("The killings bring the toll in the army's four-week offensive to 48.", 48),
        ("The latest deaths take the death toll to 71 in the valley's conflict.", 71),
    ],
)
def test_a_toll_over_days_of_fighting_is_none_of_a_clash(running: str, number: int) -> None:
    assert told(CLASH + running, number)[1] == "summary"


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("same", "number"),
    [
        ("Nine guards have been killed since Monday.", 9),
        ("The death toll has risen to nine since Monday.", 9),
        ("Two more bodies were found, bringing the death toll to nine.", 9),
        ("Nine guards were killed in the 2019 ambush.", 9),
        ("Hundreds were killed in the fighting on Monday.", 100),
    ],
)
def test_a_number_of_the_day_is_no_tally(same: str, number: int) -> None:
    assert told(CLASH + same, number)[1] == "main"
