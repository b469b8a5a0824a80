"""QuickStatements: an event as commands that make a Wikidata item, one statement for each speaker's figure.

No figure is merged, averaged or chosen here: the totals of a policy are no one's statement and stay in the
summary of the first line. Only items that the codebook knows are named. What would need another is
listed, and left to the editor. Private persons and accusations never get in, whatever the options say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.codebook.wikidata import item_of
from rashomon.model.claims import ActorRef, Claim, Count, Term
from rashomon.model.dates import first_day, last_day
from rashomon.model.events import without_wholes
from rashomon.model.record import EventRecord
from rashomon.writing.exports.exported import NO_YEAR, Exported, ExportOptions, LeftOut, chosen_events, unmet
from rashomon.writing.exports.quickstatements import syntax
from rashomon.writing.exports.quickstatements.figures import figure, merged, refusal
from rashomon.writing.exports.quickstatements.sources import Citer
from rashomon.writing.exports.quickstatements.syntax import Pair, Statement
from rashomon.writing.exports.tellings import Teller, figure_words, one_line, toll_words
from rashomon.writing.exports.tolls import toll_of
from rashomon.writing.view import CaseView
from rashomon.writing.wording.casualties import Account
from rashomon.writing.wording.dates import span_phrase
from rashomon.writing.wording.parties import party_label

NEAR = "Q21818619"
"""Wikidata's "near", a value of its sourcing circumstances (P1480)."""
_NEAR_ENOUGH = (1, 2)
"""UCDP where_prec of a point that somebody named; the middle of a province is nobody's coordinate."""


def export(view: CaseView, options: ExportOptions) -> Exported:
    """Commands for what reports are mainly about, where it has a year, a place or a country, and can be cited."""
    teller = Teller(view)
    citer = Citer(teller)
    commands: list[str] = []
    left_out: list[LeftOut] = []
    for event in chosen_events(view, options):
        if not event.principal_for and event.id not in options.event_ids:
            reason = "no report is mainly about it; ask for it with --event"
            left_out.append(LeftOut(what="event", event=event.id, reason=reason))
            continue
        reason = _unfit(event)
        if reason:
            left_out.append(unmet(event, options, reason))
            continue
        if not citer.blocks(teller.lookups.claims_of(event.id)):
            reason = "no report of it has an address or a title, so nothing of it can be cited"
            left_out.append(unmet(event, options, reason))
            continue
        item = ItemWriter(event, teller, citer)
        commands += item.commands()
        left_out += item.left_out
    if options.names:
        reason = "names of private persons are never made part of Wikidata, --names or not"
        left_out.append(LeftOut(what="fact", item="--names", reason=reason))
    return Exported(text=syntax.lines(commands), left_out=tuple(left_out))


def _unfit(event: EventRecord) -> str:
    """Why an event is no item; empty where it may be one."""
    if event.date.start is None:
        return "no report says when it was"
    if syntax.day(event.date.start) is None:
        return NO_YEAR
    if event.place.name is None and event.place.country is None:
        return "no report says where it was"
    return ""


class ItemWriter:
    """The commands of one event, and word of what could not be said in them."""

    def __init__(self, event: EventRecord, teller: Teller, citer: Citer) -> None:
        self.event = event
        self.teller = teller
        self.citer = citer
        self.left_out: list[LeftOut] = []
        self._disputed = disputed_claims(event)

    def commands(self) -> list[str]:
        """CREATE, the labels, then the statements."""
        policy = self.teller.view.record.policy
        toll = toll_words(toll_of(self.event, policy))
        note = f"Rashomon draft of event {self.event.id}; deaths by policy {policy}: {toll}; check before use"
        statements = [*self._what(), *self._when(), *self._where(), *self._who(), *self._how_many()]
        label, description = self._names()
        return [
            syntax.create(note),
            syntax.named("Len", label),
            syntax.named("Den", description),
            *(syntax.command(statement) for statement in statements),
        ]

    def _leave(self, item: str, reason: str) -> None:
        self.left_out.append(LeftOut(what="fact", event=self.event.id, item=item, reason=reason))

    def _names(self) -> tuple[str, str]:
        event, label = self.event, self.teller.text(self.event.title)
        kind = EVENT_KINDS[event.kind].label if event.kind in EVENT_KINDS else "event"
        where = f" in {event.place.country}" if event.place.country else ""
        day = span_phrase(event.date.start, event.date.end)
        return label or kind, f"{kind}{where}, {'reported ' if event.date.imputed else ''}{day}"

    def _what(self) -> Iterator[Statement]:
        item = item_of("event", self.event.kind)
        if item is None:
            self._leave("P31", f"no item is known for the kind of event “{self.event.kind}”")
        else:
            yield Statement(prop="P31", value=item, note=self.event.kind)

    def _when(self) -> Iterator[Statement]:
        date = self.event.date
        first, last = syntax.day(date.start or ""), syntax.day(date.end or date.start or "")
        whole = whole_period(date.start or "", date.end or date.start or "")
        references = self.citer.blocks(self._claims("date"))
        if first is None:
            return
        if date.imputed:
            # The day of publication: it was then or before, and no report says more.
            note = "no report says when; the day on which it was first reported"
            qualifiers: tuple[Pair, ...] = (("P1326", last or first),)
            references = self.citer.blocks(self._of_principal())
            yield Statement(
                prop="P585", value="somevalue", qualifiers=qualifiers, references=references, note=note
            )
        elif whole:
            yield Statement(prop="P585", value=syntax.day(whole) or first, references=references)
        else:
            qualifiers = (("P1319", first), ("P1326", last or first))
            yield Statement(prop="P585", value="somevalue", qualifiers=qualifiers, references=references)

    def _where(self) -> Iterator[Statement]:
        place = self.event.place
        references = self.citer.blocks(self._claims("place"))
        country = item_of("country", place.country_iso3)
        if country:
            yield Statement(prop="P17", value=country, references=references, note=place.country or "")
        names = ", ".join(dict.fromkeys(name for name in (place.name, place.adm2, place.adm1) if name))
        if names and names != place.country:
            self._leave("P276", f"no item is known for the place “{self.teller.text(names)}”")
        if place.lat is None or place.lon is None:
            return
        if place.where_prec not in _NEAR_ENOUGH:
            self._leave(
                "P625", f"a middle point (where_prec {place.where_prec}) is no coordinate of the event"
            )
            return
        qualifiers = (("P1480", NEAR),) if place.where_prec == 2 else ()
        at = syntax.point(place.lat, place.lon)
        yield Statement(prop="P625", value=at, qualifiers=qualifiers, references=references)

    def _who(self) -> Iterator[Statement]:
        for side in self.event.sides:
            if side.role != "belligerent":
                continue
            for actor in without_wholes(side.actors):
                item = item_of("actor", actor.id)
                name = self.teller.text(actor.name)
                if item is None:
                    self._leave("P710", f"no item is known for the participant “{name}”")
                    continue
                # Who is only said or thought to have been there is no participant in Wikidata's own voice.
                stated = [
                    c for c in self._claims("participant") if _speaks_of(c, actor.id or "") and _is_stated(c)
                ]
                references = self.citer.blocks(stated)
                if references:
                    yield Statement(prop="P710", value=item, references=references, note=name)
                else:
                    self._leave("P710", f"no report that can be cited states that “{name}” took part")
        yield from self._whose_deed()

    def _whose_deed(self) -> Iterator[Statement]:
        """Who did it, only where the actor itself says so and never takes it back."""
        claims = self._claims("responsibility")
        denied = {ref.actor_id for claim in claims if _code(claim) == "denied" for ref in _actors(claim)}
        for claim in claims:
            refs = _actors(claim)
            items = [item_of("actor", ref.actor_id) for ref in refs]
            references = self.citer.blocks([claim], quoting=True)
            if _code(claim) != "claimed":
                self._leave(
                    "P8031", "only what an actor claims for itself is a statement; this is no such claim"
                )
            elif any(ref.actor_id in denied for ref in refs):
                self._leave("P8031", "the actor claims it in one place and denies it in another")
            elif not refs or None in items or not references:
                self._leave(
                    "P8031", "the actor claims it; no item is known for it, or no report can be cited"
                )
            else:
                note = (
                    f"claimed by itself: {', '.join(self.teller.actor_name(r.actor_id) or '' for r in refs)}"
                )
                for item in items:
                    yield Statement(prop="P8031", value=item or "", references=references, note=note)

    def _how_many(self) -> list[Statement]:
        accounts = self.teller.accounts(self.event)
        given: dict[tuple[str, str], set[tuple[object, ...]]] = {}
        for account in accounts:
            for claim in (c for c in account.claims if not refusal(c, self.teller)):
                given.setdefault((account.speaker.key, claim.facet), set()).add(_figure_key(claim))
        found = []
        for account in accounts:
            for claim in account.claims:
                alone = len(given.get((account.speaker.key, claim.facet), ())) == 1
                statement = self._figure(claim, account, alone=alone)
                if statement:
                    found.append((account.speaker.key, statement))
        for account in self.teller.shared_accounts(self.event):
            told = self._told(account, account.claims)
            self._leave(account.claims[0].id, f"over several events: {told}")
        return merged(found)

    def _figure(self, claim: Claim, account: Account, *, alone: bool) -> Statement | None:
        told = self._told(account, (claim,))
        reason = refusal(claim, self.teller)
        if reason or not isinstance(claim.value, Count):
            self._leave(claim.id, f"{reason}: {told}")
            return None
        prints = [self.teller.view.claims[i] for i in account.prints]
        same = [c for c in prints if _figure_key(c) == _figure_key(claim)]
        references = self.citer.blocks(same, quoting=True)
        if not references:
            reason = f"a figure needs a reference, and no report of it has an address or a title: {told}"
            self.left_out.append(LeftOut(what="gap", event=self.event.id, item=claim.id, reason=reason))
            return None
        made = figure(claim, claim.value, disputed=claim.id in self._disputed, alone=alone)
        return replace(made, references=references, note=told, about=self._about(claim))

    def _told(self, account: Account, claims: Sequence[Claim]) -> str:
        figures = ", ".join(figure_words(claim) for claim in claims)
        return f"{self._about(claims[0])}: {figures}, according to {self.citer.public.way(account)}"

    def _about(self, claim: Claim) -> str:
        label = one_line(party_label(claim.about, self.teller.withholding))
        return label if self.citer.public.hold_no_name(label) else "people"

    def _of_principal(self) -> list[Claim]:
        """Claims of the reports whose main event this is: those that tell it as having just happened."""
        reports = self.teller.view.reports
        told = self.teller.lookups.claims_of(self.event.id)
        return [c for c in told if reports[c.report_id].source_ref in self.event.principal_for]

    def _claims(self, facet: str) -> list[Claim]:
        """What is said of the event alone on a facet, denials and suppositions left aside."""
        known = self.teller.lookups.events.get(self.event.id)
        own = set(known.claim_ids) if known else set()
        return [
            claim
            for claim in self.teller.lookups.claims_of(self.event.id)
            if claim.facet == facet
            and claim.id in own
            and claim.polarity == "affirmed"
            and claim.certainty == "asserted"
        ]


def whole_period(start: str, end: str) -> str | None:
    """The day, month or year that a span covers from its first day to its last; None where it is no such one.

    >>> whole_period("2018-04-01", "2018-04-30"), whole_period("2018-04-01", "2018-04-03")
    ('2018-04', None)
    """
    reach = (first_day(start), last_day(end))
    wholes = (end, end[:7], end[:4])
    return next((one for one in wholes if (first_day(one), last_day(one)) == reach), None)


def disputed_claims(event: EventRecord) -> frozenset[str]:
    """The figures that others contradict for the same people; for all people where no closer finding has them.

    A sum over all sides is disputed as soon as one part of it is: that says nothing of the other parts.
    """
    close = {i for f in event.findings if f.about is not None for i in (*f.supporting, *f.opposing)}
    return frozenset(
        claim_id
        for finding in event.findings
        if finding.agreement == "disputed"
        for claim_id in (*finding.supporting, *finding.opposing)
        if finding.about is not None or claim_id not in close
    )


def _figure_key(claim: Claim) -> tuple[object, ...]:
    count = claim.value
    return (
        claim.facet,
        *((count.low, count.high, count.vague) if isinstance(count, Count) else ("unknown",)),
    )


def _speaks_of(claim: Claim, actor_id: str) -> bool:
    refs = [claim.value] if isinstance(claim.value, ActorRef) else []
    refs += claim.about.actors if claim.about else ()
    return any(ref.actor_id == actor_id for ref in refs)


def _code(claim: Claim) -> str:
    return claim.value.code if isinstance(claim.value, Term) else ""


def _actors(claim: Claim) -> tuple[ActorRef, ...]:
    return claim.about.actors if claim.about else ()


def _is_stated(claim: Claim) -> bool:
    return claim.about is None or claim.about.identification == "stated"
