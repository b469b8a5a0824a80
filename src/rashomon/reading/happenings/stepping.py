"""Times that step from one happening to another: "attacked the town two days after an ambush".

Such a time dates the happening that it stands beside, told from the one behind "after"; and that one, where it is
told for the first time, told back from the former. It never dates the one by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.sentences.word_index import word_at
from rashomon.reading.times.forms import NarrativeForm, UndatedForm
from rashomon.reading.times.moments import TimeFound, resolve_narrative

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_STEPS = frozenset({"after", "before"})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
_STANDING_FOR = _KNOWN | {"it"}
"""Words that alone stand for what was told: "two days after *that*"."""
_CLOCKED = frozenset({"hour", "minute"})


def with_steps(
    sentence: Sentence, doc: Doc, cues: Sequence[int], times: Sequence[TimeFound]
) -> tuple[dict[int, list[TimeFound]], list[TimeFound]]:
    """The times that step to another happening by the cue they date, and the times that do not."""
    stepped: dict[int, list[TimeFound]] = {}
    plain: list[TimeFound] = []
    for time in times:
        goal = _goal(sentence, doc, time)
        inside = [cue for cue in cues if goal is not None and _is_below(doc[cue], goal)]
        if goal is None or (not inside and goal.lower_ in _STANDING_FOR):
            plain.append(time)
            continue
        if not inside:
            continue  # "a day before the vote": whose day nobody tells
        beside = [cue for cue in cues if cue not in inside]
        told = max((cue for cue in beside if cue < goal.i), default=min(beside, default=None))
        if told is None:
            continue  # "Two days after the raid the family left": no happening of its own is dated.
        own = [other for other in times if other is not time and _is_in(other, goal, sentence, doc)]
        if own:
            stepped.setdefault(told, []).extend(_told_from(own[0], time))
        elif _is_told_before(goal):
            stepped.setdefault(told, []).append(time)
        elif told < goal.i:
            stepped.setdefault(goal.i if goal.i in inside else inside[0], []).append(_turned(time))
    return stepped, plain


def _goal(sentence: Sentence, doc: Doc, time: TimeFound) -> Token | None:
    """What "two days *after*" steps away from: a noun, or the verb of a clause; None for any other time."""
    form = time.form
    if not isinstance(form, NarrativeForm) or form.count == 0 or form.unit in _CLOCKED:
        return None
    step = word_at(doc, time.end - sentence.start - 1)
    if step is None or step.lower_ not in _STEPS:
        return None
    if step.dep_ == "mark":
        return step.head
    return next((child for child in step.children if child.dep_ in {"pobj", "pcomp"}), None)


def _is_in(time: TimeFound, goal: Token, sentence: Sentence, doc: Doc) -> bool:
    """True for the day that what is stepped from has of its own: "two days after they took it *on 1 May*"."""
    word = word_at(doc, time.start - sentence.start)
    return word is not None and time.moment.start is not None and _is_below(word, goal)


def _told_from(other: TimeFound, time: TimeFound) -> list[TimeFound]:
    """The time told from another time of the sentence; none where that is no day."""
    found = resolve_narrative(time, other.moment)
    if found is time:
        return []
    return [replace(found, form=UndatedForm(), relative_to="anchor")]


def _is_below(word: Token, goal: Token) -> bool:
    return word == goal or goal.is_ancestor(word)


def _is_told_before(goal: Token) -> bool:
    """True for "*the* raid": one that the reader has been told of."""
    return goal.pos_ != "VERB" and any(child.lower_ in _KNOWN for child in goal.children)


def _turned(time: TimeFound) -> TimeFound:
    """The time of what lies behind "two days after", told back from what stands before it."""
    if not isinstance(time.form, NarrativeForm):
        return time
    form = replace(time.form, count=-time.form.count)
    return replace(time, form=form, offset=(form.unit, form.count))
