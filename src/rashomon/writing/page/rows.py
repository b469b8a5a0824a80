"""What the page shows beside events, as plain rows: claims in their sentences, the article, sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from rashomon.codebook.facets import FACETS, FLAGS
from rashomon.codebook.graphic import is_graphic
from rashomon.model.article import Article, InfoboxEntry, Sentence
from rashomon.model.claims import ActorRef, Claim, Count, Flag, Moment, Person, PlaceRef, Share, Term
from rashomon.model.report import Report
from rashomon.writing.cite import References, safe_url
from rashomon.writing.evidence import marked_sentences, quote
from rashomon.writing.view import Lookups, outlet_name
from rashomon.writing.withholding import WITHHELD, Withholding
from rashomon.writing.wording.dates import day_phrase, span_phrase
from rashomon.writing.wording.figures import bounds_phrase, share_phrase
from rashomon.writing.wording.parties import party_label
from rashomon.writing.wording.speakers import speaker_of
from rashomon.writing.wording.telling import Telling

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


def claim_groups(claims: Iterable[Claim], lookups: Lookups, withholding: Withholding) -> list[Row]:
    """Claims report by report, in the order given."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.report_id, []).append(claim)
    numbers = {report.id: number for number, report in enumerate(lookups.ordered_reports, start=1)}
    return [
        {
            "source": numbers[group[0].report_id],
            "title": _report_title(lookups.report(group[0]), withholding),
            "claims": len(group),
            "contexts": gather_contexts(claim_rows(group, lookups, withholding)),
        }
        for group in groups.values()
    ]


def _report_title(report: Report, withholding: Withholding) -> str:
    title = f": {withholding.text(report.title)}" if report.title else ""
    return f"{outlet_name(report)}{title}"


def gather_contexts(rows: Iterable[Row]) -> list[Row]:
    """Claims in the order given, those that stand on the same sentences together under them."""
    found: list[Row] = []
    for row in rows:
        whole = tuple(dict.fromkeys(q.whole() for q in row["quotations"]))
        if found and found[-1]["whole"] == whole:
            found[-1]["rows"].append(row)
        else:
            found.append({"whole": whole, "rows": [row], **{k: row[k] for k in ("graphic", "language")}})
    for context in found:
        context["pieces"] = marked_sentences(q for row in context["rows"] for q in row["quotations"])
    return found


def claim_rows(claims: Iterable[Claim], lookups: Lookups, withholding: Withholding) -> list[Row]:
    """Claims as shown: words in their sentence, the chain, facet, value and flags."""
    return [_claim_row(claim, lookups, withholding) for claim in claims]


def _claim_row(claim: Claim, lookups: Lookups, withholding: Withholding) -> Row:
    report = lookups.report(claim)
    speaker = speaker_of(claim, lookups, withholding)
    quotations = quote(claim, report, withholding)
    stance = claim.attribution[0].stance if claim.attribution else "asserts"
    marks: list[str] = [m for m in (claim.certainty, stance) if m not in ("asserted", "asserts")]
    if claim.scope == "several":
        marks.append("covers several events" + (" (inferred)" if claim.scope_basis == "inferred" else ""))
    return {
        "id": claim.id,
        "quotations": quotations,
        "pieces": marked_sentences(quotations),
        "graphic": any(is_graphic(q.whole()) for q in quotations),
        "language": report.language or "",
        "chain": speaker.chain(),
        "inferred": speaker.inferred,
        "facet": FACETS[claim.facet].label if claim.facet in FACETS else claim.facet.replace("_", " "),
        "party": party_label(claim.about, withholding) if claim.about else "",
        "value": value_words(claim, withholding),
        "marks": marks,
        "flags": flag_words(claim.flags),
        "source_ref": report.source_ref,
        "report_id": report.id,
    }


def article_rows(article: Article, references: References, telling: Telling) -> list[Row]:
    """The article's sections with each sentence's references and the words it rests on."""
    claims = telling.lookups.view.claims
    return [
        {
            "heading": section.heading,
            "sentences": [
                {
                    "opens": one.opens,
                    "text": one.text,
                    "references": reference_rows(one, references),
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


def reference_rows(thing: Sentence | InfoboxEntry, references: References) -> list[Row]:
    """The references of a sentence or an entry: their numbers and, of recordings, the times."""
    return [
        {"number": one.number, "times": ", ".join(references.times(thing, one))}
        for one in references.of(thing)
    ]


def source_rows(
    lookups: Lookups, withholding: Withholding, *, with_texts: bool, only: Collection[str] | None = None
) -> list[Row]:
    """The reports: metadata, hash, what was set aside by reason and length, and why one gave no claim.

    ``only``: ids of the reports wanted; all where None. Each keeps its number among all.
    """
    silence = {reading.report_id: reading.silence for reading in lookups.view.readings}
    claimed = {claim.report_id for claim in lookups.view.claims.values()}
    return [
        {
            "number": number,
            "report": report,
            "title": withholding.text(report.title) if report.title else None,
            "outlet": outlet_name(report),
            "published": day_phrase(report.published) if report.published else "date not known",
            "url": safe_url(report.url),
            "archive_url": safe_url(report.archive_url),
            "set_aside": _quarantine(report, withholding, with_texts),
            "copy_of": _ref(report.copied_from, lookups),
            "version_of": report.version_of,
            "silence": None if report.id in claimed else silence.get(report.id) or "no claim was found in it",
            "text": withholding.text(report.text) if with_texts else None,
        }
        for number, report in enumerate(lookups.ordered_reports, start=1)
        if only is None or report.id in only
    ]


def _ref(report_id: str | None, lookups: Lookups) -> str | None:
    report = lookups.view.reports.get(report_id or "")
    return report.source_ref if report else report_id


def _quarantine(report: Report, withholding: Withholding, with_texts: bool) -> list[Row]:
    return [
        {
            "reason": p.reason.replace("_", " "),
            "length": len(p.words),
            "words": withholding.text(p.words) if with_texts else None,
        }
        for p in sorted(report.set_aside, key=lambda p: (p.start, p.end, p.reason))
    ]


def flag_words(flags: Sequence[Flag]) -> list[str]:
    """What the flags warn of, each once."""
    return list(dict.fromkeys(FLAGS.get(flag.code, flag.code.replace("_", " ")) for flag in flags))
