"""What the graph formats tell of an event: its sides by name, and each speaker's figures as one line."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from rashomon.codebook.actors import load_registry
from rashomon.codebook.facets import FACETS
from rashomon.model.claims import Claim, Count
from rashomon.model.events import without_wholes
from rashomon.model.record import EventRecord, RecordSide
from rashomon.writing.data import cells
from rashomon.writing.exports.exported import ExportOptions, LeftOut, unmet
from rashomon.writing.exports.tolls import Toll
from rashomon.writing.view import CaseView, Lookups
from rashomon.writing.withholding import Withholding
from rashomon.writing.wording.casualties import Account, gather_accounts, is_figure
from rashomon.writing.wording.figures import bounds_phrase
from rashomon.writing.wording.parties import joined, party_label

_HALVES = re.compile("[\ud800-\udfff]")
"""Half characters (lone surrogates), which no file in UTF-8 can hold."""


class Teller:
    """A case with its look-ups and its private names, as every graph format needs them."""

    def __init__(self, view: CaseView, *, names: bool = False) -> None:
        self.view = view
        self.lookups = Lookups(view)
        self.withholding = Withholding(view, names=names)

    def text(self, words: str) -> str:
        """The words without private names, on one line."""
        return one_line(self.withholding.text(words))

    def actor_name(self, actor_id: str | None) -> str | None:
        """What an actor of the registry is called, in the case or else in the registry; None where unknown."""
        if not actor_id:
            return None
        known = self.lookups.actor_names.get(actor_id)
        if known is None and (actor := load_registry().get(actor_id)):
            known = actor.names[0].words if actor.names else None
        return self.text(known) if known else None

    def side_name(self, side: RecordSide) -> str:
        """Who stands on a side, by name."""
        return self.text(joined([a.name for a in without_wholes(side.actors)]) or side.label)

    def accounts(self, event: EventRecord, report_id: str | None = None) -> tuple[Account, ...]:
        """Each speaker's figures of this event alone, for one party each, the earliest first; or one report's."""
        return self._accounts(event, report_id, shared=False)

    def shared_accounts(self, event: EventRecord, report_id: str | None = None) -> tuple[Account, ...]:
        """Each speaker's figures over this event and others together: they belong to none alone."""
        return self._accounts(event, report_id, shared=True)

    def _accounts(self, event: EventRecord, report_id: str | None, *, shared: bool) -> tuple[Account, ...]:
        known = self.lookups.events.get(event.id)
        own = set(known.claim_ids) if known else set()
        claims = [
            claim
            for claim in self.lookups.claims_of(event.id)
            if is_figure(claim)
            and (claim.id in own) != shared
            and (report_id is None or claim.report_id == report_id)
        ]
        return gather_accounts(claims, event, self.lookups, self.withholding)

    def shared_row(self, account: Account) -> dict[str, Any]:
        """An account over several events as data, with the events it covers."""
        events = [i for claim in account.claims for i in self.lookups.events_of.get(claim.id, ())]
        return self.figure_row(account) | {"events": list(dict.fromkeys(events))}

    def figure_row(self, account: Account) -> dict[str, Any]:
        """An account as data: who said it, of whom, how many, and the claims it rests on."""
        first = account.claims[0]
        return {
            "speaker": one_line(account.speaker.name),
            "relays": [one_line(relay) for relay in account.speaker.relays],
            "outlet": one_line(account.speaker.outlet),
            "about": one_line(party_label(first.about, self.withholding)),
            "figures": [self.figure(claim) for claim in account.claims],
            "stance": stance_of(first),
            "said_on": account.said_on,
            "claims": list(account.prints),
        }

    def figure(self, claim: Claim) -> dict[str, Any]:
        """One figure with its logical bounds; ``high`` None where the words set no top."""
        value = claim.value
        return {
            "outcome": claim.facet,
            "low": value.low if isinstance(value, Count) else None,
            "high": value.high if isinstance(value, Count) else None,
            "approximate": value.approximate if isinstance(value, Count) else False,
            "as_written": self.text(value.as_written) if isinstance(value, Count) else None,
            "polarity": claim.polarity,
            "certainty": claim.certainty,
        }

    def line(self, account: Account, claims: Sequence[Claim] = ()) -> str:
        """An account in words, or those of its claims: "River Front: 30+ killed, according to the army → the Post"."""
        about = one_line(party_label(account.claims[0].about, self.withholding))
        told = ", ".join(figure_words(claim) for claim in claims or account.claims)
        verb = {"denies": "denied by", "doubts": "doubted by"}.get(
            stance_of(account.claims[0]), "according to"
        )
        return f"{about}: {told}, {verb} {one_line(account.speaker.chain())}"


def toll_words(toll: Toll) -> str:
    """A toll for the summary: "33 (24 to 54)", "24 to 54 or more", "not known"."""
    if not toll.known:
        return "not known"
    span = " to ".join(str(figure) for figure in (toll.low, toll.high) if figure is not None)
    more = " or more" if toll.open else ""
    if toll.best is None:
        return span + more
    return str(toll.best) if toll.low == toll.best == toll.high else f"{toll.best} ({span}{more})"


def lacking(event: EventRecord, options: ExportOptions, item: str, reason: str) -> LeftOut:
    """Something an event in the file lacks: a gap as `unmet` has it, and only told where nobody asked for it."""
    found = unmet(event, options, reason)
    return replace(found, item=item, what="gap" if found.what == "gap" else "fact")


def stance_of(claim: Claim) -> str:
    """What the first speaker does: asserts, denies, doubts or confirms."""
    return claim.attribution[0].stance if claim.attribution else "asserts"


def figure_words(claim: Claim) -> str:
    """A figure with its bounds and what happened: "30+ killed", "possibly 3 wounded", "none killed"."""
    label = FACETS[claim.facet].label
    mark = "not " if claim.polarity == "negated" else "possibly " if claim.certainty != "asserted" else ""
    if not isinstance(claim.value, Count):
        return f"{mark}{label}, number not known"
    if claim.value.high == 0:
        return f"{mark}no losses" if claim.facet == "losses" else f"{mark}none {label}"
    return f"{mark}{bounds_phrase(claim.value)} {label}"


def one_line(words: str) -> str:
    r"""The words on one line, without control characters and half characters.

    >>> one_line("a\n\tb\u2028c\ud800")
    'a b c?'
    """
    return cells.one_line(_HALVES.sub("?", words))


def json_text(document: Mapping[str, Any]) -> str:
    """A JSON document with each item of its lists on a line of its own: readable, and quick to write.

    A half character (a lone surrogate), which no file in UTF-8 can hold, becomes a question mark.
    """
    members = (f"{_dump(key)}: {_member(item)}" for key, item in document.items())
    return _HALVES.sub("?", "{\n" + ",\n".join(members) + "\n}\n")


def _member(item: Any) -> str:
    if isinstance(item, list) and item and isinstance(item[0], dict):
        return "[\n" + ",\n".join(_dump(one) for one in item) + "\n]"
    return _dump(item)


def _dump(item: Any) -> str:
    return json.dumps(item, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
