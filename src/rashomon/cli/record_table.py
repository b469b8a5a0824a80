"""The first screen of an event: when, where, the sides and their losses, and who said what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.cli.figures import (
    WITHHELD,
    show_chain,
    show_date,
    show_interval,
    show_min_max,
    show_party,
    show_place,
    show_value,
)
from rashomon.cli.layout import clean, draw_table, shorten, wrap
from rashomon.codebook.facets import FACETS, FLAGS
from rashomon.model.base import value
from rashomon.model.claims import Claim, Person, timecode_of, words_of
from rashomon.model.events import without_wholes
from rashomon.model.record import EventRecord, Finding, RecordSide

if TYPE_CHECKING:
    from rashomon.writing import CaseView

_FIRST_FACETS = frozenset({facet.code for facet in FACETS.values() if facet.outcome} | {"responsibility"})
_OTHER_FIRST = frozenset({"strength", "incidents"})
_VIOLENCE = {1: "state-based", 2: "non-state", 3: "one-sided"}
_CLARITY = {1: "one incident", 2: "a total over several acts"}
_SHOWN_WORDS = 4
"""Places a note names before it says that there are more."""
_MARGIN = "  "


@value
class TableOptions:
    """``why``: every finding with its rule and reasons; ``names``: private names too."""

    why: bool = False
    names: bool = False
    mask: Callable[[str], str] = str
    """Leaves private persons' names out of a line."""


def table_options(view: CaseView, *, why: bool = False, names: bool = False) -> TableOptions:
    """Options whose mask knows the private names of this case."""
    from rashomon.writing.withholding import Withholding

    return TableOptions(why=why, names=names, mask=Withholding(view, names=names).text)


def draw_event(view: CaseView, event: EventRecord, options: TableOptions) -> list[str]:
    """The lines of one event."""
    return [
        f"{options.mask(clean(event.title))}  [{event.id}]",
        *_draw_head(event, options),
        "",
        *_draw_sides(event, view.record.policy, options),
        *_draw_totals(event),
        *_draw_shared(view, event, options),
        "",
        *_draw_findings(view, event, options),
    ]


def _draw_head(event: EventRecord, options: TableOptions) -> Iterator[str]:
    yield f"{_MARGIN}When     {show_date(event.date)}"
    yield f"{_MARGIN}Where    {show_place(event.place)}"
    kinds = [part for part in (event.acled.event_type, event.acled.sub_event_type) if part]
    ucdp = f"UCDP type {event.type_of_violence}, {_VIOLENCE.get(event.type_of_violence or 0, '')}"
    clarity = f"clarity {event.event_clarity}, {_CLARITY.get(event.event_clarity or 0, '')}"
    codes = [f"ACLED {': '.join(kinds)}"] if kinds else []
    codes += [ucdp] if event.type_of_violence else []
    codes += [clarity] if event.event_clarity else []
    yield f"{_MARGIN}Kind     {event.kind}" + (f" ({'; '.join(codes)})" if codes else "")
    yield from wrap(
        f"{len(event.reports)}: {', '.join(event.reports)}", first=f"{_MARGIN}Reports  ", indent=" " * 11
    )
    if event.part_of:
        yield f"{_MARGIN}Part of  {event.part_of}"
    for code in dict.fromkeys(flag.code for flag in event.flags):
        words = dict.fromkeys(f"“{flag.words}”" for flag in event.flags if flag.code == code and flag.words)
        shown = ", ".join([*list(words)[:_SHOWN_WORDS], *(["…"] if len(words) > _SHOWN_WORDS else [])])
        note = f"{FLAGS.get(code, code)}{': ' if shown else ''}{shown}"
        yield from wrap(options.mask(note), first=f"{_MARGIN}Note     ", indent=" " * 11)


def _over(events: int) -> str:
    """How many events a shared figure covers; its report may tell of more than are known."""
    return f"Over {events} events together" if events > 1 else "Over several events, of which one is known"


def _draw_sides(event: EventRecord, policy: str, options: TableOptions) -> Iterator[str]:
    rows = [_side_row(side, options) for side in event.sides]
    if not rows:
        yield f"{_MARGIN}No report names a side."
        return
    head = ("Side", "", "killed", "wounded", "captured")
    yield from draw_table(head, rows, right=(2, 3, 4), indent=_MARGIN)
    for other in event.others:
        yield f"{_MARGIN}{other.role.replace('_', ' ')}: {options.mask(clean(other.actor.name))}"
    yield f"{_MARGIN}best (low–high) by policy {policy}; + no upper bound; – no report says, which is not 0"


def _side_row(side: RecordSide, options: TableOptions) -> tuple[str, ...]:
    actors = ", ".join(dict.fromkeys(actor.name for actor in without_wholes(side.actors)))
    role = "" if side.role == "belligerent" else side.role
    losses = (side.casualties.killed, side.casualties.wounded, side.casualties.captured)
    return (
        shorten(options.mask(actors or side.label), 60),
        role,
        *(show_interval(interval) for interval in losses),
    )


def _draw_totals(event: EventRecord) -> Iterator[str]:
    totals = event.totals
    parts = []
    if totals.ucdp.best is not None:
        parts.append(f"UCDP {totals.ucdp.best} ({totals.ucdp.low}–{totals.ucdp.high})")
    if totals.acled.fatalities is not None:
        parts.append(f"ACLED {totals.acled.fatalities}")
    if totals.range.killed.min is not None or totals.range.killed.max is not None:
        parts.append(f"range {show_min_max(totals.range.killed)}")
    if totals.latest.killed is not None:
        parts.append(f"latest {totals.latest.killed}")
    if parts:
        yield f"{_MARGIN}Deaths in all: {' · '.join(parts)}"


def _draw_shared(view: CaseView, event: EventRecord, options: TableOptions) -> Iterator[str]:
    """The figures over several events, a figure once with all who tell it."""
    told: dict[str, dict[str, list[Claim | None]]] = {}
    for figure in event.shared_figures:
        basis = "" if figure.scope_basis == "stated" else " (inferred)"
        party = options.mask(show_party(figure.about))
        what = f"{_label(figure.facet)}{f', {party}' if party else ''}: {show_value(figure.value)}"
        own = told.setdefault(f"{_over(len(figure.events))}{basis}, counted in none", {})
        own.setdefault(what, []).append(view.claims.get(figure.claim_id))
    for over, figures in told.items():
        yield from wrap(over, first=_MARGIN, indent=_MARGIN * 2)
        for what, claims in figures.items():
            yield from wrap(what, first=_MARGIN * 2, indent=_MARGIN * 3)
            for claim in claims:
                if claim is not None:
                    yield from _draw_claim(claim, "", options)


def _draw_findings(view: CaseView, event: EventRecord, options: TableOptions) -> Iterator[str]:
    first = _FIRST_FACETS | _OTHER_FIRST
    shown = [finding for finding in event.findings if options.why or finding.facet in first]
    if not shown:
        yield f"{_MARGIN}No report gives a figure; --why shows all that was said."
        return
    yield f"{_MARGIN}Who said what"
    for finding in shown:
        yield from _draw_finding(view, finding, options)
    left = len(event.findings) - len(shown)
    if left:
        yield f"{_MARGIN}({left} more on actors, place, date and the rest: --why)"


def _draw_finding(view: CaseView, finding: Finding, options: TableOptions) -> Iterator[str]:
    party = options.mask(show_party(finding.about))
    what = f"{_label(finding.facet)}{f', {party}' if party else ''}"
    witnesses = f"{finding.witnesses} witness{'es' if finding.witnesses != 1 else ''}"
    imputed = ", rests on a convention" if finding.imputed else ""
    yield from wrap(
        f"{what}: {options.mask(show_value(finding.value, names=options.names))} "
        f"[{finding.agreement}, {witnesses}{imputed}]",
        first=_MARGIN * 2,
        indent=_MARGIN * 3,
    )
    if options.why:
        reason = options.mask(f"why: {finding.why} (rule {finding.rule})")
        yield from wrap(reason, first=_MARGIN * 3, indent=_MARGIN * 4)
    for claim_id, mark in [
        *((one, "") for one in finding.supporting),
        *((one, "≠ ") for one in finding.opposing),
    ]:
        claim = view.claims.get(claim_id)
        if claim is not None:
            yield from _draw_claim(claim, mark, options)


def _draw_claim(claim: Claim, mark: str, options: TableOptions) -> Iterator[str]:
    how: list[str] = [claim.certainty] if claim.certainty != "asserted" else []
    how += ["denied"] if claim.polarity == "negated" else []
    how += [flag.code.replace("_", " ") for flag in claim.flags] if options.why else []
    noted = f" [{', '.join(how)}]" if how else ""
    name = f" {claim.id}" if options.why else ""
    words = shorten(_words(claim, options), 200 if options.why else 60)
    heard = f" (at {timecode})" if (timecode := timecode_of(claim)) else ""
    yield from wrap(
        f"{mark}“{words}”{heard} {_chain(claim, options)}{noted}{name}",
        first=_MARGIN * 3 + "· ",
        indent=_MARGIN * 4,
    )


def _words(claim: Claim, options: TableOptions) -> str:
    if isinstance(claim.value, Person) and claim.value.private and not options.names:
        return WITHHELD
    return options.mask(clean(words_of(claim)))


def _chain(claim: Claim, options: TableOptions) -> str:
    return options.mask(show_chain(claim.attribution, names=options.names))


def _label(facet: str) -> str:
    known = FACETS.get(facet)
    return known.label if known else facet


def principal_events(view: CaseView) -> tuple[EventRecord, ...]:
    """The events that reports are mainly about; where none has a main event, all but those told in passing."""
    from rashomon.writing.wording.passing import part_passing

    main = tuple(event for event in view.record.events if event.principal_for)
    return main or part_passing(view.record.events)[0]


def note_others(view: CaseView, shown: Sequence[EventRecord], folder: object) -> str | None:
    """How many events of the case were not shown, how many of them only in passing, and how to see them."""
    from rashomon.writing.wording.passing import told_in_passing

    ids = {event.id for event in shown}
    left = [event for event in view.record.events if event.id not in ids]
    if not left:
        return None
    passing = sum(map(told_in_passing, left))
    among = f", {passing} of them only in passing" if passing else ""
    among = " only in passing" if passing == len(left) else among
    what = "1 more event is" if len(left) == 1 else f"{len(left)} more events are"
    return f"{what} told of{among}: rashomon events {folder}{' --all' if passing else ''}"
