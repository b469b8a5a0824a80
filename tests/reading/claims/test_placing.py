"""Where a happening is put whose own words name no place: small reports of our own."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.linking import link
from rashomon.model.claims import PlaceRef
from rashomon.model.events import Located
from rashomon.reading.english import read_english


def placed(text: str) -> tuple[Located, ...]:
    """The places of the report's main event, the one it is put at first."""
    report = report_of(text)
    reading = read_english(report)
    for claim in reading.claims:
        assert claim.passages[0].words == text[claim.passages[0].start : claim.passages[0].end]
        if claim.facet == "place":
            assert isinstance(claim.value, PlaceRef)
    events = link([report], [reading]).events
    return next(event.located for event in events if event.principal_for)


@pytest.mark.usefixtures("nlp")
class TestWhere:
    def test_a_sentence_with_two_happenings_and_one_place_puts_both_there(self) -> None:
        found = placed("Ambush with a mine against an army lorry near Hombori, two soldiers killed.")
        assert found[0].name == "Hombori"

    def test_a_protest_that_only_a_noun_tells_of_was_where_its_sentence_says(self) -> None:
        assert placed("A protest against low wages was held in Gao.")[0].name == "Gao"

    def test_the_sentence_before_tells_where(self) -> None:
        found = placed(
            "The market of Gao was crowded on Monday. Two men drew guns, opened fire and killed four traders."
        )
        assert found[0].name == "Gao"

    def test_a_place_that_was_left_is_not_where_it_happened(self) -> None:
        found = placed("Three men from Mopti were killed. The bus had left from Bamako.")
        assert found == ()

    def test_the_dateline_tells_where_a_local_report_was(self) -> None:
        found = placed("TOLEDO, Ohio — A man was shot and killed on Friday, the police said.")
        assert (found[0].name, found[0].adm1) == ("Toledo", "Ohio")

    def test_the_dateline_of_a_capital_puts_nothing_in_the_capital(self) -> None:
        found = placed("KABUL, Afghanistan — Two soldiers were killed on Friday, the ministry said.")
        assert [place.name for place in found] == ["Afghanistan"]

    def test_the_office_of_a_man_is_not_where_he_was(self) -> None:
        found = placed("Gunmen shot and killed the mayor of Gossi on Friday in Hombori.")
        assert found[0].name == "Hombori"

    def test_an_event_is_where_its_note_files_it(self) -> None:
        found = placed("Gunmen killed two herders between Tessalit and Kidal (coded as Kidal).")
        assert found[0].name == "Kidal"

    def test_a_road_is_the_line_between_its_ends(self) -> None:
        found = placed("Gunmen stopped a bus on the Gossi-Hombori road and killed two men.")
        assert (found[0].name, found[0].where_prec) == ("between Gossi and Hombori", 5)

    def test_an_unknown_village_at_a_distance_is_put_by_the_distance(self) -> None:
        found = placed("A lorry hit a mine in the area of Xolqand, at 4 km from Kidal (Kidal). Two men died.")
        assert (found[0].name, found[0].where_prec) == ("4 km from Kidal", 2)

    def test_a_village_of_another_continent_is_not_taken(self) -> None:
        found = placed("In Atara, some 25 km from Niafunke, bandits abducted the driver of a bus.")
        assert found[0].name == "25 km from Niafunke"
        assert all(place.country_iso3 == "MLI" for place in found)

    def test_a_province_is_taken_where_the_words_beside_name_the_country_only(self) -> None:
        found = placed(
            "Statement of the Command in Afghanistan. Soldiers in Afghanistan arrested four gunmen during a "
            "search operation in Ghazni province."
        )
        assert "Ghazni" in {found[0].adm1, found[0].name}

    def test_an_unknown_village_of_an_unknown_district_is_put_by_the_dateline(self) -> None:
        found = placed(
            "KANDAHAR PROVINCE, Afghanistan — Soldiers killed two gunmen in Xolqand in Yarqand district."
        )
        assert found[0].adm1 == "Kandahar"

    def test_a_wide_region_gives_way_to_a_town_in_it(self) -> None:
        found = placed("In the Sahel gunmen attacked and killed two traders. The attack was in Bankass.")
        assert found[0].name == "Bankass"

    def test_a_measured_place_is_taken_before_a_road(self) -> None:
        found = placed("A lorry hit a mine on the axis Gossi-Hombori, 10 km from Hombori. Two men died.")
        assert found[0].name == "10 km from Hombori"

    def test_a_road_tells_more_than_the_office_of_who_was_on_it(self) -> None:
        found = placed("The prefect of Hombori was abducted by gunmen on the road towards Douentza.")
        assert (found[0].name, found[0].where_prec) == ("road to Douentza", 5)

    def test_marchers_who_answer_a_call_marched_where_the_text_says(self) -> None:
        found = placed("Workers answered to the union and protested in Bougouni on Monday.")
        assert found[0].name == "Bougouni"

    def test_a_blast_reported_near_a_town_was_there(self) -> None:
        found = placed("A bomb attack was reported near the barracks in Kidal, and it wounded two guards.")
        assert found[0].name == "Kidal"

    def test_the_containing_place_comes_after_the_contained(self) -> None:
        found = placed("Raiders attacked a camp in Soumpi, Niafunke, and killed four guards.")
        assert found[0].name == "Soumpi"

    def test_a_more_precise_place_inside_the_first_is_taken(self) -> None:
        found = placed(
            "Rebels attacked a post in Mopti region and killed two men. The attack was in Bankass."
        )
        assert found[0].name == "Bankass"

    def test_a_town_of_another_province_further_down_is_not(self) -> None:
        found = placed("Raiders attacked in Andar district on Monday and killed two. They attacked in Kabul.")
        assert found[0].adm1 == "Ghazni"


@pytest.mark.usefixtures("nlp")
def test_the_country_of_an_army_tells_which_town_is_meant() -> None:
    found = placed("FAMa soldiers and gunmen clashed in Ber, and two were killed.")
    assert found[0].country_iso3 == "MLI"
