"""Names that a text defines itself, by a full name and the acronym in brackets behind it."""

from __future__ import annotations

import pytest

from rashomon.reading.parties.definitions import find_defined


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Front for the Defence of the Lakes (FDL) fought. FDL men fled.",
            ["Front for the Defence of the Lakes", "FDL", "FDL"],
        ),
        ("Members of the River People's Army (RPA) came.", ["River People's Army", "RPA"]),
        ("The Self-Defence Force of Sere (SDFS) came.", ["Self-Defence Force of Sere", "SDFS"]),
        ("He was born in Lyon (UK) once.", []),
        ("The minister of trade (MOT) spoke.", []),
        ("Nothing (ABC) before.", []),
    ],
)
def test_definitions(text: str, names: list[str]) -> None:
    found = sorted(find_defined(text, ()), key=lambda hit: hit.start)
    assert [hit.words for hit in found] == names
    assert all(text[hit.start : hit.end] == hit.words for hit in found)
    assert len({hit.actor_ids for hit in found}) == bool(names)


@pytest.mark.parametrize(
    ("words", "bodies"),
    [
        ("An Improvised Explosive Device (IED) went off. The IED killed two.", 0),
        ("The Inspector General of Police (IGP) spoke. The IGP said two died.", 0),
        ("They crossed the Line of Control (LOC). The LOC is quiet.", 0),
        ("The Lakes Defence Front (LDF) spoke. The LDF said two died.", 3),
    ],
)
def test_things_offices_and_lines_are_no_bodies(words: str, bodies: int) -> None:
    assert len(list(find_defined(words, ()))) == bodies
