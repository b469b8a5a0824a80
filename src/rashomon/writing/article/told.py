"""Each figure once, with all who gave it: eight prints of one statement are one voice.

A *figure* is an outcome, a party, a number with its bounds, and how far it reaches; its *voices* are the
bodies that gave it, each with the claims that carry its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.codebook.facets import FACETS
from rashomon.model.base import value
from rashomon.model.claims import Claim, Count
from rashomon.writing.wording.casualties import best_named, figure_key, said_on, scope_words, stance_of
from rashomon.writing.wording.parties import party_key
from rashomon.writing.wording.speakers import Speaker
from rashomon.writing.wording.telling import Telling, ids_of, is_reporting

_PLAIN_PEOPLE = frozenset({"", "people", "persons", "person", "they", "individuals"})
_ANYBODY = frozenset({"people", "victims", "bodies"})
_ORDER = {code: place for place, code in enumerate(FACETS)}


@value
class Voice:
    """A body that gave a figure, the day it did so where told, and its claims."""

    speaker: Speaker
    day: str | None
    printed: str
    claims: tuple[Claim, ...]


@value
class Told:
    """One figure and its voices, the earliest first; ``claim`` stands for all that give it."""

    claim: Claim
    voices: tuple[Voice, ...]
    scope: str = ""
    """How far it reaches, where that is more than this event ("across two clashes")."""
    side: int = 99
    """Place of the party's side among the event's sides."""

    @property
    def facet(self) -> str:
        """The outcome."""
        return self.claim.facet

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim that gives it."""
        return tuple(claim for voice in self.voices for claim in voice.claims)

    @property
    def ids(self) -> tuple[str, ...]:
        """Every claim behind it."""
        return ids_of(self.claims)

    @property
    def reported(self) -> bool:
        """True where an outlet gives it on its own word."""
        return any(is_reporting(voice.speaker) for voice in self.voices)

    @property
    def keys(self) -> frozenset[str]:
        """The bodies that gave it."""
        return frozenset(voice.speaker.key for voice in self.voices)

    @property
    def when(self) -> str:
        """The earliest day it was said or printed, for order only."""
        return min((voice.day or voice.printed for voice in self.voices), default="9999")


def gather_told(claims: Iterable[Claim], telling: Telling) -> tuple[Told, ...]:
    """The figures of an event in the order of its sides, their parties and outcomes."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        groups.setdefault(_key(claim, telling), []).append(claim)
    told = [_told(group, telling) for group in groups.values()]
    return tuple(sorted(_without_anybody(_without_bare_relays(told)), key=_place))


def _place(told: Told) -> tuple[object, ...]:
    part = told.claim.coverage in ("subset", "increment")
    return (
        told.side,
        part,
        party_key(told.claim.about),
        _ORDER.get(told.facet, 99),
        told.when,
        told.claim.id,
    )


def _key(claim: Claim, telling: Telling) -> tuple[object, ...]:
    return (
        *figure_key(claim),
        _people_key(claim),
        telling.lookups.events_of.get(claim.id, ()) if claim.scope == "several" else (),
        stance_of(claim),
        claim.certainty,
        claim.polarity,
        claim.coverage if claim.coverage in ("subset", "increment") else "",
    )


def _people_key(claim: Claim) -> str:
    """Equal for one party's figures; "two people" and "two dead" of nobody in particular are one figure."""
    about = claim.about
    anybody = about is None or (
        not about.actors
        and set(about.categories) <= _ANYBODY
        and about.status == "unknown"
        and about.words.casefold() in _PLAIN_PEOPLE
    )
    return "" if anybody else party_key(about)


def _told(claims: Sequence[Claim], telling: Telling) -> Told:
    voices: dict[str, list[tuple[Speaker, Claim]]] = {}
    for claim in claims:
        speaker = telling.speaker(claim)
        voices.setdefault(speaker.key, []).append((speaker, claim))
    found = [_voice(said, telling) for said in voices.values()]
    labels = [side.label for side in telling.event.sides]
    side = telling.lookups.side_of.get(claims[0].id)
    return Told(
        claim=claims[0],
        voices=tuple(sorted(found, key=lambda v: (v.day or v.printed, v.speaker.key))),
        scope=scope_words(claims[0], telling.event, telling.lookups),
        side=labels.index(side) if side in labels else 99,
    )


def _voice(said: Sequence[tuple[Speaker, Claim]], telling: Telling) -> Voice:
    lookups = telling.lookups
    days = [day for _, claim in said if (day := said_on(claim, lookups))]
    prints = [day for _, claim in said if (day := lookups.report(claim).published)]
    return Voice(
        speaker=best_named([speaker for speaker, _ in said]),
        day=min(days) if days else None,
        printed=min(prints) if prints else "9999",
        claims=tuple(claim for _, claim in said),
    )


def _without_bare_relays(told: Sequence[Told]) -> list[Told]:
    """A body's figure whose reach one relay left out stands once, with the reach that its others tell."""
    kept: list[Told] = []
    wide = [one for one in told if one.scope]
    for one in told:
        fuller = next((w for w in wide if not one.scope and _same_but_reach(one, w)), None)
        if fuller is None:
            kept.append(one)
    for place, one in enumerate(kept):
        bare = [b for b in told if one.scope and not b.scope and _same_but_reach(b, one)]
        if bare:
            kept[place] = with_voices(one, [voice for b in bare for voice in b.voices])
    return kept


def _without_anybody(told: Sequence[Told]) -> list[Told]:
    """The figures with "two people" told as the "two teenagers" that others count, where only they fit."""
    kept = list(told)
    for one in told:
        if _kind_of_people(one) or is_rest(one) or not is_total(one):
            continue
        fits = [place for place, other in enumerate(kept) if _says_more(other, one)]
        if len(fits) == 1:
            kept[fits[0]] = with_voices(kept[fits[0]], one.voices)
            kept = [other for other in kept if other is not one]
    return kept


def _says_more(one: Told, anybody: Told) -> bool:
    return (
        bool(_kind_of_people(one))
        and is_total(one)
        and not is_rest(one)
        and figure_key(one.claim) == figure_key(anybody.claim)
        and (one.scope, one.claim.certainty) == (anybody.scope, anybody.claim.certainty)
    )


def _same_but_reach(bare: Told, wide: Told) -> bool:
    return (
        bare.keys <= wide.keys
        and figure_key(bare.claim) == figure_key(wide.claim)
        and stance_of(bare.claim) == stance_of(wide.claim)
        and _comparable(bare, wide, rest=True)
    )


def with_voices(told: Told, more: Iterable[Voice]) -> Told:
    """The figure with the voices of another telling of it; a body that is among both stands once."""
    voices = {voice.speaker.key: voice for voice in told.voices}
    for voice in more:
        before = voices.get(voice.speaker.key)
        if before is None:
            voices[voice.speaker.key] = voice
            continue
        days = [day for day in (before.day, voice.day) if day]
        voices[voice.speaker.key] = Voice(
            speaker=before.speaker,
            day=min(days) if days else None,
            printed=min(before.printed, voice.printed),
            claims=(*before.claims, *voice.claims),
        )
    ordered = sorted(voices.values(), key=lambda v: (v.day or v.printed, v.speaker.key))
    return Told(claim=told.claim, voices=tuple(ordered), scope=told.scope, side=told.side)


def is_total(told: Told) -> bool:
    """True for a figure that stands beside others of its kind, and is no part of one or addition to one."""
    return (
        isinstance(told.claim.value, Count)
        and told.claim.coverage not in ("subset", "increment")
        and stance_of(told.claim) not in ("denies", "doubts")
        and told.claim.polarity == "affirmed"
        and told.claim.value.vague is None
    )


def contested(told: Sequence[Told]) -> list[list[Told]]:
    """Figures for one outcome and party that are not the same number, group by group."""
    groups: list[list[Told]] = []
    for one in told:
        if not is_total(one) or one.claim.certainty == "hypothetical":
            continue
        home = next((g for g in groups if any(_comparable(one, other) for other in g)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return [group for group in groups if len({figure_key(one.claim) for one in group}) > 1]


def _comparable(one: Told, two: Told, *, rest: bool = False) -> bool:
    """Same outcome, and parties that share an actor, or of which one is all that a side has.

    ``rest``: "several others" may be compared too, as one body's own words may.
    """
    if one.facet != two.facet:
        return False
    fighting = any(told.claim.about and told.claim.about.status == "combatant" for told in (one, two))
    if fighting and one.side != two.side and 99 not in (one.side, two.side):
        return False
    if not rest and (is_rest(one) or is_rest(two)):
        return False
    first, second = (
        {a.actor_id or a.words for a in told.claim.about.actors} if told.claim.about else set()
        for told in (one, two)
    )
    if first and second:
        return bool(first & second)
    if first or second:
        return one.side == two.side != 99
    return _kind_of_people(one) == _kind_of_people(two)


def is_rest(told: Told) -> bool:
    """True for "seven others": whom they stand beside, no other account tells."""
    words = told.claim.about.words.casefold().split() if told.claim.about else []
    return "other" in words or "others" in words or told.claim.coverage == "increment"


def _kind_of_people(told: Told) -> str:
    """Equal for people of one kind; empty for people of whom nothing is said."""
    about = told.claim.about
    if about is None or (set(about.categories) <= _ANYBODY and about.status == "unknown"):
        return ""
    return party_key(about)
