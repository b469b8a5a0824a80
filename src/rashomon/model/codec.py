"""The one codec of all values: derived from their types, so that no field list is written twice.

The only module that knows pydantic, and imports it on first use: values themselves stay plain.
"""

from __future__ import annotations

import json
from collections.abc import Hashable
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")


@cache
def _adapter(cls: Hashable) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter  # 0.1 s that `--help` must not pay

    return TypeAdapter(cls)  # type: ignore[arg-type]


def to_data(thing: object) -> Any:
    """The value as plain dicts, lists and scalars, in field order; ready for JSON."""
    return _adapter(cast(Hashable, type(thing))).dump_python(thing, mode="json", warnings=False)


def to_json(thing: object) -> str:
    """The value as one line of JSON: UTF-8 kept, no wall-clock, field order fixed."""
    return json.dumps(to_data(thing), ensure_ascii=False, separators=(",", ":"))


def from_data(cls: type[T], data: Any) -> T:
    """The value back from `to_data`. Raises pydantic's ValidationError where a field is wrong."""
    found: T = _adapter(cast(Hashable, cls)).validate_python(data)
    return found


def from_json(cls: type[T], text: str) -> T:
    """The value back from `to_json`."""
    found: T = _adapter(cast(Hashable, cls)).validate_json(text)
    return found
