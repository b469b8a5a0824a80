"""A day of publication that stands in for an event's day is told as what it is, everywhere."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from types import ModuleType

import pytest

from rashomon.model.record import EventDate
from rashomon.writing import render_outputs
from rashomon.writing.article.plan import write_article
from rashomon.writing.view import CaseView

STANDS_IN = EventDate(start="2019-05-06", end="2019-05-06", precision=2, imputed=True)
TOLD = "reported 6 May 2019; no report says when it was"


@pytest.fixture
def undated(cases: ModuleType) -> CaseView:
    first, *rest = cases.RECORD.events
    record = replace(cases.RECORD, events=(replace(first, date=STANDS_IN), *rest))
    claims = {key: one for key, one in cases.VIEW.claims.items() if one.facet != "date"}
    return replace(cases.VIEW, record=record, claims=claims)


def test_the_article_says_reported(undated: CaseView) -> None:
    [lead, *_] = write_article(undated, "e_1").sections[0].sentences
    assert "first reported on 6 May 2019; no report says when it was." in lead.text
    assert lead.claim_ids


def test_nothing_told_counts_as_earlier_than_a_day_nobody_named(undated: CaseView) -> None:
    texts = [s.text for section in write_article(undated, "e_1").sections for s in section.sentences]
    assert not any("also told of" in text for text in texts)


def test_the_infobox_and_the_page_say_reported(undated: CaseView) -> None:
    files = render_outputs(undated)
    assert TOLD[1:] in files["infobox.wiki"]
    assert TOLD[1:] in files["index.html"]


def test_the_table_of_events_marks_it(undated: CaseView) -> None:
    rows = list(csv.DictReader(io.StringIO(render_outputs(undated)["events.csv"])))
    marks = {row["id"]: (row["date_start"], row["date_prec"], row["date_imputed"]) for row in rows}
    assert marks["e_1"] == ("2019-05-06", "2", "true")
    assert marks["e_2"] == ("2019-05-04", "1", "false")
