"""What a report is read from: its sentences with their parse, numbers, times, places, names and speech acts.

Everything that is found by looking at the text once is found here, in this order, so that the reading
proper only combines.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar

from rashomon.model.base import value
from rashomon.model.claims import ActorRef, Attribution, Moment, Status
from rashomon.model.layers import Span
from rashomon.model.report import Report
from rashomon.reading.attribution.speakers import attribution_chain
from rashomon.reading.counts import CountFound
from rashomon.reading.happenings.justice import days_of_justice
from rashomon.reading.languages.en.words import HAPPENING_NOUNS
from rashomon.reading.parties.definitions import DEFINED
from rashomon.reading.parties.references import ActorFacts
from rashomon.reading.people.groups import Group, find_groups
from rashomon.reading.people.shared_no import with_shared_no
from rashomon.reading.people.sizes import with_sizes
from rashomon.reading.people.taken_for import with_those_taken_for
from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.speech import SpeechAct, SpeechActs
from rashomon.reading.times.moments import TimeFound

if TYPE_CHECKING:
    from rashomon.codebook.actors import ActorHit, ActorRegistry
    from rashomon.reading.places.toponyms import ToponymFound


@value
class SentenceMaterial:
    """One sentence and what was found in it. Counts keep offsets of the sentence, all else the report's."""

    sentence: Sentence
    counts: tuple[CountFound, ...] = ()
    times: tuple[TimeFound, ...] = ()
    places: tuple[ToponymFound, ...] = ()
    hits: tuple[ActorHit, ...] = ()
    groups: tuple[Group, ...] = ()
    said: tuple[tuple[int, int], ...] = ()
    """Where the times stand that look like the day of saying."""


_JIHADIST_MOVEMENTS = frozenset({"al-qaeda", "islamic-state"})
_OF_THE_FAITH = re.compile(
    r"islam|jihad|muja?h[ie]d|taliban|shabaab|\bansar|caliph|sharia|al-sham\b|lashkar|jaish|salafi|katiba"
    r"|abu sayyaf|maute",
    re.I,
)
"""What the names of militant Islamist groups have in common."""
_ARMED_LEVELS = frozenset({"state", "forces", "unit", "group"})
_REBEL = 2
"""ACLED's interaction code of rebel groups."""


@value
class Spoken:
    """A report's acts of speech, all its times, those of saying included, and where it says it was sent from."""

    acts: tuple[SpeechAct, ...]
    times: tuple[TimeFound, ...]
    sent_from: tuple[ToponymFound, ...] = ()


class Material:
    """A report with all that was found in it, and what the registry knows of its actors."""

    def __init__(
        self,
        report: Report,
        sentences: Sequence[SentenceMaterial],
        spoken: Spoken,
        registry: ActorRegistry,
        reader: str,
    ) -> None:
        self.report = report
        self.sentences = tuple(sentences)
        self.acts = SpeechActs(spoken.acts)
        self.times, self.sent_from = spoken.times, spoken.sent_from
        self.reader = reader
        self._registry = registry
        self._identified: dict[str, str | None] = {}

    def with_sentences(self, sentences: Sequence[SentenceMaterial]) -> Material:
        """The same material with other sentences: what was said and when stays known."""
        spoken = Spoken(acts=tuple(self.acts), times=self.times, sent_from=self.sent_from)
        return Material(self.report, sentences, spoken, self._registry, self.reader)

    @cached_property
    def facts(self) -> ActorFacts:
        """The registry's answers that reference needs."""
        return ActorFacts(
            is_armed_group=lambda actor_id: (
                self._level(actor_id) in {"group", "unit"} and not self._registry.is_state_actor(actor_id)
            ),
            bears_arms=lambda actor_id: self._level(actor_id) in _ARMED_LEVELS,
            is_rebel=lambda actor_id: (
                actor_id in self._registry and self._registry.inter_code(actor_id) == _REBEL
            ),
            is_jihadist=self._is_jihadist,
            parents=self._registry.parents,
            name_words=lambda actor_id: frozenset((self.name_of(actor_id) or "").lower().split()),
        )

    def _is_jihadist(self, actor_id: str) -> bool:
        """True where the group or one it belongs to is such a movement, or its name says so."""
        bodies = {actor_id, *self._registry.parents(actor_id)}
        names = " ".join(
            name.words for body in bodies if body in self._registry for name in self._registry.get(body).names
        )
        return bool(bodies & _JIHADIST_MOVEMENTS) or _OF_THE_FAITH.search(names) is not None

    def _level(self, actor_id: str) -> str:
        return self._registry.get(actor_id).level if actor_id in self._registry else ""

    def status_of(self, ref: ActorRef) -> Status:
        """Combatant for armed bodies, civilian for populations, else unknown."""
        level = self._level(ref.actor_id) if ref.actor_id else ""
        if level == "population":
            return "civilian"
        return "combatant" if level in {"forces", "unit", "group"} else "unknown"

    def name_of(self, actor_id: str) -> str | None:
        """The registry's plain name on the report's day."""
        if actor_id.startswith(DEFINED):
            return actor_id.removeprefix(DEFINED)
        if actor_id not in self._registry:
            return None
        return self._registry.name(actor_id, on=self.report.published)

    def chain(self, start: int, end: int) -> tuple[Attribution, ...]:
        """Who says what stands at a passage, the outlet last."""
        return attribution_chain(
            start, end, self.acts, self.report, identify=self.identify, dates=self.moment_at
        )

    def speaking_body(self, position: int) -> tuple[str, str] | None:
        """The body of the registry that says what stands at a place, and its category; None where none does."""
        chain = self.chain(position, position + 1)
        actor_id = chain[0].actor_id if len(chain) > 1 else None
        if actor_id is None or actor_id not in self._registry:
            return None
        return actor_id, self._registry.get(actor_id).category

    def identify(self, words: str) -> str | None:
        """The registry id of the one actor named in the words of a source; None where several are.

        A joint statement is not the word of the first who signed it. A known leader speaks for the actor led on
        the report's day.
        """
        if words not in self._identified:  # a source is asked for with each thing it says
            self._identified[words] = self._identify(words)
        return self._identified[words]

    def _identify(self, words: str) -> str | None:
        named = {hit.actor_ids[0] for hit in self._registry.find(words) if hit.actor_ids}
        if not named:
            return self._registry.leader_of(words, on=self.report.published)
        return named.pop() if len(named) == 1 else None

    def moment_at(self, span: Span) -> Moment | None:
        """The time found in a stretch of the report."""
        return next((t.moment for t in self.times if t.start < span.end and span.start < t.end), None)


def said_spans(acts: Sequence[SpeechAct]) -> tuple[tuple[int, int], ...]:
    """Where the text tells when something was said, as it seems: "said on Thursday"."""
    spans = {
        (act.said_on.start, act.said_on.end)
        for act in acts
        if act.assertive and act.said_on is not None and not _dates_the_deed(act, act.said_on)
    }
    return tuple(sorted(spans))


_JUDGING_NOW = frozenset(
    "condemns condemn deplores deplore denounces denounce mourns mourn regrets regret".split()
)
"""What is said now of a deed: the day beside it is the deed's ("condemns the attack on Friday")."""
_OF_SOMETHING_KNOWN = ("the ", "this ", "that ", "these ", "those ", "its ", "his ", "her ", "their ", "to ")


def _dates_the_deed(act: SpeechAct, time: Span) -> bool:
    """True where the day beside a cue of speech is that of what is told.

    "On Monday six men were reported killed" names no one who spoke; "the front claimed an ambush on Monday"
    and "on Monday a herder discovered a shell" have a new thing for their object, and tell when it was.
    What is judged in the present tense was done on the day named ("deplores the raid on Sunday").
    """
    if act.cue is None or not act.content:
        return False
    if act.source is None:
        return any(time.end <= span.start < act.cue.start for span in act.content)
    told = act.content[0].words.lower()
    if act.cue.words.lower() in _JUDGING_NOW:
        return True
    return not act.clausal and not told.startswith(("responsibility", *_OF_SOMETHING_KNOWN))


SAID_AT_REACH = 40
"""Characters after a cue of speech within which a place is that of the speech: "told reporters in Paris"."""


_OWN_DEED = re.compile(
    r"(?:claim|admit|den(?:y|i)|acknowledg|report)(?:s|t?ed|ed|es|ing)?\s+(?:(?:[a-z]+ly|having|the)\s+)?(?!dur|morn|even)[a-z]+ing\b"
    r"|[a-z]+\s+to\s+have\b",
    re.IGNORECASE,
)
"""What is claimed of one's own deeds: "claimed destroying a tank near Gao" was not said there."""
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)(?:\s+[a-z]+ly)?\s+\Z", re.IGNORECASE)
"""Before "reported near Gao": the blast was there, not the report."""


def is_said_at(place: ToponymFound, acts: SpeechActs, text: str) -> bool:
    """True where a place tells where something was said: right after the cue, and in nobody's words."""
    if place.ref.km is not None or acts.around(place.start):
        return False
    return any(
        act.assertive
        and act.cue is not None
        and " and " not in text[act.cue.end : place.start]
        and HAPPENING_NOUNS.keys().isdisjoint(text[act.cue.end : place.start].lower().split())
        and not _OWN_DEED.match(text, act.cue.start, place.start)
        and not _PASSIVE.search(text, max(0, act.cue.start - 20), act.cue.start)
        for act in acts.cued_before(place.start, SAID_AT_REACH)
    )


def group_sentences(
    sentences: Sequence[Sentence],
    *,
    counts: Sequence[Sequence[CountFound]],
    times: Sequence[TimeFound],
    places: Sequence[ToponymFound],
    hits: Sequence[ActorHit],
    said: Sequence[tuple[int, int]],
) -> list[SentenceMaterial]:
    """Each sentence with what lies inside it. Times, places, hits and sayings come in the text's order."""
    times_in, places_in, hits_in = _finder_inside(times), _finder_inside(places), _finder_inside(hits)
    said_starts = [start for start, _ in said]
    parts = []
    for sentence, numbers in zip(sentences, counts, strict=True):
        start, end = sentence.start, sentence.end
        own = hits_in(start, end)
        own_times = times_in(start, end)
        told = said[bisect_left(said_starts, start) : bisect_left(said_starts, end)]
        groups = with_sizes(find_groups(sentence, numbers, own), sentence, numbers)
        part = SentenceMaterial(
            sentence=sentence,
            counts=tuple(numbers),
            times=own_times,
            places=places_in(start, end),
            hits=own,
            groups=with_shared_no(with_those_taken_for(groups, sentence), sentence),
            said=tuple(sorted({*told, *days_of_justice(sentence, own_times)})),
        )
        parts.append(part)
    return parts


class _Stretch(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Found = TypeVar("Found", bound=_Stretch)


def _finder_inside(found: Sequence[Found]) -> Callable[[int, int], tuple[Found, ...]]:
    """Gives what begins and ends within a stretch, without going through the whole report each time."""
    starts = [one.start for one in found]

    def inside(start: int, end: int) -> tuple[Found, ...]:
        near = found[bisect_left(starts, start) : bisect_left(starts, end)]
        return tuple(one for one in near if one.end <= end)

    return inside
