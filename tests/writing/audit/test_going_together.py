"""Figures that look at odds and are not: parts of a total, other times, other people's soldiers."""

from __future__ import annotations

from rashomon.pipeline import read_article
from rashomon.writing import CaseView
from rashomon.writing.audit import audit_article

BOX = """{{{{Infobox military conflict
| conflict = Clash at Tabankort
| date = 4 May 2019
| place = Tabankort
| combatant1 = {{{{flag|Mali}}}}<br>{{{{flag|Niger}}}}
| combatant2 = JNIM
| casualties1 = {losses}
}}}}
The clash took place on 4 May 2019 near Tabankort.

== Clash ==
{text}
"""
REPORT = (
    "Malian soldiers fought JNIM fighters near Tabankort on 4 May 2019. Nine JNIM fighters were killed, a Malian army "
    "spokesman said. The army of Niger said that its men did not take part in the clash."
)
LABELLED = "'''Mali:'''<br>5 killed<br>'''Niger:'''<br>1 killed"


def _conflicts(make_case, losses: str, text: str) -> list[tuple[str, str, str]]:
    view: CaseView = make_case({"kerma": REPORT})
    read = read_article(BOX.format(losses=losses, text=text))
    words = {s.id: s.plain or s.text for s in read.statements}
    found = audit_article(read, view).conflicts
    return [(one.kind, words[one.left], words[one.right]) for one in found]


def test_a_heading_on_its_own_line_owns_the_lines_below(make_case) -> None:
    (found,) = _conflicts(make_case, LABELLED, "Three Malian soldiers were killed.")
    assert found == ("figure_differs", "5 killed", "Three Malian soldiers were killed")
    assert not _conflicts(make_case, LABELLED, "One soldier of Niger was killed.")


def test_a_soldier_one_army_speaks_of_may_be_its_own(make_case) -> None:
    text = "The army of Niger said that one soldier was killed. Five Malian soldiers died in the ambush."
    assert not _conflicts(make_case, LABELLED, text)


def test_parts_of_a_total_go_together(make_case) -> None:
    losses = "'''Mali:'''<br>5 killed"
    for text in (
        "Four Malian soldiers were killed at the ford and one Malian soldier died at the camp.",
        "Four Malian soldiers died on the spot.",
        "Two Malian soldiers were killed inside the camp and three outside.",
        "Two Malian soldiers were killed. Three Malian soldiers were killed by the mine.",
        "In 2015, an earlier raid there had killed 40 Malian soldiers.",
        "Over the whole year, 61 Malian soldiers were killed.",
    ):
        assert not _conflicts(make_case, losses, text), text
    (found,) = _conflicts(make_case, losses, "Seven Malian soldiers died on the spot.")
    assert found[0] == "figure_differs"


def test_a_part_is_not_contradicted_by_the_whole(make_case) -> None:
    read = read_article(
        BOX.format(losses="5 killed", text="Four JNIM fighters were found dead in the riverbed.")
    )
    judged = audit_article(read, make_case({"kerma": REPORT})).judged
    (found,) = [one for one in judged if "found dead" in one.statement.text]
    assert found.verdict == "not_mentioned"
    assert "one counts a part only" in found.note


def test_who_says_that_he_took_no_part_is_no_combatant(make_case) -> None:
    read = read_article(BOX.format(losses="5 killed", text="Nothing more is known."))
    judged = audit_article(read, make_case({"kerma": REPORT})).judged
    verdicts = {
        one.statement.claim.value.words: one.verdict  # type: ignore[union-attr]
        for one in judged
        if one.statement.where == "infobox.combatant1" and one.statement.claim is not None
    }
    assert verdicts == {"Mali": "supported", "Niger": "not_mentioned"}


def test_police_are_no_guerrillas_though_one_phrase_has_both(make_case) -> None:
    report = (
        "Colombian police and ELN guerrillas exchanged fire near Tabankort on 4 May 2019. Two police officers were "
        "killed, a mayor said. At least five guerrillas were killed, he said."
    )
    text = "= Fire at Tabankort =\n\nOn 4 May 2019 police and ELN guerrillas exchanged fire near Tabankort. Six police officers were killed."
    audit = audit_article(read_article(f"{text} Two guerrillas were killed.\n"), make_case({"fire": report}))
    assert not audit.conflicts
    (rebels,) = [one for one in audit.judged if "guerrillas were" in one.statement.text]
    assert "police officers" not in rebels.note


def test_a_command_of_the_only_state_is_its_military(make_case) -> None:
    report = (
        "Malian soldiers fought JNIM fighters near Tabankort on 4 May 2019. Nine militants were killed, northern "
        "command spokesman Major Issa Traore said."
    )
    text = "Malian soldiers fought JNIM near Tabankort on 4 May 2019. The military said nine militants had been killed."
    audit = audit_article(read_article(f"= Fight =\n\n{text}\n"), make_case({"nine": report}))
    (found,) = [one for one in audit.judged if "nine" in one.statement.text]
    assert found.verdict == "supported"


def test_a_heading_right_above_its_paragraph_is_no_word_of_it() -> None:
    text = (
        "Fight at Tabankort\n\nSoldiers fought gunmen near Tabankort on 4 May 2019.\n\nAftermath\n"
        "A colonel of the army told the press in the evening that at least five gunmen had been killed there.\n"
    )
    told = [(s.where, s.text) for s in read_article(text).statements if "five" in s.text]
    assert told
    assert all(where == "Aftermath" and "Aftermath" not in words for where, words in told)


def test_a_days_figure_and_women_are_parts(make_case) -> None:
    losses = "'''Mali:'''<br>9 killed"
    for text in (
        "The next day a mine killed six Malian soldiers.",
        "On 6 May 2019, six Malian soldiers were killed by a mine.",
        "Five men and four women were killed. A mayor said that 9 civilians were killed.",
    ):
        assert not _conflicts(make_case, losses, text), text


def test_a_victor_who_leaves_months_later_is_none_who_left_the_field(make_case) -> None:
    article = BOX.replace("| casualties1", "| result = Malian victory\n| casualties1")
    view = make_case({"tabankort": REPORT})
    for when, kinds in (("in August 2019", []), ("at dusk", ["result_without_source"])):
        text = article.format(losses="5 killed", text=f"Malian soldiers withdrew from the town {when}.")
        assert [one.kind for one in audit_article(read_article(text), view).conflicts] == kinds
