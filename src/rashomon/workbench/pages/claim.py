"""One claim by itself: its card with all its forms, at an address that can be sent on."""

from __future__ import annotations

import json

from rashomon.model.claims import ActorRef, Claim, Person, PlaceRef
from rashomon.workbench.cards import card_data, make_cards, make_desk
from rashomon.workbench.corrections import fields_of
from rashomon.workbench.pages.decisions import find_claim
from rashomon.workbench.showing import Shown
from rashomon.workbench.visits import Visit
from rashomon.writing.view import is_outlet


def show_claim(visit: Visit) -> Shown:
    """The claim; its forms are open unless the short card is asked for, as it stands in a list."""
    claim = find_claim(visit, visit.path["claim_id"])
    (card,) = make_cards([claim], visit, with_events=True)
    if visit.asked("card") != "brief":
        fields = fields_of(claim)
        shown = {field.name: field.said for field in fields}
        card |= {"fields": fields, "was_fields": json.dumps(shown), "names": names_in(claim)}
    return Shown(
        template="claim_page.html.j2",
        data={"claim": card_data(claim, visit)},
        drawn={"card": card, "desk": make_desk(visit), "report": visit.snapshot.reports[claim.report_id]},
    )


def names_in(claim: Claim) -> list[str]:
    """The words of a claim that can mean an actor or a place, as they are written."""
    found: list[str] = []
    for party in (claim.about, claim.by):
        if party is not None:
            found += [actor.words for actor in party.actors] + [party.words]
    if isinstance(claim.value, PlaceRef):
        found += [claim.value.of or "", claim.value.words]
    if isinstance(claim.value, (ActorRef, Person)):
        found.append(claim.value.words)
    found += [link.source for link in claim.attribution if not is_outlet(link)]
    return list(dict.fromkeys(words.strip() for words in found if words.strip()))
