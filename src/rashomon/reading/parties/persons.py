"""Single people a report speaks of: which phrases mean the same one.

"A man … the victim … he … John Carter, 34" may be one person told of in four sentences. Whoever is
spoken of again is taken for somebody known unless the text tells them apart: by another name, another
age, another sex, a word such as "another" or "a second", or by naming both in one breath. So a person
is rather counted once too seldom than once too often.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rashomon.reading.harm.values import Frame
from rashomon.reading.languages.en.words import (
    ACCUSED_NOUNS,
    KIN,
    SEX_OF_PRONOUN,
)
from rashomon.reading.parties.naming import (
    FullNames,
    Names,
    is_new_doer,
    is_same_name,
    names_of,
)
from rashomon.reading.parties.someone import Described, Someone, described
from rashomon.reading.parties.told_ahead import ToldAhead
from rashomon.reading.parties.traits import (
    ANYONE,
    is_accused,
    is_calling,
    is_of_forces,
    roles_of,
    sex_told,
)
from rashomon.reading.parties.victims import (
    bodies,
    doers_to,
    himself,
    is_by_forces,
    singles,
    words_of_harm,
)
from rashomon.reading.people.ages import (
    may_be_called,
    overlap,
    years_of,
)
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.parsing import Sentence

_BESIDE_HIM = re.compile(
    r"(?: who (?:was|were))? (?:with|beside|near|next to) (?:him|her|them|the victim)\b|(?: \w+){0,3}? also\b"
    r"|(?: \w+){1,4}?,? (?:too|as well)\b",
    re.I,
)
_ANOTHER = re.compile(r"\b(?:another|second|third|fourth|fifth|sixth|seventh|other)\b", re.I)
_ALSO_TAKEN = re.compile(
    r"\balso (?:arrested|detained|captured|apprehended|abducted|kidnapped|took into custody)\s+\Z"
)
_BACK = re.compile(r"(?:the|this|that|these|those|his|her|their|both)\b", re.I)
_OWNED = ("his ", "her ", "their ", "my ", "our ")
_HURT = re.compile(r"\b(?:wounded|injured)\b", re.I)
_SECOND = re.compile(r"(?:the|a) second\b", re.I)
_ORDINAL = re.compile(r"\b(?:second|third|fourth|fifth|sixth|seventh)\b")


class PersonBook:
    """The single people of one report so far."""

    def __init__(self, text: str = "") -> None:
        self._full_names = FullNames(text)
        self._known: list[Someone] = []
        self._dying = False
        """True while the phrase looked at is of somebody said to be dead."""
        self._opens = False
        """True while the phrase looked at opens its sentence."""
        self._lost: frozenset[str] = frozenset()
        """Whoever the sentence has told dead before the phrase looked at."""
        self._beside_him = False
        """True while the phrase looked at is of somebody told of beside a victim."""
        self._told_ahead = ToldAhead()
        self._unlike_doer: frozenset[int] = frozenset()
        """Where a victim stands who is another than who did it: "a man stabbed *another man*"."""

    def read(self, sentence: Sentence, frames: Sequence[Frame]) -> dict[int, str]:
        """For each phrase of a sentence that means one harmed person, where it starts and who it is."""
        harmed = {frame.victim.start for frame in frames if frame.facet != "captured"}
        dead = {frame.victim.start for frame in frames if frame.facet == "killed" and not frame.negated}
        acting = {
            agent.start: self._meet_suspect(
                agent,
                sentence,
                listed=[
                    *self._dead_like(frame.victim, sentence),
                    *self._told_ahead.others(
                        agent, dying=agent.start in dead if agent.start in harmed else None
                    ),
                ],
                himself=agent.start in harmed,
            )
            for frame in frames
            for agent in singles(frame.agents)
            if agent.noun
            != "victim"  # "the victim was taken to hospital and police arrested her": a wrong parse
        }
        self._unlike_doer = frozenset(f.victim.start for f in frames if any(map(is_new_doer, f.agents)))
        taken = {frame.victim.start for frame in frames if frame.facet == "captured"}
        hurt = {frame.victim.start for frame in frames if frame.facet != "captured"}
        found: dict[int, Someone] = {}
        words = words_of_harm(frames)
        victims = sorted(singles(frame.victim for frame in frames), key=lambda group: group.start)
        owners = {body.start: whose.start for body, whose in bodies(victims, sentence)}
        for group in victims:
            if group.start not in found and group.start in acting and group.start not in taken:
                found[group.start] = acting[group.start]  # "a man killed his wife and himself"
                found[group.start].harmed = True
            elif group.start not in found and (same := himself(group, frames, acting)) is not None:
                found[group.start] = same
                same.harmed = True
            elif group.start not in found and group.start not in owners:
                listed = [found[at] for at in found if words[at] & words[group.start]]
                # "They arrested Carter, who was also shot": he may be one of those hit, and none of the dead.
                suffers = self._meet_suspect if group.start in taken - hurt else self._meet_victim
                listed += [one for one in self._known if one.dead and group.start in taken]
                listed += doers_to(group, frames, acting)
                self._dying = group.start in dead
                self._lost = frozenset(one.key for at, one in found.items() if at in dead)
                listed += self._told_ahead.others(group, dying=self._dying)
                found[group.start] = suffers(group, sentence, list(found.values()), listed)
                found[group.start].by_forces |= is_by_forces(group, frames)
        found |= {body: found[whose] for body, whose in owners.items()}
        acting |= self._doers_hurt(frames, sentence, found)
        for start in dead & found.keys():
            found[start].dead = True
        self._told_ahead.add(list(found.values()), frames)
        return {start: one.key for start, one in (acting | found).items()}

    def is_nobody_known(self, group: Group, sentence: Sentence) -> bool:
        """True for "a 5-year-old girl" where age, sex or name tell her from everybody harmed so far."""
        if group.kind != "person" and (group.kind != "people" or group.definite or _BACK.match(group.words)):
            return False
        told, hurt = described(group, sentence), [one for one in self._known if one.harmed]
        known = any(one.is_compatible(told, self._full_names) for one in hurt)
        return bool(hurt) and (not known or _ANOTHER.match(group.words) is not None)

    def _doers_hurt(
        self, frames: Sequence[Frame], sentence: Sentence, found: Mapping[int, Someone]
    ) -> dict[int, Someone]:
        """For "police killed a man after *he* stabbed a clerk": he is the man told of before, where nobody else is."""
        doers = sorted(singles(agent for frame in frames for agent in frame.agents), key=lambda g: g.start)
        if len({doer.start for doer in doers}) != 1 or doers[0].kind != "pronoun":
            return {}
        sex = sex_told(doers[0], sentence)
        own = {f.victim.start for f in frames if any(a.start == doers[0].start for a in f.agents)}
        before = [at for at in found if at < doers[0].start and at not in own]
        if len(before) != 1 or found[before[0]].sex not in {sex, ""} or min(own) < doers[0].start:
            return {}
        found[before[0]].accused = True
        return {doers[0].start: found[before[0]]}

    def _dead_like(self, victim: Group, sentence: Sentence) -> list[Someone]:
        """Whose death was told before and whom a victim may be: "the boy who shot *their child*" is not he."""
        if not singles([victim]) or victim.kind != "people" or not victim.definite:
            return []
        told = described(victim, sentence)
        # "The shooting of his cousin … *he* had shot *his cousin*": nor is he the cousin.
        kin = victim.noun in KIN
        free = (one for one in self._known if not (one.accused or one in self._told_ahead.counted))
        dead = (one for one in free if one.dead or (kin and one.harmed and victim.noun in one.nouns))
        return [one for one in dead if one.is_compatible(told, self._full_names)]

    def _meet_victim(
        self, group: Group, sentence: Sentence, beside: Sequence[Someone], listed: Sequence[Someone]
    ) -> Someone:
        known = self._meet(group, sentence, beside, listed)
        known.harmed = True
        return known

    def _meet_suspect(
        self,
        group: Group,
        sentence: Sentence,
        beside: Sequence[Someone] = (),
        listed: Sequence[Someone] = (),
        *,
        himself: bool = False,
    ) -> Someone:
        """Who did it, or was arrested: nobody whom the harm befell, unless the text points back to him.

        ``himself``: it befell him too.
        """
        innocent = [one for one in self._known if one.harmed and not one.accused]
        points_back = group.definite or group.kind != "people"
        if group.kind == "person" and not himself:
            # A name first told for whoever did it is nobody's who was hit: "X shot the man".
            points_back, names = False, names_of(group, sentence)
            innocent = [one for one in innocent if not (one.names and is_same_name(names, one.names))]
        points_back = points_back or himself
        if points_back and group.noun in ACCUSED_NOUNS and not himself:
            innocent = [
                one for one in innocent if _has_calling(one)
            ]  # "the gunman" is not the clerk shot before
            points_back = not innocent
        known = self._meet(
            group, sentence, beside, [*listed, *(() if points_back else innocent)], suspect=True
        )
        known.accused = True
        return known

    def _meet(
        self,
        group: Group,
        sentence: Sentence,
        beside: Sequence[Someone] = (),
        listed: Sequence[Someone] = (),
        *,
        suspect: bool = False,
    ) -> Someone:
        """The person a phrase means; nobody in ``listed``, who suffered the same in one breath."""
        told = described(group, sentence)
        self._opens = group.start == sentence.start
        self._beside_him = _BESIDE_HIM.match(sentence.words[group.end - sentence.start :]) is not None
        known = None
        free = [one for one in self._known if one not in listed]
        if _ANOTHER.search(group.words) and group.start not in self._unlike_doer:
            known = self._known_another(group, told.names, free)
        elif _ALSO_TAKEN.search(sentence.words[: group.start - sentence.start]) and not told.names:
            known = None  # whoever is "also" taken is none of those told of
        else:
            known = self._known_as(group, told, beside, free, suspect=suspect)
        if known is None:
            known = Someone(f"p{len(self._known) + 1}")
            self._known.append(known)
        known.names = max(known.names, told.names, key=len)
        known.sex, known.age = known.sex or told.sex, known.age or told.age
        known.kin_of, known.rank = known.kin_of or told.kin_of, known.rank or told.rank
        known.years = overlap(known.years, years_of(group.noun, known.age)) or known.years
        known.nouns |= {group.noun} if group.kind == "people" else set()
        known.roles |= roles_of(group)
        known.accused = known.accused or is_accused(group, sentence)
        known.serving = known.serving or group.status == "combatant" or bool(group.actors)
        known.sentence, known.said_at = sentence.index, group.start
        other = _ANOTHER.search(group.words) or _is_one_other(group, sentence)
        beside_him = other and group.start not in self._unlike_doer
        known.introduced |= {group.words.lower()} if beside_him else set()
        return known

    def _known_another(self, group: Group, names: Names, free: Sequence[Someone]) -> Someone | None:
        """Who is meant by "the third suspect, identified as Carter", or by "another child" said again."""
        named = [one for one in free if names and one.names and is_same_name(names, one.names)]
        earlier = [
            one for one in free if one.introduced and (one.sentence < group.sentence or group.definite)
        ]
        again = [one for one in earlier if any(_is_said_again(group, words) for words in one.introduced)]
        if len(earlier) == 1 and _SECOND.match(group.words) and self._is_second(earlier[0]):
            again += earlier
        ahead = self._told_ahead.untold(dying=self._dying)
        again += [ahead] if ahead is not None and ahead in free else []
        return next(iter([*named, *again]), None)

    def _is_second(self, one: Someone) -> bool:
        """True for "another teenager", who is the second of two: nobody else was set beside the first."""
        return any(words.startswith("another") for words in one.introduced)

    def _known_as(
        self,
        group: Group,
        told: Described,
        beside: Sequence[Someone],
        free: Sequence[Someone],
        *,
        suspect: bool = False,
    ) -> Someone | None:
        """Who of those known a phrase means; None for somebody new."""
        names, sex, age = told.names, told.sex, told.age
        roles = roles_of(group)
        if group.definite and is_calling(group.noun):  # "the driver was killed and the passenger hurt"
            apart = [one for one in beside if one.is_called() and group.noun not in one.nouns]
            free = [one for one in free if one not in apart]
        if not group.definite and roles:
            # "An imam was killed … a trader was wounded": each is told of for the first time.
            apart = [one for one in free if one.roles or (one.accused and not suspect)]
            if not (self._dying or suspect):  # "Peter Marsh died … a nurse was hurt"
                apart += [one for one in free if one.dead]
            free = [one for one in free if roles & one.roles or one not in apart]
        if not group.definite and group.kind == "people" and "civilians" in group.categories:
            free = [one for one in free if not one.serving]  # "a soldier was hurt … one farmer was hit"
        if group.words.lower().startswith(("his ", "her ", "their ")) and group.unit == "persons":
            free = [one for one in free if one.sentence != group.sentence]  # "a driver … his passenger"
        hurt = group.definite and _HURT.search(group.words) is not None
        if hurt:
            # "A soldier was killed and another hurt. The *wounded* soldier died": not he who was killed at once.
            alive = [one for one in free if not (one.dead or one.key in self._lost)]
            free = alive if any(one.is_compatible(told, self._full_names) for one in alive) else free
        if group.noun in KIN and group.words.lower().startswith(_OWNED):
            # "killed his wife and himself": he is not she. "His son shot him": nobody hit before.
            free = [one for one in free if one not in beside and (one.accused or not suspect)]
            whose = self._told_of_right_before(group) if self._opens else None
            free = [one for one in free if one is not whose]
        free = [one for one in free if not _is_owner(one, group)]
        if is_of_forces(group):
            free = [one for one in free if not one.accused]  # "one assailant died … the guard … died"
        if self._dying and not hurt and (not group.definite or group.noun in KIN):
            # Who was set beside others before is nobody first said to be dead now: "a fourth man is hurt".
            free = [one for one in free if one.dead or not one.introduced]
        fitting = [one for one in free if one.is_compatible(told, self._full_names)]
        same = [
            one for one in fitting if one in beside and names and one.names and is_same_name(names, one.names)
        ]
        if same:
            return same[-1]
        points_back = group.kind == "pronoun" or (group.definite and group.kind == "people") or told.of_death
        if group.kind == "people" and not group.definite and self._beside_him:
            return None  # "a woman with him was also shot"
        if not points_back:
            fitting = [one for one in fitting if one not in beside]
        by_name = [one for one in fitting if names and one.names]
        if by_name:
            return max(by_name, key=lambda one: one.sentence)
        by_age = [one for one in fitting if age and one.age and one.age.may_be(age)]
        if by_age:
            return max(by_age, key=lambda one: one.sentence)
        wanted = group.noun in ACCUSED_NOUNS
        if wanted and not suspect and (ahead := self._told_ahead.untold(dying=self._dying)) in free:
            return ahead
        if not suspect:
            others = [
                one
                for one in fitting
                if one.accused == wanted or (one.harmed and not wanted) or (one.by_forces and wanted)
            ]
            # "A gunman killed two before police shot *him*", "… killed two. *He* was shot": nobody else is there.
            lately = group.sentence - 1
            here = [one for one in fitting if group.kind == "pronoun" and one.sentence >= lately]
            fitting = others or here
        if names:
            # A name first told now is of somebody not named so far.
            fitting = [one for one in fitting if not one.names]
        # "The woman" is rather she who was called so than one told of by name alone; and whose death is told
        # once more is rather he who has died than somebody of whom nothing was said lately.
        noun = group.kind == "people"
        rank = {
            one.key: (
                one.accused if suspect else one.harmed,
                group.kind == "person" and not suspect and not one.accused,
                noun and group.definite and is_calling(group.noun) and group.noun in one.nouns,
                self._dying and one.dead and self._is_alone_lately(one, fitting, group),
                noun and not suspect and group.noun in one.nouns and group.noun not in ANYONE,
                noun and may_be_called(told.years, one.years, stated=False),
                noun and bool(sex) and one.sex == sex,
                one.sentence,
                one.said_at if self._dying and group.kind == "pronoun" else 0,
            )
            for one in fitting
        }
        return max(fitting, key=lambda one: rank[one.key]) if fitting else None

    def _told_of_right_before(self, group: Group) -> Someone | None:
        """Whose brother is meant where a sentence opens with "his brother": he of whom the one before told last."""
        sex = SEX_OF_PRONOUN.get(group.words.partition(" ")[0].lower(), "")
        last = max(self._known, key=lambda one: one.said_at, default=None)
        if not sex or last is None or last.sentence != group.sentence - 1 or last.sex not in {sex, ""}:
            return None
        return last

    def _is_alone_lately(self, dead: Someone, fitting: Sequence[Someone], group: Group) -> bool:
        """True unless the sentence before speaks of another whom "the man" may mean, and not of this one."""
        last = group.sentence - 1
        if group.kind == "pronoun":
            return False
        if group.kind == "person" or not group.definite:
            return True
        return dead.sentence >= last or all(one.sentence < last for one in fitting)


def _is_one_other(group: Group, sentence: Sentence) -> bool:
    """True for the one of "*one other* was hurt", where the noun is left out."""
    return group.kind == "number" and sentence.words.startswith(" other", group.end - sentence.start)


def _has_calling(one: Someone) -> bool:
    """True for whom the report has called by nothing but what he does: "the clerk", not "the man"."""
    return bool(one.nouns) and all(map(is_calling, one.nouns)) and one.age is None


def _is_owner(one: Someone, group: Group) -> bool:
    """True for the suspect of "*the suspect's* father": he is not his own father."""
    owner = _OWNER.search(group.words) if group.noun in KIN else None
    if owner is None:
        return False
    noun = owner.group(1).lower()
    return noun in one.nouns or (one.accused and noun in ACCUSED_NOUNS)


_OWNER = re.compile(r"\b([a-z]+)['’]s ", re.I)


def _is_said_again(group: Group, before: str) -> bool:
    """True for "the second officer" after "a second officer" or "a second", and for "another child" twice."""
    words = group.words.lower()
    next_one = words.startswith(("the other", "the second"))
    if words == before or (next_one and before.startswith(("another", "a second"))):
        return True
    ordinal = _ORDINAL.search(words)
    return ordinal is not None and group.definite and ordinal.group() in before.split()
