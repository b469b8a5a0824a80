"""Readings of the reports of a case, made where there is none that still holds; and of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.errors import InputError
from rashomon.judging import judge_reports, standing
from rashomon.model.base import content_id, value
from rashomon.model.layers import Reading
from rashomon.model.report import Report, Skipped
from rashomon.pipeline.adding import Progress
from rashomon.store import Case

if TYPE_CHECKING:
    from rashomon.model.audit import ArticleForm, ReadArticle
    from rashomon.sources import GivenMetadata


@value
class ReadingDone:
    """What was read now, which reports have no reader, and at which the reader failed."""

    read: tuple[Reading, ...] = ()
    unread: tuple[Skipped, ...] = ()
    failed: tuple[Skipped, ...] = ()


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
    return ReadingDone(read=tuple(done), unread=tuple(unread(reports)), failed=tuple(failed))


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
    return next(unread([report]))


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


def unread(reports: Iterable[Report]) -> Iterator[Skipped]:
    """The reports for whose language there is no reader, as skipped."""
    for report in reports:
        if not can_read(report):
            language = f"is in {report.language!r}" if report.language else "is in an unknown language"
            reason = f"{language}, for which there is no reader; it is kept, but nothing is claimed from it"
            yield Skipped(locator=report.locator, reason=reason, unread=True)


def latest_versions(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports without those that a later text at the same place replaced: one witness each."""
    replaced = {report.version_of for report in reports}
    return tuple(report for report in reports if report.id not in replaced)


def current_reports(case: Case) -> tuple[Report, ...]:
    """The reports of a case with their metadata as people mended it."""
    return judge_reports(case.reports(), standing(case.judgements()))
