"""Claims turned into figures: a number with bounds, the people it counts, and the voice that gives it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.codebook.facets import MORE_THAN
from rashomon.codebook.policies import AGE_AND_SEX, PERSON_UNITS, ROLE_CATEGORIES, UPDATE_CUES, Policy
from rashomon.codebook.vague import VAGUE_NUMBERS
from rashomon.model.base import value
from rashomon.model.claims import Claim, Count, Coverage, Person, Status, words_of
from rashomon.model.dates import last_day
from rashomon.model.events import Event, EventSide
from rashomon.reconciling.counting import counts_toward, person_of, start_of
from rashomon.reconciling.died_later import dead_people, wounded_who_died, wounds_of_the_dead
from rashomon.reconciling.evidence import Evidence
from rashomon.reconciling.witnesses import body_of, join_voices, utterance_of

COUNTED = ("killed", "wounded", "captured")
"""The outcomes that totals exist for. Neutralised, missing, casualties and losses are never taken as deaths."""

_ALSO = re.compile(r"\balso\b", re.I)
_EVERYONE = re.compile(
    r"\ball (?:of )?(?:the |those |these )?(?:\d+|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"|\bthe (?:\d+|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:wounded|injured)\b",
    re.I,
)
_CHARGES = re.compile(r"\bcounts? of\b", re.I)
_OFFSPRING = re.compile(r"\b(?:step|grand)?-?(?:sons|daughters)\Z", re.I)


@value
class Population:
    """Whom a figure counts, as far as the claim says."""

    side: str | None = None
    role: str | None = None
    status: Status = "unknown"
    actors: frozenset[str] = frozenset()
    category: str | None = None
    """A role category (soldiers, police …) where exactly one is said."""
    cut: str | None = None
    """Age or sex, which cuts across all other groups."""
    persons: bool = True
    person: str | None = None
    """Which single person of the report this is, where it is one."""
    owner: str | None = None
    """The body whose own losses these are, where nothing says on which side it stands."""


@value
class Figure:
    """A number of people as one voice gives it; ``claim_ids`` are its prints, the first one leading.

    ``low`` or ``high`` None: no bound was stated. ``summed`` is true where it was added up from the parts
    that one account gives.
    """

    claim_ids: tuple[str, ...]
    facet: str
    low: int | None
    high: int | None
    approximate: bool
    vague: str | None
    hedged: bool
    population: Population
    coverage: Coverage
    subset_of: str | None
    body: str
    voice: str
    report: str
    """The root report: prints of one text share it."""
    utterance: str | None
    day: str
    """When it was said, or else published, as an ISO day; empty where unknown."""
    position: int
    updates: bool
    as_written: str
    summed: bool = False
    grade: tuple[int, int] = (0, 0)
    """Ranks of the source's letter and number, 0 the best; the same for all where nobody graded."""
    clause: tuple[int, int] = (0, 0)
    """Where the words of the first claim stand in its report."""
    listed_at: int | None = None
    """Where its people stand in the report, if the clause lists them beside others."""
    by: str | None = None
    """Which single person of the report is said to have done it."""
    beside: bool = False
    """True where the words set its people beside others told of: "a clerk was *also* killed"."""
    everyone: bool = False
    """True where the words say that these are all of them: "all four people"."""
    anybody: bool = False
    """True where the words tell nobody apart: "three people", "five civilians"."""
    of_men: bool = False
    """True where they are men, of whom claims say "people": none of them is a woman or a child."""
    joined: bool = False
    """True where it was added up from what one clause lists."""
    first: bool = False
    """True where its speaker calls it a first toll."""
    possible: bool = False
    """True where the words call it no more than possible: it never adds to figures that are sure."""
    doubted: bool = False
    """True where its own text doubts it."""
    above: int = 0
    """How much of its lowest number only follows from the words: 1 for the 11 of "more than ten"."""
    counted: int = 0
    """How many of its people are told by number where the rest are not: 1 in "the leader and several fighters"."""

    def stated(self) -> int | None:
        """The highest number that the words state: an open bound does not inflate it."""
        return self.high if self.high is not None else self.low

    def point(self, policy: Policy) -> int | None:
        """The one number the figure counts as: the table's for a number word, the lower of a span."""
        if self.vague is not None and self.vague in VAGUE_NUMBERS:
            conventional: int = getattr(VAGUE_NUMBERS[self.vague], policy.number_words)
            return max(conventional + self.counted, self.low or 0)
        if self.above and self.low and policy.more_than == "stated":
            return self.low - self.above
        return self.low if self.low else self.stated()

    def by_convention(self, policy: Policy) -> bool:
        """True where the number it counts as is the policy's, not what its words allow at least."""
        return self.vague is not None or (self.above > 0 and policy.more_than == "stated")

    def open(self) -> bool:
        """True where the words set no upper bound."""
        return self.high is None


def gather_figures(event: Event, facet: str, evidence: Evidence) -> tuple[Figure, ...]:
    """The figures for one outcome that count toward one event, prints of one utterance made one.

    Left out: denied and negated claims, what is only supposed or planned, what covers several happenings.
    """
    sides = {claim_id: side for side in event.sides for claim_id in side.claim_ids}
    claims = [evidence.claims[claim_id] for claim_id in event.claim_ids if claim_id in evidence.claims]
    dead = dead_people(claims) if facet == "wounded" else frozenset()
    gone = wounded_who_died(claims) | wounds_of_the_dead(claims) if facet == "wounded" else frozenset()
    chosen = [
        claim
        for claim in claims
        if counts_toward(claim, facet) and person_of(claim) not in dead and claim.id not in gone
    ]
    if not chosen:
        return ()
    voices = join_voices(claims, evidence)
    figures = [
        _figure_of(claim, facet, _side_of(claim, sides, event), voices[claim.id], evidence)
        for claim in sorted(chosen, key=lambda claim: evidence.order(claim.id))
        if isinstance(claim.value, Count)
    ]
    introduced = {person_of(claim) for claim in claims if _is_one_more(claim)} - {None}
    if facet == "killed":
        figures = _with_deaths_before(figures, claims)
    if facet == "killed" and introduced:
        figures = [
            replace(f, beside=f.beside or (f.report, f.population.person) in introduced) for f in figures
        ]
    figures += _named_people(chosen, facet, sides, voices, evidence)
    return merge_prints(figures)


_ONE_MORE = re.compile(r"another\b", re.I)


def _is_one_more(claim: Claim) -> bool:
    """True for "another man": he is nobody told of before, by whatever word he is told of later."""
    return claim.about is not None and _ONE_MORE.match(claim.about.words) is not None


_NTH_HAS_DIED = re.compile(
    r"(?:an? )?(second|third|fourth|fifth|sixth) (?:[\w-]+ ){0,3}?(?:has died|dies|has succumbed|died (?:of|from))\b",
    re.I,
)
_NTH = "second third fourth fifth sixth".split()


def _with_deaths_before(figures: list[Figure], claims: Sequence[Claim]) -> list[Figure]:
    """The figures, the first of a report that opens with "a second victim has died" as the toll it tells: two."""
    by_id = {claim.id: claim for claim in claims}
    harmed = [claim for claim in claims if claim.facet in {"killed", "wounded", "casualties"}]
    opening = {
        min((c for c in harmed if c.report_id == r), key=start_of).id for r in {c.report_id for c in harmed}
    }
    found = []
    for figure in figures:
        claim = by_id[figure.claim_ids[0]]
        told = _NTH_HAS_DIED.match(words_of(claim)) if claim.id in opening else None
        if told is not None:
            toll = 2 + _NTH.index(told[1].lower())
            population = replace(figure.population, person=None, cut=None)
            figure = replace(figure, low=toll, high=toll, population=population, anybody=True)
        found.append(figure)
    return found


def _side_of(claim: Claim, sides: Mapping[str, EventSide], event: Event) -> EventSide | None:
    """The side whose people a claim counts; losses of nobody named are those of the speaker's own side."""
    if claim.id in sides or not _is_own_loss(claim) or not claim.attribution:
        return sides.get(claim.id)
    speaker = claim.attribution[0].actor_id
    return next((side for side in event.sides if speaker and speaker in {a.id for a in side.actors}), None)


def _is_own_loss(claim: Claim) -> bool:
    """True for "no losses" without saying whose: nobody speaks so of the dead on all sides."""
    return claim.facet == "losses" and (claim.about is None or not claim.about.actors)


def _figure_of(claim: Claim, facet: str, side: EventSide | None, voice: str, evidence: Evidence) -> Figure:
    count = claim.value if isinstance(claim.value, Count) else Count(low=1, high=1, as_written="")
    codes = {flag.code for flag in claim.flags}
    return Figure(
        claim_ids=(claim.id,),
        facet=facet,
        low=count.low,
        # Who is charged with two murders may have to answer for others' later, and for one in two ways.
        high=None if _CHARGES.search(words_of(claim)) else count.high,
        approximate=count.approximate,
        vague=count.vague,
        hedged=claim.certainty == "hedged",
        population=_own_population(claim, side, evidence),
        coverage=claim.coverage,
        subset_of=claim.subset_of,
        body=body_of(claim, evidence),
        voice=voice,
        report=evidence.roots.get(claim.report_id, claim.report_id),
        utterance=utterance_of(claim, evidence),
        day=day_said(claim, evidence),
        position=claim.passages[0].start if claim.passages else 0,
        updates=claim.coverage == "running" or bool(UPDATE_CUES & codes),
        as_written=count.as_written,
        grade=evidence.grade_of(claim),
        clause=(claim.passages[0].start, claim.passages[0].end) if claim.passages else (0, 0),
        listed_at=_place_in_list(claim),
        by=claim.by.person if claim.by is not None else None,
        beside=_ALSO.search(words_of(claim)) is not None or "of_wounded" in codes,
        everyone=_EVERYONE.match(words_of(claim)) is not None,
        above=int(MORE_THAN in codes),
        anybody=claim.about is None or _ANYBODY.search(claim.about.words) is not None,
        first="first_toll" in codes,
        doubted="doubted_figure" in codes,
        possible=claim.certainty == "hedged" and "only_possible" in codes,
        of_men=claim.about is not None and _OF_MEN.search(claim.about.words) is not None,
    )


_ANYBODY = re.compile(
    r"\b(?:people|persons?|civilians?|members?|victims?|individuals?|relatives?|residents?|villagers?|locals|others?"
    r"|inhabitants?|citizens?|nationals?|family|families|household|casualt(?:y|ies)|dead|wounded|bodies|corpses)\b|\A\W*\Z",
    re.I,
)
"""Words for people that may be anybody of those listed after them."""


_OF_MEN = re.compile(r"\bm[ae]n\b", re.I)


def _place_in_list(claim: Claim) -> int | None:
    return claim.about.start if claim.about is not None and _has(claim, "listed") else None


def _has(claim: Claim, code: str) -> bool:
    return any(flag.code == code for flag in claim.flags)


def _own_population(claim: Claim, side: EventSide | None, evidence: Evidence) -> Population:
    population = population_of(claim, side)
    homeless = side is None and _is_own_loss(claim) and population.status != "civilian"
    return replace(population, owner=body_of(claim, evidence)) if homeless else population


def population_of(claim: Claim, side: EventSide | None) -> Population:
    """Whom the claim counts: side, status, named actors, role, age or sex."""
    about = claim.about
    if about is None:
        return Population(side=side.label if side else None, role=side.role if side else None)
    roles = sorted(ROLE_CATEGORIES.intersection(about.categories))
    # Sons and daughters may be the children, boys or girls told of elsewhere.
    offspring = _OFFSPRING.search(about.words) is not None
    cuts = ["children"] if offspring else sorted(AGE_AND_SEX.intersection(about.categories))
    # "A or B" does not say which of them: such a figure is one of the whole side.
    actors = (
        frozenset(actor.actor_id for actor in about.actors if actor.actor_id)
        if about.join == "and"
        else frozenset()
    )
    return Population(
        side=side.label if side else None,
        role=side.role if side else None,
        status=about.status,
        actors=actors,
        category=roles[0] if len(roles) == 1 else None,
        cut="+".join(cuts) or None,
        persons=about.unit in PERSON_UNITS,
        person=about.person,
    )


def day_said(claim: Claim, evidence: Evidence) -> str:
    """The ISO day a claim was said, or else published; empty where neither is known to the day's year."""
    first = claim.attribution[0] if claim.attribution else None
    said = (
        first.said_on.end or first.said_on.start if first is not None and first.said_on is not None else None
    )
    root = evidence.root(claim.report_id)
    for partial in (said, root.published if root is not None else None):
        day = last_day(partial)
        if day is not None:
            return day.isoformat()
    return ""


def _named_people(
    claims: Iterable[Claim],
    facet: str,
    sides: Mapping[str, EventSide],
    voices: Mapping[str, str],
    evidence: Evidence,
) -> list[Figure]:
    """For each account and side, the number of people named: at least so many."""
    named: dict[tuple[str, str, str | None], dict[str, Claim]] = {}
    for claim in sorted(claims, key=lambda claim: evidence.order(claim.id)):
        if isinstance(claim.value, Person):
            side = sides.get(claim.id)
            key = (
                evidence.roots.get(claim.report_id, claim.report_id),
                voices[claim.id],
                side.label if side else None,
            )
            named.setdefault(key, {}).setdefault(" ".join(claim.value.words.casefold().split()), claim)
    figures = []
    for people in named.values():
        first = next(iter(people.values()))
        figure = _figure_of(first, facet, sides.get(first.id), voices[first.id], evidence)
        figures.append(
            replace(
                figure,
                claim_ids=evidence.in_order(claim.id for claim in people.values()),
                low=len(people),
                high=None,
                as_written=f"{len(people)} named",
                summed=True,
            )
        )
    return figures


def merge_prints(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures with those made one that the same voice gives, for the same people, in the same words' sense.

    A print adds nothing but its claim: not even a later day, where it relays the same utterance.
    """
    merged: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        merged.setdefault(_sense(figure), []).append(figure)
    return tuple(_merge(group) for group in merged.values())


def _sense(figure: Figure) -> tuple[object, ...]:
    """What two figures have in common where one is a print of the other."""
    part = (figure.coverage == "subset", figure.coverage == "increment", figure.updates)
    number = (figure.low, figure.high, figure.approximate, figure.vague, figure.hedged)
    # "two millers and two smiths": as many, but others
    return (figure.voice, figure.facet, figure.population, figure.listed_at, *number, *part)


def _merge(group: list[Figure]) -> Figure:
    said: dict[str, str] = {}
    for figure in group:
        utterance = figure.utterance or figure.report
        said[utterance] = min(said.get(utterance, figure.day), figure.day)
    first = group[0]
    claim_ids = tuple(dict.fromkeys(claim_id for figure in group for claim_id in figure.claim_ids))
    return replace(first, claim_ids=claim_ids, day=max(said.values()))
