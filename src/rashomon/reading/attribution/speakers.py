"""The chain of who said it: from the first speaker over those who relay it to the outlet.

A speaker is followed through the report: "he", "the spokesman", a surname after the full name. Where an
earlier act of the same speaker came through a relay, a later one without it is given that relay, marked
as inferred.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from rashomon.model.claims import Attribution, Moment
from rashomon.model.layers import Span
from rashomon.model.report import Report
from rashomon.reading.speech import SpeechAct, SpeechActs

_BESIDE_NAME = re.compile(
    r"\s+(?:here|(?:(?:late|early|on)\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+(?:morning|afternoon|evening|night))?)\Z"
)
"""What the words for a speaker may end in that tells where or when, not who: "the command *here*"."""

Identify = Callable[[str], str | None]
Dates = Callable[[Span], Moment | None]

_PRONOUNS: dict[str, tuple[str, ...]] = {
    "he": ("person", "anonymous"),
    "she": ("person", "anonymous"),
    "it": ("organisation", "media", "document"),
    "they": ("group", "organisation", "anonymous"),
}
_ARTICLE = re.compile(r"\A(?:the|an?)\s+", re.I)
_FIRST_PERSON = frozenset({"i", "we"})
_LOOK_BACK = 4
"""Sentences a pronoun may reach back for its speaker."""
_SMALL = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "of", "for", "and", "from", "in", "at", "by", "to"}
    | {"one", "its", "his", "her", "their"}
)
_FEMALE = frozenset({"she", "her", "ms", "mrs", "miss", "woman", "queen"} | {"spokeswoman", "congresswoman"})
_MALE = frozenset({"he", "his", "mr", "man", "king", "prince", "imam"} | {"spokesman", "congressman"})


def tie_speakers(acts: Sequence[SpeechAct]) -> tuple[SpeechAct, ...]:
    """The acts, each tied to the first act of the same speaker where there is one."""
    found: list[SpeechAct] = list(acts)
    order = sorted(range(len(found)), key=lambda place: _place(found[place]))
    earlier: list[int] = []
    for place in order:
        act = found[place]
        if act.source is None:
            continue
        same = _same_speaker(found, earlier, act)
        if same is not None:
            root = found[same].same_as
            found[place] = replace(act, same_as=same if root is None else root)
        earlier.append(place)
    return tuple(found)


def _place(act: SpeechAct) -> tuple[int, int]:
    anchor = act.cue or act.source or act.content[0]
    return act.sentence, anchor.start


def _same_speaker(acts: Sequence[SpeechAct], earlier: Sequence[int], act: SpeechAct) -> int | None:
    words = _words(act)
    if not words:
        return None
    if len(words) == 1 and words[0] in _FIRST_PERSON:
        return act.parent
    if len(words) == 1 and words[0] in _PRONOUNS:
        return _last_of_kind(acts, earlier, act, words[0])
    for place in reversed(earlier[-60:]):
        if _is_same(words, act, acts[place]):
            return place
    return None


def _words(act: SpeechAct) -> tuple[str, ...]:
    phrase = act.speaker or act.source
    return _plain_words(phrase.words) if phrase else ()


@lru_cache(maxsize=256)
def _plain_words(phrase: str) -> tuple[str, ...]:
    return tuple(word.strip(".,;:'\"“”’()").lower() for word in phrase.split())


def _last_of_kind(
    acts: Sequence[SpeechAct], earlier: Sequence[int], act: SpeechAct, pronoun: str
) -> int | None:
    for place in reversed(earlier):
        other = acts[place]
        if act.sentence - other.sentence > _LOOK_BACK:
            return None
        if other.in_quotation and not act.in_quotation:
            continue
        if other.same_as is not None:
            other = acts[other.same_as]
        if other.source_kind in _PRONOUNS[pronoun] and _gender_fits(pronoun, other):
            return place
    return None


def _gender_fits(pronoun: str, other: SpeechAct) -> bool:
    words = set(_words(other))
    if pronoun == "he":
        return not words & _FEMALE
    return not (pronoun == "she" and words & _MALE)


def _is_same(words: tuple[str, ...], act: SpeechAct, other: SpeechAct) -> bool:
    others = _words(other)
    if not others or others[0] in _PRONOUNS:
        return False
    if act.person and other.person:
        return _same_name(act.person, other.person)
    own = {word for word in words if word and word not in _SMALL}
    theirs = {word for word in others if word and word not in _SMALL}
    if not own:
        return False
    if act.source_kind == "person" and act.person and other.office is None and not other.person:
        return False
    if act.source_kind == "document" and words[0] in {"the", "its", "that"}:
        medium = other.medium.words.lower().split() if other.medium is not None else []
        return words[-1] in medium or (other.source_kind == "document" and own <= theirs)
    if words[0] == "the" or act.person or _is_name(act):
        return own <= theirs
    return words == others


def _is_name(act: SpeechAct) -> bool:
    phrase = act.speaker or act.source
    return phrase is not None and phrase.words[:1].isupper() and phrase.words.split()[-1][:1].isupper()


def _same_name(one: str, two: str) -> bool:
    """The same person by full name or by surname."""
    short, long = sorted((one.lower().split(), two.lower().split()), key=len)
    return short == long or (short[-1] == long[-1] and (len(short) == 1 or short[0] == long[0]))


def attribution_chain(
    start: int,
    end: int,
    acts: Sequence[SpeechAct],
    report: Report,
    *,
    identify: Identify | None = None,
    dates: Dates | None = None,
) -> tuple[Attribution, ...]:
    """Who says what stands at a passage: the first speaker, its relays, the outlet last."""
    acts = acts if isinstance(acts, SpeechActs) else SpeechActs(acts)
    holding = _within_aside(_holding(start, end, acts), acts, report.text)
    links: list[Attribution] = []
    for place in holding:
        link = _link(acts, place, start, identify, dates)
        # The marks are those of the innermost speaker: who relays him did not utter them.
        links.append(link if place == holding[0] else replace(link, quoted=False))
        links.extend(_told_relay(acts[place], identify))
    links.extend(_inferred_relays(acts, holding, identify))
    return (*_once(links), outlet_link(report))


def _within_aside(holding: Sequence[int], acts: SpeechActs, text: str) -> list[int]:
    """The acts that hold a passage, innermost first, as far as the clause that breaks in with a voice of its own.

    "The army denied the raid, *which the rebels said* had left ten dead": the ten are the rebels' alone.
    """
    for number, place in enumerate(holding):
        source = acts[place].source
        if source is not None and _BREAKING_IN.search(text, max(0, source.start - 20), source.start):
            return list(holding[: number + 1])
    return list(holding)


_BREAKING_IN = re.compile(r",\s+(?:which|whom|where|when|what)\s+(?:the\s+|an?\s+)?\Z")


def outlet_link(report: Report) -> Attribution:
    """The last link of every chain: the outlet in its own voice."""
    return Attribution(source=report.outlet or report.source_ref, source_kind="outlet")


def _holding(start: int, end: int, acts: SpeechActs) -> list[int]:
    """The acts whose content holds a passage, innermost first."""
    found = [
        place
        for place in acts.around(start)
        if _tells(acts[place]) and any(_holds(span, start, end) for span in acts[place].content)
    ]
    return sorted(found, key=lambda place: (_size(acts[place]), not acts[place].cited, -_depth(acts, place)))


def _tells(act: SpeechAct) -> bool:
    """True where the content is put forward as so, be it as what somebody believes: "police believe that …"."""
    believed = act.clausal and act.cue is not None and act.cue.words.lower().startswith(("belie", "suspect"))
    return act.assertive or believed


def _holds(span: Span, start: int, end: int) -> bool:
    """True where a passage begins inside a span and at least half of it lies there."""
    return span.start <= start < span.end and 2 * (span.end - start) >= end - start


def _size(act: SpeechAct) -> int:
    return sum(span.end - span.start for span in act.content)


def _depth(acts: Sequence[SpeechAct], place: int) -> int:
    depth = 0
    parent = acts[place].parent
    while parent is not None and depth < 8:
        depth += 1
        parent = acts[parent].parent
    return depth


def _link(
    acts: Sequence[SpeechAct], place: int, start: int, identify: Identify | None, dates: Dates | None
) -> Attribution:
    act = acts[place]
    first = acts[act.same_as] if act.same_as is not None else act
    opens = _words(act)[:1]
    pronoun = first is not act and bool(opens) and (opens[0] in _PRONOUNS or opens[0] in _FIRST_PERSON)
    named = first if pronoun else act
    phrase = named.speaker or named.source
    source = _BESIDE_NAME.sub("", phrase.words) if phrase is not None else ""
    behalf = _fuller(act.on_behalf_of, first.on_behalf_of)
    if act.source_kind == "document" and first is not act and behalf is None:
        issuer = first.speaker or first.source
        behalf = _ARTICLE.sub("", issuer.words) if issuer is not None else None
    return Attribution(
        source=source,
        source_kind=first.source_kind if act.person is None and first.person else named.source_kind,
        actor_id=_identity(identify, source, behalf, first),
        person=act.person or first.person,
        office=act.office or first.office,
        on_behalf_of=behalf,
        cue=act.cue.words if act.cue is not None else None,
        stance=act.stance,
        quoted=act.manner == "direct" or (act.manner == "mixed" and _in_marks(act, start)),
        said_on=dates(act.said_on) if dates is not None and act.said_on is not None else None,
        inferred=pronoun or _stands_for_another(named),
        spans=_spans(act, named),
    )


def _stands_for_another(act: SpeechAct) -> bool:
    """True for "he said" of somebody whom an earlier sentence brought in."""
    return act.speaker != act.source and act.source is not None and act.source.words.lower() in _PRONOUNS


def _fuller(own: str | None, earlier: str | None) -> str | None:
    """The earlier words where they only say more: "French military" over "French"."""
    if own is None or earlier is None:
        return own or earlier
    return earlier if set(own.lower().split()) <= set(earlier.lower().split()) else own


def _in_marks(act: SpeechAct, start: int) -> bool:
    """True where a passage of a partly quoted content stands inside the marks."""
    for span in act.content:
        if span.start <= start < span.end:
            before = span.words[: start - span.start]
            opened = sum(before.count(mark) for mark in "“«„") - sum(before.count(mark) for mark in "”»")
            return opened > 0 or before.count('"') % 2 == 1
    return False


def _spans(act: SpeechAct, named: SpeechAct) -> tuple[tuple[int, int], ...]:
    spans = {(s.start, s.end) for s in (act.source, act.cue, named.speaker or named.source) if s is not None}
    return tuple(sorted(spans))


def _identity(identify: Identify | None, source: str, behalf: str | None, first: SpeechAct) -> str | None:
    if identify is None:
        return None
    phrase = first.speaker or first.source
    named = phrase.words if phrase is not None else None
    for words in (behalf, source, first.on_behalf_of, named, first.person):
        if words and (found := identify(words)) is not None:
            return found
    return None


def _told_relay(act: SpeechAct, identify: Identify | None) -> list[Attribution]:
    if act.relay is None:
        return []
    return [_relay(act.relay, act, identify, inferred=False)]


def _relay(span: Span, act: SpeechAct, identify: Identify | None, *, inferred: bool) -> Attribution:
    return Attribution(
        source=span.words,
        source_kind="media",
        actor_id=identify(span.words) if identify is not None else None,
        cue=act.cue.words if act.cue is not None and act.source == span else None,
        inferred=inferred,
        spans=((span.start, span.end),),
    )


def _inferred_relays(
    acts: SpeechActs, holding: Sequence[int], identify: Identify | None
) -> list[Attribution]:
    """The relays an earlier act of the same speaker came through, where this one shows none."""
    if not holding or any(acts[place].source_kind == "media" or acts[place].relay for place in holding):
        return []
    outermost = acts[holding[-1]]
    if outermost.same_as is None:
        return []
    for act in (acts[place] for place in acts.relayed(outermost.same_as)):
        if _place(act) >= _place(outermost):
            continue
        if act.relay is not None:
            return [_relay(act.relay, act, identify, inferred=True)]
        medium = acts.medium_above(act)
        if medium is not None and medium.source is not None:
            return [_relay(medium.source, medium, identify, inferred=True)]
    return []


def _once(links: Sequence[Attribution]) -> list[Attribution]:
    """The links without immediate repetitions of one source."""
    found: list[Attribution] = []
    for link in links:
        if found and found[-1].source == link.source and found[-1].stance == link.stance and link.source:
            continue
        found.append(link)
    return found
