"""Quotations and their speakers: whole quotations, those that go on, those that no cue word announces."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.layers import Span
from rashomon.reading.attribution.quotation import Quotation
from rashomon.reading.attribution.scope import Scene, phrase_of, subject_of
from rashomon.reading.attribution.voices import read_voice
from rashomon.reading.sentences.parsing import MAX_SENTENCE, Sentence
from rashomon.reading.speech import SpeechAct

_STOP = re.compile(r"[.!?]\s")
MAX_GAP_AFTER = 4
"""Characters between a quotation and the cue clause that follows it: blanks and a comma."""
MAX_GAP_BEFORE = 80
"""Characters between a cue clause and the quotation that it announces."""


def with_quoted_speech(
    text: str,
    scenes: Sequence[tuple[Sentence, Scene | None]],
    quotes: Sequence[Quotation],
    acts: Sequence[SpeechAct],
) -> list[SpeechAct]:
    """The acts with their quotations whole, and quotations without a cue given to their speaker."""
    acts = list(acts)
    sentences = [sentence for sentence, _ in scenes]
    owner: dict[int, int] = _owners(quotes, acts)
    waiting = _Waiting(acts)
    begins = {sentence.start for sentence in sentences}
    for number, quote in enumerate(quotes):
        if number not in owner and (not quote.scare or quote.start in begins):
            place = waiting.beside(text, quote)
            if place is not None:
                owner[number] = place
    for number, place in sorted(owner.items()):
        acts[place] = _extended(text, acts[place], quotes[number])
    starts = [sentence.start for sentence in sentences]
    for number, quote in enumerate(quotes):
        if quote.scare or number in owner:
            continue
        place = _neighbour((sentences, starts), quotes, number, owner, acts)
        if place is not None:
            owner[number] = place
            acts[place] = _extended(text, acts[place], quote)
    acts.extend(_shown_speech(text, scenes, quotes, owner))
    return [act for act in acts if act.content]


def _owners(quotes: Sequence[Quotation], acts: Sequence[SpeechAct]) -> dict[int, int]:
    """For each quotation the act in whose sentence-bound content it stands: the smallest, if several."""
    by_start = sorted((span.start, span.end, place) for place, act in enumerate(acts) for span in act.content)
    owner: dict[int, int] = {}
    for number, quote in enumerate(quotes):
        if quote.scare:
            continue
        left = bisect_right(by_start, (quote.start - MAX_SENTENCE, 0, 0))
        right = bisect_right(by_start, (quote.end, 0, 0))
        for _, end, place in by_start[left:right]:
            cue = acts[place].cue
            if end <= quote.start or (cue is not None and quote.start <= cue.start < quote.end):
                continue
            if number not in owner or size_of(acts[owner[number]]) > size_of(acts[place]):
                owner[number] = place
    return owner


def _runs_on(quote: Quotation, gap: str) -> bool:
    """True where the sentence goes on after a quotation: not after a full stop or a blank line."""
    inner = quote.words.rstrip("\"“”„‟«»‘’‚‛'` ")
    return not gap.strip(" ,\n") and "\n\n" not in gap and inner[-1:] != "."


class _Waiting:
    """The acts without content, found by where their cue clause begins and ends."""

    def __init__(self, acts: Sequence[SpeechAct]) -> None:
        clauses = [
            (min(spans, key=lambda s: s.start).start, max(spans, key=lambda s: s.end).end, place)
            for place, act in enumerate(acts)
            if not act.content and (spans := [s for s in (act.cue, act.source) if s is not None])
        ]
        self.by_start = sorted(clauses)
        self.by_end = sorted((last, place) for _, last, place in clauses)

    def beside(self, text: str, quote: Quotation) -> int | None:
        """The act whose cue clause stands right after a quotation, else right before it."""
        for first, _, place in self.by_start[bisect_left(self.by_start, (quote.end, 0, 0)) :]:
            if first - quote.end >= MAX_GAP_AFTER:
                break
            if _runs_on(quote, text[quote.end : first]):
                return place
        left = bisect_left(self.by_end, (quote.start - MAX_GAP_BEFORE, 0))
        right = bisect_right(self.by_end, (quote.start, len(text)))
        for last, place in reversed(self.by_end[left:right]):
            between = text[last : quote.start]
            leads = between.rstrip()[-1:] in {":", ",", ""}
            if leads and not _STOP.search(between):
                return place
        return None


def size_of(act: SpeechAct) -> int:
    """How many characters an act's content has."""
    return sum(span.end - span.start for span in act.content)


def _extended(text: str, act: SpeechAct, quote: Quotation) -> SpeechAct:
    """The act with the whole of a quotation among its content."""
    start, end = quote.start, quote.end
    rest: list[Span] = []
    for span in act.content:
        if span.start <= end and start <= span.end:
            start, end = min(start, span.start), max(end, span.end)
        else:
            rest.append(span)
    content = tuple(sorted([*rest, _span(text, start, end)], key=lambda s: s.start))
    return replace(act, content=content)


def _neighbour(
    where: tuple[Sequence[Sentence], Sequence[int]],
    quotes: Sequence[Quotation],
    number: int,
    owner: dict[int, int],
    acts: Sequence[SpeechAct],
) -> int | None:
    """The act whose speaker goes on in a quotation that has no cue of its own.

    Such a quotation begins a sentence, and the sentence before it belongs to the act.
    """
    sentences, starts = where
    here = bisect_right(starts, quotes[number].start) - 1
    if here < 0 or sentences[here].start != quotes[number].start:
        return None
    place = owner.get(_last_spoken(quotes, number))
    if place is not None:
        before = bisect_right(starts, quotes[number - 1].end - 1) - 1
        if here - max(before, acts[place].sentence) == 1:
            return place
    return _said_just_before(sentences, here, acts)


def _said_just_before(sentences: Sequence[Sentence], here: int, acts: Sequence[SpeechAct]) -> int | None:
    """The act that reports speech in the sentence before: 'The mayor said six died. "We ran."'."""
    if not here or sentences[here].paragraph != sentences[here - 1].paragraph:
        return None
    last = bisect_right(acts, here - 1, key=lambda act: act.sentence)
    place = last - 1
    best: int | None = None
    while place >= 0 and acts[place].sentence == here - 1:
        act = acts[place]
        speaks = act.assertive and act.source is not None and not act.in_quotation and not act.cited
        if speaks and act.content and (best is None or size_of(act) > size_of(acts[best])):
            best = place
        place -= 1
    return best


def _last_spoken(quotes: Sequence[Quotation], number: int) -> int:
    """The quotation before this one, words held at arm's length left out."""
    before = number - 1
    while before >= 0 and quotes[before].scare and number - before < 4:
        before -= 1
    return before


def _shown_speech(
    text: str,
    scenes: Sequence[tuple[Sentence, Scene | None]],
    quotes: Sequence[Quotation],
    owner: dict[int, int],
) -> list[SpeechAct]:
    """Quotations without a cue word, given to the subject of the sentence they stand in or follow.

    'The mayor struck a calmer note: "We hold the dam."' names no saying, yet shows who speaks.
    """
    starts = [sentence.start for sentence, _ in scenes]
    found: list[SpeechAct] = []
    for number, quote in enumerate(quotes):
        if quote.scare or number in owner or not quote.closed:
            continue
        before = text[max(0, quote.start - 3) : quote.start].rstrip()
        place = bisect_right(starts, quote.start - (3 if before.endswith(":") else 0)) - 1
        if place < 0 or scenes[place][1] is None:
            continue
        act = _shown(text, scenes[place], quote)
        if act is not None:
            found.append(act)
    return found


def _shown(text: str, where: tuple[Sentence, Scene | None], quote: Quotation) -> SpeechAct | None:
    sentence, scene = where
    if scene is None:
        return None
    verb = next(
        (token for token in scene.doc if token.dep_ == "ROOT" and token.pos_ in {"VERB", "AUX"}), None
    )
    subject = subject_of(verb) if verb is not None else None
    if verb is None or subject is None or scene.quote_of[verb.i] >= 0 or scene.quote_of[subject.i] >= 0:
        return None
    phrase = phrase_of(subject)
    if sentence.start + verb.idx >= quote.start or phrase[0] >= phrase[1]:
        return None
    source = _token_span(text, sentence, scene, phrase)
    voice = read_voice(scene, phrase, subject)
    return SpeechAct(
        source=source,
        cue=_token_span(text, sentence, scene, (verb.i, verb.i + 1)),
        content=(_span(text, quote.start, quote.end),),
        source_kind=voice.kind,
        speaker=source,
        person=voice.person,
        office=voice.office,
        on_behalf_of=voice.on_behalf_of,
        sentence=sentence.index,
    )


def _token_span(text: str, sentence: Sentence, scene: Scene, interval: tuple[int, int]) -> Span:
    first, last = scene.doc[interval[0]], scene.doc[interval[1] - 1]
    return _span(text, sentence.start + first.idx, sentence.start + last.idx + len(last))


def _span(text: str, start: int, end: int) -> Span:
    return Span(start=start, end=end, words=text[start:end])
