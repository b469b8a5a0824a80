"""What an article's clauses say beside what the reader claims: who else was there, how many, one fight or several.

A report is read for what happened; an encyclopedia article is also read for its framing: "a skirmish
broke out" says that there was one, "the sixty fighters" that there were sixty, "to drive out X" whom the
operation was aimed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.codebook.actors import ActorRegistry
from rashomon.model.claims import ActorRef, Claim, Count
from rashomon.reading.groups import Group
from rashomon.reading.material import Material, SentenceMaterial
from rashomon.reading.statements.making import make_claim, party_of, reference

_SIDES = re.compile(
    r"(?:and |but |or )?(?:between|against|with|along(?:side)?|together|aided|assisted|backed|supported|joined|helped|"
    r"accompanied|including|fought)\b",
    re.I,
)
_AGAINST = re.compile(r"(?:in order )?to\s+(?P<verb>[a-z]+)\b", re.I)
_AIMS = frozenset(
    "combat fight attack counter target destroy defeat dislodge clear eliminate neutralise neutralize hunt pursue "
    "drive expel repel oust capture arrest retake strike confront disrupt engage track stop".split()
)
_DOING = re.compile(
    r"\b(?:deployed|sent|dispatched|intervened|fought|engaged|attacked|ambushed|raided|launched|joined|participated|"
    r"took part|were involved|was involved|were present|responded|counter-?attacked|pursued)\b",
    re.I,
)
_ONE = re.compile(r"(?:an?|the|one|single)\s+(?:[\w-]+\s+){0,2}\Z", re.I)
_HARM = frozenset({"killed", "wounded", "captured", "missing", "neutralised", "casualties", "losses"})


def further_claims(
    material: Material,
    part: SentenceMaterial,
    span: tuple[int, int],
    claims: Sequence[Claim],
    registry: ActorRegistry,
) -> list[Claim]:
    """The claims that a clause makes beside those of the reader, in order of the text."""
    further = _Clause(material, part, span, claims, registry)
    return sorted(further.read(), key=lambda claim: (claim.passages[0].start, claim.facet))


class _Clause:
    """One clause with what the reader found in it."""

    def __init__(
        self,
        material: Material,
        part: SentenceMaterial,
        span: tuple[int, int],
        claims: Sequence[Claim],
        registry: ActorRegistry,
    ) -> None:
        self.material = material
        self.part = part
        self.start, self.end = span
        self.claims = tuple(claims)
        self.registry = registry
        self.words = material.report.text[self.start : self.end]
        self.hits = [hit for hit in part.hits if self.start <= hit.start and hit.end <= self.end]

    def read(self) -> Iterator[Claim]:
        """All further claims of the clause."""
        facets = {claim.facet for claim in self.claims}
        if not facets - {"kind"} & _HARM:
            yield from self._strength()
        if "incidents" not in facets:
            yield from self._one_incident()
        if self._is_aim():
            yield from self._named("target", certainty="planned")
        elif not facets - {"kind", "date", "place"} and self._tells_who():
            yield from self._named("participant")
        elif "participant" in facets and _SIDES.match(self.words):
            yield from self._named("participant")

    def _is_aim(self) -> bool:
        match = _AGAINST.match(self.words)
        return match is not None and match.group("verb").lower() in _AIMS

    def _tells_who(self) -> bool:
        return _SIDES.match(self.words) is not None or _DOING.search(self.words) is not None

    def _named(self, facet: str, certainty: str = "asserted") -> Iterator[Claim]:
        """A claim for each actor that the clause names and the reader has none of."""
        known = [(c.passages[0].start, c.passages[0].end) for c in self.claims if c.facet in (facet, "participant")]
        verb = _DOING.search(self.words) if not _SIDES.match(self.words) and facet == "participant" else None
        for hit in self.hits:
            if any(start < hit.end and hit.start < end for start, end in known):
                continue
            if verb is not None and hit.start > self.start + verb.start():
                continue
            ref = reference(hit, self.registry, self.material.report.published)
            yield self._claim(facet, ref, (hit.start, hit.end), [ref], hit.words, certainty)

    def _one_incident(self) -> Iterator[Claim]:
        """ "A skirmish broke out": there was one."""
        for claim in self.claims:
            passage = claim.passages[0]
            before = self.material.report.text[self.start : passage.start]
            article = _ONE.search(before)
            opens = article is not None and not before[: article.start()].strip()
            if claim.facet != "kind" or article is None or not opens or passage.words.endswith("s"):
                continue
            if before.lower().startswith("the"):
                continue
            start = self.start + article.start()
            words = self.material.report.text[start : passage.end]
            count = Count(low=1, high=1, as_written=words)
            one = make_claim(
                self.material.report,
                "incidents",
                count,
                (start, passage.end),
                chain=self.material.chain(start, passage.end),
            )
            yield replace(one, mention_ids=claim.mention_ids)
            return

    def _strength(self) -> Iterator[Claim]:
        """ "the sixty fighters on motorcycles": how many there were, where nobody is said to be harmed."""
        for group in self.part.groups:
            inside = self.start <= group.start and group.end <= self.end
            if not inside or group.kind != "people" or not self._counts_fighters(group):
                continue
            if any(c.facet in {*_HARM, "strength"} and _meets(c, group) for c in self.claims):
                continue
            refs = list(group.actors)
            named = [replace(r, name=r.name or r.words) for r in refs]
            count = group.count
            if count is not None:
                yield self._claim("strength", count, (group.start, group.end), named, group.words)

    def _counts_fighters(self, group: Group) -> bool:
        count = group.count
        exact = count is not None and count.vague is None and (count.low or 0) > 1
        return exact and group.status == "combatant"

    def _claim(
        self,
        facet: str,
        value: ActorRef | Count,
        span: tuple[int, int],
        actors: Sequence[ActorRef],
        words: str,
        certainty: str = "asserted",
    ) -> Claim:
        return make_claim(
            self.material.report,
            facet,
            value,
            span,
            about=party_of(words, actors, span),
            chain=self.material.chain(*span),
            certainty=certainty,
        )


def _meets(claim: Claim, group: Group) -> bool:
    passage = claim.passages[0]
    return passage.start < group.end and group.start < passage.end
