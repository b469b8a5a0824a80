"""Private persons whom only the article names: they are left out of what is shared as those of the reports are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.codebook.actors import load_registry
from rashomon.codebook.facets import FACETS
from rashomon.model.audit import Statement
from rashomon.model.claims import Claim, Count, Person
from rashomon.writing.audit.grounds.cast import plain, states_in
from rashomon.writing.view import CaseView

_NAME = re.compile(r"[A-Z][\w’'-]+(?:\s+(?:[A-Z][\w’'-]+|al|ag|ould|bin|ben|de|van|von))*\s+[A-Z][\w’'-]+")
_AFTER_NAME = re.compile(r",|\s+(?:was|were|died|is|had|and)\b")


def with_article(view: CaseView, statements: Sequence[Statement]) -> CaseView:
    """The view with the article's claims beside: private persons whom only the article names count too.

    An outlet of the case is no person, whatever its name looks like.
    """
    outlets = {plain(report.outlet) for report in view.reports.values() if report.outlet}
    own = [_without_outlets(s.claim, outlets) for s in statements if s.claim is not None]
    claims = {claim.id: claim for claim in own}
    harmed = {claim.id: claim for s in statements if (claim := _as_victim(s)) is not None}
    return replace(view, claims=claims | harmed | dict(view.claims))


def _as_victim(statement: Statement) -> Claim | None:
    """The claim as one that names its victim: "A. B., a shopkeeper, was killed", one person and no body."""
    claim = statement.claim
    facet = FACETS.get(claim.facet) if claim is not None else None
    if (
        claim is None
        or facet is None
        or not facet.outcome
        or (claim.about is not None and claim.about.actors)
    ):
        return None
    if not isinstance(claim.value, Count) or claim.value.high != 1:
        return None
    if any(link.source_kind != "outlet" for link in claim.attribution):
        # The clause begins with its speaker.
        return None
    words = " ".join((statement.plain or statement.text).split())
    name = _NAME.match(words)
    if name is None or not _AFTER_NAME.match(words, name.end()) or not _is_person(name.group()):
        return None
    return replace(claim, id=f"{claim.id}/victim", value=Person(words=name.group()))


def _is_person(name: str) -> bool:
    """False for what a country's adjective or a body stands in, and for what an article opens."""
    return plain(name) == name.casefold() and not states_in(name) and not load_registry().find(name)


def _without_outlets(claim: Claim, outlets: set[str]) -> Claim:
    links = tuple(
        replace(link, person=None) if link.person and plain(link.person) in outlets else link
        for link in claim.attribution
    )
    return replace(claim, attribution=links)
