"""Another speaker's figure at a sentence's end, told without a noun: "police put the toll at 15, *residents at 18*"."""

from __future__ import annotations

import re

from rashomon.model.base import value
from rashomon.reading.languages.en.cues import ENGLISH_CUES
from rashomon.reading.languages.en.numbers import NUMBER_WORDS

_JOINT = r"(?:[,;] (?:and |while |but |whereas |though )?| and | while | but )"
_WHO = r"(?P<who>(?:[\w'’-]+ ){0,5}?[\w'’-]+)"
_NUMBER = (
    r"(?:at least |about |around |some |more than |as many as |up to |nearly |only )?"
    r"(?P<number>\d{1,3}(?:,\d{3})*|[a-z]+(?:-[a-z]+)?)"
)
_TOLD = (
    r"(?: (?P<cue>said|say|says|reported|report|claimed|counted|gave|spoke of"
    r"|put (?:it|the (?:number|figure|toll|death toll|total)"
    r"(?: of (?:the )?(?:dead|deaths|killed|victims|fatalities))?) at)|(?P<at> at))?"
)
_END = r"(?: people| dead)?[.]?\s*\Z"
_BY_SPEAKER = re.compile(_JOINT + _WHO + _TOLD + " " + _NUMBER + _END)
_GAVE = re.compile(
    r"(?:[,;] (?:and |while |but |whereas |though )?| (?:and|while|but|whereas) "
    r"|\A(?:But |However, |Meanwhile, |Later, )?)"
    + _WHO
    + r" (?P<cue>gave|give|gives|cited) an? (?:[\w-]+ ){0,2}?(?:toll|number|figure|total|count) of "
    + _NUMBER
    + r"(?: dead| people| deaths)?\b"
)
_BY_ACCORDING = re.compile(_JOINT + "according to " + _WHO + ", " + _NUMBER + _END)
_NUMBER_FIRST = re.compile(_JOINT + _NUMBER + " according to " + _WHO + _END)
_ACCORDING = re.compile(r"\b[Aa]ccording to\b|\b(?:said|says?)\b")
_PUT_AT = re.compile(r"\b(?:put|puts|placed|set|pegged|estimated)\b[^.;]*? at (?:[\w-]+ ){0,3}?[\w-]+\Z")
_REPORTED = re.compile(r"\b(?:reported|reports?|counted|gave|recorded|announced)\b")
_SAID = re.compile(
    r"\b(?:said|says?|claimed|reported|according|gave|gives?|cited|put|counted|confirmed|announced|acknowledged|admitted)\b"
)
_OF_SOME = re.compile(r"\b[Ss]ome (?:[\w-]+ )?(?:sources|reports|accounts|residents|witnesses|officials)\b")
_NUMBERS = NUMBER_WORDS - {"a", "an"}
_OTHERS = frozenset({"others", "other sources", "other reports", "other accounts"})
SPEAKERS = frozenset({"opposition", "locals", "doctors"}).union(
    ENGLISH_CUES.people,
    ENGLISH_CUES.offices,
    ENGLISH_CUES.bodies,
    ENGLISH_CUES.media,
    {"militants", "rebels"},
)


_TELLING = (
    r"(?:said|says|told|reported|reports|claimed|claims|confirmed|announced|stated|counted|spoke|put|gave|maintained"
    r"|insisted|estimated|declared)"
)
_PRONOUNS = r"(?:he|she|it|they|which|who|that|also|later|and)"
_SPOKE = re.compile(
    rf"\baccording to (?!(?:him|her|it|them)\b)|(?:\A|[,;]|\b(?:and|while|but|whereas|though|however),?) ?"
    rf"(?!{_PRONOUNS}\b)(?:[\w'’-]+ ){{1,6}}?{_TELLING}\b",
    re.I,
)
"""Somebody's own words of saying: "according to police", ", the mayor said"; not "and added"."""
_NEXT_CLAUSE = re.compile(r"[;,]? (?:and|while|but|whereas|though|although)\b|;|\. (?=[A-Z])", re.I)


def are_told_by_two(words: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """True for two figures of a sentence, each with a speaker of its own: "… died, X said, while *Y said* …"."""
    between = words[first[1] : second[0]]
    joint = next(reversed(list(_NEXT_CLAUSE.finditer(between))), None)
    if joint is None:
        return False
    before = _SPOKE.search(words[: first[0]]) or _SPOKE.search(between[: joint.start()])
    end = _NEXT_CLAUSE.search(words, second[1])
    after = words[second[1] : end.start() if end is not None else len(words)]
    return before is not None and bool(_SPOKE.search(between[joint.start() :]) or _SPOKE.search(after))


@value
class OtherAccount:
    """Where in a sentence another speaker, his word of saying if any, and his number stand."""

    who: tuple[int, int]
    number: tuple[int, int]
    cue: tuple[int, int] | None

    @property
    def start(self) -> int:
        """Where his part begins, and the speaker's before him ends."""
        return min(self.who[0], self.number[0], self.cue[0] if self.cue else self.who[0])


def find_other_account(words: str) -> OtherAccount | None:
    """The other account with which a sentence ends; None where it ends otherwise."""
    gives = "gave a" in words or "gives a" in words or "cited a" in words
    if not (gives or "ccording to" in words or _ends_in_number(words)):
        return None
    if gives and (match := _GAVE.search(words)) is not None:
        if _is_number(match["number"]) and _speaks(match["who"]):
            return OtherAccount(who=match.span("who"), number=match.span("number"), cue=match.span("cue"))
    for pattern in (_BY_ACCORDING, _NUMBER_FIRST, _BY_SPEAKER):
        for match in _matches(pattern, words):
            if _is_number(match["number"]) and _speaks(match["who"]) and _fits(pattern, match, words):
                cue = match.span("cue") if pattern is _BY_SPEAKER and match["cue"] else None
                return OtherAccount(who=match.span("who"), number=match.span("number"), cue=cue)
    return None


def _ends_in_number(words: str) -> bool:
    """True for "... at 18.", "... said nine people."; the cheap question before all others."""
    last = words.rstrip(" .\n").rsplit(None, 2)
    last = last[:-1] if last[-1:] in (["people"], ["dead"]) else last
    return bool(last) and _is_number(last[-1])


def _matches(pattern: re.Pattern[str], words: str) -> list[re.Match[str]]:
    """The matches at every joint: the speaker may begin at any of them."""
    joints = re.finditer(_JOINT, words)
    return [match for joint in joints if (match := pattern.match(words, joint.start())) is not None]


def _is_number(words: str) -> bool:
    return words[0].isdigit() or all(word in _NUMBERS for word in words.split("-"))


def _speaks(who: str) -> bool:
    if who.lower() in _OTHERS:
        return True
    last = who.split()[-1]
    return last.lower() in SPEAKERS or (last[:1].isupper() and who.startswith("the "))


def _fits(pattern: re.Pattern[str], match: re.Match[str], words: str) -> bool:
    """True where the words before tell somebody's figure in the same way."""
    before = words[: match.start()]
    if pattern is not _BY_SPEAKER:
        return _ACCORDING.search(before) is not None
    if match["cue"]:
        return _SAID.search(before) is not None
    if match["at"]:
        return _PUT_AT.search(before) is not None
    if match["who"].lower() in _OTHERS:
        return _OF_SOME.search(before) is not None
    return _REPORTED.search(before) is not None
