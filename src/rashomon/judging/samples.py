"""Which claims are drawn into a sample: by chance, the same ones each time for the same seed.

Each claim gets a number from the seed and its id, and those with the lowest are drawn. So the order in which
reports came in does not matter, and a claim keeps its number when others come in beside it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Literal

from rashomon.errors import InputError
from rashomon.model.base import value
from rashomon.model.claims import Claim

Stratum = Literal["facet", "report"]


@value
class SamplePlan:
    """How a sample is drawn and coded. ``coders``: who codes it; empty where everybody may."""

    name: str
    seed: int
    stratum: Stratum | None = None
    coders: tuple[str, ...] = ()
    unseen: bool = False
    """True where a coder says what the words say before he sees what the reader read in them."""


def draw_claims(
    claims: Sequence[Claim], *, size: int, seed: int, by: Stratum | None = None
) -> tuple[Claim, ...]:
    """As many claims as ``size`` says, in an order of chance; all of them where there are no more.

    With ``by``, each facet or each report has its share in proportion to its claims, and at least one claim
    where the sample has room for it. Raises InputError where nothing can be drawn.
    """
    if size < 1 or not claims:
        raise InputError(
            f"a sample of {size} of {len(claims)} claims cannot be drawn: it takes one claim at least."
        )
    mixed = sorted(claims, key=lambda claim: (_chance(seed, claim.id), claim.id))
    if by is None:
        return tuple(mixed[:size])
    strata: dict[str, list[Claim]] = {}
    for claim in mixed:
        strata.setdefault(claim.facet if by == "facet" else claim.report_id, []).append(claim)
    shares = share_out({name: len(held) for name, held in strata.items()}, size)
    drawn = {claim.id for name, held in strata.items() for claim in held[: shares[name]]}
    return tuple(claim for claim in mixed if claim.id in drawn)


def _chance(seed: int, claim_id: str) -> str:
    return hashlib.sha256(f"{seed}|{claim_id}".encode()).hexdigest()


def share_out(sizes: Mapping[str, int], room: int) -> dict[str, int]:
    """How many of each stratum: in proportion, rounded by the largest remainder, one of each if there is room.

    >>> share_out({"killed": 90, "wounded": 9, "place": 1}, 10)
    {'killed': 8, 'wounded': 1, 'place': 1}
    """
    total = sum(sizes.values())
    room = min(room, total)
    least = int(room >= len(sizes))
    exact = {name: room * size / total for name, size in sizes.items()}
    shares = {name: max(least, int(share)) for name, share in exact.items()}

    def over(name: str) -> tuple[float, str]:
        return shares[name] - exact[name], name

    while sum(shares.values()) < room:
        shares[min(shares, key=over)] += 1
    while sum(shares.values()) > room:
        shares[max((name for name in shares if shares[name] > least), key=over)] -= 1
    return shares
