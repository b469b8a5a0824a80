from __future__ import annotations

import pytest
from tests.conftest import main_event, reading_of

from rashomon.model.claims import Claim, Count


def figures(text: str) -> list[tuple[str, int | None, str, str]]:
    claims = reading_of(text).claims
    return [
        (c.facet, c.value.low, c.about.words if c.about else "", c.coverage)
        for c in claims
        if c.facet in {"killed", "wounded"} and isinstance(c.value, Count)
    ]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Ten people died in the raid. Four of the dead were children.", (4, "children")),
        ("Ten people died in the raid. Four of those slain were farmers.", (4, "farmers")),
        ("Ten people died in the raid. Among the dead were three nurses.", (3, "nurses")),
        ("Ten people died in the raid. The dead included five villagers.", (5, "villagers")),
        ("Ten people died in the raid. A priest was among the dead.", (1, "A priest")),
    ],
)
def test_who_some_of_the_dead_were_is_a_part_of_them(text: str, part: tuple[int, str]) -> None:
    assert figures(text) == [("killed", 10, "people", "unknown"), ("killed", *part, "subset")]


def test_all_of_a_list_told_of_among_the_dead_are_parts_of_them() -> None:
    told = figures(
        "Twenty people died in the raid. Two farmers, a clerk and nine guards were among the dead."
    )
    assert [figure[1] for figure in told if figure[3] == "subset"] == [2, 1, 9]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels raided Ardal; 9 dead (5 guards, 4 rebels), 6 injured.",
        "Rebels raided a farm, 9 killed (5 farmers, 4 guards), 6 wounded.",
    ],
)
def test_who_the_dead_were_stands_in_a_bracket_and_nobody_there_was_hurt(text: str) -> None:
    assert [figure[:2] for figure in figures(text)] == [("killed", 9), ("wounded", 6)]


def test_a_part_points_to_its_whole() -> None:
    claims = reading_of("Thirty people were wounded in the raid. Six of the wounded were nurses.").claims
    hurt: list[Claim] = [c for c in claims if c.facet == "wounded"]
    assert hurt[1].subset_of == hurt[0].id


def test_some_who_were_killed_are_no_figure_for_all() -> None:
    assert (
        figures("Four farmers died in the strike. He named two of the farmers who were killed.")[1][3]
        == "subset"
    )


def test_a_share_of_the_wounded_is_nobody_counted() -> None:
    assert figures("A third of the wounded died.") == []


def test_the_families_of_the_dead_are_not_dead() -> None:
    assert [
        f[1:3] for f in figures("They wept with the families of the five drivers who had been killed.")
    ] == [(5, "the five drivers")]


@pytest.mark.parametrize(
    "words", ["lost eight of its men", "lost only eight of its soldiers", "had lost eight fighters"]
)
def test_a_body_that_lost_some_of_its_own_tells_of_dead(words: str) -> None:
    assert [f[:2] for f in figures(f"The front said it {words}.")] == [("killed", 8)]


@pytest.mark.parametrize(
    "words",
    [
        "A morgue in the town received 20 bodies.",
        "The bodies of 20 people were brought to the hospital, a nurse said.",
    ],
)
def test_bodies_that_a_hospital_received_are_a_part(words: str) -> None:
    assert figures(f"At least 104 people were killed. {words}")[1][3] == "subset"


@pytest.mark.parametrize(
    "text",
    [
        "Up to 40 people are feared dead.",
        "Nine fishermen are missing, presumed dead.",
        "Ten are believed to have died.",
    ],
)
def test_who_is_only_thought_dead_is_hedged(text: str) -> None:
    claims = [c for c in reading_of(text).claims if c.facet == "killed"]
    assert [c.certainty for c in claims] == ["hedged"]


def test_whoever_tells_of_the_dead_is_none_of_them() -> None:
    text = "Two strikes killed 17 civilians, including nine children, residents and media said."
    assert [f[1] for f in figures(text)] == [17, 9]


def test_a_body_whose_name_looks_like_a_word_of_harm_is_none() -> None:
    assert figures("The road was closed after the attack, a KIA officer said.") == []


def test_everyone_is_no_number() -> None:
    assert figures("They were killing everyone in the village.") == [("killed", 2, "everyone", "unknown")]


def test_a_policeman_is_none_of_the_soldiers() -> None:
    told = figures("Four soldiers, including an officer, and a policeman were killed in a gunfight.")
    assert [(low, coverage) for _, low, _, coverage in told] == [
        (4, "unknown"),
        (1, "subset"),
        (1, "unknown"),
    ]


def test_killed_or_wounded_says_neither() -> None:
    claims = reading_of("The rebels said dozens of officers were killed or wounded.").claims
    assert [c.facet for c in claims if c.facet in {"killed", "wounded", "casualties"}] == ["casualties"]


@pytest.mark.parametrize(
    "text",
    [
        "The agency put the number of dead in three weeks of fighting at 254.",
        "That raised an earlier toll of 31.",
    ],
)
def test_a_toll_of_weeks_or_one_gone_by_is_none(text: str) -> None:
    assert figures(text) == []


def test_two_more_add_to_those_told_of() -> None:
    assert figures("Thirty people were killed in the raid. Two more died overnight.")[1][3] == "increment"


def test_what_somebody_believes_is_his_and_hedged() -> None:
    (claim,) = [
        c
        for c in reading_of("Police believe that at least 12 rebels were killed.").claims
        if c.facet == "killed"
    ]
    assert (claim.certainty, claim.attribution[0].source) == ("hedged", "Police")


def test_a_clause_with_a_voice_of_its_own_is_not_denied() -> None:
    text = "The army denied that its men were hit in the ambush near Kidal, which the rebels said had left ten dead."
    told = {
        c.value.low: c.attribution
        for c in reading_of(text).claims
        if c.facet == "killed" and isinstance(c.value, Count)
    }
    assert [link.stance for link in told[10][:-1]] == ["asserts"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine rebels were killed or wounded.", {("casualties", 9)}),
        ("Nine rebels were killed or captured.", {("neutralised", 9)}),
        ("No rebel was killed or wounded.", {("killed", 0), ("wounded", 0)}),
    ],
)
def test_one_harm_or_another_tells_of_each_only_where_nobody_suffered(
    text: str, found: set[tuple[str, int]]
) -> None:
    claims = reading_of(text).claims
    assert {(c.facet, c.value.low) for c in claims if isinstance(c.value, Count)} == found


def test_where_the_dead_came_from_stands_in_a_bracket() -> None:
    assert ("killed", 6, "", "unknown") in figures("Losses are six dead (Togolese) and nine wounded.")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Six soldiers were killed and three others injured near Ardal.", "combatant"),
        ("A soldier was killed and three others injured near Ardal.", "unknown"),
        ("Six farmers were killed and three others injured near Ardal.", "unknown"),
    ],
)
def test_others_beside_several_fighters_are_fighters(text: str, status: str) -> None:
    hurt = [claim.about for claim in reading_of(text).claims if claim.facet == "wounded"]
    assert [about.status for about in hurt if about is not None] == [status]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("told", "dead"),
    [
        ("Seventeen bodies reached the morgue, a medic said. Three of those who came in alive died.", 17),
        ("At least 22 people died, activists said. A doctor said that two of those who arrived died.", 22),
        ("Two of those rushed to the hospital died, said a doctor. The mayor said eleven died in all.", 11),
        ("Six people were killed. Three of those admitted to the clinic died later, a nurse said.", 6),
        ("Three of the people brought to the clinic died, a nurse said.", 3),
    ],
)
def test_who_died_in_a_hospital_is_some_of_the_dead(told: str, dead: int) -> None:
    totals = main_event("Shells hit the market of Ardal on Monday. " + told).totals
    assert (totals.latest.killed, totals.acled.fatalities) == (dead, dead)
