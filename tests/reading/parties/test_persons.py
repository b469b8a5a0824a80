"""Which phrases of one report mean the same person, and what is told to have become of them."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.linking import link
from rashomon.model.claims import Claim, Count
from rashomon.model.layers import Reading
from rashomon.model.record import EventRecord
from rashomon.reading.english import read_english
from rashomon.reconciling import reconcile


def read(text: str) -> Reading:
    return read_english(report_of(text))


def people(reading: Reading) -> dict[str, str | None]:
    """Each harmed phrase with its person."""
    harmed = [c for c in reading.claims if c.facet in {"killed", "wounded", "casualties"}]
    return {_words(claim): claim.about.person for claim in harmed if claim.about is not None}


def _words(claim: Claim) -> str:
    return claim.about.words if claim.about is not None else ""


def main_event(text: str, policy: str = "latest") -> EventRecord:
    report = report_of(text)
    reading = read_english(report)
    record = reconcile(
        link([report], [reading]), {c.id: c for c in reading.claims}, {"r": report}, policy=policy
    )
    return next(event for event in record.events if event.principal_for)


def toll(text: str) -> tuple[int | None, int | None]:
    totals = main_event(text).totals
    return totals.ucdp.best, totals.latest.wounded


@pytest.mark.usefixtures("nlp")
class TestWhoIsWho:
    def test_the_victim_and_he_are_the_man_of_the_first_sentence(self) -> None:
        found = people(
            read(
                "A man was shot outside a bakery. The victim was taken to a hospital. He died an hour later."
            )
        )
        assert set(found.values()) == {"p1"}

    def test_another_man_is_another(self) -> None:
        found = people(read("A man was shot outside a bakery. Another man was stabbed in the bus."))
        assert len(set(found.values())) == 2

    def test_other_ages_and_sexes_are_other_people(self) -> None:
        found = people(read("A 19-year-old man was shot. A 40-year-old man was wounded. A woman was killed."))
        assert len(set(found.values())) == 3

    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("Raiders shot and injured an army member. One farmer was injured by a stray bullet.", 2),
            ("A soldier was wounded at the ford. A farmer sustained injuries.", 2),
            ("A farmer was wounded at the ford. The farmer has lost an eye and is injured.", 1),
        ],
    )
    def test_who_serves_is_no_civilian_told_of_next(self, text: str, number: int) -> None:
        assert len(set(people(read(text)).values())) == number

    def test_the_suspect_is_he_who_was_suspected(self) -> None:
        text = "A mob killed a suspected thief in Orle. The suspect was killed at the market."
        assert len(set(people(read(text)).values())) == 1

    def test_the_victim_is_not_the_one_who_did_it(self) -> None:
        text = (
            "A woman with a club attacked and injured her cousin. "
            "The victim was taken to a clinic and ISWAP members arrested her."
        )
        assert len(set(people(read(text)).values())) == 1

    def test_a_surname_is_of_whoever_bears_it(self) -> None:
        found = people(read("Ada Brook was shot on Monday. Carl Brook was wounded. Later Carl died."))
        assert found["Carl"] == found["Carl Brook"] != found["Ada Brook"]


TOLLS: list[tuple[str, tuple[int | None, int | None]]] = [
    ("A man was shot near the mill. The victim was pronounced dead at the scene.", (1, None)),
    ("A teen was shot near the mill. He is in stable condition.", (None, 1)),
    ("A woman was wounded by gunfire near the mill. She later died at a hospital.", (1, None)),
    ("Four men were shot near the mill. One was pronounced dead.", (1, 3)),
    ("A 17-year-old was shot in the leg near the mill.", (None, 1)),
    ("Three people were killed in a shooting. A man died at once, a woman in hospital.", (3, None)),
    ("A woman was shot dead on Monday. Her brother was also killed.", (2, None)),
    ("Two people were injured in a triple shooting in which a man was killed.", (1, 2)),
    ("Officers said a boy was found with a gunshot wound near the mill.", (None, 1)),
    ("A man killed his wife and then turned the gun on himself.", (2, None)),
    ("One man was killed near the mill and another injured.", (1, 1)),
    ("One man was shot dead near the mill. A second was taken to a hospital.", (1, 1)),
    ("Five guests were shot, one fatally, near the mill.", (1, 4)),
    ("Gunfire left two women and one man injured near the mill.", (None, 3)),
    ("Two adults wounded after a shooting near the mill.", (None, 2)),
    ("A farmer whose grown son allegedly shot and killed a 5-year-old was fined.", (1, None)),
    ("A clerk who deputies say shot and killed his brother fled after the shooting.", (1, None)),
    ("Officers found the girl in her yard suffering a gunshot wound.", (None, 1)),
    ("A baker was shot dead. His mother succumbed to cancer in spring.", (1, None)),
    ("A couple were found dead after a shooting near the mill.", (2, None)),
    ("Three other victims, a man, a woman and a girl, were wounded in the shooting.", (None, 3)),
    ("Police found two bodies in a house after the shooting.", (2, None)),
    ("Four guests were hurt in a shooting. One of the victims later died.", (1, 3)),
    ("Five guests were wounded in a shooting. Police say one guest died and four were wounded.", (1, 4)),
    ("A guard was shot dead near the mill. Two other guards were also shot.", (1, 2)),
    ("Three men were shot. The three victims were taken to a hospital. All three died.", (3, None)),
    ("Two men are dead after a shooting. A clerk shot his cousin, then himself.", (2, None)),
    ("Police shot Carl Brook dead near the mill.", (1, None)),
    ("Three guests were injured in a shooting, including a girl who died.", (1, 2)),
    ("A clerk died and two others – including a girl – were wounded in a shooting.", (1, 2)),
    (
        "A boy is dead and two people hurt after a shooting. The boy died and two other people are hurt.",
        (1, 2),
    ),
    ("The aunt of a boy who was shot wept.", (None, 1)),
    ("A mother, father and toddler were found dead after a shooting.", (3, None)),
    ("A clerk killed his ex-wife and her son in a shooting.", (2, None)),
    ("Two of five members of a family were killed in a shooting.", (2, None)),
    ("Anna Flowers was shot and suffered a non-fatal wound.", (None, 1)),
    ("A boy took an uncle's rifle and shot himself in the foot.", (None, 1)),
    ("A man was shot near the mill.Police say he died.", (1, None)),
    ("A clerk for the Rivers Dept. was shot dead near the mill.", (1, None)),
    ("The victim, a baker, was shot in the arm near the mill.", (None, 1)),
    ("On 4 May, militants killed at least six civilians in Ardal, among them two women.", (6, None)),
    ("A couple and their two children were killed in the shooting.", (4, None)),
    ("Gunmen killed a teacher near Ardal. Two other teachers were also killed.", (3, None)),
    ("Two men had their throats slit by raiders near Ardal.", (2, None)),
    ("The throat of a farmer was slit by raiders near Ardal.", (1, None)),
    ("A trader was beaten to death by a mob in Ardal.", (1, None)),
    ("Rebels ambushed a patrol near Ardal: 3 soldiers KIA, 4 WIA.", (3, 4)),
    ("One guest is dead and another is in the hospital after a shooting.", (1, 1)),
    ("Five guests were shot, one of them fatally.", (1, 4)),
    ("A shooting took the life of a girl near the mill.", (1, None)),
    ("A baker was gunned down near the mill.", (1, None)),
    ("The gunman killed six guests before turning the gun on himself.", (7, None)),
    ("A gunman shot and killed two guests before police shot and killed him.", (3, None)),
    ("A clerk killed his wife and then shot himself.", (2, None)),
    ("Seven people are dead after a shooting. The gunman killed six guests and himself.", (7, None)),
    ("Carl Hollenstein was shot dead. Hollensten died at the scene.", (1, None)),
]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(("text", "expected"), TOLLS, ids=[text[:50] for text, _ in TOLLS])
def test_tolls(text: str, expected: tuple[int | None, int | None]) -> None:
    assert toll(text) == expected


@pytest.mark.usefixtures("nlp")
def test_counting_the_hit_as_wounded_is_marked_as_a_convention() -> None:
    event = main_event("Four men were shot near the mill.")
    (finding,) = [f for f in event.findings if f.facet == "wounded"]
    assert finding.rule == "latest.hit_not_killed"
    assert finding.imputed
    assert event.totals.range.wounded.min is None
    assert event.totals.airwars.injured.min is None


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize("text", ["Soldiers shot at the rebels.", "Troops shot down a drone near the base."])
def test_who_is_shot_at_is_not_hit(text: str) -> None:
    reading = read(text)
    assert not [c for c in reading.claims if c.facet in {"casualties", "wounded", "killed"}]


MORE: list[tuple[str, int | None]] = [
    ("A mine killed two soldiers, three gendarmes were also killed in the blast.", 5),
    ("Gunmen killed six villagers in Bara. Another four villagers were killed as they fled.", 10),
    ("Gunmen killed 12 militiamen in Bara, four militants were also killed.", 16),
    ("Soldiers killed two gunmen. They were also searched for further weapons.", 2),
    ("Gunmen assassinated an imam in Bara. An Islamist was lynched by a mob.", 2),
    ("The mine struck a convoy, killing the unit commander and the deputy mayor.", 2),
    ("Militants killed a soldier and his brother. The soldier was on leave.", 2),
    ("1 soldier killed and 1 wounded, 3 peacekeepers killed and 15 wounded. 2 dead in the rebels' ranks.", 6),
    ("No casualties were reported among the soldiers but two civilians were killed.", 2),
    ("Gunmen abducted four traders near Bara. They were later killed.", 4),
    ("The army arrested three shepherds, they were executed by the soldiers.", 3),
    ("A van with four traders aboard hit a mine, all were killed.", 4),
    ("A van carrying militiamen was struck by a mine, one militiaman was killed.", 1),
    ("9 militants and 3 militiamen were killed in the clash.", 12),
    ("Gunmen assassinated a village chief and his three sons in Bara.", 4),
    ("Gunmen shot dead three traders and wounded two others, the two wounded later succumbed.", 5),
    (
        "Raiders hit militiamen held up by soldiers near the border, nine raiders and one guard were killed.",
        10,
    ),
    ("Four women and a child were killed when their cart struck a mine.", 5),
    ("5 guards, 1 gendarme, 1 contractor & 6 assailants killed in an attack.", 13),
    ("Raid on the depot at dawn: 4 guards wounded and 1 dead, 1 aggressor dead.", 2),
    ("Park guard and his driver killed by unknown gunmen near Bara.", 2),
    ("The army arrested 25 civilians in Bara, those arrested were executed.", 25),
    ("Border guards shot dead nine shepherds in revenge for the killing of two of their comrades.", 9),
    ("The operation ended in the killing of 34 desert militants.", 34),
    ("The grave holds three members of a family killed by soldiers.", 3),
]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(("text", "dead"), MORE)
def test_who_is_added_to_those_told_of_before(text: str, dead: int | None) -> None:
    assert main_event(text).totals.ucdp.best == dead


def test_whom_they_means_is_told_and_marked(nlp: object) -> None:
    claims = [
        c for c in read("Gunmen abducted four traders. They were killed.").claims if c.facet == "killed"
    ]
    assert [(f.code, f.words, f.note) for f in claims[0].flags] == [
        ("anaphoric", "They", "taken to mean the traders told of just before")
    ]


def test_they_stays_open_where_two_groups_could_be_meant(nlp: object) -> None:
    reading = read("Three shepherds met four traders. They were killed by gunmen.")
    killed = next(c for c in reading.claims if c.facet == "killed")
    assert isinstance(killed.value, Count)
    assert (killed.value.low, killed.value.high) == (2, None)


@pytest.mark.parametrize(
    ("told", "coverage"),
    [("Four more villagers died.", "increment"), ("More than 25 villagers died.", "unknown")],
)
def test_more_adds_to_a_figure_and_more_than_gives_one(told: str, coverage: str) -> None:
    claims = read(f"A shell killed three villagers on Monday. {told}").claims
    assert [claim.coverage for claim in claims if claim.facet == "killed"][1:] == [coverage]


def test_harm_that_was_avenged_is_another_event(nlp: object) -> None:
    reading = read(
        "Border guards shot dead nine shepherds in revenge for the killing of two of their comrades."
    )
    killed = [claim for claim in reading.claims if claim.facet == "killed"]
    roles = {mention.id: mention.role for mention in reading.mentions}
    assert [[roles[m] for m in claim.mention_ids] for claim in killed] == [["main"], ["background"]]


def test_who_has_killed_is_not_among_the_dead(nlp: object) -> None:
    claims = read("Two gunmen fled after having massacred nine villagers.").claims
    assert [
        claim.value.low for claim in claims if claim.facet == "killed" and isinstance(claim.value, Count)
    ] == [9]


def test_the_woman_is_she_who_was_called_one() -> None:
    first = "Peter Marsh was killed on Monday, and a woman was wounded by the same gunman."
    told = f"{first} The woman was taken to a hospital."
    found = people(read(told))
    assert found["The woman"] == found["a woman"] != found["Peter Marsh"]


def test_who_was_arrested_is_nobody_who_was_killed() -> None:
    told = (
        "A woman was arrested on Monday over the death of Peter Marsh. He was pronounced dead at the scene."
    )
    found = people(read(told))
    assert found["He"] == found["Peter Marsh"]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A man is charged with three counts of attempted murder.", []),
        ("A clerk was held for the attempted second-degree murder of two guards.", []),
        ("Police asked who knew of the slaying of a guard.", [1]),
        ("A clerk was arrested in the fatal shooting of two guards.", [2]),
        ("They mourn the death of a boy whose body was discovered in a canal.", [1]),
    ],
)
def test_deeds_tell_of_the_dead_unless_they_failed(text: str, dead: list[int]) -> None:
    killed = [c for c in read(text).claims if c.facet == "killed" and isinstance(c.value, Count)]
    assert [c.value.low for c in killed] == dead


@pytest.mark.usefixtures("nlp")
def test_one_person_has_no_parts() -> None:
    claims = read(
        "He is sought for the murder of a clerk and the shooting of two shoppers including an infant."
    ).claims
    assert [(c.facet, c.coverage) for c in claims if c.about and c.about.words == "an infant"] == [
        ("casualties", "subset")
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The security force detained a Taliban leader in Khost.", "combatant"),
        ("Gunmen abducted a community leader in Bara.", "civilian"),
    ],
)
def test_who_leads_fighters_is_one(nlp: object, text: str, status: str) -> None:
    held = next(claim for claim in read(text).claims if claim.facet == "captured")
    assert held.about is not None
    assert held.about.status == status


FIRST = "On Monday a raid on Bara left one person killed; four others were injured."
"""Tells of five people."""


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        (f"{FIRST} Four other men suffered minor wounds.", 1, 4),
        (f"{FIRST} Another four men were injured as they fled.", 1, 8),
        ("Gunmen killed two guards in Bara. Two other guards were killed on the road.", 4, None),
        (
            "One man was killed and five others were wounded on Monday in Bara. A woman suffered serious "
            "injuries. Four other people injured are expected to survive.",
            1,
            5,
        ),
    ],
)
def test_others_told_of_again_are_not_added(text: str, killed: int, wounded: int | None) -> None:
    assert toll(text) == (killed, wounded)


@pytest.mark.usefixtures("nlp")
def test_a_part_spelled_out_later_points_to_its_total() -> None:
    text = "Five people were wounded in Bara. A woman suffered serious wounds. Four other people injured are stable."
    claims = read(text).claims
    hurt = [claim for claim in claims if claim.facet == "wounded"]
    assert [claim.coverage for claim in hurt] == ["unknown", "unknown", "subset"]
    assert hurt[2].subset_of == hurt[0].id


@pytest.mark.usefixtures("nlp")
def test_a_list_adds_up_to_a_total_told_beside_it() -> None:
    text = (
        "A commander and two guards were killed in Bara on Monday. The strike hit a car, killing all three."
    )
    assert toll(text)[0] == 3


def test_named_parents_and_their_children_of_one_list_are_all_counted() -> None:
    text = "In the cellar lay the bodies of 35-year-old Anna Hill, 41-year-old Mark Hill and the couple's three children."
    assert toll(text) == (5, None)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        # he who died is whom was told of last, not the dead man
        ("Two men were shot. One died at once and a second was taken to a hospital. He later died.", 2, None),
        # the older of two is not the younger
        ("The older girl was dead at the scene. The younger girl was dead when help came.", 2, None),
        # a teenager fits a boy of sixteen better than a man
        ("A man and a teenager were wounded. A boy, 16, and a man, 24, were grazed by bullets.", None, 2),
        # whoever has died is no nurse told of for the first time
        ("Idris Toma was killed by a bomb. A nurse was hurt and is in critical condition.", 1, 1),
        # the second victim is the other one
        (
            "Sami Haroun was killed and another person was wounded. The second victim was hit in the leg.",
            1,
            1,
        ),
        # both: one each
        ("Both the gunman and the child were taken to a hospital with wounds.", None, 2),
        # those wounded who died
        ("Two women were taken to a hospital, where they were pronounced dead.", 2, None),
        # who says so suffers nothing; nor do rounds, bodies that froze, doctors
        ("Police said two pupils found dead in a house were shot by a neighbour.", 2, None),
        ("Police said all three suffered minor injuries and were taken to a hospital.", None, 3),
        ("A clerk was wounded in the raid. About 15 rounds were shot. Her body froze, she said.", None, 1),
        ("A clerk was wounded in the raid. Doctors are fighting for her life.", None, 1),
    ],
)
def test_each_is_counted_once_and_nobody_else(text: str, killed: int | None, wounded: int | None) -> None:
    assert toll(text) == (killed, wounded)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A man is charged after a reported shooting of his cousin on Monday. He told a neighbor he had shot his cousin. "
            "Deputies found a deceased man.",
            (1, None),
        ),
        (
            "Two boys died and a teen girl was wounded in a shooting on Monday. A 7-year-old boy, a 10-year-old "
            "boy and a 15-year-old girl were shot shortly after midnight.",
            (2, 1),
        ),
    ],
)
def test_those_hit_may_be_those_told_dead_before(text: str, expected: tuple[int, int | None]) -> None:
    assert toll(text) == expected
