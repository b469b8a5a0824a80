"""Villagers who fought back are their people's or their village's own fighters; residents facing police a crowd."""

from __future__ import annotations

import pytest
from tests.linking.test_who_was_there import actors_of, others_of

pytestmark = pytest.mark.usefixtures("nlp")


class TestVillagers:
    def test_a_people_whose_village_drove_attackers_off_fought(self) -> None:
        text = "Dozo hunters attacked the Fulani village of Bako near Djenne, but the attack was repelled."
        assert others_of(text) == {"militia:MLI/fulani": "defender"}

    def test_herders_who_fought_back_are_of_the_people_whose_camp_it_was(self) -> None:
        text = "Armed Murle youths attacked the Dinka village of Anok near Bor; the herders fought back."
        assert {"militia:SSD/murle", "militia:SSD/dinka"} <= actors_of(text)

    def test_residents_who_clash_with_bandits_are_their_villages_own_militia(self) -> None:
        text = "Bandits clashed with residents in the village of Gargando in Mali."
        assert "communal:MLI/gargando" in actors_of(text)

    def test_residents_who_clash_with_police_are_a_mob(self) -> None:
        text = "Residents in the village of Gargando in Mali clashed with police."
        assert actors_of(text) == {"rioters:MLI", "police:MLI"}

    def test_people_of_a_city_are_no_village(self) -> None:
        assert "rioters:MLI" in actors_of("Bandits clashed with residents in Bamako.")


class TestNamedInsteadOfImplied:
    def test_whoever_is_named_and_can_have_done_it_is_no_stranger(self) -> None:
        found = actors_of("Katiba Macina militants seized ballot boxes in Mopti.")
        assert found == {"katiba-macina", "jnim", "civilians:MLI"}

    def test_what_befell_an_armys_vehicle_befell_no_civilians(self) -> None:
        found = actors_of("GATIA men burned a vehicle belonging to the Malian army in Gao.")
        assert "civilians:MLI" not in found
        assert "forces:MLI" in found


class TestTwoInOnePhrase:
    @pytest.mark.parametrize(
        "text",
        ["Dogon and Fulani militiamen clashed near Koro.", "Fulani and Dozo militiamen clashed near Koro."],
    )
    def test_either_foe_is_a_side_of_its_own(self, text: str) -> None:
        found = actors_of(text)
        assert len(found) == 2
        assert "unidentified:MLI" not in found
