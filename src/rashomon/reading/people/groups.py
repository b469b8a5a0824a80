"""Phrases that name people or armed bodies, with their number, category and named actors.

A *group* is what a claim can be about: "three MSA and GATIA fighters", "the jihadists", "an imam",
"the French military", "30" in "30 dead". Whom a group without a name means is decided later, when the
whole report has been seen (`reading.parties`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from rashomon.model.base import value
from rashomon.model.claims import ActorRef, Count, Identification, Status
from rashomon.reading.counts import CountFound
from rashomon.reading.languages.en.phrases import phrase_bounds
from rashomon.reading.languages.en.set_phrases import TAKEN_FOR
from rashomon.reading.languages.en.words import (
    PERSON_NOUNS,
    PRESUMED,
    UNITS,
    PersonNoun,
)
from rashomon.reading.people.heads import (
    after_another,
    counts_members,
    counts_persons,
    has_number,
    is_head,
    joins_others,
    may_be_heads,
    names_body,
    person_noun,
    suffers,
)
from rashomon.reading.people.kinds import CATEGORY_WORDS, categorise, fighters_beside, has_left
from rashomon.reading.people.names import is_name_of_one, means_people, peoples_in, with_people
from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.sentences.word_index import forms, lower_forms, words_between

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from rashomon.codebook.actors import ActorHit

GroupKind = Literal["people", "body", "number", "person", "pronoun"]

_DEFINITE = frozenset(
    {"the", "this", "these", "those", "that", "both", "its", "their", "his", "her", "said", "such"}
)
_PLURAL_ONLY = frozenset(
    {"people", "police", "troops", "forces", "military", "personnel", "gendarmerie", "special forces"}
    | {"everyone", "everybody"}
)
_BETWEEN_NUMBER_AND_NOUN = re.compile(
    r"\s*(?:(?:other|more)(?= of\b)\s+)?(?:other|more|identified|named|confirmed|alleged|suspected|presumed"
    r"|of(?:\s+(?:the|its|their|his|her|our|these|those))?(?:\s+own)?)?\s*[\"“«‘']?\s*(?:(?-i:[A-Z]{2,6})\s+)?",
    re.I,
)
"""What may stand in "two *of its* soldiers", "dozens *of* fighters", "twenty *"*outlaws", "five *FACA* soldiers",
"four *alleged* Azure Front fighters"."""
_OF = re.compile(r"\s+(?:out )?of\s+(?:(?:the|its|their|his|her|these|those)\s+)?", re.I)
_TWO = frozenset({"couple"})
"""Nouns in the singular for two people."""
_OPENING = frozenset({'"', "“", "«", "„"})
_SO_CALLED = ("so-called", "so called", "self-proclaimed")
_DISTANCING = (*_OPENING, *_SO_CALLED)
"""What a sentence must hold for anybody in it to be named at a distance."""


@value
class Group:
    """A phrase for people or an armed body; offsets are the report's, ``head`` a token of the sentence."""

    sentence: int
    head: int
    first: int
    start: int
    end: int
    words: str
    kind: GroupKind
    noun: str
    count: Count | None
    plural: bool
    definite: bool
    categories: tuple[str, ...]
    status: Status
    actors: tuple[ActorRef, ...]
    identification: Identification
    unit: str = "persons"
    who: str = ""
    """The phrase without its number ("armed men" of "about 60 armed men"); of a bare number, the noun it leaves out."""
    join: Literal["and", "or", "and_or"] = "and"
    distanced: bool = False
    """True where the text keeps its distance from the name (so-called, quotation marks)."""
    belongs_to: int | None = None
    """Token of the body it is part of: "fighters *of the alliance*"."""
    peoples: tuple[str, ...] = ()
    """Capitalised words of the phrase that name no actor of the registry, lower case and singular: "tuareg"."""
    out_of: Count | None = None
    """The number it is part of: the five of "one of five people"; ``count`` is that of the part."""
    excepted: int = 0
    """How many are left out of those told of before: the two of "all but two were killed"."""
    loyal_to: str | None = None
    """Actor id the group is said to follow ("Islamic State-loyal"): not that actor itself."""


def find_groups(
    sentence: Sentence, counts: Sequence[CountFound], hits: Sequence[ActorHit]
) -> tuple[Group, ...]:
    """The groups that a parsed sentence names, in order of their heads."""
    doc = sentence.doc
    if doc is None:
        return ()
    finder = _Finder(sentence, doc, counts, hits)
    groups = [finder.from_noun(token) for token in may_be_heads(doc) if finder.is_head(token)]
    covered = [(group.start, group.end) for group in groups]
    for hit in hits:
        if not any(start <= hit.start and hit.end <= end for start, end in covered):
            body = finder.from_hit(hit)
            if body is not None:
                groups.append(body)
    return tuple(sorted(groups, key=lambda group: (group.head, group.start)))


def number_group(sentence: Sentence, found: CountFound) -> Group:
    """A bare number that stands for people ("killing two", "and five injured")."""
    doc = _doc(sentence)
    tokens = words_between(doc, found.start, found.end)
    return Group(
        sentence=sentence.index,
        head=tokens[-1].i if tokens else 0,
        first=tokens[0].i if tokens else 0,
        start=sentence.start + found.start,
        end=sentence.start + found.end,
        words=sentence.words[found.start : found.end],
        kind="number",
        noun="",
        count=found.count if isinstance(found.count, Count) else None,
        plural=True,
        definite=False,
        categories=(),
        status="unknown",
        actors=(),
        identification="stated",
    )


def person_group(sentence: Sentence, token: Token) -> Group:
    """One person by name ("Hosni Salha"), as the parser's proper nouns give it."""
    first = token
    while (before := _name_before(first, token)) is not None:
        first = before
    return single_group(sentence, first, token, kind="person", definite=True)


def single_group(sentence: Sentence, first: Token, last: Token, *, kind: GroupKind, definite: bool) -> Group:
    """One person, whose words run from one token to another and hold no noun for people."""
    start, end = first.idx, last.idx + len(last.text)
    words = sentence.words[start:end]
    return Group(
        sentence=sentence.index,
        head=last.i,
        first=first.i,
        start=sentence.start + start,
        end=sentence.start + end,
        words=words,
        kind=kind,
        noun="",
        count=Count(low=1, high=1, as_written=words),
        plural=False,
        definite=definite,
        categories=(),
        status="unknown",
        actors=(),
        identification="stated",
    )


def _name_before(first: Token, name: Token) -> Token | None:
    """The part of a name before another: "Anna" of "Anna Brun", "Brun" of "Brun-Molt"."""
    if first.i == 0:
        return None
    before = first.nbor(-1)
    if before.pos_ == "PROPN" and before.head in {name, first}:
        return before
    joined = first.i > 1 and before.text == "-" and not before.whitespace_ and not first.nbor(-2).whitespace_
    return first.nbor(-2) if joined and first.nbor(-2).pos_ == "PROPN" else None


def _doc(sentence: Sentence) -> Doc:
    assert sentence.doc is not None  # noqa: S101  a caller without a parse is a fault of ours
    return sentence.doc


class _Finder:
    """Finds the groups of one sentence; holds what the makers of one group all need."""

    def __init__(
        self, sentence: Sentence, doc: Doc, counts: Sequence[CountFound], hits: Sequence[ActorHit]
    ) -> None:
        self.sentence = sentence
        self.doc = doc
        self.counts = [found for found in counts if found.kind == "number" and isinstance(found.count, Count)]
        self.hits = hits
        lower = sentence.words.lower()
        self.may_distance = any(mark in lower for mark in _DISTANCING)
        self.has_or = "or" in forms(doc).words or "and/or" in lower

    def is_head(self, token: Token) -> bool:
        """True for the noun of a phrase for people; "a dozen" is a number, not a noun."""
        if any(found.start <= token.idx < found.end for found in self.counts):
            return False
        return is_head(token) or suffers(token) or self._is_people(token)

    def _is_people(self, token: Token) -> bool:
        return means_people(token) and not self._is_in_hit(token)

    def from_noun(self, head: Token) -> Group:
        first, last = phrase_bounds(head)
        first = with_people(head, self._with_names_before(head, after_another(head, first)))
        found = self._count_before(first, head)
        if found is not None:
            first = min([first, *(t.i for t in words_between(self.doc, found.start, found.end))])
        known = person_noun(head) or PersonNoun(category="people")
        modifiers = lower_forms(self.doc)[first:last]
        body = names_body(head) and not (found is not None and counts_members(head, found))
        inside = self._hits_inside(first, last)
        taken = self._taken_for(head)
        after = self._hits_after(head, taken)
        categories, status = categorise(head, known, modifiers)
        if has_left(head, modifiers, status, plural=_is_plural(head)):
            categories, status, inside, after = ("civilians",), "civilian", [], []  # "a former rebel leader"
        return Group(
            sentence=self.sentence.index,
            first=first,
            start=self._start(first),
            end=self._end(last),
            words=self._words(first, last),
            head=head.i,
            kind="body" if body else "people",
            noun=head.lemma_.lower(),
            count=None if body else self._count_of(found, first, head),
            who=self._who(found, first, last),
            plural=_is_plural(head) or head.lower_ in _TWO,
            definite=bool(_DEFINITE.intersection(modifiers)),
            categories=categories,
            status=status,
            actors=_references([*inside, *after]),
            join=_join_of(self.doc, first, head) if self.has_or else "and",
            identification=_identification(modifiers, taken),
            unit=UNITS.get(head.lemma_.lower(), "persons"),
            out_of=self._whole_of(found),
            distanced=self._is_distanced(first, head, after),
            belongs_to=_belongs_to(head),
            peoples=peoples_in(t for t in self.doc[first : last + 1] if not self._is_in_hit(t)),
            loyal_to=self._loyalty(inside),
        )

    def _with_names_before(self, head: Token, first: int) -> int:
        """Where "three X and Y fighters" begins, which the parser reads as "three X" and "Y fighters"."""
        named = head.head
        if head.dep_ != "conj" or not self._hits_inside(first, head.i) or not self._is_in_hit(named):
            return first
        between = self.doc[named.i + 1 : first]
        own = any(token.dep_ == "nummod" for token in self.doc[first : head.i])  # "three X and two Y men"
        if own or not has_number(named) or any(token.lower_ not in {"and", ",", "&"} for token in between):
            return first
        return int(named.left_edge.i)

    def from_hit(self, hit: ActorHit) -> Group | None:
        tokens = words_between(self.doc, hit.start - self.sentence.start, hit.end - self.sentence.start)
        if not tokens:
            return None
        span = self.doc[tokens[0].i : tokens[-1].i + 1]
        head = span.root
        if head.dep_ in {"compound", "amod", "nmod"} and head.head.i > head.i and not person_noun(head.head):
            return None
        lower = [t.lower_ for t in span]
        found = self._count_before(tokens[0].i, tokens[0])
        # A number cannot count an organisation: "four Dozos" and "one Dozo" are people of that name.
        beside = found is not None and found.end == hit.start - self.sentence.start - 1
        counted = (
            found.count if found is not None and counts_persons(found, tokens[-1], beside=beside) else None
        )
        first = tokens[0].i
        if counted is not None and found is not None:
            first = min([first, *(t.i for t in words_between(self.doc, found.start, found.end))])
        soldiers = next((CATEGORY_WORDS[w] for w in lower if w in CATEGORY_WORDS), None)
        return Group(
            sentence=self.sentence.index,
            first=first,
            start=self._start(first),
            end=self._end(tokens[-1].i),
            words=self._words(first, tokens[-1].i),
            head=head.i,
            kind="people" if counted is not None else "body",
            noun=head.lemma_.lower(),
            count=counted,
            plural=True,
            definite=counted is None,
            categories=(soldiers,) if soldiers else (),
            status="unknown",
            actors=_references([hit]),
            identification="stated",
            distanced=self._is_distanced(tokens[0].i, head, self._hits_after(head, self._taken_for(head))),
        )

    def _is_quoted(self, start: int, end: int) -> bool:
        """True where quotation marks stand right around a stretch of the sentence."""
        words = self.sentence.words
        closed = re.match(r"[.,]?[\"”»]", words[end : end + 2])
        return words[max(0, start - 1) : start] in _OPENING and closed is not None

    def _is_in_hit(self, token: Token) -> bool:
        position = self.sentence.start + token.idx
        return any(hit.start <= position < hit.end for hit in self.hits)

    def _start(self, token: int) -> int:
        return self.sentence.start + self.doc[token].idx

    def _end(self, token: int) -> int:
        last = self.doc[token]
        return self.sentence.start + last.idx + len(last)

    def _words(self, first: int, last: int) -> str:
        end = self.doc[last]
        return self.sentence.words[self.doc[first].idx : end.idx + len(end)]

    def _count_before(self, first: int, head: Token) -> CountFound | None:
        """The number inside the phrase or right before it, wherever the parser attached it."""
        start = self.doc[first].idx
        best: CountFound | None = None
        for found in self.counts:
            gap = self.sentence.words[found.end : start] if found.end <= start else ""
            inside = start <= found.start and found.end <= head.idx
            across = found.start <= start < found.end <= head.idx
            # "injured dozens": the noun is the number.
            itself = found.count.vague is not None and found.start <= head.idx < found.end
            before = found.end <= start and _BETWEEN_NUMBER_AND_NOUN.fullmatch(gap) is not None
            if inside or across or before or itself:
                best = found
        return self._some_of(best) if best is not None else None

    def _some_of(self, whole: CountFound) -> CountFound:
        """The number of those meant: the three of "three of four guests"."""
        for found in self.counts:
            if _OF.fullmatch(self.sentence.words[found.end : whole.start]):
                return found
        return whole

    def _whole_of(self, part: CountFound | None) -> Count | None:
        """The number of all of whom some are meant: the four of "three of four guests"."""
        for whole in self.counts if part is not None else ():
            between = self.sentence.words[part.end : whole.start] if part is not None else ""
            if _OF.fullmatch(between) and isinstance(whole.count, Count):
                return whole.count
        return None

    def _who(self, found: CountFound | None, first: int, last: int) -> str:
        words = self._words(first, last)
        if found is None or not words.startswith(self.sentence.words[found.start : found.end]):
            return words
        rest = re.sub(
            r"^\s*(?:of (?:the |its |their |his )?(?:own )?)?[\"“«]?", "", words[found.end - found.start :]
        )
        return rest or words

    def _count_of(self, found: CountFound | None, first: int, head: Token) -> Count | None:
        words = self.sentence.words[self.doc[first].idx : head.idx + len(head.text)]
        if found is not None:
            return found.count if isinstance(found.count, Count) else None
        if head.lower_ in _TWO:
            return Count(low=2, high=2, as_written=words)
        one_of_two = head.tag_ == "NN" and any(child.dep_ in {"cc", "conj"} for child in head.children)
        if words.lower().startswith("both ") and not (one_of_two or joins_others(head)):
            return Count(low=2, high=2, as_written=words)
        if _is_plural(head):
            return Count(low=2, high=None, as_written=words, vague="plural")
        return Count(low=1, high=1, as_written=words)

    def _hits_inside(self, first: int, last: int) -> list[ActorHit]:
        start, end = self._start(first), self._end(last)
        # "the army of Niger" runs on beyond its head.
        return [hit for hit in self.hits if start <= hit.start < end]

    def _hits_after(self, head: Token, taken: Sequence[ActorHit]) -> list[ActorHit]:
        """Actors named after the head: "militants from X", "members of X and Y", "fighters (X)"."""
        if not self.hits:
            return []
        found = list(taken)
        for child in [] if found else head.children:
            if child.i <= head.i:
                continue
            linking = child.dep_ == "prep" and child.lower_ in {"of", "from", "belonging"}
            naming = child.dep_ in {"appos", "nmod"} or (
                child.dep_ in {"acl"} and child.lemma_ in {"belong", "affiliate", "link", "ally"}
            )
            if linking or naming:
                start = self.sentence.start + child.left_edge.idx
                end = self.sentence.start + child.right_edge.idx + len(child.right_edge.text)
                found.extend(hit for hit in self.hits if start <= hit.start < end)
        return self._with_coordinated(found)

    def _taken_for(self, head: Token) -> list[ActorHit]:
        """The actors that people are taken for: "gunmen believed to be X fighters"."""
        after = head.idx + len(head.text)
        for hit in self.hits:
            start = hit.start - self.sentence.start
            if start > after and TAKEN_FOR.fullmatch(self.sentence.words[after:start]):
                return [hit]
        return []

    def _with_coordinated(self, found: list[ActorHit]) -> list[ActorHit]:
        """The alliance of A *and B*: the parser may hang B elsewhere, the words join it."""
        for hit in self.hits:
            if found and hit.start > found[-1].end:
                gap = self.sentence.words[
                    found[-1].end - self.sentence.start : hit.start - self.sentence.start
                ]
                if not re.fullmatch(r"[\s(),]*(?:and|&|,)?[\s(]*(?:(?:of|from)\s+)?(?:the\s+)?", gap):
                    break
                found.append(hit)
        return found

    def _is_distanced(self, first: int, head: Token, after: Sequence[ActorHit]) -> bool:
        if not self.may_distance:
            return False
        end = head.right_edge.idx if after else head.idx
        start = self.doc[first].idx
        named = [*self._hits_inside(first, head.i), *after]
        spans = [(hit.start - self.sentence.start, hit.end - self.sentence.start) for hit in named]
        own = self.doc[phrase_bounds(head)[0]].idx
        spans += [(own, head.idx + len(head.text)), (start, head.idx + len(head.text))]
        quoted = any(self._is_quoted(*span) for span in spans)
        near = self.sentence.words[max(0, start - 14) : end].lower()
        return quoted or any(words in near for words in _SO_CALLED)

    def _loyalty(self, inside: Iterable[ActorHit]) -> str | None:
        for hit in inside:
            after = self.sentence.words[hit.end - self.sentence.start :][:12].lower()
            if after.startswith(("-loyal", "-linked", "-affiliated", "-allied", "-aligned", "-inspired")):
                return hit.actor_ids[0]
        return None


def _identification(modifiers: Sequence[str], taken: Sequence[ActorHit]) -> Identification:
    """How sure the text is of who they are: "suspected rebels", "gunmen believed to be rebels"."""
    for word in modifiers:
        if word in PRESUMED:
            return PRESUMED[word]
    return "presumed" if taken else "stated"


def _belongs_to(head: Token) -> int | None:
    if (company := fighters_beside(head)) is not None:
        return company.i
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "from"} and child.i > head.i:
            return next((grandchild.i for grandchild in child.children if grandchild.dep_ == "pobj"), None)
    return None


def _is_plural(head: Token) -> bool:
    one = any(
        c.lower_ in {"a", "an"} and (c.i == head.i - 1 or head.lower_ == "personnel") for c in head.children
    )
    if one and (head.tag_ == "NNS" or head.lower_ == "personnel"):
        return False  # "a militiamen", "a security personnel", as it is often written
    if head.tag_ in {"NNS", "NNPS"} and is_name_of_one(head):
        return False
    if head.tag_ in {"NNS", "NNPS"} or head.lower_ in _PLURAL_ONLY:
        return True
    if (
        head.tag_ == "NNP"
        and head.lower_ not in PERSON_NOUNS
        and head.lower_.removesuffix("s") in PERSON_NOUNS
    ):
        return True
    return "Number=Plur" in str(head.morph)


def _join_of(doc: Doc, first: int, head: Token) -> Literal["and", "or", "and_or"]:
    words = lower_forms(doc)[first : head.right_edge.i + 1]
    text = doc[first : head.right_edge.i + 1].text.lower()
    if "and/or" in text:
        return "and_or"
    return "or" if "or" in words and "and" not in words else "and"


def _references(hits: Iterable[ActorHit]) -> tuple[ActorRef, ...]:
    """One reference for each actor, in order of the text; a bracketed acronym repeats its name."""
    seen: dict[str, ActorRef] = {}
    for hit in sorted(hits, key=lambda hit: hit.start):
        actor_id = hit.actor_ids[0] if hit.actor_ids else hit.words
        seen.setdefault(
            actor_id, ActorRef(words=hit.words, actor_id=hit.actor_ids[0] if hit.actor_ids else None)
        )
    return tuple(seen.values())
