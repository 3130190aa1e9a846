"""JSON with a line for each thing, so that two versions can be compared line by line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

_encode = json.JSONEncoder(ensure_ascii=False).encode


def in_lines(value: Mapping[str, object]) -> str:
    """Write an object with a line for each of its values, and for each thing in its lists."""
    return "{" + ",\n".join(f"{_encode(name)}: {_value(part)}" for name, part in value.items()) + "}\n"


def _value(part: object) -> str:
    if isinstance(part, Iterable) and not isinstance(part, str | Mapping):
        return "[" + ",".join(f"\n{_encode(item)}" for item in part) + "\n]"
    return _encode(part)
