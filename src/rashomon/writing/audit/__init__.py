"""Holds an article against the claims of a case.

Comes in: an article's statements (`ReadArticle`) and a `CaseView`. Goes out: an `Audit` (a verdict for each
statement, the article's own conflicts, notes on what is odd, what it leaves out) and its forms. It reads
nothing itself and decides nothing about the case.
"""

from __future__ import annotations

from rashomon.writing.audit.auditing import audit_article

__all__ = ["audit_article"]
