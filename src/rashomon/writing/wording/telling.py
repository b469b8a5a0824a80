"""What every maker of sentences needs: the event, its look-ups, whose names stay out, who speaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.model.base import value
from rashomon.model.claims import Claim
from rashomon.model.record import EventRecord
from rashomon.writing.view import Lookups
from rashomon.writing.withholding import Withholding
from rashomon.writing.wording.speakers import Speaker, speaker_of


@value
class Telling:
    """What sentence makers need besides claims: the event, its look-ups, and whose names stay out."""

    event: EventRecord
    lookups: Lookups
    withholding: Withholding

    def speaker(self, claim: Claim) -> Speaker:
        """The first speaker of a claim."""
        return speaker_of(claim, self.lookups, self.withholding)

    def of(self, other: EventRecord) -> Telling:
        """The same for another event of the case."""
        return Telling(event=other, lookups=self.lookups, withholding=self.withholding)

    @property
    def is_fighting(self) -> bool:
        """True where two sides fight."""
        return self.event.kind in EVENT_KINDS and EVENT_KINDS[self.event.kind].two_sided


def by_speaker(claims: Iterable[Claim], telling: Telling) -> list[tuple[Speaker, list[Claim]]]:
    """Claims grouped by the body that said them, in the order of the first."""
    groups: dict[str, tuple[Speaker, list[Claim]]] = {}
    for claim in claims:
        speaker = telling.speaker(claim)
        groups.setdefault(speaker.key, (speaker, []))[1].append(claim)
    return list(groups.values())


def without_cited(speakers: Sequence[Speaker]) -> list[Speaker]:
    """The speakers without the nameless reports that an outlet among them cites."""
    outlets = {speaker.name for speaker in speakers if is_reporting(speaker)}
    return [
        s for s in speakers if s.name.removeprefix("reports cited by ") not in outlets or s.name in outlets
    ]


def ids_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The claims' ids, each once."""
    return tuple(dict.fromkeys(claim.id for claim in claims))


def is_reporting(speaker: Speaker) -> bool:
    """True for an outlet's own report; a body that publishes its statement speaks for itself."""
    return speaker.own_voice and not speaker.is_statement
