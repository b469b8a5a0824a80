"""Everything that Rashomon raises on purpose.

    RashomonError
    ├── InputError          a person gave something that cannot be used: message, exit 2, no traceback
    │   ├── ReportError     one input could not become a report
    │   ├── CaseError       a case file is missing, foreign or newer than this program
    │   │   └── OvertakenError   somebody decided on the same thing before this decision was kept
    │   └── SettingError    an option, policy, layer or codebook file is wrong
    ├── MissingExtraError        an optional part is not installed; the message names the pip command
    └── InternalError       a promise of ours was broken: please report it (exit 3)

A message says what was found (quoted), where (file and line, or id), what was expected, and what to
type next.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


class RashomonError(Exception):
    """Whatever Rashomon raises on purpose."""


class InputError(RashomonError):
    """A person gave something that cannot be used; the message says what to type next."""


class ReportError(InputError):
    """One input could not become a report; the others beside it are kept."""


class CaseError(InputError):
    """A case file is missing, foreign, locked or newer than this program."""


class OvertakenError(CaseError):
    """Somebody decided on the same thing in between, so this decision was not kept; ``against`` says what."""

    def __init__(self, message: str, against: Sequence[Any]) -> None:
        """``against`` holds what the check found: decisions, or conflicts with them."""
        super().__init__(message)
        self.against = tuple(against)


class SettingError(InputError):
    """An option, policy, layer or codebook file is wrong."""


class MissingExtraError(RashomonError):
    """An optional part is not installed."""


class InternalError(RashomonError):
    """A promise of ours was broken."""
