"""One verdict for each statement, and its reason: an article held against two invented reports."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest

from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.model.audit import Audit, Owner
from rashomon.model.claims import Attribution, Moment, PlaceRef, Term, Unknown
from rashomon.writing import CaseView


def test_a_bound_dropped_is_altered(writer, clash: CaseView, kit: ModuleType) -> None:
    said = writer.say(
        "Battle",
        "30 militants were killed",
        "killed",
        kit.count(30, 30, "30"),
        kit.ARMY_SAYS,
        about=kit.MILITANTS,
    )
    judged = kit.of(writer.audit(clash), said)
    assert judged.verdict == "altered"
    assert "“At least 30” became a plain number" in judged.note
    assert clash.claims[judged.evidence[0]].value.low == 30


def test_scope_dropped_is_altered(writer, clash: CaseView, kit: ModuleType) -> None:
    said = writer.say(
        "Battle",
        "at least 20 militants were killed",
        "killed",
        kit.count(20, None, "at least 20"),
        kit.GATIA_SAYS,
        about=kit.MILITANTS,
    )
    judged = kit.of(writer.audit(clash), said)
    assert judged.verdict == "altered"
    assert "several clashes together" in judged.note


def test_neutralised_for_killed_is_altered(writer, clash: CaseView, kit: ModuleType) -> None:
    said = writer.say(
        "Battle",
        "at least 30 militants were neutralised",
        "neutralised",
        kit.count(30, None, "at least 30"),
        kit.ARMY_SAYS,
        about=kit.MILITANTS,
    )
    judged = kit.of(writer.audit(clash), said)
    assert judged.verdict == "altered"
    assert "“neutralised” is not “killed”" in judged.note


def test_an_exact_number_for_about_is_altered(writer, clash: CaseView, kit: ModuleType) -> None:
    said = writer.say(
        "Battle", "the 60 fighters of JNIM", "strength", kit.count(60, 60, "60"), about=kit.MILITANTS
    )
    judged = kit.of(writer.audit(clash), said)
    assert judged.verdict == "altered"
    assert "became an exact number" in judged.note


def test_the_same_words_are_supported(writer, clash: CaseView, kit: ModuleType) -> None:
    said = writer.say(
        "Battle",
        "two soldiers were wounded",
        "wounded",
        kit.count(2, 2, "two"),
        about=kit.SOLDIERS,
    )
    judged = kit.of(writer.audit(clash), said)
    assert judged.verdict == "supported"
    assert "Two soldiers were wounded" in judged.note
    assert judged.needs is None


def test_another_figure_for_the_same_people_is_contradicted(writer, clash: CaseView, kit: ModuleType) -> None:
    said = writer.say(
        "Battle", "seven soldiers were wounded", "wounded", kit.count(7, 7, "seven"), about=kit.SOLDIERS
    )
    judged = kit.of(writer.audit(clash), said)
    assert judged.verdict == "contradicted"
    assert [clash.claims[i].value.low for i in judged.against] == [2]
    assert judged.evidence == ()
    assert judged.needs is not None
    assert (judged.needs.language, judged.needs.start) == ("fr", "2019-05-04")


def test_a_figure_for_other_people_is_not_mentioned(writer, clash: CaseView, kit: ModuleType) -> None:
    said = writer.say(
        "Battle", "nine soldiers were killed", "killed", kit.count(9, 9, "nine"), about=kit.SOLDIERS
    )
    assert kit.of(writer.audit(clash), said).verdict == "not_mentioned"


def test_a_range_of_two_speakers_figures_is_synthesis(writer, clash: CaseView, kit: ModuleType) -> None:
    owner = Owner(basis="inferred", actor_ids=("jnim",))
    said = writer.say(
        "infobox.casualties2", "20–30 killed", "killed", kit.count(20, 30, "20–30"), owner=owner
    )
    judged = kit.of(writer.audit(clash), said)
    assert judged.verdict == "unsupported_synthesis"
    assert "Nobody gave the range" in judged.note
    assert {clash.claims[i].value.low for i in judged.evidence} == {20, 30}


def test_a_sharper_figure_is_supported_in_part(writer, clash: CaseView, kit: ModuleType) -> None:
    said = writer.say(
        "Battle",
        "33 militants were killed",
        "killed",
        kit.count(33, 33, "33"),
        kit.ARMY_SAYS,
        about=kit.MILITANTS,
    )
    judged = kit.of(writer.audit(clash), said)
    assert judged.verdict == "partly_supported"
    assert "less exact" in judged.note


def test_one_clash_where_a_report_has_two_is_in_tension(writer, clash: CaseView, kit: ModuleType) -> None:
    said = writer.say("Battle", "A short clash broke out", "kind", Term(code="clash", words="clash"))
    judged = kit.of(writer.audit(clash), said)
    assert judged.verdict == "in_tension"
    assert "Two separate clashes" in judged.note


def test_the_name_of_a_fight_is_no_count_of_fights(writer, clash: CaseView, kit: ModuleType) -> None:
    said = writer.say("lead", "The clash at Tabankort", "kind", Term(code="clash", words="clash"))
    assert kit.of(writer.audit(clash), said).verdict == "supported"


def test_an_actor_whom_no_report_names_is_not_mentioned(writer, clash: CaseView, kit: ModuleType) -> None:
    said = writer.say("lead", "French forces", "participant", kit.FRANCE)
    judged = kit.of(writer.audit(clash), said)
    assert judged.verdict == "not_mentioned"
    assert "France" in judged.note
    assert judged.needs is not None


def test_a_label_of_the_articles_own_is_told(writer, clash: CaseView, kit: ModuleType) -> None:
    rebels = kit.ActorRef(words="JNIM rebels", actor_id="jnim", name="JNIM")
    said = writer.say("lead", "JNIM rebels", "participant", rebels, about=kit.MILITANTS)
    judged = kit.of(writer.audit(clash), said)
    assert judged.verdict == "supported"
    assert "“rebel” is the article's own" in judged.note


def test_what_was_said_after_the_last_report_cannot_be_in_one(
    writer, clash: CaseView, kit: ModuleType
) -> None:
    late = Attribution(
        source="GATIA",
        source_kind="organisation",
        actor_id="gatia",
        cue="said",
        said_on=kit.day("2019-06-01", "1 June"),
    )
    said = writer.say(
        "Aftermath", "20 militants were killed", "killed", kit.count(20, 20, "20"), late, about=kit.MILITANTS
    )
    judged = kit.of(writer.audit(clash), said)
    assert judged.verdict == "not_mentioned"
    assert "after the last report of the case came out (2019-05-06)" in judged.note
    assert judged.needs is not None
    assert judged.needs.start == "2019-06-01"


def test_a_date_is_held_against_the_event(writer, clash: CaseView, kit: ModuleType) -> None:
    right = writer.say("lead", "on 4 May 2019", "date", kit.day("2019-05-04", "4 May 2019"))
    wrong = writer.say("lead", "on 6 May 2019", "date", kit.day("2019-05-06", "6 May 2019"))
    audit = writer.audit(clash)
    assert kit.of(audit, right).verdict == "supported"
    assert kit.of(audit, wrong).verdict == "contradicted"


def test_a_clause_without_a_claim_names_the_nearest_sentence(
    writer, clash: CaseView, kit: ModuleType
) -> None:
    said = writer.say("Battle", "The wounded soldiers wept over their friends", "other", None)
    judged = kit.of(writer.audit(clash), said)
    assert judged.verdict == "not_mentioned"
    assert "Two soldiers were wounded in the clash" in judged.note


def test_no_event_that_fits_is_said_of_every_statement(make_case, kit: ModuleType) -> None:
    far = make_case(
        {"far": "Somali soldiers clashed with al-Shabaab near Jowhar on 9 March 2020. Five died."}
    )
    writer = kit.Writer()
    kit.head(writer)
    audit = writer.audit(far)
    assert audit.event_id is None
    assert {one.verdict for one in audit.judged} == {"not_mentioned"}
    assert all("No event of the case fits" in one.note for one in audit.judged)
    assert audit.omissions == ()


def test_an_empty_case_fits_nothing(make_case, writer) -> None:
    audit = writer.audit(make_case({"rain": "It rained in the north for three days."}))
    assert audit.event_id is None


@pytest.fixture
def full(writer, kit: ModuleType):
    """An article with right, altered and missing statements."""
    writer.say(
        "Battle",
        "30 militants were killed",
        "killed",
        kit.count(30, 30, "30"),
        kit.ARMY_SAYS,
        about=kit.MILITANTS,
    )
    writer.say("Battle", "seven soldiers were wounded", "wounded", kit.count(7, 7, "7"), about=kit.SOLDIERS)
    writer.say("lead", "French forces", "participant", kit.FRANCE)
    return writer


def test_every_id_named_is_a_claim_of_the_case(full, clash: CaseView) -> None:
    audit: Audit = full.audit(clash)
    named = [i for one in audit.judged for i in (*one.evidence, *one.against)]
    named += [omission.claim_id for omission in audit.omissions]
    assert named
    assert set(named) <= set(clash.claims)
    assert all(one.verdict != "supported" or one.evidence for one in audit.judged)


def test_the_order_of_reports_changes_nothing(full, make_case, kit: ModuleType) -> None:
    one = full.audit(make_case({"gazette": kit.GAZETTE, "herald": kit.HERALD}))
    two = full.audit(make_case({"herald": kit.HERALD, "gazette": kit.GAZETTE}))
    assert one == two


def test_what_the_article_leaves_out_comes_weightiest_first(writer, clash: CaseView) -> None:
    notes = [omission.note for omission in writer.audit(clash).omissions]
    assert notes[0].startswith("Left out: number of incidents")
    assert notes[1].startswith("Left out: killed of JNIM")
    assert len(notes) == len(set(notes))


def _says(source: str, kit: ModuleType, **more: object) -> Attribution:
    return Attribution(source=source, source_kind="media", cue="reported", **more)  # type: ignore[arg-type]


def test_an_outlet_named_as_the_source_is_held_against_its_own_words(
    writer, clash: CaseView, kit: ModuleType
) -> None:
    words = "two soldiers were wounded"
    its = writer.say(
        "Battle",
        words,
        "wounded",
        kit.count(2, 2, "two"),
        _says("The Tabankort Gazette", kit),
        about=kit.SOLDIERS,
    )
    others = writer.say(
        "Battle",
        words,
        "wounded",
        kit.count(2, 2, "two"),
        _says("The Northern Herald", kit),
        about=kit.SOLDIERS,
    )
    audit = writer.audit(clash)
    assert kit.of(audit, its).verdict == "supported"
    assert kit.of(audit, others).verdict == "not_mentioned"
    assert "No report has it from The Northern Herald" in kit.of(audit, others).note


def test_that_a_body_spoke_is_supported_in_part(writer, clash: CaseView, kit: ModuleType) -> None:
    spoke = Attribution(
        source="GATIA",
        source_kind="organisation",
        actor_id="gatia",
        said_on=kit.day("2019-05-05", "5 May"),
    )
    said = writer.say("Aftermath", "GATIA said on 5 May", "other", None, speech=spoke)
    other_day = writer.say(
        "Aftermath",
        "GATIA said on 1 May",
        "other",
        None,
        speech=replace(spoke, said_on=kit.day("2019-05-01", "1 May")),
    )
    unheard = writer.say(
        "Aftermath",
        "MSA said on 5 May",
        "other",
        None,
        speech=replace(spoke, source="MSA", actor_id="msa"),
    )
    audit = writer.audit(clash)
    assert kit.of(audit, said).verdict == "partly_supported"
    assert "The reports quote Imghad Tuareg Self-Defense Group and Allies" in kit.of(audit, said).note
    assert kit.of(audit, other_day).verdict != "supported"
    assert kit.of(audit, unheard).verdict == "not_mentioned"


def test_people_without_a_name_are_told_apart_by_whom_they_serve(make_case, kit: ModuleType) -> None:
    view = make_case(
        {
            "post": "Gunmen attacked an army post at Tabankort in Mali on 4 May 2019. Eleven soldiers were "
            "killed, a military spokesman said."
        }
    )
    writer = kit.Writer()
    writer.say("infobox.date", "4 May 2019", "date", kit.day("2019-05-04", "4 May 2019"))
    place = PlaceRef(words="Tabankort", relation="in", place_id="rashomon:tabankort")
    writer.say("infobox.place", "Tabankort", "place", place)
    soldiers = kit.Party(words="troops", status="combatant")
    gunmen = kit.Party(words="militants", status="combatant")
    right = writer.say("lead", "11 troops were killed", "killed", kit.count(11, 11, "11"), about=soldiers)
    wrong = writer.say("lead", "11 militants were killed", "killed", kit.count(11, 11, "11"), about=gunmen)
    audit = writer.audit(view)
    assert audit.event_id is not None
    assert kit.of(audit, right).verdict == "supported"
    assert kit.of(audit, wrong).verdict == "not_mentioned"


def test_a_strength_said_to_be_unknown_though_a_report_gives_it(
    writer, clash: CaseView, kit: ModuleType
) -> None:
    said = writer.say(
        "infobox.strength2",
        "Unknown",
        "strength",
        Unknown(words="Unknown"),
        owner=Owner(basis="inferred", actor_ids=("jnim",)),
    )
    judged = kit.of(writer.audit(clash), said)
    assert judged.verdict == "in_tension"
    assert "about 60 fighters" in judged.note


def test_the_division_a_town_lies_in_is_no_contradiction(make_case, kit: ModuleType) -> None:
    view = make_case({"town": "Malian soldiers clashed with JNIM fighters at Ansongo in Mali on 4 May 2019."})
    writer = kit.Writer()
    kit.head(writer)
    town = open_gazetteer().lookup("Gao")[0]
    said = writer.say("lead", "Gao", "place", PlaceRef(words="Gao", place_id=town.id))
    assert kit.of(writer.audit(view, event_id=view.linked.events[0].id), said).verdict == "not_mentioned"


def test_a_sentence_of_the_past_is_not_held_against_the_event(
    writer, clash: CaseView, kit: ModuleType
) -> None:
    sentence = "Since 2013 fighters of JNIM had held it."
    before = writer.say("Background", "fighters of JNIM", "participant", kit.JNIM, sentence=sentence)
    since = writer.say("Background", "Since 2013 it was theirs", "other", None)
    view = replace_sentence(writer, before, since)
    judged = kit.of(writer.audit(clash), view)
    assert judged.verdict == "not_mentioned"
    assert "at that time" in judged.note
    assert judged.needs is not None
    assert judged.needs.start == "2013"
    assert judged.needs.end is None or judged.needs.end > "2013-12-31"


def replace_sentence(writer, one, two):
    """The first statement, put into the sentence of the second."""
    moved = replace(one, sentence=(two.start, two.end))
    writer.statements[writer.statements.index(one)] = moved
    writer.statements[writer.statements.index(two)] = replace(two, sentence=(two.start, two.end))
    return moved


def test_an_hour_without_a_day_is_held_against_the_events_hours(make_case, kit: ModuleType) -> None:
    view = make_case(
        {
            "dusk": "Malian soldiers clashed with fighters of JNIM near Tabankort on 4 May 2019. The fighting "
            "stopped at nightfall."
        }
    )
    writer = kit.Writer()
    kit.head(writer)
    hour = Moment(start="2019-02-22", end="2019-02-22", grain="part_of_day", as_written="nightfall")
    said = writer.say("Battle", "it ended at nightfall", "date", hour)
    dawn = writer.say("Battle", "it began at dawn", "date", replace(hour, as_written="dawn"))
    audit = writer.audit(view)
    assert kit.of(audit, said).verdict == "supported"
    assert kit.of(audit, dawn).verdict == "not_mentioned"


def test_one_skirmish_where_a_report_has_two_clashes_is_in_tension(
    writer, clash: CaseView, kit: ModuleType
) -> None:
    said = writer.say("Battle", "A skirmish broke out", "incidents", kit.count(1, 1, "A skirmish"))
    strikes = writer.say("Battle", "one air strike", "incidents", kit.count(1, 1, "one"))
    audit = writer.audit(clash)
    assert kit.of(audit, said).verdict == "in_tension"
    assert kit.of(audit, strikes).verdict == "not_mentioned"
    assert audit.omissions[0].note.startswith("Left out: number of incidents")
