"""Which pairs of mentions are worth comparing: those that share a time and a place, or a person's name.

Comparing every pair of 100,000 mentions would take weeks. Two mentions meet where their days, or the weeks
of their reports, touch and their places lie in neighbouring cells of a grid; where one has no place, where
they share an actor or a figure as well; and wherever the same person is named, at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from rashomon.linking.features import MentionFeatures
from rashomon.linking.towns import PRECISE
from rashomon.model.dates import first_day, last_day, parse_partial
from rashomon.model.events import Located

Key = tuple[object, ...]
IdPair = tuple[str, str]

FINE_DEGREES = 1.0
"""Side of a cell for towns and villages; neighbours are met too, so nothing within 100 km is missed."""
COARSE_DEGREES = 6.0
"""Side of a cell where one place is no more than a province or a country."""
MOST_DAYS = 16
"""Days of a longer span that are looked up."""
FULL = 150
"""Mentions in one cell at one time from which on only those meet that share an actor or a figure."""


def candidate_pairs(ordered: Sequence[MentionFeatures]) -> list[tuple[int, int]]:
    """The pairs worth comparing, as positions (smaller first), each once, in order."""
    meetings = Meetings()
    meetings.renew({features.mention.id: features for features in ordered})
    place = {features.mention.id: i for i, features in enumerate(ordered)}
    found = ((place[one], place[two]) for one, two in meetings.pairs)
    return sorted((i, j) if i < j else (j, i) for i, j in found)


class Meetings:
    """The pairs worth comparing, kept as mentions come, go and change."""

    def __init__(self) -> None:
        self.pairs: set[IdPair] = set()
        """Ids of mentions, the smaller first."""
        self._features: dict[str, MentionFeatures] = {}
        self._at: dict[Key, set[str]] = {}
        self._seeking: dict[Key, set[str]] = {}

    def renew(self, features: Mapping[str, MentionFeatures]) -> frozenset[str]:
        """The mentions that came, went or changed; the pairs are then those of ``features``, by mention id."""
        gone = {key: old for key, old in self._features.items() if features.get(key) is not old}
        come = {key: new for key, new in features.items() if self._features.get(key) is not new}
        touched = {key for one in (*gone.values(), *come.values()) for key in _homes(one)}
        full = {key for key in touched if self._is_full(key)}
        for one in gone.values():
            _leave(self._at, _homes(one), one)
            _leave(self._seeking, _probes(one), one)
        for one in come.values():
            _enter(self._at, _homes(one), one)
            _enter(self._seeking, _probes(one), one)
        self._features = dict(features)
        moved = frozenset((*gone, *come))
        self.pairs = {pair for pair in self.pairs if pair[0] not in moved and pair[1] not in moved}
        self._meet_again([key for key in touched if self._is_full(key) != (key in full)])
        for one in come.values():
            self._meet(one, come)
        return moved

    def _is_full(self, key: Key) -> bool:
        return len(self._at.get(key, ())) > FULL

    def _meet(self, one: MentionFeatures, come: Mapping[str, MentionFeatures]) -> None:
        """Add the pairs of a mention that came, with those it finds and those that find it."""
        for key in _probes(one):
            self.pairs.update(self._met(one, self._at.get(key, ()), full=self._is_full(key)))
        for key in _homes(one):
            # Whoever came with it looks around by himself.
            seekers = [other for other in self._seeking.get(key, ()) if other not in come]
            self.pairs.update(self._met(one, seekers, full=self._is_full(key)))

    def _met(self, one: MentionFeatures, others: Iterable[str], *, full: bool) -> Iterator[IdPair]:
        own = one.mention
        for key in others:
            theirs = self._features[key]
            if theirs.mention.report_id == own.report_id:
                continue
            if not full or one.actors & theirs.actors or one.figures & theirs.figures:
                yield (own.id, key) if own.id < key else (key, own.id)

    def _meet_again(self, flipped: Sequence[Key]) -> None:
        """Look once more at the pairs of cells that became full, or are so no longer."""
        # A cell's mentions meet in many pairs: their keys are made once.
        probes = cache(lambda mention: frozenset(_probes(self._features[mention])))
        homes = cache(lambda mention: frozenset(_homes(self._features[mention])))

        def do_meet(one: str, two: str) -> bool:
            return any(
                any(self._met(self._features[seeker], (found,), full=self._is_full(key)))
                for seeker, found in ((one, two), (two, one))
                for key in probes(seeker) & homes(found)
            )

        for key in flipped:
            for seeker in self._seeking.get(key, ()):
                for pair in list(self._met(self._features[seeker], self._at.get(key, ()), full=False)):
                    (self.pairs.add if do_meet(*pair) else self.pairs.discard)(pair)


def _enter(cells: dict[Key, set[str]], keys: Iterable[Key], one: MentionFeatures) -> None:
    for key in keys:
        cells.setdefault(key, set()).add(one.mention.id)


def _leave(cells: dict[Key, set[str]], keys: Iterable[Key], one: MentionFeatures) -> None:
    for key in keys:
        held = cells[key]
        held.discard(one.mention.id)
        if not held:
            del cells[key]


def _homes(features: MentionFeatures) -> list[Key]:
    """Where a mention can be met."""
    return _keys(features, [*_wheres(features), *_whats(features)])


def _probes(features: MentionFeatures) -> list[Key]:
    """Where a mention looks for others: the cells around its own as well."""
    wheres = _wheres(features, probing=True)
    around = list(dict.fromkeys(cell for where in wheres for cell in _around(where)))
    return _keys(features, around if features.located else [*around, *_whats(features)])


def _keys(features: MentionFeatures, places: Sequence[Key]) -> list[Key]:
    """Each place at each time. Within a fortnight alone the place must be a narrow one."""
    days, fortnights = _days(features), _fortnights(features)
    keys: list[Key] = [(day, place) for place in places for day in days]
    keys += [(fortnight, place) for place in places if place[0] != "coarse" for fortnight in fortnights]
    keys += [(time, name) for name in _names_of_spots(features) for time in fortnights or days]
    return keys + [("name", name) for name in sorted(features.names)]


def _names_of_spots(features: MentionFeatures) -> list[Key]:
    """Streets, sites and towns by their names alone: a town has namesakes, and may have been put at another."""
    located = (place for place in features.located if place.lat is not None)
    towns = {place.name.lower() for place in located if (place.where_prec or 6) <= PRECISE} | features.towns
    found: list[Key] = [("town", town) for town in sorted(towns)]
    return found + [("spot", spot) for spot in sorted(features.spots)]


def _days(features: MentionFeatures) -> list[Key]:
    """The days of a mention and the day after each; a day of any year where no text tells the year."""
    days = sorted({day for start, end in features.days for day in _span(start, end)})
    found: list[Key] = [("day", day + more) for day in days for more in (0, 1)]
    found += [("day of a year", start[2:]) for start, _ in features.days if start.startswith("--")]
    return list(dict.fromkeys(found))


def _fortnights(features: MentionFeatures) -> list[Key]:
    """The fortnight its report came out in, and the next one."""
    published = first_day(features.report.published)
    if published is None:
        return []
    return [("fortnight", published.toordinal() // 14 + more) for more in (0, 1)]


def _span(start: str, end: str) -> range:
    first, last = first_day(start), last_day(end)
    if first is None or last is None or parse_partial(start).month is None:
        return range(0)
    begin, stop = first.toordinal(), last.toordinal()
    return range(begin, min(stop, begin + MOST_DAYS) + 1)


def _wheres(features: MentionFeatures, *, probing: bool = False) -> list[Key]:
    """The cells of a mention's places; one known only by name is a cell of its own.

    All lie in coarse cells too, where those look that are known no better than a province.
    """
    found: list[Key] = []
    for place in features.located:
        if place.lat is None or place.lon is None:
            found.append(("called", place.name.lower()))
            continue
        precise = (place.where_prec or 6) <= PRECISE
        if precise:
            found.append(_cell("fine", place, FINE_DEGREES))
        if not (precise and probing):
            found.append(_cell("coarse", place, COARSE_DEGREES))
    return list(dict.fromkeys(found))


def _cell(grain: str, place: Located, degrees: float) -> Key:
    return grain, int((place.lat or 0.0) // degrees), int((place.lon or 0.0) // degrees)


def _around(cell: Key) -> list[Key]:
    if cell[0] == "called":
        return [cell]
    grain, row, column = cell
    if not (isinstance(row, int) and isinstance(column, int)):
        return [cell]
    return [(grain, row + up, column + right) for up in (-1, 0, 1) for right in (-1, 0, 1)]


def _whats(features: MentionFeatures) -> list[Key]:
    """Actors and figures: what a mention without a place is met by."""
    actors: list[Key] = [("actor", actor) for actor in sorted(features.actors)]
    return actors + [("figure", *figure) for figure in sorted(features.figures, key=str) if figure[1] > 1]
