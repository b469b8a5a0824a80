from __future__ import annotations

import json
from pathlib import Path

import pytest

from rashomon.cli import exit_code

TEXT = (
    "Gunmen attacked a convoy near Gao on Tuesday. At least 12 militants and three soldiers were killed, "
    "a spokesman said."
)


def line(name: str, text: str = TEXT, **more: object) -> str:
    return json.dumps({"id": name, "text": text, "date": "2019-05-08", "language": "en", **more}) + "\n"


def rows(path: Path) -> list[dict]:
    return [json.loads(row) for row in path.read_text().splitlines()]


def run(tmp_path: Path, lines: list[str], *options: str) -> int:
    (tmp_path / "in.jsonl").write_text("".join(lines))
    return exit_code(
        ["batch", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out"), "--quiet", *options]
    )


@pytest.mark.parametrize("each", [True, False])
def test_results_carry_the_ids_of_the_input(tmp_path: Path, each: bool) -> None:
    assert run(tmp_path, [line("a-1"), line("b-2", TEXT.replace("Gao", "Kidal"))], *["--each"] * each) == 0
    out = tmp_path / "out"
    assert {row["source_ref"] for row in rows(out / "claims.jsonl")} == {"a-1", "b-2"}
    record = json.loads((out / "record.json").read_text())
    assert set(record) == {"schema", "made_by", "policy", "as_of", "events"}
    assert {ref for event in record["events"] for ref in event["principal_for"]} == {"a-1", "b-2"}
    assert (out / "set_aside.jsonl").exists()
    assert not (out / "case.db").exists()


def test_each_report_is_a_case_of_its_own(tmp_path: Path) -> None:
    assert run(tmp_path, [line("a"), line("b")], "--each") == 0
    for event in json.loads((tmp_path / "out/record.json").read_text())["events"]:
        assert len(event["reports"]) == 1


def test_two_runs_and_any_number_of_workers_give_the_same_bytes(tmp_path: Path) -> None:
    lines = [line(f"r{number}", f"{TEXT} Report {number}.") for number in range(4)]
    found = set()
    for processes in ("1", "2", "1"):
        assert run(tmp_path, lines, "--each", "--processes", processes) == 0
        found.add(tuple(path.read_bytes() for path in sorted((tmp_path / "out").iterdir())))
    assert len(found) == 1


def test_the_digest_does_not_depend_on_the_order_of_lines(tmp_path: Path) -> None:
    digests = set()
    for lines in ([line("a"), line("b")], [line("b"), line("a")]):
        run(tmp_path, lines, "--each")
        digests.add(json.loads((tmp_path / "out/record.json").read_text())["made_by"]["case_digest"])
    assert len(digests) == 1


def test_layers_are_written_beside_the_claims(tmp_path: Path) -> None:
    text = f"{TEXT}\n\nHe spoke in Gao."
    assert run(tmp_path, [line("a", text)], "--each", "--layers", "times,places,attributions") == 0
    for layer in ("attributions", "places", "times"):
        for row in rows(tmp_path / f"out/{layer}.jsonl"):
            assert row["source_ref"] == "a"
            spans = row["content"] if layer == "attributions" else [row["span"]]
            assert all(text[span["start"] : span["end"]] == span["words"] for span in spans)


def test_a_bad_line_is_told_with_its_number_and_stops_no_other(tmp_path: Path, capsys) -> None:
    assert run(tmp_path, [line("a"), "{not json\n", line("b")], "--each") == 1
    assert "in.jsonl:2" in capsys.readouterr().err
    assert {row["source_ref"] for row in rows(tmp_path / "out/claims.jsonl")} == {"a", "b"}


def test_no_report_at_all_writes_nothing(tmp_path: Path, capsys) -> None:
    assert run(tmp_path, ["{not json\n"], "--each") == 2
    assert "no report was found" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_wrong_use_is_told(tmp_path: Path, capsys) -> None:
    assert run(tmp_path, [line("a")], "--layers", "moods") == 2
    assert "there is no layer moods" in capsys.readouterr().err
    assert exit_code(["batch", str(tmp_path), "--out", str(tmp_path / "o")]) == 2
    assert "is a folder" in capsys.readouterr().err
    assert exit_code(["batch", str(tmp_path / "no.jsonl"), "--out", str(tmp_path / "o")]) == 2
    assert "there is no such file or folder" in capsys.readouterr().err
    (tmp_path / "file").touch()
    run(tmp_path, [line("a")])
    assert exit_code(["batch", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "file")]) == 2
    assert "is a file, not a folder" in capsys.readouterr().err
