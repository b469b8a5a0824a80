"""What a word tells of people where no word of harm says it."""

from __future__ import annotations

from typing import Literal

from rashomon.model.base import value

Sufferer = Literal["patient", "subject", "head", "own"]


@value
class Outcome:
    """A facet, and where in the sentence stands whom it befell.

    ``patient``: a passive's subject or an active's object; ``subject``: the verb's subject; ``head``: the
    noun it hangs on; ``own``: the word's own phrase. ``count`` where the words themselves give the number.
    """

    facet: str
    sufferer: Sufferer
    anchor: int
    """Token of the verb or noun on which whom it befell depends."""
    count: int | None = None
    hedged: bool = False
    open_end: bool = False
    """True where there may be more: "a murder-suicide" has at least two dead."""
    affirmed: bool = False
    """True where a negation is what tells it: "did not survive"."""
    denied: bool = False
    """True where the verb beside the word denies it: "did not suffer any injuries"."""
    by_hand: bool = False
    """True for what somebody did till it killed: "hacked six civilians to death"."""
    in_care: bool = False
    """True for being brought to a place of care, which tells nothing of what became of those brought."""
    left: int = 0
    """How many of all those told of before it did not befall: "only *one* of them survived"."""
