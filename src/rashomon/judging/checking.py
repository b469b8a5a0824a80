"""What a person typed, checked before it is made into a decision: corrections, grades, ids."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from rashomon.codebook.facets import FACETS
from rashomon.errors import InputError
from rashomon.judging.added import TERMS_OF
from rashomon.judging.claims import CORRECTABLE
from rashomon.judging.coding import CODE_READINGS
from rashomon.model.dates import is_partial
from rashomon.model.judgements import JUDGEMENT_KINDS, Judgement

CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "facet": tuple(FACETS),
        "scope": ("event", "several", "unknown"),
        "coverage": ("total", "subset", "increment", "running", "unknown"),
        "polarity": ("affirmed", "negated"),
        "certainty": ("asserted", "hedged", "hypothetical", "planned"),
        "status": ("civilian", "combatant", "hors_de_combat", "unknown"),
    }
)
"""What some fields of a claim may say; all others take numbers, dates, ids or words."""

_TIMECODE = re.compile(r"([0-9]{1,2}):([0-5][0-9]):([0-5][0-9])")

RELIABILITIES, CREDIBILITIES = tuple("ABCDEF"), tuple("123456")
"""The Admiralty scale: of a source, from completely reliable to not to be judged; of what it said, from
confirmed to not to be judged."""


def check_corrections(said: Mapping[str, Any]) -> None:
    """Raise InputError where a correction names no field, or a value that the field cannot have."""
    for name, text in said.items():
        if name not in CORRECTABLE:
            raise InputError(f"{name!r} is nothing to correct. Names: {', '.join(CORRECTABLE)}.")
        expected = _expected(name, text)
        if expected:
            raise InputError(f"{name}={text!r}: expected {expected}.")
    low, high = said.get("low"), said.get("high")
    if low is not None and high is not None and low > high:
        raise InputError(f"low={low} is above high={high}.")


def check_added(said: Mapping[str, Any]) -> None:
    """Raise InputError where an added claim has no facet, or a value that it cannot have."""
    check_corrections({"facet": said.get("facet")} | {n: said[n] for n in said if n in CORRECTABLE})
    for name in ("first_day", "last_day"):
        if said.get(name) is not None and not is_partial(str(said[name])):
            raise InputError(f"{name}={said[name]!r}: expected a date such as 2018-04-05, 2018-04 or 2018.")
    known, term = TERMS_OF.get(str(said.get("facet"))), said.get("term")
    if known is not None and term is not None and term not in known:
        raise InputError(f"term={term!r}: expected one of {', '.join(known)}.")


def _expected(name: str, text: Any) -> str:
    """What this field takes, if not this; empty where it takes it."""
    if name in CHOICES:
        return "" if text in CHOICES[name] else f"one of {', '.join(CHOICES[name])}"
    if name in {"low", "high"}:
        number = isinstance(text, int) and not isinstance(text, bool) and text >= 0
        return "" if number or text is None else "a number from 0, or null"
    if name in {"start", "end"}:
        date = text is None or (isinstance(text, str) and is_partial(text))
        return "" if date else "a date such as 2018-04-05, 2018-04 or 2018, or null"
    return "" if isinstance(text, str) and text.strip() else "a registry id or words"


def read_timecode(text: str) -> str:
    """A time since the beginning of a recording as HH:MM:SS; InputError where it is none.

    >>> read_timecode("0:12:31")
    '00:12:31'
    """
    match = _TIMECODE.fullmatch(text.strip())
    if match is None:
        raise InputError(f"{text!r} is no timecode. Write hours, minutes and seconds, such as 00:12:31.")
    return f"{int(match[1]):02}:{match[2]}:{match[3]}"


def check_known(means: str) -> None:
    """Raise InputError where neither the registry nor the gazetteer has this id."""
    from rashomon.codebook.actors import load_registry
    from rashomon.codebook.gazetteer import open_gazetteer

    if means in load_registry() or open_gazetteer().place(means) is not None:
        return
    actors = load_registry().ids_for(means)[:5]
    raise InputError(
        f"{means!r} is the id of no actor and no place."
        + (f" By that name the registry knows: {', '.join(actors)}." if actors else _places_called(means))
    )


def _places_called(means: str) -> str:
    """What to type instead, where a place's name or its bare GeoNames number was given for its id."""
    from rashomon.codebook.gazetteer import open_gazetteer

    if open_gazetteer().place(f"geonames:{means}") is not None:
        return f" Did you mean geonames:{means}?"
    places = [
        ", ".join(part for part in (place.name, place.adm1, place.country) if part)
        + f" ({place.kind}): {place.id}"
        for place in open_gazetteer().lookup(means)[:5]
    ]
    if places:
        return f" By that name the gazetteer knows: {'; '.join(places)}."
    return " Ids stand in claims.jsonl; a place's is GeoNames' number: geonames:2449067."


def read_grade(mark: str) -> tuple[str, int | None]:
    """Reliability and credibility of a mark such as B2 or B; InputError where it is none."""
    letter, number = mark[:1].upper(), mark[1:]
    if letter not in RELIABILITIES or (number and number not in CREDIBILITIES):
        raise InputError(f"{mark!r} is no grade. Write a letter A to F and a number 1 to 6, such as B2.")
    return letter, int(number) if number else None


_NEEDED: Mapping[str, Mapping[str, type]] = MappingProxyType(
    {
        "identify": {"words": str, "means": str},
        "add": {"report": str, "start": int, "end": int, "words": str, "outlet": str, "facet": str},
        "grade": {"reliability": str},
        "sample": {"name": str},
        "code": {"sample": str, "reading": str, "said": dict, "as_read": dict},
    }
)
"""What the details of a kind must hold, and of which type, for the decision to be put to a case."""


def check_judgement(judgement: Judgement) -> None:
    """Raise InputError where a judgement from elsewhere is not what this program makes of a decision.

    A judgement is kept for good, so one that cannot be read would spoil its case for good.
    """
    if judgement.kind not in JUDGEMENT_KINDS:
        raise InputError(f"{judgement.kind!r} is no kind of decision; kinds: {', '.join(JUDGEMENT_KINDS)}")
    try:
        details = json.loads(judgement.details)
    except ValueError:
        details = None
    if not isinstance(details, dict):
        raise InputError("details is not a JSON object")
    for name, kind in _NEEDED.get(judgement.kind, {}).items():
        if not isinstance(details.get(name), kind) or isinstance(details.get(name), bool):
            raise InputError(f"details of a decision of the kind {judgement.kind!r} lack {name!r}")
    if judgement.kind in {"add", "grade", "metadata", "unblind", "undo"} and not judgement.targets:
        raise InputError(f"a decision of the kind {judgement.kind!r} names what it is about in targets")
    said = details.get("said", {}) if judgement.kind == "code" else details
    if judgement.kind in {"add", "code", "correct"}:
        # Start and end of an added claim are where its words stand.
        places = _NEEDED["add"] if judgement.kind == "add" else {}
        names = CORRECTABLE.keys() - (places.keys() - {"facet"})
        check_corrections({name: text for name, text in said.items() if name in names})
    if "at" in details and judgement.kind == "add":
        read_timecode(str(details["at"]))
    if judgement.kind == "code" and details["reading"] not in CODE_READINGS:
        raise InputError(f"reading={details['reading']!r}: expected one of {', '.join(CODE_READINGS)}")
