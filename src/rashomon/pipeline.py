"""The order of the stages, in one screen: the only place that knows them all.

    inputs ─ add_reports ─▶ case ─ read_missing ─▶ readings ─ build ─▶ view ─ render_outputs ─▶ files

Adding and reading change the case; building a view of it changes nothing that people decided.
"""

from __future__ import annotations

import difflib
import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon import __version__
from rashomon.codebook.policies import POLICIES
from rashomon.errors import InputError, SettingError
from rashomon.judging import (
    Effect,
    Surveyed,
    effects,
    find_again,
    judge_readings,
    judge_reports,
    rule_on_ties,
    source_grades,
    standing,
    surroundings_of,
    survey,
)
from rashomon.model.base import content_id, value
from rashomon.model.codec import from_json, to_json
from rashomon.model.dates import is_partial
from rashomon.model.events import Linked
from rashomon.model.judgements import Judgement
from rashomon.model.layers import Reading
from rashomon.model.report import Loaded, Report, Skipped
from rashomon.store import Case, digest_of_claims, digest_of_report, digest_of_whole, write_if_changed

if TYPE_CHECKING:
    from rashomon.model.audit import ArticleForm, ReadArticle
    from rashomon.model.record import Record
    from rashomon.reconciling import Weigher
    from rashomon.sources import GivenMetadata
    from rashomon.writing import CaseView

DEFAULT_POLICY = "ucdp"

REDACTED = "was purged from this case, so it was not taken again"

Progress = Callable[[str, int, int | None, str], None]
"""Told of each step: what is done ("added", "known", "read"), how many so far, of how many if known, and which."""


@value
class Added:
    """What became of the inputs of one call, in their order."""

    added: tuple[Report, ...] = ()
    versions: tuple[Report, ...] = ()
    updated: tuple[Report, ...] = ()
    unchanged: tuple[Report, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    @property
    def reports(self) -> tuple[Report, ...]:
        """All reports handed in, new or known."""
        return (*self.added, *self.versions, *self.updated, *self.unchanged)


@value
class ReadingDone:
    """What was read now, which reports have no reader, and at which the reader failed."""

    read: tuple[Reading, ...] = ()
    unread: tuple[Skipped, ...] = ()
    failed: tuple[Skipped, ...] = ()


def require_report(inputs: Iterable[Loaded | Skipped]) -> Iterator[Loaded | Skipped]:
    """The same inputs, once one of them is sure to be a report; InputError with reasons where none is."""
    stream = iter(inputs)
    held: list[Loaded | Skipped] = []
    for one in stream:
        held.append(one)
        if isinstance(one, Loaded):
            return itertools.chain(held, stream)
    reasons = "".join(f"\n  {one.locator}: {one.reason}" for one in held[:20] if isinstance(one, Skipped))
    raise InputError(
        "no report was found in what was given, so nothing was written."
        f"{reasons or ' Give a file or a folder with .txt, .html, .md, .json, .jsonl or .pdf in it.'}"
    )


def add_reports(
    case: Case, inputs: Iterable[Loaded | Skipped], *, given: str, progress: Progress | None = None
) -> Added:
    """What became of each input. ``given`` names the inputs, so that a later call replaces their skips."""
    from rashomon.sources.copies import mark_copies

    kept: dict[str, list[Report]] = {"added": [], "version": [], "updated": [], "unchanged": []}
    skipped: list[Skipped] = []
    for count, one in enumerate(inputs, start=1):
        if isinstance(one, Skipped):
            skipped.append(one)
            continue
        stored = case.add(one)
        if stored.outcome == "redacted":
            skipped.append(Skipped(locator=one.report.locator, reason=REDACTED))
            continue
        kept[stored.outcome].append(stored.report)
        if progress:
            progress(
                "known" if stored.outcome == "unchanged" else "added", count, None, stored.report.source_ref
            )
    case.note_skipped(given, skipped)
    plain = tuple(replace(report, copied_from=None) for report in case.reports())
    case.mark_copies({report.id: report.copied_from for report in mark_copies(plain)})
    return Added(
        added=tuple(kept["added"]),
        versions=tuple(kept["version"]),
        updated=tuple(kept["updated"]),
        unchanged=tuple(kept["unchanged"]),
        skipped=tuple(skipped),
    )


def read_missing(case: Case, *, again: bool = False, progress: Progress | None = None) -> ReadingDone:
    """Readings of the reports that have none, or whose reader or metadata changed; of all if ``again``."""
    reports = current_reports(case)
    keys = {report.id: reading_key(report) for report in reports if can_read(report)}
    known = {} if again else case.reading_keys()
    missing = [report for report in reports if report.id in keys and known.get(report.id) != keys[report.id]]
    done: list[Reading] = []
    failed: list[Skipped] = []
    for count, report in enumerate(missing, start=1):
        reading = attempt_reading(report)
        if isinstance(reading, Reading):
            case.keep_reading(reading, keys[report.id])
            done.append(reading)
        else:
            failed.append(reading)
        if progress:
            progress("read", count, len(missing), report.source_ref)
    return ReadingDone(read=tuple(done), unread=tuple(_unread(reports)), failed=tuple(failed))


def attempt_reading(report: Report, *, layers: frozenset[str] = frozenset()) -> Reading | Skipped:
    """The reading of one report, kept nowhere; or why there is none, whatever went wrong."""
    from rashomon.reading import read_reports

    try:
        for reading in read_reports([report], layers=layers):
            return reading
    except ImportError:
        # An installation that lacks a part fails for every report alike.
        raise
    except Exception as error:  # a report that the reader stumbles over must not cost the others
        reason = f"the reader failed ({type(error).__name__}: {error}); please report it"
        return Skipped(locator=report.locator, reason=reason)
    return next(_unread([report]))


def read_article(
    given: bytes | str,
    *,
    locator: str = "article",
    form: ArticleForm | None = None,
    metadata: GivenMetadata | None = None,
) -> ReadArticle:
    """What an article says, one statement for each minimal clause.

    ``given`` is wikitext, a page, plain text or a dump of keys and values; ``form`` names which, and is told
    by its looks where None. Raises InputError where it has no text, no statement, or another language than
    there is a reader for.
    """
    from rashomon.reading.statements import read_statements
    from rashomon.sources import GivenMetadata
    from rashomon.sources.articles import take_article

    article = take_article(given, locator=locator, form=form, metadata=metadata or GivenMetadata())
    if not can_read(article.report):
        raise InputError(
            f"{locator}: the article is in {article.report.language!r}, for which there is no reader. "
            "Give its English version, or --language en if the language was told wrong."
        )
    read = read_statements(article)
    if not read.statements:
        raise InputError(
            f"{locator}: no statement can be read in it (read as {article.form}); is it an article? "
            "If it has another form, name it: --form wikitext, html, plain or key_value."
        )
    return read


def can_read(report: Report) -> bool:
    """True where there is a reader for the report's language."""
    from rashomon import reading

    return reading.can_read(report)


def reading_key(report: Report) -> str:
    """What a reading depends on besides the text: the reader's version and the report's metadata."""
    from rashomon.reading import READER_VERSIONS, language_of

    metadata = (report.published, report.outlet, report.language, report.kind, report.url, report.author)
    return content_id(READER_VERSIONS.get(language_of(report), "none"), *metadata)


def stale_readings(case: Case) -> int:
    """How many reports have yet to be read, or were read by an older reader or with other metadata."""
    known = case.reading_keys()
    return sum(
        known.get(report.id) != reading_key(report) for report in current_reports(case) if can_read(report)
    )


def _unread(reports: Iterable[Report]) -> Iterator[Skipped]:
    for report in reports:
        if not can_read(report):
            language = f"is in {report.language!r}" if report.language else "is in an unknown language"
            reason = f"{language}, for which there is no reader; it is kept, but nothing is claimed from it"
            yield Skipped(locator=report.locator, reason=reason, unread=True)


@value
class Gathered:
    """Everything of a case that a view is made of, whatever the policy: judged, linked, not yet reconciled."""

    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]
    linked: Linked
    skipped: tuple[Skipped, ...]
    judgements: tuple[Judgement, ...]
    """Those in force."""


def build(
    case: Case, *, policy: str = DEFAULT_POLICY, as_of: str | None = None, relink: bool = False
) -> CaseView:
    """The case under a policy: reports, readings, events and their record, as known on ``as_of``.

    Ties are taken from the case where nothing changed since they were made, unless ``relink`` is true.
    """
    check_policy(policy)
    check_as_of(as_of)
    return view_gathered(gather(case, relink=relink), policy=policy, as_of=as_of)


def gather(case: Case, *, relink: bool = False) -> Gathered:
    """What the case holds now, with people's decisions put to it and its events linked."""
    judgements = standing(case.judgements())
    reports, readings = put_judgements(case.reports(), case.readings(), judgements)
    return Gathered(
        reports=reports,
        readings=readings,
        linked=_link(case, reports, readings, judgements, relink=relink),
        skipped=case.skipped(),
        judgements=judgements,
    )


def put_judgements(
    reports: Sequence[Report], readings: Sequence[Reading], judgements: Sequence[Judgement]
) -> tuple[tuple[Report, ...], tuple[Reading, ...]]:
    """Reports and readings as people's standing decisions leave them; of each text its latest version only."""
    held = latest_versions(judge_reports(reports, judgements))
    by_id = {report.id: report for report in held}
    wanted = (reading for reading in readings if reading.report_id in by_id)
    return held, judge_readings(wanted, by_id, judgements)


def view_gathered(held: Gathered, *, policy: str, as_of: str | None = None) -> CaseView:
    """What was gathered, under a policy."""
    return view_of(
        held.reports,
        held.readings,
        held.linked,
        policy=policy,
        as_of=as_of,
        skipped=held.skipped,
        judgements=held.judgements,
    )


def weigher_of(held: Gathered, *, as_of: str | None = None) -> Weigher:
    """What was gathered, its events ready to be weighed one by one under any policy."""
    from rashomon.reconciling import Weigher

    return Weigher(
        held.linked,
        {claim.id: claim for reading in held.readings for claim in reading.claims},
        {report.id: report for report in held.reports},
        as_of=as_of,
        grades=source_grades(held.judgements),
    )


def view_with(held: Gathered, record: Record) -> CaseView:
    """What was gathered, with a record that was made of it."""
    from rashomon.writing import CaseView

    return CaseView(
        reports={report.id: report for report in held.reports},
        readings=held.readings,
        claims={claim.id: claim for reading in held.readings for claim in reading.claims},
        linked=held.linked,
        record=record,
        skipped=(*held.skipped, *_unread(held.reports)),
    )


def view_of(  # noqa: PLR0913 - one door for a case and for a folder, keyword-only
    reports: Sequence[Report],
    readings: Sequence[Reading],
    linked: Linked,
    *,
    policy: str,
    as_of: str | None = None,
    skipped: Sequence[Skipped] = (),
    judgements: Sequence[Judgement] = (),
) -> CaseView:
    """Reports, readings and events under a policy, with the record that follows; opens no case."""
    from rashomon.reconciling import reconcile
    from rashomon.writing import CaseView

    by_id = {report.id: report for report in reports}
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    record = reconcile(
        linked,
        claims,
        by_id,
        policy=policy,
        as_of=as_of,
        grades=source_grades(judgements),
        case_digest=digest_of(reports, readings),
        version=__version__,
    )
    return CaseView(
        reports=by_id,
        readings=tuple(readings),
        claims=claims,
        linked=linked,
        record=record,
        skipped=(*skipped, *_unread(reports)),
    )


def digest_of(reports: Iterable[Report], readings: Iterable[Reading]) -> str:
    """A name of the state of these reports and their claims, whatever their order."""
    parts = [digest_of_report(report) for report in reports]
    return digest_of_whole([*parts, *(digest_of_claims(reading.claims) for reading in readings)])


@value
class OutputOptions:
    """How the files of a case are written; kept with the case, so that they are renewed in the same way."""

    policy: str = DEFAULT_POLICY
    as_of: str | None = None
    names: bool = False
    with_texts: bool = False


_OUTPUTS = "outputs"
_WRITTEN = "written"


def keep_options(case: Case, options: OutputOptions) -> None:
    """Remember in the case how its files are written."""
    said = {name: getattr(options, name) for name in ("policy", "as_of", "names", "with_texts")}
    case.set_setting(_OUTPUTS, json.dumps(said))


def kept_options(case: Case) -> OutputOptions | None:
    """How the files of this case were last written; None where none ever were."""
    said = case.setting(_OUTPUTS)
    return OutputOptions(**json.loads(said)) if said else None


def write_outputs(
    case: Case, options: OutputOptions, *, relink: bool = True
) -> tuple[CaseView, tuple[str, ...]]:
    """The case as it is now, and the names of the files that hold it; only what changed is written."""
    from rashomon.writing import render_outputs

    state = _written_state(case)
    view = build(case, policy=options.policy, as_of=options.as_of, relink=relink)
    files = render_outputs(view, names=options.names, with_texts=options.with_texts)
    for name, text in files.items():
        write_if_changed(case.folder / name, text)
    case.keep(_WRITTEN, state, "")
    return view, tuple(sorted(files))


def are_outputs_stale(case: Case) -> bool:
    """True where files stand beside the case that tell of an earlier state of it."""
    return kept_options(case) is not None and case.kept(_WRITTEN, _written_state(case)) is None


def _written_state(case: Case) -> str:
    return content_id("written", __version__, str(case.changes()))


def weigh_judgements(case: Case, view: CaseView) -> tuple[Effect, ...]:
    """What became of each decision of a case: in force, replaced, or finding nothing to fall on."""
    here = surroundings_of(find_again(view.readings), view.reports.values(), view.linked)
    return effects(case.judgements(), here)


def survey_of(view: CaseView, judgements: Sequence[Judgement]) -> Surveyed:
    """The claims of a case with what they can be chosen by; ``judgements`` are all of the case's."""
    return survey(view.readings, view.reports, view.linked, judgements)


def latest_versions(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports without those that a later text at the same place replaced: one witness each."""
    replaced = {report.version_of for report in reports}
    return tuple(report for report in reports if report.id not in replaced)


def current_reports(case: Case) -> tuple[Report, ...]:
    """The reports of a case with their metadata as people mended it."""
    return judge_reports(case.reports(), standing(case.judgements()))


def _link(
    case: Case,
    reports: Sequence[Report],
    readings: Sequence[Reading],
    judgements: Sequence[Judgement],
    *,
    relink: bool,
) -> Linked:
    state = links_state(case)
    kept = None if relink else kept_links(case, state)
    if kept is not None:
        return kept
    from rashomon.linking import link

    linked = link(reports, readings, rulings=rule_on_ties(judgements, find_again(readings)))
    keep_links(case, state, linked)
    return linked


def links_state(case: Case) -> str:
    """A name of all that the links of a case follow from."""
    return content_id("state", __version__, case.state())


def kept_links(case: Case, state: str) -> Linked | None:
    """The links that the case keeps; None where they were made from another state."""
    kept = case.kept(_LINKS, state)
    return None if kept is None else from_json(Linked, kept)


def keep_links(case: Case, state: str, linked: Linked) -> None:
    """Have the case keep its links; written in small pieces, so that other threads can go on meanwhile."""
    parts = (
        f'"{name}":[{",".join(to_json(one) for one in getattr(linked, name))}]'
        for name in ("events", "identities", "statements")
    )
    case.keep(_LINKS, state, f"{{{','.join(parts)}}}")


_LINKS = "linked"


def check_policy(policy: str) -> None:
    """Raise SettingError where there is no policy of this name."""
    if policy not in POLICIES:
        near = difflib.get_close_matches(policy.lower(), POLICIES, n=1)
        hint = f' (did you mean "{near[0]}"?)' if near else ""
        raise SettingError(f"there is no policy {policy!r}{hint}. Policies: {', '.join(POLICIES)}.")


def check_as_of(as_of: str | None) -> None:
    """Raise SettingError where the day is no date."""
    if as_of is not None and not is_partial(as_of):
        raise SettingError(f"{as_of!r} is no date. Write it as 2018-04-05, 2018-04 or 2018.")
