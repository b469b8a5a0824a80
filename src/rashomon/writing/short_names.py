"""Long names of actors once in full with their acronym, by the acronym after that."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.model.article import InfoboxEntry, InfoboxField, Section, Sentence
from rashomon.model.events import SideActor, without_wholes
from rashomon.writing.view import Lookups

_ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z-]{1,9}\Z")
_MIN_NAME = 14
"""Shorter names need no acronym."""


def find_acronyms(lookups: Lookups) -> dict[str, str]:
    """Full name → acronym, for actors that the reports also call by one; ambiguous acronyms are left out."""
    found: dict[str, str] = {}
    for actor in _actors(lookups):
        short = [words for words in actor.as_written if _is_acronym(words)]
        if len(actor.name) >= _MIN_NAME and short and not _is_acronym(actor.name):
            found.setdefault(actor.name, min(short, key=lambda words: (len(words), words)))
    counts = list(found.values())
    return {name: short for name, short in found.items() if counts.count(short) == 1 and short not in name}


def _actors(lookups: Lookups) -> Iterable[SideActor]:
    for event in lookups.view.linked.events:
        for side in event.sides:
            yield from without_wholes(side.actors)
        yield from (other.actor for other in event.others)


def _is_acronym(words: str) -> bool:
    capitals = sum(letter.isupper() for letter in words)
    return bool(_ACRONYM.match(words)) and capitals * 2 > len(words)


class ShortNames:
    """Shortens names in the order of a text; the first time a name stands in full."""

    def __init__(self, acronyms: dict[str, str]) -> None:
        self._acronyms = acronyms
        self._seen: set[str] = set()

    def text(self, words: str, *, introduce: bool = True) -> str:
        """The words with each long name introduced once and short from then on."""
        for name, short in sorted(self._acronyms.items(), key=lambda pair: (-len(pair[0]), pair[0])):
            if name not in words:
                continue
            if introduce and name not in self._seen:
                self._seen.add(name)
                head, _, tail = words.partition(name)
                words = f"{head}{name} ({short}){self._shortened(tail, name, short)}"
            else:
                words = self._shortened(words, name, short)
        return words

    @staticmethod
    def _shortened(words: str, name: str, short: str) -> str:
        for article in ("the ", "The ", ""):
            words = words.replace(f"{article}{name}", short)
        return words

    def sections(self, sections: Iterable[Section]) -> tuple[Section, ...]:
        """Sections with their names shortened, in order."""
        return tuple(
            Section(
                heading=section.heading,
                sentences=tuple(
                    Sentence(text=self.text(one.text), claim_ids=one.claim_ids, searched=one.searched)
                    for one in section.sentences
                ),
            )
            for section in sections
        )

    def box(self, fields: Iterable[InfoboxField]) -> tuple[InfoboxField, ...]:
        """The box with names in full among the sides and short elsewhere."""
        return tuple(field if field.name.startswith("combatant") else self._field(field) for field in fields)

    def _field(self, field: InfoboxField) -> InfoboxField:
        return InfoboxField(
            name=field.name,
            entries=tuple(
                InfoboxEntry(
                    text=self.text(entry.text, introduce=False),
                    claim_ids=entry.claim_ids,
                    note=self.text(entry.note, introduce=False) if entry.note else None,
                )
                for entry in field.entries
            ),
        )
