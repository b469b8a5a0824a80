from __future__ import annotations

from pathlib import Path

import pytest
from tests.evaluation.conftest import NOTES, WriteSet, note

from rashomon.cli.score import read_tasks
from rashomon.errors import InputError, SettingError
from rashomon.evaluation import SETS, Choice, find_sets, score_sets


def test_a_set_is_read_and_judged_row_by_row(write_set: WriteSet) -> None:
    told: list[tuple[str, int, int]] = []
    folder = write_set("acled_mali", NOTES)
    (score,) = score_sets(["acled_mali"], folder, read_tasks, {}, tell=lambda *step: told.append(step))
    figures = {figure.name: figure for figure in score.figures}
    assert figures["fatalities, all rows"].right == 2
    assert figures["fatalities, rows with deaths"].of == 2
    assert figures["event date"].right == 2
    missed = [(miss.figure, miss.row.id) for miss in score.misses]
    assert ("fatalities, rows with deaths", "N2") in missed
    assert told == [("acled_mali", 1, 3), ("acled_mali", 2, 3), ("acled_mali", 3, 3)]


def test_choices_narrow_the_rows(write_set: WriteSet) -> None:
    folder = write_set("acled_mali", NOTES)
    (score,) = score_sets(["acled_mali"], folder, read_tasks, {"acled_mali": Choice(size=1)})
    assert score.rows == 1


def test_a_bad_label_stops_the_run_before_anything_is_read(write_set: WriteSet) -> None:
    folder = write_set("acled_mali", [*NOTES, note(4, "Shots were heard.", fatalities="some")])
    with pytest.raises(InputError, match=r"acled_mali_dev\.jsonl\.gz:4: labels\.fatalities is 'some'"):
        score_sets(["acled_mali"], folder, read_tasks, {})


def test_an_unknown_set_is_told_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"there is no set nowhere\. Sets: acled_mali, "):
        find_sets(["nowhere"])
    assert [one.name for one in find_sets(["all"])] == list(SETS)
