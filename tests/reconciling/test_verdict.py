"""The least and the most civilians harmed, as a casualty recorder reads an account that weighs its sources."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def strike(scene) -> Any:
    """An air strike on people who fight on no side."""
    scene.kind = "air_strike"
    scene.sides.clear()
    scene.side("rebels", "belligerent", "rebels")
    scene.side("villagers", "victims")
    return scene


def killed(scene: Any) -> tuple[int | None, int | None]:
    """The span of civilians killed."""
    found = scene.event("airwars").totals.airwars.killed
    return found.min, found.max


def test_an_outlets_own_total_stands_over_the_lower_figures_of_its_sources(strike) -> None:
    strike.say(6, side="villagers", status="civilian")
    strike.say(4, side="villagers", status="civilian", by_word_of="a clinic")
    assert killed(strike) == (6, 6)


def test_a_source_that_tells_of_more_raises_the_top(strike) -> None:
    strike.say(6, side="villagers", status="civilian")
    strike.say(9, side="villagers", status="civilian", by_word_of="a clinic")
    assert killed(strike) == (6, 9)


def test_without_an_own_total_the_sources_bound_both_ends(strike) -> None:
    strike.say(3, side="villagers", status="civilian", by_word_of="a clinic")
    strike.say(5, side="villagers", status="civilian", by_word_of="a neighbour")
    assert killed(strike) == (3, 5)


def test_the_lower_of_two_outlets_own_totals_is_the_least(strike) -> None:
    strike.say(7, side="villagers", status="civilian", report="gazette")
    strike.say(5, side="villagers", status="civilian", report="courier")
    assert killed(strike) == (5, 7)


def test_the_first_own_total_of_a_report_stands(strike) -> None:
    strike.say((10, 12), side="villagers", status="civilian")
    strike.say(8, side="villagers", status="civilian")
    assert killed(strike) == (10, 12)


def test_children_among_the_dead_are_no_total(strike) -> None:
    whole = strike.say(8, side="villagers", status="civilian")
    strike.say(
        3, side="villagers", status="civilian", categories=("children",), coverage="subset", subset_of=whole
    )
    assert killed(strike) == (8, 8)


def test_one_victim_told_of_by_name_is_no_rival_of_the_total(strike) -> None:
    strike.say(8, side="villagers", status="civilian")
    strike.say(1, side="villagers", status="civilian", by_word_of="a clinic", words="a baker")
    assert killed(strike) == (8, 8)


def test_one_victim_is_the_total_where_nothing_else_is_told(strike) -> None:
    strike.say(1, side="villagers", status="civilian", words="a baker")
    assert killed(strike) == (1, 1)


def test_parts_are_added_where_nobody_gives_a_total(strike) -> None:
    strike.say(2, side="villagers", status="civilian", categories=("women",))
    strike.say(3, side="villagers", status="civilian", categories=("children",))
    assert killed(strike) == (5, 5)


def test_up_to_six_bounds_nothing_from_below(strike) -> None:
    strike.say((None, 6), side="villagers", status="civilian")
    strike.say(4, side="villagers", status="civilian", by_word_of="a clinic")
    assert killed(strike) == (4, 6)


def test_a_number_says_more_exactly_what_a_word_told(strike) -> None:
    strike.say((12, None), side="villagers", status="civilian", vague="dozens", words="dozens")
    strike.say(80, side="villagers", status="civilian", by_word_of="a clinic")
    assert killed(strike) == (80, 80)


def test_a_number_below_what_a_word_allows_bounds_it_from_below(strike) -> None:
    strike.say((12, None), side="villagers", status="civilian", vague="dozens", words="dozens")
    strike.say(9, side="villagers", status="civilian", by_word_of="a clinic")
    assert killed(strike)[1] == 24


def test_dozens_are_a_span_and_imputed(strike) -> None:
    strike.say((12, None), side="villagers", status="civilian", vague="dozens", words="dozens")
    assert killed(strike) == (12, 24)


def test_several_say_no_size_beside_a_number(strike) -> None:
    strike.say((2, None), side="villagers", status="civilian", vague="several", words="several")
    strike.say(7, side="villagers", status="civilian", by_word_of="a clinic")
    assert killed(strike) == (7, 7)


def test_fighters_said_to_be_among_the_dead_are_taken_off(strike) -> None:
    whole = strike.say(8)
    strike.say((1, 2), status="combatant", coverage="subset", subset_of=whole)
    assert killed(strike) == (6, 7)


def test_fighters_beside_the_dead_are_not_taken_off(strike) -> None:
    strike.say(8, side="villagers", status="civilian")
    strike.say(2, side="rebels")
    assert killed(strike) == (8, 8)


def test_people_of_unknown_status_are_not_counted_in_two_sided_fighting(scene) -> None:
    scene.say(8)
    scene.say(2, status="civilian")
    assert killed(scene) == (2, 2)


def test_nothing_told_of_civilians_is_not_nought(strike) -> None:
    strike.say(2, side="rebels")
    assert killed(strike) == (None, None)


def test_an_outlets_own_span_holds_what_its_sources_say(strike) -> None:
    strike.say((5, 7), side="villagers", status="civilian")
    strike.say(9, side="villagers", status="civilian", by_word_of="a clinic")
    assert killed(strike) == (5, 7)


def test_an_early_report_of_nobody_harmed_gives_way_to_whoever_tells_of_somebody(strike) -> None:
    strike.say(0, by_word_of="a neighbour", words="no deaths")
    strike.say(1, by_word_of="a clinic", words="a baker")
    assert killed(strike) == (1, 1)


def test_nobody_harmed_is_a_figure_where_nobody_tells_of_more(strike) -> None:
    strike.say(0, words="nobody")
    assert killed(strike) == (0, 0)


def test_many_are_a_span_where_nobody_gives_a_number(strike) -> None:
    strike.say((2, None), side="villagers", status="civilian", vague="many", words="many")
    assert killed(strike) == (5, 10)
    strike.say(3, side="villagers", status="civilian", by_word_of="a clinic")
    assert killed(strike) == (3, 3)


def test_men_counted_are_more_than_a_number_of_people(strike) -> None:
    strike.say((2, None), side="villagers", status="civilian", vague="several", words="a number")
    strike.say(4, side="villagers", status="civilian", categories=("men",), by_word_of="a clinic")
    assert killed(strike) == (4, 4)


def test_people_added_one_by_one_belong_to_the_total_told_first(strike) -> None:
    strike.say((30, None), side="villagers", status="civilian")
    strike.say(3, side="villagers", status="civilian", coverage="increment", words="three more")
    assert killed(strike) == (30, 30)


def test_whom_an_attack_hit_counts_as_civilians_unless_fighters_were_among_them(scene) -> None:
    scene.kind = "attack"
    scene.say(8)
    assert killed(scene) == (8, 8)
    scene.say(2, side="rebels")
    assert killed(scene) == (None, None)
