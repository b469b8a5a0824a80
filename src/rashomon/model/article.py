"""An article in parts: sentences that carry the claims they rest on, and cannot be made without."""

from __future__ import annotations

from rashomon.errors import InternalError
from rashomon.model.base import value


@value
class Sentence:
    """One sentence and what it rests on: claims or, for an absence, the reports that were searched.

    ``opens``: a new paragraph begins with it.
    """

    text: str
    claim_ids: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()
    opens: bool = False

    def __post_init__(self) -> None:
        if not self.claim_ids and not self.searched:
            raise InternalError(f"a sentence that rests on nothing was about to be written: {self.text!r}")


@value
class Section:
    """A heading (empty for the lead) and its sentences."""

    heading: str
    sentences: tuple[Sentence, ...]

    def paragraphs(self) -> tuple[tuple[Sentence, ...], ...]:
        """The sentences by paragraph."""
        found: list[list[Sentence]] = []
        for one in self.sentences:
            if one.opens or not found:
                found.append([])
            found[-1].append(one)
        return tuple(tuple(paragraph) for paragraph in found)


@value
class InfoboxEntry:
    """One line of an infobox field: its text, its claims, and what a note should add."""

    text: str
    claim_ids: tuple[str, ...]
    note: str | None = None


@value
class InfoboxField:
    """A parameter of the box's template and its lines."""

    name: str
    entries: tuple[InfoboxEntry, ...]


@value
class Article:
    """Title, infobox and sections of one event's draft; ``template`` is the box's name in wikitext."""

    event_id: str
    title: str
    template: str = "Infobox military conflict"
    infobox: tuple[InfoboxField, ...]
    sections: tuple[Section, ...]
