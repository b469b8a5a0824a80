from __future__ import annotations

import pytest

from rashomon.errors import ReportError
from rashomon.pipeline import read_article
from rashomon.sources.articles import take_article

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Fight at Tarsa</title></head><body><nav><a>Main page</a></nav>
<h1>Fight at Tarsa</h1><div class="mw-parser-output"><div class="hatnote">For others, see elsewhere.</div>
<table class="infobox vevent"><tbody><tr><th colspan="2">Fight at Tarsa</th></tr>
<tr><td colspan="2"><table><tbody><tr><th>Date</th><td>4 May 2019<sup class="reference">[1]</sup></td></tr>
<tr><th>Location</th><td>near <a>Tarsa</a>, Chad</td></tr></tbody></table></td></tr>
<tr><th colspan="2">Belligerents</th></tr>
<tr><td><span><img src="//up.example/23px-Flag_of_Chad.svg.png" alt=""/></span> <a>Chad</a><br/>
<img src="23px-Flag_of_Nigeria.svg.png"/> Nigeria</td><td><a>Boko Haram</a></td></tr>
<tr><th colspan="2">Casualties and losses</th></tr>
<tr><td><img src="23px-Flag_of_Nigeria.svg.png"/> 4 killed<br/><img src="23px-Flag_of_Chad.svg.png"/> 1 killed, 2 wounded</td>
<td><div class="plainlist"><ul><li>30–40 killed (per Chad)</li><li>Several captured</li></ul></div></td></tr></tbody></table>
<p>The <b>fight at Tarsa</b> took place on 4 May 2019 between Chadian and Nigerian troops and Boko Haram.<sup class="reference">[1]</sup></p>
<h2><span>Aftermath</span><span class="mw-editsection">[edit]</span></h2>
<p>The Chadian army said that one soldier was killed and two were wounded.</p><p>Four Nigerian soldiers died.</p>
<h2>References</h2><ol class="reflist"><li>A paper.</li></ol></div></body></html>
"""


def test_the_infobox_table_gives_fields_and_the_headings_sections() -> None:
    article = take_article(PAGE)
    assert article.form == "html"
    assert article.report.title == "Fight at Tarsa"
    assert [(part.where, part.words) for part in article.parts if part.kind == "field"] == [
        ("infobox.date", "4 May 2019"),
        ("infobox.place", "near Tarsa, Chad"),
        ("infobox.combatant1", "Chad\nNigeria"),
        ("infobox.combatant2", "Boko Haram"),
        ("infobox.casualties1", "4 killed\n1 killed, 2 wounded"),
        ("infobox.casualties2", "30–40 killed (per Chad)\nSeveral captured\n"),
    ]
    assert [part.where for part in article.parts if part.kind == "prose"] == ["lead", "Aftermath"]
    for part in article.parts:
        assert article.report.text[part.start : part.end] == part.words


def test_flags_of_a_page_tell_whose_a_loss_is() -> None:
    statements = read_article(PAGE).statements
    losses = [
        (s.plain, s.owner.words, s.owner.basis)
        for s in statements
        if s.where == "infobox.casualties1" and s.owner
    ]
    assert losses == [
        ("4 killed", "Nigeria", "stated"),
        ("1 killed", "Chad", "stated"),
        ("2 wounded", "Chad", "stated"),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><body><script>x</script></body></html>",
        "<html>" + "<div>" * 3000,
        "<html><table class='infobox'>" + "<tr><td>" * 500,
    ],
)
def test_a_page_without_words_is_said_to_be_none(page: str) -> None:
    with pytest.raises(ReportError):
        take_article(page, form="html")
