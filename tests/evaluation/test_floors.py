from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from tests.evaluation.conftest import NOTES, WriteSet

from rashomon.cli.score import read_tasks
from rashomon.errors import InputError
from rashomon.evaluation import SETS, SETTING, SetScore
from rashomon.evaluation.floors import (
    RAISE,
    Floors,
    SetFloors,
    check_digests,
    find_below,
    lower_floors,
    raise_floors,
    read_floors,
    score_floors,
    write_floors,
)
from rashomon.evaluation.measures import Figure, Verdict, make_figure
from rashomon.evaluation.rows import digest_of_file


def figure(name: str, right: int, of: int = 4) -> Figure:
    return make_figure(name, [Verdict(right=right, of=of, label="", ours="")])


def score(*figures: Figure) -> SetScore:
    return SetScore(name="isaf", about="", rows=4, words=9, figures=figures, misses=())


FLOORS: Floors = {"isaf": SetFloors(sha256="0", sample=4, floors={"killed": 0.5, "captured": 0.5})}


def test_a_figure_below_its_floor_or_gone_is_named() -> None:
    below = find_below([score(figure("killed", 1))], FLOORS)
    assert below == [
        "isaf, killed: 25.00% (1 of 4) is below its floor of 50.00%",
        "isaf, captured: is no longer measured; its floor is 50.00%",
    ]
    assert find_below([score(figure("killed", 2), figure("captured", 4))], FLOORS) == []


def test_raising_never_lowers_nor_drops() -> None:
    raised = raise_floors([score(figure("killed", 1), figure("new", 3))], FLOORS)
    assert raised["isaf"].floors == {"killed": 0.5, "new": 0.75, "captured": 0.5}


def test_lowering_keeps_the_reason(write_set: WriteSet) -> None:
    folder = write_set("isaf", NOTES)
    lowered = lower_floors(
        [score(figure("killed", 1), figure("captured", 3))], FLOORS, folder, "a stricter rule"
    )
    assert lowered["isaf"].floors == {"killed": 0.25, "captured": 0.75}
    (one,) = lowered["isaf"].lowered
    assert (one.figure, one.floor, one.new, one.reason) == ("killed", 0.5, 0.25, "a stricter rule")
    assert lowered["isaf"].sha256 == digest_of_file(folder / "isaf_dev.jsonl.gz")


def test_another_file_than_the_floors_are_for_is_refused(write_set: WriteSet) -> None:
    folder = write_set("isaf", NOTES)
    with pytest.raises(InputError, match=r"isaf_dev\.jsonl\.gz: its sha256 is \w+, the floors are for 0"):
        check_digests(FLOORS, folder)
    check_digests(
        {"isaf": replace(FLOORS["isaf"], sha256=digest_of_file(folder / "isaf_dev.jsonl.gz"))}, folder
    )


def test_floors_are_written_and_read_back(tmp_path: Path) -> None:
    write_floors(FLOORS, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == FLOORS


def test_every_set_has_a_sample_and_no_floor_is_above_one() -> None:
    floors = read_floors()
    assert list(floors) == list(SETS)
    for one in floors.values():
        assert one.sample > 0
        assert all(0 <= floor <= 1 for floor in one.floors.values())


@pytest.mark.slow
def test_no_figure_is_below_its_floor() -> None:
    """The gate: reads a fixed sample of every set, half a minute on two cores."""
    folder = Path(
        os.environ.get(SETTING) or pytest.skip(f"{SETTING} is not set: no labelled sets to measure on")
    )
    floors = {name: one for name, one in read_floors().items() if one.floors}
    if not floors:
        pytest.skip(f"no floors are set; type: {RAISE}")
    missing = [name for name in floors if not (folder / f"{name}_dev.jsonl.gz").is_file()]
    if missing:
        pytest.skip(f"{SETTING} has no file of {', '.join(missing)}")
    check_digests(floors, folder)
    assert find_below(score_floors(floors, folder, read_tasks), floors) == []
