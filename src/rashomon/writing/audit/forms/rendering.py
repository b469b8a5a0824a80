"""The forms of an audit: JSON for programs, a page, a talk-page note."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.errors import SettingError
from rashomon.writing.audit.forms.page import render_audit_page
from rashomon.writing.audit.forms.rows import Found, render_json
from rashomon.writing.audit.forms.talk import render_talk

AUDIT_FORMS: dict[str, Callable[[Found], str]] = {
    "json": render_json,
    "html": render_audit_page,
    "wikitext": render_talk,
}
"""Form → function; the table for a terminal belongs to the command."""


def render_audit(found: Found, form: str) -> str:
    """An audit in one of its forms. Raises SettingError where there is none of this name."""
    if form not in AUDIT_FORMS:
        raise SettingError(f"there is no form {form!r} of an audit. Forms: {', '.join(AUDIT_FORMS)}.")
    return AUDIT_FORMS[form](found)
