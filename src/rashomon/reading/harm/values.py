"""A harm and the group that suffered it: what frames are made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model.base import value
from rashomon.model.claims import Coverage, Flag
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.harm_words import HARM_NOUNS
from rashomon.reading.languages.en.other_accounts import are_told_by_two
from rashomon.reading.languages.en.words import HAPPENING_VERBS
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.held_words import HeldPattern
from rashomon.reading.sentences.parsing import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBSET = HeldPattern(
    r"[\s,(–—-]*(?:including|(?:of|among(?:st)?) (?:them|whom|which)(?! ?[;,]))\b",
    re.I,
)
"""What turns a list of people into parts of the figure before it; "two clerks *among them*;" has told them already."""
_LISTED = re.compile(
    r"[\s,]*(?:(?:and|&|plus|as well as|or)\s+)?"
    r"(?:(?:at least|about|some|around|nearly|almost|possibly|probably|reportedly|up to|also|the)\s+){0,2}\s*",
    re.I,
)
"""What may stand between the members of a list of people."""


@value
class Frame:
    """One harm to one group. Offsets are the report's; ``parent`` is the frame whose part this one is."""

    facet: str
    sentence: int
    token: int
    start: int
    end: int
    victim: Group
    agents: tuple[Group, ...] = ()
    means: str | None = None
    negated: bool = False
    certainty: str = "asserted"
    coverage: Coverage = "unknown"
    part_of: int | None = None
    """Position, among the sentence's frames, of the frame that gives the total."""
    listed: bool = False
    """True where the clause tells of others beside these people: nobody is one of both."""
    manner: bool = False
    """True for "beheaded": how people died, some of whom may have died otherwise."""
    of_wounded: bool = False
    """True for those who died and were told of as wounded before."""
    elided: bool = False
    """True where the group's noun is taken from an earlier phrase of the sentence."""
    cautions: tuple[Flag, ...] = ()
    """What the text warns of its figure: that it is doubted, only possible, or a first toll."""


def have_two_speakers(first: Frame, second: Frame, sentence: Sentence) -> bool:
    """True where two figures of a sentence are told by two speakers: they may be of the same people."""
    one, two = (
        (min(f.start, f.victim.start) - sentence.start, max(f.end, f.victim.end) - sentence.start)
        for f in (first, second)
    )
    return are_told_by_two(sentence.words, one, two)


def with_owner(number: Group, owner: Group | None) -> Group:
    """A bare number with the category and actors of the phrase whose noun it leaves out."""
    if owner is None or not (number.kind == "number" or number.noun == _OTHER):
        return number
    return replace(
        number,
        categories=owner.categories,
        status=owner.status,
        actors=owner.actors,
        identification=owner.identification,
        unit=owner.unit,
        who=owner.who,
    )


def completed(group: Group, facet: str, before: Sequence[Frame]) -> Group:
    """ "five were wounded" after "three guards were killed": five guards, the noun is left out.

    So are "five others", if those before are fighters and more than one: of a lone guard they may be the guests.
    """
    if not before or facet in {"losses", "casualties"}:
        return group
    last = before[-1]
    bare = group.kind == "number" and not group.categories
    if not bare and not (_is_others(group) and _are_fighters(last.victim)):
        return group
    if last.facet == "captured" != facet and last.victim.count is not None and last.victim.count.high == 1:
        return group  # "a man is held over a shooting that left three dead": none of them is he
    owners = [frame.victim for frame in before if frame.token == last.token]
    kinds = {owner.categories for owner in owners}
    # "killing a guard and two farmers and wounding six": nobody says which of them the six were.
    return with_owner(group, owners[-1]) if len(kinds) == 1 else group


_OTHER = "other"


def _is_others(group: Group) -> bool:
    return group.noun == _OTHER and not group.actors and group.status == "unknown"


def _are_fighters(group: Group) -> bool:
    several = group.count is not None and (group.count.low or 0) > 1
    return several and group.status == "combatant"


def as_own(victim: Group, owners: Sequence[Group]) -> Group:
    """The "two men" of "the army lost two men" as the army's: what a side loses is its own."""
    if not owners or victim.status != "unknown" or victim.actors or not fights(owners[0]):
        return victim
    owner = owners[0]
    return replace(victim, categories=owner.categories, status="combatant", actors=owner.actors)


_DEPENDENT = re.compile(
    r"\b(?:including|include[ds]?|(?:of|among(?:st)?) (?:whom|which|them)|such as|namely|of|from)\s*$",
    re.I,
)


def fights(group: Group) -> bool:
    """True for a group whose own word for what it did counts: fighters, or a body known by name."""
    return group.status == "combatant" or (group.kind == "body" and bool(group.actors))


def losers(word: Token) -> list[Token]:
    """Whose the "five dead" of "the enemy *lost* five dead and six injured" were; none under another verb.

    Those of "ambushed *the troops*, leaving four dead" were of the troops.
    """
    verb = syntax.clause_verb(word)
    if verb.tag_ == "VBG" and verb.lemma_ == "leave" and verb.dep_ in {"advcl", "conj"}:
        return [one for one in syntax.objects(verb.head) if HAPPENING_VERBS.get(verb.head.lemma_.lower())]
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not _has_subject(verb):
        verb = verb.head
    return syntax.subjects(verb) if verb.lemma_.lower() in _HAVING_DEAD else []


_HAVING_DEAD = frozenset({"lose", "suffer", "have"})


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in verb.children)


def lost_by(owners: Sequence[Group], number: Group) -> Group:
    """A bare number of dead or hurt as one of whoever is said to have lost them, where that is one group."""
    return with_owner(number, owners[0] if len(owners) == 1 else None)


_SAYS = re.compile(
    r"(?:,? (?:and|or) [\w\s-]{1,40}?)?(?: here| there)?"
    r"(?: (?:in|from|of|for) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)? (?:said|say|told|reported|added|confirmed|announced)\b",
    re.I,
)
"""After "including nine children, *residents*": who tells of them is none of them."""


def either_way(frames: Sequence[Frame], sentence: Sentence) -> list[Frame]:
    """The frames, "dozens were *killed or wounded*" as one of people hit: nobody says what befell how many.

    Nor does "more than fifty were *killed and wounded*", which counts both together.

    Where nobody was, nobody was killed and nobody wounded.
    """
    frames = [frame for frame in frames if not _is_lynched_alive(frame, frames, sentence)]
    pairs = {
        one.token: (two.token, facet)
        for one in frames
        for two in frames
        if (facet := _EITHER.get(frozenset((one.facet, two.facet))))
        and not (one.negated or is_nobody(one.victim))
        and (one.victim.start == two.victim.start or _is_between(one, two))
        and one.start < two.start
        and (
            _OR.fullmatch(gap := sentence.words[one.end - sentence.start : two.start - sentence.start])
            or (_AND.fullmatch(gap) and facet == "casualties" and _is_counted_together(one.victim))
        )
    }
    second = {token for token, _ in pairs.values()}
    doc = sentence.doc
    together = {
        f.victim.start
        for f in frames
        if f.facet == "casualties"
        and doc is not None
        and doc[f.token].lemma_ == "lose"
        and _is_several(f.victim)
    }
    kept = [
        frame
        for frame in frames
        if frame.token not in second
        and not (frame.victim.start in together and frame.facet in {"killed", "wounded"})
    ]
    return [replace(f, facet=pairs[f.token][1]) if f.token in pairs else f for f in kept]


def _is_lynched_alive(frame: Frame, frames: Sequence[Frame], sentence: Sentence) -> bool:
    """True for the lynching of whom the clause tells further on that he was hurt: the mob did not kill him.

    "An attacker *wounded* in the raid was *lynched*" tells of two things that befell him.
    """
    verb = sentence.doc[frame.token] if sentence.doc is not None else None
    if verb is None or verb.lemma_.lower() != "lynch":
        return False
    of_him = [f for f in frames if f.facet == "wounded" and f.victim.start == frame.victim.start]
    return any(verb.dep_ in {"pcomp", "advcl"} or other.token > frame.token for other in of_him)


_EITHER = {
    frozenset({"killed", "wounded"}): "casualties",
    frozenset({"killed", "captured"}): "neutralised",
}
"""What two harms are together of which nobody says which befell whom."""
_OR = re.compile(r" (?:or|and/or) ")


_AND = re.compile(r" and ")


def _is_between(one: Frame, two: Frame) -> bool:
    """True for the harms of "*eight* killed and injured *people*", where the parser parts the number and the noun."""
    parted = one.victim.end == one.start - 1 and two.victim.start == two.end + 1
    return (
        parted and two.victim.kind != "number"
    )  # "found six bodies and *carried three* wounded" tells of nine


def _is_counted_together(group: Group) -> bool:
    """True for the fifty of "fifty were killed and injured", and for "*those civilians* that were killed and injured".

    Not for "dozens", of whom a note often means that many were killed and many hurt.
    """
    plain = group.count is not None and group.count.vague is None
    return (plain and _is_several(group)) or group.words.lower().startswith("those ")


def _is_several(group: Group) -> bool:
    """True for a number above one: of "lost thirty men, killed and wounded" not all can be both."""
    return group.count is not None and group.count.vague != "plural" and (group.count.low or 0) > 1


def is_nobody(group: Group) -> bool:
    """True for "no soldier", "none of them"."""
    return group.count is not None and group.count.high == 0


def is_dependent(group: Group, sentence: Sentence) -> bool:
    """True for a group that only says more of one before it: "members *of the family*", "including *a boy*"."""
    return _DEPENDENT.search(sentence.words[: group.start - sentence.start]) is not None


def listed_after(groups: Sequence[Group], sentence: Sentence, begin: int) -> list[Group]:
    """The counted groups listed from an offset of the report on ("including four soldiers and a child")."""
    listed: list[Group] = []
    position = begin
    for group in groups:
        if group.start < position or group.count is None:
            continue
        gap = sentence.words[position - sentence.start : group.start - sentence.start]
        if not _LISTED.fullmatch(gap) or (listed and _BESIDES.search(f"{gap} {group.words}")):
            break
        told_by = group.count.vague == "plural" or gap == ", "  # ", an official said"
        if told_by and _SAYS.match(sentence.words, group.end - sentence.start):
            break
        listed.append(group)
        position = group.end
    return listed


def harmed_by(noun: Token) -> list[Token]:
    """Whom a noun for harm has beside it, less those of a later one: "the death of one and *injuries* to three"."""
    later = [t.i for t in noun.doc[noun.i + 1 :] if t.lemma_.lower() in HARM_NOUNS]
    end = later[0] if later else len(noun.doc)
    return [t for t in syntax.prepositional(noun, "of", "among", "to", "on") if t.i < end]


def with_rest_of_list(victims: Sequence[Group], groups: Sequence[Group], sentence: Sentence) -> list[Group]:
    """The victims with the rest of their list: "the deaths of two soldiers, a guide and *four villagers*".

    What is the subject of a verb of its own is none of them: "the death of a man, and *two women* fled".
    """
    if not victims or victims[-1].kind not in {"people", "person"} or sentence.doc is None:
        return list(victims)
    last = max(victims, key=lambda group: group.end)
    aged = _AGE.match(sentence.words, last.end - sentence.start) if last.kind == "person" else None
    if last.kind == "person" and aged is None:
        return list(victims)
    end = last.end if aged is None else sentence.start + aged.end()
    rest = listed_after([g for g in groups if g.start >= end], sentence, end)
    joined = []
    for group in rest:
        token = sentence.doc[group.head]
        if (
            group.kind != "people"
            or group in victims
            or not (token.dep_ in {"conj", "appos"} or _is_of_conjunct(token))
        ):
            break
        if token.dep_ == "appos" and not any(child.dep_ == "conj" for child in token.children):
            break  # "the death of a soldier, a father of two": one person
        joined.append(group)
    return [*victims, *joined]


_AGE = re.compile(r",? \(?(?:aged )?\d{1,3}\)?(?=,| and )")
"""After a name of a list: "the bodies of Ida Veld, *32*, and her two children"."""


def _is_of_conjunct(token: Token) -> bool:
    """True for the "fighters" of "the arrest of a leader and *four* of his fighters"."""
    number = token.head.head
    return (
        token.dep_ == "pobj" and token.head.lower_ == "of" and number.pos_ == "NUM" and number.dep_ == "conj"
    )


_BESIDES = re.compile(r"^[\s,]*(?:and|as well as|plus)\s+also\b|^[\s,]*as well as\b", re.I)
"""After a part ("two guards including an officer, *and also* a child"): beside the total, no part of it."""


_TOLD_OF = re.compile(r"\s+\w+(?:ed|ke|ld|rd|ght) (?:of|from|about)\s+", re.I)
"""Between who speaks and whom he speaks of, where "of" makes no part: "the mayor *spoke of* six people"."""


def headed(part: Group, groups: Sequence[Group], sentence: Sentence) -> list[Group]:
    """The counted group that ends right before a part of it: "*four people*, including a boy"."""
    words, begin = sentence.words, sentence.start
    for group in sorted(groups, key=lambda g: -g.end):
        between = words[group.end - begin : part.start - begin] if group.end <= part.start else ";"
        if re.fullmatch(r"[\s,(–—-]*\w+(?: \w+)?\s+", between):
            if _TOLD_OF.fullmatch(between):
                return []  # "the mayor *spoke of* six people": he is not whose they are
            above = headed(group, groups, sentence) if is_dependent(group, sentence) else []
            if above:
                return above  # "six members of the family, including …"
            counted = group.kind == "people" and group.count is not None and group.count.vague != "plural"
            return [group] if counted else []
    return []


def with_subsets(found: Sequence[Frame], groups: Sequence[Group], sentence: Sentence) -> list[Frame]:
    """The frames, with "including four soldiers", "among them a child" as parts of the figure before them."""
    frames = list(found)
    for position, frame in enumerate(found):
        if frame.victim.count is not None and frame.victim.count.high == 1:
            continue  # "killed a clerk and shot two guards, including a recruit": no part of the clerk
        after = sentence.words[frame.victim.end - sentence.start :]
        window = SUBSET.search(after)
        if window is None or re.search(r"[.;]", after[: window.start()]) or window.start() > 90:
            continue
        begin = frame.victim.end + window.end()
        if any(frame.victim.end <= f.victim.start < begin for f in found):
            continue  # "two were killed and five wounded, including a child": it is one of the five
        parts = parts_after(frame.victim, groups, sentence, begin)
        frames.extend(
            replace(frame, victim=g, coverage="increment")
            for g in beside_parts(frame.victim, parts, groups, sentence)
        )
        for group in parts:
            known = [
                i
                for i, f in enumerate(frames)
                if f.victim.start == group.start
                and i != position
                and not (
                    f.part_of is not None
                    and frames[f.part_of].victim.start == frame.victim.start != f.victim.start
                    and f.part_of != position
                )
            ]
            if known and frames[known[0]].facet == "killed" and frame.facet == "wounded":
                # "three were hurt, including a girl who died": three were hit
                frames[position] = replace(frame, facet="casualties")
                break
            if known and frames[known[0]].facet != frame.facet:
                break  # "including two women, and four people were wounded"
            if known:
                frames[known[0]] = replace(
                    frames[known[0]], coverage="subset", part_of=position, listed=False
                )
            else:
                part = replace(
                    frame, victim=group, coverage="subset", part_of=position, elided=False, listed=False
                )
                frames.append(part)
    return frames


_OWN_HARM = re.compile(
    r"\b(?:death|killing|murder|arrest|capture|detention|abduction|wounding|injur\w+)\b", re.I
)
"""A noun of harm before somebody: it tells what befell him, "as well as the *arrest* of a leader"."""


def beside_parts(
    total: Group, parts: Sequence[Group], groups: Sequence[Group], sentence: Sentence
) -> list[Group]:
    """Who is told of beside a total and its parts: "two guards including an officer, *and also a child*"."""
    if not parts or parts[-1].count is None:
        return []
    end = parts[-1].end
    for group in groups:
        gap = (
            sentence.words[end - sentence.start : group.start - sentence.start] if group.start >= end else ";"
        )
        if group.kind != "people" or group.count is None:
            continue
        if (_BESIDES.match(gap + group.words) and _OWN_HARM.search(gap) is None) or (
            _AND.fullmatch(gap) and is_of_another_calling(total, group)
        ):
            return [group]
    return []


def is_apposed(group: Group, others: Sequence[Group], sentence: Sentence) -> bool:
    """True for "the third victim, *a woman of 24*, remains in hospital": set off by commas, and she is the victim."""
    off = sentence.words[group.end - sentence.start :].startswith(",")
    if sentence.doc is None or not off or not group.words.lower().startswith(("a ", "an ")):
        return False
    head = sentence.doc[group.head]
    return head.dep_ == "appos" and any(other.head == head.head.i for other in others)


_CALLINGS = frozenset({"soldiers", "police", "militants", "peacekeepers"})
_AND = re.compile(r",? and ")


def is_of_another_calling(total: Group, group: Group) -> bool:
    """True for the policeman of "four soldiers, including an officer, *and a policeman*": none of the four."""
    mine, its = _CALLINGS.intersection(group.categories), _CALLINGS.intersection(total.categories)
    return bool(mine and its) and not mine & its


def parts_after(total: Group, groups: Sequence[Group], sentence: Sentence, begin: int) -> list[Group]:
    """The groups listed as parts of a total: all that follow, or the first where all would be too many.

    "Three attackers including the bomber, two soldiers and a civilian": only the bomber is one of the three.
    """
    listed = listed_after(groups, sentence, begin)
    others = [place for place, group in enumerate(listed) if is_of_another_calling(total, group)]
    listed = listed[: others[0]] if others and others[0] > 0 else listed
    most = total.count.high if total.count is not None else None
    least = sum(group.count.low or 0 for group in listed if group.count is not None)
    return listed if most is None or least <= most else listed[:1]
