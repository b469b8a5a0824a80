from __future__ import annotations

from typing import Any

import pytest


def test_a_window_gives_its_largest_towns_first(bench: Any) -> None:
    towns = bench.get("/towns.json?south=13&west=0&north=17&east=5").json()["towns"]
    assert towns[0]["name"] == "Niamey"
    assert all(13 <= town["lat"] <= 17 and 0 <= town["lon"] <= 5 for town in towns)
    assert "Niamey" in bench.get("/towns?south=13&west=0&north=17&east=5").text


@pytest.mark.parametrize(
    "query", ["south=x", "north=nan", "south=-90&north=90", "west=4&east=2", "north=1e9"]
)
def test_what_is_no_window_is_told(bench: Any, query: str) -> None:
    answer = bench.get(f"/towns.json?{query}")
    assert answer.status_code == 422
    assert "degree" in answer.json()["message"]
