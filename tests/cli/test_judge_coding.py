"""A sample coded by two people on the command line: blind, compared, decided, taken elsewhere, purged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Call, contents

from rashomon.store import open_case

DRAW = ("sample", "pilot", "--size", "3", "--seed", "2", "--where", "facet=killed", "--why", "a pilot")


def drawn_by(call: Call, case: Path) -> list[str]:
    assert call("judge", case, *DRAW, "--by", "Eve")[0] == 0
    lines = call("judge", case, "export")[1].splitlines()
    return list(json.loads(lines[-1])["targets"])


def code_all(call: Call, case: Path, who: str, claims: list[str]) -> None:
    for claim in claims:
        assert call("judge", case, "code", "pilot", claim, "right", "--by", who)[0] == 0


def test_two_code_blind_compare_and_decide(call: Call, case: Path) -> None:
    before = contents(case)
    claims = drawn_by(call, case)
    assert len(claims) == 3
    code, out, _ = call("judge", case, "code", "pilot", "--by", "Ann")
    assert code == 0
    assert "Ann has coded 0 of 3 in pilot." in out
    assert claims[0] in out
    assert "were killed]" in out or "killed" in out
    code_all(call, case, "Ann", claims)
    code, _, err = call("judge", case, "agreement", "pilot")
    assert code == 2
    assert "pilot is blind: of 3 claims were coded: Ann 3" in err

    wrong = ("judge", case, "code", "pilot", claims[0], "wrong", "--set", "low=1", "--by", "Ben")
    assert call(*wrong, "--why", "one of them lived")[0] == 0
    code_all(call, case, "Ben", claims[1:])
    code, out, _ = call("judge", case, "agreement", "pilot")
    assert code == 0
    assert "They differ on 1 claim:" in out
    told = json.loads(call("judge", case, "agreement", "pilot", "--as", "json")[1])
    assert told["coders"] == {"Ann": 3, "Ben": 3}
    assert {one["field"]: one["percent"] for one in told["fields"]}["reading"] == pytest.approx(200 / 3)
    (open_one,) = [one for one in told["claims"] if one["differing"]]
    assert (open_one["claim_id"], open_one["decided_by"]) == (claims[0], None)
    after = contents(case)
    assert {name for name in after if after[name] != before[name]} == {"case.db"}

    decide = ("judge", case, "adjudicate", "pilot", claims[0], "--why", "Ben is right", "--by", "Eve")
    code, out, err = call(*decide, "--for", "Ben")
    assert code == 0, err
    told = json.loads(call("judge", case, "agreement", "pilot", "--as", "json")[1])
    (decided,) = [one for one in told["claims"] if one["differing"]]
    assert decided["decided_by"] in out
    claim = next(
        one
        for one in map(json.loads, (case / "claims.jsonl").read_text().splitlines())
        if one["id"] == claims[0]
    )
    assert claim["value"]["low"] == 1
    assert "Ann: right; Ben: wrong (low)" in claim["flags"][-1]["note"]


def test_what_others_coded_blind_is_neither_listed_nor_exported_in_silence(
    call: Call, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = drawn_by(call, case)
    call("judge", case, "code", "pilot", claims[0], "unclear", "--by", "Ann", "--why", "a secret doubt")
    monkeypatch.setenv("RASHOMON_AUTHOR", "Ben")
    for form in ("table", "json"):
        out = call("judge", case, "list", "--as", form)[1]
        assert "secret doubt" not in out
        assert "coded blind" in out
    code, out, err = call("judge", case, "export")
    assert (code, "secret doubt" in out) == (0, True)
    assert "1 codings by others of samples that are still blind" in err
    monkeypatch.setenv("RASHOMON_AUTHOR", "Ann")
    assert "secret doubt" in call("judge", case, "list")[1]
    assert call("judge", case, "unblind", "pilot", "--why", "enough", "--by", "Eve")[0] == 0
    assert call("judge", case, "export")[2] == ""


def test_codings_made_apart_meet_in_one_case(call: Call, case: Path, reports: Path, tmp_path: Path) -> None:
    claims = drawn_by(call, case)
    plan = tmp_path / "plan.jsonl"
    call("judge", case, "export", plan)
    other = tmp_path / "other"
    assert call("run", reports, "--out", other, "--quiet")[0] == 0
    assert call("judge", other, "import", plan)[0] == 0
    code_all(call, case, "Ann", claims)
    code_all(call, other, "Ben", claims)
    bens = tmp_path / "ben.jsonl"
    call("judge", other, "export", bens)
    assert call("judge", case, "import", bens)[0] == 0
    assert "coded by Ann (3), Ben (3)" in call("judge", case, "agreement", "pilot")[1]


def test_codings_do_not_make_the_case_be_linked_again(call: Call, case: Path) -> None:
    with open_case(case) as kept:
        before = kept.state()
    claims = drawn_by(call, case)
    call("judge", case, "code", "pilot", claims[0], "right", "--by", "Ann")
    coded = json.loads(call("judge", case, "export")[1].splitlines()[-1])["id"]
    assert call("judge", case, "undo", coded, "--why", "too soon", "--by", "Ann")[0] == 0
    with open_case(case) as kept:
        assert kept.state() == before
    assert call("judge", case, "accept", claims[0], "--why", "checked", "--by", "Ann")[0] == 0
    with open_case(case) as kept:
        assert kept.state() != before


def test_purging_a_report_takes_its_words_out_of_codings(call: Call, case: Path) -> None:
    claims = drawn_by(call, case)
    spoken = ("--set", "speaker=the Zebra council", "--set", "about=Quagga men", "--why", "the Okapi said so")
    for claim in claims:
        call("judge", case, "code", "pilot", claim, "wrong", *spoken, "--by", "Ann")
    for report in ("one.txt", "two.txt"):
        assert b"Zebra" in (case / "case.db").read_bytes()
        assert call("redact", case, report, "--why", "asked for", "--yes")[0] == 0
    held = (case / "case.db").read_bytes()
    assert [word for word in (b"Zebra", b"Quagga", b"Okapi", b"militants") if word in held] == []
    code, out, err = call("judge", case, "list")
    assert (code, err) == (0, "")
    assert "finds nothing to fall on" in out, out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("code", "pilot"), "'pilot' is no sample of this case. Draw one"),
        (("sample", "x", "--where", "facet=leader", "--why", "x"), "a sample of 20 of 0 claims"),
        (("sample", "x", "--coder", "Ann", "--why", "x"), "at least two different ones"),
        (("unblind", "x", "--why", "x"), "is no sample"),
        (("agreement", "x"), "is no sample"),
    ],
)
def test_what_cannot_be_meant_changes_nothing(
    call: Call, case: Path, arguments: tuple[str, ...], message: str
) -> None:
    code, _, err = call("judge", case, *arguments)
    assert code == 2
    assert message in err
    assert call("judge", case, "export")[1] == ""


def test_what_cannot_be_meant_of_a_sample_says_what_can(call: Call, case: Path) -> None:
    claims = drawn_by(call, case)
    for arguments, message in (
        (DRAW, "there is a sample 'pilot'"),
        (("code", "pilot", claims[0]), "name a claim and how it is read"),
        (("code", "pilot", "c_none", "right"), "'c_none' is no claim of the sample"),
        (("code", "pilot", "c_", "right"), "is the beginning of 3 claims"),
        (("code", "pilot", claims[0], "right", "--set", "low=3"), "has nothing to put right"),
        (("adjudicate", "pilot", claims[0], "--accept", "--why", "x"), "nobody has coded it yet"),
        (("adjudicate", "pilot", claims[0], "--why", "x"), "say what holds with one of"),
    ):
        code, _, err = call("judge", case, *arguments)
        assert (code, message in err) == (2, True), err
