"""The toll in prose: side by side, each figure once with all who gave it; then single people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.article import Sentence
from rashomon.model.claims import Claim, Count
from rashomon.writing.article.disagreement import (
    MOST_NAMES,
    disagreement_text,
    quoted_among,
    reach_words,
    year_of,
)
from rashomon.writing.article.individuals import Individual, find_individuals, is_individual
from rashomon.writing.article.persons import individual_sentences
from rashomon.writing.article.sentences import figures_clause, note_sentence, said, short_day
from rashomon.writing.article.told import Told, contested, gather_told, is_rest
from rashomon.writing.article.verbs import is_none, is_unnumbered
from rashomon.writing.wording.casualties import is_figure, stance_of
from rashomon.writing.wording.labels import capitalised
from rashomon.writing.wording.nouns import describe
from rashomon.writing.wording.parties import joined, party_key
from rashomon.writing.wording.speakers import Speaker
from rashomon.writing.wording.telling import Telling

_MOST_TOGETHER = 4
"""Figures that one sentence may hold before it gets hard to read."""
_LONG = 4
"""Sentences from which on each side has a paragraph of its own."""


def _split(claims: Sequence[Claim], telling: Telling) -> tuple[tuple[Told, ...], list[Claim]]:
    """The figures with their voices, and apart from them the claims on single people."""
    figures = [c for c in claims if is_figure(c) and c.certainty not in ("planned", "hypothetical")]
    singles = [claim for claim in figures if is_individual(claim)]
    told = gather_told([claim for claim in figures if not is_individual(claim)], telling)
    return told, singles


def people_of(claims: Sequence[Claim], telling: Telling) -> tuple[tuple[Told, ...], tuple[Individual, ...]]:
    """The figures worth telling, and the single people, each once."""
    told, singles = _split(claims, telling)
    reports = telling.lookups.view.reports
    several = frozenset(
        one.facet for one in told if isinstance(one.claim.value, Count) and (one.claim.value.low or 0) > 1
    )
    people = find_individuals(singles, lambda i: reports[i].copied_from or i, several)
    named = {
        (one.facet, describe(one.claim.about).noun, claim.report_id)
        for one in told
        if one.claim.about and one.claim.about.actors and _is_single(one)
        for claim in one.claims
    }
    # "A Taliban leader" and "the leader" of one report are one man.
    apart = tuple(
        person
        for person in people
        if not any((person.facet, person.described.noun, c.report_id) in named for c in person.claims)
    )
    return _worth_telling(told), apart


def _is_single(told: Told) -> bool:
    count = told.claim.value
    return isinstance(count, Count) and count.low == count.high == 1


def toll_sentences(claims: Sequence[Claim], telling: Telling) -> list[Sentence]:
    """What befell whom, by side; then single people; then what the words do not say."""
    told, people = people_of(claims, telling)
    blocks = _by_side(told, telling)
    sentences = [one for block in blocks for one in block]
    if len(sentences) >= _LONG and telling.is_fighting:
        sentences = [
            replace(one, opens=not place and number > 0 and len(blocks[number - 1]) > 1 < len(block))
            for number, block in enumerate(blocks)
            for place, one in enumerate(block)
        ]
    held = [person for person in people if person.facet in ("captured", "missing")]
    persons = list(individual_sentences([p for p in people if p not in held], told, telling))
    if any(is_rest(one) for one in told):
        # "Two others" reads right only after those beside whom they stand.
        first = [one for one in persons if " among those " not in f" {one.text.casefold()}"]
        sentences = [*first, *sentences]
        persons = [one for one in persons if one not in first]
    sentences.extend([*persons, *individual_sentences(held, told, telling)])
    neutralised = [claim_id for one in told if one.facet == "neutralised" for claim_id in one.ids]
    if neutralised:
        text = "“Put out of action” does not say how many of them were killed."
        sentences.append(note_sentence(text, neutralised))
    return sentences


def _by_side(told: Sequence[Told], telling: Telling) -> list[list[Sentence]]:
    """Sentences by the side that bore the losses, in the event's order of sides."""
    if not telling.is_fighting:
        told = sorted(told, key=lambda one: one.claim.coverage in ("subset", "increment"))
    groups = contested([one for one in told if not is_unnumbered(one.claim)])
    disputed = {id(one): group for group in groups for one in group}
    teller = _Teller(telling)
    blocks: dict[int, list[Sentence]] = {}
    done: set[int] = set()
    for one in told:
        if id(one) in done:
            continue
        group = disputed.get(id(one))
        together = group or [
            t
            for t in told
            if id(t) not in {*disputed, *done} and _company(t, telling) == _company(one, telling)
        ]
        together = together if group else together[:_MOST_TOGETHER]
        done |= {id(t) for t in together}
        text = disagreement_text(together, telling) if group else teller.statement(together)
        ids = tuple(dict.fromkeys(claim_id for t in together for claim_id in t.ids))
        sentence = Sentence(text=telling.withholding.text(text), claim_ids=ids)
        blocks.setdefault(one.side if telling.is_fighting else 0, []).append(sentence)
    return [blocks[side] for side in sorted(blocks)]


def _worth_telling(told: Sequence[Told]) -> tuple[Told, ...]:
    """The figures without those that say less than another of the same people."""
    return tuple(one for one in told if not _adds_nothing(one, told))


def _adds_nothing(told: Told, others: Sequence[Told]) -> bool:
    """True for people without a number where one is told, and for words that say nothing of anybody."""
    about, count = told.claim.about, told.claim.value
    nobody = about is None or (not about.actors and set(about.categories) <= {"people"})
    if nobody and (told.claim.coverage == "subset" or told.facet == "losses"):
        return True
    if told.facet == "casualties" and isinstance(count, Count) and not is_unnumbered(told.claim):
        return any(
            other.facet in ("killed", "wounded")
            and isinstance(other.claim.value, Count)
            and (other.claim.value.low, other.claim.value.high) == (count.low, count.high)
            and party_key(other.claim.about) == party_key(about)
            for other in others
        )
    facets = ("killed", "wounded", "casualties") if told.facet == "casualties" else (told.facet,)
    return is_unnumbered(told.claim) and any(
        other.facet in facets
        and not is_unnumbered(other.claim)
        and not is_none(other.claim)
        and other.claim.polarity == "affirmed"
        and party_key(other.claim.about) == party_key(told.claim.about)
        and other.claim.coverage not in ("subset", "increment")
        for other in others
    )


def _company(told: Told, telling: Telling) -> tuple[object, ...]:
    """Equal for figures that one sentence can tell: one reach, one set of voices, and one party if plain."""
    plain = is_plain(told)
    subset = told.claim.coverage if told.claim.coverage in ("subset", "increment") else ""
    held = told.facet in ("captured", "missing") and is_none(told.claim)
    return (
        told.side if telling.is_fighting else 0,
        party_key(told.claim.about) if plain and not subset else "",
        held,
        told.scope,
        stance_of(told.claim),
        told.claim.polarity if told.claim.polarity == "affirmed" or is_none(told.claim) else told.claim.id,
        "reported" if plain else told.keys,
        "" if plain else told.voices[0].day,
        subset,
    )


def is_plain(told: Told) -> bool:
    """True where an undisputed figure may stand without a speaker: an outlet reports it itself."""
    affirmed = told.claim.polarity == "affirmed" and stance_of(told.claim) in ("asserts", "confirms")
    return told.reported and not told.scope and affirmed and told.claim.certainty == "asserted"


class _Teller:
    """Puts undisputed figures into words; remembers the last day it wrote, so that a day stands once."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._turn = -1
        self._last_day = ""

    def statement(self, together: Sequence[Told]) -> str:
        """What nobody gives another number for, in one sentence."""
        first = together[0]
        withholding = self._telling.withholding
        parties: dict[str, list[Claim]] = {}
        for one in together:
            part = one.claim.coverage in ("subset", "increment")
            parties.setdefault("" if part else party_key(one.claim.about), []).append(one.claim)
        if is_plain(first):
            clauses = [figures_clause(claims, withholding) for claims in parties.values()]
            return f"{capitalised(joined(clauses))}."
        voices = first.voices
        speaker = voices[0].speaker
        clauses = [
            figures_clause(
                claims,
                withholding,
                own=speaker if _is_own(claims[0], speaker) and len(voices) == 1 else None,
            )
            for claims in parties.values()
        ]
        clause = joined(clauses, ", and") if len(clauses) > 1 else clauses[0]
        if first.scope:
            clause = f"{reach_words(first.scope, self._telling)}, {clause}"
        day = self._new_day(voices[0].day) if len(voices) == 1 else ""
        self._turn += 1
        speakers = quoted_among(voices) or [voice.speaker for voice in voices]
        stance = stance_of(first.claim)
        return _tidy(said(speakers[:MOST_NAMES], clause, turn=self._turn, day=day, stance=stance))

    def _new_day(self, day: str | None) -> str:
        words = short_day(day, year_of(self._telling))
        if words == self._last_day:
            return ""
        self._last_day = words or self._last_day
        return words


def _is_own(claim: Claim, speaker: Speaker) -> bool:
    """True where a body speaks of its own people."""
    ids = {actor.actor_id for actor in claim.about.actors} if claim.about else set()
    return bool(ids) and ids == set(speaker.bodies)


def _tidy(text: str) -> str:
    """Commas as they should stand where clauses were put together."""
    for reach in ("across", "apparently across"):
        text = text.replace(f" that {reach} ", f" that, {reach} ")
    return text.replace(",,", ",").replace(" ,", ",")
