"""An invented article, read and held against invented reports: all steps together."""

from __future__ import annotations

from types import ModuleType

import pytest

from rashomon.model.audit import Audit, Statement
from rashomon.pipeline import read_article
from rashomon.writing.audit import audit_article, examine, render_audit

ARTICLE = """= Battle of Tabankort =

Infobox
- Conflict: Battle of Tabankort
- Place: Tabankort, Mali
- Date: May 4, 2019
- Result: Franco-Malian victory
- Combatant1: France, Mali, GATIA
- Combatant2: Jama'at Nusrat al-Islam wal-Muslimin, Islamic State in the Greater Sahara
- Strength2: ~60
- Casualties1: None, 1 killed, 2 killed
- Casualties2: 20-30 killed (per Mali and GATIA)

The battle of Tabankort took place on May 4, 2019, between French and Malian forces helped by Tuareg rebels and JNIM.

== Prelude ==
On May 1, 2019, French and Malian forces launched an operation near Tabankort with the Tuareg fighters of GATIA.

== Battle ==
A skirmish broke out near Tabankort on May 4, 2019. In response, French forces deployed helicopters against the sixty JNIM
militants. At nightfall the French soldiers, the Malian soldiers and the fighters of GATIA withdrew from the area.

== Aftermath ==
The Malian army said that Malian soldiers were killed. The Malian army said that thirty militants were neutralized. GATIA said on
May 5 that twenty militants had been killed and that two GATIA fighters were killed. The leader of GATIA told a radio station on
May 20 that more than a dozen GATIA fighters had been killed and that 30 to 45 militants had been killed. General Jean Morel, the
commander of Operation Barkhane, said that the Islamic State in the Greater Sahara also took part in the battle.
"""


@pytest.fixture(scope="module")
def audit(make_case, kit: ModuleType) -> Audit:
    view = make_case({"gazette": kit.GAZETTE, "herald": kit.HERALD})
    return audit_article(read_article(ARTICLE, locator="tabankort.txt"), view)


def _statement(audit: Audit, words: str) -> Statement:
    return next(one.statement for one in audit.judged if words in one.statement.text)


def _verdict(audit: Audit, words: str) -> str:
    return next(one.verdict for one in audit.judged if words in one.statement.text)


def test_verdicts(audit: Audit) -> None:
    expected = {
        "on May 4, 2019": "supported",
        "A skirmish broke out": "in_tension",
        "thirty militants were neutralized": "altered",
        "twenty militants had been killed": "altered",
        "more than a dozen GATIA fighters": "not_mentioned",
        "20-30 killed": "unsupported_synthesis",
        "Franco-Malian victory": "not_mentioned",
    }
    assert {words: _verdict(audit, words) for words in expected} == expected


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        ("result_without_source", "Franco-Malian victory", "withdrew"),
        ("synthesised_range", "20-30 killed", "twenty militants"),
        ("outside_range", "20-30 killed", "30 to 45 militants"),
        ("outcome_changed", "20-30 killed", "neutralized"),
        ("same_speaker_two_figures", "two GATIA fighters", "more than a dozen"),
        ("figure_differs", "1 killed", "Malian soldiers were killed"),
        ("combatant_on_one_word", "Islamic State", "took part"),
        ("approximation_lost", "~60", "sixty JNIM"),
        ("changing_label", "Tuareg rebels", "Tuareg fighters"),
        ("arrival_order", "launched an operation", "deployed helicopters"),
    ],
)
def test_each_conflict_with_both_passages(audit: Audit, kind: str, left: str, right: str) -> None:
    texts = {one.statement.id: one.statement.text for one in audit.judged}
    found = [(texts[pair.left], texts[pair.right]) for pair in audit.conflicts if pair.kind == kind]
    assert any(left in one and right in two for one, two in found), found


def test_few_conflicts_beside_those(audit: Audit) -> None:
    assert len(audit.conflicts) <= 13


def test_an_article_says_the_same_twice(audit: Audit, make_case, kit: ModuleType) -> None:
    view = make_case({"herald": kit.HERALD, "gazette": kit.GAZETTE})
    again = audit_article(read_article(ARTICLE, locator="tabankort.txt"), view)
    assert again == audit


def test_bodies_are_no_private_persons(make_case, kit: ModuleType) -> None:
    text = (
        "On May 4, 2019, Malian forces fought JNIM near Tabankort.\n\nThe French government said that thirty "
        "militants were killed. The Malian government said that one soldier was killed. Mariam Keita, a trader, "
        "was killed.\n"
    )
    found = examine(read_article(text, locator="bodies.txt"), make_case({"gazette": kit.GAZETTE}))
    shown = render_audit(found, "json")
    assert "The French government" in shown
    assert "Malian government" in shown
    assert "Keita" not in shown
