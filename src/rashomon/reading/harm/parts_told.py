"""Parts of the dead and wounded told of before, by who they were: "four of the dead were children".

Comes in a parsed sentence with its people; goes out frames of coverage "subset". Which figure they are part of is
known only where the report is read (`adding.part_of_earlier`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.claims import Count
from rashomon.reading.counts import CountFound
from rashomon.reading.harm.inverted import with_inverted
from rashomon.reading.harm.values import Frame, either_way, listed_after
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.held_words import HeldPattern
from rashomon.reading.sentences.parsing import Sentence

_DEAD = r"(?P<killed>dead|killed|slain|deceased|fatalities|who (?:were killed|died))"
_HURT = r"(?P<wounded>wounded|injured|who were (?:wounded|injured|hurt))"
_TAKEN = (
    r"(?P<captured>arrested|detained|apprehended|captured|abducted|kidnapped|detainees|hostages|captives)"
)
_ALL_HARMED = rf"(?:the|those|all those)(?: people| persons| victims)? (?:{_DEAD}|{_HURT}|{_TAKEN})"
_BEING = (
    r"(?:were|was|are|is|being|included?|includes)(?: identified as| all| also| said to be| believed to be)?"
)
_SOME_OF_ALL = re.compile(rf"\s+of {_ALL_HARMED}(?: \w+){{0,4}}? {_BEING}\s+", re.I)
"""After a number: "*four* of those killed in the raid were …"."""
_ALL_INCLUDED = HeldPattern(
    rf"\bamong {_ALL_HARMED}(?: [^.,;]{{1,40}}?)? {_BEING}\s+"
    rf"|\b{_ALL_HARMED.replace('(?P<', '(?P<all_')} (?:includ(?:ed?|es)|comprised?)\s+",
    re.I,
)
"""Before a list: "among the dead were …", "the wounded included …"."""
_WERE_AMONG = re.compile(rf"\s+(?:(?:were|was|are|is) (?:also )?)?among {_ALL_HARMED}\b", re.I)
"""After a list: "… were among the dead", "with a guard among the dead"."""
_SOME_WHO = re.compile(
    r"\s+of (?:the|those)(?: [\w-]+){1,3} who (?:was|were|had been|have been)(?: \w+ly)?\s+\Z", re.I
)
"""Between a number and its harm: "two of the farmers who were *killed*"."""

_IN_CARE = re.compile(
    r"\w+ of (?:the|those)(?: \w+){0,2}?(?: (?:who|that))?(?: (?:were|was|had been|have been|had))?(?: \w+ly)? "
    r"(?:(?:came|come|coming|brought|taken|rushed|transported|carried|evacuated|flown) "
    r"(?:in|to)\b|arriv(?:ed|ing)|admitted|hospitali[sz]ed|treated|reach(?:ed|ing))",
    re.I,
)
"""Some who died after they had come for care: "three of those who came in alive"; how many others
died elsewhere it does not say."""

_BODIES = frozenset({"body", "corpse", "remains", "remain", "dead"})
_BROUGHT = frozenset("receive bring take transfer arrive deliver send reach admit carry".split())
_CARE = re.compile(
    r"\b(?:hospitals?|morgues?|mortuar(?:y|ies)|clinics?|medical|health cent(?:er|re)s?|infirmary)\b", re.I
)


def with_parts_told(
    frames: Sequence[Frame], groups: Sequence[Group], counts: Sequence[CountFound], sentence: Sentence
) -> tuple[Frame, ...]:
    """The frames of a sentence, with those of the parts it tells of by who they were."""
    frames = with_inverted(frames, groups, counts, sentence)
    frames = [replace(f, manner=True) if _tells_manner(f, sentence) else f for f in frames]
    kept = [_as_part(frame, counts, sentence) for frame in _spelling_out(either_way(frames, sentence))]
    told = _parts(groups, counts, sentence)
    kept = [_as_told_part(frame, told) for frame in kept]
    parts = [part for part in told if not _is_known(part, kept)]
    if not parts:
        return tuple(kept)
    said = {(part.facet, part.start) for part in parts}
    # The "killed" of "those killed were farmers" tells of nobody else.
    return (*(frame for frame in kept if (frame.facet, frame.start) not in said), *parts)


_MANNERS = frozenset({"behead", "decapitate"})


def _tells_manner(frame: Frame, sentence: Sentence) -> bool:
    """True for "four of the soldiers were beheaded": how some of the dead died."""
    return sentence.doc is not None and sentence.doc[frame.token].lemma_.lower() in _MANNERS


_THE_REST = re.compile(r"(?:and )?(?:all )?the (?:rest|remainder|remaining)\b", re.I)


def _spelling_out(frames: Sequence[Frame]) -> list[Frame]:
    """The frames, those of a list that ends in "the rest" parts of all told before: "nine women and *the rest* men"."""
    ends = {
        (frame.token, frame.facet)
        for frame in frames
        if _THE_REST.match(frame.victim.words) and (frame.victim.count is None or frame.victim.count.vague)
    }
    alone = {key for key in ends if sum((f.token, f.facet) == key for f in frames) < 2}
    return [
        replace(frame, coverage="subset")
        if (frame.token, frame.facet) in ends - alone and frame.coverage == "unknown"
        else frame
        for frame in frames
    ]


def _as_part(frame: Frame, counts: Sequence[CountFound], sentence: Sentence) -> Frame:
    """ "Two of the farmers who were killed", "the morgue received 20 bodies": no figure for all of them."""
    if frame.coverage != "unknown" or frame.victim.out_of is not None:
        return frame
    if frame.facet == "killed" and _are_bodies_received(frame, sentence):
        return replace(frame, coverage="subset")
    begin, end = frame.victim.start - sentence.start, frame.start - sentence.start
    number = next((c for c in counts if c.start == begin and c.kind == "number"), None)
    some = number is not None and _SOME_WHO.match(sentence.words[: max(end, 0)], number.end) is not None
    some = some or (number is not None and _are_some_of_dead(frame, number.end, sentence))
    some = some or (frame.facet == "killed" and _IN_CARE.match(sentence.words, max(begin, 0)) is not None)
    return replace(frame, coverage="subset") if some else frame


def _are_some_of_dead(frame: Frame, begin: int, sentence: Sentence) -> bool:
    """True for "four of the soldiers *killed* were beheaded": of those killed, whose number is another."""
    word = sentence.doc[frame.token] if sentence.doc is not None else None
    if word is None or word.tag_ != "VBN" or word.dep_ != "acl":
        return False
    some = word.head.head.head if word.head.dep_ == "pobj" else word.head
    if some.dep_ not in {"nsubj", "nsubjpass"} or some.head.i < word.i:
        return False
    return _OF_THE.match(sentence.words[: word.idx], begin) is not None


_OF_THE = re.compile(r"\s+of (?:the|those)(?: [\w-]+){1,3}\s+\Z", re.I)


def _are_bodies_received(frame: Frame, sentence: Sentence) -> bool:
    """True for bodies that a hospital or a morgue was brought: others may lie elsewhere."""
    token = sentence.doc[frame.token] if sentence.doc is not None else None
    if token is None or token.lemma_.lower() not in _BODIES or _CARE.search(sentence.words) is None:
        return False
    return any(above.pos_ == "VERB" and above.lemma_.lower() in _BROUGHT for above in token.ancestors)


def _parts(groups: Sequence[Group], counts: Sequence[CountFound], sentence: Sentence) -> list[Frame]:
    words, begin = sentence.words, sentence.start
    found = []
    for number in counts:
        match = _SOME_OF_ALL.match(words, number.end) if isinstance(number.count, Count) else None
        who = next((g for g in groups if match is not None and g.start == begin + match.end()), None)
        if match is not None and who is not None and who.kind == "people" and isinstance(number.count, Count):
            start = begin + number.start
            told = replace(who, count=number.count, start=start, words=words[number.start : who.end - begin])
            found.append(_part(match, told, sentence))
    for match in _ALL_INCLUDED.finditer(words):
        listed = listed_after(groups, sentence, begin + match.end())
        found.extend(_part(match, group, sentence) for group in listed)
    for group in groups:
        match = _WERE_AMONG.match(words, group.end - begin)
        if match is not None and group.kind == "people" and group.count is not None:
            found.extend(_part(match, one, sentence) for one in _list_up_to(group, groups, sentence))
    return found


_LISTED_BEFORE = re.compile(r",? and (?:also )?|, ")


def _list_up_to(last: Group, groups: Sequence[Group], sentence: Sentence) -> list[Group]:
    """The counted people of a list, given its last: "*two nurses, a clerk* and four guards were among the dead"."""
    listed = [last]
    for group in sorted(groups, key=lambda group: -group.end):
        gap = sentence.words[group.end - sentence.start : listed[0].start - sentence.start]
        if group.end <= listed[0].start and group.kind == "people" and _LISTED_BEFORE.fullmatch(gap):
            if group.count is None or group.count.vague is not None:
                break
            listed.insert(0, group)
    return listed


def _part(match: re.Match[str], who: Group, sentence: Sentence) -> Frame:
    named = next(name for name, words in match.groupdict().items() if words)
    start = sentence.start + match.start(named)
    token = next((t.i for t in sentence.doc or () if t.idx >= match.start(named)), who.head)
    return Frame(
        facet=named.removeprefix("all_"),
        sentence=sentence.index,
        token=token,
        start=start,
        end=sentence.start + match.end(named),
        victim=who,
        coverage="subset",
    )


def _as_told_part(frame: Frame, parts: Sequence[Frame]) -> Frame:
    """ "The dead included *three medics, who were killed* as they helped": no figure of their own."""
    again = any(
        part.victim.head == frame.victim.head and part.facet == frame.facet and part.start != frame.start
        for part in parts
    )
    return replace(frame, coverage="subset") if again and frame.coverage == "unknown" else frame


def _is_known(part: Frame, frames: Sequence[Frame]) -> bool:
    return any(
        f.coverage == "subset" and f.facet == part.facet and f.victim.head == part.victim.head for f in frames
    )
