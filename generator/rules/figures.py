"""Rules on indicators: every figure is there once, can be true, and is written as the unit asks."""

from __future__ import annotations

import datetime as dt
import itertools
import math
import re
from collections import defaultdict
from collections.abc import Iterator

from generator.base.measures import amount
from generator.base.problems import Problem, Severity, first_of
from generator.base.rule import Rule
from generator.base.text import danish_number, did_you_mean, folded, joined, shown
from generator.model import Indicator, Observation, condensed
from generator.model.period import Period
from generator.model.vocabulary import ObservationKind, Unit
from generator.reading.loaded import Origin
from generator.rules.scope import Scope

_LEAP = 10
_SMALL = 5  # among the smallest figures ten times as much is no wonder
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
        if indicator.unit.is_whole and "." in written:
            message = whole_number_instead(written, observation.value, indicator.unit)
            yield Problem(origin.locate(*place, "value"), message, Rule.WHOLE_NUMBER)


def possible(scope: Scope) -> Iterator[Problem]:
    """A figure can be true, unless `unbounded` says that an indicator's are changes; no place is before the first."""
    for indicator, origin in scope.each(Indicator):
        bounds = _bounds(indicator)
        for index, observation in enumerate(indicator.observations):
            if not bounds[0] <= observation.value <= bounds[1]:
                rule = Rule.PERCENTAGE if indicator.unit is Unit.PERCENT else Rule.NEGATIVE
                place = origin.locate("observations", index, "value")
                yield Problem(place, _impossible(observation.value, indicator.unit), rule)


def leap_in_series(scope: Scope) -> Iterator[Problem]:
    """A figure is not ten times the one before it: then a point, a nought or the unit is wrong, or a note says why."""
    for indicator, origin in scope.each(Indicator):
        series: dict[tuple[str, str], list[tuple[Observation, int]]] = defaultdict(list)
        for index, observation in enumerate(indicator.observations if not indicator.unbounded else ()):
            series[observation.area, observation.group or ""].append((observation, index))
        for figures in series.values():
            sizes = [abs(observation.value) for observation, _ in figures]
            if max(sizes) < _LEAP * max(min(sizes), _SMALL):
                continue  # as nearly always, so that nothing must be sorted
            for (before, first), (after, index) in itertools.pairwise(sorted(figures, key=_by_period)):
                low, high = sorted([abs(before.value), abs(after.value)])
                is_told = not (_is_sound(indicator, origin, first) and _is_sound(indicator, origin, index))
                if high >= _LEAP * max(low, _SMALL) and not (before.note or after.note or is_told):
                    was, is_now = amount(before.value, indicator.unit), amount(after.value, indicator.unit)
                    message = (
                        f"Et spring fra {was} til {is_now}: Se efter, om tal og enhed er rigtige. "
                        "Er de det, så skriv hvorfor i »note«."
                    )
                    place = origin.locate("observations", index, "value")
                    yield Problem(place, message, Rule.LEAP, Severity.WARNING)


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
                f"Tallene eller enheden er ændret, siden ordene om dem sidst blev læst. Læs {told} igen, og skriv "
                f'»seen: "{condensed(indicator.figures)}"«, eller kør »pejl confirm {indicator.id}«.'
            )
            yield Problem(origin.locate("seen"), message, Rule.WORDS_OF_FIGURES, Severity.WARNING)


def whole_number_instead(written: str, value: float, unit: Unit) -> str:
    """Say how a count that is written with a point is read, and how to write it."""
    whole = written.replace(".", "") if _THOUSANDS.match(written) else f"{value:.0f}"
    return (
        f"{shown(written)} læses som {danish_number(value)}, men {unit} tælles i hele tal. Skriv {whole} uden punktum."
    )


def _bounds(indicator: Indicator) -> tuple[float, float]:
    """Give the least and the most that an indicator's figures can be."""
    if indicator.unbounded and indicator.unit is not Unit.RANK:
        return -math.inf, math.inf
    return indicator.unit.least, 100 if indicator.unit is Unit.PERCENT else math.inf


def _by_period(figure: tuple[Observation, int]) -> Period:
    return figure[0].period


def _is_sound(indicator: Indicator, origin: Origin, index: int) -> bool:
    """Tell whether no other rule has something to say about how large a figure is."""
    least, most = _bounds(indicator)
    is_whole = not indicator.unit.is_whole or "." not in origin.written("observations", index, "value")
    return is_whole and least <= indicator.observations[index].value <= most


def _impossible(value: float, unit: Unit) -> str:
    """Say why a figure cannot be true, and what to do about it."""
    if unit is Unit.PERCENT:
        return (
            f"{danish_number(value)} procent ligger ikke mellem 0 og 100. Ret tallet. Kan tallene det, fordi de viser "
            "en ændring, så skriv hvorfor i »unbounded«."
        )
    if unit is Unit.RANK:
        return f"En placering nr. {danish_number(value)} findes ikke. Ret tallet."
    return (
        f"{amount(value, unit)} kan ikke tælles op. Ret tallet. Er tallene en ændring, så skriv hvorfor i »unbounded«."
    )


def _measured(scope: Scope) -> Iterator[tuple[Indicator, Origin]]:
    """Yield the indicators that have figures."""
    return ((indicator, origin) for indicator, origin in scope.each(Indicator) if indicator.observations)


def _observations(scope: Scope) -> Iterator[tuple[Observation, Indicator, tuple[str, int], Origin]]:
    for indicator, origin in scope.each(Indicator):
        for index, observation in enumerate(indicator.observations):
            yield observation, indicator, ("observations", index), origin
