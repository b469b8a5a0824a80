"""How armies put their enemy's losses, and tolls that count together or from afar."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.model.claims import Claim, Count
from rashomon.reading.english import read_english


def claims_of(text: str) -> tuple[Claim, ...]:
    return read_english(report_of(text)).claims


def counted(text: str) -> list[tuple[str, int | None]]:
    return [(c.facet, c.value.low) for c in claims_of(text) if isinstance(c.value, Count)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Enemy troops lost 310 men, killed and wounded, near Orikhiv.", [("casualties", 310)]),
        ("The army lost six soldiers near Orikhiv.", [("killed", 6)]),
        ("Two of the guards were killed and three wounded.", [("killed", 2), ("wounded", 3)]),
        ("Four more terrorists were rendered ineffective in the raid.", [("neutralised", 4)]),
        (
            "Nine rebels died in the clash and two others were put at the disposal of the prosecutor.",
            [("killed", 9), ("captured", 2)],
        ),
    ],
)
def test_what_befell_them(text: str, found: list[tuple[str, int | None]]) -> None:
    assert counted(text) == found


def test_a_toll_since_the_war_began_is_none_of_the_event_and_dates_nothing() -> None:
    claims = claims_of(
        "A drone hit the depot on Monday, killing two guards. Doctors say 640 civilians have been killed since the "
        "war began on May 3."
    )
    killed = {
        c.value.low: c.mention_ids for c in claims if c.facet == "killed" and isinstance(c.value, Count)
    }
    assert set(killed) == {2, 640}
    assert not set(killed[2]) & set(killed[640])
    assert all("May" not in p.words for c in claims if c.facet == "date" for p in c.passages)


def test_what_an_army_says_goes_on_after_and() -> None:
    claims = claims_of("The army said it had struck forty sites and lost five soldiers in a clash near Tarn.")
    assert [c.attribution[0].source for c in claims if c.facet == "killed"] == ["The army"]


def test_the_seat_of_a_group_is_no_place_of_its_attack() -> None:
    claims = claims_of("The Lahore-based group attacked a convoy near Uri, killing five soldiers.")
    assert all("Lahore" not in p.words for c in claims if c.facet == "place" for p in c.passages)


def test_men_flown_in_by_helicopter_are_no_air_strike() -> None:
    claims = claims_of("Commandos killed two militants in a helicopter raid near Raqqa.")
    assert "air_strike" not in {getattr(c.value, "code", None) for c in claims if c.facet == "kind"}


def test_a_toll_put_by_the_police() -> None:
    claims = claims_of("Police put the toll from the attacks at seven.")
    assert [c.attribution[0].source for c in claims if c.facet == "killed"] == ["Police"]
