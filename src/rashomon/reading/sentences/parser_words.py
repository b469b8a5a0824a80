"""What the parser is given for the words of a sentence: the same number of letters, but parsed better.

The parser has learned on edited news. Notes and headlines leave out verbs and join whole sentences by commas;
here and there one sign or word in place of another of the same length makes it see the clauses that a reader
sees. Only the parser reads these words: claims keep the report's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_QUOTES = str.maketrans("“”„‟«»‘’‚‛\n\t\u00a0", '""""""\'\'\'\'   ')


def parser_words(words: str, bound: Iterable[tuple[int, int]] = ()) -> str:
    """The words for the parser: straight quotation marks, single blanks, clauses parted; no longer, no shorter.

    ``bound``: stretches that the parser is to take for one word each.
    """
    for start, end in bound:
        words = words[:start] + _NO_LETTER.sub("_", words[start:end]) + words[end:]
    if "x-" in words:
        words = _FORMER.sub(r"\1 ", words)
    if " alias " in words:
        words = words.replace(" alias ", " named ")  # the parser takes it for a noun of its own
    if (
        "resumed" in words or "uspected" in words or "anted " in words
    ):  # the pattern asks nine questions at each letter
        words = _HELD_TO_BE.sub(_as_adjective, words)
    if "-year-old " in words:
        words = _ONLY_AGE.sub("yo person", words)
    if " and " in words:
        words = _AGE_AND_NAME.sub(r" \1, and", words)
    if words.startswith(_TELLING):
        words = _TELLER.sub(";", words, count=1)
    if " losses: " in words:
        words = _LOSSES_OF.sub("forces", _NEXT_LOSSES.sub("; ", words))
    if " dead" in words and words.count(": ") < _LABELS:
        words = _DEAD.sub(_as_verb, words)
    if "ed and " in words or "ad and " in words or "ed, " in words or "ad, " in words:
        words = _BESIDE.sub(_set_apart, words)
    if ", " in words:
        words = _JOINED.sub(_parted, words)
    return words.translate(_QUOTES)


_NO_LETTER = re.compile(r"[^\w'’-]")
_HELD_TO_BE = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )(?<!\bhave )(?<!\bhas )(?<!\bhad )"
    r"\b(?:(?:[Pp]resumed|[Ss]uspected)(?= (?:[A-Z]|(?:armed |[Ii]slamist )?"
    r"(?:militants?|rebels?|gunm[ae]n|jihadis?t?s?|insurgents?|terrorists?|bandits?|fighters?|members?|assailants?)\b))"
    r"|(?<!who )(?<!they )[Ww]anted(?= (?:suspects?|militants?|terrorists?|fugitives?|criminals?|insurgents?)\b))"
)
_FORMER = re.compile(r"\b([Ee]x)-(?=[a-z])")
"""The parser takes the three pieces of "ex-husband" for three nouns."""
_AS_ADJECTIVE = {"presumed": "probable", "suspected": "potential", "wanted": "famous"}
"""The parser takes "presumed X militants attacked" for a sentence of presuming; with an adjective it does not.

Each has as many letters as what it stands for."""
_AFTER_ARTICLE = {"suspected": "plausible"}
"""Of "a potential X fighter" it makes a noun and an apposition."""


_LABELS = 2
"""Colons of "army: six dead; rebels: nine dead", where a body before each says whose they were."""
_LOSSES_OF = re.compile(r"\blosses(?=: (?:at least |about )?[\w-]+ (?:dead|killed)\b)")
_NEXT_LOSSES = re.compile(r", (?=(?:the )?[\w-]+ losses: )")
"""Of "rebel losses: six dead" the parser is to see whose the dead were."""


_ONLY_AGE = re.compile(
    r"(?<=\d)-year-old(?= (?:(?:critically |seriously |badly |fatally )?(?:dead|injured|wounded|hurt|shot|stabbed"
    r"|grazed|hospitali[sz]ed)|in (?:critical|serious|stable|fair|grave)|with (?:a |serious|minor|critical|gunshot)"
    r"|(?:at|near|outside|during|multiple|several|to death|in the))\b)"
)
"""Of "left a 22-year-old dead" the parser makes the dead one's age."""
_AGE_AND_NAME = re.compile(r"(?<=[a-z]), (\d\d) and(?= [A-Z][\w'’-]+ [A-Z][\w'’-]+(?:,| were| was))")
"""Of "Jan Stell, 31 and Mia Orr, 22" the parser joins Mia to the age."""
_TELLING = ("Police: ", "Cops: ", "Sheriff: ", "Officials: ", "Deputies: ", "Authorities: ", "Coroner: ")
_TELLER = re.compile(r":(?= (?:\d+|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix) )")
"""After who tells a headline's numbers, the parser takes the police for those harmed."""


def _as_adjective(match: re.Match[str]) -> str:
    word = match.group().lower()
    single = match.string[max(0, match.start() - 2) : match.start()] in {"a ", "A "}
    return (_AFTER_ARTICLE.get(word) if single else None) or _AS_ADJECTIVE[word]


_NUMBER = (
    r"(?:[Aa]t least |[Ss]ome |[Aa]bout |[Aa]round |[Nn]early |[Oo]ver |[Mm]ore than |[Uu]p to |[Nn]o fewer than )?"
    r"(?:\d{1,3}|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven"
    r"|[Tt]welve|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Tt]wenty|[Ss]everal|[Aa]nother)"
)
_NO_PEOPLE = (
    r"(?:who|whom|whose|which|that|where|when|while|as|after|and|or|of|the|in|at|on|by|to|from|was|were|is|are"
    r"|has|have|had|be|been|being|found|shot|left|reported|feared|presumed|believed|confirmed|pronounced"
    r"|declared|said|stabbed|beaten|burned|burnt|hacked|already|killed|wounded|injured|hurt|dead)\b"
)
_PEOPLE = rf"{_NUMBER}(?: (?!{_NO_PEOPLE})[\w'’-]+){{0,4}}(?: of the (?!{_NO_PEOPLE})[\w'’-]+)?"
_WHO = rf"{_PEOPLE}(?: and {_PEOPLE})?"
_NO_ARTICLE = r"(?<!\ban )(?<!\ba )(?<!\bA )(?<!other )"
_DEAD = re.compile(
    rf"((?:^|(?<=[,;:.] )){_NUMBER}(?: (?!{_NO_PEOPLE})[\w'’-]+){{0,4}}(?: and {_PEOPLE})? )"
    rf"{_NO_ARTICLE}dead(?=[,;.]|$| and )"
)
"""People who are dead, without a verb ("five farmers dead and two wounded"): the parser takes "dead" for an
adjective, and them for the subject of what became of the next."""


def _as_verb(match: re.Match[str]) -> str:
    return f"{match[1]}died"


_BESIDE = re.compile(
    r"(?<!were )(?<!was )(?<!been )(?<!be )\b(killed|dead|died)( and|,)"
    rf"(?= {_PEOPLE}(?: [a-z]+ly)? (?:wounded|injured|hurt|maimed|missing|abducted|captured|arrested)\b)"
)
"""Two outcomes without a verb ("leaving four dead and two wounded", "six killed, another hurt"): after "and" or
a comma the parser takes the people of both for one subject, after "but" or a semicolon it does not."""


def _set_apart(match: re.Match[str]) -> str:
    return match[1] + (" but" if match[2] == " and" else ";")


_FINITE = r"(?:was|were|is|are|has|have|had|died|lost|perished|sustained|suffered|succumbed)\b"
_OUTCOME = r"(?:dead|killed|wounded|injured|hurt|missing|abducted|captured|arrested)"
_JOINED = re.compile(rf"(?<!\)), (?={_WHO} (?:{_FINITE}|{_OUTCOME}(?:[,;.]|$| and )))")
"""A comma before people of whom something is told that is a sentence of its own."""
_TOLD_BEFORE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|broke|struck|hit|took|fell|came|went|opened|shot|\w{3,}ed)\b"
)
_BELOW = re.compile(
    r"(?:after|when|while|as|if|although|though|because|since|before|until|once|where|according|with|during|in|at|near"
    r"|following|who|whom|which|that|including|of|among|between|despite|by|for|from)\b",
    re.I,
)
"""How a piece begins that is no sentence by itself: what follows its comma belongs to it."""
_SAYS = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|report(?:ed|s|ing)|add(?:ed|s|ing)|claim(?:ed|s|ing)|announc\w+|told|tells?|confirm\w+|stat\w+)\b[^,]*$"
)


def _parted(match: re.Match[str]) -> str:
    """A semicolon for the comma where a whole sentence stands before it.

    After "between Orle and Dova" a full stop, or the parser goes on with what "and" has joined.
    """
    before = match.string[: match.start()]
    before = before[max(before.rfind(". "), before.rfind("; "), -1) + 1 :]
    pieces = [piece.strip() for piece in before.split(", ")]
    if _SAYS.search(pieces[-1]):
        return match.group()
    told = next((piece for piece in reversed(pieces) if _TOLD_BEFORE.search(piece)), None)
    if told is None or _BELOW.match(told):
        return match.group()
    return ". " if _AND_NAME.search(pieces[-1]) else "; "


_AND_NAME = re.compile(r"\band (?:[\w'’-]+ )?[\w'’-]+$")
