from __future__ import annotations

import time
from typing import Any

import pytest

from rashomon.model.audit import Judged, Statement
from rashomon.workbench.marking import mark_statements

ARTICLE = (
    "The battle of Akabar was fought on 1 April 2018. French and Malian troops fought fighters of the ISGS. "
    "Four ISGS fighters were killed in the battle, the French military said. <script>alert(1)</script>\n"
)


def hand_in(bench: Any, **fields: Any) -> Any:
    files = fields.pop("files", None)
    return bench.post("/audit", data={"csrf": bench.csrf(), **fields}, files=files)


def wait_for(bench: Any, path: str) -> dict[str, Any]:
    for _ in range(600):
        told = dict(bench.get(f"{path}.json").json())
        if "statements" in told or told.get("trouble"):
            return told
        time.sleep(0.1)
    raise AssertionError(told)


@pytest.mark.slow
def test_an_article_is_held_against_the_case(bench: Any) -> None:
    answer = hand_in(bench, text=ARTICLE, published="2018-05-01")
    path = answer.url.path
    told = wait_for(bench, path)
    verdicts = {one["text"]: one["verdict"] for one in told["statements"]}
    assert "contradicted" in verdicts.values()
    assert bench.get(f"/events/{told['event_id']}").status_code == 200
    page = bench.get(path).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    for one in told["statements"]:
        assert f'id="at-{one["id"]}"' in page
        for claim in (*one["evidence"], *one["against"]):
            assert f'href="/claims/{claim["claim_id"]}"' in page
    assert bench.get(f"{path}/as/json").json()["statements"] == told["statements"]
    for form, ending in (("html", "html"), ("wikitext", "wiki")):
        file = bench.get(f"{path}/as/{form}")
        assert file.headers["content-disposition"].endswith(f'.{ending}"')
        assert "Akabar" in file.text
    assert bench.get(f"{path}/as/pdf").status_code == 404
    assert path in bench.get("/audit").text
    other = hand_in(bench, files={"article": ("../x.wiki", b"'''", "text/plain")})
    assert wait_for(bench, other.url.path)["trouble"]
    assert "could not be read" in bench.get(other.url.path).text


@pytest.mark.slow
def test_a_large_case_is_searched_beside_the_pages(bench: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.workbench.audits.AT_ONCE", 0)
    path = hand_in(bench, text=ARTICLE).url.path
    told = wait_for(bench, path)
    assert told["event_id"]
    assert bench.get(f"{path}?event=e_none").status_code == 422
    for _ in range(100):
        file = bench.get(f"{path}/as/json")
        if file.headers["content-type"] == "application/json":
            break
        assert file.headers["refresh"]
        time.sleep(0.1)
    assert file.json()["event_id"] == told["event_id"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [({}, "no article was given"), ({"text": "A text.", "published": "soon"}, "is not a date")],
)
def test_a_slip_in_the_form_loses_nothing(bench: Any, fields: dict[str, str], words: str) -> None:
    answer = hand_in(bench, **fields)
    assert answer.status_code == 422
    assert words in answer.text
    assert fields.get("text", "") in answer.text


def test_an_article_that_is_held_no_more_says_so(bench: Any) -> None:
    assert bench.get("/audit/0123456789abcdef").status_code == 404
    assert bench.get("/audit.json").json() == {"articles": []}


def test_marks_never_cross_and_lose_no_letter() -> None:
    text = "Ten men were killed and five wounded on Friday."

    def judged(number: int, start: int, end: int) -> Judged:
        said = Statement(
            id=f"s{number}", where="lead", text=text[start:end], start=start, end=end, facet="x", claim=None
        )
        return Judged(statement=said, verdict="supported", note="")

    both = [judged(1, 0, 37), judged(2, 24, 47)]
    marked = mark_statements(text, (0, len(text)), both, {"s1": 1, "s2": 2})
    assert "".join(run.text for run in marked.runs) == text
    assert [run.begins for run in marked.runs if run.begins] == [((1, "s1"),), ((2, "s2"),)]
    part = mark_statements(text, (10, 30), both, {"s1": 1, "s2": 2})
    assert "".join(run.text for run in part.runs) == text[10:30]
    assert (part.before, part.after) == (10, len(text) - 30)
