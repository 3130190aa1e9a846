"""Rules on targets and initiatives: what they ask for can be read, measured and placed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.base.problems import Problem, Severity
from generator.base.rule import Rule
from generator.base.text import danish_number, did_you_mean, joined, shown
from generator.model import Area, Indicator, Initiative, SubTarget, Target
from generator.model.vocabulary import POINT_UNITS, Comparator, Direction, Unit
from generator.reading.loaded import Origin
from generator.rules.figures import whole_number_instead
from generator.rules.scope import Scope

_COMPARATORS = joined(list(Comparator), "eller")


def demand(scope: Scope) -> Iterator[Problem]:
    """A demand says how to compare and with what: a figure with its unit, or an area."""
    for part, place, origin in _parts(scope):
        if part.value is not None and part.reference:
            message = "Kravet har både et tal og et område. Behold enten »value« eller »reference«."
            yield Problem(origin.locate_key(*place, "reference"), message, Rule.DEMAND)
        elif part.comparator and part.value is None and not part.reference:
            message = "Kravet siger ikke, hvad der skal nås. Tilføj »value« eller »reference«, eller slet »comparator«."
            yield Problem(origin.locate_key(*place, "comparator"), message, Rule.DEMAND)
        elif (part.value is not None or part.reference) and not part.comparator:
            given = "value" if part.value is not None else "reference"
            message = f"Kravet siger ikke, hvordan der sammenlignes. Tilføj »comparator«: {_COMPARATORS}."
            yield Problem(origin.locate_key(*place, given), message, Rule.DEMAND)
        elif part.value is not None and not part.unit:
            message = f"Tallet har ingen enhed. Tilføj »unit«: {joined(sorted(Unit.known()), 'eller')}."
            yield Problem(origin.locate_key(*place, "value"), message, Rule.DEMAND)
        elif part.offset and not part.reference:
            message = "Afstanden mangler et område at måle fra. Tilføj »reference«, eller slet »offset«."
            yield Problem(origin.locate_key(*place, "offset"), message, Rule.DEMAND)


def demand_since(scope: Scope) -> Iterator[Problem]:
    """A demand stands in one of its target's wordings from the year that it names."""
    for target, origin in scope.each(Target):
        years = {wording.year for wording in target.wordings}
        for index, part in enumerate(target.parts):
            if part.since is not None and part.since not in years:
                allowed = joined([str(year) for year in sorted(years)], "eller")
                message = f"Målet har ingen ordlyd fra {part.since}. Skriv {allowed}."
                yield Problem(origin.locate("parts", index, "since"), message, Rule.DEMAND)


def demand_on_itself(scope: Scope) -> Iterator[Problem]:
    """A demand follows another area than the site's own, which is always on its own level."""
    areas = {name: area for name, area in scope.loaded.of(Area).items() if area.home}
    if len(areas) > 1:
        return  # another rule says so, and which of them it is to be is not known
    for part, place, origin in _parts(scope):
        area = areas.get(part.reference or "")
        if area:
            message = f"»{area.id}« er sidens eget område, og kravet gælder det selv. Vælg et andet i »reference«."
            yield Problem(origin.locate(*place, "reference"), message, Rule.DEMAND)


def demanded_figure(scope: Scope) -> Iterator[Problem]:
    """A figure that is demanded can be true: a count is whole, and a percentage lies between 0 and 100."""
    for part, place, origin in _parts(scope):
        written = origin.written(*place, "value") if part.value is not None else ""
        if part.value is not None and part.unit and part.unit.is_whole and "." in written:
            message = whole_number_instead(written, part.value, part.unit)
            yield Problem(origin.locate(*place, "value"), message, Rule.WHOLE_NUMBER)
        elif part.value is not None and part.unit is Unit.PERCENT and not 0 <= part.value <= 100:  # noqa: PLR2004
            message = f"{danish_number(part.value)} procent ligger ikke mellem 0 og 100. Se efter, om det er rigtigt."
            yield Problem(origin.locate(*place, "value"), message, Rule.PERCENTAGE, Severity.WARNING)


def measure_of_part(scope: Scope) -> Iterator[Problem]:
    """What measures a part of a target counts in the same unit, has the group that it names, and can answer it."""
    indicators = scope.loaded.of(Indicator)
    groups_of: dict[str, set[str]] = {}
    for part, place, origin in _parts(scope):
        indicator = indicators.get(part.indicator or "")
        if part.group and not part.indicator:
            message = "Gruppen mangler en indikator at stå i. Tilføj »indicator«, eller slet »group«."
            yield Problem(origin.locate_key(*place, "group"), message, Rule.MEASURE)
        if indicator is None:
            continue
        if indicator.id not in groups_of:
            groups_of[indicator.id] = {seen.group for seen in indicator.observations if seen.group}
        groups = groups_of[indicator.id]
        if part.unit and part.unit is not indicator.unit:
            message = f"Delmålet er i {part.unit}, men »{indicator.id}« er i {indicator.unit}. Ret den ene enhed."
            yield Problem(origin.locate(*place, "unit"), message, Rule.MEASURE)
        if part.offset and indicator.unit not in POINT_UNITS:
            message = f"Afstanden er i procentpoint, men »{indicator.id}« er i {indicator.unit}. Slet »offset«."
            yield Problem(origin.locate(*place, "offset"), message, Rule.MEASURE)
        if part.comparator is Comparator.AT_LEVEL and indicator.direction is Direction.NONE:
            message = (
                f"»{indicator.id}« har ingen retning, så kun præcis det samme tal opfylder »at_level«. "
                "Vælg »up« eller »down« i »direction«, hvis det ene er bedre."
            )
            yield Problem(origin.locate(*place, "comparator"), message, Rule.MEASURE, Severity.WARNING)
        if part.group and indicator.observations and part.group not in groups:
            fix = did_you_mean(part.group, groups) or "Slet »group«."
            message = f"»{indicator.id}« har ingen tal for gruppen {shown(part.group)}. {fix}"
            yield Problem(origin.locate(*place, "group"), message, Rule.MEASURE)
        if not part.group and groups and all(observation.group for observation in indicator.observations):
            message = f"»{indicator.id}« har kun tal for grupper. Skriv i »group«, hvilken delmålet gælder."
            yield Problem(origin.locate(*place, "indicator"), message, Rule.MEASURE, Severity.WARNING)


def part_without_measure(scope: Scope) -> Iterator[Problem]:
    """Every part of a target is measured by an indicator, or the target says in `unmeasured` why not."""
    for target, origin in scope.each(Target):
        for index, part in enumerate(target.parts):
            if not part.indicator and not target.unmeasured:
                message = "Intet måler delmålet. Tilføj »indicator«, eller skriv hvorfor i målets »unmeasured«."
                yield Problem(origin.locate("parts", index, "id"), message, Rule.NO_METRIC, Severity.WARNING)


def part_of_itself(scope: Scope) -> Iterator[Problem]:
    """No initiative is a part of itself, straight or by way of others: it would be on no list."""
    above = {initiative.id: initiative.part_of for initiative, _ in scope.each(Initiative)}
    origins = {initiative.id: origin for initiative, origin in scope.each(Initiative)}
    for ring in _rings(above):
        names = joined([f"»{name}«" for name in ring])
        message = f"{names} er del af hinanden. Slet »part_of« på én af dem."
        if len(ring) == 1:
            message = "Indsatsen kan ikke være del af sig selv. Slet »part_of«."
        yield Problem(origins[ring[0]].locate("part_of"), message, Rule.PART_OF_ITSELF)


def part_of_part(scope: Scope) -> Iterator[Problem]:
    """An initiative is a part of one that is itself no part: lists show two levels."""
    above = {initiative.id: initiative.part_of for initiative, _ in scope.each(Initiative)}
    for initiative, origin in scope.each(Initiative):
        upper = initiative.part_of
        top = above.get(upper) if upper else None
        if top and top in above and not above[top]:
            message = f"»{upper}« er selv del af »{top}«. Skriv »{top}« her: oversigten viser kun to trin."
            yield Problem(origin.locate("part_of"), message, Rule.PART_OF_ITSELF)


def _rings(above: Mapping[str, str | None]) -> Iterator[Sequence[str]]:
    """Yield every ring in which following leads round, from its first name; each name is looked at once."""
    done: set[str] = set()
    for start in above:
        way: list[str] = []
        name: str | None = start
        while name and name not in done:
            done.add(name)
            way.append(name)
            name = above.get(name)
        if name in way:
            ring = way[way.index(name) :]
            first = ring.index(min(ring))
            yield [*ring[first:], *ring[:first]]


def _parts(scope: Scope) -> Iterator[tuple[SubTarget, tuple[str, int], Origin]]:
    for target, origin in scope.each(Target):
        for index, part in enumerate(target.parts):
            yield part, ("parts", index), origin
