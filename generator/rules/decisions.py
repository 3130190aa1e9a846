"""Rules on what is decided: at which meeting, in which text, and what was so before it was mended."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.base.local import said
from generator.base.problems import Problem
from generator.base.rule import Rule
from generator.base.text import danish_date, did_you_mean, natural_key, shown
from generator.model import RECORD_TYPES, Benchmark, Decision, DecisionRef, Indicator, Target
from generator.model.corrections import NotOnceError, undone
from generator.model.references import Place
from generator.reading.loaded import Origin
from generator.rules.scope import Scope

_DEMAND = ("comparator", "value", "unit", "reference", "offset")


class _Named(NamedTuple):
    """A decision that something names, with the day of what it decided."""

    decision: DecisionRef
    date: dt.date
    origin: Origin
    place: Place


def item_of_a_meeting(scope: Scope) -> Iterator[Problem]:
    """What names a decision names an item of its meeting, and happened on the day of the meeting or later."""
    meetings = scope.loaded.of(Decision)
    for named in _named(scope):
        meeting = meetings.get(named.decision.meeting)
        if meeting is None:
            continue
        if meeting.item(named.decision.item) is None:
            known = sorted((item.number for item in meeting.items), key=natural_key)
            message = f"Mødet har intet punkt {shown(named.decision.item)}. {did_you_mean(named.decision.item, known)}"
            yield Problem(named.origin.locate(*named.place, "decision", "item"), message, Rule.DECISION)
        if named.date < meeting.date:
            message = f"Datoen ligger før mødet, som var {danish_date(meeting.date)}. Ret den ene dato."
            yield Problem(named.origin.locate(*named.place, "date"), message, Rule.DECISION)


def item_numbered_twice(scope: Scope) -> Iterator[Problem]:
    """The items of a meeting have numbers of their own."""
    for meeting, origin in scope.each(Decision):
        seen: set[str] = set()
        for index, item in enumerate(meeting.items):
            if item.number in seen:
                message = f"Mødet har allerede et punkt {shown(item.number)}. Ret nummeret, eller slet det ene."
                yield Problem(origin.locate("items", index, "number"), message, Rule.NUMBER_TWICE)
            seen.add(item.number)


def versions_of_a_text(scope: Scope) -> Iterator[Problem]:
    """The adopted text of a benchmark stands in one place, and each version is another text than the one before."""
    for benchmark, origin in scope.each(Benchmark):
        for name in ("adopted_text", "adopted_text_missing"):
            if benchmark.versions and getattr(benchmark, name):
                message = f"Den vedtagne tekst står i »versions«. Slet »{name}«."
                yield Problem(origin.locate_key(name), message, Rule.ADOPTED_TEXT)
        for index, (before, version) in enumerate(itertools.pairwise(benchmark.versions), start=1):
            if before.text == version.text:
                message = "Teksten er den samme som i udgaven over. Ret den, eller slet udgaven."
                yield Problem(origin.locate("versions", index, "text"), message, Rule.ADOPTED_TEXT)
        if benchmark.withdrawn and benchmark.withdrawn.replaced_by == benchmark.id:
            message = said("{The} er afløst af sig selv. Skriv et andet id, eller slet linjen.")
            yield Problem(origin.locate("withdrawn", "replaced_by"), message, Rule.WITHDRAWN)


def correction_undone(scope: Scope) -> Iterator[Problem]:
    """A correction can be undone: the words after it stand in one place of the record as it was then."""
    for model in RECORD_TYPES:
        if "corrections" not in model.model_fields:
            continue
        for record, origin in scope.each(model):
            for index, correction in enumerate(record.corrections):  # type: ignore[attr-defined]
                if correction.before == correction.after:
                    message = "Ordene er de samme før og efter. Ret »after«."
                    yield Problem(origin.locate("corrections", index, "after"), message, Rule.CORRECTION)
            if record.corrections:  # type: ignore[attr-defined]
                yield from _not_undone(origin)


def figure_revised(scope: Scope) -> Iterator[Problem]:
    """A revised figure or demand was another before."""
    for indicator, origin in scope.each(Indicator):
        for index, figure in enumerate(indicator.observations):
            if figure.revised and figure.revised[-1].value == figure.value:
                place = origin.locate("observations", index, "revised", len(figure.revised) - 1, "value")
                yield Problem(place, "Tallet er det samme som før. Skriv det tal, der stod før.", Rule.REVISED)
    for target, origin in scope.each(Target):
        for index, part in enumerate(target.parts):
            for number, revision in enumerate(part.revised):
                if all(getattr(revision, name) is None for name in _DEMAND):
                    place = origin.locate("parts", index, "revised", number)
                    message = "Her står ikke, hvad kravet var før. Skriv det, der er ændret, for eksempel »value«."
                    yield Problem(place, message, Rule.REVISED)


def _not_undone(origin: Origin) -> Iterator[Problem]:
    value: Any = origin.file.value
    for step in origin.place:
        value = value[step]
    try:
        undone(value, 0)
    except NotOnceError as error:
        many = "ikke" if error.times == 0 else f"{error.times} steder"
        fix = "Skriv ordene, som de står" if error.times == 0 else "Skriv mere af sætningen i både »before« og »after«"
        message = f"{shown(error.words)} står {many} i posten. {fix}."
        yield Problem(origin.locate("corrections", error.index, "after"), message, Rule.CORRECTION)


def _named(scope: Scope) -> Iterator[_Named]:
    for _, _, point, origin in scope.points:
        for index, entry in enumerate(point.history):
            if entry.decision:
                yield _Named(entry.decision, entry.date, origin, ("history", index))
    for benchmark, origin in scope.each(Benchmark):
        for index, version in enumerate(benchmark.versions):
            if version.decision:
                yield _Named(version.decision, version.date, origin, ("versions", index))
        if benchmark.withdrawn and benchmark.withdrawn.decision:
            yield _Named(benchmark.withdrawn.decision, benchmark.withdrawn.date, origin, ("withdrawn",))
