"""Two who write at once: decisions are numbered, and a check stands in the transaction that keeps one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.test_case import make, reading_of

from rashomon.errors import CaseError, OvertakenError
from rashomon.model.judgements import Judgement
from rashomon.model.report import Skipped
from rashomon.store import Case, open_case

ONE = Judgement(id="j1", kind="accept", targets=("c1",), by="Ada", when="2020-01-01", why="as on the page")
TWO = replace(ONE, id="j2", kind="reject", by="Ben")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "case", create=True) as opened:
        yield opened


def of_the_same(between: Sequence[Judgement]) -> list[Judgement]:
    return [judgement for judgement in between if judgement.targets == ONE.targets]


def test_decisions_are_numbered_without_a_gap(case: Case) -> None:
    assert case.last_judgement() == 0
    assert case.judge(ONE) == 1
    with pytest.raises(CaseError, match="is kept already"):
        case.judge(ONE)
    assert case.judge(TWO) == 2 == case.last_judgement()
    assert case.judgements(after=1) == (TWO,)
    assert case.judgements(after=0) == (ONE, TWO)


def test_a_decision_is_not_kept_where_another_one_came_in_between(case: Case) -> None:
    seen = case.last_judgement()
    with open_case(case.path) as other:
        other.judge(TWO)
    changes = case.changes()
    with pytest.raises(OvertakenError, match="decided in between") as caught:
        case.judge_after(ONE, seen, of_the_same)
    assert caught.value.against == (TWO,)
    assert case.judgements() == (TWO,)
    assert case.changes() == changes
    assert case.judge_after(ONE, case.last_judgement(), of_the_same) == 2


def test_a_check_that_fails_keeps_nothing(case: Case) -> None:
    def fail(_: Sequence[Judgement]) -> list[Judgement]:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        case.judge_after(ONE, 0, fail)
    assert case.judgements() == ()
    assert case.judge(ONE) == 1


def test_changes_are_counted_whoever_makes_them_and_derived_texts_are_not(case: Case) -> None:
    counts = [case.changes()]
    case.add(make())
    counts.append(case.changes())
    case.add(make())
    counts.append(case.changes())
    case.keep_reading(reading_of(make()), "en/1")
    counts.append(case.changes())
    case.keep("linked", "state", "{}")
    counts.append(case.changes())
    with open_case(case.path) as other:
        other.judge(ONE)
    counts.append(case.changes())
    case.note_skipped("x", [Skipped(locator="b.bin", reason="is no text")])
    counts.append(case.changes())
    case.redact(make().report.id, "asked for")
    counts.append(case.changes())
    assert counts == [0, 1, 1, 2, 2, 3, 4, 5]


SCRIPT = """
import sys
from rashomon.errors import OvertakenError
from rashomon.model.judgements import Judgement
from rashomon.store import open_case

folder, who = sys.argv[1:]
with open_case(folder) as case:
    for number in range(30):
        # Every writer decides on the same claim from what it saw last, and looks again when overtaken.
        mine = Judgement(id=f"{who}-{number}", kind="accept", targets=("c",), by=who, when="", why="x")
        seen, known = case.last_judgement(), [one.id for one in case.judgements()]
        while True:
            try:
                kept = case.judge_after(mine, seen, lambda between: [one for one in between if one.by != who])
            except OvertakenError as error:
                print("overtaken", len(error.against))
                seen, known = case.last_judgement(), [one.id for one in case.judgements()]
                continue
            before = [one.id for one in case.judgements()][: kept - 1]
            assert [one for one in before if not one.startswith(who) and one not in known] == []
            break
"""


def test_of_several_who_write_at_once_none_slips_past_another(tmp_path: Path) -> None:
    open_case(tmp_path / "c", create=True).close()
    command = [sys.executable, "-c", SCRIPT, str(tmp_path / "c")]
    writers = [subprocess.Popen([*command, who]) for who in ("ada", "ben", "eve")]  # noqa: S603
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    with open_case(tmp_path / "c") as case:
        assert len(case.judgements()) == 90
        assert case.last_judgement() == 90
