"""Single values in their one form: plain where that says the same, else in quotes, and folded where they are long."""

from __future__ import annotations

import functools
import io
import json
import re

import yaml
from yaml.emitter import Emitter

from generator.reading.values import Decimal

WIDEST = 118
"""How long a line may be, with room for the mark of a change in front of it in 120 columns."""

# What other readers of YAML take for something else than text: 1.1 has words for true and false, and numbers that 1.2
# does not know.
_WORD = re.compile(r"(?:y|yes|n|no|on|off|true|false|null|~)\Z", re.IGNORECASE)
_NUMBER = re.compile(
    r"[-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9_]+)(?:[eE][-+]?[0-9]+)?\Z"
    r"|[-+]?(?:0x[0-9a-fA-F_]+|0o?[0-7_]+|0b[01_]+|\.inf|\.nan)\Z|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?\Z",
    re.IGNORECASE,
)
_BREAK = re.compile(r"(?<=\S) (?=\S)")


def inline(value: object, written: str, *, is_flow: bool = False) -> str:
    """Write a value on one line; what is no text is written as it was."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return written
    form = _analysis(value)
    plain = form.allow_flow_plain if is_flow else form.allow_block_plain
    if plain and not _WORD.match(value) and not _NUMBER.match(value):
        return value
    if '"' not in value and "\\" not in value and "\n" not in value and _is_printable(value):
        return f'"{value}"'
    if form.allow_single_quoted and "\n" not in value:
        return "'" + value.replace("'", "''") + "'"
    return json.dumps(value, ensure_ascii=False)


def word(text: str) -> str:
    """Write a text so that it can stand in brackets and braces, and be read as that text and nothing else."""
    return inline(text, "", is_flow=True)


def lines(value: object, written: str, before: int, indent: int) -> list[str]:
    """Write a value behind a key: what stands on the key's line, and the lines below it.

    `before` is how long the key's line is already, and `indent` how far the lines below are indented.
    """
    one = inline(value, written)
    if not isinstance(value, str) or ("\n" not in value and before + 1 + len(one) <= WIDEST):
        return [one]
    return _block(value, indent) or [one]


def as_text(value: object) -> object:
    """Give a number as the text that it is where a text stands."""
    if isinstance(value, Decimal):
        return value.written
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _block(value: str, indent: int) -> list[str]:
    """Write a long text on lines of its own; nothing where that would say something else."""
    body, margin = value.removesuffix("\n"), " " * indent
    rows = body.split("\n")
    if not rows[0] or not rows[-1] or any(row != row.strip(" ") or not _is_printable(row) for row in rows):
        return []
    mark = "-" if body == value else ""
    if len(rows) > 1 and all(indent + len(row) <= WIDEST for row in rows):
        style, written = "|", rows
    else:
        style, written = ">", _folded(rows, WIDEST - indent)
    return [style + mark, *(margin + row if row else "" for row in written)]


def _folded(rows: list[str], width: int) -> list[str]:
    """Write lines so that folding gives them back: before each stands an empty line, or it would join the last."""
    written: list[str] = []
    for index, row in enumerate(rows):
        if index:
            written.append("")
        written += _filled(row, width) if row else []
    return written


def _filled(text: str, width: int) -> list[str]:
    """Break a text into lines where it has single spaces."""
    written: list[str] = []
    for word in _BREAK.split(text):
        if written and len(written[-1]) + 1 + len(word) <= width:
            written[-1] += f" {word}"
        else:
            written.append(word)
    return written


def _is_printable(row: str) -> bool:
    """Tell whether a line can stand as it is; YAML reads a hard space like any other sign."""
    return row.replace("\N{NO-BREAK SPACE}", " ").isprintable()


@functools.lru_cache(maxsize=4096)
def _analysis(text: str) -> yaml.emitter.ScalarAnalysis:
    return Emitter(io.StringIO(), allow_unicode=True).analyze_scalar(text)
