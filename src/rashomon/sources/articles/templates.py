"""What a template reads as: which of its arguments are words of the article, and which are apparatus.

No template is expanded. A template that is not known here keeps its unnamed arguments: an article's
"(per the two armies)" is lost otherwise. The names are those of English Wikipedia.
"""

from __future__ import annotations

from typing import Literal

Reading = Literal[
    "nothing", "all", "first", "last", "list", "note", "flag", "flag_and_name", "date", "measure"
]
"""``note``: the first argument, in brackets. ``list``: each argument an entry. ``date``: year, month, day."""


def _each(reading: Reading, names: str) -> dict[str, Reading]:
    return dict.fromkeys(names.split("|"), reading)


READS_AS: dict[str, Reading] = {
    **_each(
        "nothing",
        "sfn|sfnp|sfnm|r|rp|refn|harvnb|clear|short description|use dmy dates|use mdy dates|use british english|"
        "use american english|main|see also|further|about|for|other uses|hatnote|citation needed|cn|fact|when|who|"
        "by whom|where|which|clarify|better source needed|dubious|disputed inline|unreliable source?|"
        "failed verification|"
        "page needed|update inline|as of?|reflist|notelist|refbegin|refend|portal|commons category|authority control|"
        "default sort|defaultsort|good article|featured article|pp|pp-protected|refimprove|more citations needed|"
        "orphan|coi|pov|stub|increase|decrease|steady|legend|legend0|small div col|div col|div col end|toc limit|"
        "primary source inline|location map|location map+|osm location map|center|anchor|efn-ua|void|"
        "!-|dagger|campaignbox|"
        "end plainlist|endplainlist|infobox",
    ),
    **_each(
        "first",
        "nowrap|small|smaller|nobold|nobr|abbr|tooltip|nowraplinks|noitalic|big|center|circa|c.|ill|"
        "interlanguage link|em|strong|sic|audio|text|plain text|big text|resize|sup|sub|var|angbr",
    ),
    **_each("last", "lang|transliteration|transl|rtl-lang|color|font color|font|resize text|link-interwiki"),
    **_each(
        "list",
        "plainlist|plain list|unbulleted list|ubl|ublist|flatlist|hlist|bulleted list|blist|ordered list|clist|"
        "collapsible list|tree list|unordered list|startplainlist|cslist|bulletedlist|collapsible",
    ),
    **_each("note", "efn|efn-lr|efn-ua|note|notetag|refn|footnote|cref"),
    **_each("flag", "flagicon|flag icon|flagicon image|flagdeco|flagg|army icon|navy icon"),
    **_each(
        "flag_and_name", "flag|flagcountry|flagu|flaglink|army|navy|air force|armed forces|flagteam|noflag"
    ),
    **_each(
        "date", "start date|start date and age|end date|dts|date|birth date|death date|film date|startdate"
    ),
    **_each("measure", "convert|cvt|val|nts|formatnum"),
}
FIXED: dict[str, str] = {
    "kia": " (killed in action)",
    "killed in action": " (killed in action)",
    "wia": " (wounded in action)",
    "mia": " (missing in action)",
    "pow": " (prisoner of war)",
    "surrendered": " (surrendered)",
    "executed": " (executed)",
    "assassinated": " (assassinated)",
    "nbsp": " ",
    "space": " ",
    "spaces": " ",
    "snd": " – ",
    "spaced ndash": " – ",
    "spnd": " – ",
    "ndash": "–",
    "endash": "–",
    "mdash": "—",
    "!": "|",
    "=": "=",
    "'": "'",
    "·": " · ",
    "•": " · ",
    "break": "\n",
    "br": "\n",
    "crlf": "\n",
    "clarify inline": "",
    "ca": "c. ",
}
"""Templates that stand for words of their own, whatever their arguments."""

OPENING: dict[str, str] = {"circa": "c. ", "c.": "c. ", "as of": "as of "}
"""Words that a template puts before its argument."""

_NO_WORDS = ("cite ", "cite-", "citation", "cs1 ", "campaignbox", "navbox", "pp-", "use ", "webarchive")
_NOTICES = ("stub", "-stub", " sidebar", " navbox")


def reads_as(name: str) -> Reading:
    """How the template of this name reads; unknown ones keep all their unnamed arguments.

    >>> reads_as("Ubl"), reads_as("cite web"), reads_as("Something new")
    ('list', 'nothing', 'all')
    """
    low = plain_name(name)
    if low.startswith(_NO_WORDS) or low.endswith(_NOTICES):
        return "nothing"
    return READS_AS.get(low, "all")


def plain_name(name: str) -> str:
    """A template's name in lower case, blanks for underscores, without its namespace."""
    low = " ".join(name.replace("_", " ").split()).lower()
    return low.removeprefix("template:")
