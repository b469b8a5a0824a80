"""How templates are filled in, for the page of a case and for the workbench: everything in them is escaped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rashomon.writing.wording.labels import initial_capital

if TYPE_CHECKING:
    from jinja2 import Environment


def make_environment(find: Callable[[str], str | None]) -> Environment:
    """Templates as ``find`` gives them by name; what a template asks for and does not get is an error."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    made = Environment(
        loader=FunctionLoader(find),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["capitalised"] = initial_capital
    return made
