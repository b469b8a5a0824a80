"""The page: one self-contained HTML file with the record, its disagreements and its evidence.

No script, no request to anywhere. Everything in it that comes from reports is escaped by the template
engine, and only http and https addresses become links.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from rashomon.codebook.gazetteer import open_gazetteer
from rashomon.codebook.policies import POLICIES
from rashomon.model.article import Article
from rashomon.model.base import value
from rashomon.model.record import EventRecord
from rashomon.writing.article.markdown import label_of
from rashomon.writing.charts.ranges import policy_name
from rashomon.writing.cite import cite_article
from rashomon.writing.maps import MapMaker, draw_overview
from rashomon.writing.page.events import event_row, event_spots, index_row, usual_country
from rashomon.writing.page.rows import article_rows, claim_groups, reference_rows, source_rows
from rashomon.writing.page.templating import make_environment
from rashomon.writing.view import CaseView, Lookups
from rashomon.writing.withholding import Withholding
from rashomon.writing.wording.passing import part_passing, passing_note
from rashomon.writing.wording.telling import Telling

if TYPE_CHECKING:
    from jinja2 import Environment

MAX_CLAIMS = 1200
"""Claims shown: about 0.8 kB each, so that the page stays under 3 MB."""
MAX_EVENTS = 40
"""Events shown in full, with chart, timeline and map: 10 to 40 kB each. The list holds more."""
MAX_LINES = 500
_FIRST_LINES = 12
_FIRST_SOURCES = 24
"""Lines and sources that stand open; the rest is one click away."""

_FILES = {
    "record.json": "events, figures and findings, for programs",
    "claims.jsonl": "every claim with its words and who said it",
    "events.csv": "one row an event, for spreadsheets",
    "set_aside.jsonl": "what was set aside, with its words",
    "article.md": "the article as Markdown",
    "article.wiki": "the article as wikitext",
    "infobox.wiki": "the infobox alone",
}


@value
class PageFrame:
    """What all parts of a page need: the policy's name, and which claims and events it shows to link to.

    ``claims_at`` and ``events_at`` begin the addresses of others, where there are pages for them.
    """

    policy: str
    anchors: frozenset[str]
    shown: frozenset[str]
    claims_at: str = ""
    events_at: str = ""


@cache
def _environment() -> Environment:
    return make_environment(_template)


def _template(name: str) -> str:
    return (files("rashomon.writing.page") / "templates" / name).read_text(encoding="utf-8")


def _policy(style: str) -> str:
    """The content security policy: our own style sheet by its hash, nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def write_page(
    view: CaseView, article: Article | None, *, names: bool, with_texts: bool, beside: Sequence[str] = ()
) -> str:
    """The whole case on one page, the principal event first; ``beside``: files that it links to."""
    lookups, withholding = Lookups(view), Withholding(view, names=names)
    first = lookups.principal_event()
    passing = {event.id for event in part_passing(view.record.events)[1] if event is not first}
    events = sorted(
        view.record.events, key=lambda e: (e is not first, e.id in passing, -len(e.principal_for))
    )
    tellings = [_telling(event, lookups, withholding) for event in events]
    maps = MapMaker(open_gazetteer())
    claims = sorted(view.claims.values(), key=lookups.claim_order)[:MAX_CLAIMS]
    frame = PageFrame(
        policy=policy_name(view.record.policy),
        anchors=frozenset(claim.id for claim in claims),
        shown=frozenset(event.id for event in events[:MAX_EVENTS]),
    )
    return render_page(
        "index.html.j2",
        {
            "title": withholding.text(first.title) if first else "No event found",
            "view": view,
            "page": frame,
            "policy_label": POLICIES[view.record.policy].label
            if view.record.policy in POLICIES
            else frame.policy,
            "index": [index_row(telling.event, telling) for telling in tellings[:MAX_LINES]],
            "overview": draw_overview(event_spots(tellings), open_gazetteer(), usual_country(events)),
            "told": min(len(events) - len(passing), MAX_LINES),
            "passing": passing_note(len(passing)),
            "first_lines": _FIRST_LINES,
            "first_sources": _FIRST_SOURCES,
            "rows": [event_row(telling.event, telling, maps) for telling in tellings[:MAX_EVENTS]],
            "more_events": max(0, len(events) - MAX_EVENTS),
            "claims": claim_groups(claims, lookups, withholding),
            "more_claims": len(view.claims) - len(claims),
            "sources": source_rows(lookups, withholding, with_texts=with_texts),
            "skipped": view.skipped,
            "files": [(name, _FILES.get(name, "")) for name in beside],
            "with_texts": with_texts,
            "names": names,
            **(
                article_parts(article, _telling(lookups.records[article.event_id], lookups, withholding))
                if article
                else _NO_ARTICLE
            ),
        },
    )


def write_article_page(view: CaseView, article: Article, *, names: bool) -> str:
    """One event's article as a page of its own, with the words behind each sentence."""
    lookups, withholding = Lookups(view), Withholding(view, names=names)
    telling = _telling(lookups.records[article.event_id], lookups, withholding)
    return render_page("article.html.j2", {"title": article.title, **article_parts(article, telling)})


def _telling(event: EventRecord, lookups: Lookups, withholding: Withholding) -> Telling:
    return Telling(event=event, lookups=lookups, withholding=withholding)


def article_parts(article: Article, telling: Telling) -> dict[str, Any]:
    """What templates need of an article: its sections, its box and its references."""
    lookups, withholding = telling.lookups, telling.withholding
    references = cite_article(article, lookups)
    box = [
        {
            "label": label_of(field.name, len(telling.event.sides)),
            "entries": [
                {"text": e.text, "note": e.note, "references": reference_rows(e, references)}
                for e in field.entries
            ],
        }
        for field in article.infobox
    ]
    cited = references.all()
    rows = source_rows(lookups, withholding, with_texts=False, only={r.report.id for r in cited})
    sources = {row["report"].id: row for row in rows}
    return {
        "article": article_rows(article, references, telling),
        "box": box,
        "references": [{"number": r.number, "source": sources[r.report.id]} for r in cited],
    }


_NO_ARTICLE: dict[str, Any] = {"article": [], "box": [], "references": []}


def render_page(template: str, context: dict[str, Any]) -> str:
    """A page of one of our templates; whatever stands in the context is escaped."""
    from markupsafe import Markup

    style = _template("page.css")
    # Our own file, never a report's words: the one text that is not escaped.
    trusted = {"style": Markup(style), "policy": _policy(style)}  # noqa: S704
    return _environment().get_template(template).render(**context, **trusted)
