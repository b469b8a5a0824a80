"""The claim card: what one claim says, on whose word, how far people looked at it, and what can be decided.

Every page that shows claims to decide on makes its cards here and draws them with `claims.html.j2`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from rashomon.codebook.facets import FLAGS
from rashomon.judging import REVIEW_STATES, UNDECIDED, Review
from rashomon.model.base import value
from rashomon.model.claims import Attribution, Claim, Count, Moment
from rashomon.workbench.visits import Visit
from rashomon.writing.data.files import claim_row
from rashomon.writing.page.rows import claim_rows
from rashomon.writing.view import is_outlet, outlet_name
from rashomon.writing.wording.labels import link_name

USUAL_REASONS = (
    "checked against the report",
    "the figure belongs to another event",
    "the words say otherwise",
    "the wrong party",
    "not said of this event",
    "an older figure, told again",
)
"""What people write most; offered, never filled in."""

_OF_REVIEW = frozenset({"accepted", "rejected", "corrected", "added_by_hand"})
"""Flags that say what the review says."""
_MOST_EVENTS = 3


@value
class Desk:
    """What every form on a card brings along: the form's token, what its page knew, where to go back to.

    ``why`` is the last reason that this person gave for a decision on claims, to be used again or typed over.
    """

    csrf: str
    seen: int
    back: str
    why: str
    reasons: tuple[str, ...] = USUAL_REASONS


def make_desk(visit: Visit) -> Desk:
    """The desk of whoever looks at this page."""
    return Desk(
        csrf=visit.request.state.csrf,
        seen=visit.snapshot.seen,
        back=visit.back,
        why=_last_reason(visit),
    )


def _last_reason(visit: Visit) -> str:
    for judgement in (*reversed(visit.pending), *reversed(visit.snapshot.judgements)):
        if judgement.by == visit.person and judgement.kind in ("accept", "reject"):
            return judgement.why
    return ""


def make_cards(claims: Iterable[Claim], visit: Visit, *, with_events: bool = False) -> list[dict[str, Any]]:
    """A card for each claim, in the order given; ``with_events``: with the events that it speaks of."""
    lens = visit.lens
    held = tuple(claims)
    rows = claim_rows(held, lens.lookups, lens.withholding)
    reviews = reviews_of(held, visit)
    return [
        {
            **row,
            "facet_code": claim.facet,
            "links": _links(claim, visit),
            "facts": _facts(claim),
            "flags": [
                {"words": FLAGS.get(flag.code, flag.code.replace("_", " ")), "note": flag.note or flag.words}
                for flag in claim.flags
                if flag.code not in _OF_REVIEW
            ],
            "was": next((flag.note for flag in reversed(claim.flags) if flag.code == "corrected"), ""),
            "review": review,
            "means": REVIEW_STATES[review.state],
            "also": _decided_together(review, visit),
            "is_pending": any(one.id == review.judgement_id for one in visit.pending),
            "place": place_of(claim),
            "address": f"/claims/{claim.id}",
            "events": _events(claim, visit) if with_events else [],
            "fields": [],
        }
        for claim, row, review in zip(held, rows, reviews, strict=True)
    ]


def card_data(claim: Claim, visit: Visit) -> dict[str, Any]:
    """A claim as it stands in ``claims.jsonl``, with its review."""
    (review,) = reviews_of((claim,), visit)
    return claim_row(claim, visit.lens.lookups, visit.lens.withholding) | {"review": review}


def reviews_of(claims: Iterable[Claim], visit: Visit) -> list[Review]:
    """How far each claim was looked at, decisions among them that the snapshot does not show yet."""
    return [visit.reviews.get(claim.id, UNDECIDED) for claim in claims]


def place_of(claim: Claim) -> str:
    """The address of the claim's words in their report; of its card there, where it was heard in a recording."""
    is_read = any(passage.words for passage in claim.passages)
    there = f"at-{claim.id}" if is_read else claim.id
    return f"/reports/{claim.report_id}?{urlencode({'claim': claim.id})}#{there}"


def _decided_together(review: Review, visit: Visit) -> int:
    """How many other claims the same decision fell on."""
    judged = visit.snapshot.decided.get(review.judgement_id or "")
    return max(0, len(judged.anchors) - 1) if judged is not None else 0


def _links(claim: Claim, visit: Visit) -> list[dict[str, Any]]:
    """Who said it, from the first speaker to the outlet."""
    report = visit.lens.lookups.report(claim)
    links = [
        {"name": _name(link, claim, visit), "inferred": link.inferred, "stance": link.stance, "cue": link.cue}
        for link in claim.attribution
        if not is_outlet(link)
    ]
    return [*links, {"name": outlet_name(report), "inferred": False, "stance": "asserts", "cue": None}]


def _name(link: Attribution, claim: Claim, visit: Visit) -> str:
    lens = visit.lens
    return link_name(link, claim.report_id, lens.lookups, lens.withholding)


def _facts(claim: Claim) -> list[tuple[str, str]]:
    """What else was read of it, each with its name; what nobody said is left out."""
    said = [
        ("Covers", _scope(claim)),
        ("Counts", "" if claim.coverage == "unknown" else _COVERAGES.get(claim.coverage, claim.coverage)),
        ("Certainty", claim.certainty),
        ("Says", "that it was not so" if claim.polarity == "negated" else ""),
        ("People", claim.about.status.replace("_", " ") if claim.about else ""),
        ("By", _party_words(claim)),
        ("As written", _as_written(claim)),
        ("As of", claim.as_of or ""),
        ("Read by", f"{claim.reader}, confidence {claim.confidence:.2f}"),
    ]
    return [(name, words) for name, words in said if words and words != "unknown"]


_COVERAGES = {
    "total": "all of them",
    "subset": "some of them",
    "increment": "more beside those told before",
    "running": "so far",
}


def _scope(claim: Claim) -> str:
    basis = " (inferred)" if claim.scope_basis == "inferred" else ""
    return {"event": "one event", "several": "several events"}.get(claim.scope, claim.scope) + basis


def _party_words(claim: Claim) -> str:
    if claim.by is None:
        return ""
    names = " and ".join(actor.name or actor.words for actor in claim.by.actors) or claim.by.words
    known = claim.by.identification
    return names if known == "stated" else f"{names} ({known})"


def _as_written(claim: Claim) -> str:
    found = claim.value
    return found.as_written if isinstance(found, (Count, Moment)) else ""


def _events(claim: Claim, visit: Visit) -> list[dict[str, str]]:
    ids = visit.snapshot.surveyed.events_of.get(claim.id, ())[:_MOST_EVENTS]
    events = (visit.lens.event(event_id) for event_id in ids)
    return [{"id": event.id, "title": event.title} for event in events if event is not None]
