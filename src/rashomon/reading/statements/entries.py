"""The entries of an infobox field: lines, or what commas part, each with its flags, notes and who says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.model.audit import ArticlePart
from rashomon.model.base import value
from rashomon.reading.statements.copy import ReadingCopy

_BREAK = re.compile(r"\n+")
_PARTING = re.compile(
    r"[,;](?=\s|$)(?!\s*(?:Inc|Ltd|Jr)\b)"
    r"|(?<=\S)\s{1,3}(?:and|&)\s{1,3}(?=(?:\d|~|c\. |at least |several |some |dozens ))"
)
_BRACKET = re.compile(r"\((?P<words>[^()]{1,300})\)")
_PER = re.compile(
    r"(?:\(|\A|;\s*)(?:as )?(?P<cue>per|according to|acc\. to|claimed by|reported by|source:|by)\s+"
    r"(?P<who>[^():;]{2,120}?)\s*(?=[):;]|\Z)",
    re.I,
)
_CLAIM = re.compile(
    r"(?:\A|\()(?P<who>[^():,]{2,60}?)['’]?s?\s+(?P<cue>claims?|estimates?|figures?|sources?|reports?)\s*(?=[):]|\Z)",
    re.I,
)
_HEAD = re.compile(r"(?:as )?(?P<cue>per|according to|claimed by|reported by)\s+(?P<who>\S.{1,120})\Z", re.I)
_LABEL = re.compile(r"\s*(?P<label>(?:[^:\d()]|\([^()]{1,60}\)){2,120}):(?=\s|\Z)")
_SEVERAL = re.compile(
    r"\b(?:across|over|in|during|for|from)\s+(?:both|all|(?:the |these )?(?:two|three|four|five|several|\d+))\b"
    r"[^.;]{0,40}?\b(?:clash|battle|attack|incident|operation|fight|engagement|raid|skirmish)(?:es|s)\b",
    re.I,
)


@value
class Speaker:
    """Who is said to say an entry's words: the words that name it, the cue, and their place."""

    words: str
    cue: str
    start: int
    end: int


@value
class Item:
    """One thing an entry gives. Offsets are those of the field's reading copy.

    ``new_line``: it begins a line. ``images``: flags right before it, by name, empty where the name is lost.
    ``label``: whose it is, as written before a colon. ``several``: it is for more than one clash.
    """

    start: int
    end: int
    words: str
    new_line: bool
    images: tuple[str, ...] = ()
    label: str = ""
    speaker: Speaker | None = None
    several: bool = False


def is_listed(copy: ReadingCopy) -> bool:
    """True where a field has several lines: commas then belong to what a line says."""
    return len([line for line in copy.text.split("\n") if line.strip()]) > 1


def read_items(part: ArticlePart, *, commas: bool = True) -> tuple[ReadingCopy, list[Item]]:
    """The items of a field in order, and the copy their offsets count in."""
    copy = ReadingCopy([part])
    images = sorted((place, piece.image or "") for place, piece in copy.images)
    items: list[Item] = []
    above: tuple[str, Speaker | None] = ("", None)
    for start, end in _lines(copy.text):
        label, speaker, begin = _heading(copy.text, start, end)
        if begin >= end:
            # "Northland:" on a line of its own is the heading of the lines below it.
            above = (label, speaker)
            continue
        if label or any(start <= place <= begin for place, _ in images):
            above = ("", None)
        label, speaker = label or above[0], speaker or above[1]
        several = _SEVERAL.search(copy.text[start:end]) is not None
        for number, (first, last) in enumerate(_parts(copy.text, begin, end) if commas else [(begin, end)]):
            words = copy.text[first:last]
            own = _speaker_in(words, first) or speaker
            lead = start if number == 0 else first
            before = items[-1].end if items else 0
            items.append(
                Item(
                    start=lead,
                    end=last,
                    words=words,
                    new_line=number == 0,
                    images=tuple(name for place, name in images if before <= place <= first),
                    label=label,
                    speaker=own,
                    several=several,
                )
            )
    return copy, items


def _lines(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for match in [*_BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        start, stop = _trimmed(text, position, end)
        if start < stop:
            yield start, stop
        position = match.end() if match else end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",;•·"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    return start, end


def _heading(text: str, start: int, end: int) -> tuple[str, Speaker | None, int]:
    """What stands before colons at a line's beginning: who says it, and whose it is; where the rest begins."""
    label, speaker = "", None
    for _ in range(2):
        match = _LABEL.match(text, start, end)
        if match is None:
            break
        said = match.group("label").strip()
        per = _HEAD.match(said) or _CLAIM.match(said)
        if per is not None and speaker is None:
            at = match.start("label") + match.group("label").index(said) + per.start("who")
            who = per.group("who").strip()
            speaker = Speaker(words=who, cue=per.group("cue").lower(), start=at, end=at + len(who))
        elif not label:
            label = said
        start = match.end()
    while start < end and text[start].isspace():
        start += 1
    return label, speaker, start


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches that commas part, those within brackets left whole."""
    brackets = [match.span() for match in _BRACKET.finditer(text, start, end)]
    position = start
    number = 0
    for match in _PARTING.finditer(text, start, end):
        while number < len(brackets) and brackets[number][1] <= match.start():
            number += 1
        if number < len(brackets) and brackets[number][0] < match.start():
            continue
        first, last = _trimmed(text, position, match.start())
        if first < last:
            yield first, last
        position = match.end()
    first, last = _trimmed(text, position, end)
    if first < last:
        yield first, last


def _speaker_in(words: str, at: int) -> Speaker | None:
    """ "(per the two armies)"."""
    for bracket in _BRACKET.finditer(words):
        match = _PER.match(bracket.group()) or _CLAIM.match(bracket.group())
        if match is not None:
            start = at + bracket.start() + match.start("who")
            who = match.group("who").strip()
            return Speaker(words=who, cue=match.group("cue").lower(), start=start, end=start + len(who))
    return None


def without_remarks(words: str) -> str:
    """The words without what stands in brackets.

    >>> without_remarks("3 killed (per the mayor), 5 wounded")
    '3 killed , 5 wounded'
    """
    return _BRACKET.sub("", words).strip()
