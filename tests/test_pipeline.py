from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import InputError, SettingError
from rashomon.model.base import content_id
from rashomon.model.layers import Reading
from rashomon.model.report import Loaded, Report, Skipped
from rashomon.pipeline import (
    add_reports,
    build,
    check_as_of,
    check_policy,
    digest_of,
    latest_versions,
    read_missing,
    reading_key,
    require_report,
    stale_readings,
)
from rashomon.store import open_case

TEXTS = {
    "one.txt": "Rebels shelled the port on 3 June 2016. At least 12 soldiers were killed, the army said.",
    "two.txt": "The army said that nine rebels were killed near the port on 3 June 2016.",
    "three.txt": "Two villagers were wounded in the fighting near the port, a doctor said.",
}


def make(name: str, **fields: object) -> Loaded:
    raw = TEXTS[name].encode()
    sha256 = hashlib.sha256(raw).hexdigest()
    known = {"source_ref": name, "locator": name, "text": TEXTS[name], "sha256": sha256}
    known |= {"language": "en", "published": "2016-06-04", **fields}
    return Loaded(report=Report(id=content_id("r", sha256, name), **known), raw=raw)


def test_inputs_pass_through_once_one_is_a_report() -> None:
    skipped = Skipped(locator="x", reason="is no text")
    inputs = [skipped, make("one.txt"), skipped]
    assert list(require_report(iter(inputs))) == inputs


def test_no_report_among_the_inputs_is_an_error_with_reasons() -> None:
    with pytest.raises(InputError, match=r"nothing was written\.\n  x: is no text"):
        require_report([Skipped(locator="x", reason="is no text")])
    with pytest.raises(InputError, match="Give a file or a folder"):
        require_report([])


def test_an_unknown_policy_is_told_with_the_nearest() -> None:
    with pytest.raises(
        SettingError, match=r'no policy \'ucpd\' \(did you mean "ucdp"\?\)\. Policies: ucdp, acled'
    ):
        check_policy("ucpd")
    check_policy("range")


def test_a_day_is_checked() -> None:
    check_as_of(None)
    check_as_of("2018-04")
    with pytest.raises(SettingError, match="'yesterday' is no date"):
        check_as_of("yesterday")


def test_only_the_last_version_is_a_witness() -> None:
    one = make("one.txt").report
    two = replace(make("two.txt").report, version_of=one.id)
    three = make("three.txt").report
    assert latest_versions([one, two, three]) == (two, three)


@pytest.mark.parametrize("field", ["published", "outlet", "language", "kind"])
def test_a_reading_depends_on_metadata_that_a_reader_uses(field: str) -> None:
    report = make("one.txt").report
    assert reading_key(replace(report, **{field: "statement"})) != reading_key(report)
    assert reading_key(replace(report, title="Shells", notes=("odd",))) == reading_key(report)


@given(st.permutations(sorted(TEXTS)))
def test_a_digest_does_not_depend_on_order(names: list[str]) -> None:
    reports = [make(name).report for name in names]
    readings = [Reading(report_id=report.id) for report in reports]
    ordered = [make(name).report for name in sorted(TEXTS)]
    assert digest_of(reports, readings) == digest_of(ordered, readings)


def test_adding_one_report_later_reads_only_that_one(tmp_path: Path) -> None:
    steps: list[tuple[str, int, int | None, str]] = []
    with open_case(tmp_path / "c", create=True) as case:
        add_reports(case, [make("one.txt"), make("two.txt")], given="reports")
        assert stale_readings(case) == 2
        assert len(read_missing(case).read) == 2
        added = add_reports(case, [make("one.txt"), make("three.txt")], given="more")
        assert [report.source_ref for report in added.added] == ["three.txt"]
        assert [report.source_ref for report in added.unchanged] == ["one.txt"]
        read_missing(case, progress=lambda *step: steps.append(step))
        assert steps == [("read", 1, 1, "three.txt")]
        assert read_missing(case).read == ()
        assert len(read_missing(case, again=True).read) == 3


def test_a_view_does_not_depend_on_the_order_of_adding(tmp_path: Path) -> None:
    views = []
    for folder, names in (("one", sorted(TEXTS)), ("two", sorted(TEXTS, reverse=True))):
        with open_case(tmp_path / folder, create=True) as case:
            for name in names:
                add_reports(case, [make(name)], given=name)
                read_missing(case)
            views.append(build(case, policy="range"))
    assert views[0].record == views[1].record
    assert views[0].linked == views[1].linked


def test_kept_ties_equal_those_made_anew(tmp_path: Path) -> None:
    with open_case(tmp_path / "c", create=True) as case:
        add_reports(case, [make(name) for name in TEXTS], given="reports")
        read_missing(case)
        first = build(case)
        assert case._rows("SELECT name FROM derived") == [("linked",)]
        assert build(case) == first
        assert build(case, relink=True) == first


def test_a_report_without_reader_is_unread_and_in_the_view(tmp_path: Path) -> None:
    with open_case(tmp_path / "c", create=True) as case:
        add_reports(case, [make("one.txt"), make("two.txt", language="xx")], given="reports")
        done = read_missing(case)
        assert [skipped.locator for skipped in done.unread] == ["two.txt"]
        assert [skipped.unread for skipped in build(case).skipped] == [True]
