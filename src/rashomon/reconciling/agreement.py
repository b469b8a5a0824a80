"""Whether the figures for one group of people agree, and which of them a policy takes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from rashomon.codebook.policies import APPROXIMATE_TOLERANCE, Choice, Policy
from rashomon.model.base import value
from rashomon.model.record import Agreement
from rashomon.reconciling.figures import Figure


@value
class Chosen:
    """The figure a policy takes for one group of people, the rule it took it by, and how they agree."""

    figure: Figure
    rule: Choice | str
    agreement: Agreement


def choose_figure(figures: Sequence[Figure], revised: Sequence[Figure], policy: Policy) -> Chosen | None:
    """The best figure among those that stand; hedged ones only where there is nothing else."""
    firm = [figure for figure in figures if not figure.hedged] or list(figures)
    if all(figure.vague == "plural" for figure in firm):
        # "nine are said to have died; the men were shot": nobody gives another number than the nine.
        firm += [figure for figure in figures if figure.hedged and not figure.vague and figure not in firm]
    firm = [figure for figure in firm if figure.stated() is not None]
    if not firm:
        return None
    agreement = judge_agreement(firm, revised)
    if len(firm) == 1:
        return Chosen(figure=firm[0], rule="single", agreement=agreement)
    disputed = not _all_meet(firm)
    choice = policy.disjoint if disputed else policy.meeting
    wholes = [figure for figure in firm if not _is_told_after_whole(figure, firm)]
    if (
        choice == "lowest" != policy.meeting
    ):  # a policy that always takes the lowest takes "at least four" too
        wholes = [figure for figure in wholes if not _leaves_room(figure, wholes)]
    best = min(wholes, key=lambda figure: _rank(figure, choice, policy))
    if choice == "latest":
        last = max(figure.day for figure in wholes)
        best = min((f for f in wholes if f.day == last), key=lambda figure: _rank_of_day(figure, policy))
    return Chosen(figure=best, rule=choice, agreement=agreement)


def _leaves_room(figure: Figure, figures: Sequence[Figure]) -> bool:
    """True for "at least four" where others count 18 and 20: it contradicts neither, and is no lower count.

    So is "a man with the gunmen was killed" where others count five of them: one of the five.
    """
    one = figure.population.person is not None and figure.high == 1
    return (figure.open() or one) and any(
        other.low == other.high and (other.low or 0) >= (figure.low or 0) and other.population.person is None
        for other in figures
    )


def _is_told_after_whole(figure: Figure, figures: Sequence[Figure]) -> bool:
    """True for the "two" of an account that opens with four dead and goes on to two of them.

    Or that comes to "all four" in the end.
    """
    return not figure.updates and any(
        other.report == figure.report
        and (other.everyone or (other.voice == figure.voice and other.position < figure.position))
        and other.low == other.high
        and (other.low or 0) > (figure.stated() or 0)
        for other in figures
    )


def judge_agreement(figures: Sequence[Figure], revised: Sequence[Figure] = ()) -> Agreement:
    """How the figures that stand agree; ``revised`` are those that later ones replaced."""
    if not _all_meet(figures) or _some_body_contradicts_itself(figures):
        return "disputed"
    if revised:
        return "revised"
    if len({_bounds(figure) for figure in figures}) > 1:
        voices = {figure.voice for figure in figures}
        return "compatible" if len(voices) > 1 or _stated_twice(figures) else "single"
    return "agreed" if len({figure.voice for figure in figures}) > 1 else "single"


def meet(one: Figure, two: Figure) -> bool:
    """True where both can be true at once: their intervals meet."""
    (low, high), (other_low, other_high) = _interval(one), _interval(two)
    return (high is None or other_low <= high) and (other_high is None or low <= other_high)


def _all_meet(figures: Sequence[Figure]) -> bool:
    """True where every two of them meet, which intervals do where all begin before any ends."""
    if len(figures) < 2:
        return True
    spans = [_interval(figure) for figure in figures]
    ends = [high for _, high in spans if high is not None]
    return not ends or max(low for low, _ in spans) <= min(ends)


def _some_body_contradicts_itself(figures: Sequence[Figure]) -> bool:
    # What one body says very often is compared once: a report may repeat a figure a thousand times.
    said = {(f.body, f.vague, f.utterance or f.report, f.stated(), f.low): f for f in figures if not f.vague}
    by_body: dict[str, list[Figure]] = {}
    for figure in said.values():
        by_body.setdefault(figure.body, []).append(figure)
    return any(
        contradicts_itself(one, two) for body in by_body.values() for one, two in combinations(body, 2)
    )


def contradicts_itself(one: Figure, two: Figure) -> bool:
    """True where one body gives another number in another utterance, without calling it an update."""
    if one.body != two.body or one.vague or two.vague:
        return False
    if (one.utterance or one.report) == (two.utterance or two.report):
        return False
    return one.stated() != two.stated() and one.low != two.low


def _stated_twice(figures: Sequence[Figure]) -> bool:
    return len({figure.stated() for figure in figures}) > 1


def _bounds(figure: Figure) -> tuple[int | None, int | None]:
    return figure.low, figure.high


def _interval(figure: Figure) -> tuple[float, float | None]:
    low, high = float(figure.low or 0), None if figure.high is None else float(figure.high)
    if figure.approximate:
        low -= low * APPROXIMATE_TOLERANCE
        high = None if high is None else high + high * APPROXIMATE_TOLERANCE
    return low, high


def _rank(figure: Figure, choice: Choice, policy: Policy) -> tuple[object, ...]:
    """Sort key: the best figure first. Ties go to the lower number, then to the earlier document."""
    point = figure.point(policy) or 0
    ties = (figure.stated() or 0, figure.claim_ids)
    if choice == "lowest":
        # Who says "several" does not contradict a number: the table's value stands in only where there is none.
        return (figure.vague is not None, point, *_vagueness(figure), *ties)
    if choice == "best_source":
        return (*figure.grade, *_vagueness(figure), point, *ties)
    return (*_vagueness(figure), point, *ties)


def _rank_of_day(figure: Figure, policy: Policy) -> tuple[object, ...]:
    """Sort key among the figures of one day: what was said before what was added up, exact before vague.

    Then the first: an account that opens with four wounded goes on to the two whom one hospital took in.
    """
    point = figure.point(policy) or 0
    singles = figure.summed and not figure.updates
    return (*_vagueness(figure), singles, figure.position, -point, figure.claim_ids)


def _vagueness(figure: Figure) -> tuple[int, int]:
    """0 exact, 1 a closed span, 2 "about", 3 an open bound, 4 a number word; then the span's width."""
    if figure.vague:
        return (4, 0)
    if figure.high is None:
        return (3, 0)
    width = figure.high - (figure.low or 0)
    return (2 if figure.approximate else min(width, 1), width)
