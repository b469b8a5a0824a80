"""The prose of an article: its clauses, each with what the English reader claims of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.codebook.actors import load_registry
from rashomon.model.audit import ArticleText, Statement
from rashomon.model.base import content_id, value
from rashomon.model.claims import Attribution, Claim, Count
from rashomon.model.report import Report
from rashomon.reading.english import gather_english
from rashomon.reading.languages.en.worth_parsing import may_hold_claim
from rashomon.reading.material import Material, SentenceMaterial
from rashomon.reading.report_reader import ReportReader
from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.speech import SpeechAct
from rashomon.reading.statements.clauses import Clause, Stretches, cut_clauses
from rashomon.reading.statements.copy import ReadingCopy
from rashomon.reading.statements.further import ClauseRun, further_claims
from rashomon.reading.statements.given_figures import find_given_figures
from rashomon.reading.statements.making import party_of, reference
from rashomon.reading.statements.sorting import Told, told_of


@value
class _Span:
    """A clause as a run of the reading copy, with its sentence."""

    start: int
    end: int
    sentence: tuple[int, int]
    speech: Attribution | None = None
    bare: bool = False
    sides: bool = False


def read_prose(article: ArticleText, copy: ReadingCopy, year: str | None) -> Iterator[Statement]:
    """The statements of the prose in order. ``year``: what days without a year are read in."""
    if not copy.text.strip():
        return
    report = replace(article.report, text=copy.text, set_aside=(), published=article.report.published or year)
    yield from _Prose(article, copy, report).statements()


class _Prose:
    """Reads the prose of one article as one report."""

    def __init__(self, article: ArticleText, copy: ReadingCopy, report: Report) -> None:
        self.article = article
        self.copy = copy
        self.report = report
        self.material = gather_english(report, _worth_parsing).material
        self.registry = load_registry()
        self.claims = self._read()

    def _read(self) -> tuple[Claim, ...]:
        """The reader's claims, from the sentences it would itself have found worth parsing."""
        parts = [
            part
            if may_hold_claim(part.sentence)
            else replace(part, sentence=replace(part.sentence, doc=None), groups=())
            for part in self.material.sentences
        ]
        return ReportReader(self.material.with_sentences(parts)).read().claims

    def statements(self) -> Iterator[Statement]:
        """All statements of the prose."""
        for part in self.material.sentences:
            figures = find_given_figures(self.material, part, self.registry)
            around = (part.sentence.start, part.sentence.end)
            for one in figures:
                span = _Span(start=one.start, end=one.end, sentence=around)
                yield self._statement(Told(start=one.start, end=one.end, claim=one.claim), span)
            told_until = figures[-1].end if figures else around[0]
            for span in _spans(part, self.material):
                if span.start >= told_until:
                    yield from self._of_span(span, part)

    def _of_span(self, span: _Span, part: SentenceMaterial) -> Iterator[Statement]:
        claims = [
            self._with_party(claim, part)
            for claim in self.claims
            if span.start <= claim.passages[0].start < span.end
        ]
        if span.speech is not None:
            yield self._statement(Told(start=span.start, end=span.end, speech=span.speech), span)
            return
        further = further_claims(
            self.material,
            part,
            ClauseRun(start=span.start, end=span.end, bare=span.bare, sides=span.sides),
            claims,
            self.registry,
        )
        for told in told_of(self.copy.text, (span.start, span.end), [*claims, *further], self.registry):
            yield self._statement(told, span)

    def _with_party(self, claim: Claim, part: SentenceMaterial) -> Claim:
        """ "no French losses": whose losses they are stands in the figure's own words."""
        passage = claim.passages[0]
        if claim.about is not None or not isinstance(claim.value, Count) or claim.facet == "incidents":
            return claim
        hits = [hit for hit in part.hits if passage.start <= hit.start and hit.end <= passage.end]
        if len(hits) != 1:
            return claim
        ref = reference(hits[0], self.registry, self.report.published)
        return replace(claim, about=party_of(hits[0].words, [ref], (hits[0].start, hits[0].end)))

    def _statement(self, told: Told, span: _Span) -> Statement:
        text = self.article.report.text
        start, end = self.copy.whole(text, *self.copy.back(told.start, told.end))
        claim = self.copy.claim(told.claim, text) if told.claim else None
        facet = claim.facet if claim else "other"
        return Statement(
            id=content_id("t", self.report.id, start, end, facet, claim.id if claim else ""),
            where=self.copy.part_at(told.start).where,
            text=text[start:end],
            start=start,
            end=end,
            facet=facet,
            claim=claim,
            flags=claim.flags if claim else (),
            plain=" ".join(self.copy.text[told.start : told.end].split()),
            speech=self.copy.link(told.speech) if told.speech else None,
            sentence=self.copy.back(*span.sentence),
        )


_LETTERS = 0.4
"""Share of letters below which a sentence is a run of marks and costs its parse for nothing."""


def _worth_parsing(sentence: Sentence) -> bool:
    """True for every sentence of words: clauses are listed whether or not they tell of fighting."""
    return sum(map(str.isalpha, sentence.words)) >= _LETTERS * len(sentence.words)


# --- clauses of one sentence


def _spans(part: SentenceMaterial, material: Material) -> list[_Span]:
    """The clauses of a sentence as runs of the text; "X said" goes with what X said, unless it is dated."""
    sentence = part.sentence
    if sentence.doc is None or len(sentence.doc) == 0:
        return [_Span(start=sentence.start, end=sentence.end, sentence=(sentence.start, sentence.end))]
    # "attacked" may introduce a quotation, and mostly does not: only what puts something forward is speech.
    acts = [
        a for a in material.acts if a.assertive and a.cue and sentence.start <= a.cue.start < sentence.end
    ]
    clauses = cut_clauses(sentence.doc, _stretches(part, acts))
    spans: list[_Span] = []
    pending: int | None = None
    for number, clause in enumerate(clauses):
        span = _span(part, clause)
        if (
            any(one.sides for one in spans)
            and span.bare
            and _AND.match(part.sentence.words, span.start - part.sentence.start)
        ):
            # "between the army, backed by guards, and the rebels": the other side stands apart.
            span = replace(span, sides=True)
        act = _only_speech(span, acts)
        if act is not None and (act.said_on is not None or act.medium is not None):
            spans.append(replace(span, speech=_link(act, material, span)))
            continue
        if act is not None and number + 1 < len(clauses):
            pending = span.start if pending is None else pending
            continue
        if act is not None and spans and spans[-1].speech is None:
            spans[-1] = replace(spans[-1], end=span.end)
            continue
        spans.append(span if pending is None else replace(span, start=pending))
        pending = None
    return spans


def _stretches(part: SentenceMaterial, acts: Sequence[SpeechAct]) -> Stretches:
    by = part.sentence.start
    speech = [
        (span.start - by, span.end - by)
        for act in acts
        if act.source is not None
        for span in (act.source, act.cue, act.said_on, act.medium)
        if span is not None
    ]
    days = [
        (t.start - by, t.end - by)
        for t in part.times
        if t.moment.grain not in ("part_of_day", "vague", "hour")
    ]
    names = [(hit.start - by, hit.end - by) for hit in part.hits]
    places = [(place.start - by, place.end - by) for place in part.places]
    return Stretches(things=(*days, *names, *places), names=(*names, *places), speech=tuple(speech))


def _span(part: SentenceMaterial, clause: Clause) -> _Span:
    sentence = part.sentence
    doc = sentence.doc
    if doc is None:
        return _Span(start=sentence.start, end=sentence.end, sentence=(sentence.start, sentence.end))
    last = doc[clause.end - 1]
    start, end = doc[clause.first].idx, last.idx + len(last)
    words = sentence.words[start:end]
    start += len(words) - len(words.lstrip(" ,;:–—"))
    end -= len(words) - len(_closed(words))
    return _Span(
        start=sentence.start + min(start, end),
        end=sentence.start + max(start, end),
        sentence=(sentence.start, sentence.end),
        sides=doc[clause.head].lower_ in ("between", "against"),
        bare=not any(token.pos_ in {"VERB", "AUX"} for token in doc[clause.first : clause.end]),
    )


_AND = re.compile(r"(?:and|or)\b", re.I)
_THAT = len("that ")
_CLOSING = re.compile(r"(?:[\s,;:.–—]|\s(?:that|and|but|which|who)(?=\W*\Z))+\Z")


def _closed(words: str) -> str:
    """The words without marks at their end, and without what opens the clause after them."""
    tail = _CLOSING.search(words, max(0, len(words) - 20))
    return words[: tail.start()] if tail else words


def _only_speech(span: _Span, acts: Sequence[SpeechAct]) -> SpeechAct | None:
    """The act of speech whose cue stands in a clause that holds nothing of what was said."""
    for act in acts:
        if act.cue is None or act.source is None or not act.content:
            continue
        inside = span.start <= act.cue.start < span.end
        content = [(c.start + _THAT * c.words.lower().startswith("that "), c.end) for c in act.content]
        if inside and not any(start < span.end - 1 and span.start < end for start, end in content):
            return act
    return None


def _link(act: SpeechAct, material: Material, span: _Span) -> Attribution | None:
    """The first link of who said what an act introduces, dated by the one day its clause gives."""
    start = act.content[0].start
    chain = material.chain(start, start + 1)
    own = [link for link in chain if act.source is not None and link.source == act.source.words]
    link = own[0] if own else chain[0] if len(chain) > 1 else None
    days = [time.moment for time in material.times if span.start <= time.start and time.end <= span.end]
    if link is not None and link.said_on is None and len(days) == 1:
        return replace(link, said_on=days[0])
    return link
