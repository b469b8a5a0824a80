"""The values of attribution: one act of speech, and what a cue word can introduce."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import Literal

from rashomon.model.base import value
from rashomon.model.claims import SourceKind, Stance
from rashomon.model.layers import Span

Manner = Literal["direct", "indirect", "mixed"]


@value
class Cue:
    """A cue word: its stance, and the frames in which it introduces content.

    ``frames``, a letter each: C a clause ("said that …"), Q a quotation, X an infinitive or gerund
    ("promised to …"), O an object ("confirmed two clashes"), S the subject of its passive ("was reported
    by …"), A a complement ("called it a success"), N an object that is a
    count ("put the toll at 20"), D people dead or hurt who are counted ("recorded 41
    deaths"). ``prepositions`` introduce content as an object does ("spoke of …").
    ``assertive``: the content is put forward as being so, which makes it evidence;
    "hoped that …" is an attitude and no evidence.
    """

    lemma: str
    frames: str
    prepositions: tuple[str, ...] = ()
    stance: Stance = "asserts"
    assertive: bool = True

    @property
    def only_counts(self) -> bool:
        """True for a verb that has somebody say something only where it counts people: "gave", "recorded"."""
        return bool(self.frames) and set(self.frames) <= {"N", "D"}


@value
class Cues:
    """The cue words of one language. Verbs and nouns by lemma, the rest in lower case as written."""

    verbs: dict[str, Cue]
    nouns: dict[str, Cue]
    adjectives: dict[str, Cue]
    """Of someone: "the mayor is confident that …"."""
    adverbs: dict[str, Stance]
    """Hedges that name no one: "reportedly"."""
    phrases: dict[str, Stance]
    """Openings of a source phrase: "according to"."""
    forms: dict[str, str]
    """Every written form of a verb, lower case, to its lemma: the cheap test before parsing."""
    people: frozenset[str]
    """Nouns for people who speak without being named: witnesses, residents, sources."""
    offices: frozenset[str]
    """Nouns for those who speak for others or by office: spokesman, minister, colonel."""
    documents: frozenset[str]
    media: frozenset[str]
    bodies: frozenset[str]
    """Words that end or hold an organisation's name or stand for one."""
    ranks: frozenset[str]
    """Titles and ranks that stand before a person's name, without their full stop."""
    occasions: frozenset[str]
    """Nouns for an occasion of speech: interview, briefing."""
    times: frozenset[str]
    """Words by which a phrase beside the cue is known to be its time."""
    plain_modifiers: frozenset[str]
    """Words before an office that do not say whose office it is: senior, former, unnamed."""
    anonymity: frozenset[str]
    """Words in a source phrase that keep its name back: anonymity, unnamed."""
    addressed: frozenset[str]
    """Verbs whose object is who is told, not what: tell, inform."""
    hedging: frozenset[str]
    """Verbs whose passive without an agent names no one: "is said to"."""
    citing: frozenset[str]
    """Verbs whose object is whose word is given: "the agency said, citing the mayor"."""
    counts: frozenset[str]
    """Nouns for a number of people: toll, figure."""
    nobody: frozenset[str]
    """Words by which a source phrase says that no one spoke: no, nobody."""
    withheld: frozenset[str]
    """Verbs under which a cue is no assertion: "refused to confirm"."""


@value
class SpeechAct:
    """Who says what, in one place of a report. All spans are the report's own.

    ``source`` is None where the text names no one ("reportedly", "is said to have"). ``speaker`` is the
    phrase that ``source`` stands for in the same sentence ("who" → "the colonel"), else equal to it.
    ``assertive`` acts are evidence of who says what; the others (hopes, plans, refusals to speak) only
    enter the layer of attributions. ``parent`` is the index of the act whose content holds this one.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    stance: Stance = "asserts"
    manner: Manner = "indirect"
    assertive: bool = True
    hedge: bool = False
    clausal: bool = True
    """False where what is said is an object or infinitive: "claimed an attack", "claimed to have won"."""
    source_kind: SourceKind = "unspecified"
    speaker: Span | None = None
    person: str | None = None
    office: str | None = None
    on_behalf_of: str | None = None
    said_on: Span | None = None
    medium: Span | None = None
    """The document or occasion: "in a statement", "in an interview"."""
    relay: Span | None = None
    """The medium that was told: the station in "told the station"."""
    same_as: int | None = None
    """Index of the first act of the same speaker, where an earlier one is known."""
    sentence: int = 0
    in_quotation: bool = False
    """True where the cue itself is quoted: speech within another's direct speech."""
    cited: bool = False
    """True where the source is the object of the cue: "citing the mayor" has the mayor say it."""
    parent: int | None = None


class SpeechActs(tuple[SpeechAct, ...]):
    """The acts of a report in order; which of them hold a place or came through a medium, found at once.

    Each claim asks both; going through all acts each time took half of the time of a long report.
    """

    @cached_property
    def _contents(self) -> tuple[list[int], list[tuple[int, int]], list[int]]:
        """Starts of the stretches of content in order, end and act of each, and the last end until there."""
        spans = sorted(
            (span.start, span.end, place) for place, act in enumerate(self) for span in act.content
        )
        reach = list(accumulate((end for _, end, _ in spans), max))
        return [start for start, _, _ in spans], [(end, place) for _, end, place in spans], reach

    @cached_property
    def _relayed(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for place, act in enumerate(self):
            if act.relay is not None or self.medium_above(act) is not None:
                found[place if act.same_as is None else act.same_as].append(place)
        return found

    def around(self, at: int) -> list[int]:
        """The acts with this character in their content, in order."""
        starts, ends, reach = self._contents
        found: set[int] = set()
        number = bisect_right(starts, at) - 1
        while number >= 0 and reach[number] > at:
            end, place = ends[number]
            if end > at:
                found.add(place)
            number -= 1
        return sorted(found)

    @cached_property
    def _by_cue_end(self) -> tuple[list[int], list[SpeechAct]]:
        cued = sorted(((act.cue.end, place) for place, act in enumerate(self) if act.cue is not None))
        return [end for end, _ in cued], [self[place] for _, place in cued]

    def cued_before(self, at: int, reach: int) -> list[SpeechAct]:
        """The acts whose cue ends at this character or at most so many before it."""
        ends, acts = self._by_cue_end
        return acts[bisect_left(ends, at - reach) : bisect_right(ends, at)]

    def medium_above(self, act: SpeechAct) -> SpeechAct | None:
        """The act of a medium in whose content this one stands, if any: "the agency said that he said"."""
        parent = self[act.parent] if act.parent is not None else None
        return (
            parent
            if parent is not None and parent.source_kind == "media" and parent.source is not None
            else None
        )

    def relayed(self, first: int) -> Sequence[int]:
        """Of a speaker's acts, given the first, those that came through a medium; in order."""
        return self._relayed.get(first, ())
