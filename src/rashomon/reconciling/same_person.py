"""One person of a report in two words: by name here, as "a child" or "a student" there.

The reader marks each single person of a report, and marks two where it cannot tell. Where a name or a bare
"he" stands for one of them and an age or a calling for the other, or one noun or calling for both, and nothing sets
them beside each other, the report tells of one: a person is rather counted once too seldom than twice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.reconciling.figures import Figure
from rashomon.reconciling.individuals import (
    CIVILIANS,
    COMBATANTS,
    Path,
    Person,
    is_aside,
    is_single,
    person_of,
)

_NAME = re.compile(r"[^\W\d_a-z][\w'’.\-]+(?:\s+[^\W\d_a-z][\w'’.\-]*)*\Z")
_ANOTHER = re.compile(r"\b(?:another|others?|second|third|fourth|fifth)\b", re.I)
_THE_LAST = re.compile(r"the (?:third|fourth|fifth|sixth|seventh|eighth)", re.I)
"""Who is left of a number told before: "the fourth" of four."""
_OF_TWO = re.compile(r"\b(older|elder|younger)\b", re.I)
_AGE = re.compile(r"\b(\d{1,3})[ -]years?[ -]old\b", re.I)
_ANYBODY = frozenset("1 one victim person body he him his she her".split())
_BARE = frozenset({"1", "one"})
_WOMEN = frozenset(
    "she her woman girl lady mother wife daughter sister grandmother aunt niece girlfriend widow".split()
)
_MEN = frozenset(
    "he him man boy father husband son brother grandfather uncle nephew boyfriend gunman policeman".split()
)


Beside = frozenset[frozenset[Person]]
"""Pairs of people whom a report names in one breath, whatever befell them: nobody is both."""


def join_two_words(paths: Mapping[Figure, Path], beside: Beside = frozenset()) -> dict[Figure, Path]:
    """The figures with each person of whom nothing is known but a name made one with somebody of no name.

    ``beside``: those whom the report has told apart already ("found *the mother and the child* shot").
    """
    people, narrowest = _people(paths)
    moved: dict[Figure, tuple[Figure, Path]] = {}
    for person, same in _meant(people, narrowest, beside=beside).items():
        for figure in people[person]:
            population = replace(figure.population, person=same[1])
            moved[figure] = (replace(figure, population=population), narrowest[same])
    return dict(moved.get(figure, (figure, path)) for figure, path in paths.items())


def find_fates(paths: Mapping[Figure, Path], unsaid: frozenset[Person]) -> dict[Person, Person]:
    """For people who may be told of twice, the other word for each: "a girl was shot. … The girl is in hospital".

    ``unsaid``: of whom nothing is said but that they were hit; one of the two must be of these, and none has hit
    anybody.
    """
    people, groups = _people(paths)
    doers = {(figure.report, figure.by) for figure in paths}
    groups = {person: path for person, path in groups.items() if person not in doers}
    return _meant(people, groups, unsaid)


def _people(paths: Mapping[Figure, Path]) -> tuple[dict[Person, list[Figure]], dict[Person, Path]]:
    """The single people with their figures in order of the text, and the narrowest group of each."""
    people: dict[Person, list[Figure]] = {}
    for figure in sorted(paths, key=lambda f: (f.report, f.position, f.claim_ids)):
        if is_single(figure) and not is_aside(paths[figure]):
            people.setdefault(person_of(figure), []).append(figure)
    return people, {person: max((paths[figure] for figure in own), key=len) for person, own in people.items()}


def _meant(
    people: Mapping[Person, Sequence[Figure]],
    groups: Mapping[Person, Path],
    unsaid: frozenset[Person] | None = None,
    *,
    beside: Beside = frozenset(),
) -> dict[Person, Person]:
    """For people of whom little is known, the other one of their report that each may be; each once.

    ``unsaid``: one of the two must be of these, where given.
    """
    found: dict[Person, Person] = {}
    for person in groups:
        taken = {person, *found, *found.values()}
        others = (
            other
            for other, path in groups.items()
            if other[0] == person[0] and other not in taken
            if unsaid is None or person in unsaid or other in unsaid
            if frozenset({person, other}) not in beside or _share_noun(people[person], people[other])
            if _are_alike((people[person], people[other]), (groups[person], path))
            if _may_be_one(people[person], people[other])
            if not _did_it(person, people[other]) and not _did_it(other, people[person])
        )
        same = next(others, None)
        if same is not None:
            found[person] = same
    return found


def _share_noun(ours: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    """True where both are called by one noun that says who somebody is: "a deacon", "a 77-year-old deacon"."""
    nouns = [{_noun(figure) for figure in figures} - _ANYBODY for figures in (ours, theirs)]
    return bool(nouns[0] & nouns[1])


def _are_alike(both: tuple[Sequence[Figure], Sequence[Figure]], groups: tuple[Path, Path]) -> bool:
    if COMBATANTS in groups[0] or COMBATANTS in groups[1]:
        return groups[0] == groups[1] and _are_one_fighter(both)
    return _are_vague(both, groups)


def _are_one_fighter(both: tuple[Sequence[Figure], Sequence[Figure]]) -> bool:
    """True for "a militant was killed" and "the police said a terrorist was killed": two words for one foe."""
    figures = (*both[0], *both[1])
    callings = {figure.population.category for figure in figures}
    clauses = [{figure.clause for figure in own} for own in both]
    alike = len(callings) == 1 and None not in callings and not clauses[0] & clauses[1]
    return alike and not any(_ANOTHER.search(figure.as_written) for figure in figures)


def _are_vague(both: tuple[Sequence[Figure], Sequence[Figure]], groups: tuple[Path, Path]) -> bool:
    """True where the first is of no known status and the other is, or both are called by one noun or by none."""
    if groups[0] != groups[1]:
        return bool(groups[1]) and CIVILIANS not in groups[0]
    nouns = [{_noun(figure) for figure in figures} for figures in both]
    if nouns[0] <= _BARE and all(_THE_LAST.fullmatch(figure.as_written) for figure in both[1]):
        return True  # "three dead and *one injured*. Three died, and *the fourth* is in hospital"
    if any(_ANOTHER.search(figure.as_written) for figures in both for figure in figures):
        return False
    if nouns[0] == nouns[1] and nouns[0] <= _BARE:
        return False  # "one Tuareg and one Songhai killed": a number said twice counts two
    return bool(nouns[0] & nouns[1] - {""}) or any(own <= _ANYBODY for own in nouns)


def _may_be_one(ours: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    """True where neither two names, nor sex or age, nor one clause with both tells two people apart."""
    both = (ours, theirs)
    first, later = sorted(both, key=lambda own: min(figure.position for figure in own))
    apart = any(_ANOTHER.search(figure.as_written) for figure in first)
    if not apart and any(figure.beside for figure in later):
        return False  # "a woman died … Peter Marsh was *also* killed"
    ranks = [{m.group(1) for f in own if (m := _OF_TWO.search(f.as_written))} for own in both]
    if ranks[0] and ranks[1] and not ranks[0] & ranks[1]:
        return False
    marks = [{figure.population.person for figure in figures} for figures in both]
    if any(figure.by in other for own, other in zip(both, reversed(marks), strict=True) for figure in own):
        return False  # nobody is told in one breath to have killed another and to be him
    if _are_told_apart(ours, theirs) or _is_kin_of_unsexed(later, first):
        return False
    if any(_stand_side_by_side(one, other) for one in first for other in later):
        return False
    if all(any(figure.listed_at is not None for figure in figures) for figures in both):
        return False
    if all(any(_NAME.match(figure.as_written.strip()) for figure in figures) for figures in both):
        return False
    sexes = [{sex for figure in figures if (sex := _sex(figure)) is not None} for figures in both]
    if sexes[0] and sexes[1] and not sexes[0] & sexes[1]:
        return False
    ages = [{m[1] for figure in figures for m in _AGE.finditer(figure.as_written)} for figures in both]
    if ages[0] and ages[1] and not ages[0] & ages[1]:
        return False
    cuts = [{figure.population.cut for figure in figures} - {None} for figures in both]
    return not (cuts[0] and cuts[1]) or bool(cuts[0] & cuts[1])


_PLAIN = _ANYBODY | _WOMEN | _MEN | frozenset({"teen", "teenager", "child", "suspect", "passerby"})
_JOINED = 7
"""Characters of ", and " and the like, and no more, between two clauses."""


def _stand_side_by_side(one: Figure, other: Figure) -> bool:
    """True for "the driver was killed *and the clerk* was hurt": two callings in two clauses joined."""
    nouns = {_noun(one), _noun(other)}
    apart = len(nouns) == 2 and not nouns & _PLAIN and all(noun.isalpha() for noun in nouns)
    return apart and 0 < other.clause[0] - one.clause[1] < _JOINED


_SUSPECTS = frozenset("suspect gunman shooter attacker assailant stabber robber intruder burglar".split())
_OWN_KIN = re.compile(
    r"(?:his|her) (?:\w+ )?(?:wife|husband|girlfriend|boyfriend|brother|sister|son|daughter)\b", re.I
)


def _is_suspect(figures: Sequence[Figure]) -> bool:
    """True where somebody is called by what he did: the reader knows whether he was harmed before."""
    return any(_noun(figure) in _SUSPECTS for figure in figures)


def _are_told_apart(ours: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    """True for a suspect and whoever else was harmed; a headline's "one dead" may be the suspect."""
    bare = any({_noun(figure) for figure in own} <= _BARE for own in (ours, theirs))
    return not bare and _is_suspect(ours) != _is_suspect(theirs)


def _is_kin_of_unsexed(later: Sequence[Figure], first: Sequence[Figure]) -> bool:
    """True for "his girlfriend" after "a 30-year-old": he is the one she is kin of."""
    kin = any(_OWN_KIN.match(figure.as_written) for figure in later)
    return kin and not any(_sex(figure) for figure in first)


def _did_it(person: Person, figures: Sequence[Figure]) -> bool:
    """True where somebody is said to have done to others what the figures count."""
    return any((figure.report, figure.by) == person for figure in figures)


def _sex(figure: Figure) -> str | None:
    noun = _noun(figure)
    return "women" if noun in _WOMEN else "men" if noun in _MEN else None


def _noun(figure: Figure) -> str:
    """The last word of whom a figure tells of: "boy" of "a 9-year-old boy"."""
    return next(reversed(figure.as_written.lower().split()), "")
