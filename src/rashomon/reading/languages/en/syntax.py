"""English syntax as the reader needs it: who is subject, object and agent, what is negated or unreal.

It knows the parser's English labels; where a noun phrase ends stands in `phrases`. It repairs the parser's
known faults: numbers attached to the wrong noun of a coordination, and elliptical clauses ("and five
injured") torn off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rashomon.reading.languages.en.deeds import BEARING, BORNE
from rashomon.reading.languages.en.torn_lists import end_of_list, is_end_of_list, of_own_part
from rashomon.reading.languages.en.words import (
    KIN,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSE = frozenset(
    {"ROOT", "ccomp", "advcl", "relcl", "parataxis", "conj", "xcomp", "pcomp", "acl", "csubj", "dep"}
)
_ONE = frozenset({"NN", "NNP"})
_SEVERAL = frozenset({"NNS", "NNPS"})
_BEREAVED = KIN | {"family", "relative", "body", "corpse"}
_HAVING = frozenset({"have", "has", "had", "having", "'ve"})
_TIMES = frozenset("year month week day night hour minute morning evening time".split())
_WITH = frozenset({"with", "on", "in", "aboard"})
_NEGATIONS = frozenset({"not", "n't", "no", "never", "neither", "nor"})


_DONE_WITHOUT = frozenset(
    "warning warn provocation reason resistance opposition fight fighting shot notice trial mercy loss casualty "
    "injury damage incident trouble difficulty cause justification hesitation suffer sustain fire "
    "exchange struggle injure wound kill hurt harm cause inflict".split()
)


_SAID_BETWEEN = frozenset("say believe allege suspect think claim".split())
_NAMES_SPEAKER = frozenset({"NOUN", "PROPN", "DET", "ADJ", "PRON", "ADP"})


def _relative_before_saying(verb: Token) -> Token | None:
    """The "who" of "a man *who* police say shot two": the parser takes the police for those who shot."""
    doc, i = verb.doc, verb.i - 1
    while i > 1 and doc[i].pos_ in {"ADV", "AUX"} and doc[i].lemma_.lower() not in _SAID_BETWEEN:
        i -= 1
    if i < 2 or doc[i].lemma_.lower() not in _SAID_BETWEEN:
        return None
    for token in reversed(doc[max(0, i - 6) : i]):
        if token.lower_ in {"who", "that"} and token.tag_ in {"WP", "WDT"}:
            return token if token.i < i - 1 else None
        if token.pos_ not in _NAMES_SPEAKER:
            return None
    return None


def subjects(verb: Token) -> list[Token]:
    """The verb's own subject and what is coordinated with it, in order; empty where it has none."""
    relative = _relative_before_saying(verb)
    if relative is not None:
        return [relative]
    own = _with_conjuncts(child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass", "csubj"})
    if own and is_end_of_list(own[0], verb):
        return []
    if any(one.lower_ == "whose" for subject in own[1:] for one in subject.children):
        own = own[1:]  # "a woman *whose daughter* was shot": the parser may take both for subjects
    own = own or _of_auxiliary(verb)
    torn = _torn_subject(verb) if not own else None
    return [torn] if torn is not None else of_own_part(own, verb)


def _of_auxiliary(verb: Token) -> list[Token]:
    """The "students" of "students of a school in Orle, *were* on Monday abducted", hung on the auxiliary."""
    helping = (child for child in verb.children if child.dep_ == "auxpass" and child.i < verb.i)
    return _with_conjuncts(
        one for word in helping for one in word.children if one.dep_ in {"nsubj", "nsubjpass"}
    )


def _torn_subject(verb: Token) -> Token | None:
    """The "others" of "a man died and three *others* were hurt": the parser may join them to what stands before."""
    helping = [c.i for c in verb.children if c.dep_ in {"auxpass", "aux"} and c.i < verb.i]
    if verb.dep_ == "ROOT" and helping:
        # "The chief of Orle (Bara) accused of 'spying', was killed": the parser hangs him on "accused", or on nothing
        first = {c.i for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBN" and c.i < verb.i}
        told = (t for t in verb.doc[: verb.i] if t.dep_ in {"nsubj", "nsubjpass"})
        return next((t for t in told if t.head == t or t.head.i in first), None)
    if verb.dep_ != "conj" or not (helping or verb.tag_ == "VBD"):
        return None
    doc, i = verb.doc, min([*helping, verb.i]) - 1
    while not helping and i > 0 and doc[i].pos_ == "ADV":
        i -= 1
    if i > 0 and doc[i].text in {"–", "—", "-", "--"}:
        i = next((t.i for t in reversed(doc[:i]) if t.text == doc[i].text), 0) - 1
    if i < 1 or doc[i].dep_ != "conj" or doc[i].pos_ in {"VERB", "AUX", "ADV"}:
        return None
    before = doc[i].left_edge.i - 1
    while before > 0 and doc[before].lower_ in {"at", "least"}:
        before -= 1
    return doc[i] if before > 0 and doc[before].dep_ == "cc" else None


def objects(verb: Token) -> list[Token]:
    """The verb's direct objects and what is coordinated with them."""
    own = [
        child
        for child in verb.children
        if child.dep_ in {"dobj", "dative", "oprd"}
        and child.pos_ != "ADJ"
        and not _is_what_they_became(child)
        and not _is_said_of(child)
        and not _is_cut_off(child)
    ]
    return _with_conjuncts(iter([*own, *(end_of_list(verb) if own else ())]))


def _is_what_they_became(token: Token) -> bool:
    """True for the "hostage" of "held twelve men hostage": nobody beside them."""
    if token.lower_ not in _CAPTIVE or any(True for _ in token.lefts):
        return False
    return token.dep_ == "oprd" or any(c.dep_ == "dobj" and c.i < token.i for c in token.head.children)


_CAPTIVE = frozenset({"hostage", "prisoner", "captive"})


def _is_cut_off(token: Token) -> bool:
    """True for the "co" and the hyphen of "co-worker", which the parser takes for objects of their own."""
    doc = token.doc
    if token.text == "-":
        return True
    return token.i + 2 < len(doc) and doc[token.i + 1].text == "-" and doc[token.i + 2].dep_ == token.dep_


def _is_said_of(token: Token) -> bool:
    """True for the "who" of "a man who police say shot two": a subject, though it stands as an object."""
    if token.tag_ != "WP" or token.lower_ != "who":
        return False
    verbs = (t for t in token.doc[token.i + 2 : token.i + 9] if t.pos_ == "VERB")
    return any(_relative_before_saying(verb) == token for verb in verbs)


def agents(verb: Token) -> list[Token]:
    """Who did it in a passive: "by …"."""
    return _with_conjuncts(
        grandchild
        for child in verb.children
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")
        for grandchild in child.children
        if grandchild.dep_ == "pobj"
    )


def prepositional(head: Token, *prepositions: str) -> list[Token]:
    """The nouns that hang on ``head`` by one of the prepositions, coordinated ones included."""
    return _with_conjuncts(
        grandchild
        for child in head.children
        if child.dep_ in {"prep", "agent"} and child.lower_ in prepositions
        for grandchild in child.children
        if grandchild.dep_ in {"pobj", "pcomp"}
    )


def _with_conjuncts(tokens: Iterator[Token]) -> list[Token]:
    found: list[Token] = []
    for token in tokens:
        found.append(token)
        found.extend(other for other in token.conjuncts if other.i > token.i and _is_nominal(other))
        for child in token.children:
            if child.dep_ == "appos" and (_is_listed(child) or _is_next_name(child)):
                found.extend(
                    [
                        child,
                        *(
                            c
                            for c in child.conjuncts
                            if c.i > child.i and (_goes_on(child, c) or _is_name(child))
                        ),
                    ]
                )
    return found


def _goes_on(one: Token, other: Token) -> bool:
    """True for the "daughter" of "his wife, his son and daughter", the "baby" of "a woman, a man and a baby"."""
    if _is_bare(one):
        return True
    owned = any(child.dep_ == "poss" for child in one.children)
    if owned:
        return _is_nominal(other)
    alike = all(any(c.dep_ in {"det", "nummod"} for c in noun.children) for noun in (one.head, other))
    return alike and one.head.tag_ in {"NN", "NNS"} and other.tag_ in {"NN", "NNS"}


def _is_bare(token: Token) -> bool:
    """True for the "father" of "a mother, father and child": one noun without an article after another."""
    return token.tag_ == "NN" and not any(child.dep_ in {"det", "poss", "nummod"} for child in token.children)


def _is_name(token: Token) -> bool:
    return token.tag_ == "NNP"


def _is_next_name(token: Token) -> bool:
    """True for the second of "Anna Brun, *Carl Molt* and Ida Veld were killed", which is no apposition."""
    plural = any(child.lower_ in {"were", "are", "have"} for child in token.head.head.children)
    names = _is_name(token) and _is_name(token.head) and plural
    return names and any(child.dep_ == "conj" and _is_name(child) for child in token.children)


def _is_listed(token: Token) -> bool:
    """True for an apposition that is the next of a list: "a member of the group, his son and …"."""
    plain = _is_bare(token) and token.head.tag_ == "NN"
    return (
        plain
        or any(
            child.dep_ in {"poss", "nummod"} or (child.dep_ == "det" and child.lower_ in {"a", "an"})
            for child in token.children
        )
    ) and any(child.dep_ in {"cc", "conj"} for child in token.children)


_SOME = frozenset("several many some few more dozens scores all both most".split())


def _is_nominal(token: Token) -> bool:
    if token.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "DET"} or token.tag_.startswith("NN"):
        return True
    return token.lower_ in _SOME and any(child.lower_ == "of" for child in token.children)


def is_passive(verb: Token) -> bool:
    """True for "were killed" and for participles without a verb of their own ("soldiers killed in …")."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    if _goes_on_passive(verb):
        return True
    if verb.tag_ != "VBN":
        return False
    if has_object(verb) and any(child.dep_ == "nsubj" for child in verb.children):
        return False  # "militants killed six": the tagger takes the past for a participle
    if verb.dep_ == "advcl" and verb.i > verb.head.i and verb.nbor(-1).text == "," and has_object(verb):
        return False  # "troops killed six rebels, arrested nine and freed two": one more deed of theirs
    if is_past_after_noun(verb) or _shares_active_object(verb):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return not has_object(verb) and is_passive(verb.head)
    return not is_perfect(verb)


def _goes_on_passive(verb: Token) -> bool:
    """True for "was raped, then *strangled*", where the tagger takes the participle for a past of its own."""
    if verb.tag_ != "VBD" or verb.dep_ not in {"conj", "dep"} or verb.i == 0:
        return False
    bare = not any(child.dep_ in {"nsubj", "dobj", "aux"} for child in verb.children)
    joined = verb.nbor(-1).lower_ in {"and", "then", "later", "subsequently"}
    return bare and joined and any(child.dep_ == "auxpass" for child in verb.head.children)


def _shares_active_object(verb: Token) -> bool:
    """True for "gunmen *attacked* and robbed two porters", where the tagger takes the first past for a participle."""
    if not any(child.dep_ == "nsubj" for child in verb.children) or agents(verb):
        return False
    further = (c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBD" and not subjects(c))
    told = [child for deed in further for child in deed.children if child.dep_ == "dobj"]
    return any(object_.lemma_.lower() not in _TIMES for object_ in told)


def is_past_after_noun(verb: Token) -> bool:
    """True for "fighters of the two groups executed nine men", where the tagger sees men executed by nobody.

    A participle after a noun has no object: whom it tells of is that noun.
    """
    if verb.dep_ != "acl" or verb.tag_ not in {"VBN", "VBD"} or verb.head.i > verb.i:
        return False
    told = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i and c.pos_ in {"NOUN", "NUM"}]
    if not told:  # "men with clubs beat and *robbed* a trader"
        further = [c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBD" and not subjects(c)]
        told = [c for deed in further for c in deed.children if c.dep_ == "dobj"]
    return any(object_.lemma_.lower() not in _TIMES for object_ in told) and not agents(verb)


def _phrase_head(noun: Token) -> Token:
    """The noun that a phrase is about: "fighters" of "fighters of the two groups", "men" of "men armed with clubs"."""
    while noun.dep_ == "pobj":
        above = noun.head.head
        worn = above.dep_ == "acl" and above.lemma_.lower() in BEARING
        carried = noun.head.lower_ in _WITH and noun.lemma_.lower() in BORNE
        if not (carried or noun.head.lower_ == "of" or (worn and noun.head.lower_ == "as")):
            break
        above = above.head if worn else above
        if above.pos_ not in {"NOUN", "PROPN"}:
            break
        noun = above
    return noun


def is_perfect(verb: Token) -> bool:
    """True for "had killed", "having massacred": never a passive, whatever stands before it."""
    return any(child.dep_ == "aux" and child.lower_ in _HAVING for child in verb.children)


def has_object(verb: Token) -> bool:
    """True where the verb has a direct object of its own."""
    return any(child.dep_ == "dobj" for child in verb.children)


def inherited_subjects(verb: Token) -> list[Token]:
    """The subject of a verb, or of the verb it is coordinated with or depends on ("…, killing two")."""
    token = verb
    for _ in range(6):
        token = _clause_right_before(token) or token  # ", *striking* and killing two", too
        found = subjects(token)
        if found:
            return found
        if token.head != token and (token.dep_ in _INHERITING or _is_found_so(token)):
            if token.dep_ == "acl" and token.head.pos_ in {"NOUN", "PROPN"}:
                if token.tag_ == "VBD" and (helped := _helped_by(token.head)) is not None:
                    return [helped]
                return [_phrase_head(token.head) if is_past_after_noun(token) else token.head]
            token = token.head
        elif token.dep_ == "prep" and token.head != token:
            token = token.head
            if token.lemma_.lower() in _CHARGING and (charged := objects(token)):
                return charged  # "accused the army of killing": the army would have done it
        else:
            break
    return []


_INHERITING = frozenset({"conj", "xcomp", "advcl", "acl", "acomp", "pcomp", "dep", "ccomp"})


def _is_found_so(participle: Token) -> bool:
    """True for the "shot" of "have been found *shot* to death", "were left *wounded*": it befell who was found."""
    return participle.dep_ == "oprd" and participle.tag_ == "VBN" and is_passive(participle.head)


def _clause_right_before(participle: Token) -> Token | None:
    """The "went" of "they were asleep when a bomb *went* off, killing two": who slept killed nobody."""
    if participle.tag_ != "VBG" or participle.i < 2 or participle.nbor(-1).text != ",":
        return None
    last = participle.i - 2
    return next(
        (
            clause
            for clause in participle.head.children
            if clause.dep_ == "advcl" and clause.tag_ in _PAST and clause.right_edge.i == last
        ),
        None,
    )


def _helped_by(helper: Token) -> Token | None:
    """The "troops" of "troops backed by *hunters* killed two", where the parser takes the deed for the helpers'."""
    by = helper.head
    helping = by.head
    apart = helper.dep_ == "pobj" and by.dep_ == "agent" and helping.dep_ == "acl"
    return helping.head if apart else None


_PAST = frozenset({"VBD", "VBN"})


def sayer_of(pronoun: Token) -> Token | None:
    """Who says it of himself: "*the army* said *it* had repelled the raid"."""
    verb = pronoun.head
    if pronoun.dep_ != "nsubj" or verb.dep_ != "ccomp":
        return None
    said = [child for child in verb.head.children if child.dep_ == "nsubj" and child.i < pronoun.i]
    return said[-1] if said and said[-1].pos_ in {"NOUN", "PROPN"} else None


def relative_antecedent(token: Token) -> Token | None:
    """The noun that "who", "that", "which" or "whose" stands for."""
    verb = token.head.head if token.lower_ == "whose" else token.head
    while verb.dep_ in {"conj", "xcomp", "aux"} and verb.head != verb:
        verb = verb.head
    return _whose_relative(verb.head, token) if verb.dep_ == "relcl" else None


def with_antecedents(words: Iterable[Token]) -> list[Token]:
    """The words, with the noun of a relative clause for its "who" or "which"."""
    return [relative_antecedent(t) or t if t.tag_ in {"WDT", "WP"} else t for t in words]


_OFFSPRING = frozenset({"son", "daughter"})


def _whose_relative(noun: Token, pronoun: Token) -> Token:
    """ "the father of a girl who was shot": the girl; "the families of five men who died": the men."""
    lemma, several = noun.lemma_.lower(), noun.tag_ == "NNS"
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if above.lemma_ in _OFFSPRING and pronoun.i and pronoun.nbor(-1).text == ",":
        return _called_before(above)  # "the killing of a boy, the *son* of a guard, who was shot"
    if lemma not in (_BEREAVED if several else KIN):
        return noun
    kinds = _SEVERAL if several else _ONE
    nearer = [one for one in prepositional(noun, "of") if noun.i < one.i < pronoun.i and one.tag_ in kinds]
    return nearer[0] if nearer else noun


def _called_before(son: Token) -> Token:
    """The boy of "a boy *and son* of a guard", who are one."""
    before = son.i - 1
    if before < 1 or son.doc[before].lower_ != "and":
        return son
    before -= 2 if son.doc[before - 1].text == "," else 1
    return son.doc[before] if before >= 0 and son.doc[before].tag_ == "NN" else son


def words_after(verb: Token) -> str:
    """What follows a verb in its own clause: "took him home", not "*and drove his wife to a hospital*"."""
    joined = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and has_object(c)]
    apart = {token.i for clause in joined for token in clause.subtree}
    return " ".join(t.text for t in verb.subtree if t.i > verb.i and t.i not in apart)


def clause_verb(token: Token) -> Token:
    """The verb of the clause a token stands in (the root where there is none)."""
    while token.head != token:
        if token.pos_ in {"VERB", "AUX"} and token.dep_ in _CLAUSE:
            return token
        token = token.head
    return token


def is_negated(token: Token) -> bool:
    """True where the word or its verb group carries a negation ("did not kill", "no one was killed")."""
    if token.head.lower_ == "without" and token.dep_ in {"pobj", "pcomp"}:
        return True  # and not what it stands beside: "attacked the village without warning"
    if token.dep_ == "xcomp" and token.head.lemma_ == "fail":
        return not is_negated(token.head)  # "failed to kill him"
    if token.dep_ in {"dobj", "nsubjpass"} and token.head.lemma_ in _FOILING and token.pos_ == "NOUN":
        return True  # "foiled the kidnapping of two clerks"
    if token.dep_ == "pcomp" and token.head.lower_ == "from" and token.head.head.lemma_ in _FOILING:
        return True  # "prevented gunmen from kidnapping two clerks"
    if token.dep_ == "conj" and any(child.lower_ in _OR for child in token.head.children):
        return is_negated(token.head)  # "did not kill *or wound* anybody"; but "did not stop *and* was shot"
    group = [token, *([token.head] if token.dep_ in {"xcomp", "acomp", "oprd", "attr", "pobj"} else [])]
    return any(
        child.dep_ == "neg" or child.lower_ in _NEGATIONS or _is_undone(child)
        for word in group
        for child in word.children
    )


_OR = frozenset({"or", "nor"})
_FOILING = frozenset({"foil", "prevent", "thwart", "avert"})


def _is_undone(preposition: Token) -> bool:
    """True for "without" a thing done; what goes without warning or resistance is done all the same."""
    if preposition.lower_ != "without":
        return False
    return not any(child.lemma_.lower() in _DONE_WITHOUT for child in preposition.children)


_CHARGING = frozenset("accuse suspect convict blame acquit".split())
"""Verbs whose object is said to have done what follows: "accused them of shooting"."""


def is_verbal_noun(token: Token) -> bool:
    """True for the "shelling" of "killed by enemy shelling": a deed named as a thing."""
    if token.tag_ != "VBG" or token.dep_ not in {"pcomp", "pobj"} or has_object(token):
        return False
    beside = {child.dep_ for child in token.children if child.i < token.i}
    suffered = token.head.lower_ == "by" and is_passive(token.head.head)
    return suffered or bool(beside & {"amod", "det", "compound", "poss"})
