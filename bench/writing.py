"""Writes records as YAML as editors do: one field a line, long texts folded, short lists of ids in a row."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

_WIDTH = 118
_ID = re.compile(r"[a-z][a-z0-9-]*\Z")
_NUMBER = re.compile(r"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\Z")
_SPECIAL = re.compile(r"""[-?:,\[\]{}#&*!|>'"%@`\s]|(?:null|true|false|~)\Z""")


def as_yaml(value: Any) -> str:  # noqa: ANN401  a record is any mapping or list of such
    """Write a mapping or a list of mappings as the text of a file."""
    return "\n".join(_lines(value, "")) + "\n"


def _lines(value: Any, indent: str) -> Iterator[str]:  # noqa: ANN401
    if isinstance(value, Mapping):
        for key, item in value.items():
            if item not in ([], None):  # an empty field is a mistake
                yield from _field(key, item, indent)
        return
    for item in value:
        if isinstance(item, Mapping | list):
            first, *rest = _lines(item, f"{indent}  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield from _scalar(f"{indent}- ", item, indent)


def _field(key: str, item: Any, indent: str) -> Iterator[str]:  # noqa: ANN401
    if isinstance(item, list) and all(isinstance(each, str) and _ID.match(each) for each in item):
        yield f"{indent}{key}: [{', '.join(item)}]"
    elif isinstance(item, Mapping | list):
        yield f"{indent}{key}:"
        yield from _lines(item, f"{indent}  ")
    else:
        yield from _scalar(f"{indent}{key}: ", item, indent)


def _scalar(head: str, item: Any, indent: str) -> Iterator[str]:  # noqa: ANN401
    if not isinstance(item, str):
        yield head + json.dumps(item)
    elif "\n" in item or len(head) + len(item) > _WIDTH:
        inner = f"{indent}  "
        yield f"{head}>-"
        for place, paragraph in enumerate(item.split("\n")):
            if place:
                yield ""
            yield from (inner + line for line in _folded(paragraph, _WIDTH - len(inner)))
    else:
        is_quoted = _NUMBER.match(item) or _SPECIAL.match(item) or ": " in item or " #" in item or item.endswith(":")
        yield head + (json.dumps(item, ensure_ascii=False) if is_quoted else item)


def _folded(paragraph: str, width: int) -> list[str]:
    # A line that ended at a hyphen would come back with a space behind it.
    return textwrap.wrap(paragraph, width, break_on_hyphens=False, break_long_words=False)
