"""What has been put on the site since a day, for somebody who raised points: what a secretary sends in a mail."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.base.clock import day_in_denmark
from generator.base.text import danish_date, unemphasised
from generator.chain.changes import decider
from generator.chain.graph import Graph, Raised
from generator.history import git
from generator.history.deltas import How, What
from generator.history.filed import Texts, in_folder, points
from generator.history.sentences import ONLY_COUNTED, Change, mentioned, said_of, told
from generator.history.versions import pairs, version
from generator.model import AnswerEntry, Plan, Response


@dataclass(frozen=True)
class News:
    """What is new: the answers that have come, each with its point, and everything else in sentences."""

    answers: Sequence[tuple[Raised, AnswerEntry]]
    others: Sequence[str]


def since(data: Path, day: dt.date) -> list[Change]:
    """Give what was put on the site on a day or later, told as one change for each thing."""
    first = next((one.name for one in git.revisions(data) if _day(one) < day), None)
    before: Texts = version(first, data) if first else {}
    return told(delta for pair in pairs(before, in_folder(data)) for delta in pair.deltas)


def news(plan: Plan, changes: Sequence[Change], organisation: str | None = None) -> News:
    """Sort changes into answers and the rest; of an organisation only what comes of its own letters."""
    graph = Graph.of(plan)
    answers: dict[tuple[str, int], tuple[Raised, AnswerEntry]] = {}
    others = []
    for change in changes:
        if organisation and not change.subject[1].endswith(f"/{organisation}"):
            continue
        found = [(name, index) for name, index in _answers(change) if name in graph.raised]
        answers |= {at: (graph.raised[at[0]], graph.raised[at[0]].point.history[at[1]]) for at in found}
        if change.kind not in ONLY_COUNTED and not (change.delta.what is What.ANSWER and found):
            others.append(said_of(plan, change.sentence, mentioned(change.delta)))
    joint = {
        (item.point.id, index): (item, entry)
        for item in graph.points
        if item.joint and (not organisation or item.response.organisation == organisation)
        for index, entry in enumerate(graph.raised[item.joint].point.history)
        if (item.joint, index) in _given(changes)
    }
    return News(list((answers | joint).values()), others)


def mail(plan: Plan, day: dt.date, found: News) -> str:
    """Write the text of a mail in Danish; where nothing has happened it says so."""
    lines = [f"Nyt på {plan.site.title} siden {danish_date(day)}", ""]
    if not found.answers and not found.others:
        return "\n".join([*lines, "Der er ikke kommet noget nyt."])
    for raised, entry in found.answers:
        lines += [*_told(plan, raised, entry), ""]
    if found.others:
        lines += ["Desuden:" if found.answers else "Det er nyt:", *(f"- {sentence}" for sentence in found.others), ""]
    return "\n".join(lines).rstrip()


def _told(plan: Plan, raised: Raised, entry: AnswerEntry) -> Iterator[str]:
    point = raised.point
    yield f"Punkt {point.id.upper()}: {unemphasised(point.summary)}"
    yield f"Tilstand: {entry.status}, {danish_date(entry.date)}"
    said = (
        ("Svar", entry.answer),
        ("Det er imødekommet", entry.accepted),
        ("Det er ikke imødekommet", entry.not_accepted),
        ("Begrundelse", entry.reason),
        ("Besluttet af", decider(plan, entry)),
    )
    for title, text in said:
        if text:
            yield f"{title}: {' '.join(text.split())}"
    for promise in entry.promised:
        due = f", senest {danish_date(promise.deadline)}" if promise.deadline else ""
        yield f"Lovet: {promise.text} ({promise.who}{due})"
    root = f"{plan.site.root}/" if plan.site.root else ""
    yield f"Læs det her: {root}{raised.response.address}#{point.id}"


def _answers(change: Change) -> Iterator[tuple[str, int]]:
    """Yield the answers that a change brought, each by its point and its number."""
    delta = change.delta
    if delta.how is not How.ADDED:
        return
    if delta.what is What.ANSWER:
        yield change.point, int(delta.place[-1])
    elif delta.what is What.POINT:
        yield from _inside(delta.new)
    elif delta.what is What.RECORD and delta.filed.model is Response:
        for _, point in points(delta.filed):
            yield from _inside(point)


def _inside(point: dict[str, Any]) -> Iterator[tuple[str, int]]:
    for index, _ in enumerate(point.get("history") or ()):
        yield str(point.get("id")), index


def _given(changes: Sequence[Change]) -> set[tuple[str, int]]:
    return {at for change in changes for at in _answers(change)}


def _day(revision: git.Revision) -> dt.date:
    return day_in_denmark(dt.datetime.fromtimestamp(revision.seconds, tz=dt.UTC))
