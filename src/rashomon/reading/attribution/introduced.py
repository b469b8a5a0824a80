"""Who "he" is that says something, where a sentence brought him in who had not spoken yet.

"The commissioner said five had died. *A resident, Musa Bello, disputed this.* 'I saw nine,' he said": the resident,
and not who spoke last. Only somebody brought in as a person who tells, saw or was there, at the head of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.base import value
from rashomon.model.layers import Span
from rashomon.reading.languages.en.words import PERSON_NOUNS
from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.speech import Cues, SpeechAct

_REACH = 2
"""Sentences between the one that brings him in and his words."""
_PERSONS = frozenset({"person", "anonymous"})
_OPENED = re.compile(r"[:,] ?[\"“]")
_NAME = r"(?:[A-Z][\w'’.-]+ ){1,3}[A-Z][\w'’-]+"
_BROUGHT_IN = re.compile(
    rf"(?P<who>(?:An?|One|Another) (?:[a-z-]+ ){{0,3}}?(?P<noun>[a-z]+)(?:, (?P<called>{_NAME}))?"
    rf"|(?P<name>{_NAME})(?:, (?:\d+|(?:an?|the|who|whose) [^.;,“\"]{{1,60}}))?),? "
    r"(?:(?:had|has|also|later|however|himself|herself|\w+ly) )?"
    r"(?:disput|contradict|reject|disagree|challeng|confirm|gave|offer|told|spoke|describ|recall|recount|remember"
    r"|saw\b|seen\b|witness|watch|hear|count|live|work|runs?\b|ran\b|own|sell|sold\b|rush|fled\b|escap|surviv|hid\b"
    r"|arriv|came\b|went\b|return|lost\b|help|stood\b|sat\b|knew\b|blam|accus|insist|bur(?:y|ied)\b"
    r"|(?:was|is) (?:an?|the|in|at|near|on|inside|among|there|one|\w+ing)\b)"
)


@value
class _Person:
    """Whoever a sentence brings in: the phrase, and the name and office it gives."""

    phrase: Span
    name: str | None
    office: str | None


def with_introduced(acts: Sequence[SpeechAct], sentences: Sequence[Sentence], cues: Cues) -> list[SpeechAct]:
    """The acts in their order, "he" and "she" standing for whoever was brought in since a person last spoke."""
    found = list(acts)
    if not any(_is_pronoun(act) for act in acts):
        return found
    by_index = {sentence.index: sentence for sentence in sentences}
    last = -1
    for place, act in enumerate(found):
        if _is_pronoun(act):
            near = range(act.sentence, max(last, act.sentence - _REACH - 1), -1)
            told = (_brought_in(by_index.get(index), cues, _start_of(act)) for index in near)
            person = next((one for one in told if one is not None), None)
            found[place] = act if person is None else _said_by(act, person)
        if act.source is not None and act.source_kind in _PERSONS:
            last = max(last, act.sentence)
    return found


def _is_pronoun(act: SpeechAct) -> bool:
    said = act.source.words.lower() if act.source is not None else ""
    return said in {"he", "she"} and act.speaker == act.source and not act.in_quotation


def _start_of(act: SpeechAct) -> int:
    """Where his words begin: after "Musa Bello gave another account:", of which a quotation is the rest."""
    first = min((span for span in (act.source, act.cue, *act.content) if span is not None), key=_begin)
    marks = _OPENED.search(first.words)
    return first.start + (marks.start() if marks is not None else 0)


def _begin(span: Span) -> int:
    return span.start


def _brought_in(sentence: Sentence | None, cues: Cues, before: int) -> _Person | None:
    """The person a sentence opens with, if it tells that he told, saw or was there, ahead of the place given."""
    found = _BROUGHT_IN.match(sentence.words) if sentence is not None else None
    if sentence is None or found is None or sentence.start + found.end() > before:
        return None
    noun = found["noun"]
    if noun is not None and not (noun in PERSON_NOUNS or noun in cues.people or noun in cues.offices):
        return None
    start, end = (sentence.start + place for place in found.span("who"))
    phrase = Span(start=start, end=end, words=found["who"])
    office = noun if noun in cues.offices else None
    return _Person(phrase=phrase, name=found["called"] or found["name"], office=office)


def _said_by(act: SpeechAct, person: _Person) -> SpeechAct:
    return replace(
        act,
        speaker=person.phrase,
        person=person.name,
        office=person.office,
        source_kind="person" if person.name is not None else "anonymous",
    )
