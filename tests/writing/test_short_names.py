from __future__ import annotations

from rashomon.writing.short_names import ShortNames

NAMES = {"Front for the River Lands": "FRL"}


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
