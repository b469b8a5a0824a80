"""The registry's files read and checked: one actor a line, and every fault told at once.

``actors`` are in ``data/actors/groups/*.tsv`` by region; a user's own file has the same columns.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import cast, get_args

from rashomon.codebook.actor_countries import countries
from rashomon.codebook.actor_names import fold_name
from rashomon.codebook.actor_rules import make_actor, split_id
from rashomon.errors import SettingError
from rashomon.model.base import value
from rashomon.model.dates import is_partial
from rashomon.model.events import Actor, ActorLevel, ActorName

COLUMNS = (
    "id", "level", "category", "countries", "part_of", "start", "end", "name", "acronyms", "aliases", "native"
)  # fmt: skip
LEVELS = get_args(ActorLevel)
CATEGORIES: dict[str, int | None] = {
    "government": 1,
    "state_forces": 1,
    "police": 1,
    "rebel": 2,
    "political_militia": 3,
    "criminal": 3,
    "unidentified": 3,
    "communal_militia": 4,
    "rioters": 5,
    "protesters": 6,
    "civilians": 7,
    "population": 7,
    "political_party": 7,
    "aid": 7,
    "external": 8,
    "peacekeepers": 8,
    "international": 8,
    "private_military": 8,
    "private_security": 8,
    "media": None,
}
"""Codebook categories and the ACLED inter code of each; media are reporters, not actors."""


@value
class Line:
    """One line of a file: where it stands and its fields by column."""

    where: str
    fields: dict[str, str]


@value
class Rows:
    """What the files say: actors by id, further names by id, and what was wrong, in order."""

    actors: dict[str, Actor]
    faults: tuple[str, ...] = ()


def read_table(name: str) -> list[list[str]]:
    """The lines of one of the registry's own tables, without comments and heading."""
    text = files("rashomon.codebook").joinpath("data", "actors", name).read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [[field.strip() for field in line.split("\t")] for line in lines[1:]]


def read_builtin_rows() -> Rows:
    """The actors that come with Rashomon."""
    folder = files("rashomon.codebook").joinpath("data", "actors", "groups")
    entries = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".tsv")), key=lambda e: e.name
    )
    lines: list[Line] = []
    faults: list[str] = []
    for entry in entries:
        found, wrong = split_lines(entry.read_text("utf-8"), entry.name)
        lines += found
        faults += wrong
    actors, wrong = build_actors(lines, {})
    return Rows(actors=actors, faults=(*faults, *wrong))


def read_user_rows(path: Path, known: dict[str, Actor]) -> Rows:
    """The actors of a user's file: new ones, and further names of known ones.

    Raises SettingError, with every fault of the file, where it cannot be used.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(f"{path}: cannot be read as UTF-8 text ({error})") from error
    lines, faults = split_lines(text, str(path))
    actors, wrong = build_actors(lines, known)
    faults += wrong
    if faults:
        raise SettingError("\n".join([*faults, f"No actor of {path} was added; see docs/actors.md."]))
    return Rows(actors=actors)


def split_lines(text: str, source: str) -> tuple[list[Line], list[str]]:
    """The lines of a file as fields by column, and what is wrong with its heading or their number."""
    lines: list[Line] = []
    faults: list[str] = []
    header: list[str] | None = None
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        where = f"{source}:{number}"
        if header is None:
            header = cells
            faults += _header_faults(header, where)
            if faults:
                break
        elif len(cells) > len(header):
            faults.append(f"{where}: {len(cells)} columns found, {len(header)} expected (tabs between them)")
        else:
            cells += ["-"] * (len(header) - len(cells))
            lines.append(Line(where=where, fields=dict(zip(header, cells, strict=True))))
    if header is None:
        faults.append(f"{source}:1: no heading found; expected {' '.join(COLUMNS)}, with tabs between them")
    return lines, faults


def _header_faults(header: list[str], where: str) -> Iterator[str]:
    for column in header:
        if column not in COLUMNS:
            yield f"{where}: {column!r} is not a column; expected {_nearest(column, COLUMNS)}"
    for column in ("id", "name"):
        if column not in header:
            yield f"{where}: the column {column!r} is missing; expected {', '.join(COLUMNS)}"


def build_actors(lines: Iterable[Line], known: dict[str, Actor]) -> tuple[dict[str, Actor], list[str]]:
    """Actors by id, and every fault. A line whose id is known already adds names to that actor."""
    actors: dict[str, Actor] = {}
    faults: list[str] = []
    parents: list[tuple[str, str]] = []
    first_seen: dict[str, str] = {}
    for line in lines:
        actor_id = line.fields["id"]
        if actor_id in first_seen:
            faults.append(
                f"{line.where}: {actor_id!r} stands already at {first_seen[actor_id]}; one line an actor"
            )
            continue
        first_seen[actor_id] = line.where
        adds = actor_id in known or split_id(actor_id) is not None
        wrong = list(_line_faults(line, adds=adds))
        faults += wrong
        if not wrong:
            actors[actor_id] = _actor(line, known.get(actor_id) or make_actor(actor_id))
            parents += [(line.where, line.fields.get("part_of", "-"))]
    for where, parent in parents:
        if parent != "-" and parent not in actors and parent not in known and split_id(parent) is None:
            faults.append(
                f"{where}: part_of {parent!r} is no actor; expected {_nearest(parent, (*actors, *known))}"
            )
    return actors, faults


def _line_faults(line: Line, *, adds: bool) -> Iterator[str]:
    get = line.fields.get
    if not line.fields["id"] or any(letter.isspace() for letter in line.fields["id"]):
        yield f"{line.where}: id {line.fields['id']!r} found; expected a word such as gatia, without blanks"
    for column, allowed in (("level", LEVELS), ("category", tuple(CATEGORIES))):
        found = get(column, "-")
        if found not in allowed and not (adds and found == "-"):
            yield f"{line.where}: {column} {found!r} found; expected {_nearest(found, allowed)}"
    for iso in listed(get("countries", "-")):
        if iso not in countries():
            yield f"{line.where}: country {iso!r} found; expected ISO 3166-1 alpha-3 such as MLI"
    for column in ("start", "end"):
        found = get(column, "-")
        if found != "-" and not is_partial(found):
            yield f"{line.where}: {column} {found!r} found; expected a date such as 2018, 2018-04 or 2018-04-01"
    if not listed(line.fields["name"]) and not adds:
        yield f"{line.where}: no name found; expected at least one in the column name"
    for name in _names(line):
        for day in (name.start, name.end):
            if day is not None and not is_partial(day):
                yield f"{line.where}: period with {day!r} found; expected such as [2015-05..2022-03]"
        if not fold_name(name.words):
            yield f"{line.where}: name {name.words!r} found; expected letters"


def _nearest(found: str, allowed: Iterable[str]) -> str:
    choices = list(allowed)
    close = difflib.get_close_matches(found, choices, n=1)
    if close:
        return f"one that is known (did you mean {close[0]!r}?)"
    return f"one of {', '.join(choices)}" if len(choices) < 25 else "the id of an actor"


def listed(cell: str) -> list[str]:
    """What a cell lists, ";" between."""
    return [] if cell == "-" else [part for part in (piece.strip() for piece in cell.split(";")) if part]


def _actor(line: Line, known: Actor | None) -> Actor:
    cell = {column: line.fields.get(column, "-") for column in COLUMNS}
    parent = None if cell["part_of"] == "-" else cell["part_of"]
    if known is not None:
        return Actor(
            id=known.id,
            names=(*known.names, *_names(line)),
            level=known.level,
            category=known.category,
            countries=tuple(listed(cell["countries"])) or known.countries,
            part_of=parent or known.part_of,
            start=known.start,
            end=known.end,
        )
    return Actor(
        id=cell["id"],
        names=tuple(_names(line)),
        level=cast("ActorLevel", cell["level"]),
        category=cell["category"],
        countries=tuple(listed(cell["countries"])),
        part_of=parent,
        start=None if cell["start"] == "-" else cell["start"],
        end=None if cell["end"] == "-" else cell["end"],
    )


def _names(line: Line) -> Iterator[ActorName]:
    for column, kind in (
        ("name", "name"),
        ("acronyms", "acronym"),
        ("aliases", "alias"),
        ("native", "native"),
    ):
        for written in listed(line.fields.get(column, "-")):
            name = read_name(written, kind)
            # "RAF" among the aliases must not match "Raf": capitals alone make an acronym.
            shouted = kind == "alias" and name.words.isupper() and " " not in name.words
            yield replace(name, kind="acronym") if shouted else name


def read_name(written: str, kind: str) -> ActorName:
    """A name as the files write it: ``fr: …`` gives its language, ``[2015..2022-03]`` its period.

    >>> read_name("fr: Groupe islamique [..2019]", "native").language
    'fr'
    """
    start = end = language = None
    if written.endswith("]") and "[" in written:
        written, _, period = written[:-1].rpartition("[")
        start, _, end = (part.strip() for part in period.partition(".."))
    if kind == "native" and written[2:3] == ":":
        language, written = written[:2], written[3:]
    return ActorName(
        words=written.strip(), kind=kind, language=language, start=start or None, end=end or None
    )
