"""An article in parts: sentences that carry the claims they rest on, and cannot be made without."""

from __future__ import annotations

from rashomon.errors import InternalError
from rashomon.model.base import value


@value
class Sentence:
    """One sentence and what it rests on: claims or, for an absence, the reports that were searched."""

    text: str
    claim_ids: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.claim_ids and not self.searched:
            raise InternalError(f"a sentence that rests on nothing was about to be written: {self.text!r}")


@value
class Section:
    """A heading (empty for the lead) and its sentences."""

    heading: str
    sentences: tuple[Sentence, ...]


@value
class InfoboxEntry:
    """One line of an infobox field: its text, its claims, and what a note should add."""

    text: str
    claim_ids: tuple[str, ...]
    note: str | None = None


@value
class InfoboxField:
    """A parameter of ``Infobox military conflict`` and its lines."""

    name: str
    entries: tuple[InfoboxEntry, ...]


@value
class Article:
    """Title, infobox and sections of one event's draft."""

    event_id: str
    title: str
    infobox: tuple[InfoboxField, ...]
    sections: tuple[Section, ...]
