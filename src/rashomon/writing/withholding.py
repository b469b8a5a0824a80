"""Private persons' names: which they are in a case, and how they are left out of what is shared.

Victims, witnesses and accused stay in the case. Who speaks for a body or holds an office anywhere in the
case is public. A passage is never altered: it is cut around the name, so that each remaining piece still
stands word for word in its report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rashomon.model.claims import Attribution, Claim, Person
from rashomon.model.report import Passage
from rashomon.writing.view import CaseView

WITHHELD = "[name withheld]"
_SPLIT = re.compile(r"[\s\-‐‑.,;()]+")
_WORD_START = re.compile(r"(?<!\w)\w")
_MIN_NAME = 3
"""Shorter names are initials, which would hit ordinary words."""


class Withholding:
    """The private names of a case. With ``names`` true none is left out."""

    def __init__(self, view: CaseView, *, names: bool = False) -> None:
        found = () if names else _private_names(view.claims.values())
        self.names: tuple[str, ...] = tuple(sorted(found, key=lambda name: (-len(name), name)))
        # One pattern of all names would be tried whole at every word: a case may hold thousands.
        self._known = frozenset(self.names)
        self._lengths = tuple(sorted({len(name) for name in self.names}, reverse=True))

    def _spans(self, words: str) -> Iterator[tuple[int, int]]:
        position = 0
        for match in _WORD_START.finditer(words) if self.names else ():
            start = match.start()
            for end in (start + length for length in self._lengths) if start >= position else ():
                if words[start:end] in self._known and not words[end : end + 1].isalnum():
                    position = end
                    yield start, end
                    break

    def text(self, words: str) -> str:
        """The words without private names."""
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


def _piece(passage: Passage, start: int, end: int) -> Passage:
    words = passage.words[start:end]
    return Passage(
        report_id=passage.report_id, start=passage.start + start, end=passage.start + end, words=words
    )


def _private_names(claims: Iterable[Claim]) -> set[str]:
    private: set[str] = set()
    public: set[str] = set()
    for claim in claims:
        if isinstance(claim.value, Person):
            named = private if claim.value.private and not claim.value.office else public
            named.add(_bare(claim.value.words))
        for link in claim.attribution:
            if link.person:
                answers = link.office or link.actor_id or link.on_behalf_of
                (public if answers else private).add(_bare(link.person))
    known = {_last(name) for name in public}
    return {name for name in private if len(name) >= _MIN_NAME and _last(name) not in known}


def _bare(name: str) -> str:
    return name.strip(" \t\n\"'“”‘’().,;:")


def _last(name: str) -> str:
    parts = [part for part in _SPLIT.split(name) if part]
    return parts[-1].casefold() if parts else ""
