"""Who did it, in the words of brief notes: helpers told beside them, shells by who fired them, the suspected."""

from __future__ import annotations

import pytest
from tests.conftest import main_event, reading_of

from rashomon.model.claims import Term

pytestmark = pytest.mark.usefixtures("nlp")


def actors_on_sides(text: str) -> set[str | None]:
    return {actor.id for side in main_event(text).sides for actor in side.actors}


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2019, Nigerian troops assisted by hunters killed two Boko Haram militants in Gwoza.",
        "On 3 May 2019, Nigerian troops backed by vigilantes killed two Boko Haram militants in Gwoza.",
    ],
)
def test_the_helpers_did_not_do_it_alone(text: str) -> None:
    assert {"forces:NGA", "boko-haram"} <= actors_on_sides(text)


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2019, several mortar rounds fired by Al Shabaab landed near the airport of Baidoa.",
        "On 3 May 2019, rockets launched by Al Shabaab wounded two girls in Baidoa.",
        "On 3 May 2019, a mine planted by Al Shabaab killed two girls in Baidoa.",
    ],
)
def test_who_fired_a_shell_or_laid_a_mine_did_it(text: str) -> None:
    assert "al-shabaab" in actors_on_sides(text)


def test_one_suspected_fighter_did_it() -> None:
    assert "jnim" in actors_on_sides("On 3 May 2019, a suspected JNIM fighter killed a tailor in Djibo.")


def test_a_body_in_collaboration_was_there() -> None:
    event = main_event("On 3 May 2019, soldiers in collaboration with GATIA attacked JNIM fighters in Gao.")
    assert ("gatia", "in_liaison") in {(other.actor.id, other.role) for other in event.others}


@pytest.mark.parametrize(
    "remark",
    [
        "Al Shabaab is suspected of being behind the attack.",
        "Al Shabaab is strongly suspected.",
        "Al Shabaab was blamed.",
        "Al Shabaab was blamed for the attack.",
        "Suspicion immediately fell on Al Shabaab.",
    ],
)
def test_the_suspected_are_held_responsible(remark: str) -> None:
    text = f"On 3 May 2019, two elders were shot dead near Baidoa. {remark}"
    held = [c for c in reading_of(text).claims if c.facet == "responsibility"]
    assert [c.value.code for c in held if isinstance(c.value, Term)] == ["accused"]
    assert [[ref.actor_id for ref in c.about.actors] for c in held if c.about] == [["al-shabaab"]]
    assert "al-shabaab" in actors_on_sides(text)


def test_probably_by_is_guilt_ascribed() -> None:
    text = "On 3 May 2019, two elders were shot dead near Baidoa, probably by Al Shabaab."
    assert "al-shabaab" in actors_on_sides(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On 3 May 2019, a mayor was abducted and later found dead near Gao.", "Attack"),
        ("On 3 May 2019, gunmen took a tailor from his home in Gao.", "Abduction/forced disappearance"),
        (
            "On 3 May 2019, gunmen entered a farm in Gao, shooting sporadically. They abducted two women.",
            "Abduction/forced disappearance",
        ),
        (
            "On 3 May 2019, gunmen opened fire on a farm in Gao, wounding a man. They abducted two women.",
            "Attack",
        ),
    ],
)
def test_what_befell_those_taken_tells_the_kind(text: str, kind: str) -> None:
    assert main_event(text).acled.sub_event_type == kind
