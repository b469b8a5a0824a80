"""Words that say a figure adds to what was told before: "another", "also", "in turn", "later that day"."""

from __future__ import annotations

import re

MORE = re.compile(
    r"\b(?:another|further|additional)\b|\bmore\s*$|\bother\b|^\s*(?:\w+ ){0,3}more\b(?!\s+than)",
    re.I,
)
NEXT_IN_ORDER = re.compile(r"an? (?:second|third|fourth|fifth|sixth|seventh)", re.I)
MORE_AFTER = re.compile(r"\S+ (?:more|others)\b(?! than)", re.I)
"""From a bare number on: "*two more* died"."""
BESIDE = re.compile(r"\b(?:more|further|additional)\b(?! than)", re.I)
OTHERS = re.compile(r"\bothers?\b", re.I)
HURT_BEFORE = re.compile(r"\b(?:wounded|injured)\b", re.I)
ALSO = re.compile(r"\b(?:also|additionally|in addition)\b", re.I)
IN_TURN = re.compile(
    r"\b(?:in (?:retaliation|return|response|reprisal|revenge|turn|addition)|as (?:a )?(?:reprisal|revenge)"
    r"|on (?:their|its|his|the) way (?:out|back|home))\b"
    r"(?!,? (?:for|to)\b)[^.;]{0,60}$",
    re.I,
)
"""Before what the other side did then, or what was done next: those it harmed are none of those harmed before."""
SAME_DAY = re.compile(
    r"(?:(?:later )?on the same day|later (?:that|the same) day|(?:some )?\w+ hours later|the same day)\b"
    r"(?=[^.;]{0,120}?\b(?:also|another|again)\b)"
    r"[^.;]{0,60}?\b(?:attack|raid|ambush|assault|storm|bomb|shell|strike|target)",
    re.I,
)
"""How a second attack is told of: whom it harmed was not harmed by the first."""
ALSO_DID = re.compile(r"\balso\s(?:(?:found|discovered|located)\s)?$", re.I)
"""Right before a verb: "the troops *also* arrested two men"; or before whom they "*also found*" dead."""
DONE_TOO = re.compile(r"\s*(?:also|as well|too|(?:along |together )?with (?:him|her))\b", re.I)
"""Right after what befell somebody: "two guards were detained *as well*", "*with him*"."""
