"""Sentences cut into minimal clauses: runs of words that say one thing each.

A clause is a verb with what belongs to it; "to …" of purpose, relative clauses, and phrases that give a
day, a place or who was against whom are clauses of their own, since each can be right or wrong by itself.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.model.base import value
from rashomon.reading.languages.en.words import PERSON_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HEADS = frozenset({"ROOT", "ccomp", "advcl", "relcl", "parataxis"})
_SIDES = frozenset({"between", "against", "with", "alongside", "by", "including"})
_JOINING = frozenset({"cc", "punct", "mark", "preconj"})
_PURPOSE_HEADS = frozenset({"acl", "advcl", "xcomp"})
_CONTROL = frozenset(
    "want try begin continue seek plan manage fail attempt intend agree refuse decide start order force allow ask "
    "vow promise threaten use need have be seem appear tend prepare help urge call say report believe".split()
)
_OPENERS = frozenset({"along", "together", "because", "according", "due"})
_JOINED = frozenset(
    "aligned linked affiliated backed allied led loyal dominated inspired sponsored held".split()
)
_FRAGMENT = 2
"""Words that are no clause by themselves ("and fled", "or used"), but the end of the one before."""
_LONGEST_INSERTION = 12
"""Tokens of an insertion that stays in its clause where it holds nothing of its own."""


@value
class Clause:
    """A run of tokens, half-open, with its head; ``speech`` where it says only that someone spoke."""

    first: int
    end: int
    head: int
    speech: bool = False
    stranded: bool = False
    """True for a subject cut off from its verb by what stands between."""


@value
class Stretches:
    """Characters of a sentence, half-open, where things were found that a clause of its own can give."""

    things: tuple[tuple[int, int], ...] = ()
    """Days, places and actors."""
    names: tuple[tuple[int, int], ...] = ()
    """What is never cut in two: the names of actors."""
    speech: tuple[tuple[int, int], ...] = ()
    """Source, cue and occasion of whoever is said to have spoken."""


def cut_clauses(doc: Doc, found: Stretches) -> tuple[Clause, ...]:
    """The clauses of a sentence in order; together they hold every word that says something."""
    if len(doc) == 0:
        return ()
    speech = _tokens_in(doc, found.speech)
    things = _tokens_in(doc, found.things)
    heads = {token.i for token in doc if _is_head(token, things, speech)}
    owners = [_owner(token, heads) for token in doc]
    for start, end in found.names:
        _keep_together(owners, sorted(_tokens_in(doc, [(start, end)])))
    _keep_speech_together(owners, speech)
    _close_brackets(doc, owners)
    _attach_joints(doc, owners)
    return tuple(_merged(doc, _runs(owners), things | speech))


def _tokens_in(doc: Doc, stretches: Collection[tuple[int, int]]) -> frozenset[int]:
    return frozenset(
        token.i
        for token in doc
        if any(start < token.idx + len(token) and token.idx < end for start, end in stretches)
    )


def _is_head(token: Token, things: frozenset[int], speech: frozenset[int]) -> bool:
    """True for the head of what is a clause of its own."""
    if token.dep_ == "ROOT":
        return True
    hangs = token.dep_ in {"acl", "relcl"} and token.head.i in speech
    if hangs or (token.i in speech and token.pos_ not in {"VERB", "AUX"}):
        return False
    if token.pos_ in {"VERB", "AUX"}:
        return _is_verb_head(token)
    if token.pos_ == "ADP" and any(child.i in speech for child in token.children):
        return False
    if token.pos_ == "ADP" or (token.dep_ == "advmod" and token.lower_ in _OPENERS):
        return _gives_something(token, things)
    if token.dep_ in {"npadvmod", "advmod"}:
        return token.head.pos_ in {"VERB", "AUX"} and bool(_subtree(token) & things)
    return token.dep_ == "appos" and _is_set_off(token)


def _is_verb_head(token: Token) -> bool:
    if _is_no_verb(token):
        return False
    if token.dep_ in _HEADS:
        return True
    if token.dep_ == "conj":
        return token.head.pos_ in {"VERB", "AUX"} and token.i - token.head.i > 2
    purpose = any(child.lower_ == "to" and child.dep_ == "aux" for child in token.children)
    if token.dep_ in _PURPOSE_HEADS and purpose:
        return token.head.lemma_.lower() not in _CONTROL
    return token.dep_ == "acl" and token.tag_ in {"VBN", "VBG"} and _is_reduced_clause(token)


def _is_no_verb(token: Token) -> bool:
    """True for "militants" and for "aligned" in "X aligned groups", which the tagger takes for verbs."""
    if _is_joined(token):
        return True
    plural = token.lower_.endswith("s") and not any(child.dep_ == "dobj" for child in token.children)
    return plural and token.lower_.removesuffix("s") in PERSON_NOUNS


def _is_joined(token: Token) -> bool:
    """True for "aligned" in "X aligned groups"."""
    if token.lower_ not in _JOINED or not 0 < token.i < len(token.doc) - 1:
        return False
    return token.nbor(1).pos_ in {"NOUN", "ADJ", "PROPN"} and token.nbor(-1).pos_ in {"PROPN", "NOUN"}


def _is_reduced_clause(participle: Token) -> bool:
    """True for "aided by …", "riding …"; not for "Europe aligned groups", where it goes with a noun."""
    if participle.i + 1 >= len(participle.doc) or len(list(participle.subtree)) < 3:
        return False
    following = participle.doc[participle.i + 1]
    return participle.tag_ == "VBG" or following.pos_ in {"ADP", "ADV", "PART"}


def _gives_something(preposition: Token, things: frozenset[int]) -> bool:
    """True for "on 1 April", "near the village", "between the two armies" that hang on what happened."""
    under = _subtree(preposition)
    head = preposition.head
    if not under & things or head.lower_ in _OPENERS or head.dep_ in {"relcl", "acl"}:
        return False
    if preposition.lower_ in _SIDES or preposition.lower_ in _OPENERS:
        return head.pos_ in {"VERB", "AUX", "NOUN", "PROPN", "ADP"} and preposition.lower_ != "by"
    if preposition.lower_ in {"of", "by", "from", "to", "for", "as", "than", "until", "till", "since"}:
        return False
    # A place within a noun phrase ("soldiers in Gao") says where they are from as often as where it was.
    return head.pos_ in {"VERB", "AUX"} or preposition.i == 0 or _stands_off(preposition)


def _stands_off(token: Token) -> bool:
    first = min(t.i for t in token.subtree)
    return first > 0 and token.doc[first - 1].text == ","


def _is_set_off(token: Token) -> bool:
    under = list(token.subtree)
    return len(under) > 3 and _stands_off(token)


def _subtree(token: Token) -> set[int]:
    return {t.i for t in token.subtree}


def _owner(token: Token, heads: set[int]) -> int:
    """The head of the clause a token belongs to.

    A word that is no verb after all goes with the word before it: what the parser hung it on is guesswork.
    """
    for _ in range(len(token.doc)):
        if token.i in heads or token.head.i == token.i:
            break
        before = token.nbor(-1) if token.i > 0 and _is_joined(token) else token.head
        token = before
    return token.i


def _keep_speech_together(owners: list[int], speech: frozenset[int]) -> None:
    """Source, cue and occasion of one saying are one clause, whatever hangs between them."""
    tokens = sorted(speech)
    for before, here in itertools.pairwise(tokens):
        if here - before <= 2 and owners[here] != owners[before]:
            kept, gone = owners[before], owners[here]
            for index in tokens:
                if owners[index] == gone:
                    owners[index] = kept


def _keep_together(owners: list[int], tokens: Sequence[int]) -> None:
    for index in tokens:
        owners[index] = owners[tokens[0]]


def _close_brackets(doc: Doc, owners: list[int]) -> None:
    """What stands in brackets goes with the word before them."""
    before: int | None = None
    for token in doc:
        if (
            token.text == "("
            and token.i > 0
            and before is None
            and any(t.text == ")" for t in doc[token.i :])
        ):
            before = owners[token.i - 1]
        if before is not None:
            owners[token.i] = before
        if token.text == ")":
            before = None


def _attach_joints(doc: Doc, owners: list[int]) -> None:
    """Marks close what stands before them; "and", "that", "but" open what follows."""
    for token in reversed(doc):
        if token.dep_ in {"cc", "preconj", "mark"} and token.i + 1 < len(doc):
            owners[token.i] = owners[token.i + 1]
    for token in doc:
        if token.is_punct and token.i > 0:
            opening = token.text in {"“", "«", "‘"} and token.i + 1 < len(doc)
            owners[token.i] = owners[token.i + 1] if opening else owners[token.i - 1]


def _runs(owners: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    first = 0
    for index in range(1, len(owners) + 1):
        if index == len(owners) or owners[index] != owners[first]:
            yield first, index, owners[first]
            first = index


def _merged(doc: Doc, runs: Iterator[tuple[int, int, int]], things: frozenset[int]) -> Iterator[Clause]:
    """The runs with what says nothing by itself taken into a neighbour."""
    clauses: list[Clause] = []
    for first, end, head in runs:
        last = clauses[-1] if clauses else None
        joins = last is not None and (last.head == head or _opens(doc, last, head))
        if last is not None and (joins or not _says_something(doc, first, end, head, things)):
            clauses[-1] = Clause(first=last.first, end=end, head=last.head)
        elif (
            len(clauses) > 1
            and clauses[-2].head == head
            and last is not None
            and _is_insertion(doc, last, things)
        ):
            clauses[-2:] = [Clause(first=clauses[-2].first, end=end, head=head)]
        else:
            clauses.append(Clause(first=first, end=end, head=head))
    yield from _without_fragments(clauses, things)


def _opens(doc: Doc, clause: Clause, head: int) -> bool:
    """True for "with the guards" before "supported by …": it is the subject of that."""
    return doc[clause.head].lower_ == "with" and clause.first < doc[head].head.i < clause.end


def _is_insertion(doc: Doc, clause: Clause, things: frozenset[int]) -> bool:
    """True for a short aside within another clause that gives no day, place or actor and has no verb."""
    if clause.end - clause.first > _LONGEST_INSERTION:
        return False
    inside = range(clause.first, clause.end)
    return not any(i in things or doc[i].pos_ == "VERB" for i in inside)


def _says_something(doc: Doc, first: int, end: int, head: int, things: frozenset[int]) -> bool:
    words = [i for i in range(first, end) if doc[i].is_alpha]
    if first <= head < end and len(words) > _FRAGMENT:
        return True
    if len(words) <= _FRAGMENT and not any(i in things for i in words):
        return False
    return any(i in things for i in range(first, end)) or any(
        doc[i].pos_ in {"NOUN", "PROPN", "NUM", "VERB"} for i in range(first, end)
    )


def _without_fragments(clauses: Sequence[Clause], things: frozenset[int]) -> Iterator[Clause]:
    """A subject alone goes with what follows unless it gives something itself; so does a leading word."""
    pending: int | None = None
    for clause in clauses:
        first = clause.first if pending is None else pending
        pending = None
        whole = clause.first <= clause.head < clause.end
        if not whole and not any(i in things for i in range(clause.first, clause.end)):
            if clause is not clauses[-1]:
                pending = first
                continue
        yield Clause(first=first, end=clause.end, head=clause.head, stranded=not whole)
