"""Linking again gives what linking from the beginning gives, whatever changed in between."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

import pytest

from rashomon.linking import blocking as blocking_module
from rashomon.linking import link
from rashomon.linking.blocking import Meetings, candidate_pairs
from rashomon.linking.features import MentionFeatures
from rashomon.linking.linker import Linker
from rashomon.model.judgements import Ruling
from rashomon.model.layers import Reading
from rashomon.model.report import Report
from rashomon.reading.english import read_english

Told = tuple[Report, Reading]

PLACES = ("Labbezanga", "Ansongo", "Gao", "Diffa", "Kidal", "Bourem")
DAYS = ("Thursday", "Friday")
WORDS = (
    "On {day} gunmen attacked an army post near {place}, killing {count} soldiers.",
    "{count} soldiers were killed on {day} in an attack on a post in {place}, the army said in a statement.",
    "On {day} gunmen killed {count} soldiers near {place}. The same day three civilians were shot dead in Gao.",
    "Ada Brookwell, 34, was among {count} civilians shot dead in {place} on {day}.",
    "The army said that {count} of its soldiers were killed in two attacks, in {place} and near Menaka, on {day}.",
)


@cache
def _case() -> tuple[Told, ...]:
    chosen = random.Random(6)  # noqa: S311
    found = []
    for number in range(48):
        text = chosen.choice(WORDS).format(
            day=chosen.choice(DAYS), place=chosen.choice(PLACES), count=chosen.choice((4, 17))
        )
        report = Report(
            id=f"r_{number:02}",
            source_ref=f"{number:02}",
            locator=f"{number:02}.txt",
            text=text,
            sha256=str(number),
            outlet=f"Outlet {number % 7}",
            published=f"2019-{chosen.choice((6, 7, 9)):02}-{chosen.choice((21, 22))}",
            language="en",
        )
        found.append((report, read_english(report)))
    return tuple(found)


def _dated_otherwise(told: Told, _: random.Random) -> Told:
    return replace(told[0], published="2019-07-22"), told[1]


def _claim_rejected(told: Told, chosen: random.Random) -> Told:
    report, reading = told
    gone = chosen.choice(reading.claims).id
    claims = tuple(replace(c, mention_ids=()) if c.id == gone else c for c in reading.claims)
    mentions = tuple(
        replace(m, claim_ids=tuple(c for c in m.claim_ids if c != gone)) for m in reading.mentions
    )
    return report, replace(reading, claims=claims, mentions=mentions)


CHANGES: tuple[Callable[[Told, random.Random], Told], ...] = (_dated_otherwise, _claim_rejected)


def _ruled(told: Sequence[Told], chosen: random.Random) -> list[Ruling]:
    ids = [mention.id for _, reading in told for mention in reading.mentions]
    pairs = {tuple(sorted(chosen.sample(ids, 2))) for _ in range(chosen.randrange(4))}
    return [
        Ruling(
            one=one, two=two, together=chosen.random() < 0.6, by="Ann", why="as both say", judgement_id="j"
        )
        for one, two in sorted(pairs)
    ]


@pytest.mark.parametrize("full", [3, 150])
@pytest.mark.parametrize("seed", range(6))
def test_linking_again_is_linking_anew(
    nlp: object, monkeypatch: pytest.MonkeyPatch, seed: int, full: int
) -> None:
    monkeypatch.setattr(blocking_module, "FULL", full)
    chosen = random.Random(seed)  # noqa: S311
    linker = Linker()
    held = dict(enumerate(chosen.sample(_case(), 30)))
    rulings: list[Ruling] = []
    for _ in range(12):
        step = chosen.randrange(4)
        if step == 0 and len(held) > 20:
            for key in chosen.sample(sorted(held), 3):
                del held[key]
        elif step == 1:
            held |= {100 + i: told for i, told in enumerate(chosen.sample(_case(), 4))}
        elif step == 2:
            key = chosen.choice(sorted(held))
            held[key] = chosen.choice(CHANGES)(held[key], chosen)
        else:
            rulings = _ruled([*held.values()], chosen)
        there = list({report.id: (report, reading) for report, reading in held.values()}.values())
        chosen.shuffle(there)
        reports, readings = [report for report, _ in there], [reading for _, reading in there]
        again = linker.link(reports, readings, rulings)
        assert again == link(sorted(reports, key=lambda r: r.id), readings, rulings=rulings)


def test_what_did_not_change_is_the_same_object(nlp: object) -> None:
    linker = Linker()
    reports, readings = zip(*_case(), strict=True)
    first = linker.link(reports[1:], readings[1:])
    second = linker.link(reports, readings)
    before = {event.id: event for event in first.events}
    new = [event for event in second.events if event is not before.get(event.id)]
    assert 0 < len(new) < len(second.events)
    assert linker.link(reports, readings).identities is second.identities


def test_pairs_kept_are_the_pairs_found_anew(nlp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocking_module, "FULL", 2)
    linker = Linker()
    reports, readings = zip(*_case(), strict=True)
    linker.link(reports, readings)
    every: list[MentionFeatures] = sorted(linker._describe(), key=lambda one: one.mention.id)
    chosen, meetings = random.Random(1), Meetings()  # noqa: S311
    for size in (20, 40, 10, len(every)):
        there = sorted(chosen.sample(every, size), key=lambda one: one.mention.id)
        meetings.renew({one.mention.id: one for one in there})
        expected = {(there[i].mention.id, there[j].mention.id) for i, j in candidate_pairs(there)}
        assert meetings.pairs == expected
