"""What a caller may choose of a record: its policy, and the day it is as of."""

from __future__ import annotations

import difflib

from rashomon.codebook.policies import POLICIES
from rashomon.errors import SettingError
from rashomon.model.dates import is_partial

DEFAULT_POLICY = "ucdp"


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
