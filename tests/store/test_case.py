from __future__ import annotations

import hashlib
import json
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.errors import CaseError, InputError
from rashomon.model.base import content_id
from rashomon.model.claims import Claim, Count
from rashomon.model.judgements import Judgement, added_claim_id
from rashomon.model.layers import Reading
from rashomon.model.report import Loaded, Passage, Report, SetAside, Skipped
from rashomon.store import Case, open_case
from rashomon.store.migrations import SCHEMA_VERSION

TEXT = "Officials said at least nine gunmen were killed near the well.\nSubscribe to our letter."


def make(text: str = TEXT, locator: str = "a.txt", **fields: object) -> Loaded:
    raw = text.encode()
    sha256 = hashlib.sha256(raw).hexdigest()
    report = Report(
        id=content_id("r", sha256, locator),
        source_ref=locator,
        locator=locator,
        text=text,
        sha256=sha256,
        **fields,  # type: ignore[arg-type]
    )
    return Loaded(report=report, raw=raw)


def reading_of(loaded: Loaded) -> Reading:
    start = loaded.report.text.index("nine")
    words = loaded.report.text[start : start + 16]
    passage = Passage(report_id=loaded.report.id, start=start, end=start + 16, words=words)
    count = Count(low=9, high=None, as_written="at least nine")
    claim = Claim(
        id=content_id("c", loaded.report.id, "killed"),
        report_id=loaded.report.id,
        passages=(passage,),
        facet="killed",
        value=count,
    )
    return Reading(report_id=loaded.report.id, claims=(claim,))


@pytest.fixture
def case(tmp_path: Path):
    with open_case(tmp_path / "case", create=True) as opened:
        yield opened


def contents(path: Path) -> str:
    with sqlite3.connect(path) as connection:
        text = "\n".join(connection.iterdump())
    connection.close()
    return text


def test_a_report_comes_back_as_it_went_in(case: Case) -> None:
    aside = SetAside(start=63, end=86, reason="subscription", words="Subscribe to our letter")
    loaded = make(outlet="The Well", published="2019-05", set_aside=(aside,), notes=("odd",))
    assert case.add(loaded).outcome == "added"
    assert case.reports() == (loaded.report,)
    assert case.raw(loaded.report.id) == loaded.raw


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_back(case: Case, text: str) -> None:
    loaded = make(text, locator=f"{hashlib.sha256(text.encode()).hexdigest()}.txt")
    case.add(loaded)
    assert loaded.report in case.reports()


def test_the_same_report_again_changes_nothing(case: Case) -> None:
    case.add(make())
    before = contents(case.path)
    assert case.add(make()).outcome == "unchanged"
    assert contents(case.path) == before


def test_better_metadata_is_taken_and_absent_metadata_removes_nothing(case: Case) -> None:
    case.add(make(outlet="The Well"))
    stored = case.add(make(published="2019-05-02"))
    assert stored.outcome == "updated"
    assert (stored.report.outlet, stored.report.published) == ("The Well", "2019-05-02")
    assert case.add(make()).outcome == "unchanged"
    assert case.reports()[0].published == "2019-05-02"


def test_a_detected_language_does_not_replace_a_given_one(case: Case) -> None:
    case.add(make(language="fr", language_basis="given"))
    case.add(make(language="en", language_basis="detected"))
    assert case.reports()[0].language == "fr"


def test_other_bytes_at_the_same_place_are_a_version(case: Case) -> None:
    first, second = make("Nine were killed."), make("Ten were killed.")
    case.add(first)
    stored = case.add(second)
    assert (stored.outcome, stored.report.version_of) == ("version", first.report.id)
    third = case.add(make("Eleven were killed."))
    assert third.report.version_of == second.report.id


def test_one_file_name_from_two_outlets_is_two_reports(case: Case) -> None:
    case.add(make("Nine were killed.", outlet="The Well"))
    stored = case.add(make("Ten were killed.", outlet="The River"))
    assert (stored.outcome, stored.report.version_of) == ("added", None)


def test_a_failed_addition_leaves_nothing(case: Case) -> None:
    with pytest.raises(TypeError):
        case.add(Loaded(report=make().report, raw=None))  # type: ignore[arg-type]
    assert case.reports() == ()
    assert case.search("gunmen") == ()
    assert case.add(make()).outcome == "added"


def test_readings_come_back_and_replace_each_other(case: Case) -> None:
    loaded = make()
    case.add(loaded)
    case.keep_reading(reading_of(loaded), "en/1")
    case.keep_reading(reading_of(loaded), "en/2")
    assert case.readings() == (reading_of(loaded),)
    assert case.reading_keys() == {loaded.report.id: "en/2"}
    assert [hit.kind for hit in case.search("nine gunmen")].count("claim") == 1


def test_readings_of_some_reports_come_in_the_order_asked_for(case: Case) -> None:
    kept = [case.add(make(text=text, locator=f"{text}.txt")).report for text in ("one", "two", "three")]
    for report in kept:
        case.keep_reading(Reading(report_id=report.id), "key")
    wanted = [kept[2].id, "r_none", kept[0].id]
    assert [reading.report_id for reading in case.readings_of(wanted)] == [kept[2].id, kept[0].id]


def test_a_reading_needs_its_report(case: Case) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        case.keep_reading(reading_of(make()), "en/1")


def test_judgements_are_append_only(case: Case) -> None:
    one = Judgement(id="j1", kind="tie", targets=("m1", "e1"), by="Ada", when="2020-01-01", why="same well")
    case.judge(one)
    case.judge(replace(one, id="j2", closes="j1", why="other well"))
    assert [judgement.id for judgement in case.judgements()] == ["j1", "j2"]
    with pytest.raises(CaseError, match="is kept already"):
        case.judge(one)
    with pytest.raises(CaseError, match="closes 'j9', which is no judgement here"):
        case.judge(replace(one, id="j3", closes="j9"))
    for change in ("UPDATE judgement SET data = ''", "DELETE FROM judgement"):
        with pytest.raises(sqlite3.IntegrityError, match="closed by a later one"):
            case._connection.execute(change)


def test_skipped_inputs_are_replaced_by_the_next_call_of_the_same_name(case: Case) -> None:
    case.note_skipped("reports", [Skipped(locator="b.bin", reason="is no text")])
    case.note_skipped("others", [Skipped(locator="c.bin", reason="is no text", unread=True)])
    case.note_skipped("reports", [])
    assert case.skipped() == (Skipped(locator="c.bin", reason="is no text", unread=True),)


def test_settings_and_derived_texts(case: Case) -> None:
    assert case.setting("policy") is None
    case.set_setting("policy", "range")
    assert case.setting("policy") == "range"
    case.keep("linked", "state-1", "{}")
    assert (case.kept("linked", "state-1"), case.kept("linked", "state-2")) == ("{}", None)


def test_copies_are_marked_beside_the_report(case: Case) -> None:
    one, two = make(locator="a.txt"), make(locator="b.txt")
    case.add(one)
    case.add(two)
    assert case.mark_copies({one.report.id: None, two.report.id: one.report.id}) == 1
    assert [report.copied_from for report in case.reports()] == [None, one.report.id]
    assert case.mark_copies({two.report.id: one.report.id}) == 0


def test_the_digest_does_not_depend_on_order(tmp_path: Path) -> None:
    loaded = [make(f"{TEXT} {number}", f"{number}.txt") for number in range(4)]
    digests = set()
    for name, order in (("one", loaded), ("two", loaded[::-1])):
        with open_case(tmp_path / name, create=True) as case:
            for one in order:
                case.add(one)
                case.keep_reading(reading_of(one), "en/1")
            digests.add(case.digest())
            case.add(make("Another one.", "z.txt"))
            assert case.digest() not in digests
    assert len(digests) == 1


def test_search_finds_words_phrases_beginnings_and_tells_what_was_set_aside(case: Case) -> None:
    aside = SetAside(start=63, end=86, reason="subscription", words="Subscribe to our letter")
    case.add(make(set_aside=(aside,)))
    (hit,) = case.search('"nine gunmen" kill*')
    assert hit.kind == "report"
    assert "[nine gunmen]" in hit.snippet
    assert [one.kind for one in case.search("subscribe")] == ["set_aside"]
    assert case.search("gunmen absent") == ()


@pytest.mark.parametrize(
    "words", ["AND", "a OR", "near(", "x:y", '"', "'); DROP TABLE report; --", "*", "( ^"]
)
def test_no_query_breaks_the_search(case: Case, words: str) -> None:
    case.add(make())
    if any(letter.isalnum() for letter in words):
        assert isinstance(case.search(words), tuple)
    else:
        with pytest.raises(InputError, match="holds no word to look for"):
            case.search(words)


def test_opening_nothing_says_what_to_type(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="rashomon run REPORTS --out"):
        open_case(tmp_path / "none")
    with pytest.raises(CaseError, match=r"holds no case\.db"):
        open_case(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html>not a case at all</html>")
    for create in (False, True):
        with pytest.raises(CaseError, match="is not a case, nor any database"):
            open_case(page, create=create)
    assert page.read_text() == "<html>not a case at all</html>"


def test_a_case_opened_twice_here_outlives_another_process(tmp_path: Path) -> None:
    change = "import sys; from rashomon.store import open_case\nwith open_case(sys.argv[1]) as c: c.set_setting('n', sys.argv[2])"
    with open_case(tmp_path / "case.db", create=True) as kept:
        kept.set_setting("n", "0")
        for number in ("1", "2", "3"):
            with open_case(tmp_path / "case.db") as again:
                assert again.setting("n") is not None
            # What the other leaves when it closes is what the first goes on with: its log is not cleared away.
            subprocess.run([sys.executable, "-c", change, str(tmp_path / "case.db"), number], check=True)  # noqa: S603
            assert kept.setting("n") == number
            kept.set_setting("m", number)


def test_a_foreign_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE other (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(CaseError, match="no case of Rashomon's"):
        open_case(tmp_path, create=True)
    assert path.read_bytes() == before


def test_a_newer_case_is_refused(tmp_path: Path) -> None:
    open_case(tmp_path / "c", create=True).close()
    connection = sqlite3.connect(tmp_path / "c/case.db")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    with pytest.raises(CaseError, match=r"written by a newer Rashomon.*pip install --upgrade"):
        open_case(tmp_path / "c")


def test_a_truncated_case_is_refused(tmp_path: Path) -> None:
    with open_case(tmp_path / "c", create=True) as case:
        case.add(make())
    path = tmp_path / "c/case.db"
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(CaseError, match="cannot be"):
        open_case(path).reports()


def test_an_unwritable_place_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="is a file, not a folder"):
        open_case(tmp_path / "file/case", create=True)
    with pytest.raises(InputError, match=r"cannot be written|nothing can be written"):
        open_case(Path("/proc/none/case"), create=True)


def test_opening_and_looking_writes_nothing(tmp_path: Path) -> None:
    with open_case(tmp_path / "c", create=True) as case:
        case.add(make())
    before = {path.name: path.read_bytes() for path in (tmp_path / "c").iterdir()}
    with open_case(tmp_path / "c/case.db") as case:
        case.reports()
        case.add(make())
        case.search("gunmen")
    assert {path.name: path.read_bytes() for path in (tmp_path / "c").iterdir()} == before
    assert list(before) == ["case.db"]


SCRIPT = """
import hashlib, os, sys
from rashomon.model.base import content_id
from rashomon.model.report import Loaded, Report
from rashomon.store import open_case

def make(name):
    raw = f"Nine gunmen were killed near the well. {name}".encode()
    sha256 = hashlib.sha256(raw).hexdigest()
    known = dict(source_ref=name, locator=name, text=raw.decode(), sha256=sha256)
    report = Report(id=content_id("r", sha256, name), **known)
    return Loaded(report=report, raw=raw)

folder, first, die = sys.argv[1], int(sys.argv[2]), sys.argv[3] == "die"
with open_case(folder, create=True) as case:
    for number in range(first, first + 20):
        case.add(make(f"{number}.txt"))
    if die:
        case._connection.execute("BEGIN IMMEDIATE")
        case._connection.execute("INSERT INTO skipped VALUES ('x', 'y', 'z', 0)")
        os._exit(9)
"""


def start(folder: Path, first: int, how: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", SCRIPT, str(folder), str(first), how])  # noqa: S603


def test_two_processes_add_at_once(tmp_path: Path) -> None:
    workers = [start(tmp_path / "c", first, "live") for first in (0, 10)]
    assert [worker.wait(60) for worker in workers] == [0, 0]
    with open_case(tmp_path / "c") as case:
        assert len(case.reports()) == 30


def test_a_process_killed_midway_leaves_a_usable_case(tmp_path: Path) -> None:
    assert start(tmp_path / "c", 0, "die").wait(60) == 9
    with open_case(tmp_path / "c") as case:
        assert len(case.reports()) == 20
        assert case.skipped() == ()
        assert len(case.search("gunmen", limit=50)) == 20


def added(loaded: Loaded, judgement_id: str = "j1", **said: object) -> Judgement:
    details = {
        "report": loaded.report.id,
        "start": 0,
        "end": 9,
        "words": "Officials",
        "facet": "leader",
        **said,
    }
    return Judgement(
        id=judgement_id,
        kind="add",
        targets=(loaded.report.id,),
        by="Ada",
        when="2020-01-01",
        why="missed",
        details=json.dumps(details),
    )


def close(judgement_id: str, closes: str) -> Judgement:
    return Judgement(
        id=judgement_id, kind="undo", targets=(closes,), by="Ada", when="2020-01-02", why="no", closes=closes
    )


def test_what_people_add_is_found_until_it_is_undone_and_after_a_new_reading(case: Case) -> None:
    loaded = make()
    case.add(loaded)
    case.keep_reading(reading_of(loaded), "1")
    judgement = added(loaded, transcription="the drone was heard twice")
    case.judge(judgement)
    (hit,) = case.search("drone twice")
    assert (hit.kind, hit.claim_id) == ("claim", added_claim_id(judgement))
    case.keep_reading(reading_of(loaded), "2")
    assert len(case.search("drone")) == 1
    assert [one.kind for one in case.search("nine gunmen")].count("claim") == 1
    case.judge(close("j2", "j1"))
    case.judge(close("j3", "j1"))
    assert case.search("drone") == ()
    case.judge(close("j4", "j3"))
    assert case.search("drone") == ()
    case.judge(close("j5", "j2"))
    assert len(case.search("drone")) == 1
    case.judge(added(make(locator="elsewhere.txt"), "j6", transcription="a drone elsewhere"))
    assert len(case.search("drone")) == 1


def test_purging_a_report_takes_what_people_added_to_it_out_of_the_search(case: Case) -> None:
    loaded = make()
    case.add(loaded)
    case.judge(added(loaded, transcription="the drone was heard twice"))
    assert len(case.search("drone")) == 1
    case.redact(loaded.report.id, "asked to")
    assert case.search("drone") == ()
