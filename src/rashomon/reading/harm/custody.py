"""Who was taken where no verb of arrest says it: "rounded up", "in custody", "turned himself in"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rashomon.reading.harm.outcome import Outcome, Sufferer
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.harm_words import FREEING, HARM_VERBS, SUFFER_VERBS
from rashomon.reading.languages.en.words import PERSON_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

_GIVING_UP = {"give": "up", "turn": "in", "hand": "over", "deliver": "up"}
"""Verbs that with the particle and oneself for object tell of a surrender."""
_YIELDING = frozenset({"yield", "submit", "capitulate"})
"""Verbs that tell of a surrender where fighters do so, to somebody or alone."""
_ARMS = frozenset({"arm", "arms", "weapon", "weapons", "rifle", "gun"})
_SELVES = frozenset({"himself", "herself", "themselves"})
_OF_SUSPECTS = {
    **{"pick": "up", "net": "", "bag": "", "haul": "in", "collar": "", "snatch": "", "intercept": ""},
    **{"catch": "", "hold": "", "take": "in", "bring": "in", "secure": ""},
}
"""Verbs that tell of an arrest only where those picked up are suspects or fighters."""
_ALIVE = frozenset({"alive", "captive"})
_HELD = frozenset({"questioning", "interrogation", "custody", "detention", "captivity", "arrest"})
"""What people are held for, or put into."""
_KEPT = frozenset({"custody", "detention", "captivity"})
_PUTTING = frozenset({"place", "put", "hold", "keep", "remand", "take", "bring"})
_LEADING_OFF = frozenset(
    "lead carry cart take drag herd march whisk spirit haul drive frogmarch bundle".split()
)
_AWAY = re.compile(
    r"^(?:(?:\S+ ){0,5}?)(?:off|away|along)\b"
    r"|\bfrom (?:his|her|their) (?:\w+ )?(?:homes?|houses?|residences?|beds?|farms?|fields?|vehicles?|cars?|shops?"
    r"|schools?|dormitor(?:y|ies)|classrooms?|parish|church|mosque|convent|bus|trucks?|offices?|villages?|camp|rooms?)\b"
    r"|\binto (?:the|a|their|an?) (?:\w+ )?(?:bush|forest|wilderness|vehicle|boat|car)\b",
    re.I,
)
"""Verbs that with "off", "away" or "into the bush" tell of people taken along."""
_BEING = frozenset({"be", "remain", "stay"})
_GOING_OFF = frozenset(
    "make drive ride speed run go get leave depart flee escape return retreat withdraw".split()
)
"""Verbs that with "off with" or "with … as hostages" tell of people taken along."""
_TAKING_ALONG = _LEADING_OFF | {"force", "snatch"}
_ALONG = re.compile(
    r"\bwith (?:them|him|her)\b|\bto an? (?:unknown|unidentified) (?:\w+ )?(?:location|destination|place|spot)\b"
    r"|\bto (?:go|come|leave|walk|march|ride) (?:along |away |off )?with\b",
    re.I,
)
"""What tells after a verb of taking that people had to go along."""
_FORCES = frozenset("police gendarmes gendarmerie army military soldiers authorities custody justice".split())
"""To whom suspects are handed over; to others it is those set free."""
_FORCIBLY = frozenset({"forcibly", "forcefully"})
_TAKERS = frozenset("abductor kidnapper kidnaper captor hijacker carjacker".split())
_MOBILE = frozenset(
    "vehicle car bus minibus truck van lorry taxi boat ship vessel motorbike motorcycle convoy".split()
)
_SEIZING = frozenset("hijack carjack seize commandeer".split())
"""Verbs of taking a vehicle, whose driver and passengers are taken with it."""


def told_custody(token: Token) -> Outcome | None:
    """The taking of people that a word tells beside the verbs of arrest, if it does."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        if (along := _taken_along(token, lemma)) is not None:
            return Outcome(facet="captured", sufferer="own", anchor=along.i)
        sufferer = _sufferer_of_verb(token, lemma)
        return Outcome(facet="captured", sufferer=sufferer, anchor=token.i) if sufferer is not None else None
    if lemma == "custody" and token.dep_ == "pobj" and token.head.lower_ == "in":
        verb = token.head.head
        if verb.lemma_ in _BEING:
            return Outcome(facet="captured", sufferer="subject", anchor=verb.i)
    if lemma == "hand" and _is_with_takers(token):
        return Outcome(facet="captured", sufferer="subject", anchor=token.head.head.i)
    if lemma == "arrest" and token.head.lower_ == "under" and token.head.head.lemma_ in _BEING:
        return Outcome(facet="captured", sufferer="subject", anchor=token.head.head.i)
    if lemma in _KEPT and (whom := _put_into(token)) is not None:
        return Outcome(facet="captured", sufferer="own", anchor=whom.i)
    return None


def _is_with_takers(hand: Token) -> bool:
    """True for the hands of "is still *in the hands of* the kidnappers"."""
    whose = [*syntax.prepositional(hand, "of"), *(child for child in hand.children if child.dep_ == "poss")]
    held = hand.tag_ == "NNS" and hand.head.lower_ == "in" and hand.head.head.lemma_ in _BEING
    return held and any(one.lemma_.lower() in _TAKERS | {"bandit", "captor"} for one in whose)


def _put_into(custody: Token) -> Token | None:
    """Whom "left two rebels dead and *four others in custody*", "took into custody *five men*" tell of."""
    people, link = custody.head, custody.head.head
    if custody.dep_ == "nmod" and people.dep_ == "pobj" and link.lower_ == "into":
        return people if link.head.lemma_ == "take" and _is_living(people) else None
    verb = syntax.clause_verb(custody).lemma_
    if custody.dep_ != "pobj" or people.lower_ != "in" or verb not in {"leave", "have"}:
        return None
    whom = custody.doc[people.i - 1]
    whom = whom.head if whom.dep_ == "amod" else whom
    known = _is_suspect(whom) if verb == "have" else whom.pos_ == "NUM" or _is_living(whom)
    return whom if whom.dep_ in {"conj", "dobj"} and known else None


def _sufferer_of_verb(verb: Token, lemma: str) -> Sufferer | None:
    """Where beside a verb stands who was taken; None where it tells of no such thing."""
    after = [token.lower_ for token in verb.children if token.dep_ in {"prt", "advmod", "prep"}]
    if _gives_up(verb, lemma, after):
        return "subject"
    if lemma == "round" and "up" in after:
        return "patient"
    if (
        lemma == "hand"
        and "over" in after
        and _FORCES.intersection(t.lower_ for t in syntax.prepositional(verb, "to"))
    ):
        return "patient" if any(map(_is_suspect, syntax.objects(verb) or syntax.subjects(verb))) else None
    if lemma in _LEADING_OFF and _leads_off(verb):
        return "patient"
    if lemma in _TAKING_ALONG and _takes_people(verb, lemma):
        return "patient"
    if lemma == "hold" and any(child.lower_ == "being" for child in verb.children):
        return "patient"
    if lemma in {"hold", "keep"} and _holds_hostage(verb):
        return "patient"
    if lemma in _PUTTING and any(t.lower_ in _HELD for t in _brought_to(verb)):
        return "patient"
    if lemma in {"put", "place", "leave"} and any(
        noun.lower_ == "disposal" for noun in syntax.prepositional(verb, "at")
    ):
        return "patient"
    if lemma == "hold" and syntax.is_passive(verb):
        headed = verb.dep_ == "acl" and _is_suspect(verb.head) and _is_counted(verb.head)
        return "patient" if headed or any(_is_person(one) for one in syntax.subjects(verb)) else None
    if lemma in {"catch", "capture", "take"} and any(child.lower_ in _ALIVE for child in verb.children):
        return "patient"
    if lemma in _OF_SUSPECTS and (not _OF_SUSPECTS[lemma] or _OF_SUSPECTS[lemma] in after):
        further = any(child.dep_ == "conj" and syntax.has_object(child) for child in verb.children)
        # "troops intercepted and detained six rebels": the troops were not.
        whom = syntax.objects(verb) or (syntax.subjects(verb) if lemma != "hold" and not further else [])
        if lemma == "pick" and any(map(_is_armed, syntax.agents(verb))):
            return "patient"  # "three men were picked up by gunmen"
        if any(_is_suspect(one) for one in whom):
            return "patient"
    return None


def _gives_up(verb: Token, lemma: str, after: list[str]) -> bool:
    """True for "turned himself in", "yielded to the police", "laid down their arms"."""
    if lemma in _GIVING_UP and _GIVING_UP[lemma] in after:
        return any(child.dep_ in {"dobj", "nsubj"} and child.lower_ in _SELVES for child in verb.children)
    if lemma in _GIVING_UP or lemma == "surrender":
        return any(child.dep_ == "dobj" and child.lower_ in _SELVES for child in verb.children)
    if lemma == "lay" and "down" in after and {t.lemma_.lower() for t in syntax.objects(verb)} & _ARMS:
        return any(_is_suspect(one) and _is_counted(one) for one in syntax.subjects(verb))
    if lemma in _YIELDING:
        return not syntax.objects(verb) and any(_is_suspect(one) for one in syntax.subjects(verb))
    return lemma == "fall" and any(t.lemma_.lower() == "hand" for t in _brought_to(verb))


def _brought_to(verb: Token) -> list[Token]:
    """What a verb puts people into or holds them for: the "detention" of "placed in detention"."""
    return syntax.prepositional(verb, "in", "into", "under", "for")


def _is_counted(token: Token) -> bool:
    return any(child.dep_ == "nummod" for child in token.children)


def _is_person(token: Token) -> bool:
    return token.lemma_.lower() in PERSON_NOUNS


def _leads_off(verb: Token) -> bool:
    """True for "led thirty villagers into the forest", "were herded away"; a body brought away is not taken."""
    below = " ".join(token.text for token in verb.subtree if token.i > verb.i)
    whom = syntax.objects(verb) or syntax.subjects(verb) or [verb.head]
    dead = any(one.lemma_.lower() in _CARRIED_DEAD for one in whom)
    by = [one for one in syntax.agents(verb) if one.lemma_.lower() in PERSON_NOUNS]
    told = any(_is_living(one) or one.lower_ in _THEM or (by and one.pos_ == "NUM") for one in whom)
    return not dead and told and _AWAY.search(below) is not None


_CARRIED_DEAD = frozenset("body corpse remains victim casualty wounded injured dead".split())


def _takes_people(verb: Token, lemma: str) -> bool:
    """True for "took six villagers with them", "were forcibly taken", "the kidnappers took four people"."""
    whom = syntax.objects(verb) or syntax.subjects(verb)
    own = any(child.tag_ == "PRP$" for one in whom for child in one.children)
    if own or not any(map(_is_living, whom)):
        return False  # "fled and took their children with them"
    doers = syntax.agents(verb) if syntax.is_passive(verb) else syntax.inherited_subjects(verb)
    by_takers = any(one.lemma_.lower() in _TAKERS for one in doers)
    forced = lemma == "snatch" or any(child.lower_ in _FORCIBLY for child in verb.children)
    after = " ".join(token.text for token in verb.subtree if token.i > verb.i)
    away = lemma == "force" and _AWAY.search(after) is not None
    return forced or away or (by_takers and lemma == "take") or _ALONG.search(after) is not None


def _is_living(token: Token) -> bool:
    """True for a noun for people or a number of them; not for the dead, who are carried."""
    noun = token.lemma_.lower()
    if token.lower_ in {"another", "others"}:
        return True
    whole = syntax.prepositional(token, "of") if token.pos_ == "NUM" else []
    return (noun in PERSON_NOUNS and noun not in _CARRIED_DEAD) or any(map(_is_living, whole))


def _taken_along(verb: Token, lemma: str) -> Token | None:
    """Whom somebody "made *off with*", "left *with … as hostages*", or found in a vehicle that he hijacked."""
    if lemma in _SEIZING:
        taken = [thing for thing in syntax.objects(verb) if thing.lemma_.lower() in _MOBILE]
        inside = [
            one for thing in taken for word in (thing, verb) for one in syntax.prepositional(word, "with")
        ]
        return next(filter(_is_living, inside), None)
    if lemma not in _GOING_OFF:
        return None
    off = any(child.lower_ in {"off", "away"} for child in verb.children)
    for one in syntax.prepositional(verb, "with"):
        own = any(child.tag_ == "PRP$" for child in one.children)  # "drove off with his wife"
        forced = any(token.lemma_ == "force" and token.i > one.i for token in one.subtree)
        robbed = (
            _is_counted(one) and not _is_armed(one) and any(map(_is_armed, syntax.inherited_subjects(verb)))
        )
        captive = (
            off
            or robbed
            or forced
            or any(t.lemma_.lower() in _CAPTIVES for t in verb.doc[one.i + 1 : one.i + 3])
        )
        if captive and not own and _is_living(one):
            return one
    return None


def _is_armed(token: Token) -> bool:
    noun = PERSON_NOUNS.get(token.lemma_.lower())
    masked = any(child.lower_ in {"masked", "armed", "hooded"} for child in token.children)
    return noun is not None and (masked or noun.category == "militants")


_THEM = frozenset({"them", "him", "her"})


def _is_suspect(token: Token) -> bool:
    if token.pos_ == "NUM" and (whole := syntax.prepositional(token, "of")):
        token = whole[0]  # "nine of the rebels"
    noun = PERSON_NOUNS.get(token.lemma_.lower())
    if token.lemma_.lower() in _WANTED:
        return True
    suspected = any(child.lower_ in {"suspected", "alleged", "wanted"} for child in token.children)
    return noun is not None and (suspected or noun.status == "combatant" or token.lemma_ == "suspect")


_WANTED = frozenset(
    "smuggler trafficker courier maker facilitator financier planner accomplice thief robber kidnapper abductor".split()
)
"""Whoever is told to be so and picked up was arrested."""


def all_being_taken(verb: Token) -> list[Token]:
    """All of "resulting in *a leader and two men* being detained", which the parser hangs on the last of them."""
    if all(child.lower_ != "being" for child in verb.children):
        return []
    last = verb.head if verb.dep_ == "acl" else next(iter(syntax.subjects(verb)), verb)
    if last.dep_ == "pobj" and last.head.lower_ == "of":
        last = last.head.head  # "two of his men"
    start = last.left_edge.i
    before = verb.doc[max(start - 2, 0)]
    if (
        last == verb
        or start < 2
        or verb.doc[start - 1].lower_ != "and"
        or before.dep_ not in {"pobj", "dobj"}
    ):
        return []
    return [before, last]


_SOUGHT = frozenset("warrant reward bounty order hunt search call request appeal".split())


def is_sought(noun: Token) -> bool:
    """True for the arrest of "warrants *for the arrest* of three men": nobody was arrested yet."""
    before = noun.doc[max(0, noun.i - 6) : noun.i]
    return noun.head.lower_ == "for" and any(word.lemma_.lower() in _SOUGHT for word in before)


_COMING_FREE = FREEING | {"escape", "break", "flee", "regain", "return"}


def is_taken_before(noun: Token) -> bool:
    """True for captives that were told of before, or who come free: nobody is taken now."""
    taking = noun.dep_ == "compound" and noun.doc[noun.i + 1].text == "-"  # "hostage-takers"
    return taking or _comes_free(noun) or _is_held_already(noun)


def _comes_free(noun: Token) -> bool:
    """True for the hostages of "hostages *escaped*", "the *release* of two hostages": taken before."""
    above = noun.head.head if noun.head.lower_ in {"of", "for"} else noun.head
    told = [above, *(child for child in noun.children if child.dep_ == "acl")]
    killed = noun.dep_ in {"dobj", "nsubjpass", "nsubj"} and _kills(above)
    return killed or any(word.lemma_.lower() in _COMING_FREE or _is_let_go(word) for word in told)


def _kills(verb: Token) -> bool:
    """True for the verb of "two hostages were *beheaded*", "a detainee *died*": they were captives before."""
    lemma = verb.lemma_.lower()
    return "killed" in {HARM_VERBS.get(lemma), SUFFER_VERBS.get(lemma)} or lemma == "shoot"


def _is_let_go(verb: Token) -> bool:
    """True for the verbs of "two hostages were *set free*", "*handed over* to medics", "*let go*"."""
    beside = {child.lower_ for child in verb.children}
    lemma = verb.lemma_.lower()
    return (
        (lemma == "set" and "free" in beside)
        or (lemma == "hand" and "over" in beside)
        or (lemma == "go" and "let" in beside)
    )


def _is_held_already(noun: Token) -> bool:
    """True for "*their* hostages", taken before, and for what "took a woman *hostage*" says became of her."""
    before = [child for child in noun.children if child.i < noun.i]
    told_of = noun.tag_ == "NNS" and any(child.lower_ == "the" for child in before)
    told_of = told_of and all(child.dep_ != "nummod" for child in before)
    return told_of or any(child.tag_ == "PRP$" for child in before) or _is_what_became(noun)


_CAPTIVES = frozenset({"hostage", "captive", "prisoner"})
_TAKING = frozenset({"take", "hold", "keep", "make"})


def _is_what_became(noun: Token) -> bool:
    """True for the bare "hostage" after a verb that has somebody else for its object."""
    if noun.tag_ != "NN" or noun.lemma_.lower() not in _CAPTIVES or any(True for _ in noun.lefts):
        return False
    before = noun.doc[max(0, noun.i - 10) : noun.i]
    return any(verb.lemma_ in _TAKING and _whom(verb) for verb in before)


def _whom(verb: Token) -> list[Token]:
    """Those a verb of taking tells of, before or after it."""
    found = syntax.subjects(verb) if syntax.is_passive(verb) else syntax.objects(verb)
    return [one for one in found if one.lemma_.lower() not in _CAPTIVES]


def _holds_hostage(verb: Token) -> bool:
    """True for "kept 13 people hostage", "were held captive"."""
    after = verb.doc[verb.i + 1 : verb.i + 9]
    return bool(_whom(verb)) and any(token.lemma_.lower() in _CAPTIVES for token in after)
