"""What every store of a case can do; SQLite is the one there is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Literal, Protocol

from rashomon.model.base import value
from rashomon.model.judgements import Judgement
from rashomon.model.layers import Reading
from rashomon.model.report import Loaded, Report, Skipped

Outcome = Literal["added", "unchanged", "updated", "version", "redacted"]


@value
class Stored:
    """What became of a report that was handed in.

    ``updated``: known already, but its metadata is better now. ``version``: a later text of a report
    that the case already holds; ``report.version_of`` names the earlier one. ``redacted``: these bytes
    were purged from the case, so they were not taken.
    """

    report: Report
    outcome: Outcome


HitKind = Literal["report", "claim", "set_aside"]


HIT_KINDS: tuple[HitKind, ...] = ("report", "claim", "set_aside")


@value
class SearchHit:
    """A place in the case where the words stand: what is around them, in pieces, those that were found marked."""

    report_id: str
    source_ref: str
    kind: HitKind
    claim_id: str | None
    pieces: tuple[tuple[str, bool], ...]

    @property
    def snippet(self) -> str:
        """The pieces as one line, the words that were found in brackets."""
        line = "".join(f"[{words}]" if is_found else words for words, is_found in self.pieces)
        return " ".join(line.split())


@value
class Tombstone:
    """A report that was purged: the digest of its bytes, its id, and why. None of its words."""

    sha256: str
    report_id: str
    why: str


class CaseStore(Protocol):
    """A case: append-only where people decide, replaceable where things are derived."""

    def add(self, loaded: Loaded) -> Stored:
        """The report as kept: added whole or not at all."""

    def reports(self) -> tuple[Report, ...]:
        """All reports, by the name outputs call them, then by id."""

    def raw(self, report_id: str) -> bytes:
        """The bytes a report came in as."""

    def mark_copies(self, originals: Mapping[str, str | None]) -> int:
        """How many reports changed in what they are a copy of (report id → id of the original)."""

    def keep_reading(self, reading: Reading, key: str) -> None:
        """Keep what a reader found; ``key`` names the reader's version and what it knew of the report."""

    def reading_keys(self) -> dict[str, str]:
        """The key under which each report was last read."""

    def readings(self) -> tuple[Reading, ...]:
        """The last reading of each report, in the order of the reports."""

    def readings_of(self, report_ids: Sequence[str]) -> tuple[Reading, ...]:
        """The last readings of these reports, in the order given; none for a report that was not read."""

    def note_skipped(self, given: str, skipped: Iterable[Skipped]) -> None:
        """Replace what was skipped among the inputs that were given under this name."""

    def skipped(self) -> tuple[Skipped, ...]:
        """All inputs that did not become reports, and why."""

    def judge(self, judgement: Judgement) -> int:
        """The number of a person's decision, which is kept for good."""

    def judge_after(
        self, judgement: Judgement, seen: int, against: Callable[[tuple[Judgement, ...]], Sequence[object]]
    ) -> int:
        """The number of a decision, kept for good unless one taken after ``seen`` goes against it."""

    def last_judgement(self) -> int:
        """The number of the last decision, 0 where there is none."""

    def changes(self) -> int:
        """How often the case was changed: equal numbers, equal case; found at once."""

    def redact(self, report_id: str, why: str) -> None:
        """Purge a report, all that was made of it and its words in judgements; a tombstone stays."""

    def tombstones(self) -> tuple[Tombstone, ...]:
        """What was purged, by the bytes' digest."""

    def judgements(self, *, after: int = 0) -> tuple[Judgement, ...]:
        """All decisions in the order they were taken, closed ones included; those after a number only."""

    def setting(self, name: str) -> str | None:
        """A setting of the case; None where it was never set."""

    def set_setting(self, name: str, text: str) -> None:
        """Set a setting of the case."""

    def kept(self, name: str, key: str) -> str | None:
        """A derived text kept under this name, if it was made from the state that ``key`` names."""

    def keep(self, name: str, key: str, text: str) -> None:
        """Keep a derived text, which can be made again at any time."""

    def search(
        self, words: str, *, limit: int = 20, skip: int = 0, kinds: Collection[HitKind] = HIT_KINDS
    ) -> tuple[SearchHit, ...]:
        """Where the words stand, best first."""

    def count_hits(self, words: str) -> dict[HitKind, int]:
        """How often the words stand in reports, claims and what was set aside."""

    def digest(self) -> str:
        """A name of the state of reports and claims, whatever the order they came in."""

    def close(self) -> None:
        """Let go of the file."""
