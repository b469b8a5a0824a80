"""Harm told beside an event: avenged by it, or what those who fought are accused of; small reports of our own."""

from __future__ import annotations

import pytest
from tests.conftest import main_event, report_of

from rashomon.model.claims import Claim, Count
from rashomon.model.layers import Reading
from rashomon.reading.english import read_english

FIGHT = "MSA and GATIA fighters clashed with raiders near Kidal on Monday, killing three of them. "


def killed(reading: Reading) -> dict[int | None, tuple[Claim, str]]:
    """The claims of people killed by number, each with the role of its happening."""
    roles = {mention.id: mention.role for mention in reading.mentions}
    return {
        claim.value.low: (claim, roles[claim.mention_ids[0]])
        for claim in reading.claims
        if claim.facet == "killed" and isinstance(claim.value, Count)
    }


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "accusation",
    [
        "The mission was told of accusations that fighters of both groups summarily executed 40 herders.",
        "A rights group published allegations that soldiers had shot dead 40 herders.",
    ],
)
def test_what_fighters_are_accused_of_is_no_part_of_the_fight(accusation: str) -> None:
    told = killed(read_english(report_of(FIGHT + accusation)))
    claim, role = told[40]
    assert (claim.certainty, role) == ("hedged", "background")
    assert claim.by is not None
    assert claim.by.identification == "alleged"
    assert claim.about is not None
    assert claim.about.words == "herders"
    assert told[3][1] == "main"


@pytest.mark.usefixtures("nlp")
def test_an_accusation_about_an_attack_told_of_stays_with_it() -> None:
    text = "A strike hit a school at Orle on Monday. There were allegations that 12 pupils were killed."
    claim, role = killed(read_english(report_of(text)))[12]
    assert (claim.certainty, role) == ("hedged", "main")


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize("denial", ["The army denied the accusations.", "The army rejected all allegations."])
def test_a_denial_of_accusations_is_read(denial: str) -> None:
    reading = read_english(report_of(f"The army shelled Orle on Monday, killing four farmers. {denial}"))
    assert [claim.facet for claim in reading.claims if claim.facet == "responsibility"] == ["responsibility"]


@pytest.mark.usefixtures("nlp")
def test_a_participle_with_an_object_tells_what_its_noun_did() -> None:
    text = "The fighters of the two units summarily executed nine men at Orle on Monday."
    told = killed(read_english(report_of(text)))
    assert set(told) == {9}
    by = told[9][0].by
    assert by is not None
    assert by.words.endswith("fighters")


@pytest.mark.usefixtures("nlp")
def test_a_denial_of_accusations_stands_beside_them() -> None:
    accusation = (
        "The mission was told of accusations that fighters of both groups summarily executed 40 herders. "
    )
    reading = read_english(report_of(FIGHT + accusation + "MSA and GATIA denied the accusations."))
    denials = [claim for claim in reading.claims if claim.facet == "responsibility"]
    assert [claim.mention_ids for claim in denials] == [killed(reading)[40][0].mention_ids]


@pytest.mark.usefixtures("nlp")
def test_an_attack_that_did_no_harm_still_had_its_sides() -> None:
    reading = read_english(report_of("JNIM's attack on the MINUSMA camp at Kidal did not hurt anybody."))
    assert {"initiator", "target"} <= {claim.facet for claim in reading.claims}


SHOT = "One man was shot dead on Monday on Elm Street in Tulsa. "


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("tally", "number"),
    [
        ("The city has recorded 32 gun deaths so far this year.", 32),
        ("About 30,000 people die from gun violence each year in the country.", 30000),
        ("The county reported 12 homicides in 2015.", 12),
        ("The gang has killed 40 people over the past two years.", 40),
        ("Fifteen people have been killed since the start of the year.", 15),
        ("His death brings the toll of the insurgency since 2013 to 318.", 318),
        ("The shooting took the number of people killed in the insurgency to more than 600.", 601),
        ("Some call the shooting a revenge attack for the murder of nine drivers in Bara.", 9),
    ],
)
def test_the_tally_of_a_year_is_no_part_of_the_event(tally: str, number: int) -> None:
    told = killed(read_english(report_of(SHOT + tally)))
    assert told[1][1] == "main"
    assert number not in told or told[number][1] in {"background", "summary"}


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Two guards died in a clash near Orle, raising the death toll since January to 318.", 318),
        (
            "Three men were arrested in Orle in connection with the May 4 violence in Bara, which claimed nine lives.",
            9,
        ),
        (
            "Lawyers protested in Orle against the attack in Bara that resulted in the death of 60 pilgrims.",
            60,
        ),
        ("Some 300 residents marched in Orle to protest the killing of two elders.", 2),
    ],
)
def test_what_a_sentence_tells_beside_its_own_event_is_another_happening(text: str, number: int) -> None:
    assert killed(read_english(report_of(text)))[number][1] != "main"


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Forty people have been killed in the valley over the past two months.", 40),
        ("One man was shot dead in Tulsa. Two women were killed a year after their wedding.", 2),
    ],
)
def test_what_is_told_first_or_of_one_day_is_no_tally(text: str, number: int) -> None:
    assert killed(read_english(report_of(text)))[number][1] == "main"


@pytest.mark.usefixtures("nlp")
def test_what_somebody_had_done_previously_is_another_happening() -> None:
    told = killed(
        read_english(report_of("Soldiers killed four rebels who had previously executed nine traders."))
    )
    assert (told[4][1], told[9][1]) == ("main", "background")


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "told",
    [
        "The mayor called it cowardly to ambush and murder our guards.",
        "There was no indication that any gunmen died.",
        "Some of their bodies were still inside the burning trucks.",
    ],
)
def test_harm_judged_or_without_a_sign_adds_no_dead(told: str) -> None:
    text = f"Gunmen ambushed a convoy near Gao on Monday and killed six guards. {told}"
    reading = read_english(report_of(text, published="2019-06-20"))
    dead = [c for c in reading.claims if c.facet == "killed" and c.polarity == "affirmed"]
    assert [c.value.low for c in dead if isinstance(c.value, Count)] == [6]


@pytest.mark.usefixtures("nlp")
def test_who_is_blamed_for_a_deed_did_it_before() -> None:
    record = main_event(
        "Nine rebels died in a clash near Gao. Among them was a leader blamed for the beheading of two tourists."
    )
    assert record.totals.ucdp.best == 9


@pytest.mark.usefixtures("nlp")
def test_what_an_earlier_report_said_gives_way_to_the_newer_figure() -> None:
    record = main_event(
        "Forty guards were killed in a raid on Gao, a spokesman said. An earlier report on Monday said 28 guards "
        "had been killed."
    )
    assert record.totals.ucdp.best == 40


@pytest.mark.usefixtures("nlp")
def test_those_of_a_tally_took_no_part_in_the_event() -> None:
    record = main_event(
        "Gunmen raided a post near Gao and killed nine guards. Violence by the groups linked to the Islamic State has "
        "killed thousands of people and displaced more than 1.4 million."
    )
    assert "islamic-state" not in {actor.id for side in record.sides for actor in side.actors}


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "tally",
    [
        "Civil groups said 34 civilians have been killed in the area in two weeks.",
        "The minister said on Sunday that 34 guerrillas had been killed in the department this year.",
        "At least 34 people had died in the state in under a month.",
        "The army says it has killed 34 insurgents within a month.",
        "The army has lost 34 men there in two months of fighting.",
    ],
)
def test_the_dead_of_weeks_are_none_of_a_days(tally: str) -> None:
    assert main_event(f"Gunmen killed two clerks in Ardal on Monday. {tally}").totals.latest.killed == 2


@pytest.mark.usefixtures("nlp")
def test_who_died_within_a_week_of_the_raid_is_its_victim() -> None:
    told = "Gunmen killed two clerks and wounded three in Ardal on Monday. One of the wounded had died within a week of the raid."
    assert main_event(told).totals.latest.killed == 3


@pytest.mark.usefixtures("nlp")
def test_what_one_could_confirm_is_put_forward_as_so() -> None:
    told = read_english(
        report_of("Gunmen raided Ardal on Monday. An official could confirm only six deaths.")
    )
    assert [claim.certainty for claim in told.claims if claim.facet == "killed"] == ["asserted"]
