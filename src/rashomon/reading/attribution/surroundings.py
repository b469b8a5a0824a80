"""What stands beside a cue: when it was said, in what document or on what occasion, and to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rashomon.reading.attribution.cue_clauses import Draft, quoted_of
from rashomon.reading.attribution.scope import Interval, Scene, subject_of, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def time_of(scene: Scene, draft: Draft) -> Interval | None:
    """The words that date the saying: "on Thursday" in "said on Thursday"."""
    beside = list(_beside(scene, draft))
    occasions = [
        n for n in _nouns(beside, {"in", "at", "during"}) if n.lemma_.lower() in scene.cues.occasions
    ]
    for child in (*(grandchild for noun in occasions for grandchild in noun.children), *beside):
        if child.dep_ in {"npadvmod", "prep", "advmod"}:
            start, end = child.left_edge.i, child.right_edge.i + 1
            words = scene.doc[start:end]
            if end - start <= 6 and _is_time(scene, words):
                return trimmed(scene.doc, start, end)
    return None


def _is_time(scene: Scene, words: Span) -> bool:
    """True for "on Thursday", "earlier today"; "later" alone dates nothing."""
    named = [token.lower_ for token in words if token.lower_ in scene.cues.times]
    return (bool(named) and not set(named) <= {"earlier", "later", "may", "march"}) or (
        bool(named) and any(token.like_num for token in words)
    )


def medium_of(scene: Scene, draft: Draft) -> Interval | None:
    """The document or occasion of the saying: "in a statement", "in an interview with …"."""
    for noun in _nouns(_beside(scene, draft), {"in", "at", "during", "via", "through", "on"}):
        if noun.lemma_.lower() in scene.cues.occasions:
            start = noun.left_edge.i
            return trimmed(scene.doc, start, _until_clause(noun))
    return _issued(scene, draft)


def _issued(scene: Scene, draft: Draft) -> Interval | None:
    """The document in "released a statement saying …"."""
    if draft.verb is None:
        return None
    verb = scene.doc[draft.verb]
    nouns = [verb.head] if verb.dep_ == "acl" else [c for c in verb.head.children if c.dep_ == "dobj"]
    for noun in nouns:
        own = draft.source is not None and draft.source[0] <= noun.i < draft.source[1]
        if (
            noun.i < verb.i
            and noun.lemma_.lower() in scene.cues.documents
            and not own
            and verb.dep_ in {"acl", "advcl"}
        ):
            return trimmed(scene.doc, noun.left_edge.i, noun.i + 1)
    return None


def relay_of(scene: Scene, draft: Draft) -> Interval | None:
    """The medium that was told: "the station" in "told the station", "in an interview with the station"."""
    if draft.verb is None:
        return None
    verb = scene.doc[draft.verb]
    who = subject_of(verb) if draft.source_head is not None else None
    if who is not None and who.i != draft.source_head and quoted_of(verb) is not None:
        return _named(scene, who) if _is_medium(scene, who) else None
    if scene.cues.forms.get(verb.lower_) in scene.cues.addressed:
        for child in verb.children:
            if child.dep_ in {"dobj", "dative"} and _is_medium(scene, child) and child.i > verb.i:
                return _named(scene, child)
    for noun in _nouns(_beside(scene, draft), {"in", "to", "with", "during", "on"}):
        if noun.lower_ in scene.cues.occasions:
            for named in _nouns(noun.children, {"with", "to"}):
                if _is_medium(scene, named):
                    return _named(scene, named)
        elif noun.head.lower_ in {"to", "with", "on"} and _is_medium(scene, noun):
            return _named(scene, noun)
    return None


def _is_medium(scene: Scene, noun: Token) -> bool:
    """True for a newspaper, a station, an agency, or an acronym that was told something."""
    compounds = [child for child in noun.children if child.dep_ in {"compound", "nmod"}]
    if any(t.lower_ in scene.cues.media or t.lemma_.lower() in scene.cues.media for t in (noun, *compounds)):
        return True
    return noun.tag_ in {"NNP", "NNPS"} and noun.text.isupper() and 2 <= len(noun.text) <= 6


def _named(scene: Scene, noun: Token) -> Interval:
    start = noun.left_edge.i
    while start < noun.i and scene.doc[start].tag_ in {"DT", "PRP$"}:
        start += 1
    return trimmed(scene.doc, start, _until_clause(noun), keep_quotes=False)


def _until_clause(noun: Token) -> int:
    """The end of a noun phrase before a clause that hangs on it."""
    end: int = noun.right_edge.i + 1
    for child in noun.children:
        if child.i > noun.i and child.dep_ in {"acl", "relcl", "ccomp", "advcl"}:
            end = min(end, child.left_edge.i)
    return end


def _beside(scene: Scene, draft: Draft) -> Iterator[Token]:
    """The dependents of the cue, and of what it hangs on, that are not part of what it introduces."""
    if draft.verb is None:
        return
    verb = scene.doc[draft.verb]
    heads = [verb]
    if verb.dep_ in {"acl", "advcl"}:
        heads += [verb.head, verb.head.head] if verb.head.pos_ == "NOUN" else [verb.head]
    if draft.source_head is not None:
        heads.append(scene.doc[draft.source_head])
    for place, head in enumerate(heads):
        for child in head.children:
            inside = draft.source is not None and draft.source[0] <= child.i < draft.source[1]
            held = any(start <= child.i < end for start, end in draft.content)
            if not held and not (inside and place):
                yield child


def _nouns(children: Iterable[Token], prepositions: set[str]) -> Iterator[Token]:
    for child in children:
        if child.dep_ == "prep" and child.lower_ in prepositions:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield noun
