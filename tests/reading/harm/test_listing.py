"""Lists of the harmed: people told of beside each other, and totals that are spelled out."""

from __future__ import annotations

import pytest
from tests.conftest import report_of
from tests.pace import within

from rashomon.model.claims import Claim, Count
from rashomon.reading.english import read_english


def killed(text: str) -> list[Claim]:
    report = report_of(text)
    return [claim for claim in read_english(report).claims if claim.facet == "killed"]


def listed(claims: list[Claim]) -> list[int | None]:
    """The numbers of people told of beside others."""
    marked = [claim for claim in claims if any(flag.code == "listed" for flag in claim.flags)]
    return [claim.value.low for claim in marked if isinstance(claim.value, Count)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Two farmers and a shepherd were killed by a shell.", [2, 1]),
        ("The wife of the mayor and three other villagers were killed by a shell.", [1, 3]),
        ("The shelling killed two women, three children and five traders.", [2, 3, 5]),
        ("A bomb killed twelve people and a child at the market.", [12, 1]),
        ("Between 20 civilians and 30 civilians were killed by an airstrike.", []),
        ("Two farmers were killed, while a shepherd was killed in another raid.", []),
        ("A shell killed two farmers and wounded a shepherd.", []),
    ],
)
def test_people_of_one_word_of_harm_are_told_beside_each_other(text: str, numbers: list[int]) -> None:
    assert listed(killed(text)) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "The raid killed at least three civilians – a mother and her two sons – and injured six others.",
        "Three people, a man and two women, were killed by a shell.",
    ],
)
def test_a_list_that_spells_out_a_total_gives_its_parts(text: str) -> None:
    whole, *parts = sorted(killed(text), key=lambda claim: claim.about.start or 0 if claim.about else 0)
    assert isinstance(whole.value, Count)
    assert (whole.value.low, whole.coverage) == (3, "unknown")
    assert [(part.coverage, part.subset_of) for part in parts] == [("subset", whole.id)] * 2


@pytest.mark.parametrize(
    "text",
    [
        "The morning of Monday, at least three villagers were killed.",
        "At 2:29 AM, at least 21 villagers were killed in a raid.",
    ],
)
def test_hours_are_nobody(text: str) -> None:
    assert len(killed(text)) == 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Gunmen opened fire on a bus, killing two guards, Tamsir and Omar Faye.", [1, 1]),
        ("The blast killed two guards, Anna Holt, Mark Dane and Paul Fox.", []),
    ],
)
def test_as_many_names_as_were_counted_say_who_they_were(text: str, parts: list[int]) -> None:
    found = [claim for claim in killed(text) if claim.coverage == "subset"]
    assert [claim.value.low for claim in found if isinstance(claim.value, Count)] == parts


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("Four people were wounded in Orle, one critically.", False),
        ("Two guards were wounded at the gate and three wounded at the depot.", True),
    ],
)
def test_the_state_of_one_of_the_wounded_adds_nobody(text: str, added: bool) -> None:
    claims = [claim for claim in read_english(report_of(text)).claims if claim.facet == "wounded"]
    assert any(claim.coverage == "increment" for claim in claims) is added


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "text",
    [
        "Police say Peter Marsh, Anna Marsh and their two children, Karl, 9, and Jonas, 6, likely died in the shooting.",
        "The bodies of Peter Marsh, his wife and their two children, Gunnar and Maisie, were found after the shooting.",
    ],
)
def test_names_after_a_number_of_children_say_who_they_were(text: str) -> None:
    assert (
        sum(c.value.low or 0 for c in killed(text) if isinstance(c.value, Count) and c.coverage != "subset")
        == 4
    )


def test_a_long_list_of_kin_after_a_number_is_read_in_time() -> None:
    kin = ", ".join(
        f"her {one}" for one in "stepmother two brothers grandmother grandfather uncle godfather".split()
    )
    kin = kin.replace("two, her", "two")
    read_english(report_of("One man was killed by a shell."))  # what is read for the first time takes longer
    with within(1.0):
        assert killed(f"A shell killed two teachers, {kin}, and five of her neighbours – all at home.")
