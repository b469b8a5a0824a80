"""An article held against the case: handed in, and then its text with a verdict beside each statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args
from urllib.parse import urlencode

from starlette.responses import PlainTextResponse, Response

from rashomon.errors import InputError
from rashomon.model.audit import ArticleForm, Judged, Pair
from rashomon.pipeline import check_as_of
from rashomon.sources.metadata import read_fields
from rashomon.workbench.audits import Article, Question, Sent
from rashomon.workbench.lists import Paged, paged
from rashomon.workbench.marking import Marked, mark_statements
from rashomon.workbench.names_of_files import plain_name
from rashomon.workbench.showing import Shown
from rashomon.workbench.visits import Form, NotFoundError, Visit
from rashomon.writing.audit import AUDIT_FORMS, Found, render_audit
from rashomon.writing.audit.forms.rows import (
    PAIR_KINDS,
    VERDICTS,
    against_words,
    audit_data,
    needs_words,
    tally,
)
from rashomon.writing.view import outlet_name

MOST_BYTES = 5_000_000
"""An article of more is none: the longest of encyclopedias are less than a tenth of it."""
PAGE = 120
"""Statements on a page, with the text they stand in."""
MOST_TEXT = 60_000
"""Characters of the article's text on a page."""
_MOST_EVENTS = 200
_ENDINGS = {
    "json": ("json", "application/json"),
    "html": ("html", "text/html"),
    "wikitext": ("wiki", "text/plain"),
}


def show_audit_form(visit: Visit) -> Shown:
    """The form, and the articles handed in lately."""
    return _form_page(visit)


def _form_page(visit: Visit, typed: Form | None = None, trouble: str = "") -> Shown:
    names = ("text", "form", "published", "language", "event")
    return Shown(
        template="audit_form.html.j2",
        data={"articles": [_line(article) for article in visit.tasks.audits.latest]},
        drawn={
            "forms": get_args(ArticleForm),
            "events": _events(visit),
            "typed": {name: typed.text(name) if typed else visit.asked(name) for name in names},
            "trouble_here": trouble,
            "most_bytes": MOST_BYTES,
        },
        status=422 if trouble else 200,
    )


def _line(article: Article) -> dict[str, Any]:
    return {"id": article.id, "name": article.name, "by": article.by, "state": article.task.state}


def _events(visit: Visit) -> list[tuple[str, str]]:
    """The events to choose from; none of a case that has too many of them for a list."""
    events = visit.lens.events
    return [(event.id, event.title) for event in events] if len(events) <= _MOST_EVENTS else []


def hand_in(visit: Visit, form: Form) -> str | Shown:
    """Have the article read; its page waits for it."""
    try:
        sent = _sent(form)
    except InputError as error:
        return _form_page(visit, form, str(error))
    article = visit.tasks.audits.ask(sent, visit.person)
    event = form.text("event")
    return f"/audit/{article.id}" + (f"?{urlencode({'event': event})}" if event else "")


def _sent(form: Form) -> Sent:
    said = {name: text for name in ("published", "language") if (text := form.text(name))}
    given, faults = read_fields(said)
    if faults:
        raise InputError("; ".join(fault.replace('"', "") for fault in faults))
    files = form.files("article")
    if files and form.text("text"):
        raise InputError("a file and a text were given; one article is checked at a time.")
    if files:
        name, raw = plain_name(files[0].filename or "", 1), files[0].file.read(MOST_BYTES + 1)
    else:
        name, raw = "pasted article", form.text("text").encode("utf-8", "replace")
    if not raw.strip():
        raise InputError("no article was given. Paste its text, or choose a file.")
    if len(raw) > MOST_BYTES:
        raise InputError(f"the article is longer than {MOST_BYTES // 1_000_000} MB, so it is none.")
    return Sent(
        name=name,
        raw=raw,
        form=next((one for one in get_args(ArticleForm) if one == form.text("form")), None),
        published=given.published,
        language=given.language,
    )


def find_article(visit: Visit) -> Article:
    """The article of the address."""
    found = visit.tasks.audits.find(visit.path["audit_id"])
    if found is None:
        raise NotFoundError(
            "This article is no longer held: only the latest are, and none after the workbench was stopped. "
            "Hand it in again."
        )
    return found


def show_audit(visit: Visit) -> Shown:
    """The article's text with its statements marked, and the verdict on each beside it."""
    article = find_article(visit)
    if article.read is None:
        return _waiting(article, article.task.trouble if article.task.state == "failed" else "")
    found = visit.tasks.audits.audit(article, _question(visit), visit.snapshot)
    if found is None:
        return _waiting(article)
    page = paged(visit, found.audit.judged, PAGE)
    return Shown(
        template="audit_page.html.j2",
        data=audit_data(found) | {"article_id": article.id, "page": page.page, "pages": page.pages},
        drawn=_drawn(visit, article, found, page),
    )


def _waiting(article: Article, trouble: str = "") -> Shown:
    return Shown(
        template="audit_waiting.html.j2",
        data={"article": _line(article), "trouble": trouble},
        drawn={"is_over": bool(trouble), "trouble_here": trouble, "is_read": article.read is not None},
    )


def _question(visit: Visit, *, names: bool = True) -> Question:
    check_as_of(visit.asked("as_of") or None)
    return Question(
        policy=visit.policy,
        as_of=visit.asked("as_of") or None,
        event=visit.asked("event") or None,
        names=names,
    )


def _drawn(visit: Visit, article: Article, found: Found, page: Paged[Judged]) -> dict[str, Any]:
    audit = found.audit
    numbers = {one.statement.id: number for number, one in enumerate(audit.judged, start=1)}
    marked = _marked(found, page, numbers)
    record = visit.lens.event(audit.event_id or "")
    return {
        "name": article.name,
        "against_words": against_words(found),
        "record": record,
        "tally": [
            {"code": code, "sign": VERDICTS[code][0], "name": VERDICTS[code][1], "count": count}
            for code, count in tally(audit)
        ],
        "total": len(audit.judged),
        "paged": page,
        "marked": marked,
        "rows": [_row(one, numbers, found, visit) for one in page.rows],
        "conflict_rows": [_pair(one, numbers, found) for one in audit.conflicts],
        "note_rows": [_pair(one, numbers, found) for one in audit.notes],
        "left_out": [
            {"claim": _claim(one.claim_id, visit), "note": one.note.removeprefix("Left out: ")}
            for one in audit.omissions
        ],
        "events": _events(visit),
        "event": visit.asked("event"),
        "forms": [(form, f"/audit/{article.id}/as/{form}?{urlencode(_kept(visit))}") for form in AUDIT_FORMS],
    }


def _kept(visit: Visit) -> dict[str, str]:
    return {name: said for name in ("policy", "as_of", "event") if (said := visit.asked(name))}


def _marked(found: Found, page: Paged[Judged], numbers: dict[str, int]) -> Marked:
    """The text that the statements of this page stand in."""
    text = found.audit.article.report.text
    before = found.audit.judged[page.first - 2].statement.end if page.first > 1 else 0
    is_last = page.last >= page.total
    end = len(text) if is_last else max(one.statement.end for one in page.rows)
    return mark_statements(text, (before, min(end, before + MOST_TEXT)), page.rows, numbers)


def _row(judged: Judged, numbers: dict[str, int], found: Found, visit: Visit) -> dict[str, Any]:
    sign, name = VERDICTS[judged.verdict]
    return {
        "id": judged.statement.id,
        "number": numbers[judged.statement.id],
        "where": judged.statement.where,
        "words": found.words(judged.statement),
        "code": judged.verdict,
        "sign": sign,
        "name": name,
        "note": judged.note,
        "needs": needs_words(judged.needs),
        "evidence": _claims(judged.evidence, visit),
        "against": _claims(judged.against, visit),
    }


def _claims(ids: Sequence[str], visit: Visit) -> list[dict[str, Any]]:
    found = (_claim(claim_id, visit) for claim_id in ids)
    return [one for one in found if one is not None]


def _claim(claim_id: str, visit: Visit) -> dict[str, Any] | None:
    claim = visit.snapshot.claims.get(claim_id)
    if claim is None or not claim.passages:
        return None
    report = visit.snapshot.reports[claim.report_id]
    return {"id": claim.id, "words": claim.passages[0].words, "outlet": outlet_name(report)}


def _pair(pair: Pair, numbers: dict[str, int], found: Found) -> dict[str, Any]:
    sides = [found.statement(one) for one in dict.fromkeys((pair.left, pair.right))]
    return {
        "kind": PAIR_KINDS.get(pair.kind, pair.kind),
        "note": pair.note,
        "sides": [
            {
                "number": numbers[s.id],
                "page": (numbers[s.id] - 1) // PAGE + 1,
                "id": s.id,
                "where": s.where,
                "words": found.words(s),
            }
            for s in sides
        ],
    }


def _come_back() -> Response:
    """Said while a file is made: browsers ask again by themselves."""
    words = "The article is being held against the case; this page asks again in a moment.\n"
    return PlainTextResponse(words, headers={"Refresh": "2"})


def give_audit(visit: Visit) -> Response:
    """The audit as a file: for a program, as a page, or as a note for a talk page; private names left out."""
    article = find_article(visit)
    form = visit.path["form"]
    if form not in AUDIT_FORMS or article.read is None:
        raise NotFoundError("There is no such form of this audit yet.")
    question = _question(visit, names=visit.asked("names") == "yes")
    found = visit.tasks.audits.audit(article, question, visit.snapshot)
    if found is None:
        return _come_back()
    ending, media = _ENDINGS[form]
    return Response(
        render_audit(found, form),
        media_type=media,
        headers={"Content-Disposition": f'attachment; filename="audit-{article.id}.{ending}"'},
    )
