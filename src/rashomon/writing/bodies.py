"""Which body speaks under which label: "the alliance" may be two movements that the report names.

A label is resolved only where its report, or the case, leaves one answer; else it stays as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from rashomon.model.claims import Attribution, Claim, words_of
from rashomon.model.report import Report

_COLLECTIVE = re.compile(
    r"(?:the|these|both)\s(?:(?:two|three|same|armed|allied)\s)*"
    r"(?:alliance|coalition|movements?|groups?|organi[sz]ations?|militias?|parties|allies|partners)\Z",
    re.IGNORECASE,
)
_ALLY = re.compile(r"\band (?:its|their) (?:ally|allies|partners?)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:its|their|our)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_MIN_NAME = 3


class Bodies:
    """The bodies of a case by the labels that its reports give them."""

    def __init__(
        self, claims: Iterable[Claim], reports: Mapping[str, Report], names: Mapping[str, str]
    ) -> None:
        """``names``: what reports and registry call an actor → its id; only names with a capital letter."""
        self._claims = tuple(claims)
        self._reports = reports
        self._names = {
            words: actor_id
            for words, actor_id in names.items()
            if len(words) >= _MIN_NAME and words[0].isupper() and not words.islower()
        }
        self._named: dict[str, tuple[str, ...]] = {}

    def named_in(self, words: str) -> tuple[str, ...]:
        """Ids of the actors that some words name, in the order of the words; the longest name wins."""
        if words not in self._named:
            self._named[words] = self._find(words)
        return self._named[words]

    def _find(self, words: str) -> tuple[str, ...]:
        found: dict[str, int] = {}
        rest = words
        for name in sorted((n for n in self._names if n in words), key=lambda n: (-len(n), n)):
            match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", rest)
            if match:
                found.setdefault(self._names[name], match.start())
                rest = rest[: match.start()] + "\0" * len(name) + rest[match.end() :]
        return tuple(sorted(found, key=lambda actor_id: (found[actor_id], actor_id)))

    def of(self, link: Attribution, report_id: str) -> tuple[str, ...]:
        """Ids of the actors that speak in a link of a chain; none where nobody known does."""
        if link.person or link.office:
            return (link.actor_id,) if link.actor_id else ()
        named = self.named_in(link.source)
        if _ALLY.search(link.source) and len(named) <= 1:
            known = named or ((link.actor_id,) if link.actor_id else ())
            wider = {ids for ids in self._joint if set(known) < set(ids)}
            return wider.pop() if known and len(wider) == 1 else known
        if named or link.actor_id:
            return named or (link.actor_id or "",)
        if _COLLECTIVE.match(" ".join(link.source.split())):
            return self._meant.get((report_id, link.source.casefold()), ())
        return ()

    def in_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Actors that speak together, in the order in which their own label names them."""
        wanted = tuple(sorted(ids))
        return next((order for order in self._orders if tuple(sorted(order)) == wanted), wanted)

    @cached_property
    def _orders(self) -> tuple[tuple[str, ...], ...]:
        labels = sorted({link.source for claim in self._claims for link in claim.attribution})
        outlets = sorted(report.outlet for report in self._reports.values() if report.outlet)
        return tuple(named for label in (*outlets, *labels) if len(named := self.named_in(label)) > 1)

    @cached_property
    def _joint(self) -> frozenset[tuple[str, ...]]:
        """Groups of actors that speak together somewhere in the case."""
        labels = {link.source for claim in self._claims for link in claim.attribution}
        named = (self.named_in(label) for label in labels)
        return frozenset(tuple(sorted(ids)) for ids in named if len(ids) > 1)

    @cached_property
    def _meant(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """Report and collective label → the actors it stands for, where there is one answer."""
        answers: dict[tuple[str, str], set[tuple[str, ...]]] = {}
        beside: dict[str, set[tuple[str, ...]]] = {}
        for claim in self._claims:
            for link in claim.attribution:
                named = self.named_in(link.source)
                if len(named) > 1 and not link.person:
                    beside.setdefault(claim.report_id, set()).add(tuple(sorted(named)))
                if named or link.actor_id or not _COLLECTIVE.match(" ".join(link.source.split())):
                    continue
                own = answers.setdefault((claim.report_id, link.source.casefold()), set())
                own |= self._owners(claim)
        return {
            label: next(iter(own or beside[label[0]]))
            for label, own in answers.items()
            if len(own or beside.get(label[0], ())) == 1
        }

    def _owners(self, claim: Claim) -> set[tuple[str, ...]]:
        """Whose losses a speaker calls its own: "three of *its* fighters"."""
        ids = tuple(sorted({a.actor_id for a in claim.about.actors if a.actor_id})) if claim.about else ()
        own = bool(_OWN.search(words_of(claim)))
        return {ids} if ids and own else set()

    def speaks_in_own_statement(self, link: Attribution, report: Report) -> bool:
        """True where a statement names, inside its text, the very body that publishes it."""
        if report.kind != "statement" or link.person or link.office or not report.outlet:
            return False
        published = self.named_in(report.outlet)
        if published and set(published) == set(self.of(link, report.id)):
            return True
        label, outlet = (_WORD.findall(words.casefold()) for words in (link.source, report.outlet))
        return len(label) > 1 and label[-2:] == outlet[-2:]
