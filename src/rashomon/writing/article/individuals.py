"""Single people told of one by one: each once, however many sentences and reports tell of him.

Reports say "a 5-year-old girl", "the girl" and "she" of one child. Names stay out; sex, age and office do
not. Two people of one report are never made one unless the reader marks them as one and they can be one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from rashomon.model.base import value
from rashomon.model.claims import Claim, Count, words_of
from rashomon.writing.wording.nouns import Described, alike, describe, fuller

_WORST = ("killed", "wounded", "casualties", "neutralised", "losses")
"""Of what is said of one person, the first of these is told."""
_HELD = ("captured", "missing")
_NAME = re.compile(r"\b[A-Z][\w-]+\b(?!['’]s?\s)")


@value
class Individual:
    """One person, what befell him, and every claim that tells of it."""

    facet: str
    described: Described
    claims: tuple[Claim, ...]
    """Those on ``facet`` first."""
    reports: frozenset[str]
    mark: str | None
    called: tuple[Described, ...] = ()
    """Everything the person is called; whoever else is meant must fit all of it."""


def is_individual(claim: Claim) -> bool:
    """True for a figure of exactly one person whom the reader follows through his report."""
    count = claim.value
    return (
        isinstance(count, Count)
        and count.vague is None
        and count.low == count.high == 1
        and claim.about is not None
        and claim.about.person is not None
        and not claim.about.actors
        and claim.polarity == "affirmed"
        and claim.scope == "event"
        and claim.coverage != "subset"
    )


def find_individuals(
    claims: Iterable[Claim], root: Callable[[str], str], several: frozenset[str] = frozenset()
) -> tuple[Individual, ...]:
    """The people of an event, in the order of its reports. ``root``: the report that a report copies.

    ``several``: outcomes of which some account gives more than one person. Without such an account, a
    report's second person who is called by a name alone is taken for the one it described.
    """
    told: list[Individual] = []
    singles = [_single(claim, root) for claim in claims]
    for one in singles:
        _put(told, one, partial(_same_in_report, singles))
    told = _without_second_names(told, several)
    found: list[Individual] = []
    for one in sorted(told, key=lambda person: -_weight(person)):
        _put(found, one, _same_across(told))
    order = {facet: place for place, facet in enumerate(_WORST + _HELD)}
    return tuple(sorted(_worth_telling(found), key=lambda p: order.get(p.facet, 9)))


def _without_second_names(told: Sequence[Individual], several: frozenset[str]) -> list[Individual]:
    kept: list[Individual] = []
    for one in sorted(told, key=lambda person: person.described.noun == "person"):
        _put(kept, one, partial(_told_twice, several, told))
    return kept


def _told_twice(
    several: frozenset[str], told: Sequence[Individual], one: Individual, two: Individual
) -> bool:
    """True for a name alone, or a description that says no more, where no account counts more than one."""
    says_no_more = fuller(one.described, two.described) == one.described
    if two.facet in several or not (two.described.noun == "person" or says_no_more):
        return False
    alone = one.facet == two.facet or (
        "casualties" in (one.facet, two.facet)
        and two.described.noun == "person"
        and not _has_rival(one, two, told)
    )
    held = (one.facet in _HELD) == (two.facet in _HELD)
    return one.reports == two.reports and alone and held and _fits(one, two)


def _worth_telling(found: Sequence[Individual]) -> list[Individual]:
    """Those of whom anything is told; of others only the first, where nobody else has the outcome."""
    described = {person.facet for person in found if person.described != Described()}
    kept: list[Individual] = []
    for person in found:
        if person.described != Described() or person.facet not in described:
            kept.append(person)
    return kept


def _weight(person: Individual) -> int:
    """The best described first, so that "she" finds the girl."""
    described = person.described
    return 4 * bool(described.age) + 2 * bool(described.sex or described.role) + (described.noun != "person")


def _single(claim: Claim, root: Callable[[str], str]) -> Individual:
    described = describe(claim.about, words_of(claim))
    return Individual(
        facet=claim.facet,
        described=described,
        called=(described,),
        claims=(claim,),
        reports=frozenset({root(claim.report_id)}),
        mark=claim.about.person if claim.about else None,
    )


def _put(found: list[Individual], one: Individual, same: Callable[[Individual, Individual], bool]) -> None:
    for place, other in enumerate(found):
        if same(other, one):
            found[place] = _merged(other, one)
            return
    found.append(one)


def _same_in_report(singles: Sequence[Individual], one: Individual, two: Individual) -> bool:
    """True where the reader marks one person, and no other of the report could be meant by the second outcome.

    "He died" after two wounded men are told of is not said of the one whose age was given last.
    """
    return (
        one.reports == two.reports
        and one.mark == two.mark
        and (one.facet in _HELD) == (two.facet in _HELD)
        and _fits(one, two)
        and (
            "killed" not in (one.facet, two.facet)
            or one.facet == two.facet
            or bool(_names(one) & _names(two))
            or not _has_rival(one, two, singles)
        )
    )


def _fits(one: Individual, two: Individual) -> bool:
    """True where nothing that either is called speaks against the other."""
    return all(alike(mine, its) for mine in one.called for its in two.called)


def _has_rival(one: Individual, two: Individual, among: Sequence[Individual]) -> bool:
    """True where a third person of the report, told of by more than a name, fits what says less of the two."""
    vague = min((one, two), key=_weight)
    return any(
        other.mark != one.mark
        and other.mark != two.mark
        and other.reports & vague.reports
        and other.described.noun != "person"
        and (other.facet in _HELD) == (vague.facet in _HELD)
        and _fits(vague, other)
        for other in among
    )


def _names(one: Individual) -> frozenset[str]:
    """Words with a capital by which somebody is called, without what is another's: "Brook" not of "Brook's son"."""
    words = (claim.about.words for claim in one.claims if claim.about)
    return frozenset(name for called in words for name in _NAME.findall(called))


def _same_across(told: Sequence[Individual]) -> Callable[[Individual, Individual], bool]:
    """Across reports the only person of an outcome, or one who is described alike."""

    def same(one: Individual, two: Individual) -> bool:
        if one.reports & two.reports or not _fits(one, two):
            return False
        if one.facet != two.facet:
            # "Shot" in one report is "wounded" in another, where both give the same age.
            harmed = "casualties" in (one.facet, two.facet) and not {one.facet, two.facet} & set(_HELD)
            return harmed and one.described.age == two.described.age != ""
        described = one.described.age == two.described.age != "" or "person" not in (
            one.described.noun,
            two.described.noun,
        )
        return described or all(_is_only(person, told) for person in (one, two))

    return same


def _is_only(person: Individual, told: Sequence[Individual]) -> bool:
    return all(
        sum(other.facet == person.facet and report in other.reports for other in told) == 1
        for report in person.reports
    )


def _merged(one: Individual, two: Individual) -> Individual:
    facets = (*_WORST, *_HELD)
    facet = min((one.facet, two.facet), key=lambda f: facets.index(f) if f in facets else 9)
    claims = sorted({c.id: c for c in (*one.claims, *two.claims)}.values(), key=lambda c: c.facet != facet)
    return Individual(
        facet=facet,
        described=fuller(one.described, two.described),
        claims=tuple(claims),
        reports=one.reports | two.reports,
        mark=one.mark,
        called=tuple(dict.fromkeys((*one.called, *two.called))),
    )
