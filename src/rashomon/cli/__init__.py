"""The command line: data on standard output, progress and warnings on standard error.

Comes in: what a person types. Goes out: tables, JSON, files, and an exit code (0 all done, 1 done in
part, 2 wrong use or unusable input, 3 an error of ours). It decides nothing; it calls `pipeline`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from rashomon import __version__
from rashomon.cli.lazy import LazyGroup
from rashomon.errors import InputError, MissingExtraError, RashomonError

COMMANDS: dict[str, tuple[str, str]] = {
    "run": ("rashomon.cli.run:run", "Read a folder of reports and write the record of its events."),
    "add": ("rashomon.cli.add:add", "Add reports to a case."),
    "events": ("rashomon.cli.events:events", "List the events of a case."),
    "record": (
        "rashomon.cli.record:record",
        "Show what the reports say of an event, and what a policy makes of it.",
    ),
    "article": ("rashomon.cli.article:article", "Write a cited encyclopedia draft of an event."),
    "audit": ("rashomon.cli.audit:audit", "Hold an article against the reports of a case."),
    "export": ("rashomon.cli.export:export", "Write a case in a format of the field."),
    "serve": ("rashomon.cli.serve:serve", "Open a case in the browser: read, compare, decide."),
    "judge": ("rashomon.cli.judge:judge", "Decide: tie, merge, split, correct, reject and more."),
    "redact": ("rashomon.cli.redact:redact", "Purge reports from a case."),
    "diff": ("rashomon.cli.diff:diff", "Tell what changed in the record since an export."),
    "search": ("rashomon.cli.search:search", "Find words in the reports and claims of a case."),
    "batch": ("rashomon.cli.batch:batch", "Read a large file of reports, one JSON object a line."),
    "score": ("rashomon.cli.score:score", "Measure the reader on labelled sets."),
}
"""In the order a person meets them: where each lives, and its line in the list of commands."""


@click.group(
    cls=LazyGroup,
    commands_at=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: rashomon run reports --out akabar",
)
@click.version_option(__version__, "--version", prog_name="rashomon")
def main() -> None:
    """Read conflicting reports of armed clashes and keep every account in one record.

    CASE is the folder that "rashomon run" wrote, or the case.db in it.
    """


def run_cli(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # What is written must not depend on the terminal's locale.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(exit_code(arguments))


def exit_code(arguments: Sequence[str] | None = None) -> int:
    """The exit code of one call, its errors told on standard error."""
    stdout = sys.stdout
    try:
        result = main.main(args=arguments, prog_name="rashomon", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except (InputError, MissingExtraError) as error:
        click.echo(f"rashomon: {error}", err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("rashomon: stopped. What was added until now is kept; run it again to go on.", err=True)
        return 130
    except SystemExit:
        # Where a pipe is closed, click puts another stream in place of stdout and ends the process with a
        # code that would read as "done in part".
        if sys.stdout is not stdout:
            return 141
        raise
    except BrokenPipeError:
        # The reader of a pipe left (`| head`): nothing to tell, and nothing more may be written.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except Exception as error:  # the last line of defence: a person never sees a bare traceback
        return _report_ours(error)


def _report_ours(error: Exception) -> int:
    if os.environ.get("RASHOMON_DEBUG"):
        import traceback

        traceback.print_exception(error)
    what = str(error) if isinstance(error, RashomonError) else f"{type(error).__name__}: {error}"
    click.echo(
        f"rashomon: an error of ours, please report it with the command you typed: {what}\n"
        f"(rashomon {__version__}; RASHOMON_DEBUG=1 shows where it happened)",
        err=True,
    )
    return 3
