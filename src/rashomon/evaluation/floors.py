"""Floors: the scores that a fixed sample of each set may not fall below. They only rise, save with a reason."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from rashomon.errors import InputError
from rashomon.evaluation.answers import Reads
from rashomon.evaluation.rows import digest_of_file, file_of
from rashomon.evaluation.scoring import Choice, SetScore, Tell, score_sets
from rashomon.model.base import value
from rashomon.model.codec import from_data, to_data

FLOORS_FILE = Path(__file__).parent / "floors.json"
RAISE = "rashomon score all --floors raise"
LOWER = "rashomon score all --lower-floors REASON"


@value
class Lowered:
    """A floor that was lowered, and why."""

    figure: str
    floor: float
    new: float
    reason: str


@value
class SetFloors:
    """One set: the digest of its file, how many rows are read (as by ``--sample``), and figure → floor."""

    sha256: str
    sample: int
    floors: dict[str, float]
    lowered: tuple[Lowered, ...] = ()


Floors = dict[str, SetFloors]


def read_floors(path: Path = FLOORS_FILE) -> Floors:
    """The floors of each set, by its name."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return {name: from_data(SetFloors, one) for name, one in data.items()}


def write_floors(floors: Mapping[str, SetFloors], path: Path = FLOORS_FILE) -> None:
    """Write the floors. Raises InputError where the file cannot be written."""
    data = {name: to_data(one) for name, one in floors.items()}
    try:
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}). Nothing was changed.") from error


def check_digests(floors: Mapping[str, SetFloors], folder: Path) -> None:
    """Raise InputError naming every file that is not the one the floors were measured on."""
    faults = []
    for name, one in floors.items():
        path = file_of(name, folder)
        found = digest_of_file(path)
        if found != one.sha256:
            faults.append(f"{path.name}: its sha256 is {found}, the floors are for {one.sha256}.")
    if faults:
        raise InputError("\n".join([*faults, f"To measure new floors on what is there: {LOWER}"]))


def score_floors(
    floors: Mapping[str, SetFloors], folder: Path, reads: Reads, *, tell: Tell | None = None
) -> list[SetScore]:
    """The scores of the samples that the floors are for."""
    choices = {name: Choice(size=one.sample) for name, one in floors.items()}
    return score_sets(list(floors), folder, reads, choices, tell=tell)


def find_below(scores: Sequence[SetScore], floors: Mapping[str, SetFloors]) -> list[str]:
    """A line for each figure that is below its floor, or no longer measured."""
    found = []
    for score in scores:
        measured = {figure.name: figure for figure in score.figures}
        for name, floor in floors[score.name].floors.items():
            figure = measured.get(name)
            if figure is None or figure.score is None:
                found.append(f"{score.name}, {name}: is no longer measured; its floor is {floor:.2%}")
            elif figure.score < floor:
                found.append(
                    f"{score.name}, {name}: {figure.score:.2%} ({figure.right} of {figure.of}) "
                    f"is below its floor of {floor:.2%}"
                )
    return found


def raise_floors(scores: Sequence[SetScore], floors: Mapping[str, SetFloors]) -> Floors:
    """The floors with every figure that is now above its own; none is lowered or dropped."""
    return {score.name: _raised(score, floors[score.name]) for score in scores}


def _raised(score: SetScore, old: SetFloors) -> SetFloors:
    now = _measured(score)
    raised = {name: max(now.get(name, 0.0), old.floors.get(name, 0.0)) for name in {**now, **old.floors}}
    return replace(old, floors=raised)


def lower_floors(
    scores: Sequence[SetScore], floors: Mapping[str, SetFloors], folder: Path, reason: str
) -> Floors:
    """The floors at what is measured now, on the files that are there; each one lowered keeps the reason."""
    return {
        score.name: _lowered(score, floors[score.name], digest_of_file(file_of(score.name, folder)), reason)
        for score in scores
    }


def _lowered(score: SetScore, old: SetFloors, sha256: str, reason: str) -> SetFloors:
    now = _measured(score)
    lower = tuple(
        Lowered(figure=name, floor=floor, new=now.get(name, 0.0), reason=reason)
        for name, floor in old.floors.items()
        if now.get(name, 0.0) < floor
    )
    return SetFloors(sha256=sha256, sample=old.sample, floors=now, lowered=(*old.lowered, *lower))


def _measured(score: SetScore) -> dict[str, float]:
    return {figure.name: figure.score for figure in score.figures if figure.score is not None}
