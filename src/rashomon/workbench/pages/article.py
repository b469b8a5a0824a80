"""The article draft of one event: as it would read, with the words behind each sentence, and as text to copy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from weakref import WeakKeyDictionary

from rashomon.model.article import Article
from rashomon.model.base import value
from rashomon.workbench.pages.event import find_event
from rashomon.workbench.showing import Shown
from rashomon.workbench.snapshot import Lens
from rashomon.workbench.visits import Visit
from rashomon.writing import ARTICLE_FORMS
from rashomon.writing.article.plan import tell_article
from rashomon.writing.charts.ranges import policy_name
from rashomon.writing.page.rendering import article_parts
from rashomon.writing.wording.telling import Telling

FORMS = {"": "as it reads", "markdown": "Markdown", "wikitext": "wikitext", "infobox": "infobox"}


def show_article(visit: Visit) -> Shown:
    """The draft under the policy of the address; private persons' names are left out unless asked for."""
    lens = visit.snapshot.lens(visit.policy)
    event = find_event(visit, lens=lens)
    names = visit.asked("names") == "1"
    telling = Telling(
        event=event, lookups=lens.lookups, withholding=lens.withholding if names else lens.sparing
    )
    draft = _drafted(lens, telling)
    article = draft.article
    return Shown(
        template="article_page.html.j2",
        data={
            "event_id": event.id,
            "title": article.title,
            "policy": lens.policy,
            "names": names,
            "sections": article.sections,
            "texts": draft.texts,
        },
        drawn={
            "policy_words": policy_name(lens.policy),
            "form": visit.asked("as") if visit.asked("as") in ARTICLE_FORMS else "",
            "forms": [(name, label, visit.address(**{"as": name or None})) for name, label in FORMS.items()],
            "parts": draft.parts,
        },
    )


@value
class Draft:
    """An article, its text in each form, and what the page needs of it."""

    article: Article
    texts: Mapping[str, str]
    parts: Mapping[str, Any]


_KEPT = 8
_drafts: WeakKeyDictionary[Lens, dict[tuple[str, bool], Draft]] = WeakKeyDictionary()


def _drafted(lens: Lens, telling: Telling) -> Draft:
    """The draft; the last few are kept, since its forms are looked at one after another."""
    kept = _drafts.setdefault(lens, {})
    key = telling.event.id, telling.withholding.spares
    if key not in kept:
        article = tell_article(telling)
        kept[key] = Draft(
            article=article,
            texts={form: write(article, lens.lookups) for form, write in ARTICLE_FORMS.items()},
            parts=article_parts(article, telling),
        )
        for old in list(kept)[:-_KEPT]:
            kept.pop(old, None)
    return kept[key]
