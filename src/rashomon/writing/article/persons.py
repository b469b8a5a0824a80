"""Single people in prose: "A 5-year-old girl and a police officer were wounded", names left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model.article import Sentence
from rashomon.model.claims import Count
from rashomon.writing.article.individuals import Individual
from rashomon.writing.article.sentences import said
from rashomon.writing.article.told import Told
from rashomon.writing.article.verbs import verb_of
from rashomon.writing.wording.labels import capitalised
from rashomon.writing.wording.nouns import Described, alike
from rashomon.writing.wording.parties import joined
from rashomon.writing.wording.speakers import Speaker
from rashomon.writing.wording.telling import Telling, ids_of, is_reporting

_MOST_NAMES = 3


def individual_sentences(
    people: Sequence[Individual], told: Sequence[Told], telling: Telling
) -> Iterator[Sentence]:
    """What befell single people, those with the same outcome and speakers together."""
    groups: dict[tuple[str, ...], list[Individual]] = {}
    for person in people:
        groups.setdefault(_company(person, telling), []).append(person)
    for turn, group in enumerate(groups.values()):
        facet = group[0].facet
        group = [p for p in group if p.described != Described() or not _counted(facet, 1, told)]
        if not group:
            continue
        claims = [claim for person in group for claim in person.claims]
        leading = [claim for claim in claims if claim.facet == facet]
        verb = verb_of(leading, facet)
        hedged = all(claim.certainty == "hedged" for claim in leading)
        elsewhere = all(_is_dead_elsewhere(person, people) for person in group)
        clause = _clause(group, verb, hedged=hedged, among=_counted(facet, len(group), told))
        speakers = _speakers(group[0], telling)
        text = said(speakers, clause, turn=turn) if speakers else f"{capitalised(clause)}."
        if elsewhere and not hedged:
            names = joined(list(_phrases(group)))
            text = f"{joined([s.name for s in speakers]) or 'other reports'} gave {names} as {verb}."
            text = capitalised(text)
        yield Sentence(text=telling.withholding.text(text), claim_ids=ids_of(claims))


def _company(person: Individual, telling: Telling) -> tuple[str, ...]:
    leading = [claim for claim in person.claims if claim.facet == person.facet]
    verb = verb_of(leading, person.facet)
    hedged = "hedged" if all(claim.certainty == "hedged" for claim in leading) else ""
    return (person.facet, verb, hedged, *(speaker.key for speaker in _speakers(person, telling)))


def _speakers(person: Individual, telling: Telling) -> list[Speaker]:
    """Who says so, where no outlet does on its own word; empty where one does."""
    found: dict[str, Speaker] = {}
    for claim in person.claims:
        if claim.facet == person.facet:
            speaker = telling.speaker(claim)
            found.setdefault(speaker.key, speaker)
    if any(is_reporting(speaker) for speaker in found.values()):
        return []
    return list(found.values())[:_MOST_NAMES]


def _is_dead_elsewhere(person: Individual, people: Sequence[Individual]) -> bool:
    """True for somebody wounded in one report who may be the dead of another: same age, nothing against it."""
    return person.facet in ("wounded", "casualties") and any(
        other.facet == "killed"
        and other.described.age == person.described.age != ""
        and alike(other.described, person.described)
        and not other.reports & person.reports
        for other in people
    )


def _counted(facet: str, people: int, told: Sequence[Told]) -> bool:
    """True where a figure of several was told, which these people may be part of."""
    return any(
        one.facet == facet
        and isinstance(one.claim.value, Count)
        and one.claim.value.vague is None
        and (one.claim.value.low or 0) >= max(2, people)
        for one in told
    )


def _clause(group: Sequence[Individual], verb: str, *, hedged: bool, among: bool) -> str:
    names = joined(list(_phrases(group)))
    one = len(group) == 1
    if hedged:
        return f"{names} may have been {verb}"
    if among:
        return f"among those {verb} {'was' if one else 'were'} {names}"
    return f"{names} {'was' if one else 'were'} {verb}"


def _phrases(group: Sequence[Individual]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for person in group:
        phrase = person.described.phrase()
        times = seen[phrase] = seen.get(phrase, 0) + 1
        bare = phrase.split(" ", 1)[1]
        yield phrase if times == 1 else f"another {bare}" if times == 2 else "others"
