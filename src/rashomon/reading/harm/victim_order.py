"""Who suffered, as the order of words tells it where the parse is known to fail."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from rashomon.model.claims import Count
from rashomon.reading.harm.shared_objects import objects_of
from rashomon.reading.harm.values import headed, is_apposed, is_dependent, with_rest_of_list
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.harm_words import (
    BODIES,
    FINDING,
    HARM_ADJECTIVES,
    HARM_NOUNS,
    HARM_VERBS,
    HARMED_NOUNS,
    LEFT_DEAD,
    LEGAL_WORDS,
    SAYING,
    WOUND_NOUNS,
)
from rashomon.reading.languages.en.words import KIN, NOT_PEOPLE, PERSONAL, SEX_OF_PRONOUN
from rashomon.reading.people.companions import NEXT_LISTED
from rashomon.reading.people.groups import Group, person_group
from rashomon.reading.people.one_more import is_one_more
from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.sentences.word_index import words_between

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ATTEMPTED = re.compile(r"\battempt(?:ed)?\s+(?:to\s+commit\s+)?(?:[\w-]+\s+){0,2}$")
_AND = re.compile(r"[\s,]*(?:and|&|plus|as well as)?\s*")


COUNTED_ITSELF = frozenset("body corpse dead hostage fatality martyr detainee prisoner captive".split())
"""Nouns that mean a harmed person where a number stands before them: "six bodies"."""


def with_listed(
    victims: list[Group], word: Token, groups: Sequence[Group], sentence: Sentence
) -> list[Group]:
    """The counted groups listed right before the word ("nine rebels and one guard were killed").

    After a comma splice the parser takes the first clause's subject instead.
    """
    edge = _left_edge(word, sentence)
    listed = [
        one
        for one in victims
        if (one.kind == "number" and _NAME.fullmatch(_between(one.end, edge, sentence)))
        or (_is_of_unlisted_name(one, groups) and _AND.fullmatch(_between(one.end, edge, sentence)))
    ]
    edge = min([edge, *(one.start for one in listed)])
    for group in sorted(groups, key=lambda g: -g.end):
        gap = sentence.words[group.end - sentence.start : edge - sentence.start]
        if group.end <= edge and (_AND.fullmatch(gap) or (listed and _is_next_listed(gap))):
            if group.count is None or group.count.vague is not None or group.kind != "people":
                break
            listed.append(group)
            edge = group.start
    listed = [one for one in listed if not is_apposed(one, [*listed, *victims], sentence)]
    victims = [one for one in victims if not is_apposed(one, victims, sentence)]
    if not listed:
        return victims
    if _is_set_beside(listed[0], victims, word) or _disagrees(listed, victims, word):
        return victims
    if _is_of_relative(listed[0], victims, word):
        return victims
    victims = [group for group in victims if not _is_far(group, listed, sentence)]
    if any(group in victims for group in listed[:1]):
        joined = all(group in listed for group in victims) and _is_one_subject(listed, sentence)
        return list(reversed(listed)) if joined else victims
    if is_dependent(listed[-1], sentence):
        # "three soldiers *including* an officer were killed": the three, of whom the officer is one.
        heads = headed(listed[-1], groups, sentence)
        if heads and all(head in victims for head in heads):
            # "nine guards and five rebels, *including* a leader, were killed": the guards as well.
            return [victim for victim in victims if victim not in listed]
        return heads or victims or list(reversed(listed))
    return list(reversed(listed))


def _is_of_unlisted_name(one: Group, groups: Sequence[Group]) -> bool:
    """True for the counted people of a name that no list of nouns knows: "one *Dawsahak*"."""
    return one.kind == "people" and one.count is not None and one not in groups


_NAME = re.compile(r"\s[A-Z][\w'-]+\s?(?:[A-Z][\w'-]+\s?)?")
"""Between a number and the word of harm: "one *Tuareg* killed"."""


def _between(start: int, end: int, sentence: Sentence) -> str:
    return sentence.words[start - sentence.start : end - sentence.start]


def _is_next_listed(gap: str) -> bool:
    """True between the first two of "the head of the council, *Anna Brun, and* her two sons"."""
    return (
        len(gap) < _LONGEST_GAP
        and re.search(r"\band\b", gap) is not None
        and NEXT_LISTED.fullmatch(gap) is not None
    )


_LONGEST_GAP = 90


def _is_set_beside(last: Group, victims: Sequence[Group], word: Token) -> bool:
    """True for "the victim, *a clerk*, was shot": the parser found whom it befell, and this says who he is."""
    head = word.doc[last.head]
    return head.dep_ == "appos" and any(victim.head == head.head.i for victim in victims)


def _is_of_relative(last: Group, victims: Sequence[Group], word: Token) -> bool:
    """True for "the man who wounded *a guard* was shot": the guard is whom the man wounded."""
    verb = word.doc[last.head].head
    done = word.doc[last.head].dep_ == "dobj" and verb.dep_ == "relcl"
    return done and any(victim.head <= verb.head.i for victim in victims)


def _disagrees(listed: Sequence[Group], victims: Sequence[Group], word: Token) -> bool:
    """True for "three men who met *a friend were* shot": the one nearest the verb is not its subject."""
    plural = any(child.lower_ == "were" and child.dep_ == "auxpass" for child in word.children)
    one = len(listed) == 1 and listed[0].count is not None and listed[0].count.high == 1
    whole = [v for v in victims if v.plural and v.kind == "people" and v.head < listed[0].first]
    return plural and one and any(_is_one_clause(v, listed[0], word.doc) for v in whole)


def _is_one_clause(first: Group, second: Group, doc: Doc) -> bool:
    """True where neither a comma nor a finite verb stands between two phrases."""
    between = doc[first.head + 1 : second.first]
    return not any(t.text in ",;:" or t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in between)


def _is_far(group: Group, listed: Sequence[Group], sentence: Sentence) -> bool:
    """True for people without a number whom other words part from the list: the subject of another clause."""
    gap = sentence.words[group.end - sentence.start : listed[-1].start - sentence.start]
    uncounted = group.count is None or group.count.vague == "plural"
    return uncounted and group.end < listed[-1].start and "," in gap and not _AND.fullmatch(gap)


def _is_one_subject(listed: Sequence[Group], sentence: Sentence) -> bool:
    """True for "a guard and his guide killed by …": all joined by "and", none another verb's object."""
    words = sentence.words
    gaps = [
        words[left.end - sentence.start : right.start - sentence.start] for right, left in pairwise(listed)
    ]
    heads = [sentence.doc[group.head] for group in listed] if sentence.doc is not None else []
    told = any(head.head.lemma_.lower() in SAYING for head in heads)  # "reports *a guard, a guide killed*"
    return all(told or re.search(r"\band\b|&", gap) for gap in gaps) and not any(
        head.dep_ in {"dobj", "pobj"} and not _is_no_object(head.head) for head in heads
    )


def _is_no_object(verb: Token) -> bool:
    """True where what hangs on a verb may suffer another's deed: "found", "reports", a name taken for a verb."""
    return verb.lemma_ in LEFT_DEAD or verb.lemma_.lower() in SAYING or verb.is_upper


def _left_edge(word: Token, sentence: Sentence) -> int:
    """Where the phrase before a participle and its auxiliaries ends, as a report offset."""
    doc, i = word.doc, word.i
    while i > 0 and (doc[i - 1].pos_ in {"AUX", "ADV", "PART"} or doc[i - 1].lower_ in {"been", "being"}):
        i -= 1
    return sentence.start + doc[i].idx


def told_of(verb: Token) -> list[Token]:
    """Whom a passive befell that the parser joins to a verb of saying: its subject is who says it.

    "Police said *two pupils* found dead in a house were shot", "police said all *three* suffered wounds and
    were taken to a hospital".
    """
    said = verb.head
    own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
    if own or verb.tag_ != "VBN" or said.lemma_.lower() not in SAYING or syntax.is_passive(said):
        return []
    if verb.dep_ == "ccomp":
        found = [c for c in said.children if c.dep_ == "ccomp" and said.i < c.i < verb.i]
        return [noun for word in found if word.lemma_ in FINDING for noun in syntax.subjects(word)]
    return [t for t in verb.doc[said.i + 1 : verb.i] if verb.dep_ == "conj" and t.pos_ == "NUM"][:1]


_PARTS = frozenset(
    "head arm leg hand foot shoulder back chest face neck ear cheek finger ankle knee thigh hip stomach "
    "abdomen side torso buttocks calf wrist elbow jaw eye".split()
)


def harmed_objects(verb: Token) -> list[Token]:
    """The objects of a verb of harm: whose head was grazed; "self" in "shoots self Monday at home"."""
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else verb
    if after.lower_ == "self":
        return [after]
    # "killed his wife and then himself": the parser joins "himself" to the verb.
    selves = [t for t in verb.subtree if t.dep_ == "conj" and t.lower_ in {"himself", "herself"}]
    selves = [
        t for t in selves if t.head == verb or t.head.dep_ == "appos"
    ]  # "his wife, two children and himself"
    found = [noun for noun in objects_of(verb) if not _is_own_part(noun)]
    objects = [_owner(noun) for noun in found if not _does_next(noun, verb)]
    if objects or syntax.is_passive(verb):
        return objects + selves
    one = verb.doc[verb.i + 2] if after.lower_ == "a" and verb.i + 2 < len(verb.doc) else after
    return [one] if is_one_more(one) else selves


def _does_next(noun: Token, verb: Token) -> bool:
    """True for the rebels of "the army lost nine men *and the rebels lost five*", whom the parser joins to the men."""
    after = noun.doc[noun.i + 1] if noun.dep_ == "conj" and noun.i + 1 < len(noun.doc) else noun
    if after.tag_ == "CD":
        # "... and the rebels five fighters"
        return verb.lemma_ == "lose" and noun.tag_ == "NNS"
    return after.tag_ == "VBD" and after.dep_ == "conj" and after.head == verb and syntax.has_object(after)


def harms_own_part(verb: Token) -> bool:
    """True for "injured *his face*": whose it is was told of before, and nobody else is meant."""
    return any(_is_own_part(noun) for noun in objects_of(verb)) and not syntax.is_passive(verb)


def hurts_himself(verb: Token) -> list[Token]:
    """The "boy" of "the boy found a gun and *shot his shoulder*": his own, where nobody else was told of."""
    return syntax.inherited_subjects(verb) if verb.lemma_ in _HURTING_ONESELF else []


_HURTING_ONESELF = frozenset({"shoot", "injure", "hurt", "wound"})


def _is_own_part(noun: Token) -> bool:
    """True for "his head", which is nobody: whose it is was told of before."""
    return noun.lemma_.lower() in _PARTS and any(child.tag_ == "PRP$" for child in noun.children)


def _owner(noun: Token) -> Token:
    if noun.lemma_.lower() not in _PARTS:
        return noun
    return next((child for child in noun.children if child.dep_ == "poss" and child.tag_ != "PRP$"), noun)


def after_were(verb: Token) -> list[Token]:
    """The people named last in "*Killed* in the shooting *were* Peter Marsh and his son"."""
    if verb.tag_ != "VBN":
        return []
    first = [
        noun
        for be in verb.children
        if be.dep_ == "auxpass" and be.i > verb.i
        for noun in be.children
        if noun.dep_ in {"attr", "nsubj"} and noun.i > be.i
    ]
    return [noun for one in first for noun in (one, *(c for c in one.conjuncts if c.i > one.i))]


def named_once(victims: list[Group], doc: Doc) -> list[Group]:
    """The victims without the name beside one of them: the "Malang" of "a commander, *Malang* was killed"."""
    if len(victims) != 2:
        return victims
    one, name = victims
    between = doc[one.head + 1 : name.first].text
    single = one.kind == "people" and one.count is not None and one.count.high == 1
    return [one] if single and name.kind == "person" and between == "," else victims


def is_before_noun(word: Token) -> bool:
    """True for the "killed" of "one killed *guard*"; in "four dead (Guineans)" a bracket parts them."""
    between = word.doc[word.i + 1 : word.head.i]
    return word.dep_ == "amod" and word.head.i > word.i and not any(t.is_punct for t in between)


def has_own_harm(number: Token, verb: Token) -> bool:
    """ "killing five and *one wounded*", "one killed *two wounded*": a participle of its own follows."""
    if any(t.lower_ in {"wounds", "injures"} for t in number.doc[verb.i + 1 : number.i]):
        return True  # "kills a guard and wounds seventeen others"
    if _acts_next(number):
        return True
    if number.pos_ != "NUM" or number.i + 1 >= len(number.doc):
        return False
    after = number.nbor(1)
    harmed = after.lower_ in HARM_ADJECTIVES or (after.tag_ == "VBN" and after.lemma_ in HARM_VERBS)
    return harmed and after != verb


def _acts_next(noun: Token) -> bool:
    """True for the "bearers" of "killed two guards and three *bearers* fled": of them the next verb tells."""
    if noun.dep_ != "conj" or noun.i + 1 >= len(noun.doc):
        return False
    verb = noun.nbor(1)
    if verb.tag_ != "VBD" or verb.dep_ not in {"conj", "advcl", "ROOT", "ccomp", "aux", "auxpass"}:
        return False
    own = verb.head if verb.dep_ in {"aux", "auxpass"} else verb
    return not any(c.dep_ in {"nsubj", "nsubjpass"} for c in own.children) and own.i > noun.i


def is_personal(token: Token) -> bool:
    """True for "they", "all", "both", and for "those" where whoever is held is meant: "those arrested"."""
    if token.lower_ == "those":
        held = [child for child in token.children if child.dep_ == "acl"]
        return any(HARM_VERBS.get(child.lemma_.lower()) == "captured" for child in held)
    return token.lower_ in PERSONAL and token.pos_ in {"PRON", "DET"}


def is_some_of_them(number: Token) -> bool:
    """True for the four of "four of them", "four of whom": a number of people told of before."""
    return any(of.lower_ in {"them", "whom"} for of in syntax.prepositional(number, "of"))


def pronoun_group(sentence: Sentence, token: Token) -> Group:
    """Whoever a pronoun means: one person, or two at least."""
    one = token.lower_ in SEX_OF_PRONOUN
    group = person_group(sentence, token)
    several = Count(low=2, high=None, as_written=token.text, vague="plural")
    if token.lower_ == "both":
        several = Count(low=2, high=2, as_written=token.text)
    count = group.count if one else several
    return replace(group, kind="pronoun", count=count, plural=not one, definite=True)


def members_for_family(victims: Sequence[Group], groups: Sequence[Group], sentence: Sentence) -> list[Group]:
    """ "three members of a family killed in Bara": the three, not the family."""
    return [_members_of(victim, groups, sentence) or victim for victim in victims]


def _members_of(whole: Group, groups: Sequence[Group], sentence: Sentence) -> Group | None:
    for group in groups:
        between = sentence.words[group.end - sentence.start : whole.start - sentence.start]
        if group.noun in KIN or group.noun == "family":
            continue  # "the mother of a boy killed in Bara", "the family of a boy": the boy
        if whole.count is not None and whole.count.vague is None and _is_mere_plural(group):
            continue  # "the relatives of five drivers who had been killed": the five
        if group.end < whole.start and between.strip() == "of" and group.count is not None and whole.unit:
            return group
    return None


def _is_mere_plural(group: Group) -> bool:
    return group.count is not None and group.count.vague == "plural"


def facet_of_adjective(word: Token) -> str | None:
    """What an adjective of harm says; the "KIA" of "a KIA officer" is a body's name."""
    if word.lower_ in _LIFELESS and word.dep_ == "amod" and word.head.lemma_.lower() in BODIES:
        return None  # the "dead body of a boy" is told of by the noun
    named = word.lower_ in {"kia", "wia"} and word.dep_ == "compound"
    plain = word.pos_ in {"ADJ", "NOUN", "ADV", "PROPN"} and not named
    facet = HARM_ADJECTIVES.get(word.lower_) if plain else None
    if facet in _EITHER and word.i + 2 < len(word.doc) and word.nbor(1).lower_ in {"or", "and"}:
        other = HARM_ADJECTIVES.get(word.nbor(2).lower_)
        both = word.nbor(1).lower_ == "or" or _counts_both(word)
        return "casualties" if both and other in _EITHER and other != facet else facet
    return facet


def _counts_both(word: Token) -> bool:
    """True for the "dead" of "*eight* dead and wounded", which counts both; not of "dead and wounded two"."""
    before, after = word.doc[word.i - 1] if word.i else word, word.doc[word.i + 2 : word.i + 4]
    number = before.pos_ == "NUM" and before.lower_ not in {"one", "1"}
    return number and not any(token.pos_ in {"NUM", "DET"} for token in after[1:])


_LIFELESS = frozenset({"dead", "lifeless"})
_EITHER = frozenset({"killed", "wounded"})
"""Of people "dead *or* wounded" nobody is said to be the one or the other."""


def counts_things(number: Sequence[Token]) -> bool:
    """True for the number in "three oxen", "two vehicles": it stands for no people."""
    counted = [token.head for token in number if token.head.i > max(number[-1].i, token.i)]
    if counted and _ON_A_DAY.match(number[-1].doc.text, number[-1].idx + len(number[-1].text)):
        return False  # "wounded *eight* late Friday night"
    counted += [noun for token in number for noun in syntax.prepositional(token, "of") if not _is_own(noun)]
    return any(noun.lemma_.lower() in NOT_PEOPLE and noun.tag_ != "VBN" for noun in counted)  # "gunned"


_ON_A_DAY = re.compile(
    r" (?:(?:late|early) )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|overnight)\b", re.I
)
"""A day right after a number, which the parser may take for what the number counts."""


def _is_own(noun: Token) -> bool:
    """True for the "number" of "four of their number": the people of whoever is told of."""
    return noun.lemma_ == "number" and any(child.tag_ == "PRP$" for child in noun.children)


def is_attempted(noun: Token) -> bool:
    """True for "attempted murder", "attempted first-degree murder": nobody is said to have died."""
    words = noun.doc[max(0, noun.i - 5) : noun.i].text_with_ws.lower()
    return _ATTEMPTED.search(words) is not None


_CHARGE = re.compile(r"\b(?:charges?|counts?|indictment|convicted|guilty) (?:of|with|for) (?:[\w-]+ ){0,3}$")


def is_charge(noun: Token) -> bool:
    """True for "a charge of *injury* to a child": the name of a crime; that somebody died of it is known."""
    words = noun.doc[max(0, noun.i - 6) : noun.i].text_with_ws.lower()
    return HARM_NOUNS.get(noun.lemma_.lower()) == "wounded" and _CHARGE.search(words) is not None


def owners_of(noun: Token) -> list[Token]:
    """Whose harm a noun tells by what stands before it: "the *guard's* death", "the *Marsh* murder"."""
    return [
        child
        for child in noun.children
        if child.dep_ in {"poss", "compound", "nmod"} and child.i < noun.i and child.lower_ not in LEGAL_WORDS
    ]


def not_telling(subjects: Sequence[Token]) -> list[Token]:
    """The subjects less who only tells or finds: "*police* said four were hurt, and a boy, 18, was shot"."""
    return [t for t in subjects if t.dep_ != "nsubj" or not _tells_or_finds(t.head)]


def _tells_or_finds(verb: Token) -> bool:
    """False for "a man is *recovering*", who finds nothing."""
    lemma = verb.lemma_.lower()
    return lemma in SAYING or (lemma in FINDING and (lemma != "recover" or syntax.has_object(verb)))


def before_auxiliaries(word: Token) -> Token | None:
    """The word before a participle and its auxiliaries and adverbs."""
    i = word.i - 1
    while i >= 0 and (
        word.doc[i].pos_ in {"AUX", "ADV", "PART"}
        or word.doc[i].lower_ in {"been", "being", "reported", "confirmed", "left"}
    ):
        i -= 1
    return word.doc[i] if i >= 0 else None


def all_who_died(
    noun: Token, victims: Sequence[Group], groups: Sequence[Group], sentence: Sentence
) -> list[Group]:
    """All whose deaths a noun tells: "the *deaths* of Omar Sad, *his wife Lina and their three children*"."""
    listed = with_rest_of_list(victims, groups, sentence)
    if noun.tag_ != "NNS" or len(listed) != 1 or listed[0].kind != "person":
        return listed
    for group in sorted(groups, key=lambda group: group.start):
        gap = _between(listed[-1].end, group.start, sentence)
        if group.start < listed[-1].end or group.kind != "people":
            continue
        if group.count is None or len(gap) > _LONGEST_GAP or not NEXT_LISTED.fullmatch(gap):
            break
        listed.append(group)
    return listed


def all_with_wounds(word: Token, noun: Token) -> list[Token]:
    """All of "a clerk, a guest and *two cooks* with stab *wounds*": where they are several, so are the wounded.

    So are those taken of "hijacked a bus with *the driver and six passengers*".
    """
    found = [noun, *(other for other in noun.conjuncts if word.pos_ == "VERB" and noun.dep_ == "pobj")]
    if word.tag_ == "NNS" and word.lemma_.lower() in WOUND_NOUNS:
        while found[0].dep_ in {"conj", "appos"} and found[0].head.pos_ in {"NOUN", "PROPN"}:
            found.insert(0, found[0].head)
    return found


def is_left_dead(word: Token) -> bool:
    """True for the "dead" of "found a man there already *dead*", "pronounced him *dead* at noon"."""
    loose = word.dep_ in {"advcl", "advmod"} and syntax.has_object(word.head)
    alone = word.dep_ == "ccomp" and word.head.dep_ == "conj" and not syntax.has_object(word.head)
    return (loose or alone) and word.head.lemma_ in LEFT_DEAD  # alone: "were taken and *found* dead"


def is_verb(token: Token) -> bool:
    """False for the "remains" of "the charred remains were found", which the tagger takes for a verb."""
    if token.lower_ == "remains" and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}:
        return False
    return token.pos_ in {"VERB", "AUX"} or token.tag_ in {"VBN", "VBG", "VBD"}


def harmed_lemma(noun: Token, lemma: str) -> str:
    """The base form of a noun for the harmed, mended: the lemmatizer makes "corps" of "corpses"."""
    if noun.lower_ == "corps" and syntax.clause_verb(noun).lemma_ in FINDING:
        return "corpse"  # "the corps of the driver was found"
    single = noun.lower_.removesuffix("s")
    return single if lemma not in HARMED_NOUNS and single in HARMED_NOUNS else lemma


def after_link(noun: Token, groups: Sequence[Group], sentence: Sentence) -> list[Group]:
    """The counted group right after "injuries to", "deaths among", wherever the parser hangs it."""
    doc = noun.doc
    if noun.i + 2 >= len(doc) or doc[noun.i + 1].lower_ not in {"to", "of", "among"}:
        return []
    after = doc[noun.i + 2].idx + sentence.start
    return [g for g in groups if g.start == after and g.count is not None and g.kind == "people"][:1]


def verb_between(doc: Doc, start: int, end: int) -> bool:
    """ "Several papers *reported* the death of a guard": several papers, one death."""
    return any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in words_between(doc, start, end))
