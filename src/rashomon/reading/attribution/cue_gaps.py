"""Content that does not stand where a cue verb's complement would: "as the army said", "a deal she opposed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.attribution.scope import Interval, Scene, phrase_of, subject_of, subtree, trimmed
from rashomon.reading.speech import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token


def as_clause_contents(scene: Scene, verb: Token, cue: Cue) -> tuple[Interval, ...]:
    """The sentence around "as the army confirmed on Monday", "as reported by the radio"."""
    if "C" not in cue.frames or scene.quote_of[verb.i] >= 0:
        return ()
    doc = scene.doc
    opener = next((c for c in verb.children if c.lower_ == "as" and c.i < verb.i), None)
    if opener is None or any(c.dep_ in {"dobj", "xcomp", "ccomp", "acomp"} for c in verb.children):
        return ()
    left, right = opener.i, verb.right_edge.i + 1
    opens = all(token.is_punct or token.dep_ == "cc" for token in doc[:left])
    if not opens and (left == 0 or doc[left - 1].text not in {",", "—", "–", "-", "("}):
        return ()
    if opens:
        # The parser may hang the whole sentence under an opening clause.
        comma = next((token.i for token in doc[verb.i : len(doc)] if token.text == ","), None)
        right = comma if comma is not None else right
    spans = (trimmed(doc, 0, left), trimmed(doc, right, _stop(scene)))
    return tuple(span for span in spans if span[1] - span[0] > 1)


def preposed_contents(verb: Token, cue: Cue) -> tuple[Interval, ...]:
    """The sentence before ", the army said" that the parser took for a second subject: "air raids killed ten"."""
    own = subject_of(verb)
    before = [c for c in verb.children if c.dep_ == "nsubj" and own is not None and c.i < own.i]
    if "C" not in cue.frames or own is None or not before or own.left_edge.nbor(-1).text != ",":
        return ()
    return (trimmed(verb.doc, before[0].left_edge.i, own.left_edge.i - 1),)


def closing_speaker(scene: Scene, verb: Token, cue: Cue) -> Token | None:
    """Who speaks in ", an official disclosed Sunday", whose verb the parser took for a participle; None else.

    Only a day may follow the verb: what "was found" or comes "by" somebody is no act of the noun's.
    """
    noun = verb.head
    if verb.tag_ != "VBN" or verb.dep_ != "acl" or noun.i != verb.i - 1 or "C" not in cue.frames:
        return None
    cues, left, after = scene.cues, noun.left_edge.i, verb.nbor(1) if verb.i + 1 < len(scene.doc) else None
    if scene.quote_of[verb.i] >= 0 or left < _CLAUSE or scene.doc[left - 1].text != "," or after is None:
        return None
    dated = after.nbor(1) if after.lower_ == "on" and after.i + 1 < len(scene.doc) else after
    if dated.lower_ not in cues.times or noun.lower_ not in cues.people | cues.offices | cues.bodies:
        return None
    return noun


def closed_content(scene: Scene, speaker: Token) -> tuple[Interval, ...]:
    """What stands before the words that close a sentence: ", an official disclosed Sunday"."""
    return (trimmed(scene.doc, 0, speaker.left_edge.i - 1),)


_CLAUSE = 4
"""Words, with a comma, that a sentence has at least before its speaker where it tells something."""


def _stop(scene: Scene) -> int:
    end = len(scene.doc)
    while end > 0 and scene.doc[end - 1].text in {".", "!", "?"}:
        end -= 1
    return end


def gap_contents(verb: Token, cue: Cue) -> tuple[Interval, ...]:
    """What a relative clause is about where its verb takes an object: "a deal she opposed", "which he denied"."""
    own = subject_of(verb)
    if "O" not in cue.frames or verb.dep_ != "relcl" or own is None or own.i > verb.i:
        return ()
    if own.tag_ in {"WDT", "WP"} or own.lower_ == "that":
        return ()
    if any(c.dep_ in {"dobj", "xcomp", "ccomp", "prep"} and c.i > verb.i for c in verb.children):
        return ()
    start, end = phrase_of(verb.head)
    end = min(end, subtree(verb)[0])
    return ((start, end),) if start < end else ()
