"""Articles that were handed in to be held against the case: the last few, in memory only, never in the case."""

from __future__ import annotations

import base64
import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass, field

from rashomon.errors import InputError
from rashomon.model.audit import ArticleForm, ReadArticle
from rashomon.model.base import value
from rashomon.model.codec import from_data
from rashomon.workbench.snapshot import Snapshot
from rashomon.workbench.workers import Task, Worker, work_here
from rashomon.writing.audit import Found, examine

KEPT = 20
"""Articles held at a time."""
AT_ONCE = 2_500
"""Claims of a case that an article is held against while the browser waits; of more it takes seconds."""
_KEPT_FOUND = 4
"""Of each article the audits under different policies and events."""


@value
class Sent:
    """An article as it was handed in; ``form`` None: told by its looks."""

    name: str
    raw: bytes
    form: ArticleForm | None = None
    published: str | None = None
    language: str | None = None


@value
class Question:
    """What an article is held against: the case under a policy, one event of it or the one that fits best."""

    policy: str
    as_of: str | None = None
    event: str | None = None
    names: bool = True


@dataclass(eq=False)
class Article:
    """An article being read, or read, and the audits made of it."""

    id: str
    name: str
    by: str
    task: Task
    read: ReadArticle | None = None
    found: OrderedDict[tuple[Question, int], Found] = field(default_factory=OrderedDict)
    under_way: dict[tuple[Question, int], Task] = field(default_factory=dict)
    making: threading.Lock = field(default_factory=threading.Lock)

    def audit(self, question: Question, snapshot: Snapshot) -> Found | None:
        """The audit, made once for a question and a snapshot; None while it is made, of a large case.

        Raises InputError where there is no such event, or where it could not be made.
        """
        if question.event is not None and question.event not in snapshot.linked_events:
            raise InputError(
                f"there is no event {question.event[:60]!r} now; leave it empty for the one that fits."
            )
        key = (question, snapshot.number)
        with self.making:
            if key in self.found:
                return self.found[key]
            if len(snapshot.claims) <= AT_ONCE:
                self._make(question, snapshot)
                return self.found[key]
            task = self.under_way.get(key)
            if task is None:
                self.under_way = {key: work_here(lambda: self._make_aside(question, snapshot))}
            elif task.state == "failed":
                raise InputError(task.trouble)
        return None

    def forget_all_but(self, number: int) -> None:
        """Let go of what was found in earlier snapshots."""
        with self.making:
            for old in [one for one in self.found if one[1] != number]:
                del self.found[old]

    def _make_aside(self, question: Question, snapshot: Snapshot) -> dict[str, object]:
        self._make(question, snapshot)
        return {}

    def _make(self, question: Question, snapshot: Snapshot) -> None:
        assert self.read is not None  # noqa: S101  asked only of what was read
        view = snapshot.lens(question.policy, question.as_of).view
        found = examine(self.read, view, event_id=question.event, names=question.names)
        self.found[question, snapshot.number] = found
        while len(self.found) > _KEPT_FOUND:
            self.found.popitem(last=False)


class Audits:
    """The articles of one workbench, the latest last."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._held: OrderedDict[str, Article] = OrderedDict()
        self._lock = threading.Lock()

    def ask(self, sent: Sent, by: str) -> Article:
        """Have an article read; it is there at once, what it says a little later."""
        asked = {
            "do": "article",
            "name": sent.name,
            "bytes": base64.b64encode(sent.raw).decode("ascii"),
            "form": sent.form,
            "published": sent.published,
            "language": sent.language,
        }
        task = Task(asked=asked)
        article = Article(id=secrets.token_hex(8), name=sent.name, by=by, task=task)

        def keep(result: dict[str, object]) -> None:
            article.read = from_data(ReadArticle, result.pop("article"))

        task.after = keep
        with self._lock:
            self._held[article.id] = article
            while len(self._held) > KEPT:
                self._held.popitem(last=False)
        self._worker.ask(task)
        return article

    def find(self, article_id: str) -> Article | None:
        """The article of this id; None where there is none, or where newer ones took its place."""
        return self._held.get(article_id)

    def audit(self, article: Article, question: Question, snapshot: Snapshot) -> Found | None:
        """As `Article.audit`; audits of earlier snapshots, each of which holds a whole case, are let go."""
        for one in self.latest:
            one.forget_all_but(snapshot.number)
        return article.audit(question, snapshot)

    @property
    def latest(self) -> tuple[Article, ...]:
        """The articles held, the latest first."""
        return tuple(reversed(self._held.values()))
