"""Evaluation: labelled sets, what is measured on them, and floors that scores may not fall below.

Comes in: the files of labelled sets, which stand outside this package (setting ``RASHOMON_DATA``). Goes
out: figures with their trivial baselines, and what was missed. It reads texts as ``rashomon batch --each``
does, so that what is scored is what is written; it changes nothing and keeps no text.
"""

from __future__ import annotations

from rashomon.evaluation.answers import Outcome, Reads, Task
from rashomon.evaluation.measures import Figure, Miss, Verdict
from rashomon.evaluation.rows import SETTING, find_folder
from rashomon.evaluation.scoring import Choice, SetScore, find_sets, score_sets
from rashomon.evaluation.sets import SETS

__all__ = [
    "SETS",
    "SETTING",
    "Choice",
    "Figure",
    "Miss",
    "Outcome",
    "Reads",
    "SetScore",
    "Task",
    "Verdict",
    "find_folder",
    "find_sets",
    "score_sets",
]
