"""Double coding in the workbench: drawn, coded alone and unseen by others, compared, decided."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from rashomon.model.judgements import Judgement
from rashomon.store import open_case
from rashomon.workbench.guards import PERSON
from rashomon.workbench.routes import FILES, VIEWS

SECRET, NOTE = "777123", "the-bridge-was-meant"


def kept(case: Path) -> tuple[Judgement, ...]:
    with open_case(case) as held:
        return held.judgements()


def come_as(bench: Any, name: str) -> None:
    bench.cookies.delete(PERSON)
    bench.cookies.set(PERSON, quote(name))


def draw(bench: Any, **said: object) -> str:
    fields = {
        "name": "pilot",
        "size": "3",
        "seed": "2",
        "facet": "killed",
        "coders": "Ann, Ben",
        "why": "a pilot",
    }
    answer = bench.submit("/coding/draw", **{**fields, **said})
    assert answer.status_code == 200, answer.text
    return str(bench.get("/coding.json").json()["samples"][-1]["id"])


def code(bench: Any, sample: str, claim: str, reading: str, **changed: str) -> Any:
    """Code a claim as its page's form would: all its fields, some of them changed."""
    page = bench.get(f"/coding/{sample}?claim={claim}").text
    found = re.search(r'name="was" value="([^"]*)"', page)
    assert found is not None
    was = html.unescape(found[1])
    fields = {**json.loads(was), **changed} if changed else {}
    back = f"/coding/{sample}"
    return bench.submit(f"{back}/code", claim=claim, reading=reading, was=was, back=back, **fields)


def claims_of(bench: Any, sample: str) -> list[str]:
    return [
        claim
        for one in bench.live.snapshot.coded
        if one.sample.id == sample
        for claim in one.sample.claim_ids
    ]


def code_all(bench: Any, sample: str, *people: str) -> None:
    for who in people:
        come_as(bench, who)
        for claim in claims_of(bench, sample):
            assert code(bench, sample, claim, "right").status_code == 200


def test_a_case_without_samples_says_what_they_are_for(bench: Any) -> None:
    page = bench.get("/coding").text
    assert "Krippendorff" in page
    assert "Draw a sample" in page
    assert bench.get("/coding.json").json() == {"samples": [], "you": "Ada Coder"}
    assert bench.get("/coding/j_none").status_code == 404


def test_a_sample_is_drawn_as_the_command_would_draw_it(bench: Any, case: Path) -> None:
    sample = draw(bench, coders="Ann\r\nBen , Ann", stratum="report", unseen="yes")
    (judgement,) = kept(case)
    assert (judgement.id, judgement.kind, judgement.by) == (sample, "sample", "Ada Coder")
    said = json.loads(judgement.details)
    assert said == {
        "name": "pilot",
        "seed": 2,
        "size": 3,
        "stratum": "report",
        "coders": ["Ann", "Ben"],
        "where": {"facet": ["killed"]},
        "unseen": True,
    }
    page = bench.get("/coding").text
    assert "each report its share" in page
    assert "facet: <bdi>killed</bdi>" in page


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"coders": "Ann"}, "at least two different ones"),
        ({"size": "0"}, "takes one claim at least"),
        ({"size": "many"}, "is no number"),
        ({"facet": "rumour"}, "rumour"),
        ({"why": ""}, "needs a reason"),
        ({"name": "  "}, "needs a name"),
    ],
)
def test_what_cannot_be_drawn_says_why(bench: Any, case: Path, said: dict[str, str], told: str) -> None:
    fields = {"name": "pilot", "size": "3", "seed": "2", "coders": "", "why": "a pilot"} | said
    answer = bench.submit("/coding/draw", **fields)
    assert answer.status_code == 422
    assert told in html.unescape(answer.text)
    assert kept(case) == ()


def test_a_name_is_given_once(bench: Any) -> None:
    draw(bench)
    fields = {"name": "pilot", "size": "3", "seed": "2", "why": "again"}
    assert bench.submit("/coding/draw", **fields).status_code == 422


def test_one_claim_comes_after_the_other(bench: Any, case: Path) -> None:
    sample = draw(bench)
    come_as(bench, "Ann")
    first, second, third = claims_of(bench, sample)
    shown = bench.get(f"/coding/{sample}.json").json()
    assert (shown["next"]["claim_id"], shown["own"]) == (first, [])
    words = [said for said, is_own in shown["next"]["text"] if is_own]
    assert "".join(words) == bench.live.snapshot.claims[first].passages[0].words
    answer = code(bench, sample, first, "right")
    assert "Kept: code" in answer.text
    assert "2 of 3, pilot" in answer.text
    code(bench, sample, second, "wrong", low=SECRET, high=SECRET)
    judgement = kept(case)[-1]
    assert json.loads(judgement.details)["said"] == {"low": int(SECRET), "high": int(SECRET)}
    assert judgement.why == "coded in the sample pilot"
    again = bench.get(f"/coding/{sample}?claim={second}").text
    assert "You coded this: wrong" in again
    assert f'value="{SECRET}"' in again
    code(bench, sample, second, "unclear")
    code(bench, sample, third, "right")
    shown = bench.get(f"/coding/{sample}.json").json()
    assert (shown["next"], shown["coded"]) == (None, 3)
    assert [one["reading"] for one in shown["own"]] == ["right", "unclear", "right"]
    assert "You have coded all 3 claims" in bench.get(f"/coding/{sample}").text


def test_who_says_right_and_changes_a_field_is_asked_what_is_meant(bench: Any, case: Path) -> None:
    sample = draw(bench)
    come_as(bench, "Ann")
    answer = code(bench, sample, claims_of(bench, sample)[0], "right", low="1")
    assert answer.status_code == 422
    assert "low: changed, though nothing is wrong" in html.unescape(answer.text)
    assert [one.kind for one in kept(case)] == ["sample"]


def test_who_is_not_named_is_told_who_is(bench: Any) -> None:
    sample = draw(bench)
    come_as(bench, "Cid")
    page = bench.get(f"/coding/{sample}").text
    assert "This sample is coded by <bdi>Ann</bdi>, <bdi>Ben</bdi>." in page
    assert 'name="reading"' not in page
    claim = claims_of(bench, sample)[0]
    answer = bench.submit(f"/coding/{sample}/code", claim=claim, reading="right", was="{}")
    assert answer.status_code == 422
    assert "is no coder of" in html.unescape(answer.text)


def test_coded_unseen_the_page_holds_nothing_of_what_was_read(bench: Any, case: Path) -> None:
    sample = draw(bench, unseen="yes")
    come_as(bench, "Ann")
    first, second, third = claims_of(bench, sample)
    shown = bench.get(f"/coding/{sample}.json").json()
    assert "as_read" not in shown["next"]
    page = bench.get(f"/coding/{sample}").text
    assert "What was read" not in page
    assert html.unescape(re.search(r'name="was" value="([^"]*)"', page)[1]).count('""') >= 10  # type: ignore[index]
    code(bench, sample, first, "right", low=SECRET, status="civilian")
    said = json.loads(kept(case)[-1].details)
    assert (said["reading"], said["unseen"]) == ("wrong", True)
    assert said["said"] == {"low": int(SECRET), "high": None, "status": "civilian"}
    code(bench, sample, second, "wrong")
    assert json.loads(kept(case)[-1].details)["said"] == {}
    code(bench, sample, third, "right")
    said = json.loads(kept(case)[-1].details)
    assert (said["reading"], said["said"]) == ("right", {"facet": "killed"})


def test_nothing_gives_away_what_another_codes_before_all_have_coded_all(bench: Any, case: Path) -> None:
    sample = draw(bench)
    come_as(bench, "Ann")
    first, second, third = claims_of(bench, sample)
    code(bench, sample, first, "wrong", low=SECRET, high=SECRET)
    was = json.dumps({})
    bench.submit(f"/coding/{sample}/code", claim=second, reading="unclear", was=was, why=NOTE)
    own = bench.get(f"/coding/{sample}").text
    assert SECRET in own
    by_ann = [one.id for one in kept(case) if one.kind == "code"]
    undone = bench.submit("/undo", judgement=by_ann[-1], why="a slip", back="/coding")
    assert undone.status_code == 200
    code(bench, sample, second, "wrong", low=SECRET)
    code(bench, sample, third, "right")

    come_as(bench, "Ben")
    seen = everything(bench, sample)
    leaking = [path for path, text in seen.items() if SECRET in text or NOTE in text]
    assert leaking == []
    for coding in by_ann:
        assert NOTE not in bench.get(f"/coding?done={coding}").text
    assert bench.get(f"/coding/{sample}.json").json()["own"] == []
    assert bench.get(f"/coding/{sample}/agreement.json").json().keys() == {"sample", "you"}
    for form in ("json", "figures", "codings"):
        assert bench.get(f"/coding/{sample}/agreement/as/{form}").status_code == 422
    assert (
        bench.submit(f"/coding/{sample}/adjudicate", claim=first, verdict="for:Ann", why="x").status_code
        == 422
    )
    code_all(bench, sample, "Ben")
    assert SECRET in bench.get(f"/coding/{sample}/agreement").text


def everything(bench: Any, sample: str) -> dict[str, str]:
    """Every view and its JSON form, and every file, with all that can stand in their addresses."""
    snapshot = bench.live.snapshot
    claims = claims_of(bench, sample)
    parts = {
        "event_id": [event.id for event in snapshot.held.linked.events],
        "claim_id": claims,
        "report_id": [snapshot.claims[claim].report_id for claim in claims],
        "sample_id": [sample],
        "actor_id": [one["id"] for one in bench.get("/actors.json").json()["actors"]][:3],
        "place_id": [one["id"] for one in bench.get("/places.json").json()["places"]][:3],
        "name": ["decisions", "record", "claims", "page", "article-page"],
        "form": ["json", "figures", "codings"],
        "audit_id": ["none"],
        "job_id": ["none"],
    }
    paths = [f"{view}{end}" for view in VIEWS for end in ("", ".json")] + list(FILES)
    addresses = []
    for path in paths:
        filled = [path]
        for name in re.findall(r"{(\w+)", path):
            filled = [
                re.sub(rf"{{{name}(:path)?}}", one, there, count=1) for there in filled for one in parts[name]
            ]
        addresses += filled
    addresses += [f"/coding/{sample}?claim={claim}" for claim in claims]
    addresses += ["/search?q=killed", "/reports?q=killed"]
    return {address: bench.get(address).text for address in addresses}


def test_decisions_to_take_away_leave_out_what_others_coded_blind(bench: Any, case: Path) -> None:
    sample = draw(bench)
    come_as(bench, "Ann")
    first = claims_of(bench, sample)[0]
    code(bench, sample, first, "wrong", low=SECRET)
    own = bench.get("/download/decisions").text
    assert SECRET in own
    come_as(bench, "Ben")
    others = bench.get("/download/decisions").text
    assert [json.loads(line)["kind"] for line in others.splitlines()] == ["sample"]


def test_agreement_differences_and_what_holds(bench: Any, case: Path) -> None:
    sample = draw(bench)
    first, second, third = claims_of(bench, sample)
    code_all(bench, sample, "Ann")
    come_as(bench, "Ben")
    code(bench, sample, first, "wrong", low="1", high="1")
    code(bench, sample, second, "wrong")
    code(bench, sample, third, "right")
    told = bench.get(f"/coding/{sample}/agreement.json").json()
    assert {one["field"]: one["percent"] for one in told["fields"]}["reading"] == pytest.approx(100 / 3)
    page = html.unescape(bench.get(f"/coding/{sample}/agreement").text)
    assert "Where they differ (2)" in page
    assert "0.667" in page
    assert page.count('value="for:Ben"') == 2
    answer = bench.submit(
        f"/coding/{sample}/adjudicate",
        claim=first,
        verdict="for:Ben",
        why="one is listed",
        back=f"/coding/{sample}/agreement",
    )
    assert answer.status_code == 200
    decided = kept(case)[-1]
    assert (decided.kind, decided.by) == ("correct", "Ben")
    assert decided.why == "one is listed [Ann: right; Ben: wrong (high, low)]"
    assert bench.live.snapshot.claims[first].value.low == 1
    assert "1 of 2 are not decided yet" in answer.text
    bench.submit(f"/coding/{sample}/adjudicate", claim=second, verdict="for:Ben", why="nothing of it")
    assert kept(case)[-1].kind == "reject"
    only = bench.get(f"/coding/{sample}/agreement?show=open").text
    assert f'id="{first}"' not in only
    assert (
        bench.submit(f"/coding/{sample}/adjudicate", claim=first, verdict="for:Cid", why="x").status_code
        == 422
    )
    assert (
        bench.submit(f"/coding/{sample}/adjudicate", claim=first, verdict="accept", why="").status_code == 422
    )


def test_what_holds_may_be_something_else_and_keeps_what_was_corrected_before(bench: Any, case: Path) -> None:
    sample = draw(bench)
    first = claims_of(bench, sample)[0]
    code_all(bench, sample, "Ann")
    come_as(bench, "Ben")
    for claim in claims_of(bench, sample):
        code(bench, sample, claim, "wrong")
    for field in ("low", "status"):
        page = bench.get(f"/coding/{sample}/agreement?correct={first}").text
        was = html.unescape(re.search(r'name="was" value="([^"]*)"', page)[1])  # type: ignore[index]
        fields = (
            json.loads(was) | {"low": {"low": "0", "status": "civilian"}[field]}
            if field == "low"
            else (json.loads(was) | {"status": "civilian"})
        )
        bench.submit(
            f"/coding/{sample}/adjudicate",
            claim=first,
            verdict="correct",
            was=was,
            why="read again",
            **fields,
        )
    said = json.loads(kept(case)[-1].details)
    assert (said["low"], said["status"], said["sample"]) == (0, "civilian", sample)
    # An ordinary correction after it keeps what it said, too.
    page = bench.get(f"/claims/{first}").text
    was = html.unescape(re.search(r'name="was" value="([^"]*)"', page)[1])  # type: ignore[index]
    fields = json.loads(was) | {"coverage": "subset"}
    answer = bench.submit("/claims/correct", claim=first, was=was, why="some of them", **fields)
    assert answer.status_code == 200
    assert json.loads(kept(case)[-1].details) == {"low": 0, "status": "civilian", "coverage": "subset"}


def test_a_sample_is_opened_early_only_by_who_means_it(bench: Any, case: Path) -> None:
    sample = draw(bench)
    come_as(bench, "Ann")
    code(bench, sample, claims_of(bench, sample)[0], "right")
    page = bench.get(f"/coding/{sample}/agreement").text
    assert "This sample is blind" in page
    assert "Fewer than two people have begun" in page
    assert bench.submit(f"/coding/{sample}/open", why="Ben is ill").status_code == 422
    answer = bench.submit(
        f"/coding/{sample}/open", why="Ben is ill", sure="yes", back=f"/coding/{sample}/agreement"
    )
    assert "Krippendorff" in answer.text
    assert bench.submit(f"/coding/{sample}/open", why="again", sure="yes").status_code == 422
    come_as(bench, "Ben")
    code(bench, sample, claims_of(bench, sample)[0], "unclear")
    assert "not blind" in bench.get(f"/coding/{sample}").text
    assert "1 codings were made after" in bench.get(f"/coding/{sample}/agreement").text


def test_figures_and_codings_are_taken_away(bench: Any) -> None:
    sample = draw(bench, name="=pilot/1")
    code_all(bench, sample, "Ann", "Ben")
    answer = bench.get(f"/coding/{sample}/agreement/as/figures")
    assert answer.headers["content-disposition"] == 'attachment; filename="pilot-1-figures.csv"'
    rows = {row["field"]: row for row in csv.DictReader(io.StringIO(answer.text))}
    assert (rows["low"]["claims"], rows["low"]["codings"], rows["low"]["percent_agreement"]) == (
        "3",
        "6",
        "100.0000",
    )
    assert rows["reading"]["alpha"] == ""
    codings = list(csv.DictReader(io.StringIO(bench.get(f"/coding/{sample}/agreement/as/codings").text)))
    assert [row["coder"] for row in codings] == ["Ann", "Ben"] * 3
    told = bench.get(f"/coding/{sample}/agreement/as/json").json()
    assert told["coders"] == {"Ann": 3, "Ben": 3}
    assert bench.get(f"/coding/{sample}/agreement/as/tape").status_code == 404


def test_an_empty_case_says_where_claims_come_from(tmp_path: Path, open_bench: Callable[..., Any]) -> None:
    open_case(tmp_path / "new", create=True).close()
    bench = open_bench(tmp_path / "new")
    page = bench.get("/coding").text
    assert "There is nothing to code yet" in page
    assert "/coding/draw" not in page
