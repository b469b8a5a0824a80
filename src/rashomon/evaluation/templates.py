"""Measures on news whose incidents are written up as templates of slots: date, country, perpetrator, dead.

Only texts with one template count, against the event that the text is principal for: with several it
would not be known which of ours to hold against which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from functools import cache
from typing import Any

from rashomon.codebook.actors import country_for, load_registry
from rashomon.codebook.place_names import normalised
from rashomon.evaluation.answers import Answer
from rashomon.evaluation.casualties import KILLED_FACETS, measure_count
from rashomon.evaluation.days import FACETS as DATE_FACETS
from rashomon.evaluation.measures import Measure, Verdict
from rashomon.evaluation.participants import FACETS as ACTOR_FACETS
from rashomon.evaluation.rows import Row
from rashomon.evaluation.sites import FACETS as PLACE_FACETS
from rashomon.evaluation.wording import KILLED

Days = tuple[date | None, date]

_DAY = re.compile(r"\d{1,2} [A-Z]{3} \d{2}")
_NUMBER = re.compile(r"(\d+)(?:: (.+))?\Z")


def _slot(row: Row, name: str) -> list[list[str]]:
    """The fillers of a slot of the only template, each with its other wordings; empty where not one template."""
    templates = row.many("labels")
    if len(templates) != 1 or not isinstance(templates[0], dict):
        return []
    filled: Any = templates[0].get(name, [])
    if not isinstance(filled, list) or not all(isinstance(one, list) and one for one in filled):
        raise row.fault(("labels[0]", name), filled, "a list of lists of strings")
    return [[str(wording) for wording in one] for one in filled]


def _days(row: Row) -> Days | None:
    """First and last day that the incident can be of; the first None where the slot gives only the last."""
    fillers = _slot(row, "INCIDENT: DATE")
    if not fillers:
        return None
    written = fillers[0][0]
    days = _real_days(_DAY.findall(written))
    if not days:
        return None
    return (None if written.lstrip("? ").startswith("-") else days[0]), days[-1]


def _real_days(written: Iterable[str]) -> list[date]:
    """The days, without those that no calendar has: a label "31 SEP 89" tells no day."""
    found = []
    for words in written:
        with suppress(ValueError):
            found.append(datetime.strptime(words, "%d %b %y").date())
    return found


def _judge_days(gold: Days, row: Row, answer: Answer) -> Verdict:
    start, end = answer.at("date", "start"), answer.at("date", "end")
    try:
        ours = date.fromisoformat(start or ""), date.fromisoformat(end or "")
    except ValueError:
        ours = None
    published = _published(row)
    first, last = gold
    return Verdict(
        right=int(ours is not None and ours[1] <= last and (first is None or first <= ours[0])),
        label=f"{first or 'any day'} to {last}",
        ours=f"{start} to {end}" if start or end else "nothing said",
        said="value" if start or end else "null",
        baseline=int(published is not None and published <= last and (first is None or first <= published)),
    )


def _published(row: Row) -> date | None:
    return date.fromisoformat(row.published) if row.published else None


def _country(row: Row) -> str | None:
    fillers = _slot(row, "INCIDENT: LOCATION")
    return fillers[0][0].lstrip("(? ").split(":")[0].strip(" )") if fillers else None


def _judge_country(gold: str, _row: Row, answer: Answer) -> Verdict:
    ours = answer.at("place", "country")
    return Verdict(
        right=int(ours is not None and normalised(ours) == normalised(gold)),
        label=gold,
        ours=ours or "nothing said",
        said="value" if ours else "null",
        baseline=int(gold == "EL SALVADOR"),
    )


def _perpetrators(row: Row) -> tuple[tuple[str, ...], ...] | None:
    """The organisations held responsible, each with its wordings; None where there is none."""
    fillers = _slot(row, "PERP: ORGANIZATION ID")
    return tuple(tuple(wording.strip('?" ') for wording in one) for one in fillers) or None


def _judge_perpetrators(gold: tuple[tuple[str, ...], ...], _row: Row, answer: Answer) -> Verdict:
    actors = [actor for side in answer.at("sides") or [] for actor in side["actors"]]
    actors += [other["actor"] for other in answer.at("others") or []]
    ids = {actor["id"] for actor in actors if actor["id"]}
    words = {normalised(name) for actor in actors for name in (actor["name"], *actor["as_written"])}
    found = [any(_is_meant(wording, ids, words) for wording in one) for one in gold]
    return Verdict(
        right=sum(found),
        of=len(gold),
        label="; ".join(one[0] for one in gold),
        ours="; ".join(actor["name"] for actor in actors) or "nobody",
        said="value" if actors else "null",
    )


def _is_meant(wording: str, ids: set[str], words: set[str]) -> bool:
    return bool(ids & _ids(wording)) or normalised(wording) in words


@cache
def _ids(wording: str) -> frozenset[str]:
    country = country_for(wording)
    return frozenset(load_registry().ids_for(wording)) | ({f"state:{country}"} if country else frozenset())


def _deaths(row: Row) -> int | None:
    """The dead of the template: the numbers of the targets that it says died; None where one is no number."""
    dead = {
        _target(wording)
        for one in _slot(row, "HUM TGT: EFFECT OF INCIDENT")
        for wording in one[:1]
        if wording.startswith("DEATH:")
    }
    numbers = [_NUMBER.match(one[0]) for one in _slot(row, "HUM TGT: NUMBER") if _target(one[0]) in dead]
    if not dead or len(numbers) < len(dead) or not all(numbers):
        return None
    return sum(int(found[1]) for found in numbers if found)


def _target(wording: str) -> str:
    return wording.partition(": ")[2]


def _has_incident(row: Row) -> bool:
    return bool(row.many("labels"))


def _judge_relevance(gold: bool, _row: Row, answer: Answer) -> Verdict:
    found = answer.event is not None
    return Verdict(
        right=int(found == gold),
        label="an incident" if gold else "no incident",
        ours="an event" if found else "no event",
        said="value" if found else "null",
    )


TEMPLATES = (
    Measure(name="date in the label's range", label=_days, judge=_judge_days, facets=DATE_FACETS),
    Measure(name="country", label=_country, judge=_judge_country, facets=PLACE_FACETS),
    Measure(
        name="perpetrator organisation", label=_perpetrators, judge=_judge_perpetrators, facets=ACTOR_FACETS
    ),
    measure_count("killed", _deaths, ("totals", "latest", "killed"), verb=KILLED, facets=KILLED_FACETS),
    Measure(
        name="event where there is an incident",
        label=lambda row: _has_incident(row) or None,
        judge=_judge_relevance,
    ),
    Measure(
        name="no event where there is none",
        label=lambda row: None if _has_incident(row) else False,
        judge=_judge_relevance,
    ),
)
