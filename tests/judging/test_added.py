"""What a claim says that a person added, by its facet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.judging.test_judging import MENTIONS, REPORT, SIGNED, event_of, reading_of

from rashomon.errors import InputError
from rashomon.judging import judge_readings
from rashomon.judging.taking import add_claim, sign
from rashomon.model.claims import ActorRef, Claim, Count, Moment, Person, PlaceRef, Term

WELL = replace(REPORT, text="On 4 May the Malian Armed Forces met Hassan at Tabankort, by mortar.")


def added(words: str, **said: Any) -> Claim:
    start = WELL.text.index(words)
    decision = add_claim(WELL, (start, start + len(words)), event_of("r_1"), MENTIONS, **said)
    (reading,) = judge_readings([reading_of(WELL)], {WELL.id: WELL}, [sign(decision, SIGNED)])
    return reading.claims[-1]


def test_each_facet_has_its_kind_of_value() -> None:
    assert added("Tabankort", facet="place").value == PlaceRef(words="Tabankort")
    day = added("On 4 May", facet="date", first_day="2019-05-04").value
    assert day == Moment(start="2019-05-04", end="2019-05-04", grain="day", as_written="On 4 May")
    assert added("On 4 May", facet="date").value == Moment(
        start=None, end=None, grain="vague", as_written="On 4 May"
    )
    assert added("Hassan", facet="victim").value == Person(words="Hassan", private=True)
    assert added("Hassan", facet="leader").value == Person(words="Hassan", private=False)
    assert added("mortar", facet="means", term="mortar").value == Term(code="mortar", words="mortar")
    assert added("met", facet="killed", low=2).value == Count(low=2, high=None, as_written="met")


def test_who_took_part_is_known_by_a_name_that_is_his_alone_or_named() -> None:
    known = added("Malian Armed Forces", facet="participant")
    assert isinstance(known.value, ActorRef)
    assert (known.value.words, known.value.actor_id) == ("Malian Armed Forces", "forces:MLI")
    assert known.about is not None
    assert known.about.actors == (known.value,)
    named = added("Hassan", facet="initiator", about="jnim", status="combatant")
    assert isinstance(named.value, ActorRef)
    assert (named.value.words, named.value.actor_id) == ("Hassan", "jnim")
    assert named.about is not None
    assert named.about.status == "combatant"
    unknown = added("Hassan", facet="target").value
    assert isinstance(unknown, ActorRef)
    assert unknown.actor_id is None


def test_a_status_alone_is_not_lost() -> None:
    claim = added("Hassan", facet="killed", low=1, high=1, status="civilian")
    assert claim.about is not None
    assert (claim.about.words, claim.about.status) == ("Hassan", "civilian")


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({}, "facet=None: expected one of killed"),
        ({"facet": "date", "first_day": "May"}, "first_day='May': expected a date"),
        ({"facet": "killed", "low": 3, "high": 2}, "low=3 is above high=2"),
        ({"facet": "killed", "status": "dead"}, "status='dead': expected one of civilian"),
    ],
)
def test_what_no_claim_can_say_is_refused(said: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        added("Hassan", **said)
