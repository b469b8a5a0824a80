"""People told of beside each other by one word of harm: a list of different people, or a total spelled out.

"Two farmers and a shepherd were killed" lists three people. "Three civilians – a mother and her sons – were
killed" tells of three and says who they were.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.reading.harm.named_count import as_many_as_named
from rashomon.reading.harm.torn_lists import with_torn_lists
from rashomon.reading.harm.values import Frame, have_two_speakers, is_nobody
from rashomon.reading.languages.en.harm_words import HARM_VERBS
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.sentences.word_index import words_between

_FARTHEST = 90
_BESIDE = re.compile(r",|\b(?:and|plus|with|alongside|as well as)\b", re.I)
_BREAKS = re.compile(
    r"[;:]|\b(?:while|but|or|nor|including|included|include|of (?:them|whom|which)|among|between|to|said|"
    r"according|whereas|before|after|then|later)\b",
    re.I,
)
_BUT = re.compile(r",? but (?:only )?(?:at least |about |some )?", re.I)
"""Between nobody and somebody: "no guards *but* two millers"."""
_SPELLS_OUT = re.compile(r"\s*(?:[–—:(]|-{1,2}\s)\s*(?:the|both)?\s*$", re.I)
_GENERIC = frozenset(
    "people persons person civilians civilian members member victims victim individuals individual relatives "
    "relative residents resident other others adult".split()
)
"""Nouns that tell nobody apart: after "two people," comes who they were."""
_OTHERS = re.compile(r"\b(?:other|another|more|further)", re.I)
_BETWEEN = re.compile(r"\b(?:between|from)\s+$", re.I)
_OF_A_FAMILY = re.compile(r"(?:\s+of(?:\s+[\w'’-]+){1,5})?\s*,\s*")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def one_of_two(frames: Sequence[Frame], sentence: Sentence) -> list[Frame]:
    """The frames without the second of "*either* the cook *or* a guest had died": one died, be it who it may."""
    if "either" not in sentence.words:
        return list(frames)
    return [
        frame
        for frame in frames
        if not any(
            other.token == frame.token
            and _EITHER.search(sentence.words[: other.victim.end - sentence.start])
            and other.victim.end < frame.victim.start
            and _OR.fullmatch(
                sentence.words, other.victim.end - sentence.start, frame.victim.start - sentence.start
            )
            for other in frames
        )
    ]


_EITHER = re.compile(r"\beither(?: \S+){1,5}\Z")
_OR = re.compile(r",? or ")


def _without_second_names(frames: Sequence[Frame], sentence: Sentence) -> list[Frame]:
    """The frames without the second word for one person: "the killing of a boy, *and son* of an officer"."""
    if " and " not in sentence.words or sentence.doc is None:
        return list(frames)
    return [
        frame
        for frame in frames
        if not any(_is_called_again(other, frame, sentence) for other in frames if other is not frame)
    ]


def _is_called_again(first: Frame, second: Frame, sentence: Sentence) -> bool:
    """True for the "mother" of "a teacher *and mother* of two was shot": one article, and one verb for one person."""
    one, two = first.victim, second.victim
    beside = (first.facet, first.token) == (second.facet, second.token) and one.end < two.start
    if not beside or sentence.doc is None or not two.words.islower() or two.count is None:
        return False
    gap = sentence.words[one.end - sentence.start : two.start - sentence.start]
    single = _number(first) == _number(second) == 1 and one.kind == two.kind == "people"
    bare = not any(child.dep_ in {"det", "poss", "nummod"} for child in sentence.doc[two.head].children)
    if not (single and bare and _AND.fullmatch(gap) and _ARTICLE.match(one.words)):
        return False
    verbs = {child.lower_ for child in sentence.doc[first.token].children if child.dep_ in _AUXILIARIES}
    if verbs & _OF_SEVERAL:
        return False
    return bool(verbs & _OF_ONE) or _SAME.match(sentence.words, two.end - sentence.start) is not None


_AND = re.compile(r",? and ")
_ARTICLE = re.compile(r"(?:an?|the|his|her|their) ", re.I)
_AUXILIARIES = frozenset({"aux", "auxpass"})
_OF_ONE = frozenset({"was", "is", "has"})
_OF_SEVERAL = frozenset({"were", "are", "have"})
_SAME = re.compile(
    r" of (?:an?|the|one|two|three|four|five|six|\d|his|her)\b"
    r"|, [A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)+(?:[,.]| and (?:an?|the|his|her|two|three)\b)"
)
"""After a second noun for one person: whose son or mother, or the one name of both nouns."""


def with_whole_lists(frames: Sequence[Frame], groups: Sequence[Group], sentence: Sentence) -> list[Frame]:
    """The frames, with torn lists whole, "*his stepsons*, Jan and Tory Carls" as two, and nobody called twice."""
    whole = with_torn_lists(_without_second_names(frames, sentence), groups, sentence)
    return [as_many_as_named(frame, sentence) for frame in whole]


def mark_listed(frames: Sequence[Frame], sentence: Sentence) -> tuple[Frame, ...]:
    """The frames, with those of one list marked, and those that spell out a total made parts of it."""
    marked = list(frames)
    neighbours = _neighbours(frames)
    for counted, names in _named_beside(frames, neighbours, sentence):
        for name in names:
            marked[name] = replace(frames[name], coverage="subset", part_of=counted)
    for counted, name in _told_by_name(frames, sentence):
        if marked[name].part_of is None:
            marked[name] = replace(frames[name], coverage="subset", part_of=counted)
    for one, two in neighbours:
        first, second = marked[one], marked[two]
        if second.coverage == "subset":
            continue
        gap = sentence.words[first.victim.end - sentence.start : second.victim.start - sentence.start]
        whole = first.part_of if first.coverage == "subset" else one
        after = _told_after(one, frames, neighbours)
        # Who is told of singly may be one person called by two words: "two civilians, Anna Brun, a cook, and her son".
        fits = sum(number for number in after if number > 1) <= _number(first)
        told = (_spells_out(gap, first, second) and fits) or (
            sum(after) == _number(first) and _is_after_verb(first, second, sentence)
        )
        if told or (first.coverage == "subset" and _is_spelled(first, sentence, marked)):
            marked[two] = replace(second, coverage="subset", part_of=whole)
        elif _is_span(first, second, sentence):
            continue
        elif (
            first.coverage == "unknown"
            and (_is_beside(gap) or (is_nobody(first.victim) and _BUT.fullmatch(gap)))
            and not _has_verb(first, second, sentence)
        ):
            marked[one], marked[two] = replace(first, listed=True), replace(second, listed=True)
    return _add_coordinate(marked, sentence)


_AND_SO = re.compile(r"[^.;:()]{0,160}?(?:,?\s+and|,?\s+while|,)\s+(?:the )?(?:other )?", re.I)


def _add_coordinate(frames: Sequence[Frame], sentence: Sentence) -> tuple[Frame, ...]:
    """The frames, with "two died at once *and three died* in hospital" adding the three to the two."""
    marked = list(frames)
    for later, frame in enumerate(frames):
        if not (frame.elided and frame.victim.kind == "number" and frame.coverage == "unknown"):
            continue
        after = sentence.words[frame.victim.end - sentence.start :]
        if after.lower().startswith((" of ", " more", " according to ")):
            continue
        for first in frames[:later]:
            gap = sentence.words[first.victim.end - sentence.start : frame.victim.start - sentence.start]
            if frame.facet == "wounded" and (gap.endswith("the ") or not _is_told_by_verb(frame, sentence)):
                continue  # "wounded two men; the two wounded were flown out", "four were hurt, one critically"
            if _is_apart(first, frame) and first.end <= frame.victim.start and _AND_SO.fullmatch(gap):
                if have_two_speakers(first, frame, sentence):
                    continue  # "two died, the army said, while according to the mayor three died"
                start, end = frame.start, frame.end
                if frame.token == first.token:  # its own words, which stand after those it adds to
                    start, end = frame.victim.start, frame.victim.end
                marked[later] = replace(frame, coverage="increment", start=start, end=end)
    return tuple(marked)


def _is_told_by_verb(frame: Frame, sentence: Sentence) -> bool:
    return sentence.doc is not None and sentence.doc[frame.token].lemma_.lower() in HARM_VERBS


def _is_apart(first: Frame, second: Frame) -> bool:
    """True for plain numbers of people whom two verbs of one meaning befell."""
    counts = (first.victim.count, second.victim.count)
    plain = all(c is not None and c.vague is None and c.low and c.low == c.high for c in counts)
    return (
        plain
        and first.facet == second.facet
        and first.facet in {"killed", "captured", "wounded"}
        and first.coverage == "unknown"
    )


def _neighbours(frames: Sequence[Frame]) -> list[tuple[int, int]]:
    """Positions of frames that one word of harm opens and whose people stand next to each other."""
    order = sorted(
        range(len(frames)), key=lambda i: (frames[i].facet, frames[i].token, frames[i].victim.start)
    )
    return [
        (one, two)
        for one, two in itertools.pairwise(order)
        if (frames[one].facet, frames[one].token) == (frames[two].facet, frames[two].token)
        and frames[one].victim.end <= frames[two].victim.start
        and frames[two].coverage == "unknown"
        and all(frames[i].victim.count is not None and frames[i].victim.kind != "number" for i in (one, two))
    ]


def _named_beside(
    frames: Sequence[Frame], neighbours: Sequence[tuple[int, int]], sentence: Sentence
) -> Iterator[tuple[int, list[int]]]:
    """A number of people and the names of just as many after it: "killing *two soldiers*, A and B"."""
    after = dict(neighbours)
    for whole in after:
        count = frames[whole].victim.count
        number = count.low if count is not None and count.low == count.high else None
        names: list[int] = []
        place = after.get(whole)
        while place is not None and _is_name(frames[place]):
            names.append(place)
            place = after.get(place)
        if number is not None and number == len(names) > 1 and not _is_name(frames[whole]):
            begin = frames[whole].victim.end - sentence.start
            gap = sentence.words[begin : frames[names[0]].victim.start - sentence.start]
            if _OPENS_NAMES.fullmatch(gap):
                yield whole, names


def _told_by_name(frames: Sequence[Frame], sentence: Sentence) -> Iterator[tuple[int, int]]:
    """A number of people and each of as many names right after it, though the parser sees few of them as dead."""
    for counted, frame in enumerate(frames):
        count = frame.victim.count
        number = count.low if count is not None and count.low == count.high else None
        if number is None or number < 2 or frame.victim.kind != "people":
            continue
        after = _ROW_OF_NAMES.match(sentence.words, frame.victim.end - sentence.start)
        if after is None or len(_NAME.findall(after.group())) != number:
            continue
        for place, other in enumerate(frames):
            inside = frame.victim.end <= other.victim.start < sentence.start + after.end()
            if inside and other.facet == frame.facet and _is_name(other):
                yield counted, place


_NAME_WORDS = r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,3}(?:,? \(?(?:aged? )?\d{1,3}\)?)?"
_NAME = re.compile(_NAME_WORDS)
_ROW_OF_NAMES = re.compile(
    rf",? (?:named |identified as )?{_NAME_WORDS}(?:, {_NAME_WORDS})*,? and {_NAME_WORDS}"
)
_OPENS_NAMES = re.compile(r"(?:\s+of(?:\s+[\w'’-]+){1,5})?\s*[,:(–—-]+\s*(?:named |identified as )?", re.I)


def _is_name(frame: Frame) -> bool:
    """True for one person told of by name alone."""
    count = frame.victim.count
    single = count is not None and count.low == count.high == 1
    return single and not frame.victim.noun and frame.victim.words[:1].isupper()


def _spells_out(gap: str, first: Frame, second: Frame) -> bool:
    if first.victim.status == "civilian" and second.victim.status == "combatant":
        return False  # "22 civilians, two officers and five attackers were killed"
    count = first.victim.count
    several = count is not None and count.vague is None and max(count.low or 0, count.high or 0) > 1
    opened = _SPELLS_OUT.fullmatch(gap) or (first.victim.noun in _GENERIC and _OF_A_FAMILY.fullmatch(gap))
    return several and first.coverage == "unknown" and bool(opened)


def _is_after_verb(first: Frame, second: Frame, sentence: Sentence) -> bool:
    """True for those named after the verb: "three civilians *died in the blast,* a man and two women"."""
    before = sentence.words[: second.victim.start - sentence.start].rstrip()
    return _number(first) > 1 and before.endswith(",") and _has_verb(first, second, sentence)


def _told_after(whole: int, frames: Sequence[Frame], neighbours: Sequence[tuple[int, int]]) -> list[int]:
    """The numbers listed after a number: the five and three of "seven civilians, five children and three men"."""
    after, place, told = dict(neighbours), whole, []
    while (place := after.get(place, -1)) >= 0:
        told.append(_number(frames[place]))
    return told


def _number(frame: Frame) -> int:
    count = frame.victim.count
    return 0 if count is None or count.vague is not None else count.low or 0


def _is_spelled(part: Frame, sentence: Sentence, frames: Sequence[Frame]) -> bool:
    """True for a part that a dash, a colon or a comma opens: what is listed after it are parts too."""
    if part.part_of is None or frames[part.part_of].victim.end > part.victim.start:
        return False
    whole = frames[part.part_of].victim
    gap = sentence.words[whole.end - sentence.start : part.victim.start - sentence.start]
    opened = re.match(r"\s*(?:[–—:(]|-{1,2}\s)", gap) or (whole.noun in _GENERIC and gap.startswith(","))
    return bool(opened) and not re.search(r"[–—;)]|\bincluding\b", gap.strip()[1:])


def _is_span(first: Frame, second: Frame, sentence: Sentence) -> bool:
    """True for "between 20 civilians and 30 civilians": one noun twice is no list, but for "10 others"."""
    if _OTHERS.search(second.victim.words):
        return False
    before = sentence.words[: first.victim.start - sentence.start]
    nouns = {first.victim.noun, second.victim.noun}
    # Two names have no noun, and are two people: "Anna Hill, Mark Hill and their three children".
    alike = (len(nouns) == 1 and "" not in nouns) or nouns <= _GENERIC
    if alike and len(nouns) > 1 and _number(first) == 1 < _number(second):
        return False  # "*a member* of his guard and *two civilians*": one and two are no span
    return alike or _BETWEEN.search(before) is not None


def _is_beside(gap: str) -> bool:
    return len(gap) <= _FARTHEST and _BESIDE.search(gap) is not None and _BREAKS.search(gap) is None


def _has_verb(first: Frame, second: Frame, sentence: Sentence) -> bool:
    if sentence.doc is None:
        return False
    start, end = first.victim.end - sentence.start, second.victim.start - sentence.start
    return any(token.tag_ in _FINITE for token in words_between(sentence.doc, start, end))
