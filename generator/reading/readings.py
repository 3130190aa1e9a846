"""Which texts links and answers were made for, and whether those texts are still the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Identified, Point, fingerprint
from generator.reading.loading import Loaded, Origin
from generator.reading.source import Place


@dataclass(frozen=True)
class Reading:
    """A link or an answer, and the fingerprint that it should carry."""

    record: Identified
    origin: Origin
    place: Place
    seen: str | None
    current: str

    @property
    def is_stale(self) -> bool:
        """Tell whether a text has changed since the last reading."""
        return self.seen is not None and self.seen != self.current


def readings(loaded: Loaded) -> Iterator[Reading]:
    """Yield every editorial link and every answer that points somewhere, with the fingerprint of its texts now."""
    plan = loaded.plan
    if plan is None:
        return
    for record in plan.linking():
        origin = loaded.origin(record)
        for index, link in enumerate(record.links):
            target = plan.find(*link.end) if link.end else None
            if target:  # a link that leads nowhere is another rule's business
                yield Reading(record, origin, ("links", index), link.seen, fingerprint(record, target))
        if isinstance(record, Point):
            for index, entry in enumerate(record.history):
                if entry.answer:
                    yield Reading(record, origin, ("history", index), entry.seen, fingerprint(record))
