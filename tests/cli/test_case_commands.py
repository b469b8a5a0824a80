from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.name != "case.db"}


def test_adding_one_at_a_time_equals_adding_at_once(call, reports: Path, case: Path, tmp_path: Path) -> None:
    grown = tmp_path / "grown"
    assert call("run", reports / "two.txt", "--out", grown, "--quiet")[0] == 0
    code, _, err = call("add", grown, reports / "one.txt")
    assert code == 0
    assert "read 1/1 one.txt" in err
    assert "reports: 1 new" in err
    assert contents(grown) == contents(case)


def test_adding_a_known_report_changes_nothing(call, reports: Path, case: Path) -> None:
    before = {path.name: path.read_bytes() for path in case.iterdir()}
    code, _, err = call("add", case, reports / "one.txt")
    assert (code, "1 known already" in err) == (0, True)
    assert {path.name: path.read_bytes() for path in case.iterdir()} == before


def test_a_new_case_is_made_but_never_among_other_files(call, reports: Path, tmp_path: Path) -> None:
    assert call("add", tmp_path / "new", reports, "--quiet")[0] == 0
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["case.db"]
    code, _, err = call("add", reports, tmp_path / "new")
    assert code == 2
    assert "Name a case first, then the reports" in err
    assert not (reports / "case.db").exists()
    code, _, err = call("add", reports / "one.txt", reports / "two.txt")
    assert (code, "is not a case, nor any database" in err) == (2, True)


def test_add_without_reports_reads_what_was_left(call, case: Path) -> None:
    connection = sqlite3.connect(case / "case.db")
    connection.execute("DELETE FROM reading WHERE report_id IN (SELECT id FROM report LIMIT 1)")
    connection.commit()
    connection.close()
    assert "1 report has yet to be read" in call("events", case)[2]
    before = contents(case)
    assert "read 1/1" in call("add", case)[2]
    assert contents(case) == before
    assert call("events", case)[2] == ""


def test_a_later_text_under_the_same_name_is_told(call, reports: Path, case: Path, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text((reports / "one.txt").read_text().replace("12", "14"))
    code, _, err = call("add", case, tmp_path / "one.txt", "--outlet", "The Tabankort Letter", "--quiet")
    assert code == 0
    assert "one.txt: replaces the text that the case held under this name" in err
    claims = (case / "claims.jsonl").read_text()
    assert "at least 14" in claims
    assert "at least 12" not in claims


def test_events_are_listed_with_their_numbers(call, case: Path) -> None:
    code, out, err = call("events", case)
    assert (code, err) == (0, "")
    assert out.startswith("No  Event")
    assert "Tabankort" in out
    assert call("events", case / "case.db")[1] == out
    rows = [json.loads(line) for line in call("events", case, "--as", "json")[1].splitlines()]
    record = json.loads((case / "record.json").read_text())
    assert [row["id"] for row in rows] == [event["id"] for event in record["events"]]


def test_a_record_is_found_by_number_id_and_beginning(call, case: Path) -> None:
    code, out, _ = call("record", case, "1")
    event = json.loads((case / "record.json").read_text())["events"][0]
    assert code == 0
    assert f"[{event['id']}]" in out
    assert call("record", case, event["id"])[1] == out
    assert call("record", case, event["id"][:12])[1] == out
    assert call("record", case, "99")[0] == 2
    assert "there is no event 'nothing'" in call("record", case, "nothing")[2]


def test_why_shows_the_rule_and_the_claims(call, case: Path) -> None:
    plain, why = call("record", case, "1")[1], call("record", case, "1", "--why")[1]
    assert len(why) > len(plain)
    assert "(rule " in why
    assert " c_" in why


@pytest.mark.parametrize("policy", ["ucdp", "acled", "range", "airwars", "latest"])
def test_a_policy_can_be_switched(call, case: Path, policy: str) -> None:
    code, out, _ = call("record", case, "1", "--policy", policy, "--as", "json")
    assert code == 0
    record = json.loads(out)
    assert (record["policy"], len(record["events"])) == (policy, 1)


def test_the_record_as_json_is_that_of_the_file(call, case: Path) -> None:
    assert call("record", case, "--as", "json")[1] == (case / "record.json").read_text()


@pytest.mark.parametrize("form", ["markdown", "wikitext", "html"])
def test_an_article_in_each_form(call, case: Path, form: str) -> None:
    code, out, _ = call("article", case, "1", "--as", form)
    assert code == 0
    assert "Tabankort" in out


def test_search(call, case: Path) -> None:
    code, out, _ = call("search", case, "militants")
    assert code == 0
    assert "[militants]" in out
    code, out, err = call("search", case, "zeppelin")
    assert (code, out, err) == (0, "", "Nothing found.\n")
    assert call("search", case, "???")[0] == 2


@pytest.mark.parametrize("command", [["events"], ["record"], ["article"], ["search"]])
def test_a_missing_case_is_told(call, tmp_path: Path, command: list[str]) -> None:
    rest = ["1"] if command[0] in ("article", "search") else []
    code, out, err = call(*command, tmp_path / "none", *rest)
    assert (code, out) == (2, "")
    assert "rashomon run REPORTS --out" in err


def test_a_day_before_all_reports_is_told_as_such(call, case: Path) -> None:
    code, out, _ = call("record", case, "--as-of", "1999")
    assert (code, "came out by 1999" in out) == (0, True)
    code, out, err = call("record", case, "1", "--as-of", "1999")
    assert (code, out) == (2, "")
    assert "--as-of" in err


def test_diff_says_what_to_give_it(call, case: Path, tmp_path: Path) -> None:
    code, _, err = call("diff", case, "--since", tmp_path / "none.json")
    assert (code, "there is no such file. Give an earlier record.json" in err) == (2, True)
    (tmp_path / "notes.txt").write_text("no JSON\n")
    code, _, err = call("diff", case, "--since", tmp_path / "notes.txt")
    assert (code, "Give an earlier record.json" in err) == (2, True)


def test_sides_called_by_a_private_name_are_not_shown(call, tmp_path: Path) -> None:
    report = tmp_path / "home.txt"
    report.write_text(
        "An air strike hit a house in Gao, Mali, on 4 May 2019. It killed Omar Harrow. Omar Harrow's brother was "
        "killed with his 30-year-old wife Mariam Harrow.\n"
    )
    assert call("run", report, "--out", tmp_path / "home", "--published", "2019-05-05", "--quiet")[0] == 0
    for command in (("events",), ("events", "--as", "json"), ("record", "--why")):
        out = call(command[0], tmp_path / "home", *command[1:])[1]
        assert "Harrow" not in out
    for name in ("record.json", "claims.jsonl", "events.csv", "article.md"):
        assert "Harrow" not in (tmp_path / "home" / name).read_text(), name
    assert "Harrow" in call("record", tmp_path / "home", "--why", "--names")[1]


def test_reports_that_the_case_holds_are_not_called_added(call, case: Path, reports: Path) -> None:
    err = call("add", case, reports / "one.txt")[2]
    assert "known 1 one.txt" in err
    assert "added" not in err


def test_events_told_of_only_in_passing_are_counted_below_the_table(
    call, reports: Path, tmp_path: Path
) -> None:
    aside = "The two sides had signed a peace agreement in 2015.\n"
    (reports / "one.txt").write_text((reports / "one.txt").read_text() + aside)
    folder = tmp_path / "aside"
    _, told, _ = call("run", reports, "--out", folder, "--quiet")
    assert f"1 more event is told of only in passing: rashomon events {folder} --all" in told
    out = call("events", folder)[1]
    assert "Agreement" not in out
    assert out.endswith(
        "1 more event is told of only in passing, without a figure, a day or anyone harmed: --all lists them.\n"
    )
    assert "Agreement" in call("events", folder, "--all")[1]
    assert len(call("events", folder, "--as", "json")[1].splitlines()) == 2


def test_a_figure_over_several_events_stands_once_with_all_who_tell_it(call, made_case: Path) -> None:
    record = json.loads((made_case / "record.json").read_text("utf-8"))
    event = next(one for one in record["events"] if len(one["shared_figures"]) > 3)
    _, out, _ = call("record", made_case, event["id"])
    above, below = out.split("Who said what", 1)
    shared = above[above.index("counted in none") :].splitlines()
    heads = [line for line in shared if line.startswith("    ") and line.strip()[0].isalpha()]
    assert len(heads) == len(set(heads)) < len(event["shared_figures"])
    assert sum(line.strip().startswith("· “") for line in shared) == len(event["shared_figures"])
    assert "counted in none" not in below
