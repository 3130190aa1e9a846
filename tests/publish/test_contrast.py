"""The colours of the style sheet: text reaches 7:1 in both schemes, and what is no text reaches 3:1."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STYLES = (Path(__file__).parents[2] / "generator/publish/assets/pejl.css").read_text(encoding="utf-8")

SCHEMES = ("light", "dark")

TEXT = [
    *((text, ground) for text in ("fg", "muted", "link") for ground in ("bg", "soft")),
    ("head-fg", "head"),
    ("head-fg", "mark"),
    *((f"{state}-fg", f"{state}-bg") for state in ("wait", "ok", "bad", "mix")),
    *((f"n{number}", "bg") for number in (1, 2, 3, 4)),
]
OTHER = [("focus", "bg"), ("focus", "soft"), *((f"s{number}", "bg") for number in (1, 2, 3, 4))]


def colours(scheme: str) -> dict[str, str]:
    """The custom properties that hold in a scheme: dark changes some of the light ones."""
    light, dark = re.findall(r":root \{(.*?)\}", STYLES, re.DOTALL)[:2]
    given = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", light))
    if scheme == "dark":
        given |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", dark))
    return given


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    parts = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_reaches_seven_to_one(scheme: str, text: str, ground: str):
    given = colours(scheme)
    assert contrast(given[text], given[ground]) >= 7


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("drawn", "ground"), OTHER)
def test_lines_and_marks_reach_three_to_one(scheme: str, drawn: str, ground: str):
    given = colours(scheme)
    assert contrast(given[drawn], given[ground]) >= 3


@pytest.mark.parametrize(("one", "other", "ratio"), [("#fff", "#000000", 21.0), ("#777777", "#fff", 4.48)])
def test_the_formula_is_that_of_wcag(one: str, other: str, ratio: float):
    assert round(contrast(one, other), 2) == ratio
