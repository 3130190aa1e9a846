"""What happened when: every dated step that the records hold, newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from generator.chain.links import Graph, Key, Raised
from generator.model import StatusEntry


@dataclass(frozen=True)
class Event:
    """One dated step: a letter that came, an answer, a new state of delivery or of a consultation."""

    date: dt.date
    kind: str
    """`received`, `answer`, `delivery` or `consultation`; the templates put it in words."""
    subject: Key
    status: str = ""
    entry: StatusEntry | None = None
    raised: Raised | None = None


def events(graph: Graph) -> list[Event]:
    """List every dated step in a plan, the newest first and steps of one day in a fixed order."""
    return sorted(_events(graph), key=lambda event: (-event.date.toordinal(), event.kind, event.subject))


def of_benchmark(graph: Graph, benchmark: str) -> list[Event]:
    """List the steps that concern a benchmark: its letters, the answers to its points and its delivery."""
    points = {("point", raised.point.id) for raised in graph.points_of(benchmark)}
    letters = {("response", raised.response.id) for raised in graph.points_of(benchmark)}
    subjects = points | letters | {("benchmark", benchmark)}
    return [event for event in events(graph) if event.subject in subjects]


def of_organisation(graph: Graph, organisation: str) -> list[Event]:
    """List the steps that concern an organisation: the letters it sent and the answers it got."""
    points = {("point", raised.point.id) for raised in graph.points_by(organisation)}
    letters = {("response", raised.response.id) for raised in graph.points_by(organisation)}
    return [event for event in events(graph) if event.subject in points | letters]


def _events(graph: Graph) -> Iterator[Event]:
    plan = graph.plan
    for response in plan.responses.values():
        yield Event(response.date, "received", ("response", response.id))
    for raised in graph.raised.values():
        for answer in raised.point.history:
            yield Event(answer.date, "answer", ("point", raised.point.id), answer.status, answer, raised)
    for benchmark in plan.benchmarks.values():
        for delivery in benchmark.history:
            yield Event(delivery.date, "delivery", ("benchmark", benchmark.id), delivery.status, delivery)
    for consultation in plan.consultations.values():
        for state in consultation.history:
            yield Event(state.date, "consultation", ("consultation", consultation.id), state.status, state)
