"""Hostile inputs as files and as a case, and a way to call the command line on them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner, Result
from tests.hostile.corpus import QUICK
from tests.hostile.inputs import DAY, STORY, Hostile, as_json
from tests.hostile.payloads import payloads

from rashomon.cli import main


def lay(inputs: Iterable[Hostile], root: Path) -> Path:
    """The inputs as files, each in a folder of its own."""
    for one in inputs:
        folder = root / one.name
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in one.files.items():
            with open(os.path.join(folder, name), "wb") as file:  # noqa: PTH118, PTH123 - names no Path would keep
                file.write(content)
    return root


def call(*arguments: object, stdin: bytes = b"") -> Result:
    """One call of the command line, in this process; what it raises that is no exit fails the test."""
    done = CliRunner().invoke(main, [os.fsdecode(str(one)) for one in arguments], input=stdin)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        from rashomon.errors import InputError

        if not isinstance(done.exception, InputError):
            raise done.exception
    return done


def make_inputs(place: Path) -> Path:
    """A case's worth of quick inputs on the disk: each payload in one of its forms, some odd names, a good report."""
    root = place / "reports"
    lay([one for one in QUICK if one.name.startswith("name")][::4], root)
    lay([one for one in QUICK if one.name in _BESIDE], root)
    for number, one in enumerate(payloads()):
        kept = (".txt", ".meta.json"), (".html",), (".jsonl", ".html")
        chosen = {name: raw for name, raw in one.files.items() if name.endswith(kept[number % 3])}
        lay([replace(one, make=lambda files=chosen: files)], root)  # type: ignore[misc]
    (root / "good.txt").write_text(STORY)
    (root / "good.meta.json").write_bytes(as_json({"published": DAY, "outlet": "The Tabankort Letter"}))
    return root


_BESIDE = (
    "odd_dates",
    "odd_ids",
    "lone_surrogates",
    "huge_number",
    "odd_numbers",
    "odd_days",
    "overlong",
    "page_of_data",
)


def make_case(inputs: Path) -> Path:
    """The case of these inputs, as ``rashomon run --names --with-texts`` writes it; nothing else is touched."""
    place = inputs.parent
    before = listing(place)
    out = place / "case"
    done = call("run", inputs, "--out", out, "--quiet", "--names", "--with-texts")
    assert done.exit_code in (0, 1), done.output[-2000:]
    assert "please report it" not in done.output
    assert {path for path in listing(place) if not path.startswith("case/")} == before
    return out


def listing(place: Path) -> set[str]:
    """Every file under a folder."""
    found = (f"{at}/{name}" for at, _, names in os.walk(place) for name in names)
    return {os.path.relpath(path, place) for path in found}
