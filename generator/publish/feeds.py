"""Atom feeds (RFC 4287): what happens to an organisation's points, and to a benchmark."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence

from generator.chain import timeline
from generator.chain.timeline import Event
from generator.model import Record
from generator.publish.view import Asset, View

FEED = "opdateringer.xml"
"""The file name of a feed, in the folder of the page that it follows."""


def feeds(view: View) -> Iterator[Asset]:
    """Make a feed for every organisation that was heard and for every benchmark that something happened to."""
    for organisation in view.plan.organisations.values():
        yield from _feed(view, organisation, timeline.of_organisation(view.graph, organisation.id))
    for benchmark in view.plan.benchmarks.values():
        yield from _feed(view, benchmark, timeline.of_benchmark(view.graph, benchmark.id))


def _feed(view: View, record: Record, events: Sequence[Event]) -> Iterator[Asset]:
    if not events:
        return
    body, _ = view.render("feed.xml.j2", record=record, events=events, root=view.plan.site.root, identify=identify)
    yield Asset(f"{record.address}{FEED}", f"{body}\n")


def identify(*parts: object) -> str:
    """Give a feed or an entry an id that stays the same wherever the site is published."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "/".join(map(str, parts))).urn
