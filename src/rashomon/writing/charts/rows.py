"""One speaker's figure in words: who said it and when, over what it reaches, on which words it stands."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.codebook.graphic import is_graphic
from rashomon.model.base import value
from rashomon.model.claims import Claim, Count, words_of
from rashomon.writing.charts.scale import Mark
from rashomon.writing.view import outlet_name
from rashomon.writing.wording.casualties import Account
from rashomon.writing.wording.dates import day_phrase
from rashomon.writing.wording.figures import bounds_phrase
from rashomon.writing.wording.labels import initial_capital
from rashomon.writing.wording.parties import joined
from rashomon.writing.wording.speakers import Speaker
from rashomon.writing.wording.telling import Telling

_MOST_WORDS = 90
"""Code points of a passage that a row shows; the whole passage stands among the claims."""


@value
class FigureRow:
    """A row of the chart.

    ``notes`` say in words all that the drawing shows by shape or shade.
    """

    claim_id: str
    speaker: str
    way: str
    """Who relayed it and where it was printed."""
    day: str
    figure: str
    words: str
    """The passage it stands on; empty where it is folded elsewhere."""
    mark: Mark
    notes: tuple[str, ...]
    hedged: bool
    revised: bool


def describe_figure(
    claim: Claim, account: Account, prints: Sequence[Claim], mark: Mark, telling: Telling, *, revised: bool
) -> FigureRow:
    """The row of one figure: ``prints`` are the claims that repeat it, one witness together."""
    return FigureRow(
        claim_id=claim.id,
        speaker=_speaker_name(account.speaker),
        way=_way(account.speaker, prints, telling),
        day=day_phrase(account.said_on) if account.said_on else "",
        figure=figure_words(claim),
        words=_words(claim, telling),
        mark=mark,
        notes=tuple(_notes(claim, mark, revised, folded=is_graphic(_passage(claim)))),
        hedged=claim.certainty in ("hedged", "hypothetical"),
        revised=revised,
    )


def _speaker_name(speaker: Speaker) -> str:
    """An outlet's name, or the id that stands in for it, is written as it is."""
    is_outlet = speaker.own_voice and not speaker.is_statement
    return speaker.name if is_outlet else initial_capital(speaker.name)


def figure_words(claim: Claim) -> str:
    """A figure short: "30+", "30–40", "none", "not known"."""
    count = claim.value
    stance = claim.attribution[0].stance if claim.attribution else "asserts"
    if not isinstance(count, Count):
        return "not known"
    words = "none" if count.low == count.high == 0 else bounds_phrase(count)
    if stance == "denies":
        return f"denied: {words}"
    return f"not: {words}" if claim.polarity == "negated" else words


def _way(speaker: Speaker, prints: Sequence[Claim], telling: Telling) -> str:
    """How the words came: "apparently quoted by RFI; in two outlets, one witness"."""
    outlets = list(dict.fromkeys(outlet_name(telling.lookups.report(claim)) for claim in prints))
    parts = []
    if speaker.relays:
        parts.append(f"{'apparently ' if speaker.inferred else ''}quoted by {joined(speaker.relays)}")
    if not speaker.own_voice or outlets[:1] != [speaker.outlet] or len(outlets) > 1:
        parts.append(f"in {joined(outlets)}")
    if len(prints) > 1:
        parts.append(f"{len(prints)} prints, one witness")
    return "; ".join(parts)


def _passage(claim: Claim) -> str:
    return " ".join(words_of(claim).split())


def _words(claim: Claim, telling: Telling) -> str:
    words = telling.withholding.text(_passage(claim))
    if is_graphic(words):
        return ""
    if len(words) <= _MOST_WORDS:
        return words
    return f"{words[:_MOST_WORDS].rsplit(' ', 1)[0]} …"


def _notes(claim: Claim, mark: Mark, revised: bool, *, folded: bool) -> list[str]:
    count = claim.value
    found = ["The words are graphic and stand folded among the evidence"] if folded else []
    if revised:
        found.append("Revised later by the same speaker")
    if isinstance(count, Count) and count.vague is not None:
        found.append("A word without a number; what it counts as is the policy's rule")
    elif mark.shape == "open":
        found.append("No upper bound was given")
    elif mark.shape == "upto":
        found.append("No lower bound was given")
    if isinstance(count, Count) and count.approximate:
        found.append("The source says “about”")
    if claim.certainty in ("hedged", "hypothetical"):
        found.append("The source hedges this")
    if claim.coverage == "subset":
        found.append("Part of another figure")
    if claim.coverage == "increment":
        found.append("Added to an earlier figure")
    return found
