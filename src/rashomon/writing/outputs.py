"""All files of a case, by name: what `rashomon run` writes beside case.db."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.errors import SettingError
from rashomon.model.article import Article
from rashomon.writing.article.markdown import write_markdown
from rashomon.writing.article.plan import write_article
from rashomon.writing.article.wikitext import write_infobox, write_wikitext
from rashomon.writing.data.files import render_claims, render_events, render_record, render_set_aside
from rashomon.writing.page.rendering import write_article_page, write_page
from rashomon.writing.view import CaseView, Lookups

ARTICLE_FORMS: dict[str, Callable[[Article, Lookups], str]] = {
    "markdown": write_markdown,
    "wikitext": write_wikitext,
    "infobox": write_infobox,
}
"""Form → function; ``html`` stands apart, because it also shows the evidence."""

_NO_EVENT = "No event was found in the reports of this case.\n"


def render_outputs(view: CaseView, *, names: bool = False, with_texts: bool = False) -> dict[str, str]:
    """File name → content of everything made of a case.

    Private persons' names are left out unless ``names``; reports' whole texts, and what was set aside of
    them, stay out of the page unless ``with_texts``.
    """
    files = {
        "claims.jsonl": render_claims(view, names=names),
        "record.json": render_record(view, names=names),
        "set_aside.jsonl": render_set_aside(view),
        "events.csv": render_events(view, names=names),
    }
    lookups = Lookups(view)
    event = lookups.principal_event()
    article = write_article(view, event.id, names=names) if event else None
    files["article.md"] = write_markdown(article, lookups) if article else _NO_EVENT
    files["article.wiki"] = write_wikitext(article, lookups) if article else _NO_EVENT
    files["infobox.wiki"] = write_infobox(article, lookups) if article else _NO_EVENT
    files["index.html"] = write_page(view, article, names=names, with_texts=with_texts, beside=tuple(files))
    return files


def render_article(view: CaseView, event_id: str, form: str, *, names: bool = False) -> str:
    """The article of any event as markdown, wikitext, infobox or html."""
    article = write_article(view, event_id, names=names)
    if form == "html":
        return write_article_page(view, article, names=names)
    if form not in ARTICLE_FORMS:
        raise SettingError(
            f"there is no article form {form!r}. Forms: {', '.join([*ARTICLE_FORMS, 'html'])}."
        )
    return ARTICLE_FORMS[form](article, Lookups(view))
