"""The recipe of ``linking/weights.json``: ``python -m rashomon.evaluation.link_weights FOLDER FILE``.

Logistic regression over the levels of pairs that may be one event. Learned from half of the shootings
(incident numbers with an even CRC-32) and, weighing less, from half of the coder's notes, which are all of
different events. Those shootings name hardly any armed actor, are all of one kind and never had many dead,
so the weights of actors, of kinds and of figures far apart are set by hand (`SET`), as is what one report
tells of besides its main event.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from rashomon.codebook.actors import load_registry
from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.evaluation.links import Read, read_notes, read_shootings
from rashomon.linking.blocking import candidate_pairs
from rashomon.linking.compare import LEVELS, levels_of
from rashomon.linking.features import MentionFeatures, describe_all
from rashomon.linking.locating import locate_claims

SET = {
    "actors: share all": 0.4,
    "actors: share some": 0.2,
    "actors: other": -0.8,
    "actors: unknown": 0.0,
    "kinds: same": 0.3,
    "kinds: related": 0.0,
    "kinds: other deed": -1.0,
    "kinds: crowd and deed": -0.7,
    "kinds: other": -1.0,
    "figures: contradict": -2.0,
    "roles: both main": 0.0,
    "roles: one main": -0.5,
    "roles: neither main": -0.5,
}
NOTES_WEIGH = 0.7
"""What a pair of notes counts for beside a pair of shootings."""
SHRINKING = 2.0
"""Strength of the L2 penalty: rare levels stay near 0."""
NAMES = [f"{feature}: {level}" for feature, levels in LEVELS.items() for level in levels]

Counts = dict[tuple[int, ...], list[float]]
"""By combination of levels, the weight of pairs of two events and of one."""


def gather(rows: Sequence[tuple[str, Read]], weigh: float, counts: Counts) -> None:
    """Add the pairs of some reports; each report comes with the key of its event."""
    event = {report.id: key for key, (report, _) in rows}
    place = {name: i for i, name in enumerate(NAMES)}
    features = _main_features([read for _, read in rows])
    for i, j in candidate_pairs(features):
        one, two = features[i], features[j]
        levels = tuple(place[f"{level.feature}: {level.level}"] for level in levels_of(one, two))
        counts.setdefault(levels, [0.0, 0.0])[event[one.report.id] == event[two.report.id]] += weigh


def _main_features(reads: Sequence[Read]) -> list[MentionFeatures]:
    gazetteer, registry = open_gazetteer(), load_registry()
    claims = {claim.id: claim for _, reading in reads for claim in reading.claims}
    mentions = [m for _, reading in reads for m in reading.mentions if m.role == "main"]
    known = cache(lambda name: bool(gazetteer.candidates(name)) or bool(registry.ids_for(name)))
    found = describe_all(
        mentions, {report.id: report for report, _ in reads}, claims, locate_claims(claims, gazetteer), known
    )
    return sorted(found, key=lambda features: features.mention.id)


def fit(counts: Counts) -> dict[str, float]:
    """The weight of each level and of the prior, by Newton's method."""
    import numpy as np

    combinations = sorted(counts)
    matrix = np.zeros((len(combinations), len(NAMES) + 1))
    matrix[:, -1] = 1
    given = np.zeros(len(combinations))
    for row, levels in enumerate(combinations):
        for level in levels:
            if NAMES[level] in SET:
                given[row] += SET[NAMES[level]]
            else:
                matrix[row, level] = 1
    apart, same = (np.array([counts[levels][side] for levels in combinations]) for side in (0, 1))
    penalty = np.full(len(NAMES) + 1, SHRINKING)
    penalty[-1] = 0.01
    weights = np.zeros(len(NAMES) + 1)
    for _ in range(100):
        chance = 1 / (1 + np.exp(-(matrix @ weights + given)))
        slope = matrix.T @ (same - (apart + same) * chance) - penalty * weights
        bend = (matrix * ((apart + same) * chance * (1 - chance))[:, None]).T @ matrix + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights += step
        if abs(step).max() < 1e-9:
            break
    learned = {name: round(float(weight), 2) for name, weight in zip([*NAMES, "prior"], weights, strict=True)}
    return learned | SET


def _is_even(key: str) -> bool:
    return zlib.crc32(key.encode()) % 2 == 0


def train(folder: Path, scratch: Path) -> dict[str, float]:
    """The weights learned from the sets of a folder."""
    counts: Counts = {}
    sets: list[tuple[Callable[[Path, Path], list[tuple[dict[str, Any], Read]]], str, float]] = [
        (read_shootings, "incident_id", 1.0),
        (read_notes, "id", NOTES_WEIGH),
    ]
    for read, key, weigh in sets:
        rows = [(row[key], one) for row, one in read(folder, scratch) if _is_even(row[key])]
        gather(rows, weigh, counts)
    return fit(counts)


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder_name:
        found = train(Path(sys.argv[1]), Path(folder_name))
    recipe = "python -m rashomon.evaluation.link_weights: natural logarithms of odds, see that module"
    Path(sys.argv[2]).write_text(json.dumps({"recipe": recipe, "weights": found}, indent=1) + "\n", "utf-8")
