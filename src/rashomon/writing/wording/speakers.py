"""Who said it: the first speaker, those who relayed it, the outlet that printed it."""

from __future__ import annotations

import re

from rashomon.model.base import value
from rashomon.model.claims import Attribution, Claim
from rashomon.model.report import Report
from rashomon.writing.view import Lookups, is_outlet, outlet_name
from rashomon.writing.withholding import Withholding
from rashomon.writing.wording.labels import joint_name, link_name, with_article

_MOUTHPIECE = re.compile(r"spokes|press|media|communicat|statement", re.IGNORECASE)
"""Offices whose words are the body's own; a leader or a commander speaks for himself."""


@value
class Speaker:
    """The first speaker of a claim and how the words came.

    ``relays``: who passed them on, from the first to the last before the outlet.
    ``own_voice``: the outlet says it itself. ``key`` is equal for claims of one body.
    ``bodies``: ids of the actors that speak, or are spoken for.
    """

    name: str
    key: str
    relays: tuple[str, ...] = ()
    outlet: str = ""
    own_voice: bool = False
    inferred: bool = False
    nameless: bool = False
    is_statement: bool = False
    bodies: tuple[str, ...] = ()

    def chain(self) -> str:
        """The whole way, for tables: "the spokesman → RFI → the outlet"."""
        if self.own_voice:
            return self.outlet
        return " → ".join((self.name, *self.relays, self.outlet))


def speaker_of(claim: Claim, lookups: Lookups, withholding: Withholding) -> Speaker:
    """The first speaker of a claim, by office rather than by name."""
    report = lookups.report(claim)
    outlet = outlet_name(report)
    links = [link for link in claim.attribution if not is_outlet(link)]
    if not links or lookups.bodies.speaks_in_own_statement(links[0], report):
        return _outlet_speaker(claim, report, lookups)
    bodies = lookups.bodies.of(links[0], report.id)
    names = [link_name(link, report.id, lookups, withholding) for link in links]
    relays = tuple(name for name in dict.fromkeys(names[1:]) if name not in (names[0], outlet))
    return Speaker(
        name=names[0],
        key=_body_key(links[0], bodies, claim, names[0]),
        relays=relays,
        outlet=outlet,
        inferred=any(link.inferred for link in links) and not _is_sure(links, report.id, lookups),
        nameless=links[0].source_kind in ("anonymous", "unspecified"),
        bodies=bodies,
    )


def _outlet_speaker(claim: Claim, report: Report, lookups: Lookups) -> Speaker:
    """The outlet itself; a body that publishes its own statement goes by its own name."""
    outlet = outlet_name(report)
    is_statement = report.kind == "statement"
    last = claim.attribution[-1] if claim.attribution else None
    known = last.actor_id if last is not None else None
    bodies = (known,) if known else lookups.bodies.named_in(outlet)
    name = with_article(outlet) if is_statement else outlet
    if is_statement and len(bodies) > 1:
        name = joint_name(bodies, lookups)
    return Speaker(
        name=name,
        # A body's own statement and its spokesman elsewhere are one voice.
        key=_actor_key(bodies) or (_words_key(outlet) if is_statement else f"outlet:{outlet.casefold()}"),
        outlet=outlet,
        own_voice=True,
        is_statement=is_statement,
        bodies=bodies,
    )


def _actor_key(bodies: tuple[str, ...]) -> str:
    return f"actor:{'+'.join(sorted(bodies))}" if bodies else ""


def _body_key(link: Attribution, bodies: tuple[str, ...], claim: Claim, name: str) -> str:
    if bodies:
        in_person = link.office and not _MOUTHPIECE.search(link.office)
        return f"{_actor_key(bodies)}/{(link.office or '').casefold()}" if in_person else _actor_key(bodies)
    if link.source_kind in ("anonymous", "unspecified"):
        return f"nameless:{name.casefold()}@{claim.report_id}"
    body = link.on_behalf_of or name
    return _words_key(body)


def _words_key(body: str) -> str:
    return f"words:{re.sub(r'^(?:the|a|an) ', '', body.casefold())}"


def _is_sure(links: list[Attribution], report_id: str, lookups: Lookups) -> bool:
    """True where the same report elsewhere says in so many words that these relay this speaker."""
    return all(
        (report_id, links[0].source, relay.source) in lookups.stated_relays
        for relay in links[1:]
        if relay.inferred
    ) and bool(links[1:])
