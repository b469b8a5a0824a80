"""Clauses and attributions: figures in words, and who said them, in plain English without loaded verbs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rashomon.model.article import Sentence
from rashomon.model.claims import Claim, Count, words_of
from rashomon.writing.article.verbs import is_none, is_unnumbered, verb_of, verb_phrase
from rashomon.writing.withholding import Withholding
from rashomon.writing.wording.dates import day_phrase, is_exact_day
from rashomon.writing.wording.figures import count_phrase, is_one
from rashomon.writing.wording.labels import capitalised
from rashomon.writing.wording.nouns import describe
from rashomon.writing.wording.parties import joined, own_people, people_phrase
from rashomon.writing.wording.speakers import Speaker

_STANCES = {"denies": "denied that", "doubts": "doubted that", "confirms": "confirmed that"}


_MOUTHPIECE = re.compile(r"^(?:the|a) spokes(?:man|woman|person) of ")


def said(
    speakers: Sequence[Speaker], clause: str, *, turn: int = 0, day: str = "", stance: str = "asserts"
) -> str:
    """A clause with its speakers; ``turn`` varies the form, so that a section does not repeat one.

    ``day``: when it was said, as the sentence writes it ("2 April"); empty where not told.
    """
    speakers = _without_mouthpieces(speakers)
    alone = len(speakers) == 1
    who = with_relays(speakers[0]) if alone else joined([speaker.name for speaker in speakers])
    first = speakers[0]
    on = f" on {day}" if day else ""
    if stance in _STANCES:
        return f"{capitalised(who)}{_comma(who)} {_STANCES[stance]} {clause}{on and f', speaking{on}'}."
    if len(speakers) == 1 and first.own_voice and not first.is_statement:
        return f"{capitalised(who)} reported{on} that {clause}."
    if day and turn % 2 == 0:
        return f"On {day} {who}{_comma(who)} said that {clause}."
    if day:
        return f"{capitalised(who)}{_comma(who)} stated{on} that {clause}."
    if first.nameless or turn % 2:
        return f"According to {who}, {clause}."
    return f"{capitalised(who)}{_comma(who)} said that {clause}."


def _without_mouthpieces(speakers: Sequence[Speaker]) -> list[Speaker]:
    """The speakers without the spokesman of a body that speaks beside him: both are its word."""
    names = {speaker.name.casefold() for speaker in speakers}
    return [s for s in speakers if _MOUTHPIECE.sub("", s.name.casefold()) not in names - {s.name.casefold()}]


def _comma(who: str) -> str:
    return "," if ", quoted by " in who or ", apparently quoted by " in who else ""


def with_relays(speaker: Speaker) -> str:
    """The speaker and who relayed the words, marked where the relay is an inference."""
    if not speaker.relays:
        return speaker.name
    mark = "apparently quoted by" if speaker.inferred else "quoted by"
    return f"{speaker.name}, {mark} {joined(speaker.relays)}"


def short_day(day: str | None, year: str | None) -> str:
    """A day in words, without the year where the article has named it; empty where no whole day is known.

    >>> short_day("2018-04-02", "2018"), short_day("2019-01-03", "2018"), short_day("2018-04", "2018")
    ('2 April', '3 January 2019', '')
    """
    if not is_exact_day(day):
        return ""
    words = day_phrase(day)
    return words.removesuffix(f" {year}") if year else words


def figures_clause(claims: Sequence[Claim], withholding: Withholding, *, own: Speaker | None = None) -> str:
    """One party, one or more outcomes: three fighters of the MSA were killed and five were wounded.

    ``own``: the speaker whose own people they are.
    """
    none = [claim for claim in claims if is_none(claim) and claim.facet in ("killed", "wounded")]
    if len(none) == 2 and none[0].certainty == none[1].certainty == "asserted":
        return _nobody(claims, none, withholding, own)
    parts = [_figure_clause(c, withholding, own=own, first=not i) for i, c in enumerate(claims)]
    return joined(parts)


def _nobody(
    claims: Sequence[Claim], none: Sequence[Claim], withholding: Withholding, own: Speaker | None
) -> str:
    """Such as "no French soldiers were killed or wounded"."""
    people = _people(none[0], withholding, one=False, own=own)
    text = f"no {people} were killed or wounded"
    rest = [claim for claim in claims if claim not in none]
    more = [_figure_clause(c, withholding, own=own, first=False) for c in rest]
    return joined([text, *more])


def _figure_clause(claim: Claim, withholding: Withholding, *, own: Speaker | None, first: bool) -> str:
    """One figure with its verb; the people are named in the first clause of a sentence only."""
    count = claim.value
    one = isinstance(count, Count) and is_one(count)
    people = _people(claim, withholding, one=one, own=own)
    if claim.facet == "losses" or (is_unnumbered(claim) and claim.polarity == "negated"):
        return _unnumbered_clause(claim, people)
    verb = verb_phrase(claim, one=one)
    if claim.polarity == "negated" and isinstance(count, Count) and (count.low or 0) > 1:
        verb = verb.replace(" not ", " ")
        return f"it was not the case that {count_phrase(count)} {people} {verb}"
    if is_none(claim) and first and people == "people":
        return f"no one was {verb_of([claim], claim.facet)}"
    if not isinstance(count, Count):
        return f"an unknown number of {people} {verb}"
    number = count_phrase(count)
    if claim.coverage == "subset" and claim.about and claim.about.categories and not claim.about.actors:
        kind = people_phrase(claim.about, withholding, one=one)
        those = f" of those {verb_of([claim], claim.facet)}" if first else ""
        return f"{number.removesuffix(' of')}{those} {_were(one, kind)}"
    alone = isinstance(count, Count) and count.high == 1
    if one and alone and claim.about and claim.about.person and not claim.about.actors:
        return f"{describe(claim.about, words_of(claim)).phrase()} {verb}"
    if first:
        further = "a further " if claim.coverage == "increment" and number[:1].isdigit() else ""
        of = " of" if own and number != "no" and not number.endswith(" of") else ""
        return f"{further}{number}{of} {people} {verb}"
    number = "none" if number == "no" else number.removesuffix(" of")
    return f"{number} {verb.removeprefix('were ') if not one and verb.startswith('were ') else verb}"


def _were(one: bool, kind: str) -> str:
    return f"was {'an' if kind[0] in 'aeiou' else 'a'} {kind}" if one else f"were {kind}"


def _people(claim: Claim, withholding: Withholding, *, one: bool, own: Speaker | None) -> str:
    if own is None or claim.about is None or is_none(claim):
        return people_phrase(claim.about, withholding, one=one)
    noun = own_people(claim.about, claim.about.words, one=False)
    return f"{'their' if ' and ' in own.name else 'its'} own {noun}"


def _unnumbered_clause(claim: Claim, people: str) -> str:
    if is_none(claim) or claim.polarity == "negated":
        if claim.facet != "losses":
            return f"no {people} were {verb_of([claim], claim.facet)}"
        among = people.removeprefix("members of ").removeprefix("people of ")
        return f"there were no losses among {among}"
    if claim.facet == "losses":
        return f"there were losses among {people}, whose number is not given"
    return f"an unknown number of {people} {verb_phrase(claim, one=False)}"


def as_own(speaker: Speaker, clause: str) -> str:
    """The clause with "it" or "they" where a body speaks of itself."""
    name = speaker.name.removeprefix("the ")
    for subject in (f"the {name} ", f"{name} "):
        rest = clause.removeprefix(subject)
        if clause.startswith(subject) and not speaker.nameless and not rest.startswith("and "):
            plural = " and " in name
            return f"{'they' if plural else 'it'} {rest}"
    return clause


def one_verb(clauses: Sequence[str]) -> list[str]:
    """Clauses that end in one verb with the verb once, at the end.

    >>> one_verb(["one soldier was killed", "13 rebels were killed"])
    ['one soldier', '13 rebels were killed']
    """
    ends = [re.search(r" (?:was|were) ([a-z]+)\Z", clause) for clause in clauses]
    verbs = {end.group(1) for end in ends if end}
    if len(clauses) < 2 or len(verbs) != 1 or None in ends or any(" and " in c for c in clauses):
        return list(clauses)
    bare = [clause[: end.start()] for clause, end in zip(clauses, ends, strict=True) if end]
    return [*bare[:-1], f"{bare[-1]} were {verbs.pop()}"]


def note_sentence(text: str, claims: Iterable[Claim | str]) -> Sentence:
    """A sentence of our own that compares or locates, resting on the claims it compares."""
    ids = [claim if isinstance(claim, str) else claim.id for claim in claims]
    return Sentence(text=text, claim_ids=tuple(dict.fromkeys(ids)))
