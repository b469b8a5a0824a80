from __future__ import annotations

import html
import re
from dataclasses import replace
from itertools import pairwise
from types import ModuleType

import pytest

from rashomon.model.events import Linked
from rashomon.model.record import EventDate, RecordPlace
from rashomon.writing import CaseView, render_article, render_outputs
from rashomon.writing.page.events import headline, usual_country
from rashomon.writing.page.rendering import MAX_EVENTS


def page_of(view: CaseView, **more: bool) -> str:
    return render_outputs(view, **more)["index.html"]


def test_codes_stand_with_what_they_mean(cases: ModuleType) -> None:
    page = html.unescape(page_of(cases.VIEW))
    assert "UCDP date precision 1: the exact day is known" in page
    assert "UCDP where precision 2: within about 25 km of a known place" in page
    assert "ACLED: Battles / Armed clash" in page
    assert "UCDP type of violence 1: state-based" in page


def test_events_are_listed_first_and_lead_to_their_place_on_the_page(cases: ModuleType) -> None:
    page = page_of(cases.VIEW)
    assert page.index('id="events"') < page.index('id="record"') < page.index('id="others"')
    for event in cases.RECORD.events:
        assert f'href="#{event.id}"' in page
        assert f'id="{event.id}"' in page


def test_what_is_not_known_is_said_in_words(cases: ModuleType) -> None:
    bare = tuple(
        replace(event, date=EventDate(), place=RecordPlace(), sides=(), findings=())
        for event in cases.RECORD.events
    )
    view = replace(
        cases.VIEW,
        record=replace(cases.RECORD, events=bare),
        linked=Linked(events=tuple(replace(e, claim_ids=(), shared_claim_ids=()) for e in cases.EVENTS)),
    )
    page = html.unescape(page_of(view))
    assert "No report says when it was" in page
    assert "No map: no report says where it was." in page
    assert "No report names who took part." in page
    assert "That is not zero." in page


def test_a_place_without_coordinates_has_no_map(cases: ModuleType) -> None:
    first, *others = cases.RECORD.events
    nowhere = replace(first, place=RecordPlace(name="Tamsa", country="Norland"))
    page = page_of(replace(cases.VIEW, record=replace(cases.RECORD, events=(nowhere, *others))))
    assert "the coordinates of this place are not known" in page


def test_a_case_without_events_says_what_that_means(cases: ModuleType) -> None:
    view = replace(cases.VIEW, linked=Linked(), record=replace(cases.RECORD, events=()))
    page = page_of(view)
    assert "No event was found in these reports: none of them tells" in page
    assert 'id="article"' not in page
    assert "it tells of no violence" in page


def test_a_case_without_reports_says_what_to_type(cases: ModuleType) -> None:
    view = CaseView(
        reports={}, readings=(), claims={}, linked=Linked(), record=replace(cases.RECORD, events=())
    )
    assert "Type: rashomon add CASE FILE" in page_of(view)


def test_graphic_passages_are_folded_wherever_they_would_be_read(cases: ModuleType) -> None:
    text = cases.GAZETTE.replace("12 rebels were killed", "12 rebels were beheaded")
    reports = {**cases.VIEW.reports, "r_1": replace(cases.VIEW.reports["r_1"], text=text)}
    page = page_of(replace(cases.VIEW, reports=reports))
    shown = re.sub(r'<details class="graphic">.*?</details>', "", page, flags=re.DOTALL)
    assert "beheaded" in page
    assert "beheaded" not in shown


def test_a_private_name_in_a_title_or_a_whole_text_is_left_out(cases: ModuleType) -> None:
    first = replace(cases.VIEW.reports["r_1"], title="Ada Brook killed near Tamsa")
    view = replace(cases.VIEW, reports={**cases.VIEW.reports, "r_1": first})
    assert "Brook" not in page_of(view, with_texts=True)
    assert "Ada Brook killed near Tamsa" in page_of(view, names=True)


def test_words_of_reports_keep_their_own_direction_and_language(cases: ModuleType) -> None:
    reports = {i: replace(r, language="ar", title="عنوان") for i, r in cases.VIEW.reports.items()}
    page = page_of(replace(cases.VIEW, reports=reports))
    assert '<q dir="auto" lang="ar">' in page
    assert "<bdi>عنوان</bdi>" in page


def test_the_files_beside_it_and_how_it_was_made_are_told(cases: ModuleType) -> None:
    page = page_of(cases.VIEW)
    for name in ("record.json", "claims.jsonl", "events.csv", "set_aside.jsonl", "article.wiki"):
        assert f'<a href="{name}">' in page
    assert "UCDP GED: a best figure between the lowest and the highest reliable one" in page


def test_headings_go_down_one_level_at_a_time(cases: ModuleType) -> None:
    for page in (page_of(cases.VIEW), render_article(cases.VIEW, "e_1", "html")):
        levels = [int(level) for level in re.findall(r"<h(\d)\b", page)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(later - level <= 1 for level, later in pairwise(levels))


def test_a_case_of_many_events_stays_small(cases: ModuleType) -> None:
    first = cases.RECORD.events[0]
    many = tuple(replace(first, id=f"e_{n:03}", part_of=None) for n in range(300))
    linked = Linked(events=tuple(replace(cases.EVENTS[0], id=e.id, part_of=None) for e in many))
    page = page_of(replace(cases.VIEW, record=replace(cases.RECORD, events=many), linked=linked))
    assert len(page.encode()) < 3_000_000
    assert page.count('<details class="event"') == MAX_EVENTS - 1
    assert "288 more events" in page
    assert "260 more events stand in full" in page


@pytest.mark.parametrize(
    ("policy", "words"),
    [
        ("ucdp", "12 (9 or more)"),
        ("acled", "9"),
        ("range", "9–12, no upper bound"),
        ("airwars", None),
        ("latest", None),
    ],
)
def test_the_headline_is_the_policys_own(cases: ModuleType, policy: str, words: str | None) -> None:
    assert headline(cases.RECORD.events[0], policy) == words


def test_a_policy_without_totals_of_its_own_shows_what_it_found(cases: ModuleType) -> None:
    assert headline(cases.RECORD.events[0], "hierarchy") == "9 (9 or more)"
    assert headline(cases.RECORD.events[1], "hierarchy") is None


def test_claims_of_one_sentence_stand_under_it_once(cases: ModuleType) -> None:
    page = page_of(cases.VIEW)
    evidence = page[page.index('id="claims"') :]
    assert evidence.count("clashed with") == 1
    assert (
        "<mark>Troops of Norland</mark> clashed with <mark>the River Front</mark> <mark>near Tamsa</mark>"
        in evidence
    )
    assert all(f'id="{claim.id}"' in evidence for claim in cases.CLAIMS)


def test_a_day_keeps_its_figures(cases: ModuleType) -> None:
    page = page_of(cases.VIEW)
    assert '<td role="cell" class="num">4 May 2019</td>' in page
    assert "Four May" not in page


@pytest.mark.parametrize("words", ["<script>x</script>", '"><svg onload=x>', "{{ 7 * 7 }}", "'; --&amp;"])
def test_hostile_words_in_the_rarer_fields_stay_words(cases: ModuleType, words: str) -> None:
    view = cases.hostile_view(words)
    reports = {
        i: replace(
            r,
            source_ref=f"{words}{i}",
            language=words,
            kind=words,
            archive_url=words,
            copied_from=words,
            version_of=words,
            set_aside=tuple(replace(piece, reason=words) for piece in r.set_aside),
        )
        for i, r in view.reports.items()
    }
    place = RecordPlace(
        name=words, lat=15.0, lon=2.0, where_prec=4, country=words, country_iso3="MLI", adm1=words
    )
    events = tuple(
        replace(e, place=place, places=(replace(place, lat=15.4, where_prec=1),), kind=words)
        for e in view.record.events
    )
    made_by = replace(view.record.made_by, version=words, codebook=words, case_digest=words)
    record = replace(view.record, policy=words, made_by=made_by, events=events)
    page = page_of(replace(view, reports=reports, record=record), with_texts=True)
    assert words not in page or words == "{{ 7 * 7 }}"
    assert "49" not in re.findall(r"<h1>.*?</h1>", page)[0]
    assert not re.search(r"<script|<svg onload", page)
    assert html.escape(words).replace("&#x27;", "&#39;").replace("&quot;", "&#34;") in page


def test_a_sentence_that_holds_two_passages_of_a_claim_is_quoted_once(cases: ModuleType) -> None:
    one = cases.CLAIMS[4]
    start = cases.GAZETTE.index("were killed")
    second = replace(one.passages[0], start=start, end=start + 11, words="were killed")
    claims = {**cases.VIEW.claims, one.id: replace(one, passages=(*one.passages, second))}
    page = page_of(replace(cases.VIEW, claims=claims))
    quoted = "<mark>At least 12 rebels</mark> <mark>were killed</mark>, an army spokesman"
    assert quoted in page
    assert f"{quoted} told Radio Delta.</q> <q" not in page


def test_the_usual_country_is_that_of_most_events(cases: ModuleType) -> None:
    places = [RecordPlace(country_iso3=code) for code in ("MLI", "NER", "NER")]
    events = [replace(e, place=p) for e, p in zip(cases.RECORD.events, places, strict=True)]
    assert usual_country(events) == "NER"
    assert usual_country([]) is None


def test_events_told_of_only_in_passing_are_folded_below_the_list(cases: ModuleType) -> None:
    first, *others = cases.RECORD.events
    bare = replace(
        first,
        id="e_bare",
        title="Agreement in Norland",
        date=EventDate(),
        sides=(),
        others=(),
        findings=(),
        shared_figures=(),
        principal_for=(),
    )
    view = replace(cases.VIEW, record=replace(cases.RECORD, events=(bare, first, *others)))
    page = page_of(view)
    note = page.index("<summary>1 more event is told of only in passing")
    assert page.index(f'href="#{first.id}"') < note < page.index('href="#e_bare"')
    assert '"e_bare"' in render_outputs(view)["record.json"]
