from __future__ import annotations

import pytest
from tests.conftest import reading_of

from rashomon.model.claims import Count, PlaceRef


def killed_by_mention(text: str) -> list[list[int | None]]:
    reading = reading_of(text)
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
        "Earlier this month in Kidal, raiders killed five millers.",
        "In one of the worst such attacks, raiders killed five millers at Kidal in May 2016.",
        "Fresh clashes also rocked Kidal and killed five millers.",
        "Five millers were killed in a separate attack to the west, the mayor said.",
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
    reading = reading_of(
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
    reading = reading_of(f"{when}, air strikes on a camp near Gao killed 15 men.")
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
    reading = reading_of(
        "Rebels killed 54 soldiers near Baidoa. Uganda's president said they had been surprised."
    )
    assert [c.value.words for c in reading.claims if isinstance(c.value, PlaceRef)] == ["Baidoa"]


def test_a_toll_may_stand_far_from_its_number() -> None:
    reading = reading_of(
        "The death toll from the bombing of a mosque in the city of Peshawar has climbed to 100."
    )
    assert [c.value.low for c in reading.claims if c.facet == "killed" and isinstance(c.value, Count)] == [
        100
    ]


@pytest.mark.parametrize(
    "second",
    [
        "A second, smaller device went off in the town of Balad, where two people were killed.",
        "Last month seven guards were killed in a truck bombing.",
    ],
)
def test_one_more_at_another_place_or_long_before_is_another(second: str) -> None:
    first = "A car bomb exploded in Baghdad on Sunday, killing at least 83 people."
    assert killed_by_mention(f"{first} {second}")[0] == [83]


def test_the_second_of_two_blasts_is_of_the_same_attack() -> None:
    text = (
        "Two car bombs went off minutes apart in Mogadishu on Saturday, killing a hundred people. "
        "The second blast hit as ambulances arrived. A nurse counted 30 bodies."
    )
    assert killed_by_mention(text) == [[100, 30]]


def test_the_dead_of_a_whole_war_are_told_beside() -> None:
    text = (
        "Three men were killed in a raid near Buea. Rebels have been fighting in a conflict "
        "which has killed more than 3,000 people."
    )
    assert [3] in killed_by_mention(text)


def test_attacks_told_in_turn_keep_their_own_dead() -> None:
    text = (
        "There were two attacks in Ituri on Tuesday. In the first, raiders killed eight people at Otomabere. "
        "In the second, at Mambelenga, twelve were hacked to death."
    )
    assert killed_by_mention(text) == [[8], [12]]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Fighters stormed the village of Wad al-Noura, killing two.", ["Wad al-Noura"]),
        ("Bombs hit a house in Ukraine's second largest city, Kharkiv, killing two.", ["Kharkiv"]),
    ],
)
def test_where_it_was_and_who_only_speaks(text: str, places: list[str]) -> None:
    found = [c.value.words for c in reading_of(text).claims if isinstance(c.value, PlaceRef)]
    assert found == places


@pytest.mark.parametrize(
    "second",
    [
        "Two policemen were also killed in an attack by other raiders.",
        "Meanwhile, a car bomb killed nine people in Kidal.",
        "In May 2017, a raid on the same market killed 40 people.",
        "The raiders were blamed for the killing of 20 people at Dogol village about a fortnight ago.",
        "A record 900 murders were registered in the country last year.",
    ],
)
def test_what_is_told_for_background_has_its_own_dead(second: str) -> None:
    first = "Three traders were killed when gunmen stormed the market of Gao on Tuesday."
    assert [3] in killed_by_mention(f"{first} {second}")


def test_what_an_event_is_set_beside_gives_it_no_place() -> None:
    reading = reading_of(
        "Gunmen stormed the market of Gao on Tuesday, killing three traders. "
        "The attack came as soldiers fought rebels in Kidal.",
        published="2019-06-20",
    )
    main = next(m for m in reading.mentions if m.role == "main")
    places = {
        c.value.words for c in reading.claims if main.id in c.mention_ids and isinstance(c.value, PlaceRef)
    }
    assert "Kidal" not in places


def test_what_the_bombs_did_is_of_the_bombing_told() -> None:
    first = "Two bombers attacked a police station in Gao on Tuesday, killing six people."
    second = "The bombs exploded as the prime minister arrived in Dakar."
    assert killed_by_mention(f"{first} {second} Five policemen and a cook died.") == [[6, 5, 1]]


def test_the_dead_are_of_the_deed_that_the_sentence_dates() -> None:
    first = "Rebels attacked a post near Gao on Tuesday, wounding four guards, and one rebel died."
    second = "Thirteen guards were killed and nine were injured when the rebels attacked a mill in Kidal in January."
    assert killed_by_mention(f"{first} {second}") == [[1], [13]]


@pytest.mark.parametrize(
    "told",
    [
        "Troops searched the hills to see if there were rebels who died in the fighting.",
        "The group's parent body has not commented.",
        "The minister called on everybody to rally around the army.",
    ],
)
def test_what_nobody_knows_or_calls_for_adds_nothing(told: str) -> None:
    assert killed_by_mention(f"Rebels killed six soldiers in an ambush near Gao on Tuesday. {told}") == [[6]]


@pytest.mark.parametrize(
    "second",
    [
        "The latest incident came a day after six herders were killed in an attack in Gao.",
        "The latest incident comes four days after six herders were martyred in an attack on a camp near Gao.",
        "Only last week, six herders were killed when raiders fired on their camp.",
        "Last month, raiders had killed six herders.",
        "Violence has escalated there since May 2 when a bomber killed six herders.",
    ],
)
def test_what_came_the_week_or_the_day_before_has_its_own_dead(second: str) -> None:
    first = "Three traders were killed when gunmen stormed the market of Gao on Tuesday."
    assert killed_by_mention(f"{first} {second}") == [[3], [6]]


def test_earlier_this_month_is_another_time_than_a_day_the_event_has_among_others() -> None:
    first = "Gunmen attacked the market of Gao this month, killing three traders. The attack began on Sunday."
    assert killed_by_mention(f"{first} Earlier this month, rebels attacked Kidal, killing six herders.") == [
        [3],
        [6],
    ]


def test_bodies_found_in_another_province_are_of_another_event() -> None:
    first = "Raiders in Mali ambushed a convoy near Gao on Tuesday, killing three drivers."
    found = "In the western city of Kayes, seven bodies were found in a well."
    assert killed_by_mention(f"{first} {found}") == [[3], [7]]
    near = "At the market of Gao, seven bodies were found in a well."
    assert len(killed_by_mention(f"{first} {near}")) == 1


@pytest.mark.parametrize(
    "sent",
    [
        "Troops have been deployed to arrest the killers.",
        "Efforts were on to arrest the killers.",
        "A search is in progress to comb the bush and to arrest the killers.",
    ],
)
def test_whoever_is_sent_to_arrest_has_arrested_nobody(sent: str) -> None:
    reading = reading_of(f"Gunmen attacked Gao on Monday, killing four. {sent}")
    assert {c.certainty for c in reading.claims if c.facet == "captured"} <= {"planned"}


def test_what_follows_an_aim_happened() -> None:
    reading = reading_of("Soldiers were sent to attack Gao on Monday and killed four herders.")
    assert {c.certainty for c in reading.claims if c.facet == "killed"} == {"asserted"}


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "told",
    [
        "Police in Marseille are looking into a shooting that left three shoppers wounded outside a bakery in Toulon.",
        "A shooting in Marseille left two men dead and four wounded outside a bakery in Toulon.",
    ],
)
def test_whoever_a_shooting_left_wounded_is_told_of_with_it(told: str) -> None:
    assert len(reading_of(f"{told} The shooting was reported around noon.").mentions) == 1


@pytest.mark.usefixtures("nlp")
def test_what_the_event_is_set_beside_keeps_all_its_dead() -> None:
    text = (
        "Two people were killed in a shooting in Mopti on Monday. The shooting came a month after the massacre in Gao, "
        "where a gunman killed 31 traders in the deadliest shooting in the country."
    )
    assert killed_by_mention(text) == [[2], [31]]
    alone = "Two people were killed in a shooting in Mopti on Monday. The attack came a day after the feast."
    assert killed_by_mention(alone) == [[2]]


def test_the_rebels_of_whom_somebody_is_a_part_attacked_elsewhere() -> None:
    reading = reading_of(
        "A rebel was killed in a clash with soldiers in the Gao region on Sunday. The mayor believes the group was part "
        "of the rebels that attacked a post in Kayes recently."
    )
    main = next(mention for mention in reading.mentions if mention.role == "main")
    named = {
        c.value.words
        for c in reading.claims
        if c.facet == "place" and main.id in c.mention_ids and isinstance(c.value, PlaceRef)
    }
    assert named == {"Gao region"}


def test_it_took_place_tells_where() -> None:
    reading = reading_of(
        "A raid on a base in southern Mali killed six soldiers on Sunday. It took place on the outskirts of Sikasso. "
        "The mayor told local media in the capital Bamako that the raiders had fled."
    )
    named = {c.value.words: c.value.relation for c in reading.claims if isinstance(c.value, PlaceRef)}
    assert "Sikasso" in named
    convoy = reading_of(
        "Guards were travelling to the regional capital of Kayes when rebels killed two near Gao."
    )
    assert {c.value.words: c.value.relation for c in convoy.claims if isinstance(c.value, PlaceRef)} == {
        "Gao": "near"
    }
    assert "Bamako" not in named


@pytest.mark.usefixtures("nlp")
def test_what_a_month_opens_was_then() -> None:
    reading = reading_of(
        "Three traders were killed when gunmen stormed the market of Gao on Tuesday. In December, a driver steered his "
        "lorry into the crowd, killing nine."
    )
    told = {c.value.low: c.mention_ids for c in reading.claims if isinstance(c.value, Count)}
    assert set(told[3]).isdisjoint(told[9])


def test_after_the_toll_of_a_war_the_event_is_meant_again_and_not_what_was_told_beside_it() -> None:
    text = (
        "Air strikes killed at least 20 guests of a feast in a village near Gao on Sunday, residents said.\n\n"
        "A separate air strike killed four millers in the valley on Sunday night, they said.\n\n"
        "The alliance has launched hundreds of air strikes. Errant ones have killed hundreds of villagers.\n\n"
        "The rebels' radio said that 33 people had been killed."
    )
    assert [20, 33] in killed_by_mention(text)


def test_a_capital_and_its_suburb_in_the_province_around_it_are_one_site() -> None:
    text = (
        "Rockets hit a market in Damascus on Tuesday. Dozens have been killed by shelling of areas like Jaramana. "
        "At least 35 traders were killed in a rocket attack on a market in Damascus."
    )
    assert [12, 35] in killed_by_mention(text)


@pytest.mark.parametrize(
    "likened",
    [
        "It is similar to another raid that troops made on Kidal that day.",
        "The raid resembled an attack at Kidal in May.",
        "What happened is reminiscent of a massacre at Kidal last year.",
        "It was akin to a raid at Kidal in March.",
    ],
)
def test_what_a_deed_is_only_likened_to_has_no_part_in_it(likened: str) -> None:
    told = "Soldiers killed two rebels and detained one man in Gao on Tuesday."
    reading = reading_of(f"{likened} {told}")
    mentions = {c.facet: c.mention_ids for c in reading.claims if c.facet in {"killed", "captured"}}
    assert mentions["killed"] == mentions["captured"] != ()
    main = next(m for m in reading.mentions if m.role == "main")
    assert set(mentions["killed"]) == {main.id}
