"""A digest that names the state of a case: equal states, equal digests, whatever came in first.

The digests of the parts are added up, not chained, so that neither the order in which reports came
in nor the number of workers matters, and a batch can add up while it streams.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from rashomon.model.claims import Claim
from rashomon.model.codec import to_json
from rashomon.model.report import Report

_ROOM = 1 << 256


def _number(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest(), "big")


def digest_of_report(report: Report) -> int:
    """The part of one report. Which version or copy it is depends on its neighbours, so that is left out."""
    return _number("report " + to_json(replace(report, version_of=None, copied_from=None)))


def digest_of_claims(claims: Iterable[Claim]) -> int:
    """The part of some claims; the order does not matter."""
    return sum(_number("claim " + to_json(claim)) for claim in claims) % _ROOM


def digest_of_whole(parts: Iterable[int]) -> str:
    """The digest of all parts together: 64 hexadecimal digits.

    >>> digest_of_whole([3, 5]) == digest_of_whole([5, 3])
    True
    """
    return f"{sum(parts) % _ROOM:064x}"
