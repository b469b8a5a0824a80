"""The acts of speech that one parsed sentence shows by its own words: verbs, nouns, phrases, hedges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model.base import value
from rashomon.model.claims import Stance
from rashomon.reading.scope import (
    Interval,
    Scene,
    agent_of,
    clause_contents,
    cue_extent,
    cue_verbs,
    has_that,
    is_passive,
    phrase_of,
    speaker_of,
    subject_of,
    subtree,
    trimmed,
)
from rashomon.reading.speech import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEGATED: dict[Stance, Stance] = {
    "asserts": "doubts",
    "confirms": "doubts",
    "denies": "doubts",
    "doubts": "asserts",
}
"""A negated cue withholds: "did not confirm" is neither a confirmation nor a denial."""


@value
class Draft:
    """An act as token intervals of its sentence. ``source`` None: the words name no one.

    Without content the act waits for a quotation in a neighbouring sentence ("Can we?" he asked).
    """

    source: Interval | None
    cue: Interval
    content: tuple[Interval, ...]
    stance: Stance
    assertive: bool
    source_head: int | None = None
    speaker_head: int | None = None
    verb: int | None = None
    hedge: bool = False
    clausal: bool = True
    """False where the content is an object or infinitive, which a neighbouring quotation overrules."""


def draft_acts(scene: Scene) -> list[Draft]:
    """All acts of a sentence in the order of their cues."""
    found: list[Draft] = []
    for verb, cue in cue_verbs(scene):
        draft = _verb_act(scene, verb, cue)
        if draft is not None:
            found.append(draft)
    found.extend(_phrase_acts(scene))
    found.extend(_noun_acts(scene))
    found.extend(_hedges(scene, found))
    return sorted(found, key=lambda d: (d.cue, d.content))


def _verb_act(scene: Scene, verb: Token, cue: Cue) -> Draft | None:
    if is_passive(verb):
        return _passive_act(scene, verb, cue)
    source, speaker = speaker_of(verb)
    subject = source if source is not None and source.head == verb else None
    content, clausal = _contents(scene, verb, subject, cue)
    if not content and not ("Q" in cue.frames and source is not None and scene.quote_of[verb.i] < 0):
        return None
    return _draft(scene, verb, cue, (source, speaker), content, clausal)


def _draft(
    scene: Scene,
    verb: Token,
    cue: Cue,
    who: tuple[Token | None, Token | None],
    content: tuple[Interval, ...],
    clausal: bool,
) -> Draft:
    source, speaker = who
    negated = _is_withheld(scene, verb)
    return Draft(
        source=phrase_of(source, (*content, (verb.i, verb.i + 1))) if source is not None else None,
        cue=_cue_words(verb),
        content=content,
        stance=_NEGATED[cue.stance] if negated else cue.stance,
        assertive=cue.assertive and not (negated and cue.stance == "asserts"),
        source_head=source.i if source is not None else None,
        speaker_head=speaker.i if speaker is not None else None,
        verb=verb.i,
        clausal=clausal,
    )


def _is_withheld(scene: Scene, verb: Token) -> bool:
    """True for "did not confirm", "refused to say", "declined to deny"."""
    if any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children):
        return True
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in scene.cues.withheld


def _cue_words(verb: Token) -> Interval:
    """The verb with its particle: "said", "pointed out"."""
    end = verb.i + 1
    for child in verb.children:
        if child.dep_ == "prt" and child.i == end:
            end = child.i + 1
    return verb.i, end


def _contents(
    scene: Scene, verb: Token, subject: Token | None, cue: Cue
) -> tuple[tuple[Interval, ...], bool]:
    if "C" in cue.frames or "Q" in cue.frames:
        clauses = clause_contents(scene, verb, subject, cue)
        clauses = [_with_whole_quotes(scene, verb, c) for c in clauses if c[0] < c[1]]
        if clauses and ("C" in cue.frames or any(scene.quote_of[c[0]] >= 0 for c in clauses)):
            return tuple(clauses), True
    if "Q" in cue.frames:
        quote = _quote_beside(scene, verb, subject)
        if quote is not None:
            return (quote,), True
    for frame, reader in (("A", _complement), ("X", _infinitive), ("O", _object)):
        if frame in cue.frames:
            content = reader(scene, verb, cue)
            if content is not None and content[0] < content[1]:
                return (_with_whole_quotes(scene, verb, content),), False
    content = _prepositional(scene, verb, cue)
    return ((content,), False) if content is not None else ((), False)


def _with_whole_quotes(scene: Scene, verb: Token, content: Interval) -> Interval:
    """The content, not ending inside a quotation that its cue stands outside of."""
    start, end = content
    for at in (start, end - 1):
        number = scene.quote_of[at]
        if number >= 0 and number != scene.quote_of[verb.i]:
            left, right = scene.quotes[number]
            start, end = min(start, left), max(end, right)
    return start, end


def _quote_beside(scene: Scene, verb: Token, subject: Token | None) -> Interval | None:
    """The quotation next to a cue clause, before or after it."""
    if scene.quote_of[verb.i] >= 0:
        return None
    start, end = cue_extent(scene, verb, subject)
    doc = scene.doc
    for number, (left, right) in sorted(scene.quotes.items()):
        if right <= start and all(t.is_punct or t.is_space for t in doc[right:start]):
            return left, right
        if left >= end and _only_cue_side(scene, verb, end, left):
            return left, right
    return None


def _only_cue_side(scene: Scene, verb: Token, start: int, end: int) -> bool:
    """True where only adjuncts of the cue stand between it and a quotation."""
    between = scene.doc[start:end]
    return len(between) <= 14 and not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in between)


def _complement(scene: Scene, verb: Token, cue: Cue) -> Interval | None:
    parts = [c for c in verb.children if c.dep_ in {"oprd", "acomp", "attr"} and c.i > verb.i]
    if not parts or verb.dep_ == "acl":
        return None
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    start = min(c.left_edge.i for c in (*objects, *parts))
    return trimmed(scene.doc, start, max(c.right_edge.i for c in (*objects, *parts)) + 1)


def _infinitive(scene: Scene, verb: Token, cue: Cue) -> Interval | None:
    for child in verb.children:
        if child.dep_ in {"xcomp", "ccomp"} and child.i > verb.i:
            start, end = subtree(child)
            objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"} and verb.i < c.i < child.i]
            start = min([start, *(c.left_edge.i for c in objects)])
            return trimmed(scene.doc, max(start, verb.i + 1), end)
    return None


def _object(scene: Scene, verb: Token, cue: Cue) -> Interval | None:
    for child in verb.children:
        if child.dep_ == "dobj" and child.i > verb.i:
            if cue.lemma in scene.cues.addressed and not cue.prepositions:
                return None
            start, end = subtree(child)
            end = _before_relative(child, end)
            for later in verb.children:
                if later.i <= child.i:
                    continue
                if later.dep_ == "prep" and later.lower_ in {*cue.prepositions, "as"}:
                    end = max(end, later.right_edge.i + 1)
                if later.dep_ in {"conj", "ccomp", "advcl", "dep"} and has_that(later):
                    end = max(end, later.right_edge.i + 1)
            return trimmed(scene.doc, start, end)
    return None


def _prepositional(scene: Scene, verb: Token, cue: Cue) -> Interval | None:
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in cue.prepositions and child.i > verb.i:
            start, end = child.i + 1, child.right_edge.i + 1
            if start < end:
                return trimmed(scene.doc, start, _before_relative(child, end))
    return None


def _before_relative(phrase: Token, end: int) -> int:
    """The end of a phrase before ", which …": what the outlet adds about the thing named."""
    for noun in (phrase, *phrase.children):
        for child in noun.children:
            if child.dep_ == "relcl" and child.left_edge.i > noun.i and child.left_edge.nbor(-1).text == ",":
                end = min(end, child.left_edge.i)
    return end


def _passive_act(scene: Scene, verb: Token, cue: Cue) -> Draft | None:
    agent = agent_of(verb)
    subject = subject_of(verb)
    content: tuple[Interval, ...] = ()
    right = [
        c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and c.i > verb.i and c.pos_ in {"VERB", "AUX"}
    ]
    hedge = agent is None
    if right:
        spans = [trimmed(scene.doc, right[0].left_edge.i, right[0].right_edge.i + 1)]
        if subject is not None and subject.lower_ != "it" and subject.i < verb.i:
            spans.insert(0, subtree(subject))
        content = tuple(spans)
    elif subject is not None and subject.i < verb.i:
        of = [c for c in verb.children if c.dep_ == "prep" and c.i > verb.i and c.lower_ in cue.prepositions]
        whole = set(cue.frames) & set("OSC") if agent is not None else "S" in cue.frames
        if of:
            content = (subtree(subject), trimmed(scene.doc, of[0].i, of[0].right_edge.i + 1))
        elif whole:
            content = (trimmed(scene.doc, *subtree(subject)),)
    if not content or (agent is None and right and cue.lemma not in scene.cues.hedging):
        return None
    draft = _draft(scene, verb, cue, (agent, agent), content, bool(right))
    return replace(draft, hedge=hedge)


def _phrase_acts(scene: Scene) -> Iterator[Draft]:
    """According to X, S; S, according to X."""
    for token in scene.doc:
        if token.lower_ != "according" or token.i + 1 >= len(scene.doc):
            continue
        preposition = token.nbor(1)
        if preposition.lower_ != "to":
            continue
        nouns = [c for c in preposition.children if c.dep_ == "pobj"]
        if nouns:
            content = _clause_around(scene, token, nouns[0])
            if content:
                yield Draft(
                    source=phrase_of(nouns[0], content),
                    cue=(token.i, token.i + 2),
                    content=tuple(content),
                    stance="asserts",
                    assertive=True,
                    source_head=nouns[0].i,
                    speaker_head=nouns[0].i,
                )


def _clause_around(scene: Scene, token: Token, noun: Token) -> list[Interval]:
    doc = scene.doc
    end = phrase_of(noun)[1]
    stop = len(doc)
    while stop > 0 and (doc[stop - 1].text in {".", "!", "?"}):
        stop -= 1
    before = trimmed(doc, 0, token.i)
    if all(t.is_punct or t.dep_ in {"cc", "advmod"} for t in doc[: token.i]):
        return [s for s in (trimmed(doc, end, stop),) if s[0] < s[1]]
    after = trimmed(doc, end, stop)
    opens = token.i and doc[token.i - 1].lower_ in {"and", "but", "while", ";", "that"}
    if opens and after[0] < after[1]:
        return [after]
    return [s for s in (before, after) if s[1] - s[0] > 1 or (s is before and s[0] < s[1])]


def _noun_acts(scene: Scene) -> Iterator[Draft]:
    """The claim that S; his response was that S."""
    for token in scene.doc:
        cue = scene.cues.nouns.get(token.lemma_.lower()) if token.tag_ in {"NN", "NNS"} else None
        if cue is None:
            continue
        content = _noun_content(scene, token, cue)
        if content is None:
            continue
        owner = _owner(token)
        yield Draft(
            source=phrase_of(owner, ((token.i, token.i + 1),)) if owner is not None else None,
            cue=(token.i, token.i + 1),
            content=(content,),
            stance=cue.stance,
            assertive=cue.assertive,
            source_head=owner.i if owner is not None else None,
            speaker_head=owner.i if owner is not None else None,
        )


def _noun_content(scene: Scene, noun: Token, cue: Cue) -> Interval | None:
    clauses = [c for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"} and c.i > noun.i]
    if noun.dep_ in {"nsubj", "attr"} and noun.head.lemma_ == "be" and not clauses:
        clauses = [c for c in noun.head.children if c.dep_ == "ccomp" and c.i > noun.head.i]
    for clause in clauses:
        marks = [c for c in clause.children if c.dep_ == "mark" and c.lower_ == "that"]
        if marks:
            return trimmed(scene.doc, marks[0].i, clause.right_edge.i + 1)
    return None


def _owner(noun: Token) -> Token | None:
    """Whose claim it is: "the army's claim", "a claim by the army", "the army made the claim"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in {"by", "from"}:
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    return grandchild
    if noun.dep_ == "dobj":
        return speaker_of(noun.head)[0]
    return None


def _hedges(scene: Scene, found: list[Draft]) -> Iterator[Draft]:
    """Reportedly, allegedly: someone says so, and the text does not say who."""
    for token in scene.doc:
        stance = scene.cues.adverbs.get(token.lower_)
        if stance is None:
            continue
        head = token.head
        while head.pos_ not in {"VERB", "AUX"} and head.head != head:
            head = head.head
        start, end = subtree(head)
        spans = [trimmed(scene.doc, start, token.i), trimmed(scene.doc, token.i + 1, _stop(scene, end))]
        content = tuple(s for s in spans if s[0] < s[1])
        if content:
            yield Draft(
                source=None,
                cue=(token.i, token.i + 1),
                content=content,
                stance=stance,
                assertive=True,
                verb=None,
                hedge=True,
            )


def _stop(scene: Scene, end: int) -> int:
    while end > 0 and scene.doc[end - 1].text in {".", "!", "?"}:
        end -= 1
    return end
