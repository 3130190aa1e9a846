"""Atom feeds (RFC 4287): what happens to an organisation's points, and to a benchmark."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence

from generator.chain.timeline import Event
from generator.model import Benchmark, Organisation, Record
from generator.publish.view import Asset, View

FEED = "opdateringer.xml"
"""The file name of a feed, in the folder of the page that it follows."""


def feeds(view: View) -> Iterator[Asset]:
    """Make a feed for every organisation that was heard and for every benchmark that something happened to."""
    for organisation in view.plan.of(Organisation).values():
        yield from _feed(view, organisation, view.timeline.of_organisation(organisation.id))
    for benchmark in view.plan.of(Benchmark).values():
        yield from _feed(view, benchmark, view.timeline.of_benchmark(benchmark.id))


def _feed(view: View, record: Record, events: Sequence[Event]) -> Iterator[Asset]:
    if not events:
        return
    body, _ = view.render("feed.xml.j2", record=record, events=events, root=view.plan.site.root, identify=identify)
    yield Asset(f"{record.address}{FEED}", f"{body}\n")


def identify(*parts: object) -> str:
    """Give a feed or an entry an id that stays the same wherever the site is published."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "/".join(map(str, parts))).urn
