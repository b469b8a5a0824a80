"""Who speaks: the bodies behind a claim's first speaker, and how one voice stands to another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from rashomon.codebook.actors import country_for
from rashomon.codebook.armed_labels import labels_in
from rashomon.model.base import value
from rashomon.model.claims import Attribution, Claim
from rashomon.model.report import Report
from rashomon.writing.audit.grounds.cast import Cast, plain

Hearing = Literal["plain", "same", "narrower", "wider", "relay", "other"]
"""How the voice of a statement stands to a claim's: no speaker is named (``plain``), the same, one of several
who spoke together, several of whom one spoke, whoever passed it on, or another."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_AND = re.compile(r",| and | und | et ")
_ARMY = re.compile(
    r"\b(?:army|military|defen[cs]e ministry|ministry of defen[cs]e|general staff|command)\b", re.IGNORECASE
)
_NOBODY = re.compile(r"(?:\w+ )?(?:reportedly|allegedly|apparently|reports?|accounts?|it)?\Z", re.IGNORECASE)
"""Words for a source that are none; "a military spokesman" and "residents" are sources, though nameless."""


@value
class Voice:
    """Who says a thing. ``own``: nobody is named, the text says it itself; ``outlet``: where it stands, plain.

    ``bodies``: whom the first speaker speaks for; ``relays``: those who passed it on; ``said_on``: the
    day it was said, as a partial ISO date.
    """

    words: str = ""
    bodies: frozenset[str] = frozenset()
    relays: frozenset[str] = frozenset()
    own: bool = True
    said_on: str | None = None
    person: str | None = None
    office: str | None = None
    outlet: str = ""


class Voices:
    """Finds the voice of claims; ``parties``: whom a report's own words for a speaker mean elsewhere in it."""

    def __init__(self, cast: Cast, reports: Mapping[str, Report], claims: Iterable[Claim]) -> None:
        self._cast = cast
        self._reports = reports
        self._meant: dict[tuple[str, str], frozenset[str]] = {}
        for claim in claims:
            for party in (claim.about, claim.by):
                if party is not None and party.actors:
                    key = (claim.report_id, plain(party.words))
                    self._meant.setdefault(key, cast.bodies_of(party.actors))

    def of(self, claim: Claim) -> Voice:
        """The voice of a claim; a statement printed whole speaks for whoever put it out."""
        links = [link for link in claim.attribution if link.source_kind != "outlet"]
        named = [
            link for link in links if link.source_kind != "unspecified" or not _NOBODY.match(link.source)
        ]
        if not named:
            return self._of_outlet(claim)
        first, *relays = named
        together = [link for link in relays if not _is_relay(link)]
        bodies = self._bodies(first, claim).union(*(self._bodies(link, claim) for link in together))
        passed_on = [self._bodies(link, claim) for link in relays if _is_relay(link)]
        return Voice(
            words=" and ".join(link.source for link in (first, *together)),
            bodies=bodies,
            relays=frozenset().union(*passed_on),
            own=False,
            said_on=first.said_on.start if first.said_on else None,
            person=first.person,
            office=first.office,
            outlet=self._outlet(claim),
        )

    def _outlet(self, claim: Claim) -> str:
        report = self._reports.get(claim.report_id)
        return plain((report.outlet or report.source_ref) if report is not None else "")

    def of_link(self, link: Attribution) -> Voice:
        """The voice of a mere speech act: "the army said on Monday"."""
        bodies = frozenset([self._cast.body(link.actor_id)]) if link.actor_id else self._named_in(link.source)
        return Voice(
            words=link.source,
            bodies=bodies or frozenset([f"words:{plain(link.source)}"]),
            own=False,
            said_on=link.said_on.start if link.said_on else None,
            person=link.person,
            office=link.office,
        )

    def _of_outlet(self, claim: Claim) -> Voice:
        report = self._reports.get(claim.report_id)
        outlet = next((link for link in claim.attribution if link.source_kind == "outlet"), None)
        if report is None or report.kind != "statement":
            return Voice(words=outlet.source if outlet else "", outlet=self._outlet(claim))
        words = report.outlet or report.source_ref
        return Voice(
            words=words,
            bodies=self._publisher(claim),
            own=False,
            said_on=report.published,
            outlet=plain(words),
        )

    def _publisher(self, claim: Claim) -> frozenset[str]:
        """The bodies that put out a statement printed whole; none for what is no statement."""
        report = self._reports.get(claim.report_id)
        if report is None or report.kind != "statement":
            return frozenset()
        outlet = next((link for link in claim.attribution if link.source_kind == "outlet"), None)
        own = frozenset([self._cast.body(outlet.actor_id)]) if outlet and outlet.actor_id else frozenset()
        return own | self._named_in(report.outlet or "")

    def _bodies(self, link: Attribution, claim: Claim) -> frozenset[str]:
        named = self._named_in(link.source) if not link.actor_id or " and " in link.source else frozenset()
        if link.actor_id:
            named |= {self._cast.body(link.actor_id)}
        if not named and link.on_behalf_of:
            named = self._named_in(link.on_behalf_of)
        named = named or self._meant.get((claim.report_id, plain(link.source)), frozenset())
        named = (
            named or self._publisher(claim) or self._only_state(f"{link.source} {link.on_behalf_of or ''}")
        )
        return named or frozenset([f"words:{plain(link.person or link.source)}"])

    def _only_state(self, words: str) -> frozenset[str]:
        """ "An army spokesman" speaks for the one state in the fight; with two states nobody knows for which."""
        is_army = _ARMY.search(words) and not any(label.implies != "none" for label in labels_in(words))
        states = self._cast.states() if is_army else frozenset()
        return states if len(states) == 1 else frozenset()

    def _named_in(self, words: str) -> frozenset[str]:
        hits = self._cast.registry.find(words)
        found = {self._cast.body(hit.actor_ids[0]) for hit in hits if hit.actor_ids}
        # "per France": a country alone speaks through its authorities.
        states = (country_for(plain(piece)) for piece in _AND.split(words))
        return frozenset(found | {f"state:{iso}" for iso in states if iso})

    def hearing(self, mine: Voice, theirs: Voice) -> Hearing:
        """How the voice of a statement (``mine``) stands to that of a claim."""
        if mine.own:
            return "plain"
        met = {one for one in mine.bodies if any(self._cast.related(one, two) for two in theirs.bodies)}
        if met and mine.person and not _may_be_one_person(mine, theirs):
            return "other"
        if met and len(met) < len(mine.bodies):
            return "wider"
        if met:
            missed = [b for b in theirs.bodies if not any(self._cast.related(one, b) for one in mine.bodies)]
            return "narrower" if missed else "same"
        if theirs.outlet and theirs.outlet in named_in(mine.words):
            # The article names the outlet as its source: its own words, or those it relays.
            return "same" if theirs.own else "relay"
        return "relay" if mine.bodies & theirs.relays else "other"


def named_in(words: str) -> frozenset[str]:
    """The sources that a phrase names, each without its article: "Radio Delta and the mayor"."""
    return frozenset(plain(piece) for piece in (words, *_AND.split(words)))


def _is_relay(link: Attribution) -> bool:
    """True for a link that only passes on: an outlet, an agency, a document."""
    return link.source_kind in ("media", "document", "outlet")


def _may_be_one_person(mine: Voice, theirs: Voice) -> bool:
    """True where both name the same person, or the one unnamed holds the office of the other.

    What a body says is not what each of its people said.
    """
    if mine.person and theirs.person:
        return _last_name(mine.person) == _last_name(theirs.person)
    offices = [set(_WORD.findall((voice.office or "").casefold())) for voice in (mine, theirs)]
    return bool(offices[0] & offices[1])


def _last_name(person: str) -> str:
    words = _WORD.findall(person.casefold())
    return words[-1] if words else ""
