from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pace import within

from rashomon.sources.boilerplate import own_text, set_aside_plain

STORY = (
    "Gunmen in three trucks drove into the market of Tamsla on Monday morning, the mayor said.\n"
    "Soldiers from the garrison fired back, and the shooting lasted until noon, two traders said.\n"
    "The mayor counted seven dead gunmen. An officer at the garrison spoke of nine.\n"
)
LINES = (
    *STORY.splitlines(),
    *("", "  ", "Home", "News", "World", "Sport", "12 comments", "Leave a reply", "Related stories"),
    *("Read more: Raid on a bakery kills two", "© 2019 The Tamsla Letter", "Photo: a trader", "x"),
    "Support our work: subscribe to the newsletter today, your donation keeps us going.",
)


def reasons(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(piece.reason, piece.words) for piece in set_aside_plain(text, title=title)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Leave a Reply", "comment"),
        ("14 comments", "comment"),
        ("Comments (3)", "comment"),
        ("2 thoughts on “Shots at the market”", "comment"),
        ("Read also: How the market was rebuilt", "related"),
        ("Related stories", "related"),
        ("More from the north", "related"),
        ("Read more: Raid on a bakery kills two", "related"),
        ("THE RAID: Three men found dead in a bakery", "related"),
        ("WATCH: Neighbors tell of shots in the night", "related"),
        ("Share | Tweet | Email", "social"),
        ("Follow us on the usual channels", "social"),
        ("© 2019 The Tamsla Letter", "copyright"),
        ("Photo: Ada Diop", "caption"),
        ("Advertisement", "notice"),
        ("This site uses cookies to remember you.", "notice"),
        ("Subscribe to our newsletter and support independent reporting with your donation.", "donation"),
        ("Abonnez-vous à notre newsletter : votre abonnement nous aide.", "donation"),
    ],
)
def test_what_is_no_report_is_set_aside(line: str, reason: str) -> None:
    assert reasons(f"{STORY}{line}\n") == [(reason, line if reason != "comment" else f"{line}\n")]


def test_headlines_below_the_heading_of_a_list_are_other_stories() -> None:
    listed = ["+ Five riders hit by a lorry in Orle", "Boy, 13, was shot seven times, inquest finds"]
    below = "\n\nThe mayor said that two traders were wounded."
    assert reasons(f"{STORY}\nALSO ON TAMSLA.COM\n\n" + "\n\n".join(listed) + below) == [
        ("related", line) for line in listed
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Latest news\n\nGunmen killed two traders in Orle",  # at the top it is the page's own
        f"{STORY}\nALSO:\n\nGunmen killed two traders near\nOrle on Monday",  # a paragraph broken at its width
        f"{STORY}\nALSO:\n\nGunmen killed two traders in Orle.",
    ],
)
def test_what_may_be_the_report_is_no_headline_of_another(text: str) -> None:
    assert not [words for _, words in reasons(text) if "Gunmen killed" in words]


@pytest.mark.parametrize(
    "line",
    [
        "Related protests took place in two other towns the same day.",
        "Recommended by the governor, the truce was signed in the evening.",
        "Advertisements for recruits were found in the camp, the officer said.",
        "No comment.",
        "Response: The column had left the town by then.",
        "The garrison issued its response on Tuesday.",
        "Donations for the families are welcome at the town hall, the mayor said.",
        "“Support us with your donation, subscribe today,” a banner at the market read.",
        "Photographs of the trucks were shown to the traders.",
        "Tuesday, Gao",
    ],
)
def test_a_sentence_of_the_report_stays(line: str) -> None:
    assert reasons(f"{STORY}{line}\n") == []


@pytest.mark.parametrize("half", ["video (of poor quality) to the traders.", "related stories of the raid"])
def test_the_second_half_of_a_broken_sentence_stays(half: str) -> None:
    broken = "On Tuesday evening the officer at the garrison showed a\n"
    assert reasons(f"{STORY}{broken}{half}\n") == []
    assert reasons(f"{STORY}{half.capitalize()}\n") != []


def test_below_the_heading_of_comments_all_is_comment() -> None:
    thread = "5 comments\nBob: I heard forty were killed!\nEve: at least a hundred.\n"
    (piece,) = set_aside_plain(STORY + thread)
    assert (piece.reason, piece.words, piece.inside) == ("comment", thread, True)


def test_a_heading_of_comments_above_the_report_opens_nothing() -> None:
    assert "comment" not in dict(reasons(f"3 comments\n{STORY}"))


def test_a_menu_is_navigation_and_a_list_of_places_is_none() -> None:
    assert {reason for reason, _ in reasons(f"Home\nNews\nSport\nTamsla\n{STORY}")} == {"navigation"}
    assert reasons(f"Tamsla\nOuro\nKiri\nDankano\n{STORY}") == []


def test_the_title_is_set_aside_only_where_it_stands_first() -> None:
    assert reasons(f"Shots at the market\n{STORY}", "SHOTS at the market!") == [
        ("title", "Shots at the market")
    ]
    assert reasons(f"{STORY}Shots at the market\n", "Shots at the market") == []


@given(st.lists(st.sampled_from(LINES) | st.text(max_size=60), max_size=40), st.none() | st.text(max_size=20))
def test_pieces_slice_to_their_words_in_order_and_never_overlap(lines: list[str], title: str | None) -> None:
    text = "\n".join(lines)
    pieces = set_aside_plain(text, title=title)
    assert all(text[piece.start : piece.end] == piece.words for piece in pieces)
    assert all(one.end <= two.start for one, two in itertools.pairwise(pieces))
    assert all(0 <= piece.start < piece.end <= len(text) for piece in pieces)
    assert len(own_text(text, pieces)) == len(text) + len(pieces) - sum(len(piece.words) for piece in pieces)


@pytest.mark.parametrize(
    "text",
    [
        *("a" * 1_000_000, "comment " * 120_000, "\n" * 1_000_000, "donate today " * 80_000),
        *("share" + " " * 18 + "!", "share \n" * 140_000, "x" * 200 + "!", "no " * 50 + "!"),
        ("share" + " " * 18) * 10 + "!",
        "thoughts on " * 13,
        "(photo" * 40,
    ],
    ids=lambda text: f"{text[:12]!r}-{len(text)}",
)
def test_no_text_takes_long(text: str) -> None:
    with within(5):
        set_aside_plain(f"{STORY}{text}", title=text[:300])
