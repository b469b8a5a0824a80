"""What the article says in words at odds with itself: the result, who fought, what they are called, who came."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.codebook.course_words import CAME, OPERATION, SINCE, UNDER_WAY, called_in
from rashomon.model.audit import Pair, Statement
from rashomon.model.claims import Moment, Term
from rashomon.writing.audit.conflicts.labels import label_conflicts
from rashomon.writing.audit.conflicts.own import OwnWords, pair
from rashomon.writing.audit.grounds.cast import names_of, states_in
from rashomon.writing.audit.verdicts.actors import FIGHTING

_MONTH = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_WON = frozenset({"victory"})
_LEFT = frozenset({"withdrew", "fled", "surrendered", "defeat"})


def word_conflicts(own: OwnWords) -> Iterator[Pair]:
    """All pairs of statements whose words do not go together."""
    yield from _dates(own)
    yield from _results(own)
    yield from _combatants(own)
    yield from label_conflicts(own)
    yield from _arrivals(own)


def _dates(own: OwnWords) -> Iterator[Pair]:
    """The box's day against the lead's, which both say when the fight was."""
    box = next((s for s in own.box if s.where == "infobox.date" and _day(s)), None)
    for right in own.prose if box is not None else ():
        day = _day(right)
        if box is None or right.where != "lead" or day is None:
            continue
        if day != _day(box) and not OPERATION.search(own.sentence_words(right)):
            note = f"The box dates the fight {own.words(box)}, the lead {own.words(right)}."
            yield pair(box, right, "date_differs", note)
        return


def _day(statement: Statement) -> str | None:
    """The one day a statement names, as an ISO date."""
    found = statement.claim.value if statement.claim is not None else None
    if not isinstance(found, Moment) or found.grain != "day" or found.start != (found.end or found.start):
        return None
    return found.start if found.start and not found.start.startswith("-") else None


def _results(own: OwnWords) -> Iterator[Pair]:
    """A victory that nobody is quoted with, of a side that leaves the field."""
    told = [s for s in own.statements if s.facet == "outcome" and _code(s) in _WON]
    if any(not own.voice(s).own for s in told):
        return
    for left in told[:1]:
        winner = _winner(left, own)
        for right in own.prose:
            left_field = right.facet == "outcome" and _code(right) in _LEFT
            if left_field and winner is not None and not _is_of_other_months(right, own):
                if own.cast.side_of(own.who(right).bodies) == winner:
                    note = (
                        f"{own.words(left)} is a judgement with nobody quoted for it; by the text, that side "
                        f"left the field: {own.words(right)}."
                    )
                    yield pair(left, right, "result_without_source", note)
                    return


def _is_of_other_months(statement: Statement, own: OwnWords) -> bool:
    """True where a sentence names months, and none of those the box dates the fight by."""
    mine = {month.casefold() for month in _MONTH.findall(own.sentence_words(statement))}
    box = next((s.text for s in own.box if s.where == "infobox.date"), "")
    return bool(mine) and mine.isdisjoint(month.casefold() for month in _MONTH.findall(box))


def _code(statement: Statement) -> str:
    found = statement.claim.value if statement.claim is not None else None
    return found.code if isinstance(found, Term) else ""


def _winner(statement: Statement, own: OwnWords) -> str | None:
    """The side that won: by the bodies named, or by the adjectives of countries ("Franco-Malian")."""
    bodies = own.who(statement).bodies
    bodies = bodies or frozenset(f"state:{iso}" for iso in states_in(statement.text))
    named = own.cast.registry.find(statement.text)
    bodies |= {own.cast.body(hit.actor_ids[0]) for hit in named if hit.actor_ids}
    return own.cast.side_of(bodies)


def _combatants(own: OwnWords) -> Iterator[Pair]:
    """A combatant that the box lists as plain fact, and the text has on one speaker's word only."""
    listed = [s for s in own.box if s.facet in FIGHTING and own.voice(s).own]
    for left in listed:
        for body in sorted(own.who(left).bodies):
            told = [s for s in _sections(own) if s.claim is not None and body in own.who(s).bodies]
            fighting = [s for s in told if s.facet in FIGHTING]
            quoted = [s for s in fighting if not own.voice(s).own]
            plain = [s for s in told if own.voice(s).own and not _is_aim(s, own)]
            speakers = {own.voice(s).bodies for s in quoted}
            if quoted and not plain and len(speakers) == 1:
                who = own.grounds.withholding.text(own.voice(quoted[0]).words)
                note = (
                    f"The box has {own.words(left)} as a plain fact; in the text it rests on the word of "
                    f"{who} alone: {own.words(quoted[0])}."
                )
                yield pair(left, quoted[0], "combatant_on_one_word", note)


def _sections(own: OwnWords) -> list[Statement]:
    """What stands below the lead, which sums up as the box does."""
    return [s for s in own.prose if s.where != "lead"]


def _is_aim(statement: Statement, own: OwnWords) -> bool:
    """True for what was only meant ("an operation to combat …") or held for years, and is no part in this fight.

    A figure of theirs ("to combat the sixty …") has them there, whatever the aim.
    """
    claim = statement.claim
    if claim is None or claim.certainty in ("planned", "hypothetical"):
        return True
    if statement.facet not in FIGHTING:
        return False
    start, end = own.sentence(statement)
    if SINCE.search(own.text, start, end):
        return True
    before = own.text[start : statement.start].rstrip().casefold()
    return before.endswith(_AIMS) or statement.text.casefold().startswith(_AIMS)


_AIMS = ("to combat", "to fight", "to counter", "to drive out", "to attack", "to confront", "to hunt")


def _arrivals(own: OwnWords) -> Iterator[Pair]:
    """A body that comes "in response" to a fight, and was in the operation before.

    Only who stands before the verb counts: after it stand aims and enemies.
    """
    for right in own.prose:
        sentence = own.sentence_words(right)
        coming = CAME.search(sentence)
        if coming is None or not called_in().search(sentence) or not _holds(right, coming, own):
            continue
        came = _bodies_in(sentence[: coming.start()], own)
        for left in own.prose:
            before = own.sentence_words(left)
            under_way = UNDER_WAY.search(before)
            if left.start >= right.start or under_way is None or not OPERATION.search(before):
                continue
            if not _holds(left, under_way, own):
                continue
            both = came & _bodies_in(before[: under_way.start()], own)
            if both:
                note = (
                    f"{names_of(own.cast, both)}: under way already by {own.words(left)}, but sent only after "
                    f"the fight began by {own.words(right)}."
                )
                yield pair(left, right, "arrival_order", note)
                return


def _holds(statement: Statement, found: re.Match[str], own: OwnWords) -> bool:
    """True for the statement of a sentence in which a word of it stands."""
    start, _ = own.sentence(statement)
    return statement.start <= start + found.start() < statement.end


def _bodies_in(words: str, own: OwnWords) -> frozenset[str]:
    named = {own.cast.body(hit.actor_ids[0]) for hit in own.cast.registry.find(words) if hit.actor_ids}
    joint = {f"state:{iso}" for iso in _joined_countries(words)}
    return frozenset(named | joint)


def _joined_countries(words: str) -> list[str]:
    """The countries of "Franco-Malian": only joined adjectives name forces without a noun of their own."""
    return [iso for word in words.split() if "-" in word for iso in states_in(word)]
