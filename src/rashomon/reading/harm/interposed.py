"""The people a clause counts before it says, between commas or dashes, who they were.

"At least nine villagers, most of them children and all of one family, were killed": the parser takes the
children, or the family, for those killed. The number told first stands, and the others are of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.reading.harm.values import Frame, is_dependent, is_of_another_calling
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.sentences.word_index import words_between

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENS = re.compile(
    r"(?:\s+(?:of|from|in|belonging to|related to|spanning|representing|comprising|forming|making up|living in"
    r"|staying in|sheltering (?:in|at)|who belonged to)\b[^,;:()–—]{0,90}?)?\s*"
    r"(?P<mark>[–—:(]|-{1,2}\s"
    r"|,?\s*(?:including|among(?:st)? (?:them|whom|which)(?!,? (?:and|while|but) |[;,]))\b|,)\s*",
    re.I,
)
"""What may stand between the people counted and those told of as some of them. "Nine died, two clerks *among them*,
and six were hurt": the clerks themselves are some of those before."""
_SAYS_WHO = re.compile(
    r"(?:forming|comprising|spanning|representing|making up|members of|relatives|residents of"
    r"|of (?:them|whom|which)|all|both|most(?:ly)?|many|some|half|several|among|including|at least|the majority"
    r"|\d|[A-Z]"
    r"|his|her|their|an?\s|the\s|one|two|three|four|five|six|seven|eight|nine|ten)",
)
_CLOSED_LIST = re.compile(r"\b(?:as well as|along with|together with|alongside)\b[^,–—]*$", re.I)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_HELPING = frozenset({"were", "was", "are", "have", "had", "has", "been", "being", "is"})


def with_heads(frames: Sequence[Frame], groups: Sequence[Group], sentence: Sentence) -> list[Frame]:
    """The frames, with the people counted before those that the parser found, and these as parts of them."""
    found = list(frames)
    if sentence.doc is None:
        return found
    for facet, token in sorted({(f.facet, f.token) for f in frames if f.victim.end <= f.start}):
        here = [i for i, f in enumerate(found) if (f.facet, f.token) == (facet, token)]
        head = _head_of([found[i] for i in here], groups, sentence)
        if head is None:
            continue
        whole = len(found)
        first = found[here[0]]
        found.append(
            replace(first, victim=head, coverage="unknown", part_of=None, listed=False, elided=False)
        )
        for i in here:
            found[i] = _beside_or_part(found[i], head, whole, sentence)
            if found[i].listed:
                found[whole] = replace(found[whole], listed=True)
    return found


def _head_of(frames: Sequence[Frame], groups: Sequence[Group], sentence: Sentence) -> Group | None:
    """The people counted first in the clause, if those of the frames only say who some of them were."""
    first = min(frame.victim.start for frame in frames)
    if sentence.doc is None or any(frame.victim.end > frame.start for frame in frames):
        return None
    if any(is_counted(frame.victim) and frame.victim.start == first for frame in frames):
        own = next(frame.victim for frame in frames if frame.victim.start == first)
        if (
            not is_dependent(own, sentence)
            and not _follows_mark(own, sentence)
            and not _is_told_of(own, sentence)
        ):
            return None
    for group in sorted(groups, key=lambda group: group.start):
        verb = sentence.doc[frames[0].token]
        if group.end > first or not _leads(group, sentence):
            continue
        apart = _WHOM_CLAUSE.match(sentence.words, group.end - sentence.start)
        if _says_who(group, first, sentence) and (apart or not _has_verb(group, verb)):
            return group
    return None


_WHOM_CLAUSE = re.compile(r",? (?:\w+ )?of whom [^,;.]{0,60}, (?:were|was|have|had)\b")
"""Between the people counted and their verb: ", of whom one was a nurse, were"."""


def _leads(group: Group, sentence: Sentence) -> bool:
    """True for people counted who may be a clause's subject: not "a fight *with* 20 rebels", "*hit* two cars"."""
    if sentence.doc is None or not is_counted(group) or is_dependent(group, sentence):
        return False
    start = group.start - sentence.start
    before = words_between(sentence.doc, 0, start)
    return not before or before[-1].pos_ not in {"ADP", "VERB", "AUX"}


def is_counted(group: Group) -> bool:
    """True for several people with a number."""
    count = group.count
    if group.kind != "people" or count is None or count.vague is not None:
        return False
    return max(count.low or 0, count.high or 0) > 1


def _follows_mark(group: Group, sentence: Sentence) -> bool:
    before = sentence.words[: group.start - sentence.start].rstrip()
    return before.endswith((",", "–", "—", "(", "and"))


_TOLD_OF = re.compile(
    r"\b(?:(?:including|among(?:st)? (?:them|whom|which)|most of (?:them|whom))\b[^;:–—]{0,80}?\bwith|belonging to"
    r"|related to"
    r"|spanning|representing|comprising|forming|making up)\s+(?:at least\s+)?$",
    re.I,
)


_OF_WHOM = re.compile(
    r"\s+(?:belonging to|related to|spanning|representing|comprising|forming|making up)\s+(?:at least\s+)?",
    re.I,
)


def _is_told_of(group: Group, sentence: Sentence) -> bool:
    """True for those who only say more: "including a mother with *her four children*", "forming *two households*"."""
    return _TOLD_OF.search(sentence.words[: group.start - sentence.start]) is not None


def _says_who(group: Group, first: int, sentence: Sentence) -> bool:
    """True where a mark, and who they were, follow the people counted."""
    after = sentence.words[group.end - sentence.start :]
    if _is_in_brackets(after[: first - group.end]):
        return False
    if _OF_WHOM.fullmatch(after[: first - group.end]):
        return True
    opened = _OPENS.match(after)
    if opened is None or group.end + opened.start("mark") > first:
        return False
    between = after[opened.end() : first - group.end]
    mark = opened["mark"].strip(" ,").lower()
    return bool(mark) or (_SAYS_WHO.match(after[opened.end() :]) is not None and ";" not in between)


def _is_in_brackets(between: str) -> bool:
    """True where a bracket closes that stands open: "7 dead (*4 guards*, 3 rebels), 5 injured" hurts no guard."""
    return ")" in between and between.find("(") in {-1, *range(between.find(")"), len(between))}


def _has_verb(group: Group, verb: Token) -> bool:
    """True where another verb stands between, so that the people counted are those of another clause."""
    end = verb.i
    while end > 0 and (
        verb.doc[end - 1].lower_ in _HELPING or verb.doc[end - 1].pos_ in {"AUX", "ADV", "PART"}
    ):
        end -= 1
    reported = verb.doc[end - 1].lower_ in {"reported", "confirmed", "said"} if end > 0 else False
    end -= reported
    return any(
        token.tag_ in _FINITE and token.lower_ not in {"aged"} for token in verb.doc[group.head + 1 : end]
    )


def _beside_or_part(frame: Frame, head: Group, whole: int, sentence: Sentence) -> Frame:
    if frame.coverage == "subset" and frame.part_of is not None:
        return frame
    between = sentence.words[head.end - sentence.start : frame.victim.start - sentence.start]
    # "Six soldiers, four rebels killed": no rebel is one of the soldiers.
    if _CLOSED_LIST.search(between) or is_of_another_calling(head, frame.victim):
        return replace(frame, listed=True)
    return replace(frame, coverage="subset", part_of=whole)
