"""What crowds do is a riot, what armed bodies do is none."""

from __future__ import annotations

import pytest
from tests.conftest import main_event, report_of

from rashomon.reading.english import read_english

_TOLD = [
    ("Students fought riot police outside the faculty in Ardal.", "riot"),
    ("Fights broke out between students of two schools in Ardal.", "mob"),
    ("A furious crowd lynched a burglar near the mill.", "mob"),
    ("Rival groups of supporters clashed after the match.", "mob"),
    ("Fans of two clubs came to blows in Ardal.", "mob"),
    ("A violent protest shook the town of Ardal.", "riot"),
    ("Police used batons to break up a rally in Ardal.", "protest_intervention"),
    ("Police detained 30 marchers in Ardal.", "protest_intervention"),
    ("Police fired rubber bullets at marchers in Ardal.", "protest_intervention"),
    ("Soldiers opened fire on marchers in Ardal.", "protest_force"),
    ("Nurses clashed with police while marching against pay cuts in Ardal.", "riot"),
    ("Traders were protesting against a levy in Ardal when they clashed with police.", "riot"),
    ("Drivers clashed with rebels near Ardal.", "clash"),
    ("Rebels clashed with local residents near Ardal.", "clash"),
    ("Soldiers clashed with rebels near Ardal.", "clash"),
    ("Armed youths attacked the post near Ardal.", "attack"),
    ("A group of armed youth attacked the post near Ardal.", "attack"),
    ("Youths from Bara county attacked the post near Ardal.", "attack"),
    ("The local youth attacked the raiders near Ardal.", "attack"),
]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(("text", "kind"), _TOLD, ids=[text[:40] for text, _ in _TOLD])
def test_the_kind_of_what_a_crowd_does(text: str, kind: str) -> None:
    assert [mention.kind for mention in read_english(report_of(text)).mentions] == [kind]


@pytest.mark.usefixtures("nlp")
def test_villagers_who_fight_back_are_no_mob() -> None:
    text = "Rebels attacked the village of Ardal, but the villagers fought back."
    assert [mention.kind for mention in read_english(report_of(text)).mentions] == ["clash"]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize("who", ["A student", "A protester", "One resident"])
def test_one_of_a_crowd_is_none(who: str) -> None:
    assert main_event(f"{who} stabbed two tourists in Ardal.").acled.event_type != "Riots"
