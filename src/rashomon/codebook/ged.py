"""UCDP GED as a table: its 49 columns and codes, PRIO-GRID's cells, and numbers of states.

Columns, their order and codes: UCDP GED codebook and the header of released files. Regions by Gleditsch and
Ward's numbers: the ranges that their list is cut by. Numbers of states: ``data/gleditsch_ward.tsv``.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from rashomon.codebook.columns import Column

CIVILIANS = "Civilians"
"""Side B of all one-sided violence."""


def _published(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name=name, by_publisher=True) for name in names)


def _texts(*names: str, needed: bool = False) -> tuple[Column, ...]:
    return tuple(Column(name=name, needed=needed) for name in names)


def _code(name: str, highest: int, *, lowest: int = 1) -> Column:
    codes = tuple(str(code) for code in range(lowest, highest + 1))
    return Column(name=name, kind="integer", codes=codes, needed=True)


def _whole(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name=name, kind="integer", needed=True) for name in names)


COLUMNS: tuple[Column, ...] = (
    *_published("id", "relid"),
    Column(name="year", kind="integer", needed=True),
    *_published("active_year", "code_status"),
    _code("type_of_violence", 3),
    *_published("conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id"),
    Column(name="dyad_name", needed=True),
    *_published("side_a_dset_id", "side_a_new_id"),
    Column(name="side_a", needed=True),
    *_published("side_b_dset_id", "side_b_new_id"),
    Column(name="side_b", needed=True),
    Column(name="number_of_sources", kind="integer", needed=True),
    *_texts("source_article", needed=True),
    *_texts("source_office", "source_date", "source_headline", "source_original"),
    _code("where_prec", 7),
    *_texts("where_coordinates", needed=True),
    *_texts("where_description", "adm_1", "adm_2"),
    Column(name="latitude", kind="number", needed=True),
    Column(name="longitude", kind="number", needed=True),
    Column(name="geom_wkt", needed=True),
    Column(name="priogrid_gid", kind="integer", needed=True),
    Column(name="country", needed=True),
    Column(name="country_id", kind="integer"),
    Column(name="region", codes=("Africa", "Americas", "Asia", "Europe", "Middle East")),
    _code("event_clarity", 2),
    _code("date_prec", 5),
    Column(name="date_start", kind="day", needed=True),
    Column(name="date_end", kind="day", needed=True),
    *_whole("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low"),
    Column(name="gwnoa", kind="integer"),
    Column(name="gwnob", kind="integer"),
)
"""In the order of the released files."""

_REGIONS = ((2, 199, "Americas"), (200, 399, "Europe"), (400, 626, "Africa"), (630, 699, "Middle East"))
_CELLS_A_DEGREE = 2
_CELLS_A_ROW = 720
_ROWS = 360


def priogrid_cell(lat: float, lon: float) -> int | None:
    """The PRIO-GRID cell of a point in WGS 84 degrees; None where it is no point of the Earth.

    Cells are half a degree wide, numbered from 1 in the south-west corner eastwards, 720 a row (PRIO-GRID
    codebook 2.0; it gives back the numbers of released UCDP rows).

    >>> priogrid_cell(-89.75, -179.75), priogrid_cell(34.531094, 69.162796), priogrid_cell(90, 180)
    (1, 179779, 259200)
    """
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return None
    row = min(int((lat + 90) * _CELLS_A_DEGREE), _ROWS - 1)
    column = min(int((lon + 180) * _CELLS_A_DEGREE), _CELLS_A_ROW - 1)
    return row * _CELLS_A_ROW + column + 1


@cache
def state_numbers() -> dict[str, int]:
    """Gleditsch and Ward's number of each state that has one, by ISO 3166-1 alpha-3."""
    text = files("rashomon.codebook").joinpath("data", "gleditsch_ward.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {iso3: int(number) for iso3, number in rows[1:]}


def region_of(number: int | None) -> str | None:
    """UCDP's region of a state by its number.

    >>> region_of(432), region_of(645), region_of(700), region_of(None)
    ('Africa', 'Middle East', 'Asia', None)
    """
    if number is None:
        return None
    return next((name for first, last, name in _REGIONS if first <= number <= last), "Asia")
