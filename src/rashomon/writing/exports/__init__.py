"""Exports: a case in the formats of the field, each with a list of what it could not hold.

Comes in: a `CaseView` and options. Goes out: an `Exported`, which is text and what was left out of it. Totals
are those of the view's policy, the same in every format (`tolls`). No file is written here, and no figure
is decided here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from rashomon.codebook.policies import POLICIES
from rashomon.errors import SettingError
from rashomon.model.base import value
from rashomon.model.known import was_out
from rashomon.writing.exports.exported import Exported, ExportOptions, LeftOut
from rashomon.writing.view import CaseView

__all__ = ["FORMATS", "ExportOptions", "Exported", "Format", "LeftOut", "export_case"]

_EVERY_POLICY = tuple(POLICIES)


@value
class Format:
    """A format: what it is, where it is written, and the policies its columns can hold, its own first."""

    label: str
    writer: str
    """``module:function`` of a function from view and options to `Exported`, loaded when it is asked for."""
    policies: tuple[str, ...] = _EVERY_POLICY


FORMATS: dict[str, Format] = {
    "ucdp": Format(
        label="UCDP GED: an event a row, the 49 columns of its codebook",
        writer="rashomon.writing.exports.ucdp:export",
        policies=("ucdp", "hierarchy"),
    ),
    "acled": Format(
        label="ACLED: a day, a place and a pair of actors a row",
        writer="rashomon.writing.exports.acled.table:export",
        policies=("acled", "ucdp", "latest", "hierarchy"),
    ),
    "airwars": Format(
        label="Airwars: civilian harm of an incident, from its least to its most",
        writer="rashomon.writing.exports.airwars.table:export",
        policies=("airwars",),
    ),
    "geojson": Format(
        label="GeoJSON: the events as points", writer="rashomon.writing.exports.geojson:export"
    ),
    "jsonld": Format(
        label="JSON-LD: everything, with PROV for who said what",
        writer="rashomon.writing.exports.jsonld.graph:export",
    ),
    "quickstatements": Format(
        label="QuickStatements: one Wikidata statement per speaker",
        writer="rashomon.writing.exports.quickstatements.item:export",
    ),
    "ftm": Format(
        label="FollowTheMoney: statements for Aleph and OpenSanctions",
        writer="rashomon.writing.exports.ftm.entities:export",
    ),
    "hxl": Format(label="HXL: a table with hashtags", writer="rashomon.writing.exports.hxl:export"),
    "csv": Format(
        label="A claim a row: passage, who said it, who passed it on, which outlet",
        writer="rashomon.writing.exports.claims_csv:export",
    ),
    "bibtex": Format(label="BibTeX: the sources", writer="rashomon.writing.exports.bibtex:export"),
    "csl": Format(label="CSL-JSON: the sources", writer="rashomon.writing.exports.csl:export"),
}


def find_format(name: str) -> Format:
    """The format of this name. Raises SettingError with the choices where there is none."""
    if name not in FORMATS:
        raise SettingError(f"there is no format {name!r}. Formats: {', '.join(FORMATS)}.")
    return FORMATS[name]


def policy_for(name: str, asked: str | None) -> str:
    """The policy a format is written under: the one asked for, else the format's own.

    Raises SettingError where the format has no columns for what that policy gives.
    """
    known = find_format(name)
    if asked is not None and asked not in known.policies:
        choices = ", ".join(known.policies)
        raise SettingError(f"the format {name!r} cannot hold the totals of policy {asked!r}: {choices}.")
    return asked or known.policies[0]


def export_case(view: CaseView, name: str, options: ExportOptions) -> Exported:
    """A case in a format, under the view's policy. Raises SettingError where the two do not go together."""
    policy_for(name, view.record.policy)
    module, function = find_format(name).writer.split(":")
    write: Callable[[CaseView, ExportOptions], Exported] = getattr(import_module(module), function)
    return write(_as_known(view), options)


def _as_known(view: CaseView) -> CaseView:
    """The case without reports and claims that came out after the day its record is as of."""
    as_of = view.record.as_of
    if as_of is None:
        return view
    reports = {key: report for key, report in view.reports.items() if was_out(report, as_of)}
    claims = {key: claim for key, claim in view.claims.items() if claim.report_id in reports}
    return replace(view, reports=reports, claims=claims)
