from __future__ import annotations

import subprocess
import sys

import rashomon

HEAVY = ("spacy", "trafilatura", "htmldate", "dateparser", "splink", "duckdb", "py3langid", "pypdf")


def loaded_by(code: str) -> list[str]:
    script = f"{code}\nimport sys\nprint([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603
    return list(eval(done.stdout.splitlines()[-1]))  # noqa: S307 - our own list


def test_the_public_names_are_sorted_and_there() -> None:
    assert rashomon.__all__ == sorted(rashomon.__all__)
    for name in rashomon.__all__:
        assert getattr(rashomon, name) is not None
    assert dir(rashomon) == rashomon.__all__


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(rashomon, "no_such_name")


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert loaded_by("import rashomon") == []
    assert loaded_by("import rashomon; rashomon.open_case, rashomon.build, rashomon.render_outputs") == []


def test_the_example_in_the_docstring_has_six_lines() -> None:
    lines = [line for line in (rashomon.__doc__ or "").splitlines() if line.startswith("    ")]
    assert len(lines) == 6
    for name in ("open_case", "add_reports", "load", "read_missing", "build"):
        assert any(f"rashomon.{name}(" in line for line in lines)
