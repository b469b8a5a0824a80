"""Who is held responsible, also beside "no group has claimed it", through a spokesman, or by an unlisted name."""

from __future__ import annotations

import pytest
from tests.conftest import main_event

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
