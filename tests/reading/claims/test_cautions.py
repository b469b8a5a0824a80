"""Figures with a caution beside them: doubted by their own text, called a first toll, or no more than possible."""

from __future__ import annotations

import pytest
from tests.conftest import main_event, reading_of

pytestmark = pytest.mark.usefixtures("nlp")


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            "On 5 May, the army clashed with herders in Sabo; six herders and one soldier were killed. A militia claimed its movement lost four herders in the clashes (estimate likely less reliable).",
            7,
        ),
        (
            "Nine soldiers were killed in the ambush, the army said. The rebels said they killed 40 soldiers, a claim that could not be verified.",
            9,
        ),
        (
            "The rebels said they killed four soldiers in the ambush near Doru, which could not be verified. The army put its losses at nine soldiers killed.",
            9,
        ),
        (
            "Residents said three people died in the raid on Kolda, a figure thought exaggerated. The mayor said one person died.",
            1,
        ),
        (
            "The militia claimed that two of its fighters died in the clash in Turo, an unlikely claim. The army said seven militiamen were killed.",
            7,
        ),
        (
            "The army claimed that it lost only two soldiers in the battle of Hamra, an implausible claim; local sources said 11 soldiers were killed.",
            11,
        ),
        (
            "Twelve people were killed in the market, doctors said. The ministry said four people died, but the figure is considered unreliable.",
            12,
        ),
        (
            "Twelve people were killed in the market, doctors said. The ministry spoke of four deaths. The figure could not be independently confirmed.",
            12,
        ),
        (
            "The rebels claimed to have killed 30 soldiers and captured five, a claim that could not be independently verified. The army admitted the death of eight soldiers.",
            8,
        ),
        (
            "Unverified reports put the number of dead at three. The hospital said five people were killed in the bombing.",
            5,
        ),
        (
            "An exaggerated toll of 50 dead was given by the insurgents. Officials said 12 people were killed.",
            12,
        ),
        (
            "The militants made the unlikely claim that only one of their fighters was killed. The army said it killed 14 militants in Sabo.",
            14,
        ),
        (
            "Gunmen attacked Turo. Six villagers were killed, residents said. The group claimed, without evidence, that two villagers were killed.",
            6,
        ),
        (
            "A local NGO said five herders were killed (unconfirmed), while the gendarmerie counted seven herders killed.",
            7,
        ),
        (
            "The toll of three dead, according to the governor (likely an underestimate), contrasts with the 11 people killed according to doctors.",
            11,
        ),
        ("The rebels said they killed 40 soldiers, a claim that could not be verified.", 40),
        (
            "Six people were killed in Sabo. The group claimed responsibility for the attack; the claim could not be verified.",
            6,
        ),
        ("The militia claimed that four people were killed in Turo (estimate likely less reliable).", 4),
        ("The army killed six rebels and captured two. It is unlikely that the rebels will return.", 6),
        (
            "Seven soldiers died, the army said, while the rebels claimed five. The number is likely to rise.",
            5,
        ),
        (
            "The group claimed to have killed 30 soldiers, but provided no evidence. The army said four soldiers were killed.",
            4,
        ),
        (
            "The group claimed to have killed three soldiers without providing proof. The army said six soldiers were killed.",
            6,
        ),
        (
            "The army said it killed two militants, a figure disputed by residents, who counted nine dead militants.",
            9,
        ),
        (
            "The ministry said three people died, a toll that residents dismissed as too low. Doctors counted 12 bodies.",
            12,
        ),
        (
            "The rebels claim that only one of their men died is doubtful. The army says it killed 14 rebels in Turo.",
            14,
        ),
        ("An unconfirmed toll speaks of two dead. The gendarmerie confirmed seven dead in the attack.", 7),
        (
            "According to unconfirmed reports, two people died. The mayor said five people were killed in the raid.",
            5,
        ),
        ("Unconfirmed: three dead. The hospital of Kolda said six people were killed in the blast.", 6),
        (
            "Three soldiers were killed according to a source that could not be verified. The army said five soldiers died.",
            5,
        ),
        (
            "It was not possible to verify the rebels' claim that three soldiers died. The army said eight soldiers were killed in Sabo.",
            8,
        ),
        (
            "The claim by the rebels that they killed two soldiers could not be independently verified. The army admitted the death of six soldiers.",
            6,
        ),
        (
            "Reuters could not verify the militia's claim that it killed four herders. Residents said nine herders were killed.",
            9,
        ),
        (
            "The militia said it killed four herders. AFP was unable to verify the claim. Residents said nine herders were killed.",
            9,
        ),
        (
            "The militia said it killed four herders; this has not been confirmed by independent sources. Residents said nine herders were killed.",
            9,
        ),
        (
            "Residents reported two deaths, though this seems unlikely. Police said seven people were killed in the market.",
            7,
        ),
        (
            "The insurgents put army losses at 40 dead, a number analysts consider inflated; the army acknowledged 12 dead.",
            12,
        ),
        (
            "The insurgents put army losses at three dead, a number that is probably underestimated; locals counted 12 dead soldiers.",
            12,
        ),
        (
            "Two soldiers died, the rebels claimed (claim unverified). The army said four soldiers were killed in the ambush.",
            4,
        ),
        (
            "Two soldiers died - an unverified figure from the rebels. The army said four soldiers were killed in the ambush.",
            4,
        ),
        (
            "The rebels said, implausibly, that they lost one man. The army said eleven rebels were killed.",
            11,
        ),
        ("The rebels' figure of one dead is not credible. The army said eleven rebels were killed.", 11),
        (
            "The rebels' figure of one dead should be treated with caution. The army said eleven rebels were killed.",
            11,
        ),
        ("The police confirmed that six people were killed in Turo.", 6),
        (
            "The number of dead, six, was confirmed by the mayor; it could not be learned who fired. Residents said eight people died.",
            6,
        ),
        (
            "Six people were killed in Sabo. The identity of the attackers could not be confirmed. Residents said eight people died.",
            6,
        ),
        (
            "Six people were killed, the mayor said. It could not be confirmed whether militants were behind the attack. Residents said eight people died.",
            6,
        ),
        (
            "Six people were killed, police said, and two are unaccounted for. The cause of the blast could not be independently verified. Doctors said nine people died.",
            6,
        ),
    ],
)
def test_a_figure_its_own_text_doubts_decides_nothing_where_others_are_told(text: str, dead: int) -> None:
    assert main_event(text).totals.acled.fatalities == dead


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            'A column of lorries was ambushed near Doru. "Our first count is of nine dead and five hurt," the governor told the radio. Reuters speaks of 10 dead and eight hurt.',
            10,
        ),
        (
            "An initial toll given by the army was four soldiers dead in the ambush. A hospital source said seven soldiers were killed.",
            7,
        ),
        (
            "The provisional toll stands at six dead in Kolda, the governor said. The Red Cross reports eight dead.",
            8,
        ),
        (
            "According to a preliminary count, 12 people died in the bombing, police said. Doctors said 15 people died.",
            15,
        ),
        ("A first toll put the number of dead at three; residents said that five people were killed.", 5),
        (
            "Initial reports said that two soldiers were killed in the attack near Sabo. The army later confirmed that four soldiers were killed.",
            4,
        ),
        (
            "The army's preliminary assessment was that three soldiers died in the clash; Reuters reports that six soldiers died.",
            6,
        ),
        (
            "Officials initially put the toll at five dead. A doctor said that nine people were killed in the blast.",
            9,
        ),
        (
            "Nine people died, according to a first provisional toll from the mayor of Hamra. Residents said 13 people died.",
            13,
        ),
        ("Early reports spoke of 20 dead in the market of Turo, but police said 14 people were killed.", 14),
        (
            "Initial information from the gendarmerie indicated that one person was killed. Local media reported that three people were killed.",
            3,
        ),
        ("Reuters reports 10 dead in the ambush. The initial toll given by the ministry was nine.", 10),
        (
            "Police first said four people had died in the attack on Doru, while the hospital reported six dead.",
            6,
        ),
        ("The initial toll is nine dead, the minister said.", 9),
        ("According to an initial assessment, 34 militants were killed in the operation.", 34),
        (
            "The first attack killed nine people in Sabo, the mayor said. Residents said seven people were killed.",
            7,
        ),
        ("According to an initial toll, nine people died. Two soldiers are among the dead.", 9),
        ("Police said five people were killed in the clash. The mayor said three people were killed.", 3),
        ("The initial attack killed four people, police said; residents said six people were killed.", 4),
        ("Initially, three deaths were reported in the attack; the toll later rose to five.", 5),
        (
            "The army said in a first statement that two soldiers died in the ambush; in a second one it spoke of five dead.",
            5,
        ),
        ("The first reports said that six soldiers and two civilians died.", 8),
    ],
)
def test_a_first_toll_gives_way_to_one_that_nobody_calls_so(text: str, dead: int) -> None:
    assert main_event(text).totals.acled.fatalities == dead


@pytest.mark.parametrize(
    ("text", "best", "most"),
    [
        ("Five soldiers were killed in the ambush and two others presumed dead.", 5, 7),
        ("The raid killed nine rebels and probably their leader.", 9, 10),
        ("Seven people were killed in the blast and possibly two more.", 7, 9),
        ("Troops killed three insurgents and possibly wounded two.", 3, 3),
        ("Four villagers were killed, and a fifth is believed to have died.", 4, 5),
        ("Two soldiers, possibly three, were killed in the ambush.", 2, 3),
        ("Nine guards were killed, and three more are presumed dead.", 9, 12),
        ("Gunmen possibly killed two traders near Turo.", 2, 2),
        ("Militants, probably from the north, killed five traders.", 5, 5),
        ("Militants reportedly killed three soldiers in an ambush, and two militants were killed.", 5, 5),
    ],
)
def test_who_is_possibly_dead_raises_the_highest_figure_alone(text: str, best: int, most: int) -> None:
    totals = main_event(text).totals
    assert (totals.acled.fatalities, totals.ucdp.high) == (best, most)


def test_possible_dead_raise_the_most_of_civilian_harm_alone() -> None:
    killed = main_event(
        "Eight civilians and possibly two children were killed in a strike on Kolda."
    ).totals.airwars.killed
    assert (killed.min, killed.max) == (8, 10)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The militia said six died (estimate likely less reliable).", {"doubted_figure"}),
        ("A provisional toll put the dead at six.", {"first_toll"}),
        ("The probable death of the emir was announced after the raid.", {"only_possible"}),
        ("The raid killed six and was claimed by rebels; the claim could not be verified.", set()),
        ("The army killed six rebels. It is unlikely that they will return.", set()),
        ("The shooting, first reported at noon, left two people dead.", set()),
    ],
)
def test_the_claim_says_so(text: str, codes: set[str]) -> None:
    claims = [claim for claim in reading_of(text).claims if claim.facet == "killed"]
    assert claims
    told = {flag.code for claim in claims for flag in claim.flags}
    assert told & {"doubted_figure", "first_toll", "only_possible"} == codes
