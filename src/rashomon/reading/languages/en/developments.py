"""Phrases for what armed bodies do without a fight: troops withdraw or deploy, fighters surrender, hostages go free.

The kinds are those of ACLED's event type "Strategic developments" (ACLED Codebook, 2023): non-violent transfer
of territory, headquarters established, change to a group or its activity (surrender, desertion, movement of
forces), and other. A phrase tells of one only with the right people before it, and only in a sentence
that has no other word for a happening.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.model.base import value
from rashomon.reading.sentences.held_words import PatternTable

BEFORE = 90
"""Characters before a deed in which whoever did it, or it was done to, is looked for."""

_LAND = (
    r"(?:towns?|villages?|bases?|camps?|posts?|city|area|locality|positions?|checkpoints?|barracks"
    r"|outposts?|garrison|headquarters|airfield|airport)"
)
_OWN = r"(?:the|its|their|his|an?|all|several|some|two|three|from)"
_PLACE = rf"(?:{_OWN} (?:[\w'-]+ ){{0,3}}?{_LAND}|(?-i:[A-Z][a-zà-ÿ])[\w'-]+)"
_FORCES = (
    r"(?:troops|soldiers|army|military|armed forces|security forces|government forces|gendarmes|gendarmerie"
    r"|police|peacekeepers|fighters|militants|rebels|militia(?:s|men)?|insurgents|jihadists|gunmen|guards"
    r"|guardsmen|separatists|hunters|mercenaries|battalions?|contingents?|combatants|armed (?:men|groups?)"
    r"|commandos|policemen|terrorists|islamists|bandits|forces|donsos?|dozos?|reinforcements)"
)
_HELD = r"(?:hostages?|prisoners?|captives?|detainees?|abductees?|abducted|kidnapped)"
_BASE = r"(?:bases?|camps?|headquarters|posts?|checkpoints?|outposts?|barracks|garrisons?|roadblocks?)"
_WHOLE_GROUP = (
    r"(?:armed (?:group|movement)s?|militias?|rebel (?:group|movement)s?|self-defen[cs]e (?:group|force)s?)"
)
_NO_FIGHT = (
    r"(?:without (?:any )?(?:resistance|an? (?:fight|shot)|fighting|opposition|firing|combat|clash(?:es|ing)?)"
    r"|unopposed|peacefully)"
)
UNFOUGHT = re.compile(rf"\b{_NO_FIGHT}\b", re.I)
"""What says that a place changed hands without a fight."""

ARMED = re.compile(rf"\b(?:{_FORCES}|commanders?|deserters?|warlords?|militiaman)\b", re.I)
"""Who bears arms, in one word."""
_TAKEN = re.compile(rf"\b{_HELD}\b", re.I)
_OF_FORCES = re.compile(rf"\b{_LAND}\b", re.I)
_RANSOM = re.compile(r"\bransom\b", re.I)
_DEVICES = re.compile(r"\b(?:s?vbieds?|ieds?|explosives|car bombs?|devices?)\b", re.I)


@value
class Development:
    """A phrase that begins at the deed, and what must stand before it, if anything."""

    kind: str
    deed: re.Pattern[str]
    before: re.Pattern[str] | None = None

    @property
    def is_of_armed(self) -> bool:
        """True where an armed body must stand before the deed, by its noun or by its name."""
        return self.before is ARMED


def _row(kind: str, deed: str, before: re.Pattern[str] | None = None) -> Development:
    return Development(kind=kind, deed=re.compile(rf"\b(?:{deed})\b", re.I), before=before)


_TRANSFERS = (
    _row(
        "transfer",
        rf"(?:withdr[ae]w|withdrawn|withdrawing|pull(?:ed|ing) (?:out|back)|retreat(?:ed|ing))(?: \w+ly)? "
        rf"(?:from|of|out of) {_PLACE}",
        ARMED,
    ),
    _row(
        "transfer",
        rf"(?:left|leaving|abandon(?:ed|ing)|vacat(?:ed|ing)|evacuat(?:ed|ing)|quit)"
        rf" {_OWN} (?:[\w'-]+ ){{0,3}}?{_LAND}",
        ARMED,
    ),
    _row(
        "transfer", rf"(?:withdrawal|pull-?out) (?:of|by) (?:[\w'-]+ ){{0,4}}?{_FORCES}\b[^.;]{{0,40}}? from"
    ),
    _row(
        "transfer",
        rf"(?:hand(?:ed|s|ing)? over|handover of|transferr(?:ed|ing)|ced(?:ed|ing)|relinquish(?:ed|ing)) "
        rf"(?:control of )?{_OWN} (?:[\w'-]+ ){{0,3}}?{_LAND}",
    ),
    _row("transfer", r"(?:handed over|ceded|transferred|passed|returned) to", _OF_FORCES),
    _row(
        "transfer",
        r"(?:enter(?:ed|ing|s)?|moved into|marched into|drove into|took over|took|arrived in)\b[^.;]{0,60}?"
        rf"\b(?:{_NO_FIGHT}|had (?:left|withdrawn|fled|pulled out)|was abandoned)",
        ARMED,
    ),
    _row(
        "transfer",
        r"(?:came|come|passed) (?:under|into) (?:the )?(?:[\w'-]+ ){0,3}?(?:control|hands)",
        _OF_FORCES,
    ),
    _row(
        "transfer",
        r"(?:now|reportedly|(?-i:(?<!\b[Ii]n )(?<!\b[Oo]f )(?<!\b[Aa]t )[A-Z][\w'-]+)) "
        r"(?:under (?:the )?(?:full |total )?control|(?:back )?in the hands) of(?: the)? "
        r"(?:(?-i:[A-Z])[\w-]*|[\w-]+ (?:rebels|fighters|militants))",
    ),
    _row("transfer", rf"take-?overs?\b[^.;]{{0,30}}? {_NO_FIGHT}"),
)
_BASES = (
    _row(
        "base",
        r"(?:set(?:ting)? up|establish(?:ed|ing)|erect(?:ed|ing)|install(?:ed|ing)|open(?:ed|ing)|inaugurat(?:ed|ing)"
        rf"|built) (?!(?:[\w'-]+ ){{0,4}}(?:refugee|displacement|training|transit|idp|trading|polling))"
        rf"(?:[\w'-]+ ){{0,4}}?{_BASE}",
        ARMED,
    ),
    _row(
        "base",
        r"(?:was|were|has been|have been) (?:set up|established|erected|installed|opened|built|inaugurated)",
        re.compile(rf"\b(?:military|army|police|gendarmerie|rebel|security) {_BASE}\b", re.I),
    ),
)
_CHANGES = (
    _row(
        "group_change",
        r"(?:surrender(?:ed|s|ing)|(?:were|was) disarmed|(?:gave|turned) themselves (?:up|in)|desert(?:ed|ing)"
        r"|defect(?:ed|ing)|demobili[sz](?:ed|ing)|broke (?:away|ranks)|split from|splintered"
        r"|hand(?:ed|ing) (?:over|in) (?:their|his) (?:arms|weapons|guns))",
        ARMED,
    ),
    _row("group_change", r"(?:laid|lay|laying) down (?:their|its|his) (?:arms|weapons|guns)"),
    _row(
        "group_change",
        r"(?:broke away|split|seceded) from",
        re.compile(r"\b(?:group|faction|wing|members)\b", re.I),
    ),
    _row(
        "group_change",
        r"(?:joined|rejoined) (?:the )?(?:ranks|army|armed forces|movement|rebellion|militia)",
        ARMED,
    ),
    _row("group_change", r"(?:pledged|swore|pledging|swearing) (?:[\w'-]+ )?allegiance to"),
    _row(
        "group_change",
        rf"(?:creation|formation|founding|dissolution|merger) of (?:[\w'-]+ ){{0,4}}?{_WHOLE_GROUP}"
        rf"|(?:form|creat|found|dissolv|launch)(?:ed|ing) (?:[\w'-]+ ){{0,4}}?{_WHOLE_GROUP}",
    ),
    _row(
        "group_change",
        rf"(?:re)?deploy(?:ed|s|ing) (?:[\w',-]+ ){{0,4}}?{_FORCES}|(?:re)?deployment of (?:[\w'-]+ ){{0,4}}?{_FORCES}"
        rf"|(?:sent|dispatched) (?:(?:more|additional|extra|its|their|some|hundreds of|thousands of|\d[\d,]*) )+"
        rf"{_FORCES}",
    ),
    _row(
        "group_change",
        r"(?:was|were|(?:has|have|had) been) (?:re)?deployed (?:to|in|at|around|near|along)",
        ARMED,
    ),
)
_RELEASES = (
    _row(
        "strategic_other",
        rf"(?:releas(?:ed|ing)|freed|freeing|liberat(?:ed|ing)) (?:[\w',-]+ ){{0,5}}?{_HELD}",
    ),
    _row(
        "strategic_other", r"(?:was|were|been) (?:\w+ )?(?:released|freed|liberated|exchanged|let go)", _TAKEN
    ),
    _row("strategic_other", r"regain(?:ed|ing) (?:their|his|her) (?:freedom|liberty)"),
    _row(
        "strategic_other",
        rf"(?:release|liberation) of (?:[\w'-]+ ){{0,4}}?{_HELD}|prisoner (?:swap|exchange)s?",
    ),
    _row("strategic_other", r"(?:demand(?:ed|ing)|paid|paying) (?:an? |the )?(?:[\w'-]+ ){0,3}?ransom"),
    _row("strategic_other", r"(?:was|were|been) (?:paid|demanded)", _RANSOM),
)
_PRESSURE = (
    _row(
        "strategic_other",
        r"(?:collect(?:ed|ing)|levied|levying|extort(?:ed|ing)|impos(?:ed|es|ing)) (?:[\w'-]+ ){0,3}?"
        r"(?:zakat|tax(?:es)?|levy|levies|tribute|protection money|tolls|curfew|blockade|embargo|sharia)",
    ),
    _row(
        "strategic_other",
        r"harass(?:ed|es|ing)|extort(?:ed|ing)|preach(?:ed|ing)|(?:gave|delivered) a sermon",
        ARMED,
    ),
    _row("strategic_other", rf"harassed by (?:[\w'-]+ ){{0,3}}?{_FORCES}"),
    _row(
        "strategic_other",
        r"(?:order(?:ed|ing)|forc(?:ed|ing)|told|compel(?:led|ling)|summon(?:ed|ing)) (?:[\w'-]+ ){1,5}?"
        r"to (?:leave|evacuate|vacate|flee|close|quit|abandon|pay|pray|attend|wear|stop)",
        ARMED,
    ),
    _row("strategic_other", r"(?:issued|gave|giving|issuing) (?:[\w'-]+ ){0,3}?ultimatum", ARMED),
    _row(
        "strategic_other",
        rf"(?:surround(?:ed|ing)|encircl(?:ed|ing)|search(?:ed|ing)|entered|visited|arrived in) {_PLACE}",
        ARMED,
    ),
)
_HIDDEN_HARM = (
    _row("abduction", r"(?:taken|led|driven) (?:away )?to an? (?:unknown|undisclosed|unspecified) \w+"),
    _row("mine", r"went off|exploded|blew up|was detonated", _DEVICES),
)

DEVELOPMENTS: tuple[Development, ...] = (
    *_HIDDEN_HARM,
    *_TRANSFERS,
    *_BASES,
    *_CHANGES,
    *_RELEASES,
    *_PRESSURE,
)
"""In the order in which they are tried."""


@cache
def _table() -> PatternTable:
    return PatternTable(row.deed for row in DEVELOPMENTS)


def developments_in(words: str, armed: Sequence[int] = ()) -> Iterator[tuple[str, int]]:
    """The kinds of development that a sentence tells and where each begins; ``armed``: where armed bodies are named."""
    for row in _rows_in(words):
        for match in row.deed.finditer(words):
            start = match.start()
            if row.before is None or _stands_before(row, words, start, armed):
                yield row.kind, start
                break


def may_tell_development(words: str) -> bool:
    """True where a sentence has such a deed, whoever did it: an armed body may be named there."""
    return any(
        row.deed.search(words) is not None
        and (row.is_of_armed or row.before is None or row.before.search(words) is not None)
        for row in _rows_in(words)
    )


def _rows_in(words: str) -> list[Development]:
    return [DEVELOPMENTS[place] for place in _table().places_in(words)]


def _stands_before(row: Development, words: str, start: int, armed: Sequence[int]) -> bool:
    first = max(0, start - BEFORE)
    if row.is_of_armed and any(first <= named < start for named in armed):
        return True
    return row.before is not None and row.before.search(words, first, start) is not None
