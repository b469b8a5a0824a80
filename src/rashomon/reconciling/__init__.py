"""What a case's claims come to: a pure function of events, claims and a named policy.

Comes in: what linking tied together, the claims and the reports. Goes out: one `Record`, every figure with
the rule it was taken by and a plain why. It reads no text, ties nothing, asks nobody, and changes no claim.
"""

from __future__ import annotations

from rashomon.codebook.policies import POLICIES
from rashomon.reconciling.record import Weigher, find_policy, reconcile, record_of

__all__ = ["POLICIES", "Weigher", "find_policy", "reconcile", "record_of"]
