from __future__ import annotations

from types import ModuleType

from rashomon.writing.evidence import quote
from rashomon.writing.withholding import Withholding


def test_a_passage_stands_in_its_own_sentence_only(cases: ModuleType) -> None:
    claim = next(c for c in cases.CLAIMS if c.passages[0].words.startswith("The Hill Guard"))
    found = quote(claim, cases.VIEW.reports[claim.report_id], Withholding(cases.VIEW))
    assert [(one.before, one.words, one.after) for one in found] == [
        ("", "The Hill Guard was in liaison", ".")
    ]


def test_set_aside_text_and_private_names_are_no_context(cases: ModuleType) -> None:
    claim = next(c for c in cases.CLAIMS if c.passages[0].words.startswith("The Front may"))
    one = quote(claim, cases.VIEW.reports[claim.report_id], Withholding(cases.VIEW))[0]
    assert one.after == "."
    killed = next(c for c in cases.CLAIMS if c.passages[0].words.startswith("Ada Brook, a"))
    assert quote(killed, cases.VIEW.reports["r_1"], Withholding(cases.VIEW))[0].words.startswith(
        "[name withheld]"
    )
