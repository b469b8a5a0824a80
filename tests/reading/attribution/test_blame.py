"""Who is held responsible, and by whom."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.model.claims import Claim
from rashomon.reading.english import read_english


def responsibility(text: str) -> Claim:
    claims = read_english(report_of(text)).claims
    (found,) = (claim for claim in claims if claim.facet == "responsibility")
    return found


def blamed(claim: Claim) -> str | None:
    return claim.about.words if claim.about is not None else None


@pytest.mark.parametrize(
    ("text", "who", "by"),
    [
        ("The doctors' union blamed the Taliban for the shelling.", "Taliban", "The doctors' union"),
        ("The governor attributed the attack to the Taliban.", "Taliban", "The governor"),
        ("The raid was blamed on Boko Haram by residents.", "Boko Haram", "residents"),
        ("Officials blamed Saturday's attack on the PKK.", "PKK", "Officials"),
    ],
)
def test_blame_is_the_word_of_whoever_lays_it(text: str, who: str, by: str) -> None:
    claim = responsibility(text)
    assert blamed(claim) == who
    assert claim.attribution[0].source == by


@pytest.mark.parametrize(
    "text",
    [
        "Villagers pointed the finger at the militia after the raid.",
        "The police held the militia responsible for the raid.",
    ],
)
def test_other_words_of_blame(text: str) -> None:
    assert blamed(responsibility(text)) == "the militia"


def test_who_stands_in_another_clause_is_not_blamed() -> None:
    assert (
        blamed(responsibility("The president blamed the Alder front for the attack and sent 900 soldiers."))
        is None
    )


def test_a_claimant_whom_no_list_knows_keeps_its_name() -> None:
    claim = responsibility(
        "Grey Harbour Front, an alliance of three bands, claimed responsibility for the attack."
    )
    assert blamed(claim) == "Grey Harbour Front"
    assert claim.about is not None
    assert [ref.actor_id for ref in claim.about.actors] == [None]


def test_to_claim_that_something_was_so_is_no_claim_of_responsibility() -> None:
    claims = read_english(report_of("The mayor claimed the attack was a lie.")).claims
    assert all(claim.facet != "responsibility" for claim in claims)


def test_a_claim_is_the_word_of_whoever_makes_it() -> None:
    claim = responsibility("JNIM claimed responsibility for the raid in a statement.")
    assert claim.attribution[0].source == "JNIM"


def test_blame_and_denial_in_one_sentence_are_both_kept() -> None:
    text = "President Ghani blamed the Taliban, which denied involvement in the bombing."
    claims = [claim for claim in read_english(report_of(text)).claims if claim.facet == "responsibility"]
    assert [blamed(claim) for claim in claims] == ["Taliban", "Taliban"]
