"""The harm to civilians over many accounts: from each account's own total to the highest one told of.

An account that weighs several sources says first what it arrives at, then what each of them says: a part,
an early toll, a name. Only totals bound the harm, and what an outlet says in its own voice bounds it from
below: the lower figures of the sources it quotes are what it has weighed already. Sources that tell of more
raise the top. Where an outlet gives no total of its own, each of its speakers' totals counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rashomon.codebook.policies import Policy
from rashomon.codebook.vague import VAGUE_NUMBERS
from rashomon.model.base import value
from rashomon.reconciling.disjoint import Estimate, Group
from rashomon.reconciling.figures import Figure
from rashomon.reconciling.individuals import COMBATANTS, Path, is_aside
from rashomon.reconciling.listed import clauses_of, sums_listed
from rashomon.reconciling.scope import is_civilian

_ONE = frozenset({"one", "1", "a single", "just one", "only one"})
_OUTLET = "outlet:"
_NOBODY = frozenset({"nameless:", "words:"})


@value
class Span:
    """A total with the numbers it stands for under the policy's table of number words."""

    figure: Figure
    path: Path
    low: int
    high: int
    imputed: bool


def estimate_civilians(
    groups: Mapping[Path, Group], policy: Policy, *, unknown_counts: bool
) -> Estimate | None:
    """The least and the most civilians harmed; None where nobody counts as one.

    ``unknown_counts``: people of unknown status count as civilians.
    """
    placed = [(path, figure) for path, group in sorted(groups.items()) for figure in _standing(group)]
    civil = [
        (path, figure)
        for path, figure in placed
        if is_civilian(path) or (unknown_counts and not _is_fighting(path, figure))
    ]
    spans = _spans(_join_lists(civil), policy)
    if not spans:
        return None
    low = min(one.low for one in _least(spans))
    high = max(one.high for one in spans)
    fewest, most = _fighters_inside(placed, _least(spans))
    low, high = max(low - most, 0), max(high - fewest, 0)
    return Estimate(
        low=low,
        best=low,
        high=max(low, high),
        open=any(one.figure.open() for one in spans),
        imputed=any(one.imputed for one in spans),
        day=max(one.figure.day for one in spans),
        shares=tuple((path, low if path == spans[0].path else 0) for path in _paths(spans)),
        rule="own_total",
    )


def _join_lists(civil: Sequence[tuple[Path, Figure]]) -> list[tuple[Path, Figure]]:
    """The figures with what one clause lists for different groups added: "twelve people and a child"."""
    paths = {figure: path for path, figure in civil}
    for clause in clauses_of(figure for path, figure in civil if not is_aside(path)):
        if any((figure.stated() or 0) > 1 for figure in clause):
            path = max((paths.pop(figure) for figure in clause), key=is_civilian)
            paths.update(dict.fromkeys(sums_listed(clause), path))
    return [(path, figure) for figure, path in paths.items()]


def _standing(group: Group) -> tuple[Figure, ...]:
    """The figures that stand, and those which only people told of one by one were added to.

    After "at least 30 people were killed" an account goes on to "his three sons were also killed": of the 30.
    """
    if any(figure.summed and figure.updates for figure in group.figures):
        return (*group.figures, *group.revised)
    return group.figures


def _paths(spans: Sequence[Span]) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(one.path for one in spans))


def _is_fighting(path: Path, figure: Figure) -> bool:
    return COMBATANTS in path or figure.population.status == "combatant"


def _spans(civil: Sequence[tuple[Path, Figure]], policy: Policy) -> list[Span]:
    """The totals among the figures; where there is none, people without a number, parts, single people."""
    known = _without_nought([(path, figure) for path, figure in civil if figure.stated() is not None])
    whole = [(path, figure) for path, figure in known if _is_whole(path, figure)]
    several = [(path, figure) for path, figure in whole if not _is_one_told(figure)]
    for telling in (_is_plain_total, _is_sized, _is_half_sized):
        told = [_span(path, figure, policy) for path, figure in several if telling(figure)]
        if told:
            return _ruled_by_own(_without_words(told))
    parts = _added([pair for pair in known if pair not in whole], policy)
    sizeless = [_span(path, figure, policy) for path, figure in several]
    if sizeless:
        # "A number of people died, four of them men": two for the word, and yet the men are four.
        least = max(one.low for one in sizeless)
        return [one for one in _added(_counted_parts(known), policy) if one.low > least] or sizeless
    return parts or [_span(path, figure, policy) for path, figure in whole]


def _counted_parts(known: Sequence[tuple[Path, Figure]]) -> list[tuple[Path, Figure]]:
    """Men, women, children counted as such: neither names added up nor parts of a figure of their own."""
    return [
        (path, figure)
        for path, figure in known
        if not _is_whole(path, figure) and figure.coverage != "subset" and not figure.summed
    ]


def _without_nought(known: list[tuple[Path, Figure]]) -> list[tuple[Path, Figure]]:
    """The figures without early reports that nobody was harmed, once anybody tells of somebody."""
    return [(path, figure) for path, figure in known if figure.stated()] or known


def _without_words(spans: list[Span]) -> list[Span]:
    """The totals without those in words that a number says more exactly: "dozens hurt", then "80 hurt"."""
    least = min((one.low for one in spans if not one.imputed), default=0)
    return [one for one in spans if not (one.imputed and one.low <= least)]


def _ruled_by_own(spans: list[Span]) -> list[Span]:
    """A report's own "between five and seven" alone where it opens with one: its sources are weighed in it."""
    found: list[Span] = []
    for report in sorted({one.figure.report for one in spans}):
        here = [one for one in spans if one.figure.report == report]
        first = _first_own(here)
        closed = first is not None and first.figure.vague is None and 0 < first.low < first.high
        found += [first] if first is not None and closed else here
    return found


def _is_whole(path: Path, figure: Figure) -> bool:
    population = figure.population
    parted = population.cut is not None or population.category is not None or figure.summed
    return not parted and figure.coverage != "subset" and not is_aside(path)


def _is_one_told(figure: Figure) -> bool:
    """True for one person told of without a number ("her father", a name): no total of anything."""
    return figure.low == figure.high == 1 and figure.as_written.strip().casefold() not in _ONE


def _is_plain_total(figure: Figure) -> bool:
    """True for a number told as one: "his wife and two sons" may be some of the dead only."""
    return _is_sized(figure) and not figure.joined


def _is_sized(figure: Figure) -> bool:
    """True for numbers, and for words that mean ten at least ("dozens")."""
    row = VAGUE_NUMBERS.get(figure.vague or "")
    return row is None or row.low >= 10


def _is_half_sized(figure: Figure) -> bool:
    """True for words to which the table gives a span though they say of no size ("many"): unlike "others"."""
    row = VAGUE_NUMBERS.get(figure.vague or "")
    return row is not None and row.airwars_high is not None


def _span(path: Path, figure: Figure, policy: Policy) -> Span:
    row = VAGUE_NUMBERS.get(figure.vague or "")
    low = figure.low if figure.low is not None else figure.high
    high = figure.stated()
    if row is not None:
        low = figure.point(policy)
        high = max(row.airwars_high or 0, low or 0)
    return Span(figure=figure, path=path, low=low or 0, high=high or 0, imputed=row is not None)


def _least(spans: Sequence[Span]) -> list[Span]:
    """The totals that bound the harm from below: for each report its own first one, else all it tells of."""
    found: list[Span] = []
    # "Four, and possibly two more": those bound the harm from above alone.
    spans = [one for one in spans if not one.figure.possible] or spans
    for report in sorted({one.figure.report for one in spans}):
        here = [one for one in spans if one.figure.report == report]
        first = _first_own(here)
        # "Up to six" of its own bounds nothing from below: then its sources do.
        found += here if first is None or first.figure.low is None else [first]
    return found


def _first_own(spans: Sequence[Span]) -> Span | None:
    """What a report says first in its own voice."""
    own = [one for one in spans if _is_own(one.figure)]
    return min(own, key=lambda one: (one.figure.position, one.low), default=None)


def _is_own(figure: Figure) -> bool:
    """True for what the outlet says itself, or has heard ("reportedly") from nobody it would name."""
    return figure.body.startswith(_OUTLET) or figure.body.partition("@")[0] in _NOBODY


def _added(parts: Sequence[tuple[Path, Figure]], policy: Policy) -> list[Span]:
    """What one voice's parts come to, where nobody gives a total."""
    voices: dict[tuple[str, str], list[Span]] = {}
    for path, figure in parts:
        voices.setdefault((figure.report, figure.voice), []).append(_span(path, figure, policy))
    return [_sum(spans) for _, spans in sorted(voices.items())]


def _sum(spans: Sequence[Span]) -> Span:
    first = spans[0]
    return Span(
        figure=first.figure,
        path=first.path,
        low=sum(one.low for one in spans),
        high=sum(one.high for one in spans),
        imputed=any(one.imputed for one in spans),
    )


def _fighters_inside(placed: Iterable[tuple[Path, Figure]], least: Sequence[Span]) -> tuple[int, int]:
    """The fewest and the most fighters said to be part of a total of people in general, where it is told again too."""
    placed = list(placed)
    mixed = {claim_id for one in least if not is_civilian(one.path) for claim_id in one.figure.claim_ids}
    numbers = {one.figure.stated() for one in least if not is_civilian(one.path)}
    again = (
        f for path, f in placed if f.stated() in numbers and _is_whole(path, f) and not is_civilian(path)
    )
    mixed.update(claim_id for figure in again for claim_id in figure.claim_ids)
    inside = [
        figure
        for path, figure in placed
        if figure.population.status == "combatant"
        and figure.coverage == "subset"
        and figure.subset_of in mixed
    ]
    if not inside:
        return (0, 0)
    return min(f.low or 0 for f in inside), max(f.stated() or 0 for f in inside)
