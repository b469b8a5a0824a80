"""Worked cases of reconciling, and what holds for any claims whatever.

The cases stand in ``cases.txt``, to be read and corrected by people who code events.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.codebook.policies import AGE_AND_SEX, ROLE_CATEGORIES
from rashomon.codebook.vague import VAGUE_NUMBERS
from rashomon.errors import SettingError
from rashomon.model.claims import ActorRef, Attribution, Claim, Count, Moment, Party, Term
from rashomon.model.codec import to_json
from rashomon.model.events import Event, EventSide, Linked, SideActor, Utterance
from rashomon.model.record import EventRecord, Record
from rashomon.model.report import Passage, Report
from rashomon.reconciling import POLICIES, reconcile

ACTORS = {"A": ("forces:MLI", "msa", "gatia"), "B": ("isgs",), "V": ()}
ROLES = {"A": "belligerent", "B": "belligerent", "V": "victims"}
BODIES = {"army": "forces:MLI", "staff": "forces:FRA", "militia": "msa", "jihadists": "isgs"}


@dataclass
class Case:
    title: str
    rule: str = ""
    kind: str = "clash"
    said: list[str] = field(default_factory=list)
    expected: dict[str, str] = field(default_factory=dict)
    extra: dict[int, dict[str, Any]] = field(default_factory=dict)
    """Row number → fields of the claim that the row does not show."""


def count(words: str) -> Count:
    number = [int(found) for found in re.findall(r"\d+", words)]
    if words in VAGUE_NUMBERS:
        return Count(low=VAGUE_NUMBERS[words].low, high=None, as_written=words, vague=words)
    if words.endswith("+"):
        return Count(low=number[0], high=None, as_written=f"at least {number[0]}")
    if words.startswith("<"):
        return Count(low=None, high=number[0], as_written=f"up to {number[0]}")
    return Count(low=number[0], high=number[-1], approximate=words.startswith("~"), as_written=words)


def read_row(index: int, row: str, extra: dict[str, Any]) -> tuple[str, Claim, Report]:
    side, facet, figure, speaker, source = (cell.strip() for cell in row.split("|"))
    outlet, day = source.rsplit(" ", 1)
    report = Report(
        id=f"r_{source}",
        source_ref=source,
        locator=source,
        text="",
        sha256="",
        outlet=outlet,
        published=None if day == "undated" else f"2018-04-{int(day):02d}",
    )
    party: dict[str, Any] = {"words": "people", "status": "civilian" if side == "V" else "unknown"}
    party |= extra.get("about", {})
    links = [Attribution(source=outlet, source_kind="outlet")]
    if speaker != "-":
        body = BODIES.get(speaker.removesuffix(" leader"))
        links.insert(0, Attribution(source=f"the {speaker}", source_kind="organisation", actor_id=body))
    claim = Claim(
        id=f"c{index:02d}",
        report_id=report.id,
        passages=(Passage(report_id=report.id, start=index, end=index + 1, words="x"),),
        facet=facet,
        value=count(figure),
        about=Party(**party),
        attribution=tuple(links),
    )
    return side, replace(claim, **{key: value for key, value in extra.items() if key != "about"}), report


@dataclass
class Built:
    linked: Linked
    claims: dict[str, Claim]
    reports: dict[str, Report]

    def record(self, policy: str = "ucdp", as_of: str | None = None) -> Record:
        return reconcile(self.linked, self.claims, self.reports, policy=policy, as_of=as_of)


def build(rows: list[str], extra: dict[int, dict[str, Any]] | None = None, kind: str = "clash") -> Built:
    read = [read_row(index, row, (extra or {}).get(index, {})) for index, row in enumerate(rows)]
    sides = []
    present = {side for side, _, _ in read} - {"-"}
    # Where one side of a fight lost somebody, the other was there too.
    if kind == "clash" and present & {"A", "B"}:
        present |= {"A", "B"}
    for label in sorted(present):
        actors = tuple(SideActor(id=one, name=one, as_written=(one,)) for one in ACTORS[label])
        ids = tuple(claim.id for side, claim, _ in read if side == label)
        sides.append(EventSide(label=label, role=ROLES[label], actors=actors, claim_ids=ids))  # type: ignore[arg-type]
    shared = tuple(claim.id for _, claim, _ in read if claim.scope == "several")
    event = Event(
        id="e1",
        kind=kind,
        title="A clash",
        mention_ids=(),
        claim_ids=tuple(claim.id for _, claim, _ in read if claim.id not in shared),
        shared_claim_ids=shared,
        sides=tuple(sides),
    )
    return Built(
        linked=Linked(events=(event,)),
        claims={claim.id: claim for _, claim, _ in read},
        reports={report.id: report for _, _, report in read},
    )


def read_notes(notes: str) -> dict[str, Any]:
    """The fields of a claim that the last column of a row stands for."""
    fields: dict[str, Any] = {}
    about: dict[str, Any] = {}
    for note in filter(None, (note.strip() for note in notes.split(","))):
        if note.startswith("part of row "):
            fields |= {"coverage": "subset", "subset_of": f"c{int(note.split()[-1]) - 1:02d}"}
        elif note == "over several events":
            fields["scope"] = "several"
        elif note == "denied":
            fields["attribution"] = (
                Attribution(source="the army", source_kind="organisation", stance="denies"),
            )
        elif note in {"running", "increment"}:
            fields["coverage"] = note
        elif note in {"hedged", "hypothetical", "planned"}:
            fields["certainty"] = note
        elif note in {"civilian", "combatant"}:
            about["status"] = note
        elif note == "families":
            about["unit"] = note
        elif note in {one for ids in ACTORS.values() for one in ids}:
            about["actors"] = (*about.get("actors", ()), ActorRef(words=note, actor_id=note))
        else:
            assert note in ROLE_CATEGORIES | AGE_AND_SEX, note
            about["categories"] = (*about.get("categories", ()), note)
    return {**fields, "about": about} if about else fields


def read_cases() -> list[Case]:
    cases: list[Case] = []
    for line in (Path(__file__).parent / "cases.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            cases.append(Case(title=line[3:]))
        elif line.startswith("  "):
            cells = line.strip().split("|")
            cases[-1].extra[len(cases[-1].said)] = read_notes(cells[5] if len(cells) > 5 else "")
            cases[-1].said.append("|".join(cells[:5]))
        elif line and not line.startswith("#"):
            key, _, words = line.partition(": ")
            if key in {"rule", "kind"}:
                setattr(cases[-1], key, words)
            else:
                cases[-1].expected[key] = words
    return cases


CASES = read_cases()


def test_there_are_cases() -> None:
    assert len(CASES) >= 25
    assert all(case.rule and case.said and case.expected for case in CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case) -> None:
    record = build(case.said, case.extra, case.kind).record().events[0]
    seen = {key: observed(record, key) for key in case.expected}
    assert seen == case.expected, case.rule


def observed(record: EventRecord, key: str) -> str:
    """What the record says under a key of a case, in the words of the cases."""
    totals = record.totals
    u = totals.ucdp
    plain: dict[str, tuple[object, ...]] = {
        "ucdp": (u.deaths_a, u.deaths_b, u.deaths_civilians, u.deaths_unknown, u.best, u.low, u.high),
        "acled": (totals.acled.fatalities,),
        "airwars": (totals.airwars.killed.min, totals.airwars.killed.max),
        "airwars_injured": (totals.airwars.injured.min, totals.airwars.injured.max),
        "latest": (totals.latest.killed,),
        "toll": (totals.latest.killed, totals.latest.wounded),
        "shared": (len(record.shared_figures),),
    }
    if key in plain:
        return " ".join("-" if number is None else str(number) for number in plain[key])
    if key in {"range", "wounded"}:
        span = totals.range.killed if key == "range" else totals.range.wounded
        if span.max is None:
            return "nothing"
        return f"{'?' if span.min is None else span.min}-{span.max}" + (" open" if span.max_open else "")
    if key == "flag":
        return next((flag.code for flag in record.flags if flag.code == "total_below_parts"), "none")
    return str(getattr(next(found for found in record.findings if found.facet == "killed"), key)).lower()


# --- what holds for any claims -----------------------------------------------------------------

FIGURES = st.sampled_from(
    ["0", "1", "3", "7", "20", "5+", "30+", "20-30", "~60", "<40", "several", "dozens", "plural"]
)
COVERAGES = ["total", "subset", "increment", "running", "unknown"]
EXTRAS = st.fixed_dictionaries(
    {
        "coverage": st.sampled_from(COVERAGES),
        "scope": st.sampled_from(["event", "event", "event", "several", "unknown"]),
        "certainty": st.sampled_from(["asserted", "asserted", "hedged", "hypothetical", "planned"]),
        "polarity": st.sampled_from(["affirmed", "affirmed", "negated"]),
        "statement_id": st.sampled_from([None, None, "s1", "s2"]),
        "about": st.fixed_dictionaries(
            {
                "status": st.sampled_from(["civilian", "combatant", "hors_de_combat", "unknown"]),
                "categories": st.sampled_from([(), ("soldiers",), ("police",), ("women",), ("children",)]),
                "unit": st.sampled_from(["persons", "persons", "persons", "families"]),
                "actors": st.sampled_from([(), ("msa",), ("msa", "gatia"), ("forces:MLI",)]).map(
                    lambda ids: tuple(ActorRef(words=one, actor_id=one) for one in ids)
                ),
            }
        ),
    }
)
ROWS = st.builds(
    lambda side, facet, figure, speaker, outlet, day: (
        f"{side} | {facet} | {figure} | {speaker} | {outlet} {day}"
    ),
    st.sampled_from("ABV-"),
    st.sampled_from(["killed", "killed", "wounded", "captured", "losses"]),
    FIGURES,
    st.sampled_from(["army", "staff", "militia", "militia leader", "-"]),
    st.sampled_from(["Radio", "Post", "Wire"]),
    st.sampled_from(["2", "3", "23", "undated"]),
)
CLAIMS = st.lists(st.tuples(ROWS, EXTRAS), min_size=1, max_size=8).map(
    lambda pairs: build([row for row, _ in pairs], dict(enumerate(extra for _, extra in pairs)))
)
NAMES = st.sampled_from(sorted(POLICIES))


@given(CLAIMS)
def test_sums_and_bounds_hold(built: Built) -> None:
    totals = built.record().events[0].totals
    u = totals.ucdp
    if u.best is None:
        assert u == type(u)()
    else:
        parts = (u.deaths_a, u.deaths_b, u.deaths_civilians, u.deaths_unknown)
        assert u.best == sum(part or 0 for part in parts)
        assert all(part is None or part >= 0 for part in parts)
        assert u.low is not None
        assert u.high is not None
        assert 0 <= u.low <= u.best <= u.high
    for span in (totals.range.killed, totals.range.wounded, totals.range.captured, totals.airwars.killed):
        assert span.min is None or (span.max is not None and span.min <= span.max)


@given(CLAIMS, NAMES)
def test_sides_keep_their_bounds(built: Built, policy: str) -> None:
    for side in built.record(policy).events[0].sides:
        for interval in (side.casualties.killed, side.casualties.wounded, side.casualties.captured):
            known = [one for one in (interval.low, interval.best, interval.high) if one is not None]
            assert known == sorted(known)


@given(CLAIMS, NAMES, st.randoms(use_true_random=False))
def test_order_changes_nothing(built: Built, policy: str, random: Any) -> None:
    event = built.linked.events[0]
    ids, claims, reports = list(event.claim_ids), list(built.claims.items()), list(built.reports.items())
    for one in (ids, claims, reports):
        random.shuffle(one)
    shuffled = Built(Linked(events=(replace(event, claim_ids=tuple(ids)),)), dict(claims), dict(reports))
    assert to_json(shuffled.record(policy)) == to_json(built.record(policy))


@given(CLAIMS)
def test_totals_are_the_same_under_every_policy(built: Built) -> None:
    assert len({built.record(policy).events[0].totals for policy in POLICIES}) == 1


@given(CLAIMS)
def test_what_covers_several_events_counts_in_none(built: Built) -> None:
    event = built.linked.events[0]
    without = replace(event, shared_claim_ids=())
    own = {one: claim for one, claim in built.claims.items() if one in event.claim_ids}
    alone = Built(Linked(events=(without,)), own, built.reports)
    assert alone.record().events[0].totals == built.record().events[0].totals


@given(CLAIMS, NAMES)
def test_every_finding_rests_on_claims_of_its_event(built: Built, policy: str) -> None:
    record = built.record(policy).events[0]
    own = set(built.linked.events[0].claim_ids)
    for found in record.findings:
        assert found.supporting or found.opposing
        assert own.issuperset((*found.supporting, *found.opposing))
        assert not set(found.supporting) & set(found.opposing)
        assert found.why.strip()
        assert found.witnesses <= len(found.supporting)


@given(CLAIMS, NAMES, st.data())
def test_another_print_of_a_statement_changes_no_figure(
    built: Built, policy: str, data: st.DataObject
) -> None:
    event = built.linked.events[0]
    if not event.claim_ids:
        return
    first = built.claims[data.draw(st.sampled_from(event.claim_ids))]
    told = replace(
        first,
        attribution=(
            Attribution(source="army", source_kind="organisation", actor_id="forces:MLI"),
            *first.attribution[-1:],
        ),
    )
    claims = {**built.claims, told.id: told}
    print_of = Report(
        id="r_copy",
        source_ref="copy 23",
        locator="copy",
        text="",
        sha256="",
        outlet="Copy",
        published="2018-04-23",
        copied_from=told.report_id,
    )
    again = replace(
        told, id="c99", report_id="r_copy", passages=(replace(told.passages[0], report_id="r_copy"),)
    )
    sides = tuple(
        replace(side, claim_ids=(*side.claim_ids, again.id)) if told.id in side.claim_ids else side
        for side in event.sides
    )
    more = replace(event, claim_ids=(*event.claim_ids, again.id), sides=sides)
    one = Built(
        Linked(events=(event,), statements=(Utterance(id="u1", claim_ids=(told.id,), reason=""),)),
        claims,
        built.reports,
    )
    two = Built(
        Linked(events=(more,), statements=(Utterance(id="u1", claim_ids=(told.id, again.id), reason=""),)),
        {**claims, again.id: again},
        {**built.reports, "r_copy": print_of},
    )
    before, after = one.record(policy).events[0], two.record(policy).events[0]
    assert after.totals == before.totals
    shape = [(found.facet, found.value, found.agreement, found.witnesses) for found in before.findings]
    assert [(found.facet, found.value, found.agreement, found.witnesses) for found in after.findings] == shape


# --- the rest of the record --------------------------------------------------------------------


def test_an_unknown_policy_names_the_choices() -> None:
    with pytest.raises(SettingError, match=r"'median' is not a policy.*ucdp, acled, range, airwars, latest"):
        build(["B | killed | 7 | army | Radio 2"]).record("median")


def test_as_of_leaves_out_what_came_later_and_what_has_no_date() -> None:
    built = build(
        [
            "B | killed | 7 | army | Radio 2",
            "B | killed | 9 | staff | Post 9",
            "B | killed | 99 | - | Wire undated",
        ]
    )
    record = built.record(as_of="2018-04-05").events[0]
    assert record.totals.acled.fatalities == 7
    assert record.totals.range.killed.max == 7
    assert [flag.note for flag in record.flags if flag.code == "undated_report_left_out"] == [
        "Wire undated has no known publication date"
    ]


def test_as_of_must_be_a_day() -> None:
    with pytest.raises(SettingError, match="spring"):
        build(["B | killed | 7 | army | Radio 2"]).record(as_of="spring")


def moment(start: str, end: str | None = None, **fields: Any) -> dict[str, Any]:
    return {
        "facet": "date",
        "value": Moment(start=start, end=end or start, grain="day", as_written=start),
        **fields,
    }


@pytest.mark.parametrize(
    ("dates", "start", "end", "precision"),
    [
        (["2018-04-01"], "2018-04-01", "2018-04-01", 1),
        (["2018-04-01", "2018-04"], "2018-04-01", "2018-04-01", 1),
        (["2018-03-28", "2018-04-01"], "2018-03-28", "2018-04-01", 2),
        (["2018-03"], "2018-03", "2018-03", 4),
        (["--04-01"], "--04-01", "--04-01", 1),
        (["2018-04-01", "2018-06-01"], "2018-04-01", "2018-04-01", 1),
        (["2018-04"], "2018-04-01", "2018-04-05", 2),
    ],
)
def test_date(dates: list[str], start: str, end: str, precision: int) -> None:
    rows = [f"- | date | 1 | - | Radio{index} 5" for index in range(len(dates))]
    built = build(rows, {index: moment(day) for index, day in enumerate(dates)})
    date = built.record().events[0].date
    assert (date.start, date.end, date.precision) == (start, end, precision)


@pytest.mark.parametrize(
    ("kind", "sides", "violence", "acled"),
    [
        ("attack", "AB", 1, "Battles"),
        ("attack", "BV", 3, "Violence against civilians"),
        ("attack_on_civilians", "BV", 3, "Violence against civilians"),
        ("incident", "B", None, None),
    ],
)
def test_type_of_violence(kind: str, sides: str, violence: int | None, acled: str | None) -> None:
    record = build([f"{side} | killed | 3 | - | Radio 2" for side in sides], kind=kind).record().events[0]
    assert (record.type_of_violence, record.acled.event_type) == (violence, acled)


def test_an_accusation_stands_beside_its_denial() -> None:
    accused = {
        "facet": "responsibility",
        "value": Term(code="accused"),
        "by": Party(words="the militia", actors=(ActorRef(words="MSA", actor_id="msa"),)),
    }
    denied = {**accused, "value": Term(code="denied")}
    built = build(["- | x | 1 | staff | Radio 2", "- | x | 1 | militia | Post 3"], {0: accused, 1: denied})
    found = [one for one in built.record().events[0].findings if one.facet == "responsibility"]
    assert [(one.supporting, one.opposing, one.agreement) for one in found] == [
        (("c00",), ("c01",), "disputed")
    ]


def test_a_why_names_speaker_words_and_outlet() -> None:
    built = build(["B | killed | 30+ | staff | Radio 5", "B | killed | 20 | militia | Post 2"])
    why = next(found.why for found in built.record().events[0].findings if found.facet == "killed")
    for words in ("the staff", "the militia", "Radio", "Post", "at least 30", "20"):
        assert words in why
