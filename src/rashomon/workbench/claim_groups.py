"""The claims of one event as its page shows them: chosen by facet and review, a page at a time, by party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from rashomon.codebook.facets import FACETS
from rashomon.judging import REVIEW_STATES, UNDECIDED, ReviewState
from rashomon.model.base import value
from rashomon.model.claims import Claim
from rashomon.workbench.cards import make_cards
from rashomon.workbench.lists import Paged, paged
from rashomon.workbench.visits import Visit
from rashomon.writing.withholding import Withholding
from rashomon.writing.wording.parties import party_label

PAGE = 40
"""Cards of a page: each has its forms, 3 kB."""
_ORDER = {name: place for place, name in enumerate(FACETS)}


@value
class Choice:
    """A way to narrow the claims down, how many it would leave, and its address."""

    words: str
    count: int
    href: str
    chosen: bool


@value
class ClaimDesk:
    """The claims to be shown. ``groups``: facet, then party, then cards; ``of``: claims before any choice."""

    groups: list[dict[str, Any]]
    page: Paged[Claim]
    facets: list[Choice]
    states: list[Choice]
    of: int


def group_claims(visit: Visit, claims: Sequence[Claim]) -> ClaimDesk:
    """The claims that the address asks for (``facet``, ``state``), by facet and party."""
    facet, state = visit.asked("facet"), visit.asked("state")
    of_facet = [claim for claim in claims if facet in ("", claim.facet)]
    of_state = [claim for claim in claims if state in ("", _state_of(visit, claim))]
    both = [claim for claim in of_facet if state in ("", _state_of(visit, claim))]
    lens = visit.lens
    ordered = sorted(both, key=lambda claim: _place(claim, lens.withholding))
    page = paged(visit, ordered, PAGE)
    return ClaimDesk(
        groups=_groups(visit, page.rows),
        page=page,
        facets=_choices(visit, "facet", facet, Counter(c.facet for c in of_state)),
        states=_choices(visit, "state", state, Counter(_state_of(visit, c) for c in of_facet)),
        of=len(claims),
    )


def _state_of(visit: Visit, claim: Claim) -> ReviewState:
    return visit.snapshot.surveyed.reviews.get(claim.id, UNDECIDED).state


def _place(claim: Claim, withholding: Withholding) -> tuple[int, str, str]:
    return (_ORDER.get(claim.facet, len(_ORDER)), claim.facet, _party(claim, withholding))


def _party(claim: Claim, withholding: Withholding) -> str:
    return party_label(claim.about, withholding) if claim.about else ""


def _choices(visit: Visit, field: str, chosen: str, counts: Counter[str]) -> list[Choice]:
    if field == "facet":
        names = sorted(counts, key=lambda name: _ORDER.get(name, len(_ORDER)))
    else:
        names = [name for name in REVIEW_STATES if counts[name]]
    found = [
        Choice(
            words=_words(name),
            count=counts[name],
            href=_address(visit, field, None if name == chosen else name),
            chosen=name == chosen,
        )
        for name in names
    ]
    every = Choice(words="all", count=counts.total(), href=_address(visit, field, None), chosen=not chosen)
    return [every, *found]


def _words(name: str) -> str:
    return FACETS[name].label if name in FACETS else name.replace("_", " ")


def _address(visit: Visit, field: str, name: str | None) -> str:
    return f"{visit.address(**{field: name, 'page': None, 'done': None})}#claims"


def _groups(visit: Visit, claims: Iterable[Claim]) -> list[dict[str, Any]]:
    held = list(claims)
    cards = {card["id"]: card for card in make_cards(held, visit)}
    withholding = visit.lens.withholding
    return [
        {
            "facet": facet,
            "label": _words(facet),
            "parties": [
                {"label": label, "cards": [cards[claim.id] for claim in own]}
                for label, own in groupby(of_facet, key=lambda claim: _party(claim, withholding))
            ],
        }
        for facet, of_facet in groupby(held, key=lambda claim: claim.facet)
    ]
