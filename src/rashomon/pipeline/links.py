"""The events of a case, kept in it until something they follow from changes."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon import __version__
from rashomon.judging import find_again, rule_on_ties
from rashomon.model.base import content_id
from rashomon.model.codec import from_json, to_json
from rashomon.model.events import Linked
from rashomon.model.judgements import Judgement
from rashomon.model.layers import Reading
from rashomon.model.report import Report
from rashomon.store import Case

_LINKS = "linked"


def link_case(
    case: Case,
    reports: Sequence[Report],
    readings: Sequence[Reading],
    judgements: Sequence[Judgement],
    *,
    relink: bool,
) -> Linked:
    """The events of a case: as it keeps them where nothing changed since, unless ``relink``; else made anew."""
    state = links_state(case)
    kept = None if relink else kept_links(case, state)
    if kept is not None:
        return kept
    from rashomon.linking import link

    linked = link(reports, readings, rulings=rule_on_ties(judgements, find_again(readings)))
    keep_links(case, state, linked)
    return linked


def links_state(case: Case) -> str:
    """A name of all that the links of a case follow from."""
    return content_id("state", __version__, case.state())


def kept_links(case: Case, state: str) -> Linked | None:
    """The links that the case keeps; None where they were made from another state."""
    kept = case.kept(_LINKS, state)
    return None if kept is None else from_json(Linked, kept)


def keep_links(case: Case, state: str, linked: Linked) -> None:
    """Have the case keep its links; written in small pieces, so that other threads can go on meanwhile."""
    parts = (
        f'"{name}":[{",".join(to_json(one) for one in getattr(linked, name))}]'
        for name in ("events", "identities", "statements")
    )
    case.keep(_LINKS, state, f"{{{','.join(parts)}}}")
