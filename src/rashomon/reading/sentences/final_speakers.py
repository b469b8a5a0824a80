"""The speaker at the end of a sentence, where the parser took him for part of what he says.

In "… wounding two, a military spokesman, Major X, said." the spokesman becomes one more of the wounded, or an
apposition of the town before him: two nouns between commas right before a verb of saying without a subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.languages.en.cues import ENGLISH_CUES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SAYING = frozenset("said says added reported announced confirmed stated".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_MOST = 12
"""Words that an office and its holder's name have at most, each."""
_SPEAKERS = ENGLISH_CUES.people | ENGLISH_CUES.offices


def mend_final_speaker(doc: Doc) -> Doc:
    """The parse with the speaker of its closing verb of saying for its subject, where the parser found none."""
    verb = _closing_verb(doc)
    if verb is None or any(child.dep_ in _SUBJECTS for child in verb.children):
        return doc
    name = _between_commas(doc, verb.i - 1)
    office = _between_commas(doc, name[0] - 1) if name is not None else None
    if name is None or office is None or not all(t.tag_ in {"NNP", "NNPS"} for t in doc[name[0] : name[1]]):
        return doc
    before = next((t.i for t in doc[office[0] : office[1]] if t.tag_ == "IN"), office[1])
    head = doc[before - 1]
    if before > office[0] and (head.lower_ in _SPEAKERS or head.lemma_.lower() in _SPEAKERS):
        _hang(head, verb, "nsubj")
        _hang(doc[name[1] - 1], head, "appos")
    return doc


def _closing_verb(doc: Doc) -> Token | None:
    """The "said" that only a full stop follows, after a comma."""
    last = len(doc) - 1
    while last > 0 and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    verb = doc[last]
    return verb if last > 4 and verb.lower_ in _SAYING and doc[last - 1].text == "," else None


def _between_commas(doc: Doc, comma: int) -> tuple[int, int] | None:
    """The words before a comma back to the one before it; None where that is far or missing."""
    for at in range(comma - 1, max(comma - 2 - _MOST, 0), -1):
        if doc[at].text == ",":
            return (at + 1, comma) if at + 1 < comma else None
    return None


def _hang(token: Token, head: Token, relation: str) -> None:
    if token.head.i != head.i:
        token.head = head
    token.dep_ = relation
