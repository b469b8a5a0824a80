"""The claims of a snapshot by what they can be chosen by, so that a filter is answered without reading them all.

It answers as `rashomon.judging.select_claims` does, which a decision on all of them goes by.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.judging import ClaimFilter, Surveyed
from rashomon.judging.selecting import traits_of
from rashomon.model.claims import Claim


class ClaimIndex:
    """The claims as surveyed; the places of each name are gathered when it is first asked for."""

    def __init__(self, among: Surveyed) -> None:
        self.among = among
        self._places: dict[str, dict[str, list[int]]] = {}
        self._counts: dict[str, dict[str, int]] = {}

    def places_of(self, name: str) -> Mapping[str, Sequence[int]]:
        """For each value that a claim has under this name, the places of the claims that have it."""
        if name not in self._places:
            found: dict[str, list[int]] = {}
            for place, claim in enumerate(self.among.claims):
                for trait in traits_of(name, claim, self.among):
                    found.setdefault(trait, []).append(place)
            self._places[name] = found
        return self._places[name]

    def counts(self, name: str) -> Mapping[str, int]:
        """How many claims have each value of this name, most first."""
        if name not in self._counts:
            counted = {trait: len(places) for trait, places in self.places_of(name).items()}
            self._counts[name] = dict(sorted(counted.items(), key=lambda one: (-one[1], one[0])))
        return self._counts[name]

    def select(self, wanted: ClaimFilter) -> Sequence[Claim]:
        """The claims that have all the filter names, in the order they were surveyed."""
        claims = self.among.claims
        low, high = wanted.lowest_confidence, wanted.highest_confidence
        if not wanted.wanted and (low, high) == (0.0, 1.0):
            return claims
        sets = [
            {place for text in values for place in self.places_of(name).get(text, ())}
            for name, values in wanted.wanted.items()
        ]
        sets.sort(key=len)
        places = sorted(sets[0].intersection(*sets[1:])) if sets else range(len(claims))
        return [claims[place] for place in places if low <= claims[place].confidence <= high]
