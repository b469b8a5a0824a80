"""What was known on a day, what is shared between events, where the event was, whose losses are meant."""

from __future__ import annotations

import pytest

from rashomon.errors import SettingError
from rashomon.model.claims import ActorRef, Party, PlaceRef
from rashomon.reconciling import POLICIES


def names(side) -> list[str]:
    return [actor.name for actor in side.actors]


def participant(scene, name: str, **more) -> str:
    actor = ActorRef(words=name, name=name)
    return scene.claim("participant", actor, name, about=Party(words=name, actors=(actor,)), **more)


def test_a_side_known_only_from_a_later_report_is_not_known_before(scene) -> None:
    scene.side("third", "belligerent", "volunteers")
    scene.say(3, side="rebels", report="early", actors=("rebels",))
    scene.report("late", "2018-04-20")
    participant(scene, "volunteers", report="late", side="third")
    assert "third" in [side.label for side in scene.event().sides]
    assert "third" not in [side.label for side in scene.event(as_of="2018-04-10").sides]


def test_an_event_first_told_of_later_is_not_in_the_record(scene) -> None:
    scene.report("late", "2018-04-20")
    scene.say(3, report="late")
    assert scene.record(as_of="2018-04-10").events == ()


def test_a_month_counts_as_known_only_when_it_is_over(scene) -> None:
    scene.report("monthly", "2018-04")
    scene.say(3, report="monthly")
    assert scene.record(as_of="2018-04-15").events == ()
    assert len(scene.record(as_of="2018-04-30").events) == 1


def test_a_report_without_publication_counts_from_its_retrieval(scene) -> None:
    scene.report("kept", None, retrieved="2018-04-08T10:00:00")
    scene.say(3, report="kept")
    assert scene.record(as_of="2018-04-07").events == ()
    assert scene.event(as_of="2018-04-08").totals.acled.fatalities == 3


def test_as_of_needs_a_year(scene) -> None:
    with pytest.raises(SettingError, match="Write it as 2018-04-05"):
        scene.record(as_of="--04-01")


def test_places_of_later_reports_are_left_out(scene) -> None:
    scene.report("late", "2018-04-20")
    scene.say(3, report="early")
    scene.placed("Tamsa", report="late")
    assert scene.event().place.name == "Tamsa"
    assert scene.event(as_of="2018-04-10").place.name is None


def test_a_place_that_an_early_report_names_too_is_known_early(scene) -> None:
    """Linking keeps one claim for each place, and it may be a later report's."""
    scene.report("late", "2018-04-20")
    early = scene.claim("place", PlaceRef(words="Tamsa"), "Tamsa", report="early")
    scene.say(3, report="early")
    scene.placed("Tamsa", report="late")
    scene.placed("Norland", prec=6, report="early")
    record = scene.event(as_of="2018-04-10")
    assert record.place.name == "Tamsa"
    (place,) = [finding for finding in record.findings if finding.facet == "place"]
    assert early in place.supporting


@pytest.mark.parametrize(("kind", "violence"), [("soldiers", 1), ("fighters", 2)])
def test_soldiers_of_nobody_knows_which_state_are_still_a_state_s(scene, kind: str, violence: int) -> None:
    scene.side("the post", "belligerent", "unidentified people")
    party = Party(words=kind, status="combatant", categories=(kind,))
    scene.claim("target", ActorRef(words=kind), kind, about=party, side="the post")
    scene.side("army", "victims")
    assert scene.event().type_of_violence == violence


def test_a_shared_figure_is_shown_with_both_events_and_counted_in_neither(scene) -> None:
    scene.second_event = True
    shared = scene.say(20, side="rebels", scope="several", shared=True, report="courier")
    scene.say(7, side="rebels")
    record = scene.record()
    for event in record.events:
        (figure,) = event.shared_figures
        assert (figure.claim_id, figure.events) == (shared, ("e_1", "e_2"))
        assert "Clash at Tamsa and Clash at the ford" in figure.note
    assert [event.totals.ucdp.best for event in record.events if event.id == "e_1"] == [7]
    assert [event.totals.ucdp.best for event in record.events if event.id == "e_2"] == [None]
    assert "20" in scene.finding().why
    assert "several events" in scene.finding().why


@pytest.mark.parametrize("policy", POLICIES)
def test_a_wide_figure_among_an_events_own_claims_is_still_shared(scene, policy: str) -> None:
    wide = scene.say(20, side="rebels", scope="several")
    event = scene.event(policy)
    assert [figure.claim_id for figure in event.shared_figures] == [wide]
    assert event.totals.range.killed.max is None
    assert event.sides[1].casualties.killed.best is None


@pytest.mark.parametrize(
    "more", [{"certainty": "planned"}, {"certainty": "hypothetical"}, {"stance": "denies"}]
)
def test_supposed_and_denied_figures_are_not_shared(scene, more: dict[str, str]) -> None:
    scene.say(20, scope="several", shared=True, **more)
    scene.say(7)
    assert scene.event().shared_figures == ()


def test_who_fought_in_both_clashes_fought_in_each(scene) -> None:
    participant(scene, "volunteers", scope="several", shared=True)
    event = scene.event()
    assert [f.facet for f in event.findings] == ["participant"]
    assert event.shared_figures == ()


def test_a_date_given_for_several_events_dates_one_that_has_no_other(scene) -> None:
    scene.dated("2018-04-01", scope="several", shared=True)
    assert scene.event().date.start == "2018-04-01"
    scene.dated("2018-04-02")
    assert scene.event().date.start == "2018-04-02"


def test_no_losses_are_the_speakers_own(scene) -> None:
    """A staff that says "no losses" does not speak of its enemy's dead."""
    scene.say(0, "losses", words="no", by_word_of="army", people="no")
    scene.say(30, side="rebels", report="courier")
    event = scene.event()
    assert (event.totals.ucdp.deaths_a, event.totals.ucdp.deaths_b) == (0, 30)
    assert (event.totals.acled.fatalities, event.totals.range.killed.min) == (30, 30)


def test_no_losses_of_a_body_on_no_known_side_are_nobodys_total(scene) -> None:
    scene.say(0, "losses", words="no", by_word_of="a coalition", people="no")
    scene.say(30, side="rebels", report="courier")
    totals = scene.event().totals
    assert (totals.ucdp.best, totals.ucdp.low, totals.acled.fatalities) == (30, 30, 30)


def test_one_actors_men_under_two_words_are_compared_and_not_added(scene) -> None:
    scene.say(4, side="army", actors=("army",), categories=("soldiers",), report="gazette")
    scene.say(5, side="army", actors=("army",), categories=("guards",), report="courier")
    assert scene.event().totals.range.killed.max == 5
    assert scene.finding().agreement == "disputed"


def test_the_same_account_tells_one_actors_soldiers_from_its_police(scene) -> None:
    scene.say(4, side="army", actors=("army",), categories=("soldiers",))
    scene.say(5, side="army", actors=("army",), categories=("police",))
    assert scene.event().totals.ucdp.best == 9


def test_a_wider_place_agrees_with_a_narrower_one(scene) -> None:
    scene.placed("Tamsa", country_iso3="MLI", adm1="Gao")
    scene.placed("Mali", prec=6, country_iso3="MLI", report="courier")
    finding = scene.finding("place")
    assert (finding.agreement, finding.rule, finding.witnesses) == ("compatible", "ucdp.first_place", 2)
    assert finding.value.words == "Tamsa"
    assert scene.event().place.where_prec == 1
    assert [place.name for place in scene.event().places] == ["Tamsa", "Mali"]


def test_two_speakers_who_name_one_place_agree(scene) -> None:
    scene.placed("Tamsa")
    scene.placed("Tamsa", report="courier")
    scene.located.pop()
    assert (scene.finding("place").agreement, scene.finding("place").witnesses) == ("agreed", 2)


@pytest.mark.parametrize(
    ("spot", "relation", "agreement"),
    [
        ({"country_iso3": "NER"}, "in", "disputed"),
        ({"country_iso3": "NER"}, "near", "compatible"),
        ({"country_iso3": "MLI", "adm1": "Mopti"}, "in", "disputed"),
        ({"country_iso3": "MLI", "adm1": "Mopti", "prec": 4}, "in", "compatible"),
    ],
)
def test_another_country_or_province_is_a_dispute_unless_only_near(scene, spot, relation, agreement) -> None:
    scene.placed("Tamsa", country_iso3="MLI", adm1="Gao")
    other = scene.placed("Banga", relation=relation, report="courier", **spot)
    finding = scene.finding("place")
    assert finding.agreement == agreement
    assert (other in finding.opposing) is (agreement == "disputed")


def test_who_began_it_is_disputed_where_each_side_names_the_other(scene) -> None:
    for side, report in (("army", "gazette"), ("rebels", "courier")):
        actor = ActorRef(words=side, name=side)
        about = Party(words=side, actors=(actor,))
        scene.claim("initiator", actor, side, about=about, side=side, report=report)
    found = [finding for finding in scene.event().findings if finding.facet == "initiator"]
    assert [finding.agreement for finding in found] == ["disputed", "disputed"]
    assert [len(finding.opposing) for finding in found] == [1, 1]


def test_airwars_records_fighters_and_gives_no_figure_for_them(scene) -> None:
    scene.say(7, side="rebels")
    finding = scene.finding(policy="airwars")
    assert (finding.value, finding.rule) == (None, "airwars.civilians_only")
    assert len(finding.supporting) == 1


def test_policies_differ_in_values_and_rules_only(scene) -> None:
    scene.say((20, None), side="rebels", report="gazette")
    scene.say(25, side="rebels", report="courier")
    values = {policy: scene.finding(policy=policy).value for policy in ("ucdp", "acled", "range", "latest")}
    bounds = {policy: (value.low, value.high) for policy, value in values.items() if value is not None}
    assert bounds == {"ucdp": (25, 25), "acled": (20, None), "range": (20, None), "latest": (25, 25)}
    assert len({scene.event(policy).totals for policy in POLICIES}) == 1


def test_warnings_of_claims_are_said_once_an_event(scene) -> None:
    from rashomon.model.claims import Flag

    for report in ("gazette", "courier"):
        scene.say(7, report=report, flags=(Flag(code="inferred_actor", words=f"they, in the {report}"),))
    assert [flag.code for flag in scene.event().flags].count("inferred_actor") == 1


def test_record_head(scene) -> None:
    scene.say(7)
    record = scene.record("acled", version="1.2", case_digest="abc")
    assert (record.schema, record.policy, record.as_of) == ("rashomon/record/1", "acled", None)
    assert (record.made_by.version, record.made_by.case_digest) == ("1.2", "abc")
    event = record.events[0]
    assert (event.reports, event.principal_for) == (("gazette.txt",), ("gazette.txt",))


def test_a_reason_says_once_that_figures_cannot_all_be_true(scene) -> None:
    scene.say(11, by_word_of="the army", report="early")
    scene.say(17, by_word_of="residents", report="courier")
    assert scene.finding().why.count("cannot all be true") == 1


def test_a_year_that_holds_the_day_says_nothing_against_it(scene) -> None:
    scene.say(3)
    scene.dated("2018-04-03")
    scene.report("late")
    scene.dated("2018", report="late")
    assert (scene.event().date.start, scene.event().date.end) == ("2018-04-03", "2018-04-03")


def test_the_day_that_most_reports_give_stands(scene) -> None:
    scene.say(3)
    scene.dated("2018-04-03")
    for key in ("two", "three"):
        scene.report(key)
        scene.dated("2018-04-03", report=key)
    scene.report("other")
    scene.dated("2018-04-04", report="other")
    event = scene.event()
    assert (event.date.start, event.date.end) == ("2018-04-03", "2018-04-03")
    [found] = [finding for finding in event.findings if finding.facet == "date"]
    assert found.rule == "ucdp.most_reports"


def test_at_least_four_is_no_lower_count_than_eighteen(scene) -> None:
    for key, bounds in (("one", (4, None)), ("two", (18, 18)), ("three", (20, 20))):
        scene.report(key)
        scene.say(bounds, report=key)
    assert scene.event("ucdp").totals.ucdp.best == 18
