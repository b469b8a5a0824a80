"""Whom a harm befell that the sentence tells once: "two rebels were killed, *as were seven soldiers*".

So too the other side's dead where only a side or a loss is said of them: "on the army side, *thirteen*", "the army
lost nine men, *the rebels five*", "killed six rebels *for the loss of two* of their own".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model.claims import Count, Coverage
from rashomon.reading.counts import CountFound
from rashomon.reading.harm.values import Frame, as_own, with_owner
from rashomon.reading.languages.en.other_accounts import SPEAKERS, find_other_account
from rashomon.reading.people.groups import Group, number_group
from rashomon.reading.sentences.held_words import HeldPattern
from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.sentences.word_index import words_between

_SIGNS = HeldPattern(
    r"\bas (?:were|was) |\bso (?:were|was) |\b(?:loss|cost|price) of |, against |\bside,? |\blost\b|\blosing\b"
    r"|\b(?:counted|recorded|registered|mourned) "
    r"|\bpursuit\b|\bcounter-?attack|\bexchange of fire|\bshoot-?out|\bfighting that|\bclash that|\breturn fire"
)
"""What a sentence holds that tells so of anybody."""
_AS_WERE = re.compile(r"[^.;]{0,120}?,? (?:as|and so) (?:were|was) (?:at least |about |some )?")
_AND_IN = re.compile(
    r"(?:(?!\b(?:between|with|against|by|from|of|to|for)\b)[^.;,]){0,90}?(?:,? and|,? while) (?:the )?"
)
_IN_SECOND = re.compile(
    r" (?:in|during) (?:the|an|a|their)(?: [\w-]+){0,2}? (?:pursuit|counter-?attack|exchange of fire|shoot-?out"
    r"|return fire|(?:fighting|clash) that)\b"
)
_AT_COST = re.compile(
    r"[^.;]{0,90}? (?:for|with|at) (?:the|a) (?:loss|cost|price) of (?:the lives of )?(?:at least |about |some )?"
)
_OF_OWN = re.compile(r" of (?:their|its|his) (?:own|number|men|fighters|soldiers|comrades|members)\b")
_AGAINST = re.compile(r"[^.;]{0,90}?, against (?:at least |about |some )?")
_ON_A_SIDE = re.compile(r" (?:on|among|for) the (?:[\w-]+ ){1,2}?(?:side|ranks)\b|(?=[.;])")
_SIDE_FIRST = re.compile(
    r"[^.;]{0,90}?[,;] (?:and |while |but )?on the (?:[\w-]+ ){1,3}?side,? (?:at least |about |some )?"
)
_OTHER_LOST = re.compile(
    r"(?: (?:in|on|among|within) (?:its|their)(?: own)? (?:ranks|side))?,? (?:and |while |but )?"
    r"(?:the (?:[\w-]+ ){1,3}?|(?:[A-Z][\w'’-]*[a-zA-Z] ){1,3}?)(?:at least |about |some )?"
)
_ENDS = re.compile(r"(?: (?:men|of (?:their|its) (?:own|men)))?(?: (?:were killed|died))?(?:[.,;]|\Z)")


def untold(
    frames: Sequence[Frame], groups: Sequence[Group], counts: Sequence[CountFound], sentence: Sentence
) -> list[Frame]:
    """Frames of all those whom a sentence counts without a word of harm of their own."""
    if not frames:
        return list(_figure_given(counts, sentence))
    found = list(_told_once(frames, groups, counts, sentence)) or list(_more(frames, counts, sentence))
    found += _as_many(frames, sentence)
    return [*(found or _told_by_others(frames, counts, sentence)), *_at_most(frames, counts, sentence)]


def _told_once(
    frames: Sequence[Frame], groups: Sequence[Group], counts: Sequence[CountFound], sentence: Sentence
) -> Iterator[Frame]:
    """Frames of those whom the last harm told befell too, though no word of harm is said of them."""
    last = next((frame for frame in reversed(frames) if frame.facet == "killed"), None)
    if last is None or _SIGNS.search(sentence.words) is None or not _is_plain(last.victim.count):
        return
    begin = max(last.end, last.victim.end) - sentence.start
    known = [(frame.victim.start, frame.victim.end) for frame in frames]
    for group in groups:
        start = group.start - sentence.start
        if start < begin or group.kind != "people" or not _is_plain(group.count):
            continue
        gap = sentence.words[begin:start]
        if not any(a <= group.start < b for a, b in known) and _befell_group(gap, group, last, sentence):
            victim = as_own(group, last.agents) if _AT_COST.fullmatch(gap) else group
            yield replace(last, victim=victim, part_of=None, listed=True)
            return
    for found in counts:
        start = sentence.start + found.start
        if found.start < begin or found.kind != "number" or not _is_plain(found.count):
            continue
        if any(a <= start < b for a, b in known) or any(g.start <= start < g.end for g in groups):
            continue
        owner = _whose_number(sentence.words[begin : found.start], found, last, groups, sentence)
        if owner is not None:
            number = with_owner(number_group(sentence, found), owner)
            plain = number.categories and last.victim.categories
            coverage: Coverage = "unknown" if plain else "increment"
            yield replace(last, victim=number, part_of=None, coverage=coverage, elided=True)
            return


def _as_many(frames: Sequence[Frame], sentence: Sentence) -> list[Frame]:
    """The frame of "four guards were killed and *as many* wounded": the number told before them."""
    told = _AS_MANY.search(sentence.words) if "as many" in sentence.words else None
    before = [
        f for f in frames if told and f.end <= sentence.start + told.start() and _is_plain(f.victim.count)
    ]
    if told is None or not before:
        return []
    facet = "wounded" if told["wounded"] else "hurt"
    start, end = sentence.start + told.start("many"), sentence.start + told.end("many")
    said = replace(before[-1].victim, start=start, end=end, words=told["many"])
    if told[facet] is None or any(f.victim.start <= start < f.victim.end for f in frames):
        return []
    at, stop = sentence.start + told.start(facet), sentence.start + told.end(facet)
    return [replace(before[-1], facet="wounded", victim=said, start=at, end=stop, part_of=None)]


_AS_MANY = re.compile(
    r"\band (?:(?P<wounded>wounded|injured|wounding|injuring) )?(?P<many>as many)\b(?! as\b)"
    r"(?:(?: others| more| people)?(?: were| was)?(?: also)? (?P<hurt>wounded|injured|hurt)\b)?"
)


def _more(frames: Sequence[Frame], counts: Sequence[CountFound], sentence: Sentence) -> Iterator[Frame]:
    """The frame of "two guards died at the gate and *three more* when their truck hit a mine"."""
    last = frames[-1]
    if " more " not in sentence.words or last.negated or not _is_plain(last.victim.count):
        return
    begin = max(last.end, last.victim.end) - sentence.start
    for found in counts:
        after = _MORE_THEN.match(sentence.words, found.end)
        if found.start < begin or after is None or not _is_plain(found.count):
            continue
        if _AND_MORE.fullmatch(sentence.words[begin : found.start]):
            number = with_owner(number_group(sentence, found), last.victim)
            yield replace(last, victim=number, part_of=None, coverage="increment", elided=True)
            return


_AND_MORE = re.compile(r"[^.;:]{0,90}?(?:,|,? and|,? while) (?:at least |about |some )?")
_MORE_THEN = re.compile(
    r" (?:more|others) (?:when|as|after|in|at|near|on|during|later|the same)\b(?! (?:were|was)\b)"
)


def _told_by_others(
    frames: Sequence[Frame], counts: Sequence[CountFound], sentence: Sentence
) -> Iterator[Frame]:
    """The frame of another speaker's bare number: "police put the toll at 15, *residents at 18*"."""
    last = next((frame for frame in reversed(frames) if frame.facet == "killed"), None)
    told = find_other_account(sentence.words) if last is not None else None
    if last is None or told is None or not last.start < sentence.start + told.start:
        return
    start, end = told.number
    if any(f.victim.start <= sentence.start + start < f.victim.end for f in frames):
        return
    for found in counts:
        if found.start <= start and end <= found.end and found.kind == "number":
            number = with_owner(number_group(sentence, found), last.victim)
            coverage: Coverage = "unknown" if last.coverage == "unknown" else "total"
            begin, stop = number.start, number.end
            yield replace(
                last, victim=number, start=begin, end=stop, coverage=coverage, part_of=None, elided=True
            )


def _figure_given(counts: Sequence[CountFound], sentence: Sentence) -> Iterator[Frame]:
    """The frame of "residents put *the number at 23*": of the dead, if it was they whom the text told of before."""
    given = _GIVEN.search(sentence.words)
    doc = sentence.doc
    found = next((c for c in counts if given is not None and c.start == given.end()), None)
    if given is None or doc is None or found is None or found.kind != "number":
        return
    word = words_between(doc, *given.span("word"))[0]
    start, end = given.span("word")
    yield Frame(
        facet="killed",
        sentence=sentence.index,
        token=word.i,
        start=sentence.start + start,
        end=sentence.start + end,
        victim=number_group(sentence, found),
        coverage="total",
    )


_GIVEN = HeldPattern(
    r"\b(?:(?:put|puts|placed|set) the|(?:gave|give|gives|cited|reported) an? (?:\w+ )?(?:higher|lower|different)"
    r"|the (?:true|real|actual)) (?P<word>number|figure|total|count) (?:at|of|is|was) "
)


def _at_most(frames: Sequence[Frame], counts: Sequence[CountFound], sentence: Sentence) -> Iterator[Frame]:
    """The hedged frame of "at least nine, *possibly 14*, were killed", "but the number may be as high as *14*"."""
    last = next((frame for frame in reversed(frames) if frame.facet == "killed"), None)
    if last is None or not _is_plain(last.victim.count) or _DOUBTS.search(sentence.words) is None:
        return
    for found in counts:
        start = sentence.start + found.start
        gap = sentence.words[last.victim.end - sentence.start : found.start]
        possibly = _AND.fullmatch(gap) and _POSSIBLY.match(sentence.words, found.start)
        if found.kind != "number" or not (possibly or _MAY_BE.search(gap)):
            continue
        if not any(f.victim.start <= start < f.victim.end for f in frames):
            victim = with_owner(number_group(sentence, found), last.victim)
            end = victim.end
            yield replace(last, victim=victim, start=start, end=end, certainty="hedged", part_of=None)


_DOUBTS = HeldPattern(
    r"\b(?:possibly|perhaps|maybe|potentially)\b|\b(?:may|might|could) (?:well )?(?:be|have)\b"
)
_AND = re.compile(r",? (?:and |but |or )?")
_POSSIBLY = re.compile(r"(?:possibly|perhaps|maybe|potentially)\b")
_MAY_BE = re.compile(
    r"\bthe (?:\w+ )?(?:number|toll|figure) (?:may|might|could) (?:well )?(?:be|have been|have reached)"
    r"(?: as high as| as many as)? \Z"
)


def _is_plain(count: object) -> bool:
    return isinstance(count, Count) and count.vague is None and bool(count.low)


def _befell_group(gap: str, group: Group, last: Frame, sentence: Sentence) -> bool:
    if _AS_WERE.fullmatch(gap):
        return True
    if _AT_COST.fullmatch(gap):
        return group.status == "combatant" or group.noun in {"man", "men"}
    if _AGAINST.fullmatch(gap):
        return _are_of_two_sides(group, last.victim)
    if _is_loss(last, sentence) and _OTHER_LOST.fullmatch(gap):
        return group.status == "combatant"
    after = _IN_SECOND.match(sentence.words, group.end - sentence.start)
    return after is not None and _AND_IN.fullmatch(gap) is not None


def _are_of_two_sides(one: Group, two: Group) -> bool:
    fighters = one.status == two.status == "combatant"
    return fighters and one.categories != two.categories


def _whose_number(
    gap: str, found: CountFound, last: Frame, groups: Sequence[Group], sentence: Sentence
) -> Group | None:
    """Whose so many were; a group of nobody known where only "their own" is said."""
    words = sentence.words
    if _AT_COST.fullmatch(gap) and _OF_OWN.match(words, found.end):
        return last.agents[0] if len(last.agents) == 1 else _nobody(found, sentence)
    if _AGAINST.fullmatch(gap) and _ON_A_SIDE.match(words, found.end):
        return _near(groups, found.end, sentence) or _nobody(found, sentence)
    if not _ENDS.match(words, found.end):
        return None
    if _is_counted(last, sentence) and SPEAKERS.intersection(gap.lower().split()):
        return None  # "the hospital counted three dead, *the mayor* two": another account of the same people
    if _SIDE_FIRST.fullmatch(gap) or (_is_loss(last, sentence) and _OTHER_LOST.fullmatch(gap)):
        begin = max(last.end, last.victim.end)
        before = [g for g in groups if g.end - sentence.start <= found.start and g.start >= begin]
        return next(iter(before), None) or _nobody(found, sentence)
    return None


def _is_loss(frame: Frame, sentence: Sentence) -> bool:
    """True for those whom a side "lost", and for the dead it "counted"."""
    lost = sentence.doc is not None and sentence.doc[frame.token].lemma_ == "lose"
    return lost or _is_counted(frame, sentence)


def _is_counted(frame: Frame, sentence: Sentence) -> bool:
    return _COUNTED.search(sentence.words, 0, frame.victim.start - sentence.start) is not None


_COUNTED = re.compile(r"\b(?:counted|recorded|registered|mourned) (?:at least |about |some )?\Z")


def _near(groups: Sequence[Group], end: int, sentence: Sentence) -> Group | None:
    return next((group for group in groups if 0 <= group.start - sentence.start - end < _WITHIN), None)


_WITHIN = 10


def _nobody(found: CountFound, sentence: Sentence) -> Group:
    return number_group(sentence, found)
