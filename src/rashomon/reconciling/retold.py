"""The same people in the words of several reports: who was told of once must not be counted twice.

One report tells of "a teen hunter", another of "a 14-year-old boy", a third names both: one dead. Within a
report groups beside each other are different people, and are added. Of two groups of which no report tells
both, that is known only where they cannot be the same: soldiers and civilians, the fighters of two sides, or people
of different bodies or callings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from rashomon.reconciling.figures import Figure
from rashomon.reconciling.individuals import (
    ACTORS,
    CATEGORY,
    CIVILIANS,
    COMBATANTS,
    SIDE,
    Path,
    Person,
    is_aside,
    person_of,
)

_NAME = re.compile(r"[^\W\d_a-z][\w'’.\-]+(?:\s+[^\W\d_a-z][\w'’.\-]*)+\Z")


def join_named(paths: dict[Figure, Path]) -> None:
    """Put one person of several reports, known by the same full name, into the group most of them give."""
    for people in _same_people(paths):
        own = {figure: path for figure, path in paths.items() if person_of(figure) in people}
        counts = Counter(own.values())
        best = max(counts, key=lambda path: (counts[path], CIVILIANS in path, path))
        paths.update(dict.fromkeys(own, best))


def _same_people(figures: Iterable[Figure]) -> list[frozenset[Person]]:
    """People of two reports and more that bear one name."""
    by_name: dict[str, set[Person]] = {}
    for figure in figures:
        name = figure.as_written.strip()
        if figure.population.person is not None and figure.high == 1 and _NAME.match(name):
            by_name.setdefault(name.casefold(), set()).add(person_of(figure))
    clusters: list[frozenset[Person]] = []
    for name in sorted(by_name):
        touching = [cluster for cluster in clusters if cluster & by_name[name]]
        clusters = [cluster for cluster in clusters if not cluster & by_name[name]]
        clusters.append(frozenset(by_name[name]).union(*touching))
    return [cluster for cluster in clusters if len({report for report, _ in cluster}) > 1]


def join_counted(paths: dict[Figure, Path]) -> None:
    """Put a speaker's number of "terrorists" with the fighters of a body whom the report tells dead without a number.

    "Fighters of A were shot dead by B. The army said it had *killed three terrorists*": two versions of one killing,
    of which one gives the number. Adding them would count the dead twice.
    """
    unnumbered = {
        (f.report, f.population.category): path
        for f, path in paths.items()
        if f.vague == "plural" and f.population.actors and _is_plainly_of_fighters(f, path)
    }
    for figure, path in list(paths.items()):
        above = unnumbered.get((figure.report, figure.population.category))
        version = not figure.population.actors and figure.vague is None and (figure.low or 0) > 1
        if above is None or not version or figure.body.startswith("outlet:"):
            continue
        if _is_plainly_of_fighters(figure, path):
            paths[figure] = above


def _is_plainly_of_fighters(figure: Figure, path: Path) -> bool:
    apart = figure.coverage != "unknown" or figure.listed_at is not None or figure.beside
    return COMBATANTS in path and not is_aside(path) and not apart and figure.population.category is not None


def join_retold(paths: dict[Figure, Path]) -> None:
    """Put groups that may be the same people, and that no report tells of both, into one."""
    reports = _reports(paths)
    order = sorted(reports, key=lambda path: (-len(reports[path]), path))
    for place, path in enumerate(order):
        for other in order[:place]:
            if other in reports and path in reports and _may_be_same(path, other, reports):
                paths.update({figure: other for figure, own in paths.items() if own == path})
                reports[other] |= reports.pop(path)
                break


def _reports(paths: Mapping[Figure, Path]) -> dict[Path, set[str]]:
    """The reports that tell of each group."""
    found: dict[Path, set[str]] = {}
    for figure, path in paths.items():
        if not is_aside(path):
            found.setdefault(path, set()).add(figure.report)
    return found


def _may_be_same(one: Path, two: Path, reports: Mapping[Path, set[str]]) -> bool:
    if one == two[: len(one)] or two == one[: len(two)]:
        return False  # a part and its whole
    if reports[one] & reports[two] or (_kinds(one) and _kinds(two)):
        return False
    if (COMBATANTS in one) != (COMBATANTS in two):
        return CIVILIANS not in one and CIVILIANS not in two
    return COMBATANTS not in one or _side(one) == _side(two)


def _kinds(path: Path) -> list[str]:
    """Bodies and callings that tell a group from others: soldiers of this force, journalists."""
    return [step for step in path if step.startswith((ACTORS, CATEGORY))]


def _side(path: Path) -> str | None:
    return next((step for step in path if step.startswith(SIDE)), None)
