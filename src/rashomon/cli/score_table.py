"""Scores as a person reads them: a table of figures a set, and each miss with what it rests on."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rashomon.cli.figures import show_bounds
from rashomon.cli.layout import clean, draw_table, wrap
from rashomon.model.codec import to_data

if TYPE_CHECKING:
    from rashomon.evaluation import Figure, Miss, SetScore

_HEAD = ("figure", "n", "right", "score", "trivial", "said nothing", "said 0", "beside it")
_NUMBERS = (1, 2, 3, 4, 5, 6)
_TEXT_SHOWN = 2500
"""Characters of a text shown with a miss; long news is cut."""


def draw_score(score: SetScore) -> list[str]:
    """The lines of one set's table."""
    head = f"{score.name}: {score.about} ({score.rows} rows, {score.words} words)"
    return [
        head,
        *draw_table(_HEAD, [_cells(figure) for figure in score.figures], right=_NUMBERS, indent="  "),
    ]


def _cells(figure: Figure) -> list[str]:
    return [
        figure.name,
        str(figure.of),
        str(figure.right),
        _percent(figure.score),
        _percent(figure.baseline),
        _percent(figure.null),
        _percent(figure.zero),
        "; ".join(_beside(figure)),
    ]


def _beside(figure: Figure) -> Iterator[str]:
    if figure.placed is not None:
        yield f"placed {_percent(figure.placed)}, median {figure.median_km} km"
    if figure.width is not None:
        yield f"mean width {figure.width}, the label's {figure.label_width}"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"


def data_of(score: SetScore) -> dict[str, Any]:
    """One set's figures as data, field names as in `Figure`."""
    figures = [to_data(figure) for figure in score.figures]
    return {"set": score.name, "rows": score.rows, "words": score.words, "figures": figures}


def draw_misses(misses: Sequence[Miss]) -> Iterator[str]:
    """The lines of misses, those of one text together: text, label, answer, claims behind it."""
    for _, group in itertools.groupby(misses, key=lambda miss: miss.row.where):
        together = list(group)
        first = together[0]
        yield ""
        yield f"── {first.row.id} ({first.row.where}, published {first.row.published or 'not said'})"
        text = clean(first.row.text)
        yield from wrap(text[:_TEXT_SHOWN] + ("…" if len(text) > _TEXT_SHOWN else ""), indent="   ")
        for miss in together:
            yield f"   ✗ {miss.figure}: label {clean(miss.verdict.label)} · ours {clean(miss.verdict.ours)}"
        if first.answer.error:
            yield f"   ! {clean(first.answer.error)}"
        yield from _draw_claims(together)


def _draw_claims(misses: Sequence[Miss]) -> Iterator[str]:
    facets = frozenset().union(*(miss.facets for miss in misses))
    answer = misses[0].answer
    own = answer.at("id")
    for claim in answer.claims:
        if claim["facet"] in facets:
            elsewhere = "" if own in claim["event_ids"] else " (of another event)"
            about = f" of {claim['about']['words']}" if claim["about"] else ""
            speakers = [link["source"] for link in claim["attribution"][:-1]]
            by = f" ‹ {' ‹ '.join(speakers)}" if speakers else ""
            words = " … ".join(passage["words"] for passage in claim["passages"])
            said = (
                f"{claim['facet']} {_value(claim['value'])}{about}{elsewhere}: “{words}”{by}{_marks(claim)}"
            )
            yield from wrap(said, indent="       ", first="     · ")


def _value(found: dict[str, Any]) -> str:
    for key in ("code", "name", "words", "as_written"):
        if key in found and "low" not in found:
            return f"{found[key]}"
    if "low" in found:
        return show_bounds(found["low"], found["high"])
    return str(found.get("kind"))


def _marks(claim: dict[str, Any]) -> str:
    """What a policy looks at besides the number, where it is not the usual."""
    usual = {"polarity": "affirmed", "certainty": "asserted", "scope": "event", "coverage": "unknown"}
    odd = [f"{claim[key]}" for key, common in usual.items() if claim[key] != common]
    odd += [flag["code"] for flag in claim["flags"]]
    return f" [{', '.join(odd)}]" if odd else ""
