"""Evidence that holds the words it stands for, and verdicts that go no further than it."""

from __future__ import annotations

import pytest

from rashomon.model.audit import Judged
from rashomon.pipeline import read_article
from rashomon.writing.audit import audit_article

ARTICLE = """= {title} =

- Date: 4 May 2019
- Place: Tabankort
- Combatant1: Mali, GATIA
- Combatant2: JNIM
- Conflict: {title}

The clash took place on 4 May 2019 near Tabankort. {text}
"""
REPORT = (
    "Malian soldiers and GATIA fighters clashed near Tabankort, close to the border with Niger, with militants from "
    "what is called the Group for the Support of Islam and Muslims (JNIM) on 4 May 2019. Six gunmen were killed, a "
    "military spokesman said."
)


@pytest.fixture
def judge(make_case):
    view = make_case({"tabankort": REPORT})

    def judged(text: str = "", title: str = "Clash of Tabankort") -> tuple[Judged, ...]:
        return audit_article(read_article(ARTICLE.format(title=title, text=text)), view).judged

    return judged


def _of(judged: tuple[Judged, ...], words: str) -> Judged:
    return next(one for one in judged if words in one.statement.text)


def test_an_actors_evidence_has_his_name(judge) -> None:
    found = judge()
    for name in ("GATIA", "JNIM"):
        one = _of(found, name)
        assert one.verdict == "supported"
        assert name in one.note.partition("Carried by")[2]


def test_a_name_that_no_report_uses_is_the_articles_own(judge) -> None:
    assert judge(title="Clash of Tabankort")[0].statement.where.startswith("infobox.")
    same = next(one for one in judge() if one.statement.where == "infobox.conflict")
    own = next(one for one in judge(title="Battle of Tabankort") if one.statement.where == "infobox.conflict")
    assert (same.verdict, own.verdict) == ("supported", "partly_supported")
    assert "“battle” is the article's own word" in own.note


def test_how_they_came_is_not_carried_by_their_presence(judge) -> None:
    found = _of(judge("In response, Malian soldiers sent helicopters."), "sent helicopters")
    assert found.verdict == "partly_supported"
    assert "they do not tell of “sent helicopters" in found.note


def test_one_country_of_two_is_carried_in_part(judge) -> None:
    found = _of(judge("It lies near the borders of Niger and Algeria."), "Algeria")
    assert found.verdict == "partly_supported"
    assert "they do not name Algeria" in found.note
