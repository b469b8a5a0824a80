"""Who was in an event where other phrases than "A attacked B" say so."""

from __future__ import annotations

import pytest
from tests.linking.test_who_was_there import actors_of

pytestmark = pytest.mark.usefixtures("nlp")


@pytest.mark.parametrize("phrase", ["left nine jihadis 'out of combat'", "put nine jihadis out of action"])
def test_who_is_out_of_action_was_there(phrase: str) -> None:
    assert "armed:MLI/islamist-militia" in actors_of(f"A week of raids near Gao {phrase}.")


@pytest.mark.parametrize("blow", ["ambush", "an ambush", "attack"])
def test_who_is_subjected_to_an_attack_did_not_make_it(blow: str) -> None:
    assert actors_of(f"GATIA was subjected to {blow} near Gao.") == {"gatia", "unidentified:MLI"}


def test_gunmen_of_a_creed_are_none_of_those_they_attack() -> None:
    text = "Six people, among them two CJA fighters, were killed in an attack by Islamist gunmen on CJA posts near Gao."
    assert actors_of(text) == {"cja", "armed:MLI/islamist-militia"}


@pytest.mark.parametrize(
    "blame",
    [
        "JNIM is presumed responsible.",
        "JNIM militants presumed responsible.",
        "It was most likely JNIM militants who planted the device.",
    ],
)
def test_who_is_presumed_to_have_done_it_is_its_doer(blame: str) -> None:
    assert actors_of(f"A mine hit an army truck near Gao. {blame}") == {"jnim", "forces:MLI"}


def test_hostility_is_no_fight() -> None:
    text = "Islamist extremists burned a clinic near Gao out of hostility to vaccines."
    found = actors_of(text)
    assert found == {"armed:MLI/islamist-militia", "civilians:MLI"}


def test_between_has_a_second_end_however_long_the_first() -> None:
    text = "Fighting between ethnic Songhai linked to GATIA and ethnic Fulanis went on near Gao."
    assert "militia:MLI/fulani" in actors_of(text)


def test_nameless_fighters_who_were_hurt_are_a_side_of_the_clash() -> None:
    found = actors_of("French soldiers fought a battle near Gao. Nine jihadis were killed.")
    assert found == {"forces:FRA", "armed:MLI/islamist-militia"}


def test_two_peoples_in_one_phrase_are_two_parties() -> None:
    found = actors_of("The Fulani and Dogon communities signed a peace agreement in Mopti.")
    assert found == {"militia:MLI/fulani", "militia:MLI/dogon"}


def test_forces_of_a_state_that_arrest_after_an_ambush_did_not_lay_it() -> None:
    text = "National Guard patrol ambushed in Mopti, two wounded, FAMa says it arrested a suspect."
    assert "unidentified:MLI" in actors_of(text)


@pytest.mark.parametrize("among", [" including a lieutenant", ", among them a lieutenant,"])
def test_officers_told_among_fighters_are_theirs(among: str) -> None:
    assert actors_of(f"French soldiers killed six MSA fighters{among} near Menaka.") == {"forces:FRA", "msa"}
