"""English words by which towns change hands: "seized Orle", "Orle fell to the rebels"."""

from __future__ import annotations

import re

TAKEN = re.compile(
    r"\b(?:seiz|captur|conquer|occupy|occupi|liberat|regain|reoccup|re-?tak|tak|los)(?:e|ed|ing|en|es|y|ied)?\s+\Z"
    r"|\b(?:took|retook|lost|took over|taken over|taking over|retaken)\s+\Z",
    re.IGNORECASE,
)
"""Before the name of what is taken: a town, unless it is a person's."""
_REST = r"(?:[ -](?:al-|el-)?[A-Z][\w'’]*){0,2}"
CLOSES = re.compile(
    rf"{_REST}(?:\s*(?:[.,;()]|\Z)|\s+(?:from|after|following|on|without|as|and|when|during|before|by|overnight|again)\b)"
)
"""After a town that was taken; a person is taken "to" somewhere, a town is not."""
FALLING = re.compile(
    rf"{_REST}(?:\s\([^()]{{1,60}}\))?\s+(?:(?:has |had )?(?:fell|fallen) (?:in|under|to)\b"
    r"|(?:was|were|has been|had been|is|being) (?:re)?"
    r"(?:captured|taken|seized|conquered|overrun|occupied|besieged|stormed|liberated)"
    r"(?: over)? by\b)"
)
"""After the name of a town that others take."""

TAKING_LANDS = frozenset(
    "take retake seize capture recapture conquer occupy reoccupy liberate overrun regain retook overran".split()
)
TAKEN_AGAIN = frozenset("retake retook recapture liberate reoccupy regain".split())
