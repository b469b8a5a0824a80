"""Whom a source phrase names: a person, an office, the body behind it, a medium, a document, no one.

Reads one phrase of one parsed sentence. What the same speaker is called elsewhere in the report is for
`reading.speakers`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.model.base import value
from rashomon.model.claims import SourceKind
from rashomon.reading.attribution.scope import Interval, Scene
from rashomon.reading.languages.en.words import PERSON_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

_LINKS = frozenset({"of", "for", "from", "with", "at", "by"})


@value
class Voice:
    """What a source phrase says of its speaker."""

    kind: SourceKind
    person: str | None = None
    office: str | None = None
    on_behalf_of: str | None = None


def read_voice(scene: Scene, phrase: Interval, head: Token) -> Voice:
    """Kind, person, office and body of a source phrase."""
    tokens = list(scene.doc[phrase[0] : phrase[1]])
    office = _office(scene, tokens, head)
    person = _person(scene, tokens, head, office)
    behalf = _behalf(scene, tokens, office) if office is not None else _issuer(head)
    return Voice(
        kind=_kind(scene, tokens, head, office, person),
        person=person,
        office=_office_words(office) if office is not None else None,
        on_behalf_of=behalf,
    )


def _kind(
    scene: Scene, tokens: list[Token], head: Token, office: Token | None, person: str | None
) -> SourceKind:
    cues, word, lemma = scene.cues, head.lower_, head.lemma_.lower()
    if head.tag_ in {"PRP", "WP", "WDT", "DT", "EX", "PRP$"}:
        return {"he": "person", "she": "person", "i": "person", "it": "organisation"}.get(word, "group")  # type: ignore[return-value]
    if any(token.lower_ in cues.anonymity for token in head.subtree) or _keeps_name_back(head):
        return "anonymous"
    if person is not None:
        return "person"
    if word in cues.people or lemma in cues.people:
        return "anonymous"
    if office is not None:
        return "person"
    return _thing_kind(scene, tokens, head)


def _thing_kind(scene: Scene, tokens: list[Token], head: Token) -> SourceKind:
    cues, word, lemma = scene.cues, head.lower_, head.lemma_.lower()
    words = {token.lower_ for token in tokens}
    if (word in cues.documents or lemma in cues.documents) and head.tag_ in {"NN", "NNS"}:
        return "document"
    if word in cues.media or lemma in cues.media:
        return "media"
    if word in cues.bodies or lemma in cues.bodies or (head.text.isupper() and len(head.text) > 1):
        return "organisation"
    if head.tag_ in {"NNP", "NNPS"}:
        return "media" if words & cues.media else "organisation"
    if head.tag_ == "NNS":
        return "group"
    return "organisation" if words & cues.bodies else "person"


def _keeps_name_back(head: Token) -> bool:
    """True for "who asked not to be named", "speaking on condition that he not be identified"."""
    words = [token.lower_ for token in head.subtree]
    return any(word in {"named", "identified", "name"} for word in words) and any(
        word in {"not", "without", "nor"} for word in words
    )


def _office(scene: Scene, tokens: list[Token], head: Token) -> Token | None:
    offices = scene.cues.offices
    if head.lower_ in offices and head.tag_ in {"NN", "NNS"}:
        return head
    for token in tokens:
        noun = token.lower_ in offices and token.tag_ in {"NN", "NNS", "NNP"} and token.dep_ != "poss"
        if noun and (token.i <= head.i or token.head == head or token.dep_ in {"appos", "conj"}):
            return token
    return None


def _office_words(office: Token) -> str:
    """The office with what is hyphenated to it: "commander-in-chief"."""
    doc, end = office.doc, office.i + 1
    while end + 1 < len(doc) and doc[end].text == "-":
        end += 2
    return str(doc[office.i : end].text)


def _person(scene: Scene, tokens: list[Token], head: Token, office: Token | None) -> str | None:
    """The name in the phrase that is a person's: after a rank or office, or a bare run of names."""
    for run in _name_runs(scene, tokens):
        words = [token.text for token in run]
        before = run[0].nbor(-1).lower_.rstrip(".") if run[0].i else ""
        titled = before in scene.cues.ranks or before in scene.cues.offices
        if any(token.lower_ in scene.cues.bodies or token.lower_ in scene.cues.media for token in run):
            continue
        if before in _LINKS or before == "the" or (len(run) == 1 and words[0].isupper()):
            continue
        if run[-1].i + 1 < len(scene.doc) and run[-1].nbor(1).text in {"'s", "’s"}:
            continue
        apposed = (
            len(run) > 1 and run[-1].dep_ == "appos" and run[-1].head == head and _is_one_person(scene, head)
        )
        if titled or apposed or (office is not None and _stands_apart(run, office)):
            return " ".join(words)
        holds_head = run[0].i <= head.i <= run[-1].i
        if holds_head and len(run) in {2, 3, 4} and before not in {"the", "of"} and not words[-1].isupper():
            return " ".join(words)
    return None


def _is_one_person(scene: Scene, noun: Token) -> bool:
    """True for "resident" and "trader", whose name may follow: "a resident, *Musa Bello*"; not for "group"."""
    return noun.tag_ == "NN" and (noun.lemma_.lower() in PERSON_NOUNS or noun.lower_ in scene.cues.people)


def _stands_apart(run: list[Token], office: Token) -> bool:
    """True where a name follows its office or stands before it behind a comma."""
    return run[0].i > office.i or (run[-1].i + 1 < office.i and run[-1].nbor(1).text == ",")


def _name_runs(scene: Scene, tokens: list[Token]) -> list[list[Token]]:
    runs: list[list[Token]] = []
    for token in tokens:
        named = token.tag_ in {"NNP", "NNPS"} or (
            token.is_title and token.tag_ in {"NN", "FW", "JJ"} and bool(runs)
        )
        plain = token.lower_.rstrip(".") not in scene.cues.ranks and token.lower_ not in scene.cues.offices
        particle = token.lower_ in {"al", "ag", "bin", "ibn", "ould", "van", "von", "de", "el", "-", "abu"}
        if (named and plain and token.is_alpha) or (
            named and plain and len(token.text) == 2 and token.text[1] == "."
        ):
            if runs and runs[-1] and runs[-1][-1].i == token.i - 1:
                runs[-1].append(token)
            else:
                runs.append([token])
        elif particle and runs and runs[-1][-1].i == token.i - 1:
            runs[-1].append(token)
    for run in runs:
        while run and run[-1].lower_ in {"-", "al", "de", "van", "von", "el"}:
            run.pop()
    return [run for run in runs if run]


def _behalf(scene: Scene, tokens: list[Token], office: Token) -> str | None:
    """Whose office it is: "French military" of "a French military spokesman", "spokesman for …"."""
    before: list[Token] = []
    for token in tokens:
        if token.i >= office.i:
            break
        before.append(token)
    kept = [t for t in before if t.lower_ not in scene.cues.plain_modifiers and t.dep_ != "det"]
    kept = [t for t in kept if t.text not in {"'s", "’s", ",", '"', "("}]
    adjacent = bool(kept) and all(
        doc_token.text in {"'s", "’s", "-"}
        or doc_token in kept
        or doc_token.lower_ in scene.cues.plain_modifiers
        for doc_token in scene.doc[kept[0].i : office.i]
    )
    if adjacent:
        words = scene.doc[kept[0].i : kept[-1].i + 1].text
        return words.removesuffix("'s").removesuffix("’s")
    for child in office.children:
        if child.dep_ == "prep" and child.lower_ in {"for", "of", "at", "from", "with"}:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return _bare(noun)
    return None


def _issuer(head: Token) -> str | None:
    """Who issued a document: "the army's statement", "a report by the agency"."""
    for child in head.children:
        if child.dep_ == "poss" and child.tag_ != "PRP$":
            return _bare(child)
        if child.dep_ == "prep" and child.lower_ in {"by", "from"}:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return _bare(noun)
    return None


def _bare(noun: Token) -> str:
    """A noun phrase without its article and possessive."""
    start, end = noun.left_edge.i, noun.right_edge.i + 1
    doc = noun.doc
    while start < noun.i and doc[start].dep_ in {"det", "poss"} and doc[start].tag_ in {"DT", "PRP$"}:
        start += 1
    while end > noun.i + 1 and doc[end - 1].text in {"'s", "’s", ",", "'"}:
        end -= 1
    return str(doc[start:end].text)
