"""What figures are counted in, and figures in words: with their unit, and as a difference between two.

A municipality may count in units of its own, which stand in its `site.yml` and are switched on when its plan is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from generator.base.text import danish_number


@dataclass(frozen=True)
class Measure:
    """What figures are counted in, and the words for one that is larger or smaller than another."""

    many: str
    """As it is written after a number, and in the files: `dage`."""
    one: str
    is_whole: bool = False
    """Whether a figure is always a whole number, because what it counts cannot be halved."""
    more: str = "højere"
    less: str = "lavere"
    is_level: bool = True
    """Whether two areas of different size can be set beside each other: a rate or a length of time, but no count."""

    def compared(self, *, is_more: bool) -> str:
        """Give the word for a larger or a smaller figure: `3 dage kortere`."""
        return self.more if is_more else self.less


_count = partial(Measure, is_whole=True, more="flere", less="færre", is_level=False)
_money = partial(Measure, more="mere", less="mindre", is_level=False)
_time = partial(Measure, more="længere", less="kortere")

MEASURES = {
    one.many: one
    for one in (
        Measure("procent", "procent"),
        Measure("procentpoint", "procentpoint"),
        _count("personer", "person"),
        _count("fuldtidspersoner", "fuldtidsperson"),
        _money("mio. kr.", "mio. kr."),
        _money("kr.", "kr."),
        Measure("placering", "placering", is_whole=True, is_level=False),
        _count("antal", "antal"),
        _time("minutter", "minut"),
        _time("timer", "time"),
        _time("dage", "dag"),
        _time("uger", "uge"),
        _time("måneder", "måned"),
        _time("år", "år"),
        Measure("pr. 1.000", "pr. 1.000"),
    )
}
"""What every municipality may count in."""

_own: dict[str, Measure] = {}


def use(own: Iterable[Measure]) -> None:
    """Let figures be counted in a municipality's own units from now on, and in nobody else's."""
    _own.clear()
    _own.update((one.many, one) for one in own)


def measures() -> Mapping[str, Measure]:
    """Give everything that figures may be counted in, the municipality's own last."""
    return MEASURES | _own


def measure(unit: str) -> Measure:
    """Give what a unit is, in words."""
    return measures()[unit]


def amount(value: float, unit: str, decimals: int | None = None) -> str:
    """Write a figure with its unit: `72,3 %`, `2.120 personer`, `1 dag`, `nr. 95`."""
    number = danish_number(value, decimals)
    if unit == "procent":
        return f"{number} %"
    if unit == "placering":
        return f"nr. {number}"
    if unit == "antal":
        return number
    known = measures().get(unit)
    return f"{number} {known.one if known and value == 1 else unit}"


def distance(difference: float, unit: str, decimals: int) -> str:
    """Write the size of a difference between two figures, without its sign: `3,1 procentpoint`, `1 plads`."""
    if unit == "placering":
        unit = "plads" if abs(difference) == 1 else "pladser"
    return amount(abs(difference), "procentpoint" if unit == "procent" else unit, decimals)
