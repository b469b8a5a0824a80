"""Who is held responsible, also beside "no group has claimed it", through a spokesman, or by an unlisted name."""

from __future__ import annotations

import pytest
from tests.conftest import main_event, reading_of

from rashomon.model.claims import ActorRef, Term

_ATTACK = "Gunmen attacked a market in Ardal, killing two. "


def belligerents(text: str) -> list[str]:
    return [side.label for side in main_event(text).sides if side.role == "belligerent"]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "said",
    [
        "No group has claimed responsibility, but police blamed Boko Haram.",
        "No group claimed responsibility; however, officials attributed the attack to Boko Haram.",
        "Nobody claimed it, but Boko Haram is suspected.",
        "Boko Haram was the prime suspect.",
        "It is unclear who did it, but Boko Haram is suspected of carrying it out.",
        "The authorities suspected Boko Haram of the attack.",
        "Suspicion fell on Boko Haram.",
        "The attack bore the hallmarks of Boko Haram.",
        "A spokesman for Boko Haram claimed responsibility.",
        "The media arm of Boko Haram claimed responsibility.",
        "The gunmen were members of Boko Haram.",
    ],
)
def test_who_is_suspected_or_speaks_through_others_did_it(said: str) -> None:
    assert belligerents(_ATTACK + said) == ["Boko Haram"]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("The Ardal Freedom Front claimed responsibility.", "Ardal Freedom Front"),
        ("Police blamed the Ardal Freedom Front.", "Ardal Freedom Front"),
        ("A spokeswoman for the Ardal Freedom Front claimed responsibility.", "Ardal Freedom Front"),
        ("The attack was attributed to the Ardal Liberation Army.", "the Ardal Liberation Army"),
    ],
)
def test_a_body_that_no_list_has_did_it_by_its_name(said: str, name: str) -> None:
    assert belligerents(_ATTACK + said) == [name]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "said",
    [
        "A man suspected of the attack was questioned.",
        "Salim Farouk claimed responsibility in a video.",
        "No group has claimed responsibility.",
    ],
)
def test_a_suspect_and_a_man_of_his_own_are_no_body(said: str) -> None:
    assert belligerents(_ATTACK + said) == ["unidentified militants"]


@pytest.mark.usefixtures("nlp")
def test_what_is_suspected_of_being_laid_by_somebody_blames_him() -> None:
    said = "The charge was suspected of being planted by Boko Haram."
    assert belligerents(f"A bomb killed two men near Ardal. {said}") == ["Boko Haram"]


_NOBODY = ActorRef(words="", actor_id=None)
_SHELLED = "Shells killed nine people in Ardal on Monday. "


def answers(text: str) -> list[tuple[str, str]]:
    """What is said of responsibility and of parts in the deed, and of whom."""
    claims = [c for c in reading_of(text).claims if c.facet in {"responsibility", "initiator"}]
    return [
        (c.value.code if isinstance(c.value, Term) else c.facet, who.words)
        for c in claims
        for who in (c.about.actors if c.about else ()) or (_NOBODY,)
    ]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "said",
    [
        "Boko Haram denied having shelled the market.",
        "Boko Haram, which denies having shelled the market, withdrew.",
        "Boko Haram denied that it had fired the shells.",
        "Boko Haram denied that its fighters had attacked the market.",
        "Boko Haram dismissed claims that its fighters had bombed the market as propaganda.",
        "Boko Haram refuted reports that its men had attacked civilians.",
        "Boko Haram insisted that it had not bombed the market.",
        "A spokesman for Boko Haram said it had not shelled the town.",
        '"We did not fire a single shell," said a spokesman for Boko Haram.',
        "Boko Haram was not behind the attack, its spokesman said.",
        "Boko Haram said it had nothing to do with the attack.",
    ],
)
def test_who_denies_a_deed_took_no_part_in_it(said: str) -> None:
    assert answers(_SHELLED + said) == [("denied", "Boko Haram")]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Boko Haram did not deny that it had attacked the market.", [("initiator", "Boko Haram")]),
        ("Boko Haram denied having received weapons from abroad.", []),
        ("The army denied that Boko Haram had attacked the town.", [("initiator", "Boko Haram")]),
        ("Boko Haram said it never attacks markets.", []),
        ("Police said two men were not involved in the attack.", []),
        ("Neither side claimed the attack.", [("unclaimed", "")]),
        (
            "Boko Haram and Ansaru have each denied attacking the market.",
            [("denied", "Boko Haram"), ("denied", "Ansaru")],
        ),
    ],
)
def test_what_is_denied_is_the_own_deed(said: str, told: list[tuple[str, str]]) -> None:
    assert answers(_SHELLED + said) == told
