"""FollowTheMoney: events, bodies, articles and mentions as statements for Aleph and OpenSanctions.

A statement's dataset is the only "who" there is, so every outlet is a dataset, and what a policy made of
them stands under a dataset of our own. FtM has no property for the dead, for sides, or for who said what
to whom: figures stand in an event's description as lines, and as numbers in a table beside the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pycountry

from rashomon.codebook.actors import load_registry
from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.model.base import content_id
from rashomon.model.claims import ActorRef, Claim, Moment, PlaceRef
from rashomon.model.events import SideActor, without_wholes
from rashomon.model.record import EventRecord
from rashomon.model.report import Report
from rashomon.writing.data.cells import Cell, write_table
from rashomon.writing.exports.exported import NO_YEAR, Exported, ExportOptions, LeftOut, chosen_events
from rashomon.writing.exports.ftm.statements import Statement, dataset_names, statement, write_statements
from rashomon.writing.exports.tellings import Teller, lacking, toll_words
from rashomon.writing.exports.tolls import toll_of
from rashomon.writing.view import CaseView, outlet_name
from rashomon.writing.wording.casualties import Account

OWN = "rashomon"
"""The dataset of what no outlet says but a policy makes of what they say."""
_BODIES = frozenset({"forces", "group", "unit", "organisation", "state"})
"""Levels of actors that are bodies; a population, a nameless band or a person is none."""
_OF_A_STATE = ("state:", "forces:", "police:")
_FIGURE_COLUMNS = (
    *("event", "entity_id", "outcome", "about", "low", "high", "approximate", "as_written", "polarity"),
    *("certainty", "stance", "speaker", "relays", "outlet", "dataset", "said_on", "over_events", "claims"),
)


def export(view: CaseView, options: ExportOptions) -> Exported:
    """Statements of the events asked for, and their figures in ``.figures.csv`` beside them."""
    teller = Teller(view, names=options.names)
    events = chosen_events(view, options)
    writer = StatementWriter(teller, events)
    policy = view.record.policy
    origin = f"rashomon policy {policy}" + (f" as of {view.record.as_of}" if view.record.as_of else "")
    return Exported(
        text=write_statements(writer.statements(), origin=origin),
        left_out=tuple(writer.left_out(options)),
        beside=((".figures.csv", write_table(_FIGURE_COLUMNS, writer.figures())),),
    )


class StatementWriter:
    """The statements of some events of a case."""

    def __init__(self, teller: Teller, events: Sequence[EventRecord]) -> None:
        self.teller = teller
        self.events = events
        told = {ref for event in events for ref in event.reports}
        self.reports = [r for r in teller.lookups.ordered_reports if r.source_ref in told]
        # The name of our own dataset is taken before any outlet's.
        self._datasets = dataset_names([OWN, *(outlet_name(report) for report in self.reports)])
        self._bodies = {
            actor.id: actor
            for event in events
            for actor in event_actors(event)
            if actor.id and _is_body(actor)
        }

    def statements(self) -> Iterator[Statement]:
        """Articles, bodies, events, and what ties them together."""
        for report in self.reports:
            yield from self._article(report)
        for actor_id in self._bodies:
            yield from self._body(actor_id)
        for event in self.events:
            yield from self._event(event)
        yield from self._mentions()

    def _of(self, report: Report) -> str:
        return self._datasets[outlet_name(report)]

    def _make(
        self, entity: str, schema: str, values: Sequence[tuple[str, str | None]], dataset: str
    ) -> Iterator[Statement]:
        """An entity's values under a dataset, with the statement that it is there."""
        yield Statement(entity=entity, schema=schema, prop="id", value=entity, dataset=dataset)
        for prop, words in values:
            one = statement(entity, schema, prop, self.teller.text(words) if words else None, dataset)
            if one:
                yield one

    def _article(self, report: Report) -> Iterator[Statement]:
        values = [
            ("fileName", report.source_ref),
            ("title", report.title),
            ("author", report.author),
            ("publisher", report.outlet),
            ("publishedAt", report.published),
            ("retrievedAt", (report.retrieved or "")[:10]),
            ("language", report.language),
            ("sourceUrl", report.url),
        ]
        yield from self._make(entity_id("report", report.id), "Article", values, self._of(report))

    def _body(self, actor_id: str) -> Iterator[Statement]:
        actor = load_registry().get(actor_id)
        values: list[tuple[str, str | None]] = [
            ("name", self.teller.actor_name(actor_id) or self._bodies[actor_id].name),
            ("classification", actor.category.replace("_", " ")),
        ]
        # Where a body acts says little of whose it is; only a state's own forces are that state's.
        if actor_id.startswith(_OF_A_STATE):
            values += [("country", country_code(iso3)) for iso3 in actor.countries]
        yield from self._make(entity_id("actor", actor_id), "Organization", values, OWN)

    def _event(self, event: EventRecord) -> Iterator[Statement]:
        entity, policy = entity_id("event", event.id), self.teller.view.record.policy
        toll = f"Deaths by policy {policy}: {toll_words(toll_of(event, policy))}"
        kind = EVENT_KINDS[event.kind].label if event.kind in EVENT_KINDS else event.kind
        place = event.place
        where = ", ".join(dict.fromkeys(n for n in (place.name, place.adm2, place.adm1, place.country) if n))
        values: list[tuple[str, str | None]] = [
            ("name", event.title or kind),
            ("summary", toll),
            ("recordId", event.id),
            ("keywords", kind),
            ("keywords", event.acled.sub_event_type),
            ("location", where),
            ("country", country_code(place.country_iso3)),
            ("startDate", None if event.date.imputed else event.date.start),
            ("endDate", None if event.date.imputed else event.date.end),
        ]
        bodies = [actor.id for actor in event_actors(event) if actor.id in self._bodies]
        values += [("involved", entity_id("actor", actor_id or "")) for actor_id in bodies]
        yield from self._make(entity, "Event", values, OWN)
        for report in self.reports:
            if report.source_ref in event.reports:
                yield from self._make(entity, "Event", self._told(event, report), self._of(report))
                yield from self._documentation(event, report)

    def _told(self, event: EventRecord, report: Report) -> list[tuple[str, str | None]]:
        """What one report says of the event, as values of its outlet's dataset."""
        claims = [
            c
            for c in self.teller.lookups.claims_of(event.id)
            if c.report_id == report.id and c.polarity == "affirmed" and c.certainty in ("asserted", "hedged")
        ]
        values: list[tuple[str, str | None]] = [
            ("proof", entity_id("report", report.id)),
            ("publisher", report.outlet),
            ("sourceUrl", report.url),
        ]
        for claim in claims:
            if isinstance(claim.value, Moment) and claim.facet == "date" and _is_single(claim.value):
                values.append(("date", claim.value.start))
            if isinstance(claim.value, PlaceRef) and claim.facet == "place":
                values.append(("location", claim.value.words))
        # Each print has its own line: the way the words came is the outlet's own.
        for account in self.teller.accounts(event, report.id):
            values.append(("description", self.teller.line(account)))
        for account in self.teller.shared_accounts(event, report.id):
            count = len(self.teller.shared_row(account)["events"])
            line = f"{self.teller.line(account)} (over {count} events together, counted in none)"
            values.append(("description", line))
        return values

    def _documentation(self, event: EventRecord, report: Report) -> Iterator[Statement]:
        principal = report.source_ref in event.principal_for
        values = [
            ("document", entity_id("report", report.id)),
            ("entity", entity_id("event", event.id)),
            ("role", "report of the event" if principal else "mentions the event"),
            ("date", report.published),
        ]
        key = content_id("d", report.id, event.id)
        yield from self._make(entity_id("link", key), "Documentation", values, self._of(report))

    def _mentions(self) -> Iterator[Statement]:
        """Each body under each name that a report gives it: aliases are the report's words, not the body's names."""
        reports = {report.id: report for report in self.reports}
        for claim in self._claims():
            report = reports.get(claim.report_id)
            for ref in _named(claim):
                if report is None or ref.actor_id not in self._bodies:
                    continue
                key = content_id("m", report.id, ref.actor_id, ref.words)
                values = [
                    ("document", entity_id("report", report.id)),
                    ("name", ref.words),
                    ("resolved", entity_id("actor", ref.actor_id or "")),
                    ("detectedSchema", "Organization"),
                ]
                yield from self._make(entity_id("mention", key), "Mention", values, self._of(report))

    def _claims(self) -> list[Claim]:
        ids = {claim.id: claim for event in self.events for claim in self.teller.lookups.claims_of(event.id)}
        return sorted(ids.values(), key=self.teller.lookups.claim_order)

    def figures(self) -> Iterator[Sequence[Cell]]:
        """Every speaker's figures as numbers: what FtM's model has no property for."""
        for event in self.events:
            told = [(account, "") for account in self.teller.accounts(event)]
            told += [
                (account, "; ".join(self.teller.shared_row(account)["events"]))
                for account in self.teller.shared_accounts(event)
            ]
            for account, over in told:
                yield from self._figure_rows(event, account, over)

    def _figure_rows(self, event: EventRecord, account: Account, over: str) -> Iterator[Sequence[Cell]]:
        row = self.teller.figure_row(account)
        report = self.teller.lookups.report(account.claims[0])
        for figure in row["figures"]:
            yield (
                *(event.id, entity_id("event", event.id), figure["outcome"], row["about"]),
                *(figure["low"], figure["high"], str(figure["approximate"]).lower(), figure["as_written"]),
                *(figure["polarity"], figure["certainty"], row["stance"], row["speaker"]),
                *("; ".join(row["relays"]), row["outlet"], self._datasets.get(outlet_name(report), "")),
                *(row["said_on"], over, "; ".join(row["claims"])),
            )

    def left_out(self, options: ExportOptions) -> Iterator[LeftOut]:
        """What the model has no place for, and what it needs and no report says."""
        reason = "FtM has no property for it: figures are lines of the description and rows beside the file"
        yield LeftOut(what="fact", item="casualties", reason=reason)
        reason = "FtM has no property for it; the dataset of a statement says which outlet has it"
        yield LeftOut(what="fact", item="who said it, and to whom", reason=reason)
        reason = "FtM's checksum is 40 digits long, and the case keeps SHA-256"
        yield LeftOut(what="fact", item="contentHash", reason=reason)
        for event in self.events:
            yield from self._event_left_out(event, options)

    def _event_left_out(self, event: EventRecord, options: ExportOptions) -> Iterator[LeftOut]:
        if event.date.start is None:
            yield lacking(event, options, "startDate", "no report says when it was")
        elif event.date.start.startswith("--"):
            yield lacking(event, options, "startDate", NO_YEAR)
        elif event.date.imputed:
            reason = f"no report says when; first reported {event.date.start}, which stands with the article"
            yield LeftOut(what="fact", event=event.id, item="startDate", reason=reason)
        if event.place.name is None and event.place.country is None:
            yield lacking(event, options, "location", "no report says where it was")
        if event.place.lat is not None:
            reason = (
                f"{event.place.lat}, {event.place.lon} (where_prec {event.place.where_prec}): no property"
            )
            yield LeftOut(what="fact", event=event.id, item="coordinates", reason=reason)
        if len(event.sides) > 1:
            names = " against ".join(self.teller.side_name(side) for side in event.sides)
            reason = f"who stood against whom: {names}; all are only “involved”"
            yield LeftOut(what="fact", event=event.id, item="sides", reason=reason)
        for actor in event_actors(event):
            if not _is_body(actor):
                reason = f"“{self.teller.text(actor.name)}” is no body that the registry knows"
                yield LeftOut(what="fact", event=event.id, item="involved", reason=reason)


def entity_id(kind: str, key: str) -> str:
    """An id that cannot meet another data set's.

    >>> entity_id("actor", "forces:MLI")
    'rashomon-actor-forces-mli'
    """
    return f"rashomon-{kind}-" + "-".join("".join(c if c.isalnum() else " " for c in key).split()).casefold()


def country_code(iso3: str | None) -> str | None:
    """FtM's code of a country: ISO 3166-1 alpha-2 in small letters, and xk for Kosovo."""
    if iso3 == "XKX":
        return "xk"
    found = pycountry.countries.get(alpha_3=iso3) if iso3 else None
    return found.alpha_2.casefold() if found else None


def event_actors(event: EventRecord) -> list[SideActor]:
    """Everybody on a side or beside the sides, each once."""
    found = [actor for side in event.sides for actor in without_wholes(side.actors)]
    found += [other.actor for other in event.others]
    return list({(actor.id, actor.name): actor for actor in found}.values())


def _is_body(actor: SideActor) -> bool:
    if actor.id is None or actor.identification == "unidentified" or actor.id not in load_registry():
        return False
    known = load_registry().get(actor.id)
    return known.level in _BODIES and known.category not in ("unidentified", "civilians", "population")


def _named(claim: Claim) -> Iterator[ActorRef]:
    if isinstance(claim.value, ActorRef):
        yield claim.value
    for party in (claim.about, claim.by):
        yield from (ref for ref in (party.actors if party else ()) if ref.actor_id)


def _is_single(moment: Moment) -> bool:
    return moment.start is not None and moment.start == moment.end
