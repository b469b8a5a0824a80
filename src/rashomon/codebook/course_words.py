"""Words by which a text tells the course of a fight: who was called in after it began, and who was there.

Also the wordings of periods that cannot be meant as written. Each row says what the words imply.
"""

from __future__ import annotations

import re

CALLED_IN: tuple[tuple[str, str], ...] = (
    (r"in response\b", "what follows came after the fight began"),
    (r"(?:came|rushed|hurried|went) to (?:the|their|its) (?:aid|rescue|help)\b", "was not there before"),
    (r"reinforcements?\b", "was not there before"),
    (
        r"(?:was|were) (?:then |later |quickly )?(?:called in|sent in|dispatched|rushed)\b",
        "was not there before",
    ),
    (r"arrived (?:later|after|at the scene|on the scene)\b", "was not there before"),
)
"""Words that put a body's coming after the first contact."""

CAME = re.compile(
    r"\b(?:deploy\w*|sent|dispatch\w*|rush\w*|arriv\w*|came(?! (?:into|under|from)\b)|flew|called in|scrambl\w*)\b",
    re.IGNORECASE,
)
"""Verbs of coming: without one, "in response" may tell of a shot or a statement. "Came under fire" is none."""

UNDER_WAY = re.compile(
    r"\b(?:launch\w*|beg[au]n\w*|start\w*|open\w*|conduct\w*|carr(?:y|ied|ying) out|mount\w*|stag\w*)\b",
    re.IGNORECASE,
)
"""Verbs that put a body in an operation from its beginning."""

FIGHTS = re.compile(
    r"\b(?:clash\w*|battles?|skirmish\w*|fights?|fighting|fought|firefights?|gunfights?|gun battles?|combats?|"
    r"engagements?|encounters?|incidents?|ambush\w*|attacks?|raids?)\b",
    re.IGNORECASE,
)
"""Words for a fight between people on the ground: "two strikes" are no two of these."""

HARM: dict[str, re.Pattern[str]] = {
    "killed": re.compile(r"\b(?:kill\w*|dead|died?|deaths?|toll|los(?:t|ses))\b", re.IGNORECASE),
    "wounded": re.compile(r"\b(?:wound\w*|injur\w*|hurt|casualt\w*)\b", re.IGNORECASE),
    "captured": re.compile(r"\b(?:captur\w*|prisoners?|arrest\w*|detain\w*|taken)\b", re.IGNORECASE),
    "missing": re.compile(r"\bmissing\b", re.IGNORECASE),
}
"""Words of a sentence that tells of an outcome, whoever it befell."""

OPERATION = re.compile(
    r"\b(?:operations?|offensives?|campaigns?|sweeps?|patrols?|missions?)\b", re.IGNORECASE
)
"""Words for what a fight may be part of."""

MALFORMED_PERIODS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"\bsince (?:\w+ )?(?:19|20)\d\d (?:and|or) (?:19|20)\d\d\b", re.IGNORECASE),
        "“since” takes one beginning, and two are given",
    ),
    (
        re.compile(r"\bbetween (?:19|20)\d\d (?:to|until|-|–) ?(?:19|20)\d\d\b", re.IGNORECASE),
        "“between” goes with “and”",
    ),
    (
        re.compile(r"\bfrom (?:19|20)\d\d and (?:19|20)\d\d\b", re.IGNORECASE),
        "“from” goes with “to”",
    ),
)
"""Periods that say two things at once, and why."""

SINCE = re.compile(r"\bsince (?:\w+ )?((?:19|20)\d\d)\b", re.IGNORECASE)
"""A beginning by its year."""


def called_in() -> re.Pattern[str]:
    """One pattern of all words that put a coming after the first contact."""
    return _CALLED_IN


_CALLED_IN = re.compile(rf"\b(?:{'|'.join(words for words, _ in CALLED_IN)})", re.IGNORECASE)
