"""Decisions taken elsewhere: read from JSON lines, each line checked before it is put to a case."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rashomon.errors import InputError
from rashomon.judging.checking import check_judgement
from rashomon.model.base import value
from rashomon.model.codec import from_json
from rashomon.model.judgements import Judgement


@value
class Taken:
    """What became of decisions from elsewhere: those kept, how many were known, and line and why of the rest."""

    taken: tuple[Judgement, ...]
    known: int
    faults: tuple[tuple[int, str], ...]


def read_judgement(line: str) -> Judgement:
    """The judgement of a line; ValueError or InputError where it is none that can be put to a case."""
    judgement = from_json(Judgement, line)
    check_judgement(judgement)
    return judgement


def take_judgements(text: str, held: Iterable[Judgement], keep: Callable[[Judgement], object]) -> Taken:
    """The decisions of these JSON lines that are not held yet, each given to ``keep``.

    A line that cannot be used, or that ``keep`` refuses with an InputError, costs no other.
    """
    ids = {judgement.id for judgement in held}
    taken: list[Judgement] = []
    faults: list[tuple[int, str]] = []
    known = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            judgement = read_judgement(line)
            if judgement.id in ids:
                known += 1
                continue
            keep(judgement)
        except (ValueError, InputError) as error:
            faults.append((number, str(error)))
            continue
        ids.add(judgement.id)
        taken.append(judgement)
    return Taken(taken=tuple(taken), known=known, faults=tuple(faults))
