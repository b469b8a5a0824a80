"""Findings on what is not counted: when, where, who, by what means, with what outcome, on whose answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.codebook.facets import FACETS, is_outcome
from rashomon.codebook.policies import RULES, Policy
from rashomon.model.claims import ActorRef, Claim, Count, Moment, Party, Person, PlaceRef, Term, Value
from rashomon.model.events import Event
from rashomon.model.record import Agreement, EventDate, Finding
from rashomon.reconciling.counting import is_affirmed
from rashomon.reconciling.evidence import Evidence
from rashomon.reconciling.when import Dated
from rashomon.reconciling.where import place_findings
from rashomon.reconciling.witnesses import join_voices
from rashomon.reconciling.wording import listed, party_words, said, value_words

_COUNTED = frozenset({"strength", "incidents"})


def fact_findings(event: Event, dated: Dated, evidence: Evidence, policy: Policy) -> tuple[Finding, ...]:
    """One finding for each thing said on each facet that counts nobody, in the codebook's order."""
    claims, shared = _in_order(event.claim_ids, evidence), _in_order(event.shared_claim_ids, evidence)
    sides = {claim_id: side.label for side in event.sides for claim_id in side.claim_ids}
    voices = join_voices([*claims, *shared], evidence)
    findings: list[Finding] = []
    for facet in FACETS:
        own = [claim for claim in claims if claim.facet == facet]
        # Who fought in "both clashes" fought in each; figures over several are given to none.
        wide = [claim for claim in shared if claim.facet == facet]
        if facet == "date":
            findings.extend(_date_finding(own or wide, dated, voices, evidence, policy))
        elif facet == "place":
            findings.extend(place_findings(event, own or wide, voices, evidence, policy))
        elif facet == "responsibility":
            findings.extend(_responsibility_findings([*own, *wide], sides, voices, evidence, policy))
        elif is_outcome(facet) or facet in _COUNTED:
            findings.extend(_uncounted_findings(own, sides, voices, evidence, policy))
        else:
            found = _thing_findings([*own, *wide], sides, voices, evidence, policy)
            findings.extend(_set_against(found) if facet == "initiator" else found)
    return tuple(findings)


def _in_order(claim_ids: Iterable[str], evidence: Evidence) -> list[Claim]:
    known = (claim_id for claim_id in claim_ids if claim_id in evidence.claims)
    return [evidence.claims[claim_id] for claim_id in evidence.in_order(known)]


def _set_against(findings: Sequence[Finding]) -> list[Finding]:
    """Findings that exclude each other: who says that the other side began it contradicts."""
    return [
        replace(found, agreement="disputed", opposing=(*found.opposing, *rivals))
        if (rivals := [one for other in findings if _is_rival(found, other) for one in other.supporting])
        else found
        for found in findings
    ]


def _is_rival(one: Finding, other: Finding) -> bool:
    sides = [found.about.side for found in (one, other) if found.about is not None]
    return len(sides) == 2 and None not in sides and sides[0] != sides[1]


def _uncounted_findings(
    claims: Sequence[Claim],
    sides: Mapping[str, str],
    voices: Mapping[str, str],
    evidence: Evidence,
    policy: Policy,
) -> list[Finding]:
    """What is said of losses without a number: that it is not known, a share of another figure."""
    return _thing_findings(
        [c for c in claims if not isinstance(c.value, (Count, Person))], sides, voices, evidence, policy
    )


def _thing_findings(
    claims: Sequence[Claim],
    sides: Mapping[str, str],
    voices: Mapping[str, str],
    evidence: Evidence,
    policy: Policy,
) -> list[Finding]:
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((_thing(claim), sides.get(claim.id, "")), []).append(claim)
    return [_fact(group, sides, voices, evidence, policy) for _, group in sorted(groups.items())]


def _fact(
    group: Sequence[Claim],
    sides: Mapping[str, str],
    voices: Mapping[str, str],
    evidence: Evidence,
    policy: Policy,
) -> Finding:
    """What was said of one thing: who says so, who denies it."""
    supports = [claim for claim in group if is_affirmed(claim) and claim.certainty in {"asserted", "hedged"}]
    opposes = [claim for claim in group if not is_affirmed(claim)]
    supposed = [claim for claim in group if is_affirmed(claim) and claim not in supports]
    first = (supports or list(group))[0]
    label = FACETS[first.facet].label.capitalize()
    sentences = [f"{label}: {said([claim.id for claim in supports], evidence)}."] if supports else []
    if opposes:
        sentences.append(
            f"{label}, denied, doubted or negated: {said([claim.id for claim in opposes], evidence)}."
        )
    if supposed:
        sentences.append(f"Only supposed or planned: {said([claim.id for claim in supposed], evidence)}.")
    about = first.about if first.about is not None else first.by
    return Finding(
        facet=first.facet,
        about=_on_side(about, sides.get(first.id)),
        value=first.value if supports else None,
        agreement=agreement_of(supports, opposes, voices),
        rule=f"{policy.name}.as_claimed",
        why=" ".join(sentences),
        supporting=evidence.in_order(claim.id for claim in supports),
        opposing=evidence.in_order(claim.id for claim in opposes),
        witnesses=len({voices[claim.id] for claim in supports}),
    )


def agreement_of(supports: Sequence[Claim], opposes: Sequence[Claim], voices: Mapping[str, str]) -> Agreement:
    """Disputed where anyone denies it, agreed where independent voices say it, else single."""
    if opposes:
        return "disputed"
    return "agreed" if len({voices[claim.id] for claim in supports}) > 1 else "single"


def _on_side(party: Party | None, side: str | None) -> Party | None:
    if party is None or side is None or party.side == side:
        return party
    return Party(
        words=party.words,
        actors=party.actors,
        join=party.join,
        side=side,
        status=party.status,
        categories=party.categories,
        unit=party.unit,
        identification=party.identification,
        start=party.start,
        end=party.end,
    )


def _responsibility_findings(
    claims: Sequence[Claim],
    sides: Mapping[str, str],
    voices: Mapping[str, str],
    evidence: Evidence,
    policy: Policy,
) -> list[Finding]:
    """For each actor: whether it claims the act, denies it, or is accused of it; denials beside accusations."""
    actors: dict[str, list[Claim]] = {}
    for claim in claims:
        actors.setdefault(_answerable(claim), []).append(claim)
    findings = []
    for _, group in sorted(actors.items()):
        denials = [claim for claim in group if _is_denial(claim)]
        terms: dict[str, list[Claim]] = {}
        for claim in group:
            if claim not in denials:
                terms.setdefault(_thing(claim), []).append(claim)
        for _, same in sorted(terms.items()):
            findings.append(_answered(same, denials, sides, voices, evidence, policy))
        if denials and not terms:
            findings.append(_answered([], denials, sides, voices, evidence, policy))
    return findings


def _answered(
    claims: Sequence[Claim],
    denials: Sequence[Claim],
    sides: Mapping[str, str],
    voices: Mapping[str, str],
    evidence: Evidence,
    policy: Policy,
) -> Finding:
    supports = [claim for claim in claims if is_affirmed(claim) and claim.certainty in {"asserted", "hedged"}]
    opposes = [*denials, *(claim for claim in claims if not is_affirmed(claim))]
    first = [*supports, *claims, *denials][0]
    party = first.by or first.about
    sentences = [f"Responsibility, {party_words(party)}."]
    if supports:
        sentences.append(f"Said: {said([claim.id for claim in supports], evidence)}.")
    if opposes:
        sentences.append(f"Denied: {said([claim.id for claim in opposes], evidence)}.")
    return Finding(
        facet="responsibility",
        about=_on_side(party, sides.get(first.id)),
        value=first.value if supports or (not claims and _is_denied_term(first)) else None,
        agreement=agreement_of(supports, opposes, voices),
        rule=f"{policy.name}.as_claimed",
        why=" ".join(sentences),
        supporting=evidence.in_order(claim.id for claim in supports),
        opposing=evidence.in_order(claim.id for claim in opposes),
        witnesses=len({voices[claim.id] for claim in supports}),
    )


def _is_denied_term(claim: Claim) -> bool:
    return isinstance(claim.value, Term) and claim.value.code == "denied"


def _is_denial(claim: Claim) -> bool:
    return _is_denied_term(claim) or not is_affirmed(claim)


def _answerable(claim: Claim) -> str:
    """Key of the actor that a claim of responsibility speaks of."""
    party = claim.by or claim.about
    if isinstance(claim.value, ActorRef):
        return _actor_key(claim.value)
    if party is not None and party.actors:
        return "+".join(sorted(_actor_key(actor) for actor in party.actors))
    return _plain(party.words) if party is not None else ""


def _actor_key(actor: ActorRef) -> str:
    return actor.actor_id or _plain(actor.words)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _thing(claim: Claim) -> str:
    """Key under which claims say the same thing."""
    match claim.value:
        case Term(code=code):
            return f"term:{code}"
        case ActorRef() as actor:
            return f"actor:{_actor_key(actor)}"
        case PlaceRef(words=words):
            return f"place:{_plain(words)}"
        case Person(words=words, actor_id=actor_id):
            return f"person:{actor_id or _plain(words)}"
        case Count(low=low, high=high, as_written=words):
            return f"count:{low}:{high}:{_plain(words)}"
        case _:
            return f"other:{value_words(claim)}"


def _date_finding(
    claims: Sequence[Claim], dated: Dated, voices: Mapping[str, str], evidence: Evidence, policy: Policy
) -> list[Finding]:
    """The event's date, which claims it rests on, and which name a day that cannot be meant."""
    if not claims and not dated.date.imputed:
        return []
    opposes = [*dated.others, *dated.impossible, *(claim for claim in claims if not is_affirmed(claim))]
    sentences = []
    if dated.rule is not None:
        if dated.chosen:
            sentences.append(f"Date: {said([claim.id for claim in dated.chosen], evidence)}.")
        sentences.append(f"{RULES[dated.rule]}: {_date_words(dated.date)}.")
    if dated.others:
        sentences.append(
            f"Less firmly or less often said: {said([claim.id for claim in dated.others], evidence)}."
        )
    if dated.impossible:
        words = said([claim.id for claim in dated.impossible], evidence)
        sentences.append(f"Left out, because a report of the event was published before that day: {words}.")
    distinct = {
        (claim.value.start, claim.value.end) for claim in dated.chosen if isinstance(claim.value, Moment)
    }
    agreement = agreement_of(dated.chosen, [], voices)
    if dated.conflict:
        agreement = "disputed"
    elif len(distinct) > 1 and agreement == "agreed":
        agreement = "compatible"
    return [
        Finding(
            facet="date",
            about=None,
            value=_moment(dated, evidence),
            agreement=agreement,
            rule=f"{policy.name}.{dated.rule or 'as_claimed'}",
            why=" ".join(sentences) or "No date that can be meant was given.",
            supporting=evidence.in_order(claim.id for claim in dated.chosen),
            opposing=evidence.in_order(claim.id for claim in opposes),
            witnesses=len({voices[claim.id] for claim in dated.chosen}),
            imputed=dated.date.imputed,
        )
    ]


def _moment(dated: Dated, evidence: Evidence) -> Value | None:
    if not dated.chosen and not dated.date.imputed:
        return None
    same = [
        claim.value
        for claim in sorted(dated.chosen, key=lambda claim: evidence.order(claim.id))
        if isinstance(claim.value, Moment)
        and (claim.value.start, claim.value.end or claim.value.start) == (dated.date.start, dated.date.end)
    ]
    if same:
        return same[0]
    grain = "day" if dated.date.start == dated.date.end else "vague"
    return Moment(start=dated.date.start, end=dated.date.end, grain=grain, as_written=_date_words(dated.date))


def _date_words(date: EventDate) -> str:
    return listed(sorted({bound for bound in (date.start, date.end) if bound is not None}))
