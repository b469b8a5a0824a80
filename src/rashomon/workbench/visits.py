"""One request as pages see it: what was asked, of which snapshot, under which policy, by whom."""

from __future__ import annotations

import getpass
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlencode

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from rashomon.codebook.policies import POLICIES
from rashomon.errors import InputError
from rashomon.judging import Review, review_states
from rashomon.judging.coding import blinded
from rashomon.model.judgements import WITHOUT_EFFECT, Judgement
from rashomon.pipeline import DEFAULT_POLICY
from rashomon.store import Case, open_case
from rashomon.workbench.consequences import Consequence, Consequences
from rashomon.workbench.going import safe_back
from rashomon.workbench.guards import PERSON
from rashomon.workbench.live import LiveCase
from rashomon.workbench.routes import NAVIGATION, VIEWS
from rashomon.workbench.settings import Settings
from rashomon.workbench.snapshot import Lens, Snapshot
from rashomon.workbench.tasks import Tasks

MOST_NAME = 80


class NotFoundError(Exception):
    """There is no such page, event, report or claim; the words say which."""


def case_name(path: Path) -> str:
    """What a case is called: its folder's name, also where its file was named."""
    folder = path if path.is_dir() else path.parent
    return folder.resolve().name or str(path)


class Visit:
    """A request. The snapshot is the same for all of it, whatever changes meanwhile."""

    def __init__(self, request: Request, live: LiveCase, settings: Settings) -> None:
        self.request = request
        self.live = live
        self.settings = settings
        self.snapshot: Snapshot = live.snapshot

    @property
    def consequences(self) -> Consequences:
        """What decisions changed in the record."""
        found: Consequences = self.request.app.state.consequences
        return found

    @property
    def path(self) -> Mapping[str, str]:
        """The named parts of the path."""
        return self.request.path_params

    @property
    def tasks(self) -> Tasks:
        """What goes on beside the pages: reports being added, articles being read."""
        tasks: Tasks = self.request.app.state.tasks
        return tasks

    def asked(self, name: str, default: str = "") -> str:
        """A field of the query; the last one where it stands there more than once."""
        return self.request.query_params.get(name, default).strip()

    def asked_all(self, name: str) -> list[str]:
        """All values of a field of the query."""
        return [text for text in self.request.query_params.getlist(name) if text.strip()]

    def page_number(self) -> int:
        """Which page of a list is asked for, from 1."""
        said = self.asked("page", "1")
        return max(1, int(said)) if said.isascii() and said.isdigit() and len(said) < 7 else 1

    @cached_property
    def policy(self) -> str:
        """The policy asked for; the usual one where none is."""
        return self.asked("policy") or DEFAULT_POLICY

    @cached_property
    def lens(self) -> Lens:
        """The snapshot under the policy and the day asked for."""
        return self.snapshot.lens(self.policy, self.asked("as_of") or None)

    @property
    def person(self) -> str:
        """Who decides: the name given in this browser, else the one the workbench was started with."""
        given = unquote(self.request.state.cookies.get(PERSON, ""))[:MOST_NAME]
        return given or self.settings.author or getpass.getuser()

    @cached_property
    def pending(self) -> tuple[Judgement, ...]:
        """Decisions that are kept, and that the snapshot does not show yet."""
        if not (self.live.renewing or self.asked("done")):
            return ()
        with self.open_case() as case:
            return case.judgements(after=self.snapshot.seen)

    @cached_property
    def reviews(self) -> Mapping[str, Review]:
        """How far people looked at each claim, by its id: decisions that are pending are among them."""
        known, found = self.snapshot.surveyed.reviews, self.snapshot.found
        if any(judgement.closes for judgement in self.pending):
            # What is taken back may give an earlier decision its force again, so all are weighed together.
            return review_states((*self.snapshot.judgements, *self.pending), found)
        return {**known, **review_states(self.pending, found)} if self.pending else known

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """All decisions in their order, as this person may see them: what others still code blind says nothing."""
        return blinded((*self.snapshot.judgements, *self.pending), self.snapshot.found, self.person)

    def open_case(self) -> Case:
        """The case file, for what a snapshot does not hold: bytes, search, and decisions to be kept."""
        return open_case(self.live.path)

    def address(self, **changes: str | None) -> str:
        """This view's address with fields of the query changed, or left out where None."""
        kept = [(n, t) for n, t in self.request.query_params.multi_items() if n not in changes and t]
        query = urlencode([*kept, *((n, t) for n, t in changes.items() if t)])
        path = self.request.url.path
        return f"{path}?{query}" if query else path

    @property
    def back(self) -> str:
        """Where a form of this page leads back to: this page, or the one that a part of it was asked for from."""
        came_from = self.asked("from")
        # A list of events calls its first day "from" too.
        return safe_back(came_from) if came_from.startswith("/") else self.address(done=None)

    def frame(self) -> dict[str, Any]:
        """What stands around every page."""
        path = self.request.url.path
        query = self.request.url.query
        done = self._just_done()
        return {
            "case_name": case_name(self.live.path),
            "here": path,
            "navigation": [(there, name) for there, name in NAVIGATION if there in VIEWS],
            "address": self.address,
            "json_address": f"{path.removesuffix('/') or '/events'}.json{'?' if query else ''}{query}",
            "person": self.person,
            "csrf": self.request.state.csrf,
            "seen": self.snapshot.seen,
            "snapshot_number": self.snapshot.number,
            "renewing": self.live.renewing,
            "trouble": self.live.trouble,
            "policies": POLICIES,
            "policy": self.policy,
            "done": done,
            "has_effect": done is not None and done.kind not in WITHOUT_EFFECT,
            "consequence": self._consequence(done),
            "back": self.back,
        }

    def _just_done(self) -> Judgement | None:
        """The decision that led to this page, to be told and undone; None where there is none."""
        wanted = self.asked("done")
        known = self.snapshot.decided.get(wanted) or next(
            (judgement for judgement in self.pending if judgement.id == wanted), None
        )
        # What others code is nobody's business before their sample is open, and old news after it.
        return None if known is not None and known.kind == "code" and known.by != self.person else known

    def _consequence(self, done: Judgement | None) -> Consequence | None:
        """What the decision that led here changed; None where it is not worked in yet, or never changes anything."""
        if done is None or done.kind in WITHOUT_EFFECT or done.id not in self.snapshot.decided:
            return None
        return self.consequences.tell(done, self.snapshot, self.lens)


class Form:
    """What a form sent; its fields are words, bounded only by the request."""

    def __init__(self, data: FormData) -> None:
        self._data = data

    def __contains__(self, name: str) -> bool:
        return name in self._data

    def text(self, name: str, default: str = "") -> str:
        """A field's words without blanks around them."""
        said = self._data.get(name)
        return said.strip() if isinstance(said, str) else default

    def texts(self, name: str) -> list[str]:
        """All words of a field that may stand there more than once."""
        return [said for said in self._data.getlist(name) if isinstance(said, str) and said.strip()]

    def files(self, name: str) -> Sequence[UploadFile]:
        """The files of a field; those without a name are the browser's way of saying none."""
        return [one for one in self._data.getlist(name) if isinstance(one, UploadFile) and one.filename]

    def number(self, name: str) -> int | None:
        """A whole number from 0; None where the field is empty. Raises InputError where it is no number."""
        said = self.text(name)
        if not said:
            return None
        if not (said.isascii() and said.isdigit() and len(said) < 10):
            raise InputError(f"{name}: {said[:40]!r} is no number. Write digits only, or leave it empty.")
        return int(said)

    def fields(self) -> list[tuple[str, str]]:
        """All fields with words, in order, so that a form can be sent once more."""
        return [(name, said) for name, said in self._data.multi_items() if isinstance(said, str)]
