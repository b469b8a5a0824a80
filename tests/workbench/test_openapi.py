"""The JSON addresses of the workbench keep what their description promises, whatever is asked of them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from tests.workbench.conftest import OPENED_AT, Bench, opened

from rashomon.workbench.openapi import describe
from rashomon.workbench.routes import VIEWS

_CHECKS = (
    schemathesis.checks.not_a_server_error,
    schemathesis.checks.status_code_conformance,
    schemathesis.checks.content_type_conformance,
    schemathesis.checks.response_schema_conformance,
)
"""Not that what is no policy is refused: a view passes over fields that it has no use for."""
SCHEMA = schemathesis.openapi.from_dict(describe())


@pytest.fixture(scope="module")
def looked_at(hostile_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    case = Path(shutil.copytree(hostile_case, tmp_path_factory.mktemp("described") / "case"))
    with opened(case) as bench:
        yield bench


def keeps_its_promise(bench: Bench, case: Any) -> None:
    asked = case.as_transport_kwargs(base_url=OPENED_AT)
    known = ("method", "url", "params", "headers")
    answer = bench.request(**{name: said for name, said in asked.items() if name in known})
    case.validate_response(schemathesis.Response.from_any(answer), checks=list(_CHECKS))
    assert answer.headers["x-content-type-options"] == "nosniff"


# Beside these the schema's own edge cases are asked of each address, about a hundred of them.
@pytest.mark.slow
@SCHEMA.parametrize()
@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_every_json_address_keeps_its_promise(case: Any, looked_at: Bench) -> None:
    keeps_its_promise(looked_at, case)


def test_every_view_is_described(looked_at: Bench) -> None:
    answer = looked_at.get("/openapi.json")
    assert answer.headers["content-type"] == "application/json"
    described = set(answer.json()["paths"])
    assert described == {re.sub(r":path", "", f"{view}.json") for view in VIEWS}
