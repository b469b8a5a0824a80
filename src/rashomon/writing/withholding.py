"""Private persons' names: which they are in a case, and how they are left out of what is shared.

Victims, witnesses and accused stay in the case. Who speaks for a body or holds an office anywhere in the
case is public. A passage is never altered: it is cut around the name, so that each remaining piece still
stands word for word in its report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.model.claims import Attribution, Claim, Person
from rashomon.model.report import Passage
from rashomon.writing.view import CaseView

WITHHELD = "[name withheld]"
_SPLIT = re.compile(r"[\s\-‐‑.,;()]+")
_MIN_NAME = 3


class Withholding:
    """The private names of a case. With ``names`` true none is left out."""

    def __init__(self, view: CaseView, *, names: bool = False) -> None:
        found = () if names else _private_names(view.claims.values())
        self.names: tuple[str, ...] = tuple(sorted(found, key=lambda name: (-len(name), name)))
        self._pattern = _any_of(self.names)

    def text(self, words: str) -> str:
        """The words without private names."""
        return self._pattern.sub(WITHHELD, words) if self._pattern else words

    def hides(self, words: str) -> bool:
        """True where the words hold a private name."""
        return bool(self._pattern and self._pattern.search(words))

    def passages(self, passage: Passage) -> tuple[Passage, ...]:
        """The passage, or what remains of it around the names; an empty one where nothing does."""
        if self._pattern is None:
            return (passage,)
        pieces, position = [], 0
        for match in self._pattern.finditer(passage.words):
            pieces.append(_piece(passage, position, match.start()))
            position = match.end()
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
            named.add(claim.value.words.strip())
        for link in claim.attribution:
            if link.person:
                answers = link.office or link.actor_id or link.on_behalf_of
                (public if answers else private).add(link.person.strip())
    known = {_last(name) for name in public}
    return {name for name in private if len(name) >= _MIN_NAME and _last(name) not in known}


def _last(name: str) -> str:
    parts = [part for part in _SPLIT.split(name) if part]
    return parts[-1].casefold() if parts else ""


def _any_of(names: tuple[str, ...]) -> re.Pattern[str] | None:
    if not names:
        return None
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(name) for name in names) + r")(?!\w)")
