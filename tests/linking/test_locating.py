"""A place that one report names again and again is put at one point, under each claim's own id."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conftest import report_of

from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.linking.locating import locate_claims
from rashomon.reading.english import read_english


@pytest.mark.usefixtures("nlp")
def test_each_claim_of_a_place_named_again_is_located() -> None:
    text = "Rebels ambushed a patrol near Gao on Monday. Two soldiers were killed in the ambush near Gao."
    text += " Bandits attacked a market in Kidal on Friday. Three traders died in the attack in Kidal."
    claims = {claim.id: claim for claim in read_english(report_of(text)).claims}
    located = locate_claims(claims, open_gazetteer())
    named = {key: claim.value.words for key, claim in claims.items() if claim.facet == "place"}
    assert located.keys() == named.keys()
    assert [found.claim_id for found in located.values()] == list(located)
    spots = {
        name: {replace(located[key], claim_id="") for key in named if named[key] == name}
        for name in named.values()
    }
    assert {name: len(own) for name, own in spots.items()} == {"Gao": 1, "Kidal": 1}
