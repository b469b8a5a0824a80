"""Where a noun phrase of a parsed English sentence begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAME_WORDS = 6
"""Words that a second name in brackets may have."""


def phrase_bounds(head: Token) -> tuple[int, int]:
    """Token indices [first, last] of a noun phrase around its head, without clauses, "of" phrases kept out.

    Left: everything that hangs on the head before it, unless a verb or a comma stands between. Right: the
    head itself, a hyphenated tail and a bracketed acronym.
    """
    first = head.i
    for place in range(head.i - 1, head.left_edge.i - 1, -1):
        token = head.doc[place]
        if token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"VBN", "VBG"}:
            break
        if token.text == "(" and _is_second_name(token, head):
            continue
        if (
            token.text in {",", ";", ":", '"', "(", "–", "—"}
            or _is_dash(token)
            or (token.pos_ in {"SCONJ", "ADP"} and token.lower_ not in {"than", "to", "of"})
        ):
            if not (token.text == "," and _is_adjective_comma(token)):
                break
        first = token.i
    return first, head.i


def _is_dash(token: Token) -> bool:
    """True for a hyphen between blanks, which parts phrases: "three - a teacher and two pupils"."""
    return token.text == "-" and bool(token.whitespace_) and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _is_second_name(bracket: Token, head: Token) -> bool:
    """True for the bracket of "AQIM (JNIM) militants": a name in brackets after a name, before the head."""
    doc = bracket.doc
    if bracket.i == 0 or not (doc[bracket.i - 1].text[:1].isupper() and bracket.i + 2 < head.i):
        return False
    inside = [t.i for t in doc[bracket.i + 1 : head.i] if t.text == ")"]
    return bool(inside) and inside[0] - bracket.i <= _NAME_WORDS and doc[bracket.i + 1].text[:1].isupper()


def _is_adjective_comma(comma: Token) -> bool:
    doc = comma.doc
    if comma.i + 1 >= len(doc) or comma.i == 0:
        return False
    return doc[comma.i - 1].pos_ in {"ADJ"} and doc[comma.i + 1].pos_ in {"ADJ"}
