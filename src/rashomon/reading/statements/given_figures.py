"""Sentences that set several speakers' figures side by side.

"The number of soldiers killed was given as four by the army, and as more than a dozen by the rebels (reported
on 6 May)."
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.codebook.actors import ActorRegistry
from rashomon.model.base import value
from rashomon.model.claims import ActorRef, Attribution, Claim, Moment
from rashomon.reading.languages.en.counts import find_counts
from rashomon.reading.material import Material, SentenceMaterial
from rashomon.reading.statements.losses import facet_of
from rashomon.reading.statements.making import make_claim, party_of, reference

_HEAD = re.compile(
    r"[^.;:]{0,20}?\b(?:number|numbers|toll|count|figures?|losses|accounts|death toll)\b[^;:]{1,160}?"
    r"\b(?:(?:given|put|reported|estimated|stated|placed|counted)\b(?= (?:variously )?(?:as|at)\b)"
    r"|rang(?:e[sd]?|ing)\b(?= from\b))",
    re.I,
)
_FIGURE = re.compile(
    r"[\s,;]*(?:and |but |or |variously )*(?:as|at)\s+(?P<figure>[^();,]{1,60}?)\s+by\s+(?P<who>[^();,]{2,90}?)"
    r"(?P<more>(?:\s+on\s+\d{1,2}\s+[A-Z][a-z]+(?:\s+\d{4})?)?(?:\s*\([^()]{1,200}\))?)(?=\s*[,;.]|\s+and\s+(?:as|at)\b|\s*\Z)"
)
_RANGED = re.compile(
    r"\s*(?:from|to)\s+(?P<figure>[^();,]{1,60}?)\s*"
    r"\((?:(?:per|according to|by)\s+)?(?P<who>[^();,]{2,90})(?P<more>[^()]{0,150})\)"
)
"""The ends of a range, each with its speaker in brackets."""
_LINK = len("as ")
"""Length of the word before a figure: as, at, to."""
_SEVERAL = re.compile(r"\b(?:across|over)\s+(?:both|two|three|four|several|\d+)\s+\w+s\b", re.I)


@value
class GivenFigure:
    """One speaker's figure: its run of the text, and its claim."""

    start: int
    end: int
    claim: Claim


def find_given_figures(
    material: Material, part: SentenceMaterial, registry: ActorRegistry
) -> tuple[GivenFigure, ...]:
    """The figures that a sentence gives beside each other with their speakers; none where it is no such sentence."""
    sentence = part.sentence
    head = _HEAD.match(sentence.words)
    facet = facet_of(head.group()) if head is not None else None
    if head is None or facet is None:
        return ()
    by, on = sentence.start, material.report.published
    subject = [reference(hit, registry, on) for hit in part.hits if hit.start < by + head.end()]
    found: list[GivenFigure] = []
    position = head.end()
    while (match := _next(sentence.words, position)) is not None:
        named = [
            reference(hit, registry, on)
            for hit in part.hits
            if by + match.start("figure") <= hit.start < by + match.end("figure")
        ]
        claim = _claim(material, facet, match, by, [*subject, *named])
        if claim is not None:
            start = by + match.start("figure") - _LINK if found else by
            found.append(GivenFigure(start=start, end=by + match.end(), claim=claim))
        position = match.end()
    return tuple(found)


def _next(words: str, position: int) -> re.Match[str] | None:
    return _FIGURE.match(words, position) or _RANGED.match(words, position)


def _claim(
    material: Material, facet: str, match: re.Match[str], by: int, told_of: Sequence[ActorRef]
) -> Claim | None:
    counts = [f.count for f in find_counts(match.group("figure")) if f.kind == "number"]
    if not counts:
        return None
    span = (by + match.start("figure"), by + match.end("figure"))
    made = make_claim(
        material.report,
        facet,
        counts[0],
        span,
        about=party_of(", ".join(ref.words for ref in told_of), told_of) if told_of else None,
        chain=(_speaker(material, match, by), *material.chain(*span)[-1:]),
    )
    several = _SEVERAL.search(match.group("more")) is not None
    return replace(made, scope="several" if several else "event")


def _speaker(material: Material, match: re.Match[str], by: int) -> Attribution:
    words = match.group("who").strip()
    start = by + match.start("who")
    actor_id = material.identify(words)
    return Attribution(
        source=words,
        source_kind="organisation" if actor_id else "unspecified",
        actor_id=actor_id,
        cue="by",
        said_on=_said_on(material, by + match.start("more"), by + match.end("more")),
        spans=((start, start + len(words)),),
    )


def _said_on(material: Material, start: int, end: int) -> Moment | None:
    """The day after the speaker: "on 2 April", "(reported on 3 April)"; not the day of what is told."""
    text = material.report.text
    for time in material.times:
        if start <= time.start and time.end <= end:
            before = text[start : time.start]
            if "(" not in before or re.search(r"\b(?:reported|said|stated|published|quoted)\b", before):
                return time.moment
    return None
