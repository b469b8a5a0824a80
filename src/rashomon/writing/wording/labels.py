"""A link of a chain as a noun phrase: "a military spokesman", "the leader of the MSA", "residents"."""

from __future__ import annotations

import re

from rashomon.model.claims import Attribution
from rashomon.writing.view import Lookups, is_acronym, outlet_name
from rashomon.writing.withholding import WITHHELD, Withholding
from rashomon.writing.wording.figures import number_in_words

PRONOUNS = frozenset(
    "he she it they who which this that him her them we i you his their its these those".split()
)
_PLAIN_PERSON = "a person not named here"
_PLAIN_SOURCE = "a source not named here"
_ARTICLE = re.compile(
    r"(?:the|a|an|its|their|his|her|some|one|two|several|local|many|other|multiple)\s", re.IGNORECASE
)
_LEAD_THE = re.compile(r"(?:The|A|An|Its|Their|His|Her)\s")
BODY_WORDS = re.compile(
    r"\b(?:army|armies|staff|forces?|military|police|ministry|government|movement|group|alliance|front|"
    r"office|command|council|union|agency|party|militia|coalition|department|navy|mission|coordination|network|battalion|"
    r"brigade|committee|cent(?:er|re)|organi[sz]ation|Taliban|Red Cross|Islamic State|authorit\w+)\b",
    re.IGNORECASE,
)
_COMMON = frozenset(
    "authorities police officials official witnesses witness residents resident sources source doctors medics "
    "investigators prosecutors deputies officers employees relatives neighbors neighbours locals villagers "
    "activists survivors reports reporting records several multiple other others local some many initial media "
    "only most emergency scanner earlier news preliminary court jail "
    "two three security military hospital medical government man woman men women eyewitnesses family families "
    "geolocation detectives firefighters paramedics parents friends students".split()
)
"""Words that begin with a capital only because a sentence does."""
_NO_NAMES = frozenset({"civilians", "unidentified", "coalition"})
_PLURAL_OFFICE = re.compile(
    r"(?:officials|officers|sources|authorities|spokes(?:men|people)|leaders)\Z", re.I
)
_NAMESAKE = re.compile(r"\s\((?:[A-Z][a-z]+)(?:[\s-][A-Z][a-z]+)*\)\Z")
_TAIL = re.compile(r"\s*(?:\([^()]*\)|,.*)\Z")
_DATELINE = re.compile(r"[A-Z][A-Z .,]+\(([A-Z]{2,6})\)")
"""A wire's place and agency, "TAMSA (AP)", of which only the agency speaks."""
_OFFICER = re.compile(r"\b(?:Sherr?iff|Coroner|Attorney|Examiner|Mayor|Governor|Commissioner)\Z", re.I)
_OWNER = re.compile(r"(?:[A-Z][\w.-]*\s)*[A-Z][\w.-]*[’']s?\s")


def link_name(link: Attribution, report_id: str, lookups: Lookups, withholding: Withholding) -> str:
    """Who speaks in a link, by office rather than by name; private persons stay unnamed."""
    if withholding.speaker(link):
        return _PLAIN_PERSON
    link = lookups.with_office(link, report_id)
    source = withholding.text(" ".join(link.source.split()))
    named = lookups.bodies.of(link, report_id)
    if len(named) > 1:
        return joint_name(named, lookups)
    body = _body_name(link, lookups)
    if link.office:
        return _office_phrase(link, body, source, outlet_name(lookups.view.reports[report_id]))
    if body and (link.source_kind not in ("person", "group") or _is_body(link, body)):
        return called(body)
    return _as_written(link, source, report_id, lookups, withholding)


def joint_name(actor_ids: tuple[str, ...], lookups: Lookups) -> str:
    """Bodies that speak together: "the River Front and the Hill Guard"."""
    names = [called(lookups.actor_names.get(i, i)) for i in lookups.bodies.in_order(actor_ids)]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _as_written(
    link: Attribution, source: str, report_id: str, lookups: Lookups, withholding: Withholding
) -> str:
    outlet = outlet_name(lookups.view.reports[report_id])
    if not source and link.source_kind in ("unspecified", "anonymous"):
        return f"reports cited by {outlet}"
    if not source or source.casefold() in PRONOUNS:
        return "an unnamed source"
    dateline = _DATELINE.fullmatch(source)
    if dateline and link.actor_id:
        return dateline.group(1)
    if WITHHELD in source:
        return _PLAIN_PERSON
    source = _lower_common(_lower_article(source))
    if _OFFICER.search(source) and not _ARTICLE.match(source):
        return f"the {source.lower() if len(source.split()) == 1 else source}"
    if withholding.spares:
        return source
    unknown = link.source_kind == "person" and not link.actor_id
    if unknown and link.person and _bare(source) == _bare(link.person):
        return _PLAIN_PERSON  # a speaker is told by office; by name only where names are asked for
    if link.source_kind in ("person", "group") and _OWNER.match(source):
        return f"the {_OWNER.sub('', source, count=1)}"
    if len(source.split()) == 1 and source[0].isupper() and not is_acronym(source) and source[1:].islower():
        # One capitalised word that no registry knows may be a surname.
        return _PLAIN_SOURCE
    if link.source_kind == "person" and source.startswith("the ") and not link.actor_id:
        return f"{_indefinite(source[4:])} cited by {outlet}"
    return source


def _indefinite(noun: str) -> str:
    if noun.endswith("s") and not noun.endswith("ss"):
        return noun
    return f"{'an' if noun[:1].casefold() in 'aeiou' else 'a'} {noun}"


def _is_body(link: Attribution, body: str) -> bool:
    """True where what the reader took for a person is the body itself."""
    return _bare(link.person or link.source) == _bare(body)


def _bare(words: str) -> str:
    return re.sub(r"\W", "", words).casefold()


def _body_name(link: Attribution, lookups: Lookups) -> str | None:
    """The body that speaks or is spoken for; an id is shown by the actor's name."""
    behalf = link.on_behalf_of
    # "The Republic's military" speaks for the military: the body known goes before the words for it.
    known = next((one for one in (behalf, link.actor_id) if one and one in lookups.actor_names), None)
    if known is not None:
        return lookups.actor_names[known]
    return (_TAIL.sub("", behalf) or behalf) if behalf and not _looks_like_id(behalf) else None


def _looks_like_id(words: str) -> bool:
    return bool(re.fullmatch(r"[a-z0-9]+(?:[-_:.][a-z0-9]+)*", words)) and not words.isalpha()


_NAME_BEFORE = re.compile(r"\A(?:[A-Z][\w.'’-]+\s+){1,3}[A-Z][\w.'’-]+,\s+")
"""A person's name before his office: "Adam Toure Jr., River Command spokesperson"."""


def _office_phrase(link: Attribution, body: str | None, source: str, outlet: str) -> str:
    """The office with the body it answers for: "a French military spokesman", "the leader of the MSA"."""
    office = " ".join((link.office or "").split())
    if body is None and not link.person and source.casefold() == f"the {office.casefold()}":
        return f"{_indefinite(office.lower())} cited by {outlet}"
    if not link.person and office.casefold() in source.casefold() and source.casefold() not in PRONOUNS:
        # The source's own words already are the office, and often name the body.
        unnamed = _NAME_BEFORE.sub("", source)
        source = unnamed if office.casefold() in unnamed.casefold() else source
        named = _lower_common(_lower_article(source))
        if len(source.split()) > len(office.split()) + 1 or not body:
            bare = _ARTICLE.match(named) or _PLURAL_OFFICE.search(named) or _OWNER.match(named)
            return named if bare else f"the {named}"
    phrase = _lower_common(_lower_article(office))
    if not _ARTICLE.match(phrase) and not _PLURAL_OFFICE.search(phrase):
        phrase = f"the {phrase[:1].lower()}{phrase[1:]}" if phrase[1:2].islower() else f"the {phrase}"
    if body is None and phrase.startswith("the ") and phrase.count(" ") == 1:
        return _indefinite(phrase.removeprefix("the "))
    if body is None or _names(phrase, body):
        return phrase
    return f"{phrase} of {called(body)}"


def _names(phrase: str, body: str) -> bool:
    """True where the phrase already holds the body's own word: "the MSA leader" and "MSA"."""
    words = {word for word in re.findall(r"\w+", body.casefold()) if len(word) > 3}
    return bool(words & set(re.findall(r"\w+", phrase.casefold()))) or " of " in phrase


def _lower_article(words: str) -> str:
    return words[:1].lower() + words[1:] if _LEAD_THE.match(words) else words


def _lower_common(words: str) -> str:
    """A common noun without the capital of its sentence: "Residents", "Local sources"."""
    first = words.split(maxsplit=1)[0] if words else ""
    common = first.casefold() in _COMMON and first[1:].islower() and not words[len(first) :].strip().istitle()
    return words[:1].lower() + words[1:] if common else words


def plain_name(name: str) -> str:
    """A name without the country that only tells namesakes apart in a registry.

    >>> plain_name("Coalition forces (Afghanistan)"), plain_name("River Front (RF)")
    ('Coalition forces', 'River Front (RF)')
    """
    return _NAMESAKE.sub("", name).replace("islamist", "Islamist")


def called(name: str) -> str:
    """An actor's name as a sentence needs it, with its article."""
    plain = plain_name(name)
    bare = plain[:1].lower() + plain[1:]
    return bare if bare.split()[:1] and bare.split()[0] in _NO_NAMES else with_article(plain)


def with_article(body: str) -> str:
    """A body's name as a sentence needs it: "the French general staff", "France", "RFI".

    >>> with_article("French general staff"), with_article("France")
    ('the French general staff', 'France')
    """
    named = _lower_article(body)
    if _ARTICLE.match(named) or not BODY_WORDS.search(named):
        return named
    return f"the {named}"


def initial_capital(text: str) -> str:
    """The text with a capital first letter, as a label begins; numbers stay figures.

    >>> initial_capital("the army"), initial_capital("5 December 2018")
    ('The army', '5 December 2018')
    """
    return text[:1].upper() + text[1:]


def capitalised(text: str) -> str:
    """The text as a sentence begins: with a capital, and a number below 100 in words.

    >>> capitalised("19 people were killed."), capitalised("the army said")
    ('Nineteen people were killed.', 'The army said')
    """
    number = re.match(r"(\d{1,2})(?![\d.,:/-])(?: to (\d{1,2})(?!\d))?", text)
    if number:
        words = " to ".join(number_in_words(int(n)) for n in number.groups() if n)
        text = words + text[number.end() :]
    hundreds = re.match(r"([1-9])00(?![\d.,])", text)
    if hundreds:
        text = f"{number_in_words(int(hundreds.group(1)))} hundred{text[hundreds.end() :]}"
    return initial_capital(text)
