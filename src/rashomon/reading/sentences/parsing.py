"""A report's text cut into sentences, and those sentences parsed that may hold something.

Offsets are always the report's own: a sentence starts at ``start`` in the text, and a token of its
parse at ``start + token.idx``. Cutting is ours, because a parser's own sentence ends break on headings,
datelines and lines wrapped in the middle of a sentence; parsing is spaCy's, without its entity
recogniser, which costs half the time and does not know the actors of the conflicts we read.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from rashomon.model.base import value
from rashomon.model.report import SetAside
from rashomon.reading.sentences.captives import mend_captives
from rashomon.reading.sentences.final_speakers import mend_final_speaker
from rashomon.reading.sentences.matrix_products import multiply_quickly
from rashomon.reading.sentences.parser_words import parser_words
from rashomon.reading.sentences.quick_steps import quicken

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MAX_SENTENCE = 1200
"""Characters after which a sentence is cut at the next blank: parse time grows with length, and a list
of names without a full stop can run to pages."""


@value
class Sentence:
    """One sentence of a report: its place in the text, its words, its parse where it was worth one.

    ``paragraph`` counts from 0; ``doc`` has the same characters as ``words`` save for normalised quotation
    marks, one for one, so that offsets agree.
    """

    index: int
    paragraph: int
    start: int
    end: int
    words: str
    doc: Doc | None = None


_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "sgt",
        "cpl",
        "pvt",
        "spc",
        "adm",
        "cmdr",
        "brig",
        "rep",
        "sen",
        "gov",
        "pres",
        "rev",
        "fr",
        "hon",
        "st",
        "sr",
        "jr",
        "inc",
        "ltd",
        "co",
        "corp",
        "dept",
        "univ",
        "assn",
        "bros",
        "no",
        "nos",
        "vs",
        "etc",
        "al",
        "fig",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "approx",
        "est",
        "ave",
        "blvd",
        "rd",
        "mt",
        "ft",
        "pfc",
        "det",
        "supt",
        "insp",
        "u.s",
        "u.k",
        "u.n",
        "d.c",
        "a.m",
        "p.m",
        "i.e",
        "e.g",
        "ph.d",
        "n.d",
        "n.c",
        "s.c",
        "s.d",
        "w.va",
        "calif",
        "fla",
        "ga",
        "ill",
        "ind",
        "kan",
        "ky",
        "la",
        "md",
        "mass",
        "mich",
        "minn",
        "miss",
        "mo",
        "dept",
        "mont",
        "neb",
        "nev",
        "okla",
        "ore",
        "pa",
        "tenn",
        "tex",
        "va",
        "vt",
        "wash",
        "wis",
        "wyo",
        "ala",
        "ariz",
        "ark",
        "colo",
        "conn",
        "del",
    ]
)
_MARK = re.compile(
    r"[.!?…](?:[.!?…]*[\"'”’»)\]]*(?=\s|$)|(?<=[a-z]{3}[.!?])[\"”’)]*(?=[\"“]?[A-Z][a-z]*[ ,]))"
)
"""The end of a sentence; pages often lose the blank after it ("was shot.Police say")."""
_AFTER_DASH = r"[-–—] (?:was|were|is|are|had|has|who|and|also|died|along|together)\b"
_BREAK = re.compile(rf"\n[ \t\u00a0]*\n\s*|\n(?=\s*(?:[-*•–—]|\d+[.)])\s)(?!\s*{_AFTER_DASH})")
"""A blank line, or a line break before a list item; "– was killed" goes on after a name that is a link."""
_LINE = re.compile(r"\n")


def cut_sentences(text: str, set_aside: Iterable[SetAside] = ()) -> tuple[Sentence, ...]:
    """The sentences of a text in order, without what was set aside.

    A line break ends a sentence only after a closing mark, at a blank line, before a list item, or
    after a line that reads as a heading.
    """
    sentences: list[Sentence] = []
    paragraph = 0
    in_paragraphs = _LONG_LINE.search(text) is not None
    for start, end in _own_stretches(text, set_aside):
        for block_start, block_end in _blocks(text, start, end):
            found = False
            for begin, stop in _cut_block(text, block_start, block_end, in_paragraphs=in_paragraphs):
                sentences.append(
                    Sentence(
                        index=len(sentences),
                        paragraph=paragraph,
                        start=begin,
                        end=stop,
                        words=text[begin:stop],
                    )
                )
                found = True
            paragraph += found
    return tuple(sentences)


def cut_at(sentences: Sequence[Sentence], offset: int) -> tuple[Sentence, ...]:
    """The sentences with the one around an offset cut in two there: a dateline's words are nobody's subject."""
    found: list[Sentence] = []
    for sentence in sentences:
        before = sentence.words[: max(offset - sentence.start, 0)]
        after = sentence.words[len(before) :].lstrip()
        if not before.strip() or not after:
            moved = sentence.index != len(found)
            found.append(replace(sentence, index=len(found)) if moved else sentence)
            continue
        found.append(replace(sentence, index=len(found), end=sentence.start + len(before), words=before))
        found.append(
            replace(sentence, index=len(found), start=sentence.end - len(after), words=after),
        )
    return tuple(found)


def _own_stretches(text: str, set_aside: Iterable[SetAside]) -> Iterable[tuple[int, int]]:
    position = 0
    for piece in sorted((p for p in set_aside if p.inside), key=lambda p: p.start):
        if piece.start > position:
            yield position, piece.start
        position = max(position, piece.end)
    if position < len(text):
        yield position, len(text)


def _blocks(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    position = start
    for match in _BREAK.finditer(text, start, end):
        yield position, match.start()
        position = match.end()
    yield position, end


def _cut_block(text: str, start: int, end: int, *, in_paragraphs: bool) -> Iterable[tuple[int, int]]:
    position = start
    for cut in sorted(
        {*_mark_ends(text, start, end), *_line_ends(text, start, end, in_paragraphs=in_paragraphs)}
    ):
        yield from _trim(text, position, cut)
        position = cut
    yield from _trim(text, position, end)


def _mark_ends(text: str, start: int, end: int) -> Iterable[int]:
    for match in _MARK.finditer(text, start, end):
        if not _is_abbreviation(text, start, match):
            rest = text[match.end() : match.end() + 2].strip()
            if not rest or not rest[0].islower():
                yield match.end()


def _is_abbreviation(text: str, start: int, match: re.Match[str]) -> bool:
    if not match.group().startswith(".") or len(match.group()) > 1:
        return False
    word_start = match.start()
    while word_start > start and not text[word_start - 1].isspace():
        word_start -= 1
    # "at 5:30p.m. Thursday": the hour is no part of the word.
    word = text[word_start : match.start()].strip("(\"'“‘[").lstrip("0123456789:.").lower()
    if word in _ABBREVIATIONS:
        # "the U.S. The army" ends; "the U.S. Army" does not: only a determiner or pronoun tells.
        following = text[match.end() : match.end() + 12].split()
        ends = following and following[0] in {
            "The",
            "A",
            "An",
            "It",
            "He",
            "She",
            "They",
            "In",
            "On",
            "But",
            "This",
        }
        return not (ends and word in {"u.s", "u.k", "u.n", "a.m", "p.m", "etc", "d.c", "inc"})
    return len(word) == 1 and word.isalpha()


def _line_ends(text: str, start: int, end: int, *, in_paragraphs: bool) -> Iterable[int]:
    line_start, fresh = start, True
    paged = in_paragraphs and _is_paged(text, start, end)
    for match in _LINE.finditer(text, start, end):
        line = text[line_start : match.start()].rstrip()
        following = text[match.end() : match.end() + 40].lstrip()
        ended = bool(line) and (
            line[-1] in ".!?…"
            or _ends_unit(line, following)
            or _is_heading(line, following)
            or (paged and fresh and _is_line_above(line, _line_at(text, match.end(), end)))
        )
        if ended:
            yield match.end()
        line_start, fresh = match.end(), ended


def _goes_on(following: str) -> bool:
    """True for a line in the midst of a sentence: pages put a linked name on a line of its own."""
    if following[:1] in {"-", "–", "—"}:
        return _DASH_GOES_ON.match(following) is not None
    return following[:1].islower() or following[:1] in {",", ";", ")", "’"}


_DASH_GOES_ON = re.compile(_AFTER_DASH)


def _ends_unit(line: str, following: str) -> bool:
    return line[-1] in ':"”»)' and not _goes_on(following)


def _is_heading(line: str, following: str) -> bool:
    """A short line without a closing mark before a line that starts a sentence of its own."""
    if not following or _goes_on(following) or len(line) > 110 or line[-1] in ",;-–—":
        return False
    words = line.split()
    if len(words) < 3:
        return False
    capitals = sum(word[:1].isupper() or not word[:1].isalpha() for word in words)
    return capitals >= 0.7 * len(words) and line != line.upper()


_A_PARAGRAPH = 110
"""Characters of a line that no page breaks to a width: its line breaks part headings, captions and paragraphs."""
_GOES_ON = re.compile(
    r"(?:\b(?:the|an?|of|in|on|at|by|to|for|from|with|and|or|as|that|than|his|her|its|their|was|were|is|are|be|been|named|old"
    r"|called|said|family|mrs?|dr|sheikh)|[,;\-–—(])$",
    re.I,
)
"""How a line ends that is no end of a headline: the name that follows is a link of its own."""


def _is_paged(text: str, start: int, end: int) -> bool:
    """True for a block of paragraphs that are one line each: few of its lines end without a closing mark."""
    lines = [line.rstrip() for line in text[start:end].split("\n")]
    open_ended = sum(line[-1:] not in _CLOSING for line in lines[:-1])
    return open_ended < _MOST_OPEN or 2 * open_ended < len(lines)


_LONG_LINE = re.compile(rf"[^\n]{{{_A_PARAGRAPH}}}")
_CLOSING = frozenset('.!?…"”’)')
_MOST_OPEN = 4


def _line_at(text: str, start: int, end: int) -> str:
    stop = text.find("\n", start, end)
    return text[start : stop if stop >= 0 else end].strip()


def _is_line_above(line: str, below: str) -> bool:
    """True for a headline or caption without a closing mark right above a paragraph or another headline."""
    if len(line.split()) < _FEW or _GOES_ON.search(line) is not None:
        return False
    if not below or not (below[0].isupper() or below[0].isdigit() or below[0] in '"“‘'):
        return False
    # A name that is a link stands on a line of its own, too.
    return len(below.split()) > _FEW and len(_SMALL_WORDS.findall(below)) > 1


_FEW = 4
_SMALL_WORDS = re.compile(r"\b[a-z]{3,}\b")


def _trim(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > MAX_SENTENCE:
        cut = max(text.rfind(" ", start + MAX_SENTENCE // 2, start + MAX_SENTENCE), start + MAX_SENTENCE // 2)
        yield start, cut
        start = cut + (text[cut] == " ")
    if start < end:
        yield start, end


def parse_sentences(
    sentences: Sequence[Sentence],
    nlp: Language,
    worth_parsing: Callable[[Sentence], bool],
    bound: Sequence[tuple[int, int]] = (),
) -> tuple[Sentence, ...]:
    """The same sentences, with a parse where ``worth_parsing`` says yes.

    ``bound``: stretches of the report that the parser is to take for one word each.
    """
    wanted = [sentence for sentence in sentences if worth_parsing(sentence)]
    docs = nlp.pipe((_for_parser(sentence, bound) for sentence in wanted), batch_size=64)
    parsed = {
        sentence.index: mend_captives(mend_final_speaker(doc), sentence.words)
        for sentence, doc in zip(wanted, docs, strict=True)
    }
    return tuple(
        Sentence(
            index=s.index, paragraph=s.paragraph, start=s.start, end=s.end, words=s.words, doc=parsed[s.index]
        )
        if s.index in parsed
        else s
        for s in sentences
    )


def _for_parser(sentence: Sentence, bound: Sequence[tuple[int, int]]) -> str:
    start, end = sentence.start, sentence.end
    return parser_words(sentence.words, [(b - start, e - start) for b, e in bound if start <= b and e <= end])


@cache
def load_pipeline(name: str) -> Language:
    """An installed spaCy pipeline without its entity recogniser. Raises OSError where it is missing."""
    import spacy

    # Sentences come in ready-cut: a parse that splits one again is read as it stands.
    pipeline = multiply_quickly(quicken(spacy.load(name, exclude=["ner"])))
    # What is loaded by now stays: looking through it for garbage took a thirtieth of the time of reading.
    gc.collect()
    gc.freeze()
    return pipeline
