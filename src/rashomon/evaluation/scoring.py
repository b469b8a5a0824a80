"""From sets to scores: rows chosen, labels checked, texts read, answers judged, figures summed up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from rashomon.errors import SettingError
from rashomon.evaluation.answers import Answer, Reads, make_answer, make_task
from rashomon.evaluation.measures import Figure, Measure, Miss, Verdict, is_miss, make_figure
from rashomon.evaluation.rows import Row, file_of, read_rows, sample
from rashomon.evaluation.sets import SETS, LabelledSet
from rashomon.evaluation.soundness import SOUNDNESS
from rashomon.model.base import value

Tell = Callable[[str, int, int], None]
"""Told of each text read: the set, how many so far, of how many."""


@value
class Choice:
    """Which rows of a set are scored: one half, a sample of so many, or both; all where neither is said."""

    half: str | None = None
    size: int | None = None


@value
class SetScore:
    """The figures of one set, and what was missed."""

    name: str
    about: str
    rows: int
    words: int
    figures: tuple[Figure, ...]
    misses: tuple[Miss, ...]


@value
class _Chosen:
    """A set, the rows chosen of it, and the labels of each row in the order of the measures."""

    labelled: LabelledSet
    rows: tuple[Row, ...]
    labels: tuple[tuple[Any, ...], ...]


def find_sets(names: Sequence[str]) -> list[LabelledSet]:
    """The sets of these names, ``all`` meaning all. Raises SettingError where there is no such set."""
    wanted = list(SETS) if "all" in names else list(dict.fromkeys(names))
    unknown = [name for name in wanted if name not in SETS]
    if unknown:
        raise SettingError(f"there is no set {', '.join(unknown)}. Sets: {', '.join(SETS)}, or all.")
    return [SETS[name] for name in wanted]


def score_sets(
    names: Sequence[str],
    folder: Path,
    reads: Reads,
    choices: dict[str, Choice],
    *,
    tell: Tell | None = None,
) -> list[SetScore]:
    """The scores of sets, read in one go. ``choices``: rows per set. Raises InputError at a bad label."""
    chosen = [_choose(one, folder, choices.get(one.name, Choice())) for one in find_sets(names)]
    tasks = (make_task(row, one.labelled.layers) for one in chosen for row in one.rows)
    answers = map(make_answer, reads(tasks))
    return [_score(one, answers, tell) for one in chosen]


def _choose(labelled: LabelledSet, folder: Path, choice: Choice) -> _Chosen:
    rows = sample(list(read_rows(file_of(labelled.name, folder))), half=choice.half, size=choice.size)
    # All labels are taken before a text is read: a bad row is told at once, not after minutes.
    labelled = replace(labelled, measures=(*labelled.measures, *SOUNDNESS))
    labels = tuple(tuple(measure.label(row) for measure in labelled.measures) for row in rows)
    return _Chosen(labelled=labelled, rows=tuple(rows), labels=labels)


def _score(chosen: _Chosen, answers: Iterator[Answer], tell: Tell | None) -> SetScore:
    measures = chosen.labelled.measures
    verdicts: list[list[Verdict]] = [[] for _ in measures]
    misses: list[Miss] = []
    for count, (row, labels) in enumerate(zip(chosen.rows, chosen.labels, strict=True), 1):
        answer = next(answers)
        for measure, label, found in zip(measures, labels, verdicts, strict=True):
            if label is None:
                continue
            verdict = measure.judge(label, row, answer)
            found.append(verdict)
            if is_miss(verdict):
                misses.append(_miss(measure, row, answer, verdict))
        if tell:
            tell(chosen.labelled.name, count, len(chosen.rows))
    return SetScore(
        name=chosen.labelled.name,
        about=chosen.labelled.about,
        rows=len(chosen.rows),
        words=sum(len(row.text.split()) for row in chosen.rows),
        figures=tuple(
            make_figure(measure.name, found) for measure, found in zip(measures, verdicts, strict=True)
        ),
        misses=tuple(misses),
    )


def _miss(measure: Measure, row: Row, answer: Answer, verdict: Verdict) -> Miss:
    return Miss(figure=measure.name, row=row, answer=answer, verdict=verdict, facets=measure.facets)
