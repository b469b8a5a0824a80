from __future__ import annotations

import pytest
from tests.reading.test_happenings import read

from rashomon.model.claims import Count, PlaceRef


def killed_by_mention(text: str) -> list[list[int | None]]:
    reading = read(text, published="2019-06-20")
    told = [
        [
            c.value.low
            for c in reading.claims
            if m.id in c.mention_ids and c.facet == "killed" and isinstance(c.value, Count)
        ]
        for m in reading.mentions
    ]
    return [numbers for numbers in told if numbers]


@pytest.mark.parametrize(
    "second",
    [
        "In a separate incident, raiders attacked a post near Kidal, killing seven guards.",
        "Elsewhere, five millers were killed by raiders who stormed a mill.",
        "In another attack, raiders killed five millers.",
        "In the town of Kidal, five millers were killed by shelling, officials said separately.",
        "Raiders killed five millers in an ambush at Kidal on Monday.",
    ],
)
def test_what_is_told_beside_has_its_own_dead(second: str) -> None:
    first = "Three traders were killed when gunmen stormed the market of Gao on Tuesday."
    assert len(killed_by_mention(f"{first} {second}")) == 2


@pytest.mark.parametrize(
    "second",
    [
        "Elsewhere in the village the raiders burned a mill and killed a miller.",
        "The mayor said that four traders were killed in the attack.",
        "At least four people were killed, the ministry said in a separate statement.",
    ],
)
def test_another_word_on_the_same_is_told_of_it(second: str) -> None:
    first = "Three traders were killed when gunmen stormed the market of Gao on Tuesday."
    assert len(killed_by_mention(f"{first} {second}")) == 1


def test_drones_that_also_struck_did_another_thing() -> None:
    reading = read(
        "Raiders attacked a post near Gao, killing seven guards. Turkish drones also struck a mill, "
        "wounding three people."
    )
    assert [m.kind for m in reading.mentions] == ["attack", "air_strike"]


def test_the_dead_of_an_ambush_are_told_of_with_it() -> None:
    text = (
        "More than thirty people were killed in a drone strike on the market of Alamata. "
        "Rebels killed seven soldiers in an ambush at Kobo."
    )
    assert killed_by_mention(text) == [[31], [7]]


@pytest.mark.parametrize("when", ["Overnight", "Over the weekend", "On the night of 3 to 4 June"])
def test_a_time_of_several_days_is_the_same_as_itself(when: str) -> None:
    reading = read(f"{when}, air strikes on a camp near Gao killed 15 men.", published="2019-06-20")
    assert len(reading.mentions) == 1


@pytest.mark.parametrize(
    "second",
    [
        "It was the deadliest raid in the city since 2014, when 147 people were killed at a school.",
        "A guard had died in the same area on 1 June.",
        "Last week five soldiers were killed in an ambush in Kathua district.",
        "On Tuesday fourteen people were killed in an attack on the village of Tadaryat.",
    ],
)
def test_what_came_before_or_at_another_village_is_no_part_of_it(second: str) -> None:
    first = "Nine people were killed on Tuesday in a raid on the village of Solhan."
    assert killed_by_mention(f"{first} {second}")[0] == [9]


def test_an_office_of_a_land_puts_nothing_there() -> None:
    reading = read("Rebels killed 54 soldiers near Baidoa. Uganda's president said they had been surprised.")
    assert [c.value.words for c in reading.claims if isinstance(c.value, PlaceRef)] == ["Baidoa"]


def test_a_toll_may_stand_far_from_its_number() -> None:
    reading = read("The death toll from the bombing of a mosque in the city of Peshawar has climbed to 100.")
    assert [c.value.low for c in reading.claims if c.facet == "killed" and isinstance(c.value, Count)] == [
        100
    ]
