"""The rows of the tables, from records and links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from generator.base.text import as_id, natural_sort
from generator.chain import whitebook as cases
from generator.chain.changes import changed, decider
from generator.chain.decided import Decided, decided
from generator.chain.graph import Key, Raised
from generator.model import (
    AnswerEntry,
    Area,
    Benchmark,
    Consultation,
    Decision,
    Department,
    Document,
    Indicator,
    Initiative,
    Organisation,
    Plan,
    StatusEntry,
    Target,
    TargetGroup,
)
from generator.publish.exports.sheets import Cell
from generator.publish.exports.standing import standing
from generator.publish.view import View

Row: TypeAlias = Sequence[Cell]

_OTHERS = ("goal", "indicator", "target", "initiative", "recommendation")
"""The types whose links with benchmarks and points have a column, in the columns' order."""


def observations(plan: Plan, indicator: Indicator) -> Iterator[Row]:
    """List the figures of an indicator, as the editors ordered them."""
    for observation in indicator.observations:
        source = indicator.source_of(observation)
        yield (
            observation.period.code,
            observation.period.start,
            observation.period.end,
            plan.of(Area)[observation.area].title,
            observation.area,
            observation.group,
            observation.value,
            observation.kind,
            indicator.unit,
            observation.calculation,
            observation.note,
            plan.of(Document)[source.document].title,
            source.document,
            source.section,
        )


def indicators(view: View) -> Iterator[Row]:
    """Say of each indicator what it measures and where its figures stand."""
    for indicator in view.plan.of(Indicator).values():
        covered = view.coverage[indicator.id]
        yield (
            indicator.id,
            indicator.title,
            indicator.definition,
            indicator.unit,
            indicator.direction,
            covered.figures,
            covered.first,
            covered.last,
            " ".join(at.period.code for at in indicator.breaks),
            indicator.original_source,
            view.plan.of(Document)[indicator.source.document].title,
            indicator.source.document,
            indicator.source.section,
            f"indikatorer/{indicator.id}.csv",
            indicator.address,
        )


def overview(view: View) -> Iterator[Row]:
    """List what belongs to each benchmark."""
    for benchmark in natural_sort(view.plan.of(Benchmark).values(), "id"):
        points = view.graph.points_of(benchmark.id)
        yield (
            benchmark.id,
            benchmark.title,
            " ".join(item.point.id for item in points),
            " ".join(item.point.id for item in points if not item.answered),
            *(_near(view, (benchmark.type, benchmark.id), other) for other in _OTHERS),
            benchmark.address,
        )


def letters(view: View) -> Iterator[Row]:
    """List the letters, the oldest first; one without a point is a letter all the same."""
    for consultation in view.plan.of(Consultation):
        for response in view.graph.letters_in(consultation):
            yield (
                response.id,
                view.plan.of(Organisation)[response.organisation].title,
                response.organisation,
                response.consultation,
                response.date,
                response.title,
                response.summary,
                len(view.graph.points_in(response.id)),
                "\n\n".join(response.opening),
                "\n\n".join(response.closing),
                view.plan.of(Document)[response.source.document].title,
                response.source.document,
                response.source.section,
                response.address,
            )


def points(view: View) -> Iterator[Row]:
    """List the points of all letters, in the order of the letters."""
    for raised in view.graph.raised.values():
        point, response = raised.point, raised.response
        yield (
            point.id,
            view.plan.of(Organisation)[response.organisation].title,
            response.date,
            " ".join(raised.benchmarks),
            point.kind,
            raised.state,
            point.summary,
            point.text,
            *(_near(view, (point.type, point.id), other) for other in _OTHERS),
            response.id,
            raised.heading,
            " ".join(point.themes),
            *_newest_answer(view, raised),
            view.address(raised).lstrip("/"),
            *_detailed(raised.history[-1] if raised.history else None),
            raised.joint or None,
            " ".join(raised.split_into),
        )


def _newest_answer(view: View, raised: Raised) -> Row:
    entry = raised.history[-1] if raised.history else None
    if entry is None:
        return (None,) * 7
    return (entry.date, entry.answer, entry.reason, decider(view.plan, entry) or None, *_changed(view.plan, entry))


def _changed(plan: Plan, entry: AnswerEntry) -> Row:
    """Give the texts before and after, and what else was changed, each in one cell."""
    found = changed(plan, entry)
    references = [
        [
            one.reference,
            f"{plan.of(Benchmark)[one.benchmark].title}, udgave {one.version}" if one.benchmark else "",
            plan.of(Initiative)[one.initiative].title if one.initiative else "",
        ]
        for one in found
    ]
    texts = ([one.before for one in found], [one.after for one in found], [*chain.from_iterable(references)])
    return tuple("\n\n".join(filter(None, cell)) or None for cell in texts)


def _detailed(entry: AnswerEntry | None) -> Row:
    if entry is None:
        return (None,) * 6
    meeting = entry.decision
    return (
        entry.accepted,
        entry.not_accepted,
        entry.remarks,
        entry.recommendation,
        meeting.meeting if meeting else None,
        meeting.item if meeting else None,
    )


def answers(view: View) -> Iterator[Row]:
    """List every step in the answering of every point; a joint answer stands at the point that has it."""
    for raised in view.graph.raised.values():
        for entry in raised.point.history:
            yield (
                raised.point.id,
                entry.date,
                entry.status,
                entry.answer,
                entry.reason,
                decider(view.plan, entry) or None,
                *_changed(view.plan, entry),
                entry.note,
                view.plan.of(Document)[entry.source.document].title,
                entry.source.document,
                entry.source.section,
                *_detailed(entry),
            )


def promises(view: View) -> Iterator[Row]:
    """List every promise with what became of it; its source is where that stands, or else the answer's."""
    for raised in view.graph.raised.values():
        for entry in raised.point.history:
            for promise in entry.promised:
                newest = promise.history[-1] if promise.history else None
                yield (
                    raised.point.id,
                    entry.date,
                    promise.text,
                    promise.who,
                    promise.deadline,
                    newest.status if newest else None,
                    newest.date if newest else None,
                    newest.note if newest else None,
                    *_source(view.plan, newest or entry),
                )


def replies(view: View) -> Iterator[Row]:
    """List what those who raised points say of the answers."""
    for raised in view.graph.raised.values():
        for reply in raised.point.replies:
            yield (
                raised.point.id,
                reply.date,
                view.plan.of(Organisation)[raised.response.organisation].title,
                reply.status,
                reply.text,
                reply.note,
                *_source(view.plan, reply),
            )


def decisions(view: View) -> Iterator[Row]:
    """List every item of every meeting, with what was decided there."""
    known = decided(view.graph)
    for meeting in view.plan.of(Decision).values():
        for item in meeting.items:
            found = known.get(meeting.id, {}).get(item.number, Decided())
            source = item.source or meeting.source
            yield (
                meeting.id,
                meeting.date,
                meeting.body,
                item.number,
                item.title,
                item.decided,
                " ".join(raised.point.id for raised, _ in found.answers),
                " ".join(dict.fromkeys(benchmark.id for benchmark, _ in found.versions)),
                " ".join(benchmark.id for benchmark in found.withdrawn),
                view.plan.of(Document)[source.document].title,
                source.document,
                source.section,
                f"{meeting.address}#punkt-{as_id(item.number)}",
            )


def whitebook(view: View, case: Consultation) -> Iterator[Row]:
    """List every point of a case once, in the order of its whitebook."""
    for _, chapter, raised in cases.rows(view.graph, case.id):
        if raised is None:
            continue
        entry = raised.history[-1] if raised.history else None
        meeting = entry.decision if entry else None
        yield (
            chapter.benchmark.id if chapter.benchmark else None,
            raised.point.id,
            view.plan.of(Organisation)[raised.response.organisation].title,
            raised.point.text,
            raised.state,
            *((entry.answer, entry.reason, entry.accepted, entry.not_accepted) if entry else (None,) * 4),
            *(_changed(view.plan, entry) if entry else (None,) * 3),
            (decider(view.plan, entry) or None) if entry else None,
            *((meeting.meeting, meeting.item) if meeting else (None, None)),
            "\n\n".join(_carried(view.plan, entry)) or None if entry else None,
            view.address(raised).lstrip("/"),
        )


def _carried(plan: Plan, entry: AnswerEntry) -> Iterator[str]:
    for one in cases.carried(plan, entry):
        yield f"{one.what}: {one.state or 'ikke oplyst'}"


def _source(plan: Plan, step: StatusEntry) -> Row:
    return plan.of(Document)[step.source.document].title, step.source.document, step.source.section


def targets(view: View) -> Iterator[Row]:
    """List every part of every target, with how it stands."""
    plan = view.plan
    for target in plan.of(Target).values():
        result = view.results.targets[target.id]
        for verdict in result.verdicts:
            part = verdict.part
            yield (
                target.id,
                part.id,
                target.number,
                target.title,
                target.plan,
                target.year,
                plan.of(Department)[target.department].title if target.department else None,
                plan.of(TargetGroup)[part.target_group].title if part.target_group else None,
                part.label,
                part.comparator,
                part.value,
                part.unit,
                part.reference,
                part.offset,
                part.indicator,
                part.group,
                target.unmeasured,
                result.status,
                *standing(plan, verdict).values(),
                f"{target.address}#{part.id}",
            )


def links(view: View) -> Iterator[Row]:
    """List every link, once, the way it was stored."""
    for edge in view.graph.edges:
        yield (*edge.source, *edge.target, edge.why, edge.stale)


def _near(view: View, key: Key, other: str) -> str:
    return " ".join(near.key[1] for near in view.graph.neighbours(key, other))
