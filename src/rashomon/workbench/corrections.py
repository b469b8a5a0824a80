"""What a person changes of a claim: the fields of the form, and what of them was changed.

The form brings what its page showed (``was``), so that only what the person touched is decided, whatever
became of the claim meanwhile. A later correction takes the place of an earlier one on the same claim, so what
the earlier one said goes into it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from rashomon.codebook.actors import load_registry
from rashomon.codebook.facets import FACETS
from rashomon.errors import InputError
from rashomon.judging import CORRECTABLE
from rashomon.judging.checking import CHOICES, check_corrections
from rashomon.model.base import value
from rashomon.model.claims import ActorRef, Claim, Count, Moment, Party
from rashomon.model.dates import first_day, last_day
from rashomon.model.judgements import Judgement
from rashomon.workbench.visits import Form
from rashomon.writing.view import is_outlet

_NUMBERS = ("low", "high")
_DAYS = ("start", "end")
_NAMES = ("about", "by", "speaker")
_COUNTING = (*(code for code, facet in FACETS.items() if facet.outcome), "strength", "incidents")
_ACTING = ("participant", "in_liaison", "initiator", "target", "leader", "victim", "responsibility", "link")
_LABELS = {
    "low": "Lowest number",
    "high": "Highest number",
    "start": "First day",
    "end": "Last day",
    "facet": "What is claimed",
    "about": "Who it happened to",
    "status": "They were",
    "by": "Who did it",
    "speaker": "Who said it first",
    "scope": "Covers",
    "coverage": "Counts",
    "polarity": "Said to be so",
    "certainty": "Certainty",
}
_HINTS = {
    "high": "empty where the words set none",
    "start": "2018-04-05, 2018-04 or 2018",
    "end": "the same where it is one day",
}


@value
class Field:
    """One field of the form: its name, its label, what it says now, and its choices where it has some."""

    name: str
    label: str
    said: str
    choices: tuple[str, ...] = ()
    hint: str = ""
    is_name: bool = False
    """True where it takes an actor of the registry or words."""


def fields_of(claim: Claim) -> list[Field]:
    """The fields that can be corrected of such a claim, with what they say now."""
    said = _said(claim)
    return [
        Field(
            name=name,
            label=_LABELS[name],
            said=words,
            choices=_facets_like(claim) if name == "facet" else CHOICES.get(name, ()),
            hint=_HINTS.get(name, ""),
            is_name=name in _NAMES,
        )
        for name, words in said.items()
    ]


def _said(claim: Claim) -> dict[str, str]:
    bounds: dict[str, str] = {}
    if isinstance(claim.value, Count):
        bounds = {name: _shown(getattr(claim.value, name)) for name in _NUMBERS}
    if isinstance(claim.value, Moment):
        bounds = {name: _shown(getattr(claim.value, name)) for name in _DAYS}
    return {
        **bounds,
        "facet": claim.facet,
        "about": _party(claim.about),
        "status": claim.about.status if claim.about else "unknown",
        "by": _party(claim.by),
        "speaker": _speaker(claim),
        "scope": claim.scope,
        "coverage": claim.coverage,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
    }


def _shown(said: int | str | None) -> str:
    return "" if said is None else str(said)


def _facets_like(claim: Claim) -> tuple[str, ...]:
    """The facets that such a value can be claimed of: a number is never a place."""
    alike = _COUNTING if isinstance(claim.value, Count) else ()
    alike = _ACTING if isinstance(claim.value, ActorRef) else alike
    return alike if claim.facet in alike else (claim.facet, *alike)


def _party(party: Party | None) -> str:
    if party is None:
        return ""
    if len(party.actors) == 1:
        return party.actors[0].actor_id or party.actors[0].name or party.words
    return party.words


def _speaker(claim: Claim) -> str:
    first = next((link for link in claim.attribution if not is_outlet(link)), None)
    return "" if first is None else first.actor_id or first.source


def read_corrections(form: Form, claim: Claim, earlier: Judgement | None) -> dict[str, Any]:
    """The fields that the person changed, with those that an earlier correction in force had changed.

    Raises InputError where nothing was changed, or a field says what it cannot.
    """
    changed = read_changes(form, claim)
    if not changed:
        raise InputError("nothing was changed. Change a field, or accept the claim as it is.")
    details = {**corrected_before(earlier), **changed}
    check_bounds(claim, details)
    check_corrections(details)
    return details


def corrected_before(earlier: Judgement | None) -> dict[str, Any]:
    """The fields that a decision in force has corrected; none where it is no correction."""
    said = json.loads(earlier.details) if earlier is not None and earlier.kind == "correct" else {}
    return {name: one for name, one in said.items() if name in CORRECTABLE}


def read_changes(form: Form, claim: Claim) -> dict[str, Any]:
    """The fields of the form that say something else than its page showed."""
    shown = _read_shown(form)
    return {
        name: _read(name, form.text(name))
        for name in _said(claim)
        if name in form and form.text(name) != shown.get(name, "")
    }


def _read_shown(form: Form) -> Mapping[str, str]:
    try:
        shown = json.loads(form.text("was", "{}"))
    except ValueError:
        shown = None
    if not isinstance(shown, dict):
        raise InputError("the form does not say what its page showed. Reload the page and try again.")
    return shown


def _read(name: str, text: str) -> Any:
    if name in _NUMBERS:
        return read_number(name, text)
    if name in _DAYS:
        return text or None
    return mean_actor(text) if name in _NAMES else text


def read_number(name: str, text: str) -> int | None:
    """A number as a person writes it, 1,200 too; None where the field is empty."""
    digits = text.replace(",", "").replace(" ", "")
    if digits and not (digits.isascii() and digits.isdigit() and len(digits) < 10):
        raise InputError(
            f"{_LABELS[name].lower()}: {text[:40]!r} is no number. Write digits, or leave it empty."
        )
    return int(digits) if digits else None


def mean_actor(text: str) -> str:
    """The registry id of an actor that is named by its id or by a name with one meaning; else the words."""
    registry = load_registry()
    ids = registry.ids_for(text) if text and text not in registry else ()
    return ids[0] if len(ids) == 1 else text


def check_bounds(claim: Claim, details: Mapping[str, Any]) -> None:
    """Raise InputError where a field says what it cannot, or where a bound that was left does not fit the other."""
    is_time = isinstance(claim.value, Moment)
    names = _DAYS if is_time else _NUMBERS
    for name in names:
        check_corrections({name: details[name]} if name in details else {})
    low, high = (details.get(name, getattr(claim.value, name, None)) for name in names)
    first, last = (first_day(low), last_day(high)) if is_time else (low, high)
    if first is not None and last is not None and first > last:
        raise InputError(f"{_LABELS[names[0]].lower()} {low} lies above {_LABELS[names[1]].lower()} {high}.")
