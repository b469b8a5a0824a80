"""Numbers of harm that the order of words gives: "nine deaths", "fatalities: 9", "three on the other side"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from rashomon.model.claims import Count
from rashomon.reading.counts import CountFound
from rashomon.reading.harm.values import Frame, listed_after, with_owner
from rashomon.reading.harm.victim_order import verb_between
from rashomon.reading.people.groups import Group, number_group
from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.sentences.word_index import words_between

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTED = re.compile(r"[,;:.]|\band\b")
_AFTER = re.compile(
    r"\s*(?::|=|(?:(?:is|are|was|were|has been|have been|being)\s+)?"
    r"(?:coded|recorded|counted|estimated|put|set|given|listed|numbered|numbering|totall?ing)"
    r"(?:\s+(?:as|at|to be|to))?(?:\s+an?)?"
    r"(?:\s+(?:low|lowest|high|conservative|initial|minimum)?\s*(?:estimate|figure) of)?)\s*",
    re.I,
)
"""Between a plural noun of harm and the number that is said to be theirs."""


def number_of(
    noun: Token, counts: Sequence[CountFound], groups: Sequence[Group], sentence: Sentence
) -> Group | None:
    """The number before a noun of harm, or else the one that the words after it give it."""
    for found in reversed(counts):
        gap = sentence.words[found.end : noun.idx]
        if found.end > noun.idx or len(gap) > 40 or len(gap.split()) > 3:
            continue
        if _PARTED.search(gap) and not (_counts_some(found) and _DEAD_AND.fullmatch(gap)):
            continue
        if found.count.high == 0 and (noun.dep_ == "compound" or _NOT_NONE.search(gap)):
            return None  # "no casualty figures were given"
        if not verb_between(noun.doc, found.end, noun.idx) and not _counts_others(found, noun, groups):
            return number_group(sentence, found)
    return _number_after(noun, counts, groups, sentence)


_NOT_NONE = re.compile(
    r"\b(?:on|about|regarding|concerning|for|as to|serious|major|severe|grave|significant|threatening|critical)\b",
    re.I,
)
"""After a "no" that denies no harm: "no word *on* casualties" was had, "no *serious* injuries" leave slight ones."""
_DEAD_AND = re.compile(r"[”\"'’]?(?: of)? (?:deaths|fatalities|martyrs) and ", re.I)


def _counts_some(found: CountFound) -> bool:
    """True for "a number of deaths *and injuries*": no number that the two would share."""
    count = found.count
    return isinstance(count, Count) and (count.vague == "several" or (count.low == 1 and count.high is None))


def _counts_others(found: CountFound, noun: Token, groups: Sequence[Group]) -> bool:
    """True where the number is that of people named before the noun."""
    tokens = words_between(noun.doc, found.start, found.end)
    return any(
        group.first <= token.i <= group.head and group.head < noun.i and group.kind == "people"
        for group in groups
        for token in tokens
    )


def _number_after(
    noun: Token, counts: Sequence[CountFound], groups: Sequence[Group], sentence: Sentence
) -> Group | None:
    """The number of "fatalities: nine", or the people of "fatalities: two guards"."""
    if noun.tag_ not in {"NNS", "NNPS"}:
        return None
    end = noun.idx + len(noun.text)
    after = next((found for found in counts if found.start >= end), None)
    if after is None or not _AFTER.fullmatch(sentence.words[end : after.start]):
        return None
    start = sentence.start + after.start
    counted = next((one for one in groups if one.kind == "people" and one.start == start), None)
    return counted or number_group(sentence, after)


def all_listed(first: Group, noun: Token, groups: Sequence[Group], sentence: Sentence) -> list[Group]:
    """All the people that "fatalities: two guards, *five rebels*" lists; only the first where a verb follows."""
    if first.kind != "people" or first.first < noun.i:
        return [first]
    rest = listed_after([group for group in groups if group.start >= first.end], sentence, first.end)
    end = rest[-1].end if rest else first.end
    closed = _CLOSES.match(sentence.words, end - sentence.start)
    return [first, *(group for group in rest if closed and group.kind == "people")]


_CLOSES = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:[.;]|\Z)")


_EACH_SIDE = re.compile(
    r"[^.;]{0,60}?\b(?:on|in|by|from|for|to|among) each (?:of the two )?(?:side|camp|party|group)s?\b", re.I
)
_EACH_OF = re.compile(r"[^.;]{0,40}?\b(?:in|at|on|from) each of (?:the|these|those|its|their)?\s*$", re.I)


def for_each(frame: Frame, counts: Sequence[CountFound], sentence: Sentence) -> Frame:
    """The frame with the number that "one *on each side*", "two *in each of the three villages*" comes to."""
    count = frame.victim.count
    if count is None or count.vague is not None or not count.low or "each" not in sentence.words:
        return frame
    start = frame.victim.end - sentence.start
    times = 2 if _EACH_SIDE.match(sentence.words, start) else None
    for found in counts if times is None else ():
        if found.start > start and _EACH_OF.fullmatch(sentence.words, start, found.start):
            times = found.count.low if found.count.vague is None else None
    if times is None:
        return frame
    high = None if count.high is None else count.high * times
    return replace(
        frame, victim=replace(frame.victim, count=replace(count, low=count.low * times, high=high))
    )


_PLACED = r"(?: (?:in|at|near|outside|around) (?:the )?(?:[\w'’-]+ ){0,2}?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
_IN_PLACE = re.compile("(?: more| others)?" + _PLACED)
_NEXT_PLACE = re.compile(
    _PLACED
    + r"(?: (?:early |late )?(?:on )?\w+day(?: (?:morning|evening|night))?)?(?:,|,? and) (?:then )?(?:another )?"
)


_AT_ONCE = re.compile(r" (?:at once|instantly|immediately|outright|on the spot|at the scene)(?:,|,? and|;) ")
_IN_HOSPITAL = re.compile(
    r" (?:later |more )?(?:(?:in|at|on the way to|en route to) (?:an? |the )?(?:[\w-]+ )?(?:hospital|clinic)"
    r"|of (?:their|his|her) (?:wounds|injuries))\b"
)
_NEXT_BLOW = re.compile(
    r"[^.;]{0,60}?(?:[,;]|,? and|,? while|,? but) (?:the|a) (?:second|third|fourth|fifth|other|latter|last|next|final)"
    r"(?: (?:one|blast|bomb(?:ing|er)?|explosion|attack|raid|(?:air ?)?strike|mine|ambush|shell|rocket|missile|drone"
    r"|device|incident|clash))? (?:another |some |about |at least )?"
)
_AND_THEN = re.compile(
    r"[^.;:]{0,60}?(?:,? and(?:,? (?:then|later),?)? |,? then |, later )(?:another )?", re.I
)
_MORE_OF_THEM = re.compile(
    r" (?:more|others)(?= ?[.,;]| ?\Z| (?:in|at) [A-Z]"
    r"| (?:overnight|later|yesterday|today|on|near|after|during|outside|the (?:next|same))\b)"
)
"""Others than those just told of, of whom the verb is left out: "captured nine rebels *and five more overnight*"."""
_ENDS = re.compile(
    r"(?: (?:people|others|more|persons|civilians|soldiers))?(?:[.,;]|\Z| (?:in|at|near|and|while)\b)"
)


def told_beside(found: CountFound, frames: Sequence[Frame], sentence: Sentence) -> Frame | None:
    """The harm of a number whose verb is told once: "two in Orle, *three in Bara*", "the second *ten*"."""
    earlier = frames[-1] if frames else None
    if earlier is None or earlier.victim.end > sentence.start + found.start:
        return None
    if not isinstance(found.count, Count) or not found.count.low:
        return None
    gap = sentence.words[max(earlier.victim.end, earlier.end) - sentence.start : found.start]
    more = _AND_THEN.fullmatch(gap) and _MORE_OF_THEM.match(sentence.words, found.end)
    placed = more or (_NEXT_PLACE.fullmatch(gap) and _IN_PLACE.match(sentence.words, found.end))
    later = _AT_ONCE.fullmatch(gap) and _IN_HOSPITAL.match(sentence.words, found.end)
    if not (placed or later) and not (_NEXT_BLOW.fullmatch(gap) and _ENDS.match(sentence.words, found.end)):
        return None
    if any(frame.victim.start >= sentence.start + found.start for frame in frames):
        return None
    victim = with_owner(number_group(sentence, found), earlier.victim)
    if earlier.victim.kind == "number" and not victim.categories:
        # Of nobody in particular: it adds to the number before.
        start, end = victim.start, victim.end
        return replace(earlier, victim=victim, start=start, end=end, part_of=None, coverage="increment")
    return replace(earlier, victim=victim, part_of=None, elided=True, listed=True)


def mark_blows(frames: Sequence[Frame], sentence: Sentence) -> list[Frame]:
    """The frames, the numbers of one blow and the next marked as told beside each other."""
    marked = list(frames)
    for place, (one, two) in enumerate(pairwise(frames)):
        gap = sentence.words[one.victim.end - sentence.start : two.victim.start - sentence.start]
        if (one.facet, one.token) == (two.facet, two.token) and _NEXT_BLOW.fullmatch(gap):
            marked[place : place + 2] = [replace(marked[place], listed=True), replace(two, listed=True)]
    return marked


_CARRIED = frozenset("occupant passenger traveller traveler rider".split())
_CARRYING = re.compile(
    r"\b(?:carrying|transporting|with|conveying|bringing)\s+(?:(?:at least|about|some)\s+)?$", re.I
)


def as_carried(victim: Group, groups: Sequence[Group], sentence: Sentence) -> Group:
    """ "the occupants" of a vehicle "carrying four traders" are those four."""
    if (
        victim.noun not in _CARRIED
        or not victim.definite
        or victim.count is None
        or victim.count.vague is None
    ):
        return victim
    for group in reversed([g for g in groups if g.end <= victim.start and g.kind == "people"]):
        counted = group.count is not None and group.count.vague is None and (group.count.low or 0) > 1
        if counted and _CARRYING.search(sentence.words[: group.start - sentence.start]):
            return replace(victim, count=group.count)
    return victim


def as_both(victim: Group, harm: Token) -> Group:
    """ "The couple's sons *both* died": two, where the noun alone tells of several."""
    if victim.count is None or victim.count.vague != "plural" or not victim.head < harm.i:
        return victim
    between = harm.doc[victim.head + 1 : harm.i]
    if len(between) > _BOTH_WITHIN or all(word.lower_ != "both" for word in between):
        return victim
    return replace(victim, count=Count(low=2, high=2, as_written="both"))


_BOTH_WITHIN = 4
"""Words between a noun and its verb, "both" and auxiliaries among them."""


def with_nobody(frame: Frame, before: Sequence[Frame]) -> Frame:
    """The frame, a denied one that says of how many as a count of 0: "*no one* was killed", "did not hurt *anybody*".

    ``before``: the sentence's frames so far; who stands beside nobody in them is nobody too.
    """
    count = frame.victim.count
    if not frame.negated:
        return frame
    if count is not None and count.low == 0 and count.high == 0:
        return replace(frame, negated=False)
    beside = any(
        one.token == frame.token and one.victim.count is not None and one.victim.count.high == 0
        for one in before
    )
    if _ANY.match(frame.victim.words) is None and not (
        beside and count is not None and count.vague == "plural"
    ):
        return frame
    nought = Count(low=0, high=0, as_written=frame.victim.words)
    return replace(frame, negated=False, victim=replace(frame.victim, count=nought))


_ANY = re.compile(r"any(?:one|body)?\b", re.I)
