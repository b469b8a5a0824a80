"""Who reports and who speaks: how often each, borne out or not, and how far people trust it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from rashomon.codebook.grades import CREDIBILITY, RELIABILITY
from rashomon.codebook.place_names import normalised
from rashomon.errors import InputError
from rashomon.judging import source_grades, standing
from rashomon.judging.checking import read_grade
from rashomon.judging.taking import grade_source
from rashomon.model.judgements import SourceGrade
from rashomon.workbench.deciding import decide
from rashomon.workbench.lists import listed
from rashomon.workbench.showing import Shown
from rashomon.workbench.source_index import SourceLine, sources_of
from rashomon.workbench.visits import Form, Visit

SORTS = ("name", "reports", "claims", "alone", "agreed", "disputed", "grade")
ROLES = {"outlet": "Outlets", "speaker": "Speakers"}


def show_sources(visit: Visit) -> Shown:
    """The outlets and speakers that the filters leave."""
    held = sources_of(visit.lens)
    grades = source_grades(standing((*visit.snapshot.judgements, *visit.pending)))
    found = [(one, grade_of(one, grades)) for one in held]
    wanted, role, graded = normalised(visit.asked("q")), visit.asked("role"), visit.asked("graded")
    found = [
        (one, grade)
        for one, grade in found
        if role not in ROLES or one.role == role
        if graded not in ("yes", "no") or (grade is not None) == (graded == "yes")
        if not wanted or any(wanted in normalised(words) for words in (one.name, one.key, *one.called))
    ]
    listing = listed(visit, found, SORTS, lambda each, sort: _rank(*each, sort), "claims")
    return Shown(
        template="sources.html.j2",
        data={
            **listing.paged.counts,
            "sources": [_row(one, grade) for one, grade in listing.paged.rows],
        },
        drawn={
            **listing.drawn,
            "all": len(held),
            "asked": {name: visit.asked(name) for name in ("q", "role", "graded")},
            "roles": ROLES,
            "reliability": RELIABILITY,
            "credibility": CREDIBILITY,
        },
    )


def grade_of(one: SourceLine, grades: dict[str, SourceGrade]) -> SourceGrade | None:
    """The grade in force, given under any name that weighing looks for."""
    names = (one.key, one.name, *one.called) if one.role == "speaker" else (one.key,)
    return next((grade for name in names if (grade := grades.get(name.casefold())) is not None), None)


def _rank(one: SourceLine, grade: SourceGrade | None, sort: str) -> tuple[Any, ...]:
    """Numbers the greatest first, names and grades in their order."""
    name = (one.name.casefold(), one.role, one.key)
    if sort == "name":
        return name
    if sort == "grade":
        return (grade is None, mark_of(grade), *name)
    return (-getattr(one, sort), *name)


def mark_of(grade: SourceGrade | None) -> str:
    """A grade as it is written: B2, B, or nothing."""
    return "" if grade is None else f"{grade.reliability}{grade.credibility or ''}"


def _row(one: SourceLine, grade: SourceGrade | None) -> dict[str, Any]:
    return {
        "key": one.key,
        "name": one.name,
        "role": one.role,
        "called": list(one.called),
        "reports": one.reports,
        "claims": one.claims,
        "alone": one.alone,
        "agreed": one.agreed,
        "disputed": one.disputed,
        "grade": mark_of(grade) or None,
        "grade_means": _meaning(grade),
        "claims_at": f"/claims?{urlencode([(one.role, one.key)])}",
    }


def _meaning(grade: SourceGrade | None) -> str:
    if grade is None:
        return ""
    words = RELIABILITY.get(grade.reliability, "")
    said = CREDIBILITY.get(str(grade.credibility or ""), "")
    return f"{words}; {said}" if said else words


def grade(visit: Visit, form: Form) -> str:
    """How far a source is trusted, on the Admiralty scale."""
    source = form.text("source")
    if source.casefold() not in {one.key.casefold() for one in sources_of(visit.lens)}:
        raise InputError(f"{source[:80]!r} is no source of this case; the list has those there are.")
    reliability, credibility = read_grade(form.text("reliability") + form.text("credibility"))
    return decide(visit, form, grade_source(source, reliability, credibility))
