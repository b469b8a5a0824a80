"""The order of the stages, in one screen: the only place that knows them all.

    inputs ─ add_reports ─▶ case ─ read_missing ─▶ readings ─ build ─▶ view ─ write_outputs ─▶ files
             adding                readings                   links, views    outputs

Adding and reading change the case; building a view of it changes nothing that people decided.
"""

from __future__ import annotations

from rashomon.pipeline.adding import REDACTED, Added, add_reports, require_report
from rashomon.pipeline.choices import DEFAULT_POLICY, check_as_of, check_policy
from rashomon.pipeline.links import keep_links, kept_links, links_state
from rashomon.pipeline.outputs import (
    OutputOptions,
    are_outputs_stale,
    keep_options,
    kept_options,
    write_outputs,
)
from rashomon.pipeline.readings import (
    ReadingDone,
    attempt_reading,
    current_reports,
    latest_versions,
    read_article,
    read_missing,
    reading_key,
    stale_readings,
)
from rashomon.pipeline.views import (
    Gathered,
    build,
    digest_of,
    gather,
    put_judgements,
    survey_of,
    view_of,
    view_with,
    weigh_judgements,
    weigher_of,
)

__all__ = [
    "DEFAULT_POLICY",
    "REDACTED",
    "Added",
    "Gathered",
    "OutputOptions",
    "ReadingDone",
    "add_reports",
    "are_outputs_stale",
    "attempt_reading",
    "build",
    "check_as_of",
    "check_policy",
    "current_reports",
    "digest_of",
    "gather",
    "keep_links",
    "keep_options",
    "kept_links",
    "kept_options",
    "latest_versions",
    "links_state",
    "put_judgements",
    "read_article",
    "read_missing",
    "reading_key",
    "require_report",
    "stale_readings",
    "survey_of",
    "view_of",
    "view_with",
    "weigh_judgements",
    "weigher_of",
    "write_outputs",
]
