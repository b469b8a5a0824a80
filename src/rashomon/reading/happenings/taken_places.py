"""Towns that change hands, told by a verb and a town's name alone: "the rebels seized Orle", "Orle fell to them".

Comes in a parsed sentence and where its places stand; goes out the word that tells it and the kind of happening.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.deeds import LANDS
from rashomon.reading.languages.en.developments import UNFOUGHT
from rashomon.reading.languages.en.taking_places import TAKEN_AGAIN, TAKING_LANDS
from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.sentences.word_index import word_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.reading.places.toponyms import ToponymFound


def taken_places(sentence: Sentence, places: Sequence[ToponymFound]) -> Iterator[tuple[Token, str]]:
    """The verbs that tell of places taken, with their kind."""
    doc = sentence.doc
    if doc is None:
        return
    for place in places:
        name = word_at(doc, place.start - sentence.start)
        if name is None or place.ref.words != place.words:
            continue
        while name.i < name.head.i and name.head.idx < place.end - sentence.start:
            name = name.head  # "El *Geneina*"
        if name.dep_ == "pobj" and name.head.lower_ == "of" and name.head.head.lemma_.lower() in LANDS:
            name = name.head.head  # "the town of Orle"
        verb = name.head
        if verb.pos_ != "VERB" or syntax.is_negated(verb):
            continue
        lemma = verb.lemma_.lower()
        taken = "nsubjpass" if syntax.is_passive(verb) else "dobj"
        if lemma in TAKING_LANDS and name.dep_ == taken:
            again = lemma in TAKEN_AGAIN
        elif lemma == "fall" and name.dep_ == "nsubj" and any(c.lower_ == "to" for c in verb.children):
            again = False
        else:
            continue
        fought = UNFOUGHT.search(sentence.words) is None
        yield verb, ("regained" if again else "overtaken") if fought else "transfer"
