"""Atom feeds (RFC 4287): of the whole site, of those who were heard, and of what they were heard about."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.chain.timeline import Event
from generator.model import Benchmark, Consultation, Initiative, Organisation, Record
from generator.publish import changelog
from generator.publish.view import Alternate, Asset, View

FEED = "opdateringer.xml"
"""The file name of a feed, in the folder of the page that it follows."""
MEDIA = "application/atom+xml"
MOST_ENTRIES = 100
"""The most entries of a feed, the newest; whoever reads it has the older ones."""
OF_CHANGES = Alternate(f"{changelog.ADDRESS}{FEED}", MEDIA, "Alle ændringer (Atom)")
"""The feed of what was put on the site."""
_FOLLOWED = (Organisation, Consultation, Benchmark, Initiative)


@dataclass(frozen=True)
class Followed:
    """What a feed follows: the site itself, or a record."""

    title: str
    address: str
    identity: str

    @classmethod
    def site(cls, view: View) -> Followed:
        """Give the whole site."""
        return cls("Alt nyt", "", identify(view.plan.site.municipality, "site"))

    @classmethod
    def record(cls, view: View, record: Record) -> Followed:
        """Give a record."""
        return cls(record.title, record.address, identify(view.plan.site.municipality, record.type, record.id))


def feeds(view: View) -> Iterator[Asset]:
    """Make a feed of the site, and one for every record that is followed and that something has happened to."""
    yield from _feed(view, Followed.site(view), view.timeline.events)
    for model in _FOLLOWED:
        for record in view.plan.of(model).values():
            yield from _feed(view, Followed.record(view, record), view.happened(record))
    yield from _changes(view)


def alternates(view: View, record: Record | None) -> Iterator[Alternate]:
    """List the feeds that follow what a page is about: of the front page the site's, of a record its own."""
    if record is None and view.timeline.events:
        yield Alternate(FEED, MEDIA, "Alt nyt (Atom)")
    elif record and view.happened(record):
        yield Alternate(f"{record.address}{FEED}", MEDIA, f"{record.title} (Atom)")


def identify(*parts: object) -> str:
    """Give a feed or an entry an id that stays the same wherever the site is published."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "/".join(map(str, parts))).urn


def identity(municipality: str, event: Event) -> str:
    """Give a step an id that is no other step's, and that stays when the day or the words of the step are corrected."""
    return identify(municipality, event.kind, *event.subject, event.number)


def _changes(view: View) -> Iterator[Asset]:
    """Make the feed of what was put on the site, where the log tells of anything."""
    lines = view.changelog.lines[:MOST_ENTRIES]
    if lines:
        municipality = view.plan.site.municipality
        body, _ = view.render(
            "changes.xml.j2",
            lines=lines,
            root=view.plan.site.root,
            identity=identify(municipality, changelog.ADDRESS),
            identify=lambda line: identify(municipality, *line.identity),
        )
        yield Asset(f"{changelog.ADDRESS}{FEED}", f"{body}\n")


def _feed(view: View, followed: Followed, events: Sequence[Event]) -> Iterator[Asset]:
    if not events:
        return
    # What is put on the site late is new to those who read it, whenever it happened.
    newest = sorted(events, key=view.put_on_site, reverse=True)[:MOST_ENTRIES]
    body, _ = view.render(
        "feed.xml.j2",
        followed=followed,
        events=newest,
        root=view.plan.site.root,
        up="../" * followed.address.count("/"),
        put_on_site=view.put_on_site,
        identity=lambda event: identity(view.plan.site.municipality, event),
    )
    yield Asset(f"{followed.address}{FEED}", f"{body}\n")
