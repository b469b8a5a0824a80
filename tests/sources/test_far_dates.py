"""Publication dates far from all others of a case."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conftest import report_of

from rashomon.sources.far_dates import far_from_others


@pytest.mark.parametrize(
    ("published", "far"),
    [
        (["2018-04-05", "2018-04-06", "1918-04-05"], [("1918-04-05", 100)]),
        (["2018-04-05", "2009", "2001"], []),
        (["2018-04-05", None, "--04-05"], []),
        (["2018-04-05"], []),
        (["1990", "2018"], [("1990", 28), ("2018", 28)]),
    ],
)
def test_a_date_is_far_where_ten_years_lie_to_the_nearest(
    published: list[str | None], far: list[tuple[str, int]]
) -> None:
    reports = [replace(report_of("", published=day), id=f"r{i}") for i, day in enumerate(published)]
    found = far_from_others(reports)
    assert [report.published for report, _ in found] == [day for day, _ in far]
    assert all(abs(years - wanted) <= 1 for (_, years), (_, wanted) in zip(found, far, strict=True))
