"""What "more than ten" counts as: the number stated under ACLED's policy, the next one under every other."""

from __future__ import annotations

import pytest
from tests.conftest import main_event, reading_of, report_of

from rashomon.codebook.policies import MORE_THAN_SOURCE
from rashomon.linking import link
from rashomon.model.record import Finding
from rashomon.reconciling import reconcile


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "acled", "ucdp"),
    [
        ("Gunmen raided the village of Orle, killing more than ten and hurting a few more.", 10, 11),
        ("Well over 20 herders were killed in Orle.", 20, 21),
        ("More than ten soldiers and three shepherds were killed in Orle.", 13, 14),
        ("Upwards of 30 people were killed in Orle.", 30, 30),
        ("At least 11 farmers were killed in Orle.", 11, 11),
        ("Twelve farmers or more were killed in Orle.", 12, 12),
    ],
)
def test_more_than_a_number(text: str, acled: int, ucdp: int) -> None:
    totals = main_event(text).totals
    assert (totals.acled.fatalities, totals.ucdp.best, totals.latest.killed) == (acled, ucdp, ucdp)


def _finding(text: str, policy: str) -> Finding:
    report, reading = report_of(text), reading_of(text)
    record = reconcile(
        link([report], [reading]), {c.id: c for c in reading.claims}, {"r": report}, policy=policy
    )
    return next(f for event in record.events for f in event.findings if f.facet == "killed")


@pytest.mark.usefixtures("nlp")
def test_the_convention_is_marked_and_its_reason_given() -> None:
    found = _finding("Gunmen killed more than ten herders in Orle.", "acled")
    assert found.imputed
    assert found.value.low == 10
    assert "“more than ten” counts as 10" in found.why
    assert MORE_THAN_SOURCE in found.why
    elsewhere = _finding("Gunmen killed more than ten herders in Orle.", "ucdp")
    assert not elsewhere.imputed
    assert elsewhere.value.low == 11
