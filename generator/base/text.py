"""Danish dates, numbers and words, and text from outside made safe to show."""

from __future__ import annotations

import datetime as dt
import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from markupsafe import Markup, escape

T = TypeVar("T")

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip

_EMPHASIS = re.compile(r"(?<!\*)\*(?![*\s])([^*\n]*[^*\s])\*(?!\*)")
# A full stop before a small letter ends no sentence: »f.eks. børn«, »21. november«.
# Nothing is tried twice (`++`), or a long row of full stops would take for ever.
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]++[»«\"”')]*+(?=\s++[^a-zæøå]|\s*+$)|:(?=\s|$)")
# What begins with a digit or a small letter goes on: »nr. 7«, »bl.a. børn«.
_NEXT = re.compile(r"(?<=[.!?…])\s+(?=[^\sa-zæøå\d])")
_WORD = re.compile(r"[^\W\d_]+")
_LONG_WORD = 7  # letters, as LIX has it
_MOST_SHOWN = 40
_MOST_DECIMALS = 6
_MOST_OWN = 9
_TINY = Decimal("1e-5")
_MILLION = 1_000_000
_FINEST = 12  # decimals; what is smaller is left over from reckoning with decimals that a computer cannot hold
_TO_DANISH = str.maketrans(",.", ".,")


def danish_date(day: dt.date) -> str:
    """Write a date as `21. november 2025`."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def danish_number(value: float, decimals: int | None = None) -> str:
    """Write a number with decimal comma and thousands point; without `decimals`, with those it needs.

    However few they are, what is not nought is not written as nought.
    """
    if decimals is None or f"{abs(value):.{decimals}f}".strip("0.") == "":
        decimals = max(decimals or 0, decimals_of([value]))
    text = f"{abs(value):,.{decimals}f}".translate(_TO_DANISH)
    return f"−{text}" if value < 0 and text.strip("0,.") else text


def decimals_of(values: Iterable[float]) -> int:
    """Count the decimals that values are written with: all of their own, and enough to tell those that differ apart.

    Of a number with more than nine decimals, such as a third, six are written, or what shows a tiny one.
    """
    found = sorted({_exact(value) for value in values})
    return max([*map(_decimals, found), *(_apart(less, more) for less, more in pairwise(found))], default=0)


def _exact(value: float) -> Decimal:
    return Decimal(f"{round(value, _FINEST):.15g}")


def _decimals(value: Decimal) -> int:
    own = max(0, -int(value.normalize().as_tuple().exponent))
    if own <= _MOST_OWN:
        return own
    # With six decimals 0.0000000004 would be nought; two of its own digits are shown.
    places = 1 - value.adjusted() if abs(value) < _TINY else _MOST_DECIMALS
    return len(f"{value:.{places}f}".rstrip("0").split(".")[1])


def _apart(less: Decimal, more: Decimal) -> int:
    """Count the decimals by which two numbers can be told apart, where six are not enough."""
    if more - less >= Decimal(10) ** -_MOST_DECIMALS:
        return 0
    return next(places for places in range(_MOST_DECIMALS, _FINEST + 1) if f"{less:.{places}f}" != f"{more:.{places}f}")


def digits(number: float | Decimal) -> str:
    """Write a number for programs: with a decimal point, every digit that it has and never an exponent."""
    return f"{Decimal(str(number)).normalize() + 0:f}"  # plus nought, because minus nought is nought


def file_size(count: int) -> str:
    """Write a size as people read it, in thousands of bytes or in millions."""
    if round(count, -3) >= _MILLION:
        return f"{danish_number(count / _MILLION, 1)}\N{NO-BREAK SPACE}MB"
    return f"{max(1, round(count / 1000))}\N{NO-BREAK SPACE}kB"


def unbroken(text: str) -> str:
    """Keep every percent sign on the line of its number."""
    return text.replace(" %", "\u00a0%")


def counted(number: int, one: str, many: str) -> str:
    """Write a count with its noun in the right number: `1 punkt`, `3 punkter`, `ingen punkter`."""
    return f"{number or 'ingen'} {one if number == 1 else many}"


def joined(items: Sequence[str], word: str = "og") -> str:
    """Join words as in a sentence: `a, b og c`."""
    return f" {word} ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def danish_sort(items: Iterable[T], attribute: str) -> list[T]:
    """Sort things by one of their attributes as a Danish dictionary does: æ, ø and å last."""
    order = str.maketrans("æøå", "{|}")  # the three characters after z
    return sorted(items, key=lambda item: str(getattr(item, attribute)).casefold().translate(order))


def by_letter(items: Iterable[T], attribute: str = "title") -> list[tuple[str, list[T]]]:
    """Gather sorted things under the first letter or digit of one of their attributes."""
    found: dict[str, list[T]] = {}
    for item in items:
        letters = [letter for letter in str(getattr(item, attribute)) if letter.isalnum()]
        found.setdefault(letters[0].upper() if letters else "#", []).append(item)
    return list(found.items())


def natural_key(text: str) -> list[str | int]:
    """Give a sort key by which `p10` comes after `p9`."""
    key: list[str | int] = []
    for index, part in enumerate(re.split(r"0*([0-9]+)", text)):
        # Of two numbers the longer is the larger; Python makes no int of thousands of digits.
        key += [len(part), part] if index % 2 else [part]
    return key


def natural_sort(items: Iterable[T], attribute: str) -> list[T]:
    """Sort things by one of their attributes, with the numbers in it in order of size."""
    return sorted(items, key=lambda item: natural_key(str(getattr(item, attribute))))


def capitalised(text: str) -> str:
    """Make the first letter a capital and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def paragraphs(text: str) -> list[str]:
    """Split a text at its empty lines, with the lines of each paragraph joined."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()) if part.strip()]


def emphasised(text: str) -> Markup:
    """Show text from outside as text; only `*emphasis*` becomes mark-up."""
    return Markup(_EMPHASIS.sub(r"<em>\1</em>", str(escape(text))))  # noqa: S704  escaped, then marked up


def unemphasised(text: str) -> str:
    """Take the marks off `*emphasis*`, where there is no mark-up."""
    return _EMPHASIS.sub(r"\1", text)


def words(text: str) -> list[str]:
    """Cut a text into its words, as LIX counts them."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """Cut a text into its sentences, as LIX counts them."""
    ends = [0, *(found.end() for found in _SENTENCE_END.finditer(text)), len(text)]
    return [found for start, end in pairwise(ends) if (found := text[start:end].strip())]


def opening(text: str, most: int) -> str:
    """Give a text's first sentence without its full stop, shortened where it is longer than so many letters."""
    return shortened(_NEXT.split(text, maxsplit=1)[0].removesuffix("."), most)


def shortened(text: str, most: int) -> str:
    """Cut what is longer than so many letters at a word, and say so with an ellipsis."""
    return text if len(text) <= most else f"{text[:most].rpartition(' ')[0]} …"


def lix(*texts: str) -> float:
    """Compute the readability index LIX: words per sentence plus the percentage of words over six letters."""
    counts = [_counts(text) for text in texts]
    found, long, ended = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
    return found / max(1, ended) + 100 * long / found if found else 0.0


@lru_cache(maxsize=100_000)
def _counts(text: str) -> tuple[int, int, int]:
    """Count a text's words, its long words and its sentences' ends; the same sentence stands on many pages."""
    found = words(text)
    return len(found), len([word for word in found if len(word) >= _LONG_WORD]), len(_SENTENCE_END.findall(text))


def shown(value: object) -> str:
    """Quote what an editor wrote, cut to a length that fits in a message: `»72,3«`."""
    if isinstance(value, dict):
        return "En gruppe felter"
    if isinstance(value, list):
        return "En liste"
    text = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
    text = printable(" ".join(text[: 2 * _MOST_SHOWN].split()))
    return f"»{text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + '…'}«"


def printable(text: str) -> str:
    """Put a question mark for every character that cannot be printed, such as a byte of a file's name."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else "?" for char in text)


def composed(text: str) -> str:
    """Write every letter as one sign (NFC): a Mac may write »å« as an a and a ring, which no search finds."""
    return unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """Give a text in the form in which names are compared: capitals, extra spaces and how å is coded do not count."""
    return " ".join(composed(text).casefold().split())


def closest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word that a misspelt one is most like, if it is like any."""
    return next(iter(difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.6)), None)


def as_id(name: str) -> str:
    """Make an id of a name: small letters a to z, digits and single hyphens."""
    letters = composed(name).lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "id-1"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Suggest the known word that was meant; otherwise name the known words, if they are few enough to read."""
    options = sorted(known)
    meant = closest(word, options)
    if meant:
        return f"Mente du »{meant}«?"
    return f"Vælg mellem: {', '.join(options)}." if options else ""


def age(since: dt.date, today: dt.date) -> str:
    """Write how long ago a day was, in whole months or days: `12 dage`, `8 måneder`, `1 år og 2 måneder`."""
    months = (today.year - since.year) * 12 + today.month - since.month - (today.day < since.day)
    if months < 1:
        return counted((today - since).days, "dag", "dage")
    years, months = divmod(months, 12)
    parts = [f"{years} år" if years else "", counted(months, "måned", "måneder") if months else ""]
    return joined([part for part in parts if part])
