"""A list of people that the parser took apart: "killed a mayor, *a relative of his and two guards*".

One person, a comma and another noun look like one man called by two words ("a mayor, a relative of the governor,").
What follows "and" without a comma before it, with a number or an article, tells that they are several.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.claims import Count
from rashomon.reading.harm.values import Frame
from rashomon.reading.languages.en.harm_words import SAYING
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.parsing import Sentence

_NEXT = re.compile(r", (?P<slip>am |teh |hte |te |aa |ab )?")
"""Before the next of a list; an article may be written wrong."""
_SINGLE = re.compile(r"(?:an?|one|his|her|their|its|the|teh|hte|another) ", re.I)
_WHOSE = r"(?: of (?:his|hers?|theirs?|its|the)(?: (?!and\b)[\w’'-]+){0,2})?"
_LAST = re.compile(rf"{_WHOSE} and ")
_HIS = re.compile(r"(?:his|her|their|its) ", re.I)
_LAST_OF_HIS = re.compile(r" of \Z")
_OF_HIS = re.compile(r"(?:his|hers|theirs) and ", re.I)
_TOLD_NEW = re.compile(r"(?:an?|another|at least|about|\d+|[a-z]+(?:-[a-z]+)?) ", re.I)
_PARENT = re.compile(
    r"an? (?:father|mother|parent|resident|native|member|graduate|veteran)\b(?! of (?:his|her|their)\b)", re.I
)
"""What tells again of somebody: "a soldier, *a father* of two and a cook"."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def with_torn_lists(frames: Sequence[Frame], groups: Sequence[Group], sentence: Sentence) -> list[Frame]:
    """The frames, with the rest of a list that one person opens, of whom alone the parser saw the harm."""
    if ", " not in sentence.words or " and " not in sentence.words or sentence.doc is None:
        return list(frames)
    found = list(frames)
    for frame in frames:
        if frame.negated or not _is_one(frame.victim) or frame.victim.kind != "people":
            continue
        rest = _rest_of(frame, groups, sentence)
        known = {other.victim.start for other in found if other.facet == frame.facet}
        found += [replace(frame, victim=g, part_of=None) for g in rest if g.start not in known]
    return found


def _rest_of(frame: Frame, groups: Sequence[Group], sentence: Sentence) -> list[Group]:
    """Those listed after the first; none where no last one stands after "and"."""
    told: list[Group] = []
    place = frame.victim.end
    for group in sorted((g for g in groups if g.start >= place), key=lambda g: g.start):
        if group.start < place or group.count is None:
            continue
        gap = sentence.words[place - sentence.start : group.start - sentence.start]
        of_his = _LAST_OF_HIS.fullmatch(gap) is not None and _OF_HIS.match(group.words) is not None
        last = _LAST.fullmatch(gap.replace(", and", " and") if told and _HIS.match(told[-1].words) else gap)
        if told and (of_his or (last and _TOLD_NEW.match(group.words))):
            return [*told, _without_his(group)] if _ends_list(frame, group, sentence) else []
        opened = _NEXT.fullmatch(gap)
        if opened is not None and _is_one(group) and (opened["slip"] or _SINGLE.match(group.words)):
            if _PARENT.match(group.words + sentence.words[group.end - sentence.start :]):
                return []
            told.append(_counted(group))
            place = group.end
        elif not (told and gap == " of "):  # "a member *of his guard*"
            return []
    return []


def _is_one(group: Group) -> bool:
    return group.count is not None and (group.count.low, group.count.high) == (1, 1)


def _counted(group: Group) -> Group:
    return replace(group, count=Count(low=1, high=1, as_written=group.words))


def _without_his(group: Group) -> Group:
    """The "two guards" of "a relative of *his and two guards*", which the parser takes for one phrase."""
    his = _OF_HIS.match(group.words)
    if his is None:
        return group
    return replace(group, start=group.start + his.end(), words=group.words[his.end() :], definite=False)


def _ends_list(frame: Frame, last: Group, sentence: Sentence) -> bool:
    """False where the last one does something else: "killed a mayor, a guard and *two women fled*"."""
    doc = sentence.doc
    if doc is None:
        return False
    begin = last.end - sentence.start
    after = next((token for token in doc if token.idx >= begin), None)
    if after is None or after.tag_ not in _FINITE:
        return True
    noun = doc[frame.token].pos_ in {"NOUN", "PROPN"}
    return noun and frame.token < last.head and after.lemma_.lower() not in SAYING
