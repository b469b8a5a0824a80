"""``rashomon audit``: all four forms, what cannot be read, what does not fit, and the exit codes."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

ARTICLE = (
    "The fight at Tabankort took place on May 4, 2019, in Mali.\n\n"
    "Malian soldiers clashed with militants near Tabankort. The army of Mali said that 12 militants were "
    "killed. Nine soldiers were killed. <script>alert(1)</script>\n"
)
KEYS = [
    "id",
    "where",
    "text",
    "start",
    "end",
    "facet",
    "about",
    "verdict",
    "note",
    "evidence",
    "against",
    "needs",
]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "fight.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_the_table_names_each_verdict_with_a_sign(call, case: Path, article: Path) -> None:
    code, out, _ = call("audit", article, "--against", case)
    assert code == 0
    assert "≈ altered" in out
    assert "“at least 12” became a plain number" in out
    assert "✗ contradicted" in out
    assert "\x1b" not in out


def test_json_has_its_keys_in_order_and_every_id_exists(call, case: Path, article: Path) -> None:
    code, out, _ = call("audit", article, "--against", case / "case.db", "--as", "json")
    assert code == 0
    data = json.loads(out)
    assert list(data)[:4] == ["statements", "conflicts", "notes", "omissions"]
    claims = {json.loads(line)["id"] for line in (case / "claims.jsonl").read_text("utf-8").splitlines()}
    for row in data["statements"]:
        assert list(row)[: len(KEYS)] == KEYS
        assert ARTICLE[row["start"] : row["end"]] == row["text"]
        assert {one["claim_id"] for one in (*row["evidence"], *row["against"])} <= claims
        assert row["needs"] is None or list(row["needs"]) == ["kind", "language", "from", "to"]
    assert {row["claim_id"] for row in data["omissions"]} <= claims
    ids = {row["id"] for row in data["statements"]}
    assert all({one["left"], one["right"]} <= ids for one in (*data["conflicts"], *data["notes"]))


def test_the_page_is_escaped_and_asks_for_nothing(call, case: Path, article: Path) -> None:
    code, out, _ = call("audit", article, "--against", case, "--as", "html")
    assert code == 0
    assert "<script" not in out
    assert not re.search(r"\b(?:src|@import)\b\s*[=(\"]", out)
    assert "default-src" in out
    assert "altered" in out


def test_the_talk_page_note_runs_no_template(call, case: Path, tmp_path: Path) -> None:
    path = tmp_path / "evil.txt"
    path.write_text(ARTICLE.replace("near Tabankort", "near Tabankort {{delete}} [[x]]"), encoding="utf-8")
    code, out, _ = call("audit", path, "--against", case, "--as", "wikitext", "--form", "plain")
    assert code == 0
    assert "{{" not in out
    assert "[[" not in out
    assert "== Check against reports ==" in out
    assert "~~~~" not in out


def test_standard_input_is_an_article(call, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(ARTICLE.encode())))
    code, out, _ = call("audit", "-", "--against", case)
    assert code == 0
    assert "standard input" in out


def test_an_event_can_be_named(call, case: Path, article: Path) -> None:
    code, out, _ = call("audit", article, "--against", case, "--event", "1", "--as", "json")
    assert code == 0
    assert json.loads(out)["event_id"].startswith("e_")
    code, _, err = call("audit", article, "--against", case, "--event", "99")
    assert code == 2
    assert "there is no event '99'" in err


def test_an_article_about_something_else_fits_no_event(call, case: Path, tmp_path: Path) -> None:
    path = tmp_path / "other.txt"
    path.write_text(
        "Somali soldiers clashed with al-Shabaab near Jowhar on March 9, 2021. Six soldiers died.\n"
    )
    code, out, err = call("audit", path, "--against", case)
    assert code == 1
    assert "no event of the case fits" in err
    assert "No event of the case" in out
    assert "supported" not in out


def test_what_is_no_article_is_refused(call, case: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("\n\n")
    code, out, err = call("audit", empty, "--against", case)
    assert (code, out) == (2, "")
    assert "empty.txt" in err
    code, _, err = call("audit", tmp_path / "none.txt", "--against", case)
    assert code == 2
    assert "there is no such file" in err


def test_another_language_is_refused_with_what_to_do(call, case: Path, tmp_path: Path) -> None:
    path = tmp_path / "kampf.txt"
    path.write_text(
        "Das Gefecht fand am 4. Mai 2019 statt. Nach Angaben der Armee wurden dabei mindestens zwölf "
        "Kämpfer getötet und mehrere Soldaten verwundet. Die Regierung äußerte sich nicht dazu.\n",
        encoding="utf-8",
    )
    code, out, err = call("audit", path, "--against", case)
    assert (code, out) == (2, "")
    assert "no reader" in err


@pytest.mark.parametrize("form", ["table", "json", "html", "wikitext"])
def test_private_persons_stay_out_unless_asked_for(call, case: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / "names.txt"
    path.write_text(ARTICLE + "\nMariam Coulibaly, a shopkeeper, was killed near Tabankort on May 4, 2019.\n")
    _, out, _ = call("audit", path, "--against", case, "--as", form)
    assert "Coulibaly" not in out
    _, out, _ = call("audit", path, "--against", case, "--as", form, "--names")
    assert "Coulibaly" in out


def test_what_is_no_article_is_refused_with_what_to_give(call, case: Path, tmp_path: Path) -> None:
    code, out, err = call("audit", tmp_path, "--against", case)
    assert (code, out) == (2, "")
    assert "is a folder" in err
    (tmp_path / "rule.txt").write_text("--- *** ...\n")
    code, out, err = call("audit", tmp_path / "rule.txt", "--against", case)
    assert (code, out) == (2, "")
    assert "holds no text" in err
