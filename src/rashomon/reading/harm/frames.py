"""What happened to whom: harm frames of one parsed sentence.

A *frame* is a word of harm ("killed", "deaths", "left … dead", "toll") with the group that suffered it, who did
it, and how real it is. The parse leads; where it is known to fail (elided numbers), the order of words decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model.claims import Count
from rashomon.reading.counts import CountFound
from rashomon.reading.harm import openers
from rashomon.reading.harm.by_side import by_side
from rashomon.reading.harm.custody import all_being_taken, is_sought, is_taken_before, told_custody
from rashomon.reading.harm.fallen import counted_before, is_lost, losers_of
from rashomon.reading.harm.fatal import with_fatal
from rashomon.reading.harm.interposed import with_heads
from rashomon.reading.harm.listing import mark_listed, one_of_two, with_whole_lists
from rashomon.reading.harm.no_casualties import counts_nobody, harms_nobody, is_living_body, is_nobody_here
from rashomon.reading.harm.numbers import (
    all_listed,
    as_both,
    as_carried,
    for_each,
    mark_blows,
    number_of,
    told_beside,
    with_nobody,
)
from rashomon.reading.harm.outcome import Outcome
from rashomon.reading.harm.outcomes import (
    facet_for,
    facet_of_verb,
    is_natural,
    of_some,
    told_outcome,
)
from rashomon.reading.harm.parts_told import with_parts_told
from rashomon.reading.harm.put_out import puts_out
from rashomon.reading.harm.rulings import told_by_name, told_of_all, whose_death
from rashomon.reading.harm.shared_objects import (
    doers_of,
    has_auxiliary,
    last_of_verb,
    shared_object,
    shared_some,
    shares_object,
)
from rashomon.reading.harm.spelled_out import with_parts_spelled
from rashomon.reading.harm.subjects import subjects_of_harm
from rashomon.reading.harm.survivors import everybody, is_excepted, told_survival
from rashomon.reading.harm.told_none import bearers_of_none, denied_number, is_no_loss_of_life, none_beside
from rashomon.reading.harm.told_once import untold
from rashomon.reading.harm.tolls import find_toll, put_at, puts_own, settle_tolls
from rashomon.reading.harm.values import (
    Frame,
    as_own,
    completed,
    harmed_by,
    is_nobody,
    losers,
    lost_by,
    with_owner,
    with_rest_of_list,
    with_subsets,
)
from rashomon.reading.harm.victim_order import (
    COUNTED_ITSELF,
    after_link,
    after_were,
    all_who_died,
    all_with_wounds,
    counts_things,
    facet_of_adjective,
    harmed_lemma,
    harmed_objects,
    harms_own_part,
    has_own_harm,
    hurts_himself,
    is_attempted,
    is_before_noun,
    is_charge,
    is_left_dead,
    is_verb,
    members_for_family,
    named_once,
    not_telling,
    owners_of,
    told_of,
    with_listed,
)
from rashomon.reading.harm.weak_verbs import harmed_by_weak
from rashomon.reading.harm.whole_of import with_shares, with_wholes
from rashomon.reading.harm.whose_dead import (
    LOSING,
    bodies_of,
    leavers,
    left_dead,
    of_own_ranks,
    whose_side,
)
from rashomon.reading.harm.words_for_people import WordsForPeople
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.harm_words import (
    BETWEEN_WORDS,
    BODIES,
    FREEING,
    HARM_ADJECTIVES,
    HARM_NOUNS,
    HARM_VERBS,
    HARMED_NOUNS,
    LEFT_DEAD,
    LIGHT_HARM,
    LIVES,
    MULTIPLE_HARM,
    ONLY_OF,
    SENTENCED,
    SUFFER_VERBS,
)
from rashomon.reading.languages.en.reality import certainty
from rashomon.reading.people.companions import companions_of
from rashomon.reading.people.groups import Group, number_group, person_group
from rashomon.reading.people.one_more import before_participle
from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.sentences.word_index import meaningful_words, words_between

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_frames(
    sentence: Sentence,
    groups: Sequence[Group],
    counts: Sequence[CountFound],
    barred: Sequence[tuple[int, int]] = (),
) -> tuple[Frame, ...]:
    """The harm frames of a parsed sentence, in order; ``barred``: stretches that name places, so no persons."""
    if sentence.doc is None:
        return ()
    people = [f for f in counts if not (counts_nobody(f, sentence) or is_excepted(f.start, sentence))]
    finder = _FrameFinder(sentence, sentence.doc, groups, people, barred)
    for token in meaningful_words(sentence.doc, openers.BASE_FORMS, openers.FORMS):
        finder.read(token)
    finder.repair_ellipsis()
    told = with_whole_lists(one_of_two(finder.frames, sentence), groups, sentence)
    frames = [for_each(frame, people, sentence) for frame in settle_tolls(told, people, sentence)]
    frames = with_shares(with_wholes(with_subsets(frames, groups, sentence), groups, sentence), sentence)
    frames = mark_blows(mark_listed(with_heads(frames, groups, sentence), sentence), sentence)
    parted = with_parts_told(by_side(frames, groups, people, sentence), groups, people, sentence)
    return tuple(with_fatal(with_parts_spelled(parted, groups, people, sentence), sentence))


class _FrameFinder:
    """Collects the frames of one sentence, so that later rules see what earlier ones found."""

    def __init__(
        self,
        sentence: Sentence,
        doc: Doc,
        groups: Sequence[Group],
        counts: Sequence[CountFound],
        barred: Sequence[tuple[int, int]],
    ) -> None:
        self.sentence = sentence
        self.doc = doc
        self.groups = groups
        self.counts = [
            found
            for found in counts
            if found.kind == "number" and not counts_things(words_between(doc, found.start, found.end))
        ]
        self.frames: list[Frame] = []
        self.barred = barred
        self.meant = WordsForPeople(sentence, groups, self.counts, barred)

    def read(self, token: Token) -> None:
        """Add the frames that one token opens, if any."""
        lemma = token.lemma_.lower()
        if (outcome := told_survival(token) or told_outcome(token) or told_custody(token)) is not None:
            self._read_outcome(token, outcome)
            return
        if is_verb(token):
            if lemma in HARM_VERBS and token.dep_ not in {"compound"} and not harms_nobody(token):
                self._read_verb(token, facet_of_verb(token, lemma))
                return
            if lemma in SUFFER_VERBS and not is_natural(token):
                # "a *further six* fled"
                counted = counted_before(token)
                sufferers = self.meant.all_of(counted or syntax.inherited_subjects(token))
                sufferers = sufferers or self.meant.aged_before(token)
                self._add_with_companions(SUFFER_VERBS[lemma], token, sufferers)
                return
            self._read_light_verb(token, lemma)
            return
        if (facet := facet_of_adjective(token)) is not None:
            self._read_adjective(token, facet)
        elif token.pos_ in {"NOUN", "PROPN"} or token.lower_ == "remains":
            self._read_noun(token, lemma)

    def _read_outcome(self, token: Token, outcome: Outcome) -> None:
        """Add what became of people where no word of harm says it ("was taken to a hospital")."""
        anchor = self.doc[outcome.anchor]
        if outcome.count is not None:
            high = None if outcome.open_end else outcome.count
            count = Count(low=outcome.count, high=high, as_written=anchor.text)
            group = replace(person_group(self.sentence, anchor), kind="number", count=count, plural=True)
            self._add(self._frame(outcome.facet, token, group))
            return
        if outcome.sufferer == "own":
            victims = self.meant.all_of(all_with_wounds(token, anchor))
            # "the shooting of a woman *and two of her children*"
            if token.lemma_.lower() in MULTIPLE_HARM or token.lemma_ in {"cost", "claim"}:
                victims = with_rest_of_list(victims, self.groups, self.sentence)
        elif outcome.sufferer == "patient" and not syntax.has_object(anchor):
            victims = self.meant.all_of(self._passive_subjects(anchor))
            victims = victims or with_listed(
                self.meant.left_of(anchor), anchor, self.groups, self.sentence
            )  # "a guard and *a nurse* were rushed to a clinic"
        elif outcome.sufferer == "patient":
            victims = self.meant.all_of(harmed_objects(anchor))
            if anchor.lemma_ == "lose":
                own = self.meant.all_of(losers_of(anchor))
                victims = [as_own(victim, own) for victim in victims]
        else:
            victims = self.meant.all_of(not_telling(syntax.inherited_subjects(anchor) or [anchor.head]))
        if outcome.affirmed:
            victims = [everybody(v, outcome.left) for v in victims]
        # "none had life-threatening injuries" does not say that nobody was hurt.
        taken = outcome.facet == "captured"
        victims = [v for v in victims if v.kind != "body" and (taken or not is_nobody(v))]
        facet = facet_for(outcome, victims, self.sentence)
        told = outcome.sufferer == "patient" and (taken or outcome.by_hand)
        add = self._add_with_companions if taken else self._add_all
        add(facet, token, victims, self._doers(anchor) if told else ())
        if outcome.hedged or outcome.affirmed:
            sure = {"certainty": "hedged"} if outcome.hedged else {"certainty": "asserted", "negated": False}
            self.frames = [replace(f, **sure) if f.token == token.i else f for f in self.frames]
        if outcome.denied:
            self.frames = [replace(f, negated=f.negated or f.token == token.i) for f in self.frames]

    def _read_verb(self, verb: Token, facet: str) -> None:
        if syntax.is_passive(verb) and (has_auxiliary(verb) or not shares_object(verb)):
            victims = members_for_family(
                self.meant.all_of(self._passive_subjects(verb)), self.groups, self.sentence
            )
            victims = self.meant.right_before(verb) or named_once(victims, self.doc)
            agents = self.meant.doers_among(syntax.agents(verb))
        else:
            objects = [t for t in harmed_objects(verb) if not has_own_harm(t, verb)] or shared_object(verb)
            victims = self.meant.all_of(objects)
            if not victims and harms_own_part(verb):
                victims = self.meant.all_of(hurts_himself(verb))
            elif not victims:
                victims = self.meant.right_of(last_of_verb(verb))
            agents = self.meant.doers_among(doers_of(verb))
            bare = (not syntax.has_object(verb) or not objects) and not syntax.is_perfect(verb)
            if not victims and bare and verb.tag_ in {"VBN", "VBD"} and not shares_object(verb):
                # A headline's or note's passive without its auxiliary: "Three soldiers killed in ambush".
                victims = self.meant.right_before(verb) or self.meant.all_of(syntax.subjects(verb))
                agents = self.meant.doers_among(syntax.agents(verb))
                if victims and victims[0].noun == "family":  # "the family of a *girl* shot on Monday mourns"
                    victims = self.meant.left_of(verb) or victims
        victims = harmed_by_weak(verb, victims, told=bool(self.frames))
        if not victims and verb.tag_ == "VBN" and not syntax.has_object(verb):
            victims = self.meant.left_of(verb) or self.meant.right_of(verb)
        right = any(victim.first > verb.i for victim in victims)
        if verb.tag_ in {"VBN", "VBD"} and not (right or syntax.has_object(verb) or shares_object(verb)):
            victims = with_listed(victims, verb, self.groups, self.sentence)
        victims = none_beside(verb, self.frames) or victims or self.meant.all_of(shared_some(verb, facet))
        self._add_with_companions(facet, verb, victims, agents)

    def _add_with_companions(
        self, facet: str, verb: Token, victims: Sequence[Group], agents: Sequence[Group] = ()
    ) -> None:
        """Add the frames of a verb, and those of whoever is told of together with whom it befell."""
        beside = companions_of(verb, victims, self.groups, self.sentence, self.barred)
        self._add_all(facet, verb, [*victims, *beside], agents)
        if beside:
            here = (verb.i, "unknown")
            self.frames = [replace(f, listed=f.listed or (f.token, f.coverage) == here) for f in self.frames]

    def _passive_subjects(self, verb: Token) -> list[Token]:
        if further := all_being_taken(verb) or before_participle(verb) or told_of(verb):
            return further
        if verb.dep_ == "acl" and not syntax.subjects(verb):
            return [self.meant.person_above(verb.head)]
        if verb.dep_ == "amod" and verb.head.i > verb.i:
            return [verb.head]
        own = subjects_of_harm(verb) or after_were(verb)
        return own or not_telling(syntax.inherited_subjects(verb))

    def _read_light_verb(self, verb: Token, lemma: str) -> None:
        if (toll := put_at(verb, self.sentence, self.counts)) is not None:
            number = lost_by(self.meant.all_of(losers_of(verb)) if puts_own(verb) else (), toll.number)
            self._add(replace(self._frame(toll.facet, verb, number), coverage=toll.coverage))
            return
        lives = [child for child in verb.children if child.lemma_ in LIVES]
        of_whom = syntax.prepositional(lives[0], "of") if lives else []
        if (lemma == "claim" and lives) or (lemma in {"take", "end"} and of_whom):
            victims = self.meant.all_of(of_whom) or self.meant.numbers_after(verb, 6)
            one = [noun for noun in lives if noun.lemma_ == "victim" and noun.tag_ == "NN"]
            self._add_all("killed", verb, victims or self.meant.all_of(one))
        elif lemma == "lose" and lives:
            self._add_all("killed", verb, self.meant.all_of(losers_of(verb)) or self.meant.left_of(verb))
        elif puts_out(verb, lemma):
            passive = syntax.is_passive(verb)
            victims = self.meant.all_of(self._passive_subjects(verb) if passive else syntax.objects(verb))
            self._add_all("neutralised", verb, victims, self._doers(verb))
        elif lemma in {"take", "go", "report"}:
            for word in [*self.doc[verb.i + 1 : verb.i + 8], *(c for c in verb.children if c.dep_ == "oprd")]:
                facet = LIGHT_HARM.get((lemma, word.lemma_.lower()))
                if facet:
                    passive = syntax.is_passive(verb) or lemma == "go"
                    whom = self._passive_subjects(verb) if passive else syntax.objects(verb)
                    victims = [v for v in self.meant.all_of(whom) if v.head != word.i]
                    by = self.meant.doers_among(syntax.agents(verb))
                    self._add_with_companions(facet, verb, victims, by)
                    return

    # --- adjectives: "30 jihadists dead", "were wounded", "the dead soldiers"

    def _read_adjective(self, word: Token, facet: str) -> None:
        if any(frame.token == word.i or frame.token == word.i - 1 for frame in self.frames):
            return
        if word.i > 0 and self.doc[word.i - 1].lower_ == "shot" and (shot := self.meant.right_of(word)):
            # "Gunmen on a motorcycle shot dead a priest", where the parser takes "shot" for a noun.
            self._add_all(facet, word, shot, self.meant.doers_among(syntax.subjects(word)))
            return
        if facet == "captured" and syntax.clause_verb(word).lemma_.lower() in FREEING:
            return  # "one captive was freed"
        numbered = [found for found in self.counts if found.end == word.idx - 1]
        own: list[Group] = []
        if all_dead := told_of_all(word):
            victims = self.meant.all_of(all_dead)
        elif word.dep_ == "amod" and (word.head.i > word.i or word.head.pos_ == "PROPN"):
            victims = left_dead(word, self.meant.all_of([word.head]), self.groups, self.sentence)
        elif numbered:
            # "AFP reports 10 dead": who reports them is not among them.
            victims = [lost_by(self.meant.all_of(losers(word)), number_group(self.sentence, numbered[0]))]
        elif word.dep_ in {"acomp", "attr", "oprd"} or is_left_dead(word):
            verb = word.head
            victims = self.meant.all_of(syntax.objects(verb)) if verb.lemma_ in LEFT_DEAD else []
            own = leavers(verb, word, self.meant, self.sentence)
            if own:
                victims = [as_own(victim, own) for victim in victims]
            victims = victims or self.meant.all_of(syntax.inherited_subjects(verb))
            if verb.lemma_ in LEFT_DEAD and not victims:
                victims = self.meant.left_of(word)
        else:
            victims = self.meant.all_of(syntax.subjects(word)) or self.meant.left_of(word)
        victims = none_beside(word, self.frames) or victims
        leaves = word.head.pos_ == "VERB" and word.head.lemma_ == "leave" and not own
        agents = self.meant.doers_among(syntax.inherited_subjects(word.head)) if leaves else []
        self._add_all(facet, word, with_listed(victims, word, self.groups, self.sentence), agents)

    # --- nouns: "the death of", "three arrests", "no casualties", "a toll of 12"

    def _read_noun(self, noun: Token, lemma: str) -> None:
        if lemma in {"toll", "number", "count", "tally"}:
            toll = find_toll(noun, self.sentence, self.groups, self.counts)
            if toll is not None:
                self._add(replace(self._frame(toll.facet, noun, toll.number), coverage=toll.coverage))
            return
        lemma = harmed_lemma(noun, lemma)
        facet = HARM_NOUNS.get(lemma)
        harmed = HARMED_NOUNS.get(lemma)
        if facet is None and harmed is None:
            return
        if harmed == "captured" and is_taken_before(noun):
            return
        following = self.doc[noun.i + 1].lemma_.lower() if noun.i + 1 < len(self.doc) else ""
        charged = is_attempted(noun) or is_charge(noun) or is_sought(noun)
        if following in SENTENCED | {"toll"} or charged:
            return
        own = [g for g in self.groups if g.head == noun.i and g.count and g.count.vague != "plural"]
        if own and is_living_body(noun):
            return
        number = number_of(noun, self.counts, self.groups, self.sentence)
        number = number or denied_number(noun, self.sentence)
        if harmed is not None:
            held = noun.i > 0 and self.doc[noun.i - 1].lemma_ in {"take", "hold", "keep"}
            if whose := [child for child in noun.children if child.lower_ == "whose"]:
                self._add_all(harmed, noun, self.meant.all_of(whose))
            elif own and not held and lemma in COUNTED_ITSELF:
                self._add_all(harmed, noun, own)
            elif number is not None and not (lemma in BODIES and number.first > noun.i):
                self._add_all(harmed, noun, all_listed(number, noun, self.groups, self.sentence))
            elif lemma in BODIES:
                dead = bodies_of(noun, self.meant, self.groups, self.sentence)
                self._add_all(harmed, noun, dead or ([number] if number is not None else []))
            return
        victims = self.meant.all_of(harmed_by(noun))
        if facet == "losses" and any(is_lost(self.doc[v.head]) for v in victims):
            facet = "killed"  # "the loss of six soldiers", "of two lives"
        victims = victims or after_link(noun, self.groups, self.sentence)
        victims = all_who_died(noun, victims, self.groups, self.sentence)
        owners = owners_of(noun)
        if number is not None and is_no_loss_of_life(noun, number):
            facet, victims = "killed", []
        if number is not None and not any(
            v.count and v.kind == "people" and v.count.vague is None for v in victims
        ):
            kind = next((g for g in self.groups if g.head in {c.i for c in owners}), None)
            bearers = bearers_of_none(noun, number)
            kind = kind or next(iter(self.meant.all_of(bearers)), None)
            facet = "casualties" if bearers else facet
            self._add_all(
                facet or "killed", noun, [with_owner(number, kind or (victims[0] if victims else None))]
            )
            return
        if not victims and lemma not in ONLY_OF:
            victims = told_by_name(self.meant.all_of(owners)) or whose_death(noun, self.sentence)
        if not victims and facet in {"casualties", "losses"} and noun.tag_ == "NNS":
            return
        victims = [v for v in victims if v.kind != "body"]
        add = self._add_with_companions if facet == "captured" else self._add_all
        add(facet or "killed", noun, victims, self.meant.doers_among(syntax.agents(noun)))

    def _doers(self, verb: Token) -> list[Group]:
        """Who did what a verb tells, active or passive."""
        passive = syntax.is_passive(verb)
        return self.meant.doers_among(syntax.agents(verb) if passive else syntax.inherited_subjects(verb))

    def _frame(
        self, facet: str, token: Token, victim: Group, agents: tuple[Group, ...] = (), *, elided: bool = False
    ) -> Frame:
        start = self.sentence.start + token.idx
        return Frame(
            facet=facet,
            sentence=self.sentence.index,
            token=token.i,
            start=start,
            end=start + len(token.text),
            victim=victim,
            negated=syntax.is_negated(token) and token.lemma_ != "survive",
            certainty=certainty(token),
            agents=agents,
            elided=elided,
        )

    def _add_all(
        self, facet: str, token: Token, victims: Sequence[Group], agents: Sequence[Group] = ()
    ) -> None:
        for group in (v for v in victims if not is_nobody_here(v, self.doc[v.head])):
            whole = as_carried(group, self.groups, self.sentence)
            whole = as_both(whole, token) if len(victims) == 1 else whole
            victim = self._of_own_side(completed(whole, facet, self.frames), token)
            others = tuple(agent for agent in agents if agent.head != victim.head)
            self._add(self._frame(facet, token, victim, others, elided=victim.who != group.who))

    def _of_own_side(self, victim: Group, token: Token) -> Group:
        """ "acknowledged two dead in its own ranks": they are of whoever the clause speaks of."""
        end = max(victim.end - self.sentence.start, token.idx + len(token.text))
        if victim.kind != "number":
            return victim
        named = whose_side(victim, end, self.groups, self.sentence)
        if named is not None or not of_own_ranks(self.sentence.words[end:], token):
            return with_owner(victim, named)
        subjects = self.meant.all_of(losers_of(syntax.clause_verb(token)))
        owners = [g for g in subjects if g.actors or (token.lemma_ in LOSING and g.categories)]
        if not owners:
            return replace(victim, categories=(), status="unknown", actors=(), who=victim.words)
        return with_owner(victim, owners[0])

    def _add(self, frame: Frame) -> None:
        own = (frame.victim.start, frame.victim.end, frame.facet)
        if own not in {(f.victim.start, f.victim.end, f.facet) for f in self.frames}:
            self.frames.append(with_nobody(frame, self.frames))

    def repair_ellipsis(self) -> None:
        """Read "and five injured" after "three fighters were killed": the parser lets it fall out."""
        for found in self.counts:
            start = self.sentence.start + found.start
            if any(f.victim.start <= start < f.victim.end for f in self.frames):
                continue
            tokens = words_between(self.doc, found.start, found.end)
            if not tokens or any(g.first <= tokens[-1].i < g.head for g in self.groups):
                continue
            for word in self.doc[tokens[-1].i + 1 : tokens[-1].i + 4]:
                facet = HARM_ADJECTIVES.get(word.lower_) or of_some(word, self.frames)
                if facet is None and word.tag_ == "VBN" and not harms_nobody(word):
                    facet = HARM_VERBS.get(word.lemma_.lower())
                if facet and not is_before_noun(word):
                    earlier = self.frames[-1].victim if self.frames else None
                    victim = with_owner(number_group(self.sentence, found), earlier)
                    self._add(replace(self._frame(facet, word, victim), elided=earlier is not None))
                    break
                if word.lower_ not in BETWEEN_WORDS:
                    break
            else:
                continue
            if (other := told_beside(found, self.frames, self.sentence)) is not None:
                self.frames[-1] = replace(self.frames[-1], listed=True)
                self._add(other)
        for further in untold(self.frames, self.groups, self.counts, self.sentence):
            self._add(further)
