from __future__ import annotations

import pytest

from rashomon.errors import ReportError, SettingError
from rashomon.sources.articles import take_article
from rashomon.sources.articles.fields import field_name

DUMP = """= Fight at Tarsa =

Infobox
- Conflict: Fight at Tarsa
- Date: 4 May 2019
- Combatant1: Northern Guard, border|20pxRiver League
- Casualties1: border|22px 4 killed

Guards met fighters of the league by the river.

== Aftermath ==
- Mayor: he spoke of four dead.

== References ==
A list.
"""


def test_a_dump_of_keys_and_values_gives_fields_and_sections() -> None:
    article = take_article(DUMP)
    assert article.form == "key_value"
    assert article.report.title == "Fight at Tarsa"
    assert [(part.where, part.words) for part in article.parts] == [
        ("infobox.conflict", "Fight at Tarsa"),
        ("infobox.date", "4 May 2019"),
        ("infobox.combatant1", "Northern Guard, River League"),
        ("infobox.casualties1", " 4 killed"),
        ("lead", "Guards met fighters of the league by the river."),
        ("Aftermath", "- Mayor: he spoke of four dead."),
    ]
    assert [aside.reason for aside in article.report.set_aside] == ["references"]


def test_the_residue_of_a_picture_is_a_picture_whose_name_is_lost() -> None:
    fields = {part.where: part for part in take_article(DUMP).parts}
    shown = [piece.image for piece in fields["infobox.casualties1"].pieces]
    assert shown == ["", None]
    assert DUMP[fields["infobox.casualties1"].start :].startswith("border|22px 4 killed")


def test_pieces_that_are_not_replaced_are_the_text_itself() -> None:
    article = take_article(DUMP)
    for part in article.parts:
        for piece in part.pieces:
            if len(piece.words) == piece.end - piece.start:
                assert article.report.text[piece.start : piece.end] == piece.words


def test_plain_text_has_its_headings_told_by_standing_alone() -> None:
    text = "A skirmish\n\nFighters met at dawn near the well.\n\nAftermath\n\nTwo were buried the next day.\n"
    article = take_article(text)
    assert article.form == "plain"
    assert article.report.title == "A skirmish"
    assert [part.where for part in article.parts] == ["lead", "Aftermath"]


def test_a_markdown_draft_gives_its_fields() -> None:
    text = "# Raid\n\nA raid took place.[^1]\n\n- **Losses of side 1:**\n    - Per us: 3 killed[^1]\n    - none\n\n## Prelude\n\nIt was quiet.\n\n[^1]: A source.\n"
    article = take_article(text)
    assert [(part.where, part.words.split()) for part in article.parts] == [
        ("lead", ["A", "raid", "took", "place."]),
        ("infobox.casualties1", ["Per", "us:", "3", "killed", "none"]),
        ("Prelude", ["It", "was", "quiet."]),
    ]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Combatant 1", "combatant1"),
        ("Strength of side 2", "strength2"),
        ("Side 1", "combatant1"),
        ("Location", "place"),
        ("casualties3", "casualties3"),
        ("???", ""),
    ],
)
def test_a_field_has_one_name(label: str, name: str) -> None:
    assert field_name(label) == name


def test_an_empty_file_and_an_unknown_form_are_said() -> None:
    with pytest.raises(ReportError, match="holds no text"):
        take_article(b" \n ", locator="x.txt")
    with pytest.raises(SettingError, match="Forms: wikitext, html, plain, key_value"):
        take_article("A text.", form="tex")  # type: ignore[arg-type]
