"""Those whom a report does not name, put in the country of the event; units beside the body they are part of."""

from __future__ import annotations

from rashomon.codebook.actors import load_registry
from rashomon.linking.countries import nation_in
from rashomon.linking.sides import Sided
from rashomon.linking.unnamed import Naming, name_the_unnamed
from rashomon.model.events import EventSide, SideActor, without_wholes


def naming(country: str | None) -> Naming:
    registry = load_registry()
    return Naming(
        country=country,
        is_state=registry.is_state_actor,
        is_unarmed=registry.is_unarmed,
        mission=registry.mission_in,
        whole=registry.whole_of,
        name=registry.name,
        unit=registry.unit_in,
        nation=nation_in,
    )


def unnamed(name: str) -> SideActor:
    return SideActor(id=None, name=name, as_written=("they",))


def ids_of(*actors: SideActor, country: str | None = "MLI") -> list[str | None]:
    side = EventSide(label="x", role="unknown", actors=actors)
    named = name_the_unnamed(Sided(sides=(side,), others=()), naming(country))
    return [actor.id for actor in named.sides[0].actors]


class TestUnnamed:
    def test_kinds_of_people_are_those_of_the_country(self) -> None:
        assert ids_of(unnamed("civilians"), unnamed("unidentified militants")) == [
            "civilians:MLI",
            "unidentified:MLI",
        ]
        assert ids_of(unnamed("unidentified police"), country="KEN") == ["police:KEN"]

    def test_without_a_country_nobody_is_named(self) -> None:
        assert ids_of(unnamed("civilians"), country=None) == [None]

    def test_soldiers_beside_a_named_army_are_its_own(self) -> None:
        chad = SideActor(id="forces:TCD", name="Chadian army", as_written=("Chadian army",))
        assert ids_of(chad, unnamed("unidentified soldiers")) == ["forces:TCD"]

    def test_peacekeepers_are_of_the_mission_there(self) -> None:
        assert ids_of(unnamed("unidentified peacekeepers")) == ["minusma"]
        assert ids_of(unnamed("unidentified peacekeepers"), country="FRA") == [None]

    def test_what_is_concluded_says_so(self) -> None:
        side = EventSide(label="x", role="unknown", actors=(unnamed("unidentified militants"),))
        named = name_the_unnamed(Sided(sides=(side,), others=()), naming("MLI"))
        assert [a.identification for a in named.sides[0].actors] == ["unidentified"]
        assert named.sides[0].actors[0].as_written == ("they",)


class TestWholes:
    def test_a_unit_stands_beside_its_body_and_pages_leave_that_out(self) -> None:
        unit = SideActor(id="katiba-serma", name="Katiba Serma", as_written=("Katiba Serma",))
        side = EventSide(label="x", role="belligerent", actors=(unit,))
        named = name_the_unnamed(Sided(sides=(side,), others=()), naming("MLI")).sides[0]
        assert [a.id for a in named.actors] == ["katiba-serma", "jnim"]
        assert without_wholes(named.actors) == (unit,)

    def test_members_of_an_alliance_and_branches_stand_for_themselves(self) -> None:
        registry = load_registry()
        assert registry.whole_of("gatia", "MLI") is None
        assert registry.whole_of("isgs", "MLI") is None
        assert registry.whole_of("barkhane", "MLI") == "forces:FRA"

    def test_a_group_is_part_of_what_it_joined_only_since_then_and_there(self) -> None:
        registry = load_registry()
        assert registry.whole_of("ansar-dine", "MLI", "2018-05-01") == "jnim"
        assert registry.whole_of("ansar-dine", "MLI", "2016-05-01") is None
        assert registry.whole_of("aqim", "DZA", "2018-05-01") is None
        assert registry.whole_of("aqim", "MLI") is None
