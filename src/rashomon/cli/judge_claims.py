"""Decisions about claims, names, sources and reports; see `rashomon.cli.judge`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

import click

from rashomon.cli.choosing import choose_claim, choose_event, choose_report, warn_if_stale
from rashomon.cli.judge import all_mentions, decide, linked_event, read_assignments, signed, signed_if_kept
from rashomon.cli.layout import clean, draw_table, shorten
from rashomon.cli.results import far_date
from rashomon.codebook.facets import FACETS
from rashomon.errors import InputError
from rashomon.judging import (
    CORRECTABLE,
    FILTERS,
    FIXABLE,
    ClaimFilter,
    read_filter,
    select_claims,
    undecided_only,
)
from rashomon.judging.checking import CHOICES, check_corrections, check_known, read_grade
from rashomon.judging.taking import (
    Decision,
    Heard,
    add_heard_claim,
    decide_claims,
    decide_where,
    fix_metadata,
    grade_source,
    identify_words,
)
from rashomon.judging.taking import (
    add_claim as make_added,
)
from rashomon.model.claims import Claim, words_of
from rashomon.model.judgements import Judgement
from rashomon.model.report import Report
from rashomon.pipeline import build, current_reports, survey_of
from rashomon.sources.far_dates import far_from_others
from rashomon.store import Case, open_case

if TYPE_CHECKING:
    from rashomon.writing import CaseView

_SHOWN = 20
"""How many claims a dry run lists."""


_WHERE = click.option(
    "--where",
    "wheres",
    multiple=True,
    metavar="NAME=VALUE",
    help=f"All claims like that instead, in one decision: {', '.join(FILTERS)}. Of one name any value will do, "
    "of several names all must hold. Only claims nobody decided on, unless a state is named.",
)
_DRY_RUN = click.option("--dry-run", is_flag=True, help="Only tell which claims it would fall on.")


@click.command(epilog='Example: rashomon judge akabar accept c_31f0 c_88aa --why "checked against the page"')
@click.argument("claims", nargs=-1)
@_WHERE
@_DRY_RUN
@signed_if_kept
@click.pass_obj
def accept(case: str, /, claims: tuple[str, ...], **said: Any) -> None:
    """The CLAIMS were checked and are read right."""
    _decide_many("accept", case, claims, said)


@click.command(epilog='Example: rashomon judge akabar reject c_31f0 --why "that is last year\'s toll"')
@click.argument("claims", nargs=-1)
@_WHERE
@_DRY_RUN
@signed_if_kept
@click.pass_obj
def reject(case: str, /, claims: tuple[str, ...], **said: Any) -> None:
    """The CLAIMS are read wrong: they stay to be seen, and count for nothing."""
    _decide_many("reject", case, claims, said)


def _decide_many(
    kind: Literal["accept", "reject"], case: str, claims: tuple[str, ...], said: dict[str, Any]
) -> None:
    """Accept or reject the claims that are named, or those that are like what is asked for."""
    wheres = said["wheres"]
    if bool(claims) == bool(wheres):
        raise click.UsageError("name claims, or choose them with --where NAME=VALUE (one of the two).")
    if said["dry_run"]:
        with open_case(case) as kept:
            warn_if_stale(kept)
            view = build(kept)
            judgements = kept.judgements()
        lines = _draw_named(kind, view, claims) if claims else _draw_alike(kind, view, judgements, wheres)
        click.echo("\n".join(lines))
        return
    if said["why"] is None:
        raise click.UsageError("Missing option '--why'.")

    def choose(kept: Case, view: CaseView) -> Decision:
        if claims:
            return decide_claims(kind, [choose_claim(view, claim) for claim in claims])
        decision = decide_where(
            kind, undecided_only(read_wheres(view, wheres)), survey_of(view, kept.judgements())
        )
        click.echo(f"chosen: {len(decision.targets)}")
        return decision

    decide(case, said, choose)


def read_wheres(view: CaseView, wheres: Sequence[str]) -> ClaimFilter:
    """The filter that ``--where NAME=VALUE`` options give; events and reports may be named as anywhere."""
    pairs = []
    for where in wheres:
        name, equals, text = where.partition("=")
        if not equals:
            raise InputError(f"--where {where!r}: expected NAME=VALUE, such as facet=killed.")
        if name == "event":
            text = choose_event(view, text).id
        if name == "report":
            text = choose_report(view, text).id
        pairs.append((name, text))
    return read_filter(pairs)


def _draw_named(kind: str, view: CaseView, named: Sequence[str]) -> list[str]:
    return _draw_chosen(kind, view, [choose_claim(view, claim) for claim in named])


def _draw_alike(
    kind: str, view: CaseView, judgements: Sequence[Judgement], wheres: Sequence[str]
) -> list[str]:
    wanted, among = read_wheres(view, wheres), survey_of(view, judgements)
    alike, chosen = select_claims(wanted, among), select_claims(undecided_only(wanted), among)
    left = len(alike) - len(chosen)
    note = f"{left} more like that {'was' if left == 1 else 'were'} decided on before: name a state to choose them."
    return [*_draw_chosen(kind, view, chosen), *([note] if left else [])]


def _draw_chosen(kind: str, view: CaseView, chosen: Sequence[Claim]) -> list[str]:
    """What a decision on many claims would fall on: a line for each of the first, and how many there are."""
    rows = [
        (
            claim.id,
            view.reports[claim.report_id].source_ref,
            claim.facet,
            shorten(clean(words_of(claim)), 60),
        )
        for claim in chosen[:_SHOWN]
    ]
    lines = draw_table(("Claim", "Report", "Facet", "Words"), rows) if rows else []
    more = [f"… and {len(chosen) - _SHOWN} more"] if len(chosen) > _SHOWN else []
    claims = "1 claim" if len(chosen) == 1 else f"{len(chosen)} claims"
    reports = len({claim.report_id for claim in chosen})
    told = (
        f"{claims} of {reports} report{'s' if reports != 1 else ''} would be {kind}ed; nothing was changed."
    )
    return [*lines, *more, told]


@click.command(
    epilog='Example: rashomon judge akabar correct c_31f0 --set low=30 --set high=null --why "at least"'
)
@click.argument("claim")
@click.option(
    "--set", "sets", multiple=True, required=True, metavar="NAME=VALUE", help=f"{', '.join(CORRECTABLE)}."
)
@signed
@click.pass_obj
def correct(case: str, /, claim: str, sets: tuple[str, ...], **said: str | None) -> None:
    """CLAIM says something else: its number, whom it happened to, who said it, its scope.

    Its words and its id stay; what it was read as stands in its flag.
    """
    details = read_assignments(sets)
    check_corrections(details)
    decide(case, said, lambda _, view: decide_claims("correct", [choose_claim(view, claim)], **details))


@click.command(
    epilog='Example: rashomon judge akabar identify "the Tuaregs" gatia --report one.txt --why "…"'
)
@click.argument("words")
@click.argument("means")
@click.option("--report", metavar="REPORT", help="In this report only. [default: in all of the case]")
@signed
@click.pass_obj
def identify(case: str, /, words: str, means: str, report: str | None, **said: str | None) -> None:
    """WORDS mean an actor of the registry, or a place of the gazetteer: MEANS is its id."""
    check_known(means)

    def choose(_: Case, view: CaseView) -> Decision:
        return identify_words(words, means, choose_report(view, report) if report else None)

    decide(case, said, choose)


@click.command(
    "add",
    epilog='Example: rashomon judge akabar add one.txt "two of his sons" --facet killed --low 2 --high 2 '
    '--event 1 --why "missed"',
)
@click.argument("report")
@click.argument("words", required=False)
@click.option("--at", metavar="HH:MM:SS", help="When it is heard or seen, where REPORT is a recording.")
@click.option("--said", "heard", metavar="WORDS", help="What is heard then, as you write it down.")
@click.option("--facet", required=True, type=click.Choice(tuple(FACETS)), help="What is claimed.")
@click.option("--low", type=click.IntRange(0), help="Lowest number that the words allow.")
@click.option("--high", type=click.IntRange(0), help="Highest; leave it out where the words set none.")
@click.option("--about", help="Registry id or words of whom it happened to.")
@click.option("--status", type=click.Choice(CHOICES["status"]), help="Civilians or combatants.")
@click.option("--speaker", help="Registry id or words of who said it. [default: the outlet]")
@click.option("--first-day", metavar="DATE", help="When it was, where the claim is of a date.")
@click.option("--last-day", metavar="DATE", help="The last day, where it is another.")
@click.option(
    "--term", metavar="CODE", help="Means, outcome, responsibility or kind, as claims.jsonl has them."
)
@click.option("--event", metavar="EVENT", help="The event it is of. [default: one of its own]")
@signed
@click.pass_obj
def add_claim(case: str, /, report: str, words: str | None, event: str | None, **said: Any) -> None:
    """A claim that the reader missed. WORDS are those of REPORT that it stands on, exactly as there.

    A claim of a recording is added with --at and --said instead of WORDS.
    """
    names = ("facet", "low", "high", "about", "status", "speaker", "first_day", "last_day", "term")
    values = {name: said[name] for name in names if said[name] is not None}
    at, heard = said["at"], said["heard"]
    if (at is None) != (heard is None) or (words is None) == (at is None):
        raise click.UsageError("give the WORDS of the report or, for a recording, --at and --said.")

    def choose(_: Case, view: CaseView) -> Decision:
        found = choose_report(view, report)
        of = linked_event(view, event) if event else None
        if at is not None:
            return add_heard_claim(found, Heard(at=at, words=heard), of, all_mentions(view), **values)
        return make_added(found, _span_of(words or "", found), of, all_mentions(view), **values)

    decide(case, said, choose)


def _span_of(words: str, report: Report) -> tuple[int, int]:
    """Where words stand in a report; InputError where they do not, or more than once."""
    start = report.text.find(words)
    if not words or start < 0:
        raise InputError(f"{report.source_ref}: the words {words!r} do not stand in it.")
    if report.text.find(words, start + 1) >= 0:
        raise InputError(f"{report.source_ref}: {words!r} stands there more than once; give more words.")
    return start, start + len(words)


@click.command(
    epilog='Example: rashomon judge akabar grade "Radio Kidal" B2 --why "right three times of four"'
)
@click.argument("source")
@click.argument("mark")
@signed
@click.pass_obj
def grade(case: str, /, source: str, mark: str, **said: str | None) -> None:
    """How reliable SOURCE (an outlet or a speaker) is held: MARK is A to F, and 1 to 6 if you like."""
    reliability, credibility = read_grade(mark)
    decide(case, said, lambda _, __: grade_source(source, reliability, credibility))


@click.command(epilog='Example: rashomon judge akabar metadata one.txt --set published=2018-04-05 --why "…"')
@click.argument("report")
@click.option(
    "--set", "sets", multiple=True, required=True, metavar="NAME=VALUE", help=f"{', '.join(FIXABLE)}."
)
@signed
@click.pass_obj
def metadata(case: str, /, report: str, sets: tuple[str, ...], **said: str | None) -> None:
    """Mend what is known of REPORT's publication; it is read again where that changes what it means."""
    from rashomon.sources.metadata import read_fields

    names = [pair.partition("=")[0] for pair in sets]
    strange = [name for name in names if name not in FIXABLE]
    if strange:
        raise InputError(f"{', '.join(strange)}: nothing to mend. Names: {', '.join(FIXABLE)}.")
    given, faults = read_fields(
        {name: pair.partition("=")[2] for name, pair in zip(names, sets, strict=True)}
    )
    if faults:
        raise InputError("; ".join(faults))
    fixes = {name: getattr(given, name) for name in names}
    decide(case, said, lambda _, view: fix_metadata(choose_report(view, report), fixes))
    if "published" in fixes:
        _tell_far_dates(case, report)


def _tell_far_dates(case: str, said: str) -> None:
    with open_case(case) as kept:
        reports = current_reports(kept)
    for report, years in far_from_others(reports):
        if said in {report.source_ref, report.locator} or report.id.startswith(said):
            click.echo(f"Warning: {far_date(report, years)}", err=True)
