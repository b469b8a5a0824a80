"""The source that could settle a statement: its kind, its language, and the days in which it came out."""

from __future__ import annotations

import datetime as dt
import re

from rashomon.codebook.facets import FACETS
from rashomon.codebook.source_needs import BY_FACET, BY_SPEAKER, PRESS_LANGUAGES, NeededSource
from rashomon.model.audit import Needs, Statement
from rashomon.model.claims import Moment
from rashomon.model.dates import last_day
from rashomon.writing.audit.grounds.cast import Who
from rashomon.writing.audit.grounds.gathering import Grounds
from rashomon.writing.audit.grounds.voices import Voice

_INTERVIEW = re.compile(r"\b(?:interview\w*|told|spoke|speaking|entretien)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_GOVERNMENT = re.compile(r"\b(?:government|ministry|minister|president)\b", re.IGNORECASE)
_ACTOR_FACETS = frozenset({"participant", "initiator", "target", "in_liaison", "leader", "responsibility"})


def find_needs(statement: Statement, grounds: Grounds) -> Needs:
    """The kind of source, the language and the window of days for one statement."""
    voice = grounds.voice_of(statement)
    needed = _by_speaker(statement, voice, grounds) or BY_FACET[_matter(statement, grounds)]
    start, end = _window(statement, voice, needed, grounds)
    return Needs(
        kind=needed.kind, language=_language(voice, statement, needed, grounds), start=start, end=end
    )


def _by_speaker(statement: Statement, voice: Voice, grounds: Grounds) -> NeededSource | None:
    if voice.own:
        return None
    claim = statement.claim
    links = [link for link in claim.attribution if link.source_kind != "outlet"] if claim else []
    through_media = any(link.source_kind == "media" for link in links[1:])
    spoken = _INTERVIEW.search(" ".join([statement.text, *(link.cue or "" for link in links)]))
    if links and (links[0].person or links[0].office) and (through_media or spoken):
        return BY_SPEAKER["interview"]
    if any(body.startswith("state:") for body in voice.bodies):
        return BY_SPEAKER["government" if _GOVERNMENT.search(voice.words) else "army"]
    kinds = {_kind(body, grounds) for body in voice.bodies if not body.startswith("words:")}
    return BY_SPEAKER[sorted(kinds)[0]] if kinds else None


def _kind(body: str, grounds: Grounds) -> str:
    category = grounds.cast.registry.get(body).category if body in grounds.cast.registry else ""
    return {"media": "media", "peacekeepers": "peacekeepers"}.get(category, "group")


def _matter(statement: Statement, grounds: Grounds) -> str:
    claim = statement.claim
    if claim is None:
        return "background" if _is_background(statement, grounds) else "course"
    if claim.facet in FACETS and FACETS[claim.facet].outcome:
        return _losses(grounds.who_of(statement))
    if claim.facet in _ACTOR_FACETS:
        return "actor"
    if claim.facet in BY_FACET:
        return claim.facet
    return "course"


def _losses(who: Who) -> str:
    if who.civilian:
        return "civilian_losses"
    states = [body.startswith("state:") for body in who.bodies]
    if states and any(states):
        return "own_losses"
    return "group_losses" if states else "enemy_losses"


def _is_background(statement: Statement, grounds: Grounds) -> bool:
    """True where a clause speaks of other years than the event's."""
    event = grounds.lookups.records.get(grounds.event.id) if grounds.event else None
    own = (event.date.start or "")[:4] if event else ""
    years = set(_YEAR.findall(statement.text))
    return bool(years) and own not in years


def _language(voice: Voice, statement: Statement, needed: NeededSource, grounds: Grounds) -> str | None:
    registry = grounds.cast.registry
    if needed is BY_FACET["background"]:
        return "en"
    bodies = sorted(voice.bodies) if not voice.own else []
    for body in bodies:
        country = registry.country_of(body)
        if country in PRESS_LANGUAGES:
            return PRESS_LANGUAGES[country]
    for body in sorted(grounds.who_of(statement).bodies):
        if body.startswith("state:") and (language := PRESS_LANGUAGES.get(body.removeprefix("state:"))):
            return language
    event = grounds.lookups.records.get(grounds.event.id) if grounds.event else None
    return PRESS_LANGUAGES.get((event.place.country_iso3 if event else None) or "")


def _window(
    statement: Statement, voice: Voice, needed: NeededSource, grounds: Grounds
) -> tuple[str | None, str | None]:
    """From the day it was said or happened to as long after as such a source takes to come out."""
    event = grounds.lookups.records.get(grounds.event.id) if grounds.event else None
    claim = statement.claim
    dated = (
        grounds.with_year(claim.value.start)
        if claim is not None and isinstance(claim.value, Moment)
        else None
    )
    past = min(grounds.past_of(statement), default=None)
    start = voice.said_on or dated or past or (event.date.start if event else None)
    if needed.days_after is None:
        years = sorted(_YEAR.findall(statement.text))
        return (years[0] if years else start), None
    # "2012" may be any day of the year: what tells of it may come out after its last.
    day = last_day(start)
    if day is None:
        return start, None
    after = day.toordinal() + (3 if voice.said_on else needed.days_after)
    # The calendar ends with the year 9999, which an article may well name.
    return start, dt.date.fromordinal(min(after, dt.date.max.toordinal())).isoformat()
