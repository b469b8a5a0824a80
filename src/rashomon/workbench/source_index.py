"""Outlets and speakers of a case with how often they stand alone, agree or disagree; made once a record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from rashomon.model.base import value
from rashomon.model.claims import Attribution, Claim
from rashomon.model.kept import kept_with
from rashomon.model.record import Finding
from rashomon.workbench.snapshot import Lens
from rashomon.writing.view import is_outlet, outlet_name

Role = Literal["outlet", "speaker"]


@value
class SourceLine:
    """A source of the case.

    ``key`` is what it is graded by: an outlet's name, an actor's id, a person's name, or the words that name a
    speaker. ``alone``, ``agreed``, ``disputed`` count findings of the record: those that rest on it alone, those
    in which others bear it out, those in which others say otherwise.
    """

    key: str
    name: str
    role: Role
    called: tuple[str, ...]
    """The words that name it in the reports, the commonest first."""
    reports: int
    claims: int
    alone: int
    agreed: int
    disputed: int


@dataclass
class _Tally:
    name: str
    called: dict[str, int] = field(default_factory=dict)
    reports: set[str] = field(default_factory=set)
    claims: int = 0
    alone: int = 0
    agreed: int = 0
    disputed: int = 0


_MOST_CALLED = 5


@kept_with
def sources_of(lens: Lens) -> tuple[SourceLine, ...]:
    """The outlets and then the speakers of a record, each by name: a second for 60,000 claims, once."""
    return tuple(_make(lens))


def _make(lens: Lens) -> Iterator[SourceLine]:
    roles: tuple[Role, ...] = ("outlet", "speaker")
    for role in roles:
        keys = dict(_keys(lens, role))
        tallies = _tally_claims(lens, keys, role)
        for event in lens.events:
            for finding in event.findings:
                _tally_finding(finding, keys, tallies)
        for key, one in sorted(tallies.items(), key=lambda item: (item[1].name.casefold(), item[0])):
            called = sorted(one.called, key=lambda words: (-one.called[words], words))
            yield SourceLine(
                key=key,
                name=one.name,
                role=role,
                called=tuple(called[:_MOST_CALLED]),
                reports=len(one.reports),
                claims=one.claims,
                alone=one.alone,
                agreed=one.agreed,
                disputed=one.disputed,
            )


def _keys(lens: Lens, role: Role) -> Iterator[tuple[str, str]]:
    """Of each claim the source in this role; a claim that the outlet makes itself has no other speaker."""
    for claim in lens.lookups.view.claims.values():
        if role == "outlet":
            yield claim.id, outlet_name(lens.lookups.report(claim))
        elif (link := first_speaker(claim)) is not None:
            yield claim.id, key_of(link)


def first_speaker(claim: Claim) -> Attribution | None:
    """Who said it first; None where the outlet itself does."""
    return next((link for link in claim.attribution if not is_outlet(link)), None)


def key_of(link: Attribution) -> str:
    """What a speaker is graded by: a person before the body he speaks for, that before mere words."""
    return link.person or link.actor_id or link.source.casefold()


def _tally_claims(lens: Lens, keys: Mapping[str, str], role: Role) -> dict[str, _Tally]:
    tallies: dict[str, _Tally] = {}
    for claim_id, key in keys.items():
        claim = lens.lookups.view.claims[claim_id]
        link = first_speaker(claim) if role == "speaker" else None
        if key not in tallies:
            tallies[key] = _Tally(name=key if link is None else _name(link, lens))
        one = tallies[key]
        one.claims += 1
        one.reports.add(claim.report_id)
        if link is not None:
            one.called[link.source] = one.called.get(link.source, 0) + 1
    return tallies


def _name(link: Attribution, lens: Lens) -> str:
    return link.person or lens.lookups.actor_names.get(link.actor_id or "") or link.source


def _tally_finding(finding: Finding, keys: Mapping[str, str], tallies: Mapping[str, _Tally]) -> None:
    """Count a finding for each source that has a word in it."""
    pro = {keys[claim] for claim in finding.supporting if claim in keys}
    con = {keys[claim] for claim in finding.opposing if claim in keys}
    everyone = pro | con
    for key in everyone:
        if len(everyone) == 1:
            tallies[key].alone += 1
        elif finding.agreement == "disputed" or (key in con and pro - {key}):
            tallies[key].disputed += 1
        else:
            tallies[key].agreed += 1
