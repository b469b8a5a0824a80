"""Writing: a case's reports, claims, ties and record made into texts that people and programs read.

Comes in: a `CaseView`. Goes out: text, nothing else; no file is written here. A sentence is written only
with the claims it rests on. It reads no report, decides no figure and knows no other stage.
"""

from __future__ import annotations

from rashomon.writing.data.changes import Change, compare_records, compare_views
from rashomon.writing.data.files import record_data
from rashomon.writing.outputs import ARTICLE_FORMS, render_article, render_outputs
from rashomon.writing.view import CaseView

__all__ = [
    "ARTICLE_FORMS",
    "CaseView",
    "Change",
    "compare_records",
    "compare_views",
    "record_data",
    "render_article",
    "render_outputs",
]
