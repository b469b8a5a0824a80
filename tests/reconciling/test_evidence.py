"""Claims set apart from others."""

from __future__ import annotations

from rashomon.reconciling.evidence import without


def test_claims_are_left_out_by_their_ids_and_keep_their_order(scene) -> None:
    ids = [scene.say(number) for number in (3, 4, 5)]
    claims = [scene.claims[claim_id] for claim_id in ids]
    assert [claim.id for claim in without(claims, [claims[1]])] == [ids[0], ids[2]]
    assert without(claims, claims) == []
