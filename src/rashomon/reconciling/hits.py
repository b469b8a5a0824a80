"""People said to be shot or hit without a word of what became of them.

The claim keeps its logical meaning: killed or wounded. A policy may count those not said to be dead as
wounded; that is a convention, and its figure is marked imputed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rashomon.codebook.policies import Policy
from rashomon.model.base import value
from rashomon.model.claims import words_of
from rashomon.model.events import Event
from rashomon.reconciling.evidence import Evidence
from rashomon.reconciling.figures import Figure, gather_figures
from rashomon.reconciling.individuals import Person, person_of, sum_figures
from rashomon.reconciling.listed import clauses_of
from rashomon.reconciling.same_person import find_fates
from rashomon.reconciling.scope import base_path


@value
class Hits:
    """Those hit: ``groups`` by number, ``people`` one by one and not said to be dead, hurt ones included."""

    groups: tuple[Figure, ...] = ()
    others: tuple[Figure, ...] = ()
    """Of the groups, those told of beside the dead: "three *others* were shot too"."""
    people: Mapping[str, frozenset[str]]
    """By report, the single people hit or hurt."""
    living: Mapping[str, frozenset[str]]
    """By report, those of them said to be hurt."""
    told: Mapping[str, int]
    """By report, how many single people are told of, the dead among them."""
    supporting: tuple[str, ...] = ()
    hurt: tuple[Figure, ...] = ()
    """The wounded by number, in order of the text."""
    left: tuple[Figure, ...] = ()
    """Of these, those told of beside somebody dead: "one was killed and *three others were injured*"."""
    dead: tuple[Figure, ...] = ()
    at_least: int = 0
    """How many there are at least where one is told of as "a fifth victim", and fewer by number."""
    dead_of_hit: tuple[Figure, ...] = ()
    """The deaths told of some of those hit before: "one of the victims", "two of whom"."""
    of_wounded: frozenset[str] = frozenset()
    """The claims on deaths of some of the wounded: "one of the *injured* later died"."""
    struck: Mapping[str, frozenset[str]]
    """By report, the single people hit of whom nothing else is told."""

    def wounded(self, policy: Policy, killed: int | None, wounded: int | None) -> int | None:
        """How many wounded a policy counts with these; ``wounded`` unchanged where it has no such convention."""
        if not policy.hit_is_wounded:
            return wounded
        if wounded:
            wounded += max((self._striker(f) for f in self.hurt if f.point(policy) == wounded), default=0)
        if killed and wounded:
            wounded = self._less_dead(policy, killed, wounded)
        hit = max(
            (
                _hit_by(figure, policy, killed)
                + self._striker(figure)
                + self._dead_striker(figure, policy, killed or 0)
                for figure in self.groups
            ),
            default=0,
        )
        beside = max((figure.point(policy) or 0 for figure in self.others), default=0)
        hit = max(hit, self.at_least)
        alive = max(hit - (killed or 0), beside, self._single(killed or 0))
        return max(alive, wounded or 0) if alive > 0 else wounded

    def _less_dead(self, policy: Policy, killed: int, wounded: int) -> int:
        """The wounded without those told further down to have died since.

        "Five were wounded. … One person died, four are in hospital": four; so too where "one of the
        victims" died and no other death is told.
        """
        first = next((f for f in self.hurt if f.point(policy) == wounded), None)
        if first is None:
            return wounded
        since = [f for f in self.dead_of_hit if f.report == first.report and f.position > first.position]
        if first not in self.left and _count(since, policy) == killed < wounded:
            return wounded - killed
        of_hurt = _count((f for f in since if f.claim_ids[0] in self.of_wounded), policy)
        if 0 < of_hurt < wounded:
            return wounded - of_hurt
        if any(f.report != first.report or f.position <= first.position for f in self.dead):
            return wounded
        later = (f for f in self.hurt if f.report == first.report and f.position > first.position)
        remain = any(f.point(policy) == wounded - killed for f in later)
        return wounded - killed if remain else wounded

    def _striker(self, figure: Figure) -> int:
        """One where whoever struck the people counted was struck as well: he is none of them."""
        return int(figure.by is not None and figure.by in self.struck.get(figure.report, frozenset()))

    def _dead_striker(self, figure: Figure, policy: Policy, killed: int) -> int:
        """One where whoever struck the people counted by number is one of the dead: he is none of them.

        Not so where as many of those hit have died as died at all: he died at another time.
        """
        if _count((f for f in self.dead_of_hit if f.report == figure.report), policy) >= killed:
            return 0
        dead = {(f.report, f.population.person) for f in self.dead}
        counted = figure.vague is None and not figure.joined and not figure.summed
        return int(counted and figure.by is not None and (figure.report, figure.by) in dead)

    def _single(self, killed: int) -> int:
        """The most single people hit in one report; none where the dead are as many as all it tells of."""
        left = (
            len(people) - self._maybe_dead(report, people, killed)
            for report, people in self.people.items()
            if self.told.get(report, 0) > killed
        )
        return max(left, default=0)

    def _maybe_dead(self, report: str, people: frozenset[str], killed: int) -> int:
        """How many of those hit may be among the dead told of by number alone.

        "Two boys were killed and a girl hurt. A boy of eight, one of nine and the girl were shot": two.
        """
        unnamed = killed - (self.told[report] - len(people))
        return min(max(unnamed, 0), len(people - self.living.get(report, frozenset())))


def gather_hits(event: Event, evidence: Evidence) -> Hits:
    """The people an event's reports say to be hit, without those whose death is told elsewhere."""
    deaths, wounds = gather_figures(event, "killed", evidence), gather_figures(event, "wounded", evidence)
    figures = gather_figures(event, "casualties", evidence)
    counted = [figure for figure in figures if figure.population.persons and figure.high != 0]
    firm = [figure for figure in counted if not figure.hedged]
    same = _told_twice(event, (*deaths, *wounds), firm)
    killed, hurt, hit = (_people(own, same) for own in (deaths, wounds, firm))
    people = {
        report: (hit.get(report, frozenset()) | hurt.get(report, frozenset()))
        - killed.get(report, frozenset())
        for report in sorted(hit)
    }
    groups = (
        *(figure for figure in counted if figure.population.person is None),
        *(sum_figures(clause) for clause in clauses_of(counted) if any(_is_group(f) for f in clause)),
    )
    numbered = sorted(
        (
            f
            for f in wounds
            if f.population.person is None and (f.coverage != "subset" or _is_beside(f, evidence))
        ),
        key=lambda figure: figure.position,
    )
    return Hits(
        groups=groups,
        others=tuple(f for f in groups if _is_beside(f, evidence) or _is_told_with_dead(f, deaths)),
        people=people,
        living=hurt,
        told={
            report: len(hit[report] | hurt.get(report, frozenset()) | killed.get(report, frozenset()))
            for report in sorted(hit)
        },
        struck={
            report: hit[report] - killed.get(report, frozenset()) - hurt.get(report, frozenset())
            for report in sorted(hit)
        },
        supporting=tuple(claim_id for figure in counted for claim_id in figure.claim_ids),
        hurt=tuple(numbered),
        left=tuple(f for f in numbered if _is_beside(f, evidence) and _is_told_with_dead(f, deaths)),
        dead=tuple(figure for figure in deaths if figure.high != 0),
        at_least=max((_nth(figure) for figure in (*counted, *wounds) if not figure.hedged), default=0),
        dead_of_hit=tuple(f for f in deaths if f.high != 0 and _is_of_hit(f, evidence)),
        of_wounded=frozenset(
            claim_id
            for f in deaths
            for claim_id in f.claim_ids
            if _OF_WOUNDED.search(words_of(evidence.claims[claim_id]))
        ),
    )


_NTH = re.compile(
    r"an? (third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b(?! grader?\b).*?"
    r"\b(?:victims?|person|patient|man|woman|boy|girl|teen(?:ager)?|male|female)\b",
    re.I,
)
_ORDER = "third fourth fifth sixth seventh eighth ninth tenth".split()


def _nth(figure: Figure) -> int:
    """The five of "a *fifth* victim": so many at least; 0 where the words give no place in a row."""
    found = _NTH.match(figure.as_written)
    return 0 if found is None or figure.population.person is None else 3 + _ORDER.index(found[1].lower())


def _hit_by(figure: Figure, policy: Policy, killed: int | None) -> int:
    """How many a figure has hit; "several" are beside the dead no more than they must be."""
    vague = figure.vague is not None and bool(killed)
    return (figure.low if vague else figure.point(policy)) or 0


def _is_group(figure: Figure) -> bool:
    return figure.population.person is None


_OF_HIT = re.compile(
    r"\b(?:one|two|three|four|five|six|\d+) of (?:them\b|whom\b|those\b|these\b|(?:the|those|these) (?:\w+ ){0,2}?"
    r"(?:victims?|injured|wounded|patients|two|three|four|five|six|seven|eight|nine|ten|\d+)\b(?!-))"
    r"|\A\S+ (?:who|dying)\b|\A(?:one|two|three|four|\d+) w(?:as|ere) pronounced\b"
    r"|\A\S+ (?:later|subsequently|eventually) (?:died|succumbed|passed away)\b",
    re.I,
)
"""Words for the deaths of some of those told of before as hit."""
_OF_WOUNDED = re.compile(
    r"\b(?:one|two|three|four|five|six|\d+) of the (?:[\w-]+ )?(?:wounded|injured)\b", re.I
)
_ONE_DIED = re.compile(
    r"(?:One|Two|Three|Four)(?: later)? (?:died|has died|have died|w(?:as|ere) (?:killed|pronounced))\b"
)
"""A sentence that opens with a bare number of dead: some of those told of before."""
_TOLD_BEFORE = re.compile(r"(?:the|both|all|they|these|those)\b", re.I)


def _is_of_hit(figure: Figure, evidence: Evidence) -> bool:
    """True where those dead are some of those hit: "two of whom", "*the victims* were taken in, where one died"."""
    claims = [evidence.claims[claim_id] for claim_id in figure.claim_ids]
    return any(
        _OF_HIT.search(words_of(claim))
        or _ONE_DIED.match(words_of(claim))
        or (
            claim.about is not None
            and any(flag.code == "inferred_actor" for flag in claim.flags)
            and _TOLD_BEFORE.match(claim.about.words)
        )
        for claim in claims
    )


def _count(figures: Iterable[Figure], policy: Policy) -> int:
    """How many people figures count, a single one told of twice as one."""
    figures = list(figures)
    single = {figure.population.person for figure in figures} - {None}
    groups = (figure.point(policy) or 0 for figure in figures if _is_group(figure))
    return len(single) + max(groups, default=0)


_OTHERS = re.compile(r"\bothers?\b|\bmore\b(?! than)", re.I)


def _is_beside(figure: Figure, evidence: Evidence) -> bool:
    """True for "three others", "two other men": none of the people told of so far."""
    claims = (evidence.claims[claim_id] for claim_id in figure.claim_ids)
    return all(claim.about is not None and _OTHERS.search(claim.about.words) for claim in claims)


_JOINED = 16
"""Characters of ", and ", " down and ", " to death and " and the like, and no more, between two clauses."""


def _is_told_with_dead(figure: Figure, deaths: Iterable[Figure]) -> bool:
    """True for the forty of "six died, and *forty suffered gunshot wounds*": none of the dead right before them."""
    before = (f for f in deaths if f.report == figure.report and f.high != 0 and not f.hedged)
    return figure.low is not None and any(0 < figure.clause[0] - f.clause[1] < _JOINED for f in before)


def _told_twice(event: Event, fates: Iterable[Figure], hit: Iterable[Figure]) -> dict[Person, Person]:
    """The other word for each person hit who is told of in two: "the boy shot his sister. … The girl died"."""
    fates = [figure for figure in fates if figure.population.persons]
    known = {person_of(figure) for figure in fates}
    unsaid = frozenset(person for figure in hit if (person := person_of(figure)) not in known)
    if not unsaid:
        return {}
    return find_fates({f: base_path(f.population, event) for f in (*fates, *hit)}, unsaid)


def _people(figures: Iterable[Figure], same: Mapping[Person, Person]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for figure in figures:
        _, mark = same.get(person_of(figure), person_of(figure))
        if mark is not None:
            found[figure.report] = found.get(figure.report, frozenset()) | {mark}
    return found
