"""What must hold of any article: references, figures that somebody gave, no verb that takes sides."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.model.article import Article, Sentence
from rashomon.model.claims import Claim, Count, Moment, PlaceRef
from rashomon.writing import CaseView
from rashomon.writing.cite import sentences_of
from rashomon.writing.view import Lookups
from rashomon.writing.wording.figures import number_in_words

LOADED = re.compile(
    r"\b(?:claimed|claims|affirm\w*|admit\w*|reveal\w*|alleged\w*|insist\w*|purport\w*|boast\w*|conced\w*|"
    r"neutrali[sz]ed|decisive|brutal|heroic|massacre\w*)\b",
    re.IGNORECASE,
)
_WORDS = {number_in_words(n): n for n in range(1, 100)} | {"twice": 2, "dozen": 12}
_TOKEN = re.compile(r"\d[\d,]*|[a-z]+(?:-[a-z]+)?", re.IGNORECASE)
_NOT_COUNTS = re.compile(r"\b(?:no one|on one side|the one report|not one)\b|“[^”]*”", re.IGNORECASE)


def numbers_in(text: str) -> set[int]:
    """The numbers that a text gives, in figures or in words; what stands in quotation marks is another's."""
    found = set()
    for token in _TOKEN.findall(_NOT_COUNTS.sub(" ", text)):
        bare = token.replace(",", "").casefold()
        if bare.isdigit():
            found.add(int(bare))
        elif bare in _WORDS:
            found.add(_WORDS[bare])
    return found


def given_by(claims: Iterable[Claim], view: CaseView) -> set[int]:
    """Every number that claims, the days of their reports and the names in them hold."""
    found: set[int] = set()
    for claim in claims:
        value = claim.value
        if isinstance(value, Count):
            bounds = [n for n in (value.low, value.high) if n is not None]
            # "More than 20" is 21 … open; "up to" and "more than" are written with their neighbour.
            found |= set(bounds) | ({value.low - 1} if value.low and value.high is None else set())
        if isinstance(value, PlaceRef) and value.km is not None:
            found.add(int(value.km))
        days = [value.start, value.end] if isinstance(value, Moment) else []
        days += [link.said_on.start for link in claim.attribution if link.said_on]
        days.append(view.reports[claim.report_id].published)
        found |= {int(n) for day in days if day for n in re.findall(r"\d+", day)}
        found |= {n for words in _words_of(claim) for n in numbers_in(words.replace("“", " "))}
    return found


def _words_of(claim: Claim) -> Iterable[str]:
    yield from (passage.words for passage in claim.passages)
    yield getattr(claim.value, "as_written", None) or getattr(claim.value, "words", None) or ""
    for link in claim.attribution:
        yield from (link.source, link.office or "", link.on_behalf_of or "")
    for party in (claim.about, claim.by):
        if party:
            yield party.words
            yield from (actor.name or "" for actor in party.actors)


def faults_of(article: Article, view: CaseView) -> list[str]:
    """What is wrong with an article's sentences: no reference, a figure nobody gave, a verb that takes sides."""
    lookups = Lookups(view)
    event = lookups.records[article.event_id]
    faults = []
    for one in sentences_of(article):
        claims = [view.claims[i] for i in one.claim_ids if i in view.claims]
        if len(claims) != len(one.claim_ids) or not (claims or one.searched):
            faults.append(f"no reference: {one.text}")
        allowed = given_by(claims, view) | _counted(one, claims, lookups)
        allowed |= {
            int(n) for day in (event.date.start, event.date.end) if day for n in re.findall(r"\d+", day)
        }
        allowed |= {n for name in _names(event) for n in numbers_in(name)}
        if extra := numbers_in(one.text) - allowed:
            faults.append(f"figures {sorted(extra)} that nobody gave: {one.text}")
        if verb := LOADED.search(one.text):
            faults.append(f"{verb.group()!r} takes sides: {one.text}")
        if re.search(r"\s[,.;]|,,|\(\)|\bof of\b|\bNone\b(?!d)|  ", one.text) or not one.text.endswith("."):
            faults.append(f"ill formed: {one.text}")
    return faults


def _counted(one: Sentence, claims: Iterable[Claim], lookups: Lookups) -> set[int]:
    """Counts of reports, of events a figure covers, of outlets that give one."""
    claims = list(claims)
    events = {len(lookups.events_of.get(claim.id, ())) for claim in claims}
    outlets = set(range(2, len({claim.report_id for claim in claims}) + 1))
    return events | outlets | {len(one.searched)}


def _names(event: object) -> list[str]:
    place = event.place  # type: ignore[attr-defined]
    actors = [a.name for side in event.sides for a in side.actors]  # type: ignore[attr-defined]
    return [*actors, *(part for part in (place.name, place.adm1, place.adm2, place.country) if part)]
