"""Loss lines of an infobox: "1 killed, 2 wounded" → outcomes with their counts, grouped by whose they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.model.base import value
from rashomon.model.claims import Count, Unknown
from rashomon.reading.languages.en.counts import find_counts
from rashomon.reading.statements.entries import Item, without_remarks

_OUTCOMES = (
    ("neutralised", re.compile(r"\bneutrali[sz]ed\b", re.I)),
    (
        "casualties",
        re.compile(r"\bcasualt(?:y|ies)\b|\b(?:killed|dead) (?:or|and/or) (?:wounded|injured)\b", re.I),
    ),
    (
        "killed",
        re.compile(
            r"\b(?:killed|dead|deaths?|died|slain|fatalit(?:y|ies)|executed|martyr(?:s|ed)?|bodies)\b|†", re.I
        ),
    ),
    ("wounded", re.compile(r"\b(?:wounded|injured|injur(?:y|ies)|wounds?|hurt)\b", re.I)),
    (
        "captured",
        re.compile(
            r"\b(?:captured|captives?|prisoners?|arrested|detained|taken hostage|POWs?|surrendered)\b", re.I
        ),
    ),
    ("missing", re.compile(r"\b(?:missing|MIA|unaccounted for)\b", re.I)),
    ("losses", re.compile(r"\b(?:loss(?:es)?|lost)\b", re.I)),
)
GOODS = re.compile(
    r"\b(?:vehicles?|tanks?|trucks?|pick-?ups?|motorcycles?|motorbikes?|helicopters?|aircraft|planes?|drones?|weapons?|"
    r"rifles?|guns?|houses?|buildings?|ships?|boats?|armou?red|artillery|ammunition|technicals?|caches?)\b",
    re.I,
)
_MOVED = re.compile(r"\b(?:displaced|fled|refugees?|homeless|evacuated)\b", re.I)
CIVILIANS = re.compile(r"\b(?:civilians?|villagers?|residents?|children|women|bystanders?)\b", re.I)
_NONE = re.compile(r"\s*(?:none|nil|no (?:known |reported )?(?:losses|casualties)|0|zero)\s*\Z", re.I)
_UNKNOWN = re.compile(
    r"\b(?:unknown|not known|undisclosed|unspecified|unclear|number not given|not (?:given|stated|reported)|n/?a)\b",
    re.I,
)
NOT_PEOPLE = frozenset({"equipment", "other"})
_ONE = re.compile(r"\b(?:an?)\s+(?=[a-z])", re.I)


@value
class Loss:
    """One figure of a loss line: its facet, its value, and the item it stands in."""

    facet: str
    value: Count | Unknown | None
    item: Item

    @property
    def is_none(self) -> bool:
        """True for "None": nobody was lost."""
        return isinstance(self.value, Count) and self.value.high == 0

    @property
    def is_whole(self) -> bool:
        """True for "None" and "Unknown", which say all there is to say of one owner's losses."""
        told = self.is_none or isinstance(self.value, Unknown)
        return told and self.facet not in ("killed", "wounded", "captured", "missing")


@value
class LossEntry:
    """The losses of one owner, as the list has them together."""

    losses: tuple[Loss, ...]

    @property
    def images(self) -> tuple[str, ...]:
        """The flags before it."""
        return self.losses[0].item.images


def facet_of(words: str) -> str | None:
    """The outcome that some words tell; None where they tell none."""
    return next((facet for facet, pattern in _OUTCOMES if pattern.search(words)), None)


def read_loss(item: Item, *, default: str = "losses") -> Loss:
    """What one item of a loss line says. ``default``: the facet of a number that no word says more of."""
    words = without_remarks(item.words)
    said = facet_of(words)
    if _NONE.match(words):
        count = Count(low=0, high=0, as_written=words)
        return Loss(facet=said if said in ("losses", "casualties") else default, value=count, item=item)
    if GOODS.search(words) and said in (None, "losses", "captured"):
        return Loss(facet="equipment", value=None, item=item)
    if _MOVED.search(words) and said is None:
        return Loss(facet="other", value=None, item=item)
    if _UNKNOWN.search(words):
        return Loss(facet=said or default, value=Unknown(words=words), item=item)
    counts = [found.count for found in find_counts(words) if found.kind == "number"]
    if counts:
        return Loss(facet=said or default, value=counts[0], item=item)
    if said is not None and _ONE.match(words):
        return Loss(facet=said, value=Count(low=1, high=1, as_written=words), item=item)
    return Loss(facet=said or "other", value=None, item=item)


def group_losses(losses: Sequence[Loss]) -> list[LossEntry]:
    """The losses put together that belong to one owner, by what the list itself shows.

    A new owner begins at a flag, at a name before a colon, after "None", and where an outcome comes again
    without a speaker of its own: "1 killed, 2 wounded, 3 killed" tells of two.
    """
    entries: list[list[Loss]] = []
    for loss in losses:
        if not entries or _begins_entry(entries[-1], loss):
            entries.append([loss])
        else:
            entries[-1].append(loss)
    return [LossEntry(losses=tuple(entry)) for entry in entries]


def _begins_entry(entry: Sequence[Loss], loss: Loss) -> bool:
    last = entry[-1]
    if loss.item.images or (loss.item.new_line and loss.item.label):
        return True
    if entry[0].is_whole or loss.is_whole:
        return True
    if loss.item.new_line and (last.item.label or (entry[0].item.images and loss.facet in NOT_PEOPLE)):
        return True
    again = [one for one in entry if one.facet == loss.facet]
    return any(_same_voice(one, loss) for one in again)


def _same_voice(one: Loss, other: Loss) -> bool:
    """False where two speakers' figures for the same people stand side by side."""
    if one.item.speaker is None and other.item.speaker is None:
        return True
    both = one.item.speaker is not None and other.item.speaker is not None
    return both and one.item.speaker.words == other.item.speaker.words  # type: ignore[union-attr]
