"""The open case shows what a fresh build of the file would, after whatever changed it."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from rashomon.cli import main
from rashomon.errors import CaseError
from rashomon.judging.taking import (
    Decision,
    Signature,
    decide_claims,
    fix_metadata,
    grade_source,
    identify_words,
    merge_events,
    sign,
    split_event,
    undo_judgement,
)
from rashomon.model.codec import to_json
from rashomon.pipeline import build, gather, keep_links, kept_links
from rashomon.store import open_case
from rashomon.workbench.live import LiveCase
from rashomon.workbench.snapshot import Snapshot


@pytest.fixture
def live(case: Path) -> Iterator[LiveCase]:
    opened = LiveCase(case / "case.db")
    yield opened
    opened.close()


def _reject(snapshot: Snapshot, chosen: random.Random) -> Decision:
    return decide_claims("reject", chosen.sample(sorted(snapshot.claims.values(), key=lambda c: c.id), 2))


def _correct(snapshot: Snapshot, chosen: random.Random) -> Decision:
    counted = sorted((c for c in snapshot.claims.values() if c.facet == "killed"), key=lambda c: c.id)
    return decide_claims("correct", [chosen.choice(counted)], low=7, high=9)


def _merge(snapshot: Snapshot, chosen: random.Random) -> Decision:
    events = sorted(snapshot.linked_events.values(), key=lambda e: e.id)
    if len(events) < 2:
        return _grade(snapshot, chosen)
    return merge_events(chosen.sample(events, 2), snapshot.mentions)


def _split(snapshot: Snapshot, chosen: random.Random) -> Decision:
    told = {mention.id: mention.report_id for mention in snapshot.mentions}
    events = sorted(snapshot.linked_events.values(), key=lambda e: e.id)
    wide = [e for e in events if len({told[m] for m in e.mention_ids}) > 1]
    if not wide:
        return _merge(snapshot, chosen)
    event = chosen.choice(wide)
    return split_event(event, [min(told[m] for m in event.mention_ids)], snapshot.mentions)


def _grade(snapshot: Snapshot, chosen: random.Random) -> Decision:
    outlets = sorted({report.outlet for report in snapshot.held.reports if report.outlet})
    return grade_source(chosen.choice(outlets), chosen.choice("ABCD"), 2)


def _date(snapshot: Snapshot, chosen: random.Random) -> Decision:
    return fix_metadata(chosen.choice(snapshot.held.reports), {"published": "2018-04-09"})


def _name(snapshot: Snapshot, chosen: random.Random) -> Decision:
    named = [c.about for c in snapshot.claims.values() if c.about is not None and c.about.words]
    return identify_words(min(party.words for party in named), "gatia", None)


def _undo(snapshot: Snapshot, chosen: random.Random) -> Decision:
    if not snapshot.standing:
        return _reject(snapshot, chosen)
    return undo_judgement(chosen.choice(snapshot.standing))


DECISIONS: tuple[Callable[[Snapshot, random.Random], Decision], ...] = (
    *(_reject, _correct, _merge, _split, _grade, _date, _name, _undo),
)


def _judge(case: Path, decision: Decision, number: int) -> None:
    signed = sign(decision, Signature(by="Ann", when=f"2026-01-01T00:00:{number:02}Z", why="looked at it"))
    with open_case(case) as kept:
        kept.judge(signed)


def _assert_as_built(live: LiveCase, case: Path) -> None:
    for policy in ("ucdp", "hierarchy"):
        with open_case(case) as kept:
            built = build(kept, policy=policy, relink=True)
        lens = live.snapshot.lens(policy)
        assert lens.view == built
        assert {event.id: lens.event(event.id) for event in built.record.events} == {
            event.id: event for event in built.record.events
        }
    with open_case(case) as kept:
        assert live.snapshot.lens("acled", "2018-05").view == build(kept, policy="acled", as_of="2018-05")


@pytest.mark.parametrize("seed", range(3))
def test_a_renewed_snapshot_is_a_fresh_build(live: LiveCase, case: Path, seed: int) -> None:
    chosen = random.Random(seed)  # noqa: S311
    for number in range(10):
        _judge(case, chosen.choice(DECISIONS)(live.snapshot, chosen), number)
        assert live.renew(wait=60)
        if number % 3 == 0:
            _assert_as_built(live, case)
    _assert_as_built(live, case)


def test_a_new_and_a_purged_report_are_seen(live: LiveCase, case: Path, tmp_path: Path) -> None:
    text = "On 1 April 2018 gunmen killed four soldiers in an attack near Gao, the army said."
    (tmp_path / "new.txt").write_text(text)
    added = CliRunner().invoke(
        main, ["add", str(case), str(tmp_path / "new.txt"), "--published", "2018-04-02"]
    )
    assert added.exit_code == 0, added.output
    assert live.renew(wait=60)
    new = next(r for r in live.snapshot.held.reports if r.source_ref.startswith("new"))
    _assert_as_built(live, case)
    with open_case(case) as kept:
        kept.redact(new.id, "asked for")
    assert live.renew(wait=60)
    assert new.id not in live.snapshot.reports
    _assert_as_built(live, case)


def test_what_nothing_changed_is_the_same_object(live: LiveCase, case: Path) -> None:
    before = live.snapshot
    events = {event.id: event for event in before.lens("ucdp").events}
    claim = next(c for reading in before.held.readings for c in reading.claims if c.facet == "killed")
    _judge(case, decide_claims("accept", [claim]), 0)
    assert live.renew(wait=60)
    after = live.snapshot
    pairs = zip(after.held.readings, before.held.readings, strict=True)
    assert [one.report_id for one, two in pairs if one is not two] == [claim.report_id]
    assert all(one is two for one, two in zip(after.held.reports, before.held.reports, strict=True))
    changed = {event.id for event in after.lens("ucdp").events if event is not events.get(event.id)}
    (source,) = {report.source_ref for report in after.held.reports if report.id == claim.report_id}
    assert changed
    assert all(source in event.reports for event in after.lens("ucdp").events if event.id in changed)


def test_links_are_kept_in_the_words_they_are_read_in(case: Path) -> None:
    with open_case(case) as kept:
        linked = gather(kept).linked
        keep_links(kept, "here", linked)
        assert kept.kept("linked", "here") == to_json(linked)
        assert kept_links(kept, "here") == linked


def _wait_for(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not holds() and time.monotonic() < until:
        time.sleep(0.05)
    assert holds()


def test_a_case_that_is_taken_away_and_put_back(live: LiveCase, case: Path) -> None:
    first = live.snapshot.number
    (case / "case.db").rename(case / "aside.db")
    _wait_for(lambda: "no longer there" in (live.trouble or ""))
    assert live.snapshot.number == first
    assert not live.renewing
    (case / "aside.db").rename(case / "case.db")
    _wait_for(lambda: live.trouble is None)


def test_another_file_in_the_place_of_the_case_is_opened(live: LiveCase, case: Path, tmp_path: Path) -> None:
    other = shutil.copytree(case, tmp_path / "other")
    _judge(other, _grade(live.snapshot, random.Random(1)), 1)  # noqa: S311
    with open_case(other) as kept:
        kept.set_setting("as written", "all of it")
    for name in ("case.db-wal", "case.db-shm"):
        (case / name).unlink(missing_ok=True)
    (other / "case.db").replace(case / "case.db")
    _wait_for(lambda: len(live.snapshot.judgements) == 1)
    _assert_as_built(live, case)


def test_no_case_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="there is no such case"):
        LiveCase(tmp_path / "none" / "case.db")
