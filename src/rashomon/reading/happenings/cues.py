"""Words that name or tell a happening, with what the sentence hangs on them.

An *event cue* is a noun ("the ambush") or verb ("attacked") of an armed or violent event. Which cues
speak of the same happening is decided over the whole report (`reading.happenings`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeVar

from rashomon.model.base import value
from rashomon.model.claims import Count
from rashomon.reading.counts import CountFound
from rashomon.reading.happenings.crowds import kind_among_crowds
from rashomon.reading.happenings.deeds import (
    DEED_VERBS,
    PROTEST,
    armed_names,
    kind_of_deed,
    kind_of_phrase,
    kind_of_set_phrase,
)
from rashomon.reading.happenings.justice import is_arrest_for, is_capture_of_found, is_capture_of_killed
from rashomon.reading.happenings.means import (
    MEANS_NOUNS,
    are_several,
    frames_harm,
    is_from_above,
    is_of_bombs,
    is_own_death,
    tells_of_harm,
)
from rashomon.reading.happenings.numbering import ORDINALS, magnitude, ordinal, times_over
from rashomon.reading.happenings.of_record import (
    is_avenged,
    is_habit,
    is_likened,
    is_of_members,
    is_of_record,
)
from rashomon.reading.happenings.scenes import without_scenes
from rashomon.reading.happenings.standing import is_standing
from rashomon.reading.happenings.stepping import with_steps
from rashomon.reading.happenings.taken_places import taken_places
from rashomon.reading.languages.en import dated, syntax
from rashomon.reading.languages.en.deeds import AIRCRAFT
from rashomon.reading.languages.en.phrases import phrase_bounds
from rashomon.reading.languages.en.reality import aim_of, certainty
from rashomon.reading.languages.en.words import (
    AFOREMENTIONED,
    APART_BESIDE,
    APART_EARLIER,
    DOCUMENT_WORDS,
    FOLLOWING,
    HAPPENING_NOUNS,
    HAPPENING_VERBS,
)
from rashomon.reading.sentences.held_words import HeldPattern
from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.sentences.word_index import base_forms, forms, lower_forms, word_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from rashomon.codebook.actors import ActorHit
    from rashomon.reading.places.toponyms import ToponymFound
    from rashomon.reading.times.moments import TimeFound

Hung = TypeVar("Hung")

_ONE_OF_SEVERAL = frozenset({"separate", "second", "third", "another", "first", "further"})
_AIR = frozenset(["air", "airstrike", "drone", "aerial", "missile", "uav", "helicopter", "warplane", "jet"])
_SUICIDE = frozenset({"suicide", "kamikaze"})
_MINES = frozenset({"ied", "mine", "landmine", "roadside", "improvised", "vbied"})
_SHELLS = frozenset({"mortar", "rocket", "artillery", "shell", "missile"})
_CONTACT = HeldPattern(
    r"\b(?:c[ao]me|coming|got) (?:in|into) contact\b|\bopen(?:ed|ing|s)? (?:[\w-]+ ){0,2}?fire\b"
    r"|\b(?:exchang|trad)(?:e|ed|ing) "
    r"(?:(?:heavy|artillery|mortar|rocket|small|arms|machine|gun|weapons?) ){0,3}(?:gun)?fire\b",
    re.I,
)
_FIRST_TIME = HeldPattern(r"\bnot the (?:first|last|only) (?:time|such)\b|\bfirst time\b", re.I)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ORDINAL = "ordinal"
"""The kind of "the second" standing alone: that of the happenings just told of."""


@value
class EventCue:
    """One word for a happening and what hangs on it; offsets are the report's."""

    sentence: int
    token: int
    start: int
    end: int
    words: str
    kind: str
    noun: bool
    definite: bool
    following: bool = False
    """"the following gunfight": the next step of what was just told."""
    aforementioned: bool = False
    apart: Literal["no", "beside", "earlier"] = "no"
    """"another", "a second": beside the happening told so far; "a previous", "last year's": before it."""
    in_passing: bool = False
    """True for a deed that only says who somebody is: "a leader who was linked to the attack in May"."""
    beforehand: bool = False
    """True for the capture of people killed in the sentence: "men held in May were shot", and what is compared."""
    result_of: int | None = None
    """Token of the happening that a word of harm is told to have come from: "*killed* six in an *ambush* near A"."""
    ordinal: str | None = None
    """"first", "second", "other": which of several happenings told of together."""
    number: Count | None = None
    """How many happenings the words speak of, where they say so ("two separate clashes")."""
    plural: bool = False
    magnitude: str | None = None
    """A judgement of size before the noun ("large-scale"), which nobody is named for."""
    certainty: str = "asserted"
    negated: bool = False
    times: tuple[TimeFound, ...] = ()
    loose_times: bool = False
    """True where the times hang on no event's word: it is the nearest to them, no more."""
    places: tuple[ToponymFound, ...] = ()


def find_cues(
    sentence: Sentence,
    counts: Sequence[CountFound],
    times: Sequence[TimeFound],
    places: Sequence[ToponymFound],
    said: Sequence[tuple[int, int]] = (),
    named: Sequence[ActorHit] = (),
) -> tuple[EventCue, ...]:
    """The event cues of a parsed sentence in order, each with the times and places that hang on it.

    ``named``: where actors are named; words of their names ("Operation Barkhane") tell of no happening.

    ``said``: stretches that look like the day of saying: they date only what they hang on ("On Monday, …").
    """
    doc = sentence.doc
    if doc is None:
        return ()
    names = [(hit.start - sentence.start, hit.end - sentence.start) for hit in named]
    words = (t for t in _may_tell(doc) if not any(start <= t.idx < end for start, end in names))
    told = [(token, kind) for token in words if (kind := _kind_of(token, doc)) is not None]
    told = [(token, kind) for token, kind in told if not is_capture_of_found(token)]
    tokens = [(token, kind_among_crowds(token, kind)) for token, kind in told if not is_standing(token)]
    places_of_cues = {token.i for token, _ in tokens}
    tokens = [(t, k) for t, k in tokens if not _is_modifier_of_cue(t, places_of_cues)]
    tokens = _without_told_deaths(_without_arrests_for_deeds(_without_aims(without_scenes(tokens))))
    taken = {verb.i: (verb, kind) for verb, kind in taken_places(sentence, places)}
    tokens = [*(one for one in tokens if one[0].i not in taken), *taken.values()]
    tokens = _with_phrases(tokens, sentence, doc, armed_names(named, sentence.start))
    # "where drone *strikes* target rebels": a set phrase may begin with the word before the standing one.
    tokens = [(t, kind) for t, kind in tokens if not (t.dep_ == "compound" and is_standing(t))]
    if not tokens:
        return ()
    indices = [token.i for token, _ in tokens]
    stepped, plain = with_steps(sentence, doc, indices, times)
    times_of, loose = _attach(sentence, doc, indices, [(t.start, t) for t in plain], said)
    places_of, _ = _attach(sentence, doc, indices, [(p.start, p) for p in places], None)
    repeated = _FIRST_TIME.search(sentence.words) is not None
    return tuple(
        replace(
            _make_cue(sentence, token, kind, counts),
            negated=repeated or syntax.is_negated(token),
            beforehand=is_likened(token) or is_capture_of_killed(token, [t for t, _ in tokens]),
            times=(*times_of.get(token.i, ()), *stepped.get(token.i, ())),
            loose_times=loose and token.i not in stepped,
            places=tuple(places_of.get(token.i, ())),
        )
        for token, kind in tokens
    )


_TELLING = DEED_VERBS.union(HAPPENING_NOUNS, HAPPENING_VERBS)


def _may_tell(doc: Doc) -> list[Token]:
    """The words that can tell of a happening, in order: only of these does `_kind_of` know a kind."""
    places = {*base_forms(doc).at(_TELLING), *forms(doc).at(ORDINALS)}
    return [doc[place] for place in sorted(places)]


def _without_aims(tokens: Sequence[tuple[Token, str]]) -> list[tuple[Token, str]]:
    """The cues less what another of them is for: the day of "a raid to arrest him on Monday" is the raid's."""
    known = {token.i for token, _ in tokens}
    return [(t, kind) for t, kind in tokens if (goal := aim_of(t)) is None or goal.i not in known]


def _without_arrests_for_deeds(tokens: Sequence[tuple[Token, str]]) -> list[tuple[Token, str]]:
    """The cues less arrests for another of them: "arrested in connection with the shooting"."""
    deeds = [token for token, kind in tokens if kind != "arrest"]
    return [(token, kind) for token, kind in tokens if kind != "arrest" or not is_arrest_for(token, deeds)]


def _without_told_deaths(tokens: Sequence[tuple[Token, str]]) -> list[tuple[Token, str]]:
    """The cues less the deaths that say of one of them what it did: "a bombing *that killed* six"."""
    known = {token.i for token, kind in tokens}
    gone: set[int] = set()
    for token, _ in tokens:
        above = token.head
        telling = token.dep_ == "relcl" and above.i in known and above.pos_ in {"NOUN", "PROPN"}
        if token.lemma_.lower() in _OUTCOMES and (telling or (token.dep_ == "conj" and above.i in gone)):
            gone.add(token.i)
    return [(token, kind) for token, kind in tokens if token.i not in gone]


_OUTCOMES = frozenset({"kill", "wound", "injure"})


def _with_phrases(
    tokens: Sequence[tuple[Token, str]], sentence: Sentence, doc: Doc, armed: Sequence[int]
) -> list[tuple[Token, str]]:
    """The cues with those that set phrases make: "exchanged fire", "took to the streets"."""
    phrases: list[tuple[str, int]] = []
    if (contact := _CONTACT.search(sentence.words)) is not None:
        opened = contact.group().lower().startswith("open")
        phrases.append(("shooting" if opened else "clash", contact.start()))
    flown = any(kind == "air_strike" for _, kind in tokens)
    phrases.extend(filter(None, [kind_of_phrase(sentence.words, from_air=flown)]))
    if not tokens and not phrases:
        phrases.extend(filter(None, [kind_of_set_phrase(sentence.words, armed)]))
    found = {token.i: (token, kind) for token, kind in tokens}
    for kind, start in phrases:
        first = next((t for t in doc if t.idx + len(t.text) > start), None)
        if first is not None and (first.i not in found or kind != PROTEST):
            found.setdefault(first.i, (first, kind))
            if kind in _TOLD_BY_PHRASE:
                found[first.i] = (first, kind)
    return [found[i] for i in sorted(found)]


def _kind_of(token: Token, doc: Doc) -> str | None:
    lemma = token.lemma_.lower()
    if token.lower_ in ORDINALS and token.i > 0 and (token.dep_ in _SUBJECTS or _opens_with_it(token)):
        return ORDINAL if doc[token.i - 1].lower_ == "the" else None
    if token.pos_ in {"NOUN", "PROPN"} or token.text in _ACRONYMS:
        kind = HAPPENING_NOUNS.get(lemma)
        return None if kind is None or not _is_event_noun(token, lemma) else _refine(kind, token, doc)
    deed = kind_of_deed(token)
    if deed is not None:
        return deed
    if token.pos_ == "VERB" and lemma in HAPPENING_VERBS and token.dep_ not in {"compound", "amod"}:
        return _refine(HAPPENING_VERBS[lemma], token, doc)
    return None


_TOLD_BY_PHRASE = frozenset({"riot", "mine", "shelling", "clash", "sexual_violence", "suicide_bombing"})
"""Kinds that a set phrase tells better than the word it begins with."""
_ACRONYMS = frozenset({"IED", "IEDs", "VBIED", "SVBIED"})
"""What the tagger takes for other parts of speech."""
_ENDING = frozenset("end cease stop halt suspend cessation".split())
_RIOT_FORCES = frozenset("police officer policeman squad unit gear shield force".split())


def _opens_with_it(ordinal: Token) -> bool:
    """True for "*In the second*, at Orle, …"."""
    return ordinal.i == 2 and ordinal.dep_ == "pobj" and ordinal.head.lower_ == "in"


def _is_event_noun(token: Token, lemma: str) -> bool:
    modifiers = {child.lower_ for child in token.children}
    if lemma == "riot" and token.dep_ == "compound" and token.head.lemma_.lower() in _RIOT_FORCES:
        return False
    if is_habit(token) or token.head.lower_ == "without":
        return False
    if lemma == "hostility":  # "hostility to schooling" is a feeling
        return token.tag_ == "NNS" and not any(
            t.lemma_.lower() in _ENDING for t in (token.head, token.head.head)
        )
    if lemma in MEANS_NOUNS:
        return tells_of_harm(token)
    if lemma == "strike":
        flown = any(t.lemma_.lower() in AIRCRAFT for t in token.doc[max(0, token.i - 12) : token.i])
        plain = bool(_ONE_OF_SEVERAL & modifiers) and (tells_of_harm(token) or frames_harm(token))
        military = _AIR | {"israeli", "coalition", "military", "precision"}
        return flown or plain or bool(military & modifiers)
    if lemma == "exchange":
        return any(
            child.lower_ == "of" and any(g.lemma_ in {"fire", "gunfire"} for g in child.children)
            for child in token.children
        )
    if lemma in {"mission", "sweep", "march", "campaign", "engagement", "encounter", "patrol"}:
        return (
            not ({"peacekeeping", "training", "un", "diplomatic", "election", "electoral"} & modifiers)
            and token.dep_ != "compound"
            and token.tag_ != "NNP"
        )
    return not (token.dep_ == "compound" and token.head.lemma_.lower() not in HAPPENING_NOUNS)


def _refine(kind: str, token: Token, doc: Doc) -> str:
    """The kind made precise by the words around: "suicide", "drone", "mortar", "roadside"."""
    near = {child.lower_ for child in token.children}.union(lower_forms(doc)[max(0, token.i - 3) : token.i])
    if kind == "bombing" and "controlled" in near and not near & {"remote", "radio", "remotely"}:
        return "weapons_disrupted"
    if kind in {"bombing", "attack", "grenade"} and is_from_above(token):
        return "air_strike"
    if near & _SUICIDE and not is_own_death(token, _SUICIDE):
        return "suicide_bombing"
    landed = token.lemma_ == "raid" and near & _AIR == {"helicopter"}  # men flown in, not bombs
    if kind in {"attack", "air_strike", "bombing"} and near & _AIR and token.pos_ != "VERB" and not landed:
        return "air_strike"
    if kind == "attack" and "complex" in near:
        return "ambush"  # with several weapons, one after the other: a fight, however it began
    if kind in {"attack", "bombing"} and near & _MINES:
        return "mine"
    if kind == "attack" and near & _SHELLS:
        return "shelling"
    if kind == "attack" and token.pos_ != "VERB" and is_of_bombs(token):
        return "bombing"
    if kind == "attack" and "grenade" in near:
        return "grenade"
    return kind


def _is_modifier_of_cue(token: Token, cues: set[int]) -> bool:
    return token.dep_ in {"compound", "nmod", "amod"} and token.head.i in cues and token.head.i != token.i


def _attach(
    sentence: Sentence,
    doc: Doc,
    cues: Sequence[int],
    things: Sequence[tuple[int, Hung]],
    said: Sequence[tuple[int, int]] | None,
) -> tuple[dict[int, list[Hung]], bool]:
    """Each time or place with the cue it hangs on, up the tree; else the nearest cue, and True for that.

    ``said`` is None for places: what dates a saying or another noun is asked of times only.
    """
    strong: dict[int, list[Hung]] = {}
    weak: dict[int, list[Hung]] = {}
    for start, thing in things:
        token = word_at(doc, start - sentence.start)
        if token is None:
            continue
        of_saying = any(first <= start < last for first, last in said or ())
        above = _cue_above(token, cues, own=of_saying)
        if said is not None and (dated.belongs_to_noun(token, cues) or dated.is_of_later_death(token)):
            continue
        if said is not None and above is not None and dated.is_of_another_deed(token, doc[above]):
            continue
        aside = said is not None and len(things) > 1 and dated.says_of_noun(token)
        if above is None and (of_saying or aside):
            continue
        if above is not None:
            strong.setdefault(above, []).append(thing)
        elif not _dates_a_saying(token):
            weak.setdefault(min(cues, key=lambda i: (abs(i - token.i), i)), []).append(thing)
    # What hangs on no cue goes to the nearest one, unless the sentence has said it of some cue already.
    return strong or weak, not strong


def _dates_a_saying(token: Token) -> bool:
    """ "in the interview, broadcast on 23 April": the day of the words, not of the deed."""
    climbing = token
    for _ in range(5):
        if climbing.lemma_.lower() in DOCUMENT_WORDS:
            return True
        if climbing.head == climbing:
            return False
        climbing = climbing.head
    return False


def _cue_above(token: Token, cues: Sequence[int], *, own: bool = False) -> int | None:
    """The cue a token hangs on, or that its verb closely governs; with ``own`` only the former."""
    climbing = token
    for _ in range(8):
        if climbing.i in cues:
            return climbing.i
        below = [cue for cue in cues if not own and _governs(climbing, climbing.doc[cue])]
        if len(below) == 1:
            return below[0]
        if climbing.head == climbing or len(below) > 1 or (own and _is_closing_speech(climbing, cues)):
            break
        climbing = climbing.head
    return None


def _is_closing_speech(verb: Token, cues: Sequence[int]) -> bool:
    """True for ", an official *disclosed* on Sunday", taken for a participle under what is told; no "raid reported"."""
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.i not in cues


_CLOSE = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "attr", "xcomp"})


def _governs(verb: Token, word: Token) -> bool:
    """True for a verb's subject, object and complements; so for "responsible for the *killing*"."""
    head = word.head
    if word.dep_ in _CLOSE and head == verb:
        return True
    if word.dep_ != "pobj" or head.dep_ != "prep":
        return False
    return head.head == verb or (head.head.dep_ == "acomp" and head.head.head == verb)


def _make_cue(sentence: Sentence, token: Token, kind: str, counts: Sequence[CountFound]) -> EventCue:
    children = {child.lower_ for child in token.children}
    if token.pos_ == "VERB":
        children -= APART_BESIDE  # "and another injured": another person, no other happening
    first, _ = phrase_bounds(token) if token.pos_ != "VERB" else (token.i, token.i)
    before = [token.doc[place] for place in range(first, token.i)]
    modifiers = {t.lower_ for t in before} | children
    telling = modifiers - {t.lower_ for t in before if _is_of_another_word(t)}
    if token.dep_ == "appos" or _is_one_of_a_row(token, first):
        telling -= APART_BESIDE
    number = next(
        (
            c.count
            for c in counts
            if c.kind == "number"
            and isinstance(c.count, Count)
            and token.doc[first].idx <= c.start
            and c.end <= token.idx
        ),
        None,
    )
    in_passing = is_of_record(token) or is_of_members(token)
    several = are_several(token)
    return EventCue(
        sentence=sentence.index,
        token=token.i,
        start=sentence.start + token.idx,
        end=sentence.start + token.idx + len(token.text),
        words=token.text,
        kind=kind,
        noun=token.pos_ != "VERB",
        definite=bool(modifiers & {"the", "this", "that", "these", "those"}) or _is_named_definite(token),
        following=bool(modifiers & FOLLOWING),
        aforementioned=bool(modifiers & AFOREMENTIONED),
        apart="earlier"
        if in_passing or is_avenged(token) or is_likened(token)
        else _apart(telling | ({token.lower_} if kind == ORDINAL else set())),
        in_passing=in_passing,
        ordinal=ordinal(token, telling),
        number=number if several else times_over(token),
        plural=several,
        magnitude=magnitude(token, first),
        certainty=certainty(token if token.pos_ == "VERB" else syntax.clause_verb(token)),
    )


def _is_one_of_a_row(noun: Token, first: int) -> bool:
    """True for "a boy was shot, *the town's second shooting in a week*": what was told, no other happening."""
    doc = noun.doc
    if first == 0 or doc[first - 1].text != "," or noun.i + 1 == len(doc):
        return False
    owned = any(token.tag_ == "POS" for token in doc[first : noun.i])
    return owned and doc[noun.i + 1].lower_ in {"in", "of", "this", "since", "within"}


def _is_of_another_word(modifier: Token) -> bool:
    """True for the "second" of "*second*-degree assault", the "last" of "*last* Wednesday's shooting"."""
    return modifier.head.dep_ == "poss" or modifier.nbor(1).text == "-"


def _is_named_definite(noun: Token) -> bool:
    """True for "*The* Liberation Front (LF) ambush", where the parser gives the article to the name."""
    first = noun.left_edge
    return first.lower_ == "the" and first.head != noun and first.head.dep_ in {"compound", "nmod"}


def _apart(modifiers: set[str]) -> Literal["no", "beside", "earlier"]:
    if modifiers & FOLLOWING:
        return "no"
    if modifiers & APART_EARLIER and not {"most", "recent"} <= modifiers:
        return "earlier"
    return "beside" if modifiers & APART_BESIDE else "no"
