"""How far a speaker's words reach in a parsed sentence: content, source phrase and cue clause.

All extents are token intervals, half-open, of one sentence's parse. The parser's subtree is the first
answer; the rules here mend its known faults (elliptical clauses that fall out of the reported clause,
clauses coordinated with the cue verb, quotations cut in two).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from rashomon.model.base import value
from rashomon.reading.sentences.word_index import written_as
from rashomon.reading.speech import Cue, Cues

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Interval: TypeAlias = tuple[int, int]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_QUANTITIES = frozenset(
    {"some", "many", "several", "others", "another", "all", "none", "most", "few", "dozens", "scores", "both"}
)
_CONTRASTS = frozenset({"while", "whereas", "although", "though", "as"})


@value
class Scene:
    """A parsed sentence with what the rules ask of it again and again.

    ``quote_of``: for each token the number of the outermost quotation it stands in, or -1; ``quotes`` the
    token intervals of those quotations in this sentence, marks included.
    """

    doc: Doc
    cues: Cues
    quote_of: tuple[int, ...]
    quotes: dict[int, Interval]

    def cue_of(self, token: Token) -> Cue | None:
        """The verb cue a token is, if it is one."""
        if not token.tag_.startswith("VB"):
            return None
        lemma = self.cues.forms.get(token.lower_)
        return self.cues.verbs[lemma] if lemma else None


def subject_of(verb: Token) -> Token | None:
    """The head of a verb's own subject; of several the one after a comma: "air raids killed ten, *the army* said"."""
    own = [child for child in verb.children if child.dep_ in _SUBJECTS and child.lower_ != "there"]
    if len(own) > 1 and own[-1].i < verb.i and own[-1].left_edge.i > 0:
        return own[-1] if own[-1].left_edge.nbor(-1).text == "," else own[0]
    return own[0] if own else None


def is_passive(verb: Token) -> bool:
    """True for "was said", "is believed", "reported by"."""
    return verb.tag_ == "VBN" and (
        any(child.dep_ in {"auxpass", "nsubjpass", "agent"} for child in verb.children) or verb.dep_ == "acl"
    )


def agent_of(verb: Token) -> Token | None:
    """Who does it in a passive: the noun after "by"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return noun
    return None


def speaker_of(verb: Token) -> tuple[Token | None, Token | None]:
    """The source of an active cue verb and what it stands for ("who" → "the colonel")."""
    own = subject_of(verb)
    if own is not None:
        return own, _antecedent(verb, own) or own
    for _ in range(4):
        head = verb.head
        if head == verb:
            return None, None
        if verb.dep_ == "acl":
            return head, head
        if verb.dep_ == "relcl" and verb.i > head.i:
            return head, head
        if verb.dep_ not in {"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "parataxis"}:
            return None, None
        quoted = _quoted_person(verb, head)
        if quoted is not None:
            return quoted, quoted
        verb = head
        if verb.pos_ in {"VERB", "AUX"} and not is_passive(verb):
            own = subject_of(verb)
            if own is not None:
                return own, _antecedent(verb, own) or own
        elif verb.pos_ in {"VERB", "AUX"}:
            own = agent_of(verb) or subject_of(verb)
            if own is not None:
                return own, own
    return None, None


def _quoted_person(verb: Token, head: Token) -> Token | None:
    """Who is quoted in "quoted the mayor as saying": the speaker, though not the subject."""
    if verb.dep_ == "prep" and verb.lower_ == "as" and head.pos_ == "VERB":
        wanted = {"nsubjpass"} if is_passive(head) else {"dobj"}
        return next((child for child in head.children if child.dep_ in wanted and child.i < verb.i), None)
    return None


def _antecedent(verb: Token, subject: Token) -> Token | None:
    if subject.lower_ not in {"who", "which", "that", "whom"}:
        return None
    climbing = verb
    while climbing.dep_ in {"conj", "xcomp", "ccomp"} and climbing.head != climbing:
        climbing = climbing.head
    return climbing.head if climbing.dep_ == "relcl" else None


def phrase_of(head: Token, barred: Sequence[Interval] = ()) -> Interval:
    """The noun phrase of a source: its subtree without relative clauses, cut at barred stretches."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    for child in head.children:
        if child.i < head.i:
            continue
        if child.dep_ == "prep" and child.nbor(-1).text == "," and child.lower_ not in {"of", "for"}:
            end = min(end, child.i)
            break
        if child.dep_ in {"relcl", "advcl", "ccomp", "parataxis", "dep"} or (
            child.dep_ == "acl" and child.tag_ == "VBG"
        ):
            end = min(end, child.left_edge.i)
            break
    for left, right in barred:
        if left > head.i:
            end = min(end, left)
        elif right <= head.i:
            start = max(start, right)
    return trimmed(head.doc, start, end, keep_quotes=False)


def trimmed(doc: Doc, start: int, end: int, *, keep_quotes: bool = True) -> Interval:
    """An interval without commas, dashes and spaces at its ends."""
    loose = {",", ";", ":", "-", "--", "—", "–", "―"}
    if not keep_quotes:
        loose |= {'"', "''", "``", "'", "(", "."}
    while start < end and (doc[start].text in loose or doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].text in loose or doc[end - 1].is_space or doc[end - 1].dep_ == "cc"):
        # "Va." and "Col." keep their mark: it is part of the token.
        end -= 1
    return start, end


def cue_extent(scene: Scene, verb: Token, subject: Token | None) -> Interval:
    """The cue clause: verb, auxiliaries, subject, and what belongs to the saying and not to the said."""
    start = end = verb.i
    for child in verb.children:
        belongs = child == subject or child.dep_ in {"aux", "auxpass", "neg", "advmod", "prt"}
        if belongs and scene.quote_of[child.i] == scene.quote_of[verb.i]:
            start, end = min(start, child.left_edge.i), max(end, child.right_edge.i)
    return start, end + 1


def clause_contents(scene: Scene, verb: Token, subject: Token | None, cue: Cue) -> list[Interval]:
    """What a verb introduces as a clause: after it, before it, or on both sides."""
    spoken = _after_quotation(scene, verb, subject)
    if spoken:
        return spoken
    clauses = [child for child in verb.children if _is_clause(child)]
    right = [child for child in clauses if child.i > verb.i]
    if right:
        return [_right_content(scene, verb, subject, cue, right)]
    left = [child for child in clauses if child.i < verb.i]
    if left:
        return _left_content(scene, verb, subject, left)
    if _is_inserted(scene, verb, subject):
        return around_content(scene, verb, subject)
    return mended_clause(scene, verb, cue)


def _after_quotation(scene: Scene, verb: Token, subject: Token | None) -> list[Interval]:
    """Content that ends in a quotation right before the cue clause: 'It was "a grave error," he said'."""
    start, end = cue_extent(scene, verb, subject)
    cue = scene.cue_of(verb)
    if not start or cue is None or "Q" not in cue.frames:
        return []
    if scene.quote_of[verb.i] >= 0 or scene.quote_of[start - 1] < 0:
        return []
    left, right = scene.quotes[scene.quote_of[start - 1]]
    if right - 2 < left or scene.doc[right - 2].text not in {",", "?", "!", "...", "…", "-", "—"}:
        return []
    spoken_before = any(
        scene.quote_of[token.i] < 0 and scene.cue_of(token) is not None for token in scene.doc[:left]
    )
    spans = [trimmed(scene.doc, left if spoken_before else 0, right)]
    tail = _resumed(scene, end)
    return [*spans, tail] if tail is not None else spans


def mended_clause(scene: Scene, verb: Token, cue: Cue) -> list[Interval]:
    """A clause that the parser hung on a noun ("told a meeting of elders that …") or tore in two."""
    doc = scene.doc
    for token in doc[verb.i + 1 : verb.right_edge.i + 1]:
        if token.dep_ == "mark" and token.lower_ == "that" and token.head.i > token.i:
            start = _object_start(scene, verb, cue, token.i)
            return [trimmed(doc, start, _reach(scene, verb, token.head))]
        if scene.cue_of(token) is not None:
            return []
    if "O" in cue.frames or "X" in cue.frames:
        return []
    for child in verb.children:
        after = child.right_edge.i + 1
        torn = child.dep_ == "dobj" and child.i > verb.i and after < len(doc)
        if torn and doc[after].tag_ in {"MD", "VBD", "VBZ", "VBP"}:
            finite = doc[after].head if doc[after].dep_ in {"aux", "auxpass"} else doc[after]
            return [trimmed(doc, child.left_edge.i, max(after, finite.right_edge.i) + 1)]
    return []


def _is_clause(child: Token) -> bool:
    if child.dep_ == "ccomp":
        return True
    if child.dep_ in {"xcomp", "dep", "parataxis", "advcl", "csubj"} and child.pos_ in {"VERB", "AUX"}:
        if has_that(child):
            return True
        if child.dep_ in {"xcomp", "dep"}:
            return subject_of(child) is not None and not any(c.dep_ == "mark" for c in child.children)
    return False


def has_that(clause: Token) -> bool:
    """True where a clause begins with "that"."""
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


def _right_content(
    scene: Scene, verb: Token, subject: Token | None, cue: Cue, clauses: Sequence[Token]
) -> Interval:
    floor = max(verb.i + 1, subject.right_edge.i + 1 if subject is not None and subject.i > verb.i else 0)
    start = max(floor, min(child.left_edge.i for child in clauses))
    start = _object_start(scene, verb, cue, start)
    if floor < start and scene.doc[floor].lower_ == "that":
        start = floor
    end = _reach(scene, verb, clauses[-1])
    if end - start == 1 and scene.doc[start].lower_ == "that":
        end = _before_stop(scene.doc, len(scene.doc))
    return trimmed(scene.doc, start, max(start, end))


def _object_start(scene: Scene, verb: Token, cue: Cue, start: int) -> int:
    """Where content begins that has an object before its clause: "confirmed two raids and that …"."""
    if "O" in cue.frames and cue.lemma not in scene.cues.addressed:
        for child in verb.children:
            if child.dep_ == "dobj" and verb.i < child.i < start:
                return int(child.left_edge.i)
    return start


def _reach(scene: Scene, verb: Token, clause: Token) -> int:
    """Where content to the right of its cue ends: the clause, and what fell out of it."""
    end = clause.right_edge.i + 1
    for child in sorted(verb.children, key=lambda token: token.i):
        if child.i <= clause.i or child.dep_ == "punct":
            continue
        if child.left_edge.i < end and child.right_edge.i < end:
            continue
        if _leaves_content(scene, child):
            break
        end = child.right_edge.i + 1
    end = max(end, _torn_off(scene, verb, end))
    return min(end, _next_speaker(scene, verb, clause, end))


def _torn_off(scene: Scene, verb: Token, end: int) -> int:
    """The end of "… , and some were captured", hung on the verb above "saying that …".

    Only a bare quantity as subject tells that the clause goes on counting what was said.
    """
    climbing = verb
    while climbing.dep_ in {"acl", "advcl", "xcomp", "dobj"} and climbing.head.i != climbing.i:
        climbing = climbing.head
        for child in climbing.children:
            if child.dep_ != "conj" or child.i < end or scene.cue_of(child) is not None:
                continue
            subject = subject_of(child)
            bare = (
                subject is not None and subject.i == subject.left_edge.i and subject.i == subject.right_edge.i
            )
            if subject is not None and bare and (subject.like_num or subject.lower_ in _QUANTITIES):
                end = int(child.right_edge.i) + 1
    return end


def _leaves_content(scene: Scene, child: Token) -> bool:
    """True where a later dependent of the cue verb is the outlet's again, or another speaker's."""
    if child.dep_ == "conj":
        if has_that(child):
            return False
        own = subject_of(child)
        if own is None:
            return not _is_elliptical(child)
        return scene.cue_of(child) is not None
    if child.dep_ in {"advcl", "prep"}:
        return (
            scene.cue_of(child) is not None
            or child.lower_ in {"according", "while", "as"}
            or any(
                c.dep_ == "mark" and c.lower_ in {"while", "as", "although", "though"} for c in child.children
            )
        )
    return child.dep_ in {"npadvmod", "relcl", "cc"} and child.dep_ != "cc"


def _is_elliptical(token: Token) -> bool:
    """True for "… and five injured": a participle with a number and no auxiliary of its own."""
    if token.tag_ not in {"VBN", "VBD", "JJ"}:
        return False
    before = [t for t in token.lefts if t.dep_ != "punct"]
    previous = token.nbor(-1) if token.i else token
    return any(t.like_num for t in (*before, previous)) or previous.lower_ in {"others", "more", "another"}


def _next_speaker(scene: Scene, verb: Token, clause: Token, end: int) -> int:
    """Where another speaker, or the outlet, begins inside what the parser took for content."""
    for token in scene.doc[clause.i + 1 : end]:
        if scene.quote_of[token.i] != scene.quote_of[verb.i]:
            continue
        if token.text == ";" and token.i + 1 < end and token.nbor(1).lower_ != "that":
            return int(token.i)
        if token.lower_ == "according" and token.nbor(-1).text == "," and _closes_sentence(token):
            return int(token.i)
        if token.dep_ in {"advcl", "conj"} and (left := _new_cue_clause(scene, token)) > clause.i:
            return left
        if (left := own_predicate(scene, verb, token)) > clause.i:
            return left
    return end


def own_predicate(scene: Scene, verb: Token, token: Token) -> int:
    """Where the speaker's next deed begins: "said it was over and warned of rain"; else -1.

    A bare verb of the cue's own form after "and" is the speaker's if it says something itself, or if what
    it is joined to is an infinitive.
    """
    if token.dep_ != "conj" or token.tag_ not in {"VBD", "VBZ"} or token.tag_ != verb.tag_:
        return -1
    if subject_of(token) is not None or scene.quote_of[token.i] >= 0:
        return -1
    first = token.head
    while first.dep_ == "conj":
        first = first.head
    says = scene.cue_of(token)
    if _is_finite(first) and (says is None or not set(says.frames) & set("CQX")):
        return -1
    left = int(token.left_edge.i)
    joined = left and scene.doc[left - 1].dep_ == "cc"
    return left - 1 if joined else -1


def _is_finite(verb: Token) -> bool:
    """True also for the perfect: "it had struck" goes on as well as "it struck" does ("and lost five men")."""
    perfect = verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    return verb.tag_ in {"VBD", "VBZ"} or perfect


def _new_cue_clause(scene: Scene, token: Token) -> int:
    """Where a cue clause of its own begins: ", adding that …", ", while others said …"; else -1."""
    cue = scene.cue_of(token)
    if cue is None or has_that(token):
        return -1
    left: int = token.left_edge.i
    if subject_of(token) is None:
        adds = token.tag_ == "VBG" and token.dep_ == "advcl" and cue.assertive and "C" in cue.frames
        return token.i if adds and token.nbor(-1).text == "," else -1
    contrast = any(c.dep_ == "mark" and c.lower_ in _CONTRASTS for c in token.children)
    comma = any(t.text in {",", ";"} for t in scene.doc[max(0, left - 2) : left])
    return left if contrast or (token.dep_ == "conj" and comma) else -1


def _closes_sentence(phrase: Token) -> bool:
    """True where nothing follows a phrase but the full stop."""
    return phrase.right_edge.i >= len(phrase.doc) - 2


def _left_content(
    scene: Scene, verb: Token, subject: Token | None, clauses: Sequence[Token]
) -> list[Interval]:
    cue_start, cue_end = cue_extent(scene, verb, subject)
    start = 0 if verb.dep_ in {"ROOT", "parataxis"} else min(c.left_edge.i for c in clauses)
    spans = [trimmed(scene.doc, start, cue_start)]
    tail = _resumed(scene, cue_end)
    if tail is not None:
        spans.append(tail)
    return [span for span in spans if span[0] < span[1]]


def _resumed(scene: Scene, cue_end: int) -> Interval | None:
    """Content that goes on after an inserted cue clause: ', he said, and five were hurt'."""
    doc = scene.doc
    end = len(doc)
    place = cue_end
    while place < end and doc[place].text not in {",", ";", "—", "–", "-"} and scene.quote_of[place] < 0:
        place += 1
    if place >= end - 1:
        return None
    first = place + 1 if scene.quote_of[place] < 0 else place
    if scene.quote_of[first] >= 0:
        return scene.quotes[scene.quote_of[first]]
    head = doc[first]
    if head.lower_ in {"and", "but", "or", "to", "that"} or head.dep_ in {"aux", "auxpass", "attr"}:
        return trimmed(doc, first, _before_stop(doc, end))
    return None


def _before_stop(doc: Doc, end: int) -> int:
    while end > 0 and doc[end - 1].text in {".", "!", "?"}:
        end -= 1
    return end


def _is_inserted(scene: Scene, verb: Token, subject: Token | None) -> bool:
    """True for ", he said," in the middle or at the end of what he said."""
    if subject is None:
        return False
    start, end = cue_extent(scene, verb, subject)
    doc = scene.doc
    if any(token.tag_ in {"WRB", "WDT", "WP"} for token in doc[start:end]):
        return False
    if verb.dep_ in {"ROOT", "conj"} and _only_cue_frame(scene, verb, start):
        return False
    before = doc[start - 1].text if start else ""
    return before in {",", '"', "—", "–", "-", "''"} and (
        end >= len(doc)
        or doc[end].text in {",", ".", '"', "—", "–", "-", "''"}
        or _only_adjuncts(doc, end)
        or (scene.cue_of(verb) is not None and _is_addressee(scene, verb, doc[end]))
    )


def _only_cue_frame(scene: Scene, verb: Token, end: int) -> bool:
    """True where all that stands before a cue clause is its own time, place or circumstance."""
    for token in scene.doc[:end]:
        climbing = token
        while climbing.head.i != verb.i and climbing.head.i != climbing.i:
            climbing = climbing.head
        if climbing.head.i == climbing.i and climbing.i != verb.i and climbing.i < end:
            return False
        if not token.is_punct and climbing.dep_ in {"dep", "nsubj", "attr", "dobj", "appos", "csubj", "intj"}:
            return False
    return True


def _is_addressee(scene: Scene, verb: Token, token: Token) -> bool:
    """True for who is told, right after "told"."""
    return scene.cues.forms.get(verb.lower_) in scene.cues.addressed and any(
        child.dep_ in {"dobj", "dative"} and child.left_edge.i == token.i for child in verb.children
    )


def _only_adjuncts(doc: Doc, start: int) -> bool:
    return doc[start].dep_ in {"prep", "npadvmod", "advmod"}


def around_content(scene: Scene, verb: Token, subject: Token | None) -> list[Interval]:
    """The sentence around an inserted cue clause."""
    cue_start, cue_end = cue_extent(scene, verb, subject)
    doc = scene.doc
    spans = [trimmed(doc, 0, cue_start)]
    end = cue_end
    while end < len(doc) and doc[end].text not in {",", ";", "—", "–"}:
        end += 1
    if end < len(doc) - 1:
        spans.append(trimmed(doc, end, _before_stop(doc, len(doc))))
    return [span for span in spans if span[0] < span[1]]


def subtree(token: Token) -> Interval:
    """A token's whole phrase."""
    return token.left_edge.i, token.right_edge.i + 1


def cue_verbs(scene: Scene) -> Iterator[tuple[Token, Cue]]:
    """The verbs of a sentence that may introduce speech."""
    for token in written_as(scene.doc, scene.cues.forms.keys()):
        cue = scene.cue_of(token)
        if cue is not None and token.dep_ not in {"aux", "auxpass", "amod", "compound"}:
            yield token, cue
