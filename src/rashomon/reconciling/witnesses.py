"""Who stands behind a claim, and how many independent witnesses several claims make.

Eight prints of one communiqué are one witness; so are two outlets that relay the same spokesman.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rashomon.model.claims import Claim
from rashomon.reconciling.evidence import Evidence

_NAMELESS = frozenset({"anonymous", "unspecified"})
_NOT_LETTERS = re.compile(r"[\W_]+")
_ARTICLES = frozenset({"the", "a", "an", "le", "la", "les", "l"})


def body_of(claim: Claim, evidence: Evidence) -> str:
    """The body that answers for a claim: its first speaker's organisation, or the outlet itself.

    "A security source" in two papers is not known to be one man, so nameless sources stay apart by report.
    """
    first = claim.attribution[0] if claim.attribution else None
    if first is not None and first.actor_id:
        return f"actor:{first.actor_id}"
    if first is None or first.source_kind == "outlet":
        root = evidence.root(claim.report_id)
        named = root.outlet if root is not None and root.outlet else None
        if named is None and root is not None:
            return f"outlet:{root.source_ref}"
        return f"outlet:{_plain(named or (first.source if first else claim.report_id))}"
    if first.on_behalf_of:
        return f"words:{_plain(first.on_behalf_of)}"
    if first.source_kind in _NAMELESS:
        return f"nameless:{_plain(first.source)}@{evidence.roots.get(claim.report_id, claim.report_id)}"
    return f"words:{_plain(first.person or first.source)}"


def utterance_of(claim: Claim, evidence: Evidence) -> str | None:
    """The one utterance that a claim relays, where linking or the reader knows it."""
    return evidence.utterances.get(claim.id) or claim.statement_id


def join_voices(claims: Iterable[Claim], evidence: Evidence) -> dict[str, str]:
    """For each claim id the voice it belongs to: claims of one body or of one utterance are one voice."""
    parent: dict[str, str] = {}

    def find(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    bodies: dict[str, str] = {}
    for claim in claims:
        bodies[claim.id] = body_of(claim, evidence)
        utterance = utterance_of(claim, evidence)
        keys = sorted(
            [find(bodies[claim.id]), find(f"utterance:{utterance}")]
            if utterance
            else [find(bodies[claim.id])]
        )
        parent[keys[-1]] = keys[0]
    return {claim_id: find(body) for claim_id, body in bodies.items()}


def speaker_words(claim: Claim, evidence: Evidence) -> str:
    """How a sentence names who said it, with the way it came: "the army, relayed by RFI".

    A private person is not named: what is written here may be shared.
    """
    outlet = _outlet_words(claim, evidence)
    links = [link for link in claim.attribution if link.source_kind != "outlet"]
    if not links:
        return outlet
    names = []
    for link in links:
        if link.source_kind == "person" and not (link.office or link.actor_id or link.on_behalf_of):
            names.append("a person not named here")
        else:
            names.append(link.source.strip() or link.office or link.on_behalf_of or "an unnamed source")
    return f"{names[0]} (relayed by {', '.join([*names[1:], outlet])})"


def _outlet_words(claim: Claim, evidence: Evidence) -> str:
    report = evidence.reports.get(claim.report_id)
    if report is None:
        return claim.report_id
    return report.outlet or report.source_ref


@lru_cache(maxsize=16384)
def _plain(words: str) -> str:
    kept = [word for word in _NOT_LETTERS.split(words.casefold()) if word]
    while kept and kept[0] in _ARTICLES:
        kept.pop(0)
    return " ".join(kept) or words.casefold()
