"""What is odd in an article but no conflict: notes, so that nobody takes them for faults."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.codebook.course_words import HARM, MALFORMED_PERIODS, OPERATION, SINCE, UNDER_WAY
from rashomon.model.audit import Pair, Statement
from rashomon.model.claims import Count, Moment, PlaceRef, Term
from rashomon.model.dates import first_day
from rashomon.writing.audit.conflicts.own import OwnWords, in_box, pair
from rashomon.writing.audit.grounds.cast import names_of, plain
from rashomon.writing.audit.verdicts.actors import FIGHTING
from rashomon.writing.audit.verdicts.counts import RELATED_OUTCOMES, meeting
from rashomon.writing.audit.verdicts.places import lies_in
from rashomon.writing.wording.figures import number

_OFFICE = re.compile(r"\b(?:spokes\w+|leader|commander|colonel|minister|officer|official)\b", re.IGNORECASE)
"""Words for people who speak for a body: that they do is no second name of it."""
_SIZES = frozenset({"clash"})


def find_oddities(own: OwnWords) -> Iterator[Pair]:
    """All notes, one of each kind for one matter."""
    yield from _periods(own)
    yield from _anachronisms(own)
    yield from _one_speaker(own)
    yield from _nested_places(own)
    yield from _dates(own)
    yield from _sizes(own)
    yield from _unlisted(own)
    yield from _unsupported(own)


def _sentences(own: OwnWords) -> Iterator[tuple[int, list[Statement]]]:
    """Where each sentence of the text begins, with the statements in it."""
    found: dict[tuple[int, int], list[Statement]] = {}
    for statement in own.prose:
        found.setdefault(own.sentence(statement), []).append(statement)
    for (start, _), statements in found.items():
        yield start, statements


def _at(statements: list[Statement], position: int) -> Statement:
    """The statement that holds a position of the text, else the first."""
    return next((s for s in statements if s.start <= position < s.end), statements[0])


def _periods(own: OwnWords) -> Iterator[Pair]:
    for start, statements in _sentences(own):
        sentence = own.sentence_words(statements[0])
        for pattern, why in MALFORMED_PERIODS:
            match = pattern.search(sentence)
            if match is not None:
                statement = _at(statements, start + match.start())
                yield pair(statement, statement, "malformed_period", f"“{match.group()}”: {why}.")


def _anachronisms(own: OwnWords) -> Iterator[Pair]:
    """An actor put in years before it existed, by the registry."""
    seen: set[str] = set()
    for start, statements in _sentences(own):
        sentence = own.sentence_words(statements[0])
        since = sorted(SINCE.finditer(sentence), key=lambda match: match.group(1))
        for hit in own.cast.registry.find(sentence) if since else ():
            actor_id = hit.actor_ids[0] if hit.actor_ids else ""
            known = own.cast.registry.get(actor_id).start if actor_id in own.cast.registry else None
            if actor_id in seen or known is None or since[0].group(1) >= known[:4]:
                continue
            seen.add(actor_id)
            name, year = own.cast.registry.name(actor_id), since[0].group(1)
            note = f"The sentence has “since {year}”; {name} is known since {known} (actor registry)."
            statement = _at(statements, start + since[0].start())
            yield pair(statement, statement, "anachronism", note)


def _one_speaker(own: OwnWords) -> Iterator[Pair]:
    """One body quoted under several names: one source, not several."""
    first: dict[str, Statement] = {}
    told: set[str] = set()
    for statement in own.statements:
        voice = own.voice(statement)
        is_body = (
            not voice.own and len(voice.bodies) == 1 and not voice.person and not _OFFICE.search(voice.words)
        )
        for body in sorted(voice.bodies) if is_body else ():
            earlier = first.setdefault(body, statement)
            words = own.voice(earlier).words
            one, two = plain(words), plain(voice.words)
            if body in told or one in two or two in one or body.startswith("words:"):
                continue
            told.add(body)
            withheld = own.grounds.withholding.text
            note = (
                f"“{withheld(words)}” and “{withheld(voice.words)}” both speak for "
                f"{names_of(own.cast, [body])}: one source under two names."
            )
            yield pair(earlier, statement, "one_speaker_two_names", note)


def _nested_places(own: OwnWords) -> Iterator[Pair]:
    gazetteer = own.grounds.gazetteer
    refs = [(s, s.claim.value) for s in own.statements if s.claim and isinstance(s.claim.value, PlaceRef)]
    found = [(s, gazetteer.place(ref.place_id)) for s, ref in refs if ref.place_id]
    for place, (left, one) in enumerate(found):
        for right, two in found[place + 1 :]:
            for inner, outer in ((one, two), (two, one)):
                if outer is not None and outer.kind != "country" and lies_in(inner, outer) and inner:
                    note = f"{inner.name} lies in {outer.name} (gazetteer): the two places go together."
                    yield pair(left, right, "nested_places", note)
                    return


def _dates(own: OwnWords) -> Iterator[Pair]:
    """An earlier day than the event's that is the day of what it is part of."""
    days = [(s, s.claim.value) for s in own.statements if s.claim and isinstance(s.claim.value, Moment)]
    days = [(s, m) for s, m in days if m.grain == "day" and first_day(m.start) is not None]
    head = next((entry for entry in days if in_box(entry[0]) or entry[0].where == "lead"), None)
    for statement, moment in days if head is not None else ():
        if head is None or moment.start == head[1].start:
            continue
        sentence = own.sentence_words(statement)
        if OPERATION.search(sentence) and UNDER_WAY.search(sentence):
            note = (
                f"{own.words(head[0])} dates the fight, {own.words(statement)} the operation it was part of: "
                "the two dates go together."
            )
            yield pair(head[0], statement, "dates_of_two_things", note)
            return


def _sizes(own: OwnWords) -> Iterator[Pair]:
    """One fight under words of different size: a battle, a skirmish, clashes."""
    told = [s for s in own.statements if s.facet == "kind" and s.claim and isinstance(s.claim.value, Term)]
    told = [s for s in told if s.claim and isinstance(s.claim.value, Term) and s.claim.value.code in _SIZES]
    for left in told[:1]:
        for right in told[1:]:
            one, two = _word(left), _word(right)
            if one and two and one != two:
                note = f"The same fight is called “{one}” here and “{two}” there."
                yield pair(left, right, "changing_size", note)
                return


def _word(statement: Statement) -> str:
    found = statement.claim.value if statement.claim is not None else None
    return found.words.strip().lower() if isinstance(found, Term) else ""


def _unlisted(own: OwnWords) -> Iterator[Pair]:
    """Who takes part in the text and stands not in the box."""
    listed = [s for s in own.box if s.facet in FIGHTING]
    bodies = {body for s in listed for body in own.who(s).bodies}
    for statement in own.prose if listed else ():
        if statement.facet not in (*FIGHTING, "in_liaison") or not own.voice(statement).own:
            continue
        new = [b for b in own.who(statement).bodies if not any(own.cast.related(b, one) for one in bodies)]
        new = [
            body for body in new if not body.startswith("words:") and not own.cast.registry.is_unarmed(body)
        ]
        if new:
            named = names_of(own.cast, new)
            note = f"{named} stands in the text ({own.words(statement)}), not among the box's combatants."
            yield pair(listed[0], statement, "not_in_box", note)
            return


def _unsupported(own: OwnWords) -> Iterator[Pair]:
    """A figure of the box that no figure of the text carries, though the text speaks of these people."""
    for left in own.box:
        count = left.claim.value if left.claim is not None else None
        if not isinstance(count, Count) or left.facet == "strength":
            continue
        group = RELATED_OUTCOMES.get(left.facet, (left.facet,))
        near = [s for s in own.prose if _is_about(left, s, own) and own.hearing(left, s) != "other"]
        carried = [s for s in near if s.facet in group and _meets(count, s)]
        if near and not carried and not _is_written(left, count, own):
            note = f"{own.words(left)} stands in the box only; of these people the text says {own.words(near[0])}."
            yield pair(left, near[0], "box_only", note)


def _is_about(left: Statement, statement: Statement, own: OwnWords) -> bool:
    found = statement.claim.value if statement.claim is not None else None
    return isinstance(found, Count) and own.cast.relation(own.who(left), own.who(statement)) in (
        "same",
        "side",
    )


def _meets(count: Count, statement: Statement) -> bool:
    found = statement.claim.value if statement.claim is not None else None
    return isinstance(found, Count) and meeting(count, found) != "apart"


def _is_written(left: Statement, count: Count, own: OwnWords) -> bool:
    """True where a sentence of the text that tells of such harm has the number, in digits or as a word."""
    words = {str(count.low), number(count.low)} if count.low else set()
    told = HARM.get(left.facet)
    sentences = {own.sentence_words(s) for s in own.prose}
    return told is not None and any(
        told.search(sentence) and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", sentence, re.IGNORECASE)
        for sentence in sentences
        for word in words
    )
