"""Policies: what each family of coding rules makes of figures that differ. Data only; no rule is code.

A policy never changes what was claimed. It says which figure is the best one, what a number word
without a number counts as, and what becomes of hedged figures, parts and totals. ``docs/policies.md``
says where each rule comes from, and which are settings because no primary source was read for them.
"""

from __future__ import annotations

from typing import Literal

from rashomon.model.base import value

Choice = Literal["most_specific", "lowest", "latest", "best_source"]
NumberTable = Literal["acled", "ucdp", "airwars"]
Undated = Literal["publication_day", "unknown"]


@value
class Policy:
    """One family of rules, by name.

    ``meeting``: which figure is best where all can be true together; ``disjoint``: where they cannot.
    ``parts_above_total``: what holds where parts add up to more than the total that was given.
    ``number_words``: whose table turns "dozens" into a number.
    ``word_bounds``: the span of a number word: what it logically allows, or the table's number only.
    ``shown``: what a side's losses show: a best figure with its span, one point, or the span alone.
    ``undated``: what dates a report's main event where no report says when it was; see `UNDATED_PRECISION`.
    ``civilians_only``: others are left out; people of unknown status count as civilians except on a
    fighting side and in two-sided fighting.
    """

    name: str
    label: str
    source: str
    meeting: Choice
    disjoint: Choice
    parts_above_total: Literal["parts", "total", "later"]
    number_words: NumberTable
    word_bounds: Literal["logical", "table"]
    shown: Literal["best", "point", "span"]
    undated: Undated = "publication_day"
    civilians_only: bool = False
    accounts: Literal["pooled", "most_witnesses"] = "pooled"
    """What becomes of reports that tell of one group of people and differ: figures are compared one by one, or
    the toll of dead and wounded stands that most witnesses back."""
    more_than: Literal["logical", "stated"] = "logical"
    """What "more than ten" counts as: the lowest number that can be meant, or the number stated."""
    hit_is_wounded: bool = False
    """Count people shot or hit of whom nothing more is said, and who are not said to be dead, as wounded."""


POLICIES: dict[str, Policy] = {
    policy.name: policy
    for policy in (
        Policy(
            name="ucdp",
            label="UCDP GED: a best figure between the lowest and the highest reliable one, by side",
            source="UCDP GED codebook: columns and sums; the choice between sources is a setting",
            meeting="most_specific",
            disjoint="lowest",
            parts_above_total="parts",
            number_words="ucdp",
            word_bounds="logical",
            shown="best",
            accounts="most_witnesses",
        ),
        Policy(
            name="acled",
            label="ACLED: one total of reported deaths, the most conservative",
            source="ACLED FAQ on fatalities, May 2024",
            meeting="lowest",
            disjoint="lowest",
            parts_above_total="total",
            number_words="acled",
            word_bounds="table",
            shown="point",
            more_than="stated",
        ),
        Policy(
            name="range",
            label="Range: the lowest bound and the highest number that anyone stated",
            source="Standards for Casualty Recording (Every Casualty Counts): a range is one of its rules",
            meeting="most_specific",
            disjoint="lowest",
            parts_above_total="parts",
            number_words="ucdp",
            word_bounds="logical",
            shown="span",
        ),
        Policy(
            name="airwars",
            label="Airwars: civilians only, from each outlet's own total to the highest of any source",
            source="Airwars methodology: minimum and maximum of civilian harm over all sources",
            meeting="lowest",
            disjoint="lowest",
            parts_above_total="parts",
            number_words="airwars",
            word_bounds="table",
            shown="span",
            civilians_only=True,
        ),
        Policy(
            name="latest",
            label="Latest: the figure said last, after revisions",
            source="a convention of this program",
            meeting="latest",
            disjoint="latest",
            parts_above_total="later",
            number_words="ucdp",
            word_bounds="logical",
            shown="point",
            accounts="most_witnesses",
            hit_is_wounded=True,
        ),
        Policy(
            name="hierarchy",
            label="Hierarchy: the figure of the source graded best, by Admiralty letters and numbers",
            source="Standards for Casualty Recording: source evaluation; the grades are the user's own",
            meeting="best_source",
            disjoint="best_source",
            parts_above_total="parts",
            number_words="ucdp",
            word_bounds="logical",
            shown="best",
        ),
    )
}
"""In the order outputs list them."""

APPROXIMATE_TOLERANCE = 0.1
"""How far, as a part of itself, "about 60" may lie from a figure it is still compatible with: a convention
of ours, used to tell compatible from disputed and nowhere else."""

MORE_THAN_SOURCE = "the most conservative estimate, ACLED FAQ on fatalities, May 2024; read so: a setting"
"""Why a policy takes the ten of "more than ten": ACLED's coders write the number they read."""

UNDATED_PRECISION = 2
"""UCDP's date_prec of a day of publication that stands in for an event's day. Such an event happened on that
day or shortly before it, which is the code's span of two to six days and never the exact day of code 1."""

REPORTING_KINDS = frozenset({"news", "statement", "social"})
"""Kinds of report that tell of what has just happened; an interview or a reference work looks back further."""

UPDATE_CUES = frozenset({"update_cue"})
"""Flags by which a reader says that the text itself marks a figure as an update of an earlier one."""

ONE_SIDED_AT_LEAST = frozenset({"attack", "ambush", "raid"})
"""Kinds of event that count as battles and yet tell of one side that strikes: whoever is hit need not have
fought back."""

RELIABILITY = ("A", "B", "C", "F", "D", "E")
"""Admiralty letters from the best source to the worst. F, "cannot be judged", and no grade at all stand
between fairly reliable and not usually reliable: a setting, since the scale itself gives F no rank."""

PERSON_UNITS = frozenset({"persons", "bodies", "people", "corpses"})
"""Units that count single people; figures in families, units or vehicles are never added to those."""

ROLE_CATEGORIES = frozenset(
    {"soldiers", "police", "peacekeepers", "guards", "militants", "detainees"}
    | {"journalists", "health_workers", "aid_workers", "teachers", "religious", "politicians"}
)
"""Categories nobody is in two of at once, so that their figures may be added on one side."""

AGE_AND_SEX = frozenset({"men", "women", "children", "girls", "boys", "elderly"})
"""Categories that cut across all others: added within one account only, and never to a total."""

RULES: dict[str, str] = {
    "single": "Only one figure was given, so it stands",
    "most_specific": "All figures can be true together, so the most specific one stands",
    "lowest": "The figures cannot all be true, so the lowest stands and the others widen the span",
    "most_conservative": "The most conservative figure stands",
    "latest": "The figure said last stands",
    "best_source": "The figure of the source graded best stands; without grades the most specific",
    "span": "The span runs from the lowest bound to the highest number stated",
    "sum_of_parts": "No total was given, so the figures for separate groups are added",
    "own_total": "The span runs from the total each outlet gives itself, else the lowest of its sources, "
    "to the highest told",
    "total_over_parts": "A total was given, so it stands over its parts",
    "parts_over_total": "The parts add up to more than the total given, so the parts stand",
    "most_witnesses": "The accounts differ, so the toll of dead and wounded that most witnesses back stands",
    "divided": "A report says that its toll is divided, so one part of it stands",
    "hit_not_killed": "Those shot or hit and not said to be dead are counted as wounded",
    "civilians_only": "The policy counts civilians only and gives no figure for these people",
    "only_denied": "It was only denied, supposed or doubted, so nothing is recorded as having happened",
    "self_claimed": "The actor claimed it itself, so it is recorded as its own claim",
    "attributed": "It was laid at the actor's door by others, so it is recorded as their accusation",
    "as_claimed": "What was claimed is recorded with those who claimed it",
    "narrowest": "The narrowest time that agrees with the others stands",
    "most_reports": "Most reports give this time, and hardly any another one",
    "widest": "The times differ, so the span covers them all",
    "publication_day": "No report says when it was; it is told as having just happened, so the day of "
    "publication stands in, and it means on that day or shortly before",
    "first_place": "The event is put at the most precise place its reports support",
}
"""Rule codes, as `Finding.rule` gives them after the policy's name, and what they say."""
