"""What stands around a name: fighters and posts of a name with many meanings, and the coalition of a split movement."""

from __future__ import annotations

import pytest

from rashomon.codebook.actors import load_registry


def named(text: str) -> list[str]:
    return [actor_id for hit in load_registry().find(text) for actor_id in hit.actor_ids]


@pytest.mark.parametrize(
    "text",
    [
        "A Platform convoy came under fire at Orle.",
        "Two Platform pick-ups were lost.",
        "Raiders shot at Platform's men.",
        "Three dead on Platform's ranks.",
        "A convoy of the Platform hit a mine.",
        "The Platform position at Orle fell.",
    ],
)
def test_a_name_of_many_meanings_is_an_armed_group_s_where_its_men_and_posts_are_spoken_of(text):
    assert named(text) == ["plateforme"]


@pytest.mark.parametrize(
    "text", ["A Platform for all.", "The Platform page loads slowly.", "See the PDF convoy."]
)
def test_else_it_names_nobody(text):
    assert named(text) == (["pdf-myanmar"] if "PDF" in text else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("MAA fighters of the CMA took the well.", ["maa-cma"]),
        ("MAA fighters from the former rebel alliance CMA took the well.", ["maa-cma"]),
        ("Nine MAA men (members of the CMA) died.", ["maa-cma"]),
        ("The MAA, a member of the CMA, took the well.", ["maa-cma"]),
        ("The MAA, which is part of the CMA, took the well.", ["maa-cma"]),
        ("MAA and GATIA (both Platform) met at the well.", ["maa-plateforme", "gatia"]),
        ("Raiders hit MAA & GATIA (Platform) posts.", ["maa-plateforme", "gatia"]),
        ("MAA fighters of the CMA took the well. The MAA lost two.", ["maa-cma", "maa-cma"]),
    ],
)
def test_a_split_movement_is_the_faction_of_the_coalition_beside_it(text, found):
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("MAA and CMA fought at the well.", ["maa", "cma"]),
        ("The MAA fought the CMA.", ["maa", "cma"]),
        ("MAA fighters took the well from the CMA.", ["maa", "cma"]),
        ("The MNLA, a member of the CMA, took the well.", ["mnla", "cma"]),
    ],
)
def test_who_only_stands_near_a_coalition_is_not_its_faction(text, found):
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine Dozo hunters (Bambara) fell.", ["dozo", "militia:MLI/bambara"]),
        ("Militiamen (Dogon) burned huts.", ["militia:MLI/dogon"]),
        ("Nine herders (Fulani) fell.", []),
    ],
)
def test_a_people_in_a_bracket_tells_which_hunters_or_fighters(text, found):
    ids = [one for one in named(text) if not one.endswith(("BFA/dogon", "CIV"))]
    assert ids == found
