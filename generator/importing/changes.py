"""Brings the figures of a table from outside into an indicator's file, and says first what that would change.

The table is read as the indicator's `import` says. Nothing is written unless the file would load again with everything
else in it unchanged and without breaking a rule.
"""

from __future__ import annotations

import bisect
import dataclasses
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from generator import rules
from generator.importing import figures
from generator.importing.figures import Figure, Key, Reading, key_of
from generator.importing.files import Export
from generator.importing.rewriting import RewriteError, replace_file, rewritten
from generator.loading import Loaded
from generator.model import Indicator, Observation, Record, SourceRef
from generator.problems import Problem, Severity
from generator.source import YamlFile
from generator.text import amount, counted, joined

_Place: TypeAlias = tuple[Key, str]
"""A figure and its kind: an estimate may stand beside the actual figure."""


@dataclass(frozen=True)
class Import:
    """What an import would do to an indicator's file, or why it cannot be done."""

    indicator: Indicator
    old: YamlFile
    read: Reading = field(default_factory=Reading)
    problems: list[Problem] = field(default_factory=list)
    new: list[Figure] = field(default_factory=list)
    changed: dict[int, Figure] = field(default_factory=dict)
    """New values, by the index of the observation."""
    gone: list[int] = field(default_factory=list)
    """Observations of the same source that the table does not hold."""
    file: YamlFile | None = None
    """The file as it would become; None where nothing changes."""

    def write(self) -> None:
        """Put the changed file in the place of the old one.

        Raises:
            RewriteError: somebody has changed the file in the meantime.
        """
        if self.file:
            replace_file(self.old, self.file)


def prepare(loaded: Loaded, indicator: Indicator, export: Export, today: dt.date, *, remove: bool) -> Import:
    """Compare a table with an indicator's observations and make the file that would come of it; writes nothing."""
    origin, mapping = loaded.origin(indicator), indicator.import_
    if mapping is None:
        message = (
            "Feltet »import« mangler. Skriv, hvordan tabellens kolonner skal læses. "
            "Se »Hent tal fra en tabel« i vejledningen."
        )
        return Import(indicator, origin.file, problems=[Problem(origin.locate(), message, "import")])
    areas = {area.id: area.title for area in loaded.plan.areas.values()} if loaded.plan else {}
    read = figures.read(export, indicator, mapping, areas)
    found = _compared(indicator, origin.file, read, areas)
    if found.problems:
        return found
    removed = found.gone if remove else []
    if not (found.new or found.changed or removed):
        return found
    values = {index: float(figure.value) for index, figure in found.changed.items()}
    try:
        file = rewritten(origin.file, values, removed, [_observation(indicator, figure) for figure in found.new])
    except RewriteError as error:
        return dataclasses.replace(found, problems=[error.problem])
    changed = Indicator.model_validate({**file.value, "id": indicator.id})
    broken = _broken(loaded, changed, file, _cells(found, removed), today)
    return dataclasses.replace(found, problems=broken, file=None if broken else file)


def lines(found: Import, areas: dict[str, str], *, remove: bool) -> list[str]:
    """Say in Danish what an import changes: what is new, what is different and what is gone, with the figures."""
    seen, unit = found.indicator.observations, found.indicator.unit
    said = []
    if found.new:
        said.append(f"{counted(len(found.new), 'nyt tal', 'nye tal').capitalize()}:")
        said += [f"  {_name(figure, areas)}: {amount(float(figure.value), unit)}" for figure in found.new]
    if found.changed:
        said.append(f"{counted(len(found.changed), 'ændret tal', 'ændrede tal').capitalize()}:")
        for index, figure in found.changed.items():
            old, new = amount(seen[index].value, unit), amount(float(figure.value), unit)
            said.append(f"  {_name(figure, areas)}: {old} → {new}{_reminder(seen[index])}")
    if found.gone:
        said.append(f"{len(found.gone)} tal fra samme kilde er ikke i tabellen:")
        said += [f"  {_name(seen[index], areas)}: {amount(seen[index].value, unit)}" for index in found.gone]
        it = "Det" if len(found.gone) == 1 else "De"
        said.append(f"  {it} slettes." if remove else f"  {it} bliver stående. Slet med --remove.")
    same = len(found.read.figures) - len(found.new) - len(found.changed)
    rest = [
        (same, "tal er uændret", "tal er uændrede"),
        (found.read.empty, "celle har intet tal", "celler har intet tal"),
        (found.read.left_out, "række er valgt fra med »keep«", "rækker er valgt fra med »keep«"),
        (found.read.notes, "række under tallene er ikke læst", "rækker under tallene er ikke læst"),
    ]
    counts = [f"{counted(number, one, many)}." for number, one, many in rest if number]
    return [*said, " ".join(counts)] if counts else said


def _compared(indicator: Indicator, file: YamlFile, read: Reading, areas: dict[str, str]) -> Import:
    mapping = indicator.import_
    if mapping is None or read.problems:
        return Import(indicator, file, read, read.problems)
    places = {_place(seen): index for index, seen in enumerate(indicator.observations)}
    found = Import(indicator, file, read)
    for figure in read.figures:
        index = places.pop((figure.key, figure.kind), None)
        if index is None:
            found.new.append(figure)
        elif indicator.observations[index].value != float(figure.value):
            seen = indicator.observations[index]
            if _is_same(indicator.source_of(seen), mapping.source):
                found.changed[index] = figure
            else:
                message = (
                    f"Tallet for {_name(figure, areas)} er {amount(float(figure.value), indicator.unit)}, men "
                    f"»{indicator.source_of(seen).document}« siger {amount(seen.value, indicator.unit)} på linje "
                    f"{file.locate(('observations', index)).line}. Importen vælger ikke mellem kilder: slet det gamle "
                    "tal, eller giv det en gruppe."
                )
                found.problems.append(Problem(figure.location, message, "import"))
    of_the_source = (
        index
        for index in places.values()
        if _is_same(indicator.source_of(indicator.observations[index]), mapping.source)
    )
    found.gone.extend(of_the_source)
    return found


def _broken(
    loaded: Loaded, indicator: Indicator, file: YamlFile, cells: dict[int, Figure], today: dt.date
) -> list[Problem]:
    """Hold every rule against the plan as it would become, and point at the cell that a broken one is about."""
    origin = dataclasses.replace(loaded.origin(indicator), file=file)
    changed = {**loaded.of(Indicator), indicator.id: indicator}
    records: dict[type[Record], dict[str, Any]] = {**loaded.records, Indicator: changed}
    new = dataclasses.replace(
        loaded,
        plan=loaded.plan and dataclasses.replace(loaded.plan, indicators=changed),
        records=records,
        origins={**loaded.origins, (indicator.type, indicator.id): origin},
    )
    begins = [file.locate(("observations", index)).line for index in range(len(indicator.observations))]
    end = file.locate_offset(file.span(("observations",)).stop - 1).line
    broken = []
    for problem in rules.check(new, today):
        if problem.severity is Severity.ERROR:
            place, line = problem.location.path, problem.location.line
            figure = cells.get(bisect.bisect_right(begins, line) - 1) if place == file.path and line <= end else None
            broken.append(dataclasses.replace(problem, location=figure.location) if figure else problem)
    return broken


def _cells(found: Import, removed: Sequence[int]) -> dict[int, Figure]:
    """Give the figures that come from the table, by the index that they will have in the file."""
    kept = [index for index in range(len(found.indicator.observations)) if index not in set(removed)]
    changed = {place: found.changed[index] for place, index in enumerate(kept) if index in found.changed}
    return changed | dict(enumerate(found.new, start=len(kept)))


def _observation(indicator: Indicator, figure: Figure) -> Observation:
    mapping = indicator.import_
    source = mapping.source if mapping and not _is_same(mapping.source, indicator.source) else None
    return Observation(
        period=figure.period,
        area=figure.area,
        group=figure.group,
        value=float(figure.value),
        kind=figure.kind,
        source=SourceRef(document=source.document, section=source.section) if source else None,
    )


def _place(seen: Observation) -> _Place:
    return key_of(seen.period, seen.area, seen.group), seen.kind


def _is_same(one: SourceRef, other: SourceRef) -> bool:
    return (one.document, one.section) == (other.document, other.section)


def _name(figure: Figure | Observation, areas: dict[str, str]) -> str:
    kind = {"estimate": "skøn", "forecast": "prognose"}.get(figure.kind, "")
    parts = (figure.period.label, areas.get(figure.area, figure.area), figure.group, kind)
    return ", ".join(filter(None, parts))


def _reminder(seen: Observation) -> str:
    quote = seen.source.quote if seen.source else None
    there = {"en udregning": seen.calculation, "en bemærkning": seen.note, "et citat": quote}
    beside = joined([name for name, text in there.items() if text])
    return f" (ved tallet står {beside}: læs efter, om det stadig passer)" if beside else ""
