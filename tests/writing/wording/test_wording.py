from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest

from rashomon.model.claims import Attribution, Count, Party
from rashomon.model.record import RecordPlace
from rashomon.writing.view import Lookups
from rashomon.writing.withholding import Withholding
from rashomon.writing.wording.dates import day_phrase, span_phrase
from rashomon.writing.wording.figures import bounds_phrase, count_phrase
from rashomon.writing.wording.kinds import kind_phrase, where_phrase
from rashomon.writing.wording.parties import people_phrase
from rashomon.writing.wording.speakers import speaker_of


@pytest.mark.parametrize(
    ("low", "high", "more", "words", "short"),
    [
        (30, None, {}, "at least 30", "30+"),
        (13, None, {"as_written": "over a dozen"}, "more than a dozen", "13+"),
        (21, None, {"as_written": "more than 20"}, "more than 20", "21+"),
        (30, 40, {}, "30 to 40", "30–40"),
        (3, 3, {}, "three", "3"),
        (0, 0, {}, "no", "0"),
        (60, 60, {"approximate": True}, "about 60", "~60"),
        (None, 5, {}, "up to five", "≤5"),
        (12, None, {"vague": "dozens"}, "dozens of", "dozens"),
        (2, None, {"vague": "plural"}, "an unstated number of", "number not given"),
        (None, None, {}, "an unstated number of", "number not given"),
    ],
)
def test_a_count_keeps_its_bounds(low, high, more, words, short) -> None:  # type: ignore[no-untyped-def]
    count = Count(low=low, high=high, **({"as_written": ""} | more))
    assert count_phrase(count) == words
    assert bounds_phrase(count) == short


def test_partial_dates_stay_partial() -> None:
    assert day_phrase("2018-04") == "April 2018"
    assert day_phrase(None) == "an unknown date"
    assert span_phrase("2018-03-28", "2018-04-02") == "28 March – 2 April 2018"
    assert span_phrase("--04-01", "--04-01") == "1 April (year not stated)"


def test_a_place_is_no_nearer_than_it_is_known() -> None:
    assert where_phrase(RecordPlace(name="Tamsa", where_prec=1, country="Norland")) == "in Tamsa, Norland"
    assert where_phrase(RecordPlace()) == ""
    assert kind_phrase("air_strike") == "an air strike"


def test_epithets_are_quoted_and_plain_words_are_not(cases: ModuleType) -> None:
    withholding = Withholding(cases.VIEW)
    assert people_phrase(cases.BANDITS, withholding) == "members of the River Front (“bandits”)"
    assert people_phrase(cases.REBELS, withholding) == "members of the River Front"
    assert people_phrase(cases.FIGHTERS, withholding, one=True) == "fighter of Hill Guard"
    assert people_phrase(Party(words="civilians", status="civilian"), withholding, one=True) == "civilian"
    assert people_phrase(None, withholding) == "people"


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ({"source": "a Norland army spokesman", "office": "spokesman"}, "a Norland army spokesman"),
        (
            {
                "source": "Colonel Jan Reed",
                "person": "Jan Reed",
                "office": "spokesman",
                "on_behalf_of": "army",
            },
            "the spokesman of the army",
        ),
        (
            {"source": "he", "office": "leader", "on_behalf_of": "River Front"},
            "the leader of the River Front",
        ),
        ({"source": "it", "source_kind": "organisation", "actor_id": "hill-guard"}, "Hill Guard"),
        ({"source": "Max Webb", "person": "Max Webb"}, "a person not named here"),
        ({"source": "they", "source_kind": "group"}, "an unnamed source"),
    ],
)
def test_speakers_go_by_office(cases: ModuleType, link: dict[str, str], name: str) -> None:
    given = Attribution(**({"source_kind": "person"} | link))  # type: ignore[arg-type]
    claim = replace(cases.CLAIMS[4], attribution=(given, cases.outlet("r_1")))
    view = replace(cases.VIEW, claims={**cases.VIEW.claims, claim.id: claim})
    assert speaker_of(claim, Lookups(view), Withholding(view)).name == name
