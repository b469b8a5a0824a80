"""One report with the traps of the genre, in our own words: nested speakers, an operation around a fight,
two clashes under one figure, background events, an appeal and a reader's comment. Nothing in it happened.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.linking import link
from rashomon.model.claims import Claim, Count, Moment
from rashomon.model.events import Event
from rashomon.model.layers import Reading
from rashomon.model.report import Loaded, Report
from rashomon.reading.english import read_english
from rashomon.sources import GivenMetadata, load

FILE = Path(__file__).parent / "lake_chad" / "report.txt"


@pytest.fixture(scope="module")
def report() -> Report:
    (one,) = load([str(FILE)], given=GivenMetadata(outlet="The Lake Dispatch", published="2018-03-08"))
    assert isinstance(one, Loaded)
    return one.report


@pytest.fixture(scope="module")
def reading(report: Report) -> Reading:
    return read_english(report)


@pytest.fixture(scope="module")
def events(report: Report, reading: Reading) -> dict[str, Event]:
    return {event.kind: event for event in link([report], [reading]).events}


def killed(reading: Reading, low: int) -> Claim:
    (claim,) = [
        c for c in reading.claims if c.facet == "killed" and isinstance(c.value, Count) and c.value.low == low
    ]
    return claim


def days(reading: Reading, mention_id: str) -> set[str]:
    claims = [c for c in reading.claims if c.facet == "date" and mention_id in c.mention_ids]
    return {c.value.start for c in claims if isinstance(c.value, Moment) and c.value.start}


def test_the_chain_runs_from_the_speaker_over_the_relay_to_the_outlet(reading: Reading) -> None:
    claim = killed(reading, 14)
    assert [link.source for link in claim.attribution] == [
        "the Chadian spokesman",
        "Radio Nord",
        "The Lake Dispatch",
    ]
    assert [link.inferred for link in claim.attribution] == [False, True, False]
    assert "inferred_relay" in {flag.code for flag in claim.flags}


def test_a_lower_bound_keeps_no_top_and_an_epithet_finds_its_group(reading: Reading) -> None:
    claim = killed(reading, 14)
    assert isinstance(claim.value, Count)
    assert claim.value.high is None
    assert claim.about is not None
    assert [ref.actor_id for ref in claim.about.actors] == ["iswap"]


def test_a_figure_for_two_clashes_is_of_several_and_marked_inferred(
    reading: Reading, events: dict[str, Event]
) -> None:
    claim = killed(reading, 9)
    assert (claim.scope, claim.scope_basis) == ("several", "inferred")
    assert claim.id in events["clash"].shared_claim_ids
    assert claim.id not in events["clash"].claim_ids


def test_the_day_of_saying_is_not_the_day_of_fighting(reading: Reading, events: dict[str, Event]) -> None:
    (mention,) = events["clash"].mention_ids
    assert days(reading, mention) == {"2018-03-03"}


def test_the_fight_is_part_of_the_operation(reading: Reading, events: dict[str, Event]) -> None:
    assert events["clash"].part_of == events["operation"].id
    (mention,) = events["operation"].mention_ids
    assert days(reading, mention) == {"2018-02-27"}


def test_who_was_in_liaison_stands_on_no_side(events: dict[str, Event]) -> None:
    others = {(other.actor.id, other.role) for other in events["clash"].others}
    assert ("forces:CMR", "in_liaison") in others
    assert "forces:CMR" not in {actor.id for side in events["clash"].sides for actor in side.actors}


def test_sides(events: dict[str, Event]) -> None:
    sides = [{actor.id for actor in side.actors if actor.id} for side in events["clash"].sides]
    assert {"forces:TCD", "cjtf"} <= sides[0]
    assert sides[1] == {"iswap"}


def test_background_events_are_their_own_and_keep_their_dead(
    reading: Reading, events: dict[str, Event]
) -> None:
    six = killed(reading, 6)
    assert six.id in events["ambush"].claim_ids
    assert days(reading, events["ambush"].mention_ids[0]) == {"2018-01-12"}
    assert {"attack", "bombing"} <= set(events)


def test_what_the_text_does_not_contain_is_an_unresolved_reference(reading: Reading) -> None:
    assert "unresolved_antecedent" in {flag.code for mention in reading.mentions for flag in mention.flags}


def test_a_mere_link_is_no_responsibility(reading: Reading) -> None:
    assert "link" in {claim.facet for claim in reading.claims}
    assert "responsibility" not in {claim.facet for claim in reading.claims}


def test_own_losses_nobody_gave_are_absent(reading: Reading) -> None:
    about = [
        c.about for c in reading.claims if c.facet in {"killed", "wounded", "losses"} and c.about is not None
    ]
    assert all("forces:TCD" not in {ref.actor_id for ref in party.actors} for party in about)


def test_comment_and_appeal_never_yield_a_claim(report: Report, reading: Reading) -> None:
    assert {piece.reason for piece in report.set_aside} == {"donation", "comment"}
    start = min(piece.start for piece in report.set_aside)
    assert all(passage.end <= start for claim in reading.claims for passage in claim.passages)


def test_without_a_publication_date_the_year_is_unknown_and_said_so(report: Report) -> None:
    undated = read_english(replace(report, published=None))
    dates = [c for c in undated.claims if c.facet == "date" and isinstance(c.value, Moment) and c.value.start]
    assert {c.value.start for c in dates if isinstance(c.value, Moment)} >= {"--03-03", "--02-27", "--01-12"}
    assert all("year_unknown" in {flag.code for flag in c.flags} for c in dates)


def test_the_day_of_saying_is_kept_with_its_speaker(reading: Reading) -> None:
    said = {link.said_on.start for c in reading.claims for link in c.attribution if link.said_on is not None}
    assert said == {"2018-03-08"}


def test_distance_from_a_name_is_kept(reading: Reading) -> None:
    assert "distanced_name" in {flag.code for claim in reading.claims for flag in claim.flags}
