"""The verdict on a place: the same, within, around, or elsewhere, by the gazetteer."""

from __future__ import annotations

import re

from rashomon.codebook.actors import country_for
from rashomon.codebook.place_names import bare_name
from rashomon.model.audit import Statement
from rashomon.model.claims import Claim, PlaceRef
from rashomon.model.events import Place
from rashomon.writing.audit.grounds.gathering import Account, Grounds
from rashomon.writing.audit.verdicts.ruling import Ruling, ids, own_words, quoted

_APART_KM = 60.0
"""Two named towns or villages farther apart than this are two places, whatever "near" covers (twice UCDP's
25 km of where_prec 2, and a margin)."""
_AND = re.compile(r",| and ")
_POINTS = frozenset({"populated", "feature"})


def judge_place(statement: Statement, claim: Claim, grounds: Grounds) -> Ruling:
    """The verdict on a statement that says where."""
    mine = claim.value
    if not isinstance(mine, PlaceRef):
        return Ruling(
            verdict="not_mentioned", note=f"{own_words(statement, grounds)} is no place to compare."
        )
    told = [a for a in grounds.of_facets("place") if isinstance(a.claim.value, PlaceRef)]
    same = [account for account in told if _is_same(mine, _ref(account))]
    if same:
        return _without_others(statement, _of_same(mine, same, grounds), same, grounds)
    place = _place(mine, grounds)
    inside = [account for account in told if _holds(mine, place, _place(_ref(account), grounds))]
    if inside:
        note = (
            f"No report names {own_words(statement, grounds)}; by the gazetteer it holds what they name: "
            f"{quoted(inside, grounds)}."
        )
        return Ruling(verdict="not_mentioned", note=note)
    apart = [account for account in told if _is_apart(place, _place(_ref(account), grounds), grounds)]
    at_event = [account for account in apart if account.near == "event"]
    if at_event and statement.where in ("lead", "infobox.place", "infobox.location"):
        note = (
            f"The article has {own_words(statement, grounds)}, but {quoted(at_event, grounds)}, which lies "
            "elsewhere."
        )
        return Ruling(verdict="contradicted", note=note, against=ids(at_event))
    tail = f"; they name {quoted(told, grounds)}" if told else ""
    note = f"No report of the case names {own_words(statement, grounds)}{tail}."
    return Ruling(verdict="not_mentioned", note=note)


def _ref(account: Account) -> PlaceRef:
    found = account.claim.value
    return found if isinstance(found, PlaceRef) else PlaceRef(words="")


def _is_same(mine: PlaceRef, theirs: PlaceRef) -> bool:
    if mine.place_id is not None and theirs.place_id is not None:
        return mine.place_id == theirs.place_id
    names = {bare_name(mine.words), bare_name(mine.of or mine.words)}
    return bool(names & {bare_name(theirs.words), bare_name(theirs.of or theirs.words)})


def _of_same(mine: PlaceRef, same: list[Account], grounds: Grounds) -> Ruling:
    exact = [a for a in same if _ref(a).relation != "region_of" or mine.relation == "region_of"]
    if exact or mine.relation not in ("in", "village_of"):
        near = [a for a in exact or same if a.near == "event"] or exact or same
        return Ruling(verdict="supported", note=f"Carried by {quoted(near, grounds)}.", evidence=ids(near))
    note = f"The reports name the area only: {quoted(same, grounds)}."
    return Ruling(verdict="partly_supported", note=note, evidence=ids(same))


def _without_others(statement: Statement, ruling: Ruling, same: list[Account], grounds: Grounds) -> Ruling:
    """A clause that names a second country ("the borders of X and Y") is carried in part where nobody names it."""
    theirs = " ".join(grounds.sentence_of(account) for account in same).casefold()
    missing = [name for name in _countries_joined(statement.text) if name.casefold() not in theirs]
    if not missing or ruling.verdict != "supported":
        return ruling
    note = f"{ruling.note.rstrip('.')}; but they do not name {' or '.join(missing)}."
    return Ruling(verdict="partly_supported", note=note, evidence=ruling.evidence)


def _countries_joined(text: str) -> list[str]:
    """The countries that a phrase names side by side; none where it names one."""
    pieces = [piece.strip(" .") for piece in _AND.split(text)]
    tails = [[" ".join(piece.split()[-number:]) for number in (3, 2, 1)] for piece in pieces]
    found = [next((tail for tail in those if country_for(tail)), "") for those in tails]
    return found if len(found) > 1 and all(found) else []


def _place(ref: PlaceRef, grounds: Grounds) -> Place | None:
    return grounds.gazetteer.place(ref.place_id) if ref.place_id else None


def lies_in(inner: Place | None, outer: Place | None) -> bool:
    """True where one place lies in another, by the gazetteer's divisions and countries."""
    if inner is None or outer is None or inner.id == outer.id:
        return False
    if outer.kind == "country":
        return inner.country_iso3 is not None and inner.country_iso3 == outer.country_iso3
    if inner.country_iso3 != outer.country_iso3:
        return False
    if outer.kind == "adm1":
        return inner.kind in ("adm2", *_POINTS) and inner.adm1 in (outer.name, outer.adm1)
    return outer.kind == "adm2" and inner.kind in _POINTS and inner.adm2 in (outer.name, outer.adm2)


def _holds(mine: PlaceRef, place: Place | None, inner: Place | None) -> bool:
    """True where the place holds another, or bears the name of a division that does ("Ansongo, Gao")."""
    if inner is None:
        return False
    divisions = {bare_name(name) for name in (inner.adm1, inner.adm2) if name}
    return lies_in(inner, place) or bare_name(mine.words) in divisions


def _is_apart(one: Place | None, two: Place | None, grounds: Grounds) -> bool:
    if one is None or two is None:
        return False
    if one.country_iso3 and two.country_iso3 and one.country_iso3 != two.country_iso3:
        return one.kind in _POINTS and two.kind in _POINTS
    if one.kind not in _POINTS or two.kind not in _POINTS:
        return False
    return grounds.gazetteer.distance_km(one, two) > _APART_KM
