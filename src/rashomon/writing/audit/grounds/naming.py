"""Evidence that names whom it is evidence for: a name, or where the same report says who "the alliance" is."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model.claims import ActorRef, Claim, words_of
from rashomon.model.report import Report
from rashomon.writing.audit.grounds.cast import states_in
from rashomon.writing.audit.grounds.gathering import Account, Grounds
from rashomon.writing.view import outlet_name

_AROUND = 5
"""Words shown to either side of a name."""


def names_in(words: str, grounds: Grounds) -> frozenset[str]:
    """The bodies that words name, by a name or by the adjective of a country ("French commandos")."""
    cast = grounds.cast
    hits = (hit.actor_ids[0] for hit in cast.registry.find(words) if hit.actor_ids)
    return frozenset({cast.body(i) for i in hits} | {f"state:{iso}" for iso in states_in(words)})


def names_body(account: Account, body: str, grounds: Grounds) -> bool:
    """True where a claim's own words name a body; False for "the combined forces"."""
    return _related(names_in(_words(account.claim), grounds), body, grounds)


def named_elsewhere(body: str, accounts: Sequence[Account], grounds: Grounds) -> str | None:
    """Where a report of these claims names a body that what is quoted of it does not name.

    None where a quotation names it, and where no report of theirs does.
    """
    if any(_related(names_in(grounds.quote(account), grounds), body, grounds) for account in accounts):
        return None
    for account in accounts:
        report = grounds.lookups.report(account.claim)
        for hit in grounds.cast.registry.find(report.text):
            known = [i for i in hit.actor_ids if grounds.cast.related(grounds.cast.body(i), body)]
            if known and not _is_set_aside(hit.start, report):
                said = _around(report, hit.start, hit.end)
                return f"{outlet_name(report)} names it: “{grounds.withholding.text(said)}”"
    return None


def _related(named: frozenset[str], body: str, grounds: Grounds) -> bool:
    return any(grounds.cast.related(one, body) for one in named)


def _words(claim: Claim) -> str:
    named = claim.value.words if isinstance(claim.value, ActorRef) else ""
    return " ".join([named, words_of(claim), *(passage.words for passage in claim.passages[1:])])


def _is_set_aside(place: int, report: Report) -> bool:
    return any(piece.inside and piece.start <= place < piece.end for piece in report.set_aside)


def _around(report: Report, start: int, end: int) -> str:
    """A name with some words of its line, and dots where words were left out."""
    line_start = report.text.rfind("\n", 0, start) + 1
    line_end = report.text.find("\n", end)
    before = report.text[line_start:start].split()
    after = report.text[end : line_end if line_end >= 0 else len(report.text)].split(" ")
    gap = after[:1] != [""]
    tail = " ".join(after[: _AROUND + 1])
    head = " ".join([*(["…"] if len(before) > _AROUND else []), *before[-_AROUND:]])
    said = f"{head} {report.text[start:end]}{tail if gap else f' {tail.strip()}'}"
    return f"{' '.join(said.split())}{' …' if len(after) > _AROUND + 1 else ''}"
