"""The words of a `why`: plain sentences, the same for the same claims, that name who said what and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.model.claims import ActorRef, Claim, Count, Moment, Party, Person, PlaceRef, Term
from rashomon.reconciling.evidence import Evidence
from rashomon.reconciling.figures import Figure
from rashomon.reconciling.witnesses import speaker_words


def said(claim_ids: Iterable[str], evidence: Evidence) -> str:
    """Who said what: "the army (relayed by Radio X): “at least 30”", one entry for each speaker and figure."""
    entries: dict[str, None] = {}
    for claim_id in evidence.in_order(claim_ids):
        claim = evidence.claims[claim_id]
        entries[f"{speaker_words(claim, evidence)}: {value_words(claim)}"] = None
    return "; ".join(entries)


def figures_said(figures: Sequence[Figure], evidence: Evidence) -> str:
    """Who gave these figures, in document order."""
    return said((claim_id for figure in figures for claim_id in figure.claim_ids), evidence)


def value_words(claim: Claim) -> str:
    """What a claim says, as written; a person is not named."""
    found = claim.value
    match found:
        case Count() | Moment():
            words = f"“{found.as_written.strip()}”"
        case Term(code=code, words=written):
            words = (
                f"{code.replace('_', ' ')} (“{written.strip()}”)"
                if written.strip()
                else code.replace("_", " ")
            )
        case Person(private=True):
            words = "a person not named here"
        case Person(words=written) | PlaceRef(words=written) | ActorRef(words=written):
            words = f"“{written.strip()}”"
        case _:
            written = getattr(found, "as_written", "") or getattr(found, "words", "")
            words = f"“{written.strip()}”" if written.strip() else "not known"
    if claim.certainty == "hedged":
        words += ", hedged"
    return words


def listed(words: Sequence[str]) -> str:
    """ "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def party_words(party: Party | None) -> str:
    """How a sentence names a party: its words, and its side where that is known."""
    if party is None:
        return "all involved"
    words = party.words.strip()
    if party.side and words:
        return f"{words} (side {party.side})"
    return words or (f"side {party.side}" if party.side else "people of no stated side")


def interval_words(low: int | None, high: int | None, *, is_open: bool = False) -> str:
    """ "20 to 40", "30 or more", "7"."""
    if high is None or is_open:
        top = (
            f", the highest number stated being {high}"
            if is_open and high is not None and high != low
            else ""
        )
        return f"{low if low is not None else 0} or more{top}"
    return str(high) if low == high else f"{low if low is not None else 0} to {high}"
