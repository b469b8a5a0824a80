"""Decisions on the command line: taken, told, kept through new reports and new readings, undone, moved."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Call

THREE = "On May 4, 2019 soldiers fought gunmen near Tabankort. The army said two soldiers were killed.\n"


def record_of(case: Path) -> dict[str, Any]:
    return json.loads((case / "record.json").read_text())


def claims_of(case: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (case / "claims.jsonl").read_text().splitlines()]


def killed(case: Path, ref: str, low: int) -> dict[str, Any]:
    return next(
        claim
        for claim in claims_of(case)
        if claim["facet"] == "killed" and claim["source_ref"] == ref and claim["value"]["low"] == low
    )


def main_event(case: Path) -> dict[str, Any]:
    return next(event for event in record_of(case)["events"] if event["principal_for"])


def test_a_correction_is_told_holds_through_a_new_report_and_a_new_reading_and_is_undone(
    call: Call, case: Path, tmp_path: Path
) -> None:
    claim = killed(case, "one.txt", 12)
    before = main_event(case)["totals"]["range"]["killed"]["max"]
    code, out, err = call(
        *("judge", case, "correct", claim["id"], "--set", "low=40", "--set", "high=40"),
        *("--why", "the page was mended", "--by", "Ann"),
    )
    assert code == 0, err
    assert "totals.range.killed.max" in out
    assert main_event(case)["totals"]["range"]["killed"]["max"] > before

    third = tmp_path / "three.txt"
    third.write_text(THREE)
    assert call("add", case, third, "--published", "2019-05-08", "--outlet", "The Well", "--quiet")[0] == 0
    assert call("add", case, "--reread", "--quiet")[0] == 0
    corrected = killed(case, "one.txt", 40)
    assert corrected["id"] == claim["id"]
    assert [flag["code"] for flag in corrected["flags"]][-1] == "corrected"

    listed = json.loads(call("judge", case, "list", "--as", "json")[1].splitlines()[0])
    assert call("judge", case, "undo", listed["id"], "--why", "it was not", "--by", "Ann")[0] == 0
    assert killed(case, "one.txt", 12)["flags"] == claim["flags"]
    assert "undone" in call("judge", case, "list")[1]


def test_split_and_merge_hold_whatever_the_comparison_says(call: Call, case: Path) -> None:
    event = main_event(case)
    assert sorted(event["principal_for"]) == ["one.txt", "two.txt"]
    assert call("judge", case, "split", event["id"], "two.txt", "--why", "another fight", "--by", "A")[0] == 0
    apart = [event for event in record_of(case)["events"] if event["principal_for"]]
    assert sorted(len(event["principal_for"]) for event in apart) == [1, 1]
    ids = [event["id"] for event in apart]
    code, out, _ = call("judge", case, "merge", *ids, "--why", "the same after all", "--by", "B")
    assert code == 0
    assert "gone event" in out
    assert sorted(main_event(case)["principal_for"]) == ["one.txt", "two.txt"]


def test_events_apart_are_kept_apart(call: Call, case: Path) -> None:
    event = main_event(case)
    assert call("judge", case, "untie", "two.txt", event["id"], "--why", "no", "--by", "A")[0] == 0
    ids = [event["id"] for event in record_of(case)["events"] if event["principal_for"]]
    assert call("judge", case, "apart", *ids, "--why", "two wells", "--by", "B")[0] == 0
    assert call("judge", case, "undo", "1", "--why", "x")[0] == 2
    (untied, kept) = (
        json.loads(line) for line in call("judge", case, "list", "--as", "json")[1].splitlines()
    )
    assert call("judge", case, "undo", untied["id"], "--why", "no need", "--by", "A")[0] == 0
    assert kept["kind"] == "split"
    assert [e["id"] for e in record_of(case)["events"] if e["principal_for"]] == ids
    assert call("judge", case, "apart", ids[0], ids[0], "--why", "x")[0] == 2


def test_untie_and_tie_move_what_one_report_tells(call: Call, case: Path) -> None:
    event = main_event(case)["id"]
    assert call("judge", case, "untie", "two.txt", event, "--why", "no", "--by", "A")[0] == 0
    apart = [event for event in record_of(case)["events"] if event["principal_for"]]
    assert len(apart) == 2
    target = next(event["id"] for event in apart if event["principal_for"] == ["one.txt"])
    assert call("judge", case, "tie", "two.txt", target, "--why", "yes", "--by", "A")[0] == 0
    assert sorted(main_event(case)["principal_for"]) == ["one.txt", "two.txt"]


def test_reject_add_identify_grade_and_metadata(call: Call, case: Path) -> None:
    claim = killed(case, "one.txt", 12)
    assert call("judge", case, "reject", claim["id"][:10], "--why", "no", "--by", "A")[0] == 0
    assert killed(case, "one.txt", 12)["event_ids"] == []
    words = ("judge", case, "add", "two.txt", "Residents", "--facet", "wounded", "--low", "2")
    assert call(*words, "--event", main_event(case)["id"], "--why", "told on the phone", "--by", "A")[0] == 0
    added = next(claim for claim in claims_of(case) if claim["reader"] == "person/1")
    assert added["passage"]["words"] == "Residents"
    assert added["event_ids"]
    assert call("judge", case, "identify", "militants", "jnim", "--why", "known", "--by", "A")[0] == 0
    named = {
        actor["id"] for claim in claims_of(case) for actor in (claim["about"] or {"actors": []})["actors"]
    }
    assert "jnim" in named
    assert (
        call("judge", case, "grade", "The Tabankort Letter", "B2", "--why", "right before", "--by", "A")[0]
        == 0
    )
    fix = ("judge", case, "metadata", "two.txt", "--set", "published=2018-05-07")
    assert call(*fix, "--why", "the page says so", "--by", "A")[0] == 0
    assert "2018-05-04" in {event["date"]["start"] for event in record_of(case)["events"]}


def test_decisions_move_to_another_case_of_the_same_reports(
    call: Call, case: Path, reports: Path, tmp_path: Path
) -> None:
    claim = killed(case, "one.txt", 12)
    call(
        "judge",
        case,
        "correct",
        claim["id"],
        "--set",
        "low=40",
        "--set",
        "high=40",
        "--why",
        "w",
        "--by",
        "A",
    )
    file = tmp_path / "decisions.jsonl"
    assert call("judge", case, "export", file)[0] == 0
    file.write_text(file.read_text() + '{"id": "j_bad"}\n')
    second = tmp_path / "second"
    assert call("run", reports, "--out", second, "--quiet")[0] == 0
    code, out, err = call("judge", second, "import", file)
    assert code == 1
    assert "1 taken, 0 known" in out
    assert "decisions.jsonl, line 2" in err
    assert (second / "claims.jsonl").read_text() == (case / "claims.jsonl").read_text()
    assert "0 taken, 1 known" in call("judge", second, "import", file)[1]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("correct", "c_zzz", "--set", "low=1"), "is no claim of this case"),
        (("correct", "CLAIM", "--set", "low"), "expected NAME=VALUE"),
        (("correct", "CLAIM", "--set", "tall=1"), "is nothing to correct"),
        (("correct", "CLAIM", "--set", "low=9", "--set", "high=3"), "is above"),
        (("correct", "CLAIM", "--set", "scope=wide"), "expected one of event, several, unknown"),
        (("identify", "gunmen", "nobody-such"), "is the id of no actor and no place"),
        (("grade", "The Letter", "G9"), "is no grade"),
        (("merge", "1", "1"), "two different events"),
        (("add", "one.txt", "no such words", "--facet", "killed"), "do not stand in it"),
        (("metadata", "one.txt", "--set", "published=yesterday"), "published"),
        (("metadata", "one.txt", "--set", "text=x"), "nothing to mend"),
        (("undo", "j_zzz"), "is no decision"),
        (("split", "1", "nine.txt"), "is no report of this case"),
    ],
)
def test_a_decision_that_cannot_be_meant_changes_nothing(
    call: Call, case: Path, words: tuple[str, ...], told: str
) -> None:
    claim = killed(case, "one.txt", 12)["id"]
    words = tuple(claim if word == "CLAIM" else word for word in words)
    code, _, err = call("judge", case, *words, "--why", "w", "--by", "A")
    assert code == 2
    assert told in err
    assert "Nothing was decided" in call("judge", case, "list")[1]


def test_a_decision_without_a_reason_is_refused(call: Call, case: Path) -> None:
    assert call("judge", case, "merge", "1", "2")[0] == 2


def test_a_grade_for_a_source_nobody_names_is_kept_and_told(call: Call, case: Path) -> None:
    graded = call("judge", case, "grade", "Nowhere Times", "B2", "--why", "w", "--by", "A")
    assert graded[0] == 0
    assert "no outlet or speaker of this case is called 'Nowhere Times'" in graded[2]
    assert "finds nothing to fall on" in call("judge", case, "list")[1]


def test_decisions_against_each_other_are_both_kept_and_the_later_one_is_in_force(
    call: Call, case: Path
) -> None:
    claim = killed(case, "one.txt", 12)["id"]
    assert call("judge", case, "reject", claim, "--why", "misread", "--by", "Ann")[2] == ""
    accepted = call("judge", case, "accept", claim, "--why", "read rightly", "--by", "Ben")
    assert "goes against j_" in accepted[2]
    assert "(reject, Ann" in accepted[2]
    assert killed(case, "one.txt", 12)["event_ids"] != []
    assert "a later decision is in force" in call("judge", case, "list")[1]


def test_a_date_far_outside_the_case_is_asked_about_and_kept(call: Call, case: Path, tmp_path: Path) -> None:
    fix = ("judge", case, "metadata", "two.txt", "--set", "published=1919-05-07", "--why", "w", "--by", "A")
    mended = call(*fix)
    assert mended[0] == 0
    assert "two.txt: published 1919-05-07, 100 years from any other report" in mended[2]
    third = tmp_path / "three.txt"
    third.write_text(THREE)
    added = call("add", case, third, "--published", "2091-05-08")
    assert "three.txt: published 2091-05-08, 72 years from any other report" in added[2]


def test_diff_tells_what_changed_since_an_export_and_why(call: Call, case: Path, tmp_path: Path) -> None:
    export = tmp_path / "earlier.json"
    export.write_bytes((case / "record.json").read_bytes())
    assert call("diff", case, "--since", export)[1] == "Nothing changed.\n"
    third = tmp_path / "three.txt"
    third.write_text(THREE)
    call("add", case, third, "--published", "2019-05-08", "--quiet")
    out = call("diff", case, "--since", export)[1]
    assert "now also told by three.txt" in out
    rows = [
        json.loads(line) for line in call("diff", case, "--since", export, "--as", "json")[1].splitlines()
    ]
    assert {"changed"} == {row["kind"] for row in rows}
    assert "reports" in {row["what"] for row in rows}


def test_diff_refuses_what_is_no_record(call: Call, case: Path, tmp_path: Path) -> None:
    for text in ("", "[]", '{"policy": "ucdp"}'):
        file = tmp_path / "no.json"
        file.write_text(text)
        code, _, err = call("diff", case, "--since", file)
        assert code == 2
        assert "no.json" in err
    assert call("diff", case, "--since", tmp_path / "none.json")[0] == 2


def test_redact_leaves_no_word_and_the_report_never_comes_back(
    call: Call, case: Path, reports: Path, tmp_path: Path
) -> None:
    words = ("judge", case, "add", "two.txt", "Residents told a radio", "--facet", "wounded", "--low", "2")
    call(*words, "--why", "w", "--by", "A")
    decisions = tmp_path / "decisions.jsonl"
    call("judge", case, "export", decisions)
    assert call("redact", case, "two.txt", "--why", "a witness asked", "--yes")[0] == 0
    for file in case.iterdir():
        held = file.read_bytes()
        assert b"Residents" not in held, file.name
        assert b"Tabankort Gazette" not in held, file.name
    code, _, err = call("run", reports, "--out", case, "--quiet")
    assert code == 1
    assert "two.txt: was purged from this case" in err
    assert main_event(case)["reports"] == ["one.txt"]
    code, _, err = call("judge", case, "import", decisions)
    assert (code, b"Residents" in (case / "case.db").read_bytes()) == (0, False)


@pytest.mark.parametrize("answer", ["", "n\n"])
def test_redact_asks_first(call: Call, case: Path, answer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (case / "claims.jsonl").read_text()
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    code, _, err = call("redact", case, "two.txt", "--why", "w")
    assert code == 2
    assert "rashomon: nothing was purged. Answer y when asked, or add --yes." in err
    assert (case / "claims.jsonl").read_text() == before


def test_many_claims_are_decided_on_in_one_go_and_given_back_in_one(call: Call, case: Path) -> None:
    before = {claim["id"]: claim["event_ids"] for claim in claims_of(case)}
    dry = ("judge", case, "reject", "--where", "facet=killed", "--where", "report=one.txt")
    code, out, err = call(*dry, "--dry-run")
    assert (code, err) == (0, "")
    assert "2 claims of 1 report would be rejected; nothing was changed." in out
    assert call("judge", case, "list")[1].startswith("Nothing was decided")

    assert call(*dry, "--why", "another fight", "--by", "Ann")[0] == 0
    gone = [claim for claim in claims_of(case) if claim["facet"] == "killed" and not claim["event_ids"]]
    assert {claim["source_ref"] for claim in gone} == {"one.txt"}
    assert len(gone) == 2
    (kept,) = [json.loads(line) for line in call("judge", case, "export")[1].splitlines()]
    assert sorted(kept["targets"]) == sorted(claim["id"] for claim in gone)

    code, out, _ = call("judge", case, "accept", "--where", "facet=killed", "--dry-run")
    assert "2 more like that were decided on before" in out
    assert call("judge", case, "undo", kept["id"], "--why", "no", "--by", "Ann")[0] == 0
    assert {claim["id"]: claim["event_ids"] for claim in claims_of(case)} == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("accept", "--why", "x"), "name claims, or choose them with --where"),
        (("accept", "c_1", "--where", "facet=killed", "--why", "x"), "one of the two"),
        (("accept", "--where", "facet=killed"), "Missing option '--why'"),
        (("reject", "--where", "killed", "--why", "x"), "expected NAME=VALUE"),
        (("reject", "--where", "facet=kiled", "--why", "x"), 'did you mean "killed"?'),
        (("reject", "--where", "facet=leader", "--why", "x"), "no claim of this case is like that"),
    ],
)
def test_a_choice_of_claims_that_cannot_be_meant_changes_nothing(
    call: Call, case: Path, arguments: tuple[str, ...], message: str
) -> None:
    code, _, err = call("judge", case, *arguments)
    assert code == 2
    assert message in err
    assert call("judge", case, "export")[1] == ""
