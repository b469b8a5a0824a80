"""Who was taken where no verb of arrest says it, and who came free: sentences of our own."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.model.claims import Count
from rashomon.reading.english import read_english


def captured_in(text: str) -> list[tuple[int | None, int | None]]:
    claims = read_english(report_of(text)).claims
    return [
        (c.value.low, c.value.high)
        for c in claims
        if c.facet == "captured" and c.polarity == "affirmed" and isinstance(c.value, Count)
    ]


@pytest.mark.usefixtures("nlp")
class TestCustody:
    @pytest.mark.parametrize(
        ("text", "captured"),
        [
            ("Five men were held for questioning after a raid in Tessit.", [(5, 5)]),
            ("Two supporters were held in Tessit on Friday.", [(2, 2)]),
            ("Three meetings were held in Tessit on Friday.", []),
            ("Nine of the rebels later yielded to the army.", [(9, 9)]),
            ("One of the attackers was caught alive near Tessit.", [(1, 1)]),
            ("The suspect was placed in detention in Tessit.", [(1, 1)]),
            ("The warlord fell into the hands of the army near Tessit.", [(1, 1)]),
            ("Six wanted fugitives were apprehended, two of them in Tessit.", [(6, 6)]),
            ("Troops seized several firearms and four trucks near Tessit.", []),
            ("Troops rescued nine kidnapped villagers near Tessit.", []),
        ],
    )
    def test_counts_who_was_taken(self, text: str, captured: list[tuple[int, int]]) -> None:
        assert captured_in(text) == captured

    def test_several_of_somebodys_people_are_taken_with_him(self) -> None:
        taken = captured_in("Troops detained a smuggler and several of his couriers in Tessit.")
        assert sorted(taken, key=str) == [(1, 1), (2, None)]

    def test_a_noun_of_arrest_may_name_two_whom_it_befell(self) -> None:
        assert captured_in("The raid led to the arrest of a gunrunner and one of his guards.") == [
            (1, 1),
            (1, 1),
        ]
