"""Rules on indicators: every figure is there once, can be true, and is written as the unit asks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.base.problems import Problem, Severity, first_of
from generator.base.rule import Rule
from generator.base.text import danish_number, did_you_mean, folded, joined, shown
from generator.model import Indicator, Observation, condensed
from generator.model.vocabulary import COUNTED_UNITS, ObservationKind, Unit
from generator.reading.loaded import Origin
from generator.rules.scope import Scope

_THOUSANDS = re.compile(r"-?[0-9]{1,3}\.[0-9]{3}\Z")


def without_figures(scope: Scope) -> Iterator[Problem]:
    """An indicator has at least one figure; a new one may wait for an import, but is not published meanwhile."""
    for indicator, origin in scope.each(Indicator):
        if not indicator.observations:
            message = "Indikatoren har ingen tal. Skriv mindst ét i »observations«, eller hent dem fra en tabel."
            yield Problem(origin.locate("observations"), message, Rule.NO_FIGURES)


def counted_twice(scope: Scope) -> Iterator[Problem]:
    """A period is written in one way, and has one figure of each kind for an area and group."""
    for indicator, origin in scope.each(Indicator):
        places: dict[object, int] = {}
        codes: dict[tuple[dt.date, dt.date], str] = {}
        for index, seen in enumerate(indicator.observations):
            period, key = seen.period, (seen.identity, seen.kind)
            first = codes.setdefault((period.start, period.end), period.code)
            if key in places:
                line = origin.locate("observations", places[key]).line
                message = f"Tallet for {period.label} står også på linje {line}. Slet det ene."
                yield Problem(origin.locate("observations", index), message, Rule.FIGURE_TWICE)
            elif first != period.code:
                message = f"{shown(period.code)} er samme periode som »{first}« længere oppe. Skriv den ens hver gang."
                yield Problem(origin.locate("observations", index, "period"), message, Rule.PERIOD_NAME)
            places.setdefault(key, index)


def whole_number(scope: Scope) -> Iterator[Problem]:
    """What is counted is a whole number, written without a decimal point: YAML reads 2.550 as 2.55."""
    for observation, indicator, place, origin in _observations(scope):
        written = origin.written(*place, "value")
        if indicator.unit in COUNTED_UNITS and "." in written:
            message = whole_number_instead(written, observation.value, indicator.unit)
            yield Problem(origin.locate(*place, "value"), message, Rule.WHOLE_NUMBER)


def percentage(scope: Scope) -> Iterator[Problem]:
    """A percentage lies between 0 and 100, unless a note says how it can lie outside, as a growth can."""
    for observation, indicator, place, origin in _observations(scope):
        if indicator.unit is Unit.PERCENT and not 0 <= observation.value <= 100 and not observation.note:  # noqa: PLR2004
            message = (
                f"{danish_number(observation.value)} procent ligger ikke mellem 0 og 100. "
                "Ret tallet, eller forklar det i »note«."
            )
            yield Problem(origin.locate(*place, "value"), message, Rule.PERCENTAGE)


def counted_in_future(scope: Scope) -> Iterator[Problem]:
    """An actual figure belongs to a period that is over."""
    for observation, _, place, origin in _observations(scope):
        if observation.kind is ObservationKind.ACTUAL and observation.period.end > scope.today:
            message = (
                f"Perioden {observation.period.label} er ikke slut, så tallet kan ikke være talt op. "
                "Ret perioden, eller vælg »forecast« eller »estimate« i »kind«."
            )
            yield Problem(origin.locate(*place, "period"), message, Rule.FUTURE_FIGURE)


def group_spelled_twice(scope: Scope) -> Iterator[Problem]:
    """A group is spelled the same way every time, or else the chart would draw two."""
    for indicator, origin in scope.each(Indicator):
        spellings: dict[str, str] = {}
        for index, observation in enumerate(indicator.observations):
            if observation.group:
                first = spellings.setdefault(folded(observation.group), observation.group)
                if first != observation.group:
                    message = f"{shown(observation.group)} hedder {shown(first)} længere oppe. Skriv den ens hver gang."
                    yield Problem(origin.locate("observations", index, "group"), message, Rule.GROUP_NAME)


def unknown_group(scope: Scope) -> Iterator[Problem]:
    """A chart draws groups that have figures."""
    for indicator, origin in _measured(scope):
        groups = {observation.group for observation in indicator.observations if observation.group}
        unknown = ((index, group) for index, group in enumerate(indicator.chart.groups) if group not in groups)
        message = "Ingen tal har gruppen {}. {}"
        yield from first_of(
            Problem(
                origin.locate("chart", "groups", index),
                message.format(shown(group), did_you_mean(group, groups) or "Slet den."),
                Rule.GROUP_NAME,
            )
            for index, group in unknown
        )


def break_in_series(scope: Scope) -> Iterator[Problem]:
    """A break in a series lies within the series."""
    for indicator, origin in _measured(scope):
        begins = min(observation.period.start for observation in indicator.observations)
        ends = max(observation.period.end for observation in indicator.observations)
        for index, seam in enumerate(indicator.breaks):
            if not begins <= seam.period.start <= ends:
                message = f"Databruddet {seam.period.label} ligger uden for tallene. Ret perioden, eller slet bruddet."
                yield Problem(origin.locate("breaks", index, "period"), message, Rule.BREAK)


def words_about_figures(scope: Scope) -> Iterator[Problem]:
    """Words about figures are read again when the figures that they were written for have changed."""
    for indicator, origin in scope.each(Indicator):
        if indicator.is_outdated:
            told = joined([f"»{name}«" for name in indicator.told()])
            message = (
                f"Tallene er ændret, siden ordene om dem sidst blev læst. Læs {told} igen, og skriv "
                f'»seen: "{condensed(indicator.figures)}"«, eller kør »pejl confirm {indicator.id}«.'
            )
            yield Problem(origin.locate("seen"), message, Rule.WORDS_OF_FIGURES, Severity.WARNING)


def whole_number_instead(written: str, value: float, unit: Unit) -> str:
    """Say how a count that is written with a point is read, and how to write it."""
    whole = written.replace(".", "") if _THOUSANDS.match(written) else f"{value:.0f}"
    return (
        f"{shown(written)} læses som {danish_number(value)}, men {unit} tælles i hele tal. Skriv {whole} uden punktum."
    )


def _measured(scope: Scope) -> Iterator[tuple[Indicator, Origin]]:
    """Yield the indicators that have figures."""
    return ((indicator, origin) for indicator, origin in scope.each(Indicator) if indicator.observations)


def _observations(scope: Scope) -> Iterator[tuple[Observation, Indicator, tuple[str, int], Origin]]:
    for indicator, origin in scope.each(Indicator):
        for index, observation in enumerate(indicator.observations):
            yield observation, indicator, ("observations", index), origin
