"""Brings the figures of a table from outside into an indicator's file, and says first what that would change.

The table is read as the indicator's `import` says. Nothing is written unless the file would load again with everything
else in it unchanged and without breaking a rule.
"""

from __future__ import annotations

import bisect
import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from generator import rules
from generator.base.measures import amount
from generator.base.problems import Problem, Severity
from generator.base.rule import Rule
from generator.base.text import counted, joined
from generator.charts.parts import kind_of
from generator.editing.importing import observations
from generator.editing.importing.files import TableFile
from generator.editing.importing.forms import danish
from generator.editing.importing.observations import Harvest, PlacedObservation, is_same, named
from generator.editing.importing.rewriting import rewritten
from generator.editing.rewriting import Change, RewriteError, in_its_form, swap
from generator.model import Area, Indicator, Observation, SourceRef
from generator.model.vocabulary import ObservationKind
from generator.reading.loaded import Loaded, Origin
from generator.reading.source import YamlFile


@dataclass(frozen=True)
class Import:
    """What an import would do to an indicator's file, or why it cannot be done."""

    indicator: Indicator
    areas: Mapping[str, Area]
    old: YamlFile
    read: Harvest = field(default_factory=Harvest)
    problems: list[Problem] = field(default_factory=list)
    new: list[PlacedObservation] = field(default_factory=list)
    changed: dict[int, PlacedObservation] = field(default_factory=dict)
    """New values, by the index of the observation."""
    gone: list[int] = field(default_factory=list)
    """Observations of the same source that the table does not hold."""
    remove: bool = False
    """Whether those are removed."""
    file: YamlFile | None = None
    """The file as it would become; None where nothing changes."""

    @property
    def removed(self) -> list[int]:
        """The observations that are removed."""
        return self.gone if self.remove else []

    def write(self) -> None:
        """Put the changed file in the place of the old one.

        Raises:
            RewriteError: somebody has changed the file in the meantime.
        """
        if self.file:
            swap([Change(Path(self.old.path), self.old.text, self.file.text)])


def hindrances(problems: Iterable[Problem]) -> list[Problem]:
    """Give the errors that must be mended before an import: not that an indicator has yet to get its first figure."""
    return [problem for problem in problems if problem.severity is Severity.ERROR and problem.rule != Rule.NO_FIGURES]


def prepare(loaded: Loaded, indicator: Indicator, export: TableFile, today: dt.date, *, remove: bool) -> Import:
    """Compare a table with an indicator's observations and make the file that would come of it; writes nothing.

    The indicator has an `import`: a table without one is only ever looked at.
    """
    origin, areas, mapping = loaded.origin(indicator), loaded.of(Area), indicator.import_
    if export.problems or mapping is None:
        return Import(indicator, areas, origin.file, problems=export.problems)
    read = observations.read(export, indicator, mapping, areas)
    found = Import(indicator, areas, origin.file, read, [*read.problems], remove=remove)
    if not found.problems:
        _compare(found, mapping.source)
    if found.problems or not (found.new or found.changed or found.removed):
        return found
    values = {index: figure.seen.value for index, figure in found.changed.items()}
    try:
        new = rewritten(origin.file, values, set(found.removed), [figure.seen for figure in found.new], today)
        file = in_its_form(origin.file, new, Indicator)
    except RewriteError as error:
        return dataclasses.replace(found, problems=[error.problem])
    broken = _broken(loaded, found, file, today)
    return dataclasses.replace(found, problems=broken, file=None if broken else file)


def lines(found: Import) -> list[str]:
    """Say in Danish what an import changes: what is new, what is different and what is gone, with the figures."""
    seen, unit = found.indicator.observations, found.indicator.unit
    said = []
    if found.new:
        said.append(f"{counted(len(found.new), 'nyt tal', 'nye tal').capitalize()}:")
        said += [f"  {_told(figure.seen, found)}" for figure in found.new]
    if found.changed:
        said.append(f"{counted(len(found.changed), 'ændret tal', 'ændrede tal').capitalize()}:")
        for index, figure in found.changed.items():
            said.append(f"  {_told(seen[index], found)} → {amount(figure.seen.value, unit)}{_reminder(seen[index])}")
    if found.gone:
        said.append(f"{len(found.gone)} tal fra samme kilde er ikke i tabellen:")
        said += [f"  {_told(seen[index], found)}" for index in found.gone]
        it = "Det" if len(found.gone) == 1 else "De"
        said.append(f"  {it} slettes." if found.remove else f"  {it} bliver stående. Slet med --remove.")
    same = len(found.read.figures) - len(found.new) - len(found.changed)
    rest = [
        (same, "tal er uændret", "tal er uændrede"),
        (found.read.empty, "celle har intet tal", "celler har intet tal"),
        (found.read.left_out, "række er valgt fra med »keep«", "rækker er valgt fra med »keep«"),
        (found.read.notes, "række under tallene er ikke læst", "rækker under tallene er ikke læst"),
    ]
    counts = [f"{counted(number, one, many)}." for number, one, many in rest if number]
    said += [" ".join(counts)] if counts else []
    return [*said, *_signs(found), *_seen_in_excel(found), *_words_to_read(found)]


def _signs(found: Import) -> Iterator[str]:
    """Say that some figures are written with the sign for per cent and others are not, for all are read as per cent."""
    signed, bare = found.read.signed, len(found.read.figures) - found.read.signed
    if signed and bare:
        yield f"{signed} tal har procenttegn, og {bare} har ikke. Alle er læst som procent, så 0,67 er ikke 67 %."


def _seen_in_excel(found: Import) -> Iterator[str]:
    """Say of how many figures a workbook shows another number than it holds, and which of the two is taken."""
    mapping, scaled, rounded = found.indicator.import_, found.read.scaled, found.read.rounded
    if scaled:
        number, held = (danish(value or Decimal(0)) for value in (scaled[0].number, scaled[0].held))
        yield (
            f"{len(scaled)} tal vises i tusinder eller millioner i Excel og er taget, som de vises: "
            f"{number}, hvor cellen indeholder {held}."
        )
    if rounded and mapping:
        taken = "alle decimaler er taget med" if mapping.rounding == "held" else "de er rundet af, som de vises"
        if mapping.decimals is not None:
            taken = f"de er rundet af til {counted(mapping.decimals, 'decimal', 'decimaler')}"
        yield f"{len(rounded)} tal har flere decimaler, end Excel viser: {taken}."


def _words_to_read(found: Import) -> Iterator[str]:
    """Ask for the words about the figures to be read again, where the figures they were written for change."""
    told = joined([f"»{name}«" for name in found.indicator.told()])
    if found.indicator.observations and (found.new or found.changed or found.removed):
        yield f"Læs {told} igen, og kør »pejl confirm {found.indicator.id}«, når ordene passer til tallene."


def _compare(found: Import, source: SourceRef) -> None:
    """Sort the figures of a table into those that are new, changed and gone; report those that another source gives."""
    indicator = found.indicator
    # An estimate may stand beside the actual figure.
    places = {(seen.identity, seen.kind): index for index, seen in enumerate(indicator.observations)}
    for figure in found.read.figures:
        index = places.pop((figure.seen.identity, figure.seen.kind), None)
        if index is None:
            found.new.append(figure)
            continue
        old = indicator.observations[index]
        if old.value == figure.seen.value:
            continue
        if is_same(indicator.source_of(old), source):
            found.changed[index] = figure
        else:
            message = (
                f"Tallet for {_name(figure.seen, found)} er {amount(figure.seen.value, indicator.unit)}, men "
                f"»{indicator.source_of(old).document}« siger {amount(old.value, indicator.unit)} på linje "
                f"{found.old.locate(('observations', index)).line}. Importen vælger ikke mellem kilder: slet det gamle "
                "tal, eller giv det en gruppe."
            )
            found.problems.append(Problem(figure.location, message, Rule.IMPORT))
    rest = (index for index in places.values() if is_same(indicator.source_of(indicator.observations[index]), source))
    found.gone.extend(rest)


def _broken(loaded: Loaded, found: Import, file: YamlFile, today: dt.date) -> list[Problem]:
    """Hold every rule against the records as they would become, and point at the cell that a broken one is about."""
    indicator = Indicator.model_validate({**file.value, "id": found.indicator.id})
    new = dataclasses.replace(
        loaded,
        records={**loaded.records, Indicator: {**loaded.of(Indicator), indicator.id: indicator}},
        origins={**loaded.origins, (indicator.type, indicator.id): Origin(file)},
    )
    cells = _cells(found)
    begins = [file.locate(("observations", index)).line for index in range(len(indicator.observations))]
    end = file.locate_offset(file.span(("observations",)).stop - 1).line
    broken = []
    for problem in hindrances(rules.check(new, today)):
        place, line = problem.location.path, problem.location.line
        figure = cells.get(bisect.bisect_right(begins, line) - 1) if place == file.path and line <= end else None
        broken.append(dataclasses.replace(problem, location=figure.location) if figure else problem)
    return broken


def _cells(found: Import) -> dict[int, PlacedObservation]:
    """Give the figures that come from the table, by the index that they will have in the file."""
    removed = set(found.removed)
    kept = [index for index in range(len(found.indicator.observations)) if index not in removed]
    changed = {place: found.changed[index] for place, index in enumerate(kept) if index in found.changed}
    return changed | dict(enumerate(found.new, start=len(kept)))


def _told(seen: Observation, found: Import) -> str:
    return f"{_name(seen, found)}: {amount(seen.value, found.indicator.unit)}"


def _name(seen: Observation, found: Import) -> str:
    kind = "" if seen.kind is ObservationKind.ACTUAL else kind_of(seen.kind)
    return ", ".join(filter(None, (named(seen, found.areas), kind)))


def _reminder(seen: Observation) -> str:
    quote = seen.source.quote if seen.source else None
    there = {"en udregning": seen.calculation, "en bemærkning": seen.note, "et citat": quote}
    beside = joined([name for name, text in there.items() if text])
    return f" (ved tallet står {beside}: læs efter, om det stadig passer)" if beside else ""
