"""What became of people where no word of harm says it: hospital, condition, wounds, recovery.

"He was taken to a hospital in stable condition", "with non-life-threatening injuries", "is expected to
recover" tell of the wounded; "with a gunshot wound" of one hit, alive or dead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.reading.harm.fallen import falls_in_fight, is_death, is_lost, is_taken_out, owners_of_heads
from rashomon.reading.harm.lives import told_life
from rashomon.reading.harm.no_casualties import is_earlier_crime, is_mourned
from rashomon.reading.harm.outcome import Outcome, Sufferer
from rashomon.reading.harm.own_deaths import ends_a_deed, turns_on_himself
from rashomon.reading.harm.shared_objects import shared_object, shares_object
from rashomon.reading.harm.told_none import is_of_nobody
from rashomon.reading.harm.values import Frame
from rashomon.reading.harm.wounds import is_cared_for, loses_limb, of_throat, stays_in_hospital
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.harm_words import (
    BEARING_WOUNDS,
    CARE_PLACES,
    CARRIED,
    CONDITIONS,
    FATAL_WORDS,
    HARM_NOUNS,
    HARM_VERBS,
    HIT_WOUNDS,
    MULTIPLE_HARM,
    RECOVERING,
    TO_CARE,
    TO_DEATH,
    WOUND_NOUNS,
)
from rashomon.reading.languages.en.words import PERSON_NOUNS
from rashomon.reading.people.groups import Group
from rashomon.reading.people.heads import is_shot_dead
from rashomon.reading.sentences.parsing import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPEN_QUESTION = re.compile(
    r"\b(?:if|whether|ideas?|rul(?:e|ed|ing) out|possibility|theory|theories)\b", re.I
)
"""Words before "a murder-suicide" by which somebody asks for one or keeps it open: nobody is counted."""
_FATAL = frozenset({"fatal", "mortal", "deadly"})
_GRAVE = _FATAL | frozenset("serious severe major grave critical significant threatening".split())
_ILLNESS = re.compile(
    r"^(?:\w+ ){0,4}?(?:to|of|from|after|with)\b(?: [\w'’-]+){0,4}? (?:cancer|leukemia|leukaemia"
    r"|heart (?:attack|disease|failure)|stroke|illness|disease|pneumonia|malaria|cholera|diabetes|covid"
    r"|natural causes|overdose|old age"
    r"|aids|tuberculosis|ebola|fever|hunger|thirst|malnutrition)\b",
    re.I,
)
"""What people die of without anybody's deed."""
_SOME = {
    "fatally": "killed",
    "mortally": "killed",
    "critically": "wounded",
    "seriously": "wounded",
    "severely": "wounded",
    "badly": "wounded",
    "slightly": "wounded",
    "lightly": "wounded",
}
_CARE = re.compile(CARE_PLACES, re.I)
_REST = re.compile(r"\b(?:others?|wounded|injured|survivors?|remaining|rest)\b", re.I)
_IN_LIMB = re.compile(
    r"^(?:to|in|on|through) (?:(?:his|her|the|their|a|one) )?(?:(?:left|right|upper|lower|one|back of the) )?"
    r"(?:arms?|legs?|hands?|foot|feet|ankles?|knees?|thighs?|calf|calves|shins?|wrists?|elbows?|forearms?"
    r"|fingers?|toes?|buttocks|buttock|shoulders?|hips?)\b",
    re.I,
)
"""Where a wound is seldom deadly: whoever has it is told of as wounded."""
_THREATENED = re.compile(r"\b(?:told|said|saying|would|will|may|might)\b.*", re.I | re.S)
"""What is only said to come: "were beaten and *told they would be burned alive*"."""
_DEADLY = re.compile(r"\bto (?:death|pieces|bits|shreds)\b|\balive\b|\bapart by\b", re.I)
_IDIOMS = {
    "put": re.compile(r"\bto (?:death|the sword)\b", re.I),
    "blow": re.compile(r"\bto (?:pieces|bits|shreds|smithereens)\b", re.I),
    "blown": re.compile(r"^(?:up|apart)\b|\bto (?:pieces|bits|shreds|smithereens)\b", re.I),
    **dict.fromkeys(
        ("send", "dispatch", "despatch"),
        re.compile(
            r"\bto (?:(?:his|her|their|an?) (?:\w+ )?(?:deaths?|graves?)|hell|the (?:great beyond|hereafter))\b",
            re.I,
        ),
    ),
    **dict.fromkeys(("finish", "bump"), re.compile(r"^(?:him |her |them )?off\b|\boff$", re.I)),
    "cut": re.compile(r"^(?:him |her |them )?down\b|\bto (?:death|pieces)\b", re.I),
}
"""Verbs that tell of a killing together with a phrase or particle of their own."""
_FOR_LIFE = re.compile(r"(?:for|to) (?:his|her|their) li(?:fe|ves)\b", re.I)
_PLACES = frozenset({"scene", "area", "home", "house", "street", "station", "store", "apartment", "party"})
_FINDING = frozenset({"find", "locate", "discover", "encounter"})
_OF_WOUNDS = re.compile(
    r"\b(?:wound|injur|gunshot|shooting|shot|hospital|scene|surger|attack|blast|gunfire|bullet|life support"
    r"|later passed)",
    re.I,
)
_TREATED = re.compile(
    r"\b(?:wounds?|injur|hospital|scene|medical)|^and released\b|^for (?:[\w-]+ ){0,3}(?:burns?|bruises|shock)\b",
    re.I,
)


def facet_of_verb(verb: Token, lemma: str) -> str:
    """What a verb of harm says: whoever was "fatally" wounded or shot "dead" was killed."""
    facet = HARM_VERBS[lemma]
    if facet == "wounded" and any(t.lower_ in {"fatally", "mortally"} for t in verb.children):
        return "killed"
    if facet != "casualties":
        return facet
    beside = {"advmod", "acomp", "oprd", "xcomp", "amod", "dep"}
    told = [*(t for t in verb.children if t.dep_ in beside), *verb.doc[verb.i + 1 : verb.i + 4]]
    near = {t.lower_ for t in told if not (is_of_some(t) or _has_own_number(t))}
    ends = [noun.right_edge.i + 1 for noun in syntax.objects(verb)]
    near -= {"dead"} if _is_another_dead(verb) else set()
    near |= {verb.doc[i].lower_ for i in ends if i < len(verb.doc) and verb.doc[i].lower_ == "dead"}
    if lemma == "shoot" and any(child.lower_ == "down" and child.dep_ == "prt" for child in verb.children):
        return "killed"
    return "killed" if near & FATAL_WORDS or _is_to_death(verb) else facet


def _is_to_death(verb: Token) -> bool:
    """True for "stabbed a trader *to death*", wherever the parser hangs the two words."""
    over = {verb, *syntax.objects(verb)}
    linked = (c for head in over for c in head.children if c.dep_ == "prep" and c.lower_ == "to")
    return any(child.lower_ == "death" for link in linked for child in link.children)


def _has_own_number(word: Token) -> bool:
    """True for the "dead" of "eight men shot, *two dead*", "shot *with one victim dead*": it is said of the two."""
    if word.lower_ != "dead" or word.i < 2:
        return False
    before = word.doc[max(0, word.i - _REACH) : word.i]
    return _OWN_NUMBER.search(before.text_with_ws) is not None


_REACH = 7
_OWN_NUMBER = re.compile(
    r"(?:,|\b(?:with|leaving|and))\s+(?:(?:at least|about) )?"
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:(?:of|the|them)\s+){0,3}"
    r"(?:(?:person|people|victims?|m[ae]n|wom[ae]n|teens?|teenagers?|boys?|girls?|child|children|others?)\s+)?\Z",
    re.I,
)
"""Before a "dead" that is said of a number of its own."""


def _is_another_dead(verb: Token) -> bool:
    """True for the "dead" of "the man accused of *shooting* her is *dead*": it is said of the man."""
    after = (t for t in verb.doc[verb.i + 1 : verb.i + 4] if t.lower_ == "dead")
    return any(t.dep_ in {"acomp", "attr"} and t.head.lemma_ == "be" and t.head != verb for t in after)


def is_all_told(group: Group) -> bool:
    """True for "the victims", "all four", "they": whoever was hit, and none told of besides."""
    back = group.definite or group.kind == "pronoun" or group.words.lower().startswith(("all", "both"))
    return back and _REST.search(group.words) is None


def facet_for(outcome: Outcome, sufferers: Sequence[Group], sentence: Sentence) -> str:
    """What an outcome says of its sufferers: of all the victims taken to hospital some may have died there."""
    if outcome.facet != "wounded" or not outcome.in_care:
        return outcome.facet
    alike = any(v.plural and (is_all_told(v) or _is_all(v, sentence)) for v in sufferers)
    return "casualties" if alike else outcome.facet


def _is_all(group: Group, sentence: Sentence) -> bool:
    """True for the three of "*all three* were taken to a hospital", "*the three* were"."""
    before = sentence.words[: group.start - sentence.start].lower()
    return before.endswith(("all ", "all of the ")) or (group.kind == "number" and before.endswith("the "))


def is_natural(verb: Token) -> bool:
    """True for "died of cancer", "succumbed to a heart attack": no harm that anybody did."""
    if verb.dep_ == "xcomp" and verb.head.lower_ == "likely":
        return True  # "people here are more likely to die of a shot": a chance
    words = _below(verb)[:60]
    return _ILLNESS.search(words) is not None


def is_of_some(word: Token) -> bool:
    """True for the adverb of "four were shot, *one fatally*": it is said of the one."""
    if word.i == 0 or word.lower_ not in _SOME:
        return False
    before = word.nbor(-1)
    if before.lower_ in {"them", "whom"} and word.i > 2 and before.nbor(-1).lower_ == "of":
        before = before.nbor(-2)
    return before.pos_ == "NUM" or before.lower_ in {"none", "neither"}


def of_some(word: Token, frames: Sequence[Frame]) -> str | None:
    """What befell some of those hit, where an adverb after their number says it: "one fatally"."""
    hit = [f for f in frames if f.facet in {"casualties", "wounded"} and f.token < word.i]
    return _SOME.get(word.lower_) if hit and is_of_some(word) else None


def told_outcome(token: Token) -> Outcome | None:
    """The outcome that a word tells, if it does."""
    lemma = token.lemma_.lower()
    if token.pos_ in {"VERB", "AUX"} and lemma not in {"fight", "cling", "battle"}:
        return _of_verb(token, lemma)
    if lemma in WOUND_NOUNS:
        return _of_wound(token, lemma)
    if is_shot_dead(token) and token.i:
        return Outcome(facet="killed", sufferer="own", anchor=token.i - 1)
    if token.lower_ in {"wounds", "injures"} and token.dep_ == "conj" and token.i + 1 < len(token.doc):
        return Outcome(facet="wounded", sufferer="own", anchor=token.i + 1)  # "kills a guard and wounds two"
    if lemma in _FATAL and token.dep_ in {"acomp", "oprd", "amod"}:
        to = syntax.prepositional(token, "to", "for")
        return Outcome(facet="killed", sufferer="own", anchor=to[0].i) if to else None
    if lemma == "hospital" and stays_in_hospital(token):
        if any(_has_word(token.head.head, beside) for beside in ("with", "by", "beside")):
            return None  # "was with her at the hospital": who visits is no patient
        return _hanging(token, "wounded", frozenset({"in", "at"}))
    if lemma in {"fight", "fighting", "cling", "clinging", "battle"} and _FOR_LIFE.match(_below(token)):
        if re.match(r"\S+ (?:his|her) ", _below(token)) and any(
            noun.tag_ == "NNS" for noun in syntax.inherited_subjects(token)
        ):
            return None  # "doctors are fighting for her life"
        return Outcome(facet="wounded", sufferer="subject", anchor=token.i)
    if (lemma == "care" and _has_word(token, "intensive")) or token.text in {"ICU", "NICU"}:
        return _hanging(token, "wounded", frozenset({"in"}))
    if lemma == "treatment" and token.head.lower_ == "under":
        return _hanging(token, "wounded", frozenset({"under"}))
    if lemma in {"support", "coma", "ventilator"} and (lemma != "support" or _has_word(token, "life")):
        return _hanging(token, "wounded", frozenset({"in", "on"}))
    if lemma == "condition" and any(child.lower_ in CONDITIONS for child in token.children):
        return _hanging(token, "wounded", frozenset({"in"}))
    if lemma == "throat":
        return of_throat(token)
    if lemma == "head" and (owners := owners_of_heads(token)):
        return Outcome(facet="killed", sufferer="own", anchor=owners[0].i)
    if lemma == "victim":
        return _of_victim(token)
    if lemma in MULTIPLE_HARM:
        return _multiple(token, lemma) or _of_deed(token, lemma)
    if lemma == "suicide" and token.i > 1 and token.doc[token.i - 2].lower_ == "murder":
        if _OPEN_QUESTION.search(token.doc[max(0, token.i - 9) : token.i - 2].text) or _is_tried(token):
            return None
        return Outcome(facet="killed", sufferer="own", anchor=token.i, count=2, open_end=True)
    if lemma == "suicide" and token.head.lemma_ == "commit" and ends_a_deed(token.head):
        return Outcome(facet="killed", sufferer="subject", anchor=token.head.i)
    return None


def _is_tried(noun: Token) -> bool:
    """True for "an attempted murder-suicide", "a murder-suicide plot": nobody need be dead."""
    before = noun.doc[max(0, noun.i - 6) : noun.i].text.lower()
    after = noun.doc[noun.i + 1].lower_ if noun.i + 1 < len(noun.doc) else ""
    tried = re.search(r"\b(?:attempted|failed|foiled|thwarted|planned|possible)\b", before)
    return tried is not None or after in {"attempt", "attempts", "bid", "plot", "try", "plan", "pact"}


def _of_verb(verb: Token, lemma: str) -> Outcome | None:
    if (
        (lemma in TO_CARE or verb.lower_ in CARRIED)
        and _CARE.search(after := syntax.words_after(verb)[:90])
        and _is_person_moved(verb)
        and not _TO_BE_SEEN.search(after)
    ):
        return Outcome(facet="wounded", sufferer="patient", anchor=verb.i, in_care=True)
    if lemma == "pass" and _has_word(verb, "away") and _OF_WOUNDS.search(verb.sent.text):
        return Outcome(facet="killed", sufferer="subject", anchor=verb.i)
    deadly = _IDIOMS.get(verb.lower_) or _IDIOMS.get(lemma) or (_DEADLY if lemma in TO_DEATH else None)
    if deadly is not None and not _has(verb, "auxpass") and (shared_object(verb) or shares_object(verb)):
        deadly = None  # "*hacked* and burnt to death six people": the six, whom the second verb has
    going_on = verb.tag_ == "VBG" and any(child.dep_ == "aux" for child in verb.children)
    if deadly is not None and not going_on and deadly.search(_THREATENED.sub("", _below(verb)[:60])):
        return Outcome(facet="killed", sufferer="patient", anchor=verb.i, by_hand=True)
    if lemma == "turn" and turns_on_himself(_below(verb)):
        return Outcome(facet="killed", sufferer="subject", anchor=verb.i, hedged=True)
    if lemma == "shoot" and _is_end_of_killing(verb):
        sure = any(child.lower_ in {"fatally", "mortally"} for child in verb.children)
        return Outcome(facet="killed", sufferer="subject", anchor=verb.i, hedged=not sure)
    if lost := told_life(verb, lemma):
        return lost
    if lemma == "graze" and any(
        child.dep_ in {"auxpass", "nsubjpass", "agent", "dobj"} for child in verb.children
    ):
        return Outcome(facet="wounded", sufferer="patient", anchor=verb.i)
    if lemma == "treat" and _TREATED.search(_below(verb)):
        return Outcome(facet="wounded", sufferer="patient", anchor=verb.i)
    if lemma == "expect" and any(c.dep_ == "xcomp" and c.lemma_ in RECOVERING for c in verb.children):
        return Outcome(facet="wounded", sufferer="patient", anchor=verb.i)
    if lemma in {"recover", "recuperate"} and verb.tag_ == "VBG" and not _has(verb, "dobj"):
        return Outcome(facet="wounded", sufferer="subject", anchor=verb.i)
    if lemma == "undergo" and any(child.lemma_ == "surgery" for child in verb.children):
        return Outcome(facet="wounded", sufferer="subject", anchor=verb.i)
    if lemma == "respond" and any(t.lower_ == "treatment" for t in syntax.prepositional(verb, "to")):
        return Outcome(facet="wounded", sufferer="subject", anchor=verb.i)
    if is_cared_for(verb, lemma) or loses_limb(verb, lemma):
        return Outcome(facet="wounded", sufferer="subject", anchor=verb.i)
    return _of_fight(verb, lemma)


_TO_BE_SEEN = re.compile(
    r"\b(?:for|under) (?:an? |further |precautionary |routine |medical |psychiatric |mental )*"
    r"(?:observation|evaluations?|check-?ups?|examinations?|precaution|tinnitus|stress)\b(?! of)"
    r"|\bas a precaution|\bprecautionary\b|\bto be (?:checked|evaluated|examined|looked)\b|\bto visit\b",
    re.I,
)
"""Why people are brought to a hospital who need not be hurt."""


def _of_fight(verb: Token, lemma: str) -> Outcome | None:
    """ "Three soldiers *fell* in an ambush", "the raid *cost* two men their lives", "the army *lost* six men"."""
    if lemma == "cost" and (lives := [c for c in verb.children if c.lemma_ in {"life", "live"}]):
        whose = [c for c in verb.children if c.i > verb.i and c.lemma_.lower() in PERSON_NOUNS]
        whose = [c for c in whose if c not in lives] or syntax.prepositional(lives[0], "of") or lives
        return Outcome(facet="killed", sufferer="own", anchor=whose[0].i)
    objects = syntax.objects(verb)
    if lemma == "lose" and any(is_lost(noun) for noun in objects):
        mixed = _DEAD_AND_HURT.search(_below(verb)) is not None
        return Outcome(facet="casualties" if mixed else "killed", sufferer="patient", anchor=verb.i)
    if any(is_death(verb, noun) for noun in objects):
        return Outcome(facet="killed", sufferer="subject", anchor=verb.i)
    if lemma in {"blow", "detonate", "explode"} and any(noun.lower_ in _SELVES for noun in objects):
        return Outcome(facet="killed", sufferer="subject", anchor=verb.i)
    if lemma == "take" and is_taken_out(verb):
        return Outcome(facet="killed", sufferer="patient", anchor=verb.i)
    if lemma == "bite" and any(noun.lower_ == "dust" for noun in objects):
        return Outcome(facet="killed", sufferer="subject", anchor=verb.i)
    if lemma == "wipe" and any(child.lower_ == "out" for child in verb.children):
        return Outcome(facet="killed", sufferer="patient", anchor=verb.i)
    if lemma == "pay" and _FOR_LIFE.search(_below(verb).replace("with ", "for ")):
        return Outcome(facet="killed", sufferer="subject", anchor=verb.i)
    if lemma == "bury" and any(noun.lower_ == "victims" and _has(noun, "nummod") for noun in objects):
        return Outcome(facet="killed", sufferer="patient", anchor=verb.i)
    if lemma == "fall" and falls_in_fight(verb):
        return Outcome(facet="killed", sufferer="subject", anchor=verb.i)
    return None


_SELVES = frozenset({"himself", "herself", "themselves"})
_DEAD_AND_HURT = re.compile(r"\b(?:killed|dead)(?:,? (?:and|or)|/|,) (?:wounded|injured)\b")
"""What "lost 300 men, killed and wounded" counts together."""


def _is_end_of_killing(verb: Token) -> bool:
    """True for "killed his wife and then *shot himself*": told so, he is hardly ever alive."""
    himself = any(child.dep_ == "dobj" and child.lower_ in {"himself", "herself"} for child in verb.children)
    if not himself or any(child.lower_ in {"accidentally", "non"} for child in verb.children):
        return False
    return any(t.lemma_.lower() in {"kill", "murder"} and t.pos_ == "VERB" for t in verb.doc[: verb.i])


def _below(verb: Token) -> str:
    """The words of a verb's clause that follow it."""
    return " ".join(t.text for t in verb.subtree if t.i > verb.i)


def _is_person_moved(verb: Token) -> bool:
    """False for bodies brought to a morgue in a hospital, and for what is only planned or repeated."""
    moved = [child.lemma_.lower() for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    return not any(word in {"body", "corpse", "remains", "patient"} for word in moved)


def _phrase(noun: Token) -> str:
    return " ".join([*(child.text for child in noun.lefts), noun.text])


def _has_word(verb: Token, word: str) -> bool:
    return any(child.lower_ == word for child in verb.children)


def _has(verb: Token, dependency: str) -> bool:
    return any(child.dep_ == dependency for child in verb.children)


def _of_wound(noun: Token, lemma: str) -> Outcome | None:
    """ "suffered a gunshot wound", "with injuries", "suffering from gunshot wounds"."""
    modifiers = {t.lower_ for t in noun.children} | {t.lower_ for t in noun.lefts}
    facet = "casualties" if lemma in HIT_WOUNDS or modifiers & {"gunshot", "bullet"} else "wounded"
    in_limb = _IN_LIMB.match(noun.doc[noun.i + 1 : noun.i + 8].text)
    left = noun.head.lower_ == "with" and noun.head.head.lemma_ == "leave"
    if (
        in_limb
        or left
        or noun.head.lemma_ in {"nurse", "bear"}
        or "threatening" in {t.lower_ for t in noun.subtree}
    ):
        facet = "wounded"
    if modifiers & _FATAL and "non" not in modifiers:
        facet = "killed"
    noun = _whole_of_degrees(noun)
    verb = noun.head
    if verb.lower_ == "with" and verb.i and verb.nbor(-1).lower_ in {"along", "together"}:
        return None  # "one death, *along with* five injuries": a number of the wounded
    if not modifiers & _GRAVE and is_of_nobody(noun):
        return None  # counted as any "no injuries" are
    if noun.dep_ == "dobj" and verb.lemma_ in BEARING_WOUNDS:
        finder = _finder_of(verb)
        if finder is not None:
            return Outcome(facet=facet, sufferer=_sufferer_of(finder), anchor=finder.i)
        denied = any(child.dep_ == "neg" for child in verb.children)
        if denied and modifiers & _GRAVE:
            return None  # "did not suffer serious injuries": slight ones, or none
        return Outcome(facet=facet, sufferer="subject", anchor=verb.i, denied=denied)
    return _hanging(noun, facet, frozenset({"with", "from"}))


def _whole_of_degrees(wound: Token) -> Token:
    """The "degrees" of "sustained various *degrees of injury*", which the verb has for its object."""
    above = wound.head.head
    return above if wound.head.lower_ == "of" and above.lower_ in {"degree", "degrees"} else wound


def _finder_of(verb: Token) -> Token | None:
    """The verb of "found a boy inside *suffering* a wound": the boy suffers, not who found him."""
    if verb.tag_ != "VBG":
        return None
    if verb.dep_ == "acl" and (verb.head.lower_ in _PLACES or _CARE.search(_phrase(verb.head))):
        # "was taken from the scene *suffering* from a wound", "walked into a clinic *suffering* from one"
        place = verb.head
        while place.pos_ != "VERB" and place.head != place:
            place = place.head
        return place if place.pos_ == "VERB" else None
    above = verb
    for _ in range(4):
        finding = next((t for t in above.head.children if _is_what_was_found(t) and t.i < verb.i), None)
        if finding is not None and above is verb:
            return finding
        if _has(above, "nsubj") or above.head == above:
            return None
        above = above.head
        if above.lemma_ in _FINDING:
            return above if _has(above, "dobj") or _has(above, "nsubjpass") else None
    return None


def _is_what_was_found(verb: Token) -> bool:
    """True for the "find" of "arrived *to find* a man in the yard, suffering …"."""
    aimed = verb.lemma_ in _FINDING and verb.tag_ == "VB" and verb.dep_ in {"advcl", "xcomp"}
    return aimed and _has(verb, "dobj")


def _hanging(noun: Token, facet: str, prepositions: frozenset[str]) -> Outcome | None:
    """Whom a phrase such as "in critical condition" or "with a gunshot wound" is said of."""
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in prepositions:
        return None
    if preposition.lower_ == "from" and preposition.head.lemma_ not in {"suffer", "bleed"}:
        return None
    governor = preposition.head
    if governor.lemma_ in {"suffer", "bleed"} and (finder := _finder_of(governor)) is not None:
        return Outcome(facet=facet, sufferer=_sufferer_of(finder), anchor=finder.i)
    while governor.dep_ == "pobj" and _CARE.search(governor.text):
        governor = governor.head.head
    if governor.pos_ in {"VERB", "AUX"}:
        return Outcome(facet=facet, sufferer=_sufferer_of(governor), anchor=governor.i)
    return Outcome(facet=facet, sufferer="own", anchor=governor.i)


def _sufferer_of(verb: Token) -> Sufferer:
    if _has(verb, "dobj") or _has(verb, "nsubjpass") or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
        return "patient"
    return "subject"


def _of_victim(noun: Token) -> Outcome | None:
    """ "three gunshot victims", "the homicide victim"."""
    kinds = {child.lower_ for child in noun.lefts}
    if noun.dep_ == "attr" and kinds & {"shooting", "gunshot", "stabbing"}:
        return Outcome(facet="casualties", sufferer="subject", anchor=noun.head.i)
    if kinds & {"shooting", "gunshot", "stabbing"}:
        return Outcome(facet="casualties", sufferer="own", anchor=noun.i)
    if kinds & {"homicide", "murder"} and not is_mourned(noun):
        return Outcome(facet="killed", sufferer="own", anchor=noun.i)
    return None


def _of_deed(noun: Token, lemma: str) -> Outcome | None:
    """ "the shooting of two boys": hit; "the fatal shooting of a guard", "the slaying of a guard": dead."""
    hit = syntax.prepositional(noun, "of")
    if not hit or noun.tag_ == "NNS" or lemma in HARM_NOUNS:
        return None
    fatal = any(child.lower_ in _FATAL for child in noun.lefts)
    return Outcome(facet="killed" if fatal else MULTIPLE_HARM[lemma], sufferer="own", anchor=hit[0].i)


def _multiple(noun: Token, lemma: str) -> Outcome | None:
    """ "a triple shooting", "the double homicide": the word gives the number."""
    numbers = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "sextuple": 6}
    count = next((numbers[child.lower_] for child in noun.lefts if child.lower_ in numbers), None)
    attempted = "attempted" in {child.lower_ for child in noun.lefts}
    if count is None or noun.tag_ == "NNS" or attempted or is_earlier_crime(noun):
        return None
    return Outcome(facet=MULTIPLE_HARM[lemma], sufferer="own", anchor=noun.i, count=count)
