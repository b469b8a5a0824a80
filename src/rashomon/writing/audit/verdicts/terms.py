"""The verdict on what is a word of the codebook: the kind of happening, its outcome, means, responsibility."""

from __future__ import annotations

import re

from rashomon.codebook.course_words import FIGHTS
from rashomon.codebook.facets import FACETS
from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.model.audit import Statement
from rashomon.model.claims import Claim, Count, Person, Term, words_of
from rashomon.writing.audit.grounds.gathering import Account, Grounds
from rashomon.writing.audit.verdicts.ruling import Ruling, ids, own_words, quoted

_ONE = re.compile(r"\b(?:an?|one|single|only)\s+(?:[\w-]+\s+){0,2}\Z", re.IGNORECASE)
"""What makes one happening of the word that follows: "a skirmish", "one short clash"."""
_WEAKER_WORD = {"claimed": ("accused", "linked"), "accused": ("linked",)}


def judge_kind(statement: Statement, claim: Claim, grounds: Grounds) -> Ruling:
    """The verdict on what the article calls the happening; one clash where a report has several is in tension."""
    several = [a for a in grounds.told_for(statement, "incidents") if is_conflated(a, grounds)]
    if several and _says_one(statement, claim):
        note = f"The article has one, {own_words(statement, grounds)}; {quoted(several, grounds)}."
        return Ruling(verdict="in_tension", note=note, against=ids(several))
    told = [a for a in grounds.told_for(statement, "kind") if isinstance(a.claim.value, Term)]
    code = claim.value.code if isinstance(claim.value, Term) else ""
    same = [a for a in told if _code(a) == code]
    if same:
        near = [a for a in same if a.near == "event"] or same
        return _of_kind(statement, claim, near, grounds)
    akin = [a for a in told if _is_akin(code, _code(a)) and a.near == "event"]
    if akin:
        note = f"The reports call it otherwise: {quoted(akin, grounds)}."
        return Ruling(verdict="partly_supported", note=note, evidence=ids(akin))
    return Ruling(
        verdict="not_mentioned", note=f"No report of the case tells of {own_words(statement, grounds)}."
    )


def _of_kind(statement: Statement, claim: Claim, told: list[Account], grounds: Grounds) -> Ruling:
    """Carried by those who use the article's own word; a name ("Battle of …") that nobody uses is its own."""
    word = claim.value.words if isinstance(claim.value, Term) else ""
    own = [a for a in told if _stem(word) and _stem(_word(a)) == _stem(word)]
    if not own and statement.where == "infobox.conflict":
        note = f"“{word}” is the article's own word; the reports have {quoted(told, grounds)}."
        return Ruling(verdict="partly_supported", note=note, evidence=ids(told))
    named = own or told
    return Ruling(verdict="supported", note=f"Carried by {quoted(named, grounds)}.", evidence=ids(named))


def _stem(word: str) -> str:
    """The first five letters of a word's last part: "clashes" meets "clash"."""
    return word.casefold().split()[-1][:5] if word.split() else ""


def _word(account: Account) -> str:
    return account.claim.value.words if isinstance(account.claim.value, Term) else ""


def _says_one(statement: Statement, claim: Claim) -> bool:
    if statement.where.startswith("infobox.") or not isinstance(claim.value, Term):
        return False
    word = claim.value.words
    at = statement.text.find(word) if word else -1
    return at > 0 and bool(_ONE.search(statement.text[:at]))


def is_conflated(account: Account, grounds: Grounds) -> bool:
    """True where a report has more clashes than the case tells apart: "a clash" may then be all of them."""
    count = account.claim.value
    if not isinstance(count, Count) or account.claim.polarity != "affirmed":
        return False
    words = words_of(account.claim)
    return (count.low or 0) > grounds.clashes_known() and bool(FIGHTS.search(words))


def _code(account: Account) -> str:
    return account.claim.value.code if isinstance(account.claim.value, Term) else ""


def _is_akin(one: str, two: str) -> bool:
    """True for two kinds that one happening can be called by."""
    first, second = EVENT_KINDS.get(one), EVENT_KINDS.get(two)
    return first is not None and second is not None and first.acled_type == second.acled_type is not None


def judge_term(statement: Statement, claim: Claim, grounds: Grounds) -> Ruling:
    """The verdict on an outcome, a means, a responsibility or a link."""
    code = claim.value.code if isinstance(claim.value, Term) else ""
    who = grounds.who_of(statement)
    told = [
        a
        for a in grounds.told_for(
            statement, claim.facet, *(("link",) if claim.facet == "responsibility" else ())
        )
        if grounds.cast.relation(who, a.who) != "other" and grounds.hearing(statement, a) != "other"
    ]
    same = [a for a in told if _code(a) == code and a.claim.polarity == claim.polarity]
    if same:
        return Ruling(verdict="supported", note=f"Carried by {quoted(same, grounds)}.", evidence=ids(same))
    denied = [a for a in told if _code(a) == code or (code == "claimed" and _code(a) == "denied")]
    if denied:
        note = f"The article has {own_words(statement, grounds)}, but {quoted(denied, grounds)}."
        return Ruling(verdict="contradicted", note=note, against=ids(denied))
    weaker = [a for a in told if _code(a) in _WEAKER_WORD.get(code, ())]
    if weaker:
        note = f"The article has {own_words(statement, grounds)}; the reports go less far: {quoted(weaker, grounds)}."
        return Ruling(verdict="altered", note=note, evidence=ids(weaker))
    label = FACETS[claim.facet].label if claim.facet in FACETS else claim.facet
    note = f"No report of the case has {own_words(statement, grounds)} ({label})."
    return Ruling(verdict="not_mentioned", note=note)


def judge_person(statement: Statement, claim: Claim, grounds: Grounds) -> Ruling:
    """The verdict on a person named: a leader or a victim, by the last word of the name."""
    name = _last_name(claim)
    told = [a for a in grounds.told_for(statement, claim.facet) if isinstance(a.claim.value, Person)]
    same = [a for a in told if name and _last_name(a.claim) == name]
    if same:
        return Ruling(verdict="supported", note=f"Carried by {quoted(same, grounds)}.", evidence=ids(same))
    note = f"No report of the case names {own_words(statement, grounds)}."
    return Ruling(verdict="not_mentioned", note=note)


def _last_name(claim: Claim) -> str:
    words = re.split(r"[\s-]+", claim.value.words.strip()) if isinstance(claim.value, Person) else []
    return words[-1].casefold().strip(".,") if words else ""
