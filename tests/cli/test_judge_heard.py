"""A claim of a recording through everything that shows claims: never an empty quotation, always its time."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.cli.conftest import Call

HEARD = "seventy-one militants lie on that hill"
AT = "00:12:31"


@pytest.fixture
def told(call: Call, reports: Path, tmp_path: Path) -> Path:
    """A case with a claim that is heard in a recording whose report holds none of its words."""
    (reports / "film.txt").write_text("A film of the briefing in Tabankort, May 2019.\n")
    (reports / "film.meta.json").write_text('{"published": "2019-05-08", "outlet": "Well TV"}')
    case = tmp_path / "case"
    assert call("run", reports, "--out", case, "--quiet")[0] == 0
    record = json.loads((case / "record.json").read_text())
    event = next(one["id"] for one in record["events"] if one["principal_for"])
    add = ("judge", case, "add", "film.txt", "--at", "0:12:31", "--said", HEARD, "--facet", "killed")
    figure = ("--low", "71", "--high", "71", "--about", "jnim", "--status", "combatant")
    code, _, err = call(*add, *figure, "--event", event, "--why", "heard twice", "--by", "Ann")
    assert code == 0, err
    return case


def event_of(case: Path) -> str:
    record = json.loads((case / "record.json").read_text())
    return str(next(one["id"] for one in record["events"] if "film.txt" in one["reports"]))


def test_the_record_and_the_page_show_what_was_heard_and_when(call: Call, told: Path) -> None:
    out = " ".join(call("record", told, event_of(told), "--why")[1].split())
    assert f"“{HEARD}” (at {AT})" in out
    assert "“”" not in out
    page = (told / "index.html").read_text()
    assert f"<mark>{HEARD}</mark> [heard at {AT}]" in page
    assert "<mark></mark>" not in page
    line = next(line for line in (told / "claims.jsonl").read_text().splitlines() if AT in line)
    claim = json.loads(line)
    assert claim["passage"] == {"start": 0, "end": 0, "words": ""}
    assert {"code": "at_timecode", "words": HEARD, "note": AT} in claim["flags"]


def test_the_article_cites_it_with_its_time(told: Path) -> None:
    assert re.search(rf"71.*\[\^\d\] \(at {AT}\)", (told / "article.md").read_text())
    assert f"{{{{rp|at={AT}}}}}" in (told / "article.wiki").read_text()
    assert f" at {AT}</sup>" in (told / "index.html").read_text()


def test_an_audit_quotes_it(call: Call, told: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("On 4 May 2019, 71 militants of JNIM were killed near Tabankort.\n")
    code, out, err = call("audit", article, "--against", told, "--as", "json")
    assert code in (0, 1), err
    rows = [row for one in json.loads(out)["statements"] for row in (*one["evidence"], *one["against"])]
    assert HEARD in {row["words"] for row in rows}, out
    assert "" not in {row["words"] for row in rows}


@pytest.mark.parametrize("form", ["csv", "jsonld"])
def test_exports_of_claims_hold_what_was_heard(call: Call, told: Path, form: str) -> None:
    code, out, err = call("export", told, "--as", form)
    assert code == 0, err
    assert HEARD in out
    if form == "jsonld":
        assert f"t=npt:{AT}" in out
        assert '"exact":""' not in out.replace(" ", "")


@pytest.mark.parametrize("form", ["ucdp", "acled", "airwars", "geojson", "quickstatements", "ftm", "hxl"])
def test_no_export_trips_on_it(call: Call, told: Path, form: str) -> None:
    code, out, _ = call("export", told, "--as", form)
    assert (code in (0, 1), "“”" in out) == (True, False)


def test_it_holds_after_reading_again_is_coded_and_purged(call: Call, told: Path) -> None:
    assert call("add", told, "--reread", "--quiet")[0] == 0
    assert HEARD in (told / "claims.jsonl").read_text()
    draw = ("judge", told, "sample", "films", "--where", "report=film.txt", "--why", "all films")
    assert call(*draw)[0] == 0
    assert f"[{HEARD}]" in call("judge", told, "code", "films", "--by", "Ben")[1]
    assert call("redact", told, "film.txt", "--why", "asked for", "--yes")[0] == 0
    for path in told.iterdir():
        assert HEARD.encode() not in path.read_bytes(), path.name
    assert call("judge", told, "list")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("two.txt", "--facet", "killed"), "give the WORDS of the report or"),
        (("two.txt", "nine", "--at", "0:00:01", "--said", "x", "--facet", "killed"), "give the WORDS"),
        (("two.txt", "--at", "0:00:01", "--facet", "killed"), "give the WORDS"),
        (("two.txt", "--at", "1:99:01", "--said", "x", "--facet", "killed"), "'1:99:01' is no timecode"),
    ],
)
def test_what_is_heard_at_no_time_changes_nothing(
    call: Call, case: Path, arguments: tuple[str, ...], message: str
) -> None:
    code, _, err = call("judge", case, "add", *arguments, "--why", "x")
    assert (code, message in err) == (2, True), err
    assert call("judge", case, "export")[1] == ""
