"""That whoever did a deed died by his own hand: "turned the gun on himself", "then committed suicide"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_TURNED_GUN = re.compile(
    r"^(?:the|his|her|a|that) (?:\w+ )?(?:gun|weapon|rifle|pistol|handgun|shotgun|revolver|firearm)"
    r" on (?:him|her)self\b",
    re.I,
)
_HARMING = re.compile(
    r"\b(?:kill|murder|shoot|shot|stab|wound|injur|attack|slay|slain|open(?:ed|ing)? fire|fir(?:ed|ing)"
    r"|on (?:him|her)self)",
    re.I,
)
"""What makes the suicide beside it the end of a deed: of any other a report of violence tells nothing."""
_THEN = frozenset({"then", "later", "afterwards", "afterward", "subsequently", "thereafter"})


def turns_on_himself(words: str) -> bool:
    """True for what follows "turned": an idiom for shooting oneself dead, read so but hedged."""
    return _TURNED_GUN.search(words) is not None


def ends_a_deed(verb: Token) -> bool:
    """True for "shot two men *and committed suicide*" and "he *then* committed suicide"."""
    return (
        any(child.lower_ in _THEN for child in verb.children) or _HARMING.search(verb.sent.text) is not None
    )
