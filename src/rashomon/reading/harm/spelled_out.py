"""Numbers that a sentence spells out: "killed 17, *eight of them* officers", "nine dead: *four* guards, *five* clerks".

The parts are no people beside the total, whatever the parser joins them to; what adds up to a total is all of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rashomon.model.claims import Count
from rashomon.reading.counts import CountFound
from rashomon.reading.harm.values import Frame, is_of_another_calling, with_owner
from rashomon.reading.languages.en.numbers import UNITS
from rashomon.reading.people.groups import Group, number_group
from rashomon.reading.sentences.parsing import Sentence

_OF_THEM = re.compile(
    r"(?:at least |about |some )?[\w-]+ of (?:them|whom|these|the (?:dead|victims|killed|deceased|wounded|injured))\b",
    re.I,
)
_BEFORE_PARTS = re.compile(r"(?: (?:people|persons|others))?\s*,\s*")
_OPENS = re.compile(
    r"(?: (?:people|persons))?(?: (?:were |was )?(?:killed|dead|died|deaths|fatalities))?\s*[:(–—]\s*"
)
_SIGNS = (" of ", ":", "(", "–", "—", ", ")


def with_parts_spelled(
    frames: Sequence[Frame], groups: Sequence[Group], counts: Sequence[CountFound], sentence: Sentence
) -> tuple[Frame, ...]:
    """The frames, those that only spell out a number told before them made parts of it."""
    if not frames or not any(sign in sentence.words for sign in _SIGNS):
        return tuple(frames)
    told = _with_bare_wholes([_as_sum(frame, sentence) for frame in frames], counts, sentence)
    for place, frame in enumerate(told):
        if frame.coverage == "unknown" and _are_some_of(frame, sentence):
            whole = _whole_before(told, frame)
            if whole is not None:
                told[place] = replace(frame, coverage="subset", part_of=whole, listed=False)
                told[whole] = replace(told[whole], listed=_has_listed(told, whole))
    told = [_of_the_doers(frame, told, sentence) for frame in told]
    told = _with_apposed(told, sentence)
    told = _with_next_of_list(told, sentence)
    for place in range(len(frames)):
        told = _with_sum(told, place, groups, counts, sentence)
    return tuple(told)


def _with_apposed(frames: list[Frame], sentence: Sentence) -> list[Frame]:
    """The frames with those who only say who the people before them were made parts of these.

    "Two sailors, *a Dane and a Pole*, were killed", "three people, *an imam and his two sons*": they add up, and
    stand between commas or are called by what people they are of.
    """
    for place, whole in enumerate(frames):
        number = _low(whole.victim.count)
        if number < _LEAST or whole.coverage != "unknown" or whole.victim.kind != "people":
            continue
        end = whole.victim.end - sentence.start
        match = _APPOSED.match(sentence.words, end) if sentence.words.startswith(", ", end) else None
        if match is None or _sum_of(match["list"]) != number:
            continue
        if not (sentence.words.startswith(",", match.end()) or _NATIONS.fullmatch(match["list"])):
            continue
        first, last = sentence.start + match.start("list"), sentence.start + match.end("list")
        inside = [
            p for p, f in enumerate(frames) if first <= f.victim.start < last and f.facet == whole.facet
        ]
        if any(is_of_another_calling(whole.victim, frames[p].victim) for p in inside):
            continue
        for part in inside:
            frames[part] = replace(frames[part], coverage="subset", part_of=place, listed=False)
        frames[place] = replace(whole, listed=False)
    return frames


_EACH = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|his|her|their)"
_ONE = rf"{_EACH}(?: (?!and\b|were\b|was\b|died\b)[\w'’-]+){{1,5}}?"
_APPOSED = re.compile(
    rf", (?P<list>{_ONE}(?:, {_ONE})*,? and {_ONE})(?=[,.;]|$| (?:near|in|at|on|off|outside|when)\b)"
)
_NATIONS = re.compile(rf"{_EACH} [A-Z][\w'’-]+(?:, {_EACH} [A-Z][\w'’-]+)*,? and {_EACH} [A-Z][\w'’-]+")
_ITEM = re.compile(rf"(?:^|, |\band ){_EACH}\b(?: {_EACH}\b)?")


def _sum_of(words: str) -> int:
    """How many a list of people has: 3 in "an imam and his two sons"."""
    said = (found.group().split()[-1] for found in _ITEM.finditer(words))
    return sum(int(word) if word.isdigit() else UNITS.get(word, 1) for word in said)


def _are_some_of(part: Frame, sentence: Sentence) -> bool:
    """True for "two of them traders", and for the farmers of "amongst *them seven farmers*"."""
    if part.victim.words.startswith(("them ", "whom ")):
        return sentence.words[: part.victim.start - sentence.start].endswith(("among ", "amongst "))
    if _OF_THEM.match(part.victim.words) is not None:
        return True
    among = _AMONG_THEM.match(sentence.words, part.victim.end - sentence.start)
    return (
        among is not None and _WITH.search(sentence.words[: part.victim.start - sentence.start]) is not None
    )


_AMONG_THEM = re.compile(r" among (?:the (?:victims|dead|killed|wounded)|them)\b")
_WITH = re.compile(r",? with (?:at least |about |some )?\Z")


def _as_sum(frame: Frame, sentence: Sentence) -> Frame:
    """The "five dead in all" that sum up those told of before, of whatever kind."""
    victim = frame.victim
    bare = victim.kind == "number" and frame.coverage in {"unknown", "increment"}
    total = victim.words.lower().startswith(("a total of", "total of"))
    if not bare or not (total or _IN_ALL.match(sentence.words, victim.end - sentence.start)):
        return frame
    return replace(frame, coverage="total", victim=_of_anybody(victim), elided=False)


def _of_anybody(number: Group) -> Group:
    return replace(number, categories=(), status="unknown", actors=(), who="")


_IN_ALL = re.compile(
    r"(?: (?:people|persons))?(?: (?:dead|killed|deaths|fatalities))? (?:in all|in total|altogether|all told)\b"
)


def _whole_before(frames: Sequence[Frame], part: Frame) -> int | None:
    """Position of the last number before a part that can hold it."""
    wholes = [
        place
        for place, frame in enumerate(frames)
        if frame.facet == part.facet
        and frame.coverage != "subset"
        and frame.victim.start < part.victim.start
        and _low(frame.victim.count) >= _low(part.victim.count)
    ]
    return max(wholes, key=lambda place: frames[place].victim.start, default=None)


def _has_listed(frames: Sequence[Frame], whole: int) -> bool:
    first = frames[whole]
    return first.listed and any(
        frame.listed and place != whole and frame.token == first.token for place, frame in enumerate(frames)
    )


def _low(count: Count | None) -> int:
    return 0 if count is None or count.vague is not None else count.low or 0


def _with_bare_wholes(frames: list[Frame], counts: Sequence[CountFound], sentence: Sentence) -> list[Frame]:
    """The frames with the 17 of "killed *17*, eight of them officers", "killing *nine* (one nurse, eight clerks)"."""
    for frame in list(frames):
        begin, start = frame.end - sentence.start, frame.victim.start - sentence.start
        if frame.coverage != "unknown" or not begin < start or frame.victim.kind != "people":
            continue
        bare = next((c for c in counts if c.start == begin + 1 and c.end < start), None)
        if bare is None or _low(bare.count) < _low(frame.victim.count):
            continue
        if any(f.victim.start == sentence.start + bare.start for f in frames):
            continue
        gap = sentence.words[bare.end : start]
        if gap.strip() != "(" and not (_BEFORE_PARTS.fullmatch(gap) and _OF_THEM.match(frame.victim.words)):
            continue
        whole = len(frames)
        frames.append(replace(frame, victim=number_group(sentence, bare), listed=False))
        for place, other in enumerate(frames[:whole]):
            if (other.facet, other.token) == (frame.facet, frame.token):
                frames[place] = replace(other, coverage="subset", part_of=whole, listed=False)
        return frames
    return frames


def _of_the_doers(part: Frame, frames: Sequence[Frame], sentence: Sentence) -> Frame:
    """ "They killed ten soldiers *before two of them were shot dead*": of those who did it, since the ten are dead."""
    of_them = sentence.words.startswith(" of them ", part.victim.end - sentence.start)
    if not of_them or part.facet != "killed" or part.victim.kind != "number":
        return part
    before = [f for f in frames if f.facet == "killed" and f.victim.end <= part.victim.start]
    whole = max(before, key=lambda frame: frame.victim.start, default=part)
    gap = sentence.words[whole.victim.end - sentence.start : part.victim.start - sentence.start]
    if part.token == whole.token or len(whole.agents) != 1 or not _BEFORE.search(gap):
        return part
    victim = with_owner(part.victim, whole.agents[0])
    return replace(part, coverage="unknown", part_of=None, victim=victim)


_BEFORE = re.compile(r"\b(?:before|until)(?: [\w-]+){0,3}? ?\Z")


def _with_next_of_list(frames: list[Frame], sentence: Sentence) -> list[Frame]:
    """The frames with the guards of "13 died, among them two clerks *and nine guards*" some of the 13 too."""
    told = list(frames)
    order = sorted(range(len(told)), key=lambda place: told[place].victim.start)
    for one, two in pairwise(order):
        first, second = told[one], told[two]
        if first.part_of is None or second.coverage != "unknown" or second.facet != first.facet:
            continue
        gap = sentence.words[first.victim.end - sentence.start : second.victim.start - sentence.start]
        several = _low(second.victim.count) >= _LEAST and second.token == first.token
        people = _low(first.victim.count) + _low(second.victim.count)
        whole = told[first.part_of]
        several = several and not is_of_another_calling(whole.victim, second.victim)
        if several and gap in {" and ", ", ", ", and "} and people <= _low(whole.victim.count):
            told[two] = replace(second, coverage="subset", part_of=first.part_of, listed=False)
    return told


def _with_sum(
    frames: list[Frame],
    place: int,
    groups: Sequence[Group],
    counts: Sequence[CountFound],
    sentence: Sentence,
) -> list[Frame]:
    """The frames after a number that add up to it as its parts: "17 killed: *four* cooks, *13* clerks"."""
    whole = frames[place]
    number = _low(whole.victim.count)
    if number < _LEAST or whole.coverage != "unknown" or whole.victim.kind not in {"people", "number"}:
        return frames
    after = [p for p, f in enumerate(frames) if f.facet == whole.facet and f.victim.start >= whole.victim.end]
    if not after:
        return frames
    opened = _OPENS.match(sentence.words, whole.victim.end - sentence.start) is not None
    first = min(frames[p].victim.start for p in after)
    gap = sentence.words[whole.victim.end - sentence.start : first - sentence.start]
    # "two soldiers including an officer *and also a child*": who is included leaves room for others.
    listed = _SOME.search(gap) is None and any(frames[p].part_of == place for p in after)
    spelled = opened or listed or _MARK.search(gap) is not None
    if not spelled or _told_after(whole, groups, counts, sentence) != number:
        return frames
    victim = whole.victim
    if victim.kind == "number" and whole.elided:
        victim = _of_anybody(victim)
    found = [
        replace(f, coverage="subset", part_of=place, listed=False) if p in after else f
        for p, f in enumerate(frames)
    ]
    found[place] = replace(whole, victim=victim, listed=False, elided=False)
    return found


_LEAST = 2
_MARK = re.compile(r" [–—] |: ")
_SOME = re.compile(r"\b(?:includ|among|such as)", re.I)


def _told_after(
    whole: Frame, groups: Sequence[Group], counts: Sequence[CountFound], sentence: Sentence
) -> int:
    """All that is counted after a number: groups of people, and bare numbers beside them."""
    people = [g for g in groups if g.kind == "people" and g.start >= whole.victim.end and _low(g.count)]
    bare = [
        c
        for c in counts
        if sentence.start + c.start >= whole.victim.end
        and c.kind == "number"
        and not any(g.start <= sentence.start + c.start < g.end for g in people)
    ]
    return sum(_low(g.count) for g in people) + sum(_low(c.count) for c in bare if isinstance(c.count, Count))
