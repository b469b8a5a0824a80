"""What a report says: claims, the values they carry, who is meant and who said it.

Observed and decided never share a field. A claim holds names as written; the actor ids it carries are
the reader's proposal from the registry, and an `Identity` beside it may say otherwise.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from rashomon.model.base import value
from rashomon.model.report import Passage


@value
class Flag:
    """A warning that travels with what it warns about. Codes are listed in `codebook.FLAGS`."""

    code: str
    words: str = ""
    note: str = ""


@value
class Count:
    """A number of persons or things with its *logical* bounds only: "at least 30" is 30 … open.

    ``high`` is None where the words set no upper bound. ``vague`` names the codebook row ("dozens",
    "several", "plural") whose conventional value belongs to a policy, never to the claim.
    """

    kind: Literal["count"] = "count"
    low: int | None
    high: int | None
    approximate: bool = False
    as_written: str
    vague: str | None = None


@value
class Share:
    """A part of another figure ("a third of them"): low and high between 0 and 1."""

    kind: Literal["share"] = "share"
    of_claim: str | None
    low: float
    high: float
    as_written: str


@value
class Moment:
    """A time as partial ISO dates, ``end`` inclusive, with what it was resolved against.

    ``grain``: minute, hour, part_of_day, day, week, month, season, year, decade or vague.
    """

    kind: Literal["moment"] = "moment"
    start: str | None
    end: str | None
    grain: str
    as_written: str
    anchored_on: str | None = None
    clock: str | None = None
    """Time of day as written, normalised to HH:MM, or morning, night …; None where not said."""


@value
class PlaceRef:
    """A place as written. ``relation``: in, near, region_of, village_of, from, between, and so on."""

    kind: Literal["place"] = "place"
    words: str
    relation: str = "in"
    km: float | None = None
    bearing: str | None = None
    """Compass point as written to: N, NE, …"""
    of: str | None = None
    """The place a distance, a bearing or a containment is measured from ("Ménaka" in "90 km S of Ménaka")."""
    within: tuple[str, ...] = ()
    """Containing places as written, smallest first ("Andar district", "Ghazni province")."""
    place_id: str | None = None
    """Gazetteer id of the named place (of ``of`` where a distance is given), as the reader proposes it from
    the whole report; None where it has none."""


@value
class ActorRef:
    """An actor as written, with the registry id the reader proposes (None where it has none)."""

    kind: Literal["actor"] = "actor"
    words: str
    actor_id: str | None = None
    name: str | None = None


@value
class Person:
    """A person as written. ``private`` persons are left out of what is shared unless asked for."""

    kind: Literal["person"] = "person"
    words: str
    office: str | None = None
    actor_id: str | None = None
    private: bool = True


@value
class Term:
    """A word of the codebook's vocabularies (a kind of weapon, an outcome, a role)."""

    kind: Literal["term"] = "term"
    code: str
    words: str = ""


@value
class Unknown:
    """The report itself says that it is not known."""

    kind: Literal["unknown"] = "unknown"
    words: str = ""


Value: TypeAlias = Count | Share | Moment | PlaceRef | ActorRef | Person | Term | Unknown

Status = Literal["civilian", "combatant", "hors_de_combat", "unknown"]
Identification = Literal["stated", "presumed", "alleged", "unidentified"]


@value
class Party:
    """Who suffered, acted or is spoken of, as written, with the reader's proposals beside."""

    words: str
    actors: tuple[ActorRef, ...] = ()
    join: Literal["and", "or", "and_or"] = "and"
    side: str | None = None
    """Label of the side in the event; decided in linking, None before."""
    status: Status = "unknown"
    categories: tuple[str, ...] = ()
    """Codebook categories: children, women, police, journalists, jihadists …"""
    unit: str = "persons"
    identification: Identification = "stated"
    start: int | None = None
    end: int | None = None
    person: str | None = None
    """Which single person of its report this is: claims with the same mark there speak of the same one."""


SourceKind = Literal[
    "person", "organisation", "document", "media", "group", "anonymous", "unspecified", "outlet"
]
Stance = Literal["asserts", "denies", "doubts", "confirms"]


@value
class Attribution:
    """One link of who said it. A claim's links run from the first speaker to the outlet, the last."""

    source: str
    """The words that name the source; for the outlet its name, or the report's own id."""
    source_kind: SourceKind
    actor_id: str | None = None
    person: str | None = None
    office: str | None = None
    on_behalf_of: str | None = None
    side: str | None = None
    cue: str | None = None
    stance: Stance = "asserts"
    quoted: bool = False
    said_on: Moment | None = None
    inferred: bool = False
    """True where the link is not in the sentence itself but follows from the sentences around it."""
    spans: tuple[tuple[int, int], ...] = ()
    """Where source and cue stand in the report: (start, end) pairs, code points."""


Scope = Literal["event", "several", "unknown"]
Coverage = Literal["total", "subset", "increment", "running", "unknown"]


@value
class Claim:
    """One report says one thing of one happening.

    The id is made from report, passage, facet and value as written, so that a corrected date or a
    better reader orphans no judgement.
    """

    id: str
    report_id: str
    passages: tuple[Passage, ...]
    """The first holds the words the value stands on; others hold evidence elsewhere."""
    facet: str
    value: Value
    about: Party | None = None
    by: Party | None = None
    scope: Scope = "event"
    scope_basis: Literal["stated", "inferred"] = "stated"
    coverage: Coverage = "unknown"
    subset_of: str | None = None
    as_of: str | None = None
    polarity: Literal["affirmed", "negated"] = "affirmed"
    certainty: Literal["asserted", "hedged", "hypothetical", "planned"] = "asserted"
    attribution: tuple[Attribution, ...] = ()
    statement_id: str | None = None
    mention_ids: tuple[str, ...] = ()
    """The happenings of this report that it speaks of: several where scope is several."""
    flags: tuple[Flag, ...] = ()
    reader: str = ""
    """Name and version of the reader, e.g. ``en/1``."""
    confidence: float = 1.0
    """The reader's own, 0 to 1; nothing to do with the source's reliability."""


MentionRole = Literal["main", "other", "background", "operation", "summary"]


@value
class Mention:
    """One report's mention of one happening: the unit that linking ties into events."""

    id: str
    report_id: str
    kind: str
    """Codebook event kind: clash, ambush, operation, suicide_bombing, air_strike, abduction …"""
    role: MentionRole
    passages: tuple[Passage, ...]
    """The words that name it, first the one that names it best."""
    claim_ids: tuple[str, ...]
    part_of: str | None = None
    """Id of the mention that contains it (the operation around a clash)."""
    flags: tuple[Flag, ...] = ()


AT_TIMECODE = "at_timecode"
"""The flag of a claim that was heard or seen in a recording: ``words`` is what was heard as a person wrote it
down, ``note`` the time since the beginning, HH:MM:SS."""


def timecode_of(claim: Claim) -> str | None:
    """When in its recording a claim is made, as HH:MM:SS; None for a claim that was read."""
    return next((flag.note for flag in claim.flags if flag.code == AT_TIMECODE), None)


def words_of(claim: Claim) -> str:
    """The words that a claim's value stands on: of its report or, where it has none, as they were heard."""
    read = claim.passages[0].words if claim.passages else ""
    return read or next((flag.words for flag in claim.flags if flag.code == AT_TIMECODE), "")
