"""A lead that adds up what the report then tells one by one; sentences of our own."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.model.claims import Claim, Count
from rashomon.reading.english import read_english

pytestmark = pytest.mark.usefixtures("nlp")


def killed(text: str) -> list[Claim]:
    claims = read_english(report_of(text, published="2019-06-20")).claims
    return [claim for claim in claims if claim.facet == "killed" and isinstance(claim.value, Count)]


def test_what_adds_up_to_the_lead_is_part_of_it() -> None:
    lead, *parts = killed(
        "Eleven millers were killed in raids in Gao on Monday. Riders killed seven millers at a mill. "
        "Later they killed four millers on the road."
    )
    assert [part.subset_of for part in parts if part.coverage == "subset"] == [lead.id] * len(parts)


def test_what_only_comes_near_is_no_part() -> None:
    told = killed(
        "Eleven millers were killed in raids in Gao on Monday. Riders killed seven millers at a mill. "
        "Later they killed three millers on the road."
    )
    assert all(claim.coverage == "unknown" for claim in told)


def test_of_happenings_told_apart_the_lead_is_over_all() -> None:
    lead, *_ = killed(
        "Eleven millers were killed in raids in the north on Monday. Riders killed seven millers at Kidal. "
        "In another raid, at Gao, gunmen killed four millers."
    )
    assert lead.scope == "several"
    assert len(lead.mention_ids) == 2
