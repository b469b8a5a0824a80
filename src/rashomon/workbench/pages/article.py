"""The article draft of one event: as it would read, with the words behind each sentence, and as text to copy."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from rashomon.model.article import Article
from rashomon.workbench.pages.event import find_event
from rashomon.workbench.showing import Shown
from rashomon.workbench.snapshot import Lens
from rashomon.workbench.visits import Visit
from rashomon.writing import ARTICLE_FORMS
from rashomon.writing.article import tell_article
from rashomon.writing.page import article_parts
from rashomon.writing.range_chart import policy_name
from rashomon.writing.telling import Telling
from rashomon.writing.withholding import Withholding

FORMS = {"": "as it reads", "markdown": "Markdown", "wikitext": "wikitext", "infobox": "infobox"}


def show_article(visit: Visit) -> Shown:
    """The draft under the policy of the address; private persons' names are left out unless asked for."""
    event, lens = find_event(visit), visit.lens
    names = visit.asked("names") == "1"
    telling = Telling(event=event, lookups=lens.lookups, withholding=_withholding(lens, names=names))
    article = _told(lens, telling)
    texts = {form: write(article, lens.lookups) for form, write in ARTICLE_FORMS.items()}
    return Shown(
        template="article_page.html.j2",
        data={
            "event_id": event.id,
            "title": article.title,
            "policy": lens.policy,
            "names": names,
            "sections": article.sections,
            "texts": texts,
        },
        drawn={
            "policy_words": policy_name(lens.policy),
            "as_of": visit.asked("as_of") or None,
            "form": visit.asked("as") if visit.asked("as") in ARTICLE_FORMS else "",
            "forms": [(name, label, visit.address(**{"as": name or None})) for name, label in FORMS.items()],
            "parts": article_parts(article, telling),
        },
    )


_KEPT = 8
_articles: WeakKeyDictionary[Lens, dict[tuple[str, bool], Article]] = WeakKeyDictionary()


def _told(lens: Lens, telling: Telling) -> Article:
    """The draft; the last few are kept, since its forms are looked at one after another."""
    kept = _articles.setdefault(lens, {})
    key = telling.event.id, telling.withholding.spares
    if key not in kept:
        kept[key] = tell_article(telling)
        for old in list(kept)[:-_KEPT]:
            kept.pop(old, None)
    return kept[key]


_withheld: WeakKeyDictionary[Lens, Withholding] = WeakKeyDictionary()


def _withholding(lens: Lens, *, names: bool) -> Withholding:
    """Whose names stay out; made once for a record, since all its claims are looked through."""
    if names:
        return lens.withholding
    if lens not in _withheld:
        _withheld[lens] = Withholding(lens.lookups.view, names=False)
    return _withheld[lens]
