"""Notes of one sentence in our own words: who is in the event, by the registry, and what ACLED would call it."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.linking import link
from rashomon.model.record import EventRecord
from rashomon.pipeline import view_of
from rashomon.reading.english import read_english

_BATTLE, _CIVILIANS = "Armed clash", "Attack"
_SHELLING = "Shelling/artillery/missile attack"
_MINE, _LOOTING = "Remote explosive/landmine/IED", "Looting/property destruction"
_TRANSFER = "Non-violent transfer of territory"
_ISLAMISTS = {"armed:MLI/islamist-militia", "civilians:MLI"}
_OFF_DUTY = {"jnim", "civilians:MLI", "police:MLI"}
_FOUNDED = "Change to group/activity"
_BY_NOBODY = {"unidentified:MLI", "civilians:MLI"}

_NOTES = [
    # those without a name are put in the country of the event
    ("Gunmen shot dead a trader in Mopti on Monday.", _CIVILIANS, {"unidentified:MLI", "civilians:MLI"}),
    ("Gunmen ambushed a police patrol in Maradi.", _BATTLE, {"unidentified:NER", "police:NER"}),
    ("Jihadists raided a village near Djibo.", _CIVILIANS, {"armed:BFA/islamist-militia", "civilians:BFA"}),
    # an acronym that is also a word is a group's name before fighters
    ("ASS fighters killed a trader in Mopti on Monday.", _CIVILIANS, {"ass", "civilians:MLI"}),
    # whose a thing is that was attacked
    ("Rebels attacked a GATIA checkpoint in Gao.", _BATTLE, {"unidentified:MLI", "gatia"}),
    ("Gendarmerie post in Segou attacked at dawn.", _BATTLE, {"unidentified:MLI", "police:MLI"}),
    ("JNIM fighters seized a truck near Gao.", _LOOTING, {"jnim", "civilians:MLI"}),
    (
        "JNIM fired rockets against the MINUSMA base in Kidal.",
        _SHELLING,
        {"jnim", "minusma"},
    ),
    ("Gunmen kidnapped two policemen in Maradi.", _BATTLE, {"unidentified:NER", "police:NER"}),
    ("Gunmen killed an ICRC driver in Gao.", _CIVILIANS, {"unidentified:MLI", "icrc", "civilians:MLI"}),
    # between whom a fight was, wherever the words stand
    (
        "Heavy clashes raged on Monday between jihadists and the Malian army near Gao.",
        _BATTLE,
        {"armed:MLI/islamist-militia", "forces:MLI"},
    ),
    ("Fighting between CMA and GATIA was reported near Kidal.", _BATTLE, {"cma", "gatia"}),
    # a group under the name it joined, its home where no place is known
    ("AQIM fighters burned a school near Kidal on Monday.", _LOOTING, {"aqim", "jnim", "civilians:MLI"}),
    ("Katiba Macina fighters looted a clinic.", _LOOTING, {"katiba-macina", "jnim", "civilians:MLI"}),
    (
        "Exchanges of gunfire between FAMa and jihadists in Gao.",
        _BATTLE,
        {"forces:MLI", "armed:MLI/islamist-militia"},
    ),
    # whom people are taken for
    ("Armed men thought to be jihadists shot a trader in Mopti.", _CIVILIANS, _ISLAMISTS),
    ("Armed men suspected of being Islamists killed a trader in Mopti.", _CIVILIANS, _ISLAMISTS),
    ("Gunmen, probably jihadists, killed a trader in Mopti.", _CIVILIANS, _ISLAMISTS),
    ("Unknown gunmen (presumably jihadists) killed a trader in Mopti.", _CIVILIANS, _ISLAMISTS),
    ("A trader was killed in Mopti by men believed to be Islamist militants.", _CIVILIANS, _ISLAMISTS),
    # who serves a state is a civilian at home
    ("JNIM fighters shot dead a corporal of the gendarmerie at his home, in Gao.", _CIVILIANS, _OFF_DUTY),
    ("A policeman was shot dead by JNIM fighters outside his house in Gao.", _CIVILIANS, _OFF_DUTY),
    ("Two soldiers on leave were killed in Gao by JNIM fighters.", _CIVILIANS, {"jnim", "civilians:MLI"}),
    ("JNIM fighters killed two soldiers at their post in Gao.", _BATTLE, {"jnim", "forces:MLI"}),
    ("Police arrested a JNIM fighter at his home in Gao.", "Arrests", {"police:MLI", "jnim"}),
    # whom a mob sets upon
    ("Locals beat up two men suspected of theft in Mopti.", "Mob violence", {"rioters:MLI", "civilians:MLI"}),
    # a body that is told to have been founded
    ("A new militia named Ganda Izo was announced to have been founded in Gao.", _FOUNDED, {"ganda-izo"}),
    ("A new armed movement called GATIA was announced in Gao.", _FOUNDED, {"gatia"}),
    ("The militia Ganda Izo was officially launched in Gao.", _FOUNDED, {"ganda-izo"}),
    # who left a place that others took
    (
        "The army withdrew and JNIM fighters took over the village of Ber.",
        "Non-state actor overtakes territory",
        {"forces:MLI", "jnim"},
    ),
    ("The village of Ber reportedly under the control of the CMA.", _TRANSFER, {"cma"}),
    ("Ber under control of CMA, a takeover without any fighting.", _TRANSFER, {"cma"}),
    ("The town of Ber now in the hands of MNLA rebels.", _TRANSFER, {"mnla"}),
    # who passed over a mine, and what of the gendarmes' was attacked
    ("Two dead after the passage of a bus on a mine near Gao.", _MINE, _BY_NOBODY),
    ("A woman died when her cart passed over a mine near Gao.", _MINE, _BY_NOBODY),
    ("The gendarmerie control in Gao was attacked by JNIM.", _BATTLE, {"jnim", "police:MLI"}),
    # the day on which an attack was claimed is not the attack's
    (
        "Mortar fire hit the MINUSMA camp in Kidal on Monday. Attack claimed by JNIM on 2 May.",
        _SHELLING,
        {"jnim", "minusma"},
    ),
    # a split movement and its coalition, and a name that is a word
    ("MAA fighters of the CMA shot a trader in Gao.", _CIVILIANS, {"maa-cma", "civilians:MLI"}),
    ("A Platform convoy was attacked by JNIM near Gao.", _BATTLE, {"jnim", "plateforme"}),
    # presumed parties are parties; those unknown are nobody named before
    (
        "On Monday, presumed ISGS militants aboard motorbikes attacked a hamlet near Menaka and killed a civilian.",
        _CIVILIANS,
        {"isgs", "civilians:MLI"},
    ),
    (
        "An attack on MNLA fighters by unidentified assailants in Kidal killed one person.",
        _BATTLE,
        {"mnla", "unidentified:MLI"},
    ),
    # claims of a deed
    ("JNIM claimed a rocket attack on a MINUSMA base near Kidal.", _SHELLING, {"jnim", "minusma"}),
    # who a blast struck, and that somebody laid it
    ("Armoured MINUSMA vehicle struck by IED in Kidal.", _MINE, {"unidentified:MLI", "minusma"}),
    ("JNIM fighters damaged a Barkhane truck by mine near Gao.", _MINE, {"jnim", "barkhane", "forces:FRA"}),
    ("Two Malian soldiers were killed by a landmine near Kidal.", _MINE, {"unidentified:MLI", "forces:MLI"}),
    ("A truck of the Malian army hit a landmine near Kidal.", _MINE, {"unidentified:MLI", "forces:MLI"}),
    # who claims the deed, or is charged with it
    (
        "A MINUSMA convoy was struck by a roadside bomb near Gao, claimed by JNIM.",
        _MINE,
        {"minusma", "jnim"},
    ),
    # what came of it decides the kind
    (
        "Rebels carried out a complex ambush on Monday, initiated by a mine, against the Malian army near Gao.",
        _BATTLE,
        {"unidentified:MLI", "forces:MLI"},
    ),
    (
        "Militants attacked and burned the town hall in Mopti.",
        _LOOTING,
        {"unidentified:MLI", "civilians:MLI"},
    ),
    (
        "Near Kidal an air strike by French forces of Operation Barkhane hit JNIM fighters.",
        "Air/drone strike",
        {"forces:FRA", "barkhane", "jnim"},
    ),
    # who the kind of event implies
    ("A clinic was looted in Timbuktu.", _LOOTING, {"unidentified:MLI", "civilians:MLI"}),
]


def event_of(text: str) -> EventRecord:
    """The main event of a text published in June 2019."""
    report = report_of(text)
    reading = read_english(report)
    view = view_of([report], [reading], link([report], [reading]), policy="acled")
    (event,) = [event for event in view.record.events if event.principal_for]
    return event


def actors_of(event: EventRecord) -> set[str | None]:
    """The ids of those on its sides and beside them."""
    beside = {other.actor.id for other in event.others}
    return beside | {actor.id for side in event.sides for actor in side.actors}


@pytest.mark.usefixtures("nlp")
class TestShortNotes:
    @pytest.mark.parametrize(("text", "sub_type", "actors"), _NOTES)
    def test_kind_and_actors(self, text: str, sub_type: str, actors: set[str]) -> None:
        event = event_of(text)
        assert event.acled.sub_event_type == sub_type
        assert actors_of(event) == actors

    def test_who_is_only_implied_stands_beside_the_sides_and_says_so(self) -> None:
        event = event_of("A clinic was looted in Timbuktu.")
        assert {(other.actor.id, other.actor.identification) for other in event.others} == {
            ("unidentified:MLI", "unidentified"),
            ("civilians:MLI", "inferred"),
        }


_DAYS = [
    # the day on which people were taken is not that of their bodies
    ("On May 8, the body of a herder abducted on May 5 was found near Gao.", "2019-05-08"),
    ("On May 8, two traders kidnapped by rebels the day before were found dead near Gao.", "2019-05-08"),
    (
        "The bodies of two herders abducted a week earlier were discovered on May 8 close to Gao.",
        "2019-05-08",
    ),
    ("On May 8, a mine was disposed of in Gao after children had found it.", "2019-05-08"),
]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(("text", "day"), _DAYS)
def test_on_which_day_it_was(text: str, day: str) -> None:
    event = event_of(text)
    assert (event.date.start, event.date.end) == (day, day)


@pytest.mark.usefixtures("nlp")
def test_bodies_of_people_who_had_been_taken_are_those_of_an_attack() -> None:
    event = event_of("The bodies of two herders kidnapped on May 5 were found in Tonka.")
    assert (event.acled.sub_event_type, event.totals.acled.fatalities) == (_CIVILIANS, 2)
    assert event.date.imputed


@pytest.mark.usefixtures("nlp")
def test_the_year_in_which_a_group_was_founded_dates_nothing() -> None:
    event = event_of(
        "The group was established by a trader earlier this year. Gunmen attacked its post in Gao."
    )
    assert event.date.imputed


@pytest.mark.usefixtures("nlp")
def test_a_crowd_that_went_to_the_street_protests() -> None:
    assert event_of("Traders went to the street in Gao to support the mayor.").kind == "protest"
