"""Who says what: the acts of speech of a report, each with its words, its scope and its stance.

Comes in: a text and its sentences, those parsed that `may_attribute` calls worth it. Goes out: acts with
exact spans. It does not know whom a source means across sentences; that is `reading.speakers`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.layers import QuoteTriple, Span
from rashomon.reading.attribution.cue_clauses import Draft
from rashomon.reading.attribution.cue_phrases import draft_acts
from rashomon.reading.attribution.introduced import with_introduced
from rashomon.reading.attribution.quotation import MAX_QUOTATION, Quotation, find_quotations
from rashomon.reading.attribution.quoted_speech import size_of, with_quoted_speech
from rashomon.reading.attribution.scope import Scene, phrase_of
from rashomon.reading.attribution.signatures import signed_acts
from rashomon.reading.attribution.speakers import tie_speakers
from rashomon.reading.attribution.surroundings import medium_of, relay_of, time_of
from rashomon.reading.attribution.voices import Voice, read_voice
from rashomon.reading.languages.en.cues import ENGLISH_CUES
from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.sentences.word_index import words_between
from rashomon.reading.speech import Cue, Cues, Manner, SpeechAct

MAX_NESTING = 6
"""Voices within voices that are still told apart: real reports have three or four."""
_HEADING = re.compile(r"[A-Z][^.,;:!?]{1,80}: ")
"""Army spokesman: the road is open."""
_WORD = re.compile(r"[A-Za-z]+")
_MARKS = re.compile(r"[\"“”„‟«»]|''|``|(?<!\w)['‘]\w")


def may_attribute(sentence: Sentence, cues: Cues = ENGLISH_CUES, *, evidence_only: bool = False) -> bool:
    """True where a sentence holds a cue word or a quotation mark, and so is worth a parse.

    With ``evidence_only`` words of attitude (hopes, plans, praises) do not count: enough for claims, not
    for the layer of attributions.
    """
    words = sentence.words
    if _MARKS.search(words) or _HEADING.match(words):
        return True
    in_document = words[:3].lower() == "in "
    return any(
        (word in cues.forms and _is_worth_a_parse(cues.verbs[cues.forms[word]], evidence_only))
        or word in cues.adverbs
        or (word in cues.adjectives and not evidence_only)
        or word == "according"
        or word in cues.nouns
        or word.removesuffix("s") in cues.nouns
        or (in_document and word.removesuffix("s") in cues.documents)
        for word in map(str.lower, _WORD.findall(words))
    )


def _is_worth_a_parse(cue: Cue, evidence_only: bool) -> bool:
    """A verb that only counts people stands beside words of harm, for which a sentence is parsed anyway."""
    return not cue.only_counts and (cue.assertive or not evidence_only)


def find_speech_acts(
    text: str, sentences: Sequence[Sentence], cues: Cues = ENGLISH_CUES
) -> tuple[SpeechAct, ...]:
    """The acts of speech of a report, in the order of their first words."""
    quotations = find_quotations(text, sentences)
    outer = [quote for quote in quotations if quote.depth == 0]
    signed = signed_acts(text, sentences, outer)
    acts: list[SpeechAct] = []
    scenes = [
        (sentence, _scene(sentence, quotes, cues) if sentence.doc is not None else None)
        for sentence, quotes in _with_quotes(sentences, outer)
    ]
    for sentence, scene in scenes:
        if scene is not None:
            acts.extend(_act(text, sentence, scene, draft) for draft in draft_acts(scene))
    taken = {act.content[0].start for act in signed}
    acts = [
        act for act in acts if act.cue is None or act.cue.words != ":" or act.content[0].start not in taken
    ]
    rest = [quote for quote in outer if quote.start not in taken]
    acts = _with_manners([*with_quoted_speech(text, scenes, rest, acts), *signed], outer)
    acts.sort(key=lambda act: (_hull(act), act.content[0].start))
    return tie_speakers(_with_parents(with_introduced(acts, sentences, cues)))


def triples(acts: Sequence[SpeechAct]) -> tuple[QuoteTriple, ...]:
    """Source, cue and content of every act, for the layer of attributions.

    What is reported within another's words stands in that one's ``nested``, and only if put forward as so:
    an attitude within a report ("he said he hopes") is no voice of its own.
    """
    inner: dict[int | None, list[int]] = {}
    for place, act in enumerate(acts):
        if not act.cited and (act.parent is None or act.assertive):
            inner.setdefault(act.parent, []).append(place)
    return _triples(acts, inner, None)


def _triples(
    acts: Sequence[SpeechAct], inner: dict[int | None, list[int]], holder: int | None, depth: int = 0
) -> tuple[QuoteTriple, ...]:
    return tuple(
        QuoteTriple(
            source=acts[place].source,
            cue=acts[place].cue,
            content=acts[place].content,
            nested=_triples(acts, inner, place, depth + 1) if depth < MAX_NESTING else (),
        )
        for place in inner.get(holder, ())
        if holder is not None or not acts[place].in_quotation
    )


def _with_quotes(
    sentences: Sequence[Sentence], quotes: Sequence[Quotation]
) -> list[tuple[Sentence, list[tuple[int, Quotation]]]]:
    """Each sentence with the numbered quotations that reach into it."""
    found: list[tuple[Sentence, list[tuple[int, Quotation]]]] = []
    first = 0
    for sentence in sentences:
        while first < len(quotes) and quotes[first].end <= sentence.start:
            first += 1
        here = []
        for number in range(first, len(quotes)):
            if quotes[number].start >= sentence.end:
                break
            here.append((number, quotes[number]))
        found.append((sentence, here))
    return found


def _scene(sentence: Sentence, quotes: Sequence[tuple[int, Quotation]], cues: Cues) -> Scene:
    doc = sentence.doc
    if doc is None:
        raise ValueError("a scene needs a parse")
    quote_of = [-1] * len(doc)
    intervals: dict[int, tuple[int, int]] = {}
    for number, quote in quotes:
        if quote.scare:
            continue
        within = words_between(doc, quote.start - sentence.start, quote.end - sentence.start)
        inside = [token.i for token in within]
        if inside:
            intervals[number] = (inside[0], inside[-1] + 1)
            for place in inside:
                quote_of[place] = number
    return Scene(doc=doc, cues=cues, quote_of=tuple(quote_of), quotes=intervals)


def _span(text: str, start: int, end: int) -> Span:
    return Span(start=start, end=end, words=text[start:end])


def _apart(content: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of a content in the order of the text, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(content):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _act(text: str, sentence: Sentence, scene: Scene, draft: Draft) -> SpeechAct:
    doc = scene.doc

    def span(interval: tuple[int, int]) -> Span:
        first, last = doc[interval[0]], doc[interval[1] - 1]
        return _span(text, sentence.start + first.idx, sentence.start + last.idx + len(last))

    source = span(draft.source) if draft.source and draft.source[0] < draft.source[1] else None
    speaker = source
    voice = Voice(kind="unspecified")
    if source is not None and draft.source is not None and draft.speaker_head is not None:
        head = doc[draft.speaker_head]
        phrase = draft.source
        if draft.speaker_head != draft.source_head:
            phrase = phrase_of(head, (draft.source, *draft.content))
            speaker = span(phrase) if phrase[0] < phrase[1] else source
        voice = read_voice(scene, phrase, head)
    beside = [reader(scene, draft) for reader in (time_of, medium_of, relay_of)]
    said_on, medium, relay = (span(found) if found is not None else None for found in beside)
    return SpeechAct(
        source=source,
        cue=span(draft.cue),
        content=tuple(span(interval) for interval in _apart(draft.content)),
        stance=draft.stance,
        assertive=draft.assertive,
        hedge=draft.hedge,
        cited=draft.cited,
        clausal=draft.clausal,
        source_kind=voice.kind,
        speaker=speaker,
        person=voice.person,
        office=voice.office,
        on_behalf_of=voice.on_behalf_of,
        said_on=said_on,
        medium=medium,
        relay=relay,
        in_quotation=scene.quote_of[draft.cue[0]] >= 0,
        sentence=sentence.index,
    )


def _with_manners(acts: Sequence[SpeechAct], quotes: Sequence[Quotation]) -> list[SpeechAct]:
    """The acts, each marked as direct, indirect or partly quoted."""
    speech = [quote for quote in quotes if not quote.scare]
    starts = [quote.start for quote in speech]
    manners = [_manner(act, speech, starts) if speech else "indirect" for act in acts]
    return [
        act if act.manner == manner else replace(act, manner=manner)
        for act, manner in zip(acts, manners, strict=True)
    ]


def _manner(act: SpeechAct, speech: Sequence[Quotation], starts: Sequence[int]) -> Manner:
    inside = outside = 0
    for span in act.content:
        place = max(0, bisect_right(starts, span.start) - 1)
        rest = len(_WORD.findall(span.words))
        for quote in speech[place:]:
            if quote.start >= span.end:
                break
            if act.cue is not None and quote.start <= act.cue.start < quote.end:
                continue
            left, right = max(quote.start, span.start), min(quote.end, span.end)
            inside += (
                len(_WORD.findall(span.words[left - span.start : right - span.start])) if left < right else 0
            )
        outside += rest
    outside -= inside
    if not inside:
        return "indirect"
    return "direct" if outside <= 1 else "mixed"


def _hull(act: SpeechAct) -> tuple[int, int]:
    spans = [*act.content, *(s for s in (act.source, act.cue) if s is not None)]
    return min(s.start for s in spans), -max(s.end for s in spans)


def _with_parents(acts: Sequence[SpeechAct]) -> tuple[SpeechAct, ...]:
    """The acts, each with the innermost act whose content holds its cue."""
    spans = sorted((s.start, s.end, place) for place, act in enumerate(acts) for s in act.content)
    found: list[SpeechAct] = []
    for place, act in enumerate(acts):
        anchor = act.cue or act.source or act.content[0]
        left = bisect_left(spans, (anchor.start - MAX_QUOTATION, 0, 0))
        right = bisect_right(spans, (anchor.start, len(spans) + anchor.end + MAX_QUOTATION, 0))
        holders = [
            (size_of(acts[other]), other)
            for _, end, other in spans[left:right]
            if anchor.end <= end and other != place and size_of(acts[other]) >= size_of(act)
        ]
        found.append(replace(act, parent=min(holders)[1]) if holders else act)
    return tuple(found)
