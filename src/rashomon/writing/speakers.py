"""Who said it, in words: the first speaker, those who relayed it, the outlet that printed it."""

from __future__ import annotations

import re

from rashomon.model.base import value
from rashomon.model.claims import Attribution, Claim
from rashomon.model.report import Report
from rashomon.writing.view import Lookups, is_outlet, outlet_name
from rashomon.writing.withholding import WITHHELD, Withholding

_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "who",
        "which",
        "this",
        "that",
        "him",
        "her",
        "them",
        "we",
        "i",
        "you",
        "his",
        "their",
        "its",
    ]
)
_PLAIN_PEOPLE = "a person not named here"
_ARTICLE = re.compile(r"(?:the|a|an|its|their|his|her|some|one|two|several|local)\s", re.IGNORECASE)
_LEAD_THE = re.compile(r"(?:The|A|An)\s")
_BODY_WORDS = re.compile(
    r"\b(?:army|armies|staff|forces?|military|police|ministry|government|movement|group|alliance|front|"
    r"office|command|council|union|agency|party|militia|coalition|department|navy|mission|"
    r"Islamic State|authorit\w+)\b",
    re.IGNORECASE,
)


@value
class Speaker:
    """The first speaker of a claim and how the words came.

    ``relays``: who passed them on, from the first to the last before the outlet.
    ``own_voice``: the outlet says it itself. ``key`` is equal for claims of one body.
    """

    name: str
    key: str
    relays: tuple[str, ...] = ()
    outlet: str = ""
    own_voice: bool = False
    inferred: bool = False
    nameless: bool = False
    is_statement: bool = False

    def chain(self) -> str:
        """The whole way, for tables: "the spokesman → RFI → the outlet"."""
        if self.own_voice:
            return self.outlet
        return " → ".join((self.name, *self.relays, self.outlet))


def speaker_of(claim: Claim, lookups: Lookups, withholding: Withholding) -> Speaker:
    """The first speaker of a claim, by office rather than by name."""
    report = lookups.report(claim)
    outlet = outlet_name(report)
    links = [link for link in claim.attribution if not is_outlet(link)]
    if not links:
        is_statement = report.kind == "statement"
        name = with_article(outlet) if is_statement else outlet
        return Speaker(
            name=name,
            key=_outlet_key(claim, report),
            outlet=outlet,
            own_voice=True,
            is_statement=is_statement,
        )
    names = tuple(dict.fromkeys(_link_name(link, lookups, withholding) for link in links))
    return Speaker(
        name=names[0],
        key=_body_key(links[0], claim, names[0]),
        relays=names[1:],
        outlet=outlet,
        inferred=any(link.inferred for link in links),
        nameless=links[0].source_kind in ("anonymous", "unspecified"),
    )


def _outlet_key(claim: Claim, report: Report) -> str:
    outlets = [link for link in claim.attribution if is_outlet(link)]
    if outlets and outlets[-1].actor_id:
        return f"actor:{outlets[-1].actor_id}"
    return f"outlet:{outlet_name(report).casefold()}"


def _body_key(link: Attribution, claim: Claim, name: str) -> str:
    if link.actor_id:
        return f"actor:{link.actor_id}"
    if link.source_kind in ("anonymous", "unspecified"):
        return f"nameless:{name.casefold()}@{claim.report_id}"
    body = link.on_behalf_of or name
    return f"words:{re.sub(r'^(?:the|a|an) ', '', body.casefold())}"


def _link_name(link: Attribution, lookups: Lookups, withholding: Withholding) -> str:
    if withholding.speaker(link):
        return _PLAIN_PEOPLE
    source = withholding.text(" ".join(link.source.split()))
    body = _body_name(link, lookups)
    if link.office:
        return _office_phrase(link, body, source)
    if link.source_kind in ("person", "group") and not link.person and source.casefold() not in _PRONOUNS:
        return _lower_article(source)
    if body:
        return with_article(body)
    if not source or source.casefold() in _PRONOUNS:
        return "an unnamed source"
    return _lower_article(source) if WITHHELD not in source else _PLAIN_PEOPLE


def _body_name(link: Attribution, lookups: Lookups) -> str | None:
    """The body that speaks or is spoken for; an id is shown by the actor's name."""
    for candidate in (link.on_behalf_of, link.actor_id):
        if candidate and candidate in lookups.actor_names:
            return lookups.actor_names[candidate]
        if candidate and candidate == link.on_behalf_of and not _looks_like_id(candidate):
            return candidate
    return None


def _looks_like_id(words: str) -> bool:
    return bool(re.fullmatch(r"[a-z0-9]+(?:[-_:.][a-z0-9]+)*", words)) and not words.isalpha()


def _office_phrase(link: Attribution, body: str | None, source: str) -> str:
    """The office with the body it answers for: "a French military spokesman", "the leader of the MSA"."""
    office = " ".join((link.office or "").split())
    if not link.person and office.casefold() in source.casefold() and source.casefold() not in _PRONOUNS:
        # The source's own words already are the office, and often name the body.
        named = _lower_article(source)
        if len(source.split()) > len(office.split()) + 1 or not body:
            return named if _ARTICLE.match(named) else f"the {named}"
    phrase = _lower_article(office)
    if not _ARTICLE.match(phrase):
        phrase = f"the {phrase[:1].lower()}{phrase[1:]}" if phrase[1:2].islower() else f"the {phrase}"
    if body is None or _names(phrase, body):
        return phrase
    return f"{phrase} of {with_article(body)}"


def _names(phrase: str, body: str) -> bool:
    """True where the phrase already holds the body's own word: "the MSA leader" and "MSA"."""
    words = {word for word in re.findall(r"\w+", body.casefold()) if len(word) > 3}
    return bool(words & set(re.findall(r"\w+", phrase.casefold()))) or " of " in phrase


def _lower_article(words: str) -> str:
    return words[:1].lower() + words[1:] if _LEAD_THE.match(words) else words


def with_article(body: str) -> str:
    """A body's name as a sentence needs it: "the French general staff", "France", "RFI".

    >>> with_article("French general staff"), with_article("France")
    ('the French general staff', 'France')
    """
    named = _lower_article(body)
    if _ARTICLE.match(named) or not _BODY_WORDS.search(named):
        return named
    return f"the {named}"


def capitalised(text: str) -> str:
    """The text with a capital first letter, as a sentence begins."""
    return text[:1].upper() + text[1:]
