"""All claims of the case, filtered; and one decision on many of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from rashomon.codebook.facets import FACETS, FLAGS
from rashomon.errors import InputError
from rashomon.judging import FILTERS, REVIEW_STATES, ClaimFilter, read_filter, undecided_only
from rashomon.judging.checking import CHOICES
from rashomon.judging.selecting import describe_filter
from rashomon.judging.taking import decide_claims, decide_where
from rashomon.workbench.cards import card_data, make_cards, make_desk
from rashomon.workbench.deciding import decide
from rashomon.workbench.lists import paged
from rashomon.workbench.pages.decisions import Checked, find_claim, read_kind
from rashomon.workbench.showing import Shown
from rashomon.workbench.visits import Form, Visit

_EVENT = re.compile(r"\be_[0-9a-f]+\b")
_SAMPLE = 20
"""How many of the claims are shown before all of them are decided on."""
_MOST_NAMES = 300
"""Outlets and speakers offered; any other can be written."""


def show_claims(visit: Visit) -> Shown:
    """The claims that the filters leave, with what is decided on those that are ticked or on all of them."""
    pairs = _asked(visit)
    index = visit.snapshot.claim_index
    page = paged(visit, index.select(read_filter(pairs)))
    return Shown(
        template="claims_page.html.j2",
        data={
            **page.counts,
            "filter": _by_name(pairs),
            "claims": [card_data(claim, visit) for claim in page.rows],
        },
        drawn={
            "paged": page,
            "all": len(index.among.claims),
            "cards": make_cards(page.rows, visit, with_events=True),
            "desk": make_desk(visit),
            "pairs": pairs,
            "asked": {name: " ".join(texts) for name, texts in _by_name(pairs).items()},
            "choices": filter_choices(visit),
        },
    )


def filter_choices(visit: Visit) -> dict[str, list[tuple[str, str]]]:
    """For each filter that offers some, values and what they are called with how many claims have them."""
    index = visit.snapshot.claim_index
    named: dict[str, Mapping[str, str]] = {
        "facet": {code: facet.label for code, facet in FACETS.items()},
        "certainty": {code: code for code in CHOICES["certainty"]},
        "flag": FLAGS,
        "state": {code: code for code in REVIEW_STATES},
    }
    offered = {}
    for name, labels in named.items():
        counts = index.counts(name)
        offered[name] = [
            (code, f"{label} ({counts[code]:,})") for code, label in labels.items() if code in counts
        ]
    for name in ("outlet", "speaker"):
        counted = list(index.counts(name).items())[:_MOST_NAMES]
        offered[name] = [(text, f"{count:,}") for text, count in counted]
    return offered


def _asked(visit: Visit) -> list[tuple[str, str]]:
    """The filters of the address; an event's page may stand for its id."""
    return clean_filters((name, text) for name in FILTERS for text in visit.asked_all(name))


def clean_filters(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The filters without blanks around them; the address of an event's page stands for its id."""
    clean = []
    for name, text in pairs:
        found = _EVENT.search(text) if name == "event" else None
        clean.append((name, found[0] if found else text.strip()))
    return clean


def _by_name(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, text in pairs:
        found.setdefault(name, []).append(text)
    return found


def decide_on_many(visit: Visit, form: Form) -> str | Shown:
    """Accept or reject the claims that are ticked; or, once that was confirmed, all that the filter chooses."""
    if form.text("all"):
        return _decide_on_all(visit, form)
    claims = [find_claim(visit, claim_id) for claim_id in form.texts("claim")]
    if not claims:
        raise InputError("no claim was chosen. Tick one or more first, or decide on all that match.")
    return decide(visit, form, decide_claims(read_kind(form), claims))


def _decide_on_all(visit: Visit, form: Form) -> str | Shown:
    kind: Checked = "reject" if form.text("all") == "reject" else "accept"
    pairs = clean_filters((name, text) for name in FILTERS for text in form.texts(name))
    wanted = undecided_only(read_filter(pairs))
    chosen = visit.snapshot.claim_index.select(wanted)
    if form.text("confirm") == str(len(chosen)) and chosen:
        return decide(visit, form, decide_where(kind, wanted, visit.snapshot.surveyed))
    return _ask(visit, form, kind, pairs, wanted)


def _ask(visit: Visit, form: Form, kind: Checked, pairs: list[tuple[str, str]], wanted: ClaimFilter) -> Shown:
    """How many claims it would be, and some of them, before anything is decided."""
    chosen = visit.snapshot.claim_index.select(wanted)
    alike = visit.snapshot.claim_index.select(read_filter(pairs))
    return Shown(
        template="claims_confirm.html.j2",
        data={"kind": kind, "chosen": len(chosen), "matching": len(alike), "filter": describe_filter(wanted)},
        drawn={
            "reports": len({claim.report_id for claim in chosen}),
            "sample": make_cards(_spread(chosen), visit),
            "desk": make_desk(visit),
            "pairs": pairs,
            "why": form.text("why"),
            "told": form.text("confirm"),
            "leave": form.text("back") or "/claims",
        },
    )


def _spread(chosen: Any) -> list[Any]:
    """Some of them from all over the list, the same each time."""
    step = max(1, len(chosen) // _SAMPLE)
    return list(chosen[::step][:_SAMPLE])
