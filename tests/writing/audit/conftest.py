"""A case made of invented reports, and articles built by hand of statements."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from types import ModuleType

import pytest

from rashomon.model.audit import ArticlePart, ArticleText, Audit, Judged, Owner, ReadArticle, Statement
from rashomon.model.claims import ActorRef, Attribution, Claim, Count, Moment, Party, PlaceRef, Value
from rashomon.model.report import Passage, Report
from rashomon.pipeline import add_reports, build, read_missing
from rashomon.sources import load
from rashomon.store import open_case
from rashomon.writing import CaseView
from rashomon.writing.audit import audit_article

GAZETTE = (
    "Malian soldiers clashed with about 60 fighters of JNIM near the village of Tabankort on 4 May 2019. At least 30 "
    "militants were killed, an army spokesman said. "
    "Two soldiers were wounded in the clash."
)
HERALD = (
    "Two separate clashes broke out near Tabankort on 4 May 2019, GATIA said in a statement on 5 May. Across "
    "the two clashes, at least 20 JNIM militants were killed, GATIA said."
)
SIDECARS = {
    "gazette": {"published": "2019-05-06", "outlet": "The Tabankort Gazette"},
    "herald": {"published": "2019-05-06", "outlet": "The Northern Herald"},
}

MALI = ActorRef(words="Malian soldiers", actor_id="forces:MLI", name="Malian Armed Forces")
JNIM = ActorRef(words="JNIM", actor_id="jnim", name="JNIM")
GATIA = ActorRef(words="GATIA", actor_id="gatia", name="GATIA")
FRANCE = ActorRef(words="France", actor_id="state:FRA", name="France")
NIGER = ActorRef(words="the Nigerien army", actor_id="forces:NER", name="Niger Armed Forces")
SOLDIERS = Party(words="soldiers", actors=(MALI,), status="combatant", categories=("soldiers",))
MILITANTS = Party(words="militants", actors=(JNIM,), status="combatant", categories=("militants",))
ARMY_SAYS = Attribution(
    source="the Malian army", source_kind="organisation", actor_id="forces:MLI", cue="said"
)
GATIA_SAYS = Attribution(source="GATIA", source_kind="organisation", actor_id="gatia", cue="said")

MakeCase = Callable[[dict[str, str]], CaseView]


@pytest.fixture(scope="session")
def make_case(tmp_path_factory: pytest.TempPathFactory) -> MakeCase:
    """Reads reports, given by name, into a case of their own."""

    def make(texts: dict[str, str]) -> CaseView:
        folder = tmp_path_factory.mktemp("audit")
        inputs = folder / "reports"
        inputs.mkdir()
        for name, text in texts.items():
            (inputs / f"{name}.txt").write_text(text, encoding="utf-8")
            said = SIDECARS.get(name, {"published": "2019-05-06", "outlet": f"The {name.title()}"})
            (inputs / f"{name}.meta.json").write_text(json.dumps(said), encoding="utf-8")
        with open_case(folder / "case", create=True) as case:
            add_reports(case, load([str(inputs)]), given="reports")
            read_missing(case)
            return build(case)

    return make


@pytest.fixture(scope="session")
def clash(make_case: MakeCase) -> CaseView:
    """Two reports of one day at Tabankort: one clash by the one, two by the other."""
    return make_case({"gazette": GAZETTE, "herald": HERALD})


class Writer:
    """Writes an article statement by statement; the text is what the statements say, one a line."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.statements: list[Statement] = []
        self.parts: list[ArticlePart] = []

    def say(
        self,
        where: str,
        text: str,
        facet: str,
        value: Value | None,
        *links: Attribution,
        **more: object,
    ) -> Statement:
        """A statement with its claim; ``sentence``: the words around it, which hold it."""
        sentence = str(more.pop("sentence", text))
        owner, speech = more.pop("owner", None), more.pop("speech", None)
        start = sum(len(line) + 1 for line in self.lines) + sentence.index(text)
        self.lines.append(sentence)
        end = start + len(text)
        claim = None
        if value is not None:
            outlet = Attribution(source="An encyclopedia", source_kind="outlet")
            claim = Claim(
                id=f"a{len(self.statements)}",
                report_id="article",
                passages=(Passage(report_id="article", start=start, end=end, words=text),),
                facet=facet,
                value=value,
                attribution=(*links, outlet),
                **more,  # type: ignore[arg-type]
            )
        kind = "field" if where.startswith("infobox") else "prose"
        first = start - sentence.index(text)
        self.parts.append(ArticlePart(where=where, kind=kind, start=first, end=first + len(sentence)))  # type: ignore[arg-type]
        statement = Statement(
            id=f"s{len(self.statements)}",
            where=where,
            text=text,
            start=start,
            end=end,
            facet=facet,
            claim=claim,
            owner=owner if isinstance(owner, Owner) else None,
            speech=speech if isinstance(speech, Attribution) else None,
        )
        self.statements.append(statement)
        return statement

    def read(self) -> ReadArticle:
        """The article with all that was said."""
        report = Report(
            id="article",
            source_ref="article.txt",
            locator="article.txt",
            text="".join(f"{line}\n" for line in self.lines),
            sha256="0" * 64,
            kind="reference",
            language="en",
        )
        article = ArticleText(report=report, form="plain", parts=tuple(self.parts))
        return ReadArticle(article=article, statements=tuple(self.statements))

    def audit(self, view: CaseView, **more: object) -> Audit:
        """The article held against a case."""
        return audit_article(self.read(), view, **more)  # type: ignore[arg-type]


def head(writer: Writer) -> None:
    """What makes an article one about the clash at Tabankort: its day, its place, its sides."""
    writer.say("infobox.date", "4 May 2019", "date", day("2019-05-04", "4 May 2019"))
    place = PlaceRef(words="Tabankort", relation="in", place_id=None)
    writer.say("infobox.place", "Tabankort", "place", place)
    writer.say("infobox.combatant1", "Mali", "participant", MALI, about=SOLDIERS)
    writer.say("infobox.combatant2", "JNIM", "participant", JNIM, about=MILITANTS)


def day(start: str, words: str) -> Moment:
    """A day as written."""
    return Moment(start=start, end=start, grain="day", as_written=words)


def count(low: int | None, high: int | None, words: str, **more: object) -> Count:
    """A number as written."""
    return Count(low=low, high=high, as_written=words, **more)  # type: ignore[arg-type]


def of(audit: Audit, statement: Statement) -> Judged:
    """What was judged of one statement."""
    return next(one for one in audit.judged if one.statement.id == statement.id)


def kinds(pairs: Iterable[object]) -> list[str]:
    """The kinds of pairs, in order."""
    return [str(getattr(pair, "kind", "")) for pair in pairs]


@pytest.fixture
def writer() -> Writer:
    """An article about the clash at Tabankort, begun with its box."""
    begun = Writer()
    head(begun)
    return begun


@pytest.fixture(scope="session")
def kit() -> ModuleType:
    """This module: tests are imported one by one, without a common package."""
    return sys.modules[__name__]
