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
    if " militants " in words:
        words = _NAMED_MILITANTS.sub(r"\1partisans", words)
    if words.startswith(_FIRST):
        words = words[0].lower() + words[1:]
    if " to be " in words:
        words = _TAKEN_FOR.sub(_as_called, words)
    if "nursing " in words:
        words = _NURSING.sub("bearing", words)
    if "-year-old " in words:
        words = _ONLY_AGE.sub("yo person", words)
    if " and " in words:
        words = _AGE_AND_NAME.sub(r" \1, and", words)
    if words.startswith(_TELLING):
        words = _TELLER.sub(";", words, count=1)
    if " at " in words and (" the number" in words or " the count" in words):
        words = _NUMBER_FIRST.sub(lambda match: "9" * len(match.group()), words)
    if " gone missing" in words:
        words = _BODIES_OF_MISSING.sub(r"\1who vanished", words)
    if " losses: " in words:
        words = _LOSSES_OF.sub("forces", _NEXT_LOSSES.sub("; ", words))
    if " civilian " in words:
        words = _ONE_CIVILIAN.sub(r"\1 villager", words)
    if " dead" in words and words.count(": ") < _LABELS:
        words = _DEAD.sub(_as_verb, words)
    if "ed and " in words or "ad and " in words or "ed, " in words or "ad, " in words:
        words = _BESIDE.sub(_set_apart, words)
    if (" died" in words or " succumbed" in words) and (" wounded " in words or " injured " in words):
        words = _HURT_WHO_DIED.sub(";", _HURT_ONES.sub(r"\1persons", words))
    if "sustained " in words or "suffered " in words:
        words = _BORE.sub(_as_bearing, words)
    if " died" in words and " after " in words:
        words = _HURT_AFTER.sub("under", words)
    if " of them " in words or " of whom " in words or ", mostly " in words or ", mainly " in words:
        words = _ASIDE.sub(r" (\1)", words)
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
_NURSING = re.compile(r"\bnursing(?= (?:[\w-]+ ){0,3}?(?:wounds?|injur(?:y|ies)|bruises|burns)\b)")
"""Of "was left nursing wounds" the parser makes wounds of nurses."""
_ASIDE = re.compile(
    r", ((?:(?:nearly |almost )?(?:half|most|many|all|some|several|the majority) of (?:them|whom)|mostly|mainly)"
    r"(?: (?!were\b|was\b|in\b|had\b|have\b)[\w-]+){1,4}),(?= )"
)
"""Of ", most of them clerks," the parser makes a clause of its own, or joins the clerks to what comes before."""
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


_NAMED_MILITANTS = re.compile(r"\b([A-Z][\w'’/-]+ )militants\b")
"""After a name the tagger may take them for a verb."""
_FIRST = tuple(
    f"{word},"
    for word in "Gunmen Militants Militiamen Rebels Assailants Attackers Bandits Soldiers Jihadists Fighters".split()
)
"""A sentence's first word before a comma is taken for a name."""
_TAKEN_FOR = re.compile(
    r"(?:(?<=[Mm]en |nts |ers |als |ple |its |els |cts |ths )|(?P<one>(?<=man |boy |son |ect |ual )))"
    r"(?:believed|thought|suspected|presumed|alleged|reported|said) to be"
    r"(?! (?:[a-z]+ing|in|at|on|behind|from|near|among|of|by|armed|linked|responsible|close|loyal|hid\w*)\b)"
)
_CALLED = {10: "who remain", 13: "who are named", 14: "who are called", 15: "who were called"}
_CALLED_ONE = {10: "who seemed", 13: "who was named", 14: "who was called"}
"""Of "gunmen believed to be rebels attacked a post" the parser makes a believing."""
_ONLY_AGE = re.compile(
    r"(?<=\d)-year-old(?= (?:(?:critically |seriously |badly |fatally )?(?:dead|injured|wounded|hurt|shot|stabbed"
    r"|grazed|hospitali[sz]ed)|in (?:critical|serious|stable|fair|grave)|with (?:a |serious|minor|critical|gunshot)"
    r"|(?:at|near|outside|during|multiple|several|to death|in the))\b)"
)
"""Of "left a 22-year-old dead" the parser makes the dead one's age."""
_AGE_AND_NAME = re.compile(r", (?<=[a-z], )(\d\d) and(?= [A-Z][\w'’-]+ [A-Z][\w'’-]+(?:,| were| was))")
"""Of "Jan Stell, 31 and Mia Orr, 22" the parser joins Mia to the age."""
_ONE_CIVILIAN = re.compile(
    r"\b(a|one|another) civilian(?= (?:dead|killed|wounded|injured|hurt|missing)\b)", re.I
)
"""Of "left a civilian dead" the parser makes a dead one who is civil."""
_TELLING = ("Police: ", "Cops: ", "Sheriff: ", "Officials: ", "Deputies: ", "Authorities: ", "Coroner: ")
_TELLER = re.compile(r":(?= (?:\d+|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix) )")
"""After who tells a headline's numbers, the parser takes the police for those harmed."""


def _as_called(match: re.Match[str]) -> str:
    called = _CALLED if match["one"] is None else _CALLED_ONE
    return called.get(len(match.group()), match.group())


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


_BORE = re.compile(
    r"(?:(?<=other )|(?<=others )|(?<=, ))(?:sustained|suffered)"
    r"(?= (?:(?:an?|\w+ly|[\w-]+) ){0,4}?(?:injur(?:y|ies)|wounds?|burns)\b)"
)
"""The parser takes the "sustained" of "another sustained injuries" for an adjective."""


def _as_bearing(match: re.Match[str]) -> str:
    return "exhibited" if match.group() == "sustained" else "received"


_SINCE = r"(?:later|subsequently|eventually|also|all|both|then|since|have|has|had|died|succumbed|passed)\b"
_BODIES_OF_MISSING = re.compile(
    r"\b((?:body|bodies|corpses?|corps|remains) of (?:[\w'’-]+ ){1,8}?)gone missing\b", re.IGNORECASE
)
"""Of "the body of one of two traders gone missing was found" the parser lets the body go."""
_NUMBER_FIRST = re.compile(
    r"(?<= at )(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty)"
    r"(?= the (?:number|count)\b)"
)
"""Of "puts at four the number of dead" the parser makes four numbers; in figures it does not."""
_HURT_ONES = re.compile(
    rf"\b((?:(?<!\bof )the|all of the|both) )(?:wounded|injured)(?= (?:who )?{_SINCE})", re.IGNORECASE
)
"""Of "the wounded later died" the parser makes a wounding."""
_HURT_WHO_DIED = re.compile(
    r",(?= (?:(?:one|two|three|some) of )?(?:the|both|all)(?: of)?(?: the)?(?: [\w-]+)? (?:wounded|injured|persons)"
    rf"(?: [a-z]+)? {_SINCE})"
)
"""A comma before those of the wounded who died, of whom the parser makes a list with those told of before."""
_HURT_AFTER = re.compile(
    r"(?<=hospitalized )after(?= (?:[\w'’.-]+ ){1,8}?(?:has|have|had) died\b)"
    r"|(?<=hospitalised )after(?= (?:[\w'’.-]+ ){1,8}?(?:has|have|had) died\b)"
    r"|(?<=injured )after(?= (?:[\w'’.-]+ ){1,8}?(?:has|have|had) died\b)"
    r"|(?<=wounded )after(?= (?:[\w'’.-]+ ){1,8}?(?:has|have|had) died\b)"
)
"""Of "a boy hospitalized *after* a shooting has died" the parser makes a shooting that has died."""
_FINITE = r"(?:was|were|is|are|has|have|had|died|lost|perished|sustained|suffered|succumbed)\b"
_OUTCOME = r"(?:dead|killed|wounded|injured|hurt|missing|abducted|captured|arrested)"
_APPOSED = r"(?:, [^,;]{2,40},)?"
_JOINED = re.compile(rf", (?<!\), )(?={_WHO}{_APPOSED} (?:{_FINITE}|{_OUTCOME}(?:[,;.]|$| and )))")
"""A comma before people of whom something is told that is a sentence of its own."""
_TOLD_BEFORE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|died|broke|struck|hit|took|fell|came|went|opened|shot|\w{3,}ed)\b"
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
