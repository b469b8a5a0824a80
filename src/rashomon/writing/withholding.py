"""Private persons' names: which they are in a case, and how they are left out of what is shared.

Victims, witnesses and accused stay in the case. Who speaks for a body or holds an office anywhere in the
case is public. A passage is never altered: it is cut around the name, so that each remaining piece still
stands word for word in its report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from rashomon.codebook.actor_countries import demonym_for
from rashomon.codebook.actors import countries_of_people, load_registry
from rashomon.codebook.facets import FACETS
from rashomon.codebook.kinds import EVENT_KINDS
from rashomon.model.claims import Attribution, Claim, Count, Person, words_of
from rashomon.model.report import Passage
from rashomon.writing.view import CaseView

WITHHELD = "[name withheld]"
_PEOPLE = "people:"
"""Before a people's name in a category; a reader may take "Brook" of "Brook's daughter" for one."""
_SPLIT = re.compile(r"[\s\-‐‑.,;()]+")
_NAME_ENDS = re.compile(r"[\s.,;()]+")
_SMALL_WORD = re.compile(r"(?<!\w)[^\W\d_A-Z][\w'’-]*")
_WORD_START = re.compile(r"(?<!\w)\w")
_MIN_NAME = 3
"""Shorter names are initials, which would hit ordinary words."""
_SHORT_FORM = re.compile(r"[A-Z]{2,6}s?\Z")
"""A word of capitals alone is a short form ("IED", "IDPs"): no name of a person stands so, alone."""
_CAPITAL = re.compile(r"[^\W\d_a-z][\w'’.\-]*\Z")
_OWNER = re.compile(r"(.+?)['’]s?\s+[a-z0-9]")
"""Whose body, mother or house: "Mary Holt's body"."""
_CALLED = re.compile(
    r"\b(?:users?|named|called|residents?|neighbou?rs?|witness|survivor|relative|father|mother|brother|sister|son|"
    r"daughter|wife|husband|uncle|aunt|cousin|friend)\s+"
    r"([A-Z][\w'’.-]*(?:\s+(?:(?:al|el|abu|bin|de|von|van)\b[-\s]?)?[A-Z][\w'’.-]*){0,4})"
)
"""A private person who speaks: "a neighbour named Ada Brook", "user Ada Brook"."""
_KIN_OR_AGED = re.compile(
    r"\b(?:\d{1,3}[-\s]years?[-\s]old(?:\s+[a-z][\w-]*){0,4}|father|mother|brother|sister|son|daughter|wife|widow|"
    r"husband|uncle|aunt|nephew|niece|cousin|grandmother|grandfather|grandson|granddaughter|baby)\s+(?:Dr\.?\s+)?"
    r"([^\W\d_a-z][\w'’.-]*(?:\s+(?:(?:al|el|abu|ag|ould|bin|de|von|van)\b[-\s]?)?[^\W\d_a-z][\w'’.-]*){1,5})"
    r"(?!\w)(?!\s+(?:man|men|woman|women|boy|girl|resident|native|student|officer|soldier|fighter|member|worker|driver)\b)"
)
"""Somebody harmed, told of by age or kin and then by name: "her 40-year-old brother Tom Harrow"."""
_TITLES = frozenset("mr mrs ms miss dr prof professor sir imam sheikh pastor rev father sister".split())
_PARTICLES = frozenset("al el abu bin ibn bint ben ould ag de del da dos von van der la le".split())
_NO_NAMES = frozenset("he she they it one another each everybody everyone someone nobody none both".split())
"""Words that stand for a person, and that a text may hold with a capital only."""


class Withholding:
    """The private names of a case. With ``names`` true none is left out."""

    def __init__(self, view: CaseView, *, names: bool = False) -> None:
        self.spares = names
        """True where names were asked for."""
        spared = _place_names(view)
        found = set() if names else _private_names(view) - spared
        self.names: tuple[str, ...] = tuple(sorted(found, key=lambda name: (-len(name), name)))
        self._spared = frozenset(spared)
        self._spared_lengths = _lengths_by_start(spared)
        # One pattern of all names would be tried whole at every word: a case may hold thousands.
        # Reasons name speakers in small letters; a single small word may be an ordinary one.
        self._known = frozenset([*self.names, *(name.casefold() for name in found if " " in name)])
        self._parts = frozenset(part.casefold() for name in found for part in _SPLIT.split(name) if part)
        self._lengths = _lengths_by_start(self._known)

    def _spans(self, words: str) -> Iterator[tuple[int, int]]:
        position = 0
        for match in _WORD_START.finditer(words) if self.names else ():
            start = match.start()
            if start < position:
                continue
            name = _longest(words, start, self._known, self._lengths)
            place = _longest(words, start, self._spared, self._spared_lengths)
            position = start + max(name, place)
            if name > place:  # "Port Holt" is no Mary Holt
                yield start, position

    def text(self, words: str) -> str:
        """The words without private names; a kind of people that a name was taken for becomes plain people."""
        if words.startswith(_PEOPLE) and words.removeprefix(_PEOPLE) in self._parts:
            return _PEOPLE.rstrip(":")
        pieces, position = [], 0
        for start, end in self._spans(words):
            pieces += [words[position:start], WITHHELD]
            position = end
        return "".join([*pieces, words[position:]]) if pieces else words

    def hides(self, words: str) -> bool:
        """True where the words hold a private name."""
        return next(self._spans(words), None) is not None

    def passages(self, passage: Passage) -> tuple[Passage, ...]:
        """The passage, or what remains of it around the names; an empty one where nothing does."""
        pieces, position = [], 0
        for start, end in self._spans(passage.words):
            pieces.append(_piece(passage, position, start))
            position = end
        if not position:
            return (passage,)
        pieces.append(_piece(passage, position, len(passage.words)))
        kept = tuple(piece for piece in pieces if piece.words.strip(" .,;:()\"'“”‘’"))
        return kept or (_piece(passage, 0, 0),)

    def speaker(self, link: Attribution) -> bool:
        """True where a link of a chain names a private person."""
        return bool(link.person and self.hides(link.person)) or (
            link.source_kind == "person" and self.hides(link.source)
        )


def _longest(words: str, start: int, names: Set[str], lengths: Mapping[str, Sequence[int]]) -> int:
    """How long the longest of some names is that begins at a character; 0 where none does."""
    for length in lengths.get(words[start : start + 2], ()):
        end = start + length
        if words[start:end] in names and not words[end : end + 1].isalnum():
            return length
    return 0


def _lengths_by_start(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """By the first two letters of names, how long such names are, the longest first."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[:2], set()).add(len(name))
    return {start: tuple(sorted(own, reverse=True)) for start, own in lengths.items()}


def _piece(passage: Passage, start: int, end: int) -> Passage:
    words = passage.words[start:end]
    return Passage(
        report_id=passage.report_id, start=passage.start + start, end=passage.start + end, words=words
    )


def _place_names(view: CaseView) -> set[str]:
    """Where the events were, and words for events: a town that shares a victim's surname is still named."""
    places = [place for event in view.record.events for place in (event.place, *event.places)]
    words = {word for kind in EVENT_KINDS.values() for word in kind.label.split()}
    return words | {name for p in places for name in (p.name, p.adm1, p.adm2, p.country) if name}


def _private_names(view: CaseView) -> set[str]:
    private: set[str] = set()
    public: set[str] = set()
    for claim in view.claims.values():
        if isinstance(claim.value, Person):
            named = private if claim.value.private and not claim.value.office else public
            named.add(_bare(claim.value.words))
        for link in claim.attribution:
            if link.person:
                answers = link.office or link.actor_id or link.on_behalf_of
                (public if answers else private).add(_bare(link.person))
            elif not link.office:
                private |= {_bare(match[1]) for match in _CALLED.finditer(link.source)}
        private |= _victim_names(claim, view) | _names_beside(claim)
    # A reader that splits words at hyphens writes "Al - Tanani" for what stands as "Al-Tanani".
    private |= {name.replace(" - ", "-") for name in private}
    known = {_last(name) for name in public}
    private = {name for name in private if len(name) >= _MIN_NAME and _last(name) not in known}
    return private | _surnames(private, view)


def _surnames(names: set[str], view: CaseView) -> set[str]:
    """The last words of whole names, by which reports go on: "Holt" of "Mary Holt".

    One that any report also writes small is a word like others, one of a people or country no name.
    """
    last = {
        [part for part in _NAME_ENDS.split(name) if part][-1] for name in names if " " in name.strip(" .,;")
    }
    last = {word for word in last if len(word) > _MIN_NAME and _CAPITAL.match(word) and not word.isupper()}
    if not last:
        return set()
    small = {word for report in view.reports.values() for word in _SMALL_WORD.findall(report.text)}
    ordinary = small | _NO_NAMES | _TITLES | _PARTICLES
    return {
        word
        for word in last
        if word.casefold() not in ordinary and not demonym_for(word) and not countries_of_people(word)
    }


def _victim_names(claim: Claim, view: CaseView) -> set[str]:
    """The name of somebody who was hit, where a name and no number is what the text counts by: "Mary Holt died".

    A capital alone makes no name, since a sentence starts with one: a single word that the report also
    writes small is none.
    """
    about, count = claim.about, claim.value
    if about is None or about.actors or not isinstance(count, Count):
        return set()
    if not (count.low == count.high == 1) or _bare(count.as_written) != _bare(about.words):
        return set()
    words = [word for word in _bare(about.words).split() if word.casefold().strip(".") not in _TITLES]
    owner = _OWNER.match(" ".join(words))
    words = owner.group(1).split() if owner else words
    report = view.reports.get(claim.report_id)
    if not words or not _CAPITAL.match(words[0]) or not all(_is_name_part(word) for word in words):
        return set()
    if demonym_for(" ".join(words)) or countries_of_people(" ".join(words)):
        return set()
    if len(words) == 1 and (
        words[0].casefold() in _NO_NAMES
        or _SHORT_FORM.match(words[0])
        or report is None
        or _writes_small(words[0], report.text)
    ):
        return set()
    return {_bare(" ".join(words)), _bare(about.words)} if not owner else {_bare(" ".join(words))}


def _names_beside(claim: Claim) -> set[str]:
    """Names that stand after an age or a kinship in the words of a claim of harm, whoever else it counts."""
    facet = FACETS.get(claim.facet)
    if facet is None or not facet.outcome:
        return set()
    told = (words_of(claim), *(passage.words for passage in claim.passages[1:]))
    names = (_bare(match[1]) for words in told for match in _KIN_OR_AGED.finditer(words))
    return {name for name in names if not (demonym_for(name.split()[0]) or load_registry().find(name))}


def _is_name_part(word: str) -> bool:
    """True for a word with a capital, and for what names carry small: "al-Haddad", "bin", "de"."""
    return bool(_CAPITAL.match(word)) or re.split("[-‐]", word)[0] in _PARTICLES


def _writes_small(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", text) is not None


def _bare(name: str) -> str:
    return name.strip(" \t\n\"'“”‘’().,;:")


def _last(name: str) -> str:
    parts = [part for part in _SPLIT.split(name) if part]
    return parts[-1].casefold() if parts else ""
