"""Text in a drawing: how wide it is, how it breaks into lines, how it is written.

Widths are estimated after Verdana, which is wider than the fonts that pages use, so that no label is cut off.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal, TypeAlias

from markupsafe import escape

from generator.base.hyphenation import SOFT_HYPHEN

Width: TypeAlias = Literal["wide", "narrow"]
Parts: TypeAlias = list[str]

WIDTHS: dict[Width, int] = {"wide": 480, "narrow": 300}
"""The widths of the two drawings. On a phone of 320 px the narrow one is shown at 280 px: text of 15 is then 14 px."""

LINE = 19
"""The height of a line of text."""

_SIZE = 15
_TAIL = 4
_BOLD = 1.16
_WIDTHS = {
    0.36: " .,ijl'|!fI",
    0.46: 'rtJ():;-/[]"°’',
    0.86: "−+ABCDEFGHKLNOPQRSTUVXYZÅØw",
    1.08: "mMW%@æÆ—…&",
}
_CHARACTERS = {character: width for width, characters in _WIDTHS.items() for character in characters} | {SOFT_HYPHEN: 0}
_USUAL, _UNKNOWN = 0.64, 1.1
_LAST_LATIN = "\u024f"

_BREAKS = f"-/{SOFT_HYPHEN}"
"""After these a word may be broken; `generator.base.hyphenation` has put the last of them into long words."""


# Years, areas and round numbers come back in every drawing, and each text is tried in several places.
@lru_cache(maxsize=10_000)
def text_width(text: str, *, bold: bool = False) -> float:
    """Estimate the width of a text, rather too wide than too narrow."""
    ems = sum(_CHARACTERS.get(letter, _USUAL if letter <= _LAST_LATIN else _UNKNOWN) for letter in text)
    return ems * _SIZE * (_BOLD if bold else 1)


def wrapped(text: str, room: float, *, most: int = 3, bold: bool = False) -> list[str]:
    """Break a text into lines that fit the room, long words where they may be; what is too much ends in an ellipsis."""

    def fits(part: str) -> bool:
        return text_width(part, bold=bold) <= room

    lines: list[str] = []
    # Only plain spaces: the hard one before a percent sign keeps it with its number.
    for word in filter(None, text.split(" ")):
        if lines and fits(f"{lines[-1]} {word}"):
            lines[-1] += f" {word}"
            continue
        rest = word
        while not fits(rest) and len(rest) > 1:
            end = _break(rest, fits)
            lines.append(rest[:end] if rest[end - 1] in "-/" else f"{rest[:end].rstrip(SOFT_HYPHEN)}-")
            rest = rest[end:]
        lines.append(rest)
    if len(lines) > most:
        last = lines[most - 1]
        while last and not fits(f"{last}…"):
            last = last[:-1]
        lines = [*lines[: most - 1], f"{last.rstrip(' -')}…"]
    return [line.replace(SOFT_HYPHEN, "") for line in lines]


def _break(word: str, fits: Callable[[str], bool]) -> int:
    """Choose where to break a word that is too long: at the last place where it may be, or else anywhere."""
    # A tail of one or two letters on a line of its own is hard to read.
    ends = [end for end in range(1, max(2, len(word) - _TAIL + 1)) if fits(f"{word[:end]}-")]
    return max((end for end in ends if word[end - 1] in _BREAKS), default=max(ends, default=1))


def wrapped_apart(names: Sequence[str], room: float, *, most: int = 3, bold: bool = False) -> list[list[str]]:
    """Break names into lines; where cutting makes two of them alike, the words that all begin with give way."""
    whole = [wrapped(name, room, most=most, bold=bold) for name in names]
    if len({tuple(lines) for lines in whole}) == len(names):
        return whole
    words = [name.split(" ") for name in names]
    shared = next((place for place, row in enumerate(zip(*words, strict=False)) if len(set(row)) > 1), 0)
    return [wrapped(" ".join(["…", *rest[shared:]]), room, most=most, bold=bold) for rest in words]


def text(words: str, x: float, y: float, classes: str, anchor: str = "start") -> str:
    """Write one line of text."""
    place = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text class="{classes}" x="{number(x)}" y="{number(y)}"{place}>{escape(words)}</text>'


def texts(lines: Sequence[str], x: float, y: float, classes: str, anchor: str = "start") -> str:
    """Write lines of text below each other; `y` is the foot of the first."""
    if len(lines) == 1:
        return text(lines[0], x, y, classes, anchor)
    place = "" if anchor == "start" else f' text-anchor="{anchor}"'
    spans = "".join(
        f'<tspan x="{number(x)}" y="{number(y + row * LINE)}">{escape(line)}</tspan>' for row, line in enumerate(lines)
    )
    return f'<text class="{classes}"{place}>{spans}</text>'


def number(value: float) -> str:
    """Write a coordinate with at most two decimals, so that every machine writes the same bytes."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written
