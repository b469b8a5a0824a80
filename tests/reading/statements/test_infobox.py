from __future__ import annotations

from rashomon.model.audit import Statement
from rashomon.model.claims import Count, Unknown
from rashomon.pipeline import read_article


def fields(text: str, where: str) -> list[Statement]:
    return [s for s in read_article(text).statements if s.where == f"infobox.{where}"]


def box(losses: str, prose: str, sides: str = "Nigeria, Chad, border|20pxJTF") -> str:
    return f"= Fight at Tarsa =\n\n- Date: 4 May 2019\n- Combatant1: {sides}\n- Combatant2: Boko Haram\n- Casualties1: {losses}\n\n{prose}\n"


def told(statements: list[Statement]) -> list[tuple[str, str, str, str]]:
    return [
        (s.text, s.facet, s.owner.basis if s.owner else "", s.owner.words if s.owner else "")
        for s in statements
    ]


PROSE = "The Chadian army said that two Chadian soldiers were killed and six wounded. There were no Nigerian losses."


def test_lines_that_lost_their_flags_are_owned_by_their_place_and_the_prose_confirms_it() -> None:
    text = box("None, 2 killed, 6 wounded, border|20px 4 killed", PROSE)
    losses = fields(text, "casualties1")
    assert told(losses) == [
        ("None", "losses", "inferred", "Nigeria"),
        ("2 killed", "killed", "inferred", "Chad"),
        ("6 wounded", "wounded", "inferred", "Chad"),
        ("4 killed", "killed", "inferred", "JTF"),
    ]
    confirming = [s.owner.passage for s in losses if s.owner]
    assert confirming[0] is not None
    assert confirming[1] is not None
    assert text[slice(*confirming[0])] == "There were no Nigerian losses."
    assert text[slice(*confirming[1])].startswith("The Chadian army said")
    assert confirming[3] is None


def test_flags_before_one_entry_stand_for_as_many_combatants() -> None:
    text = box("2 killed, 6 wounded, border|20pxborder|20px 4 killed", PROSE, "Chad, MSA, border|20pxGATIA")
    assert [(s.owner.words, s.owner.actor_ids) for s in fields(text, "casualties1") if s.owner] == [
        ("Chad", ("forces:TCD",)),
        ("Chad", ("forces:TCD",)),
        ("MSA, GATIA", ("msa", "gatia")),
    ]


def test_lines_that_do_not_align_have_no_owner_where_the_prose_is_silent() -> None:
    losses = fields(box("2 killed, 3 killed", "The fight took place in May."), "casualties1")
    assert told(losses) == [("2 killed", "killed", "unknown", ""), ("3 killed", "killed", "unknown", "")]
    assert all(s.claim is not None and s.claim.about is None for s in losses)
    assert [flag.code for s in losses for flag in s.flags] == ["ambiguous_owner"] * 2


def test_lines_that_do_not_align_are_owned_as_the_prose_says_with_the_same_figures() -> None:
    losses = fields(box("2 killed, 3 killed", PROSE), "casualties1")
    assert told(losses) == [("2 killed", "killed", "inferred", "Chad"), ("3 killed", "killed", "unknown", "")]


def test_flags_and_names_say_whose_a_line_is() -> None:
    text = """{{Infobox military conflict
| combatant1 = {{plainlist|
* {{flag|Chad}}
* {{flag|Nigeria}}}}
| combatant2 = [[Boko Haram]]
| casualties1 = {{flagicon|Nigeria}} 4 killed<br>Chad: 1 killed, 2 wounded
| casualties2 = {{unbulleted list|30–40 killed (per Chad)|20 killed (per Nigeria){{efn|Across two clashes.}}|Several captured}}
}}
A fight.
"""
    assert [(s.plain, s.owner.words) for s in fields(text, "casualties1") if s.owner] == [
        ("4 killed", "Nigeria"),
        ("Chad: 1 killed", "Chad"),
        ("2 wounded", "Chad"),
    ]
    other = fields(text, "casualties2")
    assert {(s.owner.basis, s.owner.words) for s in other if s.owner} == {("stated", "Boko Haram")}
    claims = [s.claim for s in other if s.claim]
    assert [c.attribution[0].source for c in claims][:2] == ["Chad", "Nigeria"]
    assert [c.scope for c in claims] == ["event", "several", "event"]


def test_one_entry_for_a_side_of_several_is_the_whole_sides() -> None:
    losses = fields(box("7 killed, 2 missing", "A fight.", "Chad, Nigeria"), "casualties1")
    assert told(losses) == [
        ("7 killed", "killed", "stated", "Chad, Nigeria"),
        ("2 missing", "missing", "stated", "Chad, Nigeria"),
    ]


def test_strengths_dates_results_and_places_are_claims() -> None:
    text = """= Fight =

- Place: near Tarsa, Lake Region, Chad
- Date: 3–5 May 2019
- Result: Chadian victory
- Partof: Some War
- Combatant1: Chad
- Combatant2: Boko Haram
- Commander2: A. Tarsi
- Strength1: ~60
- Strength2: Unknown
"""
    read = {s.where.removeprefix("infobox."): s for s in read_article(text).statements}
    claims = {where: s.claim for where, s in read.items()}
    place, date, result = claims["place"], claims["date"], claims["result"]
    assert place is not None
    assert (place.value.words, place.value.relation, place.value.within) == (
        "Tarsa",
        "near",
        ("Lake Region", "Chad"),
    )
    assert date is not None
    assert (date.value.start, date.value.end) == ("2019-05-03", "2019-05-05")
    assert result is not None
    assert result.value.code == "victory"
    assert result.about is not None
    assert [ref.actor_id for ref in result.about.actors] == ["forces:TCD"]
    first, second = claims["strength1"], claims["strength2"]
    assert first is not None
    assert isinstance(first.value, Count)
    assert first.value.approximate
    assert second is not None
    assert isinstance(second.value, Unknown)
    assert claims["partof"] is None
    assert read["partof"].facet == "other"
    leader = claims["commander2"]
    assert leader is not None
    assert (leader.facet, leader.value.words) == ("leader", "A. Tarsi")


def test_a_box_of_a_hundred_parameters_is_read_whole() -> None:
    text = (
        "{{Infobox military conflict\n"
        + "".join(f"| extra{n} = value {n}\n" for n in range(100))
        + "}}\nA fight.\n"
    )
    assert len([s for s in read_article(text).statements if s.where.startswith("infobox.")]) == 100


def test_losses_of_civilians_and_goods_are_not_a_combatants() -> None:
    text = """{{Infobox military conflict
| combatant1 = {{flag|Chad}}<br>{{flag|Nigeria}}
| combatant2 = [[Boko Haram]]
| strength1 = 12 armoured vehicles
| casualties1 = {{flagicon|Chad}} 4 killed<br>{{flagicon|Nigeria}} 2 killed<br>3 vehicles destroyed
| casualties2 = 9 killed (Chadian claim)
| casualties3 = 6 civilians killed, 300 displaced
}}
A fight.
"""
    assert told(fields(text, "casualties1"))[2] == ("3 vehicles destroyed", "equipment", "unknown", "")
    civilians = fields(text, "casualties3")
    assert [(s.facet, s.owner.words if s.owner else "") for s in civilians] == [
        ("killed", "civilians"),
        ("other", "civilians"),
    ]
    claim = civilians[0].claim
    assert claim is not None
    assert claim.about is not None
    assert claim.about.status == "civilian"
    assert fields(text, "strength1")[0].claim is None
    per = fields(text, "casualties2")[0].claim
    assert per is not None
    assert (per.attribution[0].source, per.attribution[0].actor_id) == ("Chadian", "forces:TCD")


def test_the_drafts_own_labels_are_read() -> None:
    text = """# Fight

A fight took place.

- **Side 1:** Chad
- **Side 2:** Boko Haram
- **Losses of side 2:**
    - Per the leader of Chad (CHD): militants: 30–40 killed (Relayed by a paper.)
    - Per MSA and GATIA: Boko Haram: 20 killed, several captured (Across two clashes that day.)
"""
    losses = fields(text, "casualties2")
    assert [(s.facet, s.owner.words) for s in losses if s.owner] == [
        ("killed", "militants"),
        ("killed", "Boko Haram"),
        ("captured", "Boko Haram"),
    ]
    claims = [s.claim for s in losses if s.claim]
    assert [c.attribution[0].source for c in claims] == [
        "the leader of Chad (CHD)",
        "MSA and GATIA",
        "MSA and GATIA",
    ]
    assert [c.scope for c in claims] == ["event", "several", "several"]


def test_unknown_losses_are_all_that_one_combatants_line_says() -> None:
    text = """{{Infobox military conflict
| combatant1 = Chad<br>Nigeria
| combatant2 = [[Boko Haram]]
| casualties1 = Unknown<br>4 killed
}}
A fight.
"""
    assert told(fields(text, "casualties1")) == [
        ("Unknown", "losses", "inferred", "Chad"),
        ("4 killed", "killed", "inferred", "Nigeria"),
    ]
