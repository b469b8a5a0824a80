"""The acts of speech without a cue verb: "according to", "the claim that", "reportedly", "Mayor: …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.reading.attribution.cue_clauses import Draft, before_relative, verb_acts
from rashomon.reading.attribution.other_accounts import with_other_account
from rashomon.reading.attribution.scope import Interval, Scene, phrase_of, speaker_of, subtree, trimmed
from rashomon.reading.attribution.two_accounts import with_two_accounts
from rashomon.reading.sentences.word_index import with_base_form, written_as
from rashomon.reading.speech import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token


def draft_acts(scene: Scene) -> list[Draft]:
    """All acts of a sentence in the order of their cues."""
    found = verb_acts(scene)
    found.extend(_phrase_acts(scene))
    found.extend(_reckonings(scene))
    found.extend(_colon_acts(scene))
    found.extend(_document_acts(scene, found))
    found.extend(_noun_acts(scene))
    found.extend(_adjective_acts(scene))
    found.extend(_hedges(scene))
    found = with_two_accounts(scene, with_other_account(scene, found))
    return sorted(found, key=lambda d: (d.cue, d.content))


def _phrase_acts(scene: Scene) -> Iterator[Draft]:
    """According to X, S; S, according to X."""
    for token in written_as(scene.doc, {"according"}):
        if token.i + 1 >= len(scene.doc):
            continue
        preposition = token.nbor(1)
        if preposition.lower_ != "to":
            continue
        nouns = [c for c in preposition.children if c.dep_ == "pobj"]
        if nouns:
            content = _clause_around(scene, token, nouns[0])
            if content:
                yield Draft(
                    source=_source_phrase(nouns[0]),
                    cue=(token.i, token.i + 2),
                    content=tuple(content),
                    stance="asserts",
                    assertive=True,
                    source_head=nouns[0].i,
                    speaker_head=nouns[0].i,
                )


_RECKONINGS = frozenset({"count", "reckoning", "tally"})


def _reckonings(scene: Scene) -> Iterator[Draft]:
    """By the count of X, S; S, by X's own reckoning."""
    doc = scene.doc
    for token in written_as(doc, _RECKONINGS):
        if token.head.lower_ != "by" or token.dep_ != "pobj":
            continue
        owners = [c for c in token.children if c.dep_ == "poss"]
        makers = owners or [
            g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"
        ]
        if not makers or makers[0].tag_ == "PRP$":
            continue
        who = makers[0]
        source = trimmed(doc, who.left_edge.i, who.i + 1) if owners else _source_phrase(who)
        end = max(token.i + 1, source[1])
        before, after = trimmed(doc, 0, token.head.i), trimmed(doc, end, _stop(scene, len(doc)))
        content = before if before[0] < before[1] else after
        if content[0] < content[1]:
            yield Draft(
                source=source,
                cue=(token.i, token.i + 1),
                content=(content,),
                stance="asserts",
                assertive=True,
                source_head=who.i,
                speaker_head=who.i,
            )


def _colon_acts(scene: Scene) -> Iterator[Draft]:
    """Army spokesman: "The road is open."; Mayor: bridge will be rebuilt."""
    doc = scene.doc
    for place in range(1, min(len(doc) - 3, 12)):
        token = doc[place]
        if token.text != ":" or scene.quote_of[place] >= 0:
            if token.tag_ in {"VBD", "VBZ", "VBP", "MD"} or token.text in {",", ";"}:
                return
            continue
        head = next((t for t in reversed(doc[:place]) if t.is_alpha), None)
        office = head is not None and head.lower_ in scene.cues.offices
        if head is None or not doc[0].text[:1].isupper() or not (head.tag_ in {"NNP", "NNPS"} or office):
            return
        content = trimmed(doc, place + 1, len(doc))
        if content[0] < content[1]:
            yield Draft(
                source=trimmed(doc, 0, place),
                cue=(place, place + 1),
                content=(content,),
                stance="asserts",
                assertive=True,
                source_head=head.i,
                speaker_head=head.i,
            )
        return


def _document_acts(scene: Scene, found: list[Draft]) -> Iterator[Draft]:
    """In a survey, S; in its report, S: a document that speaks where no one else does."""
    doc = scene.doc
    if doc[0].lower_ != "in" or any(d.assertive and d.verb is not None for d in found):
        return
    noun = next((c for c in doc[0].children if c.dep_ == "pobj"), None)
    if noun is None or noun.lemma_.lower() not in scene.cues.documents:
        return
    end = phrase_of(noun)[1]
    while end < len(doc) and doc[end].text != ",":
        end += 1
    content = trimmed(doc, end, _stop(scene, len(doc)))
    if end < len(doc) and content[1] - content[0] > 3:
        yield Draft(
            source=phrase_of(noun),
            cue=(0, 1),
            content=(content,),
            stance="asserts",
            assertive=True,
            source_head=noun.i,
            speaker_head=noun.i,
        )


def _source_phrase(noun: Token) -> Interval:
    return trimmed(noun.doc, phrase_of(noun)[0], _source_end(noun), keep_quotes=False)


def _source_end(noun: Token) -> int:
    """The end of the source after "according to": a comma where the parser took in the whole sentence."""
    end = phrase_of(noun)[1]
    doc = noun.doc
    if end >= len(doc) - 1:
        for place in range(noun.i + 1, end):
            if doc[place].text == "," and place < len(doc) - 3:
                return place
    return end


def _clause_around(scene: Scene, token: Token, noun: Token) -> list[Interval]:
    doc = scene.doc
    end = _source_end(noun)
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
    for token in with_base_form(scene.doc, scene.cues.nouns.keys()):
        # A sentence that begins "Word that …" is read as a verb by the parser.
        opens = token.i == 0 and len(scene.doc) > 1 and token.nbor(1).lower_ == "that"
        if token.tag_ not in {"NN", "NNS"} and not opens:
            continue
        cue = scene.cues.nouns[token.lemma_.lower()]
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
            hedge=owner is None,
            source_head=owner.i if owner is not None else None,
            speaker_head=owner.i if owner is not None else None,
        )


def _adjective_acts(scene: Scene) -> Iterator[Draft]:
    """The mayor is confident that S; the front was opposed to it."""
    for token in written_as(scene.doc, scene.cues.adjectives.keys()):
        cue = scene.cues.adjectives[token.lower_]
        if token.dep_ not in {"acomp", "oprd", "ROOT", "conj", "amod", "ccomp"}:
            continue
        source, speaker = speaker_of(token.head if token.dep_ in {"acomp", "oprd"} else token)
        content = _adjective_content(scene, token, cue)
        if source is None or content is None or content[0] >= content[1]:
            continue
        yield Draft(
            source=phrase_of(source, (content,)),
            cue=(token.i, token.i + 1),
            content=(content,),
            stance=cue.stance,
            assertive=cue.assertive,
            source_head=source.i,
            speaker_head=speaker.i if speaker is not None else None,
        )


def _adjective_content(scene: Scene, adjective: Token, cue: Cue) -> Interval | None:
    for child in adjective.children:
        if child.i < adjective.i:
            continue
        end = child.right_edge.i + 1
        if child.dep_ == "ccomp" and "C" in cue.frames:
            return trimmed(scene.doc, child.left_edge.i, end)
        if child.dep_ == "xcomp" and "X" in cue.frames:
            return trimmed(scene.doc, child.left_edge.i, end)
        if child.dep_ == "prep" and child.lower_ in cue.prepositions:
            return trimmed(scene.doc, child.i + 1, before_relative(child, end))
    return None


def _noun_content(scene: Scene, noun: Token, cue: Cue) -> Interval | None:
    clauses = [c for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"} and c.i > noun.i]
    if noun.dep_ in {"nsubj", "attr"} and noun.head.lemma_ == "be" and not clauses:
        clauses = [c for c in noun.head.children if c.dep_ == "ccomp" and c.i > noun.head.i]
    for clause in clauses:
        marks = [c for c in clause.children if c.dep_ == "mark" and c.lower_ == "that"]
        if marks:
            return trimmed(scene.doc, marks[0].i, clause.right_edge.i + 1)
        if "X" in cue.frames and any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children):
            return trimmed(scene.doc, clause.left_edge.i, clause.right_edge.i + 1)
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in cue.prepositions and _owner(noun) is not None:
            return trimmed(scene.doc, child.i + 1, before_relative(child, child.right_edge.i + 1))
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


def _hedges(scene: Scene) -> Iterator[Draft]:
    """Reportedly, allegedly: someone says so, and the text does not say who."""
    for token in written_as(scene.doc, scene.cues.adverbs.keys()):
        stance = scene.cues.adverbs[token.lower_]
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
