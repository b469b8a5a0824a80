"""Where a text quotes: marked speech, kept apart from apostrophes and from words held at arm's length.

Marks are counted paragraph by paragraph, so that one forgotten mark spoils a paragraph and not a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.model.base import value
from rashomon.reading.sentences.parsing import Sentence

MAX_QUOTATION = 6000
"""Characters after which an open quotation is taken for a forgotten mark."""
MAX_DEPTH = 3
"""Quotations inside quotations that are still told apart; also keeps hostile input linear."""
SCARE_WORDS = 4
"""Longest stretch in marks, in words, that may be distance instead of speech."""

_MARK = re.compile(r"''|``|[\"“”„‟«»‘’‚‛']")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|(?<=[.!?:…\"”»’'])[^\S\n]*\n\s*")
_CLOSERS = {'"': '"”', "''": "''", "``": "''", "“": '”"', "‟": "”", "„": "“”", "«": "»"}
_SINGLES = {"'": "'’", "‘": "’'", "‚": "‘’'", "‛": "’'"}
_SINGLE_CLOSERS = {closers: re.compile(f"[{closers}]") for closers in sorted(_SINGLES.values())}
_ELISIONS = re.compile(r"['’](?:\d|(?:em|tis|twas|til|cause|n|round|bout)\b)", re.I)
_VERBISH = re.compile(
    r"\b(?:am|is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|shall|should|may|might"
    r"|must|isn|aren|wasn|weren|don|doesn|didn|won|wouldn|can|couldn|i['’]m|it['’]s|we['’]re|they['’]re)\b",
    re.I,
)


@value
class Quotation:
    """A stretch in quotation marks, marks included; ``scare`` where it is distance and not speech.

    ``depth`` 0 stands in the text itself, 1 inside another quotation. ``closed`` is false where the
    closing mark is missing and the end of the paragraph had to do.
    """

    start: int
    end: int
    words: str
    depth: int = 0
    scare: bool = False
    closed: bool = True


def find_quotations(text: str, sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """The quotations of a report's own sentences, in order of their first mark."""
    found: list[Quotation] = []
    carried: _Open | None = None
    for start, end in _paragraphs(text, sentences):
        quotes, carried = _read_paragraph(text, start, end, carried)
        found.extend(quotes)
    if carried is not None:
        found.append(_close(text, carried, carried.last_end, closed=False, depth=0))
    return tuple(_mark_scare(sorted(found, key=lambda q: (q.start, -q.end)), sentences))


def _paragraphs(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Stretches that sentences fill without a break; what was set aside lies between them."""
    if not sentences:
        return
    start, end = sentences[0].start, sentences[0].end
    for sentence in sentences[1:]:
        gap = text[end : sentence.start]
        if gap.strip() or _PARAGRAPH.search(text, max(start, end - 1), sentence.start):
            yield start, end
            start = sentence.start
        end = sentence.end
    yield start, end


class _Open:
    """An opening mark that waits for its partner."""

    __slots__ = ("last_end", "mark", "start")

    def __init__(self, mark: str, start: int) -> None:
        self.mark = mark
        self.start = start
        self.last_end = start


def _read_paragraph(
    text: str, start: int, end: int, carried: _Open | None
) -> tuple[list[Quotation], _Open | None]:
    """The quotations that end in one paragraph, and the one that goes on in the next."""
    found: list[Quotation] = []
    stack: list[_Open] = []
    position = start
    if carried is not None:
        if _continues(text, start, end, carried):
            stack.append(carried)
            position = start + len(carried.mark)
        else:
            found.append(_close(text, carried, carried.last_end, closed=False, depth=0))
    for match in _MARK.finditer(text, position, end):
        _take_mark(text, match, (start, end), stack, found)
    # A forgotten single mark says nothing; a double one may go on in the next paragraph.
    doubles = [opened for opened in stack if opened.mark in _CLOSERS]
    if doubles and end - doubles[0].start < MAX_QUOTATION:
        doubles[0].last_end = end
        return found, doubles[0]
    if doubles and carried is None:
        found.append(_close(text, doubles[0], end, closed=False, depth=0))
    return found, None


def _continues(text: str, start: int, end: int, carried: _Open) -> bool:
    """True where a paragraph repeats the mark that the one before left open."""
    return text.startswith(carried.mark, start) and end - carried.start < MAX_QUOTATION


def _take_mark(
    text: str, match: re.Match[str], bounds: tuple[int, int], stack: list[_Open], found: list[Quotation]
) -> None:
    mark = match.group()
    if mark in _SINGLES or mark == "’":
        _take_single(text, match, bounds, stack, found)
        return
    opens = mark in _CLOSERS and _opens(text, match, bounds)
    if mark == "“" and not opens:
        mark = "”"
    partner = _partner(stack, mark, opens)
    if partner is not None:
        while len(stack) > partner + 1:
            stack.pop()
        opened = stack.pop()
        found.append(_close(text, opened, match.end(), closed=True, depth=len(stack)))
    elif opens and len(stack) < MAX_DEPTH and not _is_measure(text, match, bounds):
        stack.append(_Open(mark, match.start()))


def _partner(stack: list[_Open], mark: str, opens: bool) -> int | None:
    """Place in the stack of the innermost double quotation that this mark may close.

    Curly and straight marks are often mixed: each may close what the other opened.
    """
    for place in range(len(stack) - 1, -1, -1):
        if mark == '"' and stack[place].mark == "“" and opens:
            continue
        if mark in _CLOSERS.get(stack[place].mark, ""):
            return place
    return None


def _opens(text: str, match: re.Match[str], bounds: tuple[int, int]) -> bool:
    """True where something stands right after the mark, so that it can open."""
    after = text[match.end() : match.end() + 1] if match.end() < bounds[1] else ""
    if match.group() in "„«‟``":
        return bool(after)
    return bool(after) and not after.isspace() and after not in ",.;:!?)"


def _is_measure(text: str, match: re.Match[str], bounds: tuple[int, int]) -> bool:
    """A straight mark after a digit is inches or seconds, not speech."""
    start = match.start()
    return match.group() == '"' and start > bounds[0] and text[start - 1].isdigit()


def _take_single(
    text: str, match: re.Match[str], bounds: tuple[int, int], stack: list[_Open], found: list[Quotation]
) -> None:
    start, end = match.span()
    before = text[start - 1] if start > bounds[0] else " "
    after = text[end] if end < bounds[1] else " "
    mark = match.group()
    waits = bool(stack) and mark in _SINGLES.get(stack[-1].mark, "")
    if waits and not before.isspace() and not after.isalnum():
        opened = stack.pop()
        found.append(_close(text, opened, end, closed=True, depth=len(stack)))
        return
    if mark not in _SINGLES or before.isalnum() or not after.isalnum() or len(stack) >= MAX_DEPTH:
        return
    if not _ELISIONS.match(text, start) and _has_partner(text, end, bounds[1], _SINGLES[mark]):
        stack.append(_Open(mark, start))


def _has_partner(text: str, start: int, end: int, closers: str) -> bool:
    """True where a closing single mark follows within reach: an apostrophe alone opens nothing."""
    for match in _SINGLE_CLOSERS[closers].finditer(text, start, min(end, start + 600)):
        at = match.start()
        after = text[at + 1] if at + 1 < end else " "
        if not text[at - 1].isspace() and not after.isalnum():
            return True
    return False


def _close(text: str, opened: _Open, end: int, *, closed: bool, depth: int) -> Quotation:
    return Quotation(start=opened.start, end=end, words=text[opened.start : end], depth=depth, closed=closed)


def _mark_scare(found: Sequence[Quotation], sentences: Sequence[Sentence]) -> Iterator[Quotation]:
    """The same quotations, short verbless ones marked as distance."""
    place = 0
    for quote in found:
        while place + 1 < len(sentences) and sentences[place].end <= quote.start:
            place += 1
        scare = quote.closed and _is_scare(quote, sentences[place])
        yield (
            Quotation(
                start=quote.start,
                end=quote.end,
                words=quote.words,
                depth=quote.depth,
                scare=True,
                closed=quote.closed,
            )
            if scare
            else quote
        )


def _is_scare(quote: Quotation, sentence: Sentence) -> bool:
    inner = quote.words.strip("\"“”„‟«»‘’‚‛'` ")
    if not inner or len(inner.split()) > SCARE_WORDS or inner[-1] in ",!?…":
        return False
    if quote.start == sentence.start and inner[-1] == ".":
        return False
    return not _holds_verb(quote, sentence, inner)


def _holds_verb(quote: Quotation, sentence: Sentence, inner: str) -> bool:
    if sentence.doc is None or quote.end > sentence.end:
        return bool(_VERBISH.search(inner))
    finite = {"VBD", "VBZ", "VBP", "MD"}
    span = sentence.doc.char_span(
        quote.start - sentence.start, quote.end - sentence.start, alignment_mode="contract"
    )
    return span is not None and any(token.tag_ in finite for token in span)
