"""The facets of a claim: what one report can say of one happening."""

from __future__ import annotations

from rashomon.model.base import value


@value
class Facet:
    """A facet: its code, what a reader calls it, and whether it counts people, and as what.

    ``outcome`` is true for what happened to people; ``deadly`` where they died of it.
    """

    code: str
    label: str
    outcome: bool = False
    deadly: bool = False


FACETS: dict[str, Facet] = {
    facet.code: facet
    for facet in (
        Facet(code="killed", label="killed", outcome=True, deadly=True),
        Facet(code="wounded", label="wounded", outcome=True),
        Facet(code="captured", label="captured", outcome=True),
        Facet(code="missing", label="missing", outcome=True),
        Facet(code="neutralised", label="neutralised", outcome=True),
        Facet(code="casualties", label="killed or wounded", outcome=True),
        Facet(code="losses", label="unspecified losses", outcome=True),
        Facet(code="strength", label="strength"),
        Facet(code="incidents", label="number of incidents"),
        Facet(code="divided", label="parts the toll is divided into"),
        Facet(code="participant", label="participant"),
        Facet(code="in_liaison", label="in liaison"),
        Facet(code="initiator", label="initiator"),
        Facet(code="target", label="target"),
        Facet(code="leader", label="leader"),
        Facet(code="victim", label="victim named"),
        Facet(code="date", label="date"),
        Facet(code="place", label="place"),
        Facet(code="means", label="means"),
        Facet(code="equipment", label="equipment lost or seized"),
        Facet(code="outcome", label="outcome"),
        Facet(code="responsibility", label="responsibility"),
        Facet(code="link", label="linked to"),
        Facet(code="kind", label="kind of event"),
    )
}
"""In the order outputs list them. ``in_liaison``: present and coordinating, not known to have fought.
``divided``: into how many parts a coder's note says that it divides its toll.
``link``: said to be linked to an act, short of a claim of responsibility."""

RESPONSIBILITY_TERMS = {
    "claimed": "claimed by the actor itself",
    "denied": "denied by the actor itself",
    "unclaimed": "claimed by no one, the report says",
    "accused": "laid at the actor's door by another",
}

FLAGS: dict[str, str] = {
    "unresolved_antecedent": "the text points back to something it does not contain",
    "distanced_name": "the text keeps its distance from the name (so-called, quotation marks)",
    "inferred_relay": "the relay is not in the sentence; it follows from the sentences around it",
    "inferred_actor": "who is meant is not in the sentence; it follows from the sentences around it",
    "inferred_place": "the place is that of a containing or neighbouring happening",
    "namesake_elsewhere": "the places known by this name lie where the report is not; none of them is meant",
    "spelled_alike": "no place has just this name; one that is spelled like it is taken to be meant",
    "inferred_date": "the date follows from another happening or sentence",
    "inferred_scope": "that the figure covers several happenings follows from the sentence, not its words",
    "listed": "the clause tells of more people beside these, and nobody is one of both",
    "of_wounded": "these had been told of as wounded, and died later",
    "more_than": "the words say more than a number; the lowest value is the next whole number",
    "anaphoric": "a pronoun stands for who suffered it",
    "ambiguous_owner": "the text does not say which party suffered this",
    "year_unknown": "no year is given and no publication date is known",
    "date_vague": "the text only says roughly when",
    "linked_only": "said to be linked, not said to have done it",
    "doubted_figure": "the text itself doubts the figure, or says that it is not verified",
    "only_possible": "the text calls it no more than possible, probable or presumed",
    "first_toll": "the text calls it a first or provisional toll",
    "unattributed_magnitude": "a judgement of size without a source",
    "summary": "the report speaks of several happenings at once, not of one",
    "long_past": "the text puts it further back than the days before the report",
    "date_from_publication": "no report says when it was; the day of publication stands in",
    "date_after_report": "a date later than a report of the event was left out",
    "total_below_parts": "a total given is lower than the sum of its parts",
    "undated_report_left_out": "a report without a known date is left out of a record as of a day",
    "self_contradiction": "the same body gives another figure elsewhere",
    "accepted": "a person checked this claim and found it read right",
    "rejected": "a person found this claim read wrong: it is kept, and counts for nothing",
    "corrected": "a person corrected this claim; the note says who, why and what it said before",
    "added_by_hand": "a person added this claim, which the reader had missed",
    "at_timecode": "heard or seen in a recording at this time, and written down by a person",
    "property": "things were taken or destroyed in the attack",
    "unspecified_other": "a further happening of which nothing else is said",
}

MORE_THAN = "more_than"
"""The flag of "more than ten", which policies may count as ten."""

COUNTING_FLAGS = frozenset({"listed", "of_wounded", MORE_THAN})
"""Flags that say how a claim's people are counted and warn of nothing: an event does not repeat them."""


def is_outcome(facet: str) -> bool:
    """True for facets that count what happened to people."""
    return facet in FACETS and FACETS[facet].outcome
