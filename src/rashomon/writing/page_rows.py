"""What the page shows, as plain rows: figures by policy, findings, claims, sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from rashomon.codebook.facets import FACETS, FLAGS
from rashomon.model.article import Article
from rashomon.model.claims import ActorRef, Claim, Count, Flag, Moment, Person, PlaceRef, Share, Term
from rashomon.model.record import EventRecord, Finding, RecordPlace, SharedFigure
from rashomon.model.report import Report
from rashomon.writing.accounts import Telling
from rashomon.writing.cite import References, safe_url
from rashomon.writing.dates import day_phrase, event_days, span_phrase
from rashomon.writing.evidence import quote
from rashomon.writing.figures import bounds_phrase, share_phrase
from rashomon.writing.maps import MapMaker
from rashomon.writing.maps.scene import Spot, nearest
from rashomon.writing.parties import party_label
from rashomon.writing.range_chart import chart_figures
from rashomon.writing.speakers import speaker_of
from rashomon.writing.view import Lookups, outlet_name
from rashomon.writing.withholding import WITHHELD, Withholding

Row = dict[str, Any]
_MAX_EVIDENCE = 6


def value_words(claim: Claim, withholding: Withholding) -> str:
    """A claim's value short."""
    found = claim.value
    match found:
        case Count():
            words = bounds_phrase(found)
        case Share():
            words = share_phrase(found)
        case Moment():
            words = span_phrase(found.start, found.end) if found.start else found.as_written
        case PlaceRef():
            words = found.words
        case ActorRef():
            words = found.name or found.words
        case Person():
            words = WITHHELD if withholding.hides(found.words) else found.words
        case Term():
            words = found.code.replace("_", " ")
        case _:
            words = "not known"
    words = withholding.text(words)
    return f"not: {words}" if claim.polarity == "negated" else words


def event_row(event: EventRecord, telling: Telling, maps: MapMaker) -> Row:
    """An event with its figures, findings and accounts, ready for the template."""
    claims = telling.lookups.claims_of(event.id)
    return {
        "event": event,
        "title": telling.withholding.text(event.title),
        "when": event_days(event.date) if event.date.start else "not known",
        "figures": figure_rows(event),
        "map": maps.draw(_plain_place(event.place, telling), _spots(event, telling)),
        "charts": chart_figures(claims, telling),
        "findings": [finding_row(finding, telling) for finding in event.findings],
        "shared": [shared_row(figure, telling) for figure in event.shared_figures],
        "flags": _marks(event.flags),
        "part_of": _title_of(event.part_of, telling),
    }


def _title_of(event_id: str | None, telling: Telling) -> str | None:
    event = telling.lookups.records.get(event_id or "")
    return telling.withholding.text(event.title) if event else None


def _plain(words: str, telling: Telling) -> str:
    return telling.withholding.text(words)


def _plain_place(place: RecordPlace, telling: Telling) -> RecordPlace:
    return replace(place, name=telling.withholding.text(place.name)) if place.name else place


def _spots(event: EventRecord, telling: Telling) -> tuple[Spot, ...]:
    """Other places of the event's reports and the places of events it has to do with."""
    here = event.place
    if here.lat is None or here.lon is None:
        return ()
    own = [_spot(place, "also named as its place", telling) for place in event.places]
    ids = [i for i in (event.part_of, *event.related) if i]
    others = [telling.lookups.records[i] for i in ids if i in telling.lookups.records]
    theirs = [_spot(other.place, _plain(other.title, telling), telling) for other in others]
    return nearest((here.lat, here.lon), [spot for spot in (*own, *theirs) if spot])


def _spot(place: RecordPlace, note: str, telling: Telling) -> Spot | None:
    if place.lat is None or place.lon is None or place.where_prec == 6:
        return None
    name = _plain(place.name or place.adm2 or place.adm1 or "", telling)
    area = (place.where_prec or 5) > 2
    return Spot(name=name, lat=place.lat, lon=place.lon, note=note, area=area)


def figure_rows(event: EventRecord) -> list[Row]:
    """The same claims under each family of rules, and what each row means."""
    totals = event.totals
    ucdp, span = totals.ucdp, totals.range
    return [
        {
            "policy": "UCDP",
            "killed": _best(ucdp.low, ucdp.best, ucdp.high),
            "wounded": "not counted",
            "captured": "not counted",
            "why": "best figure between the lowest and the highest; deaths only",
        },
        {
            "policy": "ACLED",
            "killed": _number(totals.acled.fatalities),
            "wounded": "not counted",
            "captured": "not counted",
            "why": "one total, the most conservative; deaths only",
        },
        {
            "policy": "Range",
            "killed": _span(span.killed.min, span.killed.max, span.killed.max_open),
            "wounded": _span(span.wounded.min, span.wounded.max, span.wounded.max_open),
            "captured": _span(span.captured.min, span.captured.max, span.captured.max_open),
            "why": "from the lowest to the highest number that anyone stated; see the speakers below",
        },
        {
            "policy": "Airwars",
            "killed": _span(totals.airwars.killed.min, totals.airwars.killed.max, False),
            "wounded": _span(totals.airwars.injured.min, totals.airwars.injured.max, False),
            "captured": "not counted",
            "why": "civilians only",
        },
        {
            "policy": "Latest",
            "killed": _number(totals.latest.killed),
            "wounded": _number(totals.latest.wounded),
            "captured": _number(totals.latest.captured),
            "why": "point figures after revisions by the same speaker",
        },
    ]


def _number(figure: int | None) -> str:
    return "nothing said" if figure is None else f"{figure:,}"


def _span(low: int | None, high: int | None, is_open: bool) -> str:
    if low is None and high is None:
        return "nothing said"
    if high is None or low is None:
        return f"{low:,}+" if low is not None else f"up to {high:,}"
    text = f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return f"{text}, no upper bound" if is_open else text


def _best(low: int | None, best: int | None, high: int | None) -> str:
    if best is None and low is None and high is None:
        return "nothing said"
    return f"{_number(best)} (low {_number(low)}, high {_number(high) if high is not None else 'open'})"


def finding_row(finding: Finding, telling: Telling) -> Row:
    """A finding with its agreement and its plain why."""
    claims = telling.lookups.view.claims
    known = [claims[i] for i in (*finding.supporting, *finding.opposing) if i in claims]
    first = known[0] if known else None
    return {
        "facet": FACETS[finding.facet].label if finding.facet in FACETS else finding.facet.replace("_", " "),
        "party": party_label(finding.about, telling.withholding) if finding.about else "",
        "value": value_words(_with_value(first, finding), telling.withholding)
        if first and finding.value
        else "—",
        "agreement": finding.agreement,
        "why": telling.withholding.text(finding.why),
        "rule": finding.rule,
        "witnesses": finding.witnesses,
        "imputed": finding.imputed,
        "supporting": [i for i in finding.supporting if i in claims],
        "opposing": [i for i in finding.opposing if i in claims],
    }


def _with_value(claim: Claim, finding: Finding) -> Claim:
    return claim if finding.value is None else replace(claim, value=finding.value, polarity="affirmed")


def shared_row(figure: SharedFigure, telling: Telling) -> Row:
    """A figure over several events, with the titles of these."""
    claim = telling.lookups.view.claims.get(figure.claim_id)
    titles = [title for i in figure.events if (title := _title_of(i, telling))]
    return {
        "facet": FACETS[figure.facet].label if figure.facet in FACETS else figure.facet,
        "party": party_label(figure.about, telling.withholding),
        "value": value_words(claim, telling.withholding) if claim else "",
        "speaker": telling.speaker(claim).chain() if claim else "",
        "events": titles,
        "basis": figure.scope_basis,
        "note": telling.withholding.text(figure.note),
        "claim_id": figure.claim_id,
    }


def claim_rows(claims: Iterable[Claim], lookups: Lookups, withholding: Withholding) -> list[Row]:
    """The claims table: words in their sentence, the chain, facet, value and flags."""
    return [_claim_row(claim, lookups, withholding) for claim in claims]


def _claim_row(claim: Claim, lookups: Lookups, withholding: Withholding) -> Row:
    report = lookups.report(claim)
    speaker = speaker_of(claim, lookups, withholding)
    stance = claim.attribution[0].stance if claim.attribution else "asserts"
    marks: list[str] = [m for m in (claim.certainty, stance) if m not in ("asserted", "asserts")]
    if claim.scope == "several":
        marks.append("covers several events" + (" (inferred)" if claim.scope_basis == "inferred" else ""))
    return {
        "id": claim.id,
        "quotations": quote(claim, report, withholding),
        "chain": speaker.chain(),
        "inferred": speaker.inferred,
        "facet": FACETS[claim.facet].label if claim.facet in FACETS else claim.facet.replace("_", " "),
        "party": party_label(claim.about, withholding) if claim.about else "",
        "value": value_words(claim, withholding),
        "marks": marks,
        "flags": _marks(claim.flags),
        "source_ref": report.source_ref,
    }


def article_rows(article: Article, references: References, telling: Telling) -> list[Row]:
    """The article's sections with each sentence's references and the words it rests on."""
    claims = telling.lookups.view.claims
    return [
        {
            "heading": section.heading,
            "sentences": [
                {
                    "text": one.text,
                    "references": references.of(one),
                    "evidence": claim_rows(
                        [claims[i] for i in one.claim_ids if i in claims][:_MAX_EVIDENCE],
                        telling.lookups,
                        telling.withholding,
                    ),
                    "more": max(0, len(one.claim_ids) - _MAX_EVIDENCE),
                    "searched": len(one.searched),
                }
                for one in section.sentences
            ],
        }
        for section in article.sections
    ]


def source_rows(lookups: Lookups, with_texts: bool) -> list[Row]:
    """The reports: metadata, hash, what was set aside by reason and length, and why one gave no claim."""
    silence = {reading.report_id: reading.silence for reading in lookups.view.readings}
    claimed = {claim.report_id for claim in lookups.view.claims.values()}
    return [
        {
            "report": report,
            "outlet": outlet_name(report),
            "published": day_phrase(report.published) if report.published else "date not known",
            "url": safe_url(report.url),
            "archive_url": safe_url(report.archive_url),
            "set_aside": _quarantine(report, with_texts),
            "copy_of": _ref(report.copied_from, lookups),
            "version_of": report.version_of,
            "silence": None if report.id in claimed else silence.get(report.id) or "no claim was found in it",
            "text": report.text if with_texts else None,
        }
        for report in lookups.ordered_reports
    ]


def _ref(report_id: str | None, lookups: Lookups) -> str | None:
    report = lookups.view.reports.get(report_id or "")
    return report.source_ref if report else report_id


def _quarantine(report: Report, with_texts: bool) -> list[Row]:
    return [
        {
            "reason": p.reason.replace("_", " "),
            "length": len(p.words),
            "words": p.words if with_texts else None,
        }
        for p in sorted(report.set_aside, key=lambda p: (p.start, p.end, p.reason))
    ]


def _marks(flags: Sequence[Flag]) -> list[str]:
    """What the flags warn of, each once."""
    return list(dict.fromkeys(FLAGS.get(flag.code, flag.code.replace("_", " ")) for flag in flags))
