"""Single people of one report: counted once each, and set below the total that covers them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.reconciling.figures import Figure

Path = tuple[str, ...]

COMBATANTS, CIVILIANS, OTHERS = "combatants", "civilians", "others"
SIDE, PART = "side:", "part:"
ACTORS, CATEGORY = "actors:", "category:"

Person = tuple[str, str | None]
"""A report and its mark of a person."""


def person_of(figure: Figure) -> Person:
    """Whom a figure tells of, where it tells of one person."""
    return figure.report, figure.population.person


def is_aside(path: Path) -> bool:
    """True for a group that lies inside another and overlaps its neighbours: shown, never added."""
    return any(step.startswith(PART) for step in path)


def count_individuals(paths: Mapping[Figure, Path]) -> dict[Figure, Path]:
    """The figures with each report's single people added up, or set aside where a total covers them.

    "Three people were killed. A man died at the scene, a woman in hospital": the man and the woman are
    two of the three. Without the first sentence they are two people.
    """
    paths = _beside_their_victims(paths)
    kept = dict(paths)
    for report in sorted({figure.report for figure in paths}):
        own = {f: p for f, p in paths.items() if f.report == report and not is_aside(p)}
        singles = _deepest({f: p for f, p in own.items() if is_single(f)})
        kept.update(singles)
        for path in sorted(set(singles.values())):
            here = [figure for figure, other in singles.items() if other == path]
            others = [
                f
                for f, p in own.items()
                if f not in singles
                and f.coverage != "increment"
                and (path[: len(p)] == p or _may_be_of(here, f, path, p))
                # "The body of one was found; both *are believed* dead": one is, and at most two.
                and not (f.possible and not any(one.possible for one in here))
            ]
            if _covers(others, here, paths=own, singles=singles):
                for figure in here:
                    kept[figure] = (*path, f"{PART}{figure.population.person}")
            else:
                beside = any(other != path and other[: len(path)] == path for other in singles.values())
                _add_up(kept, here, (*path, OTHERS) if beside else path)
    return kept


def _beside_their_victims(paths: Mapping[Figure, Path]) -> dict[Figure, Path]:
    """The figures with whoever killed several and died too added to those he killed: he is none of them.

    So with whoever wounded several and was hurt. A higher figure of the same report may count him already
    ("five are dead. He killed four and himself").
    """
    kept = dict(paths)
    done: set[tuple[str, str | None]] = set()
    for figure in sorted(paths, key=lambda f: (f.report, f.position)):
        person = figure.population.person
        if not is_single(figure) or figure.facet not in {"killed", "wounded"}:
            continue
        own = [
            f for f in paths if f.report == figure.report and f.population.person is None and (f.low or 0) > 1
        ]
        by_him = [f for f in own if f.by == person and f.coverage != "subset"]
        most = max(by_him, key=lambda f: f.stated() or 0, default=None)
        if most is None or any((f.stated() or 0) > (most.stated() or 0) for f in own):
            continue
        path = kept.pop(figure)
        if (figure.report, person) in done:
            kept[figure] = (*path, f"{PART}{person}")
            continue
        done.add((figure.report, person))
        # Among those he killed he stands for himself, whatever the women and children are counted apart for.
        population = replace(figure.population, cut=None)
        added = replace(
            figure,
            coverage="increment",
            hedged=False,
            position=most.position + 1,
            population=population,
            by=person,
        )
        kept[added] = paths[most]
    return kept


def is_single(figure: Figure) -> bool:
    """True for one person told of alone; in "four women *and a child*" the child adds to the women."""
    return figure.population.person is not None and figure.high == 1 and figure.coverage != "increment"


def _deepest(singles: Mapping[Figure, Path]) -> dict[Figure, Path]:
    """Each person in the narrowest group that any sentence puts him in: "the victim" is the girl told of."""
    narrowest: dict[str | None, Path] = {}
    for figure, path in singles.items():
        known = narrowest.get(figure.population.person, ())
        narrowest[figure.population.person] = max(known, path, key=len)
    return {figure: narrowest[figure.population.person] for figure in singles}


def _people(figures: Sequence[Figure]) -> int:
    return len({figure.population.person for figure in figures})


def _covers(
    totals: Sequence[Figure],
    here: Sequence[Figure],
    *,
    paths: Mapping[Figure, Path],
    singles: Mapping[Figure, Path],
) -> bool:
    """True where one account's figure for several counts the single people told of too.

    An open figure ("all were shot") does so only where it is no smaller than all people it would stand over.
    """
    return any(
        (figure.stated() or 0) > 1
        and (figure.high is not None or (figure.low or 0) >= _people(_below(paths[figure], singles)))
        and not _disputes(figure, here)
        and not _is_listed_with(figure, here)
        for figure in totals
    )


def _may_be_of(here: Sequence[Figure], total: Figure, path: Path, below: Path) -> bool:
    """True for people of whom nothing is said beside a number of civilians or children they may be of.

    "Two teenagers were killed. Tim Hale died at the scene and Sam Orr in hospital": the two.
    """
    narrower = len(below) > len(path) and below[: len(path)] == path and CIVILIANS in below
    cuts = {figure.population.cut for figure in here} - {None}
    return narrower and cuts <= {total.population.cut} and _people(here) <= (total.low or 0)


def _is_listed_with(figure: Figure, here: Sequence[Figure]) -> bool:
    """True for the "two sons" of "a woman and her two sons": she is none of the two."""
    return figure.listed_at is not None and any(
        one.listed_at is not None and one.report == figure.report and one.clause[1] == figure.clause[1]
        for one in here
    )


def _below(top: Path, singles: Mapping[Figure, Path]) -> list[Figure]:
    return [figure for figure, path in singles.items() if path[: len(top)] == top]


def _disputes(total: Figure, singles: Sequence[Figure]) -> bool:
    """True where another named body counts just one: "a soldier", says the army; "five", say the rebels.

    What the outlet tells on its own word is one account with whatever it relays.
    """
    return all(
        figure.body != total.body and "outlet:" not in {figure.body[:7], total.body[:7]} for figure in singles
    )


def _add_up(kept: dict[Figure, Path], figures: Sequence[Figure], path: Path) -> None:
    """Put the sum in place of the single people, each counted once."""
    if _people(figures) == 1:
        kept.update(dict.fromkeys(figures, path))
        return
    firsts: dict[str | None, Figure] = {}
    for figure in figures:
        firsts.setdefault(figure.population.person, figure)
        del kept[figure]
    cuts = {
        person: next(
            (f.population.cut for f in figures if f.population.person == person and f.population.cut), None
        )
        for person in firsts
    }
    families: dict[str | None, list[Figure]] = {}
    for person, figure in firsts.items():
        families.setdefault(cuts[person] if None not in cuts.values() else None, []).append(figure)
    for cut, family in families.items():
        people = {figure.population.person for figure in family}
        summed = sum_figures(family)
        claims = tuple(
            c for figure in figures if figure.population.person in people for c in figure.claim_ids
        )
        population = replace(summed.population, cut=cut, person=None)
        # The sums of men, women and children are one account's, whoever told of the single people.
        kept[replace(summed, claim_ids=claims, population=population, voice=figures[0].voice)] = path


def sum_figures(figures: Sequence[Figure]) -> Figure:
    """One account's figures for different people, added up."""
    highs = [figure.high for figure in figures]
    first = figures[0]
    return replace(
        first,
        claim_ids=tuple(claim_id for figure in figures for claim_id in figure.claim_ids),
        low=sum(figure.low or 0 for figure in figures),
        high=None if None in highs else sum(high for high in highs if high is not None),
        approximate=any(figure.approximate for figure in figures),
        vague=None,
        above=sum(figure.above for figure in figures),
        hedged=any(figure.hedged for figure in figures),
        population=replace(first.population, cut=None, category=None),
        as_written=" + ".join(figure.as_written for figure in figures),
        summed=True,
    )
