"""Where an event's facts come from, in the words of a data set: its reports, and who said it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rashomon.codebook.facets import FACETS
from rashomon.model.claims import Claim
from rashomon.model.record import EventRecord, Finding
from rashomon.model.report import Report
from rashomon.writing.view import Lookups
from rashomon.writing.withholding import Withholding
from rashomon.writing.wording.parties import party_label
from rashomon.writing.wording.speakers import speaker_of

OUTCOMES = tuple(facet.code for facet in FACETS.values() if facet.outcome)
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_PRONOUNS = frozenset("he she it they him her them who we us i me you his their its one".split())
_DEADLY = tuple(facet.code for facet in FACETS.values() if facet.deadly)


def reports_of(event: EventRecord, lookups: Lookups) -> tuple[Report, ...]:
    """The reports of an event that the record rests on, in its order."""
    found = (lookups.report_of_ref(source_ref) for source_ref in event.reports)
    return tuple(report for report in found if report is not None)


def speakers_of(event: EventRecord, lookups: Lookups, withholding: Withholding) -> tuple[str, ...]:
    """Who the figures of an event come from: first speakers, not those who relay or print them.

    Those who gave numbers of dead; where nobody did, those who said anything of it. Where an outlet quotes
    nobody, nobody is named here: its name stands among the reports.
    """
    for facets in (_DEADLY, OUTCOMES, tuple(FACETS)):
        claims = (claim for f in event.findings if f.facet in facets for claim in claims_of(f, lookups))
        names = _names(claims, lookups, withholding)
        if names:
            return names
    return ()


def _names(claims: Iterable[Claim], lookups: Lookups, withholding: Withholding) -> tuple[str, ...]:
    speakers = (speaker_of(claim, lookups, withholding) for claim in claims)
    named = (one.name for one in speakers if not one.own_voice or one.is_statement)
    return tuple(dict.fromkeys(_ARTICLE.sub("", name) for name in named))


def claims_of(finding: Finding, lookups: Lookups) -> tuple[Claim, ...]:
    """The claims a finding rests on, those against it last."""
    known = lookups.view.claims
    return tuple(known[i] for i in (*finding.supporting, *finding.opposing) if i in known)


def disagreement(
    event: EventRecord,
    lookups: Lookups,
    withholding: Withholding,
    *,
    facets: tuple[str, ...] = OUTCOMES,
    every: bool = False,
) -> tuple[str, ...]:
    """Who said what of the dead and hurt, one line a finding: "Killed, rebels: the army “12”; residents “9”".

    Only findings with more than one account, or ``every`` one; a denial or a hedge is told as such. A finding
    over everybody stands only where none tells people apart, since it would say the same again.
    """
    told = [f for f in event.findings if f.facet in facets]
    if not every:
        told = [finding for finding in told if finding.agreement not in ("single", "agreed")]
    apart = {finding.facet for finding in told if finding.about is not None}
    told = [finding for finding in told if finding.about is not None or finding.facet not in apart]
    lines = (_line(finding, lookups, withholding) for finding in told)
    return tuple(dict.fromkeys(line for line in lines if line))


def _line(finding: Finding, lookups: Lookups, withholding: Withholding) -> str:
    said = [_said(claim, lookups, withholding) for claim in claims_of(finding, lookups)]
    label = FACETS[finding.facet].label
    if finding.about:
        party = withholding.text(party_label(finding.about, withholding)).removesuffix(" (people)")
        # "He" says nothing of who it was outside its own sentence.
        label += f", {party}" if party.casefold() not in _PRONOUNS else ""
    return f"{label[:1].upper()}{label[1:]}: {'; '.join(dict.fromkeys(said))}" if said else ""


def _said(claim: Claim, lookups: Lookups, withholding: Withholding) -> str:
    speaker = speaker_of(claim, lookups, withholding).name
    words = withholding.text(getattr(claim.value, "as_written", "") or getattr(claim.value, "words", ""))
    hedge = {"hedged": "perhaps ", "hypothetical": "if so ", "planned": "planned "}.get(claim.certainty, "")
    denied = "denies " if claim.polarity == "negated" else ""
    return f"{speaker} {denied}{hedge}“{words}”"


def told_of_several(event: EventRecord, lookups: Lookups, withholding: Withholding) -> tuple[str, ...]:
    """Who gave which number of dead for several events together: "the alliance “20” (bandits)"."""
    found = []
    for figure in event.shared_figures:
        claim = lookups.view.claims.get(figure.claim_id)
        if claim is not None and figure.facet in _DEADLY:
            party = withholding.text(party_label(figure.about, withholding)).removesuffix(" (people)")
            found.append(f"{_said(claim, lookups, withholding)} ({party})")
    return tuple(dict.fromkeys(found))


def shared_facts(event: EventRecord, facets: tuple[str, ...] = OUTCOMES) -> Iterator[tuple[str, str]]:
    """Figures over several events, which no row can hold: facet and what it is, one a facet and set of events."""
    grouped: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for figure in event.shared_figures:
        if figure.facet in facets:
            grouped.setdefault((figure.facet, figure.events), []).append(figure.claim_id)
    for (facet, events), claim_ids in grouped.items():
        over = f"over {', '.join(events)}" if len(events) > 1 else "over several events"
        yield facet, f"{', '.join(claim_ids)}: {over} together, given to none"


def other_places(event: EventRecord) -> tuple[str, ...]:
    """What the event's place is called besides, where that says more than its country and provinces."""
    place = event.place
    known = {place.name, place.country, place.adm1, place.adm2, None, ""}
    return tuple(dict.fromkeys(other.name or "" for other in event.places if other.name not in known))


def unnamed_outlets(event: EventRecord, lookups: Lookups) -> Iterator[tuple[str, str]]:
    """The reports whose outlet nobody has told, which stand among the sources under their own ids."""
    found = [report.source_ref for report in reports_of(event, lookups) if not report.outlet]
    if found:
        yield (
            "source",
            f"no outlet is known of {', '.join(found)} (--outlet, NAME.meta.json): its own id stands there",
        )
