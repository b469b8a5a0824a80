"""Tolls: "the death toll stands at 12", "the number of dead, first put at 17, rose to 26"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model.base import value
from rashomon.model.claims import Count, Coverage
from rashomon.reading.counts import CountFound
from rashomon.reading.harm.values import Frame, with_owner
from rashomon.reading.languages.en import syntax
from rashomon.reading.languages.en.harm_words import (
    HARM_ADJECTIVES,
    HARM_NOUNS,
    HARMED_NOUNS,
    PUTTING,
    RISING,
)
from rashomon.reading.people.groups import Group, number_group
from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.sentences.word_index import words_between

if TYPE_CHECKING:
    from spacy.tokens import Token

_FACETS = HARM_ADJECTIVES | HARMED_NOUNS | HARM_NOUNS
_REACH = 12
_NUMBERED = re.compile(
    r"(?:number|count|tally) (?:of (?:(?:the|those|all|confirmed|civilian|people|persons|its|their"
    r"|security|police|army|government|military|personnel|children|[a-z]*men|[a-z]+s) ){0,3}?)?"
    r"(?:who (?:were|have been|had been) )?"
    r"(?:(?P<killed>dead|deaths|fatalities|killed|martyrs|martyred|slain|massacred|murdered)|(?P<wounded>injured|wounded|injuries)"
    r"|(?P<captured>arrests|arrested|detained|detainees|captured|prisoners))\b",
    re.I,
)
_OVERALL = re.compile(
    r"\b(?:this (?:year|month|week)|(?<!has )(?<!have )(?<!had )since"
    r"|in the (?:war|conflict)|(?:days|weeks|months|years) of|overall|per (?:year|month|day)|each|every)\b",
    re.I,
)
"""What makes a number one over many events."""
_AT = re.compile(
    r"\b(?P<how>to|at|reach(?:ed|es)?|hit|was|is|as|rang(?:es?|ed|ing)|var(?:y|ies|ied))\s+"
    r"(?:(?:at least|about|around|some|nearly|almost|over|more than|up to)\s+)?$"
)
_NEAR = re.compile(
    r",? (?:that (?:is|was) |which (?:is|was) )?(?:(?:close to|near(?:ing)?|approaching|around|about|of|as high as) )?"
)
"""After "a number of deaths": "*close to* 80"."""
_FARTHEST = 110


_NO_MORE = re.compile(
    r"\bfrom (?:at least |about |around |some |more than )?\Z"
    r"|\b(?:initially|originally|first|earlier|previously)"
    r" (?:put|given|reported|estimated|set|placed|announced) (?:at|as) \Z"
)
"""Before the number from which a toll has moved on."""
_BROUGHT_TO = re.compile(
    r"\b(?:bring|brought|rais|tak|took|push|lift|lower|reduc|revis|updat)\w*(?: (?:up|down)(?:wards?)?)?"
    r" to (?:at least |about |around |some |more than )?\Z",
    re.I,
)


def _brought_to(noun: Token, sentence: Sentence, counts: Sequence[CountFound]) -> Toll | None:
    """The toll of "*bringing to 31* the death toll"."""
    for found in counts:
        gap = sentence.words[found.end : noun.idx]
        if found.end <= noun.idx and _THE_TOLL.fullmatch(gap) and isinstance(found.count, Count):
            if _BROUGHT_TO.search(sentence.words[: found.start]) is not None:
                return Toll(facet="killed", number=number_group(sentence, found), coverage="running")
    return None


def _is_put_before(found: CountFound, noun: Token, sentence: Sentence) -> bool:
    """True for the 31 of "puts *at 31* the number of dead"."""
    plain = isinstance(found.count, Count) and found.end <= noun.idx
    gap = sentence.words[found.end : noun.idx]
    return plain and gap in {" the ", " its "} and _PUT_AT.search(sentence.words[: found.start]) is not None


_PUT_AT = re.compile(
    r"\b(?:(?:puts?|putting|estimat(?:es?|ed|ing)|sets?|plac(?:es?|ed|ing)|pegs?|pegged|gave|gives?) at"
    r"|(?:revis|rais|lower|increas|updat|reduc|br(?:ing|ought)|t(?:ak|ook))\w*(?: (?:up|down)(?:wards?)?)? to) "
    r"(?:(?:at least|about|around|some|nearly|almost|over|more than) )?\Z",
    re.I,
)
_THE_TOLL = re.compile(r" the (?:overall |total |official )?(?:death )?")
_MOVING = frozenset({"take", "push", "lift", "drive", "lower", "reduce", "correct", "cut"})
"""Verbs by which a toll moves where they say to what."""
_TO = re.compile(r" to (?:at least |about |around |some |more than )?\Z")
_HAD_EARLIER = re.compile(
    r"\bhad (?:earlier|previously|initially|originally|first) (?:put|given|reported|said|set|placed)\b[^.;]{0,20}\Z",
    re.I,
)
_BYGONE = frozenset({"earlier", "previous", "prior", "initial", "preliminary"})


@value
class Toll:
    """A number told as that of all who suffered one harm."""

    facet: str
    number: Group
    coverage: Coverage


def find_toll(
    noun: Token, sentence: Sentence, groups: Sequence[Group], counts: Sequence[CountFound]
) -> Toll | None:
    """The toll that the noun "toll" or "number" opens; None where it gives no number of its own."""
    if _is_fee(noun):
        return None
    if noun.lemma_.lower() == "toll":
        toll = _of_toll(noun, sentence, counts)
        whose = _among(noun, groups)
        return toll if toll is None or whose is None else replace(toll, number=with_owner(toll.number, whose))
    if (dead := _dead_numbering(noun, sentence, counts)) is not None:
        return dead
    named = _NUMBERED.match(sentence.words, noun.idx)
    if named is None or _OVERALL.search(sentence.words):
        return None
    facet = next(facet for facet, words in named.groupdict().items() if words)
    if not any(child.lower_ == "the" for child in noun.children):
        near = next((c for c in counts if _NEAR.fullmatch(sentence.words[named.end() : c.start])), None)
        return (
            None if near is None else Toll(facet=facet, number=number_group(sentence, near), coverage="total")
        )
    told = _numbers_told(counts, sentence, named.end())
    if not told:
        before = next((c for c in counts if _is_put_before(c, noun, sentence)), None)
        number = None if before is None else number_group(sentence, before)
        return None if number is None else Toll(facet=facet, number=number, coverage="total")
    risen = next((found for found, how in reversed(told) if how == "to" or how.startswith("reach")), None)
    picked = told[0][0] if risen is None else risen
    coverage: Coverage = "total" if risen is None else "running"
    named_so = [g for g in groups if noun.i < g.head and g.end - sentence.start <= named.end()]
    owner = next(
        (g for g in named_so if g.noun not in HARMED_NOUNS), None
    )  # "detainees" says no more of them
    return Toll(facet=facet, number=with_owner(number_group(sentence, picked), owner), coverage=coverage)


def _is_fee(noun: Token) -> bool:
    """True for the toll of "the *toll*-free hotline at 855 …", "a *toll* plaza": no number of the dead."""
    if noun.lemma_.lower() != "toll" or noun.i + 1 == len(noun.doc):
        return False
    after = noun.nbor(1).lower_
    return after in {"-", "free"} or (
        noun.dep_ in {"compound", "nmod"} and after not in {"figure", "figures", "count"}
    )


def _among(toll: Token, groups: Sequence[Group]) -> Group | None:
    """Whose a toll is: "the death toll *among soldiers* rose to 20"."""
    of = {noun.i for noun in syntax.prepositional(toll, "among", "amongst")}
    return next((group for group in groups if group.head in of), None)


def put_at(verb: Token, sentence: Sentence, counts: Sequence[CountFound]) -> Toll | None:
    """The toll of "put *the dead* at 120"; None where the verb puts no dead or injured at a number."""
    if verb.lower_ in _NUMBERING and (verb.lower_[0] == "n" or "he dead " in sentence.words):
        return _dead_numbering(verb, sentence, counts)
    if verb.lemma_.lower() not in PUTTING:
        return None
    counted = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    words = () if counted is None else (counted.lower_, counted.lemma_.lower())
    facet = next((_FACETS[word] for word in words if word in _FACETS), None)
    if counted is None or facet is None or any(child.dep_ == "nummod" for child in counted.children):
        return None
    told = _numbers_told(counts, sentence, counted.idx + len(counted.text))
    picked = next((found for found, how in told if how == "at"), None)
    return (
        None if picked is None else Toll(facet=facet, number=number_group(sentence, picked), coverage="total")
    )


def puts_own(verb: Token) -> bool:
    """True for "put *its own* dead at nine": those of whoever says so."""
    counted = [child for child in verb.children if child.dep_ == "dobj"]
    return any(child.tag_ == "PRP$" for noun in counted for child in noun.children)


_NUMBERING = frozenset({"number", "numbers", "numbered", "are", "stand", "stood"})
_NOW = re.compile(r" (?:(?:now|already|so far|at) )+(?=\S)")
"""After "the dead are" or "the dead stand": what follows is how many they are, and not who."""
_THE_DEAD = re.compile(
    r"\bthe (?:(?P<killed>dead|killed|slain)|(?P<wounded>wounded|injured))"
    r"(?: (?:now|already|so far|are said to))* \Z",
    re.I,
)


def _dead_numbering(word: Token, sentence: Sentence, counts: Sequence[CountFound]) -> Toll | None:
    """The toll of "*the dead* now number 25"."""
    told = _THE_DEAD.search(sentence.words[: word.idx])
    end = word.idx + len(word.text)
    if not word.lower_.startswith("number"):
        said = _NOW.match(sentence.words, end)
        end = end if said is None else said.end() - 1
        told = None if said is None else told
    number = next((c for c in counts if c.start == end + 1 and isinstance(c.count, Count)), None)
    if told is None or number is None:
        return None
    facet = next(facet for facet, words in told.groupdict().items() if words)
    return Toll(facet=facet, number=number_group(sentence, number), coverage="running")


def _numbers_told(
    counts: Sequence[CountFound], sentence: Sentence, begin: int
) -> list[tuple[CountFound, str]]:
    """The numbers that a verb gives after an offset, each with the word before it: "rose *to* 26"."""
    told = []
    for found in counts:
        if not begin <= found.start <= begin + _FARTHEST or not isinstance(found.count, Count):
            continue
        at = _AT.search(sentence.words[begin : found.start])
        if at is not None and found.count.vague is None:
            told.append((found, at["how"].lower()))
    return told


def _of_toll(noun: Token, sentence: Sentence, counts: Sequence[CountFound]) -> Toll | None:
    if any(child.lower_ in _BYGONE for child in noun.children) or _HAD_EARLIER.search(
        sentence.words[: noun.idx]
    ):
        return None  # "raising an earlier toll of 31", "had earlier put the toll at 31"
    lower = sentence.words.lower()
    near = [
        found
        for found in counts
        if any(
            noun.i <= token.i <= noun.i + _REACH for token in words_between(noun.doc, found.start, found.end)
        )
    ]
    numbers = [found for found in near if isinstance(found.count, Count) and found.count.vague is None]
    if not numbers:
        # "The toll from the bombing of a mosque in the town *has climbed to 100*".
        verb = syntax.clause_verb(noun)
        risen = verb.lemma_ in RISING and noun in syntax.subjects(verb)
        far = _numbers_told(counts, sentence, verb.idx) if risen else []
        numbers = [one for one, how in far if how in {"to", "at"} or how[0] == "r"][-1:]
    if not numbers:
        return _brought_to(noun, sentence, counts)
    # "rose from 41 to 53": the last number is the toll that stands, unless it fell "to 41 from 53".
    told = lower[noun.idx : numbers[0].start]
    since = [
        c for c in counts if c.start > numbers[0].end and isinstance(c.count, Count) and not c.count.vague
    ]
    pick = since[0] if since and _NO_MORE.search(told) else numbers[0]
    facet = "wounded" if "injury toll" in lower else "killed"
    how = syntax.clause_verb(noun).lemma_
    moved = how in RISING or (how in _MOVING and _TO.search(lower[noun.idx : pick.start]) is not None)
    running: Coverage = "running" if moved else "total"
    return Toll(facet=facet, number=number_group(sentence, pick), coverage=running)


def settle_tolls(
    frames: Sequence[Frame], counts: Sequence[CountFound], sentence: Sentence
) -> Sequence[Frame]:
    """The frames of a sentence with what it sums up as totals, and what its tolls count left out."""
    frames = _with_reasons(_with_next_put(frames, counts, sentence), sentence)
    if "fatalit" not in sentence.words.lower() or (summed := _SUMMED_UP.match(sentence.words)) is None:
        return _without_uncounted(frames, sentence)
    begin = sentence.start
    return [
        replace(frame, coverage="total")
        if frame.victim.kind == "number"
        and frame.coverage == "unknown"
        and not (frame.victim.actors or frame.victim.categories)
        and begin <= frame.start < begin + summed.end()
        else frame
        for frame in frames
    ]


def _with_reasons(frames: Sequence[Frame], sentence: Sentence) -> Sequence[Frame]:
    """The frames with those by whom a toll grew made parts of it: "rose to 76 *with the finding of* two bodies"."""
    toll = next((f for f in frames if f.coverage == "running"), None)
    if toll is None:
        return frames
    begin = toll.victim.end - sentence.start
    grew = _GREW_BY.match(sentence.words, begin)
    return [
        replace(f, coverage="subset", part_of=None)
        if grew and f is not toll and f.facet == toll.facet and f.victim.start >= sentence.start + grew.end()
        else f
        for f in frames
    ]


_GREW_BY = re.compile(r",? (?:with|after|following|upon) (?:the )?(?:recovery|discovery|finding|death)\b")


def _with_next_put(
    frames: Sequence[Frame], counts: Sequence[CountFound], sentence: Sentence
) -> Sequence[Frame]:
    """The frames with the second of "put the dead at nine *and the injured at 30*", which has no verb of its own."""
    if " and " not in sentence.words or not any(f.coverage in {"total", "running"} for f in frames):
        return frames
    told = []
    for found in counts:
        named = _AND_PUT.search(sentence.words[: found.start])
        first = next((f for f in frames if f.coverage in {"total", "running"}), None)
        if named is None or first is None or not isinstance(found.count, Count):
            continue
        facet = next(facet for facet, words in named.groupdict().items() if words)
        told.append(replace(first, facet=facet, victim=number_group(sentence, found)))
    return [*(f for f in frames if f.victim.start not in {t.victim.start for t in told}), *told]


_AND_PUT = re.compile(
    r"\band (?:(?:that|those) of |of )?(?:the )?(?:number of )?(?:the )?"
    r"(?:(?P<killed>dead|killed|deaths)|(?P<wounded>injured|wounded|injuries)|(?P<missing>missing))"
    r" (?:at|to) (?:at least |about |around |some |over |more than )?\Z"
)
_SUMMED_UP = re.compile(
    r"\W*(?:(?:at least|about|around|an? (?:estimated|total of)|total|overall)[: ]\W*)?(?:[\w-]+ ){0,2}"
    r"(?:reported )?fatalit(?:y|ies)\b(?: (?:were |was )?coded as\b)?",
    re.I,
)
"""The sum with which a note ends: "3 fatalities.", "Fatalities coded as 10"; it counts all that were told of before."""


_NEAR_BY = 24
"""Characters after "number" within which those stand whose number it is."""


def _without_uncounted(frames: Sequence[Frame], sentence: Sentence) -> list[Frame]:
    """The frames less the people without a number whose number a toll gives: "the number of *rebels killed*"."""
    if sentence.doc is None:
        return list(frames)
    tolls = [f for f in frames if sentence.doc[f.token].lemma_.lower() == "number"]
    return [
        frame
        for frame in frames
        if not any(
            frame.facet == toll.facet
            and toll.token < frame.token
            and frame.victim.count is not None
            and frame.victim.count.vague == "plural"
            and toll.start < frame.victim.start < max(toll.victim.start, toll.end + _NEAR_BY)
            for toll in tolls
        )
    ]
