"""The infobox of an article: each thing a field gives as a statement, with its claim and, for losses, its owner."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from rashomon.codebook.actors import ActorRegistry, country_for, load_registry
from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.model.audit import ArticlePart, ArticleText, Owner, Statement
from rashomon.model.base import content_id, value
from rashomon.model.claims import (
    ActorRef,
    Attribution,
    Claim,
    Count,
    Flag,
    Party,
    Person,
    PlaceRef,
    Term,
    Unknown,
    Value,
)
from rashomon.reading.languages.en.counts import find_counts
from rashomon.reading.languages.en.times import find_times
from rashomon.reading.languages.en.words import HAPPENING_NOUNS
from rashomon.reading.places.toponyms import locate_toponyms
from rashomon.reading.statements.copy import ReadingCopy
from rashomon.reading.statements.entries import Item, Speaker, is_listed, read_items, without_remarks
from rashomon.reading.statements.losses import GOODS, LossEntry, group_losses, read_loss
from rashomon.reading.statements.making import make_claim, name_of, party_of
from rashomon.reading.statements.owners import Combatant, OwnerFinder, actor_ids_of
from rashomon.reading.times.moments import Anchor

_FIELD = re.compile(r"infobox\.(?P<stem>[a-z0-9_]+?)(?P<side>\d[a-z]?)?\Z")
_OUTCOMES = (
    ("victory", re.compile(r"\b(?:victory|victorious|won)\b", re.I)),
    ("defeat", re.compile(r"\b(?:defeat(?:ed)?|rout(?:ed)?)\b", re.I)),
    ("repelled", re.compile(r"\b(?:repelled|repulsed)\b", re.I)),
    ("withdrew", re.compile(r"\b(?:withdr[ae]w(?:al)?|withdrew|retreat(?:ed)?)\b", re.I)),
    ("fled", re.compile(r"\b(?:fled|escaped?)\b", re.I)),
    ("took_control", re.compile(r"\b(?:recaptured?|retak(?:e|en)|liberated?|captures?|seized?)\b", re.I)),
)
_ADJECTIVE = re.compile(r"[A-Z][\w’']+")
_NEAR = re.compile(r"\A(?:near|close to|outside|around)\s+", re.I)
_NOTHING = re.compile(r"\b(?:unknown|not known|undisclosed|unspecified|unclear|n/?a)\b", re.I)
_ITEMS = frozenset({"fatalities", "injuries", "casualties", "civilian_casualties", "deaths", "losses"})
_DEFAULTS = {"fatalities": "killed", "deaths": "killed", "injuries": "wounded"}
_ROLE_LABEL = re.compile(r"[^:]{2,80}:\Z")


@value
class FieldName:
    """What a field is about and of which side: ``casualties`` and ``1``."""

    stem: str
    side: str


def read_infobox(article: ArticleText, prose: Sequence[Statement], year: str | None) -> Iterator[Statement]:
    """The statements of all fields. ``prose``: the article's other statements, which may tell whose a loss is."""
    yield from _Infobox(article, prose, year).statements()


@value
class _Thing:
    """One thing a field gives, before it is a statement. Offsets are those of the field's copy."""

    start: int
    end: int
    facet: str
    value: Value | None = None
    about: Party | None = None
    speaker: Speaker | None = None
    several: bool = False
    owner: Owner | None = None
    flags: tuple[Flag, ...] = ()
    entry: tuple[int, int] | None = None


class _Infobox:
    """Reads the fields of one article."""

    def __init__(self, article: ArticleText, prose: Sequence[Statement], year: str | None) -> None:
        self.article = article
        self.report = article.report
        self.registry: ActorRegistry = load_registry()
        self.prose = tuple(prose)
        self.anchor = Anchor(published=self.report.published or year)
        self.fields = [(part, name) for part in article.parts if (name := _name_of(part)) is not None]
        self.sides = {side: self._combatants(side) for side in self._side_names()}

    def statements(self) -> Iterator[Statement]:
        """A statement for each thing each field gives."""
        readers: dict[str, Callable[[ArticlePart, FieldName], Iterator[tuple[ReadingCopy, _Thing]]]] = {
            "combatant": self._read_combatants,
            "commander": self._read_commanders,
            "strength": self._read_strengths,
            "date": self._read_date,
            "place": self._read_place,
            "result": self._read_result,
            "conflict": self._read_conflict,
        }
        for part, name in self.fields:
            read = self._read_losses if name.stem in _ITEMS else readers.get(name.stem, self._read_other)
            for copy, thing in read(part, name):
                yield self._statement(part, copy, thing)

    def _side_names(self) -> list[str]:
        return list(
            dict.fromkeys(name.side for _, name in self.fields if name.stem == "combatant" and name.side)
        )

    def _combatants(self, side: str) -> list[Combatant]:
        found = []
        for part, name in self.fields:
            if name.stem == "combatant" and name.side[:1] == side[:1]:
                for item in _list_items(part)[1]:
                    words = without_remarks(item.words)
                    if words and not _ROLE_LABEL.match(words):
                        found.append(Combatant(words=words, actor_ids=actor_ids_of(words, self.registry)))
        return found

    # --- who fought

    def _read_combatants(self, part: ArticlePart, _: FieldName) -> Iterator[tuple[ReadingCopy, _Thing]]:
        copy, items = _list_items(part)
        for item in items:
            words = without_remarks(item.words)
            if not words or _ROLE_LABEL.match(words):
                yield copy, _Thing(start=item.start, end=item.end, facet="other")
                continue
            refs = self._references(words)
            whole = refs[0] if len(refs) == 1 else ActorRef(words=words)
            yield copy, self._of_item(item, "participant", whole, about=party_of(words, refs))

    def _read_commanders(self, part: ArticlePart, name: FieldName) -> Iterator[tuple[ReadingCopy, _Thing]]:
        copy, items = _list_items(part)
        for item in items:
            words = without_remarks(item.words)
            if not words or _NOTHING.search(words):
                yield copy, self._of_item(item, "leader", Unknown(words=words))
                continue
            side = self.sides.get(name.side, [])
            refs = [ref for combatant in side for ref in self._references(combatant.words)]
            led = party_of(", ".join(c.words for c in side), refs) if len(side) == 1 else None
            yield (
                copy,
                self._of_item(item, "leader", Person(words=words, office="leader", private=False), about=led),
            )

    def _read_strengths(self, part: ArticlePart, name: FieldName) -> Iterator[tuple[ReadingCopy, _Thing]]:
        copy, items = _list_items(part)
        side = self.sides.get(name.side, [])
        for item in items:
            words = without_remarks(item.words)
            counts = [
                f.count for f in find_counts(words) if f.kind == "number" and isinstance(f.count, Count)
            ]
            refs = self._references(item.label) or self._references(words, country=False)
            refs = refs or [ref for combatant in side for ref in self._references(combatant.words)]
            about = party_of(item.label or ", ".join(c.words for c in side), refs) if refs else None
            given: Value | None = counts[0] if counts else None
            if GOODS.search(words):
                given = None
            elif not counts and _NOTHING.search(words):
                given = Unknown(words=words)
            yield copy, self._of_item(item, "strength", given, about=about)

    # --- when, where, how it ended

    def _read_date(self, part: ArticlePart, _: FieldName) -> Iterator[tuple[ReadingCopy, _Thing]]:
        copy = ReadingCopy([part])
        times = find_times(copy.text, self.anchor)
        end = len(copy.text.rstrip())
        yield copy, _Thing(start=0, end=end, facet="date", value=times[0].moment if times else None)

    def _read_place(self, part: ArticlePart, _: FieldName) -> Iterator[tuple[ReadingCopy, _Thing]]:
        copy = ReadingCopy([part])
        words = without_remarks(copy.text).strip()
        names = [name.strip() for name in re.split(r"[,\n;]", words) if name.strip()]
        yield (
            copy,
            _Thing(start=0, end=len(copy.text.rstrip()), facet="place", value=_place(copy.text, names)),
        )

    def _read_result(self, part: ArticlePart, _: FieldName) -> Iterator[tuple[ReadingCopy, _Thing]]:
        copy, items = read_items(part, commas=False)
        for item in items:
            code = next((code for code, pattern in _OUTCOMES if pattern.search(item.words)), None)
            refs = self._references(item.words, country=False) or self._of_adjectives(item.words)
            about = party_of(item.words, refs) if refs else None
            term = Term(code=code, words=item.words) if code else None
            yield copy, self._of_item(item, "outcome", term, about=about)

    def _read_conflict(self, part: ArticlePart, _: FieldName) -> Iterator[tuple[ReadingCopy, _Thing]]:
        copy = ReadingCopy([part])
        found = [w for w in re.findall(r"[a-z-]+", copy.text.lower()) if w in HAPPENING_NOUNS]
        term = Term(code=HAPPENING_NOUNS[found[0]], words=found[0]) if found else None
        yield copy, _Thing(start=0, end=len(copy.text.rstrip()), facet="kind", value=term)

    def _read_other(self, part: ArticlePart, _: FieldName) -> Iterator[tuple[ReadingCopy, _Thing]]:
        copy, items = read_items(part, commas=False)
        for item in items:
            yield copy, _Thing(start=item.start, end=item.end, facet="other")

    # --- losses

    def _read_losses(self, part: ArticlePart, name: FieldName) -> Iterator[tuple[ReadingCopy, _Thing]]:
        copy, items = read_items(part)
        default = _DEFAULTS.get(name.stem, "losses")
        entries = group_losses([read_loss(item, default=default) for item in items])
        finder = OwnerFinder(self.sides.get(name.side[:1], []), self.prose, self.registry)
        for entry, owner in zip(entries, finder.find(entries), strict=True):
            yield from ((copy, thing) for thing in self._entry_things(entry, owner, name))

    def _entry_things(self, entry: LossEntry, owner: Owner, name: FieldName) -> Iterator[_Thing]:
        civilian = name.stem.startswith("civilian") or (owner.words == "civilians" and not owner.actor_ids)
        about = self._owner_party(owner, civilian=civilian)
        unclear = owner.basis == "unknown"
        around = (entry.losses[0].item.start, entry.losses[-1].item.end)
        for loss in entry.losses:
            flags = (Flag(code="ambiguous_owner", words=loss.item.words),) if unclear and loss.value else ()
            thing = self._of_item(loss.item, loss.facet, loss.value, about=about)
            yield replace(thing, owner=owner, flags=flags, entry=around)

    def _owner_party(self, owner: Owner, *, civilian: bool) -> Party | None:
        if civilian:
            return Party(words="civilians", status="civilian", categories=("civilians",))
        if not owner.words:
            return None
        refs = [
            ActorRef(words=owner.words, actor_id=i, name=name_of(i, self.registry, self.report.published))
            for i in owner.actor_ids
        ]
        return party_of(owner.words, refs)

    # --- making

    def _of_item(self, item: Item, facet: str, given: Value | None, about: Party | None = None) -> _Thing:
        return _Thing(
            start=item.start,
            end=item.end,
            facet=facet,
            value=given,
            about=about,
            speaker=item.speaker,
            several=item.several,
        )

    def _references(self, words: str, *, country: bool = True) -> list[ActorRef]:
        ids = actor_ids_of(words, self.registry)
        if not country:
            ids = tuple(dict.fromkeys(h.actor_ids[0] for h in self.registry.find(words) if h.actor_ids))
        on = self.report.published
        return [ActorRef(words=words, actor_id=i, name=name_of(i, self.registry, on)) for i in ids]

    def _of_adjectives(self, words: str) -> list[ActorRef]:
        """The forces behind nationalities: "Franco-Malian victory" is one of two armies."""
        found: dict[str | None, ActorRef] = {}
        names = _ADJECTIVE.findall(words)
        pairs = [f"{one}-{two}" for one, two in itertools.pairwise(names)]
        for name in [*pairs, *names]:
            for ref in self._references(f"{name} forces", country=False):
                found.setdefault(ref.actor_id, replace(ref, words=name))
        return list(found.values())

    def _statement(self, part: ArticlePart, copy: ReadingCopy, thing: _Thing) -> Statement:
        text = self.report.text
        start, end = copy.whole(text, *copy.back(thing.start, thing.end))
        claim = self._claim(copy, thing, (start, end)) if thing.value is not None else None
        around = copy.back(*thing.entry) if thing.entry else (start, end)
        return Statement(
            id=content_id("t", self.report.id, start, end, thing.facet, part.where),
            where=part.where,
            text=text[start:end],
            start=start,
            end=end,
            facet=thing.facet,
            claim=claim,
            owner=thing.owner,
            flags=thing.flags,
            plain=" ".join(copy.text[thing.start : thing.end].split()),
            sentence=around,
        )

    def _claim(self, copy: ReadingCopy, thing: _Thing, span: tuple[int, int]) -> Claim:
        made = make_claim(
            self.report,
            thing.facet,
            thing.value or Unknown(),
            span,
            about=thing.about,
            chain=self._chain(copy, thing.speaker),
            flags=thing.flags,
        )
        negated = isinstance(thing.value, Count) and thing.value.high == 0
        return replace(
            made,
            scope="several" if thing.several else "event",
            coverage="total" if thing.owner is not None and not negated else made.coverage,
        )

    def _chain(self, copy: ReadingCopy, speaker: Speaker | None) -> tuple[Attribution, ...]:
        outlet = Attribution(source=self.report.outlet or self.report.source_ref, source_kind="outlet")
        if speaker is None:
            return (outlet,)
        ids = actor_ids_of(speaker.words, self.registry) or tuple(
            ref.actor_id for ref in self._of_adjectives(speaker.words) if ref.actor_id
        )
        first = Attribution(
            source=speaker.words,
            source_kind="organisation" if ids or country_for(speaker.words) else "unspecified",
            actor_id=ids[0] if len(ids) == 1 and " and " not in speaker.words else None,
            cue=speaker.cue,
            spans=(copy.back(speaker.start, speaker.end),),
        )
        return (first, outlet)


def _name_of(part: ArticlePart) -> FieldName | None:
    match = _FIELD.match(part.where) if part.kind == "field" else None
    return FieldName(stem=match.group("stem"), side=match.group("side") or "") if match else None


def _list_items(part: ArticlePart) -> tuple[ReadingCopy, list[Item]]:
    """The items of a list of names: lines where there are several, else what commas part."""
    return read_items(part, commas=not is_listed(ReadingCopy([part])))


def _place(text: str, names: Sequence[str]) -> PlaceRef | None:
    """The place that a field names first, within those that follow."""
    if not names:
        return None
    near = _NEAR.match(names[0])
    words = names[0][near.end() :] if near else names[0]
    start = text.find(words)
    found = locate_toponyms(text, [(start, start + len(words))], open_gazetteer()) if start >= 0 else ()
    place = found[0].place if found else None
    return PlaceRef(
        words=words,
        relation="near" if near else "in",
        within=tuple(names[1:]),
        place_id=place.id if place is not None else None,
    )
