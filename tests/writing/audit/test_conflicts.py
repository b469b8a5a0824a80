"""What is at odds inside an article, one test for each kind, and what is not."""

from __future__ import annotations

from types import ModuleType

from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.model.audit import Owner
from rashomon.model.claims import Attribution, PlaceRef, Term
from rashomon.writing import CaseView


def _of(actor_id: str) -> Owner:
    return Owner(basis="inferred", actor_ids=(actor_id,))


def _leader(kit: ModuleType) -> Attribution:
    return Attribution(
        source="the leader of GATIA",
        source_kind="person",
        office="leader",
        actor_id="gatia",
        cue="told",
        said_on=kit.day("2019-05-20", "20 May"),
    )


def test_a_box_figure_that_the_text_contradicts(writer, clash: CaseView, kit: ModuleType) -> None:
    box = writer.say(
        "infobox.casualties1", "1 killed", "killed", kit.count(1, 1, "1"), owner=_of("forces:MLI")
    )
    text = writer.say(
        "Battle",
        "Malian soldiers were killed",
        "killed",
        kit.count(2, None, "Malian soldiers", vague="plural"),
        about=kit.SOLDIERS,
    )
    audit = writer.audit(clash)
    (found,) = audit.conflicts
    assert (found.kind, found.left, found.right) == ("figure_differs", box.id, text.id)
    assert "“1 killed”" in found.note
    assert "“Malian soldiers were killed”" in found.note


def test_a_range_made_of_two_speakers_and_one_beyond_it(writer, clash: CaseView, kit: ModuleType) -> None:
    box = writer.say(
        "infobox.casualties2", "20–30 killed", "killed", kit.count(20, 30, "20–30"), owner=_of("jnim")
    )
    low = writer.say(
        "Aftermath", "20 were killed", "killed", kit.count(20, 20, "20"), kit.GATIA_SAYS, about=kit.MILITANTS
    )
    writer.say(
        "Aftermath", "30 were killed", "killed", kit.count(30, 30, "30"), kit.ARMY_SAYS, about=kit.MILITANTS
    )
    beyond = writer.say(
        "Aftermath",
        "30 to 40 were killed",
        "killed",
        kit.count(30, 40, "30 to 40"),
        _leader(kit),
        about=kit.MILITANTS,
    )
    pairs = {(p.kind, p.left, p.right) for p in writer.audit(clash).conflicts}
    assert ("synthesised_range", box.id, low.id) in pairs
    assert ("outside_range", box.id, beyond.id) in pairs


def test_one_body_with_two_totals(writer, clash: CaseView, kit: ModuleType) -> None:
    fighters = kit.Party(words="fighters", actors=(kit.GATIA,), status="combatant")
    one = writer.say(
        "Aftermath",
        "three fighters were killed",
        "killed",
        kit.count(3, 3, "three"),
        kit.GATIA_SAYS,
        about=fighters,
    )
    two = writer.say(
        "Aftermath",
        "over a dozen fighters were killed",
        "killed",
        kit.count(13, None, "over a dozen"),
        _leader(kit),
        about=fighters,
    )
    (found,) = writer.audit(clash).conflicts
    assert (found.kind, found.left, found.right) == ("same_speaker_two_figures", one.id, two.id)


def test_two_named_speakers_who_disagree_are_no_conflict(writer, clash: CaseView, kit: ModuleType) -> None:
    writer.say(
        "Battle", "20 were killed", "killed", kit.count(20, 20, "20"), kit.GATIA_SAYS, about=kit.MILITANTS
    )
    writer.say(
        "Battle", "35 were killed", "killed", kit.count(35, 35, "35"), kit.ARMY_SAYS, about=kit.MILITANTS
    )
    assert writer.audit(clash).conflicts == ()


def test_neutralised_here_and_killed_there(writer, clash: CaseView, kit: ModuleType) -> None:
    writer.say(
        "infobox.casualties2",
        "30 killed",
        "killed",
        kit.count(30, 30, "30"),
        kit.ARMY_SAYS,
        owner=_of("jnim"),
    )
    writer.say(
        "Battle",
        "thirty militants were neutralised",
        "neutralised",
        kit.count(30, 30, "thirty"),
        kit.ARMY_SAYS,
        about=kit.MILITANTS,
    )
    assert kit.kinds(writer.audit(clash).conflicts) == ["outcome_changed"]


def test_about_sixty_and_the_sixty(writer, clash: CaseView, kit: ModuleType) -> None:
    writer.say(
        "infobox.strength2", "~60", "strength", kit.count(60, 60, "~60", approximate=True), owner=_of("jnim")
    )
    writer.say("Battle", "the sixty militants", "strength", kit.count(60, 60, "sixty"), about=kit.MILITANTS)
    assert kit.kinds(writer.audit(clash).conflicts) == ["approximation_lost"]


def test_a_victory_of_those_who_left_the_field(writer, clash: CaseView, kit: ModuleType) -> None:
    result = writer.say("infobox.result", "Malian victory", "outcome", Term(code="victory", words="victory"))
    left = writer.say(
        "Battle",
        "the soldiers withdrew",
        "outcome",
        Term(code="withdrew", words="withdrew"),
        about=kit.SOLDIERS,
    )
    (found,) = writer.audit(clash).conflicts
    assert (found.kind, found.left, found.right) == ("result_without_source", result.id, left.id)


def test_a_victory_that_a_speaker_claims_is_none(writer, clash: CaseView, kit: ModuleType) -> None:
    victory = Term(code="victory", words="victory")
    writer.say("infobox.result", "Malian victory", "outcome", victory)
    writer.say("Aftermath", "a victory, the army said", "outcome", victory, kit.ARMY_SAYS)
    writer.say(
        "Battle",
        "the soldiers withdrew",
        "outcome",
        Term(code="withdrew", words="withdrew"),
        about=kit.SOLDIERS,
    )
    assert writer.audit(clash).conflicts == ()


def test_a_combatant_on_one_speakers_word(writer, clash: CaseView, kit: ModuleType) -> None:
    listed = writer.say(
        "infobox.combatant2", "ISGS", "participant", kit.ActorRef(words="ISGS", actor_id="isgs")
    )
    told = writer.say(
        "Aftermath",
        "ISGS took part",
        "participant",
        kit.ActorRef(words="ISGS", actor_id="isgs"),
        kit.ARMY_SAYS,
    )
    writer.say("Battle", "fighters of JNIM", "participant", kit.JNIM, about=kit.MILITANTS)
    (found,) = writer.audit(clash).conflicts
    assert (found.kind, found.left, found.right) == ("combatant_on_one_word", listed.id, told.id)


def test_a_combatant_the_text_has_in_its_own_voice_is_none(writer, clash: CaseView, kit: ModuleType) -> None:
    writer.say("Aftermath", "JNIM took part", "participant", kit.JNIM, kit.ARMY_SAYS)
    writer.say("Battle", "fighters of JNIM", "participant", kit.JNIM, about=kit.MILITANTS)
    assert writer.audit(clash).conflicts == ()


def test_rebels_who_stand_beside_the_army(writer, clash: CaseView, kit: ModuleType) -> None:
    writer.say("infobox.combatant1", "GATIA", "participant", kit.GATIA)
    one = writer.say(
        "lead", "GATIA rebels", "participant", kit.ActorRef(words="GATIA rebels", actor_id="gatia")
    )
    two = writer.say(
        "Battle",
        "fighters of GATIA",
        "participant",
        kit.ActorRef(words="fighters of GATIA", actor_id="gatia"),
    )
    (found,) = writer.audit(clash).conflicts
    assert (found.kind, found.left, found.right) == ("changing_label", one.id, two.id)
    assert "beside a state's forces" in found.note


def test_militants_and_jihadists_of_one_group_are_no_conflict(
    writer, clash: CaseView, kit: ModuleType
) -> None:
    writer.say("lead", "JNIM militants", "participant", kit.ActorRef(words="JNIM militants", actor_id="jnim"))
    writer.say(
        "Battle", "JNIM jihadists", "participant", kit.ActorRef(words="JNIM jihadists", actor_id="jnim")
    )
    assert writer.audit(clash).conflicts == ()


def test_sent_after_the_fight_though_there_before(writer, clash: CaseView, kit: ModuleType) -> None:
    before = writer.say(
        "Prelude",
        "the French army began an operation",
        "kind",
        Term(code="operation", words="operation"),
        sentence="On 1 May the French army began an operation.",
    )
    after = writer.say("Battle", "In response, French forces sent a company to fight JNIM.", "other", None)
    (found,) = writer.audit(clash).conflicts
    assert (found.kind, found.left, found.right) == ("arrival_order", before.id, after.id)
    assert "France" in found.note


def test_what_is_odd_is_only_noted(writer, clash: CaseView, kit: ModuleType) -> None:
    writer.say("Background", "JNIM has fought there since 2012 and 2013.", "other", None)
    writer.say(
        "Battle", "12 were wounded", "wounded", kit.count(12, 12, "12"), kit.ARMY_SAYS, about=kit.MILITANTS
    )
    state = Attribution(
        source="the Malian government", source_kind="organisation", actor_id="state:MLI", cue="said"
    )
    writer.say("Battle", "9 were captured", "captured", kit.count(9, 9, "9"), state, about=kit.MILITANTS)
    writer.say("Battle", "the Nigerien army", "in_liaison", kit.NIGER)
    writer.say("lead", "a battle", "kind", Term(code="clash", words="battle"))
    writer.say("Battle", "A skirmish", "kind", Term(code="clash", words="skirmish"))
    audit = writer.audit(clash)
    assert audit.conflicts == ()
    assert set(kit.kinds(audit.notes)) == {
        "malformed_period",
        "anachronism",
        "one_speaker_two_names",
        "not_in_box",
        "changing_size",
    }


def test_a_figure_of_the_box_alone_is_noted(writer, clash: CaseView, kit: ModuleType) -> None:
    writer.say("infobox.casualties1", "2 wounded", "wounded", kit.count(2, 2, "2"), owner=_of("forces:MLI"))
    writer.say("Battle", "4 soldiers were killed", "killed", kit.count(4, 4, "4"), about=kit.SOLDIERS)
    assert kit.kinds(writer.audit(clash).notes) == ["box_only"]


def test_places_that_nest_are_noted(writer, clash: CaseView, kit: ModuleType) -> None:
    gazetteer = open_gazetteer()
    town, region = gazetteer.lookup("Ansongo")[0], gazetteer.lookup("Gao region")[0]
    writer.say("lead", "Ansongo", "place", PlaceRef(words="Ansongo", place_id=town.id))
    writer.say("Battle", "the Gao region", "place", PlaceRef(words="Gao region", place_id=region.id))
    audit = writer.audit(clash)
    assert audit.conflicts == ()
    assert kit.kinds(audit.notes) == ["nested_places"]


def test_the_box_and_the_lead_name_two_days(writer, clash: CaseView, kit: ModuleType) -> None:
    writer.say("lead", "on 5 May 2019", "date", kit.day("2019-05-05", "5 May 2019"))
    (found,) = writer.audit(clash).conflicts
    assert found.kind == "date_differs"
    assert "“4 May 2019”" in found.note
    assert "“on 5 May 2019”" in found.note


def test_the_day_an_operation_began_is_no_second_date(writer, clash: CaseView, kit: ModuleType) -> None:
    began = kit.day("2019-05-01", "1 May 2019")
    writer.say("lead", "on 1 May 2019", "date", began, sentence="An operation began on 1 May 2019.")
    audit = writer.audit(clash)
    assert audit.conflicts == ()
    assert kit.kinds(audit.notes) == ["dates_of_two_things"]
