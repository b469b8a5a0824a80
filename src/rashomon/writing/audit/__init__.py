"""Holds an article against the claims of a case.

Comes in: an article's statements (`ReadArticle`) and a `CaseView`. Goes out: an `Audit` (a verdict for each
statement, the article's own conflicts, notes on what is odd, what it leaves out) and its forms. It reads
nothing itself and decides nothing about the case.
"""

from __future__ import annotations

from rashomon.writing.audit.auditing import audit_article, examine
from rashomon.writing.audit.forms.rendering import AUDIT_FORMS, render_audit
from rashomon.writing.audit.forms.rows import Found

__all__ = ["AUDIT_FORMS", "Found", "audit_article", "examine", "render_audit"]
