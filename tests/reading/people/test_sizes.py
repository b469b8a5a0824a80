"""Bodies whose words say how many people they are, and who was taken without a verb of arrest."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.model.claims import Claim, Count
from rashomon.reading.english import read_english


def counted(text: str, facet: str) -> list[tuple[int | None, int | None]]:
    claims: list[Claim] = [c for c in read_english(report_of(text)).claims if c.facet == facet]
    return [(c.value.low, c.value.high) for c in claims if isinstance(c.value, Count)]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "facet", "number"),
    [
        ("A family of six was killed by a shell in Tarn.", "killed", 6),
        ("A group of seven smugglers was arrested near Tarn.", "captured", 7),
        ("A six-man cell was arrested near Tarn.", "captured", 6),
        ("A three-person team was killed by an air strike near Tarn.", "killed", 3),
        ("Both gunmen were killed near Tarn.", "killed", 2),
        ("Five shepherds met their death in a drone strike near Tarn.", "killed", 5),
        ("Anna Brun, Carl Molt and Ida Veld were killed by a shell.", "killed", 1),
    ],
)
def test_the_words_give_the_number(text: str, facet: str, number: int) -> None:
    told = counted(text, facet)
    assert set(told) == {(number, number)}
    assert len(told) == (3 if number == 1 else 1)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Five rebels gave themselves up after the battle of Tarn.", 5),
        ("Three men turned themselves in to the police after the raid on Tarn.", 3),
        ("Troops rounded up 15 suspected rebels in a sweep of Tarn.", 15),
        ("Police picked up four suspected smugglers in a raid on Tarn.", 4),
        ("Two suspects are in custody after a shooting in Tarn.", 2),
        ("Three suspects are being held after a bombing in Tarn.", 3),
        ("The raid on Tarn netted six suspected rebels and many weapons.", 6),
        ("The raid led to the arrest of a commander and four of his fighters.", 4),
        ("The army killed nine rebels, wounded four and captured two near Tarn.", 2),
    ],
)
def test_who_was_taken_without_a_verb_of_arrest(text: str, number: int) -> None:
    assert (number, number) in counted(text, "captured")


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "text",
    [
        "Rescuers picked up four survivors after the attack on the boat.",
        "The talks are being held after a bombing in Tarn.",
        "The commander gave up his post after the battle of Tarn.",
    ],
)
def test_nobody_is_taken(text: str) -> None:
    assert counted(text, "captured") == []


@pytest.mark.usefixtures("nlp")
def test_some_of_those_told_of_together_were_killed_and_some_wounded() -> None:
    text = "A shell on Tarn killed and wounded a number of villagers, including women."
    assert counted(text, "killed")[0][0] == counted(text, "wounded")[0][0] == 2
    assert counted("A shell on Tarn killed and wounded 30 villagers.", "killed") == []


@pytest.mark.usefixtures("nlp")
def test_a_title_in_capitals_names_no_people() -> None:
    text = "Several Rebels Detained in Tarn\n\nTroops detained several rebels in Tarn on Monday."
    groups = {
        c.about.categories for c in read_english(report_of(text)).claims if c.facet == "captured" and c.about
    }
    assert groups == {("militants",)}


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("The blast killed 15 security forces.", 15),
        ("Three coalition forces died in the blast.", 3),
        ("Two guards died and eight other were killed later.", 8),
        ("A security personnel was killed in the blast.", 1),
    ],
)
def test_forces_and_others_are_counted_as_people(text: str, low: int) -> None:
    claims = [claim for claim in read_english(report_of(text)).claims if claim.facet == "killed"]
    assert low in [claim.value.low for claim in claims if isinstance(claim.value, Count)]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Three security personnel were killed at Orle.", "soldiers"),
        ("Two security force personnel were killed at Orle.", "soldiers"),
        ("Two private security personnel were killed at Orle.", "people"),
        ("Two hospital personnel were killed at Orle.", "people"),
    ],
)
def test_the_personnel_of_a_states_forces_bear_arms(text: str, category: str) -> None:
    (group,) = {c.about.categories for c in read_english(report_of(text)).claims if c.about}
    assert category in group
