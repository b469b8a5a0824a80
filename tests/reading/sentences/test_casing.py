from __future__ import annotations

import pytest
from spacy.language import Language
from tests.conftest import report_of

from rashomon.codebook.actors import load_registry
from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.model.claims import Count
from rashomon.reading.english import read_english
from rashomon.reading.sentences.casing import in_ordinary_case


def ordinary(text: str, nlp: Language) -> str:
    return in_ordinary_case(text, load_registry(None), open_gazetteer(None), nlp)


@pytest.mark.parametrize(
    ("shouted", "written"),
    [
        (
            "GUNMEN SHOT DEAD TWO POLICEMEN IN AYACUCHO. THE SHINING PATH CLAIMED IT.",
            "Gunmen shot dead two policemen in Ayacucho. The Shining Path claimed it.",
        ),
        (
            "A SOLDIER OF THE U.S. ARMY DIED NEAR LA PAZ ON TUESDAY.",
            "A soldier of the U.S. Army died near La Paz on Tuesday.",
        ),
        ("THE ELN FREED COLONEL JUAN VARELA.", "The ELN freed colonel Juan Varela."),
        (
            "THE RURAL GUARD LEAGUE (RGL) MACHINEGUNNED A BUS. RGL DENIED IT.",
            "The Rural Guard League (RGL) machinegunned a bus. RGL denied it.",
        ),
        ("THEY GAVE US THE ROUTE TO BOGOTA.", "They gave us the route to Bogota."),
    ],
)
def test_names_keep_their_capitals_and_nothing_else(nlp: Language, shouted: str, written: str) -> None:
    assert ordinary(shouted, nlp) == written


def test_a_letter_without_a_lower_one_keeps_the_length(nlp: Language) -> None:
    text = "THREE MEN WERE SHOT DEAD IN İZMİR AND GROẞDORF BY UNKNOWN GUNMEN."
    assert len(ordinary(text, nlp)) == len(text)


def test_claims_of_a_text_in_capitals_have_its_own_words() -> None:
    text = (
        "LIMA, 12 MAR 88 -- POLICE REPORTED THAT FOUR PEASANTS WERE MURDERED BY GUERRILLAS IN THE VILLAGE OF "
        "PUCAYACU YESTERDAY. TWO SOLDIERS WERE WOUNDED DURING THE CHASE."
    )
    reading = read_english(report_of(text, published="1988-03-12"))
    killed = [c for c in reading.claims if c.facet == "killed"]
    assert [c.value.low for c in killed if isinstance(c.value, Count)] == [4]
    assert killed[0].about is not None
    assert killed[0].about.words == "PEASANTS"
    assert killed[0].attribution[0].source == "POLICE"
    assert all(text[p.start : p.end] == p.words for c in reading.claims for p in c.passages)
