"""Towns that change hands, told by a verb and a name: nobody was captured."""

from __future__ import annotations

import pytest
from tests.conftest import main_event

pytestmark = pytest.mark.usefixtures("nlp")

OVERTAKEN, REGAINED = "Non-state actor overtakes territory", "Government regains territory"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On 3 May 2019, M23 rebels seized Rutshuru from the FARDC.", OVERTAKEN),
        ("On 3 May 2019, M23 captured Rutshuru after fighting with the FARDC.", OVERTAKEN),
        ("On 3 May 2019, Rutshuru was captured by M23 rebels.", OVERTAKEN),
        ("On 3 May 2019, the town of Rutshuru fell to M23.", OVERTAKEN),
        ("On 3 May 2019, M23 rebels overran an army post in Rutshuru.", OVERTAKEN),
        ("On 3 May 2019, M23 regained Rutshuru after the soldiers had fled.", OVERTAKEN),
        ("On 3 May 2019, the FARDC retook Rutshuru from M23.", REGAINED),
        ("On 3 May 2019, soldiers captured Rutshuru from M23.", REGAINED),
        ("On 3 May 2019, M23 took over Rutshuru without a fight.", "Non-violent transfer of territory"),
    ],
)
def test_a_town_is_taken_and_no_person(text: str, kind: str) -> None:
    event = main_event(text)
    assert event.acled.sub_event_type == kind
    assert event.totals.latest.captured is None


@pytest.mark.parametrize(
    "text",
    ["On 3 May 2019, police captured Salah in Gao.", "On 3 May 2019, soldiers seized Omar near Gao."],
)
def test_a_person_may_bear_the_name_of_a_town(text: str) -> None:
    assert main_event(text).acled.sub_event_type == "Arrests"
