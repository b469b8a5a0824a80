"""The acts of speech that the verbs of one parsed sentence introduce: "said that", "denied", "is said to"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model.base import value
from rashomon.model.claims import Stance
from rashomon.reading.attribution.counted import counted_people, with_all_counted
from rashomon.reading.attribution.cue_gaps import (
    as_clause_contents,
    closed_content,
    closing_speaker,
    gap_contents,
    preposed_contents,
)
from rashomon.reading.attribution.scope import (
    Interval,
    Scene,
    agent_of,
    clause_contents,
    cue_extent,
    cue_verbs,
    has_that,
    is_passive,
    mended_clause,
    own_predicate,
    phrase_of,
    speaker_of,
    subject_of,
    subtree,
    trimmed,
)
from rashomon.reading.languages.en.harm_words import HARM_ADJECTIVES, LIVES
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
    cited: bool = False
    clausal: bool = True
    """False where the content is an object or infinitive, which a neighbouring quotation overrules."""


def verb_acts(scene: Scene) -> list[Draft]:
    """The acts that verbs introduce, in the order of the verbs."""
    verbs = list(cue_verbs(scene))
    found: list[Draft] = []
    for verb, cue in verbs:
        draft = _verb_act(scene, verb, cue)
        if draft is not None:
            found.append(draft)
    found.extend(_cited_acts(scene, verbs, found))
    return found


def _cited_acts(scene: Scene, verbs: Sequence[tuple[Token, Cue]], found: Sequence[Draft]) -> Iterator[Draft]:
    """The mayor's word in "the agency said six men died, citing the mayor"."""
    for verb, cue in verbs:
        if cue.lemma not in scene.cues.citing or verb.tag_ != "VBG":
            continue
        cited = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
        above = list(verb.ancestors)[:3]
        main = next((d for token in above for d in found if d.verb == token.i and d.clausal), None)
        if cited is None or main is None or not _can_speak(scene, cited):
            continue
        content = tuple(
            span
            for start, end in main.content
            for span in _without(start, end, subtree(verb))
            if span[0] < span[1]
        )
        if content:
            yield replace(
                main,
                source=phrase_of(cited),
                cue=(verb.i, verb.i + 1),
                content=tuple(trimmed(scene.doc, *span) for span in content),
                source_head=cited.i,
                speaker_head=cited.i,
                verb=verb.i,
                cited=True,
            )


def _without(start: int, end: int, hole: Interval) -> tuple[Interval, ...]:
    """An interval without a stretch of it."""
    if hole[1] <= start or end <= hole[0]:
        return ((start, end),)
    return (start, max(start, hole[0])), (min(end, hole[1]), end)


def _can_speak(scene: Scene, noun: Token) -> bool:
    """True for people, offices, bodies, media, documents and names: not for "citing safety concerns"."""
    cues = scene.cues
    if noun.tag_ in {"NNP", "NNPS"}:
        return True
    known = cues.people | cues.offices | cues.bodies | cues.media | cues.documents
    return noun.lower_ in known or noun.lemma_.lower() in known


def _verb_act(scene: Scene, verb: Token, cue: Cue) -> Draft | None:
    if cue.lemma == "claim" and any(c.dep_ == "dobj" and c.lemma_ in LIVES for c in verb.children):
        return None  # "two blasts on Monday, claiming six lives": nobody speaks
    if verb.tag_ == "VBN" and verb.dep_ in {"advcl", "acl"} and cue.lemma in scene.cues.addressed:
        return _addressed_act(scene, verb, cue)
    closing = closing_speaker(scene, verb, cue)
    if closing is not None:
        draft = _draft(scene, verb, cue, (closing, closing), closed_content(scene, closing), True)
        return replace(draft, assertive=cue.assertive)
    if is_passive(verb):
        return _passive_act(scene, verb, cue)
    source, speaker = _speaker(scene, verb)
    if source is not None and verb.i + 1 < len(scene.doc) and _is_counted_dead(source, verb):
        return None
    subject = source if source is not None and source.head == verb else None
    content, clausal = _contents(scene, verb, subject, cue)
    if not content:
        content = (
            as_clause_contents(scene, verb, cue) or gap_contents(verb, cue) or preposed_contents(verb, cue)
        )
        clausal = True
    if cue.assertive and source is not None and (content or "D" not in cue.frames):
        content = with_all_counted(scene, verb, content)
    if not content and not ("Q" in cue.frames and source is not None and scene.quote_of[verb.i] < 0):
        return None
    return _draft(scene, verb, cue, (source, speaker), content, clausal)


def _is_counted_dead(source: Token, verb: Token) -> bool:
    """True for "2 reported dead", "3 dead reported", whatever the parser lets report them: nobody does."""
    if source.is_digit:
        return verb.nbor(1).pos_ == "ADJ"
    if source.i == verb.i - 1 and verb.nbor(1).lower_ in HARM_ADJECTIVES:
        # "two herders reported dead"; "two hospitals reported dead and wounded" tell of others
        whole = verb.i + 2 < len(verb.doc) and verb.nbor(2).lower_ in {"and", "or"}
        return any(child.like_num for child in source.children) and not whole
    number, dead = (verb.nbor(-2), verb.nbor(-1)) if verb.i > 1 else (verb, verb)
    return number.like_num and dead.lower_ in HARM_ADJECTIVES


def _speaker(scene: Scene, verb: Token) -> tuple[Token | None, Token | None]:
    """The speaker of a verb, also of one that the parser joined to what its speaker said before."""
    quoted = quoted_of(verb)
    if quoted is not None:
        return quoted, quoted
    first = verb
    while first.dep_ == "conj":
        first = first.head
    above = first.head
    if first.i != verb.i and first.dep_ in {"ccomp", "xcomp"} and own_predicate(scene, above, verb) >= 0:
        return speaker_of(above)
    return speaker_of(verb)


def quoted_of(verb: Token) -> Token | None:
    """Who speaks in "the paper *quoted the mayor as saying*", where what was said stands before it."""
    as_ = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" and c.i > verb.i), None)
    if as_ is None or not any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in as_.children):
        return None
    if is_passive(verb) or not any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children):
        return None
    return next((c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < as_.i), None)


def _draft(
    scene: Scene,
    verb: Token,
    cue: Cue,
    who: tuple[Token | None, Token | None],
    content: tuple[Interval, ...],
    clausal: bool,
) -> Draft:
    source, speaker = who
    negated = _is_withheld(scene, verb) or (source is not None and _is_nobody(scene, source))
    passive = is_passive(verb)
    return Draft(
        source=phrase_of(source, (*content, (verb.i, verb.i + 1))) if source is not None else None,
        cue=_cue_words(verb),
        content=content,
        stance=_NEGATED[cue.stance] if negated else cue.stance,
        assertive=cue.assertive
        and not (negated and cue.stance == "asserts")
        and not (source is None and not passive),
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


def _is_nobody(scene: Scene, source: Token) -> bool:
    """True for "no group has claimed", "nobody said"."""
    words = (source, *(child for child in source.children if child.dep_ == "det"))
    return any(token.lower_ in scene.cues.nobody for token in words)


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
    for frame, reader in (
        ("A", _complement),
        ("X", _infinitive),
        ("O", _object),
        ("N", _count),
        ("D", counted_people),
    ):
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
    for left, right in sorted(scene.quotes.values()):
        if right <= start and all(t.is_punct or t.is_space for t in doc[right:start]):
            return left, right
        if left >= end and _only_cue_side(scene, end, left):
            return _with_lead_in(scene, verb, end, (left, right))
    return None


def _with_lead_in(scene: Scene, verb: Token, start: int, quote: Interval) -> Interval:
    """The quotation with the words before it that belong to what is said.

    "argued the line “would not last”" has a subject, "called the raid “a disgrace”" an object outside the marks.
    """
    left, right = quote
    addressed = scene.cues.forms.get(verb.lower_) in scene.cues.addressed
    for token in scene.doc[start:left]:
        outside = token.head.i >= left and token.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"}
        named = token.head.i == verb.i and token.dep_ == "dobj" and not addressed
        if outside or named or (token.head.i == verb.i and token.dep_ in {"ccomp", "xcomp"}):
            return max(start, token.left_edge.i), right
    return quote


def _only_cue_side(scene: Scene, start: int, end: int) -> bool:
    """True where only adjuncts of the cue stand between it and a quotation."""
    between = scene.doc[start:end]
    return len(between) <= 14 and not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in between)


def _complement(scene: Scene, verb: Token, _cue: Cue) -> Interval | None:
    parts = [c for c in verb.children if c.dep_ in {"oprd", "acomp", "attr"} and c.i > verb.i]
    if not parts or verb.dep_ == "acl":
        return None
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    start = min(c.left_edge.i for c in (*objects, *parts))
    return trimmed(scene.doc, start, max(c.right_edge.i for c in (*objects, *parts)) + 1)


def _infinitive(scene: Scene, verb: Token, _cue: Cue) -> Interval | None:
    for child in verb.children:
        if child.dep_ in {"xcomp", "ccomp"} and child.i > verb.i:
            start, end = subtree(child)
            objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"} and verb.i < c.i < child.i]
            start = min([start, *(c.left_edge.i for c in objects)])
            ends = [own_predicate(scene, verb, token) for token in scene.doc[child.i + 1 : end]]
            end = min([end, *(place for place in ends if place > child.i)])
            return trimmed(scene.doc, max(start, verb.i + 1), end)
    return None


def _object(scene: Scene, verb: Token, cue: Cue) -> Interval | None:
    for child in verb.children:
        if child.dep_ == "dobj" and child.i > verb.i:
            if cue.lemma in scene.cues.addressed and not cue.prepositions:
                return None
            start, end = subtree(child)
            end = before_relative(child, end)
            for later in verb.children:
                if later.i <= child.i:
                    continue
                if later.dep_ == "prep" and later.lower_ in {*cue.prepositions, "as"}:
                    end = max(end, later.right_edge.i + 1)
                if later.dep_ in {"conj", "ccomp", "advcl", "dep"} and has_that(later):
                    end = max(end, later.right_edge.i + 1)
                if later.dep_ == "xcomp":
                    # "urged the governor to go": what is urged is the whole.
                    end = max(end, later.right_edge.i + 1)
            return trimmed(scene.doc, start, end)
    return None


def _count(scene: Scene, verb: Token, cue: Cue) -> Interval | None:
    """The toll and where it is put: "put the toll at 20"."""
    counted = [c for c in verb.children if c.dep_ == "dobj" and c.lower_ in scene.cues.counts]
    content = _object(scene, verb, cue) if counted else None
    put_at = [c for c in verb.children if c.dep_ == "prep" and c.i > verb.i]
    if content is None or not put_at:
        return content
    # "put the toll from Friday's attacks at seven"
    return trimmed(scene.doc, content[0], max(content[1], *(c.right_edge.i + 1 for c in put_at)))


def _prepositional(scene: Scene, verb: Token, cue: Cue) -> Interval | None:
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in cue.prepositions and child.i > verb.i:
            start, end = child.i + 1, child.right_edge.i + 1
            if start < end:
                return trimmed(scene.doc, start, before_relative(child, end))
    return None


def before_relative(phrase: Token, end: int) -> int:
    """The end of a phrase before ", which …" or ", a village …": what the outlet adds about it."""
    doc = phrase.doc
    for token in doc[phrase.i : end]:
        if token.dep_ not in {"relcl", "appos"} or token.head.i < phrase.i:
            continue
        left, right = token.left_edge.i, token.right_edge.i + 1
        if left > phrase.i and doc[left - 1].text == "," and right >= end - 1 and token.dep_ == "relcl":
            return int(left)
        if token.dep_ == "appos" and left > phrase.i and doc[left].tag_ == "DT" and right >= end - 1:
            return int(left) if doc[left - 1].text == "," else end
    return end


def _addressed_act(scene: Scene, verb: Token, cue: Cue) -> Draft | None:
    """What was asked in "Asked about the raid, the mayor …", "the men, told to wait by the guard"."""
    agent = agent_of(verb)
    for child in verb.children:
        about = child.dep_ == "prep" and child.lower_ in cue.prepositions
        if child.i > verb.i and (about or child.dep_ in {"ccomp", "advcl", "xcomp"}):
            start = child.i + 1 if about else child.left_edge.i
            content = trimmed(scene.doc, start, before_relative(child, child.right_edge.i + 1))
            draft = _draft(scene, verb, cue, (agent, agent), (content,), True)
            return draft if agent is not None else replace(draft, assertive=False)
    return None


def _passive_act(scene: Scene, verb: Token, cue: Cue) -> Draft | None:
    agent = agent_of(verb)
    subject = subject_of(verb)
    content: tuple[Interval, ...] = ()
    right = [
        c
        for c in verb.children
        if c.dep_ in {"ccomp", "xcomp"} and c.i > verb.i and c.pos_ in {"VERB", "AUX"}
    ]
    hedge = agent is None
    if right:
        spans = [trimmed(scene.doc, right[0].left_edge.i, right[0].right_edge.i + 1)]
        if subject is not None and subject.lower_ != "it" and subject.i < verb.i:
            spans.insert(0, subtree(subject))
        content = tuple(spans)
    elif subject is not None and subject.lower_ == "it" and agent is None:
        content = tuple(mended_clause(scene, verb, cue))
    elif subject is not None and subject.i < verb.i:
        of = [c for c in verb.children if c.dep_ == "prep" and c.i > verb.i and c.lower_ in cue.prepositions]
        whole = set(cue.frames) & set("OSC") if agent is not None else "S" in cue.frames
        if of:
            content = (subtree(subject), trimmed(scene.doc, of[0].i, of[0].right_edge.i + 1))
        elif whole:
            content = (trimmed(scene.doc, *subtree(subject)),)
    if not content and agent is not None:
        content = as_clause_contents(scene, verb, cue)
    if agent is None and cue.lemma in scene.cues.addressed | scene.cues.citing:
        return None
    if not content or (agent is None and right and cue.lemma not in scene.cues.hedging):
        return None
    draft = _draft(scene, verb, cue, (agent, agent), content, bool(right))
    return replace(draft, hedge=hedge)
