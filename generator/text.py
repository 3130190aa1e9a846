"""Danish dates, numbers and words, and text from outside made safe to show."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip

_EMPHASIS = re.compile(r"\*(\S(?:[^*\n]*\S)?)\*")
_SENTENCE_END = re.compile(r"[.!?:]+(?:\s|$)")
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)


def danish_date(day: dt.date) -> str:
    """Write a date as `21. november 2025`."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def danish_number(value: float, decimals: int | None = None) -> str:
    """Write a number with decimal comma and thousands point; without `decimals`, with those it needs (at most 6)."""
    if decimals is None:
        decimals = decimals_of([value])
    text = f"{abs(value):,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    return f"−{text}" if value < 0 and text.strip("0,.") else text


def decimals_of(values: Iterable[float]) -> int:
    """Count the decimals that every one of the values can be written exactly with (at most 6)."""
    return max((len(f"{value:.6f}".rstrip("0").split(".")[1]) for value in values), default=0)


def amount(value: float, unit: str, decimals: int | None = None) -> str:
    """Write a figure with its unit: `72,3 %`, `2.120 personer`, `nr. 95`."""
    number = danish_number(value, decimals)
    if unit == "procent":
        return f"{number} %"
    if unit == "placering":
        return f"nr. {number}"
    if unit == "antal":
        return number
    if unit in ("personer", "fuldtidspersoner") and value == 1:
        return f"{number} {unit.removesuffix('er')}"
    return f"{number} {unit}"


def counted(number: int, one: str, many: str) -> str:
    """Write a count with its noun in the right number: `1 punkt`, `3 punkter`, `ingen punkter`."""
    return f"{number or 'ingen'} {one if number == 1 else many}"


def joined(items: Sequence[str], word: str = "og") -> str:
    """Join words as in a sentence: `a, b og c`."""
    return f" {word} ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def capitalised(text: str) -> str:
    """Make the first letter a capital and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def paragraphs(text: str) -> list[str]:
    """Split a text at its empty lines, with the lines of each paragraph joined."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()) if part.strip()]


def emphasised(text: str) -> Markup:
    """Show text from outside as text; only `*emphasis*` becomes mark-up."""
    return Markup(_EMPHASIS.sub(r"<em>\1</em>", str(escape(text))))


def lix(text: str) -> float:
    """Compute the readability index LIX: words per sentence plus the percentage of words over six letters."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(_SENTENCE_END.findall(text + " ")))
    return len(words) / sentences + 100 * sum(len(word) > 6 for word in words) / len(words)
