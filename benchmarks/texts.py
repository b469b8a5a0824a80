"""The texts a benchmark reads: of the labelled sets where they stand, else of the examples; which, it says.

Figures of the examples' few texts are no figures of news at large, so every benchmark prints what it read.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from rashomon.errors import InputError, SettingError
from rashomon.evaluation.rows import SETTING, Row, file_of, find_folder, read_rows
from rashomon.model.report import Loaded, Report
from rashomon.sources import load

EXAMPLES = Path(__file__).parents[1] / "examples"


def rows_of(*names: str) -> dict[str, list[Row]] | None:
    """The rows of some labelled sets, by set; None where `RASHOMON_DATA` is not set. Ends the run where it is wrong."""
    if not os.environ.get(SETTING):
        return None
    try:
        folder = find_folder(None)
        return {name: list(read_rows(file_of(name, folder))) for name in names}
    except (SettingError, InputError) as error:
        sys.exit(f"{error} Or unset {SETTING}: then the examples are read.")


def example_reports(*names: str) -> list[Report]:
    """The reports of some examples of this repository."""
    found = load([str(EXAMPLES / name) for name in names])
    return [one.report for one in found if isinstance(one, Loaded)]


def say_labelled(number: int, *names: str) -> None:
    """Print that texts of labelled sets are read."""
    sys.stdout.write(f"Texts: {number} of the labelled sets {', '.join(names)} ({SETTING}).\n")


def say_example(number: int, *names: str, times: int = 1) -> None:
    """Print that only the examples are read, and how to read more."""
    repeated = f", each {times} times" if times > 1 else ""
    folders = ", ".join(f"examples/{name}" for name in names)
    sys.stdout.write(
        f"Texts: {number} of {folders}{repeated}, since {SETTING} is not set: "
        "these figures do not compare with those of the labelled sets (docs/evaluation.md).\n"
    )
