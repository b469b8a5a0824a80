"""Which figures may be compared: those of the same people. Each figure gets a place in a tree of groups.

    everyone of the event                       "27 people were killed"
    ├── combatants                              "12 fighters", no side said
    │   └── side A                              "four of the coalition"
    │       ├── one actor | another actor       "three of the militia", "a soldier of the state"
    │       └── soldiers | police | militants   where no actor tells them apart
    ├── civilians
    └── side of the victims
        └── civilians | combatants

Figures at one place count the same people and are compared; figures at places beside each other count
different people and may be added; what lies below a place is part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from rashomon.model.events import Event
from rashomon.reconciling.figures import Figure, Population
from rashomon.reconciling.individuals import (
    ACTORS,
    CATEGORY,
    CIVILIANS,
    COMBATANTS,
    OTHERS,
    PART,
    SIDE,
    Path,
    count_individuals,
    is_aside,
    is_single,
    sum_figures,
)
from rashomon.reconciling.listed import add_listed, share_clause
from rashomon.reconciling.retold import join_counted, join_named, join_retold
from rashomon.reconciling.same_person import Beside, join_two_words


def place_figures(
    event: Event, figures: Sequence[Figure], beside: Beside = frozenset()
) -> dict[Path, tuple[Figure, ...]]:
    """Each group of people of the event and the figures that count it, in order of the groups.

    ``beside``: single people whom a report tells of in one breath, and who are two.
    """
    counted = [figure for figure in figures if figure.population.persons]
    paths = {figure: base_path(figure.population, event) for figure in counted}
    _tell_actors_apart(paths)
    _tell_categories_apart(paths)
    _set_parts_below(paths)
    _set_noughts_aside(paths)
    join_counted(paths)
    _set_spelled_out_beside(paths)
    _set_additions_beside(paths)
    _set_remainders_beside(paths, single=False)
    join_named(paths)
    paths = count_individuals(join_two_words(add_listed(paths), beside))
    paths = _fold_age_and_sex(paths)
    _set_remainders_beside(paths)
    join_retold(paths)
    placed: dict[Path, list[Figure]] = {}
    for figure, path in paths.items():
        placed.setdefault(path, []).append(figure)
    return {path: tuple(placed[path]) for path in sorted(placed)}


def base_path(population: Population, event: Event) -> Path:
    """The group by side and status alone; losses of a body on no known side are nobody's total."""
    if population.owner is not None:
        return (f"{PART}losses of {population.owner}",)
    side = f"{SIDE}{population.side}"
    if population.status == "civilian":
        if population.role in {"victims", "unknown"}:
            return (side, CIVILIANS)
        if population.side is not None:
            return (CIVILIANS, side)
        victims = [one.label for one in event.sides if one.role == "victims"]
        return (f"{SIDE}{victims[0]}", CIVILIANS) if len(victims) == 1 else (CIVILIANS,)
    if population.role == "belligerent":
        return (COMBATANTS, side)
    if population.side is not None:
        return (side,) if population.status == "unknown" else (side, COMBATANTS)
    return () if population.status == "unknown" else (COMBATANTS,)


def side_of_path(path: Path) -> str | None:
    """The label of the side a group stands on; None where it stands on none."""
    return next((step[len(SIDE) :] for step in path if step.startswith(SIDE)), None)


def is_civilian(path: Path) -> bool:
    """True for a group of civilians."""
    return CIVILIANS in path


def _groups(paths: Mapping[Figure, Path]) -> dict[Path, list[Figure]]:
    groups: dict[Path, list[Figure]] = {}
    for figure, path in paths.items():
        groups.setdefault(path, []).append(figure)
    return groups


def _tell_actors_apart(paths: dict[Figure, Path]) -> None:
    """Figures of actors that no figure joins are figures of different people."""
    for path, figures in _groups(paths).items():
        clusters = _clusters(figure.population.actors for figure in figures)
        for figure in figures:
            actors = figure.population.actors
            if not actors:
                continue
            cluster = next(cluster for cluster in clusters if actors <= cluster)
            if len(clusters) > 1:
                paths[figure] = (*path, ACTORS + "+".join(sorted(cluster)))
            if _is_told_apart(figure, figures):
                paths[figure] = (*paths[figure], ACTORS + "+".join(sorted(actors)) + " alone")


def _clusters(sets: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    clusters: list[frozenset[str]] = []
    for actors in sets:
        if actors:
            touching = [cluster for cluster in clusters if cluster & actors]
            clusters = [cluster for cluster in clusters if not cluster & actors]
            clusters.append(actors.union(*touching))
    return sorted(clusters, key=sorted)


def _is_told_apart(figure: Figure, figures: Sequence[Figure]) -> bool:
    """True where one account gives a figure for these actors and another for more than these.

    Across accounts a shorter name is not a smaller group: two speakers may name one enemy differently.
    """
    actors = figure.population.actors
    return any(other.report == figure.report and actors < other.population.actors for other in figures)


def _tell_categories_apart(paths: dict[Figure, Path]) -> None:
    """Soldiers and police of one side are different people; militants and jihadists need not be.

    Of one actor by name only an account that counts both tells them apart: across accounts the words vary.
    """
    for path, figures in _groups(paths).items():
        categories = {figure.population.category for figure in figures} - {None}
        named = all(figure.population.actors for figure in figures if figure.population.category)
        if len(categories) < 2 or (named and not _counts_two_categories(figures)):
            continue
        for figure in figures:
            if figure.population.category is not None:
                paths[figure] = (*path, CATEGORY + figure.population.category)


def _counts_two_categories(figures: Sequence[Figure]) -> bool:
    accounts: dict[tuple[str, str], set[str]] = {}
    for figure in figures:
        if figure.population.category is not None:
            accounts.setdefault((figure.report, figure.voice), set()).add(figure.population.category)
    return any(len(categories) > 1 for categories in accounts.values())


def _set_parts_below(paths: dict[Figure, Path]) -> None:
    """A figure said to be part of another goes below it ("seven, five civilians among them").

    Where nobody tells of all, the largest part stands for them ("17 bodies were brought in; two of the wounded died").
    """
    by_claim = {claim_id: figure for figure in paths for claim_id in figure.claim_ids}
    largest = {path: max(figure.low or 0 for figure in group) for path, group in _groups(paths).items()}
    for figure in [figure for figure in paths if figure.coverage == "subset"]:
        whole = by_claim.get(figure.subset_of or "")
        own = paths[figure]
        above = paths[whole] if whole is not None and whole is not figure else own
        if len(own) > len(above) and own[: len(above)] == above:
            continue
        rivals = [other for other, path in paths.items() if path == own and other.coverage != "subset"]
        if rivals or own != above or (figure.stated() or 0) < largest[own]:
            paths[figure] = (*above, PART + _part_name(figure))


def _set_noughts_aside(paths: dict[Figure, Path]) -> None:
    """Nobody of one kind is no figure of those listed beside: "*no guards* but two millers were hurt" is two."""
    for path, figures in _groups(paths).items():
        for nought in (figure for figure in figures if figure.high == 0):
            if any(other.low and share_clause(other, nought) for other in figures):
                paths[nought] = (*path, PART + _part_name(nought) + " nobody")


def _set_spelled_out_beside(paths: dict[Figure, Path]) -> None:
    """A total whose parts make up all of it has no room for fighters whom the same account tells of besides.

    "Four people died: a guard, a cook and two guests. *Troops killed the three attackers*": seven.
    """
    for whole, path in [(f, p) for f, p in paths.items() if p == () and (f.low or 0) > 1]:
        parts = [f for f in paths if f.subset_of in whole.claim_ids and f is not whole]
        if not parts or sum(part.low or 0 for part in parts) != whole.low:
            continue
        callings = {part.population.category for part in parts}
        besides = [
            f
            for f, p in paths.items()
            if COMBATANTS in p
            and not is_aside(p)
            and (f.coverage == "unknown" or (f.coverage == "increment" and p == (COMBATANTS,)))
            and f not in parts
            and _is_one_account(f, whole)
            and f.population.category not in callings
            and f.position > whole.position
        ]
        if besides:
            paths[whole] = (*path, OTHERS)
            paths.update({part: (*path, OTHERS, PART + _part_name(part)) for part in parts})


def _part_name(figure: Figure) -> str:
    population = figure.population
    names = [population.status, population.category, population.cut, *sorted(population.actors)]
    return "/".join(name for name in names if name)


def _fold_age_and_sex(paths: dict[Figure, Path]) -> dict[Figure, Path]:
    """Men, women and children are added within one account that gives no total, and set aside elsewhere."""
    kept: dict[Figure, Path] = {}
    families: dict[tuple[str, str, Path], list[Figure]] = {}
    for figure, path in paths.items():
        # "They also took three children": these add to whoever was told of before.
        if figure.population.cut is None or figure.coverage == "increment" or is_aside(path):
            kept[figure] = path
        else:
            families.setdefault((figure.report, figure.voice, path), []).append(figure)
    for (report, voice, path), figures in families.items():
        whole = any(
            other.voice == voice
            and other.report == report
            and other.population.cut is None
            and other.high is not None
            and other.coverage != "increment"
            and len(above) <= len(path)
            and path[: len(above)] == above
            for other, above in paths.items()
        )
        told_again = [figure for figure in figures if not whole and _is_told_again(figure, figures)]
        # Of figures that tell each other again, one stands for all.
        apart = [figure for figure in figures if figure not in told_again] or figures[:1]
        told_again = [figure for figure in told_again if figure not in apart]
        if whole:
            kept.update({figure: (*path, PART + _part_name(figure)) for figure in figures})
        elif len(apart) == 1:
            kept[apart[0]] = path
        else:
            kept[sum_figures(apart)] = path
        kept.update({figure: (*path, PART + _part_name(figure)) for figure in told_again})
    return kept


_YOUNG = frozenset({"children", "girls", "boys"})


def _is_told_again(figure: Figure, figures: Sequence[Figure]) -> bool:
    """True for "the children", "the two girls", one person, whom the same account has counted in other words."""
    person = figure.population.person
    if person is not None and any(
        other.population.person == person and other.position < figure.position for other in figures
    ):
        return True
    if person is None and any(
        other.population == figure.population
        and (other.low, other.high) == (figure.low, figure.high)
        and other.position < figure.position
        and not share_clause(other, figure)
        for other in figures
    ):
        return True  # "a man, his wife and their three children … the three children"
    young = figure.population.cut in _YOUNG
    if figure.vague == "plural" and any(
        other is not figure
        and other.population.cut == figure.population.cut
        and (other.vague != "plural" or other.position < figure.position)
        for other in figures
    ):
        return True
    return young and any(
        other is not figure
        and other.population.cut in _YOUNG - {figure.population.cut}
        and "children" in {other.population.cut, figure.population.cut}
        and other.position < figure.position
        and (figure.vague == "plural" or other.low == figure.low)
        for other in figures
    )


def _set_additions_beside(paths: dict[Figure, Path]) -> None:
    """Who is added to people of a narrower group stands beside them, and is no total over them.

    "A village chief and three other people": the three may be of any group, but not the chief. Who is told of
    as one of those before them ("three traders, one of them a councillor") is none of a narrower group.
    """
    above = {claim_id: path for figure, path in paths.items() for claim_id in figure.claim_ids}
    for figure, path in list(paths.items()):
        if figure.coverage != "increment":
            continue
        narrower = (
            other.report == figure.report and other is not figure and other.position <= figure.position
            for other, below in paths.items()
            if len(below) > len(path)
            and below[: len(path)] == path
            and not is_aside(below)
            and not (other.coverage == "subset" and above.get(other.subset_of or "") == path)
        )
        if any(narrower) and OTHERS not in path:
            paths[figure] = (*path, OTHERS)
        elif (wider := _added_to(figure, path, paths)) is not None:
            paths[figure] = wider


def _adds_to_his_victims(figure: Figure, path: Path, paths: Mapping[Figure, Path]) -> bool:
    """True for whoever killed as many as the report's total has, and died too: he adds to the total itself."""
    himself = figure.by is not None and figure.by == figure.population.person
    return himself and any(
        p == path and f.by == figure.by and f.report == figure.report and (f.low or 0) > 1
        for f, p in paths.items()
    )


def _added_to(figure: Figure, path: Path, paths: Mapping[Figure, Path]) -> Path | None:
    """The wider group whose number a figure adds to: "six died … on the same day *three farmers* were killed too"."""
    if any(
        f is not figure and p[: len(path)] == path and f.report == figure.report for f, p in paths.items()
    ):
        return None
    wider = [
        p
        for f, p in paths.items()
        if len(p) < len(path)
        and path[: len(p)] == p
        and f.position < figure.position
        and _is_one_account(f, figure)
    ]
    return max(wider, key=len, default=None)


def _set_remainders_beside(paths: dict[Figure, Path], *, single: bool = True) -> None:
    """A figure of nobody in particular that is smaller than the parts of the same account is no total.

    "Three soldiers died, and one other person": the one is a group of its own. So is nobody: "no casualties
    among the guards, but two civilians were killed".
    """
    wholes = {claim_id: figure for figure in paths for claim_id in figure.claim_ids}
    for figure, path in list(paths.items()):
        if path not in {(), (COMBATANTS,)} or figure.coverage == "total" or figure.open():
            continue
        if _adds_to_his_victims(figure, path, paths) or (not single and is_single(figure)):
            continue  # whether he is one of a number told of is asked later
        parts = {
            other: below
            for other, below in paths.items()
            # The cheap questions first: an account may hold thousands of figures.
            if len(below) > len(path)
            and below[: len(path)] == path
            and not is_aside(below)
            and not _is_of_companions(wholes.get(other.subset_of or ""), figure)
            and _is_one_account(other, figure)
        }
        # "All four attackers were killed too" is no total of the guards and the clerk told of before.
        added = figure.coverage == "increment" and any(o.position < figure.position for o in parts)
        added = added and not any(
            below == () and other is not figure and other.report == figure.report
            for other, below in paths.items()
        )
        if added or (figure.stated() or 0) < _added_up(parts):
            paths[figure] = _told_by_number(figure, parts) or (*path, OTHERS)


def _told_by_number(figure: Figure, parts: Mapping[Figure, Path]) -> Path | None:
    """The group told before in the very number, of a figure that says of nobody whom it counts.

    "Eleven soldiers died … The gunmen struck the convoy, *killing 11* … Nine villagers died too": the soldiers.
    """
    bare = figure.population.category is None and not figure.population.actors
    if not bare or figure.population.status != "unknown" or is_single(figure):
        return None
    alike = {
        path
        for part, path in parts.items()
        if (part.low, part.high) == (figure.low, figure.high) and part.position < figure.position
    }
    return alike.pop() if len(alike) == 1 and (figure.low or 0) > 1 else None


def _is_of_companions(whole: Figure | None, figure: Figure) -> bool:
    """True for the two of "he died along with six relatives, two of them women": they tell nothing of him."""
    return whole is not None and whole is not figure and share_clause(whole, figure)


def _added_up(figures: Mapping[Figure, Path]) -> int:
    """How many people at least: each single one counted once, and of several figures for one group the highest.

    A plural without a number ("the patients") is left out: whoever else is counted may be meant by it, and so
    may a single one by the number of his own group told before ("17 rebels died … killing *the rebel*").
    """
    counted: dict[Path, int] = {}
    for figure, path in figures.items():
        if figure.population.person is None and (figure.low or 0) > 1:
            counted[path] = min(counted.get(path, figure.position), figure.position)
    people = {
        figure.population.person
        for figure, path in figures.items()
        if figure.population.person is not None and figure.position < counted.get(path, figure.position + 1)
    }
    groups: dict[Path, dict[str | None, int]] = {}
    for figure, path in figures.items():
        if figure.population.person is None and figure.vague != "plural":
            told = groups.setdefault(path, {})
            told[figure.population.cut] = max(told.get(figure.population.cut, 0), figure.low or 0)
    whole = (max(told.pop(None, 0), sum(told.values())) for told in groups.values())
    return len(people) + sum(whole)


def _is_one_account(one: Figure, two: Figure) -> bool:
    """True for figures of one voice, or both of an outlet's own telling ("no casualties were reported").

    Of two nameless bodies that the report tells apart ("residents", "local sources") each has an account of its own.
    """
    bodies = {one.body, two.body}
    own = all(body.startswith(("outlet:", "nameless:")) for body in bodies)
    told_apart = len({body for body in bodies if _WITH_WORDS.match(body)}) > 1
    return one.report == two.report and (one.voice == two.voice or (own and not told_apart))


_WITH_WORDS = re.compile(r"nameless:[^@]")
"""A body without a name that is called by some words; "reportedly" calls it by none."""
