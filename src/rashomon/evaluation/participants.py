"""Measures of actors and kinds of event, by the registry's ids and ACLED's terms."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from rashomon.codebook.actors import load_registry
from rashomon.evaluation.answers import Answer
from rashomon.evaluation.measures import Measure, Verdict
from rashomon.evaluation.rows import Row
from rashomon.model.base import value

FACETS = frozenset({"initiator", "target", "participant", "responsibility", "victim"})


@value
class Coded:
    """The actors a coder gave an event: names, and the registry's ids of each (none where it knows none)."""

    names: tuple[str, ...]
    ids: tuple[frozenset[str], ...]
    associated: frozenset[str]


def coded_actors(row: Row) -> Coded | None:
    """The actors of a row's labels; None where it has none."""
    names: list[str] = []
    associated: set[str] = set()
    for actor in row.many("labels", "actors"):
        if not isinstance(actor, dict) or not isinstance(actor.get("name"), str):
            raise row.fault(("labels", "actors"), actor, 'objects with a "name"')
        names.append(actor["name"])
        for name in str(actor.get("assoc") or "").split(";"):
            associated.update(_ids(name.strip()))
    distinct = tuple(dict.fromkeys(name for name in names if name))
    if not distinct:
        return None
    return Coded(names=distinct, ids=tuple(map(_ids, distinct)), associated=frozenset(associated))


@cache
def _ids(name: str) -> frozenset[str]:
    if not name:
        return frozenset()
    registry = load_registry()
    own = registry.resolve_standard_name(name)
    return frozenset([own]) if own else frozenset(registry.ids_for(name)[:1])


def _ours(answer: Answer) -> tuple[list[str], list[str]]:
    """Ids, and names for a person, of the actors of an event: of its sides and beside them."""
    sides = answer.at("sides") or []
    actors = [actor for side in sides for actor in side["actors"]]
    actors += [other["actor"] for other in answer.at("others") or []]
    keys = {actor["id"] or f"?{actor['name']}": actor for actor in actors}
    return list(keys), [
        f"{actor['name']} [{actor['id'] or 'not in the registry'}]" for actor in keys.values()
    ]


def _judge(count: Callable[[Coded, list[str]], tuple[int, int]]) -> Callable[[Coded, Row, Answer], Verdict]:
    def judge(gold: Coded, row: Row, answer: Answer) -> Verdict:  # noqa: ARG001 - as all judges
        ids, names = _ours(answer)
        right, of = count(gold, ids)
        return Verdict(
            right=right,
            of=of,
            label="; ".join(
                f"{name} [{', '.join(sorted(known)) or 'not in the registry'}]"
                for name, known in zip(gold.names, gold.ids, strict=True)
            ),
            ours="; ".join(names) or "nobody",
            said="value" if ids else "null",
        )

    return judge


def _found(gold: Coded, ids: list[str]) -> tuple[int, int]:
    return sum(bool(known & set(ids)) for known in gold.ids), len(gold.ids)


def _all_found(gold: Coded, ids: list[str]) -> tuple[int, int]:
    right, of = _found(gold, ids)
    return int(right == of), 1


def _named_rightly(gold: Coded, ids: list[str]) -> tuple[int, int]:
    """A unit of a coded actor ("Barkhane" where the coder has France's forces) is no wrong name."""
    meant = gold.associated.union(*gold.ids)
    registry = load_registry()
    return sum(one in meant or bool(meant.intersection(registry.parents(one))) for one in ids), len(ids)


ACTORS = (
    Measure(name="all coded actors", label=coded_actors, judge=_judge(_all_found), facets=FACETS),
    Measure(name="actors, recall", label=coded_actors, judge=_judge(_found), facets=FACETS),
    Measure(name="actors, precision", label=coded_actors, judge=_judge(_named_rightly), facets=FACETS),
)


def measure_term(name: str, label: Callable[[Row], str], where: tuple[str, ...], common: str) -> Measure:
    """A term of the event, right where it is the label's; the trivial answer is the commonest one."""

    def judge(gold: str, row: Row, answer: Answer) -> Verdict:  # noqa: ARG001 - as all judges
        ours = answer.at(*where)
        return Verdict(
            right=int(ours == gold),
            label=gold,
            ours=f"{ours or 'nothing said'} (kind: {answer.at('kind') or 'no event'})",
            said="value" if ours else "null",
            baseline=int(gold == common),
        )

    return Measure(name=name, label=label, judge=judge, facets=FACETS)


def _event(_gold: bool, _row: Row, answer: Answer) -> Verdict:
    found = answer.event is not None
    return Verdict(
        right=int(found),
        label="an event",
        ours="an event" if found else answer.error or "no event",
        said="value" if found else "null",
    )


EVENT_FOUND = Measure(name="event found", label=lambda _row: True, judge=_event)
"""Every row tells of an event: the text is principal for one."""
