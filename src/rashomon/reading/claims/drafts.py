"""From what a sentence says to claims: values, parties, flags, chains of attribution, ids.

A *draft* is a claim before it is known which happening it belongs to and who said it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

from rashomon.codebook.facets import MORE_THAN
from rashomon.model.base import content_id, value
from rashomon.model.claims import (
    ActorRef,
    Attribution,
    Claim,
    Count,
    Coverage,
    Flag,
    Identification,
    Moment,
    Party,
    PlaceRef,
    Scope,
    Share,
    Status,
    Value,
)
from rashomon.model.report import Passage, Report
from rashomon.reading.languages.en.bounds import says_more_than
from rashomon.reading.languages.en.words import LEADING
from rashomon.reading.parties.references import Meant
from rashomon.reading.people.groups import Group

StatusOf = Callable[[ActorRef], Status]
NameOf = Callable[[str], str | None]


@value
class Draft:
    """One thing said, with the stretch of the report it stands on."""

    facet: str
    value: Value
    start: int
    end: int
    sentence: int
    about: tuple[Meant, ...] = ()
    by: tuple[Meant, ...] = ()
    happenings: tuple[int, ...] = ()
    scope: Scope = "event"
    scope_basis: Literal["stated", "inferred"] = "stated"
    coverage: Coverage = "unknown"
    total: int | None = None
    """Position, among the report's drafts, of the figure this one is part of."""
    negated: bool = False
    certainty: str = "asserted"
    flags: tuple[Flag, ...] = ()
    said_start: int | None = None
    """Where to look for who said it, if not at ``start``."""
    salt: str = ""
    elsewhere: tuple[tuple[int, int], ...] = ()
    """Further stretches that bear evidence (the clause that makes a figure one over several happenings)."""


def number_of(draft: Draft) -> int | None:
    """The lowest number of people a draft gives; None where it gives no number."""
    return draft.value.low if isinstance(draft.value, Count) else None


def person_of(draft: Draft) -> str | None:
    """The single person of the report a draft is about, if it is one."""
    return draft.about[0].person if len(draft.about) == 1 else None


def draft_id(report: Report, draft: Draft) -> str:
    """A claim's id: report, passage, facet and value as written."""
    return content_id(
        "c", report.id, draft.start, draft.end, draft.facet, _as_written(draft.value), draft.salt
    )


def _as_written(thing: Value) -> str:
    if isinstance(thing, (Count, Share, Moment)):
        return thing.as_written
    if isinstance(thing, PlaceRef):
        return f"{thing.relation} {thing.words}"
    return thing.words


def make_claim(
    report: Report,
    draft: Draft,
    *,
    ids: ClaimIds,
    chain: tuple[Attribution, ...],
    makers: Makers,
) -> Claim:
    """The claim of a draft."""
    spans = [(draft.start, draft.end), *draft.elsewhere]
    passages = tuple(Passage(report_id=report.id, start=s, end=e, words=report.text[s:e]) for s, e in spans)
    inferred = any(link.inferred and link.source_kind == "media" for link in chain)
    flags = [*draft.flags, *([Flag(code="inferred_relay", words=_relay_of(chain))] if inferred else [])]
    flags.extend(_party_flags(draft.about, draft.by))
    if isinstance(draft.value, Count) and draft.value.high is None and says_more_than(draft.value.as_written):
        flags.append(Flag(code=MORE_THAN))
    return Claim(
        id=ids.claim,
        report_id=report.id,
        passages=passages,
        facet=draft.facet,
        value=draft.value,
        about=make_party(report, draft.about, makers),
        by=make_party(report, draft.by, makers),
        scope=draft.scope,
        scope_basis=draft.scope_basis,
        coverage=draft.coverage,
        subset_of=ids.subset_of,
        polarity="negated" if draft.negated else "affirmed",
        certainty=_certainty(draft.certainty),
        attribution=chain,
        statement_id=_statement_of(chain),
        mention_ids=ids.mentions,
        flags=tuple(dict.fromkeys(flags)),
        reader=makers.reader,
        confidence=_confidence(draft, flags),
    )


@value
class ClaimIds:
    """A claim's own id and those it points to."""

    claim: str
    subset_of: str | None
    mentions: tuple[str, ...]


@value
class Makers:
    """What the making of claims needs to know of actors, and the reader's name."""

    reader: str
    status_of: StatusOf
    name_of: NameOf


def make_party(report: Report, meant: Sequence[Meant], makers: Makers) -> Party | None:
    """The party that one or several coordinated phrases name."""
    if not meant:
        return None
    groups = [_as_leader_of(m.group, m.actors, makers) for m in meant]
    start, end = min(g.start for g in groups), max(g.end for g in groups)
    words = groups[0].who or groups[0].words
    if len(groups) > 1 and end - start < 200:
        words = report.text[start:end]
    refs: dict[tuple[str | None, str], ActorRef] = {}
    for one in meant:
        for ref in one.actors:
            named = ActorRef(words=ref.words, actor_id=ref.actor_id, name=_name(ref, makers))
            refs.setdefault((ref.actor_id, ref.words if ref.actor_id is None else ""), named)
    actors = tuple(refs.values())
    return Party(
        words=words,
        actors=actors,
        join=_join(groups),
        status=_status(groups, actors, makers),
        categories=_categories(groups, actors),
        unit=groups[0].unit,
        identification=_identification(groups),
        start=start,
        end=end,
        person=meant[0].person if len(meant) == 1 else None,
    )


def _as_leader_of(group: Group, actors: Sequence[ActorRef], makers: Makers) -> Group:
    """ "a Taliban leader", "the army chief": a fighter, unlike the leader of a party or a community."""
    led = {makers.status_of(ref) for ref in actors}
    if group.noun not in LEADING or "politicians" not in group.categories or led != {"combatant"}:
        return group
    state = all((ref.actor_id or "").startswith("forces:") for ref in actors)
    return replace(group, categories=("soldiers" if state else "militants",), status="combatant")


def _categories(groups: Sequence[Group], actors: Sequence[ActorRef]) -> tuple[str, ...]:
    """The groups' categories; of fighters known only by their people's name, that name too ("people:tuareg")."""
    found = [category for group in groups for category in group.categories]
    if not actors:
        found.extend(f"people:{people}" for group in groups for people in group.peoples)
    return tuple(dict.fromkeys(found))


def _name(ref: ActorRef, makers: Makers) -> str | None:
    return (makers.name_of(ref.actor_id) if ref.actor_id else None) or ref.name or ref.words


def _join(groups: Sequence[Group]) -> Literal["and", "or", "and_or"]:
    return next((g.join for g in groups if g.join != "and"), "and")


def _identification(groups: Sequence[Group]) -> Identification:
    return next((g.identification for g in groups if g.identification != "stated"), "stated")


def _status(groups: Sequence[Group], actors: Sequence[ActorRef], makers: Makers) -> Status:
    own = {g.status for g in groups} - {"unknown"}
    if len(own) == 1:
        return own.pop()
    if (
        not own
        and actors
        and all(g.kind != "people" or "people" not in g.categories or _is_named(g, actors) for g in groups)
    ):
        known = {makers.status_of(ref) for ref in actors}
        return known.pop() if len(known) == 1 else "unknown"
    return "unknown"


def _is_named(group: Group, actors: Sequence[ActorRef]) -> bool:
    """True for the "Taliban" of "five Taliban": the body's name counts its fighters, unlike "five of its members"."""
    return any(group.noun in ref.words.lower().split() for ref in actors)


def _party_flags(*parties: Sequence[Meant]) -> list[Flag]:
    flags = []
    for meant in parties:
        for one in meant:
            if one.inferred:
                named = ", ".join(ref.words for ref in one.actors)
                flags.append(Flag(code="inferred_actor", words=one.group.words, note=f"read as {named}"))
            if one.ambiguous:
                flags.append(Flag(code="ambiguous_owner", words=one.group.words))
            if one.group.distanced:
                flags.append(Flag(code="distanced_name", words=one.group.words))
    return flags


def _relay_of(chain: Sequence[Attribution]) -> str:
    return next((link.source for link in chain if link.inferred and link.source_kind == "media"), "")


def _statement_of(chain: Sequence[Attribution]) -> str | None:
    """Who spoke and when: the same utterance, whoever relays it. None for an outlet's own voice."""
    if len(chain) < 2:
        return None
    first = chain[0]
    body = first.actor_id or first.on_behalf_of or first.source
    if not body or first.source_kind == "outlet":
        return None
    said = first.said_on.start if first.said_on is not None and first.said_on.start else ""
    return content_id("s", body.lower(), said)


def _certainty(word: str) -> Literal["asserted", "hedged", "hypothetical", "planned"]:
    if word == "hedged":
        return "hedged"
    if word == "hypothetical":
        return "hypothetical"
    return "planned" if word == "planned" else "asserted"


_DOUBTS = {
    "inferred_actor": 0.1,
    "ambiguous_owner": 0.2,
    "inferred_scope": 0.1,
    "inferred_place": 0.2,
    "anaphoric": 0.2,
}


def _confidence(draft: Draft, flags: Sequence[Flag]) -> float:
    """A plain start: full, less a little for each thing inferred. Not a probability."""
    doubt = sum(_DOUBTS.get(code, 0.0) for code in {flag.code for flag in flags})
    doubt += 0.1 if draft.certainty != "asserted" else 0.0
    return round(max(0.1, 0.95 - doubt), 2)
