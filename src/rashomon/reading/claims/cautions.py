"""Cautions that a text sets beside its own figures: doubted or not verified, or no more than a first toll.

The claim stays as it was made. A figure that the text itself distrusts is hedged, so that it raises the highest
figure and decides nothing where others are told; a first toll gives way to one that nobody calls so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.claims import Flag
from rashomon.reading.harm.values import Frame
from rashomon.reading.languages.en import cautions as words
from rashomon.reading.sentences.parsing import Sentence

DOUBTED, FIRST_TOLL, POSSIBLE = "doubted_figure", "first_toll", "only_possible"
_BEFORE = 25
"""Characters before a harm and its people in which "probably" may stand."""
_NEXT = 200
"""Characters after a sentence in which the next one says what is thought of its figure."""


def with_cautions(frames: Sequence[Frame], sentence: Sentence, text: str) -> list[Frame]:
    """The sentence's frames with the cautions of their figures; those that the text distrusts hedged."""
    told = [p for p, frame in enumerate(frames) if frame.victim.count is not None and not frame.negated]
    read = list(frames)
    if not told:
        return read
    for place in told:
        if found := _called_possible(read[place], sentence):
            read[place] = _hedged(read[place], Flag(code=POSSIBLE, words=found))
    for place, found in _first_tolls(frames, told, sentence).items():
        flag = Flag(code=FIRST_TOLL, words=found)
        read[place] = replace(read[place], cautions=(*read[place].cautions, flag))
    for place, found in _doubted(frames, told, sentence, text).items():
        read[place] = _hedged(read[place], Flag(code=DOUBTED, words=found))
    return read


def _hedged(frame: Frame, flag: Flag) -> Frame:
    certainty = "hedged" if frame.certainty == "asserted" else frame.certainty
    return replace(frame, cautions=(*frame.cautions, flag), certainty=certainty)


def _called_possible(frame: Frame, sentence: Sentence) -> str | None:
    """The words that call a death or wound no more than possible; None where it is sure, or only reported."""
    if frame.certainty not in {"asserted", "hedged"}:
        return None
    start, close = frame.victim.start - sentence.start, frame.victim.end - sentence.start
    beside = (
        words.POSSIBLY_BEFORE.search(sentence.words, max(start - _BEFORE, 0), start)
        or words.POSSIBLY_AT_ONCE.match(sentence.words, start)
        or words.POSSIBLY_AFTER.match(sentence.words, close)
    )
    if beside is not None:
        return beside.group().strip(" ,")
    if frame.certainty != "hedged":
        return None
    begin = min(frame.start, frame.victim.start) - sentence.start
    end = max(frame.end, frame.victim.end) - sentence.start
    begin = max(begin - _BEFORE, 0)
    match = words.ONLY_POSSIBLE.search(sentence.words, begin, end)
    if match is None or words.ONLY_REPORTED.search(sentence.words, begin, end):
        return None
    return match.group()


def _doubted(frames: Sequence[Frame], told: Sequence[int], sentence: Sentence, text: str) -> dict[int, str]:
    """The figures that are doubted, by position, with the words that say so."""
    found: dict[int, str] = {}
    end = sentence.start + len(sentence.words)
    if words.DOUBTS.search(text, sentence.start, end + _NEXT) is None:
        return found
    for match in words.DOUBT_AFTER.finditer(sentence.words):
        here = _told_before(frames, told, sentence, match.start())
        found.update(dict.fromkeys(here, match.group().strip(" ,;()–—-")))
    for match in words.DOUBT_BEFORE.finditer(sentence.words):
        here = [place for place in told if _stands_after(frames[place], sentence, match.end())]
        if not any(place in found for place in here):
            found.update(dict.fromkeys(here, match.group()))
    for place in told:
        if place not in found and (around := _claim_doubted(frames[place], sentence)) is not None:
            found[place] = around
    if not found and (said := words.DOUBT_NEXT.match(text, end, end + _NEXT)) is not None:
        here = _told_before(frames, told, sentence, len(sentence.words))
        found.update(dict.fromkeys(here, said.group().strip()))
    if found and words.CLAIMS_THE_DEED.search(sentence.words):
        return {}
    return found


def _claim_doubted(frame: Frame, sentence: Sentence) -> str | None:
    """What doubts the claim a figure stands in: "the claim that one man died *is doubtful*"."""
    start, end = min(frame.start, frame.victim.start), max(frame.end, frame.victim.end)
    if (told := words.SOURCE_WRONG.match(sentence.words, end - sentence.start)) is not None:
        return told.group().strip()
    said = words.WAS_WRONG.match(sentence.words, end - sentence.start)
    if said is None:
        return None
    begin = max((j.end() for j in words.JOINT.finditer(sentence.words, 0, start - sentence.start)), default=0)
    claimed = words.CLAIM_OF.search(sentence.words, begin, start - sentence.start)
    return said.group().strip() if claimed is not None else None


def _told_before(frames: Sequence[Frame], told: Sequence[int], sentence: Sentence, end: int) -> list[int]:
    """The figures of the clause that ends at a place of the sentence: what one speaker tells there."""
    begin = max((joint.end() for joint in words.JOINT.finditer(sentence.words, 0, end)), default=0)
    return [p for p in told if begin <= frames[p].victim.start - sentence.start < end]


def _stands_after(frame: Frame, sentence: Sentence, place: int) -> bool:
    """True for a figure further down in the clause: no other speaker's words lie between."""
    start = frame.victim.start - sentence.start
    return place <= start and words.JOINT.search(sentence.words, place, start) is None


def _first_tolls(frames: Sequence[Frame], told: Sequence[int], sentence: Sentence) -> dict[int, str]:
    """The figures that their sentence calls a first toll, by position, with the words that say so."""
    found: dict[int, str] = {}
    for match in words.FIRST_TOLL.finditer(sentence.words):
        if words.NO_FIRST_TOLL.fullmatch(match.group()):
            continue
        begin = max((j.end() for j in words.JOINT.finditer(sentence.words, 0, match.start())), default=0)
        joint = words.JOINT.search(sentence.words, match.end())
        end = joint.start() if joint is not None else len(sentence.words)
        here = [p for p in told if begin <= frames[p].victim.start - sentence.start < end]
        found.update(dict.fromkeys(here, match.group()))
    return found
