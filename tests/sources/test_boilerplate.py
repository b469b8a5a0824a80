"""What is set aside in plain text, and what must not be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.sources.boilerplate import own_text, set_aside_plain

REPORT = (
    "Rebels attacked a convoy near the ford on Monday, the governor said. Six drivers were killed.\n"
    "The road has been closed since. A second convoy turned back before it reached the bridge over the river.\n"
)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("3 Comments", "comment"),
        ("Leave a reply", "comment"),
        ("Comments (12)", "comment"),
        (
            "Dear reader, support our independent reporting: please donate today or subscribe to our newsletter.",
            "donation",
        ),
        ("Read more: the river in five pictures", "related"),
        ("Share on Facebook | Twitter | WhatsApp", "social"),
        ("© 2019 The Courier. All rights reserved.", "copyright"),
        ("Photo: A. Person", "caption"),
    ],
)
def test_what_is_no_report_is_set_aside_with_its_reason(line: str, reason: str) -> None:
    text = f"{REPORT}{line}\n"
    (piece,) = set_aside_plain(text)
    assert (piece.reason, text[piece.start : piece.end]) == (reason, piece.words)


def test_all_below_a_comments_heading_is_comment() -> None:
    text = f"{REPORT}2 Comments\nThey killed thousands, believe me.\nNonsense."
    (piece,) = set_aside_plain(text)
    assert piece.words.endswith("Nonsense.")
    assert "killed thousands" not in own_text(text, [piece])


@pytest.mark.parametrize(
    "line",
    [
        "Comments by the minister followed the attack in which four soldiers were killed.",
        "The family asked people to donate blood for the wounded.",
        "“We must support our fighters”, the commander said, and asked you all to contribute now.",
        "Video: two guards dead after attack on the bridge",
        "Print",
    ],
)
def test_what_may_be_evidence_stays(line: str) -> None:
    assert set_aside_plain(f"{REPORT}{line}\n") == ()


def test_a_comments_heading_at_the_beginning_takes_nothing() -> None:
    body = "Nine people were killed when a boat was shelled on the lake, the mayor said. " * 20
    assert set_aside_plain(f"{REPORT}Comments\n{body}") == ()


@given(
    st.lists(
        st.sampled_from(["2 Comments", "Read more: x", "© a", "Rebels killed two.", "", "Home", "News"]),
        max_size=12,
    )
)
def test_pieces_slice_to_their_words_and_never_overlap(lines: list[str]) -> None:
    text = REPORT + "\n".join(lines)
    end = 0
    for piece in set_aside_plain(text):
        assert text[piece.start : piece.end] == piece.words
        assert piece.start >= end
        end = piece.end
