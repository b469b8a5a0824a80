from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from rashomon.model.claims import PlaceRef
from rashomon.store import open_case
from rashomon.workbench.actor_index import actors_of, refs_of
from rashomon.workbench.place_index import places_of


def test_every_actor_named_is_known_or_unknown(bench: Any) -> None:
    snapshot = bench.live.snapshot
    index = actors_of(snapshot)
    assert actors_of(snapshot) is index
    for claim in snapshot.claims.values():
        for ref in refs_of(claim):
            if ref.actor_id is None:
                assert claim.id in next(one.claims for one in index.unknown if one.words == ref.words)
            else:
                assert claim.id in index.actors[ref.actor_id].claims
                assert ref.words in dict(index.actors[ref.actor_id].written)


def test_people_without_a_name_are_listed_and_told_of_where_they_are_taken_for_somebody(bench: Any) -> None:
    snapshot = bench.live.snapshot
    index = actors_of(snapshot)
    unknown = {one.words for one in index.unknown}
    for claim in snapshot.claims.values():
        for party in (claim.about, claim.by):
            if party is not None and not party.actors and party.words:
                assert party.words in unknown
    for one in index.actors.values():
        assert not {words for words, _ in one.written} & set(one.taken)
        assert one.written or one.taken or one.said or one.parts


def test_actors_are_filtered_by_any_name_and_lead_to_their_page(bench: Any) -> None:
    everyone = bench.get("/actors.json").json()["actors"]
    gatia = next(one for one in everyone if any(w["words"] == "GATIA" for w in one["written"]))
    assert gatia["events"] > 0
    found = bench.get("/actors.json?q=gatia").json()["actors"]
    assert gatia in found
    assert len(found) < len(everyone)
    assert {one["category"] for one in bench.get("/actors.json?category=rebel").json()["actors"]} <= {"rebel"}
    assert all("MLI" in one["countries"] for one in bench.get("/actors.json?country=MLI").json()["actors"])
    shown = bench.get(f"{gatia['href']}.json").json()
    assert len(shown["events"]) == gatia["events"]
    assert shown["actor"]["acled"]
    page = bench.get(gatia["href"])
    assert page.status_code == 200
    for event in shown["events"]:
        assert f'href="/events/{event["id"]}"' in page.text


def test_an_actor_of_the_registry_that_no_report_names_has_a_page(bench: Any) -> None:
    page = bench.get("/actors/forces:NOR")
    assert page.status_code == 200
    assert "No event of this case" in page.text
    assert bench.get("/actors/nobody").status_code == 404


def test_words_that_mean_nobody_known_are_identified(bench: Any, case: Path) -> None:
    rows = bench.get("/actors.json?show=unknown&words=all").json()["unknown"]
    assert rows
    row = rows[0]
    assert "Say who is meant" in bench.get("/actors?show=unknown&words=all").text
    fields = {"claim": row["claim"], "words": row["words"], "means": "forces:MLI", "where": "case"}
    answer = bench.submit("/identify", back="/actors?show=unknown&words=all", why="it is they", **fields)
    assert answer.status_code == 200
    bench.live.renew(wait=30)
    index = actors_of(bench.live.snapshot)
    assert row["words"] not in {one.words for one in index.unknown}
    assert row["words"] in dict(index.actors["forces:MLI"].written)
    with open_case(case) as kept:
        assert [judgement.kind for judgement in kept.judgements()] == ["identify"]


def test_every_place_named_is_listed(bench: Any) -> None:
    snapshot = bench.live.snapshot
    held = places_of(snapshot)
    listed = {claim for one in held.values() for claim in one.claims}
    assert listed == {c.id for c in snapshot.claims.values() if isinstance(c.value, PlaceRef)}
    put = {event for one in held.values() for event in one.main}
    assert put == {event.id for event in snapshot.held.linked.events if event.located}


def test_places_carry_what_the_map_needs(bench: Any) -> None:
    rows = bench.get("/places.json?show=known").json()["places"]
    page = bench.get("/places?show=known").text
    assert rows
    for row in rows:
        assert f'data-lat="{row["lat"]}" data-lon="{row["lon"]}"' in page
    for row in bench.get("/places.json?show=unknown").json()["places"]:
        assert row["lat"] is None
        assert bench.get(f"/places/{quote(row['id'])}").status_code == 200
    country = rows[0]["country_iso3"]
    found = bench.get(f"/places.json?country={country}").json()["places"]
    assert {one["country_iso3"] for one in found} == {country}


def test_a_place_can_be_another_of_its_name(bench: Any) -> None:
    rows = bench.get("/places.json").json()["places"]
    shown = (bench.get(f"{row['href']}.json").json() for row in rows)
    place, words, other = next(
        (one["place"], offer["words"], offer["places"][0])
        for one in shown
        for offer in one["candidates"]
        if offer["places"]
    )
    page = bench.get(place["href"]).text
    assert f'value="{other["id"]}"' in page
    claim = bench.get(f"{place['href']}.json").json()["claims"][0]
    fields = {"claim": claim, "words": words, "means": other["id"], "where": "case"}
    answer = bench.submit("/identify", back="/places", why="the other one", **fields)
    assert answer.status_code == 200
    bench.live.renew(wait=30)
    assert claim in places_of(bench.live.snapshot)[other["id"]].claims


def test_a_place_can_be_looked_up_by_another_name(bench: Any) -> None:
    place = bench.get("/places.json").json()["places"][0]
    page = bench.get(place["href"], params={"look": "Gao"}).text
    assert "This is what is meant" in page
    assert 'value="geonames:' in page
    assert "The gazetteer has no place" in bench.get(place["href"], params={"look": "Xyzzyq<b>"}).text


@pytest.mark.parametrize("path", ["/actors", "/places", "/sources"])
def test_an_empty_case_says_what_to_do(tmp_path: Path, open_bench: Any, path: str) -> None:
    open_case(tmp_path / "empty", create=True).close()
    page = open_bench(tmp_path / "empty").get(path)
    assert page.status_code == 200
    assert 'href="/add"' in page.text


@pytest.mark.parametrize("path", ["/actors", "/places", "/sources", "/reports"])
def test_a_filter_keeps_the_order_of_the_list(bench: Any, path: str) -> None:
    usual = bench.get(path).text
    turned = bench.get(f"{path}?sort=name&order=down").text
    assert 'name="order"' not in usual
    assert (
        '<input type="hidden" name="sort" value="name"><input type="hidden" name="order" value="down">'
        in turned
    )


def test_an_actor_and_a_place_show_how_they_are_written_and_their_events(bench: Any) -> None:
    for kind in ("actors", "places"):
        row = bench.get(f"/{kind}.json").json()[kind][0]
        page = bench.get(row["href"])
        assert page.status_code == 200
        shown = bench.get(f"{row['href']}.json").json()
        assert len(shown["events"]) == row["events"]
        for written in row["written"]:
            assert (
                f'<bdi>{written["words"]}</bdi> <span class="tag count">{written["times"]}</span>'
                in page.text
            )
        for event in shown["events"]:
            assert f'href="/events/{event["id"]}"' in page.text
