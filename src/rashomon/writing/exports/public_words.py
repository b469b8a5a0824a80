"""Which words of a report may stand in public for good: those that can name no private person.

What goes into Wikidata cannot be taken back, so nothing rests on a reader having recognised every name. A
word with a capital must be known: as an actor, a place, a country or its people, an outlet, a month, an
acronym, or a word that the reports also write small. Any other may be somebody's name.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from rashomon.codebook.actor_countries import countries
from rashomon.model.claims import ActorRef, Claim, PlaceRef
from rashomon.writing.exports.tellings import Teller
from rashomon.writing.view import outlet_name
from rashomon.writing.wording.casualties import Account

_WORD = re.compile(r"@?\w[\w'’.\-]*")
_SMALL_WORD = re.compile(r"(?<!\w)[^\W\d_A-Z]{2,}(?!\w)")
_PARTS = re.compile(r"[\W_]+")
_ACRONYM = re.compile(r"[A-Z]{2,}(?:[’']s|s)?\Z")
SOMEBODY = "a named source"
_STARTERS = frozenset(
    "a about all almost an another around as at between both each few he her his in it its least many more "
    "most nearly no none of on one other our over people several she some that the their there these they "
    "this those to two three four five six seven eight nine ten eleven twelve dozens scores hundreds "
    "thousands up we who".split()
)
"""Words that begin a sentence, and so have a capital in a report that never writes them small."""


class PublicWords:
    """The words of a case that are known to be no private person's name."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller

    def hold_no_name(self, words: str) -> bool:
        """True where every word with a capital is known, and no account of a person (@…) stands there."""
        return all(self._is_known(match.group()) for match in _WORD.finditer(words))

    def source(self, words: str) -> str:
        """A source by its words, or only that it is one."""
        return words if self.hold_no_name(words) else SOMEBODY

    def way(self, account: Account) -> str:
        """From whom a figure came through whom to the outlet, as far as they may be named."""
        speaker = account.speaker
        if speaker.own_voice:
            return speaker.outlet
        names = [self.source(name) for name in (speaker.name, *speaker.relays)]
        return " → ".join((*names, speaker.outlet))

    def _is_known(self, word: str) -> bool:
        if word.startswith("@"):
            return False
        if not word[0].isupper() or _ACRONYM.match(word):
            return True
        return all(part in self._known for part in _parts(word) if len(part) > 1)

    @cached_property
    def _known(self) -> frozenset[str]:
        found = {part for words in self._names() for part in _parts(words)} | _STARTERS
        for report in self._teller.view.reports.values():
            found.update(match.group() for match in _SMALL_WORD.finditer(report.text))
        return frozenset(found)

    def _names(self) -> Iterator[str]:
        yield from (*calendar.month_name, *calendar.day_name)
        for country in countries().values():
            yield from (country.name, *country.others, *country.adjectives, *country.people)
        yield from self._teller.lookups.actor_names.values()
        yield from (outlet_name(report) for report in self._teller.view.reports.values())
        for event in self._teller.view.record.events:
            for place in (event.place, *event.places):
                yield from (name for name in (place.name, place.adm1, place.adm2, place.country) if name)
        for claim in self._teller.view.claims.values():
            yield from _public_names(claim)


def _public_names(claim: Claim) -> Iterator[str]:
    refs: Iterable[ActorRef] = [
        *(claim.about.actors if claim.about else ()),
        *(claim.by.actors if claim.by else ()),
        *([claim.value] if isinstance(claim.value, ActorRef) else ()),
    ]
    yield from (ref.words for ref in refs if ref.actor_id)
    if isinstance(claim.value, PlaceRef):
        yield from (claim.value.words, *claim.value.within)
    yield from (link.source for link in claim.attribution if link.source_kind in ("media", "outlet"))


def _parts(words: str) -> list[str]:
    return [part for part in _PARTS.split(words.casefold()) if part]
