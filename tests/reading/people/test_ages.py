"""Ages said in different units."""

from __future__ import annotations

import pytest

from rashomon.reading.people.ages import Age, age_of


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        (Age(number=21, unit="month"), Age(number=1, unit="year"), True),
        (Age(number=21, unit="month"), Age(number=2, unit="year"), True),
        (Age(number=21, unit="month"), Age(number=21, unit="year"), False),
        (Age(number=10, unit="month"), Age(number=2, unit="year"), False),
        (Age(number=34, unit="year"), Age(number=34, unit="year"), True),
    ],
)
def test_months_and_years_may_be_one_age(one: Age, other: Age, may_be: bool) -> None:
    assert one.may_be(other) is may_be
    assert other.may_be(one) is may_be


@pytest.mark.parametrize(
    ("words", "before", "after", "age"),
    [
        ("a six-month-old baby", "", "", Age(number=6, unit="month")),
        ("Mary Holt", "", ", 34, was shot", Age(number=34, unit="year")),
        ("Mary Holt", "9-year-old ", "", Age(number=9, unit="year")),
        ("Mary Holt", "", ", an 8-year-old pupil", Age(number=8, unit="year")),
        ("Mary Holt", "", " was shot at 8", None),
    ],
)
def test_an_age_is_found_in_a_phrase_or_beside_it(
    words: str, before: str, after: str, age: Age | None
) -> None:
    assert age_of(words, before, after) == age
