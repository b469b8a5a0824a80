from __future__ import annotations

from dataclasses import replace
from types import ModuleType

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.claims import Claim, Count
from rashomon.model.record import Interval, SideCasualties
from rashomon.writing.charts.ranges import OutcomeChart, PartyRows, chart_figures, interval_words
from rashomon.writing.charts.scale import Mark, make_scale, place_mark
from rashomon.writing.view import CaseView, Lookups
from rashomon.writing.withholding import Withholding
from rashomon.writing.wording.telling import Telling


def charts_of(view: CaseView, *, names: bool = False) -> dict[str, OutcomeChart]:
    lookups = Lookups(view)
    telling = Telling(
        event=lookups.records["e_1"], lookups=lookups, withholding=Withholding(view, names=names)
    )
    return {chart.facet: chart for chart in chart_figures(lookups.claims_of("e_1"), telling)}


def parties_of(chart: OutcomeChart) -> list[PartyRows]:
    return [party for panel in chart.panels for party in panel.parties]


def with_finding(cases: ModuleType, **more: object) -> CaseView:
    first, *others = cases.RECORD.events
    changed = replace(first, findings=(replace(cases.DISPUTE, **more),))
    return replace(cases.VIEW, record=replace(cases.RECORD, events=(changed, *others)))


def test_each_outcome_has_a_chart_in_the_order_of_the_codebook(cases: ModuleType) -> None:
    assert list(charts_of(cases.VIEW)) == ["killed", "wounded", "losses"]


def test_an_open_bound_runs_on_and_says_so(cases: ModuleType) -> None:
    rows = [row for party in parties_of(charts_of(cases.VIEW)["killed"]) for row in party.rows]
    row = next(row for row in rows if row.figure == "12+")
    assert row.speaker == "An army spokesman"
    assert row.way == "apparently quoted by Radio Delta; in Lake Gazette"
    assert row.words == "At least 12 rebels"
    assert row.notes == ("No upper bound was given",)
    assert (row.mark.shape, row.mark.end) == ("open", None)


def test_figures_over_several_events_stand_apart(cases: ModuleType) -> None:
    parties = parties_of(charts_of(cases.VIEW)["killed"])
    shared = [party for party in parties if party.shared]
    assert [[row.figure for row in party.rows] for party in shared] == [["9"]]
    assert shared[0].reach == "Across two clashes that day"
    assert "9" not in [row.figure for party in parties if not party.shared for row in party.rows]


def test_hedges_are_told_in_words(cases: ModuleType) -> None:
    rows = [row for party in parties_of(charts_of(cases.VIEW)["killed"]) for row in party.rows]
    assert next(row for row in rows if row.figure == "5").notes == ("The source hedges this",)


def test_prints_of_one_statement_are_one_row(cases: ModuleType) -> None:
    first = next(c for c in cases.CLAIMS if c.passages[0].words == "At least 12 rebels")
    start = cases.BULLETIN.index("9 bandits")
    passage = replace(first.passages[0], report_id="r_2", start=start, end=start + 9, words="9 bandits")
    again = replace(
        first,
        id="c_again",
        report_id="r_2",
        statement_id="u_1",
        passages=(passage,),
        attribution=(*first.attribution[:1], cases.outlet("r_2")),
    )
    event = replace(cases.EVENTS[0], claim_ids=(*cases.OWN, "c_again"))
    view = replace(
        cases.VIEW,
        claims={
            **cases.VIEW.claims,
            first.id: replace(first, statement_id="u_1"),
            "c_again": again,
        },
        linked=replace(cases.VIEW.linked, events=(event, *cases.EVENTS[1:])),
    )
    rows = [row for party in parties_of(charts_of(view)["killed"]) for row in party.rows]
    twice = [row for row in rows if row.figure == "12+"]
    assert len(twice) == 1
    assert twice[0].way == "in Hill Guard and Lake Gazette; 2 prints, one witness"


def test_a_revised_figure_is_marked(cases: ModuleType) -> None:
    old, new = cases.CLAIMS[4], cases.CLAIMS[8]
    speaker = (cases.SPOKESMAN, cases.outlet("r_1"))
    claims = {
        **cases.VIEW.claims,
        new.id: replace(new, attribution=speaker, certainty="asserted"),
        old.id: replace(old, attribution=speaker),
    }
    view = with_finding(cases, agreement="revised", supporting=(new.id,), opposing=(old.id,))
    rows = [
        row
        for party in parties_of(charts_of(replace(view, claims=claims))["killed"])
        for row in party.rows
        if not party.shared
    ]
    assert {row.figure: row.revised for row in rows if row.figure in ("12+", "5")} == {
        "12+": True,
        "5": False,
    }
    assert "Revised later by the same speaker" in next(row for row in rows if row.revised).notes


def test_the_policy_is_a_band_behind_the_rows_of_one_party(cases: ModuleType) -> None:
    first, *others = cases.RECORD.events
    losses = SideCasualties(killed=Interval(low=9, best=12, high=None))
    side_a, side_b = first.sides
    changed = replace(first, sides=(side_a, replace(side_b, casualties=losses)))
    view = replace(cases.VIEW, record=replace(cases.RECORD, events=(changed, *others)))
    panel = next(p for p in charts_of(view)["killed"].panels if p.policy)
    assert panel.policy is not None
    assert panel.policy.words == "12 (9 or more)"
    assert panel.policy.mark.opens
    assert panel.band == panel.policy.mark


def test_private_names_are_left_out_of_the_chart(cases: ModuleType) -> None:
    assert "Brook" not in repr(charts_of(cases.VIEW))
    assert "Ada Brook" in repr(charts_of(cases.VIEW, names=True))


def test_a_graphic_passage_is_not_shown_in_a_row(cases: ModuleType) -> None:
    one = cases.CLAIMS[4]
    graphic = replace(one.passages[0], words="At least 12 rebels were beheaded")
    view = replace(cases.VIEW, claims={**cases.VIEW.claims, one.id: replace(one, passages=(graphic,))})
    rows = [row for party in parties_of(charts_of(view)["killed"]) for row in party.rows]
    assert next(row for row in rows if row.figure == "12+").words == ""


def counted(low: int | None, high: int | None) -> Count:
    return Count(low=low, high=high, as_written="")


bounds = st.none() | st.integers(min_value=0, max_value=10**9)


@given(st.lists(st.tuples(bounds, bounds), max_size=8))
def test_every_bound_lies_on_the_scale(found: list[tuple[int | None, int | None]]) -> None:
    scale = make_scale([counted(low, high) for low, high in found])
    assert scale.ticks[0] == 0
    assert scale.ticks[-1] == scale.top
    assert 2 <= len(scale.ticks) <= 6
    numbers = [n for pair in found for n in pair if n is not None]
    assert all(number <= scale.top for number in numbers)
    assert all(0 <= scale.at(number) <= 100 for number in numbers)


def test_what_cannot_be_drawn_is_not(cases: ModuleType) -> None:
    one: Claim = cases.CLAIMS[4]
    scale = make_scale([counted(0, 20)])
    assert place_mark(one, scale).shape == "open"
    assert place_mark(replace(one, value=counted(5, 5)), scale) == Mark(start=25.0, end=25.0)
    assert place_mark(replace(one, value=counted(None, 5)), scale).shape == "upto"
    assert place_mark(replace(one, value=counted(None, None)), scale).shape == "none"
    assert place_mark(replace(one, polarity="negated"), scale).shape == "none"
    denial = replace(one.attribution[0], stance="denies")
    assert place_mark(replace(one, attribution=(denial,)), scale).shape == "none"


def test_a_policy_figure_without_bounds_says_only_what_it_knows() -> None:
    assert interval_words(Interval(low=21)) == "21 or more"
    assert interval_words(Interval(high=5)) == "up to 5"
    assert interval_words(Interval(best=1200, low=1000, high=1500)) == "1,200 (1,000–1,500)"


def test_a_side_whose_figures_would_vanish_gets_a_scale_of_its_own(cases: ModuleType) -> None:
    bandits = next(c for c in cases.CLAIMS if c.passages[0].words.startswith("9 bandits"))
    many = replace(bandits, value=counted(900, 900))
    view = replace(cases.VIEW, claims={**cases.VIEW.claims, many.id: many})
    chart = charts_of(view)["killed"]
    scales = {panel.label: panel.scale for panel in chart.panels}
    assert chart.scale.top == 1000
    assert [scale.top for scale in scales.values() if scale] == [15]
    assert all(panel.scale is None for panel in charts_of(cases.VIEW)["killed"].panels)
