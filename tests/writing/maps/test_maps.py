from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.codebook.geodesy import distance_km
from rashomon.model.record import RecordPlace
from rashomon.writing.maps import EventMap, MapMaker, draw_overview
from rashomon.writing.maps.clipping import clip_ring, holds, thin_out
from rashomon.writing.maps.labels import LabelLayer
from rashomon.writing.maps.land import lands_in
from rashomon.writing.maps.scene import Spot, nearest
from rashomon.writing.maps.topojson import decode_countries, read_borders, thinned_borders
from rashomon.writing.maps.viewport import Viewport

GAO = RecordPlace(
    name="Gao", lat=16.27167, lon=-0.04472, where_prec=1, country="Mali", country_iso3="MLI", adm1="Gao"
)


def drawn(place: RecordPlace, *others: Spot) -> EventMap:
    found = MapMaker(open_gazetteer()).draw(place, others)
    assert found is not None
    return found


def place(**more: object) -> RecordPlace:
    known = {name: getattr(GAO, name) for name in RecordPlace.__slots__}
    return RecordPlace(**(known | more))  # type: ignore[arg-type]


def test_borders_are_decoded_walking_backwards_where_the_file_says_so() -> None:
    topology = {
        "transform": {"scale": [0.5, 0.5], "translate": [10, 20]},
        "arcs": [[[0, 0], [4, 0]], [[0, 0], [0, 4], [4, 0], [0, -4]]],
        "objects": {
            "countries": {
                "geometries": [
                    {
                        "type": "Polygon",
                        "id": "001",
                        "properties": {"name": "Norland"},
                        "arcs": [[1, ~0]],
                    },
                    {"type": "MultiPolygon", "properties": {"name": "Isles"}, "arcs": []},
                ]
            }
        },
    }
    norland, isles = decode_countries(topology, "countries")
    assert norland.outlines[0].ring == ((10, 20), (10, 22), (12, 22), (12, 20), (10, 20))
    assert (norland.outlines[0].west, norland.outlines[0].north) == (10, 22)
    assert (isles.code, isles.outlines) == (None, ())


def test_every_ring_of_the_worlds_borders_is_closed() -> None:
    rings = [outline.ring for country in read_borders() for outline in country.outlines]
    assert len(rings) > 1000
    assert all(ring[0] == ring[-1] for ring in rings)
    assert {"Mali", "Niger"} <= {country.name for country in read_borders()}


corner = st.tuples(st.integers(-20, 20), st.integers(-20, 20))


@given(st.lists(corner, min_size=3, max_size=12))
def test_what_is_cut_lies_in_the_rectangle(ring: list[tuple[int, int]]) -> None:
    kept = clip_ring(ring, (-5, -5), (5, 5))
    assert all(-5 - 1e-9 <= x <= 5 + 1e-9 and -5 - 1e-9 <= y <= 5 + 1e-9 for x, y in kept)
    if all(-5 <= x <= 5 and -5 <= y <= 5 for x, y in ring) and ring[0] != ring[-1]:
        assert kept == ring


def test_inside_and_outside_of_a_ring() -> None:
    square = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]
    assert holds(square, (1, 1))
    assert not holds(square, (5, 1))
    assert thin_out([], 1) == []


def test_the_window_keeps_distances_and_crosses_the_date_line() -> None:
    view = Viewport(lat=0.0, lon=179.5, km=300, width=600, height=400)
    assert view.at(0.0, 179.5) == (300, 200)
    x, _ = view.at(0.0, -179.5)
    assert abs((x - 300) * view.unit_km - distance_km((0, 179.5), (0, -179.5))) < 1
    assert view.bar() == (100, 100)


def test_land_on_the_other_side_of_the_date_line_is_shown() -> None:
    view = Viewport(lat=-16.8, lon=179.9, km=150, width=520, height=400)
    fiji = next(land for land in lands_in(read_borders(), view, "242") if land.home)
    xs = [x for ring in fiji.rings for x, _ in ring]
    assert min(xs) < 200
    assert max(xs) > 300


def test_a_country_across_the_date_line_is_one_piece() -> None:
    for country in read_borders():
        for outline in country.outlines:
            steps = [abs(one[0] - two[0]) for one, two in pairwise(outline.ring)]
            assert max(steps) < 180 or outline.south == -90, country.name


def test_all_events_stand_on_one_map_save_those_far_off() -> None:
    near = [Spot(name=f"event {n}", lat=16 + n / 10, lon=n / 10) for n in range(12)]
    found = draw_overview([*near, Spot(name="far", lat=-40, lon=170)], open_gazetteer(), "MLI")
    assert found is not None
    assert found.beyond == 1
    assert sum(len(dot.titles) for dot in found.dots) == 12
    assert [land.name for land in found.lands if land.home] == ["Mali"]
    assert found.view.km < 200


def test_events_at_one_place_share_a_larger_dot() -> None:
    spots = [
        Spot(name=name, lat=lat, lon=1.0)
        for name, lat in zip("abcdef", (10, 10, 10, 11, 12, 13), strict=True)
    ]
    found = draw_overview(spots, open_gazetteer(), None)
    assert found is not None
    assert found.dots[0].titles == ("a", "b", "c")
    assert found.dots[0].radius > found.dots[1].radius


def test_a_few_places_need_no_map_of_their_own() -> None:
    spots = [Spot(name="a", lat=10, lon=n) for n in (1, 1, 2, 3)]
    assert draw_overview(spots, open_gazetteer(), None) is None
    assert draw_overview([], open_gazetteer(), None) is None


def test_a_place_is_drawn_with_its_country_neighbours_and_towns() -> None:
    found = drawn(place(lat=15.35, lon=1.97, name="Akabar", where_prec=2))
    assert [land.name for land in found.lands if land.home] == ["Mali"]
    assert "Niger" in {land.name for land in found.lands}
    words = {label.words for label in found.labels}
    assert {"Akabar", "MALI", "NIGER", "Ménaka"} <= words
    assert found.spread is not None
    assert round(found.spread * found.view.unit_km) == 25
    assert found.listed[0].coordinates == "15.350° N, 1.970° E"
    assert "78 km SW of Ménaka" in found.listed[0].notes
    assert found.inset is not None


def test_nothing_is_drawn_without_coordinates() -> None:
    assert MapMaker(open_gazetteer()).draw(place(lat=None, lon=None), ()) is None
    assert MapMaker(open_gazetteer()).draw(RecordPlace(), ()) is None


@pytest.mark.parametrize("precision", [1, 5, 7, None])
def test_no_circle_where_no_radius_is_known(precision: int | None) -> None:
    assert drawn(place(where_prec=precision)).spread is None


def test_a_province_is_as_wide_as_its_towns() -> None:
    found = drawn(place(where_prec=4))
    assert found.spread is not None
    assert 60 < found.spread * found.view.unit_km < 400
    assert 2 * found.spread < found.view.height


def test_a_whole_country_takes_the_window_it_needs() -> None:
    found = drawn(place(name=None, adm1=None, lat=17.6, lon=-4.0, where_prec=6))
    assert found.whole_country
    assert found.view.km > 700
    assert found.inset is None


def test_other_places_are_marked_if_near_and_told_if_not() -> None:
    ansongo = Spot(name="Ansongo", lat=15.66, lon=0.5, note="the raid")
    paris = Spot(name="Paris", lat=48.85, lon=2.35)
    region = Spot(name="the north", lat=18.0, lon=-2.0, area=True)
    found = drawn(GAO, ansongo, region, paris)
    assert [marker.number for marker in found.markers] == [1, 2]
    assert [(one.number, one.name) for one in found.listed] == [
        (1, "Gao"),
        (2, "Ansongo"),
        (0, "the north"),
        (0, "Paris"),
    ]
    assert found.listed[1].notes[0] == "the raid"
    assert found.listed[3].notes[-1].endswith("beyond the map")


def test_places_at_one_spot_are_told_once() -> None:
    spots = [Spot(name=name, lat=16.0, lon=0.0) for name in ("b", "a")]
    assert [spot.name for spot in nearest((15.0, 0.0), spots)] == ["a"]
    assert nearest((16.0, 0.0), spots) == ()


@pytest.mark.parametrize(
    ("lat", "lon"), [(89.9, 0.0), (-89.9, 10.0), (0.0, 180.0), (0.0, -30.0), (-17, -180)]
)
def test_the_ends_of_the_world_can_be_drawn(lat: float, lon: float) -> None:
    found = drawn(RecordPlace(name="There", lat=lat, lon=lon, where_prec=1))
    assert found.markers[0].x == found.view.width / 2


def test_no_label_covers_another() -> None:
    layer = LabelLayer(500, 400)
    assert layer.beside(100, 100, "First town", "town", size=14)
    assert layer.beside(102, 101, "Second", "town", size=14)
    assert not layer.beside(101, 100, "A third town that has no room anywhere" * 3, "town", size=14)
    assert layer.beside(
        490, 100, "Far too long a name for this edge of the map" * 2, "event", size=14, must=True
    )
    assert layer.labels[-1].anchor == "end"


def test_the_town_that_the_event_is_in_is_not_named_twice() -> None:
    assert [label.kind for label in drawn(GAO).labels if label.words == "Gao"] == ["event"]


def test_paths_hold_nothing_but_numbers() -> None:
    found = drawn(GAO)
    paths = [land.path for land in found.lands] + [found.inset.path if found.inset else ""]
    assert all(re.fullmatch(r"[Mlz0-9 .,e-]*", path) for path in paths)
    assert sum(map(len, paths)) < 20_000


def test_a_map_of_continents_is_drawn_with_coarser_borders_and_the_largest_towns() -> None:
    spots = [Spot(name=str(n), lat=lat, lon=lon) for n, (lat, lon) in enumerate(_APART)]
    found = draw_overview(spots, open_gazetteer(), None)
    assert found is not None
    assert found.view.km > 2000
    assert {"Mali", "India"} <= {land.name for land in found.lands}
    assert found.towns


_APART = ((16.0, 1.0), (34.0, 69.0), (28.0, 77.0), (33.0, 44.0), (2.0, 45.0))


def test_one_place_is_drawn_where_the_page_asks_for_it() -> None:
    found = draw_overview([Spot(name="a", lat=16, lon=1)], open_gazetteer(), "MLI", fewest=1)
    assert found is not None
    assert found.dots[0].titles == ("a",)


def test_thinned_borders_keep_every_country_and_leave_out_small_islands() -> None:
    thin, fine = thinned_borders(0.5), read_borders()
    assert [country.name for country in thin] == [country.name for country in fine]
    assert all(country.outlines for country in thin if country.name != "")
    assert sum(len(country.outlines) for country in thin) < sum(len(country.outlines) for country in fine) / 2
