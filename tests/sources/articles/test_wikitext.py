from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import ReportError
from rashomon.model.audit import ArticleText
from rashomon.sources.articles import take_article

WIKI = """{{Short description|Fight in 2019}}
{{Infobox military conflict
| conflict = Fight at Tarsa
| image = Tarsa.jpg
| date = {{start date|2019|5|4}}<ref>{{cite news|title=Four dead|work=Post}}</ref>
| coordinates = {{coord|15.35|N|1.97|E|display=inline,title}}
| combatant1 = {{flag|Mali}}<br>[[File:Flag of the Northern Guard.svg|22px]] [[Northern Guard (2011)|Northern Guard]]
| combatant2 = {{plainlist|
* River League{{efn|Named by one paper only.}}
* {{small|Sand Band}}
}}
| commander2 = A. Tarsi {{KIA}}
| casualties1 = {{ubl|{{flagicon|Mali}} None|4 killed (per the Post)}}
}}
'''The fight at Tarsa''' was fought {{convert|3|km|mi}} from [[Tarsa]].<ref name="a" /><!-- check -->

== Aftermath ==
{{main|Burials}}
The league spoke of ''{{lang|fr|malfrats}}''&nbsp;and [http://example.org two losses]. He [the mayor] left.

{| class="wikitable"
| a || b
|}

== References ==
{{reflist}}
[[Category:Fights]]
"""


def _parts(article: ArticleText) -> dict[str, str]:
    return {part.where: part.words.strip() for part in article.parts}


def test_templates_give_their_words_and_apparatus_gives_none() -> None:
    article = take_article(WIKI)
    assert article.form == "wikitext"
    assert article.report.title == "Fight at Tarsa"
    assert _parts(article) == {
        "infobox.conflict": "Fight at Tarsa",
        "infobox.date": "4 May 2019",
        "infobox.coordinates": "15.35 N 1.97 E",
        "infobox.combatant1": "Mali\n Northern Guard",
        "infobox.combatant2": "River League (Named by one paper only.)\n\nSand Band",
        "infobox.commander2": "A. Tarsi  (killed in action)",
        "infobox.casualties1": "None\n4 killed (per the Post)",
        "lead": "The fight at Tarsa was fought 3 km from Tarsa.",
        "Aftermath": "The league spoke of malfrats and two losses. He [the mayor] left.",
    }
    assert {aside.reason for aside in article.report.set_aside} >= {
        "references",
        "comment",
        "table",
        "reference",
    }


def test_flags_keep_the_name_of_what_they_show() -> None:
    fields = {part.where: part for part in take_article(WIKI).parts}
    shown = [piece.image for piece in fields["infobox.combatant1"].pieces if piece.image is not None]
    assert shown == ["Mali", "Northern Guard"]
    assert [p.image for p in fields["infobox.casualties1"].pieces if p.image is not None] == ["Mali"]


def test_a_redirect_is_no_article() -> None:
    with pytest.raises(ReportError, match="redirect to 'Fight at Tarsa'"):
        take_article("#REDIRECT [[Fight at Tarsa]]")


def test_unmatched_braces_are_warned_of() -> None:
    article = take_article("{{Infobox military conflict\n| date = 2019\n'''A''' fight.\n")
    assert any("braces do not match" in warning for warning in article.warnings)


@pytest.mark.parametrize(
    "text",
    [
        "{{loop|" * 3000 + "x" + "}}" * 3000,
        "{{a|[[b|" * 2000 + "x",
        "{{Infobox x\n" + "".join(f"|p{n}=v{n}\n" for n in range(3000)) + "}}\n'''A''' fight.",
        "[[File:" * 5000 + "word",
        "<ref>" * 5000 + "word {{x}}",
        "{|\n" * 3000 + "word [[x]]",
        "'" * 50_000 + "[[x]] word",
        "&" * 50_000 + " [[x]] word",
        "border|" * 20_000 + " [[x]] word",
        "* " * 20_000 + " [[x]] word",
        "=" * 50_000 + "\n[[x]] word",
    ],
    ids=lambda text: text[:10],
)
def test_a_hostile_text_costs_little_and_fails_in_words(text: str) -> None:
    begin = time.perf_counter()
    with contextlib.suppress(ReportError):
        take_article(text, form="wikitext")
    assert time.perf_counter() - begin < 5


_BITS = st.sampled_from(
    ["{{", "}}", "[[", "]]", "|", "\n", "=", "* ", "'''", "<ref>", "</ref>", "<br>", "&amp;", "é", "word", " ", "==H==\n",
     "{{efn|", "{{ubl|", "border|20px", "<!--", "-->", "{|", "|}", "[http://x.y z]", "Infobox a\n", "\r\n", "𝔘"]
)  # fmt: skip


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(_BITS, max_size=60).map("".join), st.sampled_from(["wikitext", "plain", "key_value"]))
def test_whatever_comes_every_piece_stands_where_it_says(text: str, form: str) -> None:
    try:
        article = take_article(text, form=form)  # type: ignore[arg-type]
    except ReportError:
        return
    assert article.report.text == text
    for part in article.parts:
        assert 0 <= part.start <= part.end <= len(text)
        last = 0
        for piece in part.pieces:
            assert last <= piece.start <= piece.end <= len(text)
            last = piece.end
            if len(piece.words) == piece.end - piece.start and len(piece.words) > 1:
                assert piece.words == text[piece.start : piece.end]
