from __future__ import annotations

from dataclasses import replace
from types import ModuleType

from rashomon.writing.view import Lookups
from rashomon.writing.wording.short_names import Acronym, ShortNames, find_acronyms

NAMES = {"Front for the River Lands": Acronym(short="FRL")}


def test_a_long_name_is_introduced_once_and_short_after_that() -> None:
    short = ShortNames(NAMES)
    assert (
        short.text("The Front for the River Lands fought.") == "The Front for the River Lands (FRL) fought."
    )
    assert short.text("Members of the Front for the River Lands fled.") == "Members of FRL fled."


def test_a_box_does_not_introduce_a_name() -> None:
    short = ShortNames(NAMES)
    assert short.text("Front for the River Lands: 3", introduce=False) == "FRL: 3"
    assert "(FRL)" in short.text("the Front for the River Lands")


def test_an_acronym_keeps_the_article_that_reports_give_it(cases: ModuleType) -> None:
    actor = replace(cases.FRONT_SIDE, name="Front for the River Lands", as_written=("FRL",))
    side = replace(cases.EVENTS[0].sides[1], actors=(actor,))
    event = replace(cases.EVENTS[0], sides=(cases.EVENTS[0].sides[0], side))
    for text, the in (("The FRL fled. The FRL said so.", True), ("FRL men fled, the FRL (FRL).", True)):
        report = replace(cases.REPORTS[2], text=text)
        linked = replace(cases.VIEW.linked, events=(event,))
        view = replace(cases.VIEW, reports={report.id: report}, linked=linked)
        assert find_acronyms(Lookups(view))["Front for the River Lands"].the is the
    short = ShortNames({"Front for the River Lands": Acronym(short="FRL", the=True)})
    short.text("the Front for the River Lands")
    assert short.text("members of the Front for the River Lands") == "members of the FRL"
