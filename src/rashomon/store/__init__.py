"""A case on disk: reports with their raw bytes, readings, judgements, skipped inputs, settings.

Comes in: values of the model. Goes out: the same values, a search over their words, a digest that
names the state of the case. A case is one SQLite file; everything in it except reports and judgements
is derived and can be made again. It does not read, link or decide anything.
"""

from rashomon.store.case import CASE_FILE, Case, SearchHit, Stored, open_case
from rashomon.store.digest import digest_of_claims, digest_of_report, digest_of_whole
from rashomon.store.files import check_writable, write_if_changed
from rashomon.store.protocol import CaseStore

__all__ = [
    "CASE_FILE",
    "Case",
    "CaseStore",
    "SearchHit",
    "Stored",
    "check_writable",
    "digest_of_claims",
    "digest_of_report",
    "digest_of_whole",
    "open_case",
    "write_if_changed",
]
