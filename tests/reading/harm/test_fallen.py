"""The fallen: soldiers who fall in a fight, a fight that costs lives. Sentences of our own."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from rashomon.model.claims import Count
from rashomon.reading.english import read_english


def killed_in(text: str) -> list[int | None]:
    claims = read_english(report_of(text)).claims
    return [c.value.low for c in claims if c.facet == "killed" and isinstance(c.value, Count)]


@pytest.mark.usefixtures("nlp")
class TestFallen:
    @pytest.mark.parametrize(
        ("text", "killed"),
        [
            ("Three soldiers fell in an ambush near Tessit.", [3]),
            ("The ambush near Gao cost seven soldiers their lives.", [7]),
            ("Two soldiers embraced martyrdom near Gao on Friday.", [2]),
            ("Four policemen paid the supreme price in the ambush near Gao.", [4]),
            ("Two officers laid down their lives near Gao.", [2]),
            ("Five fighters fell as martyrs west of Gao.", [5]),
            ("A constable was hurt near Gao and later breathed his last in hospital.", [1]),
            ("Six gunmen were sent to hell near Gao, the colonel said.", [6]),
            ("The village breathed a sigh of relief near Gao.", []),
            ("The firm paid a high price near Gao.", []),
            ("Two trucks fell into a river during fighting near Gao.", []),
            ("Prices fell in the fighting near Gao.", []),
            ("Two rebels were taken out of the town near Gao after a raid that hurt nobody.", []),
            ("In the raid near Gao two men were taken out by medics.", []),
        ],
    )
    def test_counts_the_fallen(self, text: str, killed: list[int | None]) -> None:
        assert killed_in(text) == killed
