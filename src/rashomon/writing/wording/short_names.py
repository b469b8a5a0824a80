"""Long names of actors once in full with their acronym, by the acronym after that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from rashomon.model.article import InfoboxEntry, InfoboxField, Section
from rashomon.model.base import value
from rashomon.model.events import SideActor, without_wholes
from rashomon.model.kept import kept_with
from rashomon.writing.view import Lookups, is_acronym
from rashomon.writing.wording.labels import plain_name

_MIN_NAME = 14
"""Shorter names need no acronym."""


@value
class Acronym:
    """What a name is called for short; ``the``: reports put the article before it ("the MSA")."""

    short: str
    the: bool = False


@kept_with
def find_acronyms(lookups: Lookups) -> Mapping[str, Acronym]:
    """Full name → acronym, for actors that the reports also call by one; ambiguous acronyms are left out.

    Made once for a case, since all its reports are looked through.
    """
    found: dict[str, str] = {}
    for actor in _actors(lookups):
        short = [words for words in actor.as_written if is_acronym(words)]
        name = plain_name(actor.name)
        if len(name) >= _MIN_NAME and short and not is_acronym(name):
            found.setdefault(name, min(short, key=lambda words: (len(words), words)))
    counts = list(found.values())
    texts = [report.text for report in lookups.ordered_reports]
    return {
        name: Acronym(short=short, the=_takes_the(short, texts))
        for name, short in found.items()
        if counts.count(short) == 1 and short not in name
    }


def _actors(lookups: Lookups) -> Iterable[SideActor]:
    for event in lookups.view.linked.events:
        for side in event.sides:
            yield from without_wholes(side.actors)
        yield from (other.actor for other in event.others)


def _takes_the(short: str, texts: Iterable[str]) -> bool:
    """True where the reports themselves write "the MSA" at least as often as "MSA" in running text."""
    with_the = without = 0
    pattern = re.compile(rf"(?<![\w(-]){re.escape(short)}(?![\w)-])")
    for text in texts:
        # Most texts lack it, which is found sooner without looking at what stands around it.
        for match in pattern.finditer(text) if short in text else ():
            before = text[max(0, match.start() - 4) : match.start()].casefold()
            if before == "the ":
                with_the += 1
            else:
                without += 1
    return with_the > 0 and with_the >= without


class ShortNames:
    """Shortens names in the order of a text; the first time a name stands in full."""

    def __init__(self, acronyms: Mapping[str, Acronym]) -> None:
        self._names = dict(acronyms)
        self._seen: set[str] = set()
        # Longest first: "United Nations" also stands inside the name of its missions.
        longest = sorted(map(re.escape, acronyms), key=lambda name: (-len(name), name))
        self._pattern = re.compile(rf"((?<!\w)[Tt]he )?({'|'.join(longest)})")

    def text(self, words: str, *, introduce: bool = True) -> str:
        """The words with each long name introduced once and short from then on."""
        return self._pattern.sub(lambda match: self._short(match, introduce), words) if self._names else words

    def _short(self, match: re.Match[str], introduce: bool) -> str:
        article, name = match.group(1) or "", match.group(2)
        acronym = self._names[name]
        if introduce and name not in self._seen:
            self._seen.add(name)
            return f"{article}{name} ({acronym.short})"
        # An article before a name stays only where the reports put one before the acronym too.
        return f"{article if acronym.the else ''}{acronym.short}"

    def sections(self, sections: Iterable[Section]) -> tuple[Section, ...]:
        """Sections with their names shortened, in order."""
        return tuple(
            Section(
                heading=section.heading,
                sentences=tuple(replace(one, text=self.text(one.text)) for one in section.sentences),
            )
            for section in sections
        )

    def box(self, fields: Iterable[InfoboxField]) -> tuple[InfoboxField, ...]:
        """The box with names in full among the sides and short elsewhere."""
        return tuple(field if field.name.startswith("combatant") else self._field(field) for field in fields)

    def _field(self, field: InfoboxField) -> InfoboxField:
        entries = (
            InfoboxEntry(
                text=self.text(entry.text, introduce=False),
                claim_ids=entry.claim_ids,
                note=self.text(entry.note, introduce=False) if entry.note else None,
            )
            for entry in field.entries
        )
        return InfoboxField(name=field.name, entries=tuple(entries))
