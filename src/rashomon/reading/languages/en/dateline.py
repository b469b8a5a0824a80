"""The dateline of an English report: place, date and agency before its first sentence.

"HERAT, Afghanistan (May 5, 2012) —", "BAMAKO (AFP) -", "LIMA, Nov. 9 (UPI) —". A date without a
year stays without. Only the head of a text is searched: a dateline further down is another story's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rashomon.model.base import value
from rashomon.model.dates import DateParts, format_partial, is_partial, parse_partial
from rashomon.reading.languages.en.times import find_times
from rashomon.reading.sentences.tokens import word_set
from rashomon.reading.times.moments import Anchor

HEAD = 1500
"""Characters searched: press offices put a letterhead, a title and a byline before the dateline."""
_MAX_LINES = 15
_MAX_LENGTH = 120
"""Characters a dateline may have before its closing dash."""


@value
class Dateline:
    """Where and when a report was written, as its own opening says.

    ``place`` are its words, None for a line that is only a date. ``date`` is partial ISO.
    ``date_start`` and ``date_end`` say where the date stands, which may be a line of its own above.
    """

    start: int
    end: int
    place: str | None = None
    date: str | None = None
    agency: str | None = None
    date_start: int | None = None
    date_end: int | None = None
    of_events: bool = False
    """True where the day heads what happened on it ("July 6: Three lorries burned")."""


_MAX_PAGE_DATE = 60
"""Characters of the longest line that is nothing but a date."""

_LINE = re.compile(r"[^\n\u2028\u2029]+")
_DASH = re.compile(r"(?:(?<=\s)[-–—―−]{1,3}|(?<=\))[-–—―−]{1,3}|[–—―]|--)(?=[\s\[“\"A-Z]|\Z)")
_TOWN_COLON = re.compile(r"\s*(?P<town>[A-Z][A-Z.'’ -]{2,40}[A-Z]|[A-Z][a-z]{3,20})\s?,?:(?=\s+[\"“A-Z0-9])")
_DATED_COLON = re.compile(r"\s*(?P<head>[A-Z][^:\n]{4,80}):(?=\s+[\"“A-Z])")
_IN_PARENTHESES = re.compile(r"\(([^()\n]{2,60})\)")
_RELEASE_NUMBER = re.compile(r"(?<![\w-])((?:19|20)\d\d-(?:0[1-9]|1[0-2]))[-–][A-Z]{1,4}[-–]\d{2,4}(?!\w)")
_MAX_TITLE = 100
_BULLETIN = re.compile(
    r"\b(?:update|bulletin|summary|digest|roundup|round-up|sitrep|situation report|daily report|morning report"
    r"|evening report|briefing|communiqu[eé]|press release|news release)s?\b[\s,:–—-]*(?:for\s+)?\Z",
    re.I,
)
"""What stands before the date at the end of the title of something put out every day."""
_TAGS = re.compile(r"\[[^\]\n]{2,60}\]")
_AGENCIES = word_set(
    "afp ap reuters upi efe dpa ansa tass itar-tass xinhua ips notimex acan-efe pa cnn wane kdka ians pti "
    "irna kuna ana-mpa anadolu aa belga interfax prensa latina bbc rfe/rl nexstar"
)
_NOT_PLACE = word_set(
    "by the a an updated posted published photo story note editor on in at as after before since during "
    "until from when while for about around this that it he she they we some many early late"
)


def find_dateline(
    text: str,
    is_town: Callable[[str], bool] | None = None,
    *,
    is_city: Callable[[str], bool] | None = None,
    begin: int = 0,
) -> Dateline | None:
    """The dateline at the head of a text, or the line that is its date, else None.

    ``begin``: where the text itself begins, below what was set aside. ``is_town`` tells whether a name is a place's:
    only that tells "QUETTA: Police said" from "NATO: Troops left"; ``is_city``, whether a name in ordinary case is
    that of a city and of no country: "Quetta: Police said", but "Mali: Six killed".

    >>> line = find_dateline("GAO, Mali, March 3 (XPA) — Two lorries burned.")
    >>> line.place, line.date, line.agency
    ('GAO, Mali', '--03-03', 'XPA')
    """
    page: Dateline | None = None
    release: Dateline | None = None
    for number, match in enumerate(_LINE.finditer(text, begin, begin + HEAD)):
        if number >= _MAX_LINES:
            break
        line = match.group()[: _MAX_LENGTH + 60]
        found = _read_line(line, match.start()) or _read_colon(line, match.start(), is_town, is_city)
        if found is not None:
            return _completed(found, _completed(page, release) or release)
        page = page or _read_page_date(line, match.start())
        release = release or _read_release_number(line, match.start())
    return _completed(page, release) or release


def _completed(found: Dateline | None, above: Dateline | None) -> Dateline | None:
    """A dateline with the date, or only the year, that a line above it supplies."""
    if found is None or above is None or above.date is None:
        return found
    if found.date is None:
        return replace(found, date=above.date, date_start=above.date_start, date_end=above.date_end)
    line, other = parse_partial(found.date), parse_partial(above.date)
    if line.year is None and line.month == other.month and other.day in {None, line.day}:
        return replace(found, date=format_partial(replace(line, year=other.year)))
    year = _year_near(line, other) if other.day is None else None
    return found if year is None else replace(found, date=format_partial(replace(line, year=year)))


def _year_near(line: DateParts, month: DateParts) -> int | None:
    """The year of a day without one, told by the month of a release number: that one or a neighbour of it.

    A number given late in August may stand over what is sent out in September.
    """
    if line.year is not None or line.month is None or month.month is None or month.year is None:
        return None
    step = (line.month - month.month + 6) % 12 - 6
    return month.year + (month.month - 1 + step) // 12 if abs(step) == 1 else None


def _read_release_number(line: str, offset: int) -> Dateline | None:
    """The month in a press office's number such as "2010-09-PR-325"."""
    match = _RELEASE_NUMBER.search(line)
    if match is None:
        return None
    return _dated(offset + match.start(), offset + match.end(), match.group(1))


def _read_page_date(line: str, offset: int) -> Dateline | None:
    """A line that holds a full date and nothing else but a time of day or "Posted", "Updated"."""
    stripped = line.strip()
    if len(stripped) < 6 or (len(stripped) > _MAX_TITLE and ":" not in line):
        return None
    date = _read_date(line)
    if date is None:
        return None
    start, end, day = date
    if line[end:].lstrip()[:1] == ":" and not line[:start].strip():
        # "July 6: Three lorries burned": a bulletin's title that begins with its day.
        return _dated(offset + start, offset + end, day, of_events=True)
    if len(stripped) <= _MAX_TITLE and not line[end:].strip(" .)") and _BULLETIN.search(line[:start]):
        return _dated(offset + start, offset + end, day) if parse_partial(day).year is not None else None
    rest = re.sub(
        r"(?i)\b(posted|published|updated|last|on|at|by|date|[ap]\.?m\.?|[ecmp][sd]?t|gmt|utc)\b",
        "",
        line[:start] + line[end:],
    )
    if len(stripped) > _MAX_PAGE_DATE or re.search(r"[^\W\d_]{2,}", rest) or parse_partial(day).day is None:
        return None
    lead = len(line) - len(line.lstrip())
    return Dateline(
        start=offset + lead,
        end=offset + lead + len(stripped),
        date=day,
        date_start=offset + start,
        date_end=offset + end,
    )


def _dated(start: int, end: int, day: str, *, of_events: bool = False) -> Dateline:
    """The line that is no more than its date."""
    return Dateline(start=start, end=end, date=day, date_start=start, date_end=end, of_events=of_events)


def _read_date(words: str) -> tuple[int, int, str] | None:
    """The first day, month and perhaps year in some words, unanchored."""
    for found in find_times(words, Anchor()):
        start = found.moment.start
        if start and start == found.moment.end and is_partial(start) and parse_partial(start).day is not None:
            return found.start, found.end, start
    return None


def _read_line(line: str, offset: int) -> Dateline | None:
    lead = len(line) - len(line.lstrip(' \t\u00a0*"“'))
    body = line[lead:]
    dash = _find_dash(body)
    head = body[: dash.start()] if dash else _head_without_dash(body)
    if head is None or len(head) < 2:
        return None
    read = _read_head(head, bool(dash))
    if read is None:
        return None
    place, date, agency = read
    start = offset + lead
    head = head.rstrip()
    return Dateline(
        start=start,
        end=start + (dash.end() if dash else len(head)),
        place=place,
        date=date[2] if date else None,
        agency=agency,
        date_start=start + date[0] if date else None,
        date_end=start + date[1] if date else None,
    )


def _read_colon(
    line: str, offset: int, is_town: Callable[[str], bool] | None, is_city: Callable[[str], bool] | None
) -> Dateline | None:
    """A town before a colon, as papers of South Asia write: "QUETTA: Gunmen stopped a bus"."""
    dated = _read_dated_colon(line, offset, is_city)
    if dated is not None:
        return dated
    match = _TOWN_COLON.match(line)
    town = match.group("town") if match is not None else ""
    known = is_town if town.isupper() else is_city
    if match is None or known is None or not known(town.title()):
        return None
    return Dateline(start=offset + match.start("town"), end=offset + match.end(), place=town)


def _read_dated_colon(line: str, offset: int, is_city: Callable[[str], bool] | None) -> Dateline | None:
    """A town and a day before a colon: "QUETTA, June 19: Gunmen stopped a bus", "Quetta, June 19: …"."""
    match = _DATED_COLON.match(line)
    read = _read_head(match.group("head"), dashed=True) if match is not None else None
    if match is None or read is None or read[1] is None:
        return None
    town = read[0].partition(",")[0]
    if not town.isupper() and (is_city is None or not is_city(town)):
        return None
    place, (first, last, day), agency = read[0], read[1], read[2]
    start = offset + match.start("head")
    return Dateline(
        start=start,
        end=offset + match.end(),
        place=place,
        date=day,
        agency=agency,
        date_start=start + first,
        date_end=start + last,
    )


def _find_dash(body: str) -> re.Match[str] | None:
    """The first dash outside parentheses: "(XPA-EFE)" and "(XPA - EFE)" hold none that ends a dateline."""
    for dash in _DASH.finditer(body, 2, _MAX_LENGTH):
        if body.count("(", 0, dash.start()) <= body.count(")", 0, dash.start()):
            return dash
    return None


def _head_without_dash(body: str) -> str | None:
    """Such as "HERAT, Afghanistan (May 5, 2012)": without a dash only a date in parentheses tells."""
    match = _IN_PARENTHESES.search(body, 0, _MAX_LENGTH)
    if match is None or _read_date(match.group(1)) is None:
        return None
    return body[: match.end()]


_Head = tuple[str, tuple[int, int, str] | None, str | None]


def _read_head(head: str, dashed: bool) -> _Head | None:
    """Place, date and agency of the words before the dash; None where they are no dateline."""
    date = _read_date(head)
    agency = None
    place_end = len(head)
    for match in _IN_PARENTHESES.finditer(head):
        place_end = min(place_end, match.start())
        if date is None or not match.start() <= date[0] < match.end():
            # The last: a country may stand in parentheses before the date ("LIMA (PERU), 3 JAN 90 (XPA)").
            agency = match.group(1).strip()
    if date is not None:
        place_end = min(place_end, date[0])
    for match in _TAGS.finditer(head):
        place_end = min(place_end, match.start())
    place = head[:place_end].strip(" \t,;(/–—-")
    if not _is_place(place, strict=date is None and agency is None):
        return None
    if not dashed and date is None:
        return None
    return _split_agency(place, agency, date)


def _split_agency(place: str, agency: str | None, date: tuple[int, int, str] | None) -> _Head:
    """Such as "LIMA, Reuters": an agency written as the last of the place's parts."""
    head, _, last = place.rpartition(",")
    if agency is None and head and last.strip().lower() in _AGENCIES:
        return head.strip(), date, last.strip()
    return place, date, agency


def _is_place(words: str, *, strict: bool) -> bool:
    """Some capitalised words, the first all capitals where no date or agency vouches for them."""
    parts = re.findall(r"[^\W\d_][^\s,]*", words)
    if not parts or len(parts) > 10 or parts[0].lower() in _NOT_PLACE or re.search(r"[:;!?|]|\d", words):
        return False
    if strict:
        city = [
            part
            for part in re.findall(r"[^\W\d_][^\s,]*", words.partition(",")[0])
            if part.lower() not in _JOINING
        ]
        return bool(city) and len(parts) <= 6 and all(part.isupper() and len(part) > 1 for part in city)
    return all(part[0].isupper() or part.lower() in _JOINING for part in parts)


_JOINING = frozenset(
    {"of", "and", "the", "de", "del", "la", "al", "el", "in", "near", "e", "i", "on", "at", "ul"}
)
