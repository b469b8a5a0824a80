"""What is said of a course of events, clause by clause; neighbours by one speaker share a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rashomon.model.article import Sentence
from rashomon.model.base import value
from rashomon.model.claims import Claim
from rashomon.writing.article.sentences import as_own, said
from rashomon.writing.wording.labels import capitalised
from rashomon.writing.wording.speakers import Speaker
from rashomon.writing.wording.telling import Telling, by_speaker, ids_of, is_reporting, without_cited

_MOST_SPEAKERS = 3
_MOST_CLAUSES = 3


@value
class Remark:
    """A clause, who said it (nobody where outlets report it themselves), and its claims."""

    clause: str
    speakers: tuple[Speaker, ...]
    claims: tuple[Claim, ...]


def remark(clause: str, claims: Sequence[Claim], telling: Telling, *, blames: bool = False) -> Remark:
    """The clause plain where an outlet reports it and all are sure, else with its speakers.

    ``blames``: it says who did it, which is never said without a speaker.
    """
    speakers = without_cited([speaker for speaker, _ in by_speaker(claims, telling)])
    hedged = any(claim.certainty == "hedged" for claim in claims)
    plain = any(is_reporting(speaker) for speaker in speakers) and not hedged and not blames
    return Remark(
        clause=clause, speakers=() if plain else tuple(speakers[:_MOST_SPEAKERS]), claims=tuple(claims)
    )


def tell(remarks: Iterable[Remark], telling: Telling) -> Iterator[Sentence]:
    """The remarks as sentences, in their order; equal clauses once."""
    runs: list[list[Remark]] = []
    for one in remarks:
        if runs and _goes_on(runs[-1], one):
            runs[-1].append(one)
        else:
            runs.append([one])
    for turn, run in enumerate(runs):
        speakers = run[0].speakers
        clauses = list(dict.fromkeys(one.clause for one in run))
        if not speakers:
            text = f"{capitalised(clauses[0])}."
        else:
            clauses = [as_own(speakers[0], clause) for clause in clauses]
            text = said(speakers, " and that ".join(clauses), turn=0 if len(clauses) > 1 else turn)
        claims = [claim for one in run for claim in one.claims]
        yield Sentence(text=telling.withholding.text(text), claim_ids=ids_of(claims))


def _goes_on(run: Sequence[Remark], one: Remark) -> bool:
    keys = [tuple(speaker.key for speaker in remark.speakers) for remark in (run[-1], one)]
    nameless = any(speaker.nameless for speaker in one.speakers)
    return bool(keys[0]) and keys[0] == keys[1] and len(run) < _MOST_CLAUSES and not nameless
