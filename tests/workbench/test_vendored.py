from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

import rashomon

ROOT = Path(__file__).parents[2]
VENDOR = Path(rashomon.__file__).parent / "workbench/static/vendor"
PACKAGES = sorted(path for path in VENDOR.iterdir() if path.is_dir())
ROW = re.compile(r"^\| `([^`]+)` \| `([0-9a-f]{64})` \|$", re.MULTILINE)


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_every_file_is_as_its_readme_records_it(package: Path) -> None:
    recorded = dict(ROW.findall((package / "README.md").read_text(encoding="utf-8")))
    found = {
        path.relative_to(package).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in package.rglob("*")
        if path.is_file() and path.name != "README.md"
    }
    assert found == recorded
    assert len(found) >= 2


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_every_package_brings_its_licence_and_stands_in_the_notice(package: Path) -> None:
    assert (package / "LICENSE").read_text(encoding="utf-8").strip()
    heading = (package / "README.md").read_text(encoding="utf-8").split("\n")[0]
    name, version = heading.removeprefix("# ").rsplit(" ", 1)
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert f"{name} {version}" in notice
    assert f"{package.name}/LICENSE" in notice


def test_the_ground_of_the_map_comes_from_no_other_place() -> None:
    """Leaflet's style sheet names only pictures that stand beside it."""
    style = (VENDOR / "leaflet/leaflet.css").read_text(encoding="utf-8")
    named = set(re.findall(r"url\(([^)#]+)\)", style))
    assert named == {"images/layers.png", "images/layers-2x.png", "images/marker-icon.png"}
    assert all((VENDOR / "leaflet" / path).is_file() for path in named)
