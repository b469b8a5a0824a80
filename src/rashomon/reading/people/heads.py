"""Which words stand for people: nouns known to, ages ("a 17-year-old"), whatever is said to be killed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.codebook.actors import people_forms
from rashomon.model.claims import Count
from rashomon.reading.counts import CountFound
from rashomon.reading.languages.en.harm_words import (
    HARM_ADJECTIVES,
    HARM_VERBS,
    SUFFER_VERBS,
    WEAK_HARM_VERBS,
)
from rashomon.reading.languages.en.words import (
    GROUP_NOUNS,
    MONTHS_AND_DAYS,
    NOT_PEOPLE,
    PERSON_NOUNS,
    PersonNoun,
)
from rashomon.reading.sentences.word_index import base_forms, forms

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBSTANTIVE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr"})
_AGES = frozenset({"old", "olds"})
_NOUNS = frozenset({*PERSON_NOUNS, *GROUP_NOUNS})
_WRITTEN = _NOUNS | {f"{noun}s" for noun in PERSON_NOUNS} | _AGES
_RIVAL = frozenset({"rival", "opposing", "both", "different", "separate", "main", "armed"})
"""What stands before forces that are bodies: "two rival forces"."""
_POINTING = frozenset({"the", "these", "those"})
_LEAVING_DEAD = frozenset({"find", "leave", "discover"})
_DYING = frozenset(verb for verb, facet in SUFFER_VERBS.items() if facet == "killed")
_HARMING = _DYING.union(HARM_VERBS)


def may_be_heads(doc: Doc) -> list[Token]:
    """The words of a sentence that can stand for people at all, in order: some four of twenty-five.

    Those of the lists, of peoples too, and ages; what verbs of harm were done to, as `suffers` climbs up to
    them; and what stands right after "the", which may be a people by its name. Each still has to be asked.
    """
    written, base = forms(doc), base_forms(doc)
    found = {*written.at(_WRITTEN), *base.at(_NOUNS)}
    found.update(place + 1 for place in written.at(_POINTING) if place + 1 < len(doc))
    found.update(written.at(people_forms()))
    verbs = base.at(_HARMING)
    if "dead" in written.words:
        verbs += base.at(_LEAVING_DEAD | {"be"})
    for verb in verbs:
        found.update(one.i for child in doc[verb].children for one in _and_joined(child))
        if doc[verb].dep_ == "acl":
            found.add(doc[verb].head.i)
    return [doc[place] for place in sorted(found)]


def _and_joined(token: Token) -> Iterator[Token]:
    """A word with all that is coordinated with it or set beside it."""
    yield token
    for child in token.children:
        if child.dep_ in {"conj", "appos"}:
            yield from _and_joined(child)


def is_head(token: Token) -> bool:
    """True for the word that stands for people in its phrase: "fighters" in "three MSA fighters"."""
    if token.pos_ == "VERB":
        # "34 militants": the tagger takes the noun for a verb
        return person_noun(token) is not None and (
            token.dep_ in {"pobj", "dobj"} or any(child.dep_ == "nummod" for child in token.children)
        )
    if token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}:
        return False
    if is_aged(token):
        return True
    if token.lemma_ == "head" and _counts_animals(token):
        return False
    if token.lemma_ in _BLUE and all(child.lower_ != "blue" for child in token.children):
        return False
    if token.text in _SURNAMES:
        return False
    if token.lower_ == "body" and any(child.lower_ in _OF_NOBODY for child in token.children):
        return False
    known = person_noun(token)
    if known is None or (
        known.category == "people" and token.pos_ in {"NUM", "ADJ"} and not _is_others(token)
    ):
        return False
    return not modifies_person(token)


def _counts_animals(head: Token) -> bool:
    """True for "120 *head* of cattle"."""
    after = head.doc[head.i + 1 : head.i + 3]
    return len(after) == 2 and after[0].lower_ == "of" and after[1].lemma_.lower() in NOT_PEOPLE


def _is_others(token: Token) -> bool:
    """True for the "other" of "two died and eight *other* were hurt", which leaves out its s."""
    return token.lower_ == "other" and token.dep_ in _SUBSTANTIVE and has_number(token)


_BLUE = frozenset({"helmet", "beret"})
"""What is worn, and with "blue" before it the peacekeepers who wear it."""
_SURNAMES = frozenset({"Childs", "Mans"})
"""Names that look like the plural of a noun for people, and are none."""
_OF_NOBODY = frozenset(
    "upper lower parent umbrella governing ruling regional international monitoring rights electoral".split()
)
"""What makes a body no dead person: "the upper body", "its parent body"."""


def is_aged(token: Token) -> bool:
    """ "a 17-year-old was shot": the age stands for the person."""
    # The parser may take the age for an adjective of the verb: "the 15-year-old died".
    torn = token.dep_ == "amod" and token.head.tag_ == "VBD" and token.head.i == token.i + 1
    if token.lower_ not in _AGES or token.i < 2 or not (torn or token.dep_ in _SUBSTANTIVE):
        return False
    return any(t.lower_ in {"year", "month", "week"} for t in token.doc[token.i - 2 : token.i])


def suffers(token: Token) -> bool:
    """True for whom a verb of harm befell that no list of nouns for people has: "killed four diggers".

    Only people are murdered, wounded or arrested. What else is killed or hit is named in `NOT_PEOPLE`.
    """
    if token.tag_ not in {"NNS", "NNPS", "NN", "NNP"}:
        return False
    if token.lemma_.lower() in NOT_PEOPLE or token.lower_ in NOT_PEOPLE:
        return False
    if is_of_date(token):
        return False  # "Around 9 May (as reported), a man was found dead": the parser has nine of them found
    first = token
    while first.dep_ in {"conj", "appos"} and first.head != first:
        first = first.head
    verb = first.head
    numbered = has_number(token)
    if numbered and any(_is_bare_passive(child) for child in token.children):
        return not modifies_person(token)
    if not (_is_harmed(first, verb) or (numbered and first.dep_ == "nsubj" and _tells_of_death(verb))):
        return False
    named = token.i > 0 and token.nbor(-1).pos_ == "PROPN" and token.nbor(-1).dep_ == "compound"
    if token.tag_ == "NNPS" and named and not any(c.dep_ in {"det", "nummod"} for c in token.children):
        return False  # "Keith Flowers was shot": one person
    if (token.tag_ == "NNP" and not numbered) or _is_named_after(first, verb):
        return False
    # Plans are executed and ships are struck; "executed five Imghads" can only mean people of that name.
    beside = first != token and person_noun(first) is not None  # "executed a mason and a brewer"
    if verb.lemma_.lower() in WEAK_HARM_VERBS and not (beside or (numbered and token.text[:1].isupper())):
        return False
    return not modifies_person(token)


def _is_named_after(noun: Token, deed: Token) -> bool:
    """True for the "death" of "in the *shooting death* of a friend": no object, since it has no article of its own."""
    bare = noun.tag_ == "NN" and not any(c.dep_ in {"det", "poss", "nummod", "amod"} for c in noun.children)
    return deed.tag_ == "VBG" and noun.pos_ == "NOUN" and bare and noun.left_edge.i == deed.i + 1


def is_of_date(token: Token) -> bool:
    """True for a month or a weekday, and for "May" beside a number."""
    written = token.lower_.rstrip(".")
    if written != "may":
        return written in MONTHS_AND_DAYS
    return any(beside.like_num for beside in token.doc[max(0, token.i - 1) : token.i + 2])


def _is_bare_passive(participle: Token) -> bool:
    """True for the "killed" of the headline "Five diggers *killed* near Orle", where only people are meant."""
    lemma = participle.lemma_.lower()
    return (
        participle.dep_ == "acl"
        and participle.tag_ == "VBN"
        and HARM_VERBS.get(lemma) in {"killed", "wounded"}
        and lemma not in WEAK_HARM_VERBS
    )


def _is_harmed(noun: Token, verb: Token) -> bool:
    """True for a verb's object or a passive's subject, where the verb is one of harm."""
    return noun.dep_ in {"dobj", "nsubjpass"} and (verb.lemma_.lower() in HARM_VERBS or _is_left_dead(verb))


def _tells_of_death(verb: Token) -> bool:
    """True for the verb of "four weavers *died*", "four weavers *are* dead"."""
    if verb.lemma_.lower() in _DYING:
        return True
    return verb.lemma_ == "be" and any(c.lower_ == "dead" and c.dep_ == "acomp" for c in verb.children)


def _is_left_dead(verb: Token) -> bool:
    """True for "were found dead", "left three weavers dead"."""
    dead = any(child.lower_ == "dead" and child.dep_ in {"oprd", "acomp"} for child in verb.children)
    return dead and verb.lemma_ in _LEAVING_DEAD


def modifies_person(token: Token) -> bool:
    """True for "police" in "police officers": the noun it modifies is the head."""
    if token.dep_ not in {"compound", "amod", "nmod", "npadvmod"} or token.head.i < token.i:
        return False
    if (token.dep_ == "npadvmod" and token.head.lower_ in HARM_ADJECTIVES) or is_shot_dead(token.head):
        return False  # "two soldiers dead", "one guard shot dead"
    # "killing a man and burning tents": what has its own article and ends in "and" modifies nothing.
    own = any(child.dep_ == "det" for child in token.children)
    return not (own and token.nbor(1).dep_ == "cc")


def person_noun(token: Token) -> PersonNoun | None:
    """What the lists of nouns for people and bodies say of a word; None for any other word."""
    lemma = token.lemma_.lower()
    return (
        PERSON_NOUNS.get(lemma)
        or PERSON_NOUNS.get(token.lower_)
        # Capitalised plurals keep their s as names do: "two National Guards".
        or (PERSON_NOUNS.get(token.lower_.removesuffix("s")) if token.pos_ == "PROPN" else None)
        or GROUP_NOUNS.get(lemma)
        or GROUP_NOUNS.get(token.lower_)
    )


def names_body(noun: Token) -> bool:
    """True for a noun for a body of people: "patrol", "militia"; a number before it counts bodies."""
    lemma = noun.lemma_.lower()
    return lemma in GROUP_NOUNS and lemma not in PERSON_NOUNS


def counts_members(forces: Token, found: CountFound) -> bool:
    """True for "15 security *forces*", "two Orlan *military*": that many of their members."""
    plain = isinstance(found.count, Count) and found.count.vague is None
    pointed = any(child.lower_ in _POINTING or child.lower_ in _RIVAL for child in forces.children)
    several = forces.lower_ == "forces" or (forces.lower_ == "military" and found.count.high != 1)
    return plain and several and not pointed


def counts_persons(found: CountFound, name: Token, *, beside: bool) -> bool:
    """True for the number before a name of people: a plural, "one Dozo", or "two CMA killed", right beside it."""
    if beside and any(t.lower_ in HARM_ADJECTIVES for t in name.doc[name.i + 1 : name.i + 9]):
        return True
    if name.tag_ in {"NNS", "NNPS"} or (name.text.endswith("s") and not name.text.isupper()):
        return True
    return isinstance(found.count, Count) and found.count.high == 1 and name.text.istitle()


def has_number(noun: Token) -> bool:
    """True for a noun with a number of its own."""
    return any(child.dep_ == "nummod" for child in noun.children)


def after_another(head: Token, first: int) -> int:
    """Where "M23 fighters" begins in "the army and M23 fighters", which the parser reads as one phrase."""
    for child in head.children:
        own = any(grand.dep_ == "det" for grand in child.children)
        if child.dep_ == "nmod" and own and person_noun(child) and child.nbor(1).dep_ == "cc":
            return int(child.i + 2)
    return first


def joins_others(head: Token) -> bool:
    """True for "both soldiers and rebels"; but "both pilots and a mechanic" are three."""
    joined = [child for child in head.children if child.dep_ == "conj"]
    return any(not any(c.dep_ in {"det", "nummod"} for c in child.children) for child in joined)


def is_shot_dead(token: Token) -> bool:
    """True for the "shot" of "one guard shot dead", which the tagger takes for a noun."""
    return (
        token.lower_ == "shot"
        and token.pos_ == "NOUN"
        and token.i + 1 < len(token.doc)
        and token.nbor(1).lower_ == "dead"
    )
