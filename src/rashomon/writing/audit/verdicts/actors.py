"""The verdict on who took part: the bodies named, their part in it, and the words they are called by."""

from __future__ import annotations

import re

from rashomon.codebook.armed_labels import labels_in
from rashomon.codebook.course_words import CAME
from rashomon.model.audit import Statement
from rashomon.model.claims import ActorRef, Claim
from rashomon.writing.audit.grounds.cast import names_of
from rashomon.writing.audit.grounds.gathering import Account, Grounds
from rashomon.writing.audit.grounds.naming import named_elsewhere, names_body, names_in
from rashomon.writing.audit.verdicts.ruling import Ruling, ids, joined, own_words, quoted

FIGHTING = ("participant", "initiator", "target")
ROLES = (*FIGHTING, "in_liaison")
_CIVIL_POWER = re.compile(r"\b(?:government|ministry|authorit(?:y|ies)|president)\b", re.IGNORECASE)
"""Words that name who governs, not who fights: "the government" is not its army."""


def judge_actor(statement: Statement, claim: Claim, grounds: Grounds) -> Ruling:
    """The verdict on a statement that names who took part."""
    bodies = grounds.who_of(statement).bodies
    if not bodies:
        return _of_nameless(statement, claim, grounds)
    told = {body: _telling(body, statement, grounds) for body in sorted(bodies)}
    missing = [body for body, accounts in told.items() if not accounts]
    accounts = list(dict.fromkeys(a for found in told.values() for a in found))
    if not accounts:
        return _of_absence(statement, bodies, grounds)
    denied = [account for account in accounts if account.claim.polarity == "negated"]
    affirmed = [account for account in accounts if account.claim.polarity != "negated"]
    if denied and claim.polarity == "affirmed" and not affirmed:
        note = f"The article has {own_words(statement, grounds)}, but {quoted(denied, grounds)}."
        return Ruling(verdict="contradicted", note=note, against=ids(denied))
    return _of_presence(statement, claim, affirmed or accounts, missing, grounds)


def _telling(body: str, statement: Statement, grounds: Grounds) -> list[Account]:
    """The claims that have this body in the event, or in what it is part of; those of the same voice.

    Best are those of the statement's own role and of the event itself.
    """
    found = [
        account
        for account in grounds.told_for(statement, *ROLES)
        if any(grounds.cast.related(body, one) for one in account.who.bodies)
        and grounds.hearing(statement, account) != "other"
    ]
    if statement.facet == "in_liaison":
        beside = [account for account in found if account.claim.facet == "in_liaison"]
        return beside or found
    fought = [account for account in found if account.claim.facet in FIGHTING]
    at_event = [account for account in fought if account.near == "event"]
    return _best_named(body, at_event, fought, grounds) or found


def _best_named(body: str, at_event: list[Account], fought: list[Account], grounds: Grounds) -> list[Account]:
    """The claims of the event, those that name the body first; where none does, those around it that do go before.

    "The combined forces" carry a name only together with the passage that has it.
    """
    named = [account for account in at_event or fought if names_body(account, body, grounds)]
    if not named and at_event:
        named = [a for a in fought if a.near == "around" and names_body(a, body, grounds)]
    return list(dict.fromkeys([*named, *(at_event or fought)]))


def _of_presence(
    statement: Statement, claim: Claim, accounts: list[Account], missing: list[str], grounds: Grounds
) -> Ruling:
    faults = []
    if missing:
        faults.append(f"no report has {names_of(grounds.cast, missing)} there")
    if claim.facet in FIGHTING and all(account.claim.facet == "in_liaison" for account in accounts):
        faults.append("the reports have it in liaison only, and do not say that it fought or helped to fight")
    words = _words_of(claim, statement)
    if _CIVIL_POWER.search(words) and not any(_CIVIL_POWER.search(_their_words(a)) for a in accounts):
        faults.append("they name its forces, not its government")
    came = _coming(statement, accounts, grounds)
    if came:
        faults.append(f"they do not tell of “{came}”")
    said = quoted(accounts, grounds)
    if faults:
        return Ruling(
            verdict="partly_supported", note=f"{said}; but {joined(faults)}.", evidence=ids(accounts)
        )
    note = f"Carried by {said}{_label_note(words, accounts, grounds)}"
    for body in sorted(grounds.who_of(statement).bodies):
        where = named_elsewhere(body, accounts, grounds)
        note += f"; {where}" if where and body not in names_in(note, grounds) else ""
    if grounds.voice_of(statement).own and all(not account.voice.own for account in accounts):
        note += "; the article gives it as plain fact, the reports only as what a speaker says"
    return Ruling(verdict="supported", note=f"{note}.", evidence=ids(accounts))


def _coming(statement: Statement, accounts: list[Account], grounds: Grounds) -> str:
    """The clause's word for how somebody came ("deployed"), where no sentence of theirs has such a word."""
    said = CAME.search(statement.text)
    if said is None or any(CAME.search(grounds.sentence_of(account)) for account in accounts):
        return ""
    return grounds.withholding.text(" ".join(statement.text[said.start() :].split()))


def _words_of(claim: Claim, statement: Statement) -> str:
    named = claim.value
    return named.words if isinstance(named, ActorRef) and named.words else statement.text


def _their_words(account: Account) -> str:
    named = account.claim.value
    party = account.claim.about
    return " ".join(
        [named.words if isinstance(named, ActorRef) else "", party.words if party is not None else ""]
    )


def _label_note(words: str, accounts: list[Account], grounds: Grounds) -> str:
    """What to say of a label that no report uses of this body."""
    theirs = {label.implies for account in accounts for label in labels_in(_their_words(account))}
    own = [
        label for label in labels_in(without_names(words, grounds)) if label.implies not in theirs | {"none"}
    ]
    if not own:
        return ""
    return f"; the word “{own[0].word}” is the article's own ({own[0].reason})"


def without_names(words: str, grounds: Grounds) -> str:
    """The words without the names of bodies in them: a name is no label ("Self-Defense Group")."""
    for hit in reversed(grounds.cast.registry.find(words)):
        words = f"{words[: hit.start]} {words[hit.end :]}"
    return words


def _of_absence(statement: Statement, bodies: frozenset[str], grounds: Grounds) -> Ruling:
    voice = grounds.voice_of(statement)
    named = names_of(grounds.cast, bodies)
    if not voice.own:
        others = [a for a in grounds.told_for(statement, *ROLES) if bodies & a.who.bodies]
        speaker = grounds.withholding.text(voice.words)
        tail = f"; others name it: {quoted(others, grounds)}" if others else ""
        note = f"No report has it from {speaker} that {named} took part{tail}."
        return Ruling(verdict="not_mentioned", note=note)
    where = "at that time" if grounds.past_of(statement) else "in this event"
    return Ruling(verdict="not_mentioned", note=f"No report of the case has {named} {where}.")


def _of_nameless(statement: Statement, claim: Claim, grounds: Grounds) -> Ruling:
    """People of a kind only ("armed men"): carried where a report has people of their side there."""
    who = grounds.who_of(statement)
    accounts = [
        account
        for account in grounds.told_for(statement, *ROLES)
        if grounds.cast.relation(who, account.who) in ("side", "same")
        and grounds.hearing(statement, account) != "other"
    ]
    if not accounts:
        note = f"No report of the case names {own_words(statement, grounds)}."
        return Ruling(verdict="not_mentioned", note=note)
    note = f"Carried by {quoted(accounts, grounds)}{_label_note(_words_of(claim, statement), accounts, grounds)}."
    return Ruling(verdict="supported", note=note, evidence=ids(accounts))
