"""Labelled sets of a few invented rows, in the sets' own form."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rashomon.evaluation.answers import Answer
from rashomon.evaluation.rows import Row

WriteSet = Callable[..., Path]


def note(number: int, text: str, **labels: Any) -> dict[str, Any]:
    own = {
        "fatalities": "0",
        "actors": [{"name": "Military Forces of Mali (2013-2020)", "assoc": ""}],
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "location": "Tabankort",
        "latitude": "17.83",
        "longitude": "0.23",
    }
    return {"id": f"N{number}", "date": "2018-03-04", "text": text, "labels": own | labels}


NOTES = [
    note(
        1,
        "On March 4, 2018, gunmen attacked an army post in Tabankort. Three soldiers were killed.",
        fatalities="3",
    ),
    note(2, "On March 4, 2018, soldiers clashed with gunmen near Tabankort; 4 gunmen died.", fatalities="5"),
    note(3, "The mayor of Tabankort opened a new market hall.", fatalities="0"),
]


@pytest.fixture
def write_set(tmp_path: Path) -> WriteSet:
    """Writes rows as the file of a set and gives the folder."""

    def write(name: str, rows: list[dict[str, Any]]) -> Path:
        with gzip.open(tmp_path / f"{name}_dev.jsonl.gz", "wt", encoding="utf-8") as stream:
            stream.writelines(json.dumps(row) + "\n" for row in rows)
        return tmp_path

    return write


def make_row(text: str = "", published: str | None = None, **data: Any) -> Row:
    return Row(id="N1", text=text, published=published, title=None, data=data, where="made.jsonl.gz:1")


def make_answer(event: dict[str, Any] | None = None, **layers: Any) -> Answer:
    return Answer(event=event, layers=layers)
