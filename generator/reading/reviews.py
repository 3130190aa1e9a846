"""Which texts and figures links, answers and words were made for, and whether those are still the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.model import Identified, Indicator, Point, condensed
from generator.model.references import Place
from generator.reading.loaded import Loaded, Origin


class Review(NamedTuple):
    """A link, an answer or words about figures, what they were made for, and its fingerprint when it was last read."""

    record: Identified
    origin: Origin
    place: Place
    seen: str | None
    texts: tuple[Identified, ...]
    said: tuple[str, ...]
    """The words or the figures of each, in the form that a fingerprint is made of."""

    @property
    def current(self) -> str:
        """The fingerprint of the texts as they are now."""
        return condensed(*self.said)

    @property
    def is_stale(self) -> bool:
        """Tell whether a text has changed since it was last read."""
        return self.seen is not None and self.seen != condensed(*self.said)


def reviews(loaded: Loaded) -> Iterator[Review]:
    """Yield every editorial link and every answer that points somewhere, to be held against its texts."""
    plan = loaded.plan
    if plan is None:
        return
    for record in plan.linking():
        if not record.links and not isinstance(record, Point):
            continue
        origin = loaded.origin(record)
        own = record.wording
        for index, link in enumerate(record.links):
            end = link.end
            target = plan.find(*end) if end else None
            if target:  # a link that leads nowhere is another rule's business
                both = (own, target.wording)
                yield Review(record, origin, ("links", index), link.seen, (record, target), both)
        if isinstance(record, Point):
            for index, entry in enumerate(record.history):
                if entry.answer:
                    yield Review(record, origin, ("history", index), entry.seen, (record,), (own,))


def figure_reviews(loaded: Loaded) -> Iterator[Review]:
    """Yield the words about every indicator's figures, to be held against the figures."""
    for indicator in loaded.of(Indicator).values():
        figures = (indicator.figures,)
        yield Review(indicator, loaded.origin(indicator), (), indicator.seen, (indicator,), figures)
