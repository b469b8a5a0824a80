"""Who did it, as it was said: taken on, attributed, denied; a denial stands beside what it denies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model.article import Sentence
from rashomon.model.claims import Claim, Party, Term
from rashomon.writing.article.sentences import short_day
from rashomon.writing.wording.casualties import said_on
from rashomon.writing.wording.dates import day_phrase, is_exact_day
from rashomon.writing.wording.kinds import kind_label
from rashomon.writing.wording.labels import capitalised
from rashomon.writing.wording.nouns import describe
from rashomon.writing.wording.parties import actor_list, body_in_words, joined, people_phrase
from rashomon.writing.wording.speakers import Speaker
from rashomon.writing.wording.telling import Telling, by_speaker, ids_of, is_reporting, without_cited

_ORDER = ("claimed", "accused", "linked", "denied", "unclaimed")


def responsibility_sentences(claims: Sequence[Claim], telling: Telling) -> Iterator[Sentence]:
    """One sentence for each accused or self-declared party and what was said of it, in a fixed order."""
    found = [
        c
        for c in claims
        if c.facet in ("responsibility", "link")
        and isinstance(c.value, Term)
        and c.value.code in _ORDER
        and not _is_private(c)
        and not _accuses_itself(c, telling)
    ]
    parties: dict[str, list[Claim]] = {}
    for claim in found:
        parties.setdefault(_who(claim.about, telling), []).append(claim)
    for who, group in parties.items():
        codes: dict[str, list[Claim]] = {}
        for claim in sorted(group, key=lambda c: _ORDER.index(_code(c))):
            codes.setdefault(_code(claim), []).append(claim)
        clauses = [_clause(code, who, said, telling) for code, said in codes.items()]
        text = "; ".join(clauses).replace(f" to {who}; {who} denied", f" to {who}, which denied")
        yield Sentence(text=telling.withholding.text(f"{capitalised(text)}."), claim_ids=ids_of(group))


def _is_private(claim: Claim) -> bool:
    """True where a civilian, one person without a body behind him, or nobody named is said to have done it."""
    about = claim.about
    accused = isinstance(claim.value, Term) and claim.value.code in ("accused", "linked")
    if about is None:
        return claim.value.code != "unclaimed" if isinstance(claim.value, Term) else True
    armed = about.actors or body_in_words(about) or (about.status == "combatant" and not about.person)
    return accused and not armed


def _accuses_itself(claim: Claim, telling: Telling) -> bool:
    """True for a body that is said to have blamed itself: nobody is known to have been meant."""
    ids = {actor.actor_id for actor in claim.about.actors} if claim.about else set()
    return _code(claim) in ("accused", "linked") and bool(ids & set(telling.speaker(claim).bodies))


def _code(claim: Claim) -> str:
    return claim.value.code if isinstance(claim.value, Term) else ""


def _who(party: Party | None, telling: Telling) -> str:
    """The party by its name; people without one by what they are, never a single person by name."""
    if party is None:
        return "a party that is not named"
    if party.actors or body_in_words(party):
        return actor_list(party) or body_in_words(party)
    people = people_phrase(party, telling.withholding)
    return people if people not in ("people", "members") else describe(party).phrase()


def _clause(code: str, who: str, group: Sequence[Claim], telling: Telling) -> str:
    label = kind_label(telling.event.kind)
    speakers = without_cited([speaker for speaker, _ in by_speaker(group, telling)])
    names = joined([speaker.name for speaker in speakers[:3]])
    if code == "claimed":
        return f"{who} said{_when(group, speakers, telling)} that {_it(who)} responsible for the {label}"
    if code == "denied":
        bodies = [speaker.name for speaker in speakers if not is_reporting(speaker) and speaker.name != who]
        if bodies:
            return f"{who} denied responsibility, according to {joined(bodies)}"
        return f"{who} denied responsibility{_when(group, speakers, telling)}"
    if code == "unclaimed":
        printed = max((telling.lookups.report(c).published or "" for c in group), default="")
        until = f"as of {day_phrase(printed)}, " if is_exact_day(printed) else ""
        return f"{until}no one had said that they were responsible"
    if code == "linked":
        return f"{names} linked {who} to the {label} without saying that {_it(who)} responsible"
    possibly = "possibly " if all(claim.certainty == "hedged" for claim in group) else ""
    return f"{names} {possibly}attributed the {label} to {who}"


def _when(group: Sequence[Claim], speakers: Sequence[Speaker], telling: Telling) -> str:
    """The day the body itself said it; the day an outlet printed it is none."""
    if any(is_reporting(speaker) for speaker in speakers):
        return ""
    days = [day for claim in group if (day := said_on(claim, telling.lookups))]
    year = (telling.event.date.start or "")[:4] or None
    day = short_day(min(days), year) if days else ""
    return f" on {day}" if day else ""


def _it(who: str) -> str:
    return "they were" if " and " in who or who.endswith("s") else "it was"
