"""Who took part in a happening and how: fighters, attackers, targets, those in liaison, leaders, strength.

Each role stands on the phrase that names the party, and says whom they fought where the sentence does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from rashomon.model.base import value
from rashomon.model.claims import ActorRef
from rashomon.reading.happenings.cues import EventCue
from rashomon.reading.happenings.defenders import (
    aimed_at,
    befallen,
    driving_off,
    engaged_in,
    facing_each_other,
    pairs_between,
    repelled_by,
    set_upon,
    takes_no_part,
    takes_part,
    under_fire,
)
from rashomon.reading.happenings.denials import denial_of
from rashomon.reading.happenings.means import done_by, launched_by
from rashomon.reading.happenings.owners import Owners, given_up_by, is_headline_passive, lost_by
from rashomon.reading.harm.no_casualties import harms_nobody
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.deeds import TRYING, VIOLENT_AIMS
from rashomon.reading.languages.en.harm_words import HARM_VERBS
from rashomon.reading.languages.en.words import COMPOSING_VERBS
from rashomon.reading.people.groups import Group
from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.sentences.word_index import with_base_form, written_as

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from rashomon.codebook.actors import ActorHit
    from rashomon.reading.parties.references import Meant

_MUTUAL = frozenset({"clash"})
_INTRANSITIVE = frozenset({"clash", "skirmish"})
"""Verbs without a passive, whatever the parser makes of "rebels clashed with the army"."""
_LIAISON = frozenset(
    {"liaison", "coordination", "cooperation", "consultation", "collaboration", "conjunction", "concert"}
)
_HELP_VERBS = frozenset(["aid", "support", "back", "assist", "accompany", "reinforce"])
_LIAISON_WORDS = _LIAISON | _HELP_VERBS | {"coordinate"}
_BESIDE = frozenset({"alongside", "together"})
_ATTENDING = frozenset(
    (
        "conduct launch carry take participate join lead mount stage undertake begin start engage perform "
        "execute deploy continue hold wage fight open commit repel resist"
    ).split()
)
_SPEECH_LIKE = frozenset(
    "confirm report say announce state claim deny describe call condemn mention tell acknowledge".split()
)
_BLASTS = frozenset({"mine", "bombing", "suicide_bombing", "shelling", "grenade", "air_strike"})
_MET = frozenset("hit strike run drive trigger step encounter suffer ride travel pass roll".split())
"""Verbs whose subject met the blast: "a convoy hit a mine"."""
_BREAKING = frozenset({"damage", "destroy", "target", "attack"})
_SETTING_OFF = frozenset(
    ["detonate", "plant", "fire", "lay", "throw", "launch", "lob", "hurl", "drop", "explode"]
)
_TO_THINGS = frozenset({"looting", "weapons_disrupted", "overtaken", "regained", "transfer", "base"})
"""Kinds of happening whose verbs have things for objects, even those that also harm people ("seize")."""
_TAKING = frozenset({"overtaken", "regained"})
"""Kinds of happening whose loser stands behind "from": "took the town from the rebels"."""
_FLOWN = frozenset({"air_strike", "shelling"})
"""Kinds of which "strike" and "hit" tell by what flew: who sent it is no subject of a harm."""
_SPEAKERS_OF_FIGHTS = frozenset(["confirm", "report", "announce", "acknowledge", "state", "claim", "say"])
_LADEN = frozenset({"carry", "transport", "belong"})
_CONTAINERS = frozenset("group band column party force team contingent number".split())


@value
class Role:
    """One party's part. ``cue`` is the token of the happening's word, None where the sentence has none."""

    facet: str
    group: Group
    opponents: tuple[Group, ...] = ()
    cue: int | None = None
    start: int
    end: int
    inferred: bool = False
    person: tuple[int, int] | None = None
    """For a leader: where the person's name stands."""


@value
class Composition:
    """A phrase said to be made up of, or to be another name for, the bodies of another phrase."""

    whole: Group
    parts: tuple[ActorRef, ...]


def find_roles(
    sentence: Sentence,
    groups: Sequence[Group],
    cues: Sequence[EventCue],
    hits: Sequence[ActorHit] = (),
    doers: Mapping[int, Meant] | None = None,
) -> tuple[Role, ...]:
    """The parts that a parsed sentence gives to the parties it names, in order of the text.

    ``doers``: whom a pronoun that begins there stands for.
    """
    doc = sentence.doc
    if doc is None:
        return ()
    finder = _RoleFinder(sentence, doc, groups, hits)
    finder.doers = doers or {}
    for cue in cues:
        token = doc[cue.token]
        shot_at = token.lemma_.lower() == "shoot" and token.pos_ == "VERB" and harms_nobody(token)
        harms = token.lemma_.lower() in HARM_VERBS and not shot_at
        if not cue.noun and harms and cue.kind not in _TO_THINGS | _FLOWN:
            continue  # who did it and who suffered it are the harm frame's
        if cue.noun or syntax.is_verbal_noun(token):
            finder.read_noun(token, cue)
        else:
            finder.read_verb(token, cue)
    finder.read_liaison(cues)
    finder.read_taking_part(cues)
    finder.read_defenders(cues)
    finder.read_leaders(cues)
    return tuple(sorted(filter(finder.is_owned_up, finder.roles), key=lambda role: (role.start, role.facet)))


def find_compositions(sentence: Sentence, groups: Sequence[Group]) -> tuple[Composition, ...]:
    """Phrases defined by their members: "A and B, both encompassing the … group"."""
    doc = sentence.doc
    if doc is None:
        return ()
    finder = _RoleFinder(sentence, doc, groups)
    found: list[Composition] = []
    for token in with_base_form(doc, COMPOSING_VERBS):
        wholes = finder.groups_of(syntax.objects(token))
        # The members stand before the verb; the parser often gives it only a pronoun ("both") as subject.
        parts = _last_named([g for g in groups if g.head < token.i], 2)
        if wholes and parts:
            found.append(Composition(whole=wholes[0], parts=parts))
    return tuple(found)


def _last_named(groups: Sequence[Group], number: int) -> tuple[ActorRef, ...]:
    """The last so many different actors named: whom "both" sums up."""
    found: dict[str, ActorRef] = {}
    for group in reversed(groups):
        for ref in reversed(group.actors):
            if len(found) < number:
                found.setdefault(ref.actor_id or ref.words, ref)
    return tuple(reversed(found.values()))


class _RoleFinder:
    """Collects the roles of one sentence."""

    def __init__(
        self, sentence: Sentence, doc: Doc, groups: Sequence[Group], hits: Sequence[ActorHit] = ()
    ) -> None:
        self.owners = Owners(sentence, doc, groups, hits)
        self.sentence = sentence
        self.doc = doc
        self.groups = groups
        self.roles: list[Role] = []
        self.doers: Mapping[int, Meant] = {}

    def is_owned_up(self, role: Role) -> bool:
        """False for the part in a deed that its doer denies: "the rebels denied having shelled it"."""
        return role.facet != "initiator" or role.cue is None or denial_of(self.doc[role.cue]) is None

    def groups_of(self, tokens: Iterable[Token]) -> list[Group]:
        """The groups whose head or phrase holds the tokens; relative pronouns give their antecedent."""
        found: list[Group] = []
        for token in tokens:
            group = self._group_at(token)
            if group is not None and group not in found:
                found.append(group)
        return found

    def _group_at(self, token: Token) -> Group | None:
        if token.lower_ in {"it", "they"}:
            if (known := self.doers.get(self.sentence.start + token.idx)) is not None:
                return known.group
            token = syntax.sayer_of(token) or token
        if token.tag_ in {"WP", "WDT"}:
            antecedent = syntax.relative_antecedent(token)
            if antecedent is None or antecedent == token:
                return None
            token = antecedent
        exact = [g for g in self.groups if g.head == token.i]
        around = [g for g in self.groups if g.first <= token.i <= g.head]
        return self._inner(next(iter(exact or around), None)) or self.owners.of(token)

    def _inner(self, group: Group | None) -> Group | None:
        """ "a group of about 60 armed men": the men, whom the number counts."""
        if group is None or group.actors or group.belongs_to is None or group.noun not in _CONTAINERS:
            return group
        return next((g for g in self.groups if g.head == group.belongs_to and g.kind == "people"), group)

    # --- verbs: "A clashed with B", "B was attacked by A"

    def read_verb(self, verb: Token, cue: EventCue) -> None:
        """Roles from a verb of fighting or attack."""
        if (fire := under_fire(verb)) is not None:
            attacked = self.groups_of(syntax.inherited_subjects(verb))
            sources = [*syntax.prepositional(fire, "from", "by"), *syntax.prepositional(verb, "from", "by")]
            doers = [group for group in self.groups_of(sources) if _fights(group)]
            self._add("initiator", doers, attacked, cue)
            self._add("target", attacked, doers, cue)
            return
        if verb.dep_ in {"xcomp", "advcl"} and verb.head.lemma_.lower() == "subject":
            # "was subjected to ambush": the parser takes the noun for a verb
            self._add("target", self.groups_of(befallen(verb, verb.head)), [], cue)
            return
        passive = syntax.is_passive(verb) and verb.lemma_.lower() not in _INTRANSITIVE
        if passive or is_headline_passive(verb):
            doers = self.groups_of(syntax.agents(verb))
            targets = self.groups_of(syntax.subjects(verb) or ([verb.head] if verb.dep_ == "acl" else []))
        elif cue.kind == "mine" and verb.lemma_ in _MET:
            # who "drove over a mine" met it
            doers, targets = [], self.groups_of(syntax.inherited_subjects(verb))
        else:
            doers = self.groups_of(syntax.inherited_subjects(verb))
            targets = self.groups_of(syntax.objects(_attempted(verb)))
        between = self.groups_of(syntax.prepositional(verb, "between", "involving"))
        if cue.kind in _MUTUAL and len(between) == 1:
            between = self._between(verb, cue)
        if cue.kind in _MUTUAL and len(between) > 1:
            self._oppose("participant", between[:1], between[1:], cue)
            return
        rivals = self.groups_of(syntax.prepositional(verb, "with", "against", "into", "on", "at"))
        contact = verb.lemma_ in {"come", "get", "exchange", "trade"}
        if contact:
            rivals = rivals or [g for g in self.groups if g.head > verb.i][:1]
        if cue.kind in _MUTUAL:
            foes = rivals if contact else [*targets, *rivals]
            one, other = (doers, foes) if foes else facing_each_other(verb, doers)
            self._oppose("participant", one, other, cue)
            return
        if cue.kind in _TAKING:
            own = {ref for doer in doers for ref in doer.actors}
            held = [group for group in targets if _fights(group) and own.isdisjoint(group.actors)]
            gone = [group for group in self.groups_of(given_up_by(verb)) if group not in doers]
            targets = rivals or self.groups_of(lost_by(verb)) or held or [g for g in gone if _fights(g)]
        self._add("initiator", doers, targets or rivals, cue)
        self._add("target", [t for t in targets or rivals if t not in doers], doers, cue)

    # --- nouns: "clashes between A and B", "an attack by A on B", "A launched an operation against B"

    def read_noun(self, noun: Token, cue: EventCue) -> None:
        """Roles from a noun of fighting, attack or operation, and from the verb that governs it."""
        if cue.kind in _BLASTS and noun.dep_ == "compound" and noun.head.pos_ == "NOUN":
            noun = noun.head  # "mortar shells", "an IED attack"
        between = self._between(noun, cue)
        doers = self.groups_of(syntax.prepositional(noun, "by"))
        doers = doers or [g for g in self.groups_of(syntax.prepositional(noun, "from")) if _fights(g)]
        facing = (
            ("against",)
            if cue.kind == "operation"
            else ("against", "with", "on", "at", "upon", "targeting", "of")
        )
        rivals = self.groups_of(syntax.prepositional(noun, *facing))
        rivals = rivals or self._against(noun) or self.groups_of([*repelled_by(noun), *set_upon(noun)])
        owners = [c for c in noun.children if c.dep_ in {"poss", "compound", "nmod", "amod"} and c.i < noun.i]
        doers = doers or [g for g in self.groups_of(owners) if g.actors]
        doers = doers or [g for g in self.groups_of([*launched_by(noun), *done_by(noun)]) if _fights(g)]
        doers = doers or [g for g in [self.owners.before(noun)] if g is not None and g.actors]
        verb, subjects = self._governor(noun)
        if verb is not None and takes_no_part(verb):
            return  # "did not take part in the clash": nobody was in it by this sentence.
        if cue.kind != "operation":
            rivals = rivals or self.groups_of(befallen(noun, verb))
            subjects = [group for group in subjects if group not in rivals]
        if cue.kind in _BLASTS:
            rivals = rivals or self._struck(noun)
            other = [t for t in syntax.objects(verb) if t != noun] if verb is not None else []
            if verb is not None and verb.lemma_ in _MET and not syntax.is_passive(verb) and not other:
                rivals, subjects = rivals or subjects, []
            elif verb is not None and verb.lemma_ in _BREAKING | _MET and not syntax.is_passive(verb):
                doers = doers or [g for g in subjects if g.actors or g.status == "combatant"]
                rivals = rivals or self.groups_of(syntax.objects(verb))
            elif verb is not None and verb.lemma_ in _SETTING_OFF:
                doers = doers or subjects
                rivals = rivals or self.groups_of(aimed_at(verb))
        if verb is not None and not doers:
            if verb.lemma_ in _SPEECH_LIKE:
                self._speaker_fights(verb, subjects, rivals, cue)
            elif verb.lemma_ in _ATTENDING or verb.lemma_ in {"kill", "clash"} or takes_part(verb):
                doers = subjects
                rivals = rivals or self.groups_of(syntax.prepositional(verb, "against"))
        if cue.kind in _MUTUAL and not (doers and rivals):
            engaged, foes = engaged_in(noun, verb)
            doers, rivals = doers or self.groups_of(engaged), rivals or self.groups_of(foes)
        if len(between) > 1:
            self._oppose("participant", between[:1], between[1:], cue)
        elif cue.kind in _MUTUAL or cue.kind == "operation":
            self._oppose("participant", doers, rivals, cue)
        else:
            self._add("initiator", doers, rivals, cue)
            self._add("target", rivals, doers, cue)

    def _against(self, noun: Token) -> list[Group]:
        """ "attacks were reported against …", "an ambush, begun with a mine, against …": wherever it stands."""
        if noun.dep_ == "nsubjpass":
            return self.groups_of(syntax.prepositional(noun.head, "against"))
        later = [t for t in self.doc[noun.i :] if t.lower_ == "against" and t.dep_ == "prep"]
        return self.groups_of(syntax.prepositional(later[0].head, "against")) if len(later) == 1 else []

    def _between(self, noun: Token, cue: EventCue) -> list[Group]:
        """ "clashes between A and B", also where a verb stands between: "clashes raged between A and B"."""
        inside = [g for c in noun.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
        for token in (noun, *inside, noun.head, noun.head.head):
            found = self.groups_of(syntax.prepositional(token, "between", "involving"))
            if len(found) > 1 or cue.kind not in _MUTUAL:
                return found
        pairs = [groups for pair in pairs_between(self.doc, noun) if len(groups := self.groups_of(pair)) > 1]
        return pairs[0] if pairs else []

    def _governor(self, noun: Token) -> tuple[Token | None, list[Group]]:
        """The verb that the noun is object or complement of, with its subject."""
        token = noun
        for _ in range(4):
            if token.head == token:
                return None, []
            dep, token = token.dep_, token.head
            if token.dep_ == "acl" and token.lemma_ in _LADEN:
                token = token.head  # "hit a bus carrying pilgrims with a mine": what was hit
                continue
            if token.pos_ == "VERB" and dep not in {"nsubj", "nsubjpass"}:
                return token, self.groups_of(syntax.inherited_subjects(token)) if not syntax.is_passive(
                    token
                ) else self.groups_of(syntax.agents(token))
            if dep not in {"dobj", "pobj", "prep", "attr", "conj", "appos"}:
                return None, []
        return None, []

    def _struck(self, noun: Token) -> list[Group]:
        """Whom a blast struck: "a vehicle was struck by an IED", "a mine destroyed a truck of the army"."""
        for token in (noun, noun.head, noun.head.head):
            if token.pos_ != "VERB":
                continue
            if syntax.is_passive(token) and token.lemma_ in _SETTING_OFF:
                return self.groups_of(aimed_at(token))
            if syntax.is_passive(token):
                bare = [token.head] if token.dep_ == "acl" else []
                return self.groups_of(syntax.subjects(token) or bare)
            if noun.dep_ == "nsubj":
                return self.groups_of(syntax.objects(token))
            return []
        return []

    def _speaker_fights(self, verb: Token, speakers: list[Group], rivals: list[Group], cue: EventCue) -> None:
        """A body that confirms clashes with another was in them: inferred, since it does not say so."""
        armed = [g for g in speakers if g.kind == "body"]
        if cue.kind in _MUTUAL and armed and rivals and verb.lemma_ in _SPEAKERS_OF_FIGHTS:
            self._oppose("participant", armed, rivals, cue, inferred=True)

    # --- liaison and leaders

    def read_liaison(self, cues: Sequence[EventCue]) -> None:
        """ "working in liaison with X": there, but not said to have fought. "aided by X": took part."""
        cue = cues[0] if cues else None
        for token in self._liaison_words():
            if token.lemma_.lower() in _LIAISON:
                partners = next(
                    (
                        p
                        for t in (token, token.head, token.head.head)
                        if (p := syntax.prepositional(t, "with"))
                    ),
                    [],
                )
                self._add("in_liaison", self.groups_of(partners), [], cue)
            elif token.lemma_.lower() == "coordinate" and token.pos_ == "VERB":
                self._add("participant", self.groups_of(syntax.subjects(token)), [], cue)
                self._add("participant", self.groups_of(syntax.prepositional(token, "with")), [], cue)
            elif token.lemma_.lower() in _HELP_VERBS and syntax.is_passive(token):
                self._add("participant", self.groups_of(syntax.agents(token)), [], cue)
            elif token.lower_ in _BESIDE:
                self._add(
                    "participant",
                    self.groups_of(
                        syntax.prepositional(token, "with") or [c for c in token.children if c.dep_ == "pobj"]
                    ),
                    [],
                    cue,
                )

    def _liaison_words(self) -> list[Token]:
        words = with_base_form(self.doc, _LIAISON_WORDS) + written_as(self.doc, _BESIDE)
        return sorted({token.i: token for token in words}.values(), key=lambda token: token.i)

    def read_taking_part(self, cues: Sequence[EventCue]) -> None:
        """ "X took part": in the happening the text is on."""
        cue = cues[0] if cues else None
        for token in with_base_form(self.doc, {"take", "participate"}):
            if token.lemma_ == "participate" or takes_part(token):
                if not takes_no_part(token):
                    self._add("participant", self.groups_of(syntax.inherited_subjects(token)), [], cue)

    def read_defenders(self, cues: Sequence[EventCue]) -> None:
        """ "troops routed the assailants", "police dispersed the crowd": they were in it."""
        told = {cue.token for cue in cues}
        for verb, doers, driven in driving_off(self.doc):
            defenders = [g for g in self.groups_of(doers) if g.actors or g.status == "combatant"]
            foes = self.groups_of(driven)
            if foes and verb.i not in told:
                self._add("participant", defenders, foes, cues[0] if cues else None)

    def read_leaders(self, cues: Sequence[EventCue]) -> None:
        """ "the forces led by P", "the group's leader, P"."""
        cue = cues[0] if cues else None
        for token in with_base_form(self.doc, {"lead", "command", "head"}):
            if token.tag_ == "VBN" and token.dep_ in {"acl", "relcl"}:
                for person in syntax.agents(token):
                    if person.pos_ == "PROPN":
                        self._add_leader(token.head, person, cue)

    def _add_leader(self, body: Token, person: Token, cue: EventCue | None) -> None:
        groups = self.groups_of([body])
        first = person
        while first.i > 0 and first.nbor(-1).pos_ == "PROPN":
            first = first.nbor(-1)
        last = person
        while last.i + 1 < len(self.doc) and last.nbor(1).pos_ == "PROPN":
            last = last.nbor(1)
        for group in groups[:1]:
            span = (self.sentence.start + first.idx, self.sentence.start + last.idx + len(last.text))
            self.roles.append(
                Role(
                    facet="leader",
                    group=group,
                    cue=cue.token if cue else None,
                    start=span[0],
                    end=span[1],
                    person=span,
                )
            )

    # --- adding

    def _oppose(
        self, facet: str, ones: list[Group], others: list[Group], cue: EventCue, *, inferred: bool = False
    ) -> None:
        self._add(facet, ones, others, cue, inferred=inferred)
        self._add(facet, [o for o in others if o not in ones], ones, cue, inferred=False)

    def _add(
        self,
        facet: str,
        groups: Iterable[Group],
        opponents: Sequence[Group],
        cue: EventCue | None,
        *,
        inferred: bool = False,
    ) -> None:
        for group in groups:
            if group.kind in {"number", "pronoun"} and not group.actors:
                continue
            if group.count is not None and group.count.high == 0:
                continue  # "no soldier took part"
            known = [
                role
                for role in self.roles
                if (role.start, role.end) == (group.start, group.end) and role.facet in {facet, "in_liaison"}
            ]
            if known:
                continue
            self.roles.append(
                Role(
                    facet=facet,
                    group=group,
                    opponents=tuple(opponents),
                    cue=cue.token if cue else None,
                    start=group.start,
                    end=group.end,
                    inferred=inferred,
                )
            )


def _fights(group: Group) -> bool:
    """True for a named body and for fighters: from whom an attack comes, rather than from where."""
    return bool(group.actors) or group.status == "combatant"


def _attempted(verb: Token) -> Token:
    """What was attempted: "tried to *kill* the mayor" has a target, whether or not it came to it."""
    if verb.lemma_.lower() not in TRYING:
        return verb
    return next((c for c in verb.children if c.dep_ == "xcomp" and c.lemma_.lower() in VIOLENT_AIMS), verb)
