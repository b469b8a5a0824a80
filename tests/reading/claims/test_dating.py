"""Which time of a report dates its event, and which dates a saying, a page, a later death, another thing."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.model.claims import Claim, Moment
from rashomon.model.report import Report
from rashomon.reading.english import read_english

PUBLISHED = "2019-06-14"  # a Friday


def dates(text: str, published: str | None = PUBLISHED) -> dict[str, list[Claim]]:
    """The date claims of the main happening, by first day."""
    report = Report(
        id="r", source_ref="r.txt", locator="r.txt", text=text, sha256="0" * 64, published=published
    )
    reading = read_english(report)
    main = next(mention for mention in reading.mentions if mention.role == "main")
    found: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        if claim.facet == "date" and main.id in claim.mention_ids:
            assert isinstance(claim.value, Moment)
            found.setdefault(claim.value.start or "", []).append(claim)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "On June 9, militants carried out an ambush set off by a mine blast near Lormi, killing two soldiers.",
        "On June 9, a mortar attack hit the camp at Lormi without causing casualties.",
        "On Sunday, four farmers were reported killed in an air strike on Lormi.",
        "On Sunday, a shepherd discovered a shell which exploded, killing him.",
        "The front claimed an ambush on a convoy near Lormi on Sunday, saying it killed six soldiers.",
        "Border guards confirmed the arrest of a smuggler in Lormi district on Sunday.",
        "Border guards seized two men living in the hills of Lormi district on Sunday.",
        "Border guards captured a smuggler known as the Fox on Sunday.",
        "Ten potters lost their lives when bandits waylaid two buses near Lormi on Sunday.",
        "Six potters died as raiders went from house to house in Lormi on Sunday.",
        "Three potters perished after robbers stopped their bus near Lormi on Sunday.",
        "Thirty soldiers died when a rocket brought down their helicopter near Lormi on Sunday.",
        "The bodies of three potters were found dumped in the hills near Lormi on Sunday.",
        "June 9: Lorries Burned in Lormi\n\nTwo soldiers were killed by a mine near the pass.",
    ],
)
def test_the_day_that_opens_a_sentence_is_that_of_all_it_tells(text: str) -> None:
    assert list(dates(text)) == ["2019-06-09"]


@pytest.mark.parametrize(
    "text",
    [
        "A convoy was ambushed near Lormi and six soldiers were killed. The front claimed the attack on June 12.",
        "Gunmen shot dead a trader in Lormi, perhaps in revenge for the troubles of June 2.",
        "Gunmen shot dead a trader in Lormi. The market was founded in May.",
        "On Thursday police said that gunmen had shot dead a trader in Lormi.",
        "Trader shot dead in Lormi. Updated: Friday, June 14, 2019 10:04 AM",
        "Trader shot dead in Lormi, guards say — Ann Reed (@areed5) June 12, 2019",
        "Gunmen shot dead a trader in the 1900 block of Lormi.",
    ],
)
def test_other_days_are_not_the_events(text: str) -> None:
    assert dates(text) == {}


def test_a_later_death_dates_the_event_only_where_nothing_else_does() -> None:
    [claim] = dates("Six soldiers were shot near Lormi. One of them died of his wounds on Wednesday.")[
        "2019-06-12"
    ]
    assert "inferred_date" in [flag.code for flag in claim.flags]


def test_what_happened_the_day_before_is_another_happening() -> None:
    text = (
        "On June 9, troops raided a camp near Lormi, killing five rebels. Three herders kidnapped the day "
        "before were freed."
    )
    assert list(dates(text)) == ["2019-06-09"]


def test_the_day_of_the_sentence_before_holds_and_is_marked() -> None:
    text = (
        "In Lormi last night, a patrol went to the house of a smuggler. Two suspects were arrested and one "
        "guard was wounded."
    )
    [claim] = dates(text)["2019-06-13"]
    assert "inferred_date" in [flag.code for flag in claim.flags]


def test_weeks_ago_is_further_back_than_the_report() -> None:
    [claim] = dates("Some weeks ago, gunmen attacked the post at Lormi and killed two guards.")[""]
    assert {"date_vague", "long_past"} <= {flag.code for flag in claim.flags}


def test_a_day_right_after_is_the_events_where_the_text_goes_on_about_it() -> None:
    text = "A guard was accidentally shot by a comrade in Lormi. Neighbours heard a single bang on Tuesday night."
    [claim] = dates(text)["2019-06-11"]
    assert "inferred_date" in [flag.code for flag in claim.flags]
    assert dates("Gunmen shot and wounded a trader in Lormi. He was released from hospital on Tuesday.") == {}


def test_what_lies_ahead_dates_nothing() -> None:
    assert dates("Gunmen shot and wounded a trader in Lormi who turns fifty later this month.") == {}


def test_an_hour_written_without_a_space_ends_no_sentence() -> None:
    assert list(dates("The shooting occurred around 5:30p.m. Thursday in Lormi and killed two traders.")) == [
        "2019-06-13"
    ]


def test_a_day_in_a_bracketed_dateline_further_down_is_the_pages() -> None:
    text = "Lormi News Service\n\nA trader was shot dead in Lormi. (Friday, June 7) – The station reports from the market."
    assert dates(text) == {}


def test_a_death_told_alone_dates_the_event_only_where_nothing_else_does() -> None:
    text = "Six soldiers were shot near Lormi on Sunday. The youngest died on Wednesday in the capital."
    assert [day for day, claims in dates(text).items() if not any(claim.flags for claim in claims)] == [
        "2019-06-09"
    ]


def test_a_day_that_hangs_on_another_word_is_marked() -> None:
    text = "Gunmen killed two guards near Lormi, where the ferry reopened on Sunday."
    codes = {flag.code for claims in dates(text).values() for claim in claims for flag in claim.flags}
    assert codes <= {"inferred_date"}


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "text",
    [
        "Rebels killed nine guards in the worst violence at Gao this year.",
        "Rebels killed nine guards at Gao after an April 8 ransom deadline had passed.",
    ],
)
def test_what_dates_something_else_dates_no_deed(text: str) -> None:
    reading = read_english(report_of(text, published="2019-06-20"))
    assert [claim for claim in reading.claims if claim.facet == "date"] == []


@pytest.mark.parametrize(
    "told",
    [
        "Gunmen stormed Orbela village and killed nine herders, an official disclosed on Sunday.",
        "ORBELA: At least 14 soldiers have died in fighting in Tolma, an official disclosed Sunday, in the latest raid.",
        "At least 14 soldiers were killed in an ambush in Tolma, a security source disclosed on Sunday to reporters.",
    ],
)
def test_the_day_of_a_closing_saying_dates_no_deed(told: str) -> None:
    assert [claim for claim in read_english(report_of(told)).claims if claim.facet == "date"] == []
