"""Figures that add to what was told before ("three more", "also"), and those that only tell it again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.claims import Count, Coverage
from rashomon.reading.claims.died_of_wounds import AT_ONCE, Covered, coverage_of_later_death, dies_later
from rashomon.reading.claims.drafts import Draft, number_of, person_of
from rashomon.reading.claims.one_more import completed_by, is_said_to_be_more, is_some_of_all
from rashomon.reading.harm.values import Frame, is_of_another_calling
from rashomon.reading.languages.en import adding_words as words
from rashomon.reading.languages.en.counts import find_counts
from rashomon.reading.languages.en.words import KIN
from rashomon.reading.sentences.parsing import Sentence


def told_again_in(frame: Frame, person: str | None, drafts: Sequence[Draft]) -> int | None:
    """The happening where the same was told of the same person: "*the arrested leader* had planned a bombing"."""
    inside = frame.victim.start <= frame.start and frame.end <= frame.victim.end
    if person is None or frame.negated or not (inside and frame.victim.definite):
        return None
    for draft in drafts:
        alike = draft.facet == frame.facet and not draft.negated and len(draft.happenings) == 1
        if alike and person_of(draft) == person:
            return draft.happenings[0]
    return None


def is_told_as_more(frame: Frame) -> bool:
    """True for "one more victim", who is none of those told of before; "another man" may be one of them."""
    return words.BESIDE.search(frame.victim.words) is not None or _is_next_in_order(frame)


def _is_next_in_order(frame: Frame) -> bool:
    """True for the "a third" of "took two men and arrested a third"."""
    return words.NEXT_IN_ORDER.fullmatch(frame.victim.words) is not None


def adds_to_earlier(frame: Frame, sentence: Sentence, text: str) -> bool:
    """True for "three *more* died", "*another* two were killed", "four militants were *also* killed"."""
    if frame.coverage != "unknown" or frame.victim.kind == "pronoun":
        return False
    if is_said_to_be_more(frame, text):
        return True
    start, end = sorted((frame.start - sentence.start, frame.victim.start - sentence.start))
    between = sentence.words[start:end]
    if frame.facet == "killed" and (
        words.HURT_BEFORE.search(between) or dies_later(frame, sentence.words, start)
    ):
        return True  # "the two *wounded* later succumbed": they were not among the dead so far
    if words.IN_TURN.search(sentence.words[: frame.start - sentence.start]):
        return True
    if _is_next_in_order(frame) or words.SAME_DAY.match(sentence.words[: max(start, 0)]):
        return True
    if frame.facet == "killed" and frame.victim.kind == "number" and words.BESIDE.search(between):
        return True  # "12 more perished"
    if (
        words.DONE_TOO.match(sentence.words, frame.end - sentence.start) is not None
        or words.MORE.search(frame.victim.words) is not None
    ):
        return True
    said = words.ALSO.search(between) or words.MORE_AFTER.match(between)
    return said is not None or words.ALSO_DID.search(sentence.words[:start]) is not None


def is_none_of_those_told(
    frame: Frame, person: str | None, drafts: Sequence[Draft], sentence: Sentence
) -> bool:
    """True for "villagers *also* killed one of the attackers" after seven dead who were none of these.

    So is whoever "soldiers killed" of the attackers, after four people killed in the attack.
    """
    besides = _is_found_besides(frame, drafts, sentence) or _is_also_done(frame, person, drafts, sentence)
    if besides or _is_another_fighter(frame, drafts, sentence):
        return True
    if frame.facet != "killed" or not _THOSE_WHO_CAME.search(frame.victim.words):
        return False
    near = sentence.words[max(0, frame.start - sentence.start - _NEAR_ALSO) : frame.end - sentence.start]
    told = [d for d in drafts if d.facet == "killed" and not d.negated]
    dead = [d for d in told if d.sentence < frame.sentence or _is_clause_before(d, frame, sentence)]
    fighters = any("militants" in one.group.categories for d in dead for one in d.about)
    count = frame.victim.count
    by_somebody = bool(frame.agents) and count is not None and count.vague is None
    besides = by_somebody or words.ALSO.search(near) is not None or " later " in f" {near}"
    return bool(dead) and not fighters and besides


def _is_found_besides(frame: Frame, drafts: Sequence[Draft], sentence: Sentence) -> bool:
    """True for "they *also found* a man dead" after three children and a woman: none of these, nor of a total."""
    told = sentence.words[: frame.victim.start - sentence.start]
    if frame.facet != "killed" or frame.victim.definite or not _ALSO_FOUND.search(told):
        return False
    dead = [d for d in drafts if d.facet == "killed" and d.sentence < frame.sentence and not d.negated]
    nouns = {one.group.noun for draft in dead for one in draft.about}
    return bool(nouns) and not nouns & {*_ANYBODY, frame.victim.noun}


_ALSO_FOUND = re.compile(r"\balso (?:found|discovered|located) \Z", re.I)


def did_it(frame: Frame, drafts: Sequence[Draft]) -> bool:
    """True for "all four attackers died" after the dead of whom it was said that gunmen killed them."""
    count = frame.victim.count
    if frame.facet != "killed" or not _THOSE_WHO_CAME.search(frame.victim.words):
        return False
    dead = [d for d in drafts if d.facet == "killed" and d.start < frame.start and not d.negated]
    plain = [d for d in dead if d.coverage == "unknown"]
    if not plain or count is None or count.vague is not None or frame.coverage != "unknown" or count.low == 1:
        return False
    if any("militants" in one.group.categories for d in dead for one in d.about):
        return False
    return all(any("militants" in one.group.categories for one in d.by) for d in plain)


def _is_also_done(frame: Frame, person: str | None, drafts: Sequence[Draft], sentence: Sentence) -> bool:
    """True for "troops *also* held a farmer" after somebody else was held, where he has not been told of yet.

    By a word of harm of its own: "a clerk was also there" tells of nobody harmed.
    """
    before = sentence.words[: frame.start - sentence.start]
    if person is None or frame.victim.definite or frame.victim.start < frame.start:
        return False
    if words.ALSO_DID.search(before) is None:
        return False
    told = [d for d in drafts if d.facet == frame.facet and d.sentence < frame.sentence and not d.negated]
    return bool(told) and all(person_of(draft) != person for draft in told)


def _is_another_fighter(frame: Frame, drafts: Sequence[Draft], sentence: Sentence) -> bool:
    """True for "one militiaman was *also* killed" after "seven militants were killed": called by another word."""
    group = frame.victim
    begin, end = group.end - sentence.start, frame.start - sentence.start
    if frame.facet != "killed" or not _SIDES.intersection(group.categories) or end <= begin:
        return False
    if words.ALSO.search(sentence.words[begin:end]) is None:
        return False
    before = [d for d in drafts if d.facet == "killed" and d.sentence < frame.sentence and not d.negated]
    nouns = {one.group.noun for d in before for one in d.about}
    return bool(nouns) and group.noun not in nouns and any(_is_plain_number(d.value) for d in before)


def _is_clause_before(draft: Draft, frame: Frame, sentence: Sentence) -> bool:
    """True for the dead of "four people died *before police killed* the gunman", told in the clause before."""
    first = min([frame.start, frame.victim.start, *(agent.start for agent in frame.agents)])
    if draft.sentence != frame.sentence or draft.end > first or not frame.agents:
        return False
    between = sentence.words[draft.end - sentence.start : first - sentence.start]
    return _NEXT_CLAUSE.search(between) is not None and _PART_OF.search(between) is None


_NEXT_CLAUSE = re.compile(r"\b(?:before|until|and|while|but|when|then)\W+(?:the |an? |\w+ )?\Z", re.I)
_PART_OF = re.compile(r"\b(?:includ\w+|among|of (?:whom|them|which))\b", re.I)
_THOSE_WHO_CAME = re.compile(
    r"\b(?:attacker|assailant|raider|gunm[ae]n|shooter|knifem[ae]n|hijacker|assaulter|invader)s?\b", re.I
)
_NEAR_ALSO = 6
"""Characters before a word of harm in which "also" may end."""


def is_of_missing(frame: Frame, drafts: Sequence[Draft]) -> bool:
    """True for "the eight bodies were found" after "three dead and eight *missing*": they are none of the three."""
    count = frame.victim.count
    if frame.facet != "killed" or frame.coverage != "unknown" or count is None or (count.low or 0) < 2:
        return False
    if not frame.victim.definite:
        return False
    before = (draft for draft in drafts if draft.sentence < frame.sentence and not draft.negated)
    return any(draft.facet == "missing" and number_of(draft) == count.low for draft in before)


def add_one(frame: Frame, drafts: Sequence[Draft], text: str) -> Coverage:
    """ "increment" for one person told of beside several dead of the same sentence, who is none of them.

    So "two were killed *and another* died", "two were killed and three wounded, *one of whom* later died".
    """
    own = [draft for draft in drafts if draft.sentence == frame.sentence and not draft.negated]
    dead = [draft for draft in own if draft.facet == "killed" and person_of(draft) is None]
    several = [draft for draft in dead if (number_of(draft) or 0) > 1 and draft.coverage == "unknown"]
    if frame.facet != "killed" or frame.coverage != "unknown" or not several or frame.listed:
        return frame.coverage
    start = frame.victim.start
    hurt = [d for d in own if d.facet in {"wounded", "casualties"} and several[0].start < d.start]
    again = any(start in {d.start, d.said_start} for d in hurt)
    at_once = (
        AT_ONCE.search(text[several[-1].end : start]) is not None and frame.victim.words.lower() == "one"
    )
    of_them = at_once or any(d.end <= start and _OF_THEM.match(text, d.end, start + 20) for d in hurt)
    if _OF_THE_HURT.match(text, start):
        of_them |= any(d.facet == "wounded" and d.end <= start and (number_of(d) or 0) > 1 for d in own)
    in_turn = words.IN_TURN.search(text[max(0, frame.start - _CLAUSE) : frame.start])
    added = again or of_them or in_turn or _ONE_MORE.search(frame.victim.words)
    return "increment" if added else frame.coverage


_CLAUSE = 90
"""Characters before a word of harm in which its clause may begin."""
_OF_THEM = re.compile(r"[^.;]{0,30}?\bone (?:of (?:them|whom|those)|of the|dying|who)\b", re.I)
_OF_THE_HURT = re.compile(r"one of (?:them|the (?:[\w-]+ )?(?:wounded|injured))\b", re.I)
_ONE_MORE = re.compile(
    r"\b(?:another|(?:a|one) (?:second|third|fourth|fifth|sixth|further|more)|more)\b", re.I
)


def coverage_of_more(frame: Frame, happening: int, drafts: Sequence[Draft], text: str) -> Covered:
    """What a figure that would add to earlier ones is, and the position of the draft it is part of, if any.

    "Four others were hurt. … The *other four* are in hospital" tells of the same four again. "Five were
    hurt. … A woman has burns. Four *other people* have cuts" spells out the five.
    """
    alike = [d for d in drafts if d.facet == frame.facet and happening in d.happenings and not d.negated]
    known = [draft for draft in alike if _is_plain_number(draft.value)]
    if not known:
        return frame.coverage, None
    count = frame.victim.count
    more = is_said_to_be_more(frame, text)
    if any(_is_told_of(draft, frame) for draft in known) and not (
        more or words.MORE.search(frame.victim.words)
    ):
        return frame.coverage, None
    if dies_later(frame, text, frame.victim.start):
        hurt = [d for d in drafts if d.facet in {"wounded", "casualties"} and happening in d.happenings]
        return coverage_of_later_death(frame, drafts, known, hurt, text)
    if _is_told_beside_dead_again(frame, known, drafts):
        return frame.coverage, None
    if count is None or not count.low or count.low < 2 or words.OTHERS.search(frame.victim.words) is None:
        return "increment", None
    if frame.victim.definite and count.vague == "plural" and frame.sentence > known[-1].sentence:
        return frame.coverage, None  # "*the others* are in hospital": whoever was told of before
    if any(_is_same_others(draft, frame, text) for draft in known) or _is_told_again(frame, known, drafts):
        return frame.coverage, None
    if all(person_of(draft) is not None for draft in known) and _are_beside_others(frame, drafts):
        return frame.coverage, None
    if (whole := _all_but_some(frame, known, drafts, text)) is not None:
        return "subset", drafts.index(whole)
    for position, whole in enumerate(known):
        after = {person for draft in known[position + 1 :] if (person := person_of(draft)) is not None}
        if person_of(whole) is None and after and (number_of(whole) or 0) >= count.low + len(after):
            return "subset", drafts.index(whole)
    return "increment", None


def _is_told_of(draft: Draft, frame: Frame) -> bool:
    """True for "the *four rebels* were *also* killed" after "four rebels and a guard were killed": these four.

    Of one side of a fight, in the very number, and told in an earlier sentence.
    """
    count = frame.victim.count
    if draft.sentence >= frame.sentence or count is None or not draft.about:
        return False
    before = draft.about[0].group
    if frame.victim.noun in KIN and before.noun == frame.victim.noun and frame.victim.definite:
        return True  # "the victim's *children* were also hurt" after "a man and his two children"
    if count.vague is not None:
        return False
    theirs, mine = ({a.actor_id for a in g.actors} for g in (before, frame.victim))
    alike = theirs & mine or _SIDES.intersection(before.categories, frame.victim.categories)
    return bool(alike) and number_of(draft) == count.low


_SIDES = frozenset({"militants", "soldiers", "police", "peacekeepers"})


def _whole_before(frame: Frame, happening: int, drafts: Sequence[Draft]) -> int | None:
    """Position of the figure told of before that a part belongs to: "four of *the dead*" after "ten died"."""
    least = (frame.victim.count.low if frame.victim.count is not None else None) or 1
    wholes = [
        position
        for position, draft in enumerate(drafts)
        if draft.facet == frame.facet
        and happening in draft.happenings
        and draft.coverage != "subset"
        and not draft.negated
        and person_of(draft) is None
        and isinstance(draft.value, Count)
        and (draft.value.high is None or draft.value.high >= least)
    ]
    return wholes[-1] if wholes else None


def _is_same_others(draft: Draft, frame: Frame, text: str) -> bool:
    """True where as many others were told of before, or "the other four" points back to as many."""
    alike = number_of(draft) == (frame.victim.count.low if frame.victim.count is not None else None)
    points_back = frame.victim.definite or words.OTHERS.search(text[draft.start : draft.end]) is not None
    return alike and points_back


def _is_told_again(frame: Frame, known: Sequence[Draft], drafts: Sequence[Draft]) -> bool:
    """True for others than somebody, of whom no fewer were told of before: "the boy died and *three others* were hurt".

    He stands in the same sentence, or his death is told between the two numbers, where they are the same.
    """
    beside = {person_of(draft) for draft in drafts if draft.sentence == frame.sentence} - {None}
    before = {person_of(draft) for draft in drafts if draft.sentence < frame.sentence}
    low = (frame.victim.count.low if frame.victim.count is not None else None) or 0
    earlier = [draft for draft in known if draft.sentence < frame.sentence]
    groups = [number_of(draft) or 0 for draft in earlier if person_of(draft) is None]
    if beside and groups and (beside & before or max(groups) >= low):
        return True
    alike = [draft.sentence for draft in earlier if number_of(draft) == low]
    deaths = (draft for draft in drafts if draft.facet == "killed" and person_of(draft) is not None)
    return bool(alike) and any(alike[-1] < draft.sentence <= frame.sentence for draft in deaths)


def _is_told_beside_dead_again(frame: Frame, known: Sequence[Draft], drafts: Sequence[Draft]) -> bool:
    """True for "four were killed and *six others* hurt" after "four dead, six hurt": others than the four."""
    low = frame.victim.count.low if frame.victim.count is not None else None
    before = any(number_of(draft) == low and draft.sentence < frame.sentence for draft in known)
    beside = (d for d in drafts if d.sentence == frame.sentence and d.start < frame.start and not d.negated)
    return bool(low) and before and any(d.facet in _FATES and d.facet != frame.facet for d in beside)


def _are_beside_others(frame: Frame, drafts: Sequence[Draft]) -> bool:
    """True for others than those of another fate: "he lost his life. … Five were hurt. *Two others* died: he and …"."""
    last = next((d for d in reversed(drafts) if not d.negated and d.facet in _FATES), None)
    if last is None or last.facet in {frame.facet, "casualties"} or person_of(last) is not None:
        return False
    return 0 <= frame.sentence - last.sentence <= 1 and (number_of(last) or 0) > 1


_FATES = frozenset({"killed", "wounded", "casualties"})


def _all_but_some(frame: Frame, known: Sequence[Draft], drafts: Sequence[Draft], text: str) -> Draft | None:
    """The four of "four were hurt. … *One of them* went home. *Three others* are in hospital": all but that one.

    So too "six were wounded. … *Two* of these are dead. *Four others* were wounded", and "*two of the victims* stayed
    while *four others* were taken to a hospital".
    """
    low = frame.victim.count.low if frame.victim.count is not None else None
    if not low:
        return None
    one = _ONE_OF.search(text[max(0, frame.start - _SENTENCE_BEFORE) : frame.start])
    other = _SOME_OF.search(text[max(0, frame.victim.start - _SENTENCE_BEFORE) : frame.victim.start])
    told = find_counts(other["some"]) if other is not None else ()
    some = {one.count.low for one in told if isinstance(one.count, Count)}
    before = [draft for draft in drafts if draft.sentence < frame.sentence and not draft.negated]
    for whole in reversed(known):
        if person_of(whole) is not None or whole.coverage != "unknown" or whole not in before:
            continue
        dead = {number_of(d) for d in before if d.facet == "killed" and d.sentence > whole.sentence}
        rest = {1, *dead, *some} if one else {*dead, *some} - {None}
        if (number_of(whole) or 0) - low in rest:
            return whole
    return None


_SOME_OF = re.compile(
    r"\b(?P<some>[a-z]+|\d+) of (?:them|those"
    r"|the (?:victims|wounded|injured|men|people|three|four|five|six|seven|eight))\b[^.;]*\Z",
    re.I,
)
"""Before "while two others were taken to a hospital": the rest of them, told in the same sentence."""
_SENTENCE_BEFORE = 160
"""Characters before a word of harm in which the sentence before it may stand."""
_ONE_OF = re.compile(
    r"\b(?:one (?:of (?:the|those|them)|person|man|woman|victim|patient|was|is)"
    r"|an? (?:\d+-year-old|(?:[\w-]+ ){0,2}?(?:man|woman|boy|girl|teen(?:ager)?|victim|person|child)))\b"
    r"[^.]*\.[^.]*\Z",
    re.I,
)


def part_of_earlier(frame: Frame, happening: int, drafts: Sequence[Draft], text: str) -> Covered | None:
    """The whole told of before that a figure is part of: "four of the dead", "both died"."""
    if is_some_of_all(frame, text) and (all_told := _whole_before(frame, happening, drafts)) is not None:
        if drafts[all_told].sentence < frame.sentence:
            return "subset", all_told
    if frame.coverage == "subset" and frame.part_of is None:
        whole = _whole_before(frame, happening, drafts)
        if whole is not None and any(
            is_of_another_calling(one.group, frame.victim) for one in drafts[whole].about
        ):
            return "increment", None  # "eight rebels died. … *Six soldiers* were also among the dead"
        return "subset", whole
    if (all_told := completed_by(frame, happening, drafts)) is not None:
        return "subset", all_told
    if frame.manner and frame.coverage == "unknown":
        some = _dead_of_the_kind(frame, happening, drafts)
        return None if some is None else ("subset", some)
    whole = _part_of_all_told(frame, happening, drafts)
    return None if whole is None else ("subset", whole)


def _dead_of_the_kind(frame: Frame, happening: int, drafts: Sequence[Draft]) -> int | None:
    """Position of more dead of the same calling told before: the 18 of whom "four soldiers were *beheaded*"."""
    count = frame.victim.count
    for position, draft in enumerate(drafts):
        alike = draft.about and set(draft.about[0].group.categories) & set(frame.victim.categories)
        told = draft.facet == "killed" and happening in draft.happenings and not draft.negated
        beside = frame.listed and draft.sentence == frame.sentence  # "two guards and a nurse were beheaded"
        if alike and told and count is not None and (number_of(draft) or 0) > (count.low or 0) and not beside:
            return position
    return None


def _part_of_all_told(frame: Frame, happening: int, drafts: Sequence[Draft]) -> int | None:
    """Position of the total that those of whom "both later died" is told are part of.

    So after "five *people* are dead". Only where the total is of people at large: two soldiers add to ten rebels.
    """
    count = frame.victim.count
    if (
        frame.victim.kind != "pronoun"
        or frame.coverage != "unknown"
        or count is None
        or count.vague is not None
    ):
        return None
    if count.low != count.high or (count.low or 0) < 2:
        return None
    return next(
        (
            position
            for position, draft in reversed(tuple(enumerate(drafts)))
            if draft.facet == frame.facet
            and happening in draft.happenings
            and draft.sentence < frame.sentence
            and draft.coverage == "unknown"
            and not draft.negated
            and (number_of(draft) or 0) > (count.low or 0)
            and _is_plain_number(draft.value)
            and all(one.group.noun in _ANYBODY for one in draft.about)
        ),
        None,
    )


_ANYBODY = frozenset({"", "people", "person", "victim", "other", "individual", "civilian"})


def mark_spelled_out(drafts: list[Draft], text: str) -> None:
    """Make a later figure part of the total it adds up to with one more person.

    "*Three* were held. They took *two* … and *him as well*": looks at the figure told last, that of him.
    """
    last = len(drafts) - 1
    one = drafts[last]
    if person_of(one) is None or one.negated or _AS_WELL.match(text, one.end) is None:
        return
    alike = [
        position
        for position, draft in enumerate(drafts[:last])
        if draft.facet == one.facet
        and draft.happenings == one.happenings
        and draft.coverage == "unknown"
        and not draft.negated
        and person_of(draft) is None
        and _is_plain_number(draft.value)
    ]
    if len(alike) < 2 or number_of(drafts[alike[-2]]) != (number_of(drafts[alike[-1]]) or 0) + 1:
        return
    if drafts[alike[-2]].sentence < drafts[alike[-1]].sentence:
        drafts[alike[-1]] = replace(drafts[alike[-1]], coverage="subset", total=alike[-2])


_AS_WELL = re.compile(r"\s*(?:as well|too)\b", re.I)


def _is_plain_number(given: object) -> bool:
    """True for a number above 0 that more can be added to: "several" is none."""
    return isinstance(given, Count) and bool(given.low) and given.vague is None
