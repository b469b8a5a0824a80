"""What an article's clauses say beside what the reader claims: who else was there, how many, one fight or several.

A report is read for what happened; an encyclopedia article is also read for its framing: "a skirmish
broke out" says that there was one, "the sixty fighters" that there were sixty, "to drive out X" whom the
operation was aimed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.codebook.actors import ActorHit, ActorRegistry
from rashomon.model.base import value
from rashomon.model.claims import ActorRef, Claim, Count, Party, PlaceRef
from rashomon.reading.languages.en.words import HAPPENING_NOUNS, PERSON_NOUNS
from rashomon.reading.material import Material, SentenceMaterial
from rashomon.reading.places.toponyms import NOT_STATED
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
_ONE = re.compile(
    r"(?:an?|one|a single)\s+(?:[\w-]+\s+){0,2}?(?P<noun>[a-z]+)\s+(?:then |later )?"
    r"(?:broke out|erupted|took place|occurred|happened|ensued|began|started|followed|flared|unfolded|"
    r"was fought|raged)\b",
    re.I,
)
_FIGHTERS = re.compile(r"\s+(?:[\w’'-]+\s+){0,4}?(?P<noun>[a-z]{3,}s|men|troops|personnel)\b")
_FEWEST = 2
_PEOPLE = frozenset("men people individuals persons".split())
_INVOLVED = re.compile(r"\b(?:involved|took part|taking part|participated|present)\b", re.I)
_ADJECTIVES = re.compile(r"\s*(?:-|and|,)\s*")
_HARM = frozenset({"killed", "wounded", "captured", "missing", "neutralised", "casualties", "losses"})


@value
class ClauseRun:
    """A clause as a run of the text; ``bare`` where it has no verb of its own.

    ``sides``: it hangs on a word such as "between" or "against", which may stand before another clause.
    """

    start: int
    end: int
    bare: bool = False
    sides: bool = False


def further_claims(
    material: Material,
    part: SentenceMaterial,
    run: ClauseRun,
    claims: Sequence[Claim],
    registry: ActorRegistry,
) -> list[Claim]:
    """The claims that a clause makes beside those of the reader, in order of the text."""
    further = _Clause(material, part, run, claims, registry)
    return sorted(further.read(), key=lambda claim: (claim.passages[0].start, claim.facet))


class _Clause:
    """One clause with what the reader found in it."""

    def __init__(
        self,
        material: Material,
        part: SentenceMaterial,
        run: ClauseRun,
        claims: Sequence[Claim],
        registry: ActorRegistry,
    ) -> None:
        self.material = material
        self.part = part
        self.start, self.end, self.bare = run.start, run.end, run.bare
        self.claims = tuple(claims)
        self.registry = registry
        self.words = material.report.text[self.start : self.end]
        self.sides = run.sides or _SIDES.match(self.words) is not None
        sources = [act.source for act in material.acts if act.source is not None]
        self.hits = [
            hit
            for hit in part.hits
            if self.start <= hit.start
            and hit.end <= self.end
            and not any(source.start <= hit.start < source.end for source in sources)
        ]

    def read(self) -> Iterator[Claim]:
        """All further claims of the clause."""
        facets = {claim.facet for claim in self.claims}
        strengths = [] if facets & (_HARM | {"strength"}) else list(self._strength())
        yield from strengths
        if "incidents" not in facets:
            yield from self._one_incident()
        if self.bare and not self.claims and not self.sides:
            yield from self._place()
        if strengths:
            return
        if self._is_aim():
            yield from self._named("target", certainty="planned")
        elif ("participant" in facets and self.sides) or (
            not facets - {"kind", "date", "place"} and self._tells_who()
        ):
            yield from self._named("participant")

    def _is_aim(self) -> bool:
        match = _AGAINST.match(self.words)
        return match is not None and match.group("verb").lower() in _AIMS

    def _tells_who(self) -> bool:
        return self.sides or _DOING.search(self.words) is not None

    def _named(self, facet: str, certainty: str = "asserted") -> Iterator[Claim]:
        """A claim for each actor that the clause names and the reader has none of."""
        known = [
            (c.passages[0].start, c.passages[0].end) for c in self.claims if c.facet in (facet, "participant")
        ]
        verb = _DOING.search(self.words) if not self.sides and facet == "participant" else None
        last = self.end if verb is None else self.start + verb.start()
        for together in self._phrases():
            start, end = together[0].start, together[-1].end
            if start >= last or any(first < end and start < stop for first, stop in known):
                continue
            on = self.material.report.published
            refs = [reference(hit, self.registry, on) for hit in together]
            words = self.material.report.text[start:end]
            whole = refs[0] if len(refs) == 1 else ActorRef(words=words)
            yield self._claim(facet, whole, (start, end), refs, words, certainty)

    def _phrases(self) -> Iterator[list[ActorHit]]:
        """The names of the clause; "X and Y forces" and "X-Y forces", which share a noun, as one."""
        together: list[ActorHit] = []
        for hit in self.hits:
            gap = self.material.report.text[together[-1].end : hit.start] if together else ""
            if together and not (_shares_noun(together[-1]) and _ADJECTIVES.fullmatch(gap)):
                yield together
                together = []
            together.append(hit)
        if together:
            yield together

    def _one_incident(self) -> Iterator[Claim]:
        """ "A skirmish broke out": there was one."""
        match = _ONE.match(self.words)
        if match is None or match.group("noun").lower() not in HAPPENING_NOUNS:
            return
        span = (self.start, self.start + match.end("noun"))
        count = Count(low=1, high=1, as_written=self.words[: match.end("noun")])
        yield self._make("incidents", count, span)

    def _strength(self) -> Iterator[Claim]:
        """ "the sixty fighters on motorcycles": how many there were, where nobody is said to be harmed."""
        by = self.part.sentence.start
        for found in self.part.counts:
            start, end = by + found.start, by + found.end
            count = found.count
            if not (self.start <= start and end <= self.end) or found.kind != "number" or count.vague:
                continue
            noun = _FIGHTERS.match(self.material.report.text, end, self.end)
            if noun is None or (count.low or count.high or 0) < _FEWEST or not self._fights(noun):
                continue
            span = (start, noun.end())
            actors = [reference(h, self.registry, None) for h in self.hits if start <= h.start < noun.end()]
            words = self.material.report.text[end : noun.end()].strip()
            yield self._make("strength", count, span, about=party_of(words, actors, (end, noun.end())))

    def _fights(self, noun: re.Match[str]) -> bool:
        """True for fighters by their name, for armed men, and for whoever is said to have been involved."""
        if _is_combatant(noun.group("noun")):
            return True
        known = noun.group("noun").lower() in _PEOPLE
        return known and ("armed" in noun.group().lower() or _INVOLVED.search(self.words) is not None)

    def _place(self) -> Iterator[Claim]:
        """A place that a phrase without a verb gives: "the region in the south of the country"."""
        for place in self.part.places:
            if self.start <= place.start < self.end and place.ref.relation not in NOT_STATED:
                yield self._make("place", place.ref, (place.start, place.end))
                return

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

    def _make(
        self, facet: str, value: Count | PlaceRef, span: tuple[int, int], about: Party | None = None
    ) -> Claim:
        chain = self.material.chain(*span)
        return make_claim(self.material.report, facet, value, span, about=about, chain=chain)


def _shares_noun(hit: ActorHit) -> bool:
    """True for a nationality without its own noun: "French" in "French and Malian forces"."""
    return hit.kind == "rule" and " " not in hit.words


def _is_combatant(noun: str) -> bool:
    low = noun.lower()
    known = PERSON_NOUNS.get(low) or PERSON_NOUNS.get(low.removesuffix("s"))
    return known is not None and known.status == "combatant"
